-- severity: error
-- what: a row that still names an entity that was merged or retracted
-- remedy: correct it to another, or undo the merge or retraction
SELECT claims.id AS row, entities.id AS detail FROM claims JOIN entities ON entities.id IN (subject_id, object_id, event_id, place_id)
  WHERE entities.status <> 'current' AND claims.status <> 'retracted'
UNION ALL SELECT assertions.id, entities.id FROM assertions JOIN entities ON entities.id IN (speaker_id, source_id, work_id)
  WHERE entities.status <> 'current' AND assertions.status <> 'retracted'
UNION ALL SELECT mentions.id, entities.id FROM mentions JOIN entities ON entities.id = entity_id WHERE entities.status <> 'current' AND mentions.status <> 'retracted'
UNION ALL SELECT citations.id, entities.id FROM citations JOIN entities ON entities.id IN (citing_source_id, cited_id)
  WHERE entities.status <> 'current' AND citations.status <> 'retracted'
UNION ALL SELECT affiliations.id, entities.id FROM affiliations JOIN entities ON entities.id IN (entity_id, whole_id)
  WHERE entities.status <> 'current' AND (claim_id IS NULL OR claim_id IN (SELECT id FROM claims WHERE status <> 'retracted'))
UNION ALL SELECT claim_id, entities.id FROM participations JOIN entities ON entities.id IN (entity_id, participations.event_id) JOIN claims ON claims.id = claim_id
  WHERE entities.status <> 'current' AND claims.status <> 'retracted';

-- severity: error
-- what: a row that still names an entity that was merged or retracted
-- remedy: correct it to another, or undo the merge or retraction
WITH gone AS MATERIALIZED (SELECT id FROM entities WHERE status <> 'current'),
  named(row, entity, claim_id) AS ( -- what names one of them, with the claim that it goes with
    SELECT id, subject_id, NULL FROM claims WHERE subject_id IN gone AND status <> 'retracted'
    UNION SELECT id, object_id, NULL FROM claims WHERE object_id IN gone AND status <> 'retracted'
    UNION SELECT id, event_id, NULL FROM claims WHERE event_id IN gone AND status <> 'retracted'
    UNION SELECT id, place_id, NULL FROM claims WHERE place_id IN gone AND status <> 'retracted'
    UNION SELECT id, speaker_id, NULL FROM assertions WHERE speaker_id IN gone AND status <> 'retracted'
    UNION SELECT id, source_id, NULL FROM assertions WHERE source_id IN gone AND status <> 'retracted'
    UNION SELECT id, work_id, NULL FROM assertions WHERE work_id IN gone AND status <> 'retracted'
    UNION SELECT id, entity_id, NULL FROM mentions WHERE entity_id IN gone AND status <> 'retracted'
    UNION SELECT id, citing_source_id, NULL FROM citations WHERE citing_source_id IN gone AND status <> 'retracted'
    UNION SELECT id, cited_id, NULL FROM citations WHERE cited_id IN gone AND status <> 'retracted'
    UNION SELECT id, entity_id, claim_id FROM affiliations WHERE entity_id IN gone
    UNION SELECT id, whole_id, claim_id FROM affiliations WHERE whole_id IN gone
    UNION SELECT claim_id, entity_id, claim_id FROM participations WHERE entity_id IN gone
    UNION SELECT claim_id, event_id, claim_id FROM participations WHERE event_id IN gone)
SELECT DISTINCT row, entity AS detail FROM named
  WHERE claim_id IS NULL OR EXISTS (SELECT 1 FROM claims WHERE claims.id = named.claim_id AND status <> 'retracted');

-- severity: error
-- what: an event that no claim tells of
-- remedy: add a claim with that event, if a source tells of it
-- action: retract id={row}
SELECT events.id AS row, name AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current'
  AND NOT EXISTS (SELECT 1 FROM claims WHERE status <> 'retracted' AND event_id = events.id)
  AND NOT EXISTS (SELECT 1 FROM claims WHERE status <> 'retracted' AND (subject_id = events.id OR object_id = events.id))
  AND NOT EXISTS (SELECT 1 FROM participations JOIN claims ON claims.id = claim_id WHERE participations.event_id = events.id AND status <> 'retracted');

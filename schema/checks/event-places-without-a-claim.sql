-- severity: error
-- what: an event's place that no claim of that event carries
-- remedy: add a claim with that event and place, or take the place out
SELECT events.id AS row, place_id AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND place_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND claims.status <> 'retracted'
    AND events.place_id IN (claims.place_id, claims.object_id, claims.subject_id))
  AND NOT EXISTS (SELECT 1 FROM participations JOIN claims ON claims.id = claim_id WHERE participations.event_id = events.id AND entity_id = events.place_id AND claims.status <> 'retracted');

-- severity: error
-- what: an event filed as occurred that no claim of it affirms
-- remedy: file it as did-not-happen, planned, predicted or hypothetical
SELECT events.id AS row, actuality AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND actuality IN ('occurred', 'ongoing')
  AND EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND status <> 'retracted')
  AND NOT EXISTS (SELECT 1 FROM claims JOIN assertions ON claim_id = claims.id WHERE event_id = events.id AND claims.status <> 'retracted'
    AND assertions.status <> 'retracted' AND stance = 'affirms');

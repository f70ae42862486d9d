-- severity: error
-- what: an event's date that no claim of that event carries
-- remedy: add a claim with that event and time, or take the date out
SELECT events.id AS row, date || ' (' || date_basis || ')' AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND date IS NOT NULL
  AND date_basis <> 'external' AND NOT EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND status <> 'retracted' AND about_time IS NOT NULL
    AND coalesce(about_earliest, '0000') <= coalesce(events.latest, '9999') AND coalesce(about_latest, '9999') >= coalesce(events.earliest, '0000'))
  -- what a source says has occurred had occurred when the source was published: an inferred latest day, and nothing else
  AND NOT (date_basis = 'inferred' AND actuality = 'occurred' AND events.earliest IS NULL AND EXISTS (SELECT 1 FROM claims
    JOIN assertions ON assertions.claim_id = claims.id JOIN sources ON sources.id = assertions.source_id JOIN dates ON edtf = sources.published
    WHERE claims.event_id = events.id AND claims.status <> 'retracted' AND assertions.status <> 'retracted' AND stance = 'affirms' AND dates.latest <= events.latest));

-- title: Places, and what is said about them
-- description: Every place that the claims of a source mention or are said to hold at, with its coordinates where they are recorded. A
--   state is listed as a place where something is said to happen in it.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT place.label AS place, count(DISTINCT spoken.claim_id) AS claims, min(spoken.claim) AS example, things.latitude, things.longitude,
  spoken.source_id, spoken.place_id
FROM (
  SELECT place_id, claim_id, claim, source_id FROM standing WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id))
  UNION ALL
  SELECT entity.id, claim_id, claim, source_id
  FROM standing JOIN things AS entity ON entity.id IN (subject_id, object_id) AND entity.kind IN ('place', 'region', 'body-of-water')
  WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id))
) AS spoken JOIN entities AS place ON place.id = +spoken.place_id LEFT JOIN things ON things.id = spoken.place_id
GROUP BY spoken.place_id, spoken.source_id
ORDER BY claims DESC, place, spoken.source_id;

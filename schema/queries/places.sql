-- title: Places, and what is said to hold there
-- description: Every place that claims of a source name as theirs, with its coordinates where curators filed them.
-- param: source | Source | | Id of the source; leave empty for all.
SELECT place.label AS place, things.latitude, things.longitude, count(DISTINCT standing.claim_id) AS claims, min(standing.claim) AS example,
  standing.source_id, standing.place_id
FROM standing JOIN entities AS place ON place.id = +standing.place_id LEFT JOIN things ON things.id = standing.place_id
WHERE standing.source_id IN (SELECT id FROM sources WHERE :source IN ('', id))
GROUP BY standing.place_id, standing.source_id
ORDER BY claims DESC, place, standing.source_id;

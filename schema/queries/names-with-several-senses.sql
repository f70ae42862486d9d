-- title: Names that stand for several things
-- description: The same word meaning different things at different places, such as a capital for the city and for the government, and words
--   that stand for something other than what they name.
-- param: source | Source | | Id of the source; leave empty for all.
SELECT mention.exact AS name, entity.label AS stands_for, entity.kind, mention.sense, count(*) AS times,
  min(mention.start_char) AS first_char, sources.id AS source_id, mention.entity_id
FROM sources JOIN mentions AS mention ON mention.snapshot_id = sources.snapshot_id JOIN entities AS entity ON entity.id = +mention.entity_id
WHERE :source IN ('', sources.id) AND mention.status NOT IN ('proposed', 'retracted')
  AND (mention.sense = 'metonym' OR EXISTS (SELECT 1 FROM mentions AS other WHERE other.snapshot_id = mention.snapshot_id
    AND other.exact = mention.exact AND +other.entity_id <> mention.entity_id AND other.status NOT IN ('proposed', 'retracted')))
GROUP BY sources.id, mention.exact, mention.entity_id, mention.sense
ORDER BY mention.exact, stands_for, mention.sense;

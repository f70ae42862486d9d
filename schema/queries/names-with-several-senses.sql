-- title: Names that stand for several things
-- description: The same word meaning different things at different places, such as a capital for the city and for the government, and words
--   that stand for something other than what they name.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT mention.exact AS name, entity.label AS stands_for, entity.kind, mention.sense, count(*) AS times,
  min(mention.start_char) AS first_char, sources.id AS source_id, mention.entity_id
FROM sources JOIN mentions AS mention ON mention.snapshot_id = sources.snapshot_id JOIN entities AS entity ON entity.id = +mention.entity_id
WHERE sources.id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND mention.status NOT IN ('proposed', 'retracted')
  AND (mention.sense = 'metonym' OR (sources.id, mention.exact) IN (
    SELECT held.id, named.exact FROM sources AS held JOIN mentions AS named ON named.snapshot_id = held.snapshot_id
    WHERE :source IN ('', held.id) AND named.status NOT IN ('proposed', 'retracted')
    GROUP BY held.id, named.exact
    -- more than one, and not all of them each time, as “both countries” has it
    HAVING count(DISTINCT named.entity_id) * count(DISTINCT named.start_char) > count(*)))
GROUP BY sources.id, mention.exact, mention.entity_id, mention.sense
ORDER BY mention.exact, stands_for, mention.sense;

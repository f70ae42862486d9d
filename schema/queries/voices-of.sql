-- title: The voices of a country or body
-- description: Claims of its own, of its office-holders, organs and media, and of people and bodies that belong to it or are connected with it; each row says
--   how its speaker is connected. Whether somebody speaks for the whole is not decided.
-- param: entity (actor, thing) | Country or body | china | The country, body or group, by name or id.
WITH RECURSIVE
  connected(id, path, ties) AS (
    SELECT stand_in_id, path, 0 FROM stand_in_ways WHERE entity_id = :entity
    UNION ALL
    SELECT near.stand_in_id, coalesce(near.path || '; ', '') || member.label || ' ' || word.label || ' ' || whole.label || coalesce('; ' || connected.path, ''), connected.ties + 1
    FROM connected CROSS JOIN counted_affiliations AS tie ON tie.id IN (SELECT id FROM affiliations WHERE whole_id = connected.id)
      CROSS JOIN stand_in_ways AS near ON near.entity_id = tie.entity_id
    JOIN entities AS member ON member.id = +tie.entity_id JOIN entities AS whole ON whole.id = +tie.whole_id
    JOIN vocabulary AS word ON word.field = 'affiliations.role' AND word.value = +tie.role
    WHERE connected.ties < 2 AND tie.role IN ('media-of', 'affiliated-with', 'citizen-of')),
  nearest AS MATERIALIZED (SELECT id, path FROM (SELECT id, path, row_number() OVER (PARTITION BY id ORDER BY ties, length(path), path) AS place FROM connected) WHERE place = 1)
SELECT said.speaker, (SELECT path FROM nearest WHERE nearest.id = said.speaker_id) AS connected_through, said.claim, said.stance, said.certainty, said.act, said.quote,
  said.level, said.source_id, said.speaker_id, said.claim_id, said.assertion_id
FROM who_says_what AS said
WHERE said.speaker_id IN (SELECT id FROM nearest)
ORDER BY connected_through IS NOT NULL, said.speaker, said.source_id, said.start_char, said.claim;

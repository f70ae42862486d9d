-- title: What is said about somebody or something
-- description: Claims that have an actor, thing, event or source as subject, object, participant, event or place, and who holds them; also
--   those about what belongs to it, each with whom or what it names.
-- param: entity | Entity | india | Id of the actor, thing, event or source.
-- param: parts | Parts too | yes | yes also finds what belongs to it, such as a government, leaders or a city; no finds only it by itself.
WITH RECURSIVE
  asked(id) AS (SELECT :entity UNION SELECT part_of.id FROM asked JOIN part_of ON part_of.part_of_id = asked.id WHERE :parts <> 'no'),
  found AS MATERIALIZED (SELECT entity_id, part, assertion_id FROM entity_claims WHERE entity_id IN (SELECT id FROM asked) AND part <> 'speaker')
SELECT said.claim, said.speaker, said.stance, said.certainty, said.quote, group_concat(DISTINCT named.label) AS names,
  group_concat(DISTINCT found.part) AS part, said.source_id, said.claim_id, said.assertion_id
FROM found JOIN entities AS named ON named.id = +found.entity_id JOIN who_says_what AS said ON said.assertion_id = +found.assertion_id
GROUP BY said.assertion_id
ORDER BY said.source_id, said.start_char, said.level, said.claim;

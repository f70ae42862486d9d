-- title: What is said about two together
-- description: Claims in which both have a part, as subject, object, participant, event or place, or something that belongs to them has.
-- param: one | One | china | Id of the one actor, thing or event.
-- param: other | The other | india | Id of the other.
-- param: parts | Parts too | yes | yes also finds what belongs to them, such as a government, leaders or a city; no finds only the two by themselves.
WITH RECURSIVE
  first(id) AS (SELECT :one UNION SELECT part_of.id FROM first JOIN part_of ON part_of.part_of_id = first.id WHERE :parts <> 'no'),
  second(id) AS (SELECT :other UNION SELECT part_of.id FROM second JOIN part_of ON part_of.part_of_id = second.id WHERE :parts <> 'no')
SELECT said.claim, said.speaker, said.stance, said.certainty, said.quote, said.source_id, said.claim_id, said.assertion_id
FROM who_says_what AS said
WHERE said.claim_id IN (
    SELECT claim_id FROM entity_claims WHERE entity_id IN (SELECT id FROM first) AND part <> 'speaker'
    INTERSECT SELECT claim_id FROM entity_claims WHERE entity_id IN (SELECT id FROM second) AND part <> 'speaker')
ORDER BY said.source_id, said.start_char, said.level, said.claim;

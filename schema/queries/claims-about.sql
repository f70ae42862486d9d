-- title: What is said about somebody or something
-- description: Claims that have an actor, thing, event or source as subject, object, participant, event or place, and who holds them.
-- param: entity | Entity | india | Id of the actor, thing, event or source.
SELECT group_concat(DISTINCT entity_claims.part) AS part, said.claim, said.speaker, said.stance, said.certainty, said.quote, said.source_id,
  said.claim_id, said.assertion_id
FROM entity_claims JOIN who_says_what AS said ON said.assertion_id = entity_claims.assertion_id
WHERE entity_claims.entity_id = :entity AND entity_claims.part <> 'speaker'
GROUP BY said.assertion_id
ORDER BY said.source_id, said.start_char, said.level;

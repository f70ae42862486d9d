-- title: What is said about two together
-- description: Claims in which both have a part, as subject, object, participant, event or place.
-- param: one | One | china | Id of the one actor, thing or event.
-- param: other | The other | india | Id of the other.
SELECT said.claim, said.speaker, said.stance, said.certainty, said.quote, said.source_id, said.claim_id, said.assertion_id
FROM who_says_what AS said
WHERE said.claim_id IN (
    SELECT claim_id FROM entity_claims WHERE entity_id = :one AND part <> 'speaker'
    INTERSECT SELECT claim_id FROM entity_claims WHERE entity_id = :other AND part <> 'speaker')
ORDER BY said.source_id, said.start_char, said.level;

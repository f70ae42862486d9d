-- title: What somebody says
-- description: Claims that an actor affirms or denies, in any source; where nobody in a chain of reporting does, a claim is listed under
--   its last speaker.
-- param: actor (actor) | Actor | antonio-graceffo | The actor, by name or id.
SELECT claim, stance, certainty, act, quote, level, source_id, claim_id, assertion_id
FROM who_says_what
WHERE speaker_id = :actor
ORDER BY source_id, start_char, claim;

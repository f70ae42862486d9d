-- title: What somebody says
-- description: Claims that an actor affirms or denies, or is the last to hold where nobody commits, in whichever source.
-- param: actor | Actor | antonio-graceffo | Id of the actor.
SELECT claim, stance, certainty, act, quote, level, source_id, claim_id, assertion_id
FROM who_says_what
WHERE speaker_id = :actor
ORDER BY source_id, start_char, claim;

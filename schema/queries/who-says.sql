-- title: Who says it, and who denies it
-- description: Everyone who affirms or denies a claim, with the words that carry it; where nobody in a chain of reporting does, its last
--   speaker.
-- param: claim (claim) | Claim | clm-china-russia-formal-alliance | The claim, by its words or its id.
SELECT stance, certainty, speaker, via, act, derivation, cue, quote, source, source_id, speaker_id, assertion_id
FROM claim_sheet
WHERE claim_id = :claim AND assertion_id IN (SELECT assertion_id FROM who_says_what WHERE claim_id = :claim)
ORDER BY stance, source_id, start_char, level;

-- title: Claims with these words
-- description: Claims whose text contains the words as a phrase, whatever their case and accents, and who makes them.
-- param: words | Words | cold war | The words, in the order in which they stand in the claim.
SELECT claim, speaker, stance, certainty, quote, source_id, claim_id, assertion_id
FROM who_says_what
WHERE claim_id IN (SELECT id FROM claims WHERE rowid IN (
  SELECT rowid FROM claims_fts WHERE claims_fts MATCH '"' || replace(:words, '"', ' ') || '"'))
ORDER BY source_id, start_char, claim, level;

-- title: Claims with these words
-- description: Claims whose text holds the words, next to each other and in this order, whatever their case and accents, and who holds them.
-- param: words | Words | cold war | The words.
SELECT claim, speaker, stance, certainty, quote, source_id, claim_id, assertion_id
FROM who_says_what
WHERE claim_id IN (SELECT id FROM claims WHERE rowid IN (
  SELECT rowid FROM claims_fts WHERE claims_fts MATCH '"' || replace(:words, '"', ' ') || '"'))
ORDER BY source_id, start_char, claim, level;

-- title: What is denied
-- description: Claims that a speaker denies, with the words that show it; many denials contain no “not”.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT claim, speaker, certainty, cue, quote, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND stance = 'denies' AND counted
ORDER BY source_id, start_char, claim;

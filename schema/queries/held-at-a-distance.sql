-- title: Words that a text distances itself from
-- description: What a text says in words that it distances itself from, as with scare quotes, and whether it goes on to deny it.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT quote, claim, speaker, stance, certainty, cue, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND act = 'distances' AND counted
ORDER BY source_id, start_char, claim;

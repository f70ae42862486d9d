-- title: Words held at a distance
-- description: What a text says in words it keeps away from, as with scare quotes.
-- param: source | Source | | Id of the source; leave empty for all.
SELECT quote, cue, claim, speaker, stance, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND act = 'distances' AND counted
ORDER BY source_id, start_char, claim;

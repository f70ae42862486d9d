-- title: What holds only if something else does
-- description: Conditional claims, kept whole with their “if”: neither half is attributed to anybody.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT claim, speaker, stance, certainty, quote, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND kind = 'conditional' AND (innermost OR stance <> 'uncommitted') AND counted
ORDER BY source_id, start_char, claim;

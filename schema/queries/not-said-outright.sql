-- title: What is taken for granted or implied
-- description: Claims that the words presuppose or imply rather than say, and who is committed to them.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT derivation, claim, speaker, stance, certainty, quote, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND derivation <> 'explicit'
  AND (innermost OR stance <> 'uncommitted') AND counted
ORDER BY source_id, start_char, claim;

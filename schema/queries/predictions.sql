-- title: Predictions and plans, and when they fall due
-- description: Claims about what will be or is intended, with the last day of the time they are about, the earliest first; those without a
--   time come last.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT about_latest AS due, about_time, claim, kind, speaker, stance, certainty, act, quote, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND (kind IN ('prediction', 'plan') OR act IN ('predicts', 'plans'))
  AND (innermost OR stance <> 'uncommitted') AND counted
ORDER BY due IS NULL, due, source_id, start_char, claim;

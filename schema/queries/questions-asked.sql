-- title: Questions the texts ask
-- description: What a text asks, and whether anybody in any source commits to an answer other than by asking.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT sheet.claim, sheet.speaker, sheet.quote,
  CASE WHEN EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = sheet.claim_id
    AND standing.stance <> 'uncommitted' AND standing.act <> 'asks') THEN 'answered' ELSE 'open' END AS answer,
  sheet.source_id, sheet.claim_id
FROM claim_sheet AS sheet
WHERE sheet.source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND (sheet.kind = 'question' OR sheet.act = 'asks')
  AND sheet.counted
ORDER BY sheet.source_id, sheet.start_char, sheet.claim;

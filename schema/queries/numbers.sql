-- title: Numbers, and what they measure
-- description: Every number, as printed in the text and in plain units, with what it measures as far as the text says; kind distinguishes
--   what was counted from what is planned or predicted.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT sheet.verbatim, sheet.measure, quantities.as_of, sheet.comparison, sheet.value, sheet.minimum, sheet.maximum, sheet.unit, sheet.claim, sheet.kind,
  sheet.speaker, sheet.stance, sheet.certainty, sheet.quote, sheet.source_id, sheet.claim_id
FROM claim_sheet AS sheet JOIN quantities ON quantities.claim_id = sheet.claim_id
WHERE sheet.source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND (sheet.innermost OR sheet.stance <> 'uncommitted') AND sheet.counted
ORDER BY sheet.source_id, sheet.start_char, sheet.claim;

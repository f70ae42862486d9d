-- title: Numbers, and what they measure
-- description: Every number, as the text prints it and in plain units, with what it counts as far as the text says.
-- param: source | Source | | Id of the source; leave empty for all.
SELECT sheet.verbatim, sheet.comparison, sheet.value, sheet.minimum, sheet.maximum, sheet.unit, sheet.measure, quantities.as_of, sheet.claim,
  sheet.speaker, sheet.stance, sheet.quote, sheet.source_id, sheet.claim_id
FROM claim_sheet AS sheet JOIN quantities ON quantities.claim_id = sheet.claim_id
WHERE sheet.source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND sheet.innermost AND sheet.counted
ORDER BY sheet.source_id, sheet.start_char, sheet.claim;

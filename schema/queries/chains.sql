-- title: Who reports whom
-- description: What a text reports from others: the speaker, the chain of reporting, and how far the text itself commits to it.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT sheet.speaker, sheet.claim, sheet.act, sheet.stance, sheet.certainty,
  (SELECT stance FROM source_matrix WHERE source_matrix.claim_id = sheet.claim_id AND +source_matrix.source_id = sheet.source_id) AS source_stance,
  sheet.cue, sheet.quote, work.title AS work, sheet.via, sheet.source_id, sheet.claim_id
FROM claim_sheet AS sheet LEFT JOIN sources AS work ON work.id = sheet.work_id
WHERE sheet.source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND sheet.level > 0 AND sheet.counted
ORDER BY sheet.source_id, sheet.start_char, sheet.level, sheet.via;

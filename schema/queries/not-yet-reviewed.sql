-- title: What nobody else has checked
-- description: Assertions that only their author is known to have looked at, with their claims; they count, but nobody has reviewed them.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT claim, speaker, stance, quote, source_id, claim_id, assertion_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND status = 'recorded'
ORDER BY source_id, start_char, level, assertion_id;

-- title: What is only said to be likely or possible
-- description: Assertions that are less than certain, the least certain first, with the words that show it. Claims that are only implied
--   are included.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT certainty, claim, stance, speaker, cue, quote, derivation, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND certainty IN ('possible', 'probable') AND stance <> 'uncommitted'
  AND counted
ORDER BY certainty, source_id, start_char, claim;

-- title: What was forecast, and what later sources say of it
-- description: Predictions and plans with who made them, where, and the last day of the time they are about, the earliest first; beside each whatever
--   a source of a later date says of it: the same claim by another voice, or a claim related to it, with what the two stances come to. Without
--   a later word, those columns are empty.
-- param: source (source) | Source | | The source that holds the forecast, by title or id; leave empty for all.
WITH forecast AS MATERIALIZED (
  SELECT sheet.*, held.latest AS published_latest
  FROM claim_sheet AS sheet LEFT JOIN dates AS held ON held.edtf = sheet.published
  WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND (kind IN ('prediction', 'plan') OR act IN ('predicts', 'plans'))
    AND (innermost OR stance <> 'uncommitted') AND counted),
spoken_of AS MATERIALIZED (
  SELECT comparisons.*, later.earliest AS published_earliest, source.published AS later_published
  FROM comparisons JOIN sources AS source ON source.id = +source_b_id JOIN dates AS later ON later.edtf = +source.published
  WHERE claim_a_id IN (SELECT claim_id FROM forecast) AND source_b_id <> source_a_id)
SELECT about_latest AS due, claim AS forecast, speaker, stance, certainty, published AS made, quote, finding,
  spoken_of.kind AS relation, claim_b AS later_claim, speaker_b AS later_speaker, quote_b AS later_quote, later_published,
  rationale, source_id, source_b_id AS later_source_id, claim_id, claim_b_id AS later_claim_id
FROM forecast LEFT JOIN spoken_of ON claim_a_id = claim_id AND speaker_a_id = speaker_id AND source_a_id = source_id
  AND published_earliest > published_latest
ORDER BY due IS NULL, due, source_id, start_char, claim, later_published, later_claim, later_speaker;

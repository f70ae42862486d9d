-- title: What later claims update
-- description: Claims that describe a later state of a matter than another claim does, with what the two stances come to.
-- param: source (source) | Source | | The source of the later claim, by title or id; leave empty for all.
SELECT finding, claim_a AS later, speaker_a AS later_speaker, quote_a AS later_quote, claim_b AS earlier, speaker_b AS earlier_speaker,
  quote_b AS earlier_quote, comparable, rationale, source_a_id AS later_source_id, source_b_id AS earlier_source_id,
  claim_a_id AS later_claim_id, claim_b_id AS earlier_claim_id
FROM comparisons
WHERE source_a_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND kind = 'updates' AND direction = 'a-to-b'
ORDER BY later, earlier, later_speaker, earlier_speaker;

-- title: What only this source says
-- description: Claims of one source that no other source mentions, neither as the same claim nor as one that a relation says agrees with it
--   or restates it.
-- param: source (source) | Source | epoch-times-2021 | The source, by title or id.
SELECT claim, stance, voices, claim_id
FROM source_matrix
WHERE source_id = :source
  AND NOT EXISTS (SELECT 1 FROM standing AS other WHERE other.claim_id = source_matrix.claim_id AND +other.source_id <> :source)
  AND NOT EXISTS (
    SELECT 1 FROM (
      SELECT to_claim_id AS related_id, relation, status FROM relations WHERE from_claim_id = source_matrix.claim_id
      UNION ALL SELECT from_claim_id, relation, status FROM relations WHERE to_claim_id = source_matrix.claim_id
    ) AS related JOIN standing AS other ON other.claim_id = related.related_id
    WHERE related.relation IN ('agrees', 'restates') AND related.status NOT IN ('proposed', 'retracted') AND +other.source_id <> :source)
ORDER BY (SELECT min(passages.start_char) FROM assertions JOIN passages ON passages.id = assertions.passage_id
  WHERE assertions.claim_id = source_matrix.claim_id), claim_id;

-- title: Two sources side by side
-- description: Every claim that either source mentions, with the stance of each in its own voice; silent where it does not mention it.
--   Claims that both mention come first, then those of the first source, then those of the second.
-- param: first (source) | First source | asia-times-2025 | The one source, by title or id.
-- param: second (source) | Second source | epoch-times-2021 | The other source, by title or id.
SELECT claims.text AS claim,
  coalesce((SELECT stance FROM source_matrix WHERE source_matrix.claim_id = either.claim_id AND +source_matrix.source_id = :first), 'silent') AS first,
  coalesce((SELECT stance FROM source_matrix WHERE source_matrix.claim_id = either.claim_id AND +source_matrix.source_id = :second), 'silent') AS second,
  either.claim_id
FROM (SELECT claim_id FROM standing WHERE source_id = :first UNION SELECT claim_id FROM standing WHERE source_id = :second) AS either
JOIN claims ON claims.id = either.claim_id
ORDER BY first = 'silent', second = 'silent', claim;

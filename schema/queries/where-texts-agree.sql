-- title: Where two texts agree
-- description: Claims that both sources affirm or both deny in their own voice, and claims of theirs that a relation says agree;
--   those they share come first.
-- param: first | First source | asia-times-2025 | Id of the one source.
-- param: second | Second source | epoch-times-2021 | Id of the other source.
SELECT * FROM (
SELECT first.stance, first.claim AS first_says, first.voices AS first_voices, second.claim AS second_says, second.voices AS second_voices,
  'the same claim' AS why, first.claim_id AS first_claim_id, second.claim_id AS second_claim_id
FROM source_matrix AS first JOIN source_matrix AS second ON second.claim_id = first.claim_id
WHERE first.source_id = :first AND +second.source_id = :second AND first.stance = second.stance AND first.stance <> 'uncommitted'
UNION ALL
SELECT first.stance, first.claim, first.voices, second.claim, second.voices, relation.rationale, first.claim_id, second.claim_id
FROM source_matrix AS first
JOIN (SELECT from_claim_id AS one_id, to_claim_id AS other_id, relation, rationale, status FROM relations
  UNION ALL SELECT to_claim_id, from_claim_id, relation, rationale, status FROM relations) AS relation ON relation.one_id = first.claim_id
JOIN source_matrix AS second ON second.claim_id = relation.other_id
WHERE first.source_id = :first AND +second.source_id = :second AND relation.relation = 'agrees'
  AND relation.status NOT IN ('proposed', 'retracted') AND first.stance = second.stance
) ORDER BY first_claim_id <> second_claim_id, stance, first_says, second_says;

-- title: How a claim relates to others, and why
-- description: Claims that agree with a claim, contradict, support, explain, qualify or update it, and claims that it does the same to,
--   each with the reason.
-- param: claim (claim) | Claim | clm-china-russia-allies | The claim, by its words or its id.
SELECT claims.text AS claim, vocabulary.label AS relation, others.text AS other, relations.comparable, relations.rationale, relations.status,
  relations.from_claim_id AS claim_id, relations.to_claim_id AS other_id
FROM relations JOIN claims ON claims.id = +relations.from_claim_id JOIN claims AS others ON others.id = +relations.to_claim_id
JOIN vocabulary ON vocabulary.field = 'relations.relation' AND vocabulary.value = relations.relation
WHERE relations.id IN (SELECT id FROM relations WHERE from_claim_id = :claim UNION ALL SELECT id FROM relations WHERE to_claim_id = :claim)
  AND relations.status NOT IN ('proposed', 'retracted')
ORDER BY relations.relation, claim, other;

-- title: What speaks for and against a claim
-- description: Who affirms or denies the claim, and what is given as a reason for it, as a reason against it, as a limit or as a condition, directly or at
--   one remove; the side follows from the relation and from the stance, so that a reason that is denied speaks against. The base does not weigh them.
-- param: claim (claim) | Claim | clm-china-russia-allies | The claim, by its words or its id.
WITH
  argued(claim_id, on_id, relation, comparable, rationale, way) AS MATERIALIZED (
    SELECT from_claim_id, to_claim_id, relation, comparable, rationale, 1 FROM relations
    WHERE to_claim_id = :claim AND relation <> 'updates' AND status NOT IN ('proposed', 'retracted')
    UNION ALL
    SELECT to_claim_id, from_claim_id, relation, comparable, rationale, 1 FROM relations
    WHERE from_claim_id = :claim AND relation IN ('agrees', 'contradicts', 'restates') AND status NOT IN ('proposed', 'retracted')),
  -- 1 where what holds for the one holds for the claim, -1 where it holds against it, 0 where nothing follows from it at one remove
  direct AS MATERIALIZED (SELECT argued.*, CASE WHEN relation = 'contradicts' THEN -1 WHEN relation IN ('supports', 'agrees', 'restates', 'explains') THEN 1
      -- the claim in another sense of its words
      WHEN relation = 'qualifies' AND ' ' || comparable || ' ' LIKE '% different-definition %' THEN 1 ELSE 0 END AS onward FROM argued),
  bearing(claim_id, on_id, relation, comparable, rationale, way, steps) AS MATERIALIZED (
    SELECT :claim, NULL, NULL, NULL, NULL, 1, 0
    UNION ALL SELECT claim_id, on_id, relation, comparable, rationale, way, 1 FROM direct
    UNION ALL
    SELECT reason.from_claim_id, reason.to_claim_id, reason.relation, reason.comparable, reason.rationale, direct.onward, 2
    FROM direct JOIN relations AS reason ON reason.to_claim_id = direct.claim_id
    WHERE CASE WHEN direct.onward <> 0 THEN reason.relation <> 'updates' AND reason.status NOT IN ('proposed', 'retracted') END
    UNION ALL
    SELECT reason.to_claim_id, reason.from_claim_id, reason.relation, reason.comparable, reason.rationale, direct.onward, 2
    FROM direct JOIN relations AS reason ON reason.from_claim_id = direct.claim_id
    WHERE CASE WHEN direct.onward <> 0 THEN reason.relation IN ('agrees', 'contradicts', 'restates') AND reason.status NOT IN ('proposed', 'retracted') END),
  -- each claim once, by its nearest and plainest way
  nearest AS MATERIALIZED (SELECT bearing.*, row_number() OVER (PARTITION BY claim_id ORDER BY steps, relation IN ('qualifies', 'condition-of'), relation, on_id) AS place
    FROM bearing),
  sided AS (SELECT nearest.*, said.claim, said.speaker, said.stance, said.quote, said.source_id, said.speaker_id, said.assertion_id,
      CASE WHEN said.stance = 'uncommitted' THEN 'left open'
        WHEN relation = 'condition-of' THEN 'condition'
        WHEN relation = 'qualifies' AND NOT (said.stance = 'denies' AND ' ' || comparable || ' ' LIKE '% different-definition %')
          THEN CASE way WHEN 1 THEN 'limits the case for' ELSE 'limits the case against' END
        WHEN (said.stance = 'affirms') = (CASE relation WHEN 'contradicts' THEN -way ELSE way END = 1) THEN 'for' ELSE 'against' END AS side
    FROM nearest JOIN voices AS said ON said.claim_id = nearest.claim_id
    WHERE nearest.place = 1)
SELECT sided.side, sided.claim, sided.speaker, sided.stance, sided.quote, coalesce(word.label, 'the claim itself') AS relation, bears_on.text AS bears_on,
  sided.comparable, sided.rationale, sided.steps, sided.source_id, sided.claim_id, sided.on_id AS bears_on_id, sided.speaker_id, sided.assertion_id
FROM sided LEFT JOIN claims AS bears_on ON bears_on.id = sided.on_id
LEFT JOIN vocabulary AS word ON word.field = 'relations.relation' AND word.value = sided.relation
ORDER BY CASE sided.side WHEN 'for' THEN 1 WHEN 'limits the case for' THEN 2 WHEN 'against' THEN 3 WHEN 'limits the case against' THEN 4 WHEN 'condition' THEN 5 ELSE 6 END,
  sided.steps, sided.claim, sided.speaker, sided.stance, sided.source_id;

-- title: What one holds against the other
-- description: Claims about both in which something troubles, harms or restricts the one, or in which the one has a complaint, and what is given as a reason
--   for such a claim.
-- param: one (actor, thing) | Who complains | russia | The actor that holds something against the other, by name or id.
-- param: other (actor, thing) | Of whom | china | The actor that it is held against, by name or id.
-- param: predicates (predicates) | Predicates | troubles harms restricts intrudes-on turns-against directed-against shares | The predicates that make a
--   grievance, by label or id, parted by semicolons.
WITH RECURSIVE
  -- whose grievance it may be: the one, what stands for it, and people and media connected with it
  complaining(id, ties) AS (
    SELECT stand_in_id, 0 FROM stand_ins WHERE entity_id = :one
    UNION
    SELECT near.stand_in_id, complaining.ties + 1
    FROM complaining CROSS JOIN counted_affiliations AS tie ON tie.id IN (SELECT id FROM affiliations WHERE whole_id = complaining.id)
      CROSS JOIN stand_ins AS near ON near.entity_id = tie.entity_id
    WHERE complaining.ties < 2 AND tie.role IN ('media-of', 'affiliated-with', 'citizen-of')),
  wrong AS MATERIALIZED (SELECT value AS id FROM json_each('["' || replace(trim(:predicates), ' ', '","') || '"]')),
  suffered AS MATERIALIZED (
    SELECT id FROM claims WHERE object_id IN (SELECT id FROM complaining) AND +predicate_id IN (SELECT id FROM wrong)
    UNION SELECT id FROM claims WHERE subject_id IN (SELECT id FROM complaining) AND +predicate_id = 'shares' AND 'shares' IN (SELECT id FROM wrong)),
  reached AS MATERIALIZED (SELECT reached_id FROM reach WHERE entity_id = :other AND reach.reach <> 'all'),
  held AS MATERIALIZED (SELECT id FROM suffered WHERE id IN (SELECT claim_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker')),
  found(claim_id, for_id) AS MATERIALIZED (
    SELECT id, NULL FROM held
    UNION ALL SELECT from_claim_id, to_claim_id FROM relations
      WHERE to_claim_id IN (SELECT id FROM held) AND relation IN ('supports', 'explains') AND status NOT IN ('proposed', 'retracted'))
SELECT DISTINCT said.claim, said.speaker, said.stance, said.certainty, said.quote, said.source_id, said.claim_id, said.assertion_id FROM found JOIN who_says_what AS said ON said.claim_id = found.claim_id
ORDER BY said.source_id, said.start_char, said.claim;

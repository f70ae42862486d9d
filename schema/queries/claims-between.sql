-- title: What is said about two entities together
-- description: Claims in which both, or what stands for them or what they take part in, are subject, object, participant, event or place, each with how
--   the two are reached.
-- param: one (actor, thing, event) | One | china | The first actor, thing or event, by name or id.
-- param: other (actor, thing, event) | The other | india | The second, by name or id.
-- param: reach | Reach | parties | direct is the two themselves; parties also their parts, office-holders, forces, what belongs to them, what they are party to
--   and their groups; all also media, other people and organizations.
-- formerly: parts=no | reach=direct
-- formerly: parts=yes | reach=parties
WITH
  reached AS MATERIALIZED (SELECT entity_id, reached_id, path, length FROM reach WHERE entity_id IN (:one, :other)
    AND CASE :reach WHEN 'direct' THEN reach.reach = 'direct' WHEN 'all' THEN true ELSE reach.reach <> 'all' END),
  found AS MATERIALIZED (SELECT entity_id, claim_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker'),
  near AS MATERIALIZED (SELECT reached.entity_id, found.claim_id, reached.path,
      row_number() OVER (PARTITION BY reached.entity_id, found.claim_id ORDER BY reached.length, reached.path) AS place
    FROM found JOIN reached ON reached.reached_id = found.entity_id)
SELECT said.claim, said.speaker, said.stance, said.certainty, said.quote, first.path AS one_through, second.path AS other_through,
  said.source_id, said.claim_id, said.assertion_id
FROM near AS first JOIN near AS second ON second.claim_id = first.claim_id AND second.entity_id = :other AND second.place = 1
JOIN who_says_what AS said ON said.claim_id = +first.claim_id
WHERE first.entity_id = :one AND first.place = 1
ORDER BY said.source_id, said.start_char, said.level, said.claim;

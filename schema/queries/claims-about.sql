-- title: What is said about somebody or something
-- description: Claims that have an actor, thing, event or source as subject, object, participant, event or place, and who makes them; also
--   claims about what stands for it or what it takes part in, each with how that is reached.
-- param: entity (actor, thing, event, source) | Entity | india | The actor, thing, event or source, by name or id.
-- param: reach | Reach | parties | direct is the entity itself; parties also its parts, office-holders, forces, what belongs to it, what it is party to and
--   its groups; all also media, other people and organizations.
-- formerly: parts=no | reach=direct
-- formerly: parts=yes | reach=parties
WITH
  reached AS MATERIALIZED (SELECT reached_id, path, length FROM reach WHERE entity_id = :entity
    AND CASE :reach WHEN 'direct' THEN reach.reach = 'direct' WHEN 'all' THEN true ELSE reach.reach <> 'all' END),
  found AS MATERIALIZED (SELECT entity_id, part, assertion_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker'),
  near AS MATERIALIZED (SELECT found.assertion_id, reached.path, row_number() OVER (PARTITION BY found.assertion_id ORDER BY reached.length, reached.path) AS place
    FROM found JOIN reached ON reached.reached_id = found.entity_id)
SELECT said.claim, said.speaker, said.stance, said.certainty, said.quote, group_concat(DISTINCT named.label) AS names,
  group_concat(DISTINCT found.part) AS part, near.path AS reached_through, said.source_id, said.claim_id, said.assertion_id
FROM who_says_what AS said CROSS JOIN found ON found.assertion_id = said.assertion_id JOIN entities AS named ON named.id = +found.entity_id
JOIN near ON near.assertion_id = said.assertion_id AND near.place = 1
WHERE said.assertion_id IN (SELECT assertion_id FROM found)
GROUP BY said.assertion_id
ORDER BY said.source_id, said.start_char, said.level, said.claim;

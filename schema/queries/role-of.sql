-- title: Which part somebody or something plays
-- description: Claims about an actor or thing, or what stands for it, by its part: what it does, what is done to it, what holds between it and others, in which
--   role it takes part in what; last come claims about what it is party to or the target of. A plan, norm or condition is named as such.
-- param: entity (actor, thing) | Entity | united-states | The actor or thing, by name or id.
WITH
  reached AS MATERIALIZED (SELECT reach.reached_id, reach.path, reach.length, own.stand_in_id IS NOT NULL AS own
    FROM reach LEFT JOIN stand_ins AS own ON own.entity_id = :entity AND own.stand_in_id = reach.reached_id WHERE reach.entity_id = :entity AND reach.reach <> 'all'),
  played(claim_id, entity_id, part) AS MATERIALIZED (
    SELECT claims.id, claims.subject_id, CASE WHEN predicates.symmetric THEN 3 ELSE 1 END
      FROM claims JOIN predicates ON predicates.id = claims.predicate_id WHERE subject_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT claims.id, claims.object_id, CASE WHEN predicates.symmetric THEN 3 ELSE 2 END
      FROM claims JOIN predicates ON predicates.id = claims.predicate_id WHERE object_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT claim_id, entity_id, 4 FROM participations WHERE entity_id IN (SELECT reached_id FROM reached)),
  ranked AS MATERIALIZED (SELECT played.claim_id, CASE WHEN reached.own THEN played.part ELSE 5 END AS part, reached.path,
      row_number() OVER (PARTITION BY played.claim_id ORDER BY reached.own DESC, played.part, reached.length, reached.path) AS place
    FROM played JOIN reached ON reached.reached_id = played.entity_id),
  roles AS MATERIALIZED (SELECT ranked.claim_id, ranked.part, ranked.path, group_concat(DISTINCT coalesce(word.label, taken.role) || ' in ' || events.name) AS role
    FROM ranked JOIN claims ON claims.id = ranked.claim_id
    LEFT JOIN participations AS taken ON (taken.claim_id = claims.id OR taken.event_id = claims.event_id) AND taken.entity_id IN (SELECT reached_id FROM reached WHERE own)
    LEFT JOIN events ON events.id = taken.event_id
    LEFT JOIN vocabulary AS word ON word.field = 'participations.role' AND word.value = taken.role
    WHERE ranked.place = 1 GROUP BY ranked.claim_id)
SELECT CASE roles.part WHEN 1 THEN 'does' WHEN 2 THEN 'is done to it' WHEN 3 THEN 'with others' WHEN 4 THEN 'takes part' ELSE 'about what it is in' END AS part,
  roles.role, said.claim, claims.kind, said.speaker, said.stance, said.certainty, said.quote, roles.path AS reached_through, said.source_id, said.claim_id, said.assertion_id
FROM roles JOIN claims ON claims.id = roles.claim_id JOIN who_says_what AS said ON said.claim_id = roles.claim_id
ORDER BY roles.part, said.source_id, said.start_char, said.level, said.claim;

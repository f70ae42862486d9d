-- title: What would change things between two
-- description: Claims about both that say what would follow if something else were so, what one of their claims has as a condition, and what is only said to
--   be possible.
-- param: one (actor, thing) | One | china | The first actor or thing, by name or id.
-- param: other (actor, thing) | The other | russia | The second, by name or id.
WITH
  reached AS MATERIALIZED (SELECT entity_id, reached_id FROM reach WHERE entity_id IN (:one, :other) AND reach.reach <> 'all'),
  -- whatever their status: only what is about both is looked at further
  named AS MATERIALIZED (
    SELECT subject_id AS entity_id, id AS claim_id FROM claims WHERE subject_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT object_id, id FROM claims WHERE object_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT event_id, id FROM claims WHERE event_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT place_id, id FROM claims WHERE place_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT entity_id, claim_id FROM participations WHERE entity_id IN (SELECT reached_id FROM reached)
    UNION ALL SELECT event_id, claim_id FROM participations WHERE event_id IN (SELECT reached_id FROM reached)),
  both AS MATERIALIZED (
    SELECT claim_id FROM (SELECT named.claim_id FROM named JOIN reached ON reached.reached_id = named.entity_id
      GROUP BY named.claim_id HAVING count(DISTINCT reached.entity_id) = 2) AS pair
    WHERE EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = pair.claim_id)),
  found(how, claim_id, of_id) AS MATERIALIZED (
    SELECT 'conditional', claims.id, (SELECT to_claim_id FROM relations WHERE from_claim_id = claims.id AND relation = 'condition-of' AND status NOT IN ('proposed', 'retracted'))
    FROM claims WHERE id IN (SELECT claim_id FROM both) AND kind = 'conditional'
    UNION
    SELECT 'condition', from_claim_id, to_claim_id FROM relations JOIN claims AS condition ON condition.id = from_claim_id
    WHERE to_claim_id IN (SELECT claim_id FROM both) AND relation = 'condition-of' AND relations.status NOT IN ('proposed', 'retracted') AND condition.kind <> 'conditional'
    UNION
    SELECT 'possible', claims.id, NULL FROM claims JOIN events ON events.id = claims.event_id
    WHERE claims.id IN (SELECT claim_id FROM both) AND claims.kind <> 'conditional' AND events.actuality NOT IN ('occurred', 'ongoing'))
SELECT found.how, said.claim, said.speaker, said.stance, said.certainty, said.quote, depends.text AS condition_of, said.source_id, said.claim_id,
  found.of_id AS condition_of_id, said.assertion_id
FROM found JOIN who_says_what AS said ON said.claim_id = found.claim_id LEFT JOIN claims AS depends ON depends.id = found.of_id
WHERE found.how <> 'possible' OR said.certainty IN ('possible', 'probable')
ORDER BY CASE found.how WHEN 'conditional' THEN 1 WHEN 'condition' THEN 2 ELSE 3 END, said.source_id, said.start_char, said.claim;

-- title: What two do together
-- description: Events in which both take part, and agreements, projects, cooperation and organizations that both belong to, with the claims that
--   somebody affirms and that say so. Of those who fight, and of whoever an event is directed at, it is not said that they act together.
-- param: one (actor, thing) | One | china | The first actor or thing, by name or id.
-- param: other (actor, thing) | The other | russia | The second, by name or id.
WITH
  near AS MATERIALIZED (SELECT entity_id, stand_in_id FROM stand_ins WHERE entity_id IN (:one, :other)),
  part(entity_id, activity_id, claim_id) AS MATERIALIZED (
    SELECT near.entity_id, tie.whole_id, tie.claim_id FROM near CROSS JOIN affiliations AS tie ON tie.id IN (SELECT id FROM affiliations WHERE affiliations.entity_id = near.stand_in_id)
    WHERE tie.role IN ('party-to', 'end-of', 'member-of') AND tie.claim_id IS NOT NULL
    UNION
    SELECT near.entity_id, taken.event_id, taken.claim_id FROM near CROSS JOIN participations AS taken ON taken.rowid IN (SELECT rowid FROM participations WHERE participations.entity_id = near.stand_in_id)
    WHERE taken.role NOT IN ('combatant', 'opponent', 'recipient', 'target', 'victim')),
  affirmed AS MATERIALIZED (SELECT * FROM part WHERE EXISTS (SELECT 1 FROM standing
    WHERE standing.claim_id = part.claim_id AND standing.stance = 'affirms' AND standing.kind NOT IN ('conditional', 'norm', 'question'))),
  joint AS MATERIALIZED (SELECT activity_id FROM affirmed GROUP BY activity_id HAVING count(DISTINCT entity_id) = 2),
  activity AS MATERIALIZED (SELECT joint.activity_id, registered.label, coalesce(event.kind, thing.kind, actor.kind) AS kind, event.actuality, event.date
    FROM joint JOIN entities AS registered ON registered.id = joint.activity_id LEFT JOIN events AS event ON event.id = joint.activity_id
    LEFT JOIN things AS thing ON thing.id = joint.activity_id LEFT JOIN actors AS actor ON actor.id = joint.activity_id
    WHERE event.actuality NOT IN ('did-not-happen', 'hypothetical')
      OR thing.kind IN ('activity', 'agreement', 'infrastructure', 'policy', 'project', 'relationship', 'treaty') OR actor.kind = 'organization'),
  -- a claim once, under the event that it describes rather than under what that is about
  about AS MATERIALIZED (SELECT activity.*, affirmed.claim_id, row_number() OVER (PARTITION BY affirmed.claim_id ORDER BY activity.actuality IS NULL, activity.activity_id) AS place
    FROM activity JOIN affirmed ON affirmed.activity_id = activity.activity_id)
SELECT about.label AS activity, about.kind, about.actuality, about.date, said.claim, said.speaker, said.certainty, said.quote, said.source_id, about.activity_id,
  said.claim_id, said.assertion_id
FROM about JOIN who_says_what AS said ON said.claim_id = about.claim_id
WHERE about.place = 1 AND said.stance = 'affirms'
ORDER BY activity, said.source_id, said.start_char, said.claim;

-- title: What happened between two, in order of time
-- description: Events of which claims about both speak, in the order in which they happened as far as dates and the texts' own words order them, and
--   what somebody says went on for a time; what cannot be placed comes last.
-- param: one (actor, thing) | One | china | The first actor or thing, by name or id.
-- param: other (actor, thing) | The other | india | The second, by name or id.
WITH
  reached AS MATERIALIZED (SELECT entity_id, reached_id FROM reach WHERE entity_id IN (:one, :other) AND reach.reach <> 'all'),
  named AS MATERIALIZED (SELECT entity_id, claim_id FROM entity_claims WHERE entity_id IN (SELECT reached_id FROM reached) AND part <> 'speaker'),
  both AS MATERIALIZED (SELECT named.claim_id FROM named JOIN reached ON reached.reached_id = named.entity_id
    GROUP BY named.claim_id HAVING count(DISTINCT reached.entity_id) = 2),
  happened AS MATERIALIZED (SELECT DISTINCT event_id FROM (
    SELECT event_id FROM claims WHERE id IN (SELECT claim_id FROM both) AND event_id IS NOT NULL
    UNION ALL SELECT event_id FROM participations WHERE claim_id IN (SELECT claim_id FROM both)))
SELECT timeline.date, timeline.event AS what, timeline.actuality, timeline.place, timeline.participants, timeline.orders, timeline.ordered_by, timeline.position,
  timeline.event_id, NULL AS claim_id
FROM timeline WHERE timeline.event_id IN (SELECT event_id FROM happened)
UNION ALL
SELECT state.about_time, state.text, NULL, NULL, NULL, NULL, 'date', state.about_earliest, NULL, state.id
FROM claims AS state
WHERE state.id IN (SELECT claim_id FROM both) AND state.event_id IS NULL AND state.about_time GLOB '*/*' AND state.about_earliest < state.about_latest
  AND EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = state.id AND standing.stance = 'affirms')
ORDER BY position, date, what;

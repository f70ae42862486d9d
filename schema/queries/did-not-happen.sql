-- title: Events that did not happen, or have not yet
-- description: What is planned, predicted, only imagined or said not to have happened.
-- param: actuality | Actuality | | One of planned, predicted, hypothetical, did-not-happen; leave empty for all of them.
SELECT actuality, event, date, place, participants, sources, claims, event_id
FROM timeline
WHERE actuality NOT IN ('occurred', 'ongoing') AND :actuality IN ('', actuality)
ORDER BY actuality, earliest IS NULL, earliest, event;

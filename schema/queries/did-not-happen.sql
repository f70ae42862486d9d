-- title: Events that did not happen, or have not yet
-- description: Events that are planned, predicted or hypothetical, or that are said not to have happened.
-- param: actuality | Actuality | | One of planned, predicted, hypothetical, did-not-happen; leave empty for all of them.
SELECT timeline.actuality, event, timeline.date, place, participants, sources, claims, event_id
FROM ( -- the order first, then the counts, row by row as they are read
  SELECT id FROM events WHERE actuality NOT IN ('occurred', 'ongoing') AND :actuality IN ('', actuality)
  ORDER BY actuality, earliest IS NULL, earliest, name LIMIT -1) AS chosen
CROSS JOIN timeline ON event_id = chosen.id;

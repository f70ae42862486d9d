-- title: What happened when
-- description: Events whose date may lie, wholly or in part, between two days, in order, with who takes part and whether they happened at
--   all. An event of which only the latest day is known stands at that day. Events without a date are not listed.
-- param: from | From | 1900-01-01 | First day, such as 2021-01-01.
-- param: to | To | 2100-12-31 | Last day, such as 2025-12-31.
SELECT timeline.date, event, timeline.actuality, place, participants, sources, claims, timeline.date_basis, event_id
FROM ( -- the order first, then the counts, row by row as they are read
  SELECT id FROM (
    SELECT id, earliest, latest, name FROM events WHERE earliest <= :to AND coalesce(latest, '9999') >= :from
    UNION ALL SELECT id, latest, latest, name FROM events WHERE earliest IS NULL AND date IS NOT NULL AND latest BETWEEN :from AND :to)
  ORDER BY earliest, latest, name LIMIT -1) AS chosen
CROSS JOIN timeline ON event_id = chosen.id;

-- title: What happened when
-- description: Events whose date can lie, wholly or in part, between two days, in order, with who takes part and whether they happened at all.
--   Events without a date are not listed.
-- param: from | From | 1900-01-01 | First day, such as 2021-01-01.
-- param: to | To | 2100-12-31 | Last day, such as 2025-12-31.
SELECT date, event, actuality, place, participants, sources, claims, date_basis, event_id
FROM timeline
WHERE date IS NOT NULL AND coalesce(earliest, '0000') <= :to AND coalesce(latest, '9999') >= :from
ORDER BY earliest, latest, event;

-- severity: error
-- what: a date whose first or last day was not computed from it
-- action: correct id={row} column={column}
SELECT events.id AS row, date AS detail, 'date' AS column FROM events LEFT JOIN dates ON edtf = date
  WHERE events.earliest IS NOT dates.earliest OR events.latest IS NOT dates.latest OR (date IS NOT NULL AND valid IS NOT 1)
UNION ALL SELECT claims.id, about_time, 'about_time' FROM claims LEFT JOIN dates ON edtf = about_time
  WHERE about_earliest IS NOT dates.earliest OR about_latest IS NOT dates.latest OR (about_time IS NOT NULL AND valid IS NOT 1);

-- severity: error
-- what: something that is part of itself, at some remove
-- action: correct id={row} column=part_of_id
WITH RECURSIVE up(start, id) AS (SELECT id, part_of_id FROM part_of UNION SELECT start, part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id)
  SELECT start AS row, 'through part_of_id' AS detail FROM up WHERE id = start;

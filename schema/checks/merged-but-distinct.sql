-- severity: error
-- what: two entities that are marked as not the same, and were merged all the same
-- remedy: undo the merge, if they are two
-- action: retract id={row}
WITH RECURSIVE present(mark, side, id) AS (
  SELECT id, 1, entity_id FROM distinct_entities UNION SELECT id, 2, other_id FROM distinct_entities
  UNION SELECT mark, side, merged_into_id FROM present JOIN entities USING (id) WHERE merged_into_id IS NOT NULL)
SELECT distinct_entities.id AS row, entity_id || ' and ' || other_id || ': ' || reason AS detail FROM distinct_entities
JOIN present AS one ON one.mark = distinct_entities.id AND one.side = 1 JOIN present AS two ON two.mark = distinct_entities.id AND two.side = 2 AND two.id = one.id
GROUP BY distinct_entities.id;

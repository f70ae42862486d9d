-- severity: notice
-- what: two current entities of one kind with the same name
-- remedy: name them by their ids, tell them apart in their names, or mark them as not the same
-- action: merge old={other} into={row}
WITH marked(kind, folded, pairs) AS MATERIALIZED (
  SELECT one.kind, lower(one.label), count(*) FROM distinct_entities CROSS JOIN entities AS one ON one.id = entity_id CROSS JOIN entities AS two ON two.id = other_id
  WHERE one.kind = two.kind AND one.label = two.label COLLATE NOCASE AND one.status = 'current' AND two.status = 'current' GROUP BY 1, 2)
SELECT min(id) AS row, count(*) || ' are called ' || label AS detail, max(id) AS other FROM entities WHERE status = 'current' AND kind <> 'source' GROUP BY kind, label COLLATE NOCASE
HAVING count(*) > 1
  AND count(*) * (count(*) - 1) / 2 > coalesce((SELECT pairs FROM marked WHERE marked.kind = entities.kind AND marked.folded = lower(entities.label)), 0);

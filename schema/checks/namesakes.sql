-- severity: notice
-- what: two current entities of one kind with the same name
-- remedy: name them by their ids, tell them apart in their names, or mark them as not the same
-- action: merge old={other} into={row}
SELECT min(id) AS row, count(*) || ' are called ' || label AS detail, max(id) AS other FROM entities WHERE status = 'current' AND kind <> 'source' GROUP BY kind, label COLLATE NOCASE
HAVING count(*) > 1 AND count(*) * (count(*) - 1) / 2 > (SELECT count(*) FROM distinct_entities JOIN entities AS one ON one.id = entity_id JOIN entities AS two ON two.id = other_id
  WHERE one.label = entities.label COLLATE NOCASE AND two.label = entities.label COLLATE NOCASE AND one.kind = entities.kind AND two.kind = entities.kind
    AND one.status = 'current' AND two.status = 'current');

-- severity: notice
-- what: two current entities of one kind with the same name
-- remedy: name them by their ids, or tell them apart in their names
-- action: merge old={other} into={row}
SELECT min(id) AS row, count(*) || ' are called ' || label AS detail, max(id) AS other FROM entities WHERE status = 'current' AND kind <> 'source' GROUP BY kind, label COLLATE NOCASE HAVING count(*) > 1;

-- severity: notice
-- what: two current entities that are exactly one Wikidata item
-- remedy: correct the identifier of one of them, or its match to close
-- action: merge old={other} into={row}
SELECT min(entity_id) AS row, value || ' is ' || group_concat(entity_id, ' and ') AS detail, max(entity_id) AS other
FROM (SELECT entity_id, value FROM identifiers JOIN entities ON entities.id = entity_id AND status = 'current' WHERE scheme = 'wikidata' AND match = 'exact' ORDER BY entity_id)
GROUP BY value HAVING count(*) > 1;

-- severity: notice
-- what: an entity that is exactly two Wikidata items, as two that were merged may be
-- remedy: undo the merge, if they are two, or correct the match of what is only close
SELECT entity_id AS row, group_concat(value, ' and ') AS detail FROM (SELECT entity_id, value FROM identifiers WHERE scheme = 'wikidata' AND match = 'exact' ORDER BY entity_id, value)
GROUP BY entity_id HAVING count(*) > 1;

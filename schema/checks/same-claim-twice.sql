-- severity: error
-- what: two current claims with the same words
-- action: merge old={other} into={row}
SELECT min(id) AS row, count(*) || ' claims say: ' || text AS detail, max(id) AS other FROM claims
WHERE text IN (SELECT text FROM claims GROUP BY text HAVING count(*) > 1) -- read from the index alone
  AND status <> 'retracted' AND merged_into_id IS NULL GROUP BY text HAVING count(*) > 1;

-- title: Recent changes
-- description: The latest hundred changes of rows, with the earlier values of each row and the reason given.
SELECT change.at, change.table_name, change.row_id, change.operation, change.reason, contributor.name AS contributor, change.before, change.after,
  change.run_id
FROM (SELECT * FROM revisions ORDER BY seq DESC LIMIT 100) AS change
LEFT JOIN runs ON runs.id = change.run_id LEFT JOIN contributors AS contributor ON contributor.id = runs.contributor_id
ORDER BY change.seq DESC;

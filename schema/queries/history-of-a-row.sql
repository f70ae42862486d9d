-- title: History of a row
-- description: Every change of one row, the latest first; parts of a compound key are joined by an underscore. A row that was never changed
--   has no history.
-- param: row (row) | Row | clm-china-russia-allies | Id of the row, in any table.
SELECT change.at, change.table_name, change.operation, change.reason, contributor.name AS contributor, change.before, change.after, change.run_id
FROM revisions AS change LEFT JOIN runs ON runs.id = change.run_id LEFT JOIN contributors AS contributor ON contributor.id = runs.contributor_id
WHERE change.table_name IN (SELECT name FROM sqlite_master WHERE type = 'table') AND change.row_id = :row
ORDER BY change.seq DESC;

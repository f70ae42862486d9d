-- severity: error
-- what: sentences that overlap
-- remedy: read the source's sections again
SELECT id AS row, 'begins at ' || start_char || ', the one before ends at ' || before AS detail FROM (
  SELECT id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before FROM sentences) WHERE start_char < before;

-- severity: error
-- what: a text whose last section ends before it does
-- remedy: draw the sections so that they cover the text
SELECT snapshots.id AS row, 'ends at ' || length(text) || ', the last section at ' || coalesce((SELECT max(end_char) FROM sections WHERE snapshot_id = snapshots.id), 0) AS detail
  FROM snapshots WHERE length(text) <> coalesce((SELECT max(end_char) FROM sections WHERE snapshot_id = snapshots.id), 0);

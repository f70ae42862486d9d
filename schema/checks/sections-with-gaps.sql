-- severity: error
-- what: sections that overlap, or leave part of the text without a voice
-- remedy: draw the sections so that they cover the text
SELECT id AS row, 'begins at ' || start_char || ', the one before ends at ' || before AS detail FROM (
  SELECT id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before FROM sections) WHERE start_char <> before;

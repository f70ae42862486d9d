-- severity: error
-- what: words that are not the snapshot's at that place
-- remedy: record the passage anew from the text
SELECT passages.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM passages
  WHERE kb_slice(snapshot_id, start_char, end_char) <> exact;

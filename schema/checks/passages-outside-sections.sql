-- severity: error
-- what: a passage that does not begin in its section
-- remedy: read the source's sections again
SELECT passages.id AS row, sections.id AS detail FROM passages JOIN sections ON sections.id = section_id
  WHERE sections.snapshot_id <> passages.snapshot_id OR passages.start_char < sections.start_char OR passages.start_char >= sections.end_char;

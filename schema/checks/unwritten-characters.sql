-- severity: notice
-- what: a control character or noncharacter, which XML and other formats cannot carry
-- remedy: write it without
-- action: correct id={row}
WITH unwritten(pattern) AS (SELECT '*[' || char(1) || '-' || char(8) || char(11) || char(12) || char(14) || '-' || char(31) || char(127) || '-' || char(132) || char(134) || '-' || char(159) || char(64976) || '-' || char(65007) || char(65534) || char(65535) || ']*'),
words(id, place, words) AS (
  SELECT id, 'claims.text', text FROM claims UNION ALL SELECT id, 'claims.object_text', object_text FROM claims WHERE object_text IS NOT NULL
  UNION ALL SELECT id, 'the name', label FROM entities UNION ALL SELECT entity_id, 'another name', name FROM names
  UNION ALL SELECT id, 'description', description FROM actors WHERE description IS NOT NULL
  UNION ALL SELECT id, 'description', description FROM things WHERE description IS NOT NULL
  UNION ALL SELECT id, 'description', description FROM events WHERE description IS NOT NULL
  UNION ALL SELECT id, 'predicates.label', label FROM predicates UNION ALL SELECT id, 'predicates.description', description FROM predicates
  UNION ALL SELECT id, 'rationale', rationale FROM relations UNION ALL SELECT id, 'reason', reason FROM distinct_entities
  UNION ALL SELECT id, 'sources.note', note FROM sources WHERE note IS NOT NULL)
SELECT id AS row, place || ': ' || words AS detail FROM words, unwritten WHERE words GLOB pattern;

-- severity: error
-- what: reviewed, though nobody but its author has checked it
-- action: review id={row}
WITH saying AS (SELECT 'claims' AS table_name, id FROM claims WHERE status = 'reviewed'
  UNION ALL SELECT 'assertions', id FROM assertions WHERE status = 'reviewed' UNION ALL SELECT 'mentions', id FROM mentions WHERE status = 'reviewed'
  UNION ALL SELECT 'relations', id FROM relations WHERE status = 'reviewed' UNION ALL SELECT 'citations', id FROM citations WHERE status = 'reviewed')
SELECT id AS row, 'a row of ' || table_name AS detail FROM saying WHERE NOT EXISTS (SELECT 1 FROM verdicts
  WHERE verdicts.table_name = saying.table_name AND row_id = saying.id AND verdict = 'carries' AND independent);

-- severity: error
-- what: a claim that nobody is said to make
-- remedy: record an assertion of it, if a source makes it
-- action: retract id={row}
SELECT id AS row, text AS detail FROM claims WHERE status <> 'retracted' AND merged_into_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = claims.id AND status <> 'retracted');

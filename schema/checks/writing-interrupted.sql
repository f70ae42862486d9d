-- severity: error
-- what: a writer that never finished its run
-- remedy: let the work that it belongs to finish, if it still goes on
-- action: undo run={row}
SELECT coalesce(run_id, '') AS row, 'change_context is set' AS detail FROM change_context
UNION ALL SELECT id, 'began ' || started_at FROM runs WHERE ended_at IS NULL;

-- title: Recent runs, and who made them
-- description: The latest hundred runs, with how many claims and assertions each recorded and how many rows it changed.
SELECT run.started_at, run.kind, contributor.name AS contributor, run.reason,
  (SELECT count(*) FROM claims WHERE run_id = run.id) AS claims, (SELECT count(*) FROM assertions WHERE run_id = run.id) AS assertions,
  (SELECT count(*) FROM revisions WHERE run_id = run.id) AS changes, run.software || ' ' || run.version AS software, run.id AS run_id
FROM (SELECT * FROM runs ORDER BY started_at DESC, id LIMIT 100) AS run JOIN contributors AS contributor ON contributor.id = run.contributor_id
ORDER BY run.started_at DESC, run.id;

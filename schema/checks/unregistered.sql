-- severity: error
-- what: an actor, thing, event or source without its place in the registry
-- remedy: insert it anew through the library
SELECT id AS row, 'not in entities as it should be' AS detail FROM (
  SELECT id, 'actor' AS kind, name AS label FROM actors UNION ALL SELECT id, 'thing', name FROM things
  UNION ALL SELECT id, 'event', name FROM events UNION ALL SELECT id, 'source', title FROM sources) AS rows
  WHERE NOT EXISTS (SELECT 1 FROM entities WHERE entities.id = rows.id AND entities.kind = rows.kind AND entities.label = rows.label);

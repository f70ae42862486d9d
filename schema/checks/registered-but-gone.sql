-- severity: error
-- what: a place in the registry whose row is gone
-- remedy: restore the row from a dump
SELECT id AS row, kind AS detail FROM entities WHERE NOT EXISTS (
  SELECT 1 FROM actors WHERE actors.id = entities.id UNION ALL SELECT 1 FROM things WHERE things.id = entities.id
  UNION ALL SELECT 1 FROM events WHERE events.id = entities.id UNION ALL SELECT 1 FROM sources WHERE sources.id = entities.id);

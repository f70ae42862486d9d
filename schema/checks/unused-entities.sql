-- severity: notice
-- what: actors and things that nothing refers to
-- remedy: keep it, if something will refer to it
-- action: retract id={row}
SELECT entities.id AS row, kind AS detail FROM entities WHERE status = 'current' AND kind IN ('actor', 'thing')
  AND NOT EXISTS (SELECT 1 FROM claims WHERE subject_id = entities.id) AND NOT EXISTS (SELECT 1 FROM claims WHERE object_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM claims WHERE place_id = entities.id) AND NOT EXISTS (SELECT 1 FROM assertions WHERE speaker_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id) AND NOT EXISTS (SELECT 1 FROM participations WHERE entity_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM sections WHERE speaker_id = entities.id) AND NOT EXISTS (SELECT 1 FROM source_authors WHERE actor_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM sources WHERE publisher_id = entities.id) AND NOT EXISTS (SELECT 1 FROM part_of WHERE part_of_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM events WHERE place_id = entities.id) AND NOT EXISTS (SELECT 1 FROM affiliations WHERE whole_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM affiliations WHERE entity_id = entities.id);

-- title: Who arms whom
-- description: Claims that somebody supplies arms to somebody, and claims about the deals, weapons and know-how that pass from one to another; a supply that
--   is denied and a deal that was cancelled are among them.
-- param: predicates (predicates) | Predicates | supplies-arms-to | The predicates for supplying, by label or id, parted by semicolons.
-- param: things (things) | Deals, weapons, know-how | russia-china-missile-deal chinese-military-hardware russian-and-soviet-engineering | Things that
--   pass from one to another, by name or id, parted by semicolons; leave empty for the predicates alone.
WITH
  supplying AS MATERIALIZED (SELECT value AS id FROM json_each('["' || replace(trim(:predicates), ' ', '","') || '"]')),
  passed AS MATERIALIZED (SELECT value AS id FROM json_each('["' || replace(trim(:things), ' ', '","') || '"]')),
  about_passed AS MATERIALIZED (
    SELECT claims.rowid AS place, predicate_id FROM passed CROSS JOIN claims ON claims.subject_id = passed.id
    UNION SELECT claims.rowid, predicate_id FROM passed CROSS JOIN claims ON claims.object_id = passed.id),
  -- in the order in which they were recorded, before anything else of them is looked up
  chosen AS (
    SELECT place FROM (
      SELECT claims.rowid AS place, 1 AS part FROM supplying CROSS JOIN claims ON claims.predicate_id = supplying.id
      UNION ALL SELECT place, 2 FROM about_passed WHERE predicate_id IS NULL OR predicate_id NOT IN (SELECT id FROM supplying))
    ORDER BY part, place LIMIT -1)
SELECT giver.label AS who, predicates.label AS does, coalesce(taker.label, claims.object_text) AS whom, said.claim, said.speaker, said.stance, said.certainty, said.quote,
  said.source_id, claims.subject_id AS who_id, claims.object_id AS whom_id, said.claim_id, said.assertion_id
FROM chosen CROSS JOIN claims ON claims.rowid = chosen.place CROSS JOIN who_says_what AS said ON said.assertion_id IN (SELECT id FROM assertions WHERE claim_id = claims.id)
LEFT JOIN entities AS giver ON giver.id = claims.subject_id LEFT JOIN predicates ON predicates.id = claims.predicate_id
LEFT JOIN entities AS taker ON taker.id = claims.object_id;

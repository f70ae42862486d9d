-- severity: notice
-- what: a name that several current entities bear, so that it is refused as ambiguous
-- remedy: name them by their ids, correct the name of one, or mark them as not the same
WITH borne(folded, id, kind, own) AS MATERIALIZED (
  SELECT lower(name), id, kind, max(own) FROM (
    SELECT id, kind, label AS name, 1 AS own FROM entities WHERE status = 'current' AND kind <> 'source'
    UNION ALL SELECT entities.id, entities.kind, name, 0 FROM names JOIN entities ON entities.id = entity_id
      WHERE status = 'current' AND entities.kind <> 'source' AND names.kind NOT IN ('metonym', 'demonym', 'description'))
  GROUP BY 1, 2)
SELECT min(id) AS row, listed.folded || ' names ' || group_concat(id, ', ') AS detail FROM (SELECT * FROM borne ORDER BY folded, id) AS listed
GROUP BY listed.folded HAVING count(*) > 1 AND (count(DISTINCT kind) > 1 OR min(own) = 0)
  AND count(*) * (count(*) - 1) / 2 > (SELECT count(*) FROM distinct_entities AS d JOIN borne AS one ON one.id = d.entity_id AND one.folded = listed.folded
    JOIN borne AS two ON two.id = d.other_id AND two.folded = one.folded);

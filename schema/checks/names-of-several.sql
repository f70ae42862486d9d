-- severity: notice
-- what: a name that several current entities bear, so that it is refused as ambiguous
-- remedy: name them by their ids, correct the name of one, or mark them as not the same
WITH borne(folded, id, kind, own) AS MATERIALIZED (
  SELECT lower(name), id, kind, max(own) FROM (
    SELECT id, kind, label AS name, 1 AS own FROM entities WHERE status = 'current' AND kind <> 'source'
    UNION ALL SELECT entities.id, entities.kind, name, 0 FROM names JOIN entities ON entities.id = entity_id
      WHERE status = 'current' AND entities.kind <> 'source' AND names.kind NOT IN ('metonym', 'demonym', 'description'))
  GROUP BY 1, 2),
-- from the marks to the names: the other way about, each name would go through all that is borne
marked(folded, marks) AS MATERIALIZED (
  SELECT one.folded, count(*) FROM distinct_entities AS d CROSS JOIN borne AS one ON one.id = d.entity_id
    CROSS JOIN borne AS two ON two.id = d.other_id AND two.folded = one.folded GROUP BY 1)
SELECT min(id) AS row, listed.folded || ' names ' || group_concat(id, ', ') AS detail FROM (SELECT * FROM borne ORDER BY folded, id) AS listed
GROUP BY listed.folded HAVING count(*) > 1 AND (count(DISTINCT kind) > 1 OR min(own) = 0)
  AND count(*) * (count(*) - 1) / 2 > coalesce((SELECT marks FROM marked WHERE marked.folded = listed.folded), 0);

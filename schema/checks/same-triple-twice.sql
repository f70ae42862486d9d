-- severity: notice
-- what: two current claims with the same triple and the same time
-- remedy: give one of them the subject, predicate, object or time that tells them apart
-- action: merge old={other} into={row}
SELECT min(claims.id) AS row, group_concat(claims.id, ', ') AS detail, max(claims.id) AS other
FROM claims JOIN predicates ON predicates.id = predicate_id
WHERE status NOT IN ('proposed', 'retracted') AND merged_into_id IS NULL
GROUP BY predicate_id, CASE WHEN symmetric THEN min(subject_id, coalesce(object_id, '')) ELSE subject_id END,
  CASE WHEN symmetric THEN max(subject_id, coalesce(object_id, '')) ELSE coalesce(object_id, '') END, object_text, about_time HAVING count(*) > 1;

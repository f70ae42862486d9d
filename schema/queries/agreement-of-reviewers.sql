-- title: How far reviewers agree
-- description: For each two reviewers, how many rows of a table both judged, on how many they agree, the share in which they do, and Cohen's
--   kappa, which is 1 where they agree throughout and 0 where they agree as often as chance would have it; none where each always said the same.
WITH pairs AS MATERIALIZED (
  SELECT one.table_name, one.contributor_id AS reviewer_a_id, other.contributor_id AS reviewer_b_id, one.verdict AS verdict_a, other.verdict AS verdict_b, count(*) AS judged
  FROM verdicts AS one JOIN verdicts AS other ON other.table_name = one.table_name AND other.row_id = one.row_id
  WHERE one.contributor_id < other.contributor_id GROUP BY 1, 2, 3, 4, 5
), counts AS (
  SELECT table_name, reviewer_a_id, reviewer_b_id, sum(judged) AS both_judged, sum((verdict_a = verdict_b) * judged) AS agree
  FROM pairs GROUP BY table_name, reviewer_a_id, reviewer_b_id
), chance AS (
  SELECT table_name, reviewer_a_id, reviewer_b_id, sum(said_by_a * said_by_b) AS expected FROM (
    SELECT pairs.table_name, reviewer_a_id, reviewer_b_id, sum((verdict_a = word.value) * judged) AS said_by_a, sum((verdict_b = word.value) * judged) AS said_by_b
    FROM pairs JOIN vocabulary AS word ON word.field = 'reviews.verdict' GROUP BY pairs.table_name, reviewer_a_id, reviewer_b_id, word.value)
  GROUP BY table_name, reviewer_a_id, reviewer_b_id
)
SELECT reviewer_a.name AS reviewer_a, reviewer_b.name AS reviewer_b, table_name, both_judged, agree, round(1.0 * agree / both_judged, 3) AS share,
  round((1.0 * agree * both_judged - expected) / nullif(both_judged * both_judged - expected, 0), 3) AS kappa
FROM counts JOIN chance USING (table_name, reviewer_a_id, reviewer_b_id)
JOIN contributors AS reviewer_a ON reviewer_a.id = reviewer_a_id JOIN contributors AS reviewer_b ON reviewer_b.id = reviewer_b_id
ORDER BY reviewer_a, reviewer_b, table_name;

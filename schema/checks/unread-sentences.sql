-- severity: notice
-- what: sentences that carry no claim and do not say why
-- remedy: read them: the view coverage lists every sentence with what it carries
SELECT source_id AS row, count(*) || ' of ' || (SELECT count(*) FROM coverage AS every WHERE every.source_id = coverage.source_id) || ' sentences' AS detail
  FROM coverage WHERE claims = 0 AND no_claim_reason IS NULL GROUP BY source_id;

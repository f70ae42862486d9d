-- severity: error
-- what: a claim recorded with foreign keys off and never asserted
-- remedy: record an assertion of it
SELECT claim_id AS row, 'in claims_awaiting_assertion' AS detail FROM claims_awaiting_assertion;

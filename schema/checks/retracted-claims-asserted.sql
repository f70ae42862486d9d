-- severity: error
-- what: a retracted claim that somebody is still said to make
-- remedy: retract the assertions too, or review the claim again
SELECT id AS row, current || ' current assertions' AS detail FROM ( -- claims in the order in which they are stored: by id, each would be looked up
  SELECT id, (SELECT count(*) FROM assertions WHERE claim_id = claims.id AND assertions.status <> 'retracted') AS current
  FROM claims NOT INDEXED WHERE status = 'retracted')
WHERE current > 0 ORDER BY id;

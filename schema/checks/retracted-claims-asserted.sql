-- severity: error
-- what: a retracted claim that somebody is still said to make
-- remedy: retract the assertions too, or review the claim again
SELECT claims.id AS row, count(*) || ' current assertions' AS detail FROM claims JOIN assertions ON claim_id = claims.id
  WHERE claims.status = 'retracted' AND assertions.status <> 'retracted' GROUP BY claims.id;

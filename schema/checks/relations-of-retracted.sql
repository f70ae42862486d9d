-- severity: error
-- what: a relation to a retracted claim
-- action: retract id={row}
SELECT relations.id AS row, claims.id AS detail FROM relations JOIN claims ON claims.id IN (from_claim_id, to_claim_id)
  WHERE relations.status <> 'retracted' AND claims.status = 'retracted';

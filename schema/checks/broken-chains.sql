-- severity: error
-- what: an assertion not reported in one of the same claim and source, one level less
-- remedy: correct what it is reported in
-- action: retract id={row}
SELECT child.id AS row, 'level ' || child.level || ', reported in ' || coalesce(child.reported_in_id, 'nothing') AS detail FROM assertions AS child
  LEFT JOIN assertions AS parent ON parent.id = child.reported_in_id
  WHERE (child.level = 0) <> (child.reported_in_id IS NULL)
    OR (child.level > 0 AND (parent.id IS NULL OR parent.claim_id <> child.claim_id OR parent.source_id <> child.source_id OR parent.level <> child.level - 1));

-- severity: error
-- what: an assertion reported only in a retracted one
-- remedy: review the other again
-- action: retract id={row}
SELECT child.id AS row, parent.id AS detail FROM assertions AS child JOIN assertions AS parent ON parent.id = child.reported_in_id
  WHERE child.status <> 'retracted' AND parent.status = 'retracted';

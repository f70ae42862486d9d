-- severity: notice
-- what: claims that name no subject, predicate and object, so that they cannot be asked by those
-- action: correct id={row} column=subject_id
SELECT id AS row, text AS detail FROM claims WHERE status NOT IN ('proposed', 'retracted') AND subject_id IS NULL;

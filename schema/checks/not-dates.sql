-- severity: error
-- what: a date that is not EDTF
-- action: correct id={row} column={column}
SELECT id AS row, published AS detail, 'published' AS column FROM sources LEFT JOIN dates ON edtf = published WHERE published IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, updated, 'updated' FROM sources LEFT JOIN dates ON edtf = updated WHERE updated IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, said, 'said' FROM assertions LEFT JOIN dates ON edtf = said WHERE said IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT claim_id, as_of, 'quantity.as_of' FROM quantities LEFT JOIN dates ON edtf = as_of WHERE as_of IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, start_date, 'start_date' FROM affiliations LEFT JOIN dates ON edtf = start_date WHERE start_date IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, end_date, 'end_date' FROM affiliations LEFT JOIN dates ON edtf = end_date WHERE end_date IS NOT NULL AND valid IS NOT 1;

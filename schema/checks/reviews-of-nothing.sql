-- severity: error
-- what: a review of a row that is not there
-- remedy: restore the row from a dump, or undo the run that gave the review
SELECT reviews.id AS row, table_name || ' ' || row_id AS detail FROM reviews
  WHERE NOT EXISTS (SELECT 1 FROM claims WHERE reviews.table_name = 'claims' AND claims.id = reviews.row_id)
    AND NOT EXISTS (SELECT 1 FROM assertions WHERE reviews.table_name = 'assertions' AND assertions.id = reviews.row_id)
    AND NOT EXISTS (SELECT 1 FROM mentions WHERE reviews.table_name = 'mentions' AND mentions.id = reviews.row_id)
    AND NOT EXISTS (SELECT 1 FROM relations WHERE reviews.table_name = 'relations' AND relations.id = reviews.row_id)
    AND NOT EXISTS (SELECT 1 FROM citations WHERE reviews.table_name = 'citations' AND citations.id = reviews.row_id);

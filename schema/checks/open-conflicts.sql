-- severity: notice
-- what: two values of a row between which nobody has decided
-- action: settle id={row}
SELECT id AS row, table_name || ' ' || row_id || coalesce(': ' || (SELECT group_concat(key, ', ') FROM json_each(coalesce(ours, theirs))), '') AS detail
FROM conflicts WHERE status = 'open' ORDER BY id;

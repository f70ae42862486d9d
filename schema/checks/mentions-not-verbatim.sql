-- severity: error
-- what: a mention whose words are not the snapshot's at that place
-- action: correct id={row}
-- action: retract id={row}
SELECT mentions.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM mentions
  WHERE kb_slice(snapshot_id, start_char, end_char) <> exact;

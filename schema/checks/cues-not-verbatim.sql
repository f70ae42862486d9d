-- severity: error
-- what: a cue whose words are not the snapshot's at that place
-- action: correct id={row} column=cue
SELECT assertions.id AS row, cue AS detail FROM assertions JOIN passages ON passages.id = passage_id
  WHERE cue IS NOT NULL AND kb_slice(snapshot_id, cue_start_char, cue_end_char) <> cue;

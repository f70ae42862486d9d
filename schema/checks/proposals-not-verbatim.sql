-- severity: error
-- what: a proposal whose words, speaker or cue are not the snapshot's at that place
-- remedy: propose the claims of the text anew
SELECT proposals.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM proposals
  WHERE kb_slice(snapshot_id, start_char, end_char) IS NOT exact
    OR (speaker IS NOT NULL AND kb_slice(snapshot_id, speaker_start_char, speaker_end_char) IS NOT speaker)
    OR (cue IS NOT NULL AND kb_slice(snapshot_id, cue_start_char, cue_end_char) IS NOT cue);

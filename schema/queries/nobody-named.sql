-- title: Beliefs without a named holder
-- description: What a text attributes to people it does not name, or to nobody in particular, as in “it is believed”.
-- param: source (source) | Source | | The source, by title or id; leave empty for all.
SELECT claim, speaker, speaker_anonymity, stance, certainty, act, cue, quote, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND CASE WHEN counted THEN speaker_anonymity <> 'named' END
ORDER BY source_id, start_char, claim;

-- title: Beliefs that nobody is named for
-- description: What a text says is held by people it does not name, or by nobody in particular, as in “it is believed”.
-- param: source | Source | | Id of the source; leave empty for all.
SELECT claim, speaker, speaker_anonymity, stance, certainty, act, cue, quote, via, source_id, claim_id
FROM claim_sheet
WHERE source_id IN (SELECT id FROM sources WHERE :source IN ('', id)) AND speaker_anonymity <> 'named' AND counted
ORDER BY source_id, start_char, claim;

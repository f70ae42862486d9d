-- title: Where two texts agree
-- description: What speakers in both sources affirm or both deny, and related claims of theirs on which their stances come to an
--   agreement, with or without a limit, and the reason recorded for it; claims that both make come first.
-- param: first (source) | First source | asia-times-2025 | The one source, by title or id.
-- param: second (source) | Second source | epoch-times-2021 | The other source, by title or id; the same one finds agreements within one text.
SELECT finding, claim_a, speaker_a, stance_a, quote_a, claim_b, speaker_b, stance_b, quote_b, comparable, kind, rationale, claim_a_id, claim_b_id
FROM agreements
WHERE source_a_id = :first AND +source_b_id = :second
  AND (:first <> :second OR (claim_a_id, stance_a, speaker_a_id) < (claim_b_id, stance_b, speaker_b_id))
ORDER BY kind <> 'same-claim', finding, claim_a, speaker_a, claim_b, speaker_b;

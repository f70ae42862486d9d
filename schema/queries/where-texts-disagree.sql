-- title: Where two texts disagree, and why
-- description: What a speaker in one source affirms and a speaker in the other denies, related claims of theirs on which their stances come to a
--   disagreement or a tension, and the reason recorded for it. The base does not say which of them is right.
-- param: first (source) | First source | asia-times-2025 | The one source, by title or id.
-- param: second (source) | Second source | epoch-times-2021 | The other source, by title or id; the same one finds tensions within one text.
SELECT finding, claim_a, speaker_a, stance_a, quote_a, claim_b, speaker_b, stance_b, quote_b, comparable, kind, rationale, claim_a_id, claim_b_id
FROM disagreements
WHERE source_a_id = :first AND +source_b_id = :second
  AND (:first <> :second OR (claim_a_id, stance_a, speaker_a_id) < (claim_b_id, stance_b, speaker_b_id))
ORDER BY finding, kind <> 'same-claim', claim_a, speaker_a, claim_b, speaker_b;

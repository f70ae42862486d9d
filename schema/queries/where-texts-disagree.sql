-- title: Where two texts disagree or qualify each other, and why
-- description: What one source affirms and the other denies, claims of theirs that contradict or qualify each other, and the reason recorded
--   for it. Which of them is right is not said here.
-- param: first | First source | asia-times-2025 | Id of the one source.
-- param: second | Second source | epoch-times-2021 | Id of the other source; the same id finds tensions within one text.
SELECT kind, claim_a, speaker_a, stance_a, quote_a, claim_b, speaker_b, stance_b, quote_b, comparable, rationale, claim_a_id, claim_b_id
FROM disagreements
WHERE source_a_id = :first AND +source_b_id = :second AND kind NOT IN ('claims-only', 'updates')
  AND (:first <> :second OR (claim_a_id, stance_a, speaker_a_id) < (claim_b_id, stance_b, speaker_b_id))
ORDER BY kind, claim_a, speaker_a, claim_b, speaker_b;

-- title: Claims sentence by sentence
-- description: The text sentence by sentence, with the claims quoted from each sentence, or the reason why there are none.
-- param: source (source) | Source | asia-times-2025 | The source, by title or id.
SELECT coverage.position, coverage.section, coverage.sentence, coverage.claims,
  (SELECT group_concat(claim, ' | ') FROM (SELECT DISTINCT standing.claim FROM passages JOIN standing ON standing.passage_id = passages.id
    WHERE passages.snapshot_id = sources.snapshot_id AND passages.start_char < coverage.end_char AND passages.end_char > coverage.start_char
    ORDER BY passages.start_char, standing.claim)) AS what,
  coverage.no_claim_reason
FROM coverage JOIN sources ON sources.id = coverage.source_id
WHERE coverage.source_id = :source
ORDER BY coverage.position;

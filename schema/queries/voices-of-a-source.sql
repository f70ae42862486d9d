-- title: Whose voices a source carries
-- description: Everyone who speaks in a source, with how much each affirms, denies and leaves open.
-- param: source | Source | epoch-times-2021 | Id of the source.
SELECT speaker, speaker_anonymity, count(DISTINCT claim_id) AS claims, sum(stance = 'affirms') AS affirms, sum(stance = 'denies') AS denies,
  sum(stance = 'uncommitted') AS leaves_open, min(level) AS level, speaker_id
FROM who_says_what
WHERE source_id = :source
GROUP BY speaker_id
ORDER BY claims DESC, speaker;

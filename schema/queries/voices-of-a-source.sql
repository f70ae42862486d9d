-- title: Who speaks in a source
-- description: Everyone who speaks in a source, with the claims each affirms, denies or leaves open; level 0 is the source's own voice.
-- param: source (source) | Source | epoch-times-2021 | The source, by title or id.
SELECT speaker, speaker_anonymity, min(level) AS level, count(DISTINCT claim_id) AS claims,
  count(DISTINCT CASE stance WHEN 'affirms' THEN claim_id END) AS affirms, count(DISTINCT CASE stance WHEN 'denies' THEN claim_id END) AS denies,
  count(DISTINCT CASE stance WHEN 'uncommitted' THEN claim_id END) AS leaves_open, speaker_id
FROM who_says_what
WHERE source_id = :source
GROUP BY speaker_id
ORDER BY claims DESC, speaker;

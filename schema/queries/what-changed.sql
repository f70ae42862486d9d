-- title: What changed since a year
-- description: Where a later text says how a matter stands later, or affirms what contradicts an earlier text, both with their words; then what is said to
--   have happened since, as far as its date is known to be later. What a text leaves undated is as old as the text.
-- param: since | Since | 2021 | The last year, month or day of the time before, such as 2021 or 2021-10-31.
WITH
  later AS MATERIALIZED (SELECT sources.id, dates.earliest FROM sources JOIN dates ON dates.edtf = sources.published WHERE dates.earliest > :since || '~'
    ORDER BY dates.earliest, sources.id),
  happened AS (SELECT id, actuality FROM events WHERE earliest > :since || '~' AND actuality IN ('occurred', 'ongoing') ORDER BY earliest, id LIMIT -1)
SELECT CASE WHEN relation.relation = 'contradicts' THEN 'said otherwise' WHEN 'affirms' IN (a.stance, b.stance) THEN 'changed since' ELSE 'unchanged' END AS change,
  (SELECT text FROM claims WHERE id = a.claim_id) AS later, (SELECT name FROM actors WHERE id = a.speaker_id) AS later_speaker, a.stance AS later_stance,
  (SELECT exact FROM passages WHERE id = a.passage_id) AS later_quote,
  (SELECT text FROM claims WHERE id = b.claim_id) AS earlier, (SELECT name FROM actors WHERE id = b.speaker_id) AS earlier_speaker, b.stance AS earlier_stance,
  (SELECT exact FROM passages WHERE id = b.passage_id) AS earlier_quote, relation.rationale,
  a.source_id AS later_source_id, b.source_id AS earlier_source_id, a.claim_id AS later_claim_id, b.claim_id AS earlier_claim_id, NULL AS event_id
-- joins with the views would make SQLite read all claims into a Bloom filter
FROM later CROSS JOIN assertions AS a ON a.source_id = later.id AND a.stance <> 'uncommitted'
CROSS JOIN relations AS relation ON relation.from_claim_id = a.claim_id AND relation.relation IN ('updates', 'contradicts')
  OR relation.to_claim_id = a.claim_id AND relation.relation = 'contradicts'
CROSS JOIN assertions AS b ON b.claim_id IN (relation.from_claim_id, relation.to_claim_id) AND b.claim_id <> a.claim_id AND b.stance <> 'uncommitted'
WHERE relation.status NOT IN ('proposed', 'retracted') AND (relation.relation = 'updates' OR a.stance = 'affirms' AND b.stance = 'affirms')
  -- of what time each claim speaks: its own, else that of the publication
  AND CASE WHEN b.claim_id <> a.claim_id THEN coalesce((SELECT about_earliest FROM claims WHERE id = a.claim_id), later.earliest) > :since || '~' END
  AND coalesce((SELECT about_latest FROM claims WHERE id = b.claim_id),
    (SELECT dates.latest FROM sources JOIN dates ON dates.edtf = sources.published WHERE sources.id = b.source_id)) <= :since || '~'
  AND (SELECT count(*) FROM voices WHERE voices.assertion_id IN (a.id, b.id)) = 2
UNION ALL
SELECT happened.actuality, said.claim, said.speaker, said.stance, said.quote, NULL, NULL, NULL, NULL, NULL, said.source_id, NULL, said.claim_id, NULL, happened.id
FROM happened CROSS JOIN claims ON claims.event_id = happened.id AND claims.kind = 'factual' CROSS JOIN voices AS said ON said.claim_id = claims.id AND said.stance = 'affirms';

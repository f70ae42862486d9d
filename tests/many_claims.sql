-- Two thousand invented claims in fifty invented sources: enough for SQLite to plan as it would for a large base.
CREATE TEMP TABLE n AS WITH RECURSIVE up(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM up WHERE i < 1999) SELECT i FROM up;
INSERT INTO actors(id, name, kind, anonymity)
  SELECT 'actor-' || i, 'Actor ' || i, 'organization', CASE i % 10 WHEN 8 THEN 'unspecified' WHEN 9 THEN 'unnamed-collective' ELSE 'named' END FROM n WHERE i < 100;
INSERT INTO things(id, name, kind) SELECT 'thing-' || i, 'Thing ' || i, 'place' FROM n WHERE i < 100;
INSERT INTO events(id, name, kind, actuality, date, date_basis, place_id)
  SELECT 'event-' || i, 'Event ' || i, 'meeting', 'occurred', 1900 + i, 'stated', 'thing-' || (i % 50) FROM n WHERE i < 100;
INSERT INTO predicates(id, label, description) SELECT 'verb-' || i, 'verb ' || i, 'A verb.' FROM n WHERE i < 10;
INSERT INTO sources(id, title, kind, publisher_id, published, published_basis)
  SELECT 'source-' || i, 'Source ' || i, 'article', 'actor-' || i, '2021', 'stated' FROM n WHERE i < 50;
-- forty sentences of 37 characters a source, a space between
INSERT INTO snapshots(id, source_id, sha256, text)
  SELECT 'snp-' || (i / 40), 'source-' || (i / 40), printf('%064x', i / 40), group_concat(printf('Sentence %04d says something of note.', i), ' ')
  FROM n GROUP BY i / 40;
INSERT INTO sections(id, snapshot_id, position, kind, start_char, end_char) SELECT 'sec-' || i, 'snp-' || i, 1, 'body', 0, 40 * 38 - 1 FROM n WHERE i < 50;
INSERT INTO sentences(id, snapshot_id, section_id, position, start_char, end_char)
  SELECT 'sen-' || i, 'snp-' || (i / 40), 'sec-' || (i / 40), i % 40 + 1, i % 40 * 38, i % 40 * 38 + 37 FROM n;
INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact)
  SELECT 'psg-' || i, 'snp-' || (i / 40), 'sec-' || (i / 40), i % 40 * 38, i % 40 * 38 + 37, printf('Sentence %04d says something of note.', i) FROM n;
INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense)
  SELECT 'men-' || i, 'snp-' || (i / 40), i % 40 * 38, i % 40 * 38 + 8, 'Sentence', 'thing-' || (i % 7), 'name' FROM n;
INSERT INTO claims(id, text, kind, subject_id, predicate_id, object_id, event_id, place_id, about_time, status, recorded_at)
  SELECT 'clm-' || i, 'Claim ' || i, CASE i % 4 WHEN 0 THEN 'factual' WHEN 1 THEN 'prediction' WHEN 2 THEN 'conditional' ELSE 'evaluation' END,
    'actor-' || (i % 100), 'verb-' || (i % 10), 'thing-' || (i * 7 % 100), CASE WHEN i % 3 = 0 THEN 'event-' || (i % 100) END,
    CASE WHEN i % 5 = 0 THEN 'thing-' || (i % 50) END, CASE WHEN i % 2 THEN '2021' END, CASE WHEN i % 50 = 7 THEN 'proposed' ELSE 'reviewed' END,
    '2026-01-01T00:00:00Z' FROM n;
INSERT INTO assertions(id, claim_id, passage_id, source_id, level, speaker_id, act, stance, recorded_at)
  SELECT 'ast-a' || i, 'clm-' || i, 'psg-' || i, 'source-' || (i / 40), 0, 'actor-' || (i / 40), CASE i % 4 WHEN 0 THEN 'reports' ELSE 'asserts' END,
    CASE i % 4 WHEN 0 THEN 'uncommitted' WHEN 1 THEN 'denies' ELSE 'affirms' END, '2026-01-01T00:00:00Z' FROM n;
INSERT INTO assertions(id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, recorded_at)
  SELECT 'ast-b' || i, 'clm-' || i, 'psg-' || i, 'source-' || (i / 40), 1, 'ast-a' || i, 'actor-' || (i * 7 % 100), 'source-' || (i % 50), '2026-01-01T00:00:00Z'
  FROM n WHERE i % 4 = 0;
-- a second source speaks of every sixth claim
INSERT INTO assertions(id, claim_id, passage_id, source_id, level, speaker_id, stance, recorded_at)
  SELECT 'ast-c' || i, 'clm-' || i, 'psg-' || ((i + 40) % 2000), 'source-' || ((i + 40) % 2000 / 40), 0, 'actor-' || (i % 90),
    CASE i % 18 WHEN 0 THEN 'affirms' ELSE 'denies' END, '2026-01-01T00:00:00Z' FROM n WHERE i % 6 = 0;
INSERT INTO quantities(claim_id, comparison, value, unit, measure, verbatim) SELECT 'clm-' || i, 'equal', i, 'ships', 'ships counted', '' || i FROM n WHERE i % 10 = 0;
INSERT INTO participations(event_id, entity_id, role, claim_id) SELECT 'event-' || (i % 100), 'actor-' || (i * 3 % 100), 'host', 'clm-' || i FROM n WHERE i % 3 = 0;
INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, recorded_at)
  SELECT 'rel-' || i, 'clm-' || i, 'clm-' || ((i + 3) % 2000),
    CASE i % 4 WHEN 0 THEN 'contradicts' WHEN 1 THEN 'updates' WHEN 2 THEN 'qualifies' ELSE 'agrees' END, 'For the test.', '2026-01-01T00:00:00Z'
  FROM n WHERE i % 5 < 2;
INSERT INTO citations(id, citing_source_id, cited_id, cited_text, passage_id)
  SELECT 'cit-' || i, 'source-' || i, 'source-' || (i * 3 % 50), 'a work', 'psg-' || (i * 40) FROM n WHERE i < 50;
DROP TABLE n;

-- One valid row or more in every table, written past the library: run it in a bare sqlite3 on an empty base, and the laws of
-- schema.sql must let it through. Everything in it is invented. Every reference and every column of controlled words is filled
-- somewhere, and each table whose rows may be deleted has a `spare` row that nothing refers to.
BEGIN;

INSERT INTO vocabulary(field, value, label, description) VALUES
  ('things.kind', 'seed-thing', 'seed thing', 'A kind of thing that only this seed knows.'),
  ('events.kind', 'seed-event', 'seed event', 'A kind of event that only this seed knows.'),
  ('participations.role', 'seed-role', 'seed role', 'A role that only this seed knows.'),
  ('names.kind', 'spare', 'spare', 'A word that nothing uses.');

INSERT INTO contributors(id, name, kind, url) VALUES
  ('seed-desk', 'The seed desk', 'group', 'https://example.org/desk'),
  ('spare-contributor', 'Another desk', 'group', NULL);
INSERT INTO runs(id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES
  ('run-seed', 'add', 'seed-desk', 'sqlite3', '3', 'a seed for the laws', '2021-11-01T09:00:00Z', '2021-11-01T09:00:01.250Z'),
  ('run-spare', 'correct', 'seed-desk', 'sqlite3', '3', NULL, '2021-11-02T09:00:00Z', NULL);
INSERT INTO change_context(one, run_id, reason) VALUES (1, 'run-seed', 'a seed for the laws');

INSERT INTO predicates(id, label, description, iri, run_id) VALUES
  ('bears', 'bears', 'The subject carries the object.', 'https://example.org/terms/bears', 'run-seed'),
  ('borne-by', 'is borne by', 'The subject is carried by the object.', NULL, 'run-seed'),
  ('spare-predicate', 'spares', 'Nothing uses it.', NULL, 'run-seed');
UPDATE predicates SET symmetric = 0, transitive = 0, inverse_of_id = 'borne-by' WHERE id = 'bears';
INSERT INTO actors(id, name, kind, part_of_id, anonymity, description, run_id) VALUES
  ('port-council', 'Port Council', 'government', NULL, 'named', 'Runs the port.', 'run-seed'),
  ('radio-one', 'Radio One', 'media', 'port-council', 'named', NULL, 'run-seed'),
  ('harbour-board', 'Harbour Board', 'organization', NULL, 'named', NULL, 'run-seed'),
  ('spare-actor', 'Spare Body', 'other', NULL, 'unspecified', NULL, 'run-seed');
INSERT INTO things(id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES
  ('northport', 'Northport', 'seed-thing', NULL, 10.5, -20.25, 'A port.', 'run-seed'),
  ('north-bridge', 'North Bridge', 'seed-thing', 'northport', NULL, NULL, NULL, 'run-seed'),
  ('weir', 'The weir', 'seed-thing', NULL, NULL, NULL, NULL, 'run-seed'),
  ('old-bridge', 'Old Bridge', 'seed-thing', NULL, NULL, NULL, NULL, 'run-seed'),
  ('spare-thing', 'Spare Thing', 'seed-thing', NULL, NULL, NULL, NULL, 'run-seed');
INSERT INTO events(id, name, kind, actuality, date, date_basis, place_id, part_of_id, description, run_id) VALUES
  ('bridge-works', 'Works on the bridge', 'seed-event', 'ongoing', '2020/..', 'inferred', NULL, NULL, NULL, 'run-seed'),
  ('bridge-opening', 'Opening of the bridge', 'seed-event', 'occurred', '2021-10', 'stated', 'northport', 'bridge-works', 'With a band.', 'run-seed'),
  ('spare-event', 'Spare event', 'seed-event', 'hypothetical', NULL, NULL, NULL, NULL, NULL, 'run-seed');
UPDATE entities SET status = 'merged', merged_into_id = 'north-bridge' WHERE id = 'old-bridge';

INSERT INTO sources(id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, note, run_id) VALUES
  ('radio-one-news', 'The bridge is open', 'news', 'radio-one', '2021-10-23', 'stated', '2021-10-24', 'en', 'https://example.org/news', 'Radio One', 'Invented.', 'run-seed'),
  ('board-notice', 'Notice to mariners', 'document', 'harbour-board', '2021', 'inferred', NULL, NULL, NULL, NULL, NULL, 'run-seed'),
  ('spare-source', 'Spare source', 'document', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'run-seed');
INSERT INTO source_authors(source_id, position, actor_id, role, run_id) VALUES ('radio-one-news', 1, 'radio-one', 'author', 'run-seed');
INSERT INTO names(entity_id, name, kind, language, run_id) VALUES ('north-bridge', 'the Span', 'alias', 'en', 'run-seed');
INSERT INTO identifiers(entity_id, scheme, value, match, run_id)
  SELECT 'northport', value, 'Q0', 'exact', 'run-seed' FROM vocabulary WHERE field = 'identifiers.scheme' ORDER BY value LIMIT 1;

INSERT INTO snapshots(id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES
  ('snp-news', 'radio-one-news', printf('%064d', 1), 'text/plain',
   '🌉 The bridge is open' || char(10) || 'Radio One reports that North Bridge bears “forty” lorries. The Harbour Board denies that it does.',
   'https://example.org/news', '2021-11-01T08:00:00Z', 'run-seed'),
  ('snp-notice', 'board-notice', printf('%064d', 2), 'text/plain', 'North Bridge is shut.', NULL, NULL, 'run-seed');
INSERT INTO snapshots(id, source_id, sha256, text, run_id, purged_in_id)
  VALUES ('snp-purged', 'board-notice', printf('%064d', 3), '████████', 'run-seed', 'run-seed');
INSERT INTO sections(id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id)
  SELECT 'sec-head', id, 1, 'headline', 0, instr(text, char(10)), 'radio-one', 'run-seed' FROM snapshots WHERE id = 'snp-news'
  UNION ALL SELECT 'sec-body', id, 2, 'body', instr(text, char(10)), length(text), 'radio-one', 'run-seed' FROM snapshots WHERE id = 'snp-news'
  UNION ALL SELECT 'sec-notice', id, 1, 'body', 0, length(text), 'harbour-board', 'run-seed' FROM snapshots WHERE id = 'snp-notice'
  UNION ALL SELECT 'sec-spare', id, 3, 'note', 0, length(text), NULL, 'run-seed' FROM snapshots WHERE id = 'snp-news';
INSERT INTO sentences(id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id)
  SELECT 'sen-head', id, 'sec-head', 1, 0, instr(text, char(10)), 'a title', 'run-seed' FROM snapshots WHERE id = 'snp-news'
  UNION ALL SELECT 'sen-body', id, 'sec-body', 2, instr(text, char(10)), instr(text, ' The Harbour') - 1, NULL, 'run-seed' FROM snapshots WHERE id = 'snp-news';
INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact, run_id)
  SELECT 'psg-bears', id, 'sec-body', instr(text, q) - 1, instr(text, q) - 1 + length(q), q, 'run-seed'
    FROM snapshots, (SELECT 'North Bridge bears “forty” lorries' AS q) WHERE id = 'snp-news'
  UNION ALL SELECT 'psg-denies', id, 'sec-body', instr(text, q) - 1, instr(text, q) - 1 + length(q), q, 'run-seed'
    FROM snapshots, (SELECT 'The Harbour Board denies that it does' AS q) WHERE id = 'snp-news'
  UNION ALL SELECT 'psg-notice', id, 'sec-notice', 0, length(text), text, 'run-seed' FROM snapshots WHERE id = 'snp-notice';
INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id)
  SELECT 'men-bridge', id, instr(text, 'North Bridge') - 1, instr(text, 'North Bridge') + 11, 'North Bridge', 'north-bridge', 'name', 'reviewed', 'run-seed'
    FROM snapshots WHERE id = 'snp-news';

INSERT INTO claims(id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, recorded_at, run_id) VALUES
  ('clm-bears', 'North Bridge bears lorries', 'factual', 'north-bridge', 'bears', NULL, 'lorries', 'bridge-opening', 'northport', '2021-10~', '2021-11-01T09:00:00Z', 'run-seed'),
  ('clm-forty', 'North Bridge bears forty lorries', 'factual', 'north-bridge', 'bears', 'northport', NULL, NULL, NULL, NULL, '2021-11-01T09:00:00Z', 'run-seed'),
  ('clm-shut', 'North Bridge is shut', 'factual', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2021-11-01T09:00:00Z', 'run-seed');
INSERT INTO assertions(id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, said, recorded_at, run_id) VALUES
  ('ast-bears', 'clm-bears', 'psg-bears', 'radio-one-news', 0, NULL, 'radio-one', NULL, 'reports', 'affirms', 'certain', NULL, '2021-11-01T09:00:00Z', 'run-seed'),
  ('ast-board', 'clm-bears', 'psg-denies', 'radio-one-news', 1, 'ast-bears', 'harbour-board', 'board-notice', 'asserts', 'denies', 'certain', '2021-10', '2021-11-01T09:00:00Z', 'run-seed'),
  ('ast-forty', 'clm-forty', 'psg-bears', 'radio-one-news', 0, NULL, 'radio-one', NULL, 'distances', 'uncommitted', 'uncommitted', NULL, '2021-11-01T09:00:00Z', 'run-seed'),
  ('ast-shut', 'clm-shut', 'psg-notice', 'board-notice', 0, NULL, 'harbour-board', NULL, 'asserts', 'affirms', 'certain', NULL, '2021-11-01T09:00:00Z', 'run-seed');
UPDATE assertions SET cue = 'denies', cue_start_char = place, cue_end_char = place + 6
  FROM (SELECT instr(text, 'denies') - 1 AS place FROM snapshots WHERE id = 'snp-news') WHERE id = 'ast-board';
UPDATE claims SET merged_into_id = 'clm-bears', status = 'retracted' WHERE id = 'clm-shut';
INSERT INTO quantities(claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id)
  VALUES ('clm-forty', 'equal', 40, 40, 40, 'lorries', 'lorries on the bridge', '2021', '“forty”', 'run-seed');
INSERT INTO participations(event_id, entity_id, role, claim_id, run_id) VALUES ('bridge-opening', 'north-bridge', 'seed-role', 'clm-bears', 'run-seed');
INSERT INTO relations(id, from_claim_id, to_claim_id, relation, comparable, rationale, recorded_at, run_id)
  VALUES ('rel-forty', 'clm-forty', 'clm-bears', 'qualifies', 'same-time', 'It says how many.', '2021-11-01T09:00:00Z', 'run-seed');
INSERT INTO affiliations(id, entity_id, whole_id, role, claim_id, start_date, end_date, run_id) VALUES
  ('aff-board', 'harbour-board', 'port-council', 'official-of', 'clm-forty', '2021', '2022', 'run-seed'),
  ('aff-bridge', 'north-bridge', 'radio-one', 'belongs-to', NULL, NULL, NULL, 'run-seed');
INSERT INTO citations(id, citing_source_id, cited_id, cited_text, passage_id, run_id)
  VALUES ('cit-board', 'radio-one-news', 'board-notice', 'The Harbour Board', 'psg-denies', 'run-seed');
INSERT INTO event_order(id, event_id, relation, other_event_id, claim_id, run_id)
  VALUES ('ord-opening', 'bridge-opening', 'during', 'bridge-works', 'clm-bears', 'run-seed');
INSERT INTO distinct_entities(id, entity_id, other_id, reason, run_id) VALUES ('dst-weir', 'north-bridge', 'weir', 'The weir carries no road.', 'run-seed');
INSERT INTO reviews(id, table_name, row_id, contributor_id, verdict, note, at, run_id)
  SELECT 'rvw-bears', 'claims', 'clm-bears', contributor_id, 'carries', 'Read twice.', '2021-11-01T09:00:00Z', id FROM runs WHERE id = 'run-seed';
INSERT INTO conflicts(id, table_name, row_id, ours, theirs, whose, at, our_contributor_id, our_at, run_id)
  SELECT 'cfl-bears', 'claims', 'clm-bears', '{"kind":"evaluation"}', '{"kind":"factual"}', contributor_id, '2021-11-01T09:00:00Z', contributor_id,
    '2021-11-02T09:00:00Z', id FROM runs WHERE id = 'run-seed';
INSERT INTO originals(snapshot_id, sha256, media_type, pages, bytes, run_id)
  VALUES ('snp-news', printf('%064d', 3), 'text/html', '[0]', x'3c703e', 'run-seed');
INSERT INTO proposals(id, snapshot_id, parent_id, start_char, end_char, exact, speaker, speaker_start_char, speaker_end_char, speaker_id, kind, act, stance, certainty,
    rule, confidence, status, assertion_id, recorded_at, run_id)
  SELECT 'prp-bears', id, NULL, instr(text, q) - 1, instr(text, q) - 1 + length(q), q, 'Radio One', instr(text, 'Radio One') - 1, instr(text, 'Radio One') + 8, 'radio-one',
    'evaluation', 'warns', 'affirms', 'probable', 'seed', 0.5, 'waiting', NULL, '2021-11-01T09:00:00Z', 'run-seed'
    FROM snapshots, (SELECT 'North Bridge bears “forty” lorries' AS q) WHERE id = 'snp-news'
  UNION ALL SELECT 'prp-denies', id, 'prp-bears', instr(text, q) - 1, instr(text, q) - 1 + length(q), q, NULL, NULL, NULL, 'harbour-board',
    'evaluation', 'warns', 'denies', 'probable', 'seed', 0.5, 'accepted', 'ast-board', '2021-11-01T09:00:00Z', 'run-seed'
    FROM snapshots, (SELECT 'The Harbour Board denies that it does' AS q) WHERE id = 'snp-news';
INSERT INTO origins(file, entry, table_name, row_id, digest, row_digest) VALUES ('seed.toml', 'bears', 'claims', 'clm-bears', 'd1', 'd2');
DELETE FROM change_context;

COMMIT;

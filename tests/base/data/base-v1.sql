-- A base of schema version 1, made with the program as it was when it had that version, and written as text once:
-- the invented source of tests/tiny, and what two people did with it (a word and a thing of their own, a correction, a name taken
-- out, a merge, a view and a table of their own). Run it in an empty database, outside a transaction.
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1801609587;
PRAGMA user_version = 1;
BEGIN;
CREATE TABLE contributors ( -- Who records things here: a person, a body or a piece of software.
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as curators.
  name TEXT NOT NULL CHECK (name <> ''), -- Name as it should be shown.
  kind TEXT NOT NULL, -- Person, organization, group or software.
  url TEXT CHECK (url LIKE 'http%://_%') -- A page about the contributor.
) STRICT;
CREATE TABLE runs ( -- One piece of work that recorded rows: an ingest, an added fact, a correction, a merge.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'run-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted id.
  kind TEXT NOT NULL, -- What sort of work it was.
  contributor_id TEXT NOT NULL REFERENCES contributors(id), -- Who did it.
  software TEXT NOT NULL, -- The program that wrote.
  version TEXT NOT NULL, -- The version of that program.
  reason TEXT, -- Why it was done, in the contributor's words.
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??*Z'), -- When it began (UTC).
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T??:??:??*Z') -- When it was finished (UTC).
) STRICT;
CREATE TABLE revisions ( -- What a row was before, each time one was changed or removed; append-only.
  seq INTEGER PRIMARY KEY AUTOINCREMENT, -- Running number, in order of time.
  table_name TEXT NOT NULL, -- The table the row is in.
  row_id TEXT NOT NULL, -- The row's id; parts of a compound key are joined by an underscore.
  operation TEXT NOT NULL, -- Update or delete.
  before TEXT NOT NULL CHECK (json_valid(before)), -- The whole row before, as a JSON object.
  after TEXT CHECK (after IS NULL OR json_valid(after)), -- The whole row after, as a JSON object; none after a removal.
  reason TEXT, -- Why, as the writer said.
  at TEXT NOT NULL, -- When (UTC).
  run_id TEXT REFERENCES runs(id) -- The run that did it; none when a row was written past the library.
) STRICT;
CREATE TABLE origins ( -- What each entry of each curated file said when it was last read.
  file TEXT NOT NULL, -- The file, relative to the folder that was read.
  entry TEXT NOT NULL, -- The entry in that file: its id, or its position in a chain.
  table_name TEXT NOT NULL, -- The table its row is in.
  row_id TEXT NOT NULL, -- The row it became.
  digest TEXT NOT NULL, -- SHA-256 of what the entry said, so that unchanged input writes nothing.
  row_digest TEXT NOT NULL, -- SHA-256 of the row as the file left it, so that a person's later change is noticed.
  PRIMARY KEY (file, entry, table_name, row_id)
) STRICT;
CREATE TABLE vocabulary ( -- The words that a column may hold, with what each means.
  field TEXT NOT NULL CHECK (field GLOB '?*.?*'), -- The column: table, dot, column.
  value TEXT NOT NULL CHECK (value <> '' AND value NOT GLOB '*[^a-z0-9-]*'), -- The word itself.
  label TEXT NOT NULL, -- How to show it.
  description TEXT NOT NULL, -- What it means, in one sentence.
  iri TEXT CHECK (iri GLOB 'http*://?*' AND iri NOT GLOB '*[ <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  PRIMARY KEY (field, value)
) STRICT;
CREATE TABLE change_context ( -- Who is writing now and why: set and cleared by the writer inside its own transaction.
  one INTEGER PRIMARY KEY CHECK (one = 1), -- Always 1: there is at most one row.
  run_id TEXT, -- The run that writes.
  reason TEXT, -- Its reason, copied to the revisions.
  restoring INTEGER NOT NULL DEFAULT 0, -- 1 while a dump is loaded: revisions come from the dump then.
  relinking INTEGER NOT NULL DEFAULT 0 -- 1 while two claims are merged: chains move one row at a time then.
) STRICT;
CREATE TABLE dates ( -- Every EDTF date in use, with its first and last day.
  edtf TEXT PRIMARY KEY NOT NULL, -- The date as the source gives it.
  first_part TEXT GENERATED ALWAYS AS (rtrim(CASE instr(edtf, '/') WHEN 0 THEN edtf ELSE substr(edtf, 1, instr(edtf, '/') - 1) END, '?~%')) STORED, -- The start of an interval, or the date, without its mark of doubt.
  last_part TEXT GENERATED ALWAYS AS (rtrim(CASE instr(edtf, '/') WHEN 0 THEN edtf ELSE substr(edtf, instr(edtf, '/') + 1) END, '?~%')) STORED, -- The end of an interval, or the date, without its mark of doubt.
  earliest TEXT GENERATED ALWAYS AS (CASE
    WHEN first_part IN ('', '..') THEN NULL
    WHEN first_part GLOB '????-2[1-4]' THEN substr(first_part, 1, 5) || substr('03060912', 2 * substr(first_part, 7, 1) - 1, 2) || '-01'
    ELSE replace(substr(first_part, 1, 4), 'X', '0') || '-' || replace(coalesce(nullif(substr(first_part, 6, 2), ''), '01'), 'XX', '01')
      || '-' || replace(coalesce(nullif(substr(first_part, 9, 2), ''), '01'), 'XX', '01') END) STORED, -- First day it can mean; none when unknown or open.
  latest TEXT GENERATED ALWAYS AS (CASE
    WHEN last_part IN ('', '..') THEN NULL
    WHEN last_part GLOB '????-2[1-4]' THEN date(substr(last_part, 1, 5) || substr('05081112', 2 * substr(last_part, 7, 1) - 1, 2) || '-01', '+1 month', '-1 day')
    WHEN substr(last_part, 9, 2) GLOB '[0-9][0-9]' THEN substr(replace(last_part, 'X', '9'), 1, 10)
    ELSE date(replace(substr(last_part, 1, 4), 'X', '9') || '-' || replace(coalesce(nullif(substr(last_part, 6, 2), ''), '12'), 'XX', '12') || '-01', '+1 month', '-1 day') END) STORED, -- Last day it can mean; none when unknown or open.
  valid INTEGER GENERATED ALWAYS AS (
    edtf <> '' AND length(edtf) - length(replace(edtf, '/', '')) <= 1
    AND NOT (first_part IN ('', '..') AND last_part IN ('', '..'))
    AND (instr(edtf, '/') = 0 OR (first_part NOT GLOB '*T*' AND last_part NOT GLOB '*T*'))
    AND (instr(edtf, '/') > 0 OR first_part NOT IN ('', '..'))
    AND length(edtf) - length(first_part) - CASE instr(edtf, '/') WHEN 0 THEN 0 ELSE length(last_part) + 1 END <= 1 + (instr(edtf, '/') > 0)
    AND edtf NOT GLOB '*[?~%][?~%]*' AND edtf NOT GLOB '*..[?~%]*' AND edtf NOT GLOB '/[?~%]*' AND edtf NOT GLOB '*/[?~%]' AND edtf NOT GLOB '[?~%]*'
    AND (first_part IN ('', '..') OR first_part GLOB '[0-9][0-9][0-9][0-9X]' OR first_part GLOB '[0-9][0-9]XX'
      OR first_part GLOB '[0-9][0-9][0-9][0-9X]-XX' OR first_part GLOB '[0-9][0-9][0-9][0-9X]-XX-XX'
      OR first_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]' OR first_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]' OR first_part GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      OR first_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]-XX' OR first_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]-XX'
      OR (first_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(first_part, '+0 days') IS first_part)
      OR (first_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*' AND date(substr(first_part, 1, 10), '+0 days') IS substr(first_part, 1, 10)
        AND substr(first_part, 12, 2) < '24' AND (substr(first_part, 20) IN ('', 'Z') OR substr(first_part, 20) GLOB '[+-][01][0-9]:[0-5][0-9]')))
    AND (last_part IN ('', '..') OR last_part GLOB '[0-9][0-9][0-9][0-9X]' OR last_part GLOB '[0-9][0-9]XX'
      OR last_part GLOB '[0-9][0-9][0-9][0-9X]-XX' OR last_part GLOB '[0-9][0-9][0-9][0-9X]-XX-XX'
      OR last_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]' OR last_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]' OR last_part GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      OR last_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]-XX' OR last_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]-XX'
      OR (last_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(last_part, '+0 days') IS last_part)
      OR (instr(edtf, '/') = 0 AND last_part GLOB '*T*'))
    AND (earliest IS NULL OR latest IS NULL OR earliest <= latest)) STORED -- Whether it is an EDTF date at all; no row elsewhere may use one that is not.
) STRICT;
CREATE TABLE entities ( -- Every actor, thing, event and source under one roof; kept by triggers, never written by hand.
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '-*'
    AND id NOT GLOB 'snp-*' AND id NOT GLOB 'sec-*' AND id NOT GLOB 'sen-*' AND id NOT GLOB 'psg-*' AND id NOT GLOB 'men-*'
    AND id NOT GLOB 'clm-*' AND id NOT GLOB 'ast-*' AND id NOT GLOB 'rel-*' AND id NOT GLOB 'cit-*' AND id NOT GLOB 'run-*'), -- Readable id, unique in the whole base.
  kind TEXT NOT NULL, -- Actor, thing, event or source.
  label TEXT NOT NULL, -- Its name or title.
  status TEXT NOT NULL DEFAULT 'current', -- Current, merged into another, or retracted.
  merged_into_id TEXT REFERENCES entities(id) CHECK ((merged_into_id IS NULL) = (status <> 'merged')) -- The row it was merged into; old ids go on answering.
) STRICT;
CREATE TABLE predicates ( -- The few verbs that claims are made of.
  id TEXT PRIMARY KEY NOT NULL CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as supplies-arms-to.
  label TEXT NOT NULL CHECK (label <> ''), -- How to read it between subject and object.
  description TEXT NOT NULL, -- When to use it, in one sentence.
  iri TEXT CHECK (iri GLOB 'http*://?*' AND iri NOT GLOB '*[ <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE actors ( -- A person or body that can act or speak, named or not.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as xi-jinping.
  name TEXT NOT NULL CHECK (name <> ''), -- Its usual name.
  kind TEXT NOT NULL, -- Person, state, government, organization, military, media, group or other.
  part_of_id TEXT REFERENCES entities(id), -- The body it belongs to.
  anonymity TEXT NOT NULL DEFAULT 'named', -- Whether the sources name it.
  description TEXT, -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE things ( -- Whatever else is talked about: a place, treaty, project, weapon, relationship or idea.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as power-of-siberia-2.
  name TEXT NOT NULL CHECK (name <> ''), -- Its usual name.
  kind TEXT NOT NULL, -- What sort of thing it is.
  part_of_id TEXT REFERENCES entities(id), -- The larger thing it belongs to.
  latitude REAL CHECK (latitude BETWEEN -90 AND 90), -- Degrees north (WGS 84), for places.
  longitude REAL CHECK (longitude BETWEEN -180 AND 180 AND (latitude IS NULL) = (longitude IS NULL)), -- Degrees east (WGS 84), for places.
  description TEXT, -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE events ( -- Something said to have happened, to be going on, planned, predicted, hypothetical, or not to have happened.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as beijing-parade-2025.
  name TEXT NOT NULL CHECK (name <> ''), -- A short name for it.
  kind TEXT NOT NULL, -- What sort of event it is.
  actuality TEXT NOT NULL, -- Whether it happened, as cautiously as any source has it.
  date TEXT, -- When (EDTF), as precise as the sources and no more.
  earliest TEXT, -- First day the date can mean; computed.
  latest TEXT, -- Last day the date can mean; computed.
  date_basis TEXT, -- Where the date comes from.
  place_id TEXT REFERENCES entities(id), -- Where.
  part_of_id TEXT REFERENCES entities(id), -- The larger event it is part of.
  description TEXT, -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "events.date_basis: say where the date comes from, and only when there is a date" CHECK ((date IS NULL) = (date_basis IS NULL))
) STRICT;
CREATE TABLE sources ( -- A published work we hold (with a snapshot) or only cite.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as asia-times-2025.
  title TEXT NOT NULL CHECK (title <> ''), -- Its title.
  kind TEXT NOT NULL, -- What sort of work it is.
  publisher_id TEXT REFERENCES actors(id), -- Who published it.
  published TEXT, -- When it was published (EDTF), as precise as is known.
  published_basis TEXT CHECK ((published IS NULL) = (published_basis IS NULL)), -- Where the date comes from.
  updated TEXT, -- When it was last updated (EDTF), if it says so.
  language TEXT CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*'), -- Language of the text (BCP 47).
  url TEXT CHECK (url LIKE 'http%://_%' AND url NOT GLOB '*[ <>"{}|\^`]*'), -- The publisher's own page.
  rights TEXT, -- Who holds the rights, and what may be done with the text.
  snapshot_id TEXT REFERENCES snapshots(id), -- The current snapshot; none for a work only cited.
  note TEXT, -- Anything a reader should know about the source.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE source_authors ( -- Who wrote a source, in order.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work.
  position INTEGER NOT NULL CHECK (position > 0), -- First author 1, and so on.
  actor_id TEXT NOT NULL REFERENCES actors(id), -- The author.
  role TEXT NOT NULL, -- Author, editor, translator, photographer.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (source_id, position)
) STRICT;
CREATE TABLE names ( -- Every other name an entity goes by; a metonym is how some texts name it, not a synonym.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Whose name it is.
  name TEXT NOT NULL CHECK (name <> ''), -- The name.
  kind TEXT NOT NULL, -- Name, alias, abbreviation, metonym, demonym, description or transliteration.
  language TEXT CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*'), -- Its language (BCP 47), when it matters.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (entity_id, name, kind)
) STRICT;
CREATE TABLE identifiers ( -- What other catalogues call an entity; only where sure.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Whose identifier it is.
  scheme TEXT NOT NULL, -- The catalogue.
  value TEXT NOT NULL CHECK (value <> '' AND value NOT GLOB '*[ <>"{}|\^`]*'), -- The identifier there.
  match TEXT NOT NULL DEFAULT 'exact', -- How closely the two mean the same.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (entity_id, scheme, value)
) STRICT;
CREATE TABLE snapshots ( -- A source's text as received once; never changed, never deleted.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'snp-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from source and sha256.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work it is a text of.
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- SHA-256 of the bytes as received.
  media_type TEXT NOT NULL DEFAULT 'text/plain', -- What the bytes were.
  text TEXT NOT NULL CONSTRAINT "snapshots.text: a text that is not empty and holds no NUL" CHECK (text <> '' AND instr(text, char(0)) = 0), -- The bytes decoded as UTF-8 without byte order mark; nothing else changed.
  retrieved_from TEXT, -- Where it was received from.
  retrieved_at TEXT, -- When it was received (UTC), if known.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (source_id, sha256)
) STRICT;
CREATE TABLE sections ( -- A stretch of a snapshot with a voice of its own: headline, body, caption, disclaimer.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'sec-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot and start.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  position INTEGER NOT NULL CHECK (position > 0), -- Its place in the text, from 1.
  kind TEXT NOT NULL, -- What sort of section it is.
  start_char INTEGER NOT NULL CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CHECK (end_char > start_char), -- Where it ends (exclusive).
  speaker_id TEXT REFERENCES actors(id), -- Whose voice it is.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, position)
) STRICT;
CREATE TABLE sentences ( -- One sentence of a snapshot, so that what has been read can be counted.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'sen-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot and start.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  section_id TEXT NOT NULL REFERENCES sections(id), -- The section it is in.
  position INTEGER NOT NULL CHECK (position > 0), -- Its place in the text, from 1.
  start_char INTEGER NOT NULL CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CHECK (end_char > start_char), -- Where it ends (exclusive).
  no_claim_reason TEXT CHECK (no_claim_reason <> ''), -- Why it carries no claim, where a person found that it states nothing.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, position)
) STRICT;
CREATE TABLE passages ( -- The exact words that say something, at their place in a snapshot; never changed, never deleted.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'psg-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot, start and end.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  section_id TEXT NOT NULL REFERENCES sections(id), -- The section it begins in.
  start_char INTEGER NOT NULL CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CHECK (end_char > start_char), -- Where it ends (exclusive).
  exact TEXT NOT NULL CONSTRAINT "passages.exact: as many characters as lie between start_char and end_char" CHECK (length(exact) = end_char - start_char), -- The snapshot's own characters.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, start_char, end_char)
) STRICT;
CREATE TABLE mentions ( -- A name in the text and what it stands for there.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'men-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot, start, end and entity.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  start_char INTEGER NOT NULL CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CHECK (end_char > start_char), -- Where it ends (exclusive).
  exact TEXT NOT NULL CHECK (length(exact) = end_char - start_char), -- The snapshot's own characters.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- What the words stand for there.
  sense TEXT NOT NULL, -- In which sense: as a name, metonym, demonym, role or description.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, start_char, end_char, entity_id)
) STRICT;
CREATE TABLE claims ( -- What could be true, whoever says it; the base never asserts it.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'clm-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the text, or the name a curator gave it.
  text TEXT NOT NULL CONSTRAINT "claims.text: one line, white space collapsed" CHECK (text <> '' AND text = trim(text) AND instr(text, '  ') = 0 AND instr(text, char(10)) = 0 AND instr(text, char(9)) = 0), -- A sentence that stands alone: who, what, when.
  kind TEXT NOT NULL, -- What sort of claim it is.
  subject_id TEXT REFERENCES entities(id), -- Whom or what it is about.
  predicate_id TEXT REFERENCES predicates(id), -- The verb.
  object_id TEXT REFERENCES entities(id), -- The other end of the verb.
  object_text TEXT CHECK (object_text <> ''), -- The other end in words, only where nobody could ask about it.
  event_id TEXT REFERENCES events(id), -- The event it tells of.
  place_id TEXT REFERENCES entities(id), -- Where it is said to hold.
  about_time TEXT, -- When it is said to hold (EDTF).
  about_earliest TEXT, -- First day of that time; computed.
  about_latest TEXT, -- Last day of that time; computed.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked that the words carry it, never whether it is true.
  merged_into_id TEXT REFERENCES claims(id), -- The claim that took its place when two were found to be one.
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z'), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "claims: subject, predicate and one object (object_id or object_text), or none of them" CHECK (
    (subject_id IS NULL AND predicate_id IS NULL AND object_id IS NULL AND object_text IS NULL)
    OR (subject_id IS NOT NULL AND predicate_id IS NOT NULL AND (object_id IS NULL) <> (object_text IS NULL)))
) STRICT;
CREATE TABLE quantities ( -- The number in a claim, and what it measures.
  claim_id TEXT PRIMARY KEY NOT NULL REFERENCES claims(id), -- The claim whose number it is; one at most.
  comparison TEXT NOT NULL, -- Equal, about, at least, at most, range, vague, ratio or change.
  value REAL, -- The number, in plain units.
  minimum REAL, -- The lower bound, for ranges and at-least.
  maximum REAL CHECK (minimum <= maximum), -- The upper bound, for ranges and at-most.
  unit TEXT, -- The unit: USD, percent, people, ships.
  measure TEXT NOT NULL CHECK (measure <> ''), -- What is counted and how it is defined, as far as the text says.
  as_of TEXT, -- The time the number is for (EDTF).
  verbatim TEXT NOT NULL CHECK (verbatim <> ''), -- The number as the text prints it.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE assertions ( -- One holder's commitment to one claim, in one passage.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'ast-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from claim, passage, speaker and the assertion it is reported in.
  claim_id TEXT NOT NULL REFERENCES claims(id), -- What is claimed.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that carry it.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work those words are in.
  level INTEGER NOT NULL CHECK (level >= 0), -- 0 for the document's own voice, 1 for whom it reports, and so on.
  reported_in_id TEXT REFERENCES assertions(id) CHECK ((level = 0) = (reported_in_id IS NULL)), -- The assertion, one level less, that reports this one.
  speaker_id TEXT NOT NULL REFERENCES actors(id), -- Who holds it.
  work_id TEXT REFERENCES sources(id), -- The work the speaker said it in, held or only cited.
  act TEXT NOT NULL DEFAULT 'asserts', -- How the speaker puts it: asserts, reports, believes, warns, predicts.
  stance TEXT NOT NULL DEFAULT 'affirms', -- Whether the speaker affirms or denies it, or leaves it open.
  certainty TEXT NOT NULL DEFAULT 'certain', -- How surely.
  cue TEXT, -- The words that show act or certainty, in the snapshot's own characters.
  cue_start_char INTEGER, -- Where the cue begins (code points from 0).
  cue_end_char INTEGER, -- Where the cue ends (exclusive).
  derivation TEXT NOT NULL DEFAULT 'explicit', -- Whether the words say it, presuppose it or imply it.
  said TEXT, -- When it was said (EDTF), where the text says so.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked that the words carry it.
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z'), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "assertions.cue: give cue, cue_start_char and cue_end_char together, or none" CHECK (
    (cue IS NULL) = (cue_start_char IS NULL) AND (cue IS NULL) = (cue_end_char IS NULL) AND (cue IS NULL OR length(cue) = cue_end_char - cue_start_char))
) STRICT;
CREATE TABLE participations ( -- The part an actor or thing plays in an event, always resting on a claim.
  event_id TEXT NOT NULL REFERENCES events(id), -- The event.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Who or what takes part.
  role TEXT NOT NULL, -- In which role.
  claim_id TEXT NOT NULL REFERENCES claims(id), -- The claim it rests on.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (event_id, entity_id, role, claim_id)
) STRICT;
CREATE TABLE relations ( -- How two claims stand to each other, and why.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'rel-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both claims and the relation.
  from_claim_id TEXT NOT NULL REFERENCES claims(id), -- The claim that agrees, contradicts, updates.
  to_claim_id TEXT NOT NULL REFERENCES claims(id) CHECK (to_claim_id <> from_claim_id), -- The claim it does so to.
  relation TEXT NOT NULL, -- Agrees, contradicts, updates, qualifies, supports, explains, restates or condition-of.
  comparable TEXT, -- Whether both speak of the same time, definition and scope.
  rationale TEXT NOT NULL CHECK (rationale <> ''), -- Why, so that a reader can judge.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??*Z'), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (from_claim_id, to_claim_id, relation)
) STRICT;
CREATE TABLE citations ( -- A work that a source leans on.
  id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB 'cit-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both works and the passage.
  citing_source_id TEXT NOT NULL REFERENCES sources(id), -- The work that cites.
  cited_id TEXT REFERENCES sources(id), -- The work that is cited, when it is known.
  cited_text TEXT NOT NULL CHECK (cited_text <> ''), -- How the citing text calls it.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that cite it.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE never ( -- Holds no row, ever.
  id INTEGER PRIMARY KEY CHECK (id IS NULL AND id IS NOT NULL) -- Nothing can satisfy this.
) STRICT;
CREATE TABLE claims_awaiting_assertion ( -- Claims recorded in this transaction that nobody is yet said to make; empty at every commit.
  claim_id TEXT PRIMARY KEY NOT NULL, -- The claim.
  guard INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED -- What refuses the commit.
) STRICT;
CREATE TABLE notes_of_ours(claim_id TEXT, note TEXT);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (1, 'curators', 'curators', 'group', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (2, 'ada', 'Ada', 'person', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (3, 'ben', 'Ben', 'person', NULL);
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (1, 'run-act6bpwq6qie', 'ingest', 'curators', 'kb', '0.1.0', NULL, '2026-11-21T22:37:22.823Z', '2026-11-21T22:37:22.905Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (2, 'run-qwe2gaef52qn', 'add', 'ada', 'kb', '0.1.0', 'a word of ours', '2026-11-21T23:11:13.463Z', '2026-11-21T23:11:13.464Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (3, 'run-wh32rdnecxjm', 'correct', 'ada', 'kb', '0.1.0', 'measured', '2026-11-21T23:11:13.469Z', '2026-11-21T23:11:13.470Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (4, 'run-pph2qtxbgl4j', 'merge', 'ben', 'kb', '0.1.0', 'one body', '2026-11-21T23:11:13.473Z', '2026-11-21T23:11:13.474Z');
INSERT INTO revisions(seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (1, 'claims', 'clm-ferry-too-small', 'update', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"evaluation","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"reviewed","merged_into_id":null,"recorded_at":"2026-11-21T22:37:22.839Z","run_id":"run-act6bpwq6qie"}', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"factual","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"reviewed","merged_into_id":null,"recorded_at":"2026-11-21T22:37:22.839Z","run_id":"run-act6bpwq6qie"}', 'measured', '2026-11-21T23:11:13.470Z', 'run-wh32rdnecxjm');
INSERT INTO revisions(seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (2, 'names', 'shanty_the old song_alias', 'delete', '{"entity_id":"shanty","name":"the old song","kind":"alias","language":null,"run_id":"run-qwe2gaef52qn"}', NULL, 'measured', '2026-11-21T23:11:13.470Z', 'run-wh32rdnecxjm');
INSERT INTO revisions(seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (3, 'entities', 'port-office', 'update', '{"id":"port-office","kind":"actor","label":"Port Office","status":"current","merged_into_id":null}', '{"id":"port-office","kind":"actor","label":"Port Office","status":"merged","merged_into_id":"harbour-office"}', 'one body', '2026-11-21T23:11:13.474Z', 'run-pph2qtxbgl4j');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (1, 'predicates.toml', 'predicate:has-quality', 'predicates', 'has-quality', '20afeb5bda00d0216dc1d1e89e4909988aa66d6cc6af658f19ceb3de17436ef1', '2a4012731b9708bdac6a728d355122030012a7b94e5cb3b963ee4c08128c641d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (2, 'predicates.toml', 'predicate:carries', 'predicates', 'carries', 'cd4880d0c7c54ec318442392190feb6e36f1cb6a0c4c97ea72c33cd994cdefb2', '5a8a6b28cf4678005628b4d8d33186692d64801caa3fdbca223fa5e197eb0747');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (3, 'predicates.toml', 'predicate:agrees-to', 'predicates', 'agrees-to', 'c4b395fdf9ef00eac3f713e3653b0210ab868c7d6e0ca405ffd2394355d17707', 'bea2052ee5fe79d3e51ae9fb3139c9952c08d39714c30b0857de85406bd493b6');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (4, 'predicates.toml', 'predicate:harms', 'predicates', 'harms', 'e452b8aa2886669a09e853a6c0abdedbabf23eafbde2ba5d4959a32bff123ad8', '57a47ee7b26eb370e70e1ab226cab18de403928efe71c2905156bb37eaaf3f62');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (5, 'predicates.toml', 'predicate:takes-place-in', 'predicates', 'takes-place-in', 'e911642994c716a857b293464c99b3add527f55caa24fd97491000d13ce85ea1', '5bc67263f306d3812233cbd9e59e6e5ae0428706632f6cda7122891f65c3e3b1');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (6, 'actors.toml', 'actor:harbour-gazette-paper', 'actors', 'harbour-gazette-paper', 'f2981b67432430d7bcf17bc688cfdc229e98dfa14747aa438f55448037c2954f', '32c358a00530f196ea6e48ca5d75604ccc1f82b8ef1635062d99c30abb2efd49');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (7, 'actors.toml', 'actor:canal-company', 'actors', 'canal-company', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '6685ec8d4ecdd9602fe8b15bfed4620ab885a25f56ecf6f61f167bc1093f560f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (8, 'actors.toml', 'actor:canal-company/names canal-company The Company alias', 'names', 'canal-company_The Company_alias', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '4549cbd3b4b83b56f1c6cd168b46a280686ad109404a00e33f7ae31329406ffc');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (9, 'actors.toml', 'actor:canal-company/names canal-company Compagnie du canal name', 'names', 'canal-company_Compagnie du canal_name', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '87c76afd9fd5f1eaa7a87176f8ad46b3b7dfe0ebe8554447924710b34437fc35');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (10, 'actors.toml', 'actor:canal-company/identifiers canal-company lei 00000000000000000001', 'identifiers', 'canal-company_lei_00000000000000000001', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '331dd99b3ac7c40398e8ac6f1104b6602d1804857c534d0974c8fb1cc9342e59');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (11, 'actors.toml', 'actor:harbour-office', 'actors', 'harbour-office', 'f658717bd79f955743dae6d285f2a901d684ef9092719240b82e30dc1893bf90', '5df2315d4b13c9b1934048443c8ef62d43f28163f274ff971eaf170647a3ba25');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (12, 'actors.toml', 'actor:radio-one', 'actors', 'radio-one', '37ad84019170393c62928c0aa6741c5b402a6894bcd67ea77b3b79b1bb2cccc7', '28418c62f3129663a8db94d69039ed6794c8c47002c9bf4747fef11c98b20a7d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (13, 'actors.toml', 'actor:many-captains', 'actors', 'many-captains', '4a03f9f0b39c0340f8ba1d0d1a9d46a2faa402af87c809ff6a7eb7a509fa2562', '9612a33be3f346170ab886f7d4a82b4eff72968c35911fbf7fcd22274301dc69');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (14, 'things.toml', 'thing:ferry', 'things', 'ferry', '380e31215631dfcb531bd12ba5f46f32c40247aac5dee4009f286241ee05b616', 'ef008164fc7cb31c6f066e7f8b8b5e018acfb9b6b3dfe89bfd8a93e4a4c38f83');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (15, 'things.toml', 'thing:second-ferry', 'things', 'second-ferry', 'b86961fee44fe7098510829e07ef1dc7567e434380a2d6f199e3a2b4cd377527', 'df39626bbb0c7b9b8eab9ff30907d56a9c202cf24318966288e236e58ae6cb4c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (16, 'things.toml', 'thing:passengers', 'things', 'passengers', '3cb151c6473eb6d0af4be6e95d82c817ebb89baf096693862deb9a6395dfbbcb', 'fbb2901fdc788bcfe2dddc0d3edf6e47bb760d452d9642b7f8416dbddbbea7ad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (17, 'things.toml', 'thing:stopped', 'things', 'stopped', '5a084ad590f196cf7e5d3587f71c88ba09dc673fc0a5dc88be26a1048b416ea4', 'bc34bf29159b07174dafeb94a4b4609d41c96bc4b2a7a54b31b28e589f28b1a7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (18, 'things.toml', 'thing:too-small', 'things', 'too-small', '0b8b2bfddc3f9cb609d3d1c321830d04a72959825a7c0e8ff0155bd524967d74', '44ba901500641280b10c5540ed7199cb4e9f45f517213806bedbe95fc342b53b');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (19, 'things.toml', 'thing:harbour', 'things', 'harbour', 'c31a9ab91ae50fc754eef594219c0736ee5883863342a2de3c77974da699d670', '7da17536f410267edd508e7ffaebf0f151bfe5c6c719c1c89e7ece412028c717');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (20, 'events.toml', 'event:bridge-opening', 'events', 'bridge-opening', '84ab45770dff753c6d0fb5337eb83a7646179a456b5ba549b80a7c4de74e2df3', '95188cfe8525623a4052ba27bfa832535ff8a794b06876c0edd2767011d3258d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (21, 'events.toml', 'event:second-ferry-decision', 'events', 'second-ferry-decision', '003382f256cd91f436a0196d7d7998333beaeb92098fed12f1714be8a1c5c443', 'd26bc37701bf113fcc087ae518e0671125261d230023abd3b8c95c86d29a4da4');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (22, 'actors.toml', 'actor:harbour-board', 'actors', 'harbour-board', '48a5834b7e41127b610bfa6cb7c44fc320a643778c1460728ed38b6db7fe4e33', 'f835bbbd37c47c7bae170b30d9d6976a386e46d12d18bdf9a8d58d682a7a8df7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (23, 'works.toml', 'source:radio-one-broadcast', 'sources', 'radio-one-broadcast', '0a9273d081fa5a87be9d9b7c26e1156ca4d785cb174705da7de31c0f1928a82b', '1113567f6c1c4c00644024d6336010b3a46fe344b612b8a06011def40c49106f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (24, 'sources/harbour-gazette/source.toml', 'source:harbour-gazette', 'sources', 'harbour-gazette', 'a16d4ca84496234a4cdbeb14047d104654db2c3254406c95dce2297ccb3eb4b2', 'fc0047874c10f7a6cae22ac97f42c739ca25670733b2244e25ea4f9ba7073fb2');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (25, 'sources/harbour-gazette/source.toml', 'source:harbour-gazette/author 1', 'source_authors', 'harbour-gazette_1', 'a16d4ca84496234a4cdbeb14047d104654db2c3254406c95dce2297ccb3eb4b2', '430f08fcd24552849447542897dbb859603f3ae5c38f562dd8771506d09f22bd');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (26, 'sources/harbour-gazette/source.toml', 'sections/sec-r33quig6me6i', 'sections', 'sec-r33quig6me6i', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '55ffe6216e945dcc6fc8dbf0c8bab4afb89e7a4e533aa9aca5ffab89933290a5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (27, 'sources/harbour-gazette/source.toml', 'sections/sec-ave7e6lhd3qd', 'sections', 'sec-ave7e6lhd3qd', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '74b841d6ceb544de3f2a3008d807ed1425eaac732eeb68fc898f3b2835816688');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (28, 'sources/harbour-gazette/source.toml', 'sections/sec-7zxcqtx7lm3b', 'sections', 'sec-7zxcqtx7lm3b', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', 'd0988c64211f7ab485371880c862e1c611ee6267b91aa3367b12a686df3cb791');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (29, 'sources/harbour-gazette/source.toml', 'sections/sen-r33quig6me6i', 'sentences', 'sen-r33quig6me6i', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', 'b950e0e78ac36f31229baefa3d3672220ee817c979a7c391bf0afffc16d4afad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (30, 'sources/harbour-gazette/source.toml', 'sections/sen-ave7e6lhd3qd', 'sentences', 'sen-ave7e6lhd3qd', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '4535dc1b5cd54ea177f9ce0f2264761b311d4b4c0a94952c1a3ec16bb67bfe3d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (31, 'sources/harbour-gazette/source.toml', 'sections/sen-7zxcqtx7lm3b', 'sentences', 'sen-7zxcqtx7lm3b', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '41234eb4b13cf57f3b59d837cecabda70635d563db23bbc2d964eab36ef5baa5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (32, 'sources/harbour-gazette/source.toml', 'sections/sen-i636qdknjcvq', 'sentences', 'sen-i636qdknjcvq', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '6ae5becca0ffbb75c613f474e292aad0e2feb4f19543a6efe0894346d914757c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (33, 'sources/harbour-gazette/source.toml', 'sections/sen-klopgl2kq44w', 'sentences', 'sen-klopgl2kq44w', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '3ae5f08c62d71b38010d89f053c0bacbdd83d34dcfd7db617b1c0a861fcde173');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (34, 'sources/harbour-gazette/source.toml', 'sections/sen-756xeerysmgr', 'sentences', 'sen-756xeerysmgr', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '505b4ccd49dff3a32b876c10b6b1cfed93e4f8beaecd929b3790f382d9466cb8');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (35, 'sources/harbour-gazette/source.toml', 'sections/sen-euf7kt2lvxwh', 'sentences', 'sen-euf7kt2lvxwh', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '1cee967b73927246cecfb0602b4164ec75d42d13aba695c69a08f82e570222ee');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (36, 'sources/harbour-gazette/source.toml', 'sections/sen-ahmerfisvr6u', 'sentences', 'sen-ahmerfisvr6u', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '29e5fb2f0165557755c9e1f9f387f11363df11a265eef4569dd7f5546c3adc13');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (37, 'sources/harbour-gazette/source.toml', 'mentions/57-70 canal-company', 'mentions', 'men-figstgrd3dje', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '7a645c0e95e77cd8f20bb69d5548fd9cd755b1fbc9672d2afb230ad0f152f6f2');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (38, 'sources/harbour-gazette/source.toml', 'mentions/168-177 ferry', 'mentions', 'men-67nqipijewyw', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '13536bedadd6992b764802d102a43bc65452fd9ceed5f74fba00dc0c9f053510');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (39, 'sources/harbour-gazette/source.toml', 'mentions/260-269 ferry', 'mentions', 'men-ooq75ioio7lc', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '4cc39ea9619e0b252094ce9da6a6e9142a4b35328bba893b074fe3dacf18a75c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (40, 'sources/harbour-gazette/source.toml', 'mentions/301-310 radio-one', 'mentions', 'men-baev33d6upxh', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '31c8ae70e71348a3d8ff8ed0a907fcc0d9b03e3e091af59559a0965a8a2e613f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (41, 'sources/harbour-gazette/source.toml', 'citation:Radio One Radio One reported', 'citations', 'cit-ao5btnvxuzka', 'b8eb70b6d533799ba8f605e2b47d486e8769306dec44a648bfc0e059f8b4d391', '2e2f069185daad6a1a4331bfdf54ec3dda2d7026aef1573eb63198747ef15f00');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (42, 'sources/port-bulletin/source.toml', 'source:port-bulletin', 'sources', 'port-bulletin', 'a0fd974da845693b807a558b856ff9d83bea3774e13241abaa5af5bdc3dfeab0', '97c796f457460071d958cb1a6e136e3ec08321d4f5bbc631fa0979969d611933');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (43, 'sources/port-bulletin/source.toml', 'sections/sec-lyqrixwofcfk', 'sections', 'sec-lyqrixwofcfk', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', '60cbdb17ec62278f8b408a47982c93cfd199e547f2b77f34c39a7371ed415960');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (44, 'sources/port-bulletin/source.toml', 'sections/sen-lyqrixwofcfk', 'sentences', 'sen-lyqrixwofcfk', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'f9d6395504f7a30f917f77d55930f49fb4361a83e168939e97e58b1c0a91b4a7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (45, 'sources/port-bulletin/source.toml', 'sections/sen-xnrywal2ce7u', 'sentences', 'sen-xnrywal2ce7u', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'fa074a7829dae48466d1f3a064e3d856621544b2d6863f40867874ab7dbde0a5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (46, 'sources/port-bulletin/source.toml', 'sections/sen-orewr2rc6fuc', 'sentences', 'sen-orewr2rc6fuc', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', '0d76ad7e459cd6e2d6b77d65485beec66add889cab63d5716bf2cfd77bf66f03');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (47, 'sources/port-bulletin/source.toml', 'sections/sen-ofcqacuds4hu', 'sentences', 'sen-ofcqacuds4hu', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'eb7d63a724ba64e9bb9d15305924f2838c1a6f1658547d091a17d6f4c9695092');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (48, 'sources/port-bulletin/source.toml', 'mentions/97-110 canal-company', 'mentions', 'men-ndxq5a4l5xhx', '68233ca08ef1ed6dcde0d83d5ffd4ecabbbf566fcccdbf16420efb41775bfc9f', '237573adaa95803ffde57060385180b2b0c2d276ae5501500a4fa52cd712d018');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (49, 'sources/harbour-gazette/claims.toml', 'claim:ferry-keeps-running/claim', 'claims', 'clm-ferry-keeps-running', '231db9299fd9666a6a654810b15c74dd7460b6c354717df4829b400c3247c901', 'b045420d372df00b4af07868554126969d245ad33867ef847cd3d10fe5d3c3c5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (50, 'sources/harbour-gazette/claims.toml', 'claim:ferry-keeps-running/ast-j7wvapybwkg5', 'assertions', 'ast-j7wvapybwkg5', '231db9299fd9666a6a654810b15c74dd7460b6c354717df4829b400c3247c901', 'cbc2397e2727ee015274f7b029545c9e93168e31ef13d75eaa7926f331566849');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (51, 'sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/claim', 'claims', 'clm-company-passengers-april', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '77bc60fd0f7c316d033a5e18d4a5513c787780e537501412572f07c2f799a71f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (52, 'sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/quantity', 'quantities', 'clm-company-passengers-april', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '488e89bd358af873ba2ca51a3e6cce9ef9dab5b7c34b93dab390f110dc32dd83');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (53, 'sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/ast-xvjnp6a6acma', 'assertions', 'ast-xvjnp6a6acma', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '5513b0b119bc22ed65961fe61ed536fe01e90a710e270f2dbe76d2b092886e79');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (54, 'sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/ast-xv5wqtfgr6bz', 'assertions', 'ast-xv5wqtfgr6bz', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '8b63319cb7c2f374d3ccf4e00837b946aebb677cbb2dffbd8ebb4dfc19f26305');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (55, 'sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/claim', 'claims', 'clm-ferry-too-small', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', 'd15c9880d92a077a56b20294fe7434bca9f60129a44be80c17ba601066e14aee');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (56, 'sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/ast-5iyvqm3hotro', 'assertions', 'ast-5iyvqm3hotro', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', '9724e3efa6d0a1c6a5a698f972ebcfd3a5357555ef4ee897f56604a7a78787ad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (57, 'sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/ast-d5qp5jyenw7i', 'assertions', 'ast-d5qp5jyenw7i', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', '5b9032ae00e0c9456894d3cc5fcbde753ea76b098ace3a62f6915e8729ffd5cd');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (58, 'sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/claim', 'claims', 'clm-board-agrees-second-ferry', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'fd7e2d27b48af375884f161799b669fedfdc5c414032945ed15ef4886b6b4352');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (59, 'sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/ast-kcfbkyepml4l', 'assertions', 'ast-kcfbkyepml4l', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'd2cb76ce26f8be39acc71e50e6bd1dd6c06b796e338792af88b0eeb97e26e550');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (60, 'sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/role second-ferry-decision harbour-board participant', 'participations', 'second-ferry-decision_harbour-board_participant_clm-board-agrees-second-ferry', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'c2c3ffedff71250740d237d299b7f619c5ae937ca39176008bc64a8f55b149f5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (61, 'sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/claim', 'claims', 'clm-bridge-halves-passengers', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', '5dbdef7b7ca20bbf0056e11bba1205bd8e01f202b77736238726f2782c779bda');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (62, 'sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/quantity', 'quantities', 'clm-bridge-halves-passengers', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', 'b8f47f0a806fb86dc0b58f2fba614b960e35221348bcda75ad84293265d894a6');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (63, 'sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/ast-nd4flxszmkda', 'assertions', 'ast-nd4flxszmkda', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', 'e1a7e278217341af1f03c57786f683ba37972e8853b51ea665addc2f6fd134df');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (64, 'sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/claim', 'claims', 'clm-bridge-opens-1958', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '8d403364d9022fd3ca327851d7cef1a0f7bbf4be717155f01009b5479b8463b9');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (65, 'sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-jmz7qp4yapei', 'assertions', 'ast-jmz7qp4yapei', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '6edee84c330c627b69dea16c3b48e547b6db3baba2483c86f1e1d544cd84931f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (66, 'sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-j4jgbqoqikv7', 'assertions', 'ast-j4jgbqoqikv7', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '309d9948fdc7a42fb94b24d0575838676d42186a1f0f88b10c62f0dfcdd2c6fe');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (67, 'sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-dmwvd3xgwljs', 'assertions', 'ast-dmwvd3xgwljs', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '1f28302a1c9e7c5c2436496117635c2ef0c0c117a0f7d1637beff3482c0e0c2c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (68, 'sources/harbour-gazette/claims.toml', 'claim:captains-are-asked/claim', 'claims', 'clm-captains-are-asked', '708be72aea9de7a2e31d499fcb21c41a2aa84fac47749af4b90f11a389dd97f5', 'fba9ba3630848d15254734ab4ffe25c3b5ba8d30c35ecaaa8266e51a8eee8cde');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (69, 'sources/harbour-gazette/claims.toml', 'claim:captains-are-asked/ast-6hiy4oua77lf', 'assertions', 'ast-6hiy4oua77lf', '708be72aea9de7a2e31d499fcb21c41a2aa84fac47749af4b90f11a389dd97f5', 'df64b6ca3c3b153331d4b4f30502b278aeae58920ff843d94e52d16aaddb8aab');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (70, 'sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/claim', 'claims', 'clm-company-passengers-april-bulletin', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'ee27a1a13c30e2b0aeec61e77a2766b6bf17ab4ca4073e28527506358c28b2e1');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (71, 'sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/quantity', 'quantities', 'clm-company-passengers-april-bulletin', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'ada5c01e117c4abdf0f43d5d5dc5c480c6bf197411c95130dbd0141f0859266c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (72, 'sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/ast-fshxhzetaky3', 'assertions', 'ast-fshxhzetaky3', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'fa69873022bc1a01b9c274314bdc70b2667c8faaef73cfaacb43ba986e582296');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (73, 'sources/port-bulletin/claims.toml', 'assertion:bulletin-second-ferry/ast-bulletin-second-ferry', 'assertions', 'ast-bulletin-second-ferry', 'b0f5975b300d8698d6f0b3b5854ee9073be3d3cf6c3cfb3c13c2aa85086aad1d', '8b38c69da69a34f5b72086bbebd237838e5c0d1fd7736427c69ca03da545963a');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (74, 'sources/port-bulletin/claims.toml', 'assertion:cf6e37a97e04c923/ast-oijtf7fek7up', 'assertions', 'ast-oijtf7fek7up', 'b0aeec0fe5be5d9e9cb3dcf5efceea0c4817d5ae86693e6aa60d32e5d6d3e49e', '031bf22c67fbcd93d01835774e89cb32f54490ee793c41b3657e3470bede922c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (75, 'relations.toml', 'relation:rel-vp42sxtjgmba', 'relations', 'rel-vp42sxtjgmba', '7f586f44594b32543a8a827f45b04a145f072b899c90d6d0638298d8ee7f272e', '33051a89bacce37d6845480907e3253eb69dd9797613443fa19437e961d9e33b');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (1, 'contributors.kind', 'person', 'person', 'A human being.', 'http://www.w3.org/ns/prov#Person');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (2, 'contributors.kind', 'organization', 'organization', 'A body with a name of its own.', 'http://www.w3.org/ns/prov#Organization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (3, 'contributors.kind', 'group', 'group', 'Several people working under one name, such as the curators.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (4, 'contributors.kind', 'software', 'software', 'A program.', 'http://www.w3.org/ns/prov#SoftwareAgent');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (5, 'runs.kind', 'ingest', 'ingest', 'Curated files were read.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (6, 'runs.kind', 'source', 'source added', 'A text was taken in as a source.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (7, 'runs.kind', 'add', 'fact added', 'One sourced fact was added.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (8, 'runs.kind', 'import', 'import', 'A file of sourced facts was read.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (9, 'runs.kind', 'correct', 'correction', 'A row was corrected.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (10, 'runs.kind', 'retract', 'retraction', 'A row was retracted.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (11, 'runs.kind', 'merge', 'merge', 'Two rows were found to be one.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (12, 'runs.kind', 'undo', 'undo', 'What another run did was taken back.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (13, 'runs.kind', 'upgrade', 'upgrade', 'The base was brought to a newer schema.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (14, 'revisions.operation', 'update', 'update', 'The row was changed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (15, 'revisions.operation', 'delete', 'delete', 'The row was removed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (16, 'entities.kind', 'actor', 'actor', 'A person or body that can act or speak.', 'http://www.w3.org/ns/prov#Agent');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (17, 'entities.kind', 'thing', 'thing', 'Whatever else is talked about.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (18, 'entities.kind', 'event', 'event', 'Something said to happen or not to happen.', 'http://semanticweb.cs.vu.nl/2009/11/sem/Event');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (19, 'entities.kind', 'source', 'source', 'A published work.', 'https://schema.org/CreativeWork');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (20, 'entities.status', 'current', 'current', 'In use.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (21, 'entities.status', 'merged', 'merged', 'Found to be the same as another row, which took its place.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (22, 'entities.status', 'retracted', 'retracted', 'Taken back: nothing current needs it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (23, 'actors.kind', 'person', 'person', 'A human being.', 'https://schema.org/Person');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (24, 'actors.kind', 'state', 'state', 'A country as one that acts.', 'https://schema.org/Country');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (25, 'actors.kind', 'government', 'government', 'The government or regime of a country, or a part of it.', 'https://schema.org/GovernmentOrganization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (26, 'actors.kind', 'organization', 'organization', 'A body with members and a name: a party, an alliance, a firm, a university.', 'https://schema.org/Organization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (27, 'actors.kind', 'military', 'military', 'Armed forces, or a part of them.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (28, 'actors.kind', 'media', 'media', 'A body that publishes.', 'https://schema.org/NewsMediaOrganization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (29, 'actors.kind', 'group', 'group', 'Several people or states taken together.', 'http://xmlns.com/foaf/0.1/Group');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (30, 'actors.kind', 'other', 'other', 'Any other body that acts.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (31, 'actors.anonymity', 'named', 'named', 'The sources name it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (32, 'actors.anonymity', 'unnamed-individual', 'unnamed individual', 'One person whom the source does not name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (33, 'actors.anonymity', 'unnamed-collective', 'unnamed collective', 'Several people whom the source does not name; never counted as corroboration.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (34, 'actors.anonymity', 'unspecified', 'unspecified', 'Nobody at all is said to hold it, as in “it is believed”; never counted as corroboration.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (35, 'events.actuality', 'occurred', 'occurred', 'It happened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (36, 'events.actuality', 'ongoing', 'ongoing', 'It is going on.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (37, 'events.actuality', 'planned', 'planned', 'Somebody intends it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (38, 'events.actuality', 'predicted', 'predicted', 'Somebody expects it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (39, 'events.actuality', 'hypothetical', 'hypothetical', 'It is only imagined, or could happen under a condition.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (40, 'events.actuality', 'did-not-happen', 'did not happen', 'It did not happen.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (41, 'events.date_basis', 'stated', 'stated', 'The text gives the date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (42, 'events.date_basis', 'url', 'URL', 'The date stands in the address only.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (43, 'events.date_basis', 'metadata', 'metadata', 'The date stands in the file''s or page''s metadata.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (44, 'events.date_basis', 'relative', 'relative', 'The text gives it relative to another date, such as “earlier this month”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (45, 'events.date_basis', 'inferred', 'inferred', 'It follows from what the text says, with the reason in the description.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (46, 'events.date_basis', 'external', 'external', 'It comes from outside the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (47, 'sources.published_basis', 'stated', 'stated', 'The text gives the date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (48, 'sources.published_basis', 'url', 'URL', 'The date stands in the address only.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (49, 'sources.published_basis', 'metadata', 'metadata', 'The date stands in the file''s or page''s metadata.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (50, 'sources.published_basis', 'relative', 'relative', 'The text gives it relative to another date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (51, 'sources.published_basis', 'inferred', 'inferred', 'It follows from what the text says.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (52, 'sources.published_basis', 'external', 'external', 'It comes from outside the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (53, 'claims.kind', 'factual', 'factual', 'Says that something is, was or happened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (54, 'claims.kind', 'evaluation', 'evaluation', 'Judges something: its worth, strength, danger, likelihood.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (55, 'claims.kind', 'causal', 'causal', 'Says that one thing brings about, prevents or explains another.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (56, 'claims.kind', 'prediction', 'prediction', 'Says what will be.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (57, 'claims.kind', 'plan', 'plan', 'Says what somebody intends or has decided to do.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (58, 'claims.kind', 'conditional', 'conditional', 'Says what holds if something else does; kept whole, with its “if”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (59, 'claims.kind', 'norm', 'norm', 'Says what should be.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (60, 'claims.kind', 'question', 'question', 'Asks; commits nobody to an answer.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (61, 'claims.kind', 'definition', 'definition', 'Says what a word means or what counts as something.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (62, 'claims.status', 'proposed', 'proposed', 'Nobody has checked yet that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (63, 'claims.status', 'reviewed', 'reviewed', 'A person checked that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (64, 'claims.status', 'disputed', 'disputed', 'People differ on whether the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (65, 'claims.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (66, 'assertions.status', 'proposed', 'proposed', 'Nobody has checked yet that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (67, 'assertions.status', 'reviewed', 'reviewed', 'A person checked that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (68, 'assertions.status', 'disputed', 'disputed', 'People differ on whether the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (69, 'assertions.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (70, 'mentions.status', 'proposed', 'proposed', 'Nobody has checked yet what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (71, 'mentions.status', 'reviewed', 'reviewed', 'A person checked what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (72, 'mentions.status', 'disputed', 'disputed', 'People differ on what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (73, 'mentions.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (74, 'relations.status', 'proposed', 'proposed', 'Nobody has checked yet that the two claims stand so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (75, 'relations.status', 'reviewed', 'reviewed', 'A person checked that the two claims stand so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (76, 'relations.status', 'disputed', 'disputed', 'People differ on how the two claims stand.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (77, 'relations.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (78, 'citations.status', 'proposed', 'proposed', 'Nobody has checked yet which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (79, 'citations.status', 'reviewed', 'reviewed', 'A person checked which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (80, 'citations.status', 'disputed', 'disputed', 'People differ on which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (81, 'citations.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (82, 'assertions.act', 'asserts', 'asserts', 'Says it in the speaker''s own voice.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (83, 'assertions.act', 'reports', 'reports', 'Passes on what somebody else holds.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (84, 'assertions.act', 'quotes', 'quotes', 'Gives somebody''s words as words.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (85, 'assertions.act', 'believes', 'believes', 'Is said to think so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (86, 'assertions.act', 'warns', 'warns', 'Says it as a danger.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (87, 'assertions.act', 'predicts', 'predicts', 'Says it of the future.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (88, 'assertions.act', 'plans', 'plans', 'Intends or has decided it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (89, 'assertions.act', 'asks', 'asks', 'Puts it as a question.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (90, 'assertions.act', 'recommends', 'recommends', 'Says it should be so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (91, 'assertions.act', 'suggests', 'suggests', 'Hints at it, or says that it could be so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (92, 'assertions.act', 'distances', 'distances', 'Uses the words while keeping away from them, as with scare quotes.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (93, 'assertions.stance', 'affirms', 'affirms', 'The speaker holds it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (94, 'assertions.stance', 'denies', 'denies', 'The speaker holds that it is not so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (95, 'assertions.stance', 'uncommitted', 'uncommitted', 'The speaker does not say whether it is so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (96, 'assertions.certainty', 'certain', 'certain', 'Said without a hedge.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (97, 'assertions.certainty', 'probable', 'probable', 'Said to be likely.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (98, 'assertions.certainty', 'possible', 'possible', 'Said to be possible.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (99, 'assertions.certainty', 'uncommitted', 'uncommitted', 'The speaker says nothing of how sure it is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (100, 'assertions.derivation', 'explicit', 'explicit', 'The words say it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (101, 'assertions.derivation', 'presupposed', 'presupposed', 'The words take it for granted.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (102, 'assertions.derivation', 'implied', 'implied', 'The words imply it, and a reader can see how.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (103, 'names.kind', 'name', 'name', 'A full name.', 'http://www.w3.org/2004/02/skos/core#altLabel');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (104, 'names.kind', 'alias', 'alias', 'Another name for the same, or a short form.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (105, 'names.kind', 'abbreviation', 'abbreviation', 'Initials or a shortened form.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (106, 'names.kind', 'metonym', 'metonym', 'The name of a place or building that stands for a body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (107, 'names.kind', 'demonym', 'demonym', 'The adjective or noun made from a country''s name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (108, 'names.kind', 'description', 'description', 'Words that describe rather than name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (109, 'names.kind', 'transliteration', 'transliteration', 'The name written in another script.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (110, 'mentions.sense', 'name', 'name', 'The words name it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (111, 'mentions.sense', 'metonym', 'metonym', 'The words name a place or building that stands for it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (112, 'mentions.sense', 'demonym', 'demonym', 'An adjective or noun made from its name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (113, 'mentions.sense', 'role', 'role', 'The words name the office or role it holds.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (114, 'mentions.sense', 'description', 'description', 'The words describe it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (115, 'identifiers.scheme', 'wikidata', 'Wikidata', 'Item in Wikidata.', 'http://www.wikidata.org/entity/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (116, 'identifiers.scheme', 'iso3166-1-alpha2', 'ISO 3166-1', 'Two-letter country code of ISO 3166-1.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (117, 'identifiers.scheme', 'isbn', 'ISBN', 'International Standard Book Number.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (118, 'identifiers.scheme', 'doi', 'DOI', 'Digital Object Identifier.', 'https://doi.org/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (119, 'identifiers.scheme', 'viaf', 'VIAF', 'Virtual International Authority File.', 'http://viaf.org/viaf/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (120, 'identifiers.scheme', 'geonames', 'GeoNames', 'Feature in GeoNames.', 'https://sws.geonames.org/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (121, 'identifiers.scheme', 'lei', 'LEI', 'Legal Entity Identifier.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (122, 'identifiers.match', 'exact', 'exact', 'Both mean the same.', 'http://www.w3.org/2004/02/skos/core#exactMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (123, 'identifiers.match', 'close', 'close', 'Both mean nearly the same.', 'http://www.w3.org/2004/02/skos/core#closeMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (124, 'identifiers.match', 'broad', 'broad', 'The other one is wider.', 'http://www.w3.org/2004/02/skos/core#broadMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (125, 'identifiers.match', 'narrow', 'narrow', 'The other one is narrower.', 'http://www.w3.org/2004/02/skos/core#narrowMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (126, 'quantities.comparison', 'equal', 'equal', 'Exactly the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (127, 'quantities.comparison', 'about', 'about', 'Roughly the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (128, 'quantities.comparison', 'at-least', 'at least', 'The minimum or more.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (129, 'quantities.comparison', 'at-most', 'at most', 'The maximum or less.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (130, 'quantities.comparison', 'range', 'range', 'Between the minimum and the maximum.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (131, 'quantities.comparison', 'vague', 'vague', 'A number word without a number, such as “hundreds”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (132, 'quantities.comparison', 'ratio', 'ratio', 'The value to one.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (133, 'quantities.comparison', 'change', 'change', 'A change by the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (134, 'relations.relation', 'agrees', 'agrees with', 'Both say the same in substance.', 'http://purl.org/spar/cito/agreesWith');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (135, 'relations.relation', 'contradicts', 'contradicts', 'Both cannot hold.', 'http://purl.org/spar/cito/disagreesWith');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (136, 'relations.relation', 'updates', 'updates', 'Says how a matter stands later.', 'http://purl.org/spar/cito/updates');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (137, 'relations.relation', 'qualifies', 'qualifies', 'Limits or refines the other.', 'http://purl.org/spar/cito/qualifies');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (138, 'relations.relation', 'supports', 'supports', 'Gives a reason to hold the other.', 'http://purl.org/spar/cito/supports');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (139, 'relations.relation', 'explains', 'explains', 'Says why the other is so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (140, 'relations.relation', 'restates', 'restates', 'Says the other again in other words or as a part of it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (141, 'relations.relation', 'condition-of', 'is a condition of', 'The other holds if this does.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (142, 'relations.comparable', 'same-time', 'same time', 'Both speak of the same time and matter.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (143, 'relations.comparable', 'different-time', 'different time', 'They speak of different times.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (144, 'relations.comparable', 'different-definition', 'different definition', 'They measure or define differently.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (145, 'relations.comparable', 'different-scope', 'different scope', 'They speak of a wider and a narrower matter.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (146, 'source_authors.role', 'author', 'author', 'Wrote it.', 'https://schema.org/author');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (147, 'source_authors.role', 'editor', 'editor', 'Edited it.', 'https://schema.org/editor');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (148, 'source_authors.role', 'translator', 'translator', 'Translated it.', 'https://schema.org/translator');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (149, 'source_authors.role', 'photographer', 'photographer', 'Took the pictures in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (150, 'sources.kind', 'article', 'article', 'An article in a paper or on a site.', 'https://schema.org/Article');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (151, 'sources.kind', 'opinion', 'opinion', 'An article that argues its author''s view.', 'https://schema.org/OpinionNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (152, 'sources.kind', 'news-analysis', 'news analysis', 'An article that explains news.', 'https://schema.org/AnalysisNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (153, 'sources.kind', 'news', 'news report', 'An article that reports news.', 'https://schema.org/ReportageNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (154, 'sources.kind', 'report', 'report', 'A report by a body.', 'https://schema.org/Report');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (155, 'sources.kind', 'book', 'book', 'A book.', 'https://schema.org/Book');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (156, 'sources.kind', 'speech', 'speech', 'Words spoken in public.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (157, 'sources.kind', 'broadcast', 'broadcast', 'A programme on radio or television.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (158, 'sources.kind', 'dataset', 'data set', 'A collection of data.', 'https://schema.org/Dataset');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (159, 'sources.kind', 'document', 'document', 'Any other document.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (160, 'sections.kind', 'headline', 'headline', 'The title line.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (161, 'sections.kind', 'standfirst', 'standfirst', 'The lines under the headline that sum the article up.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (162, 'sections.kind', 'byline', 'byline', 'Who wrote it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (163, 'sections.kind', 'dateline', 'dateline', 'When, and where, it was published.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (164, 'sections.kind', 'label', 'label', 'What the outlet calls the piece, such as “News Analysis”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (165, 'sections.kind', 'body', 'body', 'The running text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (166, 'sections.kind', 'caption', 'caption', 'The words under a picture.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (167, 'sections.kind', 'credit', 'credit', 'Whose picture it is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (168, 'sections.kind', 'disclaimer', 'disclaimer', 'What the outlet says of its responsibility.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (169, 'sections.kind', 'bio', 'bio', 'Who the author is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (170, 'sections.kind', 'url', 'URL', 'The address the text was taken from.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (171, 'sections.kind', 'heading', 'heading', 'A title within the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (172, 'sections.kind', 'note', 'note', 'A foot- or endnote.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (173, 'things.kind', 'project', 'project', 'Something being built, made or run: a pipeline, a mission, a programme.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (174, 'things.kind', 'concept', 'concept', 'An idea, a notion, a state of affairs that is talked about.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (175, 'things.kind', 'quality', 'quality', 'A property that something is said to have.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (176, 'things.kind', 'place', 'place', 'A town, building, island, border or any other spot.', 'https://schema.org/Place');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (177, 'events.kind', 'construction', 'construction', 'Something is built or opened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (178, 'events.kind', 'decision', 'decision', 'A choice or change of course by a body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (179, 'participations.role', 'participant', 'participant', 'Takes part in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (180, 'things.kind', 'song', 'song', 'Words that are sung.', NULL);
INSERT INTO dates(rowid, edtf) VALUES (1, '1958');
INSERT INTO dates(rowid, edtf) VALUES (2, '1956-05-03');
INSERT INTO dates(rowid, edtf) VALUES (3, '1956-06');
INSERT INTO dates(rowid, edtf) VALUES (4, '1956-04');
INSERT INTO dates(rowid, edtf) VALUES (5, '1956-05-01');
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (1, 'harbour-gazette-paper', 'actor', 'Harbour Gazette', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (2, 'canal-company', 'actor', 'Canal Company', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (3, 'harbour-office', 'actor', 'Harbour Office', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (4, 'radio-one', 'actor', 'Radio One', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (5, 'many-captains', 'actor', 'many captains', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (6, 'harbour-board', 'actor', 'Harbour Board', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (7, 'ferry', 'thing', 'the ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (8, 'second-ferry', 'thing', 'a second ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (9, 'passengers', 'thing', 'passengers', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (10, 'stopped', 'thing', 'stopped', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (11, 'too-small', 'thing', 'too small', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (12, 'harbour', 'thing', 'the harbour', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (13, 'bridge-opening', 'event', 'the bridge opens', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (14, 'second-ferry-decision', 'event', 'decision on a second ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (15, 'radio-one-broadcast', 'source', 'A broadcast of Radio One', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (16, 'harbour-gazette', 'source', 'The ferry will not stop', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (17, 'port-bulletin', 'source', 'Bulletin of the Port', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (18, 'shanty', 'thing', 'the shanty', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (19, 'port-office', 'actor', 'Port Office', 'merged', 'harbour-office');
INSERT INTO predicates(rowid, id, label, description, iri, run_id) VALUES (1, 'has-quality', 'is', 'The subject has a quality.', NULL, 'run-act6bpwq6qie');
INSERT INTO predicates(rowid, id, label, description, iri, run_id) VALUES (2, 'carries', 'carries', 'The subject transports the object.', NULL, 'run-act6bpwq6qie');
INSERT INTO predicates(rowid, id, label, description, iri, run_id) VALUES (3, 'agrees-to', 'agrees to', 'The subject accepts the object.', NULL, 'run-act6bpwq6qie');
INSERT INTO predicates(rowid, id, label, description, iri, run_id) VALUES (4, 'harms', 'harms', 'The subject makes the object worse off.', NULL, 'run-act6bpwq6qie');
INSERT INTO predicates(rowid, id, label, description, iri, run_id) VALUES (5, 'takes-place-in', 'takes place in', 'The subject happens at the time in the object.', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (1, 'harbour-gazette-paper', 'Harbour Gazette', 'media', NULL, 'named', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (2, 'canal-company', 'Canal Company', 'organization', NULL, 'named', 'Runs the ferry.', 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (3, 'harbour-office', 'Harbour Office', 'government', NULL, 'named', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (4, 'radio-one', 'Radio One', 'media', NULL, 'named', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (5, 'many-captains', 'many captains', 'group', NULL, 'unnamed-collective', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (6, 'harbour-board', 'Harbour Board', 'government', 'harbour-office', 'named', NULL, 'run-act6bpwq6qie');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (7, 'port-office', 'Port Office', 'government', NULL, 'named', NULL, 'run-pph2qtxbgl4j');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (1, 'ferry', 'the ferry', 'project', NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (2, 'second-ferry', 'a second ferry', 'project', NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (3, 'passengers', 'passengers', 'concept', NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (4, 'stopped', 'stopped', 'quality', NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (5, 'too-small', 'too small', 'quality', NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (6, 'harbour', 'the harbour', 'place', NULL, 51.5, 0.25, NULL, 'run-act6bpwq6qie');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (7, 'shanty', 'the shanty', 'song', NULL, NULL, NULL, NULL, 'run-qwe2gaef52qn');
INSERT INTO events(rowid, id, name, kind, actuality, date, earliest, latest, date_basis, place_id, part_of_id, description, run_id) VALUES (1, 'bridge-opening', 'the bridge opens', 'construction', 'predicted', '1958', '1958-01-01', '1958-12-31', 'stated', NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO events(rowid, id, name, kind, actuality, date, earliest, latest, date_basis, place_id, part_of_id, description, run_id) VALUES (2, 'second-ferry-decision', 'decision on a second ferry', 'decision', 'did-not-happen', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, snapshot_id, note, run_id) VALUES (1, 'radio-one-broadcast', 'A broadcast of Radio One', 'broadcast', 'radio-one', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, snapshot_id, note, run_id) VALUES (2, 'harbour-gazette', 'The ferry will not stop', 'news', 'harbour-gazette-paper', '1956-05-03', 'stated', NULL, 'en', NULL, 'Invented for the tests.', 'snp-v4hjtcx74qdm', NULL, 'run-act6bpwq6qie');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, snapshot_id, note, run_id) VALUES (3, 'port-bulletin', 'Bulletin of the Port', 'document', 'harbour-office', '1956-06', 'stated', NULL, 'en', NULL, NULL, 'snp-choqhfpnphct', NULL, 'run-act6bpwq6qie');
INSERT INTO source_authors(rowid, source_id, position, actor_id, role, run_id) VALUES (1, 'harbour-gazette', 1, 'harbour-gazette-paper', 'author', 'run-act6bpwq6qie');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (1, 'canal-company', 'The Company', 'alias', 'en', 'run-act6bpwq6qie');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (2, 'canal-company', 'Compagnie du canal', 'name', 'fr', 'run-act6bpwq6qie');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (4, 'shanty', 'the new song', 'alias', NULL, 'run-qwe2gaef52qn');
INSERT INTO identifiers(rowid, entity_id, scheme, value, match, run_id) VALUES (1, 'canal-company', 'lei', '00000000000000000001', 'exact', 'run-act6bpwq6qie');
INSERT INTO snapshots(rowid, id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES (1, 'snp-v4hjtcx74qdm', 'harbour-gazette', 'e4fb6b5824a7a2ad8dd17280badfd2f91f18a771c61ce8cb010a97e11cdf88ec', 'text/plain', 'The ferry will not stop
Harbour Gazette, 3 May 1956

The Canal Company said on Tuesday that it carried “at least 1,200 passengers” in April. Many captains believe that the ferry is too small. The harbour board has refused a second ferry.

If the bridge opens, the ferry will lose half its passengers. Radio One reported that the harbour office expects the bridge to open in 1958. Why does nobody ask the captains?
', NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO snapshots(rowid, id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES (2, 'snp-choqhfpnphct', 'port-bulletin', 'ab29915697fa604a0186390ef9ad4cd56e90fcee5b65e28b3abb1746bc9e66e2', 'text/plain', replace('Bulletin of the Port, June 1956.␍
␍
The harbour board agreed to a second ferry in June 1956. The Canal Company carried 900 passengers in April 1956. The ferry is too small, as everyone knows.␍
', '␍', char(13)), NULL, NULL, 'run-act6bpwq6qie');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (1, 'sec-r33quig6me6i', 'snp-v4hjtcx74qdm', 1, 'headline', 0, 24, 'harbour-gazette-paper', 'run-act6bpwq6qie');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (2, 'sec-ave7e6lhd3qd', 'snp-v4hjtcx74qdm', 2, 'dateline', 24, 53, 'harbour-gazette-paper', 'run-act6bpwq6qie');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (3, 'sec-7zxcqtx7lm3b', 'snp-v4hjtcx74qdm', 3, 'body', 53, 414, 'harbour-gazette-paper', 'run-act6bpwq6qie');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (4, 'sec-lyqrixwofcfk', 'snp-choqhfpnphct', 1, 'body', 0, 193, 'harbour-office', 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (1, 'sen-r33quig6me6i', 'snp-v4hjtcx74qdm', 'sec-r33quig6me6i', 1, 0, 23, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (2, 'sen-ave7e6lhd3qd', 'snp-v4hjtcx74qdm', 'sec-ave7e6lhd3qd', 2, 24, 51, 'It only names the paper and the day.', 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (3, 'sen-7zxcqtx7lm3b', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 3, 53, 140, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (4, 'sen-i636qdknjcvq', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 4, 141, 191, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (5, 'sen-klopgl2kq44w', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 5, 192, 237, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (6, 'sen-756xeerysmgr', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 6, 239, 300, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (7, 'sen-euf7kt2lvxwh', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 7, 301, 379, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (8, 'sen-ahmerfisvr6u', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 8, 380, 413, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (9, 'sen-lyqrixwofcfk', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 1, 0, 32, 'It only names the bulletin and the month.', 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (10, 'sen-xnrywal2ce7u', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 2, 36, 92, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (11, 'sen-orewr2rc6fuc', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 3, 93, 148, NULL, 'run-act6bpwq6qie');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (12, 'sen-ofcqacuds4hu', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 4, 149, 191, NULL, 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (1, 'psg-3ts66kxneukt', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 301, 319, 'Radio One reported', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (2, 'psg-pl5b4pcoxnvu', 'snp-v4hjtcx74qdm', 'sec-r33quig6me6i', 0, 23, 'The ferry will not stop', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (3, 'psg-olteumtqktl2', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 92, 139, 'it carried “at least 1,200 passengers” in April', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (4, 'psg-rimxvy4lej7p', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 168, 190, 'the ferry is too small', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (5, 'psg-xn4ldhqg4h4m', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 192, 236, 'The harbour board has refused a second ferry', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (6, 'psg-bmzzrdoel5ud', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 239, 299, 'If the bridge opens, the ferry will lose half its passengers', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (7, 'psg-yxf6oyumox4v', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 352, 378, 'the bridge to open in 1958', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (8, 'psg-n46wnvgkdqfs', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 380, 413, 'Why does nobody ask the captains?', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (9, 'psg-piciwrgav4v7', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 93, 147, 'The Canal Company carried 900 passengers in April 1956', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (10, 'psg-m6qjevzzpuj3', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 36, 78, 'The harbour board agreed to a second ferry', 'run-act6bpwq6qie');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (11, 'psg-6bir6ve2yzqv', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 149, 171, 'The ferry is too small', 'run-act6bpwq6qie');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (1, 'men-figstgrd3dje', 'snp-v4hjtcx74qdm', 57, 70, 'Canal Company', 'canal-company', 'name', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (2, 'men-67nqipijewyw', 'snp-v4hjtcx74qdm', 168, 177, 'the ferry', 'ferry', 'description', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (3, 'men-ooq75ioio7lc', 'snp-v4hjtcx74qdm', 260, 269, 'the ferry', 'ferry', 'description', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (4, 'men-baev33d6upxh', 'snp-v4hjtcx74qdm', 301, 310, 'Radio One', 'radio-one', 'name', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (5, 'men-ndxq5a4l5xhx', 'snp-choqhfpnphct', 97, 110, 'Canal Company', 'canal-company', 'name', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (1, 'clm-ferry-keeps-running', 'The ferry will stop running', 'prediction', 'ferry', 'has-quality', 'stopped', NULL, NULL, NULL, NULL, NULL, NULL, 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (2, 'clm-company-passengers-april', 'The Canal Company carried at least 1,200 passengers in April 1956', 'factual', 'canal-company', 'carries', 'passengers', NULL, NULL, NULL, '1956-04', '1956-04-01', '1956-04-30', 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (3, 'clm-ferry-too-small', 'The ferry is too small', 'factual', 'ferry', 'has-quality', 'too-small', NULL, NULL, NULL, NULL, NULL, NULL, 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (4, 'clm-board-agrees-second-ferry', 'The harbour board agrees to a second ferry', 'factual', 'harbour-board', 'agrees-to', 'second-ferry', NULL, 'second-ferry-decision', NULL, NULL, NULL, NULL, 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (5, 'clm-bridge-halves-passengers', 'If the bridge opens, the ferry will lose half its passengers', 'conditional', 'bridge-opening', 'harms', 'ferry', NULL, 'bridge-opening', NULL, NULL, NULL, NULL, 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (6, 'clm-bridge-opens-1958', 'The bridge will open in 1958', 'prediction', 'bridge-opening', 'takes-place-in', NULL, '1958', 'bridge-opening', NULL, '1958', '1958-01-01', '1958-12-31', 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (7, 'clm-captains-are-asked', 'Somebody asks the captains about the ferry', 'question', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (8, 'clm-company-passengers-april-bulletin', 'The Canal Company carried 900 passengers in April 1956', 'factual', 'canal-company', 'carries', 'passengers', NULL, NULL, NULL, '1956-04', '1956-04-01', '1956-04-30', 'reviewed', NULL, '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (1, 'clm-company-passengers-april', 'at-least', NULL, 1200.0, NULL, 'people', 'passengers carried in a month', '1956-04', 'at least 1,200 passengers', 'run-act6bpwq6qie');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (2, 'clm-bridge-halves-passengers', 'change', -50.0, NULL, NULL, 'percent', 'passengers of the ferry, against before the bridge', NULL, 'half', 'run-act6bpwq6qie');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (3, 'clm-company-passengers-april-bulletin', 'equal', 900.0, NULL, NULL, 'people', 'passengers carried in a month', '1956-04', '900 passengers', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (1, 'ast-5iyvqm3hotro', 'clm-ferry-too-small', 'psg-rimxvy4lej7p', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (2, 'ast-6hiy4oua77lf', 'clm-captains-are-asked', 'psg-n46wnvgkdqfs', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asks', 'denies', 'certain', NULL, NULL, NULL, 'presupposed', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (3, 'ast-bulletin-second-ferry', 'clm-board-agrees-second-ferry', 'psg-m6qjevzzpuj3', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (4, 'ast-fshxhzetaky3', 'clm-company-passengers-april-bulletin', 'psg-piciwrgav4v7', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (5, 'ast-j7wvapybwkg5', 'clm-ferry-keeps-running', 'psg-pl5b4pcoxnvu', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asserts', 'denies', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (6, 'ast-jmz7qp4yapei', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (7, 'ast-kcfbkyepml4l', 'clm-board-agrees-second-ferry', 'psg-xn4ldhqg4h4m', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asserts', 'denies', 'certain', 'refused', 214, 221, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (8, 'ast-nd4flxszmkda', 'clm-bridge-halves-passengers', 'psg-bmzzrdoel5ud', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'predicts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (9, 'ast-oijtf7fek7up', 'clm-ferry-too-small', 'psg-6bir6ve2yzqv', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (10, 'ast-xvjnp6a6acma', 'clm-company-passengers-april', 'psg-olteumtqktl2', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (11, 'ast-d5qp5jyenw7i', 'clm-ferry-too-small', 'psg-rimxvy4lej7p', 'harbour-gazette', 1, 'ast-5iyvqm3hotro', 'many-captains', NULL, 'believes', 'affirms', 'certain', 'believe', 155, 162, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (12, 'ast-j4jgbqoqikv7', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 1, 'ast-jmz7qp4yapei', 'radio-one', 'radio-one-broadcast', 'reports', 'uncommitted', 'uncommitted', 'reported', 311, 319, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (13, 'ast-xv5wqtfgr6bz', 'clm-company-passengers-april', 'psg-olteumtqktl2', 'harbour-gazette', 1, 'ast-xvjnp6a6acma', 'canal-company', NULL, 'asserts', 'affirms', 'certain', 'said', 71, 75, 'explicit', '1956-05-01', 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (14, 'ast-dmwvd3xgwljs', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 2, 'ast-j4jgbqoqikv7', 'harbour-office', NULL, 'predicts', 'affirms', 'probable', 'expects', 344, 351, 'explicit', NULL, 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO participations(rowid, event_id, entity_id, role, claim_id, run_id) VALUES (1, 'second-ferry-decision', 'harbour-board', 'participant', 'clm-board-agrees-second-ferry', 'run-act6bpwq6qie');
INSERT INTO relations(rowid, id, from_claim_id, to_claim_id, relation, comparable, rationale, status, recorded_at, run_id) VALUES (1, 'rel-vp42sxtjgmba', 'clm-company-passengers-april-bulletin', 'clm-company-passengers-april', 'contradicts', 'same-time', 'Both count passengers of one company in one month; 900 is fewer than 1,200.', 'reviewed', '2026-11-21T22:37:22.839Z', 'run-act6bpwq6qie');
INSERT INTO citations(rowid, id, citing_source_id, cited_id, cited_text, passage_id, status, run_id) VALUES (1, 'cit-ao5btnvxuzka', 'harbour-gazette', 'radio-one-broadcast', 'Radio One', 'psg-3ts66kxneukt', 'reviewed', 'run-act6bpwq6qie');
INSERT INTO notes_of_ours(rowid, claim_id, note) VALUES (1, 'clm-ferry-too-small', 'ask the captains');
CREATE VIRTUAL TABLE "claims_fts" USING FTS5 (
    "text",
    tokenize='unicode61 remove_diacritics 2',
    content="claims"
);
INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "passages_fts" USING FTS5 (
    "exact",
    tokenize='unicode61 remove_diacritics 2',
    content="passages"
);
INSERT INTO passages_fts(passages_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "names_fts" USING FTS5 (
    "name",
    tokenize='unicode61 remove_diacritics 2',
    content="names"
);
INSERT INTO names_fts(names_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "entities_fts" USING FTS5 (
    "label",
    tokenize='unicode61 remove_diacritics 2',
    content="entities"
);
INSERT INTO entities_fts(entities_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "snapshots_fts" USING FTS5 (
    "text",
    tokenize='unicode61 remove_diacritics 2',
    content="snapshots"
);
INSERT INTO snapshots_fts(snapshots_fts) VALUES ('rebuild');
CREATE INDEX runs_by_contributor ON runs(contributor_id);
CREATE INDEX revisions_by_row ON revisions(table_name, row_id);
CREATE INDEX revisions_by_run ON revisions(run_id);
CREATE INDEX origins_by_row ON origins(table_name, row_id);
CREATE INDEX entities_by_merged ON entities(merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX entities_by_kind ON entities(kind, label);
CREATE INDEX entities_by_label ON entities(label COLLATE NOCASE);
CREATE INDEX names_by_name ON names(name COLLATE NOCASE);
CREATE INDEX identifiers_by_value ON identifiers(scheme, value);
CREATE INDEX actors_by_kind ON actors(kind);
CREATE INDEX actors_by_part ON actors(part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX things_by_kind ON things(kind);
CREATE INDEX things_by_part ON things(part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX events_by_earliest ON events(earliest);
CREATE INDEX events_by_place ON events(place_id) WHERE place_id IS NOT NULL;
CREATE INDEX events_by_part ON events(part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX sources_by_publisher ON sources(publisher_id) WHERE publisher_id IS NOT NULL;
CREATE INDEX sources_by_snapshot ON sources(snapshot_id) WHERE snapshot_id IS NOT NULL;
CREATE INDEX source_authors_by_actor ON source_authors(actor_id);
CREATE INDEX sections_by_speaker ON sections(speaker_id);
CREATE INDEX sentences_by_place ON sentences(snapshot_id, start_char);
CREATE INDEX sentences_by_section ON sentences(section_id);
CREATE INDEX passages_by_section ON passages(section_id);
CREATE INDEX mentions_by_entity ON mentions(entity_id);
CREATE INDEX claims_by_subject ON claims(subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX claims_by_object ON claims(object_id) WHERE object_id IS NOT NULL;
CREATE INDEX claims_by_predicate ON claims(predicate_id) WHERE predicate_id IS NOT NULL;
CREATE INDEX claims_by_event ON claims(event_id) WHERE event_id IS NOT NULL;
CREATE INDEX claims_by_place ON claims(place_id) WHERE place_id IS NOT NULL;
CREATE INDEX claims_by_time ON claims(about_earliest) WHERE about_earliest IS NOT NULL;
CREATE INDEX claims_by_text ON claims(text);
CREATE INDEX claims_by_merged ON claims(merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX claims_by_run ON claims(run_id);
CREATE INDEX assertions_by_claim ON assertions(claim_id, source_id);
CREATE INDEX assertions_by_source ON assertions(source_id, level);
CREATE INDEX assertions_by_speaker ON assertions(speaker_id);
CREATE INDEX assertions_by_passage ON assertions(passage_id);
CREATE INDEX assertions_by_parent ON assertions(reported_in_id) WHERE reported_in_id IS NOT NULL;
CREATE INDEX assertions_by_work ON assertions(work_id) WHERE work_id IS NOT NULL;
CREATE INDEX assertions_by_run ON assertions(run_id);
CREATE INDEX participations_by_entity ON participations(entity_id);
CREATE INDEX participations_by_claim ON participations(claim_id);
CREATE INDEX relations_by_target ON relations(to_claim_id);
CREATE INDEX citations_by_citing ON citations(citing_source_id);
CREATE INDEX citations_by_cited ON citations(cited_id) WHERE cited_id IS NOT NULL;
CREATE INDEX citations_by_passage ON citations(passage_id);
CREATE TRIGGER passages_are_verbatim BEFORE INSERT ON passages BEGIN
  SELECT RAISE(ABORT, 'passages.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND substr(text, NEW.start_char + 1, NEW.end_char - NEW.start_char) = NEW.exact);
  SELECT RAISE(ABORT, 'passages.section_id: the passage must begin inside a section of the same snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.start_char < end_char);
END;
CREATE TRIGGER mentions_are_verbatim BEFORE INSERT ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND substr(text, NEW.start_char + 1, NEW.end_char - NEW.start_char) = NEW.exact);
END;
CREATE TRIGGER mentions_stay_verbatim BEFORE UPDATE OF snapshot_id, start_char, end_char, exact ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND substr(text, NEW.start_char + 1, NEW.end_char - NEW.start_char) = NEW.exact);
END;
CREATE TRIGGER passages_never_change BEFORE UPDATE ON passages BEGIN
  SELECT RAISE(ABORT, 'passages: a passage never changes; record another one');
END;
CREATE TRIGGER passages_never_go BEFORE DELETE ON passages BEGIN
  SELECT RAISE(ABORT, 'passages: a passage is never deleted; retract the assertion that uses it');
END;
CREATE TRIGGER snapshots_never_change BEFORE UPDATE ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots: a snapshot never changes; record the new text as another snapshot');
END;
CREATE TRIGGER snapshots_never_go BEFORE DELETE ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots: a snapshot is never deleted');
END;
CREATE TRIGGER sections_lie_inside BEFORE INSERT ON sections BEGIN
  SELECT RAISE(ABORT, 'sections.end_char: lies past the end of the snapshot')
    WHERE NEW.end_char > (SELECT length(text) FROM snapshots WHERE id = NEW.snapshot_id);
END;
CREATE TRIGGER sections_stay_inside BEFORE UPDATE OF snapshot_id, start_char, end_char ON sections BEGIN
  SELECT RAISE(ABORT, 'sections.snapshot_id: a section stays in its snapshot') WHERE NEW.snapshot_id <> OLD.snapshot_id;
  SELECT RAISE(ABORT, 'sections.end_char: lies past the end of the snapshot')
    WHERE NEW.end_char > (SELECT length(text) FROM snapshots WHERE id = NEW.snapshot_id);
END;
CREATE TRIGGER sentences_lie_inside BEFORE INSERT ON sentences BEGIN
  SELECT RAISE(ABORT, 'sentences.section_id: the sentence must lie inside a section of the same snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.end_char <= end_char);
END;
CREATE TRIGGER sentences_stay_inside BEFORE UPDATE OF snapshot_id, section_id, start_char, end_char ON sentences BEGIN
  SELECT RAISE(ABORT, 'sentences.section_id: the sentence must lie inside a section of the same snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.end_char <= end_char);
END;
CREATE TRIGGER sources_hold_their_own BEFORE UPDATE OF snapshot_id ON sources BEGIN
  SELECT RAISE(ABORT, 'sources.snapshot_id: names a snapshot of another source')
    WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND source_id = NEW.id);
END;
CREATE TRIGGER sources_begin_without AFTER INSERT ON sources BEGIN
  SELECT RAISE(ABORT, 'sources.snapshot_id: leave it empty; the first snapshot of a source fills it')
    WHERE NEW.snapshot_id IS NOT NULL;
END;
CREATE TRIGGER snapshots_become_current AFTER INSERT ON snapshots BEGIN
  UPDATE sources SET snapshot_id = NEW.id WHERE id = NEW.source_id AND snapshot_id IS NULL;
END;
CREATE TRIGGER sources_change_snapshot AFTER UPDATE OF snapshot_id ON sources
  WHEN OLD.snapshot_id IS NOT NULL AND NEW.snapshot_id IS NOT OLD.snapshot_id AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sources', NEW.id, 'update', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id), json_object('id', NEW.id, 'snapshot_id', NEW.snapshot_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER assertions_are_chained BEFORE INSERT ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.source_id: not the source whose snapshot the passage is in')
    WHERE NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: must be an assertion of the same claim and source, one level less')
    WHERE NEW.reported_in_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions
      WHERE id = NEW.reported_in_id AND claim_id = NEW.claim_id AND source_id = NEW.source_id AND level = NEW.level - 1);
  SELECT RAISE(ABORT, 'assertions.cue: not the words of the snapshot between cue_start_char and cue_end_char')
    WHERE NEW.cue IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id
      WHERE passages.id = NEW.passage_id AND substr(snapshots.text, NEW.cue_start_char + 1, NEW.cue_end_char - NEW.cue_start_char) = NEW.cue);
END;
CREATE TRIGGER assertions_stay_chained BEFORE UPDATE OF claim_id, passage_id, source_id, level, reported_in_id, cue, cue_start_char, cue_end_char ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.source_id: not the source whose snapshot the passage is in')
    WHERE NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: must be an assertion of the same claim and source, one level less')
    WHERE NEW.reported_in_id IS NOT NULL AND NOT coalesce((SELECT relinking FROM change_context), 0) AND NOT EXISTS (SELECT 1 FROM assertions
      WHERE id = NEW.reported_in_id AND claim_id = NEW.claim_id AND source_id = NEW.source_id AND level = NEW.level - 1);
  SELECT RAISE(ABORT, 'assertions: other assertions are reported in this one; change its claim, source or level with kb merge')
    WHERE NOT coalesce((SELECT relinking FROM change_context), 0) AND EXISTS (SELECT 1 FROM assertions
      WHERE reported_in_id = NEW.id AND (claim_id <> NEW.claim_id OR source_id <> NEW.source_id OR level <> NEW.level + 1));
  SELECT RAISE(ABORT, 'assertions.cue: not the words of the snapshot between cue_start_char and cue_end_char')
    WHERE NEW.cue IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id
      WHERE passages.id = NEW.passage_id AND substr(snapshots.text, NEW.cue_start_char + 1, NEW.cue_end_char - NEW.cue_start_char) = NEW.cue);
END;
CREATE TRIGGER assertions_never_go BEFORE DELETE ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions: an assertion is never deleted; retract it (kb retract)');
END;
CREATE TRIGGER claims_never_go BEFORE DELETE ON claims BEGIN
  SELECT RAISE(ABORT, 'claims: a claim is never deleted; retract it (kb retract)');
END;
CREATE TRIGGER claims_await AFTER INSERT ON claims BEGIN
  INSERT INTO claims_awaiting_assertion(claim_id, guard) VALUES (NEW.id, 1);
END;
CREATE TRIGGER claims_are_asserted AFTER INSERT ON assertions BEGIN
  DELETE FROM claims_awaiting_assertion WHERE claim_id = NEW.claim_id;
END;
CREATE TRIGGER claims_keep_an_assertion BEFORE UPDATE OF claim_id ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.claim_id: its claim would be left without an assertion; merge the claims instead (kb merge)')
    WHERE NEW.claim_id <> OLD.claim_id AND NOT coalesce((SELECT relinking FROM change_context), 0)
      AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = OLD.claim_id AND id <> OLD.id);
END;
CREATE VIEW part_of AS SELECT id, part_of_id FROM actors WHERE part_of_id IS NOT NULL -- The larger whole that each actor, thing and event belongs to.
  UNION ALL SELECT id, part_of_id FROM things WHERE part_of_id IS NOT NULL
  UNION ALL SELECT id, part_of_id FROM events WHERE part_of_id IS NOT NULL;
CREATE TRIGGER revisions_never_change BEFORE UPDATE ON revisions BEGIN
  SELECT RAISE(ABORT, 'revisions: history is never changed');
END;
CREATE TRIGGER revisions_never_go BEFORE DELETE ON revisions BEGIN
  SELECT RAISE(ABORT, 'revisions: history is never deleted');
END;
CREATE TRIGGER entities_are_unique BEFORE INSERT ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.id: already names a predicate or a contributor; choose another id')
    WHERE EXISTS (SELECT 1 FROM predicates WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM contributors WHERE id = NEW.id);
END;
CREATE TRIGGER predicates_are_unique BEFORE INSERT ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates.id: already names an actor, thing, event, source or contributor; choose another id')
    WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM contributors WHERE id = NEW.id);
END;
CREATE TRIGGER contributors_are_unique BEFORE INSERT ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors.id: already names an actor, thing, event, source or predicate; choose another id')
    WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM predicates WHERE id = NEW.id);
END;
CREATE TRIGGER entities_end_somewhere BEFORE UPDATE OF merged_into_id ON entities WHEN NEW.merged_into_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'entities.merged_into_id: must name a current entity other than itself')
    WHERE NEW.merged_into_id = NEW.id OR (SELECT status FROM entities WHERE id = NEW.merged_into_id) <> 'current';
END;
CREATE TRIGGER contributors_insert BEFORE INSERT ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM contributors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'contributors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM contributors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'contributors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'contributors.kind' AND value = NEW.kind);
END;
CREATE TRIGGER contributors_update BEFORE UPDATE ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'contributors: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'contributors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'contributors.kind' AND value = NEW.kind);
END;
CREATE TRIGGER contributors_delete BEFORE DELETE ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors: runs.contributor_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM runs WHERE contributor_id = OLD.id);
END;
CREATE TRIGGER contributors_revised AFTER UPDATE OF id, name, kind, url ON contributors
  WHEN (NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.url IS NOT OLD.url) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('contributors', OLD.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'url', OLD.url), json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'url', NEW.url),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER contributors_removed AFTER DELETE ON contributors
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('contributors', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'url', OLD.url), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER runs_insert BEFORE INSERT ON runs BEGIN
  SELECT RAISE(ABORT, 'runs: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM runs WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'runs: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM runs WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'runs.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'runs.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'runs.kind' AND value = NEW.kind);
END;
CREATE TRIGGER runs_update BEFORE UPDATE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'runs: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'runs.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'runs.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'runs.kind' AND value = NEW.kind);
END;
CREATE TRIGGER runs_delete BEFORE DELETE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs: revisions.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM revisions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: predicates.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM predicates WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: actors.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM actors WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: things.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM things WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: events.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM events WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sources.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sources WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: source_authors.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM source_authors WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: names.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM names WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: identifiers.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM identifiers WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: snapshots.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM snapshots WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sections.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sections WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sentences.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sentences WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: passages.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM passages WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: mentions.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM mentions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: claims.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: quantities.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM quantities WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: assertions.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM assertions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: participations.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM participations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: relations.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM relations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: citations.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM citations WHERE run_id = OLD.id);
END;
CREATE TRIGGER revisions_insert BEFORE INSERT ON revisions BEGIN
  SELECT RAISE(ABORT, 'revisions: a row with this seq is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM revisions WHERE seq = NEW.seq);
  SELECT RAISE(ABORT, 'revisions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'revisions.operation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.operation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'revisions.operation' AND value = NEW.operation);
END;
CREATE TRIGGER origins_insert BEFORE INSERT ON origins BEGIN
  SELECT RAISE(ABORT, 'origins: a row with this file, entry, table_name, row_id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM origins WHERE file = NEW.file AND entry = NEW.entry AND table_name = NEW.table_name AND row_id = NEW.row_id);
  SELECT RAISE(ABORT, 'origins: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM origins WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER origins_update BEFORE UPDATE ON origins BEGIN
  SELECT RAISE(ABORT, 'origins: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'origins: another row has this file, entry, table_name, row_id already') WHERE EXISTS (SELECT 1 FROM origins WHERE file = NEW.file AND entry = NEW.entry AND table_name = NEW.table_name AND row_id = NEW.row_id AND rowid <> OLD.rowid);
END;
CREATE TRIGGER vocabulary_insert BEFORE INSERT ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: a row with this field, value is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE field = NEW.field AND value = NEW.value);
  SELECT RAISE(ABORT, 'vocabulary: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER vocabulary_update BEFORE UPDATE ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'vocabulary: another row has this field, value already') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE field = NEW.field AND value = NEW.value AND rowid <> OLD.rowid);
END;
CREATE TRIGGER vocabulary_delete BEFORE DELETE ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in contributors.kind') WHERE OLD.field = 'contributors.kind' AND EXISTS (SELECT 1 FROM contributors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in runs.kind') WHERE OLD.field = 'runs.kind' AND EXISTS (SELECT 1 FROM runs WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in revisions.operation') WHERE OLD.field = 'revisions.operation' AND EXISTS (SELECT 1 FROM revisions WHERE operation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.kind') WHERE OLD.field = 'entities.kind' AND EXISTS (SELECT 1 FROM entities WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.status') WHERE OLD.field = 'entities.status' AND EXISTS (SELECT 1 FROM entities WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.kind') WHERE OLD.field = 'actors.kind' AND EXISTS (SELECT 1 FROM actors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.anonymity') WHERE OLD.field = 'actors.anonymity' AND EXISTS (SELECT 1 FROM actors WHERE anonymity = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in things.kind') WHERE OLD.field = 'things.kind' AND EXISTS (SELECT 1 FROM things WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.kind') WHERE OLD.field = 'events.kind' AND EXISTS (SELECT 1 FROM events WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.actuality') WHERE OLD.field = 'events.actuality' AND EXISTS (SELECT 1 FROM events WHERE actuality = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.date_basis') WHERE OLD.field = 'events.date_basis' AND EXISTS (SELECT 1 FROM events WHERE date_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.kind') WHERE OLD.field = 'sources.kind' AND EXISTS (SELECT 1 FROM sources WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.published_basis') WHERE OLD.field = 'sources.published_basis' AND EXISTS (SELECT 1 FROM sources WHERE published_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in source_authors.role') WHERE OLD.field = 'source_authors.role' AND EXISTS (SELECT 1 FROM source_authors WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in names.kind') WHERE OLD.field = 'names.kind' AND EXISTS (SELECT 1 FROM names WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.scheme') WHERE OLD.field = 'identifiers.scheme' AND EXISTS (SELECT 1 FROM identifiers WHERE scheme = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.match') WHERE OLD.field = 'identifiers.match' AND EXISTS (SELECT 1 FROM identifiers WHERE match = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sections.kind') WHERE OLD.field = 'sections.kind' AND EXISTS (SELECT 1 FROM sections WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.sense') WHERE OLD.field = 'mentions.sense' AND EXISTS (SELECT 1 FROM mentions WHERE sense = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.status') WHERE OLD.field = 'mentions.status' AND EXISTS (SELECT 1 FROM mentions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.kind') WHERE OLD.field = 'claims.kind' AND EXISTS (SELECT 1 FROM claims WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.status') WHERE OLD.field = 'claims.status' AND EXISTS (SELECT 1 FROM claims WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in quantities.comparison') WHERE OLD.field = 'quantities.comparison' AND EXISTS (SELECT 1 FROM quantities WHERE comparison = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.act') WHERE OLD.field = 'assertions.act' AND EXISTS (SELECT 1 FROM assertions WHERE act = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.stance') WHERE OLD.field = 'assertions.stance' AND EXISTS (SELECT 1 FROM assertions WHERE stance = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.certainty') WHERE OLD.field = 'assertions.certainty' AND EXISTS (SELECT 1 FROM assertions WHERE certainty = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.derivation') WHERE OLD.field = 'assertions.derivation' AND EXISTS (SELECT 1 FROM assertions WHERE derivation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.status') WHERE OLD.field = 'assertions.status' AND EXISTS (SELECT 1 FROM assertions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in participations.role') WHERE OLD.field = 'participations.role' AND EXISTS (SELECT 1 FROM participations WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.relation') WHERE OLD.field = 'relations.relation' AND EXISTS (SELECT 1 FROM relations WHERE relation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.comparable') WHERE OLD.field = 'relations.comparable' AND EXISTS (SELECT 1 FROM relations WHERE comparable = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.status') WHERE OLD.field = 'relations.status' AND EXISTS (SELECT 1 FROM relations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in citations.status') WHERE OLD.field = 'citations.status' AND EXISTS (SELECT 1 FROM citations WHERE status = OLD.value);
END;
CREATE TRIGGER vocabulary_revised AFTER UPDATE OF field, value, label, description, iri ON vocabulary
  WHEN (NEW.field IS NOT OLD.field OR NEW.value IS NOT OLD.value OR NEW.label IS NOT OLD.label OR NEW.description IS NOT OLD.description OR NEW.iri IS NOT OLD.iri) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('vocabulary', OLD.field || '_' || OLD.value, 'update', json_object('field', OLD.field, 'value', OLD.value, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri), json_object('field', NEW.field, 'value', NEW.value, 'label', NEW.label, 'description', NEW.description, 'iri', NEW.iri),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER vocabulary_removed AFTER DELETE ON vocabulary
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('vocabulary', OLD.field || '_' || OLD.value, 'delete', json_object('field', OLD.field, 'value', OLD.value, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER entities_insert BEFORE INSERT ON entities BEGIN
  SELECT RAISE(ABORT, 'entities: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'entities: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM entities WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'entities.merged_into_id: names no row of entities; add that row first') WHERE NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.merged_into_id);
  SELECT RAISE(ABORT, 'entities.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'entities.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.status' AND value = NEW.status);
END;
CREATE TRIGGER entities_update BEFORE UPDATE ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'entities: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'entities.merged_into_id: names no row of entities; add that row first') WHERE NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.merged_into_id);
  SELECT RAISE(ABORT, 'entities.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'entities.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.status' AND value = NEW.status);
END;
CREATE TRIGGER entities_delete BEFORE DELETE ON entities BEGIN
  SELECT RAISE(ABORT, 'entities: entities.merged_into_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM entities WHERE merged_into_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: actors.id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM actors WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: actors.part_of_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM actors WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: things.id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM things WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: things.part_of_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM things WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM events WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.place_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM events WHERE place_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.part_of_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM events WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: sources.id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sources WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: names.entity_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM names WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: identifiers.entity_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM identifiers WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: mentions.entity_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM mentions WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.subject_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE subject_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.object_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE object_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.place_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE place_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: participations.entity_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM participations WHERE entity_id = OLD.id);
END;
CREATE TRIGGER entities_revised AFTER UPDATE OF id, kind, label, status, merged_into_id ON entities
  WHEN (NEW.status IS NOT OLD.status OR NEW.merged_into_id IS NOT OLD.merged_into_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('entities', OLD.id, 'update', json_object('id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'status', OLD.status, 'merged_into_id', OLD.merged_into_id), json_object('id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'status', NEW.status, 'merged_into_id', NEW.merged_into_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER predicates_insert BEFORE INSERT ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM predicates WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'predicates: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM predicates WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'predicates.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER predicates_update BEFORE UPDATE ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'predicates: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'predicates.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER predicates_delete BEFORE DELETE ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates: claims.predicate_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE predicate_id = OLD.id);
END;
CREATE TRIGGER predicates_revised AFTER UPDATE OF id, label, description, iri, run_id ON predicates
  WHEN (NEW.id IS NOT OLD.id OR NEW.label IS NOT OLD.label OR NEW.description IS NOT OLD.description OR NEW.iri IS NOT OLD.iri OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('predicates', OLD.id, 'update', json_object('id', OLD.id, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri, 'run_id', OLD.run_id), json_object('id', NEW.id, 'label', NEW.label, 'description', NEW.description, 'iri', NEW.iri, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER predicates_removed AFTER DELETE ON predicates
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('predicates', OLD.id, 'delete', json_object('id', OLD.id, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER actors_are_registered BEFORE INSERT ON actors BEGIN
  SELECT RAISE(ABORT, 'actors: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM actors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'actors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM actors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'actors.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
  INSERT INTO entities(id, kind, label) VALUES (NEW.id, 'actor', NEW.name);
END;
CREATE TRIGGER actors_rename AFTER UPDATE OF name ON actors
  WHEN NEW.name <> OLD.name BEGIN
  UPDATE entities SET label = NEW.name WHERE id = NEW.id;
END;
CREATE TRIGGER actors_are_unregistered AFTER DELETE ON actors BEGIN
  DELETE FROM entities WHERE id = OLD.id;
END;
CREATE TRIGGER actors_insert BEFORE INSERT ON actors BEGIN
  SELECT RAISE(ABORT, 'actors.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'actors.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'actors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'actors.anonymity: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.anonymity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.anonymity' AND value = NEW.anonymity);
END;
CREATE TRIGGER actors_update BEFORE UPDATE ON actors BEGIN
  SELECT RAISE(ABORT, 'actors.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'actors: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'actors.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'actors.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'actors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'actors.anonymity: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.anonymity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.anonymity' AND value = NEW.anonymity);
END;
CREATE TRIGGER actors_delete BEFORE DELETE ON actors BEGIN
  SELECT RAISE(ABORT, 'actors: sources.publisher_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sources WHERE publisher_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: source_authors.actor_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM source_authors WHERE actor_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: sections.speaker_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sections WHERE speaker_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: assertions.speaker_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM assertions WHERE speaker_id = OLD.id);
END;
CREATE TRIGGER actors_begin_in_a_tree BEFORE INSERT ON actors
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actors.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER actors_stay_in_a_tree BEFORE UPDATE OF part_of_id ON actors
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actors.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER actors_revised AFTER UPDATE OF id, name, kind, part_of_id, anonymity, description, run_id ON actors
  WHEN (NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.part_of_id IS NOT OLD.part_of_id OR NEW.anonymity IS NOT OLD.anonymity OR NEW.description IS NOT OLD.description OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('actors', OLD.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'part_of_id', OLD.part_of_id, 'anonymity', OLD.anonymity, 'description', OLD.description, 'run_id', OLD.run_id), json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'part_of_id', NEW.part_of_id, 'anonymity', NEW.anonymity, 'description', NEW.description, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER actors_removed AFTER DELETE ON actors
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('actors', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'part_of_id', OLD.part_of_id, 'anonymity', OLD.anonymity, 'description', OLD.description, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER things_are_registered BEFORE INSERT ON things BEGIN
  SELECT RAISE(ABORT, 'things: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM things WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'things: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM things WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'things.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
  INSERT INTO entities(id, kind, label) VALUES (NEW.id, 'thing', NEW.name);
END;
CREATE TRIGGER things_rename AFTER UPDATE OF name ON things
  WHEN NEW.name <> OLD.name BEGIN
  UPDATE entities SET label = NEW.name WHERE id = NEW.id;
END;
CREATE TRIGGER things_are_unregistered AFTER DELETE ON things BEGIN
  DELETE FROM entities WHERE id = OLD.id;
END;
CREATE TRIGGER things_insert BEFORE INSERT ON things BEGIN
  SELECT RAISE(ABORT, 'things.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'things.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'things.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'things.kind' AND value = NEW.kind);
END;
CREATE TRIGGER things_update BEFORE UPDATE ON things BEGIN
  SELECT RAISE(ABORT, 'things.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'things: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'things.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'things.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'things.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'things.kind' AND value = NEW.kind);
END;
CREATE TRIGGER things_begin_in_a_tree BEFORE INSERT ON things
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'things.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER things_stay_in_a_tree BEFORE UPDATE OF part_of_id ON things
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'things.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER things_revised AFTER UPDATE OF id, name, kind, part_of_id, latitude, longitude, description, run_id ON things
  WHEN (NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.part_of_id IS NOT OLD.part_of_id OR NEW.latitude IS NOT OLD.latitude OR NEW.longitude IS NOT OLD.longitude OR NEW.description IS NOT OLD.description OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('things', OLD.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'part_of_id', OLD.part_of_id, 'latitude', OLD.latitude, 'longitude', OLD.longitude, 'description', OLD.description, 'run_id', OLD.run_id), json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'part_of_id', NEW.part_of_id, 'latitude', NEW.latitude, 'longitude', NEW.longitude, 'description', NEW.description, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER things_removed AFTER DELETE ON things
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('things', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'part_of_id', OLD.part_of_id, 'latitude', OLD.latitude, 'longitude', OLD.longitude, 'description', OLD.description, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER events_are_registered BEFORE INSERT ON events BEGIN
  SELECT RAISE(ABORT, 'events: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'events: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'events.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
  INSERT INTO entities(id, kind, label) VALUES (NEW.id, 'event', NEW.name);
END;
CREATE TRIGGER events_rename AFTER UPDATE OF name ON events
  WHEN NEW.name <> OLD.name BEGIN
  UPDATE entities SET label = NEW.name WHERE id = NEW.id;
END;
CREATE TRIGGER events_are_unregistered AFTER DELETE ON events BEGIN
  DELETE FROM entities WHERE id = OLD.id;
END;
CREATE TRIGGER events_insert BEFORE INSERT ON events BEGIN
  SELECT RAISE(ABORT, 'events.place_id: names no row of entities; add that row first') WHERE NEW.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.place_id);
  SELECT RAISE(ABORT, 'events.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'events.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'events.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'events.actuality: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.actuality IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.actuality' AND value = NEW.actuality);
  SELECT RAISE(ABORT, 'events.date_basis: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.date_basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.date_basis' AND value = NEW.date_basis);
  INSERT INTO dates(edtf) SELECT NEW.date WHERE NEW.date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.date);
  SELECT RAISE(ABORT, 'events.date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.date) IS NOT 1;
END;
CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'events.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'events: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'events.place_id: names no row of entities; add that row first') WHERE NEW.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.place_id);
  SELECT RAISE(ABORT, 'events.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'events.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'events.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'events.actuality: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.actuality IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.actuality' AND value = NEW.actuality);
  SELECT RAISE(ABORT, 'events.date_basis: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.date_basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'events.date_basis' AND value = NEW.date_basis);
  INSERT INTO dates(edtf) SELECT NEW.date WHERE NEW.date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.date);
  SELECT RAISE(ABORT, 'events.date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.date) IS NOT 1;
END;
CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'events: claims.event_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE event_id = OLD.id);
  SELECT RAISE(ABORT, 'events: participations.event_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM participations WHERE event_id = OLD.id);
END;
CREATE TRIGGER events_begin_in_a_tree BEFORE INSERT ON events
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'events.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER events_stay_in_a_tree BEFORE UPDATE OF part_of_id ON events
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'events.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER events_get_bounds AFTER INSERT ON events
  WHEN NEW.date IS NOT NULL OR NEW.earliest IS NOT NULL OR NEW.latest IS NOT NULL BEGIN
  UPDATE events SET earliest = (SELECT earliest FROM dates WHERE edtf = NEW.date), latest = (SELECT latest FROM dates WHERE edtf = NEW.date) WHERE id = NEW.id;
END;
CREATE TRIGGER events_keep_bounds AFTER UPDATE OF date ON events
  WHEN NEW.date IS NOT OLD.date BEGIN
  UPDATE events SET earliest = (SELECT earliest FROM dates WHERE edtf = NEW.date), latest = (SELECT latest FROM dates WHERE edtf = NEW.date) WHERE id = NEW.id;
END;
CREATE TRIGGER events_refuse_bounds BEFORE UPDATE OF earliest, latest ON events BEGIN
  SELECT RAISE(ABORT, 'events: earliest and latest are computed from date; change that') WHERE NEW.earliest IS NOT (SELECT earliest FROM dates WHERE edtf = NEW.date) OR NEW.latest IS NOT (SELECT latest FROM dates WHERE edtf = NEW.date);
END;
CREATE TRIGGER events_revised AFTER UPDATE OF id, name, kind, actuality, date, date_basis, place_id, part_of_id, description, run_id ON events
  WHEN (NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.actuality IS NOT OLD.actuality OR NEW.date IS NOT OLD.date OR NEW.date_basis IS NOT OLD.date_basis OR NEW.place_id IS NOT OLD.place_id OR NEW.part_of_id IS NOT OLD.part_of_id OR NEW.description IS NOT OLD.description OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('events', OLD.id, 'update', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'actuality', OLD.actuality, 'date', OLD.date, 'earliest', OLD.earliest, 'latest', OLD.latest, 'date_basis', OLD.date_basis, 'place_id', OLD.place_id, 'part_of_id', OLD.part_of_id, 'description', OLD.description, 'run_id', OLD.run_id), json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'actuality', NEW.actuality, 'date', NEW.date, 'earliest', NEW.earliest, 'latest', NEW.latest, 'date_basis', NEW.date_basis, 'place_id', NEW.place_id, 'part_of_id', NEW.part_of_id, 'description', NEW.description, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER events_removed AFTER DELETE ON events
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('events', OLD.id, 'delete', json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'actuality', OLD.actuality, 'date', OLD.date, 'earliest', OLD.earliest, 'latest', OLD.latest, 'date_basis', OLD.date_basis, 'place_id', OLD.place_id, 'part_of_id', OLD.part_of_id, 'description', OLD.description, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sources_are_registered BEFORE INSERT ON sources BEGIN
  SELECT RAISE(ABORT, 'sources: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sources WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sources: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM sources WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'sources.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
  INSERT INTO entities(id, kind, label) VALUES (NEW.id, 'source', NEW.title);
END;
CREATE TRIGGER sources_rename AFTER UPDATE OF title ON sources
  WHEN NEW.title <> OLD.title BEGIN
  UPDATE entities SET label = NEW.title WHERE id = NEW.id;
END;
CREATE TRIGGER sources_are_unregistered AFTER DELETE ON sources BEGIN
  DELETE FROM entities WHERE id = OLD.id;
END;
CREATE TRIGGER sources_insert BEFORE INSERT ON sources BEGIN
  SELECT RAISE(ABORT, 'sources.publisher_id: names no row of actors; add that row first') WHERE NEW.publisher_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.publisher_id);
  SELECT RAISE(ABORT, 'sources.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sources.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'sources.published_basis: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.published_basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.published_basis' AND value = NEW.published_basis);
  INSERT INTO dates(edtf) SELECT NEW.published WHERE NEW.published IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.published);
  SELECT RAISE(ABORT, 'sources.published: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.published IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.published) IS NOT 1;
  INSERT INTO dates(edtf) SELECT NEW.updated WHERE NEW.updated IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.updated);
  SELECT RAISE(ABORT, 'sources.updated: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.updated IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.updated) IS NOT 1;
END;
CREATE TRIGGER sources_update BEFORE UPDATE ON sources BEGIN
  SELECT RAISE(ABORT, 'sources.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'sources: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'sources.publisher_id: names no row of actors; add that row first') WHERE NEW.publisher_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.publisher_id);
  SELECT RAISE(ABORT, 'sources.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sources.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'sources.published_basis: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.published_basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.published_basis' AND value = NEW.published_basis);
  INSERT INTO dates(edtf) SELECT NEW.published WHERE NEW.published IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.published);
  SELECT RAISE(ABORT, 'sources.published: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.published IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.published) IS NOT 1;
  INSERT INTO dates(edtf) SELECT NEW.updated WHERE NEW.updated IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.updated);
  SELECT RAISE(ABORT, 'sources.updated: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.updated IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.updated) IS NOT 1;
END;
CREATE TRIGGER sources_delete BEFORE DELETE ON sources BEGIN
  SELECT RAISE(ABORT, 'sources: source_authors.source_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM source_authors WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: snapshots.source_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM snapshots WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: assertions.source_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM assertions WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: assertions.work_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM assertions WHERE work_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: citations.citing_source_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM citations WHERE citing_source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: citations.cited_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM citations WHERE cited_id = OLD.id);
END;
CREATE TRIGGER sources_revised AFTER UPDATE OF id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, note, run_id ON sources
  WHEN (NEW.id IS NOT OLD.id OR NEW.title IS NOT OLD.title OR NEW.kind IS NOT OLD.kind OR NEW.publisher_id IS NOT OLD.publisher_id OR NEW.published IS NOT OLD.published OR NEW.published_basis IS NOT OLD.published_basis OR NEW.updated IS NOT OLD.updated OR NEW.language IS NOT OLD.language OR NEW.url IS NOT OLD.url OR NEW.rights IS NOT OLD.rights OR NEW.note IS NOT OLD.note OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sources', OLD.id, 'update', json_object('id', OLD.id, 'title', OLD.title, 'kind', OLD.kind, 'publisher_id', OLD.publisher_id, 'published', OLD.published, 'published_basis', OLD.published_basis, 'updated', OLD.updated, 'language', OLD.language, 'url', OLD.url, 'rights', OLD.rights, 'snapshot_id', OLD.snapshot_id, 'note', OLD.note, 'run_id', OLD.run_id), json_object('id', NEW.id, 'title', NEW.title, 'kind', NEW.kind, 'publisher_id', NEW.publisher_id, 'published', NEW.published, 'published_basis', NEW.published_basis, 'updated', NEW.updated, 'language', NEW.language, 'url', NEW.url, 'rights', NEW.rights, 'snapshot_id', NEW.snapshot_id, 'note', NEW.note, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sources_removed AFTER DELETE ON sources
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sources', OLD.id, 'delete', json_object('id', OLD.id, 'title', OLD.title, 'kind', OLD.kind, 'publisher_id', OLD.publisher_id, 'published', OLD.published, 'published_basis', OLD.published_basis, 'updated', OLD.updated, 'language', OLD.language, 'url', OLD.url, 'rights', OLD.rights, 'snapshot_id', OLD.snapshot_id, 'note', OLD.note, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER source_authors_insert BEFORE INSERT ON source_authors BEGIN
  SELECT RAISE(ABORT, 'source_authors: a row with this source_id, position is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM source_authors WHERE source_id = NEW.source_id AND position = NEW.position);
  SELECT RAISE(ABORT, 'source_authors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM source_authors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'source_authors.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'source_authors.actor_id: names no row of actors; add that row first') WHERE NEW.actor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.actor_id);
  SELECT RAISE(ABORT, 'source_authors.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'source_authors.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'source_authors.role' AND value = NEW.role);
END;
CREATE TRIGGER source_authors_update BEFORE UPDATE ON source_authors BEGIN
  SELECT RAISE(ABORT, 'source_authors: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'source_authors: another row has this source_id, position already') WHERE EXISTS (SELECT 1 FROM source_authors WHERE source_id = NEW.source_id AND position = NEW.position AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'source_authors.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'source_authors.actor_id: names no row of actors; add that row first') WHERE NEW.actor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.actor_id);
  SELECT RAISE(ABORT, 'source_authors.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'source_authors.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'source_authors.role' AND value = NEW.role);
END;
CREATE TRIGGER source_authors_revised AFTER UPDATE OF source_id, position, actor_id, role, run_id ON source_authors
  WHEN (NEW.source_id IS NOT OLD.source_id OR NEW.position IS NOT OLD.position OR NEW.actor_id IS NOT OLD.actor_id OR NEW.role IS NOT OLD.role OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('source_authors', OLD.source_id || '_' || OLD.position, 'update', json_object('source_id', OLD.source_id, 'position', OLD.position, 'actor_id', OLD.actor_id, 'role', OLD.role, 'run_id', OLD.run_id), json_object('source_id', NEW.source_id, 'position', NEW.position, 'actor_id', NEW.actor_id, 'role', NEW.role, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER source_authors_removed AFTER DELETE ON source_authors
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('source_authors', OLD.source_id || '_' || OLD.position, 'delete', json_object('source_id', OLD.source_id, 'position', OLD.position, 'actor_id', OLD.actor_id, 'role', OLD.role, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER names_insert BEFORE INSERT ON names BEGIN
  SELECT RAISE(ABORT, 'names: a row with this entity_id, name, kind is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM names WHERE entity_id = NEW.entity_id AND name = NEW.name AND kind = NEW.kind);
  SELECT RAISE(ABORT, 'names: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM names WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'names.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'names.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'names.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'names.kind' AND value = NEW.kind);
END;
CREATE TRIGGER names_update BEFORE UPDATE ON names BEGIN
  SELECT RAISE(ABORT, 'names: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'names: another row has this entity_id, name, kind already') WHERE EXISTS (SELECT 1 FROM names WHERE entity_id = NEW.entity_id AND name = NEW.name AND kind = NEW.kind AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'names.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'names.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'names.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'names.kind' AND value = NEW.kind);
END;
CREATE TRIGGER names_revised AFTER UPDATE OF entity_id, name, kind, language, run_id ON names
  WHEN (NEW.entity_id IS NOT OLD.entity_id OR NEW.name IS NOT OLD.name OR NEW.kind IS NOT OLD.kind OR NEW.language IS NOT OLD.language OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('names', OLD.entity_id || '_' || OLD.name || '_' || OLD.kind, 'update', json_object('entity_id', OLD.entity_id, 'name', OLD.name, 'kind', OLD.kind, 'language', OLD.language, 'run_id', OLD.run_id), json_object('entity_id', NEW.entity_id, 'name', NEW.name, 'kind', NEW.kind, 'language', NEW.language, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER names_removed AFTER DELETE ON names
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('names', OLD.entity_id || '_' || OLD.name || '_' || OLD.kind, 'delete', json_object('entity_id', OLD.entity_id, 'name', OLD.name, 'kind', OLD.kind, 'language', OLD.language, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER identifiers_insert BEFORE INSERT ON identifiers BEGIN
  SELECT RAISE(ABORT, 'identifiers: a row with this entity_id, scheme, value is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM identifiers WHERE entity_id = NEW.entity_id AND scheme = NEW.scheme AND value = NEW.value);
  SELECT RAISE(ABORT, 'identifiers: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM identifiers WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'identifiers.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'identifiers.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'identifiers.scheme: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.scheme IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'identifiers.scheme' AND value = NEW.scheme);
  SELECT RAISE(ABORT, 'identifiers.match: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.match IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'identifiers.match' AND value = NEW.match);
END;
CREATE TRIGGER identifiers_update BEFORE UPDATE ON identifiers BEGIN
  SELECT RAISE(ABORT, 'identifiers: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'identifiers: another row has this entity_id, scheme, value already') WHERE EXISTS (SELECT 1 FROM identifiers WHERE entity_id = NEW.entity_id AND scheme = NEW.scheme AND value = NEW.value AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'identifiers.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'identifiers.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'identifiers.scheme: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.scheme IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'identifiers.scheme' AND value = NEW.scheme);
  SELECT RAISE(ABORT, 'identifiers.match: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.match IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'identifiers.match' AND value = NEW.match);
END;
CREATE TRIGGER identifiers_revised AFTER UPDATE OF entity_id, scheme, value, match, run_id ON identifiers
  WHEN (NEW.entity_id IS NOT OLD.entity_id OR NEW.scheme IS NOT OLD.scheme OR NEW.value IS NOT OLD.value OR NEW.match IS NOT OLD.match OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('identifiers', OLD.entity_id || '_' || OLD.scheme || '_' || OLD.value, 'update', json_object('entity_id', OLD.entity_id, 'scheme', OLD.scheme, 'value', OLD.value, 'match', OLD.match, 'run_id', OLD.run_id), json_object('entity_id', NEW.entity_id, 'scheme', NEW.scheme, 'value', NEW.value, 'match', NEW.match, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER identifiers_removed AFTER DELETE ON identifiers
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('identifiers', OLD.entity_id || '_' || OLD.scheme || '_' || OLD.value, 'delete', json_object('entity_id', OLD.entity_id, 'scheme', OLD.scheme, 'value', OLD.value, 'match', OLD.match, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER snapshots_insert BEFORE INSERT ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'snapshots: a row with this source_id, sha256 is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM snapshots WHERE source_id = NEW.source_id AND sha256 = NEW.sha256);
  SELECT RAISE(ABORT, 'snapshots: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM snapshots WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'snapshots.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'snapshots.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER sections_insert BEFORE INSERT ON sections BEGIN
  SELECT RAISE(ABORT, 'sections: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sections WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sections: a row with this snapshot_id, position is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sections WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position);
  SELECT RAISE(ABORT, 'sections: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM sections WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'sections.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'sections.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'sections.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sections.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sections.kind' AND value = NEW.kind);
END;
CREATE TRIGGER sections_update BEFORE UPDATE ON sections BEGIN
  SELECT RAISE(ABORT, 'sections.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'sections: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'sections: another row has this snapshot_id, position already') WHERE EXISTS (SELECT 1 FROM sections WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'sections.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'sections.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'sections.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sections.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sections.kind' AND value = NEW.kind);
END;
CREATE TRIGGER sections_delete BEFORE DELETE ON sections BEGIN
  SELECT RAISE(ABORT, 'sections: sentences.section_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sentences WHERE section_id = OLD.id);
  SELECT RAISE(ABORT, 'sections: passages.section_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM passages WHERE section_id = OLD.id);
END;
CREATE TRIGGER sections_revised AFTER UPDATE OF id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id ON sections
  WHEN (NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.position IS NOT OLD.position OR NEW.kind IS NOT OLD.kind OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char OR NEW.speaker_id IS NOT OLD.speaker_id OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sections', OLD.id, 'update', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'position', OLD.position, 'kind', OLD.kind, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'speaker_id', OLD.speaker_id, 'run_id', OLD.run_id), json_object('id', NEW.id, 'snapshot_id', NEW.snapshot_id, 'position', NEW.position, 'kind', NEW.kind, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'speaker_id', NEW.speaker_id, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sections_removed AFTER DELETE ON sections
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sections', OLD.id, 'delete', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'position', OLD.position, 'kind', OLD.kind, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'speaker_id', OLD.speaker_id, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sentences_insert BEFORE INSERT ON sentences BEGIN
  SELECT RAISE(ABORT, 'sentences: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sentences WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sentences: a row with this snapshot_id, position is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sentences WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position);
  SELECT RAISE(ABORT, 'sentences: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM sentences WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'sentences.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'sentences.section_id: names no row of sections; add that row first') WHERE NEW.section_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id);
  SELECT RAISE(ABORT, 'sentences.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER sentences_update BEFORE UPDATE ON sentences BEGIN
  SELECT RAISE(ABORT, 'sentences.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'sentences: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'sentences: another row has this snapshot_id, position already') WHERE EXISTS (SELECT 1 FROM sentences WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'sentences.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'sentences.section_id: names no row of sections; add that row first') WHERE NEW.section_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id);
  SELECT RAISE(ABORT, 'sentences.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER sentences_revised AFTER UPDATE OF id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id ON sentences
  WHEN (NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.section_id IS NOT OLD.section_id OR NEW.position IS NOT OLD.position OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char OR NEW.no_claim_reason IS NOT OLD.no_claim_reason OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sentences', OLD.id, 'update', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'section_id', OLD.section_id, 'position', OLD.position, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'no_claim_reason', OLD.no_claim_reason, 'run_id', OLD.run_id), json_object('id', NEW.id, 'snapshot_id', NEW.snapshot_id, 'section_id', NEW.section_id, 'position', NEW.position, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'no_claim_reason', NEW.no_claim_reason, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sentences_removed AFTER DELETE ON sentences
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sentences', OLD.id, 'delete', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'section_id', OLD.section_id, 'position', OLD.position, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'no_claim_reason', OLD.no_claim_reason, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER passages_insert BEFORE INSERT ON passages BEGIN
  SELECT RAISE(ABORT, 'passages: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM passages WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'passages: a row with this snapshot_id, start_char, end_char is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM passages WHERE snapshot_id = NEW.snapshot_id AND start_char = NEW.start_char AND end_char = NEW.end_char);
  SELECT RAISE(ABORT, 'passages: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM passages WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'passages.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'passages.section_id: names no row of sections; add that row first') WHERE NEW.section_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id);
  SELECT RAISE(ABORT, 'passages.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER mentions_insert BEFORE INSERT ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM mentions WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'mentions: a row with this snapshot_id, start_char, end_char, entity_id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM mentions WHERE snapshot_id = NEW.snapshot_id AND start_char = NEW.start_char AND end_char = NEW.end_char AND entity_id = NEW.entity_id);
  SELECT RAISE(ABORT, 'mentions: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM mentions WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'mentions.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'mentions.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'mentions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'mentions.sense: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.sense IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'mentions.sense' AND value = NEW.sense);
  SELECT RAISE(ABORT, 'mentions.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'mentions.status' AND value = NEW.status);
END;
CREATE TRIGGER mentions_update BEFORE UPDATE ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'mentions: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'mentions: another row has this snapshot_id, start_char, end_char, entity_id already') WHERE EXISTS (SELECT 1 FROM mentions WHERE snapshot_id = NEW.snapshot_id AND start_char = NEW.start_char AND end_char = NEW.end_char AND entity_id = NEW.entity_id AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'mentions.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'mentions.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'mentions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'mentions.sense: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.sense IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'mentions.sense' AND value = NEW.sense);
  SELECT RAISE(ABORT, 'mentions.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'mentions.status' AND value = NEW.status);
END;
CREATE TRIGGER mentions_revised AFTER UPDATE OF id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id ON mentions
  WHEN (NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char OR NEW.exact IS NOT OLD.exact OR NEW.entity_id IS NOT OLD.entity_id OR NEW.sense IS NOT OLD.sense OR NEW.status IS NOT OLD.status OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('mentions', OLD.id, 'update', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'exact', OLD.exact, 'entity_id', OLD.entity_id, 'sense', OLD.sense, 'status', OLD.status, 'run_id', OLD.run_id), json_object('id', NEW.id, 'snapshot_id', NEW.snapshot_id, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'exact', NEW.exact, 'entity_id', NEW.entity_id, 'sense', NEW.sense, 'status', NEW.status, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER mentions_removed AFTER DELETE ON mentions
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('mentions', OLD.id, 'delete', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'exact', OLD.exact, 'entity_id', OLD.entity_id, 'sense', OLD.sense, 'status', OLD.status, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER claims_insert BEFORE INSERT ON claims BEGIN
  SELECT RAISE(ABORT, 'claims: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM claims WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'claims: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM claims WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'claims.subject_id: names no row of entities; add that row first') WHERE NEW.subject_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.subject_id);
  SELECT RAISE(ABORT, 'claims.predicate_id: names no row of predicates; add that row first') WHERE NEW.predicate_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM predicates WHERE id = NEW.predicate_id);
  SELECT RAISE(ABORT, 'claims.object_id: names no row of entities; add that row first') WHERE NEW.object_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.object_id);
  SELECT RAISE(ABORT, 'claims.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'claims.place_id: names no row of entities; add that row first') WHERE NEW.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.place_id);
  SELECT RAISE(ABORT, 'claims.merged_into_id: names no row of claims; add that row first') WHERE NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.merged_into_id);
  SELECT RAISE(ABORT, 'claims.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'claims.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'claims.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.status' AND value = NEW.status);
  INSERT INTO dates(edtf) SELECT NEW.about_time WHERE NEW.about_time IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.about_time);
  SELECT RAISE(ABORT, 'claims.about_time: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.about_time IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.about_time) IS NOT 1;
END;
CREATE TRIGGER claims_update BEFORE UPDATE ON claims BEGIN
  SELECT RAISE(ABORT, 'claims.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'claims: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'claims.subject_id: names no row of entities; add that row first') WHERE NEW.subject_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.subject_id);
  SELECT RAISE(ABORT, 'claims.predicate_id: names no row of predicates; add that row first') WHERE NEW.predicate_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM predicates WHERE id = NEW.predicate_id);
  SELECT RAISE(ABORT, 'claims.object_id: names no row of entities; add that row first') WHERE NEW.object_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.object_id);
  SELECT RAISE(ABORT, 'claims.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'claims.place_id: names no row of entities; add that row first') WHERE NEW.place_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.place_id);
  SELECT RAISE(ABORT, 'claims.merged_into_id: names no row of claims; add that row first') WHERE NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.merged_into_id);
  SELECT RAISE(ABORT, 'claims.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'claims.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'claims.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.status' AND value = NEW.status);
  INSERT INTO dates(edtf) SELECT NEW.about_time WHERE NEW.about_time IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.about_time);
  SELECT RAISE(ABORT, 'claims.about_time: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.about_time IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.about_time) IS NOT 1;
END;
CREATE TRIGGER claims_get_bounds AFTER INSERT ON claims
  WHEN NEW.about_time IS NOT NULL OR NEW.about_earliest IS NOT NULL OR NEW.about_latest IS NOT NULL BEGIN
  UPDATE claims SET about_earliest = (SELECT earliest FROM dates WHERE edtf = NEW.about_time), about_latest = (SELECT latest FROM dates WHERE edtf = NEW.about_time) WHERE id = NEW.id;
END;
CREATE TRIGGER claims_keep_bounds AFTER UPDATE OF about_time ON claims
  WHEN NEW.about_time IS NOT OLD.about_time BEGIN
  UPDATE claims SET about_earliest = (SELECT earliest FROM dates WHERE edtf = NEW.about_time), about_latest = (SELECT latest FROM dates WHERE edtf = NEW.about_time) WHERE id = NEW.id;
END;
CREATE TRIGGER claims_refuse_bounds BEFORE UPDATE OF about_earliest, about_latest ON claims BEGIN
  SELECT RAISE(ABORT, 'claims: about_earliest and about_latest are computed from about_time; change that') WHERE NEW.about_earliest IS NOT (SELECT earliest FROM dates WHERE edtf = NEW.about_time) OR NEW.about_latest IS NOT (SELECT latest FROM dates WHERE edtf = NEW.about_time);
END;
CREATE TRIGGER claims_revised AFTER UPDATE OF id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, status, merged_into_id, recorded_at, run_id ON claims
  WHEN (NEW.id IS NOT OLD.id OR NEW.text IS NOT OLD.text OR NEW.kind IS NOT OLD.kind OR NEW.subject_id IS NOT OLD.subject_id OR NEW.predicate_id IS NOT OLD.predicate_id OR NEW.object_id IS NOT OLD.object_id OR NEW.object_text IS NOT OLD.object_text OR NEW.event_id IS NOT OLD.event_id OR NEW.place_id IS NOT OLD.place_id OR NEW.about_time IS NOT OLD.about_time OR NEW.status IS NOT OLD.status OR NEW.merged_into_id IS NOT OLD.merged_into_id OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('claims', OLD.id, 'update', json_object('id', OLD.id, 'text', OLD.text, 'kind', OLD.kind, 'subject_id', OLD.subject_id, 'predicate_id', OLD.predicate_id, 'object_id', OLD.object_id, 'object_text', OLD.object_text, 'event_id', OLD.event_id, 'place_id', OLD.place_id, 'about_time', OLD.about_time, 'about_earliest', OLD.about_earliest, 'about_latest', OLD.about_latest, 'status', OLD.status, 'merged_into_id', OLD.merged_into_id, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'text', NEW.text, 'kind', NEW.kind, 'subject_id', NEW.subject_id, 'predicate_id', NEW.predicate_id, 'object_id', NEW.object_id, 'object_text', NEW.object_text, 'event_id', NEW.event_id, 'place_id', NEW.place_id, 'about_time', NEW.about_time, 'about_earliest', NEW.about_earliest, 'about_latest', NEW.about_latest, 'status', NEW.status, 'merged_into_id', NEW.merged_into_id, 'recorded_at', NEW.recorded_at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER quantities_insert BEFORE INSERT ON quantities BEGIN
  SELECT RAISE(ABORT, 'quantities: a row with this claim_id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM quantities WHERE claim_id = NEW.claim_id);
  SELECT RAISE(ABORT, 'quantities: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM quantities WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'quantities.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'quantities.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'quantities.comparison: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.comparison IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'quantities.comparison' AND value = NEW.comparison);
  INSERT INTO dates(edtf) SELECT NEW.as_of WHERE NEW.as_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.as_of);
  SELECT RAISE(ABORT, 'quantities.as_of: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.as_of IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.as_of) IS NOT 1;
END;
CREATE TRIGGER quantities_update BEFORE UPDATE ON quantities BEGIN
  SELECT RAISE(ABORT, 'quantities.claim_id: an id never changes; use kb merge') WHERE NEW.claim_id IS NOT OLD.claim_id;
  SELECT RAISE(ABORT, 'quantities: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'quantities.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'quantities.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'quantities.comparison: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.comparison IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'quantities.comparison' AND value = NEW.comparison);
  INSERT INTO dates(edtf) SELECT NEW.as_of WHERE NEW.as_of IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.as_of);
  SELECT RAISE(ABORT, 'quantities.as_of: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.as_of IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.as_of) IS NOT 1;
END;
CREATE TRIGGER quantities_revised AFTER UPDATE OF claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id ON quantities
  WHEN (NEW.claim_id IS NOT OLD.claim_id OR NEW.comparison IS NOT OLD.comparison OR NEW.value IS NOT OLD.value OR NEW.minimum IS NOT OLD.minimum OR NEW.maximum IS NOT OLD.maximum OR NEW.unit IS NOT OLD.unit OR NEW.measure IS NOT OLD.measure OR NEW.as_of IS NOT OLD.as_of OR NEW.verbatim IS NOT OLD.verbatim OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('quantities', OLD.claim_id, 'update', json_object('claim_id', OLD.claim_id, 'comparison', OLD.comparison, 'value', OLD.value, 'minimum', OLD.minimum, 'maximum', OLD.maximum, 'unit', OLD.unit, 'measure', OLD.measure, 'as_of', OLD.as_of, 'verbatim', OLD.verbatim, 'run_id', OLD.run_id), json_object('claim_id', NEW.claim_id, 'comparison', NEW.comparison, 'value', NEW.value, 'minimum', NEW.minimum, 'maximum', NEW.maximum, 'unit', NEW.unit, 'measure', NEW.measure, 'as_of', NEW.as_of, 'verbatim', NEW.verbatim, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER quantities_removed AFTER DELETE ON quantities
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('quantities', OLD.claim_id, 'delete', json_object('claim_id', OLD.claim_id, 'comparison', OLD.comparison, 'value', OLD.value, 'minimum', OLD.minimum, 'maximum', OLD.maximum, 'unit', OLD.unit, 'measure', OLD.measure, 'as_of', OLD.as_of, 'verbatim', OLD.verbatim, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER assertions_insert BEFORE INSERT ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM assertions WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'assertions: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM assertions WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'assertions.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'assertions.passage_id: names no row of passages; add that row first') WHERE NEW.passage_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages WHERE id = NEW.passage_id);
  SELECT RAISE(ABORT, 'assertions.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: names no row of assertions; add that row first') WHERE NEW.reported_in_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions WHERE id = NEW.reported_in_id);
  SELECT RAISE(ABORT, 'assertions.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'assertions.work_id: names no row of sources; add that row first') WHERE NEW.work_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.work_id);
  SELECT RAISE(ABORT, 'assertions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'assertions.act: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.act IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.act' AND value = NEW.act);
  SELECT RAISE(ABORT, 'assertions.stance: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.stance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.stance' AND value = NEW.stance);
  SELECT RAISE(ABORT, 'assertions.certainty: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.certainty IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.certainty' AND value = NEW.certainty);
  SELECT RAISE(ABORT, 'assertions.derivation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.derivation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.derivation' AND value = NEW.derivation);
  SELECT RAISE(ABORT, 'assertions.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.status' AND value = NEW.status);
  INSERT INTO dates(edtf) SELECT NEW.said WHERE NEW.said IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.said);
  SELECT RAISE(ABORT, 'assertions.said: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.said IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.said) IS NOT 1;
END;
CREATE TRIGGER assertions_update BEFORE UPDATE ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'assertions: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'assertions.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'assertions.passage_id: names no row of passages; add that row first') WHERE NEW.passage_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages WHERE id = NEW.passage_id);
  SELECT RAISE(ABORT, 'assertions.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: names no row of assertions; add that row first') WHERE NEW.reported_in_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions WHERE id = NEW.reported_in_id);
  SELECT RAISE(ABORT, 'assertions.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'assertions.work_id: names no row of sources; add that row first') WHERE NEW.work_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.work_id);
  SELECT RAISE(ABORT, 'assertions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'assertions.act: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.act IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.act' AND value = NEW.act);
  SELECT RAISE(ABORT, 'assertions.stance: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.stance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.stance' AND value = NEW.stance);
  SELECT RAISE(ABORT, 'assertions.certainty: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.certainty IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.certainty' AND value = NEW.certainty);
  SELECT RAISE(ABORT, 'assertions.derivation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.derivation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.derivation' AND value = NEW.derivation);
  SELECT RAISE(ABORT, 'assertions.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.status' AND value = NEW.status);
  INSERT INTO dates(edtf) SELECT NEW.said WHERE NEW.said IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.said);
  SELECT RAISE(ABORT, 'assertions.said: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.said IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.said) IS NOT 1;
END;
CREATE TRIGGER assertions_revised AFTER UPDATE OF id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id ON assertions
  WHEN (NEW.id IS NOT OLD.id OR NEW.claim_id IS NOT OLD.claim_id OR NEW.passage_id IS NOT OLD.passage_id OR NEW.source_id IS NOT OLD.source_id OR NEW.level IS NOT OLD.level OR NEW.reported_in_id IS NOT OLD.reported_in_id OR NEW.speaker_id IS NOT OLD.speaker_id OR NEW.work_id IS NOT OLD.work_id OR NEW.act IS NOT OLD.act OR NEW.stance IS NOT OLD.stance OR NEW.certainty IS NOT OLD.certainty OR NEW.cue IS NOT OLD.cue OR NEW.cue_start_char IS NOT OLD.cue_start_char OR NEW.cue_end_char IS NOT OLD.cue_end_char OR NEW.derivation IS NOT OLD.derivation OR NEW.said IS NOT OLD.said OR NEW.status IS NOT OLD.status OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('assertions', OLD.id, 'update', json_object('id', OLD.id, 'claim_id', OLD.claim_id, 'passage_id', OLD.passage_id, 'source_id', OLD.source_id, 'level', OLD.level, 'reported_in_id', OLD.reported_in_id, 'speaker_id', OLD.speaker_id, 'work_id', OLD.work_id, 'act', OLD.act, 'stance', OLD.stance, 'certainty', OLD.certainty, 'cue', OLD.cue, 'cue_start_char', OLD.cue_start_char, 'cue_end_char', OLD.cue_end_char, 'derivation', OLD.derivation, 'said', OLD.said, 'status', OLD.status, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'claim_id', NEW.claim_id, 'passage_id', NEW.passage_id, 'source_id', NEW.source_id, 'level', NEW.level, 'reported_in_id', NEW.reported_in_id, 'speaker_id', NEW.speaker_id, 'work_id', NEW.work_id, 'act', NEW.act, 'stance', NEW.stance, 'certainty', NEW.certainty, 'cue', NEW.cue, 'cue_start_char', NEW.cue_start_char, 'cue_end_char', NEW.cue_end_char, 'derivation', NEW.derivation, 'said', NEW.said, 'status', NEW.status, 'recorded_at', NEW.recorded_at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER participations_insert BEFORE INSERT ON participations BEGIN
  SELECT RAISE(ABORT, 'participations: a row with this event_id, entity_id, role, claim_id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM participations WHERE event_id = NEW.event_id AND entity_id = NEW.entity_id AND role = NEW.role AND claim_id = NEW.claim_id);
  SELECT RAISE(ABORT, 'participations: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM participations WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'participations.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'participations.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'participations.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'participations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'participations.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'participations.role' AND value = NEW.role);
END;
CREATE TRIGGER participations_update BEFORE UPDATE ON participations BEGIN
  SELECT RAISE(ABORT, 'participations: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'participations: another row has this event_id, entity_id, role, claim_id already') WHERE EXISTS (SELECT 1 FROM participations WHERE event_id = NEW.event_id AND entity_id = NEW.entity_id AND role = NEW.role AND claim_id = NEW.claim_id AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'participations.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'participations.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'participations.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'participations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'participations.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'participations.role' AND value = NEW.role);
END;
CREATE TRIGGER participations_revised AFTER UPDATE OF event_id, entity_id, role, claim_id, run_id ON participations
  WHEN (NEW.event_id IS NOT OLD.event_id OR NEW.entity_id IS NOT OLD.entity_id OR NEW.role IS NOT OLD.role OR NEW.claim_id IS NOT OLD.claim_id OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('participations', OLD.event_id || '_' || OLD.entity_id || '_' || OLD.role || '_' || OLD.claim_id, 'update', json_object('event_id', OLD.event_id, 'entity_id', OLD.entity_id, 'role', OLD.role, 'claim_id', OLD.claim_id, 'run_id', OLD.run_id), json_object('event_id', NEW.event_id, 'entity_id', NEW.entity_id, 'role', NEW.role, 'claim_id', NEW.claim_id, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER participations_removed AFTER DELETE ON participations
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('participations', OLD.event_id || '_' || OLD.entity_id || '_' || OLD.role || '_' || OLD.claim_id, 'delete', json_object('event_id', OLD.event_id, 'entity_id', OLD.entity_id, 'role', OLD.role, 'claim_id', OLD.claim_id, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER relations_insert BEFORE INSERT ON relations BEGIN
  SELECT RAISE(ABORT, 'relations: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM relations WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'relations: a row with this from_claim_id, to_claim_id, relation is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM relations WHERE from_claim_id = NEW.from_claim_id AND to_claim_id = NEW.to_claim_id AND relation = NEW.relation);
  SELECT RAISE(ABORT, 'relations: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM relations WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'relations.from_claim_id: names no row of claims; add that row first') WHERE NEW.from_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.from_claim_id);
  SELECT RAISE(ABORT, 'relations.to_claim_id: names no row of claims; add that row first') WHERE NEW.to_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.to_claim_id);
  SELECT RAISE(ABORT, 'relations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'relations.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.relation' AND value = NEW.relation);
  SELECT RAISE(ABORT, 'relations.comparable: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.comparable IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.comparable' AND value = NEW.comparable);
  SELECT RAISE(ABORT, 'relations.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.status' AND value = NEW.status);
END;
CREATE TRIGGER relations_update BEFORE UPDATE ON relations BEGIN
  SELECT RAISE(ABORT, 'relations.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'relations: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'relations: another row has this from_claim_id, to_claim_id, relation already') WHERE EXISTS (SELECT 1 FROM relations WHERE from_claim_id = NEW.from_claim_id AND to_claim_id = NEW.to_claim_id AND relation = NEW.relation AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'relations.from_claim_id: names no row of claims; add that row first') WHERE NEW.from_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.from_claim_id);
  SELECT RAISE(ABORT, 'relations.to_claim_id: names no row of claims; add that row first') WHERE NEW.to_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.to_claim_id);
  SELECT RAISE(ABORT, 'relations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'relations.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.relation' AND value = NEW.relation);
  SELECT RAISE(ABORT, 'relations.comparable: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.comparable IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.comparable' AND value = NEW.comparable);
  SELECT RAISE(ABORT, 'relations.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.status' AND value = NEW.status);
END;
CREATE TRIGGER relations_revised AFTER UPDATE OF id, from_claim_id, to_claim_id, relation, comparable, rationale, status, recorded_at, run_id ON relations
  WHEN (NEW.id IS NOT OLD.id OR NEW.from_claim_id IS NOT OLD.from_claim_id OR NEW.to_claim_id IS NOT OLD.to_claim_id OR NEW.relation IS NOT OLD.relation OR NEW.comparable IS NOT OLD.comparable OR NEW.rationale IS NOT OLD.rationale OR NEW.status IS NOT OLD.status OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('relations', OLD.id, 'update', json_object('id', OLD.id, 'from_claim_id', OLD.from_claim_id, 'to_claim_id', OLD.to_claim_id, 'relation', OLD.relation, 'comparable', OLD.comparable, 'rationale', OLD.rationale, 'status', OLD.status, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'from_claim_id', NEW.from_claim_id, 'to_claim_id', NEW.to_claim_id, 'relation', NEW.relation, 'comparable', NEW.comparable, 'rationale', NEW.rationale, 'status', NEW.status, 'recorded_at', NEW.recorded_at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER relations_removed AFTER DELETE ON relations
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('relations', OLD.id, 'delete', json_object('id', OLD.id, 'from_claim_id', OLD.from_claim_id, 'to_claim_id', OLD.to_claim_id, 'relation', OLD.relation, 'comparable', OLD.comparable, 'rationale', OLD.rationale, 'status', OLD.status, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER citations_insert BEFORE INSERT ON citations BEGIN
  SELECT RAISE(ABORT, 'citations: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM citations WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'citations: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM citations WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'citations.citing_source_id: names no row of sources; add that row first') WHERE NEW.citing_source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.citing_source_id);
  SELECT RAISE(ABORT, 'citations.cited_id: names no row of sources; add that row first') WHERE NEW.cited_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.cited_id);
  SELECT RAISE(ABORT, 'citations.passage_id: names no row of passages; add that row first') WHERE NEW.passage_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages WHERE id = NEW.passage_id);
  SELECT RAISE(ABORT, 'citations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'citations.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'citations.status' AND value = NEW.status);
END;
CREATE TRIGGER citations_update BEFORE UPDATE ON citations BEGIN
  SELECT RAISE(ABORT, 'citations.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'citations: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'citations.citing_source_id: names no row of sources; add that row first') WHERE NEW.citing_source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.citing_source_id);
  SELECT RAISE(ABORT, 'citations.cited_id: names no row of sources; add that row first') WHERE NEW.cited_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.cited_id);
  SELECT RAISE(ABORT, 'citations.passage_id: names no row of passages; add that row first') WHERE NEW.passage_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages WHERE id = NEW.passage_id);
  SELECT RAISE(ABORT, 'citations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'citations.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'citations.status' AND value = NEW.status);
END;
CREATE TRIGGER citations_revised AFTER UPDATE OF id, citing_source_id, cited_id, cited_text, passage_id, status, run_id ON citations
  WHEN (NEW.id IS NOT OLD.id OR NEW.citing_source_id IS NOT OLD.citing_source_id OR NEW.cited_id IS NOT OLD.cited_id OR NEW.cited_text IS NOT OLD.cited_text OR NEW.passage_id IS NOT OLD.passage_id OR NEW.status IS NOT OLD.status OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('citations', OLD.id, 'update', json_object('id', OLD.id, 'citing_source_id', OLD.citing_source_id, 'cited_id', OLD.cited_id, 'cited_text', OLD.cited_text, 'passage_id', OLD.passage_id, 'status', OLD.status, 'run_id', OLD.run_id), json_object('id', NEW.id, 'citing_source_id', NEW.citing_source_id, 'cited_id', NEW.cited_id, 'cited_text', NEW.cited_text, 'passage_id', NEW.passage_id, 'status', NEW.status, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER citations_removed AFTER DELETE ON citations
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('citations', OLD.id, 'delete', json_object('id', OLD.id, 'citing_source_id', OLD.citing_source_id, 'cited_id', OLD.cited_id, 'cited_text', OLD.cited_text, 'passage_id', OLD.passage_id, 'status', OLD.status, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER "claims_ai" AFTER INSERT ON "claims" BEGIN
  INSERT INTO "claims_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE TRIGGER "claims_ad" AFTER DELETE ON "claims" BEGIN
  INSERT INTO "claims_fts" ("claims_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
END;
CREATE TRIGGER "claims_au" AFTER UPDATE ON "claims" BEGIN
  INSERT INTO "claims_fts" ("claims_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
  INSERT INTO "claims_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE TRIGGER "passages_ai" AFTER INSERT ON "passages" BEGIN
  INSERT INTO "passages_fts" (rowid, "exact") VALUES (new.rowid, new."exact");
END;
CREATE TRIGGER "passages_ad" AFTER DELETE ON "passages" BEGIN
  INSERT INTO "passages_fts" ("passages_fts", rowid, "exact") VALUES('delete', old.rowid, old."exact");
END;
CREATE TRIGGER "passages_au" AFTER UPDATE ON "passages" BEGIN
  INSERT INTO "passages_fts" ("passages_fts", rowid, "exact") VALUES('delete', old.rowid, old."exact");
  INSERT INTO "passages_fts" (rowid, "exact") VALUES (new.rowid, new."exact");
END;
CREATE TRIGGER "names_ai" AFTER INSERT ON "names" BEGIN
  INSERT INTO "names_fts" (rowid, "name") VALUES (new.rowid, new."name");
END;
CREATE TRIGGER "names_ad" AFTER DELETE ON "names" BEGIN
  INSERT INTO "names_fts" ("names_fts", rowid, "name") VALUES('delete', old.rowid, old."name");
END;
CREATE TRIGGER "names_au" AFTER UPDATE ON "names" BEGIN
  INSERT INTO "names_fts" ("names_fts", rowid, "name") VALUES('delete', old.rowid, old."name");
  INSERT INTO "names_fts" (rowid, "name") VALUES (new.rowid, new."name");
END;
CREATE TRIGGER "entities_ai" AFTER INSERT ON "entities" BEGIN
  INSERT INTO "entities_fts" (rowid, "label") VALUES (new.rowid, new."label");
END;
CREATE TRIGGER "entities_ad" AFTER DELETE ON "entities" BEGIN
  INSERT INTO "entities_fts" ("entities_fts", rowid, "label") VALUES('delete', old.rowid, old."label");
END;
CREATE TRIGGER "entities_au" AFTER UPDATE ON "entities" BEGIN
  INSERT INTO "entities_fts" ("entities_fts", rowid, "label") VALUES('delete', old.rowid, old."label");
  INSERT INTO "entities_fts" (rowid, "label") VALUES (new.rowid, new."label");
END;
CREATE TRIGGER "snapshots_ai" AFTER INSERT ON "snapshots" BEGIN
  INSERT INTO "snapshots_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE TRIGGER "snapshots_ad" AFTER DELETE ON "snapshots" BEGIN
  INSERT INTO "snapshots_fts" ("snapshots_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
END;
CREATE TRIGGER "snapshots_au" AFTER UPDATE ON "snapshots" BEGIN
  INSERT INTO "snapshots_fts" ("snapshots_fts", rowid, "text") VALUES('delete', old.rowid, old."text");
  INSERT INTO "snapshots_fts" (rowid, "text") VALUES (new.rowid, new."text");
END;
CREATE VIEW claims_of_ours as select id, text from claims where status = 'reviewed';
COMMIT;

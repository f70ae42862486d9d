-- The source-tracking knowledge base, schema version 2.
--
-- text -> snapshot -> passage -> assertion -> claim
--
-- The comment after each table and column is its description: it travels in the database itself (sqlite_master), and
-- Datasette shows it. Offsets count Unicode code points from 0, end exclusive, as Python and SQLite's substr() do.
-- Dates that sources give are EDTF (Library of Congress, levels 0 and 1); times that the base records are UTC.
-- The laws at the end follow from the keys above them and are written by `python -m kb.laws`; a test compares.

-- ------------------------------------------------------------------------------------------------ who recorded what

CREATE TABLE contributors ( -- Who records things here: a person, a body or a piece of software.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "contributors.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as curators.
  name TEXT NOT NULL CONSTRAINT "contributors.name: must not be empty" CHECK (name <> ''), -- Name as it should be shown.
  kind TEXT NOT NULL, -- Person, organization, group or software.
  url TEXT CONSTRAINT "contributors.url: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((url GLOB 'http://?*' OR url GLOB 'https://?*') AND url NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*') -- A page about the contributor.
) STRICT;

CREATE TABLE runs ( -- One piece of work that recorded rows: an ingest, an added fact, a correction, a merge.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "runs.id: begins with run- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'run-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted id.
  kind TEXT NOT NULL, -- What sort of work it was.
  contributor_id TEXT NOT NULL REFERENCES contributors(id), -- Who did it.
  software TEXT NOT NULL, -- The program that wrote.
  version TEXT NOT NULL, -- The version of that program.
  reason TEXT CONSTRAINT "runs.reason: must not be empty; leave it out (NULL) when there is none" CHECK (reason <> ''), -- Why it was done, in the contributor's words.
  started_at TEXT NOT NULL CONSTRAINT "runs.started_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (started_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', started_at, '+0 days') IS substr(started_at, 1, 19)), -- When it began (UTC).
  ended_at TEXT CONSTRAINT "runs.ended_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (ended_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', ended_at, '+0 days') IS substr(ended_at, 1, 19)) -- When it was finished (UTC).
) STRICT;

CREATE TABLE revisions ( -- What a row was before, each time one was changed or removed; append-only.
  seq INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT "revisions.seq: counted from 1" CHECK (seq > 0), -- Running number, in order of time.
  table_name TEXT NOT NULL, -- The table the row is in.
  row_id TEXT NOT NULL, -- The row's id; parts of a compound key are joined by an underscore.
  operation TEXT NOT NULL, -- Update or delete.
  before TEXT NOT NULL CONSTRAINT "revisions.before: must be a JSON object" CHECK (json_valid(before)), -- The whole row before, as a JSON object.
  after TEXT CONSTRAINT "revisions.after: must be a JSON object" CHECK (after IS NULL OR json_valid(after)), -- The whole row after, as a JSON object; none after a removal.
  reason TEXT, -- Why, as the writer said.
  at TEXT NOT NULL CONSTRAINT "revisions.at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', at, '+0 days') IS substr(at, 1, 19)), -- When (UTC).
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
  field TEXT NOT NULL CONSTRAINT "vocabulary.field: write it as table, dot, column" CHECK (field GLOB '?*.?*'), -- The column: table, dot, column.
  value TEXT NOT NULL CONSTRAINT "vocabulary.value: use a-z, 0-9 and hyphens only" CHECK (value <> '' AND value NOT GLOB '*[^a-z0-9-]*'), -- The word itself.
  label TEXT NOT NULL, -- How to show it.
  description TEXT NOT NULL, -- What it means, in one sentence.
  iri TEXT CONSTRAINT "vocabulary.iri: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((iri GLOB 'http://?*' OR iri GLOB 'https://?*') AND iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  PRIMARY KEY (field, value)
) STRICT;

CREATE TABLE change_context ( -- Who is writing now and why: set and cleared by the writer inside its own transaction.
  one INTEGER PRIMARY KEY CONSTRAINT "change_context.one: always 1" CHECK (one = 1), -- Always 1: there is at most one row.
  run_id TEXT, -- The run that writes.
  reason TEXT, -- Its reason, copied to the revisions.
  restoring INTEGER NOT NULL DEFAULT 0, -- 1 while a dump is loaded: revisions come from the dump then.
  relinking INTEGER NOT NULL DEFAULT 0, -- 1 while two claims are merged: chains move one row at a time then.
  guard INTEGER NOT NULL DEFAULT 1 REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED -- What refuses a commit that would leave the row behind.
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
    WHEN last_part GLOB '????-2[1-4]' THEN coalesce(date(substr(last_part, 1, 5) || substr('05081112', 2 * substr(last_part, 7, 1) - 1, 2) || '-01', '+1 month', '-1 day'), '9999-12-31')
    WHEN substr(last_part, 9, 2) GLOB '[0-9][0-9]' THEN substr(replace(last_part, 'X', '9'), 1, 10)
    ELSE coalesce(date(replace(substr(last_part, 1, 4), 'X', '9') || '-' || replace(coalesce(nullif(substr(last_part, 6, 2), ''), '12'), 'XX', '12') || '-01', '+1 month', '-1 day'), '9999-12-31') END) STORED, -- Last day it can mean; none when unknown or open.
  valid INTEGER GENERATED ALWAYS AS (
    edtf <> '' AND length(edtf) - length(replace(edtf, '/', '')) <= 1
    AND NOT (first_part IN ('', '..') AND last_part IN ('', '..'))
    AND (edtf NOT GLOB '*T*' OR (instr(edtf, '/') = 0 AND edtf = first_part))
    AND (instr(edtf, '/') > 0 OR first_part NOT IN ('', '..'))
    AND length(edtf) - length(first_part) - CASE instr(edtf, '/') WHEN 0 THEN 0 ELSE length(last_part) + 1 END <= 1 + (instr(edtf, '/') > 0)
    AND edtf NOT GLOB '*[?~%][?~%]*' AND edtf NOT GLOB '*..[?~%]*' AND edtf NOT GLOB '/[?~%]*' AND edtf NOT GLOB '*/[?~%]' AND edtf NOT GLOB '[?~%]*'
    AND (first_part IN ('', '..') OR first_part GLOB '[0-9][0-9][0-9][0-9X]' OR first_part GLOB '[0-9][0-9]XX'
      OR first_part GLOB '[0-9][0-9][0-9][0-9X]-XX' OR first_part GLOB '[0-9][0-9][0-9][0-9X]-XX-XX'
      OR first_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]' OR first_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]' OR first_part GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      OR first_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]-XX' OR first_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]-XX'
      OR (first_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(first_part, '+0 days') IS first_part)
      OR (first_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*' AND date(substr(first_part, 1, 10), '+0 days') IS substr(first_part, 1, 10)
        AND substr(first_part, 12, 2) < '24' AND (substr(first_part, 20) IN ('', 'Z') OR substr(first_part, 20) GLOB '[+-]0[0-9]' OR substr(first_part, 20) GLOB '[+-]1[0-4]'
          OR substr(first_part, 20) GLOB '[+-]0[0-9]:[0-5][0-9]' OR substr(first_part, 20) GLOB '[+-]1[0-4]:[0-5][0-9]')))
    AND (last_part IN ('', '..') OR last_part GLOB '[0-9][0-9][0-9][0-9X]' OR last_part GLOB '[0-9][0-9]XX'
      OR last_part GLOB '[0-9][0-9][0-9][0-9X]-XX' OR last_part GLOB '[0-9][0-9][0-9][0-9X]-XX-XX'
      OR last_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]' OR last_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]' OR last_part GLOB '[0-9][0-9][0-9][0-9]-2[1-4]'
      OR last_part GLOB '[0-9][0-9][0-9][0-9]-0[1-9]-XX' OR last_part GLOB '[0-9][0-9][0-9][0-9]-1[0-2]-XX'
      OR (last_part GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(last_part, '+0 days') IS last_part)
      OR (instr(edtf, '/') = 0 AND last_part GLOB '*T*'))
    AND (earliest IS NULL OR latest IS NULL OR earliest <= latest)) STORED -- Whether it is an EDTF date at all; no row elsewhere may use one that is not.
) STRICT;

-- ------------------------------------------------------------------------------- the things claims are about, and who speaks

CREATE TABLE entities ( -- Every actor, thing, event and source under one roof; kept by triggers, never written by hand.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "entities.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '-*'
    AND id NOT GLOB 'snp-*' AND id NOT GLOB 'sec-*' AND id NOT GLOB 'sen-*' AND id NOT GLOB 'psg-*' AND id NOT GLOB 'men-*'
    AND id NOT GLOB 'clm-*' AND id NOT GLOB 'ast-*' AND id NOT GLOB 'rel-*' AND id NOT GLOB 'cit-*' AND id NOT GLOB 'run-*'), -- Readable id, unique in the whole base.
  kind TEXT NOT NULL, -- Actor, thing, event or source.
  label TEXT NOT NULL, -- Its name or title.
  status TEXT NOT NULL DEFAULT 'current', -- Current, merged into another, or retracted.
  merged_into_id TEXT REFERENCES entities(id) CONSTRAINT "entities.merged_into_id: set it together with status merged, and only then" CHECK ((merged_into_id IS NULL) = (status <> 'merged')) -- The row it was merged into; old ids go on answering.
) STRICT;

CREATE TABLE predicates ( -- The few verbs that claims are made of.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "predicates.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as supplies-arms-to.
  label TEXT NOT NULL CONSTRAINT "predicates.label: must not be empty" CHECK (label <> ''), -- How to read it between subject and object.
  description TEXT NOT NULL, -- When to use it, in one sentence.
  iri TEXT CONSTRAINT "predicates.iri: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((iri GLOB 'http://?*' OR iri GLOB 'https://?*') AND iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE actors ( -- A person or body that can act or speak, named or not.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as xi-jinping.
  name TEXT NOT NULL CONSTRAINT "actors.name: must not be empty" CHECK (name <> ''), -- Its usual name.
  kind TEXT NOT NULL, -- Person, state, government, organization, military, media, group or other.
  part_of_id TEXT REFERENCES entities(id), -- The body it belongs to.
  anonymity TEXT NOT NULL DEFAULT 'named', -- Whether the sources name it.
  description TEXT CONSTRAINT "actors.description: must not be empty; leave it out (NULL) when there is none" CHECK (description <> ''), -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE things ( -- Whatever else is talked about: a place, treaty, project, weapon, relationship or idea.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as power-of-siberia-2.
  name TEXT NOT NULL CONSTRAINT "things.name: must not be empty" CHECK (name <> ''), -- Its usual name.
  kind TEXT NOT NULL, -- What sort of thing it is.
  part_of_id TEXT REFERENCES entities(id), -- The larger thing it belongs to.
  latitude REAL CONSTRAINT "things.latitude: between -90 and 90 degrees" CHECK (latitude BETWEEN -90 AND 90), -- Degrees north (WGS 84), for places.
  longitude REAL CONSTRAINT "things.longitude: between -180 and 180 degrees, and together with latitude" CHECK (longitude BETWEEN -180 AND 180 AND (latitude IS NULL) = (longitude IS NULL)), -- Degrees east (WGS 84), for places.
  description TEXT CONSTRAINT "things.description: must not be empty; leave it out (NULL) when there is none" CHECK (description <> ''), -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE events ( -- Something said to have happened, to be going on, planned, predicted, hypothetical, or not to have happened.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as beijing-parade-2025.
  name TEXT NOT NULL CONSTRAINT "events.name: must not be empty" CHECK (name <> ''), -- A short name for it.
  kind TEXT NOT NULL, -- What sort of event it is.
  actuality TEXT NOT NULL, -- Whether it happened, as cautiously as any source has it.
  date TEXT, -- When (EDTF), as precise as the sources and no more.
  earliest TEXT, -- First day the date can mean; computed.
  latest TEXT, -- Last day the date can mean; computed.
  date_basis TEXT, -- Where the date comes from.
  place_id TEXT REFERENCES entities(id), -- Where.
  part_of_id TEXT REFERENCES entities(id), -- The larger event it is part of.
  description TEXT CONSTRAINT "events.description: must not be empty; leave it out (NULL) when there is none" CHECK (description <> ''), -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "events.date_basis: say where the date comes from, and only when there is a date" CHECK ((date IS NULL) = (date_basis IS NULL))
) STRICT;

CREATE TABLE sources ( -- A published work we hold (with a snapshot) or only cite.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as asia-times-2025.
  title TEXT NOT NULL CONSTRAINT "sources.title: must not be empty" CHECK (title <> ''), -- Its title.
  kind TEXT NOT NULL, -- What sort of work it is.
  publisher_id TEXT REFERENCES actors(id), -- Who published it.
  published TEXT, -- When it was published (EDTF), as precise as is known.
  published_basis TEXT CONSTRAINT "sources.published_basis: say where the date comes from, and only when there is a date" CHECK ((published IS NULL) = (published_basis IS NULL)), -- Where the date comes from.
  updated TEXT, -- When it was last updated (EDTF), if it says so.
  language TEXT CONSTRAINT "sources.language: a BCP 47 tag such as en or zh-Hans; leave it out (NULL) when unknown" CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*'), -- Language of the text (BCP 47).
  url TEXT CONSTRAINT "sources.url: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((url GLOB 'http://?*' OR url GLOB 'https://?*') AND url NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The publisher's own page.
  rights TEXT CONSTRAINT "sources.rights: must not be empty; leave it out (NULL) when there is none" CHECK (rights <> ''), -- Who holds the rights, and what may be done with the text.
  snapshot_id TEXT REFERENCES snapshots(id), -- The current snapshot; none for a work only cited.
  note TEXT CONSTRAINT "sources.note: must not be empty; leave it out (NULL) when there is none" CHECK (note <> ''), -- Anything a reader should know about the source.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE source_authors ( -- Who wrote a source, in order.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work.
  position INTEGER NOT NULL CONSTRAINT "source_authors.position: counted from 1" CHECK (position > 0), -- First author 1, and so on.
  actor_id TEXT NOT NULL REFERENCES actors(id), -- The author.
  role TEXT NOT NULL, -- Author, editor, translator, photographer.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (source_id, position)
) STRICT;

CREATE TABLE names ( -- Every other name an entity goes by; a metonym is how some texts name it, not a synonym.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Whose name it is.
  name TEXT NOT NULL CONSTRAINT "names.name: must not be empty" CHECK (name <> ''), -- The name.
  kind TEXT NOT NULL, -- Name, alias, abbreviation, metonym, demonym, description or transliteration.
  language TEXT CONSTRAINT "names.language: a BCP 47 tag such as en or zh-Hans; leave it out (NULL) when unknown" CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*'), -- Its language (BCP 47), when it matters.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (entity_id, name, kind)
) STRICT;

CREATE TABLE identifiers ( -- What other catalogues call an entity; only where sure.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Whose identifier it is.
  scheme TEXT NOT NULL, -- The catalogue.
  value TEXT NOT NULL CONSTRAINT "identifiers.value: holds no blanks, control characters or marks that an IRI cannot hold; percent-encode them" CHECK (value <> '' AND value NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The identifier there.
  match TEXT NOT NULL DEFAULT 'exact', -- How closely the two mean the same.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (entity_id, scheme, value)
) STRICT;

-- ------------------------------------------------------------------------------------------------------------- the text

CREATE TABLE snapshots ( -- A source's text as received once; never changed, never deleted.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "snapshots.id: begins with snp- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'snp-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from source and sha256.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work it is a text of.
  sha256 TEXT NOT NULL CONSTRAINT "snapshots.sha256: 64 hexadecimal digits in lower case" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- SHA-256 of the bytes as received.
  media_type TEXT NOT NULL DEFAULT 'text/plain', -- What the bytes were.
  text TEXT NOT NULL CONSTRAINT "snapshots.text: a text that is not empty and holds no NUL" CHECK (text <> '' AND instr(text, char(0)) = 0), -- The bytes decoded as UTF-8 without byte order mark, nothing else changed; or what was read out of the original.
  retrieved_from TEXT CONSTRAINT "snapshots.retrieved_from: must not be empty; leave it out (NULL) when there is none" CHECK (retrieved_from <> ''), -- Where it was received from.
  retrieved_at TEXT CONSTRAINT "snapshots.retrieved_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (retrieved_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', retrieved_at, '+0 days') IS substr(retrieved_at, 1, 19)), -- When it was received (UTC), if known.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (source_id, sha256)
) STRICT;

CREATE TABLE originals ( -- The file that a snapshot's text was read out of, byte for byte, where it was not plain text; never changed, never deleted.
  snapshot_id TEXT PRIMARY KEY NOT NULL REFERENCES snapshots(id), -- The snapshot that holds its text.
  sha256 TEXT NOT NULL CONSTRAINT "originals.sha256: 64 hexadecimal digits in lower case" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- SHA-256 of these bytes; that of the snapshot is of its text.
  media_type TEXT NOT NULL CONSTRAINT "originals.media_type: must not be empty" CHECK (media_type <> ''), -- What the bytes are: text/html, application/pdf.
  pages TEXT CONSTRAINT "originals.pages: JSON, a list of where each page begins in the text" CHECK (pages IS NULL OR json_valid(pages)), -- Where each page begins in the text (code points from 0), as a JSON list; none where there are no pages.
  bytes BLOB NOT NULL CONSTRAINT "originals.bytes: a file that is not empty" CHECK (length(bytes) > 0), -- The file.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE sections ( -- A stretch of a snapshot with a voice of its own: headline, body, caption, disclaimer.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "sections.id: begins with sec- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'sec-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot and start.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  position INTEGER NOT NULL CONSTRAINT "sections.position: counted from 1" CHECK (position > 0), -- Its place in the text, from 1.
  kind TEXT NOT NULL, -- What sort of section it is.
  start_char INTEGER NOT NULL CONSTRAINT "sections.start_char: counted from 0" CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CONSTRAINT "sections.end_char: must lie after start_char" CHECK (end_char > start_char), -- Where it ends (exclusive).
  speaker_id TEXT REFERENCES actors(id), -- Whose voice it is.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, position)
) STRICT;

CREATE TABLE sentences ( -- One sentence of a snapshot, so that what has been read can be counted.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "sentences.id: begins with sen- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'sen-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot and start.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  section_id TEXT NOT NULL REFERENCES sections(id), -- The section it is in.
  position INTEGER NOT NULL CONSTRAINT "sentences.position: counted from 1" CHECK (position > 0), -- Its place in the text, from 1.
  start_char INTEGER NOT NULL CONSTRAINT "sentences.start_char: counted from 0" CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CONSTRAINT "sentences.end_char: must lie after start_char" CHECK (end_char > start_char), -- Where it ends (exclusive).
  no_claim_reason TEXT CONSTRAINT "sentences.no_claim_reason: must not be empty; leave it out (NULL) when there is none" CHECK (no_claim_reason <> ''), -- Why it carries no claim, where a person found that it states nothing.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, position)
) STRICT;

CREATE TABLE passages ( -- The exact words that say something, at their place in a snapshot; never changed, never deleted.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "passages.id: begins with psg- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'psg-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot, start and end.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  section_id TEXT NOT NULL REFERENCES sections(id), -- The section it begins in.
  start_char INTEGER NOT NULL CONSTRAINT "passages.start_char: counted from 0" CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CONSTRAINT "passages.end_char: must lie after start_char" CHECK (end_char > start_char), -- Where it ends (exclusive).
  exact TEXT NOT NULL CONSTRAINT "passages.exact: as many characters as lie between start_char and end_char" CHECK (length(exact) = end_char - start_char), -- The snapshot's own characters.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, start_char, end_char)
) STRICT;

CREATE TABLE mentions ( -- A name in the text and what it stands for there.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "mentions.id: begins with men- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'men-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from snapshot, start, end and entity.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  start_char INTEGER NOT NULL CONSTRAINT "mentions.start_char: counted from 0" CHECK (start_char >= 0), -- Where it begins (code points from 0).
  end_char INTEGER NOT NULL CONSTRAINT "mentions.end_char: must lie after start_char" CHECK (end_char > start_char), -- Where it ends (exclusive).
  exact TEXT NOT NULL CONSTRAINT "mentions.exact: as many characters as lie between start_char and end_char" CHECK (length(exact) = end_char - start_char), -- The snapshot's own characters.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- What the words stand for there.
  sense TEXT NOT NULL, -- In which sense: as a name, metonym, demonym, role or description.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, start_char, end_char, entity_id)
) STRICT;

-- ------------------------------------------------------------------------------------------------------ what is claimed

CREATE TABLE claims ( -- What could be true, whoever says it; the base never asserts it.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "claims.id: begins with clm- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'clm-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the text, or the name a curator gave it.
  text TEXT NOT NULL CONSTRAINT "claims.text: one line, white space collapsed" CHECK (text <> '' AND text = trim(text) AND instr(text, '  ') = 0 AND instr(text, char(0)) = 0 AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), -- A sentence that stands alone: who, what, when.
  kind TEXT NOT NULL, -- What sort of claim it is.
  subject_id TEXT REFERENCES entities(id), -- Whom or what it is about.
  predicate_id TEXT REFERENCES predicates(id), -- The verb.
  object_id TEXT REFERENCES entities(id), -- The other end of the verb.
  object_text TEXT CONSTRAINT "claims.object_text: must not be empty; leave it out (NULL) when there is none" CHECK (object_text <> ''), -- The other end in words, only where nobody could ask about it.
  event_id TEXT REFERENCES events(id), -- The event it tells of.
  place_id TEXT REFERENCES entities(id), -- Where it is said to hold.
  about_time TEXT, -- When it is said to hold (EDTF).
  about_earliest TEXT, -- First day of that time; computed.
  about_latest TEXT, -- Last day of that time; computed.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked that the words carry it, never whether it is true.
  merged_into_id TEXT REFERENCES claims(id), -- The claim that took its place when two were found to be one.
  recorded_at TEXT NOT NULL CONSTRAINT "claims.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "claims: subject, predicate and one object (object_id or object_text), or none of them" CHECK (
    (subject_id IS NULL AND predicate_id IS NULL AND object_id IS NULL AND object_text IS NULL)
    OR (subject_id IS NOT NULL AND predicate_id IS NOT NULL AND (object_id IS NULL) <> (object_text IS NULL)))
) STRICT;

CREATE TABLE quantities ( -- The number in a claim, and what it measures.
  claim_id TEXT PRIMARY KEY NOT NULL REFERENCES claims(id), -- The claim whose number it is; one at most.
  comparison TEXT NOT NULL, -- Equal, about, at least, at most, range, vague, ratio or change.
  value REAL CONSTRAINT "quantities.value: a finite number" CHECK (abs(value) < 9e999), -- The number, in plain units.
  minimum REAL CONSTRAINT "quantities.minimum: a finite number" CHECK (abs(minimum) < 9e999), -- The lower bound, for ranges and at-least.
  maximum REAL CONSTRAINT "quantities.maximum: a finite number, not below minimum" CHECK (abs(maximum) < 9e999 AND (minimum IS NULL OR minimum <= maximum)), -- The upper bound, for ranges and at-most.
  unit TEXT CONSTRAINT "quantities.unit: must not be empty; leave it out (NULL) when there is none" CHECK (unit <> ''), -- The unit: USD, percent, people, ships.
  measure TEXT NOT NULL CONSTRAINT "quantities.measure: must not be empty" CHECK (measure <> ''), -- What is counted and how it is defined, as far as the text says.
  as_of TEXT, -- The time the number is for (EDTF).
  verbatim TEXT NOT NULL CONSTRAINT "quantities.verbatim: must not be empty" CHECK (verbatim <> ''), -- The number as the text prints it.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

CREATE TABLE assertions ( -- One holder's commitment to one claim, in one passage.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "assertions.id: begins with ast- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'ast-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from claim, passage, speaker and the assertion it is reported in.
  claim_id TEXT NOT NULL REFERENCES claims(id), -- What is claimed.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that carry it.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work those words are in.
  level INTEGER NOT NULL CONSTRAINT "assertions.level: 0 for the document's own voice, 1 for whom it reports, and so on" CHECK (level >= 0), -- 0 for the document's own voice, 1 for whom it reports, and so on.
  reported_in_id TEXT REFERENCES assertions(id) CONSTRAINT "assertions.reported_in_id: name the assertion that reports this one at level 1 and deeper, and none at level 0" CHECK ((level = 0) = (reported_in_id IS NULL)), -- The assertion, one level less, that reports this one.
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
  recorded_at TEXT NOT NULL CONSTRAINT "assertions.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "assertions.cue: give cue, cue_start_char and cue_end_char together, or none" CHECK (
    (cue IS NULL) = (cue_start_char IS NULL) AND (cue IS NULL) = (cue_end_char IS NULL) AND (cue IS NULL OR (cue <> '' AND cue_start_char >= 0 AND length(cue) = cue_end_char - cue_start_char)))
) STRICT;

CREATE TABLE proposals ( -- A claim that a text may make, as a program found it, for a person to accept, edit or reject; nobody is said to have said it.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "proposals.id: begins with prp- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'prp-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the text and the places of words, speaker and cue.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  parent_id TEXT REFERENCES proposals(id), -- The proposal whose words report this one.
  start_char INTEGER NOT NULL CONSTRAINT "proposals.start_char: 0 or more" CHECK (start_char >= 0), -- Where the words begin (code points from 0).
  end_char INTEGER NOT NULL, -- Where they end (exclusive).
  exact TEXT NOT NULL CONSTRAINT "proposals.exact: must not be empty" CHECK (exact <> ''), -- The words that would carry the claim.
  speaker TEXT, -- The words that name who says it; none for the document itself.
  speaker_start_char INTEGER, -- Where these begin (code points from 0).
  speaker_end_char INTEGER, -- Where these end (exclusive).
  speaker_id TEXT REFERENCES actors(id), -- Whom these words may stand for, where the base knows one.
  cue TEXT, -- The words that show act or certainty.
  cue_start_char INTEGER, -- Where the cue begins (code points from 0).
  cue_end_char INTEGER, -- Where the cue ends (exclusive).
  kind TEXT NOT NULL, -- What sort of claim it may be.
  act TEXT NOT NULL, -- How the speaker may put it.
  stance TEXT NOT NULL, -- Whether the speaker may affirm or deny it, or leave it open.
  certainty TEXT NOT NULL, -- How surely.
  rule TEXT NOT NULL CONSTRAINT "proposals.rule: must not be empty" CHECK (rule <> ''), -- The rule, or the model, that found it.
  confidence REAL NOT NULL CONSTRAINT "proposals.confidence: from 0 to 1" CHECK (confidence BETWEEN 0 AND 1), -- How often that rule was right where it was measured.
  found TEXT NOT NULL DEFAULT '{}' CONSTRAINT "proposals.found: a JSON object" CHECK (json_type(found) = 'object'), -- What else was found in the words, with the reasons (JSON): names, dates, numbers, notes.
  status TEXT NOT NULL DEFAULT 'waiting', -- What a person decided.
  assertion_id TEXT REFERENCES assertions(id), -- The assertion that came of it.
  recorded_at TEXT NOT NULL CONSTRAINT "proposals.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first proposed (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "proposals.exact: holds as many characters as lie between start_char and end_char" CHECK (length(exact) = end_char - start_char),
  CONSTRAINT "proposals.speaker: give speaker, speaker_start_char and speaker_end_char together, or none" CHECK (
    (speaker IS NULL) = (speaker_start_char IS NULL) AND (speaker IS NULL) = (speaker_end_char IS NULL) AND (speaker IS NULL OR (speaker_start_char >= 0 AND length(speaker) = speaker_end_char - speaker_start_char))),
  CONSTRAINT "proposals.cue: give cue, cue_start_char and cue_end_char together, or none" CHECK (
    (cue IS NULL) = (cue_start_char IS NULL) AND (cue IS NULL) = (cue_end_char IS NULL) AND (cue IS NULL OR (cue_start_char >= 0 AND length(cue) = cue_end_char - cue_start_char))),
  CONSTRAINT "proposals.assertion_id: what was accepted or edited names its assertion, nothing else does" CHECK ((status IN ('accepted', 'edited')) = (assertion_id IS NOT NULL))
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
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "relations.id: begins with rel- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'rel-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both claims and the relation.
  from_claim_id TEXT NOT NULL REFERENCES claims(id), -- The claim that agrees, contradicts, updates.
  to_claim_id TEXT NOT NULL REFERENCES claims(id) CONSTRAINT "relations.to_claim_id: must be another claim" CHECK (to_claim_id <> from_claim_id), -- The claim it does so to.
  relation TEXT NOT NULL, -- Agrees, contradicts, updates, qualifies, supports, explains, restates or condition-of.
  comparable TEXT, -- Whether both speak of the same time, definition and scope.
  rationale TEXT NOT NULL CONSTRAINT "relations.rationale: must not be empty" CHECK (rationale <> ''), -- Why, so that a reader can judge.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  recorded_at TEXT NOT NULL CONSTRAINT "relations.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (from_claim_id, to_claim_id, relation)
) STRICT;

CREATE TABLE citations ( -- A work that a source leans on.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "citations.id: begins with cit- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'cit-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both works and the passage.
  citing_source_id TEXT NOT NULL REFERENCES sources(id), -- The work that cites.
  cited_id TEXT REFERENCES sources(id), -- The work that is cited, when it is known.
  cited_text TEXT NOT NULL CONSTRAINT "citations.cited_text: must not be empty" CHECK (cited_text <> ''), -- How the citing text calls it.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that cite it.
  status TEXT NOT NULL DEFAULT 'reviewed', -- Whether a person checked it.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;

-- A claim with no assertion: allowed within a transaction, refused at its end. The guard points at a table that can hold no row,
-- so an entry here is a broken deferred key until the first assertion removes it. With foreign keys off `kb check` finds what is left.
CREATE TABLE never ( -- Holds no row, ever.
  id INTEGER PRIMARY KEY CHECK (id IS NULL AND id IS NOT NULL) -- Nothing can satisfy this.
) STRICT;
CREATE TABLE claims_awaiting_assertion ( -- Claims recorded in this transaction that nobody is yet said to make; empty at every commit.
  claim_id TEXT PRIMARY KEY NOT NULL, -- The claim.
  guard INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED -- What refuses the commit.
) STRICT;

-- --------------------------------------------------------------------------------------------------------------- indexes

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
CREATE INDEX originals_by_hash ON originals(sha256);
CREATE INDEX proposals_by_place ON proposals(snapshot_id, start_char);
CREATE INDEX proposals_waiting ON proposals(status, confidence) WHERE status IN ('waiting', 'later');
CREATE INDEX proposals_by_parent ON proposals(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX proposals_by_speaker ON proposals(speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX proposals_by_assertion ON proposals(assertion_id) WHERE assertion_id IS NOT NULL;
CREATE INDEX participations_by_entity ON participations(entity_id);
CREATE INDEX participations_by_claim ON participations(claim_id);
CREATE INDEX relations_by_target ON relations(to_claim_id);
CREATE INDEX citations_by_citing ON citations(citing_source_id);
CREATE INDEX citations_by_cited ON citations(cited_id) WHERE cited_id IS NOT NULL;
CREATE INDEX citations_by_passage ON citations(passage_id);

-- ---------------------------------------------------------------------------------- laws that each have a reason of their own

-- Words must be the snapshot's own, at that place.
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
  SELECT RAISE(ABORT, 'passages: a passage never changes; record another one')
    WHERE NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char
      OR NEW.exact IS NOT OLD.exact OR NEW.run_id IS NOT OLD.run_id OR NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'passages.section_id: the passage must begin inside a section of the same snapshot') -- sections may be drawn anew around it
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.start_char < end_char);
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
CREATE TRIGGER originals_never_change BEFORE UPDATE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a file that was read never changes; take the new one in as another snapshot');
END;
CREATE TRIGGER originals_never_go BEFORE DELETE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a file that was read is never deleted');
END;
CREATE TRIGGER proposals_are_verbatim BEFORE INSERT ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND substr(text, NEW.start_char + 1, NEW.end_char - NEW.start_char) = NEW.exact);
  SELECT RAISE(ABORT, 'proposals.speaker: not the words of the snapshot at that place; copy them from the text')
    WHERE NEW.speaker IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots
      WHERE id = NEW.snapshot_id AND substr(text, NEW.speaker_start_char + 1, NEW.speaker_end_char - NEW.speaker_start_char) = NEW.speaker);
  SELECT RAISE(ABORT, 'proposals.cue: not the words of the snapshot at that place; copy them from the text')
    WHERE NEW.cue IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots
      WHERE id = NEW.snapshot_id AND substr(text, NEW.cue_start_char + 1, NEW.cue_end_char - NEW.cue_start_char) = NEW.cue);
  SELECT RAISE(ABORT, 'proposals.parent_id: must name a proposal in the same snapshot')
    WHERE NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposals WHERE id = NEW.parent_id AND snapshot_id = NEW.snapshot_id);
END;
CREATE TRIGGER proposals_keep_what_was_found BEFORE UPDATE ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals: what was found stays as it was; only status, assertion_id and run_id change')
    WHERE NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.parent_id IS NOT OLD.parent_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char
      OR NEW.exact IS NOT OLD.exact OR NEW.speaker IS NOT OLD.speaker OR NEW.speaker_start_char IS NOT OLD.speaker_start_char OR NEW.speaker_end_char IS NOT OLD.speaker_end_char
      OR NEW.cue IS NOT OLD.cue OR NEW.cue_start_char IS NOT OLD.cue_start_char OR NEW.cue_end_char IS NOT OLD.cue_end_char OR NEW.kind IS NOT OLD.kind OR NEW.act IS NOT OLD.act
      OR NEW.stance IS NOT OLD.stance OR NEW.certainty IS NOT OLD.certainty OR NEW.rule IS NOT OLD.rule OR NEW.confidence IS NOT OLD.confidence OR NEW.found IS NOT OLD.found
      OR NEW.recorded_at IS NOT OLD.recorded_at;
  SELECT RAISE(ABORT, 'proposals.assertion_id: must name an assertion of the same source')
    WHERE NEW.assertion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions JOIN snapshots ON snapshots.source_id = assertions.source_id
      WHERE assertions.id = NEW.assertion_id AND snapshots.id = NEW.snapshot_id);
END;
CREATE TRIGGER proposals_never_go BEFORE DELETE ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals: a proposal is never deleted; reject it');
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

-- A chain runs through one claim in one source, a level at a time.
CREATE TRIGGER assertions_are_chained BEFORE INSERT ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.passage_id: an assertion rests on a passage; record the words first') WHERE NEW.passage_id IS NULL;
  SELECT RAISE(ABORT, 'assertions.source_id: not the source whose snapshot the passage is in')
    WHERE NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: must be an assertion of the same claim and source, one level less')
    WHERE NEW.reported_in_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions
      WHERE id = NEW.reported_in_id AND id <> NEW.id AND claim_id = NEW.claim_id AND source_id = NEW.source_id AND level = NEW.level - 1);
  SELECT RAISE(ABORT, 'assertions.cue: not the words of the snapshot between cue_start_char and cue_end_char')
    WHERE NEW.cue IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id
      WHERE passages.id = NEW.passage_id AND substr(snapshots.text, NEW.cue_start_char + 1, NEW.cue_end_char - NEW.cue_start_char) = NEW.cue);
END;
CREATE TRIGGER assertions_stay_chained BEFORE UPDATE OF claim_id, passage_id, source_id, level, reported_in_id, cue, cue_start_char, cue_end_char ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.passage_id: an assertion rests on a passage; record the words first') WHERE NEW.passage_id IS NULL;
  SELECT RAISE(ABORT, 'assertions.source_id: not the source whose snapshot the passage is in')
    WHERE NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.source_id);
  SELECT RAISE(ABORT, 'assertions.reported_in_id: must be an assertion of the same claim and source, one level less')
    WHERE NEW.reported_in_id IS NOT NULL AND NOT coalesce((SELECT relinking FROM change_context), 0) AND NOT EXISTS (SELECT 1 FROM assertions
      WHERE id = NEW.reported_in_id AND id <> NEW.id AND claim_id = NEW.claim_id AND source_id = NEW.source_id AND level = NEW.level - 1);
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

-- Nothing contains itself, at any remove.
CREATE VIEW part_of AS SELECT id, part_of_id FROM actors WHERE part_of_id IS NOT NULL -- The larger whole that each actor, thing and event belongs to.
  UNION ALL SELECT id, part_of_id FROM things WHERE part_of_id IS NOT NULL
  UNION ALL SELECT id, part_of_id FROM events WHERE part_of_id IS NOT NULL;

-- Revisions and runs are the memory of the base.
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
CREATE TRIGGER claims_end_somewhere BEFORE UPDATE OF merged_into_id ON claims WHEN NEW.merged_into_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'claims.merged_into_id: must name another claim that is not merged itself')
    WHERE NEW.merged_into_id = NEW.id OR (SELECT merged_into_id FROM claims WHERE id = NEW.merged_into_id) IS NOT NULL;
END;

-- The registry follows its rows: no row of its own, no other label or kind.
CREATE TRIGGER entities_are_backed BEFORE INSERT ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.id: kept by triggers; add the actor, thing, event or source instead') WHERE NOT EXISTS (
    SELECT 1 FROM actors WHERE id = NEW.id AND NEW.kind = 'actor' UNION ALL SELECT 1 FROM things WHERE id = NEW.id AND NEW.kind = 'thing'
    UNION ALL SELECT 1 FROM events WHERE id = NEW.id AND NEW.kind = 'event' UNION ALL SELECT 1 FROM sources WHERE id = NEW.id AND NEW.kind = 'source');
END;
CREATE TRIGGER entities_follow BEFORE UPDATE OF kind, label ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.kind: never changes; record another entity and use kb merge') WHERE NEW.kind IS NOT OLD.kind;
  SELECT RAISE(ABORT, 'entities.label: follows the name or title of its row; change that') WHERE NEW.label IS NOT (
    SELECT name FROM actors WHERE id = NEW.id UNION ALL SELECT name FROM things WHERE id = NEW.id
    UNION ALL SELECT name FROM events WHERE id = NEW.id UNION ALL SELECT title FROM sources WHERE id = NEW.id);
END;

-- Computed days rest on the calendar, and the law of assertions on the waiting list: neither is written by hand.
CREATE TRIGGER dates_never_change BEFORE UPDATE ON dates BEGIN
  SELECT RAISE(ABORT, 'dates: a date in the calendar never changes; use another one');
END;
CREATE TRIGGER dates_never_go BEFORE DELETE ON dates BEGIN
  SELECT RAISE(ABORT, 'dates: a date in the calendar is never deleted; it may stand there unused');
END;
CREATE TRIGGER claims_awaiting_stay BEFORE DELETE ON claims_awaiting_assertion BEGIN
  SELECT RAISE(ABORT, 'claims_awaiting_assertion: record an assertion of the claim; that takes it off the list')
    WHERE NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = OLD.claim_id);
END;
CREATE TRIGGER claims_awaiting_never_change BEFORE UPDATE ON claims_awaiting_assertion BEGIN
  SELECT RAISE(ABORT, 'claims_awaiting_assertion: kept by triggers; record an assertion of the claim instead');
END;
CREATE TRIGGER citations_are_the_citing_ones BEFORE INSERT ON citations BEGIN
  SELECT RAISE(ABORT, 'citations.passage_id: not words of the citing source') WHERE NOT EXISTS (
    SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.citing_source_id);
END;
CREATE TRIGGER citations_stay_the_citing_ones BEFORE UPDATE ON citations BEGIN
  SELECT RAISE(ABORT, 'citations.passage_id: not words of the citing source') WHERE NOT EXISTS (
    SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id WHERE passages.id = NEW.passage_id AND snapshots.source_id = NEW.citing_source_id);
END;

-- >>> laws that follow from the keys, written by python -m kb.laws

CREATE TRIGGER contributors_insert BEFORE INSERT ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM contributors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'contributors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM contributors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'contributors.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'contributors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'contributors.kind' AND value = NEW.kind);
END;
CREATE TRIGGER contributors_rowid AFTER INSERT ON contributors
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'contributors: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER runs_rowid AFTER INSERT ON runs
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'runs: rowids begin at 1; leave the rowid out') WHERE true;
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
  SELECT RAISE(ABORT, 'runs: originals.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM originals WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sections.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sections WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sentences.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM sentences WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: passages.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM passages WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: mentions.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM mentions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: claims.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM claims WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: quantities.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM quantities WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: assertions.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM assertions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: proposals.run_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM proposals WHERE run_id = OLD.id);
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
CREATE TRIGGER origins_rowid AFTER INSERT ON origins
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'origins: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER origins_update BEFORE UPDATE ON origins BEGIN
  SELECT RAISE(ABORT, 'origins: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'origins: another row has this file, entry, table_name, row_id already') WHERE EXISTS (SELECT 1 FROM origins WHERE file = NEW.file AND entry = NEW.entry AND table_name = NEW.table_name AND row_id = NEW.row_id AND rowid <> OLD.rowid);
END;
CREATE TRIGGER vocabulary_insert BEFORE INSERT ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: a row with this field, value is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE field = NEW.field AND value = NEW.value);
  SELECT RAISE(ABORT, 'vocabulary: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE rowid = NEW.rowid);
END;
CREATE TRIGGER vocabulary_rowid AFTER INSERT ON vocabulary
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'vocabulary: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER vocabulary_update BEFORE UPDATE ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'vocabulary: another row has this field, value already') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE field = NEW.field AND value = NEW.value AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in contributors.kind; change those rows first') WHERE OLD.field = 'contributors.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM contributors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in runs.kind; change those rows first') WHERE OLD.field = 'runs.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM runs WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in revisions.operation; change those rows first') WHERE OLD.field = 'revisions.operation' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM revisions WHERE operation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.kind; change those rows first') WHERE OLD.field = 'entities.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM entities WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.status; change those rows first') WHERE OLD.field = 'entities.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM entities WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.kind; change those rows first') WHERE OLD.field = 'actors.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM actors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.anonymity; change those rows first') WHERE OLD.field = 'actors.anonymity' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM actors WHERE anonymity = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in things.kind; change those rows first') WHERE OLD.field = 'things.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM things WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.kind; change those rows first') WHERE OLD.field = 'events.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM events WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.actuality; change those rows first') WHERE OLD.field = 'events.actuality' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM events WHERE actuality = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.date_basis; change those rows first') WHERE OLD.field = 'events.date_basis' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM events WHERE date_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.kind; change those rows first') WHERE OLD.field = 'sources.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM sources WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.published_basis; change those rows first') WHERE OLD.field = 'sources.published_basis' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM sources WHERE published_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in source_authors.role; change those rows first') WHERE OLD.field = 'source_authors.role' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM source_authors WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in names.kind; change those rows first') WHERE OLD.field = 'names.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM names WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.scheme; change those rows first') WHERE OLD.field = 'identifiers.scheme' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM identifiers WHERE scheme = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.match; change those rows first') WHERE OLD.field = 'identifiers.match' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM identifiers WHERE match = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sections.kind; change those rows first') WHERE OLD.field = 'sections.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM sections WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.sense; change those rows first') WHERE OLD.field = 'mentions.sense' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM mentions WHERE sense = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.status; change those rows first') WHERE OLD.field = 'mentions.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM mentions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.kind; change those rows first') WHERE OLD.field = 'claims.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM claims WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.status; change those rows first') WHERE OLD.field = 'claims.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM claims WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in quantities.comparison; change those rows first') WHERE OLD.field = 'quantities.comparison' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM quantities WHERE comparison = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.act; change those rows first') WHERE OLD.field = 'assertions.act' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM assertions WHERE act = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.stance; change those rows first') WHERE OLD.field = 'assertions.stance' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM assertions WHERE stance = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.certainty; change those rows first') WHERE OLD.field = 'assertions.certainty' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM assertions WHERE certainty = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.derivation; change those rows first') WHERE OLD.field = 'assertions.derivation' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM assertions WHERE derivation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.status; change those rows first') WHERE OLD.field = 'assertions.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM assertions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.kind; change those rows first') WHERE OLD.field = 'claims.kind' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM proposals WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.act; change those rows first') WHERE OLD.field = 'assertions.act' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM proposals WHERE act = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.stance; change those rows first') WHERE OLD.field = 'assertions.stance' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM proposals WHERE stance = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.certainty; change those rows first') WHERE OLD.field = 'assertions.certainty' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM proposals WHERE certainty = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.status; change those rows first') WHERE OLD.field = 'proposals.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM proposals WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in participations.role; change those rows first') WHERE OLD.field = 'participations.role' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM participations WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.relation; change those rows first') WHERE OLD.field = 'relations.relation' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM relations WHERE relation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.comparable; change those rows first') WHERE OLD.field = 'relations.comparable' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM relations WHERE comparable = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.status; change those rows first') WHERE OLD.field = 'relations.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM relations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in citations.status; change those rows first') WHERE OLD.field = 'citations.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM citations WHERE status = OLD.value);
END;
CREATE TRIGGER vocabulary_delete BEFORE DELETE ON vocabulary BEGIN
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in contributors.kind; change those rows first') WHERE OLD.field = 'contributors.kind' AND EXISTS (SELECT 1 FROM contributors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in runs.kind; change those rows first') WHERE OLD.field = 'runs.kind' AND EXISTS (SELECT 1 FROM runs WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in revisions.operation; change those rows first') WHERE OLD.field = 'revisions.operation' AND EXISTS (SELECT 1 FROM revisions WHERE operation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.kind; change those rows first') WHERE OLD.field = 'entities.kind' AND EXISTS (SELECT 1 FROM entities WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in entities.status; change those rows first') WHERE OLD.field = 'entities.status' AND EXISTS (SELECT 1 FROM entities WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.kind; change those rows first') WHERE OLD.field = 'actors.kind' AND EXISTS (SELECT 1 FROM actors WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in actors.anonymity; change those rows first') WHERE OLD.field = 'actors.anonymity' AND EXISTS (SELECT 1 FROM actors WHERE anonymity = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in things.kind; change those rows first') WHERE OLD.field = 'things.kind' AND EXISTS (SELECT 1 FROM things WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.kind; change those rows first') WHERE OLD.field = 'events.kind' AND EXISTS (SELECT 1 FROM events WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.actuality; change those rows first') WHERE OLD.field = 'events.actuality' AND EXISTS (SELECT 1 FROM events WHERE actuality = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in events.date_basis; change those rows first') WHERE OLD.field = 'events.date_basis' AND EXISTS (SELECT 1 FROM events WHERE date_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.kind; change those rows first') WHERE OLD.field = 'sources.kind' AND EXISTS (SELECT 1 FROM sources WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.published_basis; change those rows first') WHERE OLD.field = 'sources.published_basis' AND EXISTS (SELECT 1 FROM sources WHERE published_basis = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in source_authors.role; change those rows first') WHERE OLD.field = 'source_authors.role' AND EXISTS (SELECT 1 FROM source_authors WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in names.kind; change those rows first') WHERE OLD.field = 'names.kind' AND EXISTS (SELECT 1 FROM names WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.scheme; change those rows first') WHERE OLD.field = 'identifiers.scheme' AND EXISTS (SELECT 1 FROM identifiers WHERE scheme = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in identifiers.match; change those rows first') WHERE OLD.field = 'identifiers.match' AND EXISTS (SELECT 1 FROM identifiers WHERE match = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sections.kind; change those rows first') WHERE OLD.field = 'sections.kind' AND EXISTS (SELECT 1 FROM sections WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.sense; change those rows first') WHERE OLD.field = 'mentions.sense' AND EXISTS (SELECT 1 FROM mentions WHERE sense = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in mentions.status; change those rows first') WHERE OLD.field = 'mentions.status' AND EXISTS (SELECT 1 FROM mentions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.kind; change those rows first') WHERE OLD.field = 'claims.kind' AND EXISTS (SELECT 1 FROM claims WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in claims.status; change those rows first') WHERE OLD.field = 'claims.status' AND EXISTS (SELECT 1 FROM claims WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in quantities.comparison; change those rows first') WHERE OLD.field = 'quantities.comparison' AND EXISTS (SELECT 1 FROM quantities WHERE comparison = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.act; change those rows first') WHERE OLD.field = 'assertions.act' AND EXISTS (SELECT 1 FROM assertions WHERE act = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.stance; change those rows first') WHERE OLD.field = 'assertions.stance' AND EXISTS (SELECT 1 FROM assertions WHERE stance = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.certainty; change those rows first') WHERE OLD.field = 'assertions.certainty' AND EXISTS (SELECT 1 FROM assertions WHERE certainty = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.derivation; change those rows first') WHERE OLD.field = 'assertions.derivation' AND EXISTS (SELECT 1 FROM assertions WHERE derivation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in assertions.status; change those rows first') WHERE OLD.field = 'assertions.status' AND EXISTS (SELECT 1 FROM assertions WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.kind; change those rows first') WHERE OLD.field = 'claims.kind' AND EXISTS (SELECT 1 FROM proposals WHERE kind = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.act; change those rows first') WHERE OLD.field = 'assertions.act' AND EXISTS (SELECT 1 FROM proposals WHERE act = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.stance; change those rows first') WHERE OLD.field = 'assertions.stance' AND EXISTS (SELECT 1 FROM proposals WHERE stance = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.certainty; change those rows first') WHERE OLD.field = 'assertions.certainty' AND EXISTS (SELECT 1 FROM proposals WHERE certainty = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in proposals.status; change those rows first') WHERE OLD.field = 'proposals.status' AND EXISTS (SELECT 1 FROM proposals WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in participations.role; change those rows first') WHERE OLD.field = 'participations.role' AND EXISTS (SELECT 1 FROM participations WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.relation; change those rows first') WHERE OLD.field = 'relations.relation' AND EXISTS (SELECT 1 FROM relations WHERE relation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.comparable; change those rows first') WHERE OLD.field = 'relations.comparable' AND EXISTS (SELECT 1 FROM relations WHERE comparable = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.status; change those rows first') WHERE OLD.field = 'relations.status' AND EXISTS (SELECT 1 FROM relations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in citations.status; change those rows first') WHERE OLD.field = 'citations.status' AND EXISTS (SELECT 1 FROM citations WHERE status = OLD.value);
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
CREATE TRIGGER entities_rowid AFTER INSERT ON entities
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'entities: rowids begin at 1; leave the rowid out') WHERE true;
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
  SELECT RAISE(ABORT, 'predicates.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'predicates.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER predicates_rowid AFTER INSERT ON predicates
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'predicates: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER actors_may_register BEFORE INSERT ON actors BEGIN
  SELECT RAISE(ABORT, 'actors: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM actors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'actors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM actors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'actors.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'actors.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
END;
CREATE TRIGGER actors_are_registered AFTER INSERT ON actors BEGIN
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
CREATE TRIGGER actors_rowid AFTER INSERT ON actors
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'actors: rowids begin at 1; leave the rowid out') WHERE true;
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
  SELECT RAISE(ABORT, 'actors: proposals.speaker_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM proposals WHERE speaker_id = OLD.id);
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
CREATE TRIGGER things_may_register BEFORE INSERT ON things BEGIN
  SELECT RAISE(ABORT, 'things: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM things WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'things: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM things WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'things.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'things.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
END;
CREATE TRIGGER things_are_registered AFTER INSERT ON things BEGIN
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
CREATE TRIGGER things_rowid AFTER INSERT ON things
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'things: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER events_may_register BEFORE INSERT ON events BEGIN
  SELECT RAISE(ABORT, 'events: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'events: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'events.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'events.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
END;
CREATE TRIGGER events_are_registered AFTER INSERT ON events BEGIN
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
CREATE TRIGGER events_rowid AFTER INSERT ON events
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'events: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER sources_may_register BEFORE INSERT ON sources BEGIN
  SELECT RAISE(ABORT, 'sources: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM sources WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sources: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM sources WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'sources.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'cit-', 'prp-', 'run-');
  SELECT RAISE(ABORT, 'sources.id: already names something else; ids are unique in the whole base') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
END;
CREATE TRIGGER sources_are_registered AFTER INSERT ON sources BEGIN
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
CREATE TRIGGER sources_rowid AFTER INSERT ON sources
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'sources: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER source_authors_rowid AFTER INSERT ON source_authors
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'source_authors: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER names_rowid AFTER INSERT ON names
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'names: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER identifiers_rowid AFTER INSERT ON identifiers
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'identifiers: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER snapshots_rowid AFTER INSERT ON snapshots
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'snapshots: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER originals_insert BEFORE INSERT ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a row with this snapshot_id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM originals WHERE snapshot_id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM originals WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'originals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER originals_rowid AFTER INSERT ON originals
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'originals: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER originals_update BEFORE UPDATE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals.snapshot_id: an id never changes; use kb merge') WHERE NEW.snapshot_id IS NOT OLD.snapshot_id;
  SELECT RAISE(ABORT, 'originals: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'originals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
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
CREATE TRIGGER sections_rowid AFTER INSERT ON sections
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'sections: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER sentences_rowid AFTER INSERT ON sentences
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'sentences: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER passages_rowid AFTER INSERT ON passages
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'passages: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER mentions_rowid AFTER INSERT ON mentions
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'mentions: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER claims_rowid AFTER INSERT ON claims
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'claims: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER quantities_rowid AFTER INSERT ON quantities
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'quantities: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER assertions_rowid AFTER INSERT ON assertions
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'assertions: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER proposals_insert BEFORE INSERT ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals: a row with this id is there already; change it with UPDATE, or kb correct') WHERE EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'proposals: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM proposals WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'proposals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'proposals.parent_id: names no row of proposals; add that row first') WHERE NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposals WHERE id = NEW.parent_id);
  SELECT RAISE(ABORT, 'proposals.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'proposals.assertion_id: names no row of assertions; add that row first') WHERE NEW.assertion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions WHERE id = NEW.assertion_id);
  SELECT RAISE(ABORT, 'proposals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'proposals.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'proposals.act: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.act IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.act' AND value = NEW.act);
  SELECT RAISE(ABORT, 'proposals.stance: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.stance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.stance' AND value = NEW.stance);
  SELECT RAISE(ABORT, 'proposals.certainty: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.certainty IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.certainty' AND value = NEW.certainty);
  SELECT RAISE(ABORT, 'proposals.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'proposals.status' AND value = NEW.status);
END;
CREATE TRIGGER proposals_rowid AFTER INSERT ON proposals
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'proposals: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER proposals_update BEFORE UPDATE ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals.id: an id never changes; use kb merge') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'proposals: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'proposals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'proposals.parent_id: names no row of proposals; add that row first') WHERE NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposals WHERE id = NEW.parent_id);
  SELECT RAISE(ABORT, 'proposals.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'proposals.assertion_id: names no row of assertions; add that row first') WHERE NEW.assertion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assertions WHERE id = NEW.assertion_id);
  SELECT RAISE(ABORT, 'proposals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'proposals.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'claims.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'proposals.act: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.act IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.act' AND value = NEW.act);
  SELECT RAISE(ABORT, 'proposals.stance: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.stance IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.stance' AND value = NEW.stance);
  SELECT RAISE(ABORT, 'proposals.certainty: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.certainty IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'assertions.certainty' AND value = NEW.certainty);
  SELECT RAISE(ABORT, 'proposals.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'proposals.status' AND value = NEW.status);
END;
CREATE TRIGGER proposals_delete BEFORE DELETE ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals: proposals.parent_id still refers to this row; change that first, or use kb retract or kb merge') WHERE EXISTS (SELECT 1 FROM proposals WHERE parent_id = OLD.id);
END;
CREATE TRIGGER proposals_revised AFTER UPDATE OF id, snapshot_id, parent_id, start_char, end_char, exact, speaker, speaker_start_char, speaker_end_char, speaker_id, cue, cue_start_char, cue_end_char, kind, act, stance, certainty, rule, confidence, found, status, assertion_id, recorded_at, run_id ON proposals
  WHEN (NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.parent_id IS NOT OLD.parent_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char OR NEW.exact IS NOT OLD.exact OR NEW.speaker IS NOT OLD.speaker OR NEW.speaker_start_char IS NOT OLD.speaker_start_char OR NEW.speaker_end_char IS NOT OLD.speaker_end_char OR NEW.speaker_id IS NOT OLD.speaker_id OR NEW.cue IS NOT OLD.cue OR NEW.cue_start_char IS NOT OLD.cue_start_char OR NEW.cue_end_char IS NOT OLD.cue_end_char OR NEW.kind IS NOT OLD.kind OR NEW.act IS NOT OLD.act OR NEW.stance IS NOT OLD.stance OR NEW.certainty IS NOT OLD.certainty OR NEW.rule IS NOT OLD.rule OR NEW.confidence IS NOT OLD.confidence OR NEW.found IS NOT OLD.found OR NEW.status IS NOT OLD.status OR NEW.assertion_id IS NOT OLD.assertion_id OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('proposals', OLD.id, 'update', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'parent_id', OLD.parent_id, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'exact', OLD.exact, 'speaker', OLD.speaker, 'speaker_start_char', OLD.speaker_start_char, 'speaker_end_char', OLD.speaker_end_char, 'speaker_id', OLD.speaker_id, 'cue', OLD.cue, 'cue_start_char', OLD.cue_start_char, 'cue_end_char', OLD.cue_end_char, 'kind', OLD.kind, 'act', OLD.act, 'stance', OLD.stance, 'certainty', OLD.certainty, 'rule', OLD.rule, 'confidence', OLD.confidence, 'found', OLD.found, 'status', OLD.status, 'assertion_id', OLD.assertion_id, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'snapshot_id', NEW.snapshot_id, 'parent_id', NEW.parent_id, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'exact', NEW.exact, 'speaker', NEW.speaker, 'speaker_start_char', NEW.speaker_start_char, 'speaker_end_char', NEW.speaker_end_char, 'speaker_id', NEW.speaker_id, 'cue', NEW.cue, 'cue_start_char', NEW.cue_start_char, 'cue_end_char', NEW.cue_end_char, 'kind', NEW.kind, 'act', NEW.act, 'stance', NEW.stance, 'certainty', NEW.certainty, 'rule', NEW.rule, 'confidence', NEW.confidence, 'found', NEW.found, 'status', NEW.status, 'assertion_id', NEW.assertion_id, 'recorded_at', NEW.recorded_at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER proposals_removed AFTER DELETE ON proposals
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('proposals', OLD.id, 'delete', json_object('id', OLD.id, 'snapshot_id', OLD.snapshot_id, 'parent_id', OLD.parent_id, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'exact', OLD.exact, 'speaker', OLD.speaker, 'speaker_start_char', OLD.speaker_start_char, 'speaker_end_char', OLD.speaker_end_char, 'speaker_id', OLD.speaker_id, 'cue', OLD.cue, 'cue_start_char', OLD.cue_start_char, 'cue_end_char', OLD.cue_end_char, 'kind', OLD.kind, 'act', OLD.act, 'stance', OLD.stance, 'certainty', OLD.certainty, 'rule', OLD.rule, 'confidence', OLD.confidence, 'found', OLD.found, 'status', OLD.status, 'assertion_id', OLD.assertion_id, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), NULL,
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
CREATE TRIGGER participations_rowid AFTER INSERT ON participations
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'participations: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER relations_rowid AFTER INSERT ON relations
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'relations: rowids begin at 1; leave the rowid out') WHERE true;
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
CREATE TRIGGER citations_rowid AFTER INSERT ON citations
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'citations: rowids begin at 1; leave the rowid out') WHERE true;
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

-- <<<

-- A base of schema version 6, made with the program as it was when it had that version, and written as text once:
-- what the base of version 5 became when that program brought it up to date, and what people did with it since (actors, identifiers,
-- a merge against what the identifiers say, a conflict).
-- Run it in an empty database, outside a transaction.
PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1801609587;
PRAGMA user_version = 6;
BEGIN;
CREATE TABLE contributors ( -- Who records things here: a person, a body or a piece of software.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "contributors.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as curators.
  name TEXT NOT NULL CONSTRAINT "contributors.name: must not be empty" CHECK (name <> ''), -- Name as it should be shown.
  kind TEXT NOT NULL, -- Person, organization, group or software.
  url TEXT CONSTRAINT "contributors.url: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((url GLOB 'http://?*' OR url GLOB 'https://?*') AND url NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*') -- A page about the contributor.
) STRICT;
CREATE TABLE runs ( -- One piece of work that recorded rows: an ingest, an added fact, a correction, a merge.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "runs.id: begins with run- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'run-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted id.
  kind TEXT NOT NULL, -- What kind of work it was.
  contributor_id TEXT NOT NULL REFERENCES contributors(id), -- Who did it.
  software TEXT NOT NULL, -- The program that wrote.
  version TEXT NOT NULL, -- The version of that program.
  reason TEXT CONSTRAINT "runs.reason: must not be empty; leave it out (NULL) when there is none" CHECK (reason <> ''), -- Why it was done, in the contributor's words.
  started_at TEXT NOT NULL CONSTRAINT "runs.started_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (started_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', started_at, '+0 days') IS substr(started_at, 1, 19)), -- When it began (UTC).
  ended_at TEXT CONSTRAINT "runs.ended_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (ended_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', ended_at, '+0 days') IS substr(ended_at, 1, 19)) -- When it was finished (UTC).
) STRICT;
CREATE TABLE revisions ( -- The earlier values of a row, each time it was changed or removed; append-only.
  seq INTEGER PRIMARY KEY AUTOINCREMENT CONSTRAINT "revisions.seq: counted from 1" CHECK (seq > 0), -- Running number, in order of time.
  table_name TEXT NOT NULL, -- The table the row is in.
  row_id TEXT NOT NULL, -- The row's id; parts of a compound key are joined by an underscore.
  operation TEXT NOT NULL, -- Update or delete.
  before TEXT NOT NULL CONSTRAINT "revisions.before: must be a JSON object" CHECK (json_valid(before)), -- The whole row before the change, as a JSON object.
  after TEXT CONSTRAINT "revisions.after: must be a JSON object" CHECK (after IS NULL OR json_valid(after)), -- The whole row after the change, as a JSON object; none after a removal.
  reason TEXT, -- Why, as the writer said.
  at TEXT NOT NULL CONSTRAINT "revisions.at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', at, '+0 days') IS substr(at, 1, 19)), -- When (UTC).
  run_id TEXT REFERENCES runs(id) -- The run that did it; none when a row was written by another program.
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
  restoring INTEGER NOT NULL DEFAULT 0, -- 1 while changes leave no revision: a dump brings its own, and a row that the run itself recorded was never seen otherwise.
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
CREATE TABLE entities ( -- Every actor, thing, event and source in one list; kept by triggers, never written by hand.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "entities.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*' AND id NOT GLOB '-*'
    AND id NOT GLOB 'snp-*' AND id NOT GLOB 'sec-*' AND id NOT GLOB 'sen-*' AND id NOT GLOB 'psg-*' AND id NOT GLOB 'men-*'
    AND id NOT GLOB 'clm-*' AND id NOT GLOB 'ast-*' AND id NOT GLOB 'rel-*' AND id NOT GLOB 'cit-*' AND id NOT GLOB 'run-*'), -- Readable id, unique in the whole base.
  kind TEXT NOT NULL, -- Actor, thing, event or source.
  label TEXT NOT NULL, -- Its name or title.
  status TEXT NOT NULL DEFAULT 'current', -- Current, merged into another, or retracted.
  merged_into_id TEXT REFERENCES entities(id) CONSTRAINT "entities.merged_into_id: set it together with status merged, and only then" CHECK ((merged_into_id IS NULL) = (status <> 'merged')) -- The row it was merged into; the old id stays valid.
) STRICT;
CREATE TABLE predicates ( -- The relations between subject and object that claims are made with.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "predicates.id: use a-z, 0-9 and hyphens only" CHECK (id <> '' AND id NOT GLOB '*[^a-z0-9-]*'), -- Readable id, such as supplies-arms-to.
  label TEXT NOT NULL CONSTRAINT "predicates.label: must not be empty" CHECK (label <> ''), -- How to read it between subject and object.
  description TEXT NOT NULL, -- When to use it, in one sentence.
  iri TEXT CONSTRAINT "predicates.iri: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((iri GLOB 'http://?*' OR iri GLOB 'https://?*') AND iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  symmetric INTEGER CONSTRAINT "predicates.symmetric: 0 or 1" CHECK (symmetric IN (0, 1)), -- 1 where it holds in both directions, so that the order of subject and object says nothing; none where nobody has said.
  transitive INTEGER CONSTRAINT "predicates.transitive: 0 or 1" CHECK (transitive IN (0, 1)), -- 1 where it carries on along a chain; none where nobody has said.
  inverse_of_id TEXT REFERENCES predicates(id) CONSTRAINT "predicates.inverse_of_id: must be another predicate; one that is its own inverse is symmetric" CHECK (inverse_of_id <> id) -- The predicate that says the same with subject and object exchanged.
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
  part_of_id TEXT REFERENCES entities(id), -- The larger thing it is part of.
  latitude REAL CONSTRAINT "things.latitude: between -90 and 90 degrees" CHECK (latitude BETWEEN -90 AND 90), -- Degrees north (WGS 84), for places.
  longitude REAL CONSTRAINT "things.longitude: between -180 and 180 degrees, and together with latitude" CHECK (longitude BETWEEN -180 AND 180 AND (latitude IS NULL) = (longitude IS NULL)), -- Degrees east (WGS 84), for places.
  description TEXT CONSTRAINT "things.description: must not be empty; leave it out (NULL) when there is none" CHECK (description <> ''), -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE events ( -- Something said to have happened, to be going on, planned, predicted, hypothetical, or not to have happened.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as beijing-parade-2025.
  name TEXT NOT NULL CONSTRAINT "events.name: must not be empty" CHECK (name <> ''), -- A short name for it.
  kind TEXT NOT NULL, -- What sort of event it is.
  actuality TEXT NOT NULL, -- Whether it happened, as the most cautious source says.
  date TEXT, -- When (EDTF), no more precise than the sources.
  earliest TEXT, -- First day the date can mean; computed.
  latest TEXT, -- Last day the date can mean; computed.
  date_basis TEXT, -- Where the date comes from.
  place_id TEXT REFERENCES entities(id), -- Where.
  part_of_id TEXT REFERENCES entities(id), -- The larger event it is part of.
  description TEXT CONSTRAINT "events.description: must not be empty; leave it out (NULL) when there is none" CHECK (description <> ''), -- What curators say it is; reference data, never a source's claim.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "events.date_basis: say where the date comes from, and only when there is a date" CHECK ((date IS NULL) = (date_basis IS NULL))
) STRICT;
CREATE TABLE sources ( -- A published work, held with its text (a snapshot) or only cited.
  id TEXT PRIMARY KEY NOT NULL REFERENCES entities(id), -- Readable id, such as asia-times-2025.
  title TEXT NOT NULL CONSTRAINT "sources.title: must not be empty" CHECK (title <> ''), -- Its title.
  kind TEXT NOT NULL, -- What sort of work it is.
  publisher_id TEXT REFERENCES actors(id), -- Who published it.
  published TEXT, -- When it was published (EDTF), as precise as is known.
  published_basis TEXT CONSTRAINT "sources.published_basis: say where the date comes from, and only when there is a date" CHECK ((published IS NULL) = (published_basis IS NULL)), -- Where the date comes from.
  updated TEXT, -- When it was last updated (EDTF), if it says so.
  language TEXT CONSTRAINT "sources.language: a BCP 47 tag such as en or zh-Hans; leave it out (NULL) when unknown" CHECK (language <> '' AND language NOT GLOB '*[^A-Za-z0-9-]*'), -- Language of the text (BCP 47).
  url TEXT CONSTRAINT "sources.url: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((url GLOB 'http://?*' OR url GLOB 'https://?*') AND url NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The publisher's own page.
  rights TEXT CONSTRAINT "sources.rights: must not be empty; leave it out (NULL) when there is none" CHECK (rights <> ''), -- Who holds the rights, and what may be done with the text, in words for readers.
  access TEXT NOT NULL DEFAULT 'private', -- What the public edition shows of it: the whole text, its quotes in their sentences, or nothing at all.
  snapshot_id TEXT REFERENCES snapshots(id), -- The current snapshot; none for a work that is only cited.
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
CREATE TABLE identifiers ( -- The identifiers of an entity in other catalogues, only where certain.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Whose identifier it is.
  scheme TEXT NOT NULL, -- The catalogue.
  value TEXT NOT NULL CONSTRAINT "identifiers.value: holds no blanks, control characters or marks that an IRI cannot hold; percent-encode them" CHECK (value <> '' AND value NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The identifier there.
  match TEXT NOT NULL DEFAULT 'exact', -- How closely the two mean the same.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (entity_id, scheme, value)
) STRICT;
CREATE TABLE snapshots ( -- The text of a source as it was received; never changed, never deleted.
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
CREATE TABLE sections ( -- A part of a snapshot with a voice of its own: headline, body, caption, disclaimer.
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
  sense TEXT NOT NULL, -- How the words refer to it: as a name, metonym, demonym, role or description.
  status TEXT NOT NULL DEFAULT 'recorded', -- Whether somebody other than its author checked it.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (snapshot_id, start_char, end_char, entity_id)
) STRICT;
CREATE TABLE claims ( -- What could be true, whoever says it; the base never asserts it.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "claims.id: begins with clm- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'clm-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the text, or the name a curator gave it.
  text TEXT NOT NULL CONSTRAINT "claims.text: one line, white space collapsed" CHECK (text <> '' AND text = trim(text) AND instr(text, '  ') = 0 AND instr(text, char(0)) = 0 AND text NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'), -- A sentence that can be understood on its own: who, what, when.
  kind TEXT NOT NULL, -- What sort of claim it is.
  subject_id TEXT REFERENCES entities(id), -- Whom or what it is about.
  predicate_id TEXT REFERENCES predicates(id), -- The relation between subject and object.
  object_id TEXT REFERENCES entities(id), -- Whom or what the subject is related to.
  object_text TEXT CONSTRAINT "claims.object_text: must not be empty; leave it out (NULL) when there is none" CHECK (object_text <> ''), -- The object in words, only where no actor, thing or event can stand for it.
  event_id TEXT REFERENCES events(id), -- The event it describes.
  place_id TEXT REFERENCES entities(id), -- Where it is said to hold.
  about_time TEXT, -- When it is said to hold (EDTF).
  about_earliest TEXT, -- First day of that time; computed.
  about_latest TEXT, -- Last day of that time; computed.
  status TEXT NOT NULL DEFAULT 'recorded', -- Whether somebody other than its author checked that the words carry it, never whether it is true.
  merged_into_id TEXT REFERENCES claims(id), -- The claim it was merged into.
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
  measure TEXT NOT NULL CONSTRAINT "quantities.measure: must not be empty" CHECK (measure <> ''), -- What is measured and how it is defined, as far as the text says.
  as_of TEXT, -- The time the number is for (EDTF).
  verbatim TEXT NOT NULL CONSTRAINT "quantities.verbatim: must not be empty" CHECK (verbatim <> ''), -- The number as printed in the text.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE assertions ( -- One speaker's commitment to one claim, in one passage.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "assertions.id: begins with ast- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'ast-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from claim, passage, speaker and the assertion it is reported in.
  claim_id TEXT NOT NULL REFERENCES claims(id), -- What is claimed.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that carry it.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work those words are in.
  level INTEGER NOT NULL CONSTRAINT "assertions.level: 0 for the document's own voice, 1 for whom it reports, and so on" CHECK (level >= 0), -- 0 for the document's own voice, 1 for whom it reports, and so on.
  reported_in_id TEXT REFERENCES assertions(id) CONSTRAINT "assertions.reported_in_id: name the assertion that reports this one at level 1 and deeper, and none at level 0" CHECK ((level = 0) = (reported_in_id IS NULL)), -- The assertion, one level less, that reports this one.
  speaker_id TEXT NOT NULL REFERENCES actors(id), -- Who affirms, denies or reports it.
  work_id TEXT REFERENCES sources(id), -- The work in which the speaker said it, held or only cited.
  act TEXT NOT NULL DEFAULT 'asserts', -- How the speaker says it: asserts, reports, believes, warns, predicts.
  stance TEXT NOT NULL DEFAULT 'affirms', -- Whether the speaker affirms or denies it, or leaves it open.
  certainty TEXT NOT NULL DEFAULT 'certain', -- How certain the speaker is.
  cue TEXT, -- The words that show act or certainty, in the snapshot's own characters.
  cue_start_char INTEGER, -- Where the cue begins (code points from 0).
  cue_end_char INTEGER, -- Where the cue ends (exclusive).
  derivation TEXT NOT NULL DEFAULT 'explicit', -- Whether the words say it, presuppose it or imply it.
  said TEXT, -- When it was said (EDTF), where the text says so.
  status TEXT NOT NULL DEFAULT 'recorded', -- Whether somebody other than its author checked that the words carry it.
  recorded_at TEXT NOT NULL CONSTRAINT "assertions.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "assertions.cue: give cue, cue_start_char and cue_end_char together, or none" CHECK (
    (cue IS NULL) = (cue_start_char IS NULL) AND (cue IS NULL) = (cue_end_char IS NULL) AND (cue IS NULL OR (cue <> '' AND cue_start_char >= 0 AND length(cue) = cue_end_char - cue_start_char)))
) STRICT;
CREATE TABLE proposals ( -- A claim that a text may make, as a program found it, for a person to accept, edit or reject; until then it is attributed to nobody.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "proposals.id: begins with prp- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'prp-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the text and the places of words, speaker and cue.
  snapshot_id TEXT NOT NULL REFERENCES snapshots(id), -- The snapshot it is in.
  parent_id TEXT REFERENCES proposals(id), -- The proposal whose words report this one.
  start_char INTEGER NOT NULL CONSTRAINT "proposals.start_char: 0 or more" CHECK (start_char >= 0), -- Where the words begin (code points from 0).
  end_char INTEGER NOT NULL, -- Where they end (exclusive).
  exact TEXT NOT NULL CONSTRAINT "proposals.exact: must not be empty" CHECK (exact <> ''), -- The words that would carry the claim.
  speaker TEXT, -- The words that name who says it; none for the document itself.
  speaker_start_char INTEGER, -- Where these begin (code points from 0).
  speaker_end_char INTEGER, -- Where these end (exclusive).
  speaker_id TEXT REFERENCES actors(id), -- The actor that these words may name, where the base has one.
  cue TEXT, -- The words that show act or certainty.
  cue_start_char INTEGER, -- Where the cue begins (code points from 0).
  cue_end_char INTEGER, -- Where the cue ends (exclusive).
  kind TEXT NOT NULL, -- What sort of claim it may be.
  act TEXT NOT NULL, -- How the speaker may say it.
  stance TEXT NOT NULL, -- Whether the speaker may affirm or deny it, or leave it open.
  certainty TEXT NOT NULL, -- How certain the speaker is.
  rule TEXT NOT NULL CONSTRAINT "proposals.rule: must not be empty" CHECK (rule <> ''), -- The rule, or the model, that proposed it.
  confidence REAL NOT NULL CONSTRAINT "proposals.confidence: from 0 to 1" CHECK (confidence BETWEEN 0 AND 1), -- How often that rule was right where it was measured.
  found TEXT NOT NULL DEFAULT '{}' CONSTRAINT "proposals.found: a JSON object" CHECK (json_type(found) = 'object'), -- What else was found in the words, with the reasons (JSON): names, dates, numbers, notes.
  status TEXT NOT NULL DEFAULT 'waiting', -- What a person decided.
  assertion_id TEXT REFERENCES assertions(id), -- The assertion that was recorded from it.
  recorded_at TEXT NOT NULL CONSTRAINT "proposals.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first proposed (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  CONSTRAINT "proposals.exact: holds as many characters as lie between start_char and end_char" CHECK (length(exact) = end_char - start_char),
  CONSTRAINT "proposals.speaker: give speaker, speaker_start_char and speaker_end_char together, or none" CHECK (
    (speaker IS NULL) = (speaker_start_char IS NULL) AND (speaker IS NULL) = (speaker_end_char IS NULL) AND (speaker IS NULL OR (speaker_start_char >= 0 AND length(speaker) = speaker_end_char - speaker_start_char))),
  CONSTRAINT "proposals.cue: give cue, cue_start_char and cue_end_char together, or none" CHECK (
    (cue IS NULL) = (cue_start_char IS NULL) AND (cue IS NULL) = (cue_end_char IS NULL) AND (cue IS NULL OR (cue_start_char >= 0 AND length(cue) = cue_end_char - cue_start_char))),
  CONSTRAINT "proposals.assertion_id: what was accepted or edited names its assertion, nothing else does" CHECK ((status IN ('accepted', 'edited')) = (assertion_id IS NOT NULL))
) STRICT;
CREATE TABLE participations ( -- The part that an actor or thing plays in an event, always supported by a claim.
  event_id TEXT NOT NULL REFERENCES events(id), -- The event.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Who or what takes part.
  role TEXT NOT NULL, -- In which role.
  claim_id TEXT NOT NULL REFERENCES claims(id), -- The claim that says so.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  PRIMARY KEY (event_id, entity_id, role, claim_id)
) STRICT;
CREATE TABLE relations ( -- How two claims relate to each other, and why.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "relations.id: begins with rel- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'rel-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both claims and the relation.
  from_claim_id TEXT NOT NULL REFERENCES claims(id), -- The claim that agrees, contradicts, updates.
  to_claim_id TEXT NOT NULL REFERENCES claims(id) CONSTRAINT "relations.to_claim_id: must be another claim" CHECK (to_claim_id <> from_claim_id), -- The claim that it agrees with, contradicts or updates.
  relation TEXT NOT NULL, -- Agrees, contradicts, updates, qualifies, supports, explains, restates or condition-of.
  comparable TEXT, -- Whether both speak of the same time, definition and scope: words, sorted and separated by blanks.
  rationale TEXT NOT NULL CONSTRAINT "relations.rationale: must not be empty" CHECK (rationale <> ''), -- Why, so that a reader can judge.
  status TEXT NOT NULL DEFAULT 'recorded', -- Whether somebody other than its author checked it.
  recorded_at TEXT NOT NULL CONSTRAINT "relations.recorded_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (recorded_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', recorded_at, '+0 days') IS substr(recorded_at, 1, 19)), -- When it was first recorded (UTC).
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (from_claim_id, to_claim_id, relation)
) STRICT;
CREATE TABLE citations ( -- A work that a source cites or relies on.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "citations.id: begins with cit- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'cit-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both works and the passage.
  citing_source_id TEXT NOT NULL REFERENCES sources(id), -- The work that cites.
  cited_id TEXT REFERENCES sources(id), -- The work that is cited, when it is known.
  cited_text TEXT NOT NULL CONSTRAINT "citations.cited_text: must not be empty" CHECK (cited_text <> ''), -- What the citing text calls it.
  passage_id TEXT NOT NULL REFERENCES passages(id), -- The words that cite it.
  status TEXT NOT NULL DEFAULT 'recorded', -- Whether somebody other than its author checked it.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE reviews ( -- Who checked which row against the words, when, and with which verdict; reviewers may differ, and all their reviews stay.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "reviews.id: begins with rvw- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'rvw-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the row, the reviewer and what the review says.
  table_name TEXT NOT NULL CONSTRAINT "reviews.table_name: claims, assertions, mentions, relations or citations" CHECK (table_name IN ('claims', 'assertions', 'mentions', 'relations', 'citations')), -- The table the row is in.
  row_id TEXT NOT NULL CONSTRAINT "reviews.row_id: uses a-z, 0-9 and hyphens only" CHECK (row_id NOT GLOB '*[^a-z0-9-]*'), -- The row that was checked.
  contributor_id TEXT NOT NULL REFERENCES contributors(id), -- Who checked it.
  verdict TEXT NOT NULL, -- Whether the words carry what the row says.
  note TEXT CONSTRAINT "reviews.note: must not be empty; leave it out (NULL) when there is none" CHECK (note <> ''), -- Why, in the reviewer's words.
  at TEXT NOT NULL CONSTRAINT "reviews.at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', at, '+0 days') IS substr(at, 1, 19)), -- When it was checked (UTC).
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE affiliations ( -- Who or what belongs to what: office-holders, members, parties, ends of a border; as a claim says it, or as the curators' reference data.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "affiliations.id: begins with aff- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'aff-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both ends, role, claim and dates.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- Who or what belongs to the whole.
  whole_id TEXT NOT NULL REFERENCES entities(id) CONSTRAINT "affiliations.whole_id: must be another entity" CHECK (whole_id <> entity_id), -- The state, body, group, agreement or other whole that it belongs to.
  role TEXT NOT NULL, -- In which role it belongs to it.
  claim_id TEXT REFERENCES claims(id), -- The claim that it rests on; none for the curators' reference data.
  start_date TEXT, -- Since when (EDTF), where known.
  end_date TEXT, -- Until when (EDTF), where known.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
CREATE TABLE event_order ( -- How two events stand to each other in time, where their dates do not say it.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "event_order.id: begins with ord- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'ord-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both events, the relation and the claim.
  event_id TEXT NOT NULL REFERENCES events(id), -- The event that comes before, after or during the other, or starts or ends it.
  relation TEXT NOT NULL, -- Before, after, during, starts or ends.
  other_event_id TEXT NOT NULL REFERENCES events(id) CONSTRAINT "event_order.other_event_id: must be another event" CHECK (other_event_id <> event_id), -- The event that it is compared with.
  claim_id TEXT REFERENCES claims(id), -- The claim that says so; none where it is the curators' reference data.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (event_id, relation, other_event_id, claim_id)
) STRICT;
CREATE TABLE never ( -- Holds no row, ever.
  id INTEGER PRIMARY KEY CHECK (id IS NULL AND id IS NOT NULL) -- Nothing can satisfy this.
) STRICT;
CREATE TABLE claims_awaiting_assertion ( -- Claims recorded in this transaction that nobody is yet said to make; empty at every commit.
  claim_id TEXT PRIMARY KEY NOT NULL, -- The claim.
  guard INTEGER NOT NULL REFERENCES never(id) DEFERRABLE INITIALLY DEFERRED -- What refuses the commit.
) STRICT;
CREATE TABLE stand_ins ( -- Who and what stands for an entity, at any remove: its parts, bodies, office-holders, forces and what belongs to it; kept by triggers, never written by hand.
  entity_id TEXT NOT NULL, -- The entity.
  stand_in_id TEXT NOT NULL, -- What stands for it; the entity itself too.
  steps INTEGER NOT NULL, -- The fewest steps from the one to the other; 0 for the entity itself.
  through_id TEXT, -- What it belongs to on the shortest way to the entity; none for the entity itself.
  role TEXT, -- How it belongs to that: part-of, or a role of the table affiliations.
  by_parts INTEGER NOT NULL, -- 1 where it is reached by parts alone, else 0.
  PRIMARY KEY (entity_id, stand_in_id)
) STRICT;
CREATE TABLE notes_of_ours(id INTEGER PRIMARY KEY, note TEXT);
CREATE TABLE digests ( -- What each row was when the run that wrote it last had ended, so that a value that changed since is found.
  table_name TEXT NOT NULL, -- The table the row is in.
  row_id TEXT NOT NULL, -- The row's id; parts of a compound key are joined by an underscore.
  digest TEXT NOT NULL, -- The first 32 digits of the SHA-256 of its values.
  run_id TEXT, -- The run that wrote it; none where the digest was taken later, by an upgrade or of a dump without digests.
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE settings ( -- What holds for the base as a whole: at most one row.
  one INTEGER PRIMARY KEY CONSTRAINT "settings.one: always 1" CHECK (one = 1), -- Always 1: there is at most one row.
  base_iri TEXT NOT NULL CONSTRAINT "settings.base_iri: begins with http:// or https:// and ends with a slash, without blanks or marks" CHECK ((base_iri GLOB 'http://?*/' OR base_iri GLOB 'https://?*/') AND base_iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`?#]*') -- What the IRIs of all nodes begin with, wherever the base is served or exported.
) STRICT;
CREATE TABLE conflicts ( -- Where two bases, or a file and a person, say different things of one row: both values stay, and the one here stands until a person settles it.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "conflicts.id: begins with cfl- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'cfl-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from the table, the row, and who changed it last and when.
  table_name TEXT NOT NULL CONSTRAINT "conflicts.table_name: must not be empty" CHECK (table_name <> ''), -- The table the row is in.
  row_id TEXT NOT NULL CONSTRAINT "conflicts.row_id: must not be empty" CHECK (row_id <> ''), -- The row's id; parts of a compound key are joined by an underscore.
  ours TEXT CONSTRAINT "conflicts.ours: a JSON object; leave it out (NULL) where the row was removed" CHECK (ours IS NULL OR CASE WHEN json_valid(ours) THEN json_type(ours) = 'object' ELSE 0 END), -- The disputed columns with their values in this base, as a JSON object; none where it removed the row.
  theirs TEXT CONSTRAINT "conflicts.theirs: a JSON object; leave it out (NULL) where the row was removed" CHECK (theirs IS NULL OR CASE WHEN json_valid(theirs) THEN json_type(theirs) = 'object' ELSE 0 END), -- The same columns with the values of the other base or of the file; none where it removed the row.
  whose TEXT REFERENCES contributors(id), -- Whose value the other one is.
  at TEXT NOT NULL CONSTRAINT "conflicts.at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', at, '+0 days') IS substr(at, 1, 19)), -- When the other value was recorded (UTC).
  our_contributor_id TEXT REFERENCES contributors(id), -- Whose value the one in this base is.
  our_at TEXT NOT NULL CONSTRAINT "conflicts.our_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (our_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', our_at, '+0 days') IS substr(our_at, 1, 19)), -- When that value was recorded (UTC).
  status TEXT NOT NULL DEFAULT 'open', -- Open, or which of the two a person decided for.
  run_id TEXT REFERENCES runs(id) -- The run that recorded the row.
) STRICT;
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (1, 'curators', 'curators', 'group', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (2, 'second-reader', 'The curators’ second reader', 'group', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (3, 'contributor-tester', 'Tester', 'person', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (4, 'contributor-ada', 'Ada', 'person', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (5, 'contributor-ben', 'Ben', 'person', NULL);
INSERT INTO contributors(rowid, id, name, kind, url) VALUES (6, 'contributor-desk', 'desk', 'person', NULL);
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (1, 'run-ww2sm576jkuu', 'ingest', 'curators', 'kb', '0.1.0', NULL, '2026-11-27T11:23:48.081Z', '2026-11-27T11:23:48.241Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (2, 'run-ujm57h532mt5', 'add', 'contributor-tester', 'kb', '0.1.0', NULL, '2026-11-27T11:23:48.437Z', '2026-11-27T11:23:48.453Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (3, 'run-u5gg2ukpakj5', 'correct', 'contributor-ada', 'kb', '0.1.0', 'looked at it again', '2026-11-27T11:23:48.548Z', '2026-11-27T11:23:48.554Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (4, 'run-ar7k3v7qorue', 'source', 'contributor-tester', 'kb', '0.1.0', NULL, '2026-11-27T11:23:48.715Z', '2026-11-27T11:23:48.743Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (5, 'run-tfi4duiij2ku', 'add', 'contributor-tester', 'kb', '0.1.0', NULL, '2026-11-27T11:23:48.792Z', '2026-11-27T11:23:48.807Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (6, 'run-kuuudzyrdy4x', 'merge', 'contributor-tester', 'kb', '0.1.0', 'looked at it again', '2026-11-27T11:23:48.871Z', '2026-11-27T11:23:48.954Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (7, 'run-bk7gcnsrgw33', 'merge', 'contributor-tester', 'kb', '0.1.0', 'looked at it again', '2026-11-27T11:23:48.989Z', '2026-11-27T11:23:49.008Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (8, 'run-bomx7jfxdhuh', 'retract', 'contributor-ben', 'kb', '0.1.0', 'looked at it again', '2026-11-27T11:23:49.041Z', '2026-11-27T11:23:49.053Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (9, 'run-proposing', 'propose', 'contributor-ada', 'tests', '1', NULL, '2024-01-01T00:00:00Z', '2024-01-01T00:00:01Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (10, 'run-srafmpsbk4jp', 'add', 'contributor-desk', 'kb', '0.1.0', NULL, '2026-11-27T19:32:23.880Z', '2026-11-27T19:32:23.884Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (11, 'run-nbzjkgpc25mi', 'add', 'contributor-desk', 'kb', '0.1.0', NULL, '2026-11-27T19:32:23.887Z', '2026-11-27T19:32:23.887Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (12, 'run-g62zw45zyjp7', 'add', 'contributor-desk', 'kb', '0.1.0', NULL, '2026-11-27T19:32:23.907Z', '2026-11-27T19:32:23.907Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (13, 'run-s3e56acy4eou', 'add', 'contributor-desk', 'kb', '0.1.0', NULL, '2026-11-27T19:32:23.909Z', '2026-11-27T19:32:23.909Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (14, 'run-b5c7vks6i5wv', 'merge', 'contributor-desk', 'kb', '0.1.0', 'one office', '2026-11-27T19:32:23.918Z', '2026-11-27T19:32:23.923Z');
INSERT INTO runs(rowid, id, kind, contributor_id, software, version, reason, started_at, ended_at) VALUES (15, 'run-sdwksvgdoqhu', 'load', 'contributor-desk', 'kb', '0.1.0', NULL, '2026-11-27T19:32:23.926Z', '2026-11-27T19:32:23.927Z');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (1, 1, 'claims', 'clm-ferry-too-small', 'update', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"evaluation","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"factual","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.549Z', 'run-u5gg2ukpakj5');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (2, 2, 'names', 'canal-company_Compagnie du canal_name', 'update', '{"entity_id":"canal-company","name":"Compagnie du canal","kind":"name","language":"fr","run_id":"run-ww2sm576jkuu"}', '{"entity_id":"harbour-board","name":"Compagnie du canal","kind":"name","language":"fr","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.927Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (3, 3, 'names', 'canal-company_The Company_alias', 'update', '{"entity_id":"canal-company","name":"The Company","kind":"alias","language":"en","run_id":"run-ww2sm576jkuu"}', '{"entity_id":"harbour-board","name":"The Company","kind":"alias","language":"en","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.927Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (4, 4, 'identifiers', 'canal-company_lei_00000000000000000001', 'update', '{"entity_id":"canal-company","scheme":"lei","value":"00000000000000000001","match":"exact","run_id":"run-ww2sm576jkuu"}', '{"entity_id":"harbour-board","scheme":"lei","value":"00000000000000000001","match":"exact","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.927Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (5, 5, 'mentions', 'men-figstgrd3dje', 'update', '{"id":"men-figstgrd3dje","snapshot_id":"snp-v4hjtcx74qdm","start_char":57,"end_char":70,"exact":"Canal Company","entity_id":"canal-company","sense":"name","status":"recorded","run_id":"run-ww2sm576jkuu"}', '{"id":"men-figstgrd3dje","snapshot_id":"snp-v4hjtcx74qdm","start_char":57,"end_char":70,"exact":"Canal Company","entity_id":"harbour-board","sense":"name","status":"recorded","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.928Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (6, 6, 'mentions', 'men-ndxq5a4l5xhx', 'update', '{"id":"men-ndxq5a4l5xhx","snapshot_id":"snp-choqhfpnphct","start_char":97,"end_char":110,"exact":"Canal Company","entity_id":"canal-company","sense":"name","status":"recorded","run_id":"run-ww2sm576jkuu"}', '{"id":"men-ndxq5a4l5xhx","snapshot_id":"snp-choqhfpnphct","start_char":97,"end_char":110,"exact":"Canal Company","entity_id":"harbour-board","sense":"name","status":"recorded","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.928Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (7, 7, 'claims', 'clm-company-passengers-april', 'update', '{"id":"clm-company-passengers-april","text":"The Canal Company carried at least 1,200 passengers in April 1956","kind":"factual","subject_id":"canal-company","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"clm-company-passengers-april","text":"The Canal Company carried at least 1,200 passengers in April 1956","kind":"factual","subject_id":"harbour-board","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.928Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (8, 8, 'claims', 'clm-company-passengers-april-bulletin', 'update', '{"id":"clm-company-passengers-april-bulletin","text":"The Canal Company carried 900 passengers in April 1956","kind":"factual","subject_id":"canal-company","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"reviewed","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"clm-company-passengers-april-bulletin","text":"The Canal Company carried 900 passengers in April 1956","kind":"factual","subject_id":"harbour-board","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"reviewed","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.928Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (9, 9, 'assertions', 'ast-xv5wqtfgr6bz', 'update', '{"id":"ast-xv5wqtfgr6bz","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-xvjnp6a6acma","speaker_id":"canal-company","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":"said","cue_start_char":71,"cue_end_char":75,"derivation":"explicit","said":"1956-05-01","status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-xv5wqtfgr6bz","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-xvjnp6a6acma","speaker_id":"harbour-board","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":"said","cue_start_char":71,"cue_end_char":75,"derivation":"explicit","said":"1956-05-01","status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.929Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (10, 10, 'affiliations', 'aff-fljrd4ks6kdx', 'update', '{"id":"aff-fljrd4ks6kdx","entity_id":"canal-company","whole_id":"ferry","role":"party-to","claim_id":"clm-company-passengers-april","start_date":"1956-04","end_date":null,"run_id":"run-ww2sm576jkuu"}', '{"id":"aff-fljrd4ks6kdx","entity_id":"harbour-board","whole_id":"ferry","role":"party-to","claim_id":"clm-company-passengers-april","start_date":"1956-04","end_date":null,"run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.929Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (11, 11, 'affiliations', 'aff-ntpit4cjokqu', 'update', '{"id":"aff-ntpit4cjokqu","entity_id":"canal-company","whole_id":"harbour-office","role":"member-of","claim_id":null,"start_date":null,"end_date":null,"run_id":"run-ww2sm576jkuu"}', '{"id":"aff-ntpit4cjokqu","entity_id":"harbour-board","whole_id":"harbour-office","role":"member-of","claim_id":null,"start_date":null,"end_date":null,"run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:48.942Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (12, 12, 'entities', 'canal-company', 'update', '{"id":"canal-company","kind":"actor","label":"Canal Company","status":"current","merged_into_id":null}', '{"id":"canal-company","kind":"actor","label":"Canal Company","status":"merged","merged_into_id":"harbour-board"}', 'looked at it again', '2026-11-27T11:23:48.942Z', 'run-kuuudzyrdy4x');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (13, 13, 'assertions', 'ast-5iyvqm3hotro', 'update', '{"id":"ast-5iyvqm3hotro","claim_id":"clm-ferry-too-small","passage_id":"psg-rimxvy4lej7p","source_id":"harbour-gazette","level":0,"reported_in_id":null,"speaker_id":"harbour-gazette-paper","work_id":null,"act":"reports","stance":"uncommitted","certainty":"uncommitted","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-5iyvqm3hotro","claim_id":"clm-ferry-keeps-running","passage_id":"psg-rimxvy4lej7p","source_id":"harbour-gazette","level":0,"reported_in_id":null,"speaker_id":"harbour-gazette-paper","work_id":null,"act":"reports","stance":"uncommitted","certainty":"uncommitted","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.007Z', 'run-bk7gcnsrgw33');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (14, 14, 'assertions', 'ast-d5qp5jyenw7i', 'update', '{"id":"ast-d5qp5jyenw7i","claim_id":"clm-ferry-too-small","passage_id":"psg-rimxvy4lej7p","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-5iyvqm3hotro","speaker_id":"many-captains","work_id":null,"act":"believes","stance":"affirms","certainty":"certain","cue":"believe","cue_start_char":155,"cue_end_char":162,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-d5qp5jyenw7i","claim_id":"clm-ferry-keeps-running","passage_id":"psg-rimxvy4lej7p","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-5iyvqm3hotro","speaker_id":"many-captains","work_id":null,"act":"believes","stance":"affirms","certainty":"certain","cue":"believe","cue_start_char":155,"cue_end_char":162,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.007Z', 'run-bk7gcnsrgw33');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (15, 15, 'assertions', 'ast-oijtf7fek7up', 'update', '{"id":"ast-oijtf7fek7up","claim_id":"clm-ferry-too-small","passage_id":"psg-6bir6ve2yzqv","source_id":"port-bulletin","level":0,"reported_in_id":null,"speaker_id":"harbour-office","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-oijtf7fek7up","claim_id":"clm-ferry-keeps-running","passage_id":"psg-6bir6ve2yzqv","source_id":"port-bulletin","level":0,"reported_in_id":null,"speaker_id":"harbour-office","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.007Z', 'run-bk7gcnsrgw33');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (16, 16, 'claims', 'clm-ferry-too-small', 'update', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"factual","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"clm-ferry-too-small","text":"The ferry is too small","kind":"factual","subject_id":"ferry","predicate_id":"has-quality","object_id":"too-small","object_text":null,"event_id":null,"place_id":null,"about_time":null,"about_earliest":null,"about_latest":null,"status":"retracted","merged_into_id":"clm-ferry-keeps-running","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.008Z', 'run-bk7gcnsrgw33');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (17, 17, 'claims', 'clm-company-passengers-april', 'update', '{"id":"clm-company-passengers-april","text":"The Canal Company carried at least 1,200 passengers in April 1956","kind":"factual","subject_id":"harbour-board","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"recorded","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"clm-company-passengers-april","text":"The Canal Company carried at least 1,200 passengers in April 1956","kind":"factual","subject_id":"harbour-board","predicate_id":"carries","object_id":"passengers","object_text":null,"event_id":null,"place_id":null,"about_time":"1956-04","about_earliest":"1956-04-01","about_latest":"1956-04-30","status":"retracted","merged_into_id":null,"recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.051Z', 'run-bomx7jfxdhuh');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (18, 18, 'assertions', 'ast-xvjnp6a6acma', 'update', '{"id":"ast-xvjnp6a6acma","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":0,"reported_in_id":null,"speaker_id":"harbour-gazette-paper","work_id":null,"act":"reports","stance":"uncommitted","certainty":"uncommitted","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-xvjnp6a6acma","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":0,"reported_in_id":null,"speaker_id":"harbour-gazette-paper","work_id":null,"act":"reports","stance":"uncommitted","certainty":"uncommitted","cue":null,"cue_start_char":null,"cue_end_char":null,"derivation":"explicit","said":null,"status":"retracted","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.052Z', 'run-bomx7jfxdhuh');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (19, 19, 'assertions', 'ast-xv5wqtfgr6bz', 'update', '{"id":"ast-xv5wqtfgr6bz","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-xvjnp6a6acma","speaker_id":"harbour-board","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":"said","cue_start_char":71,"cue_end_char":75,"derivation":"explicit","said":"1956-05-01","status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"ast-xv5wqtfgr6bz","claim_id":"clm-company-passengers-april","passage_id":"psg-olteumtqktl2","source_id":"harbour-gazette","level":1,"reported_in_id":"ast-xvjnp6a6acma","speaker_id":"harbour-board","work_id":null,"act":"asserts","stance":"affirms","certainty":"certain","cue":"said","cue_start_char":71,"cue_end_char":75,"derivation":"explicit","said":"1956-05-01","status":"retracted","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.052Z', 'run-bomx7jfxdhuh');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (20, 20, 'relations', 'rel-vp42sxtjgmba', 'update', '{"id":"rel-vp42sxtjgmba","from_claim_id":"clm-company-passengers-april-bulletin","to_claim_id":"clm-company-passengers-april","relation":"contradicts","comparable":"same-time","rationale":"Both count passengers of one company in one month; 900 is fewer than 1,200.","status":"recorded","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', '{"id":"rel-vp42sxtjgmba","from_claim_id":"clm-company-passengers-april-bulletin","to_claim_id":"clm-company-passengers-april","relation":"contradicts","comparable":"same-time","rationale":"Both count passengers of one company in one month; 900 is fewer than 1,200.","status":"retracted","recorded_at":"2026-11-27T11:23:48.081Z","run_id":"run-ww2sm576jkuu"}', 'looked at it again', '2026-11-27T11:23:49.052Z', 'run-bomx7jfxdhuh');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (21, 21, 'identifiers', 'master-of-the-harbour_wikidata_Q2', 'update', '{"entity_id":"master-of-the-harbour","scheme":"wikidata","value":"Q2","match":"exact","run_id":"run-s3e56acy4eou"}', '{"entity_id":"harbour-master","scheme":"wikidata","value":"Q2","match":"exact","run_id":"run-s3e56acy4eou"}', 'one office', '2026-11-27T19:32:23.921Z', 'run-b5c7vks6i5wv');
INSERT INTO revisions(rowid, seq, table_name, row_id, operation, before, after, reason, at, run_id) VALUES (22, 22, 'entities', 'master-of-the-harbour', 'update', '{"id":"master-of-the-harbour","kind":"actor","label":"Master of the Harbour","status":"current","merged_into_id":null}', '{"id":"master-of-the-harbour","kind":"actor","label":"Master of the Harbour","status":"merged","merged_into_id":"harbour-master"}', 'one office', '2026-11-27T19:32:23.922Z', 'run-b5c7vks6i5wv');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (1, 'tiny/predicates.toml', 'predicate:has-quality', 'predicates', 'has-quality', '20afeb5bda00d0216dc1d1e89e4909988aa66d6cc6af658f19ceb3de17436ef1', '2a4012731b9708bdac6a728d355122030012a7b94e5cb3b963ee4c08128c641d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (2, 'tiny/predicates.toml', 'predicate:carries', 'predicates', 'carries', 'cd4880d0c7c54ec318442392190feb6e36f1cb6a0c4c97ea72c33cd994cdefb2', '5a8a6b28cf4678005628b4d8d33186692d64801caa3fdbca223fa5e197eb0747');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (3, 'tiny/predicates.toml', 'predicate:agrees-to', 'predicates', 'agrees-to', 'f9ee246525a143031628b715bf9c20c5043d858e9485bd89169addcb4f42cc12', '1270a72c9bec3d532d65c878e5ae33146046ea516569f2eb65f0ddba325ed398');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (4, 'tiny/predicates.toml', 'predicate:harms', 'predicates', 'harms', 'e452b8aa2886669a09e853a6c0abdedbabf23eafbde2ba5d4959a32bff123ad8', '57a47ee7b26eb370e70e1ab226cab18de403928efe71c2905156bb37eaaf3f62');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (5, 'tiny/predicates.toml', 'predicate:takes-place-in', 'predicates', 'takes-place-in', 'e911642994c716a857b293464c99b3add527f55caa24fd97491000d13ce85ea1', '5bc67263f306d3812233cbd9e59e6e5ae0428706632f6cda7122891f65c3e3b1');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (6, 'tiny/actors.toml', 'actor:harbour-gazette-paper', 'actors', 'harbour-gazette-paper', 'f2981b67432430d7bcf17bc688cfdc229e98dfa14747aa438f55448037c2954f', '32c358a00530f196ea6e48ca5d75604ccc1f82b8ef1635062d99c30abb2efd49');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (7, 'tiny/actors.toml', 'actor:canal-company', 'actors', 'canal-company', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '6685ec8d4ecdd9602fe8b15bfed4620ab885a25f56ecf6f61f167bc1093f560f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (8, 'tiny/actors.toml', 'actor:canal-company/names canal-company The Company alias', 'names', 'canal-company_The Company_alias', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '4549cbd3b4b83b56f1c6cd168b46a280686ad109404a00e33f7ae31329406ffc');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (9, 'tiny/actors.toml', 'actor:canal-company/names canal-company Compagnie du canal name', 'names', 'canal-company_Compagnie du canal_name', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '87c76afd9fd5f1eaa7a87176f8ad46b3b7dfe0ebe8554447924710b34437fc35');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (10, 'tiny/actors.toml', 'actor:canal-company/identifiers canal-company lei 00000000000000000001', 'identifiers', 'canal-company_lei_00000000000000000001', 'e16fc7ea4f392fc36ce6b07d5e82485a14cebc8b47586a6d2da28f68c7df7f96', '331dd99b3ac7c40398e8ac6f1104b6602d1804857c534d0974c8fb1cc9342e59');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (11, 'tiny/actors.toml', 'actor:harbour-office', 'actors', 'harbour-office', 'f658717bd79f955743dae6d285f2a901d684ef9092719240b82e30dc1893bf90', '5df2315d4b13c9b1934048443c8ef62d43f28163f274ff971eaf170647a3ba25');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (12, 'tiny/actors.toml', 'actor:radio-one', 'actors', 'radio-one', '37ad84019170393c62928c0aa6741c5b402a6894bcd67ea77b3b79b1bb2cccc7', '28418c62f3129663a8db94d69039ed6794c8c47002c9bf4747fef11c98b20a7d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (13, 'tiny/actors.toml', 'actor:many-captains', 'actors', 'many-captains', '4a03f9f0b39c0340f8ba1d0d1a9d46a2faa402af87c809ff6a7eb7a509fa2562', '9612a33be3f346170ab886f7d4a82b4eff72968c35911fbf7fcd22274301dc69');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (14, 'tiny/things.toml', 'thing:ferry', 'things', 'ferry', '380e31215631dfcb531bd12ba5f46f32c40247aac5dee4009f286241ee05b616', 'ef008164fc7cb31c6f066e7f8b8b5e018acfb9b6b3dfe89bfd8a93e4a4c38f83');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (15, 'tiny/things.toml', 'thing:second-ferry', 'things', 'second-ferry', 'b86961fee44fe7098510829e07ef1dc7567e434380a2d6f199e3a2b4cd377527', 'df39626bbb0c7b9b8eab9ff30907d56a9c202cf24318966288e236e58ae6cb4c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (16, 'tiny/things.toml', 'thing:passengers', 'things', 'passengers', '3cb151c6473eb6d0af4be6e95d82c817ebb89baf096693862deb9a6395dfbbcb', 'fbb2901fdc788bcfe2dddc0d3edf6e47bb760d452d9642b7f8416dbddbbea7ad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (17, 'tiny/things.toml', 'thing:stopped', 'things', 'stopped', '5a084ad590f196cf7e5d3587f71c88ba09dc673fc0a5dc88be26a1048b416ea4', 'bc34bf29159b07174dafeb94a4b4609d41c96bc4b2a7a54b31b28e589f28b1a7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (18, 'tiny/things.toml', 'thing:too-small', 'things', 'too-small', '0b8b2bfddc3f9cb609d3d1c321830d04a72959825a7c0e8ff0155bd524967d74', '44ba901500641280b10c5540ed7199cb4e9f45f517213806bedbe95fc342b53b');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (19, 'tiny/things.toml', 'thing:harbour', 'things', 'harbour', 'c31a9ab91ae50fc754eef594219c0736ee5883863342a2de3c77974da699d670', '7da17536f410267edd508e7ffaebf0f151bfe5c6c719c1c89e7ece412028c717');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (20, 'tiny/events.toml', 'event:bridge-opening', 'events', 'bridge-opening', '84ab45770dff753c6d0fb5337eb83a7646179a456b5ba549b80a7c4de74e2df3', '95188cfe8525623a4052ba27bfa832535ff8a794b06876c0edd2767011d3258d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (21, 'tiny/events.toml', 'event:second-ferry-decision', 'events', 'second-ferry-decision', '003382f256cd91f436a0196d7d7998333beaeb92098fed12f1714be8a1c5c443', 'd26bc37701bf113fcc087ae518e0671125261d230023abd3b8c95c86d29a4da4');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (22, 'tiny/actors.toml', 'actor:harbour-board', 'actors', 'harbour-board', '48a5834b7e41127b610bfa6cb7c44fc320a643778c1460728ed38b6db7fe4e33', 'f835bbbd37c47c7bae170b30d9d6976a386e46d12d18bdf9a8d58d682a7a8df7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (23, 'tiny/works.toml', 'source:radio-one-broadcast', 'sources', 'radio-one-broadcast', '246a1ff78527e65f27648dfa0e02df089bba04995374d135e6f71d6f9914c409', '3b967fa8f8c5328234f3f05cab2cb0a5c6aa3b7b75e2f9e3e34f5e57c0a182b3');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (24, 'tiny/sources/harbour-gazette/source.toml', 'source:harbour-gazette', 'sources', 'harbour-gazette', '9191c43cdc19462eee7140ad9d69792dc3925f0f5b65107461d7ca47d7ff42d8', 'b3261b1e0ad331e4da10cab211a5cf6d0ed0140356344f2c6b5e9768ae2a7bf1');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (25, 'tiny/sources/harbour-gazette/source.toml', 'source:harbour-gazette/author 1', 'source_authors', 'harbour-gazette_1', '9191c43cdc19462eee7140ad9d69792dc3925f0f5b65107461d7ca47d7ff42d8', '430f08fcd24552849447542897dbb859603f3ae5c38f562dd8771506d09f22bd');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (26, 'tiny/sources/harbour-gazette/source.toml', 'sections/sec-r33quig6me6i', 'sections', 'sec-r33quig6me6i', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '55ffe6216e945dcc6fc8dbf0c8bab4afb89e7a4e533aa9aca5ffab89933290a5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (27, 'tiny/sources/harbour-gazette/source.toml', 'sections/sec-ave7e6lhd3qd', 'sections', 'sec-ave7e6lhd3qd', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '74b841d6ceb544de3f2a3008d807ed1425eaac732eeb68fc898f3b2835816688');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (28, 'tiny/sources/harbour-gazette/source.toml', 'sections/sec-7zxcqtx7lm3b', 'sections', 'sec-7zxcqtx7lm3b', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', 'd0988c64211f7ab485371880c862e1c611ee6267b91aa3367b12a686df3cb791');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (29, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-r33quig6me6i', 'sentences', 'sen-r33quig6me6i', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', 'b950e0e78ac36f31229baefa3d3672220ee817c979a7c391bf0afffc16d4afad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (30, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-ave7e6lhd3qd', 'sentences', 'sen-ave7e6lhd3qd', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '4535dc1b5cd54ea177f9ce0f2264761b311d4b4c0a94952c1a3ec16bb67bfe3d');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (31, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-7zxcqtx7lm3b', 'sentences', 'sen-7zxcqtx7lm3b', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '41234eb4b13cf57f3b59d837cecabda70635d563db23bbc2d964eab36ef5baa5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (32, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-i636qdknjcvq', 'sentences', 'sen-i636qdknjcvq', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '6ae5becca0ffbb75c613f474e292aad0e2feb4f19543a6efe0894346d914757c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (33, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-klopgl2kq44w', 'sentences', 'sen-klopgl2kq44w', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '3ae5f08c62d71b38010d89f053c0bacbdd83d34dcfd7db617b1c0a861fcde173');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (34, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-756xeerysmgr', 'sentences', 'sen-756xeerysmgr', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '505b4ccd49dff3a32b876c10b6b1cfed93e4f8beaecd929b3790f382d9466cb8');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (35, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-euf7kt2lvxwh', 'sentences', 'sen-euf7kt2lvxwh', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '1cee967b73927246cecfb0602b4164ec75d42d13aba695c69a08f82e570222ee');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (36, 'tiny/sources/harbour-gazette/source.toml', 'sections/sen-ahmerfisvr6u', 'sentences', 'sen-ahmerfisvr6u', '8219d26acec4125226ae8db820c07bb5abb241a267db59f60a9bad011d2711a0', '29e5fb2f0165557755c9e1f9f387f11363df11a265eef4569dd7f5546c3adc13');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (37, 'tiny/sources/harbour-gazette/source.toml', 'mentions/57-70 canal-company', 'mentions', 'men-figstgrd3dje', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '7a645c0e95e77cd8f20bb69d5548fd9cd755b1fbc9672d2afb230ad0f152f6f2');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (38, 'tiny/sources/harbour-gazette/source.toml', 'mentions/168-177 ferry', 'mentions', 'men-67nqipijewyw', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '13536bedadd6992b764802d102a43bc65452fd9ceed5f74fba00dc0c9f053510');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (39, 'tiny/sources/harbour-gazette/source.toml', 'mentions/260-269 ferry', 'mentions', 'men-ooq75ioio7lc', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '4cc39ea9619e0b252094ce9da6a6e9142a4b35328bba893b074fe3dacf18a75c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (40, 'tiny/sources/harbour-gazette/source.toml', 'mentions/301-310 radio-one', 'mentions', 'men-baev33d6upxh', 'fd7dba6439a4c8e2277f2386805877e8c2336012c8e72e855c94868c34a841f1', '31c8ae70e71348a3d8ff8ed0a907fcc0d9b03e3e091af59559a0965a8a2e613f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (41, 'tiny/sources/harbour-gazette/source.toml', 'citation:Radio One Radio One reported', 'citations', 'cit-ao5btnvxuzka', 'b8eb70b6d533799ba8f605e2b47d486e8769306dec44a648bfc0e059f8b4d391', '2e2f069185daad6a1a4331bfdf54ec3dda2d7026aef1573eb63198747ef15f00');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (42, 'tiny/sources/port-bulletin/source.toml', 'source:port-bulletin', 'sources', 'port-bulletin', '0e0143f95ec143bb8eae24f84f5aa85accc5067b45b35a74b62613fd9c9a443a', 'c42d8c34112caeea6a195cd48c07804ccb36e0e8a5039df768d4db41e48b1207');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (43, 'tiny/sources/port-bulletin/source.toml', 'sections/sec-lyqrixwofcfk', 'sections', 'sec-lyqrixwofcfk', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', '60cbdb17ec62278f8b408a47982c93cfd199e547f2b77f34c39a7371ed415960');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (44, 'tiny/sources/port-bulletin/source.toml', 'sections/sen-lyqrixwofcfk', 'sentences', 'sen-lyqrixwofcfk', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'f9d6395504f7a30f917f77d55930f49fb4361a83e168939e97e58b1c0a91b4a7');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (45, 'tiny/sources/port-bulletin/source.toml', 'sections/sen-xnrywal2ce7u', 'sentences', 'sen-xnrywal2ce7u', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'fa074a7829dae48466d1f3a064e3d856621544b2d6863f40867874ab7dbde0a5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (46, 'tiny/sources/port-bulletin/source.toml', 'sections/sen-orewr2rc6fuc', 'sentences', 'sen-orewr2rc6fuc', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', '0d76ad7e459cd6e2d6b77d65485beec66add889cab63d5716bf2cfd77bf66f03');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (47, 'tiny/sources/port-bulletin/source.toml', 'sections/sen-ofcqacuds4hu', 'sentences', 'sen-ofcqacuds4hu', '0887e117287476eee63d3298bfca7039560b10c79ba0d2bfd25a238f91ffe09d', 'eb7d63a724ba64e9bb9d15305924f2838c1a6f1658547d091a17d6f4c9695092');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (48, 'tiny/sources/port-bulletin/source.toml', 'mentions/97-110 canal-company', 'mentions', 'men-ndxq5a4l5xhx', '68233ca08ef1ed6dcde0d83d5ffd4ecabbbf566fcccdbf16420efb41775bfc9f', '237573adaa95803ffde57060385180b2b0c2d276ae5501500a4fa52cd712d018');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (49, 'tiny/sources/harbour-gazette/claims.toml', 'claim:ferry-keeps-running/claim', 'claims', 'clm-ferry-keeps-running', '231db9299fd9666a6a654810b15c74dd7460b6c354717df4829b400c3247c901', 'b045420d372df00b4af07868554126969d245ad33867ef847cd3d10fe5d3c3c5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (50, 'tiny/sources/harbour-gazette/claims.toml', 'claim:ferry-keeps-running/ast-j7wvapybwkg5', 'assertions', 'ast-j7wvapybwkg5', '231db9299fd9666a6a654810b15c74dd7460b6c354717df4829b400c3247c901', 'cbc2397e2727ee015274f7b029545c9e93168e31ef13d75eaa7926f331566849');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (51, 'tiny/sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/claim', 'claims', 'clm-company-passengers-april', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '77bc60fd0f7c316d033a5e18d4a5513c787780e537501412572f07c2f799a71f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (52, 'tiny/sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/quantity', 'quantities', 'clm-company-passengers-april', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '488e89bd358af873ba2ca51a3e6cce9ef9dab5b7c34b93dab390f110dc32dd83');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (53, 'tiny/sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/ast-xvjnp6a6acma', 'assertions', 'ast-xvjnp6a6acma', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '5513b0b119bc22ed65961fe61ed536fe01e90a710e270f2dbe76d2b092886e79');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (54, 'tiny/sources/harbour-gazette/claims.toml', 'claim:company-passengers-april/ast-xv5wqtfgr6bz', 'assertions', 'ast-xv5wqtfgr6bz', '17db7dcadf222dd91ebe1b7c1d62c17dedfe75d52dd500bdba101ed93549c693', '8b63319cb7c2f374d3ccf4e00837b946aebb677cbb2dffbd8ebb4dfc19f26305');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (55, 'tiny/sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/claim', 'claims', 'clm-ferry-too-small', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', 'd15c9880d92a077a56b20294fe7434bca9f60129a44be80c17ba601066e14aee');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (56, 'tiny/sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/ast-5iyvqm3hotro', 'assertions', 'ast-5iyvqm3hotro', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', '9724e3efa6d0a1c6a5a698f972ebcfd3a5357555ef4ee897f56604a7a78787ad');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (57, 'tiny/sources/harbour-gazette/claims.toml', 'claim:ferry-too-small/ast-d5qp5jyenw7i', 'assertions', 'ast-d5qp5jyenw7i', '31e47fdbec593a3b50e234b9348055471ca3aecde3b31163a28de08c3972fd56', '5b9032ae00e0c9456894d3cc5fcbde753ea76b098ace3a62f6915e8729ffd5cd');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (58, 'tiny/sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/claim', 'claims', 'clm-board-agrees-second-ferry', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'fd7e2d27b48af375884f161799b669fedfdc5c414032945ed15ef4886b6b4352');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (59, 'tiny/sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/ast-kcfbkyepml4l', 'assertions', 'ast-kcfbkyepml4l', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'd2cb76ce26f8be39acc71e50e6bd1dd6c06b796e338792af88b0eeb97e26e550');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (60, 'tiny/sources/harbour-gazette/claims.toml', 'claim:board-agrees-second-ferry/role second-ferry-decision harbour-board participant', 'participations', 'second-ferry-decision_harbour-board_participant_clm-board-agrees-second-ferry', '2f0034dea1c424f86b2c4b07a1346450b3cb030362e2987199325e85bcc7e76b', 'c2c3ffedff71250740d237d299b7f619c5ae937ca39176008bc64a8f55b149f5');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (61, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/claim', 'claims', 'clm-bridge-halves-passengers', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', '5dbdef7b7ca20bbf0056e11bba1205bd8e01f202b77736238726f2782c779bda');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (62, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/quantity', 'quantities', 'clm-bridge-halves-passengers', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', 'b8f47f0a806fb86dc0b58f2fba614b960e35221348bcda75ad84293265d894a6');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (63, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-halves-passengers/ast-nd4flxszmkda', 'assertions', 'ast-nd4flxszmkda', 'c3077cdad808154d13d3869f8426d13c1c58e5a8b6372b2c432807a9d532b019', 'e1a7e278217341af1f03c57786f683ba37972e8853b51ea665addc2f6fd134df');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (64, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/claim', 'claims', 'clm-bridge-opens-1958', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '8d403364d9022fd3ca327851d7cef1a0f7bbf4be717155f01009b5479b8463b9');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (65, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-jmz7qp4yapei', 'assertions', 'ast-jmz7qp4yapei', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '6edee84c330c627b69dea16c3b48e547b6db3baba2483c86f1e1d544cd84931f');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (66, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-j4jgbqoqikv7', 'assertions', 'ast-j4jgbqoqikv7', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '309d9948fdc7a42fb94b24d0575838676d42186a1f0f88b10c62f0dfcdd2c6fe');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (67, 'tiny/sources/harbour-gazette/claims.toml', 'claim:bridge-opens-1958/ast-dmwvd3xgwljs', 'assertions', 'ast-dmwvd3xgwljs', '373523d08fad407fdda36fdad38dbc7322221aa2608213512ad95cf249b9ecae', '1f28302a1c9e7c5c2436496117635c2ef0c0c117a0f7d1637beff3482c0e0c2c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (68, 'tiny/sources/harbour-gazette/claims.toml', 'claim:captains-are-asked/claim', 'claims', 'clm-captains-are-asked', '708be72aea9de7a2e31d499fcb21c41a2aa84fac47749af4b90f11a389dd97f5', 'fba9ba3630848d15254734ab4ffe25c3b5ba8d30c35ecaaa8266e51a8eee8cde');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (69, 'tiny/sources/harbour-gazette/claims.toml', 'claim:captains-are-asked/ast-6hiy4oua77lf', 'assertions', 'ast-6hiy4oua77lf', '708be72aea9de7a2e31d499fcb21c41a2aa84fac47749af4b90f11a389dd97f5', 'df64b6ca3c3b153331d4b4f30502b278aeae58920ff843d94e52d16aaddb8aab');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (70, 'tiny/sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/claim', 'claims', 'clm-company-passengers-april-bulletin', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'ee27a1a13c30e2b0aeec61e77a2766b6bf17ab4ca4073e28527506358c28b2e1');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (71, 'tiny/sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/quantity', 'quantities', 'clm-company-passengers-april-bulletin', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'ada5c01e117c4abdf0f43d5d5dc5c480c6bf197411c95130dbd0141f0859266c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (72, 'tiny/sources/port-bulletin/claims.toml', 'claim:company-passengers-april-bulletin/ast-fshxhzetaky3', 'assertions', 'ast-fshxhzetaky3', 'fdd8a909353f19d8597f6218c6a25769813b67fd45209bf41ef92db32f35e9fe', 'fa69873022bc1a01b9c274314bdc70b2667c8faaef73cfaacb43ba986e582296');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (73, 'tiny/sources/port-bulletin/claims.toml', 'assertion:bulletin-second-ferry/ast-bulletin-second-ferry', 'assertions', 'ast-bulletin-second-ferry', 'b0f5975b300d8698d6f0b3b5854ee9073be3d3cf6c3cfb3c13c2aa85086aad1d', '8b38c69da69a34f5b72086bbebd237838e5c0d1fd7736427c69ca03da545963a');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (74, 'tiny/sources/port-bulletin/claims.toml', 'assertion:cf6e37a97e04c923/ast-oijtf7fek7up', 'assertions', 'ast-oijtf7fek7up', 'b0aeec0fe5be5d9e9cb3dcf5efceea0c4817d5ae86693e6aa60d32e5d6d3e49e', '031bf22c67fbcd93d01835774e89cb32f54490ee793c41b3657e3470bede922c');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (75, 'tiny/relations.toml', 'relation:rel-vp42sxtjgmba', 'relations', 'rel-vp42sxtjgmba', '7f586f44594b32543a8a827f45b04a145f072b899c90d6d0638298d8ee7f272e', '33051a89bacce37d6845480907e3253eb69dd9797613443fa19437e961d9e33b');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (76, 'tiny/affiliations.toml', 'affiliation:aff-fljrd4ks6kdx', 'affiliations', 'aff-fljrd4ks6kdx', 'bea4cd4357f8e85bbbacdbe7e98940eb92a64eff4395d2dbc9ebdfc67fcc10da', '816eb119f639f6d2091bf47f872c1dc908b4a82ba2724ff477453cc727eb9e14');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (77, 'tiny/affiliations.toml', 'affiliation:aff-zarklhsijpa7', 'affiliations', 'aff-zarklhsijpa7', '22e273b2b41add0ce958542bd79e3c65737ca7609436c4bb0647dce77a13ba6d', '883cdedc1092ad3874b39ac84ab8c25ca2e28742520ce7cae4e1d85b57f77289');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (78, 'tiny/affiliations.toml', 'affiliation:aff-ntpit4cjokqu', 'affiliations', 'aff-ntpit4cjokqu', '1a01b4d85792052378bc76183bdeef58611f41461c6b55da88897b6f8b821022', 'c011681ad82819faebaa8f6510e617b6ab178f50e04e56c47e8b31bda586a1d2');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (79, 'tiny/event_order.toml', 'event_order:ord-kqxfzbzyajkb', 'event_order', 'ord-kqxfzbzyajkb', '7d88fa323f7bd9de33f137ac63f5d0cd9cd6e8832b02b9c5e79e4f8d9ff305c2', '3ccb1cd67803cf3b4e2a9a686fb07b375143684b3a292b4b134efda4360be0f2');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (80, 'tiny/sources/port-bulletin/reviews.toml', 'review:clm-company-passengers-april-bulletin second-reader/clm-company-passengers-april-bulletin', 'reviews', 'rvw-m2lhx7j4t3qr', '3b8c9339df94c67901497ca754124553de7a53521ff5c5d71d8c2dcd70876133', '5d3f5777f7ebcc6c6424134b222a16dceded621ec44805c1111540c4883699ce');
INSERT INTO origins(rowid, file, entry, table_name, row_id, digest, row_digest) VALUES (81, 'tiny/sources/port-bulletin/reviews.toml', 'review:clm-company-passengers-april-bulletin second-reader/ast-fshxhzetaky3', 'reviews', 'rvw-3w2xh5cd75qu', '3b8c9339df94c67901497ca754124553de7a53521ff5c5d71d8c2dcd70876133', '296bb8dcb660c454330ea21aac49b6514cb07e2e63bb2d0fed115ff977b2747d');
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
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (12, 'runs.kind', 'propose', 'proposal', 'A program proposed claims that a text may make.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (13, 'runs.kind', 'review', 'review', 'A person decided on proposed claims, or checked rows against the words.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (14, 'runs.kind', 'undo', 'undo', 'What another run did was taken back.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (15, 'runs.kind', 'upgrade', 'upgrade', 'The base was brought to a newer schema.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (16, 'revisions.operation', 'update', 'update', 'The row was changed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (17, 'revisions.operation', 'delete', 'delete', 'The row was removed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (18, 'entities.kind', 'actor', 'actor', 'A person or body that can act or speak.', 'http://www.w3.org/ns/prov#Agent');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (19, 'entities.kind', 'thing', 'thing', 'Whatever else is talked about.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (20, 'entities.kind', 'event', 'event', 'Something said to happen or not to happen.', 'http://semanticweb.cs.vu.nl/2009/11/sem/Event');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (21, 'entities.kind', 'source', 'source', 'A published work.', 'https://schema.org/CreativeWork');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (22, 'entities.status', 'current', 'current', 'In use.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (23, 'entities.status', 'merged', 'merged', 'Found to be the same as another row, which took its place.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (24, 'entities.status', 'retracted', 'retracted', 'Taken back: nothing current needs it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (25, 'actors.kind', 'person', 'person', 'A human being.', 'https://schema.org/Person');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (26, 'actors.kind', 'state', 'state', 'A country as one that acts.', 'https://schema.org/Country');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (27, 'actors.kind', 'government', 'government', 'The government or regime of a country, or a part of it.', 'https://schema.org/GovernmentOrganization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (28, 'actors.kind', 'organization', 'organization', 'A body with members and a name: a party, an alliance, a firm, a university.', 'https://schema.org/Organization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (29, 'actors.kind', 'military', 'military', 'Armed forces, or a part of them.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (30, 'actors.kind', 'media', 'media', 'A body that publishes.', 'https://schema.org/NewsMediaOrganization');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (31, 'actors.kind', 'group', 'group', 'Several people or states taken together.', 'http://xmlns.com/foaf/0.1/Group');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (32, 'actors.kind', 'other', 'other', 'Any other body that acts.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (33, 'actors.anonymity', 'named', 'named', 'The sources name it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (34, 'actors.anonymity', 'unnamed-individual', 'unnamed individual', 'One person whom the source does not name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (35, 'actors.anonymity', 'unnamed-collective', 'unnamed collective', 'Several people whom the source does not name; never counted as corroboration.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (36, 'actors.anonymity', 'unspecified', 'unspecified', 'Nobody at all is said to hold it, as in “it is believed”; never counted as corroboration.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (37, 'events.actuality', 'occurred', 'occurred', 'It happened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (38, 'events.actuality', 'ongoing', 'ongoing', 'It is going on.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (39, 'events.actuality', 'planned', 'planned', 'Somebody intends it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (40, 'events.actuality', 'predicted', 'predicted', 'Somebody expects it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (41, 'events.actuality', 'hypothetical', 'hypothetical', 'It is only imagined, or could happen under a condition.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (42, 'events.actuality', 'did-not-happen', 'did not happen', 'It did not happen.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (43, 'events.date_basis', 'stated', 'stated', 'The text gives the date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (44, 'events.date_basis', 'url', 'URL', 'The date stands in the address only.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (45, 'events.date_basis', 'metadata', 'metadata', 'The date stands in the file''s or page''s metadata.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (46, 'events.date_basis', 'relative', 'relative', 'The text gives it relative to another date, such as “earlier this month”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (47, 'events.date_basis', 'inferred', 'inferred', 'It follows from what the text says, with the reason in the description.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (48, 'events.date_basis', 'external', 'external', 'It comes from outside the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (49, 'sources.published_basis', 'stated', 'stated', 'The text gives the date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (50, 'sources.published_basis', 'url', 'URL', 'The date stands in the address only.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (51, 'sources.published_basis', 'metadata', 'metadata', 'The date stands in the file''s or page''s metadata.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (52, 'sources.published_basis', 'relative', 'relative', 'The text gives it relative to another date.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (53, 'sources.published_basis', 'inferred', 'inferred', 'It follows from what the text says.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (54, 'sources.published_basis', 'external', 'external', 'It comes from outside the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (55, 'claims.kind', 'factual', 'factual', 'Says that something is, was or happened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (56, 'claims.kind', 'evaluation', 'evaluation', 'Judges something: its worth, strength, danger, likelihood.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (57, 'claims.kind', 'causal', 'causal', 'Says that one thing brings about, prevents or explains another.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (58, 'claims.kind', 'prediction', 'prediction', 'Says what will be.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (59, 'claims.kind', 'plan', 'plan', 'Says what somebody intends or has decided to do.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (60, 'claims.kind', 'conditional', 'conditional', 'Says what holds if something else does; kept whole, with its “if”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (61, 'claims.kind', 'norm', 'norm', 'Says what should be.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (62, 'claims.kind', 'question', 'question', 'Asks; commits nobody to an answer.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (63, 'claims.kind', 'definition', 'definition', 'Says what a word means or what counts as something.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (64, 'claims.status', 'proposed', 'proposed', 'Nobody has checked yet that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (65, 'claims.status', 'recorded', 'recorded', 'Only its author has looked at it, so far as is known.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (66, 'claims.status', 'reviewed', 'reviewed', 'Somebody other than its author checked that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (67, 'claims.status', 'disputed', 'disputed', 'People differ on whether the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (68, 'claims.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (69, 'assertions.status', 'proposed', 'proposed', 'Nobody has checked yet that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (70, 'assertions.status', 'recorded', 'recorded', 'Only its author has looked at it, so far as is known.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (71, 'assertions.status', 'reviewed', 'reviewed', 'Somebody other than its author checked that the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (72, 'assertions.status', 'disputed', 'disputed', 'People differ on whether the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (73, 'assertions.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (74, 'mentions.status', 'proposed', 'proposed', 'Nobody has checked yet what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (75, 'mentions.status', 'recorded', 'recorded', 'Only its author has looked at it, so far as is known.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (76, 'mentions.status', 'reviewed', 'reviewed', 'Somebody other than its author checked what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (77, 'mentions.status', 'disputed', 'disputed', 'People differ on what the name stands for.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (78, 'mentions.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (79, 'relations.status', 'proposed', 'proposed', 'Nobody has checked yet that the two claims stand so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (80, 'relations.status', 'recorded', 'recorded', 'Only its author has looked at it, so far as is known.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (81, 'relations.status', 'reviewed', 'reviewed', 'Somebody other than its author checked that the two claims stand so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (82, 'relations.status', 'disputed', 'disputed', 'People differ on how the two claims stand.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (83, 'relations.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (84, 'citations.status', 'proposed', 'proposed', 'Nobody has checked yet which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (85, 'citations.status', 'recorded', 'recorded', 'Only its author has looked at it, so far as is known.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (86, 'citations.status', 'reviewed', 'reviewed', 'Somebody other than its author checked which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (87, 'citations.status', 'disputed', 'disputed', 'People differ on which work is meant.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (88, 'citations.status', 'retracted', 'retracted', 'Taken back; kept readable.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (89, 'reviews.verdict', 'carries', 'carries', 'The words carry what the row says.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (90, 'reviews.verdict', 'does-not-carry', 'does not carry', 'The words do not carry what the row says.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (91, 'reviews.verdict', 'unsure', 'unsure', 'The reviewer cannot tell whether the words carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (92, 'proposals.status', 'waiting', 'waiting', 'Nobody has decided yet.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (93, 'proposals.status', 'later', 'later', 'Somebody looked, and put it off.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (94, 'proposals.status', 'accepted', 'accepted', 'A person checked the words and recorded the claim as it was proposed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (95, 'proposals.status', 'edited', 'edited', 'A person checked the words and recorded the claim otherwise than it was proposed.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (96, 'proposals.status', 'rejected', 'rejected', 'A person found that the words do not carry it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (97, 'assertions.act', 'asserts', 'asserts', 'Says it in the speaker''s own voice.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (98, 'assertions.act', 'reports', 'reports', 'Passes on what somebody else holds.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (99, 'assertions.act', 'quotes', 'quotes', 'Gives somebody''s words as words.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (100, 'assertions.act', 'believes', 'believes', 'Is said to think so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (101, 'assertions.act', 'warns', 'warns', 'Says it as a danger.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (102, 'assertions.act', 'predicts', 'predicts', 'Says it of the future.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (103, 'assertions.act', 'plans', 'plans', 'Intends or has decided it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (104, 'assertions.act', 'asks', 'asks', 'Puts it as a question.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (105, 'assertions.act', 'recommends', 'recommends', 'Says it should be so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (106, 'assertions.act', 'suggests', 'suggests', 'Hints at it, or says that it could be so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (107, 'assertions.act', 'distances', 'distances', 'Uses the words while keeping away from them, as with scare quotes.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (108, 'assertions.stance', 'affirms', 'affirms', 'The speaker holds it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (109, 'assertions.stance', 'denies', 'denies', 'The speaker holds that it is not so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (110, 'assertions.stance', 'uncommitted', 'uncommitted', 'The speaker does not say whether it is so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (111, 'assertions.certainty', 'certain', 'certain', 'Said without a hedge.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (112, 'assertions.certainty', 'probable', 'probable', 'Said to be likely.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (113, 'assertions.certainty', 'possible', 'possible', 'Said to be possible.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (114, 'assertions.certainty', 'uncommitted', 'uncommitted', 'The speaker says nothing of how sure it is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (115, 'assertions.derivation', 'explicit', 'explicit', 'The words say it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (116, 'assertions.derivation', 'presupposed', 'presupposed', 'The words take it for granted.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (117, 'assertions.derivation', 'implied', 'implied', 'The words imply it, and a reader can see how.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (118, 'names.kind', 'name', 'name', 'A full name.', 'http://www.w3.org/2004/02/skos/core#altLabel');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (119, 'names.kind', 'alias', 'alias', 'Another name for the same, or a short form.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (120, 'names.kind', 'abbreviation', 'abbreviation', 'Initials or a shortened form.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (121, 'names.kind', 'metonym', 'metonym', 'The name of a place or building that stands for a body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (122, 'names.kind', 'demonym', 'demonym', 'The adjective or noun made from a country''s name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (123, 'names.kind', 'description', 'description', 'Words that describe rather than name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (124, 'names.kind', 'transliteration', 'transliteration', 'The name written in another script.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (125, 'mentions.sense', 'name', 'name', 'The words name it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (126, 'mentions.sense', 'metonym', 'metonym', 'The words name a place or building that stands for it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (127, 'mentions.sense', 'demonym', 'demonym', 'An adjective or noun made from its name.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (128, 'mentions.sense', 'role', 'role', 'The words name the office or role it holds.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (129, 'mentions.sense', 'description', 'description', 'The words describe it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (130, 'identifiers.scheme', 'wikidata', 'Wikidata', 'Item in Wikidata.', 'http://www.wikidata.org/entity/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (131, 'identifiers.scheme', 'iso3166-1-alpha2', 'ISO 3166-1', 'Two-letter country code of ISO 3166-1.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (132, 'identifiers.scheme', 'isbn', 'ISBN', 'International Standard Book Number.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (133, 'identifiers.scheme', 'doi', 'DOI', 'Digital Object Identifier.', 'https://doi.org/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (134, 'identifiers.scheme', 'viaf', 'VIAF', 'Virtual International Authority File.', 'http://viaf.org/viaf/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (135, 'identifiers.scheme', 'geonames', 'GeoNames', 'Feature in GeoNames.', 'https://sws.geonames.org/');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (136, 'identifiers.scheme', 'lei', 'LEI', 'Legal Entity Identifier.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (137, 'identifiers.match', 'exact', 'exact', 'Both mean the same.', 'http://www.w3.org/2004/02/skos/core#exactMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (138, 'identifiers.match', 'close', 'close', 'Both mean nearly the same.', 'http://www.w3.org/2004/02/skos/core#closeMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (139, 'identifiers.match', 'broad', 'broad', 'The other one is wider.', 'http://www.w3.org/2004/02/skos/core#broadMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (140, 'identifiers.match', 'narrow', 'narrow', 'The other one is narrower.', 'http://www.w3.org/2004/02/skos/core#narrowMatch');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (141, 'quantities.comparison', 'equal', 'equal', 'Exactly the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (142, 'quantities.comparison', 'about', 'about', 'Roughly the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (143, 'quantities.comparison', 'at-least', 'at least', 'The minimum or more.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (144, 'quantities.comparison', 'at-most', 'at most', 'The maximum or less.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (145, 'quantities.comparison', 'range', 'range', 'Between the minimum and the maximum.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (146, 'quantities.comparison', 'vague', 'vague', 'A number word without a number, such as “hundreds”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (147, 'quantities.comparison', 'ratio', 'ratio', 'The value to one.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (148, 'quantities.comparison', 'change', 'change', 'A change by the value.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (149, 'relations.relation', 'agrees', 'agrees with', 'Both say the same in substance.', 'http://purl.org/spar/cito/agreesWith');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (150, 'relations.relation', 'contradicts', 'contradicts', 'Both cannot hold.', 'http://purl.org/spar/cito/disagreesWith');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (151, 'relations.relation', 'updates', 'updates', 'Says how a matter stands later.', 'http://purl.org/spar/cito/updates');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (152, 'relations.relation', 'qualifies', 'qualifies', 'Limits or refines the other.', 'http://purl.org/spar/cito/qualifies');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (153, 'relations.relation', 'supports', 'supports', 'Gives a reason to hold the other.', 'http://purl.org/spar/cito/supports');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (154, 'relations.relation', 'explains', 'explains', 'Says why the other is so.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (155, 'relations.relation', 'restates', 'restates', 'Says the other again in other words or as a part of it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (156, 'relations.relation', 'condition-of', 'is a condition of', 'The other holds if this does.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (157, 'relations.comparable', 'same-time', 'same time', 'Both speak of the same time and matter.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (158, 'relations.comparable', 'different-time', 'different time', 'They speak of different times.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (159, 'relations.comparable', 'different-definition', 'different definition', 'They measure or define differently.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (160, 'relations.comparable', 'different-scope', 'different scope', 'They speak of a wider and a narrower matter.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (161, 'event_order.relation', 'before', 'before', 'Ends before the other begins.', 'http://www.w3.org/2006/time#before');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (162, 'event_order.relation', 'after', 'after', 'Begins after the other has ended.', 'http://www.w3.org/2006/time#after');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (163, 'event_order.relation', 'during', 'during', 'Lies within the time of the other.', 'http://www.w3.org/2006/time#intervalIn');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (164, 'event_order.relation', 'starts', 'starts', 'Begins with the other, and ends earlier: its opening.', 'http://www.w3.org/2006/time#intervalStarts');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (165, 'event_order.relation', 'ends', 'ends', 'Ends with the other, and begins later: its close.', 'http://www.w3.org/2006/time#intervalFinishes');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (166, 'source_authors.role', 'author', 'author', 'Wrote it.', 'https://schema.org/author');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (167, 'source_authors.role', 'editor', 'editor', 'Edited it.', 'https://schema.org/editor');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (168, 'source_authors.role', 'translator', 'translator', 'Translated it.', 'https://schema.org/translator');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (169, 'source_authors.role', 'photographer', 'photographer', 'Took the pictures in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (170, 'sources.access', 'public', 'whole text', 'The public edition shows the whole text, with every quote.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (171, 'sources.access', 'quotes', 'quotes only', 'The public edition shows the quotes in their sentences, and not the rest of the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (172, 'sources.access', 'private', 'private', 'The public edition shows nothing of it: neither its text nor its title, nor what is said in it alone.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (173, 'sources.kind', 'article', 'article', 'An article in a paper or on a site.', 'https://schema.org/Article');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (174, 'sources.kind', 'opinion', 'opinion', 'An article that argues its author''s view.', 'https://schema.org/OpinionNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (175, 'sources.kind', 'news-analysis', 'news analysis', 'An article that explains news.', 'https://schema.org/AnalysisNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (176, 'sources.kind', 'news', 'news report', 'An article that reports news.', 'https://schema.org/ReportageNewsArticle');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (177, 'sources.kind', 'report', 'report', 'A report by a body.', 'https://schema.org/Report');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (178, 'sources.kind', 'book', 'book', 'A book.', 'https://schema.org/Book');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (179, 'sources.kind', 'speech', 'speech', 'Words spoken in public.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (180, 'sources.kind', 'broadcast', 'broadcast', 'A programme on radio or television.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (181, 'sources.kind', 'dataset', 'data set', 'A collection of data.', 'https://schema.org/Dataset');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (182, 'sources.kind', 'document', 'document', 'Any other document.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (183, 'sections.kind', 'headline', 'headline', 'The title line.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (184, 'sections.kind', 'standfirst', 'standfirst', 'The lines under the headline that sum the article up.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (185, 'sections.kind', 'byline', 'byline', 'Who wrote it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (186, 'sections.kind', 'dateline', 'dateline', 'When, and where, it was published.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (187, 'sections.kind', 'label', 'label', 'What the outlet calls the piece, such as “News Analysis”.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (188, 'sections.kind', 'body', 'body', 'The running text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (189, 'sections.kind', 'caption', 'caption', 'The words under a picture.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (190, 'sections.kind', 'credit', 'credit', 'Whose picture it is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (191, 'sections.kind', 'disclaimer', 'disclaimer', 'What the outlet says of its responsibility.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (192, 'sections.kind', 'bio', 'bio', 'Who the author is.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (193, 'sections.kind', 'url', 'URL', 'The address the text was taken from.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (194, 'sections.kind', 'heading', 'heading', 'A title within the text.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (195, 'sections.kind', 'note', 'note', 'A foot- or endnote.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (196, 'sections.kind', 'boilerplate', 'boilerplate', 'What the outlet puts around its articles: sharing, subscribing, copyright.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (197, 'things.kind', 'place', 'place', 'A town, building, island, border or any other spot.', 'https://schema.org/Place');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (198, 'things.kind', 'region', 'region', 'A part of a country or of the world.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (199, 'things.kind', 'body-of-water', 'body of water', 'A river, strait, sea or lake.', 'https://schema.org/BodyOfWater');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (200, 'things.kind', 'treaty', 'treaty', 'A binding agreement between states.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (201, 'things.kind', 'agreement', 'agreement', 'A deal, contract or other agreement.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (202, 'things.kind', 'policy', 'policy', 'A policy, strategy, plan or set of measures.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (203, 'things.kind', 'project', 'project', 'Something being built, made or run: a pipeline, a mission, a programme.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (204, 'things.kind', 'infrastructure', 'infrastructure', 'Roads, bridges, railways and the like.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (205, 'things.kind', 'weapon', 'weapon', 'A weapon, a stock of weapons or a weapon system.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (206, 'things.kind', 'technology', 'technology', 'A technique or a kind of product.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (207, 'things.kind', 'resource', 'resource', 'Money, energy, materials or other means.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (208, 'things.kind', 'industry', 'industry', 'A branch of the economy, or a market.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (209, 'things.kind', 'relationship', 'relationship', 'How two or more parties stand to each other.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (210, 'things.kind', 'dispute', 'dispute', 'A matter on which parties are at odds.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (211, 'things.kind', 'activity', 'activity', 'Something that is done repeatedly or as a trade.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (212, 'things.kind', 'field', 'field', 'A subject or sphere that somebody attends to.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (213, 'things.kind', 'concept', 'concept', 'An idea, a notion, a state of affairs that is talked about.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (214, 'things.kind', 'quality', 'quality', 'A property that something is said to have.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (215, 'things.kind', 'trend', 'trend', 'A way in which something is said to develop.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (216, 'things.kind', 'position', 'position', 'An office, post or profession.', 'https://schema.org/Occupation');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (217, 'things.kind', 'publication', 'publication', 'A picture, genre or other thing that is published.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (218, 'things.kind', 'disease', 'disease', 'An illness.', 'https://schema.org/MedicalCondition');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (219, 'things.kind', 'period', 'period', 'A stretch of history.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (220, 'things.kind', 'other', 'other', 'Anything else.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (221, 'events.kind', 'meeting', 'meeting', 'A visit, summit, ceremony or other encounter.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (222, 'events.kind', 'conflict', 'conflict', 'A war, battle, skirmish or intervention by arms.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (223, 'events.kind', 'military-activity', 'military activity', 'A parade, drill, passage, deployment or building up of arms.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (224, 'events.kind', 'agreement', 'agreement', 'A signing, a deal made or called off, an alliance entered into.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (225, 'events.kind', 'decision', 'decision', 'A choice or change of course by a body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (226, 'events.kind', 'change', 'change', 'A beginning, end, shift or collapse.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (227, 'events.kind', 'construction', 'construction', 'Something is built or opened.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (228, 'events.kind', 'spending', 'spending', 'Money is spent.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (229, 'events.kind', 'policy', 'policy', 'Measures, pressure or a programme over some time.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (230, 'events.kind', 'communication', 'communication', 'Something is said, published or negotiated.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (231, 'events.kind', 'crime', 'crime', 'An unlawful or covert act.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (232, 'events.kind', 'disaster', 'disaster', 'An accident, epidemic or other harm.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (233, 'events.kind', 'other', 'other', 'Anything else.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (234, 'participations.role', 'participant', 'participant', 'Takes part in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (235, 'participations.role', 'organizer', 'organizer', 'Brings it about or runs it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (236, 'participations.role', 'host', 'host', 'Receives the others.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (237, 'participations.role', 'guest', 'guest', 'Is received.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (238, 'participations.role', 'observer', 'observer', 'Watches it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (239, 'participations.role', 'combatant', 'combatant', 'Fights in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (240, 'participations.role', 'target', 'target', 'It is done to them.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (241, 'participations.role', 'supplier', 'supplier', 'Gives or sells something in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (242, 'participations.role', 'recipient', 'recipient', 'Gets or buys something in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (243, 'participations.role', 'signatory', 'signatory', 'Signs or agrees.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (244, 'participations.role', 'founder', 'founder', 'Founds it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (245, 'participations.role', 'spender', 'spender', 'Spends the money.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (246, 'participations.role', 'victim', 'victim', 'Suffers from it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (247, 'participations.role', 'supporter', 'supporter', 'Backs somebody in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (248, 'participations.role', 'opponent', 'opponent', 'Works against it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (249, 'participations.role', 'builder', 'builder', 'Builds it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (250, 'participations.role', 'instrument', 'instrument', 'Is used in it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (251, 'participations.role', 'subject', 'subject', 'It happens to or concerns it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (252, 'participations.role', 'location', 'location', 'It happens there.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (253, 'affiliations.role', 'party-to', 'party to', 'Is one of the parties of a relationship, agreement, conflict or project.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (254, 'affiliations.role', 'member-of', 'member of', 'Is a member of a group or organization.', 'https://schema.org/memberOf');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (255, 'affiliations.role', 'official-of', 'official of', 'Holds an office of a state or body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (256, 'affiliations.role', 'affiliated-with', 'affiliated with', 'Works for a body or is connected with it, without standing for it.', 'https://schema.org/affiliation');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (257, 'affiliations.role', 'belongs-to', 'belongs to', 'Is the whole''s own: a policy, a weapon, a work, a body under its control.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (258, 'affiliations.role', 'forces-of', 'forces of', 'Is armed forces of a state, or sent by it.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (259, 'affiliations.role', 'collective-of', 'collective of', 'Is the people, the leaders or the media of a state taken together.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (260, 'affiliations.role', 'media-of', 'media of', 'Is a paper, broadcaster or other outlet of a state or body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (261, 'affiliations.role', 'citizen-of', 'citizen of', 'Is a citizen of a state.', 'https://schema.org/nationality');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (262, 'affiliations.role', 'graduate-of', 'graduate of', 'Has a degree of a school or university.', 'https://schema.org/alumniOf');
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (263, 'affiliations.role', 'successor-of', 'successor of', 'Took the place of an earlier state or body.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (264, 'affiliations.role', 'end-of', 'one end of', 'Is what a border, pipeline, road or bridge leads to or parts.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (265, 'affiliations.role', 'subject-of', 'subject of', 'Is whom or what a concern, dispute or idea is about.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (266, 'affiliations.role', 'target-of', 'target of', 'Is whom a policy, pressure or stance is directed at.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (267, 'runs.kind', 'load', 'load', 'The rows of another base were brought into this one.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (268, 'runs.kind', 'settle', 'conflict settled', 'A person decided between the two values of a conflict.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (269, 'conflicts.status', 'open', 'open', 'Nobody has decided yet; the value in this base stands.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (270, 'conflicts.status', 'ours', 'ours', 'A person decided for the value in this base.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (271, 'conflicts.status', 'theirs', 'theirs', 'A person decided for the other value, which the row now has.', NULL);
INSERT INTO vocabulary(rowid, field, value, label, description, iri) VALUES (272, 'sections.kind', 'table', 'table', 'The rows of a table, a line each, with its heads in the first.', NULL);
INSERT INTO dates(rowid, edtf) VALUES (4, '1956-04');
INSERT INTO dates(rowid, edtf) VALUES (5, '1956-05-01');
INSERT INTO dates(rowid, edtf) VALUES (2, '1956-05-03');
INSERT INTO dates(rowid, edtf) VALUES (3, '1956-06');
INSERT INTO dates(rowid, edtf) VALUES (1, '1958');
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (1, 'harbour-gazette-paper', 'actor', 'Harbour Gazette', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (2, 'canal-company', 'actor', 'Canal Company', 'merged', 'harbour-board');
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (3, 'harbour-office', 'actor', 'Harbour Office', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (4, 'radio-one', 'actor', 'Radio One', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (5, 'many-captains', 'actor', 'many captains', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (6, 'ferry', 'thing', 'the ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (7, 'second-ferry', 'thing', 'a second ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (8, 'passengers', 'thing', 'passengers', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (9, 'stopped', 'thing', 'stopped', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (10, 'too-small', 'thing', 'too small', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (11, 'harbour', 'thing', 'the harbour', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (12, 'bridge-opening', 'event', 'the bridge opens', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (13, 'second-ferry-decision', 'event', 'decision on a second ferry', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (14, 'harbour-board', 'actor', 'Harbour Board', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (15, 'radio-one-broadcast', 'source', 'A broadcast of Radio One', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (16, 'harbour-gazette', 'source', 'The ferry will not stop', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (17, 'port-bulletin', 'source', 'Bulletin of the Port', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (18, 'the-press', 'actor', 'The Press', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (19, 'a-letter', 'source', 'A letter', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (20, 'ada', 'actor', 'Ada', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (21, 'flood', 'thing', 'the flood', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (22, 'harbour-master', 'actor', 'Harbour Master', 'current', NULL);
INSERT INTO entities(rowid, id, kind, label, status, merged_into_id) VALUES (23, 'master-of-the-harbour', 'actor', 'Master of the Harbour', 'merged', 'harbour-master');
INSERT INTO predicates(rowid, id, label, description, iri, run_id, symmetric, transitive, inverse_of_id) VALUES (1, 'has-quality', 'is', 'The subject has a quality.', NULL, 'run-ww2sm576jkuu', NULL, NULL, NULL);
INSERT INTO predicates(rowid, id, label, description, iri, run_id, symmetric, transitive, inverse_of_id) VALUES (2, 'carries', 'carries', 'The subject transports the object.', NULL, 'run-ww2sm576jkuu', NULL, NULL, NULL);
INSERT INTO predicates(rowid, id, label, description, iri, run_id, symmetric, transitive, inverse_of_id) VALUES (3, 'agrees-to', 'agrees to', 'The subject accepts the object.', NULL, 'run-ww2sm576jkuu', 0, NULL, NULL);
INSERT INTO predicates(rowid, id, label, description, iri, run_id, symmetric, transitive, inverse_of_id) VALUES (4, 'harms', 'harms', 'The subject makes the object worse off.', NULL, 'run-ww2sm576jkuu', NULL, NULL, NULL);
INSERT INTO predicates(rowid, id, label, description, iri, run_id, symmetric, transitive, inverse_of_id) VALUES (5, 'takes-place-in', 'takes place in', 'The subject happens at the time in the object.', NULL, 'run-ww2sm576jkuu', NULL, NULL, NULL);
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (1, 'harbour-gazette-paper', 'Harbour Gazette', 'media', NULL, 'named', NULL, 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (2, 'canal-company', 'Canal Company', 'organization', NULL, 'named', 'Runs the ferry.', 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (3, 'harbour-office', 'Harbour Office', 'government', NULL, 'named', NULL, 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (4, 'radio-one', 'Radio One', 'media', NULL, 'named', NULL, 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (5, 'many-captains', 'many captains', 'group', NULL, 'unnamed-collective', NULL, 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (6, 'harbour-board', 'Harbour Board', 'government', 'harbour-office', 'named', NULL, 'run-ww2sm576jkuu');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (7, 'the-press', 'The Press', 'media', NULL, 'named', NULL, 'run-ar7k3v7qorue');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (8, 'ada', 'Ada', 'person', NULL, 'named', NULL, 'run-ar7k3v7qorue');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (9, 'harbour-master', 'Harbour Master', 'person', NULL, 'named', NULL, 'run-srafmpsbk4jp');
INSERT INTO actors(rowid, id, name, kind, part_of_id, anonymity, description, run_id) VALUES (10, 'master-of-the-harbour', 'Master of the Harbour', 'person', NULL, 'named', NULL, 'run-nbzjkgpc25mi');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (1, 'ferry', 'the ferry', 'project', NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (2, 'second-ferry', 'a second ferry', 'project', NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (3, 'passengers', 'passengers', 'concept', NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (4, 'stopped', 'stopped', 'quality', NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (5, 'too-small', 'too small', 'quality', NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (6, 'harbour', 'the harbour', 'place', NULL, 51.5, 0.25, NULL, 'run-ww2sm576jkuu');
INSERT INTO things(rowid, id, name, kind, part_of_id, latitude, longitude, description, run_id) VALUES (7, 'flood', 'the flood', 'concept', 'harbour', NULL, NULL, NULL, 'run-tfi4duiij2ku');
INSERT INTO events(rowid, id, name, kind, actuality, date, earliest, latest, date_basis, place_id, part_of_id, description, run_id) VALUES (1, 'bridge-opening', 'the bridge opens', 'construction', 'predicted', '1958', '1958-01-01', '1958-12-31', 'stated', NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO events(rowid, id, name, kind, actuality, date, earliest, latest, date_basis, place_id, part_of_id, description, run_id) VALUES (2, 'second-ferry-decision', 'decision on a second ferry', 'decision', 'did-not-happen', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, snapshot_id, note, run_id) VALUES (1, 'radio-one-broadcast', 'A broadcast of Radio One', 'broadcast', 'radio-one', NULL, NULL, NULL, NULL, NULL, NULL, 'quotes', NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, snapshot_id, note, run_id) VALUES (2, 'harbour-gazette', 'The ferry will not stop', 'news', 'harbour-gazette-paper', '1956-05-03', 'stated', NULL, 'en', NULL, 'Invented for the tests.', 'quotes', 'snp-v4hjtcx74qdm', NULL, 'run-ww2sm576jkuu');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, snapshot_id, note, run_id) VALUES (3, 'port-bulletin', 'Bulletin of the Port', 'document', 'harbour-office', '1956-06', 'stated', NULL, 'en', NULL, NULL, 'quotes', 'snp-choqhfpnphct', NULL, 'run-ww2sm576jkuu');
INSERT INTO sources(rowid, id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, snapshot_id, note, run_id) VALUES (4, 'a-letter', 'A letter', 'document', 'the-press', NULL, NULL, NULL, NULL, NULL, NULL, 'private', 'snp-bemdzhfjj3ev', NULL, 'run-ar7k3v7qorue');
INSERT INTO source_authors(rowid, source_id, position, actor_id, role, run_id) VALUES (1, 'harbour-gazette', 1, 'harbour-gazette-paper', 'author', 'run-ww2sm576jkuu');
INSERT INTO source_authors(rowid, source_id, position, actor_id, role, run_id) VALUES (2, 'a-letter', 1, 'ada', 'author', 'run-ar7k3v7qorue');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (1, 'harbour-board', 'The Company', 'alias', 'en', 'run-ww2sm576jkuu');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (2, 'harbour-board', 'Compagnie du canal', 'name', 'fr', 'run-ww2sm576jkuu');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (3, 'flood', 'the high water', 'alias', NULL, 'run-tfi4duiij2ku');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (4, 'harbour-board', 'Canal Company', 'alias', NULL, 'run-kuuudzyrdy4x');
INSERT INTO names(rowid, entity_id, name, kind, language, run_id) VALUES (5, 'harbour-master', 'Master of the Harbour', 'alias', NULL, 'run-b5c7vks6i5wv');
INSERT INTO identifiers(rowid, entity_id, scheme, value, match, run_id) VALUES (1, 'harbour-board', 'lei', '00000000000000000001', 'exact', 'run-ww2sm576jkuu');
INSERT INTO identifiers(rowid, entity_id, scheme, value, match, run_id) VALUES (2, 'harbour-master', 'wikidata', 'Q1', 'exact', 'run-g62zw45zyjp7');
INSERT INTO identifiers(rowid, entity_id, scheme, value, match, run_id) VALUES (3, 'harbour-master', 'wikidata', 'Q2', 'exact', 'run-s3e56acy4eou');
INSERT INTO snapshots(rowid, id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES (1, 'snp-v4hjtcx74qdm', 'harbour-gazette', 'e4fb6b5824a7a2ad8dd17280badfd2f91f18a771c61ce8cb010a97e11cdf88ec', 'text/plain', 'The ferry will not stop
Harbour Gazette, 3 May 1956

The Canal Company said on Tuesday that it carried “at least 1,200 passengers” in April. Many captains believe that the ferry is too small. The harbour board has refused a second ferry.

If the bridge opens, the ferry will lose half its passengers. Radio One reported that the harbour office expects the bridge to open in 1958. Why does nobody ask the captains?
', NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO snapshots(rowid, id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES (2, 'snp-choqhfpnphct', 'port-bulletin', 'ab29915697fa604a0186390ef9ad4cd56e90fcee5b65e28b3abb1746bc9e66e2', 'text/plain', 'Bulletin of the Port, June 1956.'||char(13)||'
'||char(13)||'
The harbour board agreed to a second ferry in June 1956. The Canal Company carried 900 passengers in April 1956. The ferry is too small, as everyone knows.'||char(13)||'
', NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO snapshots(rowid, id, source_id, sha256, media_type, text, retrieved_from, retrieved_at, run_id) VALUES (3, 'snp-bemdzhfjj3ev', 'a-letter', '4ca2610f98d9513ab3b65908a7718176f268d91bc8b8e50c58a263589713ce7b', 'text/plain', 'Dear sirs. Yours.', NULL, NULL, 'run-ar7k3v7qorue');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (1, 'sec-r33quig6me6i', 'snp-v4hjtcx74qdm', 1, 'headline', 0, 24, 'harbour-gazette-paper', 'run-ww2sm576jkuu');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (2, 'sec-ave7e6lhd3qd', 'snp-v4hjtcx74qdm', 2, 'dateline', 24, 53, 'harbour-gazette-paper', 'run-ww2sm576jkuu');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (3, 'sec-7zxcqtx7lm3b', 'snp-v4hjtcx74qdm', 3, 'body', 53, 414, 'harbour-gazette-paper', 'run-ww2sm576jkuu');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (4, 'sec-lyqrixwofcfk', 'snp-choqhfpnphct', 1, 'body', 0, 193, 'harbour-office', 'run-ww2sm576jkuu');
INSERT INTO sections(rowid, id, snapshot_id, position, kind, start_char, end_char, speaker_id, run_id) VALUES (5, 'sec-zgoubcelhtun', 'snp-bemdzhfjj3ev', 1, 'body', 0, 17, 'ada', 'run-ar7k3v7qorue');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (1, 'sen-r33quig6me6i', 'snp-v4hjtcx74qdm', 'sec-r33quig6me6i', 1, 0, 23, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (2, 'sen-ave7e6lhd3qd', 'snp-v4hjtcx74qdm', 'sec-ave7e6lhd3qd', 2, 24, 51, 'It only names the paper and the day.', 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (3, 'sen-7zxcqtx7lm3b', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 3, 53, 140, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (4, 'sen-i636qdknjcvq', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 4, 141, 191, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (5, 'sen-klopgl2kq44w', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 5, 192, 237, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (6, 'sen-756xeerysmgr', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 6, 239, 300, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (7, 'sen-euf7kt2lvxwh', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 7, 301, 379, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (8, 'sen-ahmerfisvr6u', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 8, 380, 413, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (9, 'sen-lyqrixwofcfk', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 1, 0, 32, 'It only names the bulletin and the month.', 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (10, 'sen-xnrywal2ce7u', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 2, 36, 92, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (11, 'sen-orewr2rc6fuc', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 3, 93, 148, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (12, 'sen-ofcqacuds4hu', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 4, 149, 191, NULL, 'run-ww2sm576jkuu');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (13, 'sen-zgoubcelhtun', 'snp-bemdzhfjj3ev', 'sec-zgoubcelhtun', 1, 0, 10, NULL, 'run-ar7k3v7qorue');
INSERT INTO sentences(rowid, id, snapshot_id, section_id, position, start_char, end_char, no_claim_reason, run_id) VALUES (14, 'sen-dma77w64tsrp', 'snp-bemdzhfjj3ev', 'sec-zgoubcelhtun', 2, 11, 17, NULL, 'run-ar7k3v7qorue');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (1, 'psg-3ts66kxneukt', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 301, 319, 'Radio One reported', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (2, 'psg-pl5b4pcoxnvu', 'snp-v4hjtcx74qdm', 'sec-r33quig6me6i', 0, 23, 'The ferry will not stop', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (3, 'psg-olteumtqktl2', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 92, 139, 'it carried “at least 1,200 passengers” in April', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (4, 'psg-rimxvy4lej7p', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 168, 190, 'the ferry is too small', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (5, 'psg-xn4ldhqg4h4m', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 192, 236, 'The harbour board has refused a second ferry', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (6, 'psg-bmzzrdoel5ud', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 239, 299, 'If the bridge opens, the ferry will lose half its passengers', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (7, 'psg-yxf6oyumox4v', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 352, 378, 'the bridge to open in 1958', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (8, 'psg-n46wnvgkdqfs', 'snp-v4hjtcx74qdm', 'sec-7zxcqtx7lm3b', 380, 413, 'Why does nobody ask the captains?', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (9, 'psg-piciwrgav4v7', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 93, 147, 'The Canal Company carried 900 passengers in April 1956', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (10, 'psg-m6qjevzzpuj3', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 36, 78, 'The harbour board agreed to a second ferry', 'run-ww2sm576jkuu');
INSERT INTO passages(rowid, id, snapshot_id, section_id, start_char, end_char, exact, run_id) VALUES (11, 'psg-6bir6ve2yzqv', 'snp-choqhfpnphct', 'sec-lyqrixwofcfk', 149, 171, 'The ferry is too small', 'run-ww2sm576jkuu');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (1, 'men-figstgrd3dje', 'snp-v4hjtcx74qdm', 57, 70, 'Canal Company', 'harbour-board', 'name', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (2, 'men-67nqipijewyw', 'snp-v4hjtcx74qdm', 168, 177, 'the ferry', 'ferry', 'description', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (3, 'men-ooq75ioio7lc', 'snp-v4hjtcx74qdm', 260, 269, 'the ferry', 'ferry', 'description', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (4, 'men-baev33d6upxh', 'snp-v4hjtcx74qdm', 301, 310, 'Radio One', 'radio-one', 'name', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO mentions(rowid, id, snapshot_id, start_char, end_char, exact, entity_id, sense, status, run_id) VALUES (5, 'men-ndxq5a4l5xhx', 'snp-choqhfpnphct', 97, 110, 'Canal Company', 'harbour-board', 'name', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (1, 'clm-ferry-keeps-running', 'The ferry will stop running', 'prediction', 'ferry', 'has-quality', 'stopped', NULL, NULL, NULL, NULL, NULL, NULL, 'recorded', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (2, 'clm-company-passengers-april', 'The Canal Company carried at least 1,200 passengers in April 1956', 'factual', 'harbour-board', 'carries', 'passengers', NULL, NULL, NULL, '1956-04', '1956-04-01', '1956-04-30', 'retracted', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (3, 'clm-ferry-too-small', 'The ferry is too small', 'factual', 'ferry', 'has-quality', 'too-small', NULL, NULL, NULL, NULL, NULL, NULL, 'retracted', 'clm-ferry-keeps-running', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (4, 'clm-board-agrees-second-ferry', 'The harbour board agrees to a second ferry', 'factual', 'harbour-board', 'agrees-to', 'second-ferry', NULL, 'second-ferry-decision', NULL, NULL, NULL, NULL, 'recorded', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (5, 'clm-bridge-halves-passengers', 'If the bridge opens, the ferry will lose half its passengers', 'conditional', 'bridge-opening', 'harms', 'ferry', NULL, 'bridge-opening', NULL, NULL, NULL, NULL, 'recorded', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (6, 'clm-bridge-opens-1958', 'The bridge will open in 1958', 'prediction', 'bridge-opening', 'takes-place-in', NULL, '1958', 'bridge-opening', NULL, '1958', '1958-01-01', '1958-12-31', 'recorded', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (7, 'clm-captains-are-asked', 'Somebody asks the captains about the ferry', 'question', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'recorded', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (8, 'clm-company-passengers-april-bulletin', 'The Canal Company carried 900 passengers in April 1956', 'factual', 'harbour-board', 'carries', 'passengers', NULL, NULL, NULL, '1956-04', '1956-04-01', '1956-04-30', 'reviewed', NULL, '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO claims(rowid, id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, about_earliest, about_latest, status, merged_into_id, recorded_at, run_id) VALUES (9, 'clm-bzqb7xce74zj', 'The ferry is rather small', 'factual', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'recorded', NULL, '2026-11-27T11:23:48.437Z', 'run-ujm57h532mt5');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (1, 'clm-company-passengers-april', 'at-least', NULL, 1200.0, NULL, 'people', 'passengers carried in a month', '1956-04', 'at least 1,200 passengers', 'run-ww2sm576jkuu');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (2, 'clm-bridge-halves-passengers', 'change', -50.0, NULL, NULL, 'percent', 'passengers of the ferry, against before the bridge', NULL, 'half', 'run-ww2sm576jkuu');
INSERT INTO quantities(rowid, claim_id, comparison, value, minimum, maximum, unit, measure, as_of, verbatim, run_id) VALUES (3, 'clm-company-passengers-april-bulletin', 'equal', 900.0, NULL, NULL, 'people', 'passengers carried in a month', '1956-04', '900 passengers', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (1, 'ast-j7wvapybwkg5', 'clm-ferry-keeps-running', 'psg-pl5b4pcoxnvu', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asserts', 'denies', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (2, 'ast-xvjnp6a6acma', 'clm-company-passengers-april', 'psg-olteumtqktl2', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'retracted', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (3, 'ast-xv5wqtfgr6bz', 'clm-company-passengers-april', 'psg-olteumtqktl2', 'harbour-gazette', 1, 'ast-xvjnp6a6acma', 'harbour-board', NULL, 'asserts', 'affirms', 'certain', 'said', 71, 75, 'explicit', '1956-05-01', 'retracted', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (4, 'ast-5iyvqm3hotro', 'clm-ferry-keeps-running', 'psg-rimxvy4lej7p', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (5, 'ast-d5qp5jyenw7i', 'clm-ferry-keeps-running', 'psg-rimxvy4lej7p', 'harbour-gazette', 1, 'ast-5iyvqm3hotro', 'many-captains', NULL, 'believes', 'affirms', 'certain', 'believe', 155, 162, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (6, 'ast-kcfbkyepml4l', 'clm-board-agrees-second-ferry', 'psg-xn4ldhqg4h4m', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asserts', 'denies', 'certain', 'refused', 214, 221, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (7, 'ast-nd4flxszmkda', 'clm-bridge-halves-passengers', 'psg-bmzzrdoel5ud', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'predicts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (8, 'ast-jmz7qp4yapei', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'reports', 'uncommitted', 'uncommitted', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (9, 'ast-j4jgbqoqikv7', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 1, 'ast-jmz7qp4yapei', 'radio-one', 'radio-one-broadcast', 'reports', 'uncommitted', 'uncommitted', 'reported', 311, 319, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (10, 'ast-dmwvd3xgwljs', 'clm-bridge-opens-1958', 'psg-yxf6oyumox4v', 'harbour-gazette', 2, 'ast-j4jgbqoqikv7', 'harbour-office', NULL, 'predicts', 'affirms', 'probable', 'expects', 344, 351, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (11, 'ast-6hiy4oua77lf', 'clm-captains-are-asked', 'psg-n46wnvgkdqfs', 'harbour-gazette', 0, NULL, 'harbour-gazette-paper', NULL, 'asks', 'denies', 'certain', NULL, NULL, NULL, 'presupposed', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (12, 'ast-fshxhzetaky3', 'clm-company-passengers-april-bulletin', 'psg-piciwrgav4v7', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'reviewed', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (13, 'ast-bulletin-second-ferry', 'clm-board-agrees-second-ferry', 'psg-m6qjevzzpuj3', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (14, 'ast-oijtf7fek7up', 'clm-ferry-keeps-running', 'psg-6bir6ve2yzqv', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO assertions(rowid, id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, act, stance, certainty, cue, cue_start_char, cue_end_char, derivation, said, status, recorded_at, run_id) VALUES (15, 'ast-ncn2mv6uu6gp', 'clm-bzqb7xce74zj', 'psg-6bir6ve2yzqv', 'port-bulletin', 0, NULL, 'harbour-office', NULL, 'asserts', 'affirms', 'certain', NULL, NULL, NULL, 'explicit', NULL, 'recorded', '2026-11-27T11:23:48.437Z', 'run-ujm57h532mt5');
INSERT INTO proposals(rowid, id, snapshot_id, parent_id, start_char, end_char, exact, speaker, speaker_start_char, speaker_end_char, speaker_id, cue, cue_start_char, cue_end_char, kind, act, stance, certainty, rule, confidence, found, status, assertion_id, recorded_at, run_id) VALUES (1, 'prp-words', 'snp-choqhfpnphct', NULL, 0, 8, 'Bulletin', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'factual', 'asserts', 'affirms', 'certain', 'author', 0.5, '{}', 'waiting', NULL, '2024-01-01T00:00:00Z', 'run-proposing');
INSERT INTO participations(rowid, event_id, entity_id, role, claim_id, run_id) VALUES (1, 'second-ferry-decision', 'harbour-board', 'participant', 'clm-board-agrees-second-ferry', 'run-ww2sm576jkuu');
INSERT INTO relations(rowid, id, from_claim_id, to_claim_id, relation, comparable, rationale, status, recorded_at, run_id) VALUES (1, 'rel-vp42sxtjgmba', 'clm-company-passengers-april-bulletin', 'clm-company-passengers-april', 'contradicts', 'same-time', 'Both count passengers of one company in one month; 900 is fewer than 1,200.', 'retracted', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO citations(rowid, id, citing_source_id, cited_id, cited_text, passage_id, status, run_id) VALUES (1, 'cit-ao5btnvxuzka', 'harbour-gazette', 'radio-one-broadcast', 'Radio One', 'psg-3ts66kxneukt', 'recorded', 'run-ww2sm576jkuu');
INSERT INTO reviews(rowid, id, table_name, row_id, contributor_id, verdict, note, at, run_id) VALUES (1, 'rvw-m2lhx7j4t3qr', 'claims', 'clm-company-passengers-april-bulletin', 'second-reader', 'carries', 'The figure stands in the first sentence.', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO reviews(rowid, id, table_name, row_id, contributor_id, verdict, note, at, run_id) VALUES (2, 'rvw-3w2xh5cd75qu', 'assertions', 'ast-fshxhzetaky3', 'second-reader', 'carries', 'The figure stands in the first sentence.', '2026-11-27T11:23:48.081Z', 'run-ww2sm576jkuu');
INSERT INTO reviews(rowid, id, table_name, row_id, contributor_id, verdict, note, at, run_id) VALUES (3, 'rvw-words', 'claims', 'clm-board-agrees-second-ferry', 'contributor-ada', 'unsure', NULL, '2024-01-01T00:00:00Z', 'run-proposing');
INSERT INTO affiliations(rowid, id, entity_id, whole_id, role, claim_id, start_date, end_date, run_id) VALUES (1, 'aff-fljrd4ks6kdx', 'harbour-board', 'ferry', 'party-to', 'clm-company-passengers-april', '1956-04', NULL, 'run-ww2sm576jkuu');
INSERT INTO affiliations(rowid, id, entity_id, whole_id, role, claim_id, start_date, end_date, run_id) VALUES (2, 'aff-zarklhsijpa7', 'harbour-board', 'harbour', 'affiliated-with', NULL, NULL, '1958', 'run-ww2sm576jkuu');
INSERT INTO affiliations(rowid, id, entity_id, whole_id, role, claim_id, start_date, end_date, run_id) VALUES (3, 'aff-ntpit4cjokqu', 'harbour-board', 'harbour-office', 'member-of', NULL, NULL, NULL, 'run-ww2sm576jkuu');
INSERT INTO event_order(rowid, id, event_id, relation, other_event_id, claim_id, run_id) VALUES (1, 'ord-kqxfzbzyajkb', 'second-ferry-decision', 'before', 'bridge-opening', 'clm-board-agrees-second-ferry', 'run-ww2sm576jkuu');
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (1, 'a-letter', 'a-letter', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (2, 'ada', 'ada', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (3, 'bridge-opening', 'bridge-opening', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (4, 'canal-company', 'canal-company', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (5, 'ferry', 'ferry', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (6, 'flood', 'flood', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (7, 'harbour', 'harbour', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (8, 'harbour-board', 'harbour-board', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (9, 'harbour-gazette', 'harbour-gazette', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (10, 'harbour-gazette-paper', 'harbour-gazette-paper', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (11, 'harbour-office', 'harbour-office', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (12, 'many-captains', 'many-captains', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (13, 'passengers', 'passengers', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (14, 'port-bulletin', 'port-bulletin', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (15, 'radio-one', 'radio-one', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (16, 'radio-one-broadcast', 'radio-one-broadcast', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (17, 'second-ferry', 'second-ferry', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (18, 'second-ferry-decision', 'second-ferry-decision', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (19, 'stopped', 'stopped', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (20, 'the-press', 'the-press', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (21, 'too-small', 'too-small', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (22, 'harbour', 'flood', 1, 'harbour', 'part-of', 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (23, 'harbour-office', 'harbour-board', 1, 'harbour-office', 'part-of', 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (24, 'harbour-master', 'harbour-master', 0, NULL, NULL, 1);
INSERT INTO stand_ins(rowid, entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (25, 'master-of-the-harbour', 'master-of-the-harbour', 0, NULL, NULL, 1);
INSERT INTO notes_of_ours(rowid, id, note) VALUES (1, 1, 'look this up');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'ada', 'b5bc80911f52089a296026b1ce1bfd36', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'canal-company', '741b9e049c86944a4ba76edae3ac13b8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'harbour-board', 'aaf031aa8b7d648ac04c6dd67953aabb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'harbour-gazette-paper', '92ce3cbe2b09d9de41c0dbb9299ab72e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'harbour-master', '03954db061f837331397d35cd1a7636e', 'run-srafmpsbk4jp');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'harbour-office', 'c23c58463d2b0496d8cd2a5c185fd7be', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'many-captains', '9133f2706b201d0c1d7c1343c3eb5997', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'master-of-the-harbour', '69f9bb3a7fe399378a8f54c402a20526', 'run-nbzjkgpc25mi');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'radio-one', 'a68aae2eaca2158b1af740b20e15c82c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('actors', 'the-press', 'e705b8ffa998343ca214f95175bf322b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('affiliations', 'aff-fljrd4ks6kdx', '74dc6e5348c5ed6983de0d1fbbb8ece9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('affiliations', 'aff-ntpit4cjokqu', '91926a8f10a5125d9457f47d10314708', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('affiliations', 'aff-zarklhsijpa7', 'a3459adcfe375382d7f44d6b1927edfa', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-5iyvqm3hotro', '74946b363baf32f956e69c230935e78a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-6hiy4oua77lf', 'af8d5ef84ce57f9350a38102a98736a0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-bulletin-second-ferry', '4c0b7e8055073d3473dcdbcb9523bb29', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-d5qp5jyenw7i', 'cd710eb6f930dc5395b6595566d362e2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-dmwvd3xgwljs', '37acc479cfb8ce91d1bd6e1d41677a44', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-fshxhzetaky3', 'de4a3a7394dd1352ce33809679f22621', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-j4jgbqoqikv7', 'b6a3a54b7e499c67b27c2a1d939c9066', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-j7wvapybwkg5', '5271f6d93d1fe51091fcf6199d17c6a1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-jmz7qp4yapei', 'b98e9807f3208c9efe9f3971f3778e49', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-kcfbkyepml4l', 'c9150a971f0535b3062988c4199070d0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-ncn2mv6uu6gp', '5f0737dd9424ca5197b108d2c60d7325', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-nd4flxszmkda', '6a57aa4750bf00e3a80d806fa823969a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-oijtf7fek7up', '65c179865d52d51a5a04922d650c120c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-xv5wqtfgr6bz', 'e0b95c2c917379ef67d14fbd3a141a94', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('assertions', 'ast-xvjnp6a6acma', 'b27aa48d4d2726d76f5204b611040b1d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('citations', 'cit-ao5btnvxuzka', 'aa3160b18a3234fc25b3453ab4370d12', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-board-agrees-second-ferry', 'e0d5d6d9eb9310fd1aece15669a50921', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-bridge-halves-passengers', 'cb1a4a23d7727cf53fe6bbe6a93584eb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-bridge-opens-1958', 'df2b2a56acb87f33d247af9fedb9d896', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-bzqb7xce74zj', '162dfd74e986b6f5008b0d9afec09b27', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-captains-are-asked', '1c0799d40c73de7b569c01c225469005', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-company-passengers-april', 'e8248ad42c8f2abe8ea46f3aba279d8e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-company-passengers-april-bulletin', '570f14ac6f5b7247032a6353e65f6611', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-ferry-keeps-running', '3511b4d6b11a46662c16749602d885a3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('claims', 'clm-ferry-too-small', '9ea4ff14c4ac5a813bcd6dd4a39e0362', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('conflicts', 'cfl-3kr5nvzfi2no', '9473df5b60026f808861d177d68bab7b', 'run-sdwksvgdoqhu');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'contributor-ada', 'c31bfb87dca63ab56185651fa2cadadf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'contributor-ben', '97c94a5683a5811d567694c5ce4864c8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'contributor-desk', '225d0239ba8fc2efdb6f158f23e3c7ab', 'run-srafmpsbk4jp');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'contributor-tester', 'a33a0bf38da389ea2d96000d26634699', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'curators', '664e6fbb13e92c9315d4e1da5890355e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('contributors', 'second-reader', '1a8f6eee46a7e4806e45b2d4276ff2b9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'a-letter', '36023be667f405ec303767c24010e96a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'ada', '7306929f5a8c93e924026a23bbec10b7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'bridge-opening', 'af0eb2378fdf0e55f33c412163efa021', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'canal-company', 'e230cbd6fd81bb39c00165ced5329cec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'ferry', 'e6d1be8da9537303e53892b1c13b0ae8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'flood', '39804cab934e2ee06b6c936778ac499d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour', '2d9b9d4fcec01630e8c2276f3addd76b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour-board', '4c759718f551e27cfe42e6fe864c24ec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour-gazette', '8c081877eed34a88f251238bb999e723', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour-gazette-paper', '5ce81a069475ee6f561f5c58585d0dd2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour-master', 'd0788fcaf55e864da888d77440ea3466', 'run-srafmpsbk4jp');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'harbour-office', '0bf8367b55e87d894e4686b205a03b64', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'many-captains', '5243d026aac5420ca4bc4d36ff80a4c8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'master-of-the-harbour', '7c24822332a34c68d0cafbf09fbd713c', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'passengers', 'bb9501f869d141cc64337317675d3f1f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'port-bulletin', 'a2d0b4192c719d2b10539e5a77c1fe72', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'radio-one', '3b08a06f403f6bb68458b3f40aeaf0b0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'radio-one-broadcast', 'da89bf11e7184e1d69b336c739a6451c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'second-ferry', '0b4ddc42db7d5e58a52d046286978eba', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'second-ferry-decision', '6cc05dedf4b7904112ed8ed8b4fe29ba', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'stopped', '1bbb6c3968057162e4268b9ddf788cae', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'the-press', '49592f5ea632b47e4f01c84a66b20f47', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('entities', 'too-small', '4a4ebdfb94392e83f059d7f4b617798c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('event_order', 'ord-kqxfzbzyajkb', 'c040cd8a847aa839ae13c9288397e308', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('events', 'bridge-opening', '6aa087d211e4c7297a00165db09366aa', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('events', 'second-ferry-decision', '49ff94f105cf423b04f70e29104c1f1f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('identifiers', 'harbour-board_lei_00000000000000000001', '48186e68077e5c3daeba925291b132de', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('identifiers', 'harbour-master_wikidata_Q1', '077548d538a8ddb6863c0ebc1766b391', 'run-g62zw45zyjp7');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('identifiers', 'harbour-master_wikidata_Q2', 'd3fb4c2b741ad3706a9d78b3d8ecc01a', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('mentions', 'men-67nqipijewyw', '09cc2d33844abb4592775184e838dd35', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('mentions', 'men-baev33d6upxh', 'e78758b6d4650b1f1e1f878fc6dd15b7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('mentions', 'men-figstgrd3dje', '458578d1b93f5f135098dbf7bdbd02e1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('mentions', 'men-ndxq5a4l5xhx', '61b65f5a0fbaa50a5cb0c668a0dc8f9a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('mentions', 'men-ooq75ioio7lc', 'da61ae2de55ec513eb7c9c017e87f977', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('names', 'flood_the high water_alias', '86c8c10a9939237374d8ca8f95e73b52', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('names', 'harbour-board_Canal Company_alias', '25d4ec0fbdd68b6cd94f9bfa39f3da9e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('names', 'harbour-board_Compagnie du canal_name', '46e0741b3a2f92277846f7d809793e74', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('names', 'harbour-board_The Company_alias', '1f723672acb0db3da9e8b185400c1c4c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('names', 'harbour-master_Master of the Harbour_alias', '04e1f259480f2d8838e5a2e55a1a1b72', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:canal-company/identifiers canal-company lei 00000000000000000001_identifiers_canal-company_lei_00000000000000000001', '97b2d88db1a79b841f6cd5ba356e817c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:canal-company/names canal-company Compagnie du canal name_names_canal-company_Compagnie du canal_name', '4a9ff694b7495632e518710afd62beca', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:canal-company/names canal-company The Company alias_names_canal-company_The Company_alias', 'b2779287e0e2601236f33400a3a47441', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:canal-company_actors_canal-company', '99f23a88fbcb4e12899fe39c6538bd79', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:harbour-board_actors_harbour-board', '55a561ba8bbd5eea0d4a698a3d54b56b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:harbour-gazette-paper_actors_harbour-gazette-paper', '63ffd0ba031f8e38a81e030c4dceadad', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:harbour-office_actors_harbour-office', '0ca28332b487cf3a9093c3d1e8552064', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:many-captains_actors_many-captains', 'd4eef5754801d2945966fe8e89499d13', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/actors.toml_actor:radio-one_actors_radio-one', '814e409579233d9a282ccca39fd30e13', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/affiliations.toml_affiliation:aff-fljrd4ks6kdx_affiliations_aff-fljrd4ks6kdx', '47e07c4806cf355c4c058063517ce735', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/affiliations.toml_affiliation:aff-ntpit4cjokqu_affiliations_aff-ntpit4cjokqu', 'c6b039a07964e54e7ca411a2ae7417e2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/affiliations.toml_affiliation:aff-zarklhsijpa7_affiliations_aff-zarklhsijpa7', 'a7112477bbb8c5dba726b6a6fbfbd639', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/event_order.toml_event_order:ord-kqxfzbzyajkb_event_order_ord-kqxfzbzyajkb', '459542363186bc2160f97e986c86e8d4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/events.toml_event:bridge-opening_events_bridge-opening', 'b4bed197fb0906f2bcc6f05b361eb6de', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/events.toml_event:second-ferry-decision_events_second-ferry-decision', 'f4740b86678bf6316b964d4ba3b402e9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/predicates.toml_predicate:agrees-to_predicates_agrees-to', '9a1ba9663392f02309af2d8148aa2746', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/predicates.toml_predicate:carries_predicates_carries', '61168de9e3bac5a3bda69c504379cf88', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/predicates.toml_predicate:harms_predicates_harms', '344e3253c17680ce0b763872ebb5ee85', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/predicates.toml_predicate:has-quality_predicates_has-quality', '42135fde5a68047f0e6c46c6ce400286', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/predicates.toml_predicate:takes-place-in_predicates_takes-place-in', 'a58ae90f73259a87469cb9249235b00e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/relations.toml_relation:rel-vp42sxtjgmba_relations_rel-vp42sxtjgmba', 'b04dc8f2ebec05b491529f62b58be516', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:board-agrees-second-ferry/ast-kcfbkyepml4l_assertions_ast-kcfbkyepml4l', '3c80e67e8cb2201d4a8920b3f8ada872', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:board-agrees-second-ferry/claim_claims_clm-board-agrees-second-ferry', '7f8bef4fef60702e51f14b3ac81aaab0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:board-agrees-second-ferry/role second-ferry-decision harbour-board participant_participations_second-ferry-decision_harbour-board_participant_clm-board-agrees-second-ferry', '360b4467fbca3dfddbc76b85c81b7c19', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-halves-passengers/ast-nd4flxszmkda_assertions_ast-nd4flxszmkda', '801c4ac8a262c08d10de4a804814acc9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-halves-passengers/claim_claims_clm-bridge-halves-passengers', 'edbef305264d3dd7a413ebcd11e31178', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-halves-passengers/quantity_quantities_clm-bridge-halves-passengers', 'c6716ee7cea8bc493ea8d52c726ff6af', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-opens-1958/ast-dmwvd3xgwljs_assertions_ast-dmwvd3xgwljs', '688197c5f48fc292af9037584c4cf14d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-opens-1958/ast-j4jgbqoqikv7_assertions_ast-j4jgbqoqikv7', '5c49370d8f18c96aa6b78b74560e4735', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-opens-1958/ast-jmz7qp4yapei_assertions_ast-jmz7qp4yapei', 'd22e22e5a201fa6282829a8a3f160c20', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:bridge-opens-1958/claim_claims_clm-bridge-opens-1958', 'b8f5ad2ecd14a7a7d15209e26bdfcfbf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:captains-are-asked/ast-6hiy4oua77lf_assertions_ast-6hiy4oua77lf', '681f94b6eedeafbcb76aec5f8865ea3b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:captains-are-asked/claim_claims_clm-captains-are-asked', 'bdf5388d6f345f567c0b313fba78395c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:company-passengers-april/ast-xv5wqtfgr6bz_assertions_ast-xv5wqtfgr6bz', '587ccc809e7efe9afcd03a7036447217', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:company-passengers-april/ast-xvjnp6a6acma_assertions_ast-xvjnp6a6acma', 'be4b52f0a66531809928e50eaebdaa74', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:company-passengers-april/claim_claims_clm-company-passengers-april', '4b81f5cd933ce639c28c02096901b16c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:company-passengers-april/quantity_quantities_clm-company-passengers-april', 'c6516e990912c63edb78e4d350386f3d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:ferry-keeps-running/ast-j7wvapybwkg5_assertions_ast-j7wvapybwkg5', '1433b56daf3f868f81fa9e97320382e4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:ferry-keeps-running/claim_claims_clm-ferry-keeps-running', '202f885a00a88a0d8790aacfbf284c87', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:ferry-too-small/ast-5iyvqm3hotro_assertions_ast-5iyvqm3hotro', '79cb39d09a938f244a3dd6e0b2a02747', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:ferry-too-small/ast-d5qp5jyenw7i_assertions_ast-d5qp5jyenw7i', '33f805f5095d311b55f4f953ea758c7a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/claims.toml_claim:ferry-too-small/claim_claims_clm-ferry-too-small', 'bb097bda71e96ab8a1fd445ceebf7862', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_citation:Radio One Radio One reported_citations_cit-ao5btnvxuzka', 'd1bb66fdf09d01ea5b2ffaa8af0dc6bf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_mentions/168-177 ferry_mentions_men-67nqipijewyw', '2e6f6beeefa138e854f8ed7b6d5eeda3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_mentions/260-269 ferry_mentions_men-ooq75ioio7lc', 'b466508b905328b33861d6375981f863', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_mentions/301-310 radio-one_mentions_men-baev33d6upxh', '4f25b13cb8ef38f96728d8f655d4d583', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_mentions/57-70 canal-company_mentions_men-figstgrd3dje', '08f7c4a1c1a7d294e2a2197beee51c45', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sec-7zxcqtx7lm3b_sections_sec-7zxcqtx7lm3b', '764af95eb0b01f26bd30042a5932b35a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sec-ave7e6lhd3qd_sections_sec-ave7e6lhd3qd', '7d07aff98363de0a460afa3bf5653b16', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sec-r33quig6me6i_sections_sec-r33quig6me6i', 'fff80958a96f325675066448ec7bb8ca', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-756xeerysmgr_sentences_sen-756xeerysmgr', 'f657a35c1d9617dda0381dbc7b95c272', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-7zxcqtx7lm3b_sentences_sen-7zxcqtx7lm3b', '1cfaca37d9ab6b0dff5d54e3df1f0f2a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-ahmerfisvr6u_sentences_sen-ahmerfisvr6u', '45c39d164c758bf0642587479ff27a13', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-ave7e6lhd3qd_sentences_sen-ave7e6lhd3qd', 'd7323cacae5f2d1047eb90e251611746', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-euf7kt2lvxwh_sentences_sen-euf7kt2lvxwh', 'ab622cec8fd157901f404986722e24cf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-i636qdknjcvq_sentences_sen-i636qdknjcvq', '05ed956d0e5ccc1ee747cb1309b9228a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-klopgl2kq44w_sentences_sen-klopgl2kq44w', '19d56f935ef811fe3862bdf3f6c34c9f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_sections/sen-r33quig6me6i_sentences_sen-r33quig6me6i', 'a4d7b73b640014bc1d85ba72f87fd0ce', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_source:harbour-gazette/author 1_source_authors_harbour-gazette_1', '71491a3fc381d32639762785a3cbdddc', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/harbour-gazette/source.toml_source:harbour-gazette_sources_harbour-gazette', 'f17328125bf836762509e801f0034098', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/claims.toml_assertion:bulletin-second-ferry/ast-bulletin-second-ferry_assertions_ast-bulletin-second-ferry', 'a49cfd28335533c26c8397562672b92e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/claims.toml_assertion:cf6e37a97e04c923/ast-oijtf7fek7up_assertions_ast-oijtf7fek7up', 'a030b09cee61a3d4927dc530d164433e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/claims.toml_claim:company-passengers-april-bulletin/ast-fshxhzetaky3_assertions_ast-fshxhzetaky3', '943ab88ace7e07b3a635330f40f37ce5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/claims.toml_claim:company-passengers-april-bulletin/claim_claims_clm-company-passengers-april-bulletin', '17258c36d410b5c380ab7115acd9557f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/claims.toml_claim:company-passengers-april-bulletin/quantity_quantities_clm-company-passengers-april-bulletin', '89880c67d5d596cffd38a4fe598fd059', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/reviews.toml_review:clm-company-passengers-april-bulletin second-reader/ast-fshxhzetaky3_reviews_rvw-3w2xh5cd75qu', '6cb5940bb343e333af1c527d9343b608', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/reviews.toml_review:clm-company-passengers-april-bulletin second-reader/clm-company-passengers-april-bulletin_reviews_rvw-m2lhx7j4t3qr', '4a8577d24f61e2063991e68f7c4f69ae', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_mentions/97-110 canal-company_mentions_men-ndxq5a4l5xhx', '27492469670be467ea6ad38d78c4de2a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_sections/sec-lyqrixwofcfk_sections_sec-lyqrixwofcfk', '51281aad50727b9231d664db5cb211ec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_sections/sen-lyqrixwofcfk_sentences_sen-lyqrixwofcfk', 'c5292ae56c61ec885aef652e1e1c4303', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_sections/sen-ofcqacuds4hu_sentences_sen-ofcqacuds4hu', 'a1038d8b323f921007a0b795039579e9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_sections/sen-orewr2rc6fuc_sentences_sen-orewr2rc6fuc', '81c6ac59cd4820ac6c1343f81ad46ade', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_sections/sen-xnrywal2ce7u_sentences_sen-xnrywal2ce7u', '2e6dfebe06f671be329323dd296c25ea', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/sources/port-bulletin/source.toml_source:port-bulletin_sources_port-bulletin', '3ff09b6531f2939fb0752d0a9c82e187', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:ferry_things_ferry', 'c392d634b820f505f8375633ce1cf43e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:harbour_things_harbour', '2dbe34cde5508723b94cd1d0c3e75a66', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:passengers_things_passengers', 'dded7e61800d80f2e32028adf0fd7961', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:second-ferry_things_second-ferry', '55a880db4f5a2dfb9f9b484d28130869', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:stopped_things_stopped', '51f77c46358c472327f4fd64f7ee74c3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/things.toml_thing:too-small_things_too-small', 'a7f3fa1e056ee1b897b7009532c17952', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('origins', 'tiny/works.toml_source:radio-one-broadcast_sources_radio-one-broadcast', 'e0a421aa39f13bf8d4dd5e8477264dbb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('participations', 'second-ferry-decision_harbour-board_participant_clm-board-agrees-second-ferry', '0e24c8b0f5111bca01b08c09914d238a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-3ts66kxneukt', '9992347624f08b71208950df33ab4714', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-6bir6ve2yzqv', '8099bd543a9a7fb8135d22ee3c59a1af', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-bmzzrdoel5ud', 'fffe2c071eec87da4a9263fb7a8c69b3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-m6qjevzzpuj3', '2a38e8b0696c28bbb7da37b66f3061b9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-n46wnvgkdqfs', '0498451cd99533aee87c2b4354624621', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-olteumtqktl2', 'a2c10e5677560ae82c02893a8774d520', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-piciwrgav4v7', 'd4a9c45e16c096846457a3da44d942eb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-pl5b4pcoxnvu', '4830d527c8e60a0a65108cfe6204fa73', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-rimxvy4lej7p', '101f093baca5da327092f63a39118e4c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-xn4ldhqg4h4m', '18355f7a3cd0962ead929980435a95d3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('passages', 'psg-yxf6oyumox4v', 'cd084cf350ead0d480975e2625007c00', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('predicates', 'agrees-to', '3b0b56d3d1f58e7e4cdb8062589726a1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('predicates', 'carries', 'c072d8aaea389b05ed3f261e9caeeb3a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('predicates', 'harms', '7d4e52defbba14f850876732fb3e24d9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('predicates', 'has-quality', '16e4a9973a5c323ec27261eb83c8c67d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('predicates', 'takes-place-in', 'fae837530babd3d4c6745fe493a93f2f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('proposals', 'prp-words', 'c8059257e6c3b04ae753c2e1e0a5bc19', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('quantities', 'clm-bridge-halves-passengers', 'dd0301831098e47350185bf494f58697', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('quantities', 'clm-company-passengers-april', '00a96af845a9e6fa862133323f172dde', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('quantities', 'clm-company-passengers-april-bulletin', 'fe05bc1998bd05b67bd2378be5164f8b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('relations', 'rel-vp42sxtjgmba', '235cf584a6117c204d4ce113b2e6e7dd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('reviews', 'rvw-3w2xh5cd75qu', '2e12ae5826d6f75d839864b69dfd3c78', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('reviews', 'rvw-m2lhx7j4t3qr', '461c80f5b256be927d521b7bf5a49221', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('reviews', 'rvw-words', 'e6383a20b1e66df1165b6a68126154b4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '1', '77d0ed8dfdf16e99346b86b29163fa3c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '10', '26726a278520b8d2c921ef7c8f5a6253', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '11', '47adb1ec238d16661daf8b2cf7519d50', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '12', '4b0a5f81c55427aa3a04a914a5ac2aec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '13', '5d7fe0ec2e03d12a7e9a5b5289d95434', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '14', '5d589a955905f5ee9669411025817c83', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '15', 'b066edcf8279d4030bce8c637bcdee04', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '16', '0fe708d21af9c644017326532eafbc38', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '17', '99342b833434c0e1ecd16d51153eaa4f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '18', 'caa238353bebe36c6086ff5427223501', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '19', 'cc929344e79a9e5f5a8ec5ed7adf999e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '2', 'b675248a4ccd84953cede1ba7fac5713', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '20', 'e3aa2a8db6f2a65fe0ff6f5534e9397b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '21', '54ae018c7b2589cabc69c21c057db70c', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '22', '659eff5aca6d9aafc684ad0f78f5f474', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '3', '892bc2ca3e1b3fd651fbdb10587976b9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '4', 'f605c4addbe9db9e20f0a07d30ecfa3f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '5', '8346700a1edbb4a6d7bfb74ee2c57512', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '6', '58c9507de84ba6f1ce6be0b733e6432e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '7', '3d05226617d9f7115221c0eb4e511a6e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '8', 'd3637d803a87d1119caea1adb3235815', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('revisions', '9', '93dc4cf15c784fc811d9f89a90122ea2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-ar7k3v7qorue', 'df3aa3239433bb3cda5ecfa3ac7063a0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-b5c7vks6i5wv', '6fa1dd8d71ef9b253d96025b20dea815', 'run-b5c7vks6i5wv');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-bk7gcnsrgw33', '375d698df16068d1e6aaec6d25c7ecc1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-bomx7jfxdhuh', 'b16e5342aa80bdd17121962703feecad', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-g62zw45zyjp7', 'bc806bf512c3cafea452da85c4e9d052', 'run-g62zw45zyjp7');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-kuuudzyrdy4x', '9eb2162f17f0f3d38c8cac8c4b979099', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-nbzjkgpc25mi', 'acc41972c2d54530ad643bddfa3279e9', 'run-nbzjkgpc25mi');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-proposing', 'c78b3940ebfbbfffd888693104a8a498', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-s3e56acy4eou', '19bf4865150d6c74df7a4e3da36f76d3', 'run-s3e56acy4eou');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-sdwksvgdoqhu', '30ca6d417c432e50798e5b7e251459de', 'run-sdwksvgdoqhu');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-srafmpsbk4jp', 'ba2fc7f671cb08793b3c3abbc25fac39', 'run-srafmpsbk4jp');
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-tfi4duiij2ku', 'b66029964c63b6f03f60552cefa9f825', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-u5gg2ukpakj5', 'c94e0a295625bdd6faa5bf9cd99c3b07', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-ujm57h532mt5', 'f60bb545277966dcc71debf76b720999', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('runs', 'run-ww2sm576jkuu', '58aad40a594e50730744fdc5922f6499', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sections', 'sec-7zxcqtx7lm3b', 'a8c22761392fbb2f810c8fd773032e08', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sections', 'sec-ave7e6lhd3qd', 'bba5827739fdc6847b2a6f13e3a1e740', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sections', 'sec-lyqrixwofcfk', '6a760233f68f78723cb723cf7bd117cd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sections', 'sec-r33quig6me6i', 'e4d465d13633d5e5ceffe3cdcab7ad24', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sections', 'sec-zgoubcelhtun', '6870c7b1cf28a261bbba3f44f19f5942', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-756xeerysmgr', 'fd0beaa4bc37c83cbe6b3bdd34ba294e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-7zxcqtx7lm3b', '79c33f46a06069b1efac359020dce6f7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-ahmerfisvr6u', 'ae2eaa7fa1854bbd0593eab4de081c03', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-ave7e6lhd3qd', 'f61f49d36fdf92ea93becc596f86d648', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-dma77w64tsrp', 'f644e0f74c0d827236ed63e292b2c271', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-euf7kt2lvxwh', '70c3da9999c190496415a8a64d9ff1d1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-i636qdknjcvq', '2cbe418d2d3907fe847e9f10c51e6c33', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-klopgl2kq44w', '180d77628ed666a8fdd5824de6017312', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-lyqrixwofcfk', '3dea6e0fc5dbdecda758d63708177e22', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-ofcqacuds4hu', 'cedfea6ba7a4176651e3c8dad5d49e5d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-orewr2rc6fuc', '61e40ec2e5ebba64291143614cea301f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-r33quig6me6i', '1a5eff795adf481ab0f16797bf459220', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-xnrywal2ce7u', '6b71de46e6a6bd06970620d63748df83', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sentences', 'sen-zgoubcelhtun', '1ad023edcf2dbe366e56b27ca942c7f5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('snapshots', 'snp-bemdzhfjj3ev', '107c5c84570d6ba6576f83ebcc4bd15a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('snapshots', 'snp-choqhfpnphct', '5f168af838037975ef1040d564f8927a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('snapshots', 'snp-v4hjtcx74qdm', 'ad51918bef4e3f11778ac9c8f5053d28', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('source_authors', 'a-letter_1', '57432abca6dd609664e155d3a858e5ca', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('source_authors', 'harbour-gazette_1', 'f102ec33ff532e5dfd9efc55732f2bfe', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sources', 'a-letter', 'ad5f5eca684ffd6b066af42f604e54b8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sources', 'harbour-gazette', 'a77b4cd24cd34478e58893ae6afc3099', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sources', 'port-bulletin', '76c486d5b2796fef5185335c9e5f96d1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('sources', 'radio-one-broadcast', 'c57e8ec1db0eebbcc3fbdc9fe61c9117', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'ferry', '31b76cd5afd6b6340c21c1ef5166fc08', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'flood', '94302a4e8e6ce27ea6747346e3c5dc64', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'harbour', 'e640595551ebd138962d70a4cbe3be35', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'passengers', '88b0c3e828c6f54517f8c47d0f2974f8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'second-ferry', '61a1274449669b72d45cc599dcd2022d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'stopped', '015c6f4d906990d49bd4d6c2d332adf6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('things', 'too-small', '2b7b025f8e91ca77a4b81c4b5cd3e978', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.anonymity_named', '70a55f772b22e22336ca234fbd1448be', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.anonymity_unnamed-collective', '02623401f8179ecf7753b28460139ab4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.anonymity_unnamed-individual', 'f4cd7abc3196d12fe1400458a1fb52e3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.anonymity_unspecified', '3e8b4d34d6a3293517ce296dce647deb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_government', 'f39bba88cca0e068c30cf126cf0d3547', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_group', '7167df678de3aea498ec806e5b6843f5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_media', '3c3ddd1c6ea4321123b78354dd164099', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_military', '2a239d995a78f836399c39a7fb0c1047', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_organization', 'b682ace92ed357748ca086176efc99a6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_other', 'fe3c5eb40a701d4a9fae4039873e25f6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_person', 'ca00efa318b80601d7bafa5cf7bc6cde', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'actors.kind_state', 'b89e2d97ce2b161e13ea200dc3d9f7dd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_affiliated-with', '487932087f4c3d8b51dc7ea70a40432b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_belongs-to', '29a5939bffd267bb0cb3f1546b5134da', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_citizen-of', '16d1e6c7b13ce5582d415219019ab77b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_collective-of', 'e14bb0232210415260daa0a39d1c8970', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_end-of', '14e19ce72df164fb7e3ab8f500de6153', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_forces-of', '69b7acb8ac15b90092093d5ea0e500cc', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_graduate-of', '1e7568348d88cd90219056c975fb275f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_media-of', '586adccc2305ec23c5373be469150b73', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_member-of', '8eab9b12cbdc5e4e822fa1a3f71e835f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_official-of', 'a4eccccb0c65a8633511d45e9a2eeb0f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_party-to', '17b7c378e41226ac3b1abcf841884012', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_subject-of', '367fd6b76b488face7d05c5a0f7d6d2a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_successor-of', 'e8595c8a8d46bf3c79da9947b39ba403', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'affiliations.role_target-of', '48fe8e880d0fde25ed62c9b5c67c9b3d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_asks', '57bb72f335c5aa735b68f472ff8278cf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_asserts', 'b00cada391953f8dc05367c3e5726d07', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_believes', '6a5a8a683c166e129b7d5fe8b5f321a5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_distances', 'a51dd55a171805167ad81e9959c0ff03', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_plans', '83bb025fb931e1693fd023f139eba1b2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_predicts', '01acbb7c7c667653cf939df5bf5c127e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_quotes', 'e553a0a3b64264b019a757eb25046bd9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_recommends', 'ebc67a19e85261f115304ec1b7c9c931', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_reports', 'd67efc844646fa4f15895d294c8a1e22', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_suggests', 'aeb57ff20bbc5334907a4a27d571306f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.act_warns', 'edebabd2435a190d799754eb0b1e9ffe', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.certainty_certain', '81f1f4b093e03eca4fe07e4d69aa7468', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.certainty_possible', 'd0d17d5a44cc91f583cabee1a8907cd6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.certainty_probable', '344550c638cf811d87d1e1256a22ed65', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.certainty_uncommitted', '3571a27248eec9bf9a869c68f146ad2d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.derivation_explicit', '60feb32362903dcb8ba2db99dffb43f5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.derivation_implied', '21246cdb9644abe1a29ba8bc08d77994', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.derivation_presupposed', '737b5d629fbebb36a9321af223af1f4b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.stance_affirms', '6002fb2fc835392c75e3453ee8f3d9a0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.stance_denies', 'a8953436bfe8d9a70ecc2df1bf6b8244', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.stance_uncommitted', '38a3f8c4476af4aa104bee00babfafdd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.status_disputed', '150ee3c3247135905099d2473ab2da21', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.status_proposed', '97bc1535fc4d89c7a77a008d6cee1091', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.status_recorded', '32f78cc9a25e9697604fc77df0e64c9f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.status_retracted', '9f195cd50b72f1516500d2685a522571', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'assertions.status_reviewed', '1799434a2ccbceac862057ffb08836d0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'citations.status_disputed', '498e3c26ced3b141b638ddf287121316', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'citations.status_proposed', '4ebf02e72e2e61aab44842282fb6be40', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'citations.status_recorded', 'f1504003c98d36dcb33ec26880a5f610', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'citations.status_retracted', 'd933ab72ee4e536c63707ce26f6eef83', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'citations.status_reviewed', '1a621058ac834144e8065010df7e1d1e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_causal', '7ab7708c1baa5cb84e70956b192f1aff', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_conditional', 'd6051da2063b16f2b8155415d9e6c583', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_definition', '753236ebf5f8c0baca6071bb2d91ec5b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_evaluation', '6a82cd9971e23ca8241ee5d02457794f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_factual', 'b3eff8463ee856c2d6b58ca23193e4ba', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_norm', '5ffe08acce8585e5d6d4d059fa503b57', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_plan', '6650711c4c8c0c19bb4d2a0225d50ffd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_prediction', 'f55b6472edc8b0d010c40eaa7a8904f3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.kind_question', '89c16012801ab36aa0bdf99205c3e643', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.status_disputed', '790e936cf6ca75d9d5ef14cf1ef84c4e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.status_proposed', 'aaadab6d790b7822babff4e818d87258', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.status_recorded', '88d946ef4e0557cdacbbeadae06c8abe', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.status_retracted', '881e0067f0df7ba08c63499b2e1d57cb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'claims.status_reviewed', '0d83826571410f7513511bdec457fa94', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'conflicts.status_open', '44858f09328396ad09e2da9765dde080', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'conflicts.status_ours', 'ba30657a6f19c2233170ba399783c2da', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'conflicts.status_theirs', '56b477be08b2acfa372bb22923be2614', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'contributors.kind_group', '6751427a64dc4bf1fe5ba8cdd95c17e1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'contributors.kind_organization', 'b86ed853ffd802c29d69e2c60ce7113b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'contributors.kind_person', 'c868c014779d5b4695292b0f015d0f2d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'contributors.kind_software', 'b428eef11fc6787e53542735daa7106f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.kind_actor', 'c8036ebd12197328ee25b1e7c10f9284', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.kind_event', 'da98617e756ebc36dd8606ad5885181b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.kind_source', '75d7139013602fa49e191f53e0523b2b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.kind_thing', '33abf549891568edd8becf8b0d8f9609', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.status_current', '2733b53eed659c0837bc093416dbfa6a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.status_merged', 'e857cbb14b9833bb5405c77a0feca329', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'entities.status_retracted', 'b61ca2bc29851f0d647426ba7f244b5e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'event_order.relation_after', 'fa6cd005286590cbf0c01d7c32c1ef81', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'event_order.relation_before', '67a1635f3da36910628fba094eaf23e9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'event_order.relation_during', '175389817d587cc81e1590a9033481ce', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'event_order.relation_ends', '2a8003a4f212ccb855d9d5fa8c206b18', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'event_order.relation_starts', 'bfb76ec8dca299873ba0b2c8e1c49ad8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_did-not-happen', '7f4f7a8230671e8b734471c3625fee31', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_hypothetical', 'dc6a463eadbd2d07110a8731435c285a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_occurred', 'b25662c615ffadd3970f1d9b290a2fb1', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_ongoing', '911274d3c3b8cdc6552162c7040fd89a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_planned', 'c42c8d16c74fe8b131b5b5257bac2cfe', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.actuality_predicted', 'e45689166b465f1086df5aa22d24cef8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_external', '066bfc6cd967987ea9f68e69b9141059', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_inferred', '39a29589797a8285df3b30377bb7486d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_metadata', 'ac8c7fd010823f909ad9599a6625ffcc', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_relative', '69a1d8ea3b200bc9be9cdef1493a240f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_stated', '5ac5bb9f723e92966bcda0bf29de159d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.date_basis_url', '651a2428fe9a354a2261cd7b1c8d5051', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_agreement', '39927a872281722c7c6f3172147f330a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_change', '963f1ee20be477b0cd143827b8e5c398', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_communication', '7d6b4d49bb83c8449ade7c044378460d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_conflict', '48d0ca0ad537a4195a1fb75c454de898', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_construction', '7abf51f4bb6664de3d583bd0cad4aedf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_crime', '9ddc89a552cd6a30001ad2ecb9d5a196', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_decision', '45eefe397ed3a5d8c6718ede3523b50f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_disaster', 'cc9af4f3a548746cc7fbcded9ffa9bee', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_meeting', '1b55ec78784dcc547f0a608e9b5c5163', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_military-activity', '3f8340f69f23da684c13d211ee74c6d3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_other', 'bf622167b5144359201884d8f13853fc', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_policy', 'ab03bbe387aa1f50c57df46c170517c2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'events.kind_spending', '480aabfae9b29f46652c5bf195636539', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.match_broad', '141996db240a4eb7aed5a8fad71a2e63', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.match_close', '04405c58631f95ea6c7707c19f02f843', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.match_exact', '4ca170f3bb8b52e7ef0d1f363b68074b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.match_narrow', 'c560b8d93e7f4a91bd832eee6085875c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_doi', 'fe3c21e18b5ae7d872294027d1a0a517', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_geonames', 'f26d81c36956985face8f6fefe38b735', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_isbn', '22b5d56df3c4139cc66e11c34373e262', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_iso3166-1-alpha2', '1e05f5d3fb4fc8b77d1bf50d85bdaea3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_lei', 'a0ddc91c44b24212db26fa33f81a08c7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_viaf', '27dd9eeda66d088472c2a944cb8d1085', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'identifiers.scheme_wikidata', '46dc1683180d47c57f87064f08a43fe0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.sense_demonym', 'bdd973d32fe11ac264b9437692871fe9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.sense_description', '7743863996aa66f5892e23f7a3611b92', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.sense_metonym', 'f9a319b2fe307925a202ccb252347305', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.sense_name', '66ecbae023baf26cb51eac0aac35283b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.sense_role', '5b4eb14b77d2be74873e0f2dec032f3c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.status_disputed', 'b1af04a0a658e3ceb5cb5f4316e643f4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.status_proposed', 'f74967ce33f92057c5ee15081527eeec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.status_recorded', 'f9521ec6a7b9e3a5f250f3f228d97df4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.status_retracted', 'e10149236997fa3c3988cf1069927a17', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'mentions.status_reviewed', '2f4b9f164cb01d2ee6cf3636bb504e85', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_abbreviation', 'aa138621d97158b39b8e7262d63d4380', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_alias', 'a0e551cec3f673b7ad79578467df58ba', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_demonym', 'afb104f27712b798c96760022718cead', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_description', '2a7556e33596070ed1142ed78c833534', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_metonym', 'd9a162bdd400058b4d5e5850afe41c70', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_name', 'f1592ba49aef787ad7c41dacfeceb42c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'names.kind_transliteration', 'b349ac57a709b011705911b26c10d6a3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_builder', 'adb2d64d63483ea8712970f54babf24f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_combatant', 'c4bd290f5a4df5423b2fe26a4be5f39e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_founder', '10340ff4ce90c016ba189fde3f0b1b17', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_guest', '78ce724b04bc671fc6621f357088cafd', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_host', '08310656ea3228050acf91d41d4ee17f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_instrument', '2439c8eab0a94ec814972e6f29c58d39', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_location', '9984a3e42aab7c5148e5d6e987c83ca5', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_observer', '5c3a036779f88efac5a0908019a58a6b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_opponent', 'de4d510e4ddce477e14c75ede8f0309c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_organizer', '6ae5c9f359fed0b20b61fed3b6df9231', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_participant', 'f585f76d1c9a3344ccd15098b0424cdf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_recipient', '3e736b090cd981614f996e6976d65b78', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_signatory', '5ebf9d29b1fe42a8d94eae021221dea2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_spender', '7bf67dd6da0a6b434d093696da56e28a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_subject', 'b59c730d8125d411257c5c3f8d6095ec', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_supplier', '24db2d172a1bf76e21fdd415880e4824', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_supporter', 'df69b04af2fd19cba5bdd79de89b3822', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_target', '0ff7c05df74d1533bed149735883e201', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'participations.role_victim', 'eb6d986b4364bc7c1df91805f4f47f12', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'proposals.status_accepted', '66205f37985c94af9e7067568b5b893e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'proposals.status_edited', '0709501b3f412d2bb43ec02727baae39', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'proposals.status_later', '64be6023ab10888014878247ae0aaeb7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'proposals.status_rejected', '5a3f58e76d9df6becb26b8314cf1a4c7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'proposals.status_waiting', '1d8fbbdb93af2e094a7d5584cbbcdf1b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_about', 'f95105ba9ac1232094f760cecf6224b0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_at-least', 'e5b34a65ede3233629d4f6e675878c9c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_at-most', 'cd8d90bb54f8a5d09872d7c2e7629442', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_change', '4f6cc39cbba10a755b240d693fea0ea3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_equal', '0de2397f6c056f88bbb0532ef09af809', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_range', '4c551192d91679e2cf605d57bbc37ab8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_ratio', '14bcfffcc0a554c349edbdd35af2d616', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'quantities.comparison_vague', '55fc028e18a6a84c14916f78b193cba7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.comparable_different-definition', 'cd8c81d2278e321bf0759e97eac90c6d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.comparable_different-scope', '004598cfd1ba9d125ac15e4a6941dce0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.comparable_different-time', 'd2429ce2432dcd3cfa907e52a0d34adc', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.comparable_same-time', '8a9aa9d8b4c040550ae86f9c768c1561', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_agrees', '1a8bb0ec6ae5945d933372855c4b307c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_condition-of', '83d7f553ee3eabdb9a65b6732ce14d07', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_contradicts', 'c56b09de2fa906e916547518d8ca69b7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_explains', 'fec692ebf77f908396d0e72f17e73998', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_qualifies', 'f90dad04120e2014504a029e30a40abf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_restates', '2c39613d74be34e9241c5639f5df2eed', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_supports', '292dab0484b28f7013a0ecf20d33ea45', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.relation_updates', 'e93e2f7c38bc1afd4b1ac130ee9da614', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.status_disputed', 'd1837b16c8df4fd8669fa9eca35a737f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.status_proposed', 'f19d2fd6912b897f8251ef389c1e6dc9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.status_recorded', '6bc0f0ef3d09cbe3dc7f5d4a4ed4e025', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.status_retracted', '251b33a8db545a8f9f539327fe195430', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'relations.status_reviewed', 'b6fab3f64077fbcb880231633bea2b8a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'reviews.verdict_carries', 'c4d35808a5c675f3863be967753964df', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'reviews.verdict_does-not-carry', 'fa75a054fc30b9415f818493fe9c0b3e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'reviews.verdict_unsure', '3b7a35db72661ceeb72c760da9d19a98', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'revisions.operation_delete', '9d61da5b3337188874fa653595b102b8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'revisions.operation_update', '239f51b7546fcbf7a92d4b29ee23451a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_add', '70c4ab5bba3450976deec98a989ce394', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_correct', '312567f89b2a911ed60c18bf5928673f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_import', '0d602d55738270baeaea139f8a41114d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_ingest', 'a586f34df5a4ef89847beb7bc13649a4', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_load', '097f13de73d5fa372de6a3c4737c292c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_merge', '3b4fce024a1df44593bd7f276af86628', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_propose', '6fca61abe6dc870d2dca201c48403ef2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_retract', '6ad70c074ef5cbe52912a3acd320f948', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_review', 'f608f55a927a0e2b40d0c7c0e38f4f6b', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_settle', '11f12618c65331c2a4dc4d0b25ea33c6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_source', 'c8287a2db89a8c908bbbd7677ef04b1e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_undo', 'b00a4dcf1aff229b806cafa39ca08fc0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'runs.kind_upgrade', 'df8b952e9a5e44be290560616c9c780c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_bio', '02d7dda4f4830ad4df8094b49b764587', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_body', 'c5b7d7577b2dc4728657a4c66062a610', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_boilerplate', '75ba7a0c49732304d27c7b022725164a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_byline', '5b2e1f63a2544dac6dbfb69af79cd500', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_caption', '797a76b28e28ad5c208db9f931d9d1d0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_credit', 'adc84e7bb3d1ce85e60faab300cafe37', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_dateline', 'a9c60f6932225e3e8340f56c9fa87469', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_disclaimer', '8db74e2b594f07c92f079183a5706f79', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_heading', 'f7eef8e2876090bec634b1dd4adad70c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_headline', '2fcd875aad20e3e5fd6cdb26a7ea2f5f', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_label', 'b4387b31a5f75860ef72699363af4a43', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_note', '73628339ae1a0984c9d1838c1a8b8519', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_standfirst', '48483f1fce411a7c4673055c7c3df5eb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_table', 'b7fcdbf4f71ae99b5a46ead316e1c427', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sections.kind_url', '0bcfebc9ed83b2234691b28dfb532f5e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'source_authors.role_author', '7675bf673cff2a0c4f20b055704793c0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'source_authors.role_editor', 'f33103be96fde63bed9d12312579d61d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'source_authors.role_photographer', '10b4af5d078ad4bc1141c0cbf9408a59', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'source_authors.role_translator', 'ea5c6027ff80d13faf5e2ea804f71288', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.access_private', 'c391b6324ddb07eaa0830121e0e174ee', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.access_public', '8e75eab67602e5ba7e8a38a74f3d7647', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.access_quotes', '17cde36853ca5559a67cf19d8e37f014', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_article', '1b80c169c4339f603ac793b59d816243', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_book', '3589641688270ab8d732ced61c976480', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_broadcast', '2978b982ff5acd9d9c5b8069189834b3', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_dataset', '0fad951021b077eba293eaf9fabaa17c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_document', 'c76930591bc08bc0531ab8745cf898af', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_news', '06f8a06fdb0efadc05150e3c02795e6c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_news-analysis', '408c57ea3680053c643726156c31d6d7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_opinion', '941021bd4ba4084d7bb9f13bbbca3b01', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_report', 'a7f3b1f075aa98e08556f57d38fe5712', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.kind_speech', '8fe4549dc494219b29126b99775281f8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_external', '0da7579cd2bf933129cf2c3d21bfaa5d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_inferred', '017e4dde92b5c4beee64efc15f849967', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_metadata', '47be032323e823ea747111f02e448791', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_relative', '2d6cb8b90e4a855d4059a1e1c284047a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_stated', '2f7ec1fec7ecd6cefb99cd3312c14a6c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'sources.published_basis_url', '7dcfb878f5e070102c163853779f1934', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_activity', '47be24dcef628d7c98c8e6225c31d0b9', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_agreement', 'eb960970a1b0b53ec53db4f7b171e11d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_body-of-water', '60ade68c260a1f858fe494008eb77e81', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_concept', '4c2c7da7cb81f42067e20bf2d87d1aaf', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_disease', '923f014b8dd283ff4acb51060bd7e8c7', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_dispute', '8dd9b09672658339d89f689f877d871a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_field', '294babbf7c183bb4a4e1778f071e7be8', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_industry', '9a0c9ebe113842c1aea9a193f5c23fab', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_infrastructure', 'da46c1a9b48a234f2b879d8cccf634c6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_other', 'e2a2b43b1dcd7a04f48b0adfdf564e19', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_period', 'fb4a5af044120d0845e535602e563fbb', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_place', 'e90f476e576cf4ebeecdbd91a8f1d0b0', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_policy', '6f07318c6ae20664e700166cbf407b87', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_position', 'ef3ce8bc18bf49e2b565e96c0bc5301c', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_project', 'b1983018c87f6e1f944f59942ca0d440', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_publication', '7152e6ab55dbf8359004ed5fa63afd42', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_quality', '7d836aadd149dbeccbede8482ca49d2a', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_region', '03975089d5b237801535ef483a774251', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_relationship', 'a38bbeed662ec2f56dde0b1604f78ac2', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_resource', '4adabf14a924ee720390ef1413e470c6', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_technology', 'c782326757bf9cb621ae24c40639393e', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_treaty', '06862343403f86c565475d8ef390827d', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_trend', '6a7c82f2ac35e08ab40c105b81a90e38', NULL);
INSERT INTO digests(table_name, row_id, digest, run_id) VALUES ('vocabulary', 'things.kind_weapon', '0f231bff2c148f17e2b53f434cf28a80', NULL);
INSERT INTO conflicts(rowid, id, table_name, row_id, ours, theirs, whose, at, our_contributor_id, our_at, status, run_id) VALUES (1, 'cfl-3kr5nvzfi2no', 'actors', 'harbour-master', '{"name": "Harbour Master"}', '{"name": "The Harbour Master"}', NULL, '2024-01-01T00:00:00Z', NULL, '2024-01-01T00:00:00Z', 'open', 'run-sdwksvgdoqhu');
CREATE VIRTUAL TABLE "claims_fts" USING FTS5 (
    "text",
    tokenize='porter unicode61 remove_diacritics 2',
    content="claims"
);
INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "passages_fts" USING FTS5 (
    "exact",
    tokenize='porter unicode61 remove_diacritics 2',
    content="passages"
);
INSERT INTO passages_fts(passages_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "names_fts" USING FTS5 (
    "name",
    tokenize='porter unicode61 remove_diacritics 2',
    content="names"
);
INSERT INTO names_fts(names_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "entities_fts" USING FTS5 (
    "label",
    tokenize='porter unicode61 remove_diacritics 2',
    content="entities"
);
INSERT INTO entities_fts(entities_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE "snapshots_fts" USING FTS5 (
    "text",
    tokenize='porter unicode61 remove_diacritics 2',
    content="snapshots"
);
INSERT INTO snapshots_fts(snapshots_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE claims_fts_terms USING fts5vocab(claims_fts, row);
CREATE VIRTUAL TABLE passages_fts_terms USING fts5vocab(passages_fts, row);
CREATE VIRTUAL TABLE names_fts_terms USING fts5vocab(names_fts, row);
CREATE VIRTUAL TABLE entities_fts_terms USING fts5vocab(entities_fts, row);
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
CREATE INDEX affiliations_by_entity ON affiliations(entity_id);
CREATE INDEX affiliations_by_whole ON affiliations(whole_id);
CREATE INDEX affiliations_by_claim ON affiliations(claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX stand_ins_by_stand_in ON stand_ins(stand_in_id, entity_id);
CREATE INDEX citations_by_citing ON citations(citing_source_id);
CREATE INDEX citations_by_cited ON citations(cited_id) WHERE cited_id IS NOT NULL;
CREATE INDEX citations_by_passage ON citations(passage_id);
CREATE INDEX event_order_by_other ON event_order(other_event_id);
CREATE INDEX event_order_by_claim ON event_order(claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX reviews_by_row ON reviews(table_name, row_id);
CREATE INDEX reviews_by_contributor ON reviews(contributor_id);
CREATE INDEX reviews_by_run ON reviews(run_id);
CREATE INDEX conflicts_by_row ON conflicts(table_name, row_id);
CREATE INDEX conflicts_open ON conflicts(status) WHERE status = 'open';
CREATE VIEW part_of AS SELECT id, part_of_id FROM actors WHERE part_of_id IS NOT NULL -- The larger whole that each actor, thing and event is part of.
  UNION ALL SELECT id, part_of_id FROM things WHERE part_of_id IS NOT NULL
  UNION ALL SELECT id, part_of_id FROM events WHERE part_of_id IS NOT NULL;
CREATE VIEW counted_affiliations AS -- What belongs to what by reference data, or by a claim that is neither proposed nor retracted, whoever denies it.
  SELECT id, entity_id, whole_id, role, claim_id FROM affiliations
  WHERE claim_id IS NULL OR EXISTS (SELECT 1 FROM claims WHERE claims.id = affiliations.claim_id AND claims.status NOT IN ('proposed', 'retracted'));
CREATE VIEW standing_affiliations AS -- Of these, what stands for the whole: what is said of an office-holder is said of the state.
  SELECT id, entity_id, whole_id, role FROM counted_affiliations WHERE role IN ('official-of', 'forces-of', 'belongs-to', 'collective-of');
CREATE VIEW claim_sheet AS -- One assertion with the names of all it refers to; add “where innermost” to count only the last speaker of each chain of reporting.
  -- assertion_id: The assertion.
  -- claim_id: The claim it is about.
  -- claim: The claim's text.
  -- kind: What sort of claim it is.
  -- subject_id: Whom or what the claim is about.
  -- subject: The name of that.
  -- predicate_id: The relation between subject and object.
  -- object_id: Whom or what the subject is related to, where it is an entity.
  -- object: The name of that, or the words for it.
  -- comparison: How the number in the claim is meant: equal, about, at least, at most, range, vague, ratio or change.
  -- value: The number, in plain units.
  -- minimum: The lower bound of the number.
  -- maximum: The upper bound of the number.
  -- unit: The unit of the number.
  -- measure: What the number measures and how it is defined, as far as the text says.
  -- verbatim: The number as printed in the text.
  -- about_time: When the claim is said to hold (EDTF).
  -- about_earliest: First day of that time.
  -- about_latest: Last day of that time.
  -- event_id: The event that the claim describes.
  -- event: The name of that event.
  -- source_id: The work the words are in.
  -- source: Publisher and date of that work, for reading; its title where no publisher is known.
  -- source_title: The title of that work.
  -- published: When it was published (EDTF).
  -- section: What sort of section the words are in.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- innermost: 1 when this speaker is the last of the chain of reporting, else 0; a retracted assertion further along the chain does not count.
  -- speaker_id: Who affirms, denies or reports it.
  -- speaker: The name of the speaker.
  -- speaker_anonymity: Whether the sources name the speaker.
  -- work_id: The work in which the speaker said it, held or only cited.
  -- via: The chain of reporting, from the document's own voice to this speaker; a work in which they said it stands in their place, as in Antonio Graceffo › Pentagon report.
  -- act: How the speaker says it.
  -- stance: Whether the speaker affirms or denies it, or leaves it open.
  -- certainty: How certain the speaker is.
  -- derivation: Whether the words say it, presuppose it or imply it.
  -- cue: The words that show act or certainty.
  -- quote: The exact words that carry it.
  -- start_char: Where those words begin in the source's snapshot (code points from 0).
  -- end_char: Where they end (exclusive).
  -- status: The review status of assertion and claim, the worse of the two: reviewed, recorded, proposed, disputed, retracted.
  -- counted: 1 when neither the assertion nor its claim is proposed or retracted, so that the other views count it, else 0.
  -- claim_rowid: The claim's row number, by which full-text search finds it.
SELECT assertion.id AS assertion_id, assertion.claim_id, claim.text AS claim, claim.kind, claim.subject_id, subject.label AS subject,
  claim.predicate_id, claim.object_id, coalesce(object.label, claim.object_text) AS object,
  quantity.comparison, quantity.value, quantity.minimum, quantity.maximum, quantity.unit, quantity.measure, quantity.verbatim,
  claim.about_time, claim.about_earliest, claim.about_latest, claim.event_id, event.name AS event,
  assertion.source_id, coalesce(publisher.name || coalesce(', ' || source.published, ''), source.title) AS source,
  source.title AS source_title, source.published, section.kind AS section, assertion.level,
  NOT EXISTS (SELECT 1 FROM assertions AS inner_one WHERE inner_one.reported_in_id = assertion.id AND inner_one.status <> 'retracted') AS innermost,
  assertion.speaker_id, speaker.name AS speaker, speaker.anonymity AS speaker_anonymity, assertion.work_id,
  CASE assertion.level WHEN 0 THEN speaker.name ELSE (
    WITH RECURSIVE chain(outer_id, names) AS (
      SELECT assertion.reported_in_id, coalesce((SELECT title FROM sources WHERE id = assertion.work_id), speaker.name)
      UNION ALL
      SELECT outer_one.reported_in_id, coalesce((SELECT title FROM sources WHERE id = outer_one.work_id), outer_speaker.name) || ' › ' || chain.names
      FROM chain JOIN assertions AS outer_one ON outer_one.id = chain.outer_id JOIN actors AS outer_speaker ON outer_speaker.id = outer_one.speaker_id)
    SELECT names FROM chain WHERE outer_id IS NULL) END AS via,
  assertion.act, assertion.stance, assertion.certainty, assertion.derivation, assertion.cue, passage.exact AS quote,
  passage.start_char, passage.end_char,
  CASE
    WHEN 'retracted' IN (assertion.status, claim.status) THEN 'retracted'
    WHEN 'disputed' IN (assertion.status, claim.status) THEN 'disputed'
    WHEN 'proposed' IN (assertion.status, claim.status) THEN 'proposed'
    WHEN 'recorded' IN (assertion.status, claim.status) THEN 'recorded'
    WHEN assertion.status <> 'reviewed' THEN assertion.status
    ELSE claim.status END AS status,
  assertion.status NOT IN ('proposed', 'retracted') AND claim.status NOT IN ('proposed', 'retracted') AS counted,
  claim.rowid AS claim_rowid
FROM assertions AS assertion
JOIN claims AS claim ON claim.id = assertion.claim_id
JOIN passages AS passage ON passage.id = +assertion.passage_id
JOIN sections AS section ON section.id = +passage.section_id
JOIN sources AS source ON source.id = +assertion.source_id
JOIN actors AS speaker ON speaker.id = +assertion.speaker_id
LEFT JOIN actors AS publisher ON publisher.id = source.publisher_id
LEFT JOIN entities AS subject ON subject.id = claim.subject_id
LEFT JOIN entities AS object ON object.id = claim.object_id
LEFT JOIN events AS event ON event.id = claim.event_id
LEFT JOIN quantities AS quantity ON quantity.claim_id = claim.id;
CREATE VIEW standing AS -- One assertion that counts, as neither it nor its claim is proposed or retracted; the other views are built on it.
  -- assertion_id: The assertion.
  -- claim_id: The claim it is about.
  -- claim: The claim's text.
  -- kind: What sort of claim it is.
  -- subject_id: Whom or what the claim is about.
  -- object_id: Whom or what the subject is related to.
  -- event_id: The event that the claim describes.
  -- place_id: Where the claim is said to hold.
  -- passage_id: The words that carry it.
  -- source_id: The work those words are in.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- reported_in_id: The assertion, one level less, that reports this one.
  -- speaker_id: Who affirms, denies or reports it.
  -- work_id: The work in which the speaker said it.
  -- act: How the speaker says it.
  -- stance: Whether the speaker affirms or denies it, or leaves it open.
  -- certainty: How certain the speaker is.
SELECT assertion.id AS assertion_id, assertion.claim_id, claim.text AS claim, claim.kind, claim.subject_id, claim.object_id,
  claim.event_id, claim.place_id, assertion.passage_id, assertion.source_id, assertion.level, assertion.reported_in_id,
  assertion.speaker_id, assertion.work_id, assertion.act, assertion.stance, assertion.certainty
FROM assertions AS assertion JOIN claims AS claim ON claim.id = assertion.claim_id
WHERE assertion.status NOT IN ('proposed', 'retracted') AND claim.status NOT IN ('proposed', 'retracted');
CREATE VIEW entity_claims AS -- An entity's part in a claim, for each assertion of that claim.
  -- entity_id: The actor, thing, event or source.
  -- part: Subject, object, speaker, participant, event or place.
  -- claim_id: The claim.
  -- assertion_id: An assertion of that claim; for a speaker, the speaker's own.
SELECT subject_id AS entity_id, 'subject' AS part, claim_id, assertion_id FROM standing WHERE subject_id IS NOT NULL
UNION ALL
SELECT object_id, 'object', claim_id, assertion_id FROM standing WHERE object_id IS NOT NULL
UNION ALL
SELECT speaker_id, 'speaker', claim_id, assertion_id FROM standing
UNION ALL
-- once, however many roles
SELECT participation.entity_id, 'participant', standing.claim_id, standing.assertion_id
FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
WHERE NOT EXISTS (SELECT 1 FROM participations AS other WHERE other.claim_id = participation.claim_id
  AND other.entity_id = participation.entity_id AND other.rowid < participation.rowid)
UNION ALL
SELECT event_id, 'event', claim_id, assertion_id FROM standing WHERE event_id IS NOT NULL
UNION ALL
-- an event that the claim names only through who takes part in it
SELECT participation.event_id, 'event', standing.claim_id, standing.assertion_id
FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
WHERE standing.event_id IS NOT participation.event_id
  AND NOT EXISTS (SELECT 1 FROM participations AS other WHERE other.claim_id = participation.claim_id
    AND other.event_id = participation.event_id AND other.rowid < participation.rowid)
UNION ALL
SELECT place_id, 'place', claim_id, assertion_id FROM standing WHERE place_id IS NOT NULL;
CREATE VIEW stand_in_ways AS -- What stands for an entity, at any remove, with the shortest way to it in words.
  -- entity_id: The entity.
  -- stand_in_id: What stands for it; the entity itself too.
  -- steps: The fewest steps from the one to the other; 0 for the entity itself.
  -- by_parts: 1 where it is reached by parts alone, else 0.
  -- path: The way from what stands for the entity up to it, a sentence a step; none for the entity itself.
SELECT stand_in.entity_id, stand_in.stand_in_id, stand_in.steps, stand_in.by_parts,
  (WITH RECURSIVE chain(at, through_id, role, words) AS (
    SELECT stand_in.stand_in_id, stand_in.through_id, stand_in.role, NULL
    UNION ALL
    SELECT onward.stand_in_id, onward.through_id, onward.role, coalesce(chain.words || '; ', '') || below.label || ' '
      || coalesce((SELECT label FROM vocabulary WHERE field = 'affiliations.role' AND value = chain.role), 'part of') || ' ' || above.label
    FROM chain JOIN stand_ins AS onward ON onward.entity_id = stand_in.entity_id AND onward.stand_in_id = +chain.through_id
    JOIN entities AS below ON below.id = +chain.at JOIN entities AS above ON above.id = +chain.through_id)
  SELECT words FROM chain WHERE through_id IS NULL) AS path
FROM stand_ins AS stand_in;
CREATE VIEW reach AS -- An entity and what is reached from it, once for each way: itself, what stands for it, what that takes part in, and what is only connected with it.
  -- entity_id: The entity.
  -- reached_id: What is reached from it.
  -- reach: Direct for the entity itself; parties for what stands for it, what that is party to, an end, target, subject or successor of, and groups it is a member of; all for media, other people, graduates, citizens and organizations it is a member of.
  -- path: How it is reached, a sentence a step; none for the entity itself.
  -- length: The number of steps.
SELECT entity_id, stand_in_id AS reached_id, CASE steps WHEN 0 THEN 'direct' ELSE 'parties' END AS reach, path, steps AS length FROM stand_in_ways
UNION ALL
-- what it, or what stands for it, takes part in, with the parts of that
SELECT near.entity_id, far.stand_in_id,
  CASE WHEN tie.role <> 'member-of' OR EXISTS (SELECT 1 FROM actors WHERE actors.id = tie.whole_id AND actors.kind = 'group') THEN 'parties' ELSE 'all' END,
  coalesce(near.path || '; ', '') || member.label || ' ' || word.label || ' ' || whole.label || coalesce('; ' || far.path, ''), near.steps + 1 + far.steps
FROM counted_affiliations AS tie JOIN stand_in_ways AS near ON near.stand_in_id = tie.entity_id JOIN stand_in_ways AS far ON far.entity_id = tie.whole_id
JOIN entities AS member ON member.id = +tie.entity_id JOIN entities AS whole ON whole.id = +tie.whole_id
JOIN vocabulary AS word ON word.field = 'affiliations.role' AND word.value = +tie.role
WHERE tie.role IN ('party-to', 'end-of', 'target-of', 'subject-of', 'successor-of', 'member-of') AND far.by_parts
UNION ALL
-- what is only connected with it, or with what stands for it, with the parts of that
SELECT near.entity_id, far.stand_in_id, 'all',
  coalesce(near.path || '; ', '') || member.label || ' ' || word.label || ' ' || whole.label || coalesce('; ' || far.path, ''), near.steps + 1 + far.steps
FROM counted_affiliations AS tie JOIN stand_in_ways AS near ON near.stand_in_id = tie.whole_id JOIN stand_in_ways AS far ON far.entity_id = tie.entity_id
JOIN entities AS member ON member.id = +tie.entity_id JOIN entities AS whole ON whole.id = +tie.whole_id
JOIN vocabulary AS word ON word.field = 'affiliations.role' AND word.value = +tie.role
WHERE tie.role IN ('media-of', 'affiliated-with', 'citizen-of', 'graduate-of') AND far.by_parts;
CREATE VIEW who_says_what AS -- Every assertion whose speaker affirms or denies the claim; where nobody in a chain of reporting does, that of the last speaker.
  -- speaker_id: Who affirms, denies or reports it.
  -- speaker: The name of the speaker.
  -- speaker_anonymity: Whether the sources name the speaker.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- stance: Affirms, denies, or uncommitted where nobody in the chain commits.
  -- certainty: How certain the speaker is.
  -- act: How the speaker says it.
  -- source_id: The work the words are in.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- quote: The exact words that carry it.
  -- start_char: Where those words begin in the source's snapshot (code points from 0).
  -- subject_id: Whom or what the claim is about.
  -- assertion_id: The assertion.
SELECT standing.speaker_id, speaker.name AS speaker, speaker.anonymity AS speaker_anonymity, standing.claim_id, standing.claim,
  standing.stance, standing.certainty, standing.act, standing.source_id, standing.level, passage.exact AS quote, passage.start_char,
  standing.subject_id, standing.assertion_id
FROM standing
JOIN actors AS speaker ON speaker.id = +standing.speaker_id
JOIN passages AS passage ON passage.id = +standing.passage_id
WHERE standing.stance <> 'uncommitted' OR (
  NOT EXISTS (SELECT 1 FROM assertions AS inner_one
    WHERE inner_one.reported_in_id = standing.assertion_id AND inner_one.status NOT IN ('proposed', 'retracted'))
  AND NOT EXISTS (
    -- a join with conditions on the outer assertion would make SQLite read all assertions into a Bloom filter
    WITH RECURSIVE chain(outer_id, stance, status) AS (
      SELECT reported_in_id, stance, status FROM assertions WHERE id = standing.reported_in_id
      UNION ALL
      SELECT assertions.reported_in_id, assertions.stance, assertions.status FROM chain JOIN assertions ON assertions.id = chain.outer_id)
    SELECT 1 FROM chain WHERE stance <> 'uncommitted' AND status NOT IN ('proposed', 'retracted')));
CREATE VIEW standing_order AS -- How two events stand to each other in time, where that counts: as reference data, or by a claim that somebody makes.
  -- order_id: The row of event_order.
  -- event_id: The event that comes before, after or during the other, or starts or ends it.
  -- relation: Before, after, during, starts or ends.
  -- other_event_id: The event that it is compared with.
  -- claim_id: The claim that says so; none where it is the curators' reference data.
SELECT event_order.id AS order_id, event_order.event_id, event_order.relation, event_order.other_event_id, event_order.claim_id
FROM event_order
WHERE event_order.claim_id IS NULL OR EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = event_order.claim_id);
CREATE VIEW event_days AS -- The day at which an event is placed by its own date: the first that the date can mean, or the only bound that is known.
  -- event_id: The event.
  -- day: The day; for an event with only a latest bound, none that is later than those of the events it begins before; none without a date.
SELECT event.id AS event_id, CASE WHEN event.earliest IS NOT NULL OR event.latest IS NULL THEN event.earliest ELSE (
    WITH RECURSIVE onward(id, side) AS (
      SELECT event.id, 'begin'
      UNION SELECT id, 'end' FROM onward WHERE side = 'begin'
      UNION SELECT step.event_id, 'begin' FROM onward CROSS JOIN standing_order AS step ON step.other_event_id = onward.id
        WHERE CASE onward.side WHEN 'end' THEN step.relation = 'after' ELSE step.relation NOT IN ('before', 'after') END
      UNION SELECT step.other_event_id, CASE step.relation WHEN 'before' THEN 'begin' ELSE 'end' END
        FROM onward CROSS JOIN standing_order AS step ON step.event_id = onward.id WHERE onward.side = 'end' AND step.relation <> 'after')
    SELECT min(coalesce(later.earliest, later.latest)) FROM onward CROSS JOIN events AS later ON later.id = onward.id WHERE onward.side = 'begin') END AS day
FROM events AS event;
CREATE VIEW event_starts AS -- Where an event stands in the order of time by its own date and by what begins before it.
  -- event_id: The event.
  -- position: The last of the days at which it and those that begin before it are placed, or ~ where none of them has a date, and how many those are.
SELECT event.id AS event_id,
  (WITH RECURSIVE back(id, side) AS (
    SELECT event.id, 'begin'
    UNION SELECT id, 'begin' FROM back WHERE side = 'end'
    UNION SELECT step.other_event_id, CASE step.relation WHEN 'after' THEN 'end' ELSE 'begin' END
      FROM back CROSS JOIN standing_order AS step ON step.event_id = back.id WHERE back.side = 'begin' AND step.relation <> 'before'
    UNION SELECT step.event_id, 'end' FROM back CROSS JOIN standing_order AS step ON step.other_event_id = back.id
      WHERE CASE back.side WHEN 'begin' THEN step.relation = 'before' ELSE step.relation NOT IN ('before', 'after') END)
  SELECT printf('%s %05d', coalesce(max(placed.day), '~'), count(*) - 1)
  FROM back CROSS JOIN event_days AS placed ON placed.event_id = back.id WHERE back.side = 'begin') AS position
FROM events AS event;
CREATE VIEW circles_in_time AS -- Events that come before themselves by event_order, or lie within themselves; there is none after any run of the library.
  -- event_id: The event.
SELECT event.id AS event_id FROM events AS event WHERE EXISTS (
  WITH RECURSIVE back(id, side) AS (
    SELECT step.other_event_id, CASE step.relation WHEN 'after' THEN 'end' ELSE 'begin' END
      FROM standing_order AS step WHERE step.event_id = event.id AND step.relation <> 'before'
    UNION SELECT step.event_id, 'end' FROM standing_order AS step WHERE step.other_event_id = event.id AND step.relation = 'before'
    UNION SELECT id, 'begin' FROM back WHERE side = 'end'
    UNION SELECT step.other_event_id, CASE step.relation WHEN 'after' THEN 'end' ELSE 'begin' END
      FROM back CROSS JOIN standing_order AS step ON step.event_id = back.id WHERE back.side = 'begin' AND step.relation <> 'before'
    UNION SELECT step.event_id, 'end' FROM back CROSS JOIN standing_order AS step ON step.other_event_id = back.id
      WHERE CASE back.side WHEN 'begin' THEN step.relation = 'before' ELSE step.relation NOT IN ('before', 'after') END)
  SELECT 1 FROM back WHERE id = event.id AND side = 'begin');
CREATE VIEW timeline AS -- One event, with who takes part and how many sources and claims mention it.
  -- event_id: The event.
  -- event: Its name.
  -- kind: What sort of event it is.
  -- actuality: Whether it happened, as the most cautious source says.
  -- date: When (EDTF), no more precise than the sources.
  -- earliest: First day the date can mean.
  -- latest: Last day the date can mean.
  -- date_basis: Where the date comes from.
  -- place_id: Where.
  -- place: The name of the place.
  -- participants: Who and what takes part, by claims that count; names joined by semicolons.
  -- sources: How many sources mention it.
  -- claims: How many claims mention it.
  -- position: Where it stands in the order of time, as text to sort by: the day at which it is placed (~ for none), and how many events begin before it.
  -- ordered_by: What places it: its date, the one bound that is known (bounds), or its order among other events (order); none where nothing does.
  -- orders: How it stands to other events; relation and name, joined by semicolons.
SELECT event.id AS event_id, event.name AS event, event.kind, event.actuality, event.date, event.earliest, event.latest, event.date_basis,
  event.place_id, place.label AS place,
  (SELECT group_concat(label, '; ') FROM (SELECT DISTINCT entities.label AS label FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id JOIN entities ON entities.id = participation.entity_id
    WHERE participation.event_id = event.id ORDER BY label)) AS participants,
  (SELECT count(*) FROM (SELECT source_id FROM standing WHERE event_id = event.id UNION SELECT standing.source_id FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id WHERE participation.event_id = event.id)) AS sources,
  (SELECT count(*) FROM (SELECT claim_id FROM standing WHERE event_id = event.id UNION SELECT standing.claim_id FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id WHERE participation.event_id = event.id)) AS claims,
  CASE WHEN start.position < '~' THEN start.position ELSE coalesce((
    WITH RECURSIVE onward(id, side) AS (
      SELECT event.id, 'begin'
      UNION SELECT id, 'end' FROM onward WHERE side = 'begin'
      UNION SELECT step.event_id, 'begin' FROM onward CROSS JOIN standing_order AS step ON step.other_event_id = onward.id
        WHERE CASE onward.side WHEN 'end' THEN step.relation = 'after' ELSE step.relation NOT IN ('before', 'after') END
      UNION SELECT step.other_event_id, CASE step.relation WHEN 'before' THEN 'begin' ELSE 'end' END
        FROM onward CROSS JOIN standing_order AS step ON step.event_id = onward.id WHERE onward.side = 'end' AND step.relation <> 'after')
    SELECT min(substr(later.position, 1, 10)) FROM onward CROSS JOIN event_starts AS later ON later.event_id = onward.id
    WHERE onward.side = 'begin' AND later.position < '~'), '~') || substr(start.position, -6) END AS position,
  CASE WHEN event.earliest IS NOT NULL AND event.latest IS NOT NULL THEN 'date' WHEN event.date IS NOT NULL THEN 'bounds'
    WHEN EXISTS (SELECT 1 FROM standing_order AS said WHERE said.event_id = event.id)
      OR EXISTS (SELECT 1 FROM standing_order AS said WHERE said.other_event_id = event.id) THEN 'order' END AS ordered_by,
  (SELECT group_concat(word || ' ' || name, '; ') FROM (
    SELECT said.relation AS word, other.name AS name FROM standing_order AS said JOIN events AS other ON other.id = +said.other_event_id
      WHERE said.event_id = event.id
    UNION SELECT CASE said.relation WHEN 'before' THEN 'after' WHEN 'after' THEN 'before' WHEN 'during' THEN 'contains' WHEN 'starts' THEN 'started by'
        ELSE 'ended by' END, other.name FROM standing_order AS said JOIN events AS other ON other.id = +said.event_id
      WHERE said.other_event_id = event.id)) AS orders
FROM events AS event
JOIN event_starts AS start ON start.event_id = event.id
JOIN entities AS registered ON registered.id = +event.id
LEFT JOIN entities AS place ON place.id = event.place_id
WHERE registered.status = 'current';
CREATE VIEW source_matrix AS -- One claim and one held source that mentions it.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- source_id: A source that mentions it.
  -- source: The title of that source.
  -- stance: The source's own voice: affirms, denies, both, or uncommitted where it only reports.
  -- voices: Who affirms, denies or reports it there, with the stance, joined by semicolons.
SELECT standing.claim_id, standing.claim, standing.source_id, source.title AS source,
  (SELECT CASE count(DISTINCT own.stance) WHEN 0 THEN 'uncommitted' WHEN 1 THEN min(own.stance) ELSE 'both' END FROM standing AS own
    WHERE own.claim_id = standing.claim_id AND +own.source_id = standing.source_id AND own.level = 0 AND own.stance <> 'uncommitted') AS stance,
  (SELECT group_concat(voice, '; ') FROM (SELECT DISTINCT said.speaker || ' (' || said.stance || ')' AS voice FROM who_says_what AS said
    WHERE said.claim_id = standing.claim_id AND +said.source_id = standing.source_id ORDER BY said.level, voice)) AS voices
FROM standing JOIN sources AS source ON source.id = +standing.source_id
-- one row a pair: its first assertion stands for all
WHERE NOT EXISTS (SELECT 1 FROM standing AS other WHERE other.claim_id = standing.claim_id
  AND +other.source_id = standing.source_id AND other.assertion_id < standing.assertion_id);
CREATE VIEW voices AS -- Who says what: one row for each speaker, claim, source and stance, with the first quote; uncommitted only where the speaker never commits.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- subject_id: Whom or what the claim is about.
  -- source_id: The work the words are in.
  -- speaker_id: Who affirms, denies or reports it.
  -- speaker: The name of the speaker.
  -- stance: Affirms, denies, or uncommitted where nobody in the chain commits.
  -- quote: The first words that carry it.
  -- assertion_id: The first assertion.
SELECT said.claim_id, said.claim, said.subject_id, said.source_id, said.speaker_id, said.speaker, said.stance, said.quote, said.assertion_id
FROM who_says_what AS said
WHERE NOT EXISTS (SELECT 1 FROM who_says_what AS earlier WHERE earlier.claim_id = said.claim_id AND +earlier.source_id = said.source_id
  AND earlier.speaker_id = +said.speaker_id AND earlier.stance = said.stance
  AND (earlier.start_char, earlier.assertion_id) < (said.start_char, said.assertion_id))
-- who wonders about it in one place and commits in another commits
AND (said.stance <> 'uncommitted' OR NOT EXISTS (SELECT 1 FROM standing AS committed WHERE committed.claim_id = said.claim_id
  AND +committed.source_id = said.source_id AND committed.speaker_id = +said.speaker_id AND committed.stance <> 'uncommitted'));
CREATE VIEW comparisons AS -- Two related claims, or one claim, with two voices and what their stances come to, in both orientations.
  -- kind: What sort of pair it is: same-claim for one claim and two voices, else the word of the relation between the two claims.
  -- claim_a_id: The first claim.
  -- claim_a: Its text.
  -- subject_a_id: Whom or what it is about.
  -- speaker_a_id: Who affirms, denies or reports it.
  -- speaker_a: The name of that speaker.
  -- stance_a: That speaker's stance on it.
  -- source_a_id: The source it is in.
  -- quote_a: The first words of that speaker there that carry it.
  -- claim_b_id: The second claim; the same one where one claim has two voices.
  -- claim_b: Its text.
  -- subject_b_id: Whom or what it is about.
  -- speaker_b_id: Who affirms, denies or reports that.
  -- speaker_b: The name of that speaker.
  -- stance_b: That speaker's stance on it.
  -- source_b_id: The source it is in.
  -- quote_b: The first words of that speaker there that carry it.
  -- relation: How the claims relate to each other; none for a single claim.
  -- direction: Which claim the relation goes from: a-to-b (a supports, qualifies, updates b) or b-to-a; both for agrees, contradicts and a single claim.
  -- comparable: Whether both speak of the same time, definition and scope, in words sorted and separated by blanks; different-time is added where the relation names no time and the times of the claims, or else of the sources' publication, do not overlap.
  -- finding: What relation and stances come to: agreement, agreement with a limit, disagreement, tension, both reject both, support, conclusion without this reason, changed since, unchanged; none where nothing follows.
  -- rationale: Why the claims are related, so that a reader can judge.
  -- relation_id: The relation between the claims.
SELECT kind, claim_a_id, claim_a, subject_a_id, speaker_a_id, speaker_a, stance_a, source_a_id, quote_a,
  claim_b_id, claim_b, subject_b_id, speaker_b_id, speaker_b, stance_b, source_b_id, quote_b, relation, direction,
  CASE WHEN pair.comparable || ' ' GLOB '*-time *' THEN pair.comparable
    -- of what time each claim speaks: its own, else that of the publication
    WHEN EXISTS (SELECT 1 FROM claims AS a JOIN claims AS b JOIN sources AS in_a JOIN sources AS in_b
        LEFT JOIN dates AS day_a ON day_a.edtf = coalesce(a.about_time, in_a.published)
        LEFT JOIN dates AS day_b ON day_b.edtf = coalesce(b.about_time, in_b.published)
      WHERE a.id = claim_a_id AND b.id = claim_b_id AND in_a.id = source_a_id AND in_b.id = source_b_id
        AND (day_a.latest < day_b.earliest OR day_b.latest < day_a.earliest))
    THEN (SELECT group_concat(value, ' ') FROM (SELECT value FROM vocabulary WHERE field = 'relations.comparable'
      AND (value = 'different-time' OR instr(' ' || pair.comparable || ' ', ' ' || value || ' ') > 0) ORDER BY value))
    ELSE pair.comparable END AS comparable,
  CASE
    WHEN 'uncommitted' IN (stance_a, stance_b) THEN NULL
    WHEN kind IN ('same-claim', 'agrees', 'restates') THEN CASE WHEN stance_a = stance_b THEN 'agreement' ELSE 'disagreement' END
    WHEN kind = 'contradicts' THEN CASE WHEN stance_a <> stance_b THEN 'agreement' WHEN stance_a = 'affirms' THEN 'disagreement' ELSE 'both reject both' END
    -- a reason: of a for b, or of b for a
    WHEN kind = 'supports' AND stance_a = stance_b THEN CASE stance_a WHEN 'affirms' THEN 'support' END
    WHEN kind = 'supports' THEN CASE WHEN (stance_a = 'affirms') = (direction = 'a-to-b') THEN 'tension' ELSE 'conclusion without this reason' END
    WHEN kind = 'qualifies' THEN CASE WHEN stance_a = stance_b THEN 'agreement with a limit' END
    WHEN kind = 'updates' THEN CASE WHEN 'affirms' IN (stance_a, stance_b) THEN 'changed since' ELSE 'unchanged' END
  END AS finding,
  rationale, relation_id
FROM pairs_of_voices AS pair;
CREATE VIEW disagreements AS -- The rows of comparisons whose finding is disagreement or tension.
  -- Columns: those of comparisons.
SELECT * FROM comparisons WHERE finding IN ('disagreement', 'tension');
CREATE VIEW agreements AS -- The rows of comparisons whose finding is agreement, with or without a limit.
  -- Columns: those of comparisons.
SELECT * FROM comparisons WHERE finding IN ('agreement', 'agreement with a limit');
CREATE VIEW pairs_of_voices AS -- A related pair of claims with a voice on each, or one claim with two voices, in both orientations; comparisons is built on it and adds what follows from them.
  -- Columns: those of comparisons without finding.
SELECT relation.relation AS kind,
  a.claim_id AS claim_a_id, a.claim AS claim_a, a.subject_id AS subject_a_id, a.speaker_id AS speaker_a_id, a.speaker AS speaker_a,
  a.stance AS stance_a, a.source_id AS source_a_id, a.quote AS quote_a,
  b.claim_id AS claim_b_id, b.claim AS claim_b, b.subject_id AS subject_b_id, b.speaker_id AS speaker_b_id, b.speaker AS speaker_b,
  b.stance AS stance_b, b.source_id AS source_b_id, b.quote AS quote_b,
  relation.relation, CASE WHEN relation.relation IN ('agrees', 'contradicts') THEN 'both' ELSE 'a-to-b' END AS direction,
  relation.comparable, relation.rationale, relation.id AS relation_id
FROM relations AS relation JOIN voices AS a ON a.claim_id = relation.from_claim_id JOIN voices AS b ON b.claim_id = relation.to_claim_id
WHERE relation.status NOT IN ('proposed', 'retracted')
UNION ALL
SELECT relation.relation,
  a.claim_id, a.claim, a.subject_id, a.speaker_id, a.speaker, a.stance, a.source_id, a.quote,
  b.claim_id, b.claim, b.subject_id, b.speaker_id, b.speaker, b.stance, b.source_id, b.quote,
  relation.relation, CASE WHEN relation.relation IN ('agrees', 'contradicts') THEN 'both' ELSE 'b-to-a' END,
  relation.comparable, relation.rationale, relation.id
FROM relations AS relation JOIN voices AS a ON a.claim_id = relation.to_claim_id JOIN voices AS b ON b.claim_id = relation.from_claim_id
WHERE relation.status NOT IN ('proposed', 'retracted')
UNION ALL
-- who says one thing once in one source is one voice
SELECT CAST('same-claim' AS TEXT),
  a.claim_id, a.claim, a.subject_id, a.speaker_id, a.speaker, a.stance, a.source_id, a.quote,
  b.claim_id, b.claim, b.subject_id, b.speaker_id, b.speaker, b.stance, b.source_id, b.quote,
  CAST(NULL AS TEXT), 'both', CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM voices AS a JOIN voices AS b ON b.claim_id = a.claim_id
WHERE a.assertion_id <> b.assertion_id;
CREATE VIEW corroboration AS -- One claim, with how many sources and named speakers it has, and what those sources have in common.
  -- claim_id: The claim.
  -- claim: Its text.
  -- sources: How many sources mention it.
  -- innermost_speakers: How many named speakers affirm or deny it themselves, rather than report somebody who does; unnamed speakers never count.
  -- affirming_sources: In how many sources such a speaker affirms it.
  -- affirming_speakers: How many such speakers affirm it.
  -- denying_sources: In how many sources such a speaker denies it.
  -- denying_speakers: How many such speakers deny it.
  -- shared_origins: Works that two or more of these sources cite, quote or are, joined by semicolons; sources that share one are not independent.
SELECT claim.id AS claim_id, claim.text AS claim,
  (SELECT count(DISTINCT source_id) FROM standing WHERE claim_id = claim.id) AS sources,
  (SELECT count(DISTINCT speaker_id) FROM origin_voices WHERE claim_id = claim.id) AS innermost_speakers,
  (SELECT count(DISTINCT source_id) FROM origin_voices WHERE claim_id = claim.id AND stance = 'affirms') AS affirming_sources,
  (SELECT count(DISTINCT speaker_id) FROM origin_voices WHERE claim_id = claim.id AND stance = 'affirms') AS affirming_speakers,
  (SELECT count(DISTINCT source_id) FROM origin_voices WHERE claim_id = claim.id AND stance = 'denies') AS denying_sources,
  (SELECT count(DISTINCT speaker_id) FROM origin_voices WHERE claim_id = claim.id AND stance = 'denies') AS denying_speakers,
  (SELECT group_concat(title, '; ') FROM (
    SELECT work.title FROM (
      SELECT source_id, source_id AS origin_id FROM standing WHERE claim_id = claim.id
      UNION SELECT source_id, work_id FROM standing WHERE claim_id = claim.id AND work_id IS NOT NULL
      UNION SELECT citation.citing_source_id, citation.cited_id FROM standing JOIN citations AS citation ON citation.citing_source_id = standing.source_id
        WHERE standing.claim_id = claim.id AND citation.cited_id IS NOT NULL AND citation.status NOT IN ('proposed', 'retracted')
    ) AS origin JOIN sources AS work ON work.id = origin.origin_id
    GROUP BY work.id HAVING count(DISTINCT origin.source_id) > 1 ORDER BY work.title)) AS shared_origins
FROM claims AS claim
WHERE claim.status NOT IN ('proposed', 'retracted') AND EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = claim.id);
CREATE VIEW origin_voices AS -- A named speaker who affirms or denies a claim and reports nobody who does: the origin of a chain of reporting.
  -- claim_id: The claim.
  -- source_id: The work the words are in.
  -- speaker_id: Who affirms, denies or reports it.
  -- stance: Affirms or denies.
  -- assertion_id: The assertion.
SELECT standing.claim_id, standing.source_id, standing.speaker_id, standing.stance, standing.assertion_id
FROM standing JOIN actors AS speaker ON speaker.id = +standing.speaker_id
WHERE standing.stance <> 'uncommitted' AND speaker.anonymity = 'named'
  AND NOT EXISTS (
    WITH RECURSIVE within(id, stance, status) AS (
      SELECT id, stance, status FROM assertions WHERE reported_in_id = standing.assertion_id
      UNION ALL
      SELECT deeper.id, deeper.stance, deeper.status FROM within JOIN assertions AS deeper ON deeper.reported_in_id = within.id)
    SELECT 1 FROM within WHERE stance <> 'uncommitted' AND status NOT IN ('proposed', 'retracted'));
CREATE VIEW coverage AS -- One sentence of a source's current snapshot, with how many claims are quoted from it.
  -- source_id: The source.
  -- section: What sort of section the sentence is in.
  -- position: The sentence's place in the text, from 1.
  -- sentence: Its words.
  -- claims: How many claims are quoted from it.
  -- no_claim_reason: Why it carries no claim, where a person found that it states nothing.
  -- section_id: The section.
  -- sentence_id: The sentence.
  -- start_char: Where it begins (code points from 0).
  -- end_char: Where it ends (exclusive).
SELECT source.id AS source_id, section.kind AS section, sentence.position,
  (SELECT substr(snapshot.text, sentence.start_char + 1, sentence.end_char - sentence.start_char) FROM snapshots AS snapshot
    WHERE snapshot.id = sentence.snapshot_id) AS sentence,
  (SELECT count(DISTINCT standing.claim_id) FROM passages AS passage JOIN standing ON standing.passage_id = passage.id
    WHERE passage.snapshot_id = sentence.snapshot_id AND passage.start_char < sentence.end_char AND passage.end_char > sentence.start_char) AS claims,
  sentence.no_claim_reason, sentence.section_id, sentence.id AS sentence_id, sentence.start_char, sentence.end_char
FROM sources AS source
JOIN sentences AS sentence ON sentence.snapshot_id = source.snapshot_id
JOIN sections AS section ON section.id = +sentence.section_id;
CREATE VIEW actor_sheet AS -- One actor, with its names and how often it speaks and is mentioned.
  -- actor_id: The actor.
  -- actor: Its usual name.
  -- kind: What sort of actor it is.
  -- anonymity: Whether the sources name it.
  -- names: Its other names, joined by semicolons.
  -- claims_about: How many claims have it as subject, object, participant or place.
  -- claims_by: How many claims it affirms or denies, and how many it is the last speaker of where nobody in the chain does.
  -- events: In how many events it takes part.
  -- sources: How many sources mention or quote it.
SELECT actor.id AS actor_id, actor.name AS actor, actor.kind, actor.anonymity,
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT name FROM names WHERE entity_id = actor.id AND name <> actor.name ORDER BY name)) AS names,
  (SELECT count(*) FROM (
    SELECT claim_id FROM standing WHERE subject_id = actor.id
    UNION SELECT claim_id FROM standing WHERE object_id = actor.id
    UNION SELECT claim_id FROM standing WHERE place_id = actor.id
    UNION SELECT standing.claim_id FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
      WHERE participation.entity_id = actor.id)) AS claims_about,
  (SELECT count(DISTINCT claim_id) FROM who_says_what WHERE speaker_id = actor.id) AS claims_by,
  (SELECT count(DISTINCT participation.event_id) FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
    WHERE participation.entity_id = actor.id) AS events,
  (SELECT count(*) FROM (
    SELECT source_id FROM standing WHERE subject_id = actor.id
    UNION SELECT source_id FROM standing WHERE object_id = actor.id
    UNION SELECT source_id FROM standing WHERE place_id = actor.id
    UNION SELECT source_id FROM standing WHERE speaker_id = actor.id
    UNION SELECT standing.source_id FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
      WHERE participation.entity_id = actor.id)) AS sources
FROM actors AS actor JOIN entities AS registered ON registered.id = +actor.id
WHERE registered.status = 'current';
CREATE VIEW verdicts AS -- What each reviewer last said of each row: whether the words carry it; earlier reviews by the same reviewer stay in the table reviews.
  -- review_id: The review.
  -- table_name: The table the row is in.
  -- row_id: The row that was checked.
  -- contributor_id: Who checked it.
  -- verdict: Whether the words carry what the row says.
  -- note: Why, in the reviewer's words.
  -- at: When it was checked (UTC).
  -- independent: 1 where somebody other than the row's author checked it, else 0; software is the author of what a person accepted from its proposals.
SELECT review.id AS review_id, review.table_name, review.row_id, review.contributor_id, review.verdict, review.note, review.at,
  NOT EXISTS (SELECT 1 FROM runs AS run WHERE run.contributor_id = review.contributor_id AND run.kind <> 'review' AND run.id = CASE review.table_name
    WHEN 'claims' THEN (SELECT run_id FROM claims WHERE id = review.row_id)
    WHEN 'assertions' THEN (SELECT run_id FROM assertions WHERE id = review.row_id)
    WHEN 'mentions' THEN (SELECT run_id FROM mentions WHERE id = review.row_id)
    WHEN 'relations' THEN (SELECT run_id FROM relations WHERE id = review.row_id)
    ELSE (SELECT run_id FROM citations WHERE id = review.row_id) END) AS independent
FROM reviews AS review
WHERE NOT EXISTS (SELECT 1 FROM reviews AS later WHERE later.table_name = review.table_name AND later.row_id = review.row_id
  AND +later.contributor_id = review.contributor_id AND (later.at, later.rowid) > (review.at, review.rowid));
CREATE VIEW rdf_contributors AS -- Contributors, with the public class of their kind.
  -- kind_iri: The public class of the row's kind, where there is one.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'contributors.kind' AND value = t.kind) AS kind_iri FROM contributors AS t;
CREATE VIEW rdf_actors AS -- Actors, with the public class of their kind.
  -- kind_iri: The public class of the row's kind, where there is one.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'actors.kind' AND value = t.kind) AS kind_iri FROM actors AS t;
CREATE VIEW rdf_events AS -- Events, with the public class of their kind.
  -- kind_iri: The public class of the row's kind, where there is one.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'events.kind' AND value = t.kind) AS kind_iri FROM events AS t;
CREATE VIEW rdf_sources AS -- Sources, with the public class of their kind.
  -- kind_iri: The public class of the row's kind, where there is one.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'sources.kind' AND value = t.kind) AS kind_iri FROM sources AS t;
CREATE VIEW rdf_predicates AS -- Predicates, with what follows from them in the terms of OWL.
  -- symmetric_iri: The class of OWL for a predicate that holds in both directions.
  -- transitive_iri: The class of OWL for a predicate that carries on along a chain.
  SELECT t.id, t.label, t.description, t.iri, t.run_id, CASE t.symmetric WHEN 1 THEN 'true' WHEN 0 THEN 'false' END AS symmetric,
    CASE t.transitive WHEN 1 THEN 'true' WHEN 0 THEN 'false' END AS transitive, t.inverse_of_id,
    CASE t.symmetric WHEN 1 THEN 'http://www.w3.org/2002/07/owl#SymmetricProperty' END AS symmetric_iri,
    CASE t.transitive WHEN 1 THEN 'http://www.w3.org/2002/07/owl#TransitiveProperty' END AS transitive_iri
  FROM predicates AS t;
CREATE VIEW rdf_reals AS -- Every REAL of the base with its owner.
  -- owner: The row that holds the number.
  -- part: The column that holds it.
  -- number: The number.
  SELECT id AS owner, 'latitude' AS part, latitude AS number FROM things UNION ALL SELECT id, 'longitude', longitude FROM things
  UNION ALL SELECT claim_id, 'value', value FROM quantities UNION ALL SELECT claim_id, 'minimum', minimum FROM quantities
  UNION ALL SELECT claim_id, 'maximum', maximum FROM quantities;
CREATE VIEW rdf_decimals AS -- Every number as decimal text that reads back to the same REAL.
  -- owner: The row that holds the number.
  -- part: The column that holds it.
  -- decimal: The number as decimal text; none where there is no number.
  SELECT owner, part, CASE WHEN number IS NULL THEN NULL
      WHEN number = CAST(number AS INTEGER) AND abs(number) < 9e18 THEN CAST(CAST(number AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', number) AS REAL) = number AND printf('%.15g', number) NOT GLOB '*e*' THEN printf('%.15g', number)
      WHEN CAST(printf('%!.17g', number) AS REAL) = number AND printf('%!.17g', number) NOT GLOB '*e*' THEN printf('%!.17g', number)
      ELSE rtrim(rtrim(printf('%!.350f', number), '0'), '.') END AS decimal
  FROM rdf_reals;
CREATE VIEW rdf_things AS -- Things, with the public class of their kind and coordinates as decimal text.
  -- kind_iri: The public class of the row's kind, where there is one.
  SELECT t.id, t.name, t.kind, t.part_of_id, (SELECT decimal FROM rdf_decimals WHERE owner = t.id AND part = 'latitude') AS latitude,
    (SELECT decimal FROM rdf_decimals WHERE owner = t.id AND part = 'longitude') AS longitude,
    t.description, t.run_id, (SELECT iri FROM vocabulary WHERE field = 'things.kind' AND value = t.kind) AS kind_iri
  FROM things AS t;
CREATE VIEW rdf_quantities AS -- Quantities, with their numbers as decimal text.
  SELECT q.claim_id, q.comparison, (SELECT decimal FROM rdf_decimals WHERE owner = q.claim_id AND part = 'value') AS value,
    (SELECT decimal FROM rdf_decimals WHERE owner = q.claim_id AND part = 'minimum') AS minimum,
    (SELECT decimal FROM rdf_decimals WHERE owner = q.claim_id AND part = 'maximum') AS maximum,
    q.unit, q.measure, q.as_of, q.verbatim, q.run_id
  FROM quantities AS q;
CREATE VIEW rdf_word_fields AS -- Each column that holds a controlled word: a concept scheme.
  SELECT DISTINCT field FROM vocabulary;
CREATE VIEW rdf_role_words AS -- The roles in events, which the bare participations use as properties.
  SELECT field, value FROM vocabulary WHERE field = 'participations.role';
CREATE VIEW rdf_author_links AS -- Who made a source, by the public property for that part in it.
  -- role_iri: The public property for the role.
  SELECT a.source_id, a.position, a.actor_id, v.iri AS role_iri
  FROM source_authors AS a JOIN vocabulary AS v ON v.field = 'source_authors.role' AND v.value = a.role AND v.iri IS NOT NULL;
CREATE VIEW rdf_wikidata_matches AS -- Entities that are known to be the same as an item in Wikidata.
  -- item_iri: The item in Wikidata.
  SELECT entity_id, 'http://www.wikidata.org/entity/' || value AS item_iri FROM identifiers
  WHERE scheme = 'wikidata' AND match = 'exact' AND value GLOB 'Q[1-9]*' AND substr(value, 2) NOT GLOB '*[^0-9]*';
CREATE VIEW rdf_passages AS -- Passages, with up to 32 characters of the text before and after them.
  -- prefix: Up to 32 characters before the passage; none at the start of the text.
  -- suffix: Up to 32 characters after the passage; none at the end of the text.
  SELECT p.id, p.snapshot_id, p.section_id, p.start_char, p.end_char, p.exact, p.run_id,
    nullif(substr(s.text, max(p.start_char - 32, 0) + 1, min(p.start_char, 32)), '') AS prefix,
    nullif(substr(s.text, p.end_char + 1, 32), '') AS suffix
  FROM passages AS p JOIN snapshots AS s ON s.id = p.snapshot_id;
CREATE VIEW rdf_cues AS -- Assertions with a cue, and the snapshot that the cue stands in.
  SELECT a.id, a.cue, a.cue_start_char, a.cue_end_char, p.snapshot_id
  FROM assertions AS a JOIN passages AS p ON p.id = a.passage_id WHERE a.cue IS NOT NULL;
CREATE VIEW rdf_appearances AS -- Which sources a claim appears in, going by assertions that count.
  SELECT DISTINCT claim_id, source_id FROM assertions WHERE status NOT IN ('proposed', 'retracted');
CREATE VIEW rdf_claim_literals AS -- The words for an object, each with the type of literal that they are.
  -- type: Word, year, month or day.
  SELECT c.id, c.object_text, CASE
      WHEN EXISTS (SELECT 1 FROM quantities AS q WHERE q.claim_id = c.id) THEN 'word'
      WHEN c.object_text GLOB '[12][0-9][0-9][0-9]' THEN 'year'
      WHEN c.object_text GLOB '[12][0-9][0-9][0-9]-0[1-9]' OR c.object_text GLOB '[12][0-9][0-9][0-9]-1[0-2]' THEN 'month'
      WHEN c.object_text GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(c.object_text, '+0 days') = c.object_text THEN 'day'
      ELSE 'word' END AS type
  FROM claims AS c WHERE c.object_text IS NOT NULL;
CREATE VIEW rdf_claim_words AS -- Claims whose object is in words.
  SELECT id, object_text FROM rdf_claim_literals WHERE type = 'word';
CREATE VIEW rdf_claim_years AS -- Claims whose object is a year.
  SELECT id, object_text FROM rdf_claim_literals WHERE type = 'year';
CREATE VIEW rdf_claim_months AS -- Claims whose object is a month of a year.
  SELECT id, object_text FROM rdf_claim_literals WHERE type = 'month';
CREATE VIEW rdf_claim_days AS -- Claims whose object is a day.
  SELECT id, object_text FROM rdf_claim_literals WHERE type = 'day';
CREATE VIEW rdf_asserted_claims AS -- Claims whose triple may stand without saying who makes them.
  SELECT c.id FROM claims AS c WHERE c.kind = 'factual' AND c.status NOT IN ('proposed', 'retracted')
    AND EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = c.id AND a.status NOT IN ('proposed', 'retracted') AND a.level = 0
      AND a.stance = 'affirms' AND a.certainty = 'certain' AND a.act = 'asserts')
    AND NOT EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = c.id AND a.status NOT IN ('proposed', 'retracted') AND a.stance = 'denies');
CREATE VIEW rdf_bare_claims AS -- The triple each claim is about, for claims in use that somebody makes.
  -- object_words: The words for the object.
  -- object_year: The object, where it is a year.
  -- object_month: The object, where it is a month of a year.
  -- object_day: The object, where it is a day.
  -- object_number: The object, where its words are the number of the claim and the number is exact.
  -- asserted: 1 where the triple may stand without saying who makes the claim, else 0.
  SELECT c.id, c.subject_id, c.predicate_id, c.object_id, CASE WHEN n.decimal IS NULL AND l.type = 'word' THEN l.object_text END AS object_words,
    CASE l.type WHEN 'year' THEN l.object_text END AS object_year, CASE l.type WHEN 'month' THEN l.object_text END AS object_month,
    CASE l.type WHEN 'day' THEN l.object_text END AS object_day, n.decimal AS object_number,
    EXISTS (SELECT 1 FROM rdf_asserted_claims AS sure WHERE sure.id = c.id) AS asserted
  FROM claims AS c LEFT JOIN rdf_claim_literals AS l ON l.id = c.id
    LEFT JOIN quantities AS q ON q.claim_id = c.id AND q.comparison = 'equal' AND q.verbatim = c.object_text
    LEFT JOIN rdf_decimals AS n ON n.owner = q.claim_id AND n.part = 'value'
  WHERE c.status NOT IN ('proposed', 'retracted') AND c.subject_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = c.id AND a.status NOT IN ('proposed', 'retracted'));
CREATE VIEW rdf_bare_participations AS -- Who takes part in which event by claims in use that somebody makes.
  -- asserted: 1 where it may stand without saying who makes the claim, else 0.
  SELECT p.event_id, p.entity_id, p.role, p.claim_id, EXISTS (SELECT 1 FROM rdf_asserted_claims AS sure WHERE sure.id = p.claim_id) AS asserted
  FROM participations AS p JOIN claims AS c ON c.id = p.claim_id WHERE c.status NOT IN ('proposed', 'retracted')
    AND EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = p.claim_id AND a.status NOT IN ('proposed', 'retracted'));
CREATE VIEW rdf_comparable_words AS -- Each word on whether two related claims can be compared, in a row of its own.
  SELECT r.id, v.value AS comparable
  FROM relations AS r JOIN vocabulary AS v ON v.field = 'relations.comparable' AND instr(' ' || r.comparable || ' ', ' ' || v.value || ' ') > 0;
CREATE VIEW rdf_memberships AS -- What belongs to what where both are actors, as a body has members.
  SELECT a.id, a.entity_id, a.whole_id, a.role FROM affiliations AS a
  WHERE EXISTS (SELECT 1 FROM actors WHERE actors.id = a.entity_id) AND EXISTS (SELECT 1 FROM actors WHERE actors.id = a.whole_id);
CREATE VIEW rdf_affiliation_links AS -- What belongs to what by reference data, by the public property for the role.
  -- role_iri: The public property for the role.
  SELECT a.id, a.entity_id, a.whole_id, v.iri AS role_iri
  FROM affiliations AS a JOIN vocabulary AS v ON v.field = 'affiliations.role' AND v.value = a.role AND v.iri IS NOT NULL WHERE a.claim_id IS NULL;
CREATE VIEW rdf_bare_event_order AS -- How events stand to each other in time by claims in use that somebody makes, in the terms of OWL-Time.
  -- relation_iri: The property of OWL-Time.
  -- asserted: 1 where it may stand without saying who makes the claim, else 0.
  SELECT o.id, o.event_id, o.other_event_id, o.claim_id, v.iri AS relation_iri, EXISTS (SELECT 1 FROM rdf_asserted_claims AS sure WHERE sure.id = o.claim_id) AS asserted
  FROM event_order AS o JOIN vocabulary AS v ON v.field = 'event_order.relation' AND v.value = o.relation AND v.iri GLOB 'http://www.w3.org/2006/time#?*'
    JOIN claims AS c ON c.id = o.claim_id AND c.status NOT IN ('proposed', 'retracted')
  WHERE EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = o.claim_id AND a.status NOT IN ('proposed', 'retracted'));
CREATE VIEW rdf_event_order_links AS -- How events stand to each other in time as reference data, in the terms of OWL-Time.
  -- relation_iri: The property of OWL-Time.
  SELECT o.id, o.event_id, o.other_event_id, v.iri AS relation_iri
  FROM event_order AS o JOIN vocabulary AS v ON v.field = 'event_order.relation' AND v.value = o.relation AND v.iri GLOB 'http://www.w3.org/2006/time#?*'
  WHERE o.claim_id IS NULL;
CREATE VIEW rdf_cito_links AS -- Relations that count and nobody disputes, between claims in use, that CiTO has a property for.
  -- relation_iri: The property of CiTO.
  SELECT r.id, r.from_claim_id, r.to_claim_id, v.iri AS relation_iri
  FROM relations AS r JOIN vocabulary AS v ON v.field = 'relations.relation' AND v.value = r.relation AND v.iri GLOB 'http://purl.org/spar/cito/?*'
    JOIN claims AS f ON f.id = r.from_claim_id AND f.status NOT IN ('proposed', 'retracted')
    JOIN claims AS t ON t.id = r.to_claim_id AND t.status NOT IN ('proposed', 'retracted')
  WHERE r.status NOT IN ('proposed', 'retracted', 'disputed');
CREATE VIEW rdf_labels AS -- The names that label an entity in a stated language.
  -- tag: The language without region and script.
  -- preferred_label: The name, where it is the preferred label in that language.
  -- other_label: The name, where it is not.
  SELECT entity_id, tag, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, tag, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id, tag), 0) AS chosen
    FROM (SELECT entity_id, lower(substr(language, 1, instr(language || '-', '-') - 1)) AS tag, name, max(CASE kind WHEN 'name' THEN name END) AS full_name
      FROM names WHERE language IS NOT NULL AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY 1, 2, 3));
CREATE VIEW rdf_labels_en AS -- Labels in English, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'en';
CREATE VIEW rdf_labels_zh AS -- Labels in Chinese, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'zh';
CREATE VIEW rdf_labels_ru AS -- Labels in Russian, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'ru';
CREATE VIEW rdf_labels_fr AS -- Labels in French, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'fr';
CREATE VIEW rdf_labels_de AS -- Labels in German, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'de';
CREATE VIEW rdf_labels_es AS -- Labels in Spanish, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'es';
CREATE VIEW rdf_labels_ar AS -- Labels in Arabic, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'ar';
CREATE VIEW rdf_labels_ja AS -- Labels in Japanese, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'ja';
CREATE VIEW rdf_labels_ko AS -- Labels in Korean, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'ko';
CREATE VIEW rdf_labels_pt AS -- Labels in Portuguese, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'pt';
CREATE VIEW rdf_labels_it AS -- Labels in Italian, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'it';
CREATE VIEW rdf_labels_uk AS -- Labels in Ukrainian, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'uk';
CREATE VIEW rdf_labels_fa AS -- Labels in Persian, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'fa';
CREATE VIEW rdf_labels_hi AS -- Labels in Hindi, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'hi';
CREATE VIEW rdf_labels_tr AS -- Labels in Turkish, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'tr';
CREATE VIEW rdf_labels_pl AS -- Labels in Polish, its regional and script variants included.
  SELECT entity_id, name, preferred_label, other_label FROM rdf_labels WHERE tag = 'pl';
CREATE VIEW rdf_labels_untagged AS -- Labels in no stated language, or in one without a view of its own.
  SELECT DISTINCT n.entity_id, n.name FROM names AS n JOIN entities AS e ON e.id = n.entity_id
  WHERE n.kind IN ('name', 'alias', 'abbreviation', 'transliteration') AND n.name <> e.label
    AND (n.language IS NULL OR lower(substr(n.language, 1, instr(n.language || '-', '-') - 1)) NOT IN
      ('en', 'zh', 'ru', 'fr', 'de', 'es', 'ar', 'ja', 'ko', 'pt', 'it', 'uk', 'fa', 'hi', 'tr', 'pl'));
CREATE VIEW claims_of_ours AS SELECT id, text FROM claims WHERE kind = 'evaluation';
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
  SELECT RAISE(ABORT, 'assertions: other assertions are reported in this one; merge the claims to change its claim, source or level')
    WHERE NOT coalesce((SELECT relinking FROM change_context), 0) AND EXISTS (SELECT 1 FROM assertions
      WHERE reported_in_id = NEW.id AND (claim_id <> NEW.claim_id OR source_id <> NEW.source_id OR level <> NEW.level + 1));
  SELECT RAISE(ABORT, 'assertions.cue: not the words of the snapshot between cue_start_char and cue_end_char')
    WHERE NEW.cue IS NOT NULL AND NOT EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id
      WHERE passages.id = NEW.passage_id AND substr(snapshots.text, NEW.cue_start_char + 1, NEW.cue_end_char - NEW.cue_start_char) = NEW.cue);
END;
CREATE TRIGGER assertions_never_go BEFORE DELETE ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions: an assertion is never deleted; retract it instead');
END;
CREATE TRIGGER claims_never_go BEFORE DELETE ON claims BEGIN
  SELECT RAISE(ABORT, 'claims: a claim is never deleted; retract it instead');
END;
CREATE TRIGGER claims_await AFTER INSERT ON claims BEGIN
  INSERT INTO claims_awaiting_assertion(claim_id, guard) VALUES (NEW.id, 1);
END;
CREATE TRIGGER claims_are_asserted AFTER INSERT ON assertions BEGIN
  DELETE FROM claims_awaiting_assertion WHERE claim_id = NEW.claim_id;
END;
CREATE TRIGGER claims_keep_an_assertion BEFORE UPDATE OF claim_id ON assertions BEGIN
  SELECT RAISE(ABORT, 'assertions.claim_id: its claim would be left without an assertion; merge the claims instead')
    WHERE NEW.claim_id <> OLD.claim_id AND NOT coalesce((SELECT relinking FROM change_context), 0)
      AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = OLD.claim_id AND id <> OLD.id);
END;
CREATE TRIGGER reviews_are_of_rows BEFORE INSERT ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews.row_id: names no row of that table; add that row first') WHERE NOT EXISTS (
    SELECT 1 FROM claims WHERE NEW.table_name = 'claims' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM assertions WHERE NEW.table_name = 'assertions' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM mentions WHERE NEW.table_name = 'mentions' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM relations WHERE NEW.table_name = 'relations' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM citations WHERE NEW.table_name = 'citations' AND id = NEW.row_id);
END;
CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews: a review never changes; give another one');
END;
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews: a review is never deleted; give another one, or undo the run that recorded it')
    WHERE NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = run_id WHERE runs.kind IN ('undo', 'ingest'));
END;
CREATE TRIGGER affiliations_once BEFORE INSERT ON affiliations BEGIN
  SELECT RAISE(ABORT, 'affiliations: a row that says the same is there already; use that one') WHERE EXISTS (SELECT 1 FROM affiliations
    WHERE entity_id = NEW.entity_id AND whole_id = NEW.whole_id AND role = NEW.role AND claim_id IS NEW.claim_id AND start_date IS NEW.start_date AND end_date IS NEW.end_date
      AND id <> NEW.id);
END;
CREATE TRIGGER affiliations_stay_once BEFORE UPDATE ON affiliations BEGIN
  SELECT RAISE(ABORT, 'affiliations: another row says the same already; use that one') WHERE EXISTS (SELECT 1 FROM affiliations
    WHERE entity_id = NEW.entity_id AND whole_id = NEW.whole_id AND role = NEW.role AND claim_id IS NEW.claim_id AND start_date IS NEW.start_date AND end_date IS NEW.end_date
      AND id <> OLD.id);
END;
CREATE TRIGGER runs_end_once BEFORE UPDATE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs: a finished run never changes; record another run') WHERE OLD.ended_at IS NOT NULL;
  SELECT RAISE(ABORT, 'runs: of a run only its end is set; record another run')
    WHERE NEW.kind IS NOT OLD.kind OR NEW.contributor_id IS NOT OLD.contributor_id OR NEW.software IS NOT OLD.software OR NEW.version IS NOT OLD.version
      OR NEW.reason IS NOT OLD.reason OR NEW.started_at IS NOT OLD.started_at;
END;
CREATE TRIGGER runs_stay BEFORE DELETE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs: a finished run is never deleted') WHERE OLD.ended_at IS NOT NULL;
END;
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
CREATE TRIGGER entities_are_backed BEFORE INSERT ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.id: kept by triggers; add the actor, thing, event or source instead') WHERE NOT EXISTS (
    SELECT 1 FROM actors WHERE id = NEW.id AND NEW.kind = 'actor' UNION ALL SELECT 1 FROM things WHERE id = NEW.id AND NEW.kind = 'thing'
    UNION ALL SELECT 1 FROM events WHERE id = NEW.id AND NEW.kind = 'event' UNION ALL SELECT 1 FROM sources WHERE id = NEW.id AND NEW.kind = 'source');
END;
CREATE TRIGGER entities_follow BEFORE UPDATE OF kind, label ON entities BEGIN
  SELECT RAISE(ABORT, 'entities.kind: never changes; record another entity and merge this one into it') WHERE NEW.kind IS NOT OLD.kind;
  SELECT RAISE(ABORT, 'entities.label: follows the name or title of its row; change that') WHERE NEW.label IS NOT (
    SELECT name FROM actors WHERE id = NEW.id UNION ALL SELECT name FROM things WHERE id = NEW.id
    UNION ALL SELECT name FROM events WHERE id = NEW.id UNION ALL SELECT title FROM sources WHERE id = NEW.id);
END;
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
CREATE TRIGGER conflicts_keep_both BEFORE UPDATE OF table_name, row_id, ours, theirs, whose, at, our_contributor_id, our_at, run_id ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts: both values stay as they were recorded; change the status alone');
END;
CREATE TRIGGER conflicts_stay BEFORE DELETE ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts: a conflict is never deleted; settle it');
END;
CREATE TRIGGER contributors_insert BEFORE INSERT ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM contributors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'contributors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM contributors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'contributors.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
  SELECT RAISE(ABORT, 'contributors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'contributors.kind' AND value = NEW.kind);
END;
CREATE TRIGGER contributors_rowid AFTER INSERT ON contributors
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'contributors: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER contributors_update BEFORE UPDATE ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'contributors: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'contributors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'contributors.kind' AND value = NEW.kind);
END;
CREATE TRIGGER contributors_delete BEFORE DELETE ON contributors BEGIN
  SELECT RAISE(ABORT, 'contributors: runs.contributor_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM runs WHERE contributor_id = OLD.id);
  SELECT RAISE(ABORT, 'contributors: reviews.contributor_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM reviews WHERE contributor_id = OLD.id);
  SELECT RAISE(ABORT, 'contributors: conflicts.whose still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM conflicts WHERE whose = OLD.id);
  SELECT RAISE(ABORT, 'contributors: conflicts.our_contributor_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM conflicts WHERE our_contributor_id = OLD.id);
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
  SELECT RAISE(ABORT, 'runs: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM runs WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'runs: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM runs WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'runs.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'runs.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'runs.kind' AND value = NEW.kind);
END;
CREATE TRIGGER runs_rowid AFTER INSERT ON runs
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'runs: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER runs_update BEFORE UPDATE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'runs: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'runs.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'runs.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'runs.kind' AND value = NEW.kind);
END;
CREATE TRIGGER runs_delete BEFORE DELETE ON runs BEGIN
  SELECT RAISE(ABORT, 'runs: revisions.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM revisions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: predicates.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM predicates WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: actors.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM actors WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: things.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM things WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: events.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM events WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sources.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sources WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: source_authors.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM source_authors WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: names.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM names WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: identifiers.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM identifiers WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: snapshots.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM snapshots WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: originals.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM originals WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sections.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sections WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: sentences.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sentences WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: passages.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM passages WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: mentions.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM mentions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: claims.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: quantities.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM quantities WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: assertions.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM assertions WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: proposals.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM proposals WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: participations.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM participations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: relations.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM relations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: citations.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM citations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: reviews.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM reviews WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: conflicts.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM conflicts WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: affiliations.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM affiliations WHERE run_id = OLD.id);
  SELECT RAISE(ABORT, 'runs: event_order.run_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM event_order WHERE run_id = OLD.id);
END;
CREATE TRIGGER revisions_insert BEFORE INSERT ON revisions BEGIN
  SELECT RAISE(ABORT, 'revisions: a row with this seq is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM revisions WHERE seq = NEW.seq);
  SELECT RAISE(ABORT, 'revisions.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'revisions.operation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.operation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'revisions.operation' AND value = NEW.operation);
END;
CREATE TRIGGER origins_insert BEFORE INSERT ON origins BEGIN
  SELECT RAISE(ABORT, 'origins: a row with this file, entry, table_name, row_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM origins WHERE file = NEW.file AND entry = NEW.entry AND table_name = NEW.table_name AND row_id = NEW.row_id);
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
  SELECT RAISE(ABORT, 'vocabulary: a row with this field, value is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM vocabulary WHERE field = NEW.field AND value = NEW.value);
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
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.access; change those rows first') WHERE OLD.field = 'sources.access' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM sources WHERE access = OLD.value);
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
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.comparable; change those rows first') WHERE OLD.field = 'relations.comparable' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM relations WHERE instr(' ' || comparable || ' ', ' ' || OLD.value || ' ') > 0);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.status; change those rows first') WHERE OLD.field = 'relations.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM relations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in affiliations.role; change those rows first') WHERE OLD.field = 'affiliations.role' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM affiliations WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in citations.status; change those rows first') WHERE OLD.field = 'citations.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM citations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in event_order.relation; change those rows first') WHERE OLD.field = 'event_order.relation' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM event_order WHERE relation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in reviews.verdict; change those rows first') WHERE OLD.field = 'reviews.verdict' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM reviews WHERE verdict = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in conflicts.status; change those rows first') WHERE OLD.field = 'conflicts.status' AND (NEW.field <> OLD.field OR NEW.value <> OLD.value) AND EXISTS (SELECT 1 FROM conflicts WHERE status = OLD.value);
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
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in sources.access; change those rows first') WHERE OLD.field = 'sources.access' AND EXISTS (SELECT 1 FROM sources WHERE access = OLD.value);
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
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.comparable; change those rows first') WHERE OLD.field = 'relations.comparable' AND EXISTS (SELECT 1 FROM relations WHERE instr(' ' || comparable || ' ', ' ' || OLD.value || ' ') > 0);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in relations.status; change those rows first') WHERE OLD.field = 'relations.status' AND EXISTS (SELECT 1 FROM relations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in affiliations.role; change those rows first') WHERE OLD.field = 'affiliations.role' AND EXISTS (SELECT 1 FROM affiliations WHERE role = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in citations.status; change those rows first') WHERE OLD.field = 'citations.status' AND EXISTS (SELECT 1 FROM citations WHERE status = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in event_order.relation; change those rows first') WHERE OLD.field = 'event_order.relation' AND EXISTS (SELECT 1 FROM event_order WHERE relation = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in reviews.verdict; change those rows first') WHERE OLD.field = 'reviews.verdict' AND EXISTS (SELECT 1 FROM reviews WHERE verdict = OLD.value);
  SELECT RAISE(ABORT, 'vocabulary: the word is in use in conflicts.status; change those rows first') WHERE OLD.field = 'conflicts.status' AND EXISTS (SELECT 1 FROM conflicts WHERE status = OLD.value);
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
  SELECT RAISE(ABORT, 'entities: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM entities WHERE id = NEW.id);
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
  SELECT RAISE(ABORT, 'entities.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'entities: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'entities.merged_into_id: names no row of entities; add that row first') WHERE NEW.merged_into_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.merged_into_id);
  SELECT RAISE(ABORT, 'entities.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'entities.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'entities.status' AND value = NEW.status);
END;
CREATE TRIGGER entities_delete BEFORE DELETE ON entities BEGIN
  SELECT RAISE(ABORT, 'entities: entities.merged_into_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM entities WHERE merged_into_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: actors.id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM actors WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: actors.part_of_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM actors WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: things.id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM things WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: things.part_of_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM things WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM events WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.place_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM events WHERE place_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: events.part_of_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM events WHERE part_of_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: sources.id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sources WHERE id = OLD.id);
  SELECT RAISE(ABORT, 'entities: names.entity_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM names WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: identifiers.entity_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM identifiers WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: mentions.entity_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM mentions WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.subject_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE subject_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.object_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE object_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: claims.place_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE place_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: participations.entity_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM participations WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: affiliations.entity_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM affiliations WHERE entity_id = OLD.id);
  SELECT RAISE(ABORT, 'entities: affiliations.whole_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM affiliations WHERE whole_id = OLD.id);
END;
CREATE TRIGGER entities_stand_for_themselves AFTER INSERT ON entities BEGIN
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (NEW.id, NEW.id, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER entities_stand_for_nothing AFTER DELETE ON entities BEGIN
  DELETE FROM stand_ins WHERE entity_id = OLD.id OR stand_in_id = OLD.id;
END;
CREATE TRIGGER entities_revised AFTER UPDATE OF id, kind, label, status, merged_into_id ON entities
  WHEN (NEW.status IS NOT OLD.status OR NEW.merged_into_id IS NOT OLD.merged_into_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('entities', OLD.id, 'update', json_object('id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'status', OLD.status, 'merged_into_id', OLD.merged_into_id), json_object('id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'status', NEW.status, 'merged_into_id', NEW.merged_into_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER predicates_insert BEFORE INSERT ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM predicates WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'predicates: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM predicates WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'predicates.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
  SELECT RAISE(ABORT, 'predicates.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'predicates.inverse_of_id: names no row of predicates; add that row first') WHERE NEW.inverse_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM predicates WHERE id = NEW.inverse_of_id);
END;
CREATE TRIGGER predicates_rowid AFTER INSERT ON predicates
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'predicates: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER predicates_update BEFORE UPDATE ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'predicates: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'predicates.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'predicates.inverse_of_id: names no row of predicates; add that row first') WHERE NEW.inverse_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM predicates WHERE id = NEW.inverse_of_id);
END;
CREATE TRIGGER predicates_delete BEFORE DELETE ON predicates BEGIN
  SELECT RAISE(ABORT, 'predicates: predicates.inverse_of_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM predicates WHERE inverse_of_id = OLD.id);
  SELECT RAISE(ABORT, 'predicates: claims.predicate_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE predicate_id = OLD.id);
END;
CREATE TRIGGER predicates_revised AFTER UPDATE OF id, label, description, iri, run_id, symmetric, transitive, inverse_of_id ON predicates
  WHEN (NEW.id IS NOT OLD.id OR NEW.label IS NOT OLD.label OR NEW.description IS NOT OLD.description OR NEW.iri IS NOT OLD.iri OR NEW.run_id IS NOT OLD.run_id OR NEW.symmetric IS NOT OLD.symmetric OR NEW.transitive IS NOT OLD.transitive OR NEW.inverse_of_id IS NOT OLD.inverse_of_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('predicates', OLD.id, 'update', json_object('id', OLD.id, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri, 'run_id', OLD.run_id, 'symmetric', OLD.symmetric, 'transitive', OLD.transitive, 'inverse_of_id', OLD.inverse_of_id), json_object('id', NEW.id, 'label', NEW.label, 'description', NEW.description, 'iri', NEW.iri, 'run_id', NEW.run_id, 'symmetric', NEW.symmetric, 'transitive', NEW.transitive, 'inverse_of_id', NEW.inverse_of_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER predicates_removed AFTER DELETE ON predicates
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('predicates', OLD.id, 'delete', json_object('id', OLD.id, 'label', OLD.label, 'description', OLD.description, 'iri', OLD.iri, 'run_id', OLD.run_id, 'symmetric', OLD.symmetric, 'transitive', OLD.transitive, 'inverse_of_id', OLD.inverse_of_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER actors_may_register BEFORE INSERT ON actors BEGIN
  SELECT RAISE(ABORT, 'actors: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM actors WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'actors: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM actors WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'actors.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
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
  SELECT RAISE(ABORT, 'actors.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'actors: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'actors.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'actors.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'actors.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'actors.anonymity: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.anonymity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'actors.anonymity' AND value = NEW.anonymity);
END;
CREATE TRIGGER actors_delete BEFORE DELETE ON actors BEGIN
  SELECT RAISE(ABORT, 'actors: sources.publisher_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sources WHERE publisher_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: source_authors.actor_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM source_authors WHERE actor_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: sections.speaker_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sections WHERE speaker_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: assertions.speaker_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM assertions WHERE speaker_id = OLD.id);
  SELECT RAISE(ABORT, 'actors: proposals.speaker_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM proposals WHERE speaker_id = OLD.id);
END;
CREATE TRIGGER actors_begin_in_a_tree BEFORE INSERT ON actors
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actors.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER actors_stay_in_a_tree BEFORE UPDATE OF part_of_id ON actors
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'actors.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER actors_stand_for_their_whole AFTER INSERT ON actors
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (NEW.id, NEW.id, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER actors_stand_for_another_whole AFTER UPDATE OF part_of_id ON actors
  WHEN NEW.part_of_id IS NOT OLD.part_of_id BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
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
  SELECT RAISE(ABORT, 'things: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM things WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'things: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM things WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'things.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
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
  SELECT RAISE(ABORT, 'things.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'things: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'things.part_of_id: names no row of entities; add that row first') WHERE NEW.part_of_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.part_of_id);
  SELECT RAISE(ABORT, 'things.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'things.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'things.kind' AND value = NEW.kind);
END;
CREATE TRIGGER things_begin_in_a_tree BEFORE INSERT ON things
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'things.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER things_stay_in_a_tree BEFORE UPDATE OF part_of_id ON things
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'things.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER things_stand_for_their_whole AFTER INSERT ON things
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (NEW.id, NEW.id, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER things_stand_for_another_whole AFTER UPDATE OF part_of_id ON things
  WHEN NEW.part_of_id IS NOT OLD.part_of_id BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
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
  SELECT RAISE(ABORT, 'events: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM events WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'events: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM events WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'events.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
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
  SELECT RAISE(ABORT, 'events.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
  SELECT RAISE(ABORT, 'events: claims.event_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM claims WHERE event_id = OLD.id);
  SELECT RAISE(ABORT, 'events: participations.event_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM participations WHERE event_id = OLD.id);
  SELECT RAISE(ABORT, 'events: event_order.event_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM event_order WHERE event_id = OLD.id);
  SELECT RAISE(ABORT, 'events: event_order.other_event_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM event_order WHERE other_event_id = OLD.id);
END;
CREATE TRIGGER events_begin_in_a_tree BEFORE INSERT ON events
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'events.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
END;
CREATE TRIGGER events_stay_in_a_tree BEFORE UPDATE OF part_of_id ON events
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'events.part_of_id: would make it part of itself; choose another whole') WHERE EXISTS (WITH RECURSIVE up(id) AS (SELECT NEW.part_of_id UNION SELECT actors.part_of_id FROM up JOIN actors ON actors.id = up.id WHERE actors.part_of_id IS NOT NULL UNION SELECT things.part_of_id FROM up JOIN things ON things.id = up.id WHERE things.part_of_id IS NOT NULL UNION SELECT events.part_of_id FROM up JOIN events ON events.id = up.id WHERE events.part_of_id IS NOT NULL) SELECT 1 FROM up WHERE id = NEW.id);
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
CREATE TRIGGER events_stand_for_their_whole AFTER INSERT ON events
  WHEN NEW.part_of_id IS NOT NULL BEGIN
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts) VALUES (NEW.id, NEW.id, 0, NULL, NULL, 1) ON CONFLICT DO NOTHING;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER events_stand_for_another_whole AFTER UPDATE OF part_of_id ON events
  WHEN NEW.part_of_id IS NOT OLD.part_of_id BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT OLD.part_of_id WHERE OLD.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, 'part-of'), above.by_parts AND 1 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.id
  WHERE above.stand_in_id = NEW.part_of_id AND above.entity_id <> below.stand_in_id AND true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
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
  SELECT RAISE(ABORT, 'sources: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM sources WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sources: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM sources WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'sources.id: use a-z, 0-9 and hyphens, and do not begin with a hyphen or like a minted id (such as clm-); choose another id') WHERE NEW.id = '' OR NEW.id GLOB '*[^a-z0-9-]*' OR NEW.id GLOB '-*' OR substr(NEW.id, 1, 4) IN ('snp-', 'sec-', 'sen-', 'psg-', 'men-', 'clm-', 'ast-', 'rel-', 'aff-', 'cit-', 'ord-', 'prp-', 'rvw-', 'cfl-', 'run-');
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
  SELECT RAISE(ABORT, 'sources.access: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.access IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.access' AND value = NEW.access);
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
  SELECT RAISE(ABORT, 'sources.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'sources: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'sources.publisher_id: names no row of actors; add that row first') WHERE NEW.publisher_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.publisher_id);
  SELECT RAISE(ABORT, 'sources.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sources.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.kind' AND value = NEW.kind);
  SELECT RAISE(ABORT, 'sources.published_basis: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.published_basis IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.published_basis' AND value = NEW.published_basis);
  SELECT RAISE(ABORT, 'sources.access: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.access IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sources.access' AND value = NEW.access);
  INSERT INTO dates(edtf) SELECT NEW.published WHERE NEW.published IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.published);
  SELECT RAISE(ABORT, 'sources.published: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.published IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.published) IS NOT 1;
  INSERT INTO dates(edtf) SELECT NEW.updated WHERE NEW.updated IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.updated);
  SELECT RAISE(ABORT, 'sources.updated: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.updated IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.updated) IS NOT 1;
END;
CREATE TRIGGER sources_delete BEFORE DELETE ON sources BEGIN
  SELECT RAISE(ABORT, 'sources: source_authors.source_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM source_authors WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: snapshots.source_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM snapshots WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: assertions.source_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM assertions WHERE source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: assertions.work_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM assertions WHERE work_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: citations.citing_source_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM citations WHERE citing_source_id = OLD.id);
  SELECT RAISE(ABORT, 'sources: citations.cited_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM citations WHERE cited_id = OLD.id);
END;
CREATE TRIGGER sources_revised AFTER UPDATE OF id, title, kind, publisher_id, published, published_basis, updated, language, url, rights, access, note, run_id ON sources
  WHEN (NEW.id IS NOT OLD.id OR NEW.title IS NOT OLD.title OR NEW.kind IS NOT OLD.kind OR NEW.publisher_id IS NOT OLD.publisher_id OR NEW.published IS NOT OLD.published OR NEW.published_basis IS NOT OLD.published_basis OR NEW.updated IS NOT OLD.updated OR NEW.language IS NOT OLD.language OR NEW.url IS NOT OLD.url OR NEW.rights IS NOT OLD.rights OR NEW.access IS NOT OLD.access OR NEW.note IS NOT OLD.note OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sources', OLD.id, 'update', json_object('id', OLD.id, 'title', OLD.title, 'kind', OLD.kind, 'publisher_id', OLD.publisher_id, 'published', OLD.published, 'published_basis', OLD.published_basis, 'updated', OLD.updated, 'language', OLD.language, 'url', OLD.url, 'rights', OLD.rights, 'access', OLD.access, 'snapshot_id', OLD.snapshot_id, 'note', OLD.note, 'run_id', OLD.run_id), json_object('id', NEW.id, 'title', NEW.title, 'kind', NEW.kind, 'publisher_id', NEW.publisher_id, 'published', NEW.published, 'published_basis', NEW.published_basis, 'updated', NEW.updated, 'language', NEW.language, 'url', NEW.url, 'rights', NEW.rights, 'access', NEW.access, 'snapshot_id', NEW.snapshot_id, 'note', NEW.note, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER sources_removed AFTER DELETE ON sources
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('sources', OLD.id, 'delete', json_object('id', OLD.id, 'title', OLD.title, 'kind', OLD.kind, 'publisher_id', OLD.publisher_id, 'published', OLD.published, 'published_basis', OLD.published_basis, 'updated', OLD.updated, 'language', OLD.language, 'url', OLD.url, 'rights', OLD.rights, 'access', OLD.access, 'snapshot_id', OLD.snapshot_id, 'note', OLD.note, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER source_authors_insert BEFORE INSERT ON source_authors BEGIN
  SELECT RAISE(ABORT, 'source_authors: a row with this source_id, position is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM source_authors WHERE source_id = NEW.source_id AND position = NEW.position);
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
  SELECT RAISE(ABORT, 'names: a row with this entity_id, name, kind is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM names WHERE entity_id = NEW.entity_id AND name = NEW.name AND kind = NEW.kind);
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
  SELECT RAISE(ABORT, 'identifiers: a row with this entity_id, scheme, value is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM identifiers WHERE entity_id = NEW.entity_id AND scheme = NEW.scheme AND value = NEW.value);
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
  SELECT RAISE(ABORT, 'snapshots: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'snapshots: a row with this source_id, sha256 is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM snapshots WHERE source_id = NEW.source_id AND sha256 = NEW.sha256);
  SELECT RAISE(ABORT, 'snapshots: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM snapshots WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'snapshots.source_id: names no row of sources; add that row first') WHERE NEW.source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources WHERE id = NEW.source_id);
  SELECT RAISE(ABORT, 'snapshots.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER snapshots_rowid AFTER INSERT ON snapshots
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'snapshots: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER originals_insert BEFORE INSERT ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a row with this snapshot_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM originals WHERE snapshot_id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM originals WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'originals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER originals_rowid AFTER INSERT ON originals
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'originals: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER originals_update BEFORE UPDATE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals.snapshot_id: an id never changes; merge the row into another instead') WHERE NEW.snapshot_id IS NOT OLD.snapshot_id;
  SELECT RAISE(ABORT, 'originals: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'originals.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'originals.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
END;
CREATE TRIGGER sections_insert BEFORE INSERT ON sections BEGIN
  SELECT RAISE(ABORT, 'sections: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM sections WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sections: a row with this snapshot_id, position is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM sections WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position);
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
  SELECT RAISE(ABORT, 'sections.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'sections: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'sections: another row has this snapshot_id, position already') WHERE EXISTS (SELECT 1 FROM sections WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'sections.snapshot_id: names no row of snapshots; add that row first') WHERE NEW.snapshot_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id);
  SELECT RAISE(ABORT, 'sections.speaker_id: names no row of actors; add that row first') WHERE NEW.speaker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM actors WHERE id = NEW.speaker_id);
  SELECT RAISE(ABORT, 'sections.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'sections.kind: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'sections.kind' AND value = NEW.kind);
END;
CREATE TRIGGER sections_delete BEFORE DELETE ON sections BEGIN
  SELECT RAISE(ABORT, 'sections: sentences.section_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM sentences WHERE section_id = OLD.id);
  SELECT RAISE(ABORT, 'sections: passages.section_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM passages WHERE section_id = OLD.id);
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
  SELECT RAISE(ABORT, 'sentences: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM sentences WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'sentences: a row with this snapshot_id, position is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM sentences WHERE snapshot_id = NEW.snapshot_id AND position = NEW.position);
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
  SELECT RAISE(ABORT, 'sentences.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
  SELECT RAISE(ABORT, 'passages: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM passages WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'passages: a row with this snapshot_id, start_char, end_char is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM passages WHERE snapshot_id = NEW.snapshot_id AND start_char = NEW.start_char AND end_char = NEW.end_char);
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
  SELECT RAISE(ABORT, 'mentions: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM mentions WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'mentions: a row with this snapshot_id, start_char, end_char, entity_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM mentions WHERE snapshot_id = NEW.snapshot_id AND start_char = NEW.start_char AND end_char = NEW.end_char AND entity_id = NEW.entity_id);
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
  SELECT RAISE(ABORT, 'mentions.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
  SELECT RAISE(ABORT, 'claims: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM claims WHERE id = NEW.id);
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
  SELECT RAISE(ABORT, 'claims.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
CREATE TRIGGER claims_carry_stand_ins AFTER UPDATE OF status ON claims
  WHEN (NEW.status IN ('proposed', 'retracted')) <> (OLD.status IN ('proposed', 'retracted')) AND EXISTS (SELECT whole_id FROM affiliations WHERE claim_id = NEW.id) BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT whole_id FROM affiliations WHERE claim_id = NEW.id));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT whole_id FROM affiliations WHERE claim_id = NEW.id
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER claims_revised AFTER UPDATE OF id, text, kind, subject_id, predicate_id, object_id, object_text, event_id, place_id, about_time, status, merged_into_id, recorded_at, run_id ON claims
  WHEN (NEW.id IS NOT OLD.id OR NEW.text IS NOT OLD.text OR NEW.kind IS NOT OLD.kind OR NEW.subject_id IS NOT OLD.subject_id OR NEW.predicate_id IS NOT OLD.predicate_id OR NEW.object_id IS NOT OLD.object_id OR NEW.object_text IS NOT OLD.object_text OR NEW.event_id IS NOT OLD.event_id OR NEW.place_id IS NOT OLD.place_id OR NEW.about_time IS NOT OLD.about_time OR NEW.status IS NOT OLD.status OR NEW.merged_into_id IS NOT OLD.merged_into_id OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('claims', OLD.id, 'update', json_object('id', OLD.id, 'text', OLD.text, 'kind', OLD.kind, 'subject_id', OLD.subject_id, 'predicate_id', OLD.predicate_id, 'object_id', OLD.object_id, 'object_text', OLD.object_text, 'event_id', OLD.event_id, 'place_id', OLD.place_id, 'about_time', OLD.about_time, 'about_earliest', OLD.about_earliest, 'about_latest', OLD.about_latest, 'status', OLD.status, 'merged_into_id', OLD.merged_into_id, 'recorded_at', OLD.recorded_at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'text', NEW.text, 'kind', NEW.kind, 'subject_id', NEW.subject_id, 'predicate_id', NEW.predicate_id, 'object_id', NEW.object_id, 'object_text', NEW.object_text, 'event_id', NEW.event_id, 'place_id', NEW.place_id, 'about_time', NEW.about_time, 'about_earliest', NEW.about_earliest, 'about_latest', NEW.about_latest, 'status', NEW.status, 'merged_into_id', NEW.merged_into_id, 'recorded_at', NEW.recorded_at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER quantities_insert BEFORE INSERT ON quantities BEGIN
  SELECT RAISE(ABORT, 'quantities: a row with this claim_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM quantities WHERE claim_id = NEW.claim_id);
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
  SELECT RAISE(ABORT, 'quantities.claim_id: an id never changes; merge the row into another instead') WHERE NEW.claim_id IS NOT OLD.claim_id;
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
  SELECT RAISE(ABORT, 'assertions: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM assertions WHERE id = NEW.id);
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
  SELECT RAISE(ABORT, 'assertions.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
  SELECT RAISE(ABORT, 'proposals: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id);
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
  SELECT RAISE(ABORT, 'proposals.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
  SELECT RAISE(ABORT, 'proposals: proposals.parent_id still refers to this row; change that first, or retract or merge this row instead') WHERE EXISTS (SELECT 1 FROM proposals WHERE parent_id = OLD.id);
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
  SELECT RAISE(ABORT, 'participations: a row with this event_id, entity_id, role, claim_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM participations WHERE event_id = NEW.event_id AND entity_id = NEW.entity_id AND role = NEW.role AND claim_id = NEW.claim_id);
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
  SELECT RAISE(ABORT, 'relations: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM relations WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'relations: a row with this from_claim_id, to_claim_id, relation is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM relations WHERE from_claim_id = NEW.from_claim_id AND to_claim_id = NEW.to_claim_id AND relation = NEW.relation);
  SELECT RAISE(ABORT, 'relations: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM relations WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'relations.from_claim_id: names no row of claims; add that row first') WHERE NEW.from_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.from_claim_id);
  SELECT RAISE(ABORT, 'relations.to_claim_id: names no row of claims; add that row first') WHERE NEW.to_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.to_claim_id);
  SELECT RAISE(ABORT, 'relations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'relations.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.relation' AND value = NEW.relation);
  SELECT RAISE(ABORT, 'relations.comparable: not words of the vocabulary, each once, sorted and separated by one blank; see the table vocabulary, or add the word there first') WHERE NEW.comparable IS NOT (SELECT group_concat(value, ' ') FROM (SELECT value FROM vocabulary WHERE field = 'relations.comparable' AND instr(' ' || NEW.comparable || ' ', ' ' || value || ' ') > 0 ORDER BY value));
  SELECT RAISE(ABORT, 'relations.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.status' AND value = NEW.status);
END;
CREATE TRIGGER relations_rowid AFTER INSERT ON relations
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'relations: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER relations_update BEFORE UPDATE ON relations BEGIN
  SELECT RAISE(ABORT, 'relations.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'relations: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'relations: another row has this from_claim_id, to_claim_id, relation already') WHERE EXISTS (SELECT 1 FROM relations WHERE from_claim_id = NEW.from_claim_id AND to_claim_id = NEW.to_claim_id AND relation = NEW.relation AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'relations.from_claim_id: names no row of claims; add that row first') WHERE NEW.from_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.from_claim_id);
  SELECT RAISE(ABORT, 'relations.to_claim_id: names no row of claims; add that row first') WHERE NEW.to_claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.to_claim_id);
  SELECT RAISE(ABORT, 'relations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'relations.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'relations.relation' AND value = NEW.relation);
  SELECT RAISE(ABORT, 'relations.comparable: not words of the vocabulary, each once, sorted and separated by one blank; see the table vocabulary, or add the word there first') WHERE NEW.comparable IS NOT (SELECT group_concat(value, ' ') FROM (SELECT value FROM vocabulary WHERE field = 'relations.comparable' AND instr(' ' || NEW.comparable || ' ', ' ' || value || ' ') > 0 ORDER BY value));
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
  SELECT RAISE(ABORT, 'citations: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM citations WHERE id = NEW.id);
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
  SELECT RAISE(ABORT, 'citations.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
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
CREATE TRIGGER reviews_insert BEFORE INSERT ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'reviews: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM reviews WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'reviews.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'reviews.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'reviews.verdict: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.verdict IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'reviews.verdict' AND value = NEW.verdict);
END;
CREATE TRIGGER reviews_rowid AFTER INSERT ON reviews
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'reviews: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER reviews_update BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'reviews: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'reviews.contributor_id: names no row of contributors; add that row first') WHERE NEW.contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.contributor_id);
  SELECT RAISE(ABORT, 'reviews.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'reviews.verdict: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.verdict IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'reviews.verdict' AND value = NEW.verdict);
END;
CREATE TRIGGER reviews_revised AFTER UPDATE OF id, table_name, row_id, contributor_id, verdict, note, at, run_id ON reviews
  WHEN (NEW.id IS NOT OLD.id OR NEW.table_name IS NOT OLD.table_name OR NEW.row_id IS NOT OLD.row_id OR NEW.contributor_id IS NOT OLD.contributor_id OR NEW.verdict IS NOT OLD.verdict OR NEW.note IS NOT OLD.note OR NEW.at IS NOT OLD.at OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('reviews', OLD.id, 'update', json_object('id', OLD.id, 'table_name', OLD.table_name, 'row_id', OLD.row_id, 'contributor_id', OLD.contributor_id, 'verdict', OLD.verdict, 'note', OLD.note, 'at', OLD.at, 'run_id', OLD.run_id), json_object('id', NEW.id, 'table_name', NEW.table_name, 'row_id', NEW.row_id, 'contributor_id', NEW.contributor_id, 'verdict', NEW.verdict, 'note', NEW.note, 'at', NEW.at, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER reviews_removed AFTER DELETE ON reviews
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('reviews', OLD.id, 'delete', json_object('id', OLD.id, 'table_name', OLD.table_name, 'row_id', OLD.row_id, 'contributor_id', OLD.contributor_id, 'verdict', OLD.verdict, 'note', OLD.note, 'at', OLD.at, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER conflicts_insert BEFORE INSERT ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM conflicts WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'conflicts: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM conflicts WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'conflicts.whose: names no row of contributors; add that row first') WHERE NEW.whose IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.whose);
  SELECT RAISE(ABORT, 'conflicts.our_contributor_id: names no row of contributors; add that row first') WHERE NEW.our_contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.our_contributor_id);
  SELECT RAISE(ABORT, 'conflicts.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'conflicts.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'conflicts.status' AND value = NEW.status);
END;
CREATE TRIGGER conflicts_rowid AFTER INSERT ON conflicts
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'conflicts: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER conflicts_update BEFORE UPDATE ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'conflicts: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'conflicts.whose: names no row of contributors; add that row first') WHERE NEW.whose IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.whose);
  SELECT RAISE(ABORT, 'conflicts.our_contributor_id: names no row of contributors; add that row first') WHERE NEW.our_contributor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contributors WHERE id = NEW.our_contributor_id);
  SELECT RAISE(ABORT, 'conflicts.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'conflicts.status: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.status IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'conflicts.status' AND value = NEW.status);
END;
CREATE TRIGGER conflicts_revised AFTER UPDATE OF id, table_name, row_id, ours, theirs, whose, at, our_contributor_id, our_at, status, run_id ON conflicts
  WHEN (NEW.id IS NOT OLD.id OR NEW.table_name IS NOT OLD.table_name OR NEW.row_id IS NOT OLD.row_id OR NEW.ours IS NOT OLD.ours OR NEW.theirs IS NOT OLD.theirs OR NEW.whose IS NOT OLD.whose OR NEW.at IS NOT OLD.at OR NEW.our_contributor_id IS NOT OLD.our_contributor_id OR NEW.our_at IS NOT OLD.our_at OR NEW.status IS NOT OLD.status OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('conflicts', OLD.id, 'update', json_object('id', OLD.id, 'table_name', OLD.table_name, 'row_id', OLD.row_id, 'ours', OLD.ours, 'theirs', OLD.theirs, 'whose', OLD.whose, 'at', OLD.at, 'our_contributor_id', OLD.our_contributor_id, 'our_at', OLD.our_at, 'status', OLD.status, 'run_id', OLD.run_id), json_object('id', NEW.id, 'table_name', NEW.table_name, 'row_id', NEW.row_id, 'ours', NEW.ours, 'theirs', NEW.theirs, 'whose', NEW.whose, 'at', NEW.at, 'our_contributor_id', NEW.our_contributor_id, 'our_at', NEW.our_at, 'status', NEW.status, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER conflicts_removed AFTER DELETE ON conflicts
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('conflicts', OLD.id, 'delete', json_object('id', OLD.id, 'table_name', OLD.table_name, 'row_id', OLD.row_id, 'ours', OLD.ours, 'theirs', OLD.theirs, 'whose', OLD.whose, 'at', OLD.at, 'our_contributor_id', OLD.our_contributor_id, 'our_at', OLD.our_at, 'status', OLD.status, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER affiliations_insert BEFORE INSERT ON affiliations BEGIN
  SELECT RAISE(ABORT, 'affiliations: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM affiliations WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'affiliations: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM affiliations WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'affiliations.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'affiliations.whole_id: names no row of entities; add that row first') WHERE NEW.whole_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.whole_id);
  SELECT RAISE(ABORT, 'affiliations.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'affiliations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'affiliations.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'affiliations.role' AND value = NEW.role);
  INSERT INTO dates(edtf) SELECT NEW.start_date WHERE NEW.start_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.start_date);
  SELECT RAISE(ABORT, 'affiliations.start_date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.start_date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.start_date) IS NOT 1;
  INSERT INTO dates(edtf) SELECT NEW.end_date WHERE NEW.end_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.end_date);
  SELECT RAISE(ABORT, 'affiliations.end_date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.end_date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.end_date) IS NOT 1;
END;
CREATE TRIGGER affiliations_rowid AFTER INSERT ON affiliations
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'affiliations: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER affiliations_update BEFORE UPDATE ON affiliations BEGIN
  SELECT RAISE(ABORT, 'affiliations.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'affiliations: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'affiliations.entity_id: names no row of entities; add that row first') WHERE NEW.entity_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.entity_id);
  SELECT RAISE(ABORT, 'affiliations.whole_id: names no row of entities; add that row first') WHERE NEW.whole_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE id = NEW.whole_id);
  SELECT RAISE(ABORT, 'affiliations.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'affiliations.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'affiliations.role: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.role IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'affiliations.role' AND value = NEW.role);
  INSERT INTO dates(edtf) SELECT NEW.start_date WHERE NEW.start_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.start_date);
  SELECT RAISE(ABORT, 'affiliations.start_date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.start_date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.start_date) IS NOT 1;
  INSERT INTO dates(edtf) SELECT NEW.end_date WHERE NEW.end_date IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dates WHERE edtf = NEW.end_date);
  SELECT RAISE(ABORT, 'affiliations.end_date: not an EDTF date; write it like 2021, 2021-10, 2021-10-23, 192X, 2021~ or 2021/2041~') WHERE NEW.end_date IS NOT NULL AND (SELECT valid FROM dates WHERE edtf = NEW.end_date) IS NOT 1;
END;
CREATE TRIGGER affiliations_stand_for_their_whole AFTER INSERT ON affiliations BEGIN
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, NEW.role), above.by_parts AND 0 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.entity_id
  WHERE above.stand_in_id = NEW.whole_id AND above.entity_id <> below.stand_in_id AND EXISTS (SELECT 1 FROM standing_affiliations WHERE id = NEW.id)
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER affiliations_stand_for_another_whole AFTER UPDATE OF entity_id, whole_id, role, claim_id ON affiliations
  WHEN NEW.entity_id IS NOT OLD.entity_id OR NEW.whole_id IS NOT OLD.whole_id OR NEW.role IS NOT OLD.role OR NEW.claim_id IS NOT OLD.claim_id BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT OLD.whole_id));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT OLD.whole_id
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT above.entity_id, below.stand_in_id, above.steps + 1 + below.steps, coalesce(below.through_id, above.stand_in_id),
    coalesce(below.role, NEW.role), above.by_parts AND 0 AND below.by_parts
  FROM stand_ins AS above JOIN stand_ins AS below ON below.entity_id = NEW.entity_id
  WHERE above.stand_in_id = NEW.whole_id AND above.entity_id <> below.stand_in_id AND EXISTS (SELECT 1 FROM standing_affiliations WHERE id = NEW.id)
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER affiliations_stand_no_more AFTER DELETE ON affiliations BEGIN
  DELETE FROM stand_ins WHERE entity_id IN (SELECT entity_id FROM stand_ins WHERE stand_in_id IN (SELECT OLD.whole_id));
  INSERT INTO stand_ins(entity_id, stand_in_id, steps, through_id, role, by_parts)
  SELECT entity_id, stand_in_id, steps, through_id, role, by_parts FROM (WITH RECURSIVE above(id) AS (SELECT OLD.whole_id
    UNION SELECT step.part_of_id FROM above JOIN actors AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN things AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.part_of_id FROM above JOIN events AS step ON step.id = above.id WHERE step.part_of_id IS NOT NULL
    UNION SELECT step.whole_id FROM above JOIN standing_affiliations AS step ON step.entity_id = above.id WHERE step.whole_id IS NOT NULL),
  chain(entity_id, stand_in_id, steps, through_id, role, by_parts) AS (SELECT id, id, 0, NULL, NULL, 1 FROM above
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN actors AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN things AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.id, chain.steps + 1, step.part_of_id, 'part-of', chain.by_parts AND 'part-of' = 'part-of' FROM chain JOIN events AS step ON step.part_of_id = chain.stand_in_id WHERE chain.steps < 64 AND step.id <> chain.entity_id
    UNION SELECT chain.entity_id, step.entity_id, chain.steps + 1, step.whole_id, step.role, chain.by_parts AND step.role = 'part-of' FROM chain JOIN standing_affiliations AS step ON step.whole_id = chain.stand_in_id WHERE chain.steps < 64 AND step.entity_id <> chain.entity_id)
  SELECT * FROM chain ORDER BY steps) WHERE true
  ON CONFLICT (entity_id, stand_in_id) DO UPDATE SET by_parts = max(by_parts, excluded.by_parts), steps = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.steps ELSE steps END, through_id = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.through_id ELSE through_id END, role = CASE WHEN (excluded.steps, excluded.role, excluded.through_id) < (steps, role, through_id) THEN excluded.role ELSE role END;
END;
CREATE TRIGGER affiliations_revised AFTER UPDATE OF id, entity_id, whole_id, role, claim_id, start_date, end_date, run_id ON affiliations
  WHEN (NEW.id IS NOT OLD.id OR NEW.entity_id IS NOT OLD.entity_id OR NEW.whole_id IS NOT OLD.whole_id OR NEW.role IS NOT OLD.role OR NEW.claim_id IS NOT OLD.claim_id OR NEW.start_date IS NOT OLD.start_date OR NEW.end_date IS NOT OLD.end_date OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('affiliations', OLD.id, 'update', json_object('id', OLD.id, 'entity_id', OLD.entity_id, 'whole_id', OLD.whole_id, 'role', OLD.role, 'claim_id', OLD.claim_id, 'start_date', OLD.start_date, 'end_date', OLD.end_date, 'run_id', OLD.run_id), json_object('id', NEW.id, 'entity_id', NEW.entity_id, 'whole_id', NEW.whole_id, 'role', NEW.role, 'claim_id', NEW.claim_id, 'start_date', NEW.start_date, 'end_date', NEW.end_date, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER affiliations_removed AFTER DELETE ON affiliations
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('affiliations', OLD.id, 'delete', json_object('id', OLD.id, 'entity_id', OLD.entity_id, 'whole_id', OLD.whole_id, 'role', OLD.role, 'claim_id', OLD.claim_id, 'start_date', OLD.start_date, 'end_date', OLD.end_date, 'run_id', OLD.run_id), NULL,
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER event_order_insert BEFORE INSERT ON event_order BEGIN
  SELECT RAISE(ABORT, 'event_order: a row with this id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM event_order WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'event_order: a row with this event_id, relation, other_event_id, claim_id is there already; change it with UPDATE, or correct it') WHERE EXISTS (SELECT 1 FROM event_order WHERE event_id = NEW.event_id AND relation = NEW.relation AND other_event_id = NEW.other_event_id AND claim_id = NEW.claim_id);
  SELECT RAISE(ABORT, 'event_order: a row with this rowid is there already') WHERE EXISTS (SELECT 1 FROM event_order WHERE rowid = NEW.rowid);
  SELECT RAISE(ABORT, 'event_order.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'event_order.other_event_id: names no row of events; add that row first') WHERE NEW.other_event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.other_event_id);
  SELECT RAISE(ABORT, 'event_order.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'event_order.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'event_order.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'event_order.relation' AND value = NEW.relation);
END;
CREATE TRIGGER event_order_rowid AFTER INSERT ON event_order
  WHEN NEW.rowid < 1 BEGIN
  SELECT RAISE(ABORT, 'event_order: rowids begin at 1; leave the rowid out') WHERE true;
END;
CREATE TRIGGER event_order_update BEFORE UPDATE ON event_order BEGIN
  SELECT RAISE(ABORT, 'event_order.id: an id never changes; merge the row into another instead') WHERE NEW.id IS NOT OLD.id;
  SELECT RAISE(ABORT, 'event_order: the rowid never changes') WHERE NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'event_order: another row has this event_id, relation, other_event_id, claim_id already') WHERE EXISTS (SELECT 1 FROM event_order WHERE event_id = NEW.event_id AND relation = NEW.relation AND other_event_id = NEW.other_event_id AND claim_id = NEW.claim_id AND rowid <> OLD.rowid);
  SELECT RAISE(ABORT, 'event_order.event_id: names no row of events; add that row first') WHERE NEW.event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.event_id);
  SELECT RAISE(ABORT, 'event_order.other_event_id: names no row of events; add that row first') WHERE NEW.other_event_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.other_event_id);
  SELECT RAISE(ABORT, 'event_order.claim_id: names no row of claims; add that row first') WHERE NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id);
  SELECT RAISE(ABORT, 'event_order.run_id: names no row of runs; add that row first') WHERE NEW.run_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM runs WHERE id = NEW.run_id);
  SELECT RAISE(ABORT, 'event_order.relation: not a word of the vocabulary; see the table vocabulary, or add the word there first') WHERE NEW.relation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vocabulary WHERE field = 'event_order.relation' AND value = NEW.relation);
END;
CREATE TRIGGER event_order_revised AFTER UPDATE OF id, event_id, relation, other_event_id, claim_id, run_id ON event_order
  WHEN (NEW.id IS NOT OLD.id OR NEW.event_id IS NOT OLD.event_id OR NEW.relation IS NOT OLD.relation OR NEW.other_event_id IS NOT OLD.other_event_id OR NEW.claim_id IS NOT OLD.claim_id OR NEW.run_id IS NOT OLD.run_id) AND NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('event_order', OLD.id, 'update', json_object('id', OLD.id, 'event_id', OLD.event_id, 'relation', OLD.relation, 'other_event_id', OLD.other_event_id, 'claim_id', OLD.claim_id, 'run_id', OLD.run_id), json_object('id', NEW.id, 'event_id', NEW.event_id, 'relation', NEW.relation, 'other_event_id', NEW.other_event_id, 'claim_id', NEW.claim_id, 'run_id', NEW.run_id),
    (SELECT reason FROM change_context), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), (SELECT run_id FROM change_context));
END;
CREATE TRIGGER event_order_removed AFTER DELETE ON event_order
  WHEN NOT coalesce((SELECT restoring FROM change_context), 0) BEGIN
  INSERT INTO revisions(table_name, row_id, operation, before, after, reason, at, run_id)
  VALUES ('event_order', OLD.id, 'delete', json_object('id', OLD.id, 'event_id', OLD.event_id, 'relation', OLD.relation, 'other_event_id', OLD.other_event_id, 'claim_id', OLD.claim_id, 'run_id', OLD.run_id), NULL,
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
COMMIT;

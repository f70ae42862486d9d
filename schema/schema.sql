-- The source-tracking knowledge base, schema version 8.
--
-- text -> snapshot -> passage -> assertion -> claim
--
-- The comment after each table and column is its description: it travels in the database itself (sqlite_master), and
-- Datasette shows it. Offsets count Unicode code points from 0, end exclusive, as Python and SQLite's substr() do.
-- Dates that sources give are EDTF (Library of Congress, levels 0 and 1); times that the base records are UTC.
-- The laws that follow from the keys stand in derived.sql, which `python -m kb.base.laws` writes; a test compares.

-- ------------------------------------------------------------------------------------------------ who recorded what

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

CREATE TABLE digests ( -- What each row was when the run that wrote it last had ended, so that a value that changed since is found.
  table_name TEXT NOT NULL, -- The table the row is in.
  row_id TEXT NOT NULL, -- The row's id; parts of a compound key are joined by an underscore.
  digest TEXT NOT NULL, -- The first 32 digits of the SHA-256 of its values.
  run_id TEXT, -- The run that wrote it; none where the digest was taken later, by an upgrade or of a dump without digests.
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE vocabulary ( -- The words that a column may hold, with what each means.
  field TEXT NOT NULL CONSTRAINT "vocabulary.field: write it as table, dot, column" CHECK (field GLOB '?*.?*'), -- The column: table, dot, column.
  value TEXT NOT NULL CONSTRAINT "vocabulary.value: use a-z, 0-9 and hyphens only" CHECK (value <> '' AND value NOT GLOB '*[^a-z0-9-]*'), -- The word itself.
  label TEXT NOT NULL, -- How to show it.
  description TEXT NOT NULL, -- What it means, in one sentence.
  iri TEXT CONSTRAINT "vocabulary.iri: begins with http:// or https:// and holds no blanks or marks; percent-encode them" CHECK ((iri GLOB 'http://?*' OR iri GLOB 'https://?*') AND iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`]*'), -- The term in a public vocabulary that means the same.
  PRIMARY KEY (field, value)
) STRICT;

CREATE TABLE settings ( -- What holds for the base as a whole: at most one row.
  one INTEGER PRIMARY KEY CONSTRAINT "settings.one: always 1" CHECK (one = 1), -- Always 1: there is at most one row.
  base_iri TEXT NOT NULL CONSTRAINT "settings.base_iri: begins with http:// or https:// and ends with a slash, without blanks or marks" CHECK ((base_iri GLOB 'http://?*/' OR base_iri GLOB 'https://?*/') AND base_iri NOT GLOB '*[' || char(1) || '- <>"{}|\^`?#]*') -- What the IRIs of all nodes begin with, wherever the base is served or exported.
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

-- ------------------------------------------------------------------------------- the things claims are about, and who speaks

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

-- ------------------------------------------------------------------------------------------------------------- the text

CREATE TABLE snapshots ( -- The text of a source as it was received; never changed, never deleted, and blackened only by a purge.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "snapshots.id: begins with snp- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'snp-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from source and sha256.
  source_id TEXT NOT NULL REFERENCES sources(id), -- The work it is a text of.
  sha256 TEXT NOT NULL CONSTRAINT "snapshots.sha256: 64 hexadecimal digits in lower case" CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'), -- SHA-256 of the bytes as received.
  media_type TEXT NOT NULL DEFAULT 'text/plain', -- What the bytes were.
  text TEXT NOT NULL CONSTRAINT "snapshots.text: a text that is not empty and holds no NUL" CHECK (text <> '' AND instr(text, char(0)) = 0), -- The bytes decoded as UTF-8 without byte order mark, nothing else changed; or what was read out of the original.
  retrieved_from TEXT CONSTRAINT "snapshots.retrieved_from: must not be empty; leave it out (NULL) when there is none" CHECK (retrieved_from <> ''), -- Where it was received from.
  retrieved_at TEXT CONSTRAINT "snapshots.retrieved_at: a real time in UTC; write it like 2021-10-23T09:30:00Z" CHECK (retrieved_at GLOB '????-??-??T??:??:??*Z' AND strftime('%Y-%m-%dT%H:%M:%S', retrieved_at, '+0 days') IS substr(retrieved_at, 1, 19)), -- When it was received (UTC), if known.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  purged_in_id TEXT REFERENCES runs(id), -- The run that erased the words, for law or privacy: who did it, when and why; none where they are there.
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

-- ------------------------------------------------------------------------------------------------------ what is claimed

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

CREATE TABLE distinct_entities ( -- Two entities that are not the same, whatever their names: neither is offered for the other, and they are not merged.
  id TEXT PRIMARY KEY NOT NULL CONSTRAINT "distinct_entities.id: begins with dst- and uses a-z, 0-9 and hyphens only" CHECK (id GLOB 'dst-?*' AND id NOT GLOB '*[^a-z0-9-]*'), -- Minted from both entities.
  entity_id TEXT NOT NULL REFERENCES entities(id), -- The one whose id comes first in the alphabet.
  other_id TEXT NOT NULL REFERENCES entities(id) CONSTRAINT "distinct_entities.other_id: must come after entity_id in the alphabet, so that each pair stands once" CHECK (other_id > entity_id), -- The other one.
  reason TEXT NOT NULL CONSTRAINT "distinct_entities.reason: is empty; say what tells them apart" CHECK (reason <> ''), -- What tells them apart.
  run_id TEXT REFERENCES runs(id), -- The run that recorded the row.
  UNIQUE (entity_id, other_id)
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

CREATE TABLE unswept ( -- Purged snapshots whose words may still stand in pages of the file that are free; emptied when the file was written anew.
  snapshot_id TEXT PRIMARY KEY NOT NULL -- The snapshot.
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

CREATE TABLE text_pieces ( -- The text of each snapshot once more, in pieces of 900 characters, so that words are found by their place without reading the text from its beginning; kept by triggers, never written by hand.
  snapshot_id TEXT NOT NULL, -- The snapshot.
  number INTEGER NOT NULL, -- Which piece, counted from 0; it begins at 900 times this number.
  piece TEXT NOT NULL, -- Its characters; fewer than 900, or none, in the last piece of a text.
  PRIMARY KEY (snapshot_id, number)
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
CREATE INDEX passages_by_length ON passages(snapshot_id, end_char - start_char);
CREATE INDEX mentions_by_entity ON mentions(entity_id);
CREATE INDEX mentions_as_metonyms ON mentions(exact COLLATE NOCASE) WHERE sense = 'metonym';
-- the claims that count of one entity, and the sources they are in, are counted from indexes alone
CREATE INDEX claims_by_subject ON claims(subject_id, status, id) WHERE subject_id IS NOT NULL;
CREATE INDEX claims_by_object ON claims(object_id, status, id) WHERE object_id IS NOT NULL;
CREATE INDEX claims_by_predicate ON claims(predicate_id) WHERE predicate_id IS NOT NULL;
CREATE INDEX claims_by_event ON claims(event_id, status, id) WHERE event_id IS NOT NULL;
CREATE INDEX claims_by_place ON claims(place_id, status, id) WHERE place_id IS NOT NULL;
-- what counts of claims are read from, without the claims; a kind or status first would draw plans to it that have a narrower way
CREATE INDEX claims_counted ON claims(about_earliest, status, kind);
CREATE INDEX claims_by_time ON claims(about_earliest) WHERE about_earliest IS NOT NULL;
CREATE INDEX claims_by_text ON claims(text);
CREATE INDEX claims_by_merged ON claims(merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX claims_by_run ON claims(run_id);
CREATE INDEX assertions_by_claim ON assertions(claim_id, source_id, status);
CREATE INDEX assertions_by_source ON assertions(source_id, level);
CREATE INDEX assertions_by_speaker ON assertions(speaker_id);
CREATE INDEX assertions_by_passage ON assertions(passage_id);
CREATE INDEX assertions_by_parent ON assertions(reported_in_id) WHERE reported_in_id IS NOT NULL;
CREATE INDEX assertions_by_work ON assertions(work_id) WHERE work_id IS NOT NULL;
CREATE INDEX assertions_by_run ON assertions(run_id);
CREATE INDEX originals_by_hash ON originals(sha256);
CREATE INDEX snapshots_purged ON snapshots(sha256) WHERE purged_in_id IS NOT NULL;
CREATE INDEX snapshots_by_purge ON snapshots(purged_in_id) WHERE purged_in_id IS NOT NULL;
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
CREATE INDEX distinct_entities_by_other ON distinct_entities(other_id);
CREATE INDEX event_order_by_other ON event_order(other_event_id);
CREATE INDEX event_order_by_claim ON event_order(claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX reviews_by_row ON reviews(table_name, row_id);
CREATE INDEX reviews_by_contributor ON reviews(contributor_id);
CREATE INDEX conflicts_by_row ON conflicts(table_name, row_id);
CREATE INDEX conflicts_open ON conflicts(status) WHERE status = 'open';
CREATE INDEX reviews_by_run ON reviews(run_id);

-- ---------------------------------------------------------------------------------- laws that each have a reason of their own

-- The pieces of a text are cut when it is recorded, and stay. SQLite reads text from its beginning to find a place in it: so the text is cut
-- into blocks, and these into pieces. The last piece is never full, so that none can be added to a whole text.
CREATE TRIGGER snapshots_are_cut AFTER INSERT ON snapshots BEGIN
  INSERT INTO text_pieces(snapshot_id, number, piece)
  SELECT NEW.id, block.number * 64 + within.number, substr(block.text, within.number * 900 + 1, 900)
  FROM (WITH RECURSIVE blocks(number, text) AS (
      SELECT 0, substr(NEW.text, 1, 57600)
      UNION ALL SELECT number + 1, substr(NEW.text, (number + 1) * 57600 + 1, 57600) FROM blocks WHERE length(text) = 57600)
    SELECT number, text FROM blocks) AS block
  JOIN (WITH RECURSIVE numbers(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM numbers WHERE number < 63) SELECT number FROM numbers) AS within
    ON within.number * 900 <= length(block.text) ORDER BY 2;
END;
CREATE TRIGGER text_pieces_are_cut BEFORE INSERT ON text_pieces BEGIN
  SELECT RAISE(ABORT, 'text_pieces: cut by the base when a snapshot is recorded; leave them')
    WHERE NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id)
      OR EXISTS (SELECT 1 FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number = NEW.number)
      OR NEW.number < 0
      OR (NEW.number > 0 AND NOT EXISTS (SELECT 1 FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number = NEW.number - 1 AND length(piece) = 900));
END;
CREATE TRIGGER text_pieces_never_change BEFORE UPDATE ON text_pieces BEGIN
  SELECT RAISE(ABORT, 'text_pieces: cut by the base when a snapshot is recorded; leave them')
    WHERE NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.number IS NOT OLD.number OR length(NEW.piece) <> length(OLD.piece) OR trim(NEW.piece, '█') <> ''
      OR NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER text_pieces_never_go BEFORE DELETE ON text_pieces BEGIN
  SELECT RAISE(ABORT, 'text_pieces: cut by the base when a snapshot is recorded; leave them');
END;
-- Words must be the snapshot's own, at that place.
CREATE TRIGGER passages_are_verbatim BEFORE INSERT ON passages BEGIN
  SELECT RAISE(ABORT, 'passages.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NEW.exact IS NOT (SELECT substr(group_concat(piece, ''), NEW.start_char % 900 + 1, NEW.end_char - NEW.start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.start_char / 900 AND (NEW.end_char - 1) / 900 ORDER BY number));
  SELECT RAISE(ABORT, 'passages.section_id: the passage must begin inside a section of the same snapshot')
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.start_char < end_char);
END;
CREATE TRIGGER mentions_are_verbatim BEFORE INSERT ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NEW.exact IS NOT (SELECT substr(group_concat(piece, ''), NEW.start_char % 900 + 1, NEW.end_char - NEW.start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.start_char / 900 AND (NEW.end_char - 1) / 900 ORDER BY number));
END;
CREATE TRIGGER mentions_stay_verbatim BEFORE UPDATE OF snapshot_id, start_char, end_char, exact ON mentions BEGIN
  SELECT RAISE(ABORT, 'mentions.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NEW.exact IS NOT (SELECT substr(group_concat(piece, ''), NEW.start_char % 900 + 1, NEW.end_char - NEW.start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.start_char / 900 AND (NEW.end_char - 1) / 900 ORDER BY number));
END;
CREATE TRIGGER passages_never_change BEFORE UPDATE ON passages BEGIN
  SELECT RAISE(ABORT, 'passages: a passage never changes; record another one')
    WHERE NEW.id IS NOT OLD.id OR NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char
      OR (NEW.exact IS NOT OLD.exact AND NOT (trim(NEW.exact, '█') = '' AND EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL))) OR NEW.run_id IS NOT OLD.run_id OR NEW.rowid IS NOT OLD.rowid;
  SELECT RAISE(ABORT, 'passages.section_id: the passage must begin inside a section of the same snapshot') -- sections may be drawn anew around it
    WHERE NOT EXISTS (SELECT 1 FROM sections WHERE id = NEW.section_id AND snapshot_id = NEW.snapshot_id AND NEW.start_char >= start_char AND NEW.start_char < end_char);
END;
CREATE TRIGGER passages_never_go BEFORE DELETE ON passages BEGIN
  SELECT RAISE(ABORT, 'passages: a passage is never deleted; retract the assertion that uses it');
END;
-- The one erasure that there is: a run of kind purge may blacken a text, once. Its row stays with the digest and names the run, and what the
-- other laws let go by then is bound to that row.
CREATE TRIGGER snapshots_never_change BEFORE UPDATE ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots: a snapshot never changes; record the new text as another snapshot')
    WHERE NEW.id IS NOT OLD.id OR NEW.source_id IS NOT OLD.source_id OR NEW.sha256 IS NOT OLD.sha256 OR NEW.media_type IS NOT OLD.media_type
      OR NEW.retrieved_at IS NOT OLD.retrieved_at OR NEW.run_id IS NOT OLD.run_id OR NEW.rowid IS NOT OLD.rowid OR NEW.retrieved_from IS NOT NULL
      OR OLD.purged_in_id IS NOT NULL OR length(NEW.text) <> length(OLD.text) OR trim(NEW.text, '█') <> ''
      OR NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = run_id WHERE runs.kind = 'purge' AND runs.id = NEW.purged_in_id);
END;
CREATE TRIGGER snapshots_are_blackened AFTER UPDATE OF text ON snapshots BEGIN
  UPDATE text_pieces SET piece = replace(hex(zeroblob(length(piece))), '00', '█') WHERE snapshot_id = NEW.id;
END;
CREATE TRIGGER snapshots_stay_purged BEFORE INSERT ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots.text: a text that was purged holds no words; load the base or dump in which it was purged')
    WHERE NEW.purged_in_id IS NOT NULL AND trim(NEW.text, '█') <> '';
  SELECT RAISE(ABORT, 'snapshots.sha256: this text was purged from the base, for law or privacy; leave it out')
    WHERE NEW.purged_in_id IS NULL AND EXISTS (SELECT 1 FROM snapshots WHERE sha256 = NEW.sha256 AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER originals_stay_purged BEFORE INSERT ON originals BEGIN
  SELECT RAISE(ABORT, 'originals.sha256: this file was purged from the base, for law or privacy; leave it out')
    WHERE EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NULL)
      AND EXISTS (SELECT 1 FROM originals JOIN snapshots ON snapshots.id = snapshot_id WHERE originals.sha256 = NEW.sha256 AND purged_in_id IS NOT NULL);
  SELECT RAISE(ABORT, 'originals.bytes: of a text that was purged, no file is kept; load the base or dump in which it was purged')
    WHERE NEW.bytes <> x'00' AND EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER assertions_stay_purged BEFORE UPDATE OF status, passage_id ON assertions WHEN NEW.status <> 'retracted' BEGIN
  SELECT RAISE(ABORT, 'assertions.status: the words that it rests on were purged, for law or privacy; it stays retracted')
    WHERE EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = snapshot_id WHERE passages.id = NEW.passage_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER assertions_begin_purged BEFORE INSERT ON assertions WHEN NEW.status <> 'retracted' BEGIN
  SELECT RAISE(ABORT, 'assertions.passage_id: these words were purged, for law or privacy; an assertion needs words that are there')
    WHERE EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = snapshot_id WHERE passages.id = NEW.passage_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER mentions_stay_purged BEFORE UPDATE OF status ON mentions WHEN NEW.status <> 'retracted' BEGIN
  SELECT RAISE(ABORT, 'mentions.status: the words were purged, for law or privacy; it stays retracted')
    WHERE EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER citations_stay_purged BEFORE UPDATE OF status, passage_id ON citations WHEN NEW.status <> 'retracted' BEGIN
  SELECT RAISE(ABORT, 'citations.status: the words that it rests on were purged, for law or privacy; it stays retracted')
    WHERE EXISTS (SELECT 1 FROM passages JOIN snapshots ON snapshots.id = snapshot_id WHERE passages.id = NEW.passage_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER snapshots_never_go BEFORE DELETE ON snapshots BEGIN
  SELECT RAISE(ABORT, 'snapshots: a snapshot is never deleted');
END;
CREATE TRIGGER originals_never_change BEFORE UPDATE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a file that was read never changes; take the new one in as another snapshot')
    WHERE NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.sha256 IS NOT OLD.sha256 OR NEW.media_type IS NOT OLD.media_type OR NEW.pages IS NOT OLD.pages
      OR NEW.run_id IS NOT OLD.run_id OR NEW.bytes IS NOT x'00' OR NOT EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL);
END;
CREATE TRIGGER originals_never_go BEFORE DELETE ON originals BEGIN
  SELECT RAISE(ABORT, 'originals: a file that was read is never deleted');
END;
CREATE TRIGGER proposals_are_verbatim BEFORE INSERT ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals.exact: not the words of the snapshot between start_char and end_char; copy them from the text')
    WHERE NEW.exact IS NOT (SELECT substr(group_concat(piece, ''), NEW.start_char % 900 + 1, NEW.end_char - NEW.start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.start_char / 900 AND (NEW.end_char - 1) / 900 ORDER BY number));
  SELECT RAISE(ABORT, 'proposals.speaker: not the words of the snapshot at that place; copy them from the text')
    WHERE NEW.speaker IS NOT NULL AND NEW.speaker IS NOT (SELECT substr(group_concat(piece, ''), NEW.speaker_start_char % 900 + 1, NEW.speaker_end_char - NEW.speaker_start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.speaker_start_char / 900 AND (NEW.speaker_end_char - 1) / 900 ORDER BY number));
  SELECT RAISE(ABORT, 'proposals.cue: not the words of the snapshot at that place; copy them from the text')
    WHERE NEW.cue IS NOT NULL AND NEW.cue IS NOT (SELECT substr(group_concat(piece, ''), NEW.cue_start_char % 900 + 1, NEW.cue_end_char - NEW.cue_start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = NEW.snapshot_id AND number BETWEEN NEW.cue_start_char / 900 AND (NEW.cue_end_char - 1) / 900 ORDER BY number));
  SELECT RAISE(ABORT, 'proposals.parent_id: must name a proposal in the same snapshot')
    WHERE NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM proposals WHERE id = NEW.parent_id AND snapshot_id = NEW.snapshot_id);
END;
CREATE TRIGGER proposals_keep_what_was_found BEFORE UPDATE ON proposals BEGIN
  SELECT RAISE(ABORT, 'proposals: what was found stays as it was; only status, assertion_id and run_id change')
    WHERE NEW.snapshot_id IS NOT OLD.snapshot_id OR NEW.parent_id IS NOT OLD.parent_id OR NEW.start_char IS NOT OLD.start_char OR NEW.end_char IS NOT OLD.end_char
      OR NEW.speaker_start_char IS NOT OLD.speaker_start_char OR NEW.speaker_end_char IS NOT OLD.speaker_end_char OR NEW.cue_start_char IS NOT OLD.cue_start_char OR NEW.cue_end_char IS NOT OLD.cue_end_char OR NEW.kind IS NOT OLD.kind OR NEW.act IS NOT OLD.act
      OR NEW.stance IS NOT OLD.stance OR NEW.certainty IS NOT OLD.certainty OR NEW.rule IS NOT OLD.rule OR NEW.confidence IS NOT OLD.confidence
      OR NEW.recorded_at IS NOT OLD.recorded_at
      OR ((NEW.exact IS NOT OLD.exact OR NEW.speaker IS NOT OLD.speaker OR NEW.cue IS NOT OLD.cue OR NEW.found IS NOT OLD.found)
        AND NOT (trim(NEW.exact || coalesce(NEW.speaker, '') || coalesce(NEW.cue, ''), '█') = '' AND NEW.found = '{}' AND EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.snapshot_id AND purged_in_id IS NOT NULL)));
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
    WHERE NEW.cue IS NOT NULL AND NEW.cue IS NOT (SELECT substr(group_concat(piece, ''), NEW.cue_start_char % 900 + 1, NEW.cue_end_char - NEW.cue_start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = (SELECT snapshot_id FROM passages WHERE id = NEW.passage_id) AND number BETWEEN NEW.cue_start_char / 900 AND (NEW.cue_end_char - 1) / 900 ORDER BY number));
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
    WHERE NEW.cue IS NOT NULL AND NEW.cue IS NOT (SELECT substr(group_concat(piece, ''), NEW.cue_start_char % 900 + 1, NEW.cue_end_char - NEW.cue_start_char) FROM (SELECT piece FROM text_pieces WHERE snapshot_id = (SELECT snapshot_id FROM passages WHERE id = NEW.passage_id) AND number BETWEEN NEW.cue_start_char / 900 AND (NEW.cue_end_char - 1) / 900 ORDER BY number));
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

-- A review is of a row that is there. It stays as it was given; who thinks otherwise now gives another, and only undoing a run, or reading
-- the file that gave it, takes one back.
CREATE TRIGGER reviews_are_of_rows BEFORE INSERT ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews.row_id: names no row of that table; add that row first') WHERE NOT EXISTS (
    SELECT 1 FROM claims WHERE NEW.table_name = 'claims' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM assertions WHERE NEW.table_name = 'assertions' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM mentions WHERE NEW.table_name = 'mentions' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM relations WHERE NEW.table_name = 'relations' AND id = NEW.row_id
    UNION ALL SELECT 1 FROM citations WHERE NEW.table_name = 'citations' AND id = NEW.row_id);
END;
CREATE TRIGGER reviews_never_change BEFORE UPDATE ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews: a review never changes; give another one')
    WHERE NEW.id IS NOT OLD.id OR NEW.table_name IS NOT OLD.table_name OR NEW.row_id IS NOT OLD.row_id OR NEW.contributor_id IS NOT OLD.contributor_id
      OR NEW.verdict IS NOT OLD.verdict OR NEW.at IS NOT OLD.at OR NEW.run_id IS NOT OLD.run_id OR NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = change_context.run_id JOIN snapshots ON purged_in_id = runs.id WHERE runs.kind = 'purge');
END;
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN
  SELECT RAISE(ABORT, 'reviews: a review is never deleted; give another one, or undo the run that recorded it')
    WHERE NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = run_id WHERE runs.kind IN ('undo', 'ingest'));
END;

-- Nothing contains itself, at any remove.
CREATE VIEW part_of AS SELECT id, part_of_id FROM actors WHERE part_of_id IS NOT NULL -- The larger whole that each actor, thing and event is part of.
  UNION ALL SELECT id, part_of_id FROM things WHERE part_of_id IS NOT NULL
  UNION ALL SELECT id, part_of_id FROM events WHERE part_of_id IS NOT NULL;

-- What belongs to what and counts; the derived triggers join it with part_of in the table stand_ins.
CREATE VIEW counted_affiliations AS -- What belongs to what by reference data, or by a claim that is neither proposed nor retracted, whoever denies it.
  SELECT id, entity_id, whole_id, role, claim_id FROM affiliations
  WHERE claim_id IS NULL OR EXISTS (SELECT 1 FROM claims WHERE claims.id = affiliations.claim_id AND claims.status NOT IN ('proposed', 'retracted'));
CREATE VIEW standing_affiliations AS -- Of these, what stands for the whole: what is said of an office-holder is said of the state.
  SELECT id, entity_id, whole_id, role FROM counted_affiliations WHERE role IN ('official-of', 'forces-of', 'belongs-to', 'collective-of');

-- A belonging is recorded once; two terms of office differ in their dates.
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

-- Revisions and runs are the memory of the base.
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
  SELECT RAISE(ABORT, 'revisions: history is never changed')
    WHERE NEW.seq IS NOT OLD.seq OR NEW.table_name IS NOT OLD.table_name OR NEW.row_id IS NOT OLD.row_id OR NEW.operation IS NOT OLD.operation
      OR NEW.at IS NOT OLD.at OR NEW.run_id IS NOT OLD.run_id OR (NEW.after IS NULL) <> (OLD.after IS NULL) OR NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = change_context.run_id JOIN snapshots ON purged_in_id = runs.id WHERE runs.kind = 'purge');
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
  SELECT RAISE(ABORT, 'entities.kind: never changes; record another entity and merge this one into it') WHERE NEW.kind IS NOT OLD.kind;
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

-- A conflict stays, with both values; a person only settles it.
CREATE TRIGGER conflicts_keep_both BEFORE UPDATE OF table_name, row_id, ours, theirs, whose, at, our_contributor_id, our_at, run_id ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts: both values stay as they were recorded; change the status alone')
    WHERE NEW.table_name IS NOT OLD.table_name OR NEW.row_id IS NOT OLD.row_id OR NEW.whose IS NOT OLD.whose OR NEW.at IS NOT OLD.at
      OR NEW.our_contributor_id IS NOT OLD.our_contributor_id OR NEW.our_at IS NOT OLD.our_at OR NEW.run_id IS NOT OLD.run_id
      OR (NEW.ours IS NULL) <> (OLD.ours IS NULL) OR (NEW.theirs IS NULL) <> (OLD.theirs IS NULL) OR NOT EXISTS (SELECT 1 FROM change_context JOIN runs ON runs.id = change_context.run_id JOIN snapshots ON purged_in_id = runs.id WHERE runs.kind = 'purge');
END;
CREATE TRIGGER conflicts_stay BEFORE DELETE ON conflicts BEGIN
  SELECT RAISE(ABORT, 'conflicts: a conflict is never deleted; settle it');
END;

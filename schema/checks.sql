-- Everything that can be wrong in a base, one question a fault. Each returns (row, detail) for every row at fault.
--
-- check: name | error or notice | what is wrong | remedy
--
-- Most of these the laws of schema.sql refuse when a row is written; they are asked again here, because a writer may have dropped
-- a trigger, or written with foreign keys off. A notice is worth knowing and may be meant. What follows from the tables themselves
-- (words of the vocabulary, rows that no run recorded, laws in place) kb.checks asks without a question here.

-- check: claims-without-assertion | error | a claim that nobody is said to make | add the assertion with kb add, or retract the claim
SELECT id AS row, text AS detail FROM claims WHERE status <> 'retracted' AND merged_into_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM assertions WHERE claim_id = claims.id AND status <> 'retracted');

-- check: claims-awaiting | error | a claim recorded with foreign keys off and never asserted | add the assertion with kb add
SELECT claim_id AS row, 'in claims_awaiting_assertion' AS detail FROM claims_awaiting_assertion;

-- check: retracted-claims-asserted | error | a retracted claim that somebody is still said to make | retract the assertions too, or review the claim again
SELECT claims.id AS row, count(*) || ' current assertions' AS detail FROM claims JOIN assertions ON claim_id = claims.id
  WHERE claims.status = 'retracted' AND assertions.status <> 'retracted' GROUP BY claims.id;

-- check: passages-not-verbatim | error | words that are not the snapshot's at that place | record the passage anew from the text
SELECT passages.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM passages JOIN snapshots ON snapshots.id = snapshot_id
  WHERE substr(text, start_char + 1, end_char - start_char) <> exact;

-- check: mentions-not-verbatim | error | a mention whose words are not the snapshot's at that place | correct or retract it
SELECT mentions.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM mentions JOIN snapshots ON snapshots.id = snapshot_id
  WHERE substr(text, start_char + 1, end_char - start_char) <> exact;

-- check: cues-not-verbatim | error | a cue whose words are not the snapshot's at that place | correct it: kb correct ID cue=…
SELECT assertions.id AS row, cue AS detail FROM assertions JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = snapshot_id
  WHERE cue IS NOT NULL AND substr(text, cue_start_char + 1, cue_end_char - cue_start_char) <> cue;

-- check: broken-chains | error | an assertion not reported in one of the same claim and source, one level less | correct the chain, or retract the assertion
SELECT child.id AS row, 'level ' || child.level || ', reported in ' || coalesce(child.reported_in_id, 'nothing') AS detail FROM assertions AS child
  LEFT JOIN assertions AS parent ON parent.id = child.reported_in_id
  WHERE (child.level = 0) <> (child.reported_in_id IS NULL)
    OR (child.level > 0 AND (parent.id IS NULL OR parent.claim_id <> child.claim_id OR parent.source_id <> child.source_id OR parent.level <> child.level - 1));

-- check: reported-in-retracted | error | an assertion reported only in a retracted one | retract it too, or review the other again
SELECT child.id AS row, parent.id AS detail FROM assertions AS child JOIN assertions AS parent ON parent.id = child.reported_in_id
  WHERE child.status <> 'retracted' AND parent.status = 'retracted';

-- check: proposals-not-verbatim | error | a proposal whose words, speaker or cue are not the snapshot's at that place | propose the claims of the text anew
SELECT proposals.id AS row, 'at ' || start_char || '-' || end_char || ' of ' || snapshot_id AS detail FROM proposals JOIN snapshots ON snapshots.id = snapshot_id
  WHERE substr(text, start_char + 1, end_char - start_char) IS NOT exact
    OR (speaker IS NOT NULL AND substr(text, speaker_start_char + 1, speaker_end_char - speaker_start_char) IS NOT speaker)
    OR (cue IS NOT NULL AND substr(text, cue_start_char + 1, cue_end_char - cue_start_char) IS NOT cue);

-- check: passages-outside-sections | error | a passage that does not begin in its section | read the source's sections again
SELECT passages.id AS row, sections.id AS detail FROM passages JOIN sections ON sections.id = section_id
  WHERE sections.snapshot_id <> passages.snapshot_id OR passages.start_char < sections.start_char OR passages.start_char >= sections.end_char;

-- check: sections-with-gaps | error | sections that overlap, or leave part of the text without a voice | draw the sections so that they cover the text
SELECT id AS row, 'begins at ' || start_char || ', the one before ends at ' || before AS detail FROM (
  SELECT id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before FROM sections) WHERE start_char <> before;

-- check: text-not-covered | error | a text whose last section ends before it does | draw the sections so that they cover the text
SELECT snapshots.id AS row, 'ends at ' || length(text) || ', the last section at ' || coalesce((SELECT max(end_char) FROM sections WHERE snapshot_id = snapshots.id), 0) AS detail
  FROM snapshots WHERE length(text) <> coalesce((SELECT max(end_char) FROM sections WHERE snapshot_id = snapshots.id), 0);

-- check: sentences-overlapping | error | sentences that overlap | read the source's sections again
SELECT id AS row, 'begins at ' || start_char || ', the one before ends at ' || before AS detail FROM (
  SELECT id, start_char, lag(end_char, 1, 0) OVER (PARTITION BY snapshot_id ORDER BY position) AS before FROM sentences) WHERE start_char < before;

-- check: unregistered | error | an actor, thing, event or source without its place in the registry | insert it anew through the library
SELECT id AS row, 'not in entities as it should be' AS detail FROM (
  SELECT id, 'actor' AS kind, name AS label FROM actors UNION ALL SELECT id, 'thing', name FROM things
  UNION ALL SELECT id, 'event', name FROM events UNION ALL SELECT id, 'source', title FROM sources) AS rows
  WHERE NOT EXISTS (SELECT 1 FROM entities WHERE entities.id = rows.id AND entities.kind = rows.kind AND entities.label = rows.label);

-- check: registered-but-gone | error | a place in the registry whose row is gone | restore the row from a dump
SELECT id AS row, kind AS detail FROM entities WHERE NOT EXISTS (
  SELECT 1 FROM actors WHERE actors.id = entities.id UNION ALL SELECT 1 FROM things WHERE things.id = entities.id
  UNION ALL SELECT 1 FROM events WHERE events.id = entities.id UNION ALL SELECT 1 FROM sources WHERE sources.id = entities.id);

-- check: gone-but-used | error | a row that still names an entity that was merged or retracted | correct it to another, or undo the merge or retraction
SELECT claims.id AS row, entities.id AS detail FROM claims JOIN entities ON entities.id IN (subject_id, object_id, event_id, place_id)
  WHERE entities.status <> 'current' AND claims.status <> 'retracted'
UNION ALL SELECT assertions.id, entities.id FROM assertions JOIN entities ON entities.id IN (speaker_id, source_id, work_id)
  WHERE entities.status <> 'current' AND assertions.status <> 'retracted'
UNION ALL SELECT mentions.id, entities.id FROM mentions JOIN entities ON entities.id = entity_id WHERE entities.status <> 'current' AND mentions.status <> 'retracted'
UNION ALL SELECT citations.id, entities.id FROM citations JOIN entities ON entities.id IN (citing_source_id, cited_id)
  WHERE entities.status <> 'current' AND citations.status <> 'retracted'
UNION ALL SELECT claim_id, entities.id FROM participations JOIN entities ON entities.id IN (entity_id, participations.event_id) JOIN claims ON claims.id = claim_id
  WHERE entities.status <> 'current' AND claims.status <> 'retracted';

-- check: part-of-itself | error | something that is part of itself, at some remove | correct part_of_id
WITH RECURSIVE up(start, id) AS (SELECT id, part_of_id FROM part_of UNION SELECT start, part_of.part_of_id FROM up JOIN part_of ON part_of.id = up.id)
  SELECT start AS row, 'through part_of_id' AS detail FROM up WHERE id = start;

-- check: wrong-bounds | error | a date whose first or last day was not computed from it | correct the date: kb correct ID date=…
SELECT events.id AS row, date AS detail FROM events LEFT JOIN dates ON edtf = date
  WHERE events.earliest IS NOT dates.earliest OR events.latest IS NOT dates.latest OR (date IS NOT NULL AND valid IS NOT 1)
UNION ALL SELECT claims.id, about_time FROM claims LEFT JOIN dates ON edtf = about_time
  WHERE about_earliest IS NOT dates.earliest OR about_latest IS NOT dates.latest OR (about_time IS NOT NULL AND valid IS NOT 1);

-- check: not-dates | error | a date that is not EDTF | correct it: kb correct ID COLUMN=…
SELECT id AS row, published AS detail FROM sources LEFT JOIN dates ON edtf = published WHERE published IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, updated FROM sources LEFT JOIN dates ON edtf = updated WHERE updated IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT id, said FROM assertions LEFT JOIN dates ON edtf = said WHERE said IS NOT NULL AND valid IS NOT 1
UNION ALL SELECT claim_id, as_of FROM quantities LEFT JOIN dates ON edtf = as_of WHERE as_of IS NOT NULL AND valid IS NOT 1;

-- check: events-without-a-claim | error | an event that no claim tells of | add a claim with that event, or retract the event
SELECT events.id AS row, name AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current'
  AND NOT EXISTS (SELECT 1 FROM claims WHERE status <> 'retracted' AND events.id IN (event_id))
  AND NOT EXISTS (SELECT 1 FROM claims WHERE status <> 'retracted' AND (subject_id = events.id OR object_id = events.id));

-- check: event-dates-without-a-claim | error | an event's date that no claim of that event carries | add a claim with that event and time, or take the date out
SELECT events.id AS row, date || ' (' || date_basis || ')' AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND date IS NOT NULL
  AND date_basis <> 'external' AND NOT EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND status <> 'retracted' AND about_time IS NOT NULL
    AND coalesce(about_earliest, '0000') <= coalesce(events.latest, '9999') AND coalesce(about_latest, '9999') >= coalesce(events.earliest, '0000'));

-- check: event-places-without-a-claim | error | an event's place that no claim of that event carries | add a claim with that event and place, or take the place out
SELECT events.id AS row, place_id AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND place_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND claims.status <> 'retracted'
    AND events.place_id IN (claims.place_id, claims.object_id, claims.subject_id))
  AND NOT EXISTS (SELECT 1 FROM participations JOIN claims ON claims.id = claim_id WHERE participations.event_id = events.id AND entity_id = events.place_id AND claims.status <> 'retracted');

-- check: occurred-but-denied | error | an event filed as occurred that no claim of it affirms | file it as did-not-happen, planned, predicted or hypothetical
SELECT events.id AS row, actuality AS detail FROM events JOIN entities USING (id) WHERE entities.status = 'current' AND actuality IN ('occurred', 'ongoing')
  AND EXISTS (SELECT 1 FROM claims WHERE event_id = events.id AND status <> 'retracted')
  AND NOT EXISTS (SELECT 1 FROM claims JOIN assertions ON claim_id = claims.id WHERE event_id = events.id AND claims.status <> 'retracted'
    AND assertions.status <> 'retracted' AND stance = 'affirms');

-- check: relations-of-retracted | error | a relation to a retracted claim | retract the relation
SELECT relations.id AS row, claims.id AS detail FROM relations JOIN claims ON claims.id IN (from_claim_id, to_claim_id)
  WHERE relations.status <> 'retracted' AND claims.status = 'retracted';

-- check: same-claim-twice | error | two current claims with the same words | merge them: kb merge ID ID --reason …
SELECT min(id) AS row, count(*) || ' claims say: ' || text AS detail FROM claims WHERE status <> 'retracted' AND merged_into_id IS NULL GROUP BY text HAVING count(*) > 1;

-- check: writing-interrupted | error | a writer that never finished its run | take the rows of that run back with kb undo, or finish it
SELECT coalesce(run_id, '') AS row, 'change_context is set' AS detail FROM change_context
UNION ALL SELECT id, 'began ' || started_at FROM runs WHERE ended_at IS NULL;

-- check: unread-sentences | notice | sentences that carry no claim and do not say why | read them: kb coverage
SELECT source_id AS row, count(*) || ' of ' || (SELECT count(*) FROM coverage AS every WHERE every.source_id = coverage.source_id) || ' sentences' AS detail
  FROM coverage WHERE claims = 0 AND no_claim_reason IS NULL GROUP BY source_id;

-- check: claims-without-a-triple | notice | claims that name no subject, predicate and object, so that they cannot be asked by those | correct them: kb correct ID subject_id=… predicate_id=… object_id=…
SELECT id AS row, text AS detail FROM claims WHERE status IN ('reviewed', 'disputed') AND subject_id IS NULL;

-- check: unused-entities | notice | actors and things that nothing refers to | none, if they are kept for later; else kb retract
SELECT entities.id AS row, kind AS detail FROM entities WHERE status = 'current' AND kind IN ('actor', 'thing')
  AND NOT EXISTS (SELECT 1 FROM claims WHERE subject_id = entities.id) AND NOT EXISTS (SELECT 1 FROM claims WHERE object_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM claims WHERE place_id = entities.id) AND NOT EXISTS (SELECT 1 FROM assertions WHERE speaker_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity_id = entities.id) AND NOT EXISTS (SELECT 1 FROM participations WHERE entity_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM sections WHERE speaker_id = entities.id) AND NOT EXISTS (SELECT 1 FROM source_authors WHERE actor_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM sources WHERE publisher_id = entities.id) AND NOT EXISTS (SELECT 1 FROM part_of WHERE part_of_id = entities.id)
  AND NOT EXISTS (SELECT 1 FROM events WHERE place_id = entities.id);

-- The views readers may rely on. They hold no data and are made anew at each upgrade.
--
-- claim_sheet shows every row with its status. Every other view leaves out what is proposed or retracted: what is recorded, reviewed or
-- disputed counts.
-- A + before a column keeps the planner from choosing that column's index: joins written `ON x.id = +y.x_id` never start at x, and
-- lookups within one claim never go through its whole source. Filters on the id columns of a view then always use an index.
-- Where SQLite has statistics and a table that is looked up by key has a condition of its own as well, it may first read all of that table
-- into a Bloom filter. So such a condition also names the table before it, as in CASE WHEN before.id <> '' THEN …, which is always so,
-- or the rows are looked up by id IN (SELECT …).

CREATE VIEW claim_sheet AS -- One assertion with the names of all it refers to; add “where innermost” to count only the last speaker of each chain of reporting.
  -- claim: The claim's text.
  -- stance: Whether the speaker affirms or denies it, or leaves it open.
  -- speaker: The name of the speaker.
  -- quote: The exact words that carry it.
  -- source: Publisher and date of that work, for reading; its title where no publisher is known.
  -- published: When it was published (EDTF).
  -- certainty: How certain the speaker is.
  -- kind: What sort of claim it is.
  -- act: How the speaker says it.
  -- via: The chain of reporting, from the document's own voice to this speaker; a work in which they said it stands in their place, as in Antonio Graceffo › Pentagon report.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- innermost: 1 when this speaker is the last of the chain of reporting, else 0; a retracted assertion further along the chain does not count.
  -- section: What sort of section the words are in.
  -- status: The review status of assertion and claim, the worse of the two: reviewed, recorded, proposed, disputed, retracted.
  -- counted: 1 when neither the assertion nor its claim is proposed or retracted, so that the other views count it, else 0.
  -- subject: The name of that.
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
  -- event: The name of that event.
  -- source_title: The title of that work.
  -- speaker_anonymity: Whether the sources name the speaker.
  -- derivation: Whether the words say it, presuppose it or imply it.
  -- cue: The words that show act or certainty.
  -- start_char: Where those words begin in the source's snapshot (code points from 0).
  -- end_char: Where they end (exclusive).
  -- claim_id: The claim it is about.
  -- assertion_id: The assertion.
  -- speaker_id: Who affirms, denies or reports it.
  -- source_id: The work the words are in.
  -- subject_id: Whom or what the claim is about.
  -- predicate_id: The relation between subject and object.
  -- object_id: Whom or what the subject is related to, where it is an entity.
  -- event_id: The event that the claim describes.
  -- work_id: The work in which the speaker said it, held or only cited.
  -- claim_rowid: The claim's row number, by which full-text search finds it.
SELECT claim.text AS claim, assertion.stance, speaker.name AS speaker, passage.exact AS quote,
  coalesce(publisher.name || coalesce(', ' || source.published, ''), source.title) AS source, source.published, assertion.certainty,
  claim.kind, assertion.act,
  CASE assertion.level WHEN 0 THEN speaker.name ELSE (
    WITH RECURSIVE chain(outer_id, names) AS (
      SELECT assertion.reported_in_id, coalesce((SELECT title FROM sources WHERE id = assertion.work_id), speaker.name)
      UNION ALL
      SELECT outer_one.reported_in_id, coalesce((SELECT title FROM sources WHERE id = outer_one.work_id), outer_speaker.name) || ' › ' || chain.names
      FROM chain JOIN assertions AS outer_one ON outer_one.id = chain.outer_id JOIN actors AS outer_speaker ON outer_speaker.id = outer_one.speaker_id)
    SELECT names FROM chain WHERE outer_id IS NULL) END AS via,
  assertion.level,
  NOT EXISTS (SELECT 1 FROM assertions AS inner_one WHERE inner_one.reported_in_id = assertion.id AND inner_one.status <> 'retracted') AS innermost,
  section.kind AS section,
  CASE
    WHEN 'retracted' IN (assertion.status, claim.status) THEN 'retracted'
    WHEN 'disputed' IN (assertion.status, claim.status) THEN 'disputed'
    WHEN 'proposed' IN (assertion.status, claim.status) THEN 'proposed'
    WHEN 'recorded' IN (assertion.status, claim.status) THEN 'recorded'
    WHEN assertion.status <> 'reviewed' THEN assertion.status
    ELSE claim.status END AS status,
  assertion.status NOT IN ('proposed', 'retracted') AND claim.status NOT IN ('proposed', 'retracted') AS counted, subject.label AS subject,
  coalesce(object.label, claim.object_text) AS object, quantity.comparison, quantity.value, quantity.minimum, quantity.maximum, quantity.unit,
  quantity.measure, quantity.verbatim, claim.about_time, claim.about_earliest, claim.about_latest, event.name AS event,
  source.title AS source_title, speaker.anonymity AS speaker_anonymity, assertion.derivation, assertion.cue, passage.start_char,
  passage.end_char, assertion.claim_id, assertion.id AS assertion_id, assertion.speaker_id, assertion.source_id, claim.subject_id,
  claim.predicate_id, claim.object_id, claim.event_id, assertion.work_id, claim.rowid AS claim_rowid
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
-- one condition on both: see above
WHERE NOT (assertion.status IN ('proposed', 'retracted') OR claim.status IN ('proposed', 'retracted'));

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
  (WITH RECURSIVE chain(whole_id, at, through_id, role, words) AS (
    SELECT stand_in.entity_id, stand_in.stand_in_id, stand_in.through_id, stand_in.role, NULL
    UNION ALL
    SELECT chain.whole_id, onward.stand_in_id, onward.through_id, onward.role, coalesce(chain.words || '; ', '') || below.label || ' '
      || coalesce((SELECT label FROM vocabulary WHERE field = 'affiliations.role' AND value = chain.role), 'part of') || ' ' || above.label
    FROM chain JOIN stand_ins AS onward ON onward.entity_id = chain.whole_id AND onward.stand_in_id = +chain.through_id
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
WHERE tie.role IN ('party-to', 'end-of', 'target-of', 'subject-of', 'successor-of', 'member-of') AND CASE WHEN near.steps >= 0 THEN far.by_parts END
UNION ALL
-- what is only connected with it, or with what stands for it, with the parts of that
SELECT near.entity_id, far.stand_in_id, 'all',
  coalesce(near.path || '; ', '') || member.label || ' ' || word.label || ' ' || whole.label || coalesce('; ' || far.path, ''), near.steps + 1 + far.steps
FROM counted_affiliations AS tie JOIN stand_in_ways AS near ON near.stand_in_id = tie.whole_id JOIN stand_in_ways AS far ON far.entity_id = tie.entity_id
JOIN entities AS member ON member.id = +tie.entity_id JOIN entities AS whole ON whole.id = +tie.whole_id
JOIN vocabulary AS word ON word.field = 'affiliations.role' AND word.value = +tie.role
WHERE tie.role IN ('media-of', 'affiliated-with', 'citizen-of', 'graduate-of') AND CASE WHEN near.steps >= 0 THEN far.by_parts END;

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

CREATE VIEW event_order_counts AS -- How two events stand to each other in time, and whether that counts: as reference data, or by a claim that somebody makes.
  -- order_id: The row of event_order.
  -- event_id: The event that comes before, after or during the other, or starts or ends it.
  -- relation: Before, after, during, starts or ends.
  -- other_event_id: The event that it is compared with.
  -- claim_id: The claim that says so; none where it is the curators' reference data.
  -- counted: 1 where it counts, else 0.
SELECT event_order.id AS order_id, event_order.event_id, event_order.relation, event_order.other_event_id, event_order.claim_id,
  event_order.claim_id IS NULL OR EXISTS (SELECT 1 FROM standing WHERE standing.claim_id = event_order.claim_id) AS counted
FROM event_order;

CREATE VIEW standing_order AS -- How two events stand to each other in time, where that counts.
  -- Columns: those of event_order_counts without counted.
SELECT order_id, event_id, relation, other_event_id, claim_id FROM event_order_counts WHERE counted;

-- An event begins after another where a way leads from its beginning back to the beginning of that one: past the end of each event that
-- it comes after, past the beginning of each that it lies within, and from an end past the ends of all that lies within.
CREATE VIEW event_days AS -- The day at which an event is placed by its own date: the first that the date can mean, or the only bound that is known.
  -- event_id: The event.
  -- day: The day; for an event with only a latest bound, none that is later than those of the events it begins before; none without a date.
SELECT event.id AS event_id, CASE WHEN event.earliest IS NOT NULL OR event.latest IS NULL THEN event.earliest ELSE (
    WITH RECURSIVE onward(id, side) AS (
      SELECT event.id, 'begin'
      UNION SELECT id, 'end' FROM onward WHERE side = 'begin'
      UNION SELECT step.event_id, 'begin' FROM onward CROSS JOIN event_order_counts AS step ON step.other_event_id = onward.id AND CASE WHEN onward.id <> '' THEN step.counted END
        WHERE CASE onward.side WHEN 'end' THEN step.relation = 'after' ELSE step.relation NOT IN ('before', 'after') END
      UNION SELECT step.other_event_id, CASE step.relation WHEN 'before' THEN 'begin' ELSE 'end' END
        FROM onward CROSS JOIN event_order_counts AS step ON step.event_id = onward.id AND CASE WHEN onward.id <> '' THEN step.counted END WHERE CASE onward.side WHEN 'end' THEN step.relation <> 'after' END)
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
      FROM back CROSS JOIN event_order_counts AS step ON step.event_id = back.id AND CASE WHEN back.id <> '' THEN step.counted END WHERE CASE back.side WHEN 'begin' THEN step.relation <> 'before' END
    UNION SELECT step.event_id, 'end' FROM back CROSS JOIN event_order_counts AS step ON step.other_event_id = back.id AND CASE WHEN back.id <> '' THEN step.counted END
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
      FROM back CROSS JOIN event_order_counts AS step ON step.event_id = back.id AND CASE WHEN back.id <> '' THEN step.counted END WHERE CASE back.side WHEN 'begin' THEN step.relation <> 'before' END
    UNION SELECT step.event_id, 'end' FROM back CROSS JOIN event_order_counts AS step ON step.other_event_id = back.id AND CASE WHEN back.id <> '' THEN step.counted END
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
  -- sources: How many sources have a claim that names it.
  -- claims: How many claims name it: as their event, subject, object or place, or through who takes part in it.
  -- position: Where it stands in the order of time, as text to sort by: the day at which it is placed (~ for none), and how many events begin before it.
  -- ordered_by: What places it: its date, the one bound that is known (bounds), or its order among other events (order); none where nothing does.
  -- orders: How it stands to other events; relation and name, joined by semicolons.
SELECT event.id AS event_id, event.name AS event, event.kind, event.actuality, event.date, event.earliest, event.latest, event.date_basis,
  event.place_id, place.label AS place,
  (SELECT group_concat(label, '; ') FROM (SELECT DISTINCT entities.label AS label FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id JOIN entities ON entities.id = participation.entity_id
    WHERE participation.event_id = event.id ORDER BY label)) AS participants,
  counts.sources_about AS sources, counts.claims_about AS claims,
  CASE WHEN start.position < '~' THEN start.position ELSE coalesce((
    WITH RECURSIVE onward(id, side) AS (
      SELECT event.id, 'begin'
      UNION SELECT id, 'end' FROM onward WHERE side = 'begin'
      UNION SELECT step.event_id, 'begin' FROM onward CROSS JOIN event_order_counts AS step ON step.other_event_id = onward.id AND CASE WHEN onward.id <> '' THEN step.counted END
        WHERE CASE onward.side WHEN 'end' THEN step.relation = 'after' ELSE step.relation NOT IN ('before', 'after') END
      UNION SELECT step.other_event_id, CASE step.relation WHEN 'before' THEN 'begin' ELSE 'end' END
        FROM onward CROSS JOIN event_order_counts AS step ON step.event_id = onward.id AND CASE WHEN onward.id <> '' THEN step.counted END WHERE CASE onward.side WHEN 'end' THEN step.relation <> 'after' END)
    SELECT min(substr(later.position, 1, 10)) FROM onward CROSS JOIN event_starts AS later ON later.event_id = onward.id
    WHERE CASE onward.side WHEN 'begin' THEN later.position < '~' END), '~') || substr(start.position, -6) END AS position,
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
JOIN entity_counts AS counts ON counts.entity_id = +event.id
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
  -- by the claim, whose assertions are few: an author may say everything in a base
  AND +earlier.speaker_id = said.speaker_id AND earlier.stance = said.stance
  AND (earlier.start_char, earlier.assertion_id) < (said.start_char, said.assertion_id))
-- who wonders about it in one place and commits in another commits
AND (said.stance <> 'uncommitted' OR NOT EXISTS (SELECT 1 FROM standing AS committed WHERE committed.claim_id = said.claim_id
  AND +committed.source_id = said.source_id AND +committed.speaker_id = said.speaker_id AND committed.stance <> 'uncommitted'));

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
  -- origins: How many origins these sources have: each goes back to itself, to the works in which it quotes somebody as saying this, and to what it or these cite, at any remove; it is counted under the one that most of the sources go back to.
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
    GROUP BY work.id HAVING count(DISTINCT origin.source_id) > 1 ORDER BY work.title)) AS shared_origins,
  CASE WHEN (SELECT min(source_id) = max(source_id) FROM standing WHERE claim_id = claim.id) THEN 1 ELSE (
    -- every work that each source goes back to; of these, the one that most of the sources go back to is its origin
    WITH RECURSIVE leads(source_id, origin_id) AS (
      SELECT source_id, source_id FROM standing WHERE claim_id = claim.id
      UNION SELECT leads.source_id, standing.work_id FROM leads JOIN standing ON standing.claim_id = claim.id AND standing.source_id = +leads.origin_id
        WHERE standing.work_id IS NOT NULL
      UNION SELECT leads.source_id, citation.cited_id FROM leads JOIN citations AS citation ON citation.citing_source_id = leads.origin_id
        WHERE CASE WHEN leads.origin_id <> '' THEN citation.cited_id IS NOT NULL AND citation.status NOT IN ('proposed', 'retracted') END)
    SELECT count(DISTINCT origin_id) FROM (
      SELECT origin_id, row_number() OVER (PARTITION BY source_id ORDER BY sharing DESC, origin_id) AS place
      FROM (SELECT source_id, origin_id, count(*) OVER (PARTITION BY origin_id) AS sharing FROM leads))
    WHERE place = 1) END AS origins
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
  (SELECT substr(group_concat(piece, ''), sentence.start_char % 900 + 1, sentence.end_char - sentence.start_char)
    FROM (SELECT piece FROM text_pieces WHERE snapshot_id = sentence.snapshot_id
      AND number BETWEEN sentence.start_char / 900 AND (sentence.end_char - 1) / 900 ORDER BY number)) AS sentence,
  (SELECT count(DISTINCT standing.claim_id) FROM passages AS passage JOIN standing ON standing.passage_id = passage.id
    WHERE passage.snapshot_id = sentence.snapshot_id AND passage.end_char > sentence.start_char AND passage.start_char < sentence.end_char
      -- none that begins earlier can reach into it; without this, all passages up to it would be read
      AND passage.start_char > sentence.start_char - (SELECT max(end_char - start_char) FROM passages AS longest
        WHERE longest.snapshot_id = sentence.snapshot_id)) AS claims,
  sentence.no_claim_reason, sentence.section_id, sentence.id AS sentence_id, sentence.start_char, sentence.end_char
FROM sources AS source
JOIN sentences AS sentence ON sentence.snapshot_id = source.snapshot_id
JOIN sections AS section ON section.id = +sentence.section_id;

CREATE VIEW entity_counts AS -- One actor, thing, event or source with its numbers of claims, from which every list and page takes them.
  -- entity_id: The actor, thing, event or source.
  -- claims_about: How many claims name it: as subject, object, participant, event or place.
  -- sources_about: How many sources those claims are in.
  -- claims_by: How many claims it affirms or denies, and how many it is the last speaker of where nobody in the chain does.
  -- claims_in: How many claims are quoted from it, where it is a source.
SELECT entity.id AS entity_id,
  -- each part by its own index: a filter on entity_claims would not reach the indexes from here
  (SELECT count(*) FROM (
    SELECT claim.id FROM claims AS claim WHERE claim.subject_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.object_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.event_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.place_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM participations AS participation CROSS JOIN claims AS claim ON claim.id = participation.claim_id AND claim.status NOT IN ('proposed', 'retracted')
      WHERE participation.entity_id = entity.id
    UNION SELECT claim.id FROM participations AS participation CROSS JOIN claims AS claim ON claim.id = participation.claim_id AND claim.status NOT IN ('proposed', 'retracted')
      WHERE participation.event_id = entity.id) AS named
    WHERE EXISTS (SELECT 1 FROM assertions WHERE claim_id = named.id AND status NOT IN ('proposed', 'retracted'))) AS claims_about,
  (SELECT count(DISTINCT source_id) FROM (
    SELECT claim.id FROM claims AS claim WHERE claim.subject_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.object_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.event_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM claims AS claim WHERE claim.place_id = entity.id AND claim.status NOT IN ('proposed', 'retracted')
    UNION SELECT claim.id FROM participations AS participation CROSS JOIN claims AS claim ON claim.id = participation.claim_id AND claim.status NOT IN ('proposed', 'retracted')
      WHERE participation.entity_id = entity.id
    UNION SELECT claim.id FROM participations AS participation CROSS JOIN claims AS claim ON claim.id = participation.claim_id AND claim.status NOT IN ('proposed', 'retracted')
      WHERE participation.event_id = entity.id) AS named
    CROSS JOIN assertions ON claim_id = named.id AND status NOT IN ('proposed', 'retracted')) AS sources_about,
  (SELECT count(DISTINCT claim_id) FROM who_says_what WHERE speaker_id = entity.id) AS claims_by,
  (SELECT count(DISTINCT claim_id) FROM standing WHERE source_id = entity.id) AS claims_in
FROM entities AS entity;

CREATE VIEW actor_sheet AS -- One actor, with its names and how often it speaks and is mentioned.
  -- actor_id: The actor.
  -- actor: Its usual name.
  -- kind: What sort of actor it is.
  -- anonymity: Whether the sources name it.
  -- names: Its other names, joined by semicolons.
  -- claims_about: How many claims name it: as subject, object, participant or place.
  -- claims_by: How many claims it affirms or denies, and how many it is the last speaker of where nobody in the chain does.
  -- events: In how many events it takes part.
  -- sources: How many sources mention or quote it.
SELECT actor.id AS actor_id, actor.name AS actor, actor.kind, actor.anonymity,
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT name FROM names WHERE entity_id = actor.id AND name <> actor.name ORDER BY name)) AS names,
  counts.claims_about, counts.claims_by,
  (SELECT count(DISTINCT participation.event_id) FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
    WHERE participation.entity_id = actor.id) AS events,
  (SELECT count(*) FROM (
    SELECT source_id FROM standing WHERE subject_id = actor.id
    UNION SELECT source_id FROM standing WHERE object_id = actor.id
    UNION SELECT source_id FROM standing WHERE place_id = actor.id
    UNION SELECT source_id FROM standing WHERE speaker_id = actor.id
    UNION SELECT standing.source_id FROM participations AS participation JOIN standing ON standing.claim_id = participation.claim_id
      WHERE participation.entity_id = actor.id)) AS sources
FROM actors AS actor JOIN entities AS registered ON registered.id = +actor.id JOIN entity_counts AS counts ON counts.entity_id = +actor.id
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

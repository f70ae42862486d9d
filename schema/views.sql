-- The views readers may rely on. They hold no data and are made anew at each upgrade.
--
-- claim_sheet shows every row with its status. Every other view leaves out what is proposed or retracted.
-- A + before a column keeps the planner from choosing that column's index: joins written `ON x.id = +y.x_id` never start at x, and
-- lookups within one claim never go through its whole source. Filters on the id columns of a view then always use an index.

CREATE VIEW claim_sheet AS -- One assertion, spelled out; add “where innermost” to count claims.
  -- assertion_id: The assertion.
  -- claim_id: The claim it is about.
  -- claim: The claim's text.
  -- kind: What sort of claim it is.
  -- subject_id: Whom or what the claim is about.
  -- subject: The name of that.
  -- predicate_id: The verb of the claim.
  -- object_id: The other end of the verb, where it is an entity.
  -- object: The name of the other end, or the words for it.
  -- comparison: How the number in the claim is meant: equal, about, at least, at most, range, vague, ratio or change.
  -- value: The number, in plain units.
  -- minimum: The lower bound of the number.
  -- maximum: The upper bound of the number.
  -- unit: The unit of the number.
  -- measure: What the number counts and how it is defined, as far as the text says.
  -- verbatim: The number as the text prints it.
  -- about_time: When the claim is said to hold (EDTF).
  -- about_earliest: First day of that time.
  -- about_latest: Last day of that time.
  -- event_id: The event the claim tells of.
  -- event: The name of that event.
  -- source_id: The work the words are in.
  -- source: Publisher and date of that work, for reading; its title where no publisher is known.
  -- source_title: The title of that work.
  -- published: When it was published (EDTF).
  -- section: What sort of section the words are in.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- innermost: 1 when nobody is reported within this assertion, else 0; a retracted assertion does not count.
  -- speaker_id: Who holds it.
  -- speaker: The name of the speaker.
  -- speaker_anonymity: Whether the sources name the speaker.
  -- work_id: The work the speaker said it in, held or only cited.
  -- via: The way it came, from the document's own voice inward to this speaker; a work they said it in stands for them, as in Antonio Graceffo › Pentagon report.
  -- act: How the speaker puts it.
  -- stance: Whether the speaker affirms or denies it, or leaves it open.
  -- certainty: How surely.
  -- derivation: Whether the words say it, presuppose it or imply it.
  -- cue: The words that show act or certainty.
  -- quote: The exact words that carry it.
  -- start_char: Where those words begin in the source's snapshot (code points from 0).
  -- end_char: Where they end (exclusive).
  -- status: The review status of assertion and claim, the worse of both: reviewed, proposed, disputed, retracted.
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

CREATE VIEW standing AS -- One assertion that counts, as neither it nor its claim is proposed or retracted; the other views rest on it.
  -- assertion_id: The assertion.
  -- claim_id: The claim it is about.
  -- claim: The claim's text.
  -- kind: What sort of claim it is.
  -- subject_id: Whom or what the claim is about.
  -- object_id: The other end of the verb.
  -- event_id: The event the claim tells of.
  -- place_id: Where the claim is said to hold.
  -- passage_id: The words that carry it.
  -- source_id: The work those words are in.
  -- level: 0 for the document's own voice, 1 for whom it reports, and so on.
  -- reported_in_id: The assertion, one level less, that reports this one.
  -- speaker_id: Who holds it.
  -- work_id: The work the speaker said it in.
  -- act: How the speaker puts it.
  -- stance: Whether the speaker affirms or denies it, or leaves it open.
  -- certainty: How surely.
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

CREATE VIEW who_says_what AS -- Every assertion that commits its speaker, and the innermost where nobody in its chain commits.
  -- speaker_id: Who holds it.
  -- speaker: The name of the speaker.
  -- speaker_anonymity: Whether the sources name the speaker.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- stance: Affirms, denies, or uncommitted where nobody in the chain commits.
  -- certainty: How surely.
  -- act: How the speaker puts it.
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
    WITH RECURSIVE chain(outer_id) AS (
      SELECT standing.reported_in_id
      UNION ALL
      SELECT assertions.reported_in_id FROM chain JOIN assertions ON assertions.id = chain.outer_id)
    SELECT 1 FROM chain JOIN assertions AS outer_one ON outer_one.id = chain.outer_id
    WHERE outer_one.stance <> 'uncommitted' AND outer_one.status NOT IN ('proposed', 'retracted')));

CREATE VIEW timeline AS -- One event, with who takes part and how many sources and claims speak of it.
  -- event_id: The event.
  -- event: Its name.
  -- kind: What sort of event it is.
  -- actuality: Whether it happened, as cautiously as any source has it.
  -- date: When (EDTF), as precise as the sources and no more.
  -- earliest: First day the date can mean.
  -- latest: Last day the date can mean.
  -- date_basis: Where the date comes from.
  -- place_id: Where.
  -- place: The name of the place.
  -- participants: Who and what takes part, by claims that stand; names joined by semicolons.
  -- sources: How many sources speak of it.
  -- claims: How many claims speak of it.
SELECT event.id AS event_id, event.name AS event, event.kind, event.actuality, event.date, event.earliest, event.latest, event.date_basis,
  event.place_id, place.label AS place,
  (SELECT group_concat(label, '; ') FROM (SELECT DISTINCT entities.label AS label FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id JOIN entities ON entities.id = participation.entity_id
    WHERE participation.event_id = event.id ORDER BY label)) AS participants,
  (SELECT count(*) FROM (SELECT source_id FROM standing WHERE event_id = event.id UNION SELECT standing.source_id FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id WHERE participation.event_id = event.id)) AS sources,
  (SELECT count(*) FROM (SELECT claim_id FROM standing WHERE event_id = event.id UNION SELECT standing.claim_id FROM participations AS participation
    JOIN standing ON standing.claim_id = participation.claim_id WHERE participation.event_id = event.id)) AS claims
FROM events AS event
JOIN entities AS registered ON registered.id = +event.id
LEFT JOIN entities AS place ON place.id = event.place_id
WHERE registered.status = 'current';

CREATE VIEW source_matrix AS -- One claim and one held source that speaks of it.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- source_id: A source that speaks of it.
  -- source: The title of that source.
  -- stance: The source's own voice: affirms, denies, both, or uncommitted where it only reports.
  -- voices: Whoever holds it there, with stance, joined by semicolons.
SELECT standing.claim_id, standing.claim, standing.source_id, source.title AS source,
  (SELECT CASE count(DISTINCT own.stance) WHEN 0 THEN 'uncommitted' WHEN 1 THEN min(own.stance) ELSE 'both' END FROM standing AS own
    WHERE own.claim_id = standing.claim_id AND +own.source_id = standing.source_id AND own.level = 0 AND own.stance <> 'uncommitted') AS stance,
  (SELECT group_concat(voice, '; ') FROM (SELECT DISTINCT said.speaker || ' (' || said.stance || ')' AS voice FROM who_says_what AS said
    WHERE said.claim_id = standing.claim_id AND +said.source_id = standing.source_id ORDER BY said.level, voice)) AS voices
FROM standing JOIN sources AS source ON source.id = +standing.source_id
-- one row a pair: its first assertion stands for all
WHERE NOT EXISTS (SELECT 1 FROM standing AS other WHERE other.claim_id = standing.claim_id
  AND +other.source_id = standing.source_id AND other.assertion_id < standing.assertion_id);

CREATE VIEW voices AS -- Who says what, each speaker once for a claim, a source and a stance, by the first words; open only where never committed.
  -- claim_id: The claim.
  -- claim: The claim's text.
  -- subject_id: Whom or what the claim is about.
  -- source_id: The work the words are in.
  -- speaker_id: Who holds it.
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

CREATE VIEW disagreements AS -- Two claims that contradict, qualify or update each other, or one both affirmed and denied: each two voices, both ways round.
  -- kind: What parts them: affirmed-and-denied, contradicts, claims-only (the claims contradict, but one voice denies or leaves open), qualifies, updates.
  -- claim_a_id: The one claim.
  -- claim_a: Its text.
  -- subject_a_id: Whom or what it is about.
  -- speaker_a_id: Who holds it.
  -- speaker_a: The name of that speaker.
  -- stance_a: That speaker's stance to it.
  -- source_a_id: The source it stands in.
  -- quote_a: The first words of that speaker there that carry it.
  -- claim_b_id: The other claim; the same one where it is both affirmed and denied.
  -- claim_b: Its text.
  -- subject_b_id: Whom or what it is about.
  -- speaker_b_id: Who holds that.
  -- speaker_b: The name of that speaker.
  -- stance_b: That speaker's stance to it.
  -- source_b_id: The source it stands in.
  -- quote_b: The first words of that speaker there that carry it.
  -- relation: How the claims stand to each other: contradicts, qualifies or updates; none for a single claim.
  -- direction: Which claim qualifies or updates the other: a-to-b or b-to-a; both for what holds both ways.
  -- comparable: Whether both speak of the same time, definition and scope.
  -- rationale: Why, so that a reader can judge.
  -- relation_id: The relation between the claims.
SELECT CASE WHEN relation.relation = 'contradicts' AND (a.stance <> 'affirms' OR b.stance <> 'affirms') THEN 'claims-only' ELSE relation.relation END AS kind,
  a.claim_id AS claim_a_id, a.claim AS claim_a, a.subject_id AS subject_a_id, a.speaker_id AS speaker_a_id, a.speaker AS speaker_a,
  a.stance AS stance_a, a.source_id AS source_a_id, a.quote AS quote_a,
  b.claim_id AS claim_b_id, b.claim AS claim_b, b.subject_id AS subject_b_id, b.speaker_id AS speaker_b_id, b.speaker AS speaker_b,
  b.stance AS stance_b, b.source_id AS source_b_id, b.quote AS quote_b,
  relation.relation, CASE relation.relation WHEN 'contradicts' THEN 'both' ELSE 'a-to-b' END AS direction,
  relation.comparable, relation.rationale, relation.id AS relation_id
FROM relations AS relation JOIN voices AS a ON a.claim_id = relation.from_claim_id JOIN voices AS b ON b.claim_id = relation.to_claim_id
WHERE relation.relation IN ('contradicts', 'qualifies', 'updates') AND relation.status NOT IN ('proposed', 'retracted')
UNION ALL
SELECT CASE WHEN relation.relation = 'contradicts' AND (a.stance <> 'affirms' OR b.stance <> 'affirms') THEN 'claims-only' ELSE relation.relation END,
  a.claim_id, a.claim, a.subject_id, a.speaker_id, a.speaker, a.stance, a.source_id, a.quote,
  b.claim_id, b.claim, b.subject_id, b.speaker_id, b.speaker, b.stance, b.source_id, b.quote,
  relation.relation, CASE relation.relation WHEN 'contradicts' THEN 'both' ELSE 'b-to-a' END,
  relation.comparable, relation.rationale, relation.id
FROM relations AS relation JOIN voices AS a ON a.claim_id = relation.to_claim_id JOIN voices AS b ON b.claim_id = relation.from_claim_id
WHERE relation.relation IN ('contradicts', 'qualifies', 'updates') AND relation.status NOT IN ('proposed', 'retracted')
UNION ALL
SELECT 'affirmed-and-denied',
  a.claim_id, a.claim, a.subject_id, a.speaker_id, a.speaker, a.stance, a.source_id, a.quote,
  b.claim_id, b.claim, b.subject_id, b.speaker_id, b.speaker, b.stance, b.source_id, b.quote,
  CAST(NULL AS TEXT), 'both', CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
FROM voices AS a JOIN voices AS b ON b.claim_id = a.claim_id
WHERE (a.stance = 'affirms' AND b.stance = 'denies') OR (a.stance = 'denies' AND b.stance = 'affirms');

CREATE VIEW corroboration AS -- One claim, with how many sources and named speakers stand behind it, and what those sources have in common.
  -- claim_id: The claim.
  -- claim: Its text.
  -- sources: How many sources speak of it.
  -- innermost_speakers: How many named speakers, nobody more committed reported within them, affirm or deny it; the unnamed never count.
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

CREATE VIEW origin_voices AS -- A named speaker who commits to a claim, while nobody reported within commits: where the chain of words begins.
  -- claim_id: The claim.
  -- source_id: The work the words are in.
  -- speaker_id: Who holds it.
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

CREATE VIEW coverage AS -- One sentence of a source's current snapshot, with how many claims its words carry.
  -- source_id: The source.
  -- section: What sort of section the sentence is in.
  -- position: The sentence's place in the text, from 1.
  -- sentence: Its words.
  -- claims: How many claims have words in it.
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

CREATE VIEW actor_sheet AS -- One actor, with its names and how often it speaks and is spoken of.
  -- actor_id: The actor.
  -- actor: Its usual name.
  -- kind: What sort of actor it is.
  -- anonymity: Whether the sources name it.
  -- names: Its other names, joined by semicolons.
  -- claims_about: How many claims have it as subject, object, participant or place.
  -- claims_by: How many claims it affirms or denies, or is the last to hold where nobody commits.
  -- events: In how many events it takes part.
  -- sources: How many sources speak of it or let it speak.
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

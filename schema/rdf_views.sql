-- What the R2RML mapping reads where a table alone will not do: text that is computed, numbers as decimal text, links that hold
-- only under a condition. A view that a triples map restores a table from has that table's columns under their own names.
-- NULL stands for none. REAL is printed as a decimal number that reads back to the same REAL (between 1e-98 and 1e100).

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
    nullif((SELECT substr(group_concat(piece, ''), max(p.start_char - 32, 0) % 900 + 1, p.start_char - max(p.start_char - 32, 0)) FROM (SELECT piece FROM text_pieces
      WHERE snapshot_id = p.snapshot_id AND number BETWEEN max(p.start_char - 32, 0) / 900 AND p.start_char / 900 ORDER BY number)), '') AS prefix,
    nullif((SELECT substr(group_concat(piece, ''), p.end_char % 900 + 1, (p.end_char + 32) - p.end_char) FROM (SELECT piece FROM text_pieces
      WHERE snapshot_id = p.snapshot_id AND number BETWEEN p.end_char / 900 AND (p.end_char + 32) / 900 ORDER BY number)), '') AS suffix
  FROM passages AS p;
CREATE VIEW rdf_cues AS -- Assertions with a cue, and the snapshot that the cue stands in.
  SELECT a.id, a.cue, a.cue_start_char, a.cue_end_char, p.snapshot_id
  FROM assertions AS a JOIN passages AS p ON p.id = a.passage_id WHERE a.cue IS NOT NULL;

CREATE VIEW rdf_appearances AS -- Which sources a claim appears in, going by assertions that count.
  SELECT DISTINCT claim_id, source_id FROM assertions WHERE status NOT IN ('proposed', 'retracted');
-- What kind of literal the words for an object are: a year, a month or a day in figures, where the claim has no number of its own.
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

-- A plain edge says that something is so. It claims no more than was said only where a source says so in its own voice, asserts it as a
-- certain fact, and nobody in any source denies it; plans, predictions, norms, questions and conditions stand in graphs of their own only.
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
  SELECT c.id, c.subject_id, c.predicate_id, c.object_id,
    CASE WHEN q.claim_id IS NULL AND l.type = 'word' THEN l.object_text END AS object_words,
    CASE l.type WHEN 'year' THEN l.object_text END AS object_year, CASE l.type WHEN 'month' THEN l.object_text END AS object_month,
    CASE l.type WHEN 'day' THEN l.object_text END AS object_day, CASE WHEN q.claim_id IS NOT NULL THEN (SELECT decimal FROM rdf_decimals WHERE owner = q.claim_id AND part = 'value') END AS object_number,
    EXISTS (SELECT 1 FROM rdf_asserted_claims AS sure WHERE sure.id = c.id) AS asserted
  FROM claims AS c LEFT JOIN rdf_claim_literals AS l ON l.id = c.id
    LEFT JOIN quantities AS q ON q.claim_id = c.id AND q.comparison = 'equal' AND q.verbatim = c.object_text AND q.value IS NOT NULL
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
CREATE VIEW rdf_distinct_links AS -- Two entities that are not the same, of which neither was merged into another.
  SELECT d.id, d.entity_id, d.other_id FROM distinct_entities AS d
    JOIN entities AS one ON one.id = d.entity_id AND one.status <> 'merged' JOIN entities AS other ON other.id = d.other_id AND other.status <> 'merged';
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

-- Words that only stand for an entity in places (metonyms), are made from its name (demonyms) or describe it are names of it, but no labels.
-- Of several full names in one language the first in the alphabet is the preferred label, as SKOS allows one.
CREATE VIEW rdf_labels AS -- The names that label an entity in a stated language.
  -- tag: The language without region and script.
  -- preferred_label: The name, where it is the preferred label in that language.
  -- other_label: The name, where it is not.
  SELECT entity_id, tag, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, tag, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id, tag), 0) AS chosen
    FROM (SELECT entity_id, lower(substr(language, 1, instr(language || '-', '-') - 1)) AS tag, name, max(CASE kind WHEN 'name' THEN name END) AS full_name
      FROM names WHERE language IS NOT NULL AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY 1, 2, 3));
-- The language of a label is a constant in R2RML, so each common one has a view.
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

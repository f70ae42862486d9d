-- What the R2RML mapping reads where a table alone will not do: text that is computed, numbers as decimal text, links that hold
-- only under a condition. A view that a triples map restores a table from has that table's columns under their own names.
-- NULL stands for none. REAL is printed as a decimal number that reads back to the same REAL (between 1e-98 and 1e100).

CREATE VIEW rdf_contributors AS -- Contributors, with the public class of their kind.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'contributors.kind' AND value = t.kind) AS kind_iri FROM contributors AS t;
CREATE VIEW rdf_actors AS -- Actors, with the public class of their kind.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'actors.kind' AND value = t.kind) AS kind_iri FROM actors AS t;
CREATE VIEW rdf_events AS -- Events, with the public class of their kind.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'events.kind' AND value = t.kind) AS kind_iri FROM events AS t;
CREATE VIEW rdf_sources AS -- Sources, with the public class of their kind.
  SELECT t.*, (SELECT iri FROM vocabulary WHERE field = 'sources.kind' AND value = t.kind) AS kind_iri FROM sources AS t;

CREATE VIEW rdf_things AS -- Things, with the public class of their kind and coordinates as decimal text.
  SELECT t.id, t.name, t.kind, t.part_of_id,
    CASE WHEN t.latitude IS NULL THEN NULL
      WHEN t.latitude = CAST(t.latitude AS INTEGER) AND abs(t.latitude) < 9e18 THEN CAST(CAST(t.latitude AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', t.latitude) AS REAL) = t.latitude AND printf('%.15g', t.latitude) NOT GLOB '*e*' THEN printf('%.15g', t.latitude)
      WHEN CAST(printf('%!.17g', t.latitude) AS REAL) = t.latitude AND printf('%!.17g', t.latitude) NOT GLOB '*e*' THEN printf('%!.17g', t.latitude)
      ELSE rtrim(rtrim(printf('%!.350f', t.latitude), '0'), '.') END AS latitude,
    CASE WHEN t.longitude IS NULL THEN NULL
      WHEN t.longitude = CAST(t.longitude AS INTEGER) AND abs(t.longitude) < 9e18 THEN CAST(CAST(t.longitude AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', t.longitude) AS REAL) = t.longitude AND printf('%.15g', t.longitude) NOT GLOB '*e*' THEN printf('%.15g', t.longitude)
      WHEN CAST(printf('%!.17g', t.longitude) AS REAL) = t.longitude AND printf('%!.17g', t.longitude) NOT GLOB '*e*' THEN printf('%!.17g', t.longitude)
      ELSE rtrim(rtrim(printf('%!.350f', t.longitude), '0'), '.') END AS longitude,
    t.description, t.run_id, (SELECT iri FROM vocabulary WHERE field = 'things.kind' AND value = t.kind) AS kind_iri
  FROM things AS t;
CREATE VIEW rdf_quantities AS -- Quantities, with their numbers as decimal text.
  SELECT q.claim_id, q.comparison,
    CASE WHEN q.value IS NULL THEN NULL
      WHEN q.value = CAST(q.value AS INTEGER) AND abs(q.value) < 9e18 THEN CAST(CAST(q.value AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', q.value) AS REAL) = q.value AND printf('%.15g', q.value) NOT GLOB '*e*' THEN printf('%.15g', q.value)
      WHEN CAST(printf('%!.17g', q.value) AS REAL) = q.value AND printf('%!.17g', q.value) NOT GLOB '*e*' THEN printf('%!.17g', q.value)
      ELSE rtrim(rtrim(printf('%!.350f', q.value), '0'), '.') END AS value,
    CASE WHEN q.minimum IS NULL THEN NULL
      WHEN q.minimum = CAST(q.minimum AS INTEGER) AND abs(q.minimum) < 9e18 THEN CAST(CAST(q.minimum AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', q.minimum) AS REAL) = q.minimum AND printf('%.15g', q.minimum) NOT GLOB '*e*' THEN printf('%.15g', q.minimum)
      WHEN CAST(printf('%!.17g', q.minimum) AS REAL) = q.minimum AND printf('%!.17g', q.minimum) NOT GLOB '*e*' THEN printf('%!.17g', q.minimum)
      ELSE rtrim(rtrim(printf('%!.350f', q.minimum), '0'), '.') END AS minimum,
    CASE WHEN q.maximum IS NULL THEN NULL
      WHEN q.maximum = CAST(q.maximum AS INTEGER) AND abs(q.maximum) < 9e18 THEN CAST(CAST(q.maximum AS INTEGER) AS TEXT)
      WHEN CAST(printf('%.15g', q.maximum) AS REAL) = q.maximum AND printf('%.15g', q.maximum) NOT GLOB '*e*' THEN printf('%.15g', q.maximum)
      WHEN CAST(printf('%!.17g', q.maximum) AS REAL) = q.maximum AND printf('%!.17g', q.maximum) NOT GLOB '*e*' THEN printf('%!.17g', q.maximum)
      ELSE rtrim(rtrim(printf('%!.350f', q.maximum), '0'), '.') END AS maximum,
    q.unit, q.measure, q.as_of, q.verbatim, q.run_id
  FROM quantities AS q;

CREATE VIEW rdf_word_fields AS -- Each column that holds a controlled word: a concept scheme.
  SELECT DISTINCT field FROM vocabulary;
CREATE VIEW rdf_role_words AS -- The roles in events, which the bare participations use as properties.
  SELECT field, value FROM vocabulary WHERE field = 'participations.role';
CREATE VIEW rdf_author_links AS -- Who made a source, by the public property for that part in it.
  SELECT a.source_id, a.position, a.actor_id, v.iri AS role_iri
  FROM source_authors AS a JOIN vocabulary AS v ON v.field = 'source_authors.role' AND v.value = a.role AND v.iri IS NOT NULL;
CREATE VIEW rdf_wikidata_matches AS -- Entities that Wikidata is known to mean the same by.
  SELECT entity_id, 'http://www.wikidata.org/entity/' || value AS item_iri FROM identifiers
  WHERE scheme = 'wikidata' AND match = 'exact' AND value GLOB 'Q[1-9]*' AND substr(value, 2) NOT GLOB '*[^0-9]*';

CREATE VIEW rdf_passages AS -- Passages, with up to 32 characters of the text before and after them.
  SELECT p.id, p.snapshot_id, p.section_id, p.start_char, p.end_char, p.exact, p.run_id,
    nullif(substr(s.text, max(p.start_char - 32, 0) + 1, min(p.start_char, 32)), '') AS prefix,
    nullif(substr(s.text, p.end_char + 1, 32), '') AS suffix
  FROM passages AS p JOIN snapshots AS s ON s.id = p.snapshot_id;
CREATE VIEW rdf_cues AS -- Assertions with a cue, and the snapshot that the cue stands in.
  SELECT a.id, a.cue, a.cue_start_char, a.cue_end_char, p.snapshot_id
  FROM assertions AS a JOIN passages AS p ON p.id = a.passage_id WHERE a.cue IS NOT NULL;

CREATE VIEW rdf_appearances AS -- Which sources a claim appears in, going by assertions that a person checked.
  SELECT DISTINCT claim_id, source_id FROM assertions WHERE status NOT IN ('proposed', 'retracted');
CREATE VIEW rdf_bare_claims AS -- The triple each claim is about, for claims in use that somebody makes, and whether anybody affirms it.
  SELECT c.id, c.subject_id, c.predicate_id, c.object_id, c.object_text,
    EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = c.id AND a.status NOT IN ('proposed', 'retracted') AND a.stance = 'affirms') AS affirmed
  FROM claims AS c WHERE c.status NOT IN ('proposed', 'retracted') AND c.subject_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = c.id AND a.status NOT IN ('proposed', 'retracted'));
CREATE VIEW rdf_bare_participations AS -- Who takes part in which event by claims in use that somebody makes, and whether anybody affirms them.
  SELECT p.event_id, p.entity_id, p.role, p.claim_id,
    EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = p.claim_id AND a.status NOT IN ('proposed', 'retracted') AND a.stance = 'affirms') AS affirmed
  FROM participations AS p JOIN claims AS c ON c.id = p.claim_id WHERE c.status NOT IN ('proposed', 'retracted')
    AND EXISTS (SELECT 1 FROM assertions AS a WHERE a.claim_id = p.claim_id AND a.status NOT IN ('proposed', 'retracted'));
CREATE VIEW rdf_cito_links AS -- Reviewed relations between claims in use that CiTO has a property for.
  SELECT r.id, r.from_claim_id, r.to_claim_id, v.iri AS relation_iri
  FROM relations AS r JOIN vocabulary AS v ON v.field = 'relations.relation' AND v.value = r.relation AND v.iri GLOB 'http://purl.org/spar/cito/?*'
    JOIN claims AS f ON f.id = r.from_claim_id AND f.status NOT IN ('proposed', 'retracted')
    JOIN claims AS t ON t.id = r.to_claim_id AND t.status NOT IN ('proposed', 'retracted')
  WHERE r.status = 'reviewed';

-- The language of a label is a constant in R2RML, so each common one has a view, for its regional and script variants too. Words that
-- only stand for an entity in places (metonyms), are made from its name (demonyms) or describe it are names of it, but no labels.
-- Of several full names in one language the first in the alphabet is the preferred label, as SKOS allows one.
CREATE VIEW rdf_labels_en AS -- Labels in English.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'en' OR language LIKE 'en-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_zh AS -- Labels in Chinese.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'zh' OR language LIKE 'zh-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_ru AS -- Labels in Russian.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'ru' OR language LIKE 'ru-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_fr AS -- Labels in French.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'fr' OR language LIKE 'fr-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_de AS -- Labels in German.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'de' OR language LIKE 'de-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_es AS -- Labels in Spanish.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'es' OR language LIKE 'es-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_ar AS -- Labels in Arabic.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'ar' OR language LIKE 'ar-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_ja AS -- Labels in Japanese.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'ja' OR language LIKE 'ja-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_ko AS -- Labels in Korean.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'ko' OR language LIKE 'ko-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_pt AS -- Labels in Portuguese.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'pt' OR language LIKE 'pt-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_it AS -- Labels in Italian.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'it' OR language LIKE 'it-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_uk AS -- Labels in Ukrainian.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'uk' OR language LIKE 'uk-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_fa AS -- Labels in Persian.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'fa' OR language LIKE 'fa-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_hi AS -- Labels in Hindi.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'hi' OR language LIKE 'hi-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_tr AS -- Labels in Turkish.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'tr' OR language LIKE 'tr-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_pl AS -- Labels in Polish.
  SELECT entity_id, name, CASE WHEN chosen THEN name END AS preferred_label, CASE WHEN NOT chosen THEN name END AS other_label
  FROM (SELECT entity_id, name, coalesce(name = min(full_name) OVER (PARTITION BY entity_id), 0) AS chosen
    FROM (SELECT entity_id, name, max(CASE kind WHEN 'name' THEN name END) AS full_name FROM names
      WHERE (language LIKE 'pl' OR language LIKE 'pl-%') AND kind IN ('name', 'alias', 'abbreviation', 'transliteration') GROUP BY entity_id, name));
CREATE VIEW rdf_labels_untagged AS -- Labels in no stated language, or in one without a view of its own.
  SELECT DISTINCT n.entity_id, n.name FROM names AS n JOIN entities AS e ON e.id = n.entity_id
  WHERE n.kind IN ('name', 'alias', 'abbreviation', 'transliteration') AND n.name <> e.label
    AND (n.language IS NULL OR lower(substr(n.language, 1, instr(n.language || '-', '-') - 1)) NOT IN
      ('en', 'zh', 'ru', 'fr', 'de', 'es', 'ar', 'ja', 'ko', 'pt', 'it', 'uk', 'fa', 'hi', 'tr', 'pl'));

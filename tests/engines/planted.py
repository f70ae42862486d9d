"""One fault for each message of shapes.ttl, planted in the rows of a base whose laws were taken away and put back afterwards.

Such a base is what another program leaves that writes past everything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """SQL that plants it, the check of `kb check` that must tell it, and words that must stand in what it tells."""

    sql: str
    check: str
    told: str


def word(table: str, column: str, where: str = "true") -> Fault:
    """A word that the vocabulary does not have, in one row."""
    return Fault(one(table, f"{column} = 'nonsense'", where), "vocabulary-unknown", f"{column} nonsense")


def nobody(table: str, column: str, where: str = "true", named: str = "nowhere") -> Fault:
    """A reference to a row that is not there, in one row."""
    return Fault(one(table, f"{column} = '{named}'", where), "dangling", f"{table}, rowid")


def rule(place: str, setting: str, where: str = "true") -> Fault:
    """What the CHECK constraint of a column (or of a whole table) refuses, in one row."""
    return Fault(one(place.partition(".")[0], setting, where), "rules", place)


def one(table: str, setting: str, where: str) -> str:
    return f"UPDATE {table} SET {setting} WHERE rowid = (SELECT max(rowid) FROM {table} WHERE {where})"


# By round: faults of one round are planted together and keep out of each other's way.
VALUES = {
    "A claim needs one text, a sentence that stands alone.": rule("claims.text", "text = ''"),
    "A claim needs one kind, from the vocabulary.": word("claims", "kind"),
    "A claim needs one status, from the vocabulary.": word("claims", "status"),
    "When a claim is said to hold is one EDTF date.": Fault(
        one("claims", "about_time = 'long ago'", "about_time IS NOT NULL"), "wrong-bounds", "long ago"
    ),
    "An assertion needs one stance, from the vocabulary: affirms, denies or uncommitted.": word("assertions", "stance"),
    "An assertion needs one certainty, from the vocabulary.": word("assertions", "certainty"),
    "An assertion needs one act, from the vocabulary: asserts, reports, believes …": word("assertions", "act"),
    "An assertion needs one derivation, from the vocabulary.": word("assertions", "derivation"),
    "An assertion needs one status, from the vocabulary.": word("assertions", "status"),
    "An assertion needs one level, 0 or more.": rule("assertions.level", "level = -1", "level = 0"),
    "A text quote selector needs the exact words.": rule("passages.exact", "exact = ''"),
    "A text position selector needs a start, 0 or more.": rule("sections.start_char", "start_char = -1"),
    "A text position selector needs an end.": rule("sentences.end_char", "end_char = 0"),
    "A section needs one kind, from the vocabulary.": word("sections", "kind"),
    "A mention needs one sense, from the vocabulary.": word("mentions", "sense"),
    "A mention needs one status, from the vocabulary.": word("mentions", "status"),
    "A snapshot needs the SHA-256 of its bytes.": rule("snapshots.sha256", "sha256 = 'xyz'"),
    "A source needs one title.": rule("sources.title", "title = ''"),
    "A source needs one kind, from the vocabulary.": word("sources", "kind"),
    "A source needs one access, from the vocabulary: what the public edition shows of it.": word("sources", "access"),
    "When a source was published is one EDTF date.": Fault(
        one("sources", "published = 'last year'", "published IS NOT NULL"), "not-dates", "last year"
    ),
    "An actor needs a name.": rule("actors.name", "name = ''"),
    "An actor needs one kind, from the vocabulary.": word("actors", "kind"),
    "An actor needs one anonymity, from the vocabulary: whether the sources name it.": word("actors", "anonymity"),
    "A thing needs a name.": rule("things.name", "name = ''"),
    "A thing needs one kind, from the vocabulary.": word("things", "kind"),
    "An event needs a name.": rule("events.name", "name = ''"),
    "An event needs one kind, from the vocabulary.": word("events", "kind"),
    "An event needs one actuality, from the vocabulary: whether it happened.": word("events", "actuality"),
    "When an event was is one EDTF date.": Fault(one("events", "date = '2021-13'", "date IS NOT NULL"), "wrong-bounds", "2021-13"),
    "An entity needs one status, from the vocabulary.": word("entities", "status"),
    "A participation needs one role, from the vocabulary.": word("participations", "role"),
    "An affiliation needs one role, from the vocabulary.": word("affiliations", "role"),
    "Nothing belongs to itself.": rule("affiliations.whole_id", "whole_id = entity_id"),
    "Since when something belongs to a whole is one EDTF date.": Fault(
        one("affiliations", "start_date = 'last year'", "start_date IS NOT NULL"), "not-dates", "last year"
    ),
    "Until when something belongs to a whole is one EDTF date.": Fault(
        one("affiliations", "end_date = 'next year'", "end_date IS NOT NULL"), "not-dates", "next year"
    ),
    "An order in time needs one of its words of the vocabulary.": word("event_order", "relation"),
    "Nothing is distinguished from itself.": rule("distinct_entities.other_id", "other_id = entity_id"),
    "A distinction needs a reason, so that a reader can judge.": rule("distinct_entities.reason", "reason = ''"),
    "An event stands in no order to itself.": rule("event_order.other_event_id", "other_event_id = event_id"),
    "A relation needs a rationale, so that a reader can judge.": rule("relations.rationale", "rationale = ''"),
    "A relation needs one of the relations of the vocabulary.": word("relations", "relation"),
    "A relation needs one status, from the vocabulary.": word("relations", "status"),
    "A quantity needs a measure: what is counted.": rule("quantities.measure", "measure = ''"),
    "A quantity needs the number as the text prints it.": rule("quantities.verbatim", "verbatim = ''"),
    "A quantity needs one comparison, from the vocabulary.": word("quantities", "comparison"),
    "A name needs its words.": rule("names.name", "name = ''"),
    "A name needs one kind, from the vocabulary.": word("names", "kind"),
    "An identifier needs its value.": rule("identifiers.value", "value = ''"),
    "An identifier needs one scheme, from the vocabulary.": word("identifiers", "scheme"),
    "An identifier needs one match, from the vocabulary.": word("identifiers", "match"),
    "An authorship needs one role, from the vocabulary.": word("source_authors", "role"),
    "A citation needs the words by which the work is cited.": rule("citations.cited_text", "cited_text = ''"),
    "A review needs one verdict, from the vocabulary.": word("reviews", "verdict"),
    "A review needs the time it was given.": rule("reviews.at", "at = 'yesterday'"),
    "A run needs the time it began.": rule("runs.started_at", "started_at = 'yesterday'"),
}
REFERENCES = {
    "A claim needs an assertion: somebody who makes it, in words of a source.": Fault(
        "DELETE FROM assertions WHERE claim_id = 'clm-captains-are-asked'", "claims-without-assertion", "clm-captains-are-asked"
    ),
    "The subject of a claim is one actor, thing, event or source.": nobody("claims", "subject_id", "subject_id IS NOT NULL"),
    "The predicate of a claim is one of the predicates.": nobody("claims", "predicate_id", "predicate_id IS NOT NULL"),
    "A claim tells of one event at most.": nobody("claims", "event_id"),
    "An assertion is of one claim.": nobody("assertions", "claim_id", named="clm-none"),
    "No quote, no claim: an assertion needs the passage that carries it.": nobody("assertions", "passage_id", named="psg-none"),
    "An assertion needs one speaker, an actor.": nobody("assertions", "speaker_id"),
    "An assertion stands in one source.": nobody("assertions", "source_id"),
    "An assertion is reported in one other assertion at most.": nobody("assertions", "reported_in_id", "level = 1", "ast-none"),
    "A passage lies in one snapshot.": nobody("passages", "snapshot_id", "rowid = 1", "snp-none"),
    "A passage begins in one section.": nobody("passages", "section_id", named="sec-none"),
    "A section lies in one snapshot.": nobody("sections", "snapshot_id", named="snp-none"),
    "A sentence lies in one snapshot.": nobody("sentences", "snapshot_id", named="snp-none"),
    "A sentence lies in one section.": nobody("sentences", "section_id", named="sec-none"),
    "A mention stands for one actor, thing, event or source.": nobody("mentions", "entity_id"),
    "A snapshot is of one source.": nobody("snapshots", "source_id"),
    "An event is in one place at most.": nobody("events", "place_id"),
    "A participation is in one event.": nobody("participations", "event_id"),
    "A participation is of one actor or thing.": nobody("participations", "entity_id"),
    "A part in an event rests on a claim: name it.": nobody("participations", "claim_id", named="clm-none"),
    "An affiliation is of one actor, thing, event or source.": nobody("affiliations", "entity_id"),
    "An affiliation is to one actor, thing, event or source.": nobody("affiliations", "whole_id"),
    "An affiliation rests on one claim, or on none.": nobody("affiliations", "claim_id", "claim_id IS NOT NULL", named="clm-none"),
    "A distinction is of one actor, thing, event or source.": nobody("distinct_entities", "entity_id"),
    "A distinction is from one actor, thing, event or source.": nobody("distinct_entities", "other_id"),
    "An order in time is of one event.": nobody("event_order", "event_id"),
    "An order in time is to one event.": nobody("event_order", "other_event_id"),
    "An order in time rests on one claim at most.": nobody("event_order", "claim_id", "claim_id IS NOT NULL", named="clm-none"),
    "A relation goes from one claim.": nobody("relations", "from_claim_id", named="clm-none"),
    "A relation goes to one claim.": nobody("relations", "to_claim_id", named="clm-nothing"),
    "A quantity belongs to one claim.": nobody("quantities", "claim_id", named="clm-none"),
    "A name is the name of one entity.": nobody("names", "entity_id"),
    "An identifier is of one entity.": nobody("identifiers", "entity_id"),
    "An authorship is of one source.": nobody("source_authors", "source_id"),
    "An authorship is of one actor.": nobody("source_authors", "actor_id"),
    "A citation needs the source that cites.": nobody("citations", "citing_source_id"),
    "A citation needs the passage that cites.": nobody("citations", "passage_id", named="psg-none"),
    "A review is of one claim, assertion, mention, relation or citation.": Fault(
        one("reviews", "row_id = 'clm-none'", "table_name = 'claims'"), "reviews-of-nothing", "clm-none"
    ),
    "A review needs the contributor who gave it.": nobody("reviews", "contributor_id"),
    "A run needs the contributor who did it.": nobody("runs", "contributor_id"),
    "What was recorded names the run that recorded it.": nobody("things", "run_id", named="run-none"),
}
STRUCTURE = {
    "A claim has a subject, a predicate and one object, or none of them.": rule(
        "claims", "object_id = NULL, object_text = NULL", "subject_id IS NOT NULL"
    ),
    "Level 0 is the document's own voice; every deeper assertion is reported in another, and only those are.": Fault(
        one("assertions", "reported_in_id = NULL", "level = 1"), "broken-chains", "reported in nothing"
    ),
    "An assertion is reported in one of the same claim and source, one level less.": Fault(
        one("assertions", "level = 7", "level = 2"), "broken-chains", "level 7"
    ),
    "The words of a passage are as many characters as lie between its start and its end.": Fault(
        one("passages", "end_char = end_char + 1", "true"), "passages-not-verbatim", "at "
    ),
    "A stretch of text ends after it starts.": rule("sentences.end_char", "end_char = start_char"),
    "A merged entity names the one that took its place, and no other does.": rule(
        "entities.merged_into_id", "status = 'merged'", "kind = 'thing'"
    ),
    "A claim stands in no relation to itself.": rule("relations.to_claim_id", "to_claim_id = from_claim_id"),
    "The minimum of a quantity is no more than its maximum.": rule("quantities.maximum", "minimum = 2, maximum = 1"),
}
ROUNDS = (VALUES, REFERENCES, STRUCTURE)
FAULTS = {message: fault for faults in ROUNDS for message, fault in faults.items()}
# What no rows can bring about, as the mapping makes these triples: such faults are planted in triples alone.
ONLY_IN_TRIPLES = {
    "A claim has one quantity at most: two figures are two claims.": "the claim is the key of a quantity",
    "A passage needs its exact words (a text quote selector).": "every row of passages has that node, and words are never NULL",
    "A passage needs its place in the text (a text position selector).": "every row of passages has that node",
    "A section needs its place in the text.": "every row of sections has that node",
    "A sentence needs its place in the text.": "every row of sentences has that node",
    "A mention needs its words and their place in the text.": "every row of mentions has both nodes",
    "An actor has one preferred label in a language.": "the view rdf_labels chooses one",
    "owl:sameAs is never said here; use skos:exactMatch where it is sure.": "the mapping never says it",
    "What makes claims comparable or not is in words of the vocabulary.": "the view rdf_comparable_words keeps only words of the vocabulary",
    "A claim is somebody's: its triple stands in the graph of the claim, never in the default graph.": "the mapping puts it there",
}


def plant(path: Path, faults: Iterable[Fault]) -> None:
    """Take every law away, plant the faults, and put the laws back, so that only the faults are left to tell."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for fault in faults:
            changed = connection.execute(fault.sql).rowcount
            assert changed == 1, f"{fault.sql}: {changed} rows"
        for _, sql in triggers:
            connection.execute(sql)

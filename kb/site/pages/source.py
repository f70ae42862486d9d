"""A source: its whole text with every claim highlighted where it is said, who speaks beside it, and what is known of it."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb.site import highlight
from kb.site.errors import MissingError
from kb.site.reading import Row, near_entities, one, rows, words
from kb.site.visit import Visit

SOURCE = """
SELECT sources.*, publisher.name AS publisher, entities.status, entities.merged_into_id, merged.label AS merged_into
FROM sources JOIN entities ON entities.id = sources.id LEFT JOIN actors AS publisher ON publisher.id = publisher_id
LEFT JOIN entities AS merged ON merged.id = entities.merged_into_id WHERE sources.id = ?"""
AUTHORS = """
SELECT actors.id, actors.name, source_authors.role FROM source_authors JOIN actors ON actors.id = actor_id
WHERE source_id = ? ORDER BY position"""
SNAPSHOTS = "SELECT id, sha256, media_type, length(text) AS characters, retrieved_from, retrieved_at FROM snapshots WHERE source_id = ? ORDER BY id = ? DESC, id"
SECTIONS = """
SELECT sections.id, sections.kind, start_char, end_char, speaker_id, actors.name AS speaker FROM sections LEFT JOIN actors ON actors.id = speaker_id
WHERE snapshot_id = ? ORDER BY start_char"""
SENTENCES = "SELECT id, start_char, end_char, no_claim_reason FROM sentences WHERE snapshot_id = ? ORDER BY start_char"
# Each assertion once, by the words that carry it; the voices within a chain are told by `via`.
SAID = """
SELECT assertion_id, passages.id AS passage_id, sheet.start_char, sheet.end_char, sheet.claim_id, sheet.claim, sheet.speaker_id, sheet.speaker,
  sheet.via, sheet.level, sheet.act, sheet.stance, sheet.certainty, passages.exact AS quote
FROM passages JOIN assertions ON assertions.passage_id = passages.id JOIN claim_sheet AS sheet ON sheet.assertion_id = assertions.id
WHERE passages.snapshot_id = ? AND sheet.counted AND assertions.id IN (SELECT assertion_id FROM who_says_what WHERE claim_id = assertions.claim_id)
ORDER BY sheet.start_char, sheet.end_char DESC, sheet.level, sheet.claim_id"""
CITED = """
SELECT citations.cited_id AS id, sources.title, cited_text, passages.exact, passages.id AS passage_id FROM citations LEFT JOIN sources ON sources.id = cited_id
LEFT JOIN passages ON passages.id = passage_id WHERE citing_source_id = ? AND citations.status NOT IN ('proposed', 'retracted') ORDER BY passages.start_char"""
CITING = """
SELECT DISTINCT sources.id, sources.title FROM citations JOIN sources ON sources.id = citing_source_id
WHERE cited_id = ? AND citations.status NOT IN ('proposed', 'retracted') ORDER BY sources.title"""
SPOKEN_IN = """
SELECT DISTINCT claim_id, claim, speaker_id, speaker, stance, source_id FROM claim_sheet WHERE work_id = ? AND counted ORDER BY claim LIMIT 100"""
VOICES = """
SELECT speaker_id AS id, speaker AS label, min(level) AS level, count(DISTINCT claim_id) AS claims FROM who_says_what WHERE source_id = ?
GROUP BY speaker_id ORDER BY claims DESC, speaker LIMIT 40"""


def read(connection: sqlite3.Connection, source_id: str) -> Row:
    """What the page shows. Raises MissingError, with the nearest sources, where there is no such source."""
    source = one(connection, SOURCE, source_id)
    if source is None:
        raise MissingError(
            f"there is no source {source_id}", near=[(row["id"], row["label"]) for row in near_entities(connection, source_id, "source")]
        )
    found: Row = {
        "source": source,
        "authors": rows(connection, AUTHORS, source_id),
        "snapshots": rows(connection, SNAPSHOTS, source_id, source["snapshot_id"]),
        "cited": rows(connection, CITED, source_id),
        "citing": rows(connection, CITING, source_id),
        "spoken": rows(connection, SPOKEN_IN, source_id),
        "words": words(connection),
        "identifiers": rows(connection, "SELECT scheme, value, match FROM identifiers WHERE entity_id = ?", source_id),
    }
    return {**found, **text_of(connection, source)}


def text_of(connection: sqlite3.Connection, source: Row) -> Row:
    """The text in sections and paragraphs with what is said in them; nothing for a work that is only cited."""
    snapshot = source["snapshot_id"]
    if snapshot is None:
        return {"sections": [], "voices": [], "coverage": None}
    text = str(connection.execute("SELECT text FROM snapshots WHERE id = ?", (snapshot,)).fetchone()[0])
    sentences, said = rows(connection, SENTENCES, snapshot), rows(connection, SAID, snapshot)
    marked = highlight.paragraphs(text, rows(connection, SECTIONS, snapshot), sentences, said)
    silent = highlight.uncovered(sentences, said)
    coverage = {
        "sentences": len(sentences),
        "with_claims": len(sentences) - len(silent),
        "explained": sum(1 for row in silent if row["no_claim_reason"]),
        "claims": len({row["claim_id"] for row in said}),
    }
    return {"sections": marked, "voices": rows(connection, VOICES, source["id"]), "coverage": coverage}


async def view(visit: Visit) -> Response:
    """The page of one source; `?show=` marks the words of one passage."""
    try:
        found: dict[str, Any] = await visit.read(read, visit.parts["id"])
    except MissingError as error:
        error.near = [(visit.addresses.source(row_id), label) for row_id, label in error.near]
        raise
    return await visit.page("kb/source.html", show=visit.arg("show"), **found)

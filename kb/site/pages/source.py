"""The page of a source, with its whole text, quotes highlighted, the speakers beside it, and its bibliographic data."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb.base import purged
from kb.base.model import Row
from kb.site import citation_tags, highlight
from kb.site.editing import linking
from kb.site.errors import MissingError
from kb.site.linked_data.documents import base_of
from kb.site.page_data import QuotedRow, column, first_row, listed, near_entities, quoted_rows, rows, words
from kb.site.pages.export_offers import offered
from kb.site.pages.source_parts import Parts, parts, place_of
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
# Each assertion once, by the place of its quote: what all of a text is divided, filtered and counted by.
ASSERTIONS = """
SELECT said.assertion_id, passages.id AS passage_id, passages.start_char, passages.end_char, said.claim_id, said.speaker_id, said.speaker, claims.kind,
  said.level, said.stance
FROM passages CROSS JOIN assertions ON assertions.passage_id = passages.id CROSS JOIN who_says_what AS said ON said.assertion_id = assertions.id
CROSS JOIN claims ON claims.id = said.claim_id
WHERE passages.snapshot_id = ? ORDER BY passages.start_char, passages.end_char DESC, said.level, said.claim_id"""
# What is shown of those in one part; `via` names the other voices of the chain.
SHOWN = """
SELECT sheet.assertion_id, sheet.claim, sheet.via, sheet.act, sheet.certainty, sheet.quote
FROM json_each(?) AS wanted CROSS JOIN claim_sheet AS sheet ON sheet.assertion_id = wanted.value"""
CITED = """
SELECT citations.cited_id AS id, sources.title, cited_text, passages.exact, passages.id AS passage_id FROM citations LEFT JOIN sources ON sources.id = cited_id
LEFT JOIN passages ON passages.id = passage_id WHERE citing_source_id = ? AND citations.status NOT IN ('proposed', 'retracted') ORDER BY passages.start_char"""
CITING = """
SELECT DISTINCT sources.id, sources.title FROM citations JOIN sources ON sources.id = citing_source_id
WHERE cited_id = ? AND citations.status NOT IN ('proposed', 'retracted') ORDER BY sources.title"""
SPOKEN_IN = """
SELECT min(assertion_id) FROM claim_sheet WHERE work_id = ? AND counted GROUP BY claim_id, speaker_id, stance, source_id ORDER BY claim LIMIT {limit}"""
MOST_REPORTED = 100  # on the page
# In the public edition, a text that may not be shown whole is no current text; its quotes stand each on its own, in another order.
QUOTES = """
SELECT passages.id, passages.exact FROM passages JOIN snapshots ON snapshots.id = passages.snapshot_id
WHERE snapshots.source_id = ? ORDER BY passages.start_char, passages.end_char"""
SAID = "SELECT assertion_id FROM claim_sheet WHERE source_id = ? AND counted ORDER BY start_char, level, assertion_id"
VOICES = """
SELECT speaker_id AS id, speaker AS label, min(level) AS level, count(DISTINCT claim_id) AS claims FROM who_says_what WHERE source_id = ?
GROUP BY speaker_id ORDER BY claims DESC, speaker LIMIT 40"""


FILTERS = {"holder": "speaker_id", "stance": "stance", "kind": "kind"}  # a parameter of the page, and the column that it compares


def read(connection: sqlite3.Connection, source_id: str, picked: dict[str, str], at: tuple[str, str] = ("", "")) -> Row:
    """The data of the page, with the claims that `picked` (a value by the names of FILTERS) chooses; `at` is the part of a long text, and what to show.

    Raises MissingError, with the nearest sources, where there is no such source.
    """
    source = first_row(connection, SOURCE, source_id)
    if source is None:
        raise MissingError(
            f"there is no source {source_id}", near=[(row["id"], row["label"]) for row in near_entities(connection, source_id, "source")]
        )
    data: Row = {
        "source": source,
        "authors": rows(connection, AUTHORS, source_id),
        "snapshots": rows(connection, SNAPSHOTS, source_id, source["snapshot_id"]),
        "cited": rows(connection, CITED, source_id),
        "citing": rows(connection, CITING, source_id),
        "spoken": quoted_rows(connection, column(connection, SPOKEN_IN.format(limit=MOST_REPORTED), source_id)),
        "words": words(connection),
        "identifiers": rows(connection, "SELECT scheme, value, match FROM identifiers WHERE entity_id = ?", source_id),
    }
    return {**data, **text_of(connection, source, picked, at)}


def text_of(connection: sqlite3.Connection, source: Row, picked: dict[str, str], at: tuple[str, str]) -> Row:
    """The text in sections and paragraphs with its quotes, its voices, and its coverage, empty for a work that is only cited or whose words were purged."""
    snapshot = source["snapshot_id"]
    if gone := purged.of_source(connection, source["id"]):
        return {"sections": [], "voices": [], "coverage": None, "offered": {}, "parts": None, "quotes": [], "purged": gone[0]}
    if snapshot is None:
        return {"sections": [], "voices": [], "coverage": None, "offered": {}, "parts": None, "quotes": quotes(connection, source["id"])}
    text = str(connection.execute("SELECT text FROM snapshots WHERE id = ?", (snapshot,)).fetchone()[0])
    sentences, assertions = rows(connection, SENTENCES, snapshot), rows(connection, ASSERTIONS, snapshot)
    for row in assertions:
        row["picked"] = all(row[FILTERS[name]] == value for name, value in picked.items())
    voices, sections = rows(connection, VOICES, source["id"]), rows(connection, SECTIONS, snapshot)
    part, shown = at
    shown_part = parts(text, assertions, part, place_of(shown, sentences, assertions) if shown else None)
    without_claims = highlight.uncovered(sentences, assertions)
    coverage = {
        "sentences": len(sentences),
        "with_claims": len(sentences) - len(without_claims),
        "explained": sum(1 for row in without_claims if row["no_claim_reason"]),
        "claims": len({row["claim_id"] for row in assertions}),
    }
    chosen = len({row["claim_id"] for row in assertions if row["picked"]}) if picked else None
    offered = {name: sorted({row[column] for row in assertions}) for name, column in FILTERS.items()}
    holders = {row["speaker_id"]: row["speaker"] for row in assertions}
    return {
        "sections": divided(text, sections, sentences, spelled_out(connection, shown_part.within(assertions)), shown_part),
        "parts": shown_part,
        "voices": voices,
        "coverage": coverage,
        "chosen": chosen,
        "offered": offered,
        "holders": dict(sorted(holders.items(), key=lambda pair: pair[1].casefold())),
    }


def spelled_out(connection: sqlite3.Connection, assertions: list[Row]) -> list[Row]:
    """The assertions, each with all that is shown of it."""
    shown = {row["assertion_id"]: row for row in rows(connection, SHOWN, listed([row["assertion_id"] for row in assertions]))}
    return [row | shown[row["assertion_id"]] for row in assertions]


def quotes(connection: sqlite3.Connection, source_id: str) -> list[Row]:
    """The words that are shown of a text that is not shown whole, each with who says what in them."""
    said: dict[str, list[QuotedRow]] = {}
    for row in quoted_rows(connection, column(connection, SAID, source_id)):
        said.setdefault(row["passage_id"], []).append(row)
    return [row | {"said": said.get(row["id"], [])} for row in rows(connection, QUOTES, source_id)]


def divided(text: str, sections: list[Row], sentences: list[Row], assertions: list[Row], part: Parts) -> list[Row]:
    """The paragraphs of the part of the text that is shown, by section; the assertions are those of that part."""
    return highlight.paragraphs(text, part.cut(sections), part.within(sentences), assertions)


def picked(visit: Visit) -> dict[str, str]:
    """The filters of the address, by the names of FILTERS."""
    return {name: visit.arg(name) for name in FILTERS if visit.arg(name)}


def assertion_ids(connection: sqlite3.Connection, source_id: str, picked: dict[str, str]) -> list[str]:
    """The assertions of the text of a source that pass the filters, in the order of the text, or those reported from a work without a text."""
    (snapshot,) = column(connection, "SELECT snapshot_id FROM sources WHERE id = ?", source_id)
    if snapshot is None:
        return column(connection, SPOKEN_IN.format(limit=-1), source_id)
    said = rows(connection, ASSERTIONS, snapshot)
    return [row["assertion_id"] for row in said if all(row[FILTERS[name]] == value for name, value in picked.items())]


async def view(visit: Visit) -> Response:
    """Answers with the page of one source. `show` is the id of a passage to highlight, `recorded` the run that has just recorded it, `part` a part of a long text."""
    try:
        chosen = picked(visit)
        data: dict[str, Any] = await visit.read(read, visit.parts["id"], chosen, (visit.arg("part"), visit.arg("show")))
    except MissingError as error:
        error.near = [(visit.addresses.source(row_id), label) for row_id, label in error.near]
        raise
    data["citation"] = await visit.read(citation_tags.of_source, visit.parts["id"], base_of(visit.datasette))
    record = await linking.offered(visit, "source", visit.parts["id"])
    return await visit.page(
        "kb/source.html",
        record=record,
        exports=offered(visit, "source", source=visit.parts["id"]),
        show=visit.arg("show"),
        picked=chosen,
        run=visit.arg("recorded"),
        **data,
    )

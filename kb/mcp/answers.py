"""What a language model is told: rows in which every claim comes with its quote, its holder, the stance, and a link to follow."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from kb.ask import queries, search
from kb.base.rows import dicts
from kb.errors import UsageError, actions
from kb.names.lookup import Lookup
from kb.rdf.base_iri import base_of

Row = dict[str, Any]
VOICE = """
SELECT assertion_id, claim_id, claim, quote, speaker AS holder, stance, certainty, act, via, level, source, source_id, published, status
FROM claim_sheet"""
OF_CLAIMS = f"{VOICE} WHERE claim_id IN (SELECT value FROM json_each(?)) AND counted ORDER BY claim_id, source_id, start_char, level"
OF_ASSERTION = f"{VOICE} WHERE assertion_id = ?"
HOLDERS = f"{VOICE} WHERE claim_id = ?1 AND assertion_id IN (SELECT assertion_id FROM who_says_what WHERE claim_id = ?1) ORDER BY stance, source_id, start_char, level"
SENTENCE = """
SELECT substr(text, low + 1, high - low) FROM (
  SELECT snapshots.text, coalesce(min(sentences.start_char), passages.start_char) AS low, coalesce(max(sentences.end_char), passages.end_char) AS high
  FROM assertions JOIN passages ON passages.id = passage_id JOIN snapshots ON snapshots.id = passages.snapshot_id
  LEFT JOIN sentences ON sentences.snapshot_id = snapshots.id AND sentences.start_char < passages.end_char AND sentences.end_char > passages.start_char
  WHERE assertions.id = ? GROUP BY passages.id)"""
PAIRS = """
SELECT finding, relation, rationale, claim_a_id, claim_a, speaker_a, stance_a, quote_a, source_a_id, claim_b_id, claim_b, speaker_b, stance_b, quote_b, source_b_id
FROM {view} WHERE (?1 = '' OR claim_a_id = ?1) AND (?2 = '' OR subject_a_id = ?2 OR subject_b_id = ?2)
  AND (?1 <> '' OR (claim_a_id, stance_a, speaker_a_id) < (claim_b_id, stance_b, speaker_b_id)) ORDER BY finding, claim_a, claim_b LIMIT ?3"""
SQL_SECONDS = 10.0
MOST_ROWS = 200


def linked(connection: sqlite3.Connection, rows: Sequence[Row], *columns: str) -> list[Row]:
    """The rows with a link for each of the columns with an id, as `link` where there is one such column."""
    base = base_of(connection)
    named = {column: "link" if len(columns) == 1 else column.replace("_id", "_link") for column in columns}
    return [{**row, **{named[column]: base.node(row[column]) for column in columns}} for row in rows]


def voices(connection: sqlite3.Connection, sql: str, *parameters: object) -> list[Row]:
    """Rows of VOICE with a link to each claim."""
    return linked(connection, list(dicts(connection.execute(sql, parameters))), "claim_id")


def found(connection: sqlite3.Connection, words: str, limit: int) -> Row:
    """What a search finds: the voices of the claims and of the quotes that have the words, and names with their links."""

    hits = search.find(connection, words, limit)
    claims = [hit.id for hit in hits if hit.kind == "claim"]
    quoted = [voice for hit in hits if hit.kind == "quote" for voice in voices(connection, OF_ASSERTION, hit.id)]
    said = voices(connection, OF_CLAIMS, json.dumps(claims))
    said.sort(key=lambda voice: claims.index(voice["claim_id"]))
    seen = {voice["assertion_id"] for voice in said}
    names = [{"id": hit.id, "words": hit.snippet} for hit in hits if hit.kind in ("name", "text")]
    return {"voices": said + [voice for voice in quoted if voice["assertion_id"] not in seen], "names": linked(connection, names, "id")}


def claim(connection: sqlite3.Connection, given: str) -> Row:
    """A claim with all its voices, those that deny it too, and the claims that it is related to."""
    claim_id = Lookup(connection).claim(given)
    said = voices(connection, f"{VOICE} WHERE claim_id = ? AND counted ORDER BY source_id, start_char, level", claim_id)
    return {
        "claim_id": claim_id,
        "claim": said[0]["claim"] if said else connection.execute("SELECT text FROM claims WHERE id = ?", (claim_id,)).fetchone()[0],
        "link": base_of(connection).node(claim_id),
        "voices": said,
        "related": pairs(connection, "comparisons", claim_id, "", MOST_ROWS),
    }


def who_says(connection: sqlite3.Connection, given: str) -> Row:
    """Everyone who affirms or denies a claim, with the words that carry it."""
    claim_id = Lookup(connection).claim(given)
    return {"claim_id": claim_id, "voices": voices(connection, HOLDERS, claim_id)}


def sentence(connection: sqlite3.Connection, assertion_id: str) -> Row:
    """An assertion with the whole sentence of the source around its quote. Raises UsageError for an unknown one."""
    said = voices(connection, OF_ASSERTION, assertion_id)
    if not said:
        raise UsageError(f"no assertion has the id {assertion_id!r}", where="assertion_id", remedy=actions.search())
    return {**said[0], "sentence": connection.execute(SENTENCE, (assertion_id,)).fetchone()[0]}


def pairs(connection: sqlite3.Connection, view: str, claim_id: str, entity_id: str, limit: int) -> list[Row]:
    """Pairs of voices of a view of comparisons, about a claim or an entity where one is given, each with the links of both claims."""
    rows = list(dicts(connection.execute(PAIRS.format(view=view), (claim_id, entity_id, min(limit, MOST_ROWS)))))
    return linked(connection, rows, "claim_a_id", "claim_b_id")


def disagreements(connection: sqlite3.Connection, given: str, entity: str, limit: int) -> Row:
    """Where voices disagree, about a claim or an entity where one is given. The base does not say who is right."""
    lookup = Lookup(connection)
    claim_id = lookup.claim(given) if given else ""
    return {"disagreements": pairs(connection, "disagreements", claim_id, lookup.entity(entity, "entity") or "", limit)}


def sql(connection: sqlite3.Connection, query: str) -> Row:
    """The first rows of a SELECT, or of a named question. Raises UsageError for what would write."""
    columns, rows = queries.ask(connection, query, {}, seconds=SQL_SECONDS)
    listed = [dict(zip(columns, row, strict=True)) for _, row in zip(range(MOST_ROWS), rows, strict=False)]
    return {"rows": listed, "more": next(rows, None) is not None}

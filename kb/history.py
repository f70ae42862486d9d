"""Tell one row's whole story: what it says, what rests on it, what it rests on, and what it was before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.changes import row_of, table_of
from kb.errors import UsageError
from kb.tables import ENTITY_TABLES, Row

Rows = list[Row]


@dataclass
class Story:
    """One row with what belongs to it, in named parts, and its history, oldest change first."""

    table: str
    row: Row
    became: str | None = None
    parts: dict[str, Rows] = field(default_factory=dict)
    history: Rows = field(default_factory=list)

    def as_dict(self) -> Row:
        return {"table": self.table, "row": self.row, "became": self.became, **self.parts, "history": self.history}


def select(connection: sqlite3.Connection, sql: str, *parameters: object) -> Rows:
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


SHEET = "SELECT assertion_id, level, via, act, stance, certainty, quote, source_id, start_char, end_char, status FROM claim_sheet"
# What belongs to a row, by its table: (part, SQL with the row's id as the only parameter).
PARTS: dict[str, list[tuple[str, str]]] = {
    "claims": [
        ("assertions", f"{SHEET} WHERE claim_id = ? ORDER BY source_id, start_char, level"),
        ("quantity", "SELECT * FROM quantities WHERE claim_id = ?"),
        ("roles", "SELECT event_id, entity_id, role FROM participations WHERE claim_id = ?"),
        (
            "relations",
            "SELECT relations.id, relation, comparable, to_claim_id AS other_id, claims.text AS other, rationale, relations.status FROM relations"
            " JOIN claims ON claims.id = to_claim_id WHERE from_claim_id = ?1 UNION ALL"
            " SELECT relations.id, relation || ' (of this)', comparable, from_claim_id, claims.text, rationale, relations.status FROM relations"
            " JOIN claims ON claims.id = from_claim_id WHERE to_claim_id = ?1",
        ),
    ],
    "assertions": [
        (
            "claim",
            "SELECT claims.id, claims.text, claims.status FROM claims JOIN assertions ON claim_id = claims.id WHERE assertions.id = ?",
        ),
        (
            "passage",
            "SELECT exact, start_char, end_char, snapshot_id FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?",
        ),
        ("reports", "SELECT id, speaker_id, stance, certainty, status FROM assertions WHERE reported_in_id = ?"),
    ],
    "entities": [
        ("names", "SELECT name, kind, language FROM names WHERE entity_id = ? ORDER BY kind, name"),
        ("identifiers", "SELECT scheme, value, match FROM identifiers WHERE entity_id = ?"),
        ("merged into this", "SELECT id, label FROM entities WHERE merged_into_id = ?"),
        (
            "claims",
            "SELECT part, entity_claims.claim_id, claim, via, stance FROM entity_claims JOIN claim_sheet USING (assertion_id)"
            " WHERE entity_id = ? ORDER BY part, entity_claims.claim_id LIMIT 50",
        ),
    ],
    "sources": [
        ("authors", "SELECT actor_id, role FROM source_authors WHERE source_id = ? ORDER BY position"),
        ("snapshots", "SELECT id, sha256, length(text) AS characters, retrieved_from FROM snapshots WHERE source_id = ?"),
        (
            "sections",
            "SELECT position, sections.kind, start_char, end_char, speaker_id FROM sections JOIN sources USING (snapshot_id) WHERE sources.id = ? ORDER BY position",
        ),
        ("citations", "SELECT id, cited_id, cited_text, status FROM citations WHERE citing_source_id = ?"),
    ],
    "runs": [
        ("changes", "SELECT table_name, row_id, operation, reason FROM revisions WHERE run_id = ? ORDER BY seq LIMIT 200"),
        ("claims recorded", "SELECT id, text, status FROM claims WHERE run_id = ? LIMIT 200"),
        ("assertions recorded", "SELECT id, claim_id, status FROM assertions WHERE run_id = ? LIMIT 200"),
    ],
    "snapshots": [
        ("sections", "SELECT position, kind, start_char, end_char, speaker_id FROM sections WHERE snapshot_id = ? ORDER BY position")
    ],
}


def story(connection: sqlite3.Connection, row_id: str) -> Story:
    """The story of a row, by its id; an id that was merged says into what. Raises UsageError for an id that never was."""
    try:
        table = table_of(connection, row_id)
    except UsageError:
        removed = story_of_removed(connection, row_id)
        if removed is None:
            raise
        return removed
    row = row_of(connection, table, row_id)
    told = Story(table, row, became(connection, table, row_id, row))
    if table == "snapshots":
        row["text"] = row["text"][:200] + "…"
    for part, sql in [*PARTS.get(table, []), *(PARTS["entities"] if table in ENTITY_TABLES else [])]:
        found = select(connection, sql, row_id)
        if found:
            told.parts[part] = found
    told.history = list(changes_of(connection, table, row_id))
    return told


def story_of_removed(connection: sqlite3.Connection, row_id: str) -> Story | None:
    """What a row was that is there no more: its last revision kept it."""
    found = connection.execute(
        "SELECT table_name, before FROM revisions WHERE row_id = ? AND operation = 'delete' ORDER BY seq DESC LIMIT 1", (row_id,)
    ).fetchone()
    if found is None:
        return None
    row = json.loads(found[1]) | {"status": "removed"}
    return Story(found[0], row, history=list(changes_of(connection, found[0], row_id)))


def became(connection: sqlite3.Connection, table: str, row_id: str, row: Row) -> str | None:
    """The row that took this one's place, if one did."""
    if table in ENTITY_TABLES:
        status, merged_into = connection.execute("SELECT status, merged_into_id FROM entities WHERE id = ?", (row_id,)).fetchone()
        if status != "current":
            row["status"] = status
        return str(merged_into) if merged_into else None
    return row.get("merged_into_id")


# Rows without an id of their own are part of the story of the row they belong to: (table, whether its key only begins with that id).
BELONGING = {
    "claims": (("quantities", False),),
    **dict.fromkeys(ENTITY_TABLES, (("entities", False), ("names", True), ("identifiers", True))),
}
BELONGING["sources"] += (("source_authors", True),)


def changes_of(connection: sqlite3.Connection, table: str, row_id: str) -> Iterator[Row]:
    """Who recorded the row, then each change: when, by whom, why, and the columns that changed."""
    if table not in ("runs", "contributors"):
        recorded = (
            f"SELECT runs.id AS run_id, started_at AS at, contributors.name AS by, runs.kind, runs.reason FROM {table}"
            f" JOIN runs ON runs.id = run_id JOIN contributors ON contributors.id = contributor_id WHERE {table}.id = ?"
        )
        yield from (run | {"change": "recorded"} for run in select(connection, recorded, row_id))
    where = ["(table_name = ?1 AND row_id = ?2)"]
    for other, begins in BELONGING.get(table, ()):
        key = "row_id >= ?2 || '_' AND row_id < ?2 || '`'" if begins else "row_id = ?2"  # the character after the underscore
        where.append(f"(table_name = '{other}' AND {key})")
    revisions = select(
        connection,
        "SELECT run_id, at, coalesce(contributors.name, 'somebody past the library') AS by, coalesce(runs.kind, '') AS kind, revisions.reason,"
        " table_name, operation, before, after FROM revisions LEFT JOIN runs ON runs.id = run_id"
        f" LEFT JOIN contributors ON contributors.id = contributor_id WHERE {' OR '.join(where)} ORDER BY seq",
        table,
        row_id,
    )
    for revision in revisions:
        before, after = json.loads(revision.pop("before")), json.loads(revision.pop("after") or "{}")
        belongs = revision.pop("table_name") not in (table, "entities")
        yield revision | {"change": told_change(revision.pop("operation"), before, after, belongs=belongs)}


def told_change(operation: str, before: Row, after: Row, *, belongs: bool) -> str:
    """A change in words; of a row that belongs to another, which of them it was."""
    which = (
        " ".join(str(before[key]) for key in ("name", "scheme", "value", "comparison", "actor_id") if before.get(key)) + ": "
        if belongs
        else ""
    )
    if operation == "delete":
        return f"{which}removed"
    return which + "; ".join(
        f"{column}: {before[column]!r} -> {after.get(column)!r}" for column in before if before[column] != after.get(column)
    )


def trace(connection: sqlite3.Connection, row_id: str) -> Rows:
    """From a claim or assertion back to the bytes: each assertion's chain, words in their sentence, place, snapshot and address."""
    table = table_of(connection, row_id)
    column = {"claims": "assertions.claim_id", "assertions": "assertions.id"}.get(table)
    if column is None:
        story_of = select(connection, "SELECT DISTINCT assertion_id FROM entity_claims WHERE entity_id = ? LIMIT 50", row_id)
        return [step for found in story_of for step in trace(connection, found["assertion_id"])]
    steps = select(
        connection,
        "SELECT claim_sheet.claim_id, claim_sheet.claim, claim_sheet.assertion_id, claim_sheet.level, via, claim_sheet.act, claim_sheet.stance, claim_sheet.certainty, claim_sheet.status,"
        " claim_sheet.source_id, source_title, sources.url, passages.id AS passage_id, passages.start_char, passages.end_char, exact, section, passages.snapshot_id AS snapshot_id"
        f" FROM assertions JOIN claim_sheet ON claim_sheet.assertion_id = assertions.id JOIN passages ON passages.id = passage_id JOIN sources ON sources.id = claim_sheet.source_id WHERE {column} = ?"
        " ORDER BY claim_sheet.source_id, passages.start_char, claim_sheet.level",
        row_id,
    )
    for step in steps:
        text, sha256 = connection.execute("SELECT text, sha256 FROM snapshots WHERE id = ?", (step["snapshot_id"],)).fetchone()
        around = connection.execute(
            "SELECT min(start_char), max(end_char) FROM sentences WHERE snapshot_id = ? AND start_char < ? AND end_char > ?",
            (step["snapshot_id"], step["end_char"], step["start_char"]),
        ).fetchone()
        low, high = (around[0], max(around[1], step["end_char"])) if around[0] is not None else (step["start_char"], step["end_char"])
        low = min(low, step["start_char"])
        step["sha256"] = sha256
        step["in_sentence"] = f"{text[low : step['start_char']]}»{step['exact']}«{text[step['end_char'] : high]}"
    return steps

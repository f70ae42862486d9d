"""Show one row with everything that belongs to it and its history."""

from __future__ import annotations

import html
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.ask import results
from kb.base import rows
from kb.base.model import ENTITY_TABLES, Row, bound, matching
from kb.base.row_by_id import OF_QUANTITY, key_named, row_of, table_of, whole_id
from kb.errors import UsageError
from kb.texts.quantity_words import told

Rows = list[Row]


@dataclass
class Story:
    """One row, the rows that belong to it by the name of the part, and its history, oldest change first."""

    table: str
    row: Row
    became: str | None = None
    parts: dict[str, Rows] = field(default_factory=dict)
    history: Rows = field(default_factory=list)

    def as_dict(self) -> Row:
        """The story as one JSON object."""
        return {"table": self.table, "row": self.row, "became": self.became, **self.parts, "history": self.history}

    def _repr_html_(self) -> str:
        """The story as Jupyter shows it: the row, then what belongs to it, of a claim each quote with who holds it and how."""
        shown = {name: value for name, value in self.row.items() if value is not None}
        listed = [(f"{self.table} {self.row.get('id', '')}", [shown]), *((part, found) for part, found in self.parts.items() if found)]
        return "".join(f"<h4>{html.escape(part)}</h4>{results.table(list(found[0]), found)}" for part, found in listed)


def select(connection: sqlite3.Connection, sql: str, *parameters: object) -> Rows:
    """The rows of a SELECT as dictionaries."""
    return list(rows.dicts(connection.execute(sql, parameters)))


SHEET = "SELECT assertion_id, level, via, act, stance, certainty, quote, source_id, start_char, end_char, status FROM claim_sheet"
REVIEWS = (
    "SELECT contributors.name AS reviewer, verdict, note, at FROM reviews JOIN contributors ON contributors.id = contributor_id"
    " WHERE table_name = {} AND row_id = ? ORDER BY at, reviews.rowid"
)
# What belongs to a row, by its table: (part, SQL with the row's id as the only parameter).
PARTS: dict[str, list[tuple[str, str]]] = {
    "claims": [
        ("assertions", f"{SHEET} WHERE claim_id = ? ORDER BY source_id, start_char, level"),
        ("quantity", "SELECT * FROM quantities WHERE claim_id = ?"),
        ("reviews", REVIEWS.format("'claims'")),
        ("roles", "SELECT event_id, entity_id, role FROM participations WHERE claim_id = ?"),
        ("affiliations", "SELECT id, entity_id, role, whole_id, start_date, end_date FROM affiliations WHERE claim_id = ? ORDER BY id"),
        ("order in time", "SELECT id, event_id, relation, other_event_id FROM event_order WHERE claim_id = ?"),
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
        ("reviews", REVIEWS.format("'assertions'")),
        ("reports", "SELECT id, speaker_id, stance, certainty, status FROM assertions WHERE reported_in_id = ?"),
    ],
    "events": [
        (
            "order in time",
            "SELECT relation || CASE WHEN event_id = ?1 THEN '' ELSE ' (of this)' END AS relation,"
            " CASE WHEN event_id = ?1 THEN other_event_id ELSE event_id END AS other_id, claim_id, id FROM event_order"
            " WHERE ?1 IN (event_id, other_event_id) ORDER BY relation, other_id",
        )
    ],
    "entities": [
        ("names", "SELECT name, kind, language FROM names WHERE entity_id = ? ORDER BY kind, name"),
        ("identifiers", "SELECT scheme, value, match FROM identifiers WHERE entity_id = ?"),
        (
            "belongs to",
            "SELECT id, role, whole_id, claim_id, start_date, end_date FROM affiliations WHERE entity_id = ? ORDER BY role, whole_id",
        ),
        (
            "belongs to it",
            "SELECT id, role, entity_id, claim_id, start_date, end_date FROM affiliations WHERE whole_id = ? ORDER BY role, entity_id",
        ),
        (
            "not the same as",
            "SELECT CASE WHEN entity_id = ?1 THEN other_id ELSE entity_id END AS other_id, reason, id FROM distinct_entities"
            " WHERE ?1 IN (entity_id, other_id) ORDER BY other_id",
        ),
        ("merged into this", "SELECT id, label FROM entities WHERE merged_into_id = ?"),
        (
            "claims",
            "SELECT part, entity_claims.claim_id, claim, via, stance FROM entity_claims JOIN claim_sheet USING (assertion_id)"
            " WHERE entity_id = ? ORDER BY part, entity_claims.claim_id LIMIT 50",
        ),
    ],
    **{table: [("reviews", REVIEWS.format(f"'{table}'"))] for table in ("mentions", "relations", "citations")},
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
    """The story of the row with this id; `became` names the row that it was merged into.

    Raises UsageError for an id that no row has or had.
    """
    row_id = whole_id(connection, row_id)
    try:
        table = table_of(connection, row_id)
    except UsageError:
        removed = story_of_removed(connection, row_id)
        if removed is None:
            raise
        return removed
    row = row_of(connection, table, row_id)
    result = Story(table, row, became(connection, table, row_id, row))
    if table == "snapshots":
        row["text"] = row["text"][:200] + "…"
    for part, sql in [*PARTS.get(table, []), *(PARTS["entities"] if table in ENTITY_TABLES else [])]:
        belonging = select(connection, sql, row_id)
        if belonging:
            result.parts[part] = belonging
    result.history = list(changes_of(connection, table, row_id))
    return result


def story_of_removed(connection: sqlite3.Connection, row_id: str) -> Story | None:
    """The story of a row that was deleted, as its last revision kept it; None for an id that no row ever had."""
    revision = connection.execute(
        "SELECT table_name, before FROM revisions WHERE row_id = ? AND operation = 'delete' ORDER BY seq DESC LIMIT 1", (row_id,)
    ).fetchone()
    if revision is None:
        return None
    row = json.loads(revision[1]) | {"status": "removed"}
    return Story(revision[0], row, history=list(changes_of(connection, revision[0], row_id)))


def became(connection: sqlite3.Connection, table: str, row_id: str, row: Row) -> str | None:
    """The id of the row that this row was merged into, or None."""
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
    """Each change of a row, oldest first, beginning with its recording: when, by whom, why, and which columns changed."""
    key = key_named(table, row_id) or {}
    if table not in ("runs", "contributors"):
        recorded = (
            "SELECT runs.id AS run_id, started_at AS at, contributors.name AS by, runs.kind, runs.reason"
            f" FROM (SELECT run_id FROM {table} WHERE {matching(key)}) AS recorded"
            " JOIN runs ON runs.id = recorded.run_id JOIN contributors ON contributors.id = runs.contributor_id"
        )
        yield from (run | {"change": "recorded"} for run in rows.dicts(connection.execute(recorded, bound(key))))
    row_id = row_id.removesuffix(OF_QUANTITY) if table == "quantities" else row_id
    where = ["(table_name = ?1 AND row_id = ?2)"]
    for other, begins in BELONGING.get(table, ()):
        own = "row_id >= ?2 || '_' AND row_id < ?2 || '`'" if begins else "row_id = ?2"  # the character after the underscore
        where.append(f"(table_name = '{other}' AND {own})")
    revisions = select(
        connection,
        "SELECT run_id, at, coalesce(contributors.name, 'somebody outside this program') AS by, coalesce(runs.kind, '') AS kind, revisions.reason,"
        " table_name, operation, before, after FROM revisions LEFT JOIN runs ON runs.id = run_id"
        f" LEFT JOIN contributors ON contributors.id = contributor_id WHERE {' OR '.join(where)} ORDER BY seq",
        table,
        row_id,
    )
    for revision in revisions:
        before, after = json.loads(revision.pop("before")), json.loads(revision.pop("after") or "{}")
        belongs = revision.pop("table_name") not in (table, "entities")
        yield revision | {"change": describe_change(revision.pop("operation"), before, after, belongs=belongs)}


def describe_change(operation: str, before: Row, after: Row, *, belongs: bool) -> str:
    """A change in words; for a row that `belongs` to another, the words begin with which of those rows it was."""
    which = (
        " ".join(str(before[key]) for key in ("name", "scheme", "value", "comparison", "actor_id") if before.get(key)) + ": "
        if belongs
        else ""
    )
    if operation == "delete":
        return f"{which}removed"
    return which + "; ".join(
        f"{column}: {told(before[column])} -> {told(after.get(column))}" for column in before if before[column] != after.get(column)
    )

"""Which rows of a base changed since it was last looked at, found without reading the rest.

New rows stand behind the last rows of their table, and what was changed or removed has left its earlier values in `revisions`. Where that
does not tell everything, nothing is said, and whoever asks reads the base anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kb.base.model import ENTITY_TABLES, KEYS, Row, key_of, row_id
from kb.rdf.model_mapping import content_tables

LAST = 50  # rows of each table that are remembered, so that some are left where the last ones were removed
# Runs that change rows without leaving what they were: files draw sections anew around passages, loads bring a history of their own, and a
# purge leaves nothing of what it erases.
UNTOLD = frozenset({"ingest", "load", "purge"})
UNFINISHED = "SELECT id FROM runs WHERE ended_at IS NULL"


@dataclass(frozen=True)
class Seen:
    """What a base was when it was looked at: SQLite's schema version, the last revision, the last rows of each table as (rowid, id), newest first, and the runs that had not ended."""

    schema: int
    revision: int
    last: dict[str, list[tuple[int, str]]]
    unfinished: frozenset[str]


@dataclass(frozen=True)
class Change:
    """A row of a table, as it was before a change (`was`) or is after one, and the operation: insert, update or delete."""

    table: str
    row: Row
    was: bool
    operation: str


def look(connection: sqlite3.Connection) -> Seen:
    """What the base is now. SQLite's schema version also changes with VACUUM, which numbers rows anew, and with a backup that is copied in."""
    (version,) = connection.execute("SELECT schema_version FROM pragma_schema_version").fetchone()
    (revision,) = connection.execute("SELECT coalesce(max(seq), 0) FROM revisions").fetchone()
    unfinished = frozenset(row[0] for row in connection.execute(UNFINISHED))
    return Seen(version, revision, {table: last_rows(connection, table) for table in content_tables()}, unfinished)


def last_rows(connection: sqlite3.Connection, table: str) -> list[tuple[int, str]]:
    """The last rows of a table, the newest first."""
    found = connection.execute(f"SELECT rowid, {', '.join(KEYS[table])} FROM {table} ORDER BY rowid DESC LIMIT {LAST}")
    return [(row[0], row_id(dict(zip(KEYS[table], row[1:], strict=True)))) for row in map(tuple, found)]


def since(connection: sqlite3.Connection, seen: Seen, most: int) -> list[Change] | None:
    """Every change since then, in no order; None where they are more than `most`, or cannot all be told."""
    if connection.execute("SELECT schema_version FROM pragma_schema_version").fetchone()[0] != seen.schema:
        return None
    found = list(revised(connection, seen.revision, most))
    gone = set(removed(found))
    for table, last in seen.last.items():
        # a new row has been given a higher rowid than any that was there before and still is
        found += added(connection, table, next((rowid for rowid, name in last if (table, name) not in gone), 0), most)
        if len(found) > most:
            return None
    if any(change.table == "runs" and change.row["kind"] in UNTOLD for change in found):
        return None
    return found + [Change("runs", {"id": run}, was=True, operation="update") for run in seen.unfinished]


def revised(connection: sqlite3.Connection, revision: int, most: int) -> Iterator[Change]:
    """The rows that were changed or removed after a revision, as they were and as they became."""
    sql = "SELECT table_name, operation, before, after FROM revisions WHERE seq > ? LIMIT ?"
    for table, operation, before, after in map(tuple, connection.execute(sql, (revision, most + 1)).fetchall()):
        if table in content_tables():
            yield Change(table, json.loads(before), was=True, operation=operation)
            if after is not None:
                yield Change(table, json.loads(after), was=False, operation=operation)


def removed(changes: list[Change]) -> Iterator[tuple[str, str]]:
    """(table, id) of every row that was removed. What is listed in `entities` goes with its own row and leaves no value there."""
    for change in changes:
        if change.operation == "delete":
            name = row_id(key_of(change.table, change.row))
            yield change.table, name
            if change.table in ENTITY_TABLES:
                yield "entities", name


def added(connection: sqlite3.Connection, table: str, rowid: int, most: int) -> Iterator[Change]:
    """The rows of a table behind a rowid."""
    cursor = connection.execute(f"SELECT * FROM {table} WHERE rowid > ? LIMIT ?", (rowid, most + 1))
    columns = [column[0] for column in cursor.description]
    return (Change(table, dict(zip(columns, tuple(row), strict=True)), was=False, operation="insert") for row in cursor)

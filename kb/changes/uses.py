"""Which rows refer to an entity, and which of them still count."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kb.tables import ENTITY_TABLES, WITH_STATUS


def references_to_entity(connection: sqlite3.Connection, kind: str) -> Iterator[tuple[str, str]]:
    """(table, column) of everything that may refer to an entity of that kind, but for its own row."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if row[2] in ("entities", f"{kind}s") and row[3] not in ("id", "merged_into_id"):
                yield table, row[3]


CURRENT = "IN (SELECT id FROM entities WHERE status = 'current')"
# What makes a row that refers to an entity count as a use of it; a row with a status counts unless it is retracted.
LIVE = {
    **dict.fromkeys(WITH_STATUS, "status <> 'retracted'"),
    **dict.fromkeys(ENTITY_TABLES, f"id {CURRENT}"),
    "proposals": "0",  # what a program proposed uses nothing
    "participations": "claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')",
    "source_authors": f"source_id {CURRENT}",
    "sections": f"snapshot_id IN (SELECT id FROM snapshots WHERE source_id {CURRENT})",
}
# What belongs to an entity is no use of it.
ITS_OWN = {("names", "entity_id"), ("identifiers", "entity_id"), ("source_authors", "source_id"), ("snapshots", "source_id")}


def uses(connection: sqlite3.Connection, entity_id: str) -> Iterator[str]:
    """What current rows refer to an entity, as words for a person."""
    kind = connection.execute("SELECT kind FROM entities WHERE id = ?", (entity_id,)).fetchone()[0]
    for table, column in references_to_entity(connection, kind):
        if (table, column) in ITS_OWN:
            continue
        live = f"{column} = ? AND {LIVE.get(table, '1')}"
        found = [str(row[0]) for row in connection.execute(f"SELECT {name_of(table)} FROM {table} WHERE {live} LIMIT 4", (entity_id,))]
        if found:
            count = connection.execute(f"SELECT count(*) FROM {table} WHERE {live}", (entity_id,)).fetchone()[0]
            yield f"{count} in {table}.{column} ({', '.join(found[:3])}{', …' if count > 3 else ''})"


def name_of(table: str) -> str:
    """The SQL of what a row is called: its id, or the row it belongs to."""
    return {"participations": "claim_id", "source_authors": "source_id"}.get(table, "id")

"""Find the rows that refer to an entity and count as a use of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kb.base.model import ENTITY_TABLES, WITH_STATUS


def references_to_entity(connection: sqlite3.Connection, kind: str) -> Iterator[tuple[str, str]]:
    """Yield (table, column) for every column that may refer to an entity of this kind, except in its own row."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'").fetchall()
    for (table,) in tables:
        for row in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            if row[2] in ("entities", f"{kind}s") and row[3] not in ("id", "merged_into_id"):
                yield table, row[3]


CURRENT = "IN (SELECT id FROM entities WHERE status = 'current')"
# The SQL condition under which a row that refers to an entity counts as a use of it.
LIVE = {
    **dict.fromkeys(WITH_STATUS, "status <> 'retracted'"),
    **dict.fromkeys(ENTITY_TABLES, f"id {CURRENT}"),
    "proposals": "0",  # a proposal is no use
    "affiliations": "(claim_id IS NULL OR claim_id IN (SELECT id FROM claims WHERE status <> 'retracted'))",
    "participations": "claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')",
    "event_order": "(claim_id IS NULL OR claim_id IN (SELECT id FROM claims WHERE status <> 'retracted'))",
    "source_authors": f"source_id {CURRENT}",
    "sections": f"snapshot_id IN (SELECT id FROM snapshots WHERE source_id {CURRENT})",
}
# The columns of "not the same" marks. Each names the very rows that it tells apart, so that a merge leaves it as it is (see kb.names.distinct).
MARKED = {("distinct_entities", "entity_id"), ("distinct_entities", "other_id")}
# Columns of rows that belong to the entity itself, which are no use of it.
ITS_OWN = {("names", "entity_id"), ("identifiers", "entity_id"), ("source_authors", "source_id"), ("snapshots", "source_id")} | MARKED


def uses(connection: sqlite3.Connection, entity_id: str) -> Iterator[str]:
    """Yield a description for each column in which current rows refer to an entity, with their number and the first ids."""
    kind = connection.execute("SELECT kind FROM entities WHERE id = ?", (entity_id,)).fetchone()[0]
    for table, column in references_to_entity(connection, kind):
        if (table, column) in ITS_OWN:
            continue
        live = f"{column} = ? AND {LIVE.get(table, '1')}"
        users = [str(row[0]) for row in connection.execute(f"SELECT {name_of(table)} FROM {table} WHERE {live} LIMIT 4", (entity_id,))]
        if users:
            count = connection.execute(f"SELECT count(*) FROM {table} WHERE {live}", (entity_id,)).fetchone()[0]
            yield f"{count} in {table}.{column} ({', '.join(users[:3])}{', …' if count > 3 else ''})"


def uses_of_predicate(connection: sqlite3.Connection, predicate_id: str) -> Iterator[str]:
    """Yield a description of each use of a predicate: by claims, retracted ones too, since they stay readable, and as an inverse."""
    for table, column in (("claims", "predicate_id"), ("predicates", "inverse_of_id")):
        users = [row[0] for row in connection.execute(f"SELECT id FROM {table} WHERE {column} = ? ORDER BY id LIMIT 4", (predicate_id,))]
        if users:
            yield f"in {table}.{column} ({', '.join(users[:3])}{', …' if len(users) > 3 else ''})"


def name_of(table: str) -> str:
    """Return the column that names a row in messages: its id, or the id of the row that it belongs to."""
    return {"participations": "claim_id", "source_authors": "source_id"}.get(table, "id")

"""Take back what one run did: rows it changed get their old values again, rows it recorded are retracted."""

from __future__ import annotations

import json
import sqlite3

from kb.changes import retract_unheld, set_retracted, uses
from kb.errors import DataError, UsageError
from kb.facts import insert
from kb.store import relinking
from kb.tables import COMPUTED, ENTITY_TABLES, WITH_STATUS, Row, bound, key_of, matching, row_id

REMOVABLE = ("participations", "quantities", "names", "identifiers", "source_authors")


def undo(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Take a run back, in the open run. Returns what was done, a line each.

    Refused when a row was changed again since by somebody else: the later change would be lost.
    """
    if not connection.execute("SELECT 1 FROM runs WHERE id = ?", (run_id,)).fetchone():
        raise UsageError(f"there is no run {run_id!r}", remedy="see the latest with: kb query recent-changes")
    revisions = connection.execute(
        "SELECT table_name, operation, before, after FROM revisions WHERE run_id = ? ORDER BY seq DESC", (run_id,)
    ).fetchall()
    lines = []
    with relinking(connection):
        for table, operation, before, after in revisions:
            if operation == "delete":
                lines += put_back(connection, table, json.loads(before))
            else:
                lines += restore(connection, table, json.loads(before), json.loads(after))
    lines += take_back(connection, run_id)
    if not lines:
        raise DataError(f"{run_id} has nothing left to take back", remedy="see what it did with: kb show " + run_id)
    return lines


def put_back(connection: sqlite3.Connection, table: str, row: Row) -> list[str]:
    key = key_of(table, row)
    if connection.execute(f"SELECT 1 FROM {table} WHERE {matching(key)}", bound(key)).fetchone():
        return []
    insert(connection, table, row)
    return [f"put back {table} {row_id(key)}"]


def restore(connection: sqlite3.Connection, table: str, before: Row, after: Row) -> list[str]:
    """Give the columns that the run changed their old values, if they still are as the run left them."""
    changed = {column: value for column, value in before.items() if after.get(column) != value and column not in COMPUTED.get(table, ())}
    if not changed:
        return []
    key = key_of(table, after)
    present = connection.execute(f"SELECT {', '.join(changed)} FROM {table} WHERE {matching(key)}", bound(key)).fetchone()
    if present is None or any(value != after[column] for column, value in zip(changed, present, strict=True)):
        raise DataError(
            f"{table} {row_id(key)} was changed again since",
            where=", ".join(changed),
            remedy="undo the later run first (kb show " + row_id(key) + "), or correct the row by hand",
        )
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = :{column}' for column in changed)} WHERE {matching(key)}", changed | bound(key)
    )
    return [f"restored {table} {row_id(key)}: {', '.join(changed)}"]


def take_back(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Retract what the run recorded; remove what has no status and nothing rests on; keep what others use by now."""
    lines = []
    for table in WITH_STATUS:
        for (name,) in connection.execute(f"SELECT id FROM {table} WHERE run_id = ? AND status <> 'retracted'", (run_id,)).fetchall():
            if (
                table == "claims"
                and connection.execute(
                    "SELECT 1 FROM assertions WHERE claim_id = ? AND run_id IS NOT ? AND status <> 'retracted'", (name, run_id)
                ).fetchone()
            ):
                continue  # somebody else has asserted it since
            set_retracted(connection, table, name)
            lines.append(f"retracted {name}")
            if table == "assertions":
                claim_id = connection.execute("SELECT claim_id FROM assertions WHERE id = ?", (name,)).fetchone()[0]
                lines += [f"retracted {gone}" for gone in retract_unheld(connection, claim_id)]
    for table in REMOVABLE:
        own = (
            "run_id = :run AND NOT EXISTS (SELECT 1 FROM claims WHERE id = claim_id AND status = 'retracted')"
            if table in ("participations", "quantities")
            else "run_id = :run"
        )
        removed = connection.execute(f"DELETE FROM {table} WHERE {own}", {"run": run_id}).rowcount
        lines += [f"removed {removed} of {table}"] if removed else []
    for table in ENTITY_TABLES:
        for (name,) in connection.execute(
            f"SELECT {table}.id FROM {table} JOIN entities USING (id) WHERE run_id = ? AND status = 'current'", (run_id,)
        ).fetchall():
            if not list(uses(connection, name)):
                connection.execute("UPDATE entities SET status = 'retracted' WHERE id = ?", (name,))
                lines.append(f"retracted {name}")
    return lines

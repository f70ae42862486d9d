"""Take a row back, with what rests on it alone."""

from __future__ import annotations

import sqlite3

from kb.changes.rows import row_of, table_of
from kb.changes.uses import uses
from kb.errors import DataError, UsageError
from kb.settled import refuse_unsettled
from kb.tables import ENTITY_TABLES, WITH_STATUS


def retract(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Take a row back in the open run, and what rests on it alone. Returns the ids of all that was taken back."""
    table = table_of(connection, row_id)
    if table in WITH_STATUS:
        done = [row_id] if set_retracted(connection, table, row_id) else []
        if table == "assertions":
            done += retract_reported(connection, row_id)
            done += retract_unheld(connection, row_of(connection, table, row_id)["claim_id"])
        if table == "claims":
            done += retract_resting_on(connection, row_id)
        refuse_unsettled(connection)
        return done
    if table not in ENTITY_TABLES:
        raise UsageError(f"a row of {table} is not retracted", where=row_id, remedy="retract the assertion or claim that uses it")
    using = list(uses(connection, row_id))
    if using:
        raise DataError(
            f"{row_id} is in use: " + ", ".join(using[:5]) + (" …" if len(using) > 5 else ""),
            remedy="retract those first, or merge it into another: kb merge",
        )
    return [row_id] if retract_entity(connection, row_id) else []


def retract_entity(connection: sqlite3.Connection, entity_id: str) -> bool:
    return connection.execute("UPDATE entities SET status = 'retracted' WHERE id = ? AND status = 'current'", (entity_id,)).rowcount > 0


def set_retracted(connection: sqlite3.Connection, table: str, row_id: str) -> bool:
    return connection.execute(f"UPDATE {table} SET status = 'retracted' WHERE id = ? AND status <> 'retracted'", (row_id,)).rowcount > 0


def retract_reported(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Whoever was only reported in a retracted assertion is no longer reported at all."""
    done = []
    for (child,) in connection.execute(
        "SELECT id FROM assertions WHERE reported_in_id = ? AND status <> 'retracted'", (row_id,)
    ).fetchall():
        set_retracted(connection, "assertions", child)
        done += [child, *retract_reported(connection, child)]
    return done


def retract_unheld(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """A claim that no assertion holds any longer goes with the last."""
    held = connection.execute("SELECT 1 FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)).fetchone()
    if held or not set_retracted(connection, "claims", claim_id):
        return []
    return [claim_id, *retract_resting_on(connection, claim_id)]


def retract_resting_on(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """With a claim go the assertions of it and the relations to it."""
    done = []
    for table, condition in (("assertions", "claim_id = :id"), ("relations", ":id IN (from_claim_id, to_claim_id)")):
        for (row_id,) in connection.execute(
            f"SELECT id FROM {table} WHERE {condition} AND status <> 'retracted'", {"id": claim_id}
        ).fetchall():
            set_retracted(connection, table, row_id)
            done.append(row_id)
    return done

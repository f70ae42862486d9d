"""Retract a row, with the rows that depend on it alone."""

from __future__ import annotations

import json
import sqlite3

from kb.base import figures
from kb.base.model import ENTITY_TABLES, WITH_STATUS, bound, matching
from kb.base.row_by_id import COMPOUND, key_named, row_of, table_of, whole_id
from kb.base.runs import Run
from kb.changes.uses import uses, uses_of_predicate
from kb.errors import DataError, UsageError, actions

# Rows without a status: they are deleted, and stay as a revision.
REMOVED = ("affiliations", "event_order", "distinct_entities", "quantities", *COMPOUND)
RETRACTABLE = (*WITH_STATUS, *ENTITY_TABLES, *REMOVED, "predicates")
INSTEAD = {
    "sentences": "empty its no_claim_reason: correct it",
    "reviews": "a review stays: give another one, or undo the run that recorded it",
}


def retract(run: Run, row_id: str) -> list[str]:
    """Retract a row in the open run, with the rows that depend on it alone, and return the ids of all retracted rows.

    A number that no remaining sentence prints is deleted and listed as "quantity of CLAIM". Raises UsageError for a row of a table
    without status, DataError for an entity that is in use.
    """
    connection = run.connection
    row_id = whole_id(connection, row_id)
    table = table_of(connection, row_id)
    if table == "assertions":
        return retract_assertion(connection, row_id)
    if table == "claims":
        return [row_id, *retract_resting_on(connection, row_id)] if set_retracted(connection, table, row_id) else []
    if table in WITH_STATUS:
        return [row_id] if set_retracted(connection, table, row_id) else []
    if table in REMOVED:
        return remove(connection, table, row_id)
    if table not in (*ENTITY_TABLES, "predicates"):
        remedy = INSTEAD.get(table, "retract the assertion or claim that uses it")
        raise UsageError(f"a row of {table} is not retracted", where=row_id, remedy=remedy)
    using = list(uses_of_predicate(connection, row_id) if table == "predicates" else uses(connection, row_id))
    if using:
        raise DataError(
            f"{row_id} is in use: " + ", ".join(using[:5]) + (" …" if len(using) > 5 else ""),
            remedy="retract those first" if table == "predicates" else ("retract those first", actions.merge(row_id)),
        )
    if table == "predicates":
        return remove(connection, table, row_id)
    return [row_id] if retract_entity(connection, row_id) else []


def remove(connection: sqlite3.Connection, table: str, row_id: str) -> list[str]:
    """Delete a row without a status, of which a revision stays, and return its id."""
    key = key_named(table, row_id) or {}
    return [row_id] if connection.execute(f"DELETE FROM {table} WHERE {matching(key)}", bound(key)).rowcount else []


def retract_entity(connection: sqlite3.Connection, entity_id: str) -> bool:
    return connection.execute("UPDATE entities SET status = 'retracted' WHERE id = ? AND status = 'current'", (entity_id,)).rowcount > 0


def set_retracted(connection: sqlite3.Connection, table: str, row_id: str) -> bool:
    return connection.execute(f"UPDATE {table} SET status = 'retracted' WHERE id = ? AND status <> 'retracted'", (row_id,)).rowcount > 0


def retract_assertion(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Retract an assertion with those that are reported in it, and its claim with the last, and return the ids."""
    retracted = [row_id] if set_retracted(connection, "assertions", row_id) else []
    retracted += retract_reported(connection, row_id)
    return retracted + retract_unasserted(connection, row_of(connection, "assertions", row_id)["claim_id"])


def retract_reported(connection: sqlite3.Connection, row_id: str) -> list[str]:
    """Retract the assertions that are reported in this one, at every level, and return their ids."""
    retracted = []
    for (child,) in connection.execute(
        "SELECT id FROM assertions WHERE reported_in_id = ? AND status <> 'retracted'", (row_id,)
    ).fetchall():
        set_retracted(connection, "assertions", child)
        retracted += [child, *retract_reported(connection, child)]
    return retracted


def retract_unasserted(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """Retract a claim whose assertions are all retracted, and delete a number that no remaining sentence prints.

    Returns the ids of the retracted rows, and "quantity of CLAIM" for a deleted number.
    """
    asserted = connection.execute("SELECT 1 FROM assertions WHERE claim_id = ? AND status <> 'retracted'", (claim_id,)).fetchone()
    if not asserted:
        return [claim_id, *retract_resting_on(connection, claim_id)] if set_retracted(connection, "claims", claim_id) else []
    unprinted = [claim for claim, _ in figures.unprinted(connection, json.dumps([claim_id]))]
    connection.executemany("DELETE FROM quantities WHERE claim_id = ?", [(claim,) for claim in unprinted])  # a revision keeps it
    return [f"quantity of {claim}" for claim in unprinted]


def retract_resting_on(connection: sqlite3.Connection, claim_id: str) -> list[str]:
    """Retract the assertions and relations of a retracted claim, and return their ids."""
    retracted = []
    for table, condition in (("assertions", "claim_id = :id"), ("relations", ":id IN (from_claim_id, to_claim_id)")):
        for (row_id,) in connection.execute(
            f"SELECT id FROM {table} WHERE {condition} AND status <> 'retracted'", {"id": claim_id}
        ).fetchall():
            set_retracted(connection, table, row_id)
            retracted.append(row_id)
    return retracted

"""What a person recorded: an editor corrects, retracts and undoes only that."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from kb.base.model import ENTITY_TABLES
from kb.base.runs import Run
from kb.errors import actions
from kb.site.errors import RefusedError

Result = TypeVar("Result")
CHANGED = "SELECT seq, table_name, row_id, before FROM revisions WHERE run_id = ? ORDER BY seq"
LAST = "SELECT run_id FROM revisions WHERE table_name = ? AND row_id = ? AND seq < ? ORDER BY seq DESC LIMIT 1"
BY = "SELECT contributor_id FROM runs WHERE id = ?"


def only_own(run: Run, kind: str, function: Callable[[Run], Result]) -> Result:
    """Return `function(run)`. Raises RefusedError where it changed what somebody else recorded."""
    result = function(run)
    refuse_others(run, kind)
    return result


def refuse_others(run: Run, kind: str) -> None:
    """Raise RefusedError where the open run changed a row that its contributor did not record; an undo, where they did not change it last.

    What follows from the change counts too: an assertion that somebody else recorded is not retracted with one's own claim.
    """
    connection = run.connection
    seen = set[tuple[str, str]]()
    for seq, table, row_id, before in connection.execute(CHANGED, (run.id,)).fetchall():
        if (table, row_id) in seen:
            continue
        seen.add((table, row_id))
        recorder = contributor(connection, recorded_in(connection, table, row_id, json.loads(before)))
        last = connection.execute(LAST, (table, row_id, seq)).fetchone() if kind == "undo" else None
        if run.contributor not in {recorder, contributor(connection, last[0]) if last else None}:
            remedy = ("ask a curator of this site", actions.record_fact())
            raise RefusedError(f"{row_id} was recorded by {recorder or 'another program'}; you may change what you recorded", remedy=remedy)


def recorded_in(connection: sqlite3.Connection, table: str, row_id: str, before: dict[str, str | None]) -> str | None:
    """Return the run that recorded a row: that of the actor, thing, event or source where the row is its entry in the registry."""
    if before.get("run_id") or table not in ("entities", "sources"):
        return before.get("run_id")
    union = " UNION ALL ".join(f"SELECT run_id FROM {each} WHERE id = :id" for each in ENTITY_TABLES)
    found = connection.execute(union, {"id": row_id}).fetchone()
    return found[0] if found else None


def contributor(connection: sqlite3.Connection, run_id: str | None) -> str | None:
    """Return who did a run."""
    found = connection.execute(BY, (run_id,)).fetchone()
    return found[0] if found else None

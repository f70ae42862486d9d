"""The numbers of two claims that are merged."""

from __future__ import annotations

import sqlite3

from kb.base.model import QUANTITY_COLUMNS
from kb.base.runs import Run
from kb.errors import DataError


def refuse_other_number(connection: sqlite3.Connection, old_id: str, into_id: str) -> None:
    """Raise DataError where two claims give different numbers."""
    sql = "SELECT comparison, value, minimum, maximum, unit FROM quantities WHERE claim_id = ?"
    old, into = (connection.execute(sql, (claim_id,)).fetchone() for claim_id in (old_id, into_id))
    if old and into and old != into:
        raise DataError(f"{old_id} and {into_id} give different numbers", remedy="keep both, and relate them: two figures are two claims")


def copy_number(run: Run, old_id: str, into_id: str) -> None:
    """Copy the number of a claim to another that has none."""
    columns = ", ".join(QUANTITY_COLUMNS)
    run.connection.execute(
        f"INSERT INTO quantities(claim_id, {columns}, run_id) SELECT :into, {columns}, :run FROM quantities WHERE claim_id = :old"
        " AND NOT EXISTS (SELECT 1 FROM quantities WHERE claim_id = :into)",
        {"old": old_id, "into": into_id, "run": run.id},
    )

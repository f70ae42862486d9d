"""Insert and update single rows of a load, with the place of a row in the error where the database refuses it."""

from __future__ import annotations

import sqlite3

from kb.base.model import Row
from kb.errors import DataError


def insert(connection: sqlite3.Connection, table: str, row: Row, where: str) -> None:
    """Insert a row. Raises DataError, with `where`, for what the database refuses."""
    values = ", ".join(f":{column}" for column in row)
    update(connection, f"INSERT INTO {table}({', '.join(row)}) VALUES ({values})", row, where)


def update(connection: sqlite3.Connection, sql: str, row: Row, where: str) -> None:
    """Execute a statement. Raises DataError, with `where`, for what the database refuses."""
    try:
        connection.execute(sql, row)
    except (sqlite3.Error, OverflowError) as error:
        raise DataError(str(error), where=where, remedy="mend the row, and load again") from error


def is_empty(connection: sqlite3.Connection) -> bool:
    """Return whether the base has no runs, entities or predicates."""
    return not connection.execute(
        "SELECT 1 FROM runs UNION ALL SELECT 1 FROM entities UNION ALL SELECT 1 FROM predicates LIMIT 1"
    ).fetchone()

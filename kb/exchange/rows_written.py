"""Write a row of a load, and say which row it is that the database refuses."""

from __future__ import annotations

import sqlite3

from kb.base.model import Row, key_of, row_id
from kb.errors import DataError

# What a row of these tables says for good: its id follows from it, or is drawn for it alone.
FOR_GOOD = {
    "snapshots": ("source_id", "sha256", "text"),
    "passages": ("snapshot_id", "start_char", "end_char", "exact"),
    "runs": ("contributor_id", "started_at"),
}


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


def refuse_two_contents(table: str, row: Row, present: Row) -> None:
    """Raise DataError where a row and the row of the base with its id differ in what such a row says for good.

    Minted ids have 60 bits: among 10^9 rows two contents may well come to one id, and a program may have changed a row past the library.
    """
    unlike = [column for column in FOR_GOOD.get(table, ()) if row.get(column) is not None and row[column] != present[column]]
    if unlike:
        raise DataError(
            f"one id with two contents: this base has another {' and '.join(unlike)}",
            where=f"{table} {row_id(key_of(table, row))}",
            remedy="compare the two rows: restore the one that a program changed; where neither was, take one of them out before the bases are brought together",
        )

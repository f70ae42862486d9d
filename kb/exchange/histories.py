"""What each of two bases did to a row since they were one: its revisions that the other base does not have."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from kb.base.conflicts import Side
from kb.base.model import Row, key_of, row_id

# A revision has the same values in these columns in every base, whatever its number.
IDENTITY = ("table_name", "row_id", "operation", "before", "after", "reason", "at", "run_id")
OURS, THEIRS = "main.revisions", "temp.their_revisions"
NO_TIME = "1970-01-01T00:00:00Z"  # of a row that no run recorded and no revision changed


@dataclass(frozen=True)
class Change:
    """A revision that one of the two bases has alone."""

    operation: str
    before: Row
    after: Row | None
    at: str
    run_id: str | None

    def moves_key(self, table: str) -> bool:
        """Return whether the row has another key since, as when a merge moved a name to another entity."""
        return self.after is not None and {"id", "seq"}.isdisjoint(self.before) and key_of(table, self.before) != key_of(table, self.after)


class Histories:
    """The revisions of this base and of another, in the open transaction. `close` drops the temporary tables."""

    def __init__(self, connection: sqlite3.Connection, theirs: Iterable[Row]) -> None:
        self.connection = connection
        columns = ("seq", *IDENTITY)
        connection.execute(f"CREATE TEMP TABLE their_revisions({', '.join(columns)})")
        insert = f"INSERT INTO temp.their_revisions({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        connection.executemany(insert, ([row.get(column) for column in columns] for row in theirs))
        connection.execute("CREATE INDEX temp.their_revisions_by_row ON their_revisions(table_name, row_id)")
        self.alone: dict[str, set[tuple[str, str]]] = {}
        for name, of, other in (("alone_here", OURS, THEIRS), ("alone_there", THEIRS, OURS)):
            same = " AND ".join(f"other.{column} IS mine.{column}" for column in IDENTITY)
            unknown = f"SELECT * FROM {of} AS mine WHERE NOT EXISTS (SELECT 1 FROM {other} AS other WHERE {same})"
            connection.execute(f"CREATE TEMP TABLE {name} AS {unknown}")
            connection.execute(f"CREATE INDEX temp.{name}_by_row ON {name}(table_name, row_id)")
            self.alone[name] = set(connection.execute(f"SELECT DISTINCT table_name, row_id FROM temp.{name}").fetchall())

    def close(self) -> None:
        """Drop the temporary tables."""
        for name in ("their_revisions", "alone_here", "alone_there"):
            self.connection.execute(f"DROP TABLE IF EXISTS temp.{name}")

    def changes(self, side: str, table: str, name: str) -> list[Change]:
        """Return the changes of a row that one side, "alone_here" or "alone_there", has alone, in their order."""
        if (table, name) not in self.alone[side]:
            return []
        sql = f"SELECT operation, before, after, at, run_id FROM temp.{side} WHERE table_name = ? AND row_id = ? ORDER BY seq"
        return [
            Change(operation, json.loads(before), json.loads(after) if after else None, at, run_id)
            for operation, before, after, at, run_id in self.connection.execute(sql, (table, name)).fetchall()
        ]

    def is_gone(self, side: str, table: str, name: str) -> bool:
        """Return whether one side removed the row, or moved it to another key, in what it did last to it."""
        changes = self.changes(side, table, name)
        return bool(changes) and (changes[-1].operation == "delete" or changes[-1].moves_key(table))

    def gone(self, side: str) -> list[tuple[str, str]]:
        """Return (table, id) of each row that one side removed or moved to another key."""
        return sorted(each for each in self.alone[side] if self.is_gone(side, *each))

    def import_theirs(self) -> int:
        """Add the revisions that only the other base has, after ours, and return their number. What no load applies is left out."""
        columns = ", ".join(IDENTITY)
        return self.connection.execute(
            f"INSERT INTO revisions({columns}) SELECT {columns} FROM temp.alone_there"
            " WHERE NOT (operation = 'delete' AND table_name IN ('sections', 'sentences')) AND table_name <> 'conflicts' ORDER BY seq"
        ).rowcount

    def side(self, changes: list[Change], row: Row | None, values: Row | None) -> Side:
        """Return the side of a conflict with these values: by whom and when the row was last changed or, failing that, recorded."""
        run_id, at = (row or {}).get("run_id"), (row or {}).get("recorded_at")
        if changes:
            run_id, at = changes[-1].run_id, changes[-1].at
        run = self.connection.execute("SELECT contributor_id, started_at FROM runs WHERE id = ?", (run_id,)).fetchone()
        return Side(values, run[0] if run else None, at or (run[1] if run else NO_TIME))


def changed(changes: list[Change], present: Row) -> set[str]:
    """Return the columns of a row whose value differs from the one before these changes. A change that was taken back is none."""
    was: Row = {}
    for change in changes:
        for column, value in change.before.items():
            if change.after is None or change.after.get(column) != value:
                was.setdefault(column, value)
    return {column for column, value in was.items() if present.get(column) != value}


def name_of(table: str, row: Row) -> str:
    """Return the id of a row as revisions write it."""
    return row_id(key_of(table, row))

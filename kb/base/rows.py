"""Rows of a query as dictionaries by the names of its columns, and rows in an order in which they can be inserted."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from kb.base.model import Row


def column_names(cursor: sqlite3.Cursor) -> list[str]:
    """The names of the columns that a query returns; empty for a statement that returns no rows."""
    return [column[0] for column in cursor.description or ()]


def dicts(cursor: sqlite3.Cursor) -> Iterator[Row]:
    """Every row that is left, read as it is asked for."""
    names = column_names(cursor)
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def first(cursor: sqlite3.Cursor) -> Row | None:
    """The next row, or None where there is none."""
    row = cursor.fetchone()
    return None if row is None else dict(zip(column_names(cursor), row, strict=True))


def parents_first(rows: Iterable[Row], parent: str) -> Iterator[Row]:
    """Rows of one table in their order, but each after the row that its column `parent` names by id.

    A parent that is not among the rows moves nothing, and a ring of parents is cut where it is entered: the laws refuse both.
    """
    listed = list(rows)
    by_id = {row["id"]: row for row in listed}
    done = set[object]()
    for row in listed:
        chain = [row]
        seen = {row["id"]}
        while (above := by_id.get(chain[-1].get(parent))) is not None and above["id"] not in done and above["id"] not in seen:
            chain.append(above)
            seen.add(above["id"])
        for each in reversed(chain):
            if each["id"] not in done:
                done.add(each["id"])
                yield each


def merged_first(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows in an order in which each comes before the row that its `merged_into_id` names.

    A row is merged only into a current one, so the last of a chain of merges is set last. A ring of merges comes at the end, for the
    database to refuse.
    """
    listed = list(rows)
    waiting = {row["id"]: row for row in listed}
    awaited = Counter(row["merged_into_id"] for row in listed)
    ready = [row for row in listed if not awaited[row["id"]]]
    for row in ready:  # grows as it is gone through
        yield row
        del waiting[row["id"]]
        target = row["merged_into_id"]
        awaited[target] -= 1
        if target in waiting and not awaited[target]:
            ready.append(waiting[target])
    yield from waiting.values()


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns, in order."""
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]

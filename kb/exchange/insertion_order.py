"""The order in which the rows of a table are loaded, since laws check what a row refers to when it is inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kb.base.model import Row
from kb.base.rows import parents_first
from kb.errors import DataError


def in_order(table: str, listed: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of a table in an order in which they can be inserted: reporting assertions and parent proposals first."""
    if table == "proposals":
        yield from parents_first(listed, "parent_id")
        return
    if table != "assertions":
        yield from listed
        return
    levels = set()
    for row in listed:
        if not isinstance(row.get("level"), int):
            raise DataError("level is not a whole number", where=f"assertions {row['id']}", remedy="mend the row, and load again")
        levels.add(row["level"])
    for level in sorted(levels):
        yield from (row for row in listed if row["level"] == level)

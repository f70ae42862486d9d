"""Conflicts: rows of which two bases, or a file and a person, say different things. Both values stay, and a person settles each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from kb.base import ids
from kb.base.model import Row
from kb.base.rows import dicts
from kb.base.runs import Run

OPEN, OURS, THEIRS = "open", "ours", "theirs"
FLIPPED = {OPEN: OPEN, OURS: THEIRS, THEIRS: OURS}  # a conflict's status as the other base has it


@dataclass(frozen=True)
class Side:
    """One of the two values of a row: the disputed columns, None where the row was removed, and who recorded them when (UTC)."""

    values: Row | None
    contributor: str | None
    at: str


@dataclass(frozen=True)
class Conflict:
    """Two values of one row. `ours` is the value of the base that has the conflict."""

    table: str
    row_id: str
    ours: Side
    theirs: Side
    status: str = OPEN

    @property
    def id(self) -> str:
        """The id minted from the row and its last change, which is the same in both bases."""
        at, contributor = max((side.at, side.contributor or "") for side in (self.ours, self.theirs))
        return ids.mint("cfl", self.table, self.row_id, contributor, at)

    def columns(self) -> set[str]:
        """The disputed columns."""
        return set(self.ours.values or {}) | set(self.theirs.values or {})


def read(row: Row, *, flipped: bool = False) -> Conflict:
    """Return the conflict that a row of the table describes, `flipped` as the other base sees it."""
    ours = Side(loaded(row.get("ours")), row.get("our_contributor_id"), row["our_at"])
    theirs = Side(loaded(row.get("theirs")), row.get("whose"), row["at"])
    if flipped:
        return Conflict(row["table_name"], row["row_id"], theirs, ours, FLIPPED.get(row["status"], OPEN))
    return Conflict(row["table_name"], row["row_id"], ours, theirs, row["status"])


def loaded(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))


def written(values: Row | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, sort_keys=True)


def record(run: Run, conflict: Conflict) -> bool:
    """Record a conflict in the open run unless the base has it, and return whether it was recorded."""
    row = {
        "id": conflict.id,
        "table_name": conflict.table,
        "row_id": conflict.row_id,
        "ours": written(conflict.ours.values),
        "theirs": written(conflict.theirs.values),
        "whose": conflict.theirs.contributor,
        "at": conflict.theirs.at,
        "our_contributor_id": conflict.ours.contributor,
        "our_at": conflict.ours.at,
        "status": conflict.status,
    }
    return run.put("conflicts", row)


def take_settlement(connection: sqlite3.Connection, conflict: Conflict) -> bool:
    """Settle an open conflict as another base settled it, and return whether it was open."""
    if conflict.status == OPEN:
        return False
    sql = "UPDATE conflicts SET status = ? WHERE id = ? AND status = 'open'"
    return connection.execute(sql, (conflict.status, conflict.id)).rowcount > 0


def of_row(connection: sqlite3.Connection, table: str, row_id: str) -> list[Conflict]:
    """Return the conflicts about a row, settled ones too."""
    found = dicts(connection.execute("SELECT * FROM conflicts WHERE table_name = ? AND row_id = ? ORDER BY id", (table, row_id)))
    return [read(row) for row in found]


def listed(connection: sqlite3.Connection, *, settled: bool = False) -> Iterable[Row]:
    """Yield the open conflicts, or the `settled` ones, with the names of those whose values they are, oldest first."""
    named = "(SELECT name FROM contributors WHERE contributors.id = {})"
    return dicts(
        connection.execute(
            f"SELECT *, {named.format('our_contributor_id')} AS our_contributor, {named.format('whose')} AS their_contributor"
            f" FROM conflicts WHERE status {'<>' if settled else '='} 'open' ORDER BY at, id"
        )
    )

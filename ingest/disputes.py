"""Conflicts between an entry of the files and a row that a person changed: both values are kept until a person settles it."""

from __future__ import annotations

from kb.base import conflicts
from kb.base.conflicts import Conflict, Side
from kb.base.model import Row, key_of, row_id
from kb.base.runs import Run
from kb.errors import DataError

LAST_CHANGE = "SELECT contributor_id, at FROM revisions LEFT JOIN runs ON runs.id = run_id WHERE table_name = ? AND row_id = ? ORDER BY seq DESC LIMIT 1"
RECORDED = "SELECT contributor_id, started_at FROM runs WHERE id = ?"


def is_settled(run: Run, table: str, present: Row, differing: Row) -> bool:
    """Return whether a person decided against these values of the files. Where nobody has decided, the conflict is recorded once."""
    name = row_id(key_of(table, present))
    known = [each for each in conflicts.of_row(run.connection, table, name) if each.theirs.values == differing]
    if not known:
        who, at = (
            run.connection.execute(LAST_CHANGE, (table, name)).fetchone()
            or run.connection.execute(RECORDED, (present.get("run_id"),)).fetchone()
            or (None, run.started_at)
        )
        ours = Side({column: present.get(column) for column in differing}, who, at)
        conflicts.record(run, Conflict(table, name, ours, Side(differing, run.contributor, run.started_at)))
    return any(each.status != conflicts.OPEN for each in known)


def agree(run: Run, table: str, name: str) -> None:
    """Settle the open conflicts of a row with the files, which say what the row says now."""
    sql = "UPDATE conflicts SET status = 'ours' WHERE table_name = ? AND row_id = ? AND whose = ? AND status = 'open'"
    run.connection.execute(sql, (table, name, run.contributor))


def refuse_conflicts(lines: list[str]) -> None:
    """Raise DataError with every conflict. The rest of the reading is recorded."""
    if lines:
        raise DataError(
            f"{len(lines)} changes in the files conflict with changes that people made; the rows were kept as they are:\n"
            + "\n".join(f"  - {line}" for line in lines),
            remedy="decide between the two (kb conflicts), or bring the file in line with the row, and read again",
        )

"""Settle a conflict: a person decides between the value of a row in this base and the other one."""

from __future__ import annotations

from kb.base import conflicts
from kb.base.model import COMPUTED, bound, matching, split_row_id
from kb.base.rows import first
from kb.base.runs import Run
from kb.base.store import relinking
from kb.changes.correcting import refuse_other_words
from kb.errors import DataError, UsageError, actions, did_you_mean


def settle(run: Run, conflict_id: str, choice: str) -> list[str]:
    """Settle a conflict in the open run by the value in this base or the other, and return a line for each column that changed.

    Raises UsageError where there is no such conflict or choice, DataError where it is settled already or a law refuses the value.
    """
    connection = run.connection
    if choice not in (conflicts.OURS, conflicts.THEIRS):
        raise UsageError(f"{choice!r} is neither value", where=conflict_id, remedy=did_you_mean(choice, (conflicts.OURS, conflicts.THEIRS)))
    row = first(connection.execute("SELECT * FROM conflicts WHERE id = ?", (conflict_id,)))
    if row is None:
        known = [each["id"] for each in conflicts.listed(connection)]
        raise UsageError(f"there is no conflict {conflict_id!r}", remedy=did_you_mean(conflict_id, known) or actions.list_conflicts())
    if row["status"] != conflicts.OPEN:
        raise DataError(f"{conflict_id} is settled: {row['status']}", remedy=(actions.undo(), "or correct the row"))
    conflict = conflicts.read(row)
    lines = put_theirs(run, conflict) if choice == conflicts.THEIRS else [f"{conflict.table} {conflict.row_id} stays as it is"]
    connection.execute("UPDATE conflicts SET status = ? WHERE id = ?", (choice, conflict_id))
    return lines


def put_theirs(run: Run, conflict: conflicts.Conflict) -> list[str]:
    """Give a row the other value of a conflict, and return a line for each column that changed."""
    connection, table = run.connection, conflict.table
    key = split_row_id(table, conflict.row_id)
    where, values = f"{table} {conflict.row_id}", conflict.theirs.values
    present = first(connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key)))
    if values is None:
        connection.execute(f"DELETE FROM {table} WHERE {matching(key)}", bound(key))
        return [f"removed {where}"] if present else []
    if present is None:
        left_out = {"run_id", "recorded_at", *COMPUTED.get(table, ())}
        run.insert(table, {column: value for column, value in values.items() if column not in left_out})
        return [f"put back {where}"]
    changed = {column: value for column, value in values.items() if column not in key and present[column] != value}
    if "text" in changed and table == "claims":
        refuse_other_words(connection, present, changed["text"])
    if changed:
        setting = ", ".join(f"{column} = :{column}" for column in changed)
        with relinking(connection):
            connection.execute(f"UPDATE {table} SET {setting} WHERE {matching(key)}", changed | bound(key))
    return [f"{where}: {column}: {present[column]!r} -> {value!r}" for column, value in changed.items()]

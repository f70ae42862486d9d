"""Undo a run: restore the values of the rows that it changed, and retract the rows that it recorded."""

from __future__ import annotations

import json
import sqlite3

from kb.base.model import COMPUTED, Row, bound, key_of, matching, row_id
from kb.base.reviews import follow
from kb.base.row_by_id import row_of
from kb.base.runs import Run
from kb.base.store import relinking
from kb.changes import retract_entity, retract_unasserted, set_retracted, uses
from kb.errors import DataError, UsageError, actions

# Rows without a status are deleted where nothing depends on them, and stay as a revision.
REMOVABLE = (
    "reviews",
    "distinct_entities",
    "event_order",
    "participations",
    "affiliations",
    "quantities",
    "names",
    "identifiers",
    "source_authors",
)
WITH_THEIR_CLAIM = ("participations", "affiliations", "quantities")
RECORDED = ("assertions", "relations", "mentions", "citations")  # a claim goes with its last assertion


def undo(run: Run, run_id: str) -> list[str]:
    """Undo an earlier run in the open run, and return a line for each change.

    Raises UsageError where there is no such run, DataError where a row was changed again since, as the later change would be lost, or
    where nothing is left to undo.
    """
    connection = run.connection
    kind = connection.execute("SELECT kind, reason FROM runs WHERE id = ?", (run_id,)).fetchone()
    if not kind:
        raise UsageError(f"there is no run {run_id!r}", remedy=actions.list_runs())
    if kind[0] == "purge":
        remedy = "record what may be recorded anew, from words that are there"
        raise DataError(f"a purge is not undone: its words are gone, because: {kind[1]}", where=run_id, remedy=remedy)
    revisions = connection.execute(
        "SELECT table_name, operation, before, after FROM revisions WHERE run_id = ? ORDER BY seq DESC", (run_id,)
    ).fetchall()
    for table in RECORDED:
        refuse_changed_since(connection, table, run_id)
    lines = []
    with relinking(connection):
        for table, operation, before, after in revisions:
            if operation == "delete":
                lines += put_back(run, table, json.loads(before))
            else:
                lines += restore(connection, table, json.loads(before), json.loads(after))
    lines += retract_recorded(connection, run_id)
    if not lines:
        raise DataError(f"{run_id} has nothing left to undo", remedy=actions.show(run_id))
    return lines


def refuse_changed_since(connection: sqlite3.Connection, table: str, run_id: str) -> None:
    """Raise DataError where a row that the run recorded was changed since. The first later revision holds it as the run left it."""
    recorded = f"SELECT id FROM {table} WHERE run_id = :run AND status <> 'retracted'"
    tables = {table: recorded}
    if table == "assertions":
        tables["claims"] = "SELECT id FROM claims WHERE run_id = :run AND status <> 'retracted'"
    for name, rows in tables.items():
        later = connection.execute(
            "SELECT row_id, before FROM revisions WHERE seq IN (SELECT min(seq) FROM revisions"
            f" WHERE table_name = :table AND row_id IN ({rows}) AND run_id IS NOT :run GROUP BY row_id)",
            {"table": name, "run": run_id},
        ).fetchall()
        for changed_id, before in later:
            as_left, present = json.loads(before), row_of(connection, name, changed_id)
            changed = [column for column, value in as_left.items() if present[column] != value and column not in COMPUTED.get(name, ())]
            if changed:
                raise DataError(
                    f"{name} {changed_id} was changed again since",
                    where=", ".join(changed),
                    remedy=(actions.show(changed_id), actions.undo(), actions.retract(changed_id)),
                )


def put_back(run: Run, table: str, row: Row) -> list[str]:
    """Insert a row that the run deleted, and return a line, or none where the row exists."""
    key = key_of(table, row)
    kept = {column: value for column, value in row.items() if column not in COMPUTED.get(table, ())}
    if not run.put(table, kept):  # with the id of this run, so that undoing it removes the row again
        return []
    return [f"put back {table} {row_id(key)}"]


def restore(connection: sqlite3.Connection, table: str, before: Row, after: Row) -> list[str]:
    """Restore the old values of the columns that the run changed, and return a line. Raises DataError where they changed again since."""
    changed = {column: value for column, value in before.items() if after.get(column) != value and column not in COMPUTED.get(table, ())}
    if not changed:
        return []
    key = key_of(table, after)
    present = connection.execute(f"SELECT {', '.join(changed)} FROM {table} WHERE {matching(key)}", bound(key)).fetchone()
    if present is None or any(value != after[column] for column, value in zip(changed, present, strict=True)):
        raise DataError(
            f"{table} {row_id(key)} was changed again since",
            where=", ".join(changed),
            remedy=(actions.show(row_id(key)), actions.undo(), "or correct the row by hand"),
        )
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = :{column}' for column in changed)} WHERE {matching(key)}", changed | bound(key)
    )
    return [f"restored {table} {row_id(key)}: {', '.join(changed)}"]


def retract_recorded(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Retract the rows that the run recorded, or delete those without status, unless later rows use them, and return a line for each change."""
    lines = []
    for table in RECORDED:
        order = "level DESC" if table == "assertions" else "rowid"
        own = f"SELECT id FROM {table} WHERE run_id = ? AND status <> 'retracted' ORDER BY {order}"
        for (name,) in connection.execute(own, (run_id,)).fetchall():
            lines += retract_recorded_assertion(connection, name) if table == "assertions" else retract_row(connection, table, name)
    waiting = "UPDATE proposals SET status = 'rejected' WHERE run_id = ? AND status IN ('waiting', 'later')"
    rejected = connection.execute(waiting, (run_id,)).rowcount
    lines += [f"rejected {rejected} proposals"] if rejected else []
    reviewed = connection.execute("SELECT table_name, row_id FROM reviews WHERE run_id = ?", (run_id,)).fetchall()
    for table in REMOVABLE:
        condition = (
            " AND NOT EXISTS (SELECT 1 FROM claims WHERE id = claim_id AND status = 'retracted')" if table in WITH_THEIR_CLAIM else ""
        )
        removed = connection.execute(f"DELETE FROM {table} WHERE run_id = ?{condition}", (run_id,)).rowcount
        removed += sum(
            remove_again(connection, table, json.loads(before), condition) for before in put_back_since(connection, table, run_id)
        )
        lines += [f"removed {removed} of {table}"] if removed else []
    for reviewed_row in reviewed:  # the reviews of others stay
        follow(connection, reviewed_row)
    return lines + retract_entities(connection, run_id) + delete_predicates(connection, run_id)


def put_back_since(connection: sqlite3.Connection, table: str, run_id: str) -> list[str]:
    """Return the rows, as JSON, that the run recorded and an undo deleted: undoing that undo may have put them back with its own id."""
    sql = "SELECT before FROM revisions WHERE table_name = ? AND operation = 'delete' AND json_extract(before, '$.run_id') = ?"
    return [row[0] for row in connection.execute(sql, (table, run_id)).fetchall()]


def remove_again(connection: sqlite3.Connection, table: str, row: Row, condition: str) -> int:
    """Delete a row that an undo put back, where it fulfils the condition, and return the number of rows deleted."""
    key = key_of(table, row)
    by_undoing = "run_id IN (SELECT id FROM runs WHERE kind = 'undo')"
    return connection.execute(f"DELETE FROM {table} WHERE {matching(key)} AND {by_undoing}{condition}", bound(key)).rowcount


def retract_row(connection: sqlite3.Connection, table: str, name: str) -> list[str]:
    """Retract a row, and return a line, or none where it is retracted already."""
    return [f"retracted {name}"] if set_retracted(connection, table, name) else []


def retract_recorded_assertion(connection: sqlite3.Connection, name: str) -> list[str]:
    """Retract an assertion, and its claim with the last one, unless another is reported in it, and return a line for each."""
    reported = connection.execute("SELECT 1 FROM assertions WHERE reported_in_id = ? AND status <> 'retracted'", (name,)).fetchone()
    if reported:
        return []
    lines = retract_row(connection, "assertions", name)
    claim_id = row_of(connection, "assertions", name)["claim_id"]
    return lines + [f"retracted {gone}" for gone in retract_unasserted(connection, claim_id)]


def retract_entities(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Retract the unused entities that the run recorded, sources first and wholes after their parts, and return a line for each."""
    lines: list[str] = []
    recorded = " UNION ALL ".join(
        f"SELECT {table}.id AS id, {number} AS number FROM {table} JOIN entities USING (id) WHERE run_id = :run AND status = 'current'"
        for number, table in enumerate(("sources", "events", "things", "actors"))
    )
    while True:
        names = [row[0] for row in connection.execute(f"SELECT id FROM ({recorded}) ORDER BY number, id", {"run": run_id})]
        gone = [name for name in names if not any(uses(connection, name)) and retract_entity(connection, name)]
        if not gone:
            return lines
        lines += [f"retracted {name}" for name in gone]


def delete_predicates(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Delete the predicates that the run recorded and no claim has ever used, and return a line for each."""
    unused = "run_id = ? AND NOT EXISTS (SELECT 1 FROM claims WHERE predicate_id = predicates.id)"
    names = [row[0] for row in connection.execute(f"SELECT id FROM predicates WHERE {unused}", (run_id,)).fetchall()]
    for name in names:
        connection.execute("DELETE FROM predicates WHERE id = ?", (name,))
    return [f"removed {name}" for name in names]

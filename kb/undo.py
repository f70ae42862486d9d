"""Take back what one run did: rows it changed get their old values again, rows it recorded are retracted."""

from __future__ import annotations

import json
import sqlite3

from kb.changes import retract_entity, retract_unheld, row_of, set_retracted, uses
from kb.errors import DataError, UsageError
from kb.facts import insert
from kb.settled import refuse_unsettled
from kb.store import relinking
from kb.tables import COMPUTED, Row, bound, key_of, matching, row_id

# What has no status goes where nothing rests on it; a revision keeps it.
REMOVABLE = ("participations", "quantities", "names", "identifiers", "source_authors")
WITH_THEIR_CLAIM = ("participations", "quantities")
RECORDED = ("assertions", "relations", "mentions", "citations")  # a claim goes with its last assertion


def undo(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Take a run back, in the open run. Returns what was done, a line each.

    Refused when a row was changed again since by somebody else: the later change would be lost.
    """
    if not connection.execute("SELECT 1 FROM runs WHERE id = ?", (run_id,)).fetchone():
        raise UsageError(f"there is no run {run_id!r}", remedy="see the latest with: kb query recent-runs")
    revisions = connection.execute(
        "SELECT table_name, operation, before, after FROM revisions WHERE run_id = ? ORDER BY seq DESC", (run_id,)
    ).fetchall()
    for table in RECORDED:
        refuse_changed_since(connection, table, run_id)
    lines = []
    with relinking(connection):
        for table, operation, before, after in revisions:
            if operation == "delete":
                lines += put_back(connection, table, json.loads(before))
            else:
                lines += restore(connection, table, json.loads(before), json.loads(after))
    lines += take_back(connection, run_id)
    if not lines:
        raise DataError(f"{run_id} has nothing left to take back", remedy="see what it did with: kb show " + run_id)
    refuse_unsettled(connection)
    return lines


def refuse_changed_since(connection: sqlite3.Connection, table: str, run_id: str) -> None:
    """What the run recorded, and its claim, still is as the run left it: the first later revision kept that."""
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
            left, present = json.loads(before), row_of(connection, name, changed_id)
            changed = [column for column, value in left.items() if present[column] != value and column not in COMPUTED.get(name, ())]
            if changed:
                raise DataError(
                    f"{name} {changed_id} was changed again since",
                    where=", ".join(changed),
                    remedy=f"undo the later run first (kb show {changed_id}), or retract what is wrong: kb retract",
                )


def put_back(connection: sqlite3.Connection, table: str, row: Row) -> list[str]:
    key = key_of(table, row)
    if connection.execute(f"SELECT 1 FROM {table} WHERE {matching(key)}", bound(key)).fetchone():
        return []
    run = connection.execute("SELECT run_id FROM change_context").fetchone()[0]  # who undoes this takes the row back again
    insert(connection, table, {column: value for column, value in row.items() if column not in COMPUTED.get(table, ())} | {"run_id": run})
    return [f"put back {table} {row_id(key)}"]


def restore(connection: sqlite3.Connection, table: str, before: Row, after: Row) -> list[str]:
    """Give the columns that the run changed their old values, if they still are as the run left them."""
    changed = {column: value for column, value in before.items() if after.get(column) != value and column not in COMPUTED.get(table, ())}
    if not changed:
        return []
    key = key_of(table, after)
    present = connection.execute(f"SELECT {', '.join(changed)} FROM {table} WHERE {matching(key)}", bound(key)).fetchone()
    if present is None or any(value != after[column] for column, value in zip(changed, present, strict=True)):
        raise DataError(
            f"{table} {row_id(key)} was changed again since",
            where=", ".join(changed),
            remedy="undo the later run first (kb show " + row_id(key) + "), or correct the row by hand",
        )
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = :{column}' for column in changed)} WHERE {matching(key)}", changed | bound(key)
    )
    return [f"restored {table} {row_id(key)}: {', '.join(changed)}"]


def take_back(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Retract what the run recorded; remove what has no status and nothing rests on; keep what others use by now."""
    lines = []
    for table in RECORDED:
        order = "level DESC" if table == "assertions" else "rowid"
        own = f"SELECT id FROM {table} WHERE run_id = ? AND status <> 'retracted' ORDER BY {order}"
        for (name,) in connection.execute(own, (run_id,)).fetchall():
            lines += take_back_assertion(connection, name) if table == "assertions" else take_back_row(connection, table, name)
    waiting = "UPDATE proposals SET status = 'rejected' WHERE run_id = ? AND status IN ('waiting', 'later')"
    rejected = connection.execute(waiting, (run_id,)).rowcount
    lines += [f"rejected {rejected} proposals"] if rejected else []
    for table in REMOVABLE:
        kept = " AND NOT EXISTS (SELECT 1 FROM claims WHERE id = claim_id AND status = 'retracted')" if table in WITH_THEIR_CLAIM else ""
        removed = connection.execute(f"DELETE FROM {table} WHERE run_id = ?{kept}", (run_id,)).rowcount
        removed += sum(remove_again(connection, table, json.loads(before), kept) for before in put_back_since(connection, table, run_id))
        lines += [f"removed {removed} of {table}"] if removed else []
    return lines + take_back_entities(connection, run_id) + take_back_predicates(connection, run_id)


def put_back_since(connection: sqlite3.Connection, table: str, run_id: str) -> list[str]:
    """What the run recorded and an undoing removed: a later undoing of that may have put it back, under its own name."""
    sql = "SELECT before FROM revisions WHERE table_name = ? AND operation = 'delete' AND json_extract(before, '$.run_id') = ?"
    return [row[0] for row in connection.execute(sql, (table, run_id)).fetchall()]


def remove_again(connection: sqlite3.Connection, table: str, row: Row, kept: str) -> int:
    key = key_of(table, row)
    by_undoing = "run_id IN (SELECT id FROM runs WHERE kind = 'undo')"
    return connection.execute(f"DELETE FROM {table} WHERE {matching(key)} AND {by_undoing}{kept}", bound(key)).rowcount


def take_back_row(connection: sqlite3.Connection, table: str, name: str) -> list[str]:
    return [f"retracted {name}"] if set_retracted(connection, table, name) else []


def take_back_assertion(connection: sqlite3.Connection, name: str) -> list[str]:
    """With its claim when it was the last; not where somebody has since recorded what is reported in it."""
    reported = connection.execute("SELECT 1 FROM assertions WHERE reported_in_id = ? AND status <> 'retracted'", (name,)).fetchone()
    if reported:
        return []
    lines = take_back_row(connection, "assertions", name)
    claim_id = row_of(connection, "assertions", name)["claim_id"]
    return lines + [f"retracted {gone}" for gone in retract_unheld(connection, claim_id)]


def take_back_entities(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """Sources first, then whom they named; wholes after their parts."""
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


def take_back_predicates(connection: sqlite3.Connection, run_id: str) -> list[str]:
    """A predicate that no claim was ever made of goes."""
    unused = "run_id = ? AND NOT EXISTS (SELECT 1 FROM claims WHERE predicate_id = predicates.id)"
    names = [row[0] for row in connection.execute(f"SELECT id FROM predicates WHERE {unused}", (run_id,)).fetchall()]
    for name in names:
        connection.execute("DELETE FROM predicates WHERE id = ?", (name,))
    return [f"removed {name}" for name in names]

"""Runs: each is one contributor's piece of work, in one transaction, checked before it is committed.

Every writer opens a run and hands it on to the functions that write: command line, files, site, JSON API, review, undo and ingest.
"""

from __future__ import annotations

import functools
import getpass
import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kb.base import digests, ids, invariants
from kb.base.model import KEYS, TIMED, Row
from kb.base.store import now, transaction
from kb.version import __version__


@dataclass(frozen=True)
class Run:
    """An open run, with the connection that it writes through, its contributor, start and reason."""

    connection: sqlite3.Connection
    id: str
    started_at: str
    contributor: str
    reason: str | None = None

    def insert(self, table: str, row: Row) -> None:
        """Insert a row with the id of this run and, in the tables of TIMED, the time of recording."""
        stamp = {"run_id": self.id} | ({"recorded_at": self.started_at} if table in TIMED else {})
        stamped = row | stamp
        self.connection.execute(insert_sql(table, tuple(stamped)), tuple(stamped.values()))

    def put(self, table: str, row: Row, key: tuple[str, ...] | None = None) -> bool:
        """Insert a row unless one with its key exists, and return whether it was inserted. `key` defaults to the table's own key."""
        columns = key or KEYS[table]
        if self.connection.execute(find_sql(table, columns), [row[column] for column in columns]).fetchone():
            return False
        self.insert(table, row)
        return True

    def because(self, reason: str) -> None:
        """Set the reason of the revisions that follow."""
        self.connection.execute("UPDATE change_context SET reason = ?", (reason,))


@functools.cache
def find_sql(table: str, key: tuple[str, ...]) -> str:
    return f"SELECT 1 FROM {table} WHERE {' AND '.join(f'{column} = ?' for column in key)}"


@functools.cache
def insert_sql(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


@contextmanager
def begin(
    connection: sqlite3.Connection,
    kind: str,
    *,
    contributor: str | None = None,
    reason: str | None = None,
    dry_run: bool = False,
) -> Iterator[Run]:
    """Open a run in a transaction of its own, which is checked against the invariants and committed at the end of the block.

    A run that changes nothing leaves no row, nor does a `dry_run`, which is checked all the same. The contributor of a run of kind
    "ingest" is a group, of every other a person. Raises ConflictError where the rows would break an invariant, BusyError where
    somebody else is writing; the base is then unchanged.
    """
    with transaction(connection):
        connection.execute("SAVEPOINT before_run")
        last_rows = digests.last_rows(connection)
        run = record(connection, kind, contributor, reason)
        connection.execute("INSERT INTO change_context(one, run_id, reason) VALUES (1, ?, ?)", (run.id, reason))
        before = connection.total_changes
        yield run
        changed = connection.total_changes != before
        if changed:
            invariants.check_invariants(connection, run.id, last_rows)
        if dry_run or not changed:
            connection.execute("ROLLBACK TO before_run")
            return
        finish(run)
        digests.keep(connection, run.id, last_rows)
        connection.execute("DELETE FROM change_context")


def record(connection: sqlite3.Connection, kind: str, contributor: str | None = None, reason: str | None = None) -> Run:
    """Record a run in the open transaction, for work that is more than a run, such as a load. Everything else calls `begin`."""
    started = now()
    who = ensure_contributor(connection, contributor or contributor_from_environment(), "group" if kind == "ingest" else "person")
    run = Run(connection, ids.run_id(started, who), started, who, reason)
    connection.execute(
        "INSERT INTO runs(id, kind, contributor_id, software, version, reason, started_at) VALUES (?, ?, ?, 'kb', ?, ?, ?)",
        (run.id, kind, who, __version__, reason, started),
    )
    return run


def finish(run: Run) -> None:
    """Record when a run was finished."""
    run.connection.execute("UPDATE runs SET ended_at = ? WHERE id = ?", (now(), run.id))


def contributor_from_environment() -> str:
    """Return the contributor's name, from KB_CONTRIBUTOR or else the user account."""
    try:
        return os.environ.get("KB_CONTRIBUTOR") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def ensure_contributor(connection: sqlite3.Connection, name: str, kind: str = "person") -> str:
    """Return the id of the contributor with this name or id, recording a new contributor where there is none."""
    row = connection.execute("SELECT id FROM contributors WHERE id = ? OR name = ? ORDER BY id = ? DESC", (name, name, name)).fetchone()
    if row:
        return str(row[0])
    contributor = free_contributor_id(connection, name, kind)
    connection.execute("INSERT INTO contributors(id, name, kind) VALUES (?, ?, ?)", (contributor, name, kind))
    return contributor


def free_contributor_id(connection: sqlite3.Connection, name: str, kind: str) -> str:
    """Return an unused id made from the name. Two people whose names have the same slug get different ids.

    A person's id begins with "contributor-", so that the same person may be an actor under the plain id.
    """
    plain = ids.slug(name) or "unknown"
    prefixed = f"contributor-{plain}"
    in_use = "SELECT 1 FROM entities WHERE id = :id UNION ALL SELECT 1 FROM predicates WHERE id = :id UNION ALL SELECT 1 FROM contributors WHERE id = :id"
    first = (prefixed,) if kind == "person" else (plain, prefixed)
    for candidate in itertools.chain(first, (f"{prefixed}-{number}" for number in itertools.count(2))):
        if not connection.execute(in_use, {"id": candidate}).fetchone():
            return candidate
    raise AssertionError("unreachable: the numbers do not end")

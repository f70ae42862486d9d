"""A copy of a base on which a worker process tries what a run would do, so that no writer of the base itself waits for it.

The copy is a temporary database of SQLite, which has no name and is gone with the process. It is kept for the next trial, and made anew once
somebody has written to the base.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kb.base import runs, store
from kb.base.runs import Run

Result = TypeVar("Result")


@dataclass
class Copy:
    """The copy of a base: which file it is of, a connection to that file, which state of it was copied, and a connection to the copy."""

    of: tuple[str, int]
    base: sqlite3.Connection
    version: int
    connection: sqlite3.Connection

    def close(self) -> None:
        """Let go of the base and of the copy."""
        self.base.close()
        self.connection.close()


LAST: list[Copy] = []  # at most one


def attempt(path: Path, kind: str, contributor: str, reason: str | None, function: Callable[[Run], Result]) -> Result:
    """Return `function(run)` in a run on a copy of the base, of which nothing is kept. Raises what a run on the base would raise."""
    with runs.begin(copy_of(path), kind, contributor=contributor, reason=reason, dry_run=True) as run:
        return function(run)


def copy_of(path: Path) -> sqlite3.Connection:
    """Return a connection to a copy of the base as it is now."""
    file = (str(path), path.stat().st_ino if path.exists() else 0)  # another file may stand there later
    if LAST and LAST[0].of != file:
        LAST.pop().close()
    if not LAST:
        LAST.append(Copy(file, store.connect(path, readonly=True), -1, empty()))
    copy = LAST[0]
    (version,) = copy.base.execute("PRAGMA data_version").fetchone()  # another one once somebody has written
    if version != copy.version:
        copy.version = -1  # until the copy is whole
        copy.base.backup(copy.connection)
        copy.version = version
    return copy.connection


def empty() -> sqlite3.Connection:
    """Return a connection to an empty temporary database, which is set as that to a base."""
    connection = sqlite3.connect("", isolation_level=None)
    store.set_up(connection, readonly=False)
    return connection

"""Let SQLite check the whole file of a base, while the other checks run.

Its own check follows every entry of every index to its row, which at 100,000 claims takes a third of all checks. It reads the file through a
connection of its own in a thread, where it does not hold up Python.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kb.base import store

STEPS = 100_000  # of SQLite's machine between two looks whether the check is broken off


@contextmanager
def checked(connection: sqlite3.Connection) -> Iterator[Callable[[], list[str]]]:
    """Begin the check of a base's file; the function that is given waits for its end and returns each damage in SQLite's words.

    What the connection has not committed, or holds in memory, no other connection sees: there it is checked at once.
    """
    path = str(connection.execute("PRAGMA database_list").fetchone()[2])
    if connection.in_transaction or not Path(path).is_file():
        found = damages(connection)
        yield lambda: found
        return
    opened: list[sqlite3.Connection] = []
    broken_off = threading.Event()

    def work() -> list[str]:
        with closing(store.connect(path, readonly=True)) as other:
            other.set_progress_handler(broken_off.is_set, STEPS)  # interrupt() passes over what has not begun yet
            opened.append(other)
            return damages(other)

    with ThreadPoolExecutor(1) as pool:
        pending = pool.submit(work)
        try:
            yield pending.result
        except BaseException:  # such as Ctrl-C: nobody waits for the rest
            broken_off.set()
            with suppress(sqlite3.ProgrammingError):  # it ended meanwhile, and its connection is closed
                for other in opened:
                    other.interrupt()
            raise


def damages(connection: sqlite3.Connection) -> list[str]:
    """Each damage that SQLite finds, the last of them where it cannot read on.

    Broken CHECK constraints are left to kb.base.integrity.rules_kept, which names the row.
    """
    found: list[str] = []
    try:
        for (message,) in connection.execute("PRAGMA integrity_check"):
            if message != "ok" and not message.startswith("CHECK constraint failed"):
                found.append(message)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
            raise
        found.append(str(error))
    return found

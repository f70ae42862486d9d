"""A connection that knows which of its cursors are still alive, and can close them all.

A cursor that an exception's traceback still refers to keeps its statement open until Python's garbage collector finds it. Until then the
statement holds the database as it was: the connection reads old rows, functions cannot be redefined, and the write-ahead log only grows.
Closing the connection does not help, since SQLite keeps a closed connection alive as long as a statement of it is open.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable
from typing import Any


class TrackingConnection(sqlite3.Connection):
    """A connection whose cursors are closed with it, or by `close_cursors`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.cursors: weakref.WeakSet[sqlite3.Cursor] = weakref.WeakSet()
        super().__init__(*args, **kwargs)

    def cursor(self, factory: Any = sqlite3.Cursor) -> Any:
        made = super().cursor(factory)
        self.cursors.add(made)
        return made

    # sqlite3 makes the cursors of these three itself, without asking `cursor`.

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        made: sqlite3.Cursor = self.cursor()
        return made.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        made: sqlite3.Cursor = self.cursor()
        return made.executemany(sql, parameters)

    def executescript(self, script: str, /) -> sqlite3.Cursor:
        made: sqlite3.Cursor = self.cursor()
        return made.executescript(script)

    def close_cursors(self) -> None:
        """End every statement that is still open, whoever still refers to it."""
        for cursor in list(self.cursors):
            cursor.close()
        self.cursors.clear()

    def close(self) -> None:
        self.close_cursors()
        super().close()

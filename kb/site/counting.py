"""What pages show of a whole base, counted once after each change of it: in the background, or for the first who asks.

No count is kept in the base: it is remembered with the state that it was counted in, and counted again in every other.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from kb.base.model import KEYS

Result = TypeVar("Result")
State = tuple[int, ...]

# These numbers grow with every change of the base, whoever makes it: an insert adds a row, an update or removal leaves a revision, and SQLite's
# schema version grows with a copy that is put in the place of all rows, as the public edition is, and with VACUUM.
STATE = ", ".join(("(SELECT schema_version FROM pragma_schema_version)", *(f"(SELECT max(rowid) FROM {table})" for table in KEYS)))
PATIENCE = 2.0  # seconds to wait for another reader who counts the same; after that each counts for itself, within its own limit of time

_kept: dict[tuple[str, str], tuple[State, Any]] = {}
_counting: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)


def state_of(connection: sqlite3.Connection) -> State:
    """The state of the base that the connection sees, as a value that differs after every change."""
    return tuple(connection.execute(f"SELECT {STATE}").fetchone())


def cached(connection: sqlite3.Connection, name: str, read: Callable[[sqlite3.Connection], Result]) -> Result:
    """The result of `read(connection)`, computed again only after the base has changed.

    For figures that need a scan of the whole base. `name` tells the results of one base apart.
    """
    key = key_of(connection, name)
    entry = _kept.get(key)
    if entry is None or entry[0] != state_of(connection):
        counting = _counting[key]
        alone = counting.acquire(timeout=PATIENCE)
        try:
            state, entry = state_of(connection), _kept.get(key)
            if entry is None or entry[0] != state:
                entry = _kept[key] = (state, read(connection))
        finally:
            if alone:
                counting.release()
    result: Result = entry[1]
    return result


def remembered(connection: sqlite3.Connection, name: str) -> Any:
    """What `cached` remembers by this name of the base as it is now, or None: nothing is counted, and nobody is waited for."""
    entry = _kept.get(key_of(connection, name))
    return entry[1] if entry and entry[0] == state_of(connection) else None


def key_of(connection: sqlite3.Connection, name: str) -> tuple[str, str]:
    """The file of the base and the name of what is counted of it."""
    return str(connection.execute("PRAGMA database_list").fetchone()[2]), name


def forget() -> None:
    """Forget what was counted of every base."""
    _kept.clear()

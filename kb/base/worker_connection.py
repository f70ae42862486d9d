"""The connection of a worker process to a base, which it keeps from one call to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from kb.base import store

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")
CONNECTIONS: dict[str, sqlite3.Connection] = {}


def on_base(
    path: Path, function: Callable[Concatenate[sqlite3.Connection, Arguments], Result], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    """Return `function(connection, …)` on a base that is opened for reading, and stays open for the next call."""
    connection = CONNECTIONS.get(
        key := f"{path}:{path.stat().st_ino}" if path.exists() else str(path)
    )  # another file may stand there later
    if connection is None:
        for other in CONNECTIONS.values():
            other.close()
        CONNECTIONS.clear()
        connection = CONNECTIONS[key] = store.connect(path, readonly=True)
    return function(connection, *args, **kwargs)

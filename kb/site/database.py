"""Datasette's database object for a base, whose connections never keep a statement open after a read.

Datasette gives each of its threads one connection for good, and an exception keeps the cursors of a failed read alive until the next
garbage collection. The open statement of such a cursor would keep the connection, and every later reader in that thread, at an old state
of the base (see kb/base/connection.py).
"""

from __future__ import annotations

import functools
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from datasette.database import Database

from kb.base import schema
from kb.base.connection import TrackingConnection
from kb.site import shares

if TYPE_CHECKING:
    from datasette.app import Datasette

Result = TypeVar("Result")
RECORDED = "kb_base_iri"  # the attribute of the Datasette object with the base IRI that its base records


class BaseConnection(TrackingConnection):
    """One of Datasette's connections to a base, locked while in use, with the monotonic time at which the use began."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_use = threading.Lock()
        self.since: float | None = None
        self.node_printer: Any = None  # of kb/site/linked_data/head.py, whose SQL functions are defined once for each connection


class Base(Database):  # type: ignore[misc]  # Datasette is published without types
    """Datasette's database object for a base of ours."""

    def connect(self, write: bool = False) -> BaseConnection:
        """A connection like those that Datasette opens, of our class."""
        assert self.is_mutable or not write
        if write:
            mode, level = self.mode or "rwc", {"isolation_level": "IMMEDIATE"}
        else:
            mode, level = self.mode or "ro", {}
        query = f"mode={mode}" if self.is_mutable else "immutable=1"
        if self.is_mutable and self.ds.nolock and not write:
            query += "&nolock=1"
        uri = f"{Path(self.path).resolve().as_uri()}?{query}"
        opened = sqlite3.connect(uri, uri=True, check_same_thread=False, factory=BaseConnection, **level)  # type: ignore[call-overload]
        self._all_connections.append(opened)
        connection: BaseConnection = opened
        return connection

    async def _execute_fn(self, fn: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run a read, Datasette's or ours, when it is its client's turn."""
        async with shares.turn(self.ds):
            result: Result = await super()._execute_fn(closing_cursors(fn, reads=True))
        return result

    async def _execute_write_fn(self, fn: Callable[..., Result], **options: Any) -> Result:
        """Run a write, Datasette's or ours."""
        result: Result = await super()._execute_write_fn(closing_cursors(fn), **options)
        return result

    async def view_names(self) -> list[str]:
        """The views for Datasette's lists, without those that its configuration hides, which it only knows to hide for tables."""
        tables = self.ds.config.get("databases", {}).get(self.name, {}).get("tables", {})
        return [name for name in await super().view_names() if not tables.get(name, {}).get("hidden")]

    def connections(self) -> list[BaseConnection]:
        """The open connections."""
        return list(self._all_connections)


def closing_cursors(work: Callable[..., Result], *, reads: bool = False) -> Callable[..., Result]:
    """The same function, after which its connection has no open statement, nor, where it only reads, a transaction."""

    @functools.wraps(work)  # Datasette inspects the names of its arguments
    def inner(*args: Any, **kwargs: Any) -> Result:
        connection: BaseConnection = args[0] if args else kwargs["conn"]
        with connection.in_use:
            connection.since = time.monotonic()
            try:
                return work(*args, **kwargs)
            finally:
                connection.close_cursors()
                if reads and connection.in_transaction:
                    connection.rollback()
                connection.since = None

    return inner


def take_over(database: Database) -> Base:
    """A `Base` for the same file under the same name. The old object is closed."""
    ours = Base(database.ds, path=database.path, is_mutable=database.is_mutable, mode=database.mode)
    ours.name, ours.route = database.name, database.route
    database.close()
    return ours


async def is_base(database: Database) -> bool:
    """Whether a database is a base of ours, by its application id."""
    application = (await database.execute("PRAGMA application_id")).single_value()
    return bool(application == schema.APPLICATION_ID)


def bases(datasette: Datasette) -> list[Base]:
    """The databases that were recognised as bases when the site started, in their order. Our pages show the first."""
    return [database for database in datasette.databases.values() if isinstance(database, Base)]

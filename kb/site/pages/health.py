"""The health check `/-/health`, a small JSON document on whether the site reads the current state of the base."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import Response

from kb.base import store
from kb.errors import KbError
from kb.site.counting import state_of as state_seen
from kb.site.database import Base, BaseConnection
from kb.site.linked_data import dumps
from kb.site.visit import Visit

LONGEST_READ = 60.0  # seconds; the site's own limits end every read long before that
TRIES = 5  # attempts to find a moment without a write


@dataclass(frozen=True)
class Readers:
    """The numbers of the site's connections to the base, of those in use, and of those that see an old state."""

    connections: int
    reading: int
    oldest_read_seconds: float
    behind: int


async def view(visit: Visit) -> Response:
    """Answers 200 where all is well, and 503 where the base cannot be read or a reader sees an old state.

    Open to everyone, since it shows nothing of the content.
    """
    report: dict[str, Any] = {"base": visit.database.name}
    try:
        version, readers = await asyncio.to_thread(state_of, visit.database)
        ok = not readers.behind and readers.oldest_read_seconds < LONGEST_READ
        report |= {"schema_version": version, **vars(readers), "dumps_under_way": dumps.under_way}
    except (KbError, sqlite3.Error) as error:
        ok, report["error"] = False, "the base cannot be read: " + (error.what if isinstance(error, KbError) else str(error))
    return Response.json({"ok": ok, **report}, status=200 if ok else 503, headers={"Cache-Control": "no-store"})


def state_of(database: Base) -> tuple[int, Readers]:
    """The schema version of the base, and the state of its readers."""
    with closing(store.connect(database.path, readonly=True)) as fresh:
        version = int(fresh.execute("PRAGMA user_version").fetchone()[0])
        return version, readers_of(database, fresh)


def readers_of(database: Base, fresh: sqlite3.Connection) -> Readers:
    """The state of the site's connections. `fresh` is a new connection, which sees the last commit."""
    connections, now = database.connections(), time.monotonic()
    since = [each.since for each in connections if each.since is not None]
    behind = sum(is_behind(each, fresh) for each in connections) if database.is_mutable else 0
    return Readers(len(connections), len(since), round(now - min(since, default=now), 3), behind)


def is_behind(reader: BaseConnection, fresh: sqlite3.Connection) -> bool:
    """Whether an idle connection still sees an older state of the base than the new one does."""
    for _ in range(TRIES):
        before = state_seen(fresh)
        if not reader.in_use.acquire(blocking=False):
            return False
        try:
            seen = state_seen(reader)
        except sqlite3.ProgrammingError:  # closed meanwhile
            return False
        finally:
            reader.in_use.release()
        if seen == before:
            return False
        if state_seen(fresh) == before:  # nobody has written meanwhile
            return True
    return False

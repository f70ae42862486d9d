"""Counts, soon after each commit and before anybody asks, what pages show of a whole base."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from kb.site.counting import cached
from kb.site.database import bases
from kb.site.pages import compare, disagreements, entity, home, statistics, timeline

if TYPE_CHECKING:
    from datasette.app import Datasette

# What is counted, by the name under which the pages ask for it.
WHOLE: Mapping[str, Callable[[sqlite3.Connection], Any]] = {
    compare.CLOSEST_NAME: compare.closest_sources,
    timeline.ORDER_NAME: timeline.order,
    timeline.NAME: timeline.unfiltered,
    home.NAME: home.read,
    **{statistics.name_of(part): read for part, read in statistics.PARTS.items()},
    disagreements.NAME: disagreements.read,
    entity.BUSIEST_NAME: entity.busiest,  # last, as it takes longest
}
INTERVAL = 1.0  # seconds between two looks at the bases
REST = 4.0  # times as long as it counted it rests, so that commit after commit takes a fifth of one core at most


async def keep(datasette: Datasette) -> None:
    """Look at the bases of a site again and again, and count what has changed, until it is cancelled."""
    ended = threading.Event()
    try:
        while True:
            began = time.monotonic()
            await count(datasette, ended)
            await asyncio.sleep(max(INTERVAL, REST * (time.monotonic() - began)))
    finally:
        ended.set()


async def count(datasette: Datasette, ended: threading.Event | None = None) -> None:
    """Count what was not counted since the bases changed. What cannot be counted is left to whoever asks, who is told why."""
    for base in bases(datasette):
        for name, read in WHOLE.items():
            with contextlib.suppress(sqlite3.Error, MemoryError):
                await base.execute_fn(partial(count_one, name=name, read=read, ended=ended or threading.Event()))


def count_one(connection: sqlite3.Connection, *, name: str, read: Callable[[sqlite3.Connection], Any], ended: threading.Event) -> None:
    """Count one of them without a limit of time, until the site ends."""
    connection.set_progress_handler(lambda: int(ended.is_set()), 100_000)
    try:
        cached(connection, name, read)
    finally:
        connection.set_progress_handler(None, 0)

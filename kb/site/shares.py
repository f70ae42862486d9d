"""No client takes all the threads in which a site reads: what it asks for beyond its share waits until its own earlier reads have ended.

A client is an address of the network. What waits for a client that has gone is given up, so that requests sent and abandoned by the
hundred do not run on for hours.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import weakref
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from datasette.utils.asgi import Base400

if TYPE_CHECKING:
    from datasette.app import Datasette

    from kb.site.asgi import App, Message, Receive, Send

LEFT = 2  # threads that are left to the others, whatever one client asks for
asking: contextvars.ContextVar[Asking | None] = contextvars.ContextVar("asking", default=None)
shares: weakref.WeakKeyDictionary[Datasette, dict[str, Share]] = weakref.WeakKeyDictionary()


@dataclass(frozen=True)
class Asking:
    """The client of the request that is answered, and whence the news comes that it has gone; None where that cannot be waited for."""

    client: str
    news: Receive | None


@dataclass
class Share:
    """The turns of one client, and how many of its reads have one or wait for it."""

    turns: asyncio.Semaphore
    reads: int = field(default=0)


def sharing(app: App) -> App:
    """The same application, whose reads of a base know who asks for them."""

    async def inner(scope: Message, receive: Receive, send: Send) -> None:
        address = scope.get("client") if scope["type"] == "http" else None
        if not address:
            return await app(scope, receive, send)
        # A body can arrive in parts, which only the application may take. Without one, whatever comes after the first message is that the client has gone.
        alone = scope["method"] in {"GET", "HEAD"}
        kept = asking.set(Asking(str(address[0]), receive if alone else None))
        try:
            await app(scope, receive, send)
        finally:
            asking.reset(kept)

    return inner


@contextlib.asynccontextmanager
async def turn(datasette: Datasette) -> AsyncIterator[None]:
    """Hold a read back until it is its client's turn. Raises Base400 (499) where the client goes while it waits."""
    who = asking.get()
    if who is None:
        yield
        return
    of_client = shares.setdefault(datasette, {})
    share = of_client.setdefault(who.client, Share(asyncio.Semaphore(most_at_once(datasette))))
    share.reads += 1
    try:
        await unless_gone(share.turns, who.news)
        try:
            yield
        finally:
            share.turns.release()
    finally:
        share.reads -= 1
        if not share.reads:
            del of_client[who.client]


def most_at_once(datasette: Datasette) -> int:
    """The number of threads that one client may read in."""
    return max(1, int(datasette.setting("num_sql_threads")) - LEFT)


async def unless_gone(turns: asyncio.Semaphore, news: Receive | None) -> None:
    """Take a turn, or raise Base400 (499) where the client closes the connection before."""
    if news is None or not turns.locked():
        await turns.acquire()
        return
    taken, gone = asyncio.ensure_future(turns.acquire()), asyncio.ensure_future(closed(news))
    try:
        await asyncio.wait({taken, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not taken.done():
            left = Base400("The client has gone")
            left.status = 499
            raise left
    except BaseException:
        if taken.done() and not taken.cancelled():
            turns.release()
        raise
    finally:
        taken.cancel()
        gone.cancel()


async def closed(news: Receive) -> None:
    """Wait until the client closes the connection."""
    while (await news())["type"] != "http.disconnect":
        pass

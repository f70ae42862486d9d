"""Run a site, and end it within seconds when it is told to, whatever its requests are doing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import socket
import sys
import threading
from types import FrameType
from typing import TYPE_CHECKING, Any, TextIO

import uvicorn

from kb.site import keeping
from kb.site.guard import permissions
from kb.workers.worker import ended_by_sigterm

if TYPE_CHECKING:
    from datasette.app import Datasette

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
GRACEFUL = 2  # seconds for which requests may go on after the signal; then they are cancelled, and their processes killed
PATIENCE = 4.0  # seconds after which the program ends even where a thread does not; what was not committed is rolled back


class Server(uvicorn.Server):
    """A server that ends for certain PATIENCE seconds after the first signal."""

    def __init__(self, site: Datasette) -> None:
        super().__init__(uvicorn.Config(site.app(), log_level="warning", use_colors=False, timeout_graceful_shutdown=GRACEFUL))
        self.site = site
        self.keeping: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, and to count what pages show of the whole base."""
        await super().startup(sockets)
        self.keeping = asyncio.create_task(keeping.keep(self.site))

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End both."""
        if self.keeping:
            self.keeping.cancel()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end, on a signal."""
        watch = threading.Timer(PATIENCE, self.give_up, (sig,))
        watch.daemon = True
        watch.start()
        super().handle_exit(sig, frame)

    def give_up(self, sig: int) -> None:
        """End the program without waiting for its threads. Worker processes notice, and end themselves."""
        edition = permissions.edition_of(self.site)
        if edition:
            edition.close()
        os._exit(128 + sig)


class Printable:
    """A stream for messages in which control characters, which come from requests, are written as their numbers."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write the text so that no character of it can steer a terminal or garble a log."""
        self.stream.write(CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def run(site: Datasette, listener: socket.socket) -> bool:
    """Serve the site until a signal ends it, and return whether it could be started."""
    edition = permissions.edition_of(site)
    plain, sys.stderr = sys.stderr, Printable(sys.stderr)
    server = Server(site)  # after that, as its log keeps the stream that it finds
    try:
        with ended_by_sigterm(), contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])
    finally:
        sys.stderr = plain
        if edition:
            edition.close()
    return server.started

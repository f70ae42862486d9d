"""The whole base as triples, streamed: `/dump/<base>.nq` and the other formats, made anew each time and never held in memory."""

from __future__ import annotations

import asyncio
import datetime
import email.utils
import logging
import sqlite3
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from datasette.utils.asgi import Response

from kb import store
from kb.rdf import export
from kb.site.errors import MissingError, RefusedError
from kb.site.rdf import documents
from kb.site.rdf.media import LABELS, TYPES
from kb.site.visit import Visit

PIECE = 65_536  # bytes sent at a time
MOST_AT_ONCE = 2  # dumps being made; each keeps a thread and a reading transaction
CHANGED = "SELECT max(coalesce(ended_at, started_at)) FROM runs"
log = logging.getLogger("kb.site")

Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Size:
    """What the last whole dump came to: bytes, and triples where a line is one."""

    bytes: int
    triples: int | None


# (file, format, base IRI): (state of the file, size). A size is told only while the file is as it was.
sizes: dict[tuple[str, str, str], tuple[object, Size]] = {}
under_way = 0


def state(path: str) -> object:
    """Something that changes whenever the base does."""
    return [(each.stat().st_mtime_ns, each.stat().st_size) if each.exists() else None for each in (Path(path), Path(f"{path}-wal"))]


def known_size(path: str, format: str, base: str) -> Size | None:
    then, size = sizes.get((path, format, base), (None, None))
    return size if then == state(path) else None


def changed(connection: sqlite3.Connection) -> str | None:
    """When anything was last recorded, in UTC as the base writes it; None in a base without runs."""
    found = connection.execute(CHANGED).fetchone()[0]
    return str(found) if found else None


class Outgoing:
    """A binary stream, for a thread, whose pieces the event loop sends; writing waits until they are on their way."""

    def __init__(self, send: Send, start: dict[str, Any], loop: asyncio.AbstractEventLoop) -> None:
        self.send, self.loop = send, loop
        self.start: dict[str, Any] | None = start
        self.held, self.sent, self.lines, self.gone = bytearray(), 0, 0, False

    def write(self, data: bytes) -> int:
        self.held += data
        if len(self.held) >= PIECE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what is held. Raises BrokenPipeError when nobody reads any more."""
        if self.gone:
            raise BrokenPipeError
        held, self.held = bytes(self.held), bytearray()
        for at in range(0, len(held), PIECE):
            asyncio.run_coroutine_threadsafe(self.pass_on(held[at : at + PIECE]), self.loop).result()
        self.sent, self.lines = self.sent + len(held), self.lines + held.count(b"\n")

    async def pass_on(self, piece: bytes, more: bool = True) -> None:
        if self.start is not None:  # only now is it sure that there is something to send
            start, self.start = self.start, None
            await self.send(start)
        await self.send({"type": "http.response.body", "body": piece, "more_body": more})


async def view(visit: Visit) -> Response | None:
    """One dump. What goes wrong before the first piece is an ordinary error; later the transfer is broken off."""
    global under_way  # noqa: PLW0603  # a count
    name, format = visit.parts["name"], visit.parts["format"]
    if name != visit.database.name:
        raise MissingError(f"there is no base {name}", remedy=f"take /dump/{visit.database.name}.{format}")
    headers = await headers_of(visit, format)
    if visit.request.method == "HEAD":
        return Response("", headers=headers, content_type=TYPES[format])
    if under_way >= MOST_AT_ONCE:
        raise RefusedError("other dumps are being made", status=503, remedy="try again in a minute", headers={"Retry-After": "60"})
    under_way += 1
    try:
        await stream(visit, format, headers)
    finally:
        under_way -= 1
    return None


async def headers_of(visit: Visit, format: str) -> dict[str, str]:
    headers = {**documents.OPEN, "Content-Disposition": f'attachment; filename="{visit.database.name}.{format}"'}
    last = await documents.read(visit.database, changed)
    if last:
        headers["Last-Modified"] = email.utils.format_datetime(datetime.datetime.fromisoformat(last), usegmt=True)
    return headers


async def stream(visit: Visit, format: str, headers: dict[str, str]) -> None:
    """Make the dump in a thread while its pieces go out; stop when the reader has gone."""
    raw = {**headers, "content-type": TYPES[format]}
    start = {"type": "http.response.start", "status": 200, "headers": [[k.lower().encode(), v.encode()] for k, v in raw.items()]}
    out = Outgoing(visit.send, start, asyncio.get_running_loop())
    path, base, before = str(visit.database.path), documents.base_of(visit.datasette), state(str(visit.database.path))
    watching = asyncio.create_task(watch(visit, out))
    try:
        await asyncio.to_thread(write, path, format, base, out)
    except BrokenPipeError:
        return
    except Exception:
        if out.start is not None:
            raise
        log.exception("a dump broke off")  # without its end, so that the reader's program notices
        return
    finally:
        watching.cancel()
    await out.pass_on(b"", more=False)
    if state(path) == before:
        sizes[path, format, base] = (before, Size(out.sent, out.lines if format in ("nt", "nq") else None))


def write(path: str, format: str, base: str, out: Outgoing) -> None:
    connection = store.connect(path, readonly=True)
    try:
        export.write(connection, format, cast("IO[bytes]", out), base=base)
        out.flush()
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)  # what still reads from the connection ends before it is closed
        raise
    finally:
        connection.close()


async def watch(visit: Visit, out: Outgoing) -> None:
    """Notice that the reader has gone away."""
    while (await visit.request.receive())["type"] != "http.disconnect":
        pass
    out.gone = True


async def index(visit: Visit) -> Response:
    """What can be taken, with sizes and dates as far as they are known."""
    last = await documents.read(visit.database, changed)
    return await visit.page("kb/dumps.html", dumps=listed(visit), changed=last, void=visit.addresses.path("/void.ttl"))


def listed(visit: Visit) -> list[dict[str, Any]]:
    path, base = str(visit.database.path), documents.base_of(visit.datasette)
    return [
        {
            "format": format,
            "label": LABELS[format],
            "type": TYPES[format].partition(";")[0],
            "href": visit.addresses.path(f"/dump/{visit.database.name}.{format}"),
            "graphs": documents.has_graphs(format),
            "size": known_size(path, format, base),
        }
        for format in TYPES
    ]


assert set(TYPES) == set(export.FORMATS)

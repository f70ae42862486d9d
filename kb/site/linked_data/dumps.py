"""Dumps of the whole base as triples (`/dump/<base>.nq` and other formats), streamed, so that they are never held in memory."""

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

from kb.base import store
from kb.rdf import export
from kb.rdf.formats import RDF
from kb.rdf.namespaces import BaseIri
from kb.site.errors import MissingError, RefusedError
from kb.site.linked_data import documents
from kb.site.linked_data.media import TYPES
from kb.site.visit import Visit

PIECE = 65_536  # bytes sent at a time
LONGEST_STANDSTILL = 60.0  # seconds that a reader may take for one piece; while a dump is being written, the write-ahead log can only grow
MOST_AT_ONCE = 2  # dumps at a time, each of which occupies a thread and a read transaction
CHANGED = "SELECT max(coalesce(ended_at, started_at)) FROM runs"
log = logging.getLogger("kb.site")

Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Size:
    """The size of the last complete dump, in bytes, and in triples for formats with one triple on each line."""

    bytes: int
    triples: int | None


# (file, format, base IRI): (state of the file, size). A size is valid only while the file has the same state.
sizes: dict[tuple[str, str, BaseIri], tuple[object, Size]] = {}
under_way = 0


def file_state(path: str) -> object:
    """A value that differs after every change of the base, from the times and sizes of its file and write-ahead log."""
    return [(each.stat().st_mtime_ns, each.stat().st_size) if each.exists() else None for each in (Path(path), Path(f"{path}-wal"))]


def known_size(path: str, format: str, base: BaseIri) -> Size | None:
    """The size of a dump if the base has not changed since it was last written, else None."""
    then, size = sizes.get((path, format, base), (None, None))
    return size if then == file_state(path) else None


def last_change(connection: sqlite3.Connection) -> str | None:
    """The UTC time at which anything was last recorded, as the base writes it, or None in a base without runs."""
    time = connection.execute(CHANGED).fetchone()[0]
    return str(time) if time else None


class Outgoing:
    """A binary stream for a worker thread, whose pieces the event loop sends. Writing waits until each piece is sent."""

    def __init__(self, send: Send, start: dict[str, Any], loop: asyncio.AbstractEventLoop) -> None:
        self.send, self.loop = send, loop
        self.start: dict[str, Any] | None = start
        self.buffer, self.sent, self.lines, self.reader_left = bytearray(), 0, 0, False

    def write(self, data: bytes) -> int:
        """Put data into the buffer, and send it once there is enough for a piece."""
        self.buffer += data
        if len(self.buffer) >= PIECE:
            self.flush()
        return len(data)

    def flush(self) -> None:
        """Send what is in the buffer. Raises BrokenPipeError where the reader has left or takes longer than LONGEST_STANDSTILL."""
        if self.reader_left:
            raise BrokenPipeError
        pieces, self.buffer = bytes(self.buffer), bytearray()
        for at in range(0, len(pieces), PIECE):
            sending = asyncio.run_coroutine_threadsafe(self.pass_on(pieces[at : at + PIECE]), self.loop)
            try:
                sending.result(LONGEST_STANDSTILL)
            except TimeoutError:
                sending.cancel()
                raise BrokenPipeError from None
        self.sent, self.lines = self.sent + len(pieces), self.lines + pieces.count(b"\n")

    async def pass_on(self, piece: bytes, more: bool = True) -> None:
        """Send one piece of the body, after the head of the response if that is still to be sent."""
        if self.start is not None:  # sent late, so that an error before the first piece is still an ordinary response
            start, self.start = self.start, None
            await self.send(start)
        await self.send({"type": "http.response.body", "body": piece, "more_body": more})


async def view(visit: Visit) -> Response | None:
    """Streams one dump. An error before the first piece is an ordinary response. After it, the transfer breaks off."""
    global under_way  # noqa: PLW0603  # the number of dumps under way
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
    """The headers of a dump, with its file name, the time of the last change, and CORS."""
    headers = {**documents.OPEN, "Content-Disposition": f'attachment; filename="{visit.database.name}.{format}"'}
    last = await documents.read(visit.database, last_change)
    if last:
        headers["Last-Modified"] = email.utils.format_datetime(datetime.datetime.fromisoformat(last), usegmt=True)
    return headers


async def stream(visit: Visit, format: str, headers: dict[str, str]) -> None:
    """Write the dump in a thread and send its pieces as they come. Stop when the reader has left."""
    raw = {**headers, "content-type": TYPES[format]}
    start = {"type": "http.response.start", "status": 200, "headers": [[k.lower().encode(), v.encode()] for k, v in raw.items()]}
    out = Outgoing(visit.send, start, asyncio.get_running_loop())
    path, base, before = str(visit.database.path), documents.base_of(visit.datasette), file_state(str(visit.database.path))
    watching = asyncio.create_task(watch(visit, out))
    try:
        await asyncio.to_thread(write, path, format, base, out)
    except BrokenPipeError:
        return
    except Exception:
        if out.start is not None:
            raise
        log.exception("a dump broke off")  # the response stays without an end, so that the reader's program notices
        return
    finally:
        watching.cancel()
    await out.pass_on(b"", more=False)
    if file_state(path) == before:
        sizes[path, format, base] = (before, Size(out.sent, out.lines if format in ("nt", "nq") else None))


def write(path: str, format: str, base: BaseIri, out: Outgoing) -> None:
    """Write the triples of the base at `path` to the stream, in a thread."""
    connection = store.connect(path, readonly=True)
    try:
        export.write(connection, format, cast("IO[bytes]", out), settings=export.Settings(base))
        out.flush()
    except BaseException as error:
        # Ends the generators that still read, and so their transaction, before the connection is closed.
        traceback.clear_frames(error.__traceback__)
        raise
    finally:
        connection.close()


async def watch(visit: Visit, out: Outgoing) -> None:
    """Wait until the reader has left, and note it on the stream."""
    while (await visit.request.receive())["type"] != "http.disconnect":
        pass
    out.reader_left = True


async def index(visit: Visit) -> Response:
    """Answers with the page of dumps, with sizes and dates where they are known."""
    last = await documents.read(visit.database, last_change)
    return await visit.page("kb/dumps.html", dumps=offers(visit), changed=last, void=visit.addresses.path("/void.ttl"))


def offers(visit: Visit) -> list[dict[str, Any]]:
    """A row for each format, with label, media type, address, and size where it is known."""
    path, base = str(visit.database.path), documents.base_of(visit.datasette)
    return [
        {
            "format": format,
            "label": RDF[format].label,
            "type": TYPES[format].partition(";")[0],
            "href": visit.addresses.path(f"/dump/{visit.database.name}.{format}"),
            "graphs": documents.has_graphs(format),
            "size": known_size(path, format, base),
        }
        for format in TYPES
    ]

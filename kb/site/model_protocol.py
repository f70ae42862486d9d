"""The tools of `kb.mcp` over HTTP at /-/mcp, for whom this site lets read, and the one to propose for whom it lets propose.

Each request stands alone: it is answered as JSON by a server of its own, made for what this client may do, so that nothing has to be started or
ended with the site, and no client sees what was made for another.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Response

from kb.errors import UsageError
from kb.mcp import server
from kb.site.editing.desk import Desk
from kb.site.errors import RefusedError
from kb.site.guard import permissions, roles
from kb.site.visit import Visit

if TYPE_CHECKING:
    from mcp.server import MCPServer
    from starlette.types import Send

LARGEST = 256 * 1024  # bytes of a request: a quote and its words, many times over
SECONDS = 30  # of the whole answer


async def view(visit: Visit) -> Response | None:
    """Answers one message of the Model Context Protocol. Raises RefusedError (501) where the package mcp is not installed."""
    try:
        await asyncio.to_thread(import_package)
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
        from mcp.server.transport_security import TransportSecuritySettings
    except ImportError as error:
        remedy = "whoever keeps this site can install it: pip install 'source-tracking-kb[mcp]'"
        raise RefusedError("the package mcp is not installed here", status=501, remedy=remedy) from error
    if int(visit.request.headers.get("content-length") or 0) > LARGEST:
        raise RefusedError(f"a message may hold {LARGEST} bytes", status=413, remedy="ask with fewer words")
    host = visit.request.headers.get("host", "")  # kb.site.guard.hosts has refused a name that is not the site's own
    security = TransportSecuritySettings(allowed_hosts=[host], allowed_origins=[f"http://{host}", f"https://{host}"])
    manager = StreamableHTTPSessionManager(
        app=(await tools(visit))._lowlevel_server,
        json_response=True,
        stateless=True,
        security_settings=security,
        max_request_body_size=LARGEST,
    )
    try:
        async with asyncio.timeout(SECONDS), manager.run():
            await manager.handle_request(visit.request.scope, visit.request.receive, cast("Send", visit.send))
    except TimeoutError as error:
        raise RefusedError("the answer took too long", status=503, remedy="ask for less at once") from error
    if await proposes(visit) and (edition := permissions.edition_of(visit.datasette)):
        await edition.refresh()
    return None


def import_package() -> None:
    """Import the parts of the package mcp that are used here, which takes about a second, in which other readers should not wait."""
    for name in ("mcp.server", "mcp.server.streamable_http_manager", "mcp.server.transport_security"):
        importlib.import_module(name)


async def proposes(visit: Visit) -> bool:
    """Return whether this client is signed in, may propose, and the base may be written."""
    writable = permissions.edition_of(visit.datasette) is not None or visit.database.is_mutable
    return bool(writable and visit.request.actor and await visit.may(roles.PROPOSE))


async def tools(visit: Visit) -> MCPServer[Any]:
    """Return the server with the tools that this client may use, over what this site shows."""
    limit = visit.datasette.setting("sql_time_limit_ms")

    def bounded(connection: sqlite3.Connection) -> contextlib.AbstractContextManager[None]:
        bound: contextlib.AbstractContextManager[None] = sqlite_timelimit(connection, limit)
        return bound

    proposer = None
    if await proposes(visit):
        desk = await Desk.of(visit, roles.PROPOSE)
        proposer = server.proposer(desk.path, desk.who)
    if not visit.database.path:
        raise UsageError("this site serves no file", where="/-/mcp", remedy="serve a base that is a file")
    withheld = () if await visit.may("execute-sql") else ("sql",)
    return server.assembled(server.reading(Path(visit.database.path), bounded), proposer, withheld)

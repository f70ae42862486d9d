"""Pages of other sites may ask at /sparql, as anybody: CORS, and leave to POST where Datasette refuses what comes from elsewhere.

Nothing can be changed there, so a request made behind a reader's back does no harm; that it may not read what only the reader may,
his cookies are taken off it. Everything else keeps Datasette's protection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.site.headers import App, Message, Receive, Send

if TYPE_CHECKING:
    from datasette.app import Datasette

CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"Accept, Content-Type, Authorization"),
    (b"access-control-expose-headers", b"Link, Content-Type"),
    (b"access-control-max-age", b"86400"),
)
TELLING = frozenset({b"origin", b"sec-fetch-site"})
AMBIENT = frozenset({b"cookie"})
NAMES = frozenset(name for name, _ in CORS)


def opening(datasette: Datasette, app: App) -> App:
    """The application with /sparql open to pages of other sites."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].rstrip("/") != datasette.urls.path("/sparql"):
            await app(scope, receive, send)
            return

        async def passing(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", []) if bytes(pair[0]).lower() not in NAMES]
                message = {**message, "headers": [*kept, *map(list, CORS)]}
            await send(message)

        await app(as_anybody(scope), receive, passing)

    return answer


def as_anybody(scope: Message) -> Message:
    """A request that says it comes from another site, without saying so and without cookies; any other as it is."""
    headers = [(bytes(name).lower(), bytes(value)) for name, value in scope.get("headers", [])]
    given = dict(headers)
    host = given.get(b"host", b"")
    site, origin = given.get(b"sec-fetch-site"), given.get(b"origin")
    ours = site in (b"same-origin", b"none") if site is not None else origin is None or origin.partition(b"://")[2] == host
    if ours:
        return scope
    return {**scope, "headers": [pair for pair in headers if pair[0] not in TELLING | AMBIENT]}

"""Whether pages of other sites may read what this one answers (CORS), and what they may send to /sparql.

They may where everything here is meant for everybody: in public mode, or where the owner says so (`kb serve --cors`, setting `cors` of plugin
`kb_site`, Datasette's own `--cors`). Elsewhere no answer carries CORS headers, whatever route set them: else any page that a reader of
a base on his own machine opens could send that base home. Where they may, /sparql takes POSTs from anywhere, though Datasette
refuses what comes from elsewhere: nothing can be changed there; that such a request may not read what only the reader may, his
cookies are taken off it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.site import access
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


def allowed(datasette: Datasette) -> bool:
    """Whether pages of other sites may read here."""
    settings = datasette.plugin_config("kb_site") or {}
    return bool(settings.get("cors", datasette.cors or access.is_public(datasette)))


def opening(datasette: Datasette, app: App) -> App:
    """The application, with /sparql open to pages of other sites, or with nothing open to them."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        may = allowed(datasette)
        at_sparql = scope["path"].rstrip("/") == datasette.urls.path("/sparql")

        async def passing(message: Message) -> None:
            if message["type"] == "http.response.start" and (at_sparql or not may):
                kept = [pair for pair in message.get("headers", []) if not bytes(pair[0]).lower().startswith(b"access-control-")]
                message = {**message, "headers": [*kept, *(map(list, CORS) if may else ())]}
            await send(message)

        await app(as_anybody(scope) if may and at_sparql else scope, receive, passing)

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

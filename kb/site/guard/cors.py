"""The rules of CORS on whether pages of other sites may read this one, and what they may send to services for programs.

They may read where everything is meant for everyone: in public mode, or where the owner says so (`kb serve --cors`, setting `cors` of
plugin `kb_site`, Datasette's own `--cors`). Elsewhere no response carries CORS headers, whatever route set them; else any web page that
somebody opens could read the base on their machine and send it away. Where they may read, FOR_PROGRAMS accept POSTs from any site, although
Datasette refuses those: they change nothing. Cookies are removed from such requests, so that they see only what everyone may see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.site.asgi import App, Message, Receive, Send
from kb.site.guard import permissions
from kb.site.guard.headers import local_path

if TYPE_CHECKING:
    from datasette.app import Datasette

CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"Accept, Content-Type, Authorization"),
    (b"access-control-expose-headers", b"Link, Content-Type"),
    (b"access-control-max-age", b"86400"),
)
FOR_PROGRAMS = re.compile(r"/sparql/?|/reconcile(/.*)?")  # the paths of services that only answer
ORIGIN_HEADERS = frozenset({b"origin", b"sec-fetch-site"})
CREDENTIALS = frozenset({b"cookie"})


def allowed(datasette: Datasette) -> bool:
    """Whether pages of other sites may read this one."""
    settings = datasette.plugin_config("kb_site") or {}
    return bool(settings.get("cors", datasette.cors or permissions.is_public(datasette)))


def opening(datasette: Datasette, app: App) -> App:
    """The application with CORS headers on FOR_PROGRAMS where they are allowed, and on nothing where they are not."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        is_allowed = allowed(datasette)
        for_programs = FOR_PROGRAMS.fullmatch(local_path(datasette, scope)) is not None

        async def send_with_cors(message: Message) -> None:
            if message["type"] == "http.response.start" and (for_programs or not is_allowed):
                others = [pair for pair in message.get("headers", []) if not bytes(pair[0]).lower().startswith(b"access-control-")]
                message = {**message, "headers": [*others, *(map(list, CORS) if is_allowed else ())]}
            await send(message)

        await app(as_anybody(scope) if is_allowed and for_programs else scope, receive, send_with_cors)

    return answer


def as_anybody(scope: Message) -> Message:
    """A request from another site without cookies and without the headers that say so, and any other request unchanged."""
    headers = [(bytes(name).lower(), bytes(value)) for name, value in scope.get("headers", [])]
    by_name = dict(headers)
    host = by_name.get(b"host", b"")
    site, origin = by_name.get(b"sec-fetch-site"), by_name.get(b"origin")
    same_origin = site in (b"same-origin", b"none") if site is not None else origin is None or origin.partition(b"://")[2] == host
    if same_origin:
        return scope
    return {**scope, "headers": [pair for pair in headers if pair[0] not in ORIGIN_HEADERS | CREDENTIALS]}

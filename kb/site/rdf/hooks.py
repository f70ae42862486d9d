"""Datasette's hooks for triples and SPARQL: around every response the `Link` to the same in triples, and around /sparql CORS."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from datasette.utils.asgi import Request

from kb.site import describe, headers, sparql_cors
from kb.site.headers import App, Message, Receive, Send
from kb.site.rdf import head

if TYPE_CHECKING:
    from datasette.app import Datasette


def wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Datasette's hook asgi_wrapper: all of it inside what every answer carries."""
    guarded = headers.guard(datasette)
    return lambda app: guarded(linking(datasette, sparql_cors.opening(datasette, app)))


def linking(datasette: Datasette, app: App) -> App:
    """Adds `Link: rel=alternate` to pages that have documents in triples."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await app(scope, receive, send)
            return

        async def passing(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200 and is_html(message) and describe.bases(datasette):
                request = Request(scope, receive)
                found = head.alternates(datasette, request)
                if found:
                    value = head.header(found, lambda path: str(datasette.absolute_url(request, path)))
                    message = {**message, "headers": [*message.get("headers", []), [b"link", value.encode("latin-1", "ignore")]]}
            await send(message)

        await app(scope, receive, passing)

    return answer


def is_html(message: Message) -> bool:
    return any(
        bytes(name).lower() == b"content-type" and bytes(value).startswith(b"text/html") for name, value in message.get("headers", [])
    )

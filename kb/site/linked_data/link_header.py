"""The `Link` header from a page to the same content in triples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.utils.asgi import Request

from kb.site.asgi import App, Message, Receive, Send
from kb.site.database import bases
from kb.site.linked_data import head

if TYPE_CHECKING:
    from datasette.app import Datasette


def linking(datasette: Datasette, app: App) -> App:
    """The application with a `Link` header (rel=alternate) added to the pages that have documents in triples."""

    async def answer(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await app(scope, receive, send)
            return

        async def send_with_link(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200 and is_html(message) and bases(datasette):
                request = Request(scope, receive)
                links = head.alternates(datasette, request)
                if links:
                    value = head.header(links, lambda path: str(datasette.absolute_url(request, path)))
                    message = {**message, "headers": [*message.get("headers", []), [b"link", value.encode("latin-1", "ignore")]]}
            await send(message)

        await app(scope, receive, send_with_link)

    return answer


def is_html(message: Message) -> bool:
    """Whether the head of a response says that it is HTML."""
    return any(
        bytes(name).lower() == b"content-type" and bytes(value).startswith(b"text/html") for name, value in message.get("headers", [])
    )

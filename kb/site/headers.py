"""What every answer carries so that browsers refuse what pages never ask for, and what every request may hold at most.

Our own pages run no script but files of this site, and have no inline style. Datasette's own pages carry inline scripts: each `<script>`
that stands in a template gets a nonce as the template is compiled, so what a base holds can never become one; their inline styles, and the
one inline handler of the table page (by its hash), are allowed there and nowhere else. Runs outside Datasette's CSRF check: refusals of that carry the headers too.
"""

from __future__ import annotations

import asyncio
import base64
import contextvars
import hashlib
import re
import secrets
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Base400, PayloadTooLarge, asgi_send
from jinja2.ext import Extension

from kb.site import access, addresses, hosts, routes

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

nonce: contextvars.ContextVar[str] = contextvars.ContextVar("nonce", default="")
SCRIPT = re.compile(r"<script(?=[\s>{])")
INLINE_HANDLER = "openColumnChooser()"  # in Datasette's table page
HANDLER_HASH = base64.b64encode(hashlib.sha256(INLINE_HANDLER.encode()).digest()).decode()
BODY_SECONDS = 30.0  # that a body may take to arrive
BASIC = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
PAGE = f"{BASIC}; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'"
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class Nonce(Extension):
    """Gives every script that stands in a template the nonce of the answer it is part of."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja passes them
        return SCRIPT.sub('<script nonce="{{ csp_nonce() }}"', source)


def prepare(env: Environment, datasette: Datasette) -> None:
    """Datasette's hook: addresses for templates, and nonces for the scripts in them."""
    addresses.prepare(env, datasette)
    access.prepare(env, datasette)
    env.add_extension(Nonce)
    env.globals["csp_nonce"] = nonce.get


def policy(path: str, kind: str, key: str) -> str:
    """The Content-Security-Policy of an answer of this media type at this path."""
    if not kind.startswith("text/html"):
        return BASIC
    if any(re.match(route.pattern, path) for route in routes.ROUTES):
        return f"{PAGE}; script-src 'self'; style-src 'self'"
    return f"{PAGE}; script-src 'self' 'nonce-{key}' 'unsafe-hashes' 'sha256-{HANDLER_HASH}'; style-src 'self' 'unsafe-inline'"


def cookie(value: bytes, *, secure: bool) -> bytes:
    """A Set-Cookie that no script reads and no other site sends along."""
    said = value.lower()
    for flag, wanted in ((b"; HttpOnly", True), (b"; SameSite=lax", b"samesite" not in said), (b"; Secure", secure)):
        if wanted and flag.lower() not in said:
            value += flag
    return value


def guard(datasette: Datasette) -> Callable[[App], App]:
    """Datasette's hook around the whole application."""

    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return await app(scope, receive, send)
            key = secrets.token_urlsafe(16)
            token = nonce.set(key)
            path = local_path(datasette, scope)

            async def answer(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message = {**message, "headers": headed(message.get("headers", []), path, key, secure=scope.get("scheme") == "https")}
                await send(message)

            try:
                if not await refused(datasette, scope, path, answer):
                    await app(scope, bounded(datasette, receive), answer)
            finally:
                nonce.reset(token)

        return guarded

    return wrap


def local_path(datasette: Datasette, scope: Message) -> str:
    """The path without Datasette's base_url."""
    path, base = str(scope.get("path") or "/"), str(datasette.setting("base_url"))
    return "/" + path[len(base) :] if base != "/" and path.startswith(base) else path


def headed(headers: list[Any], path: str, key: str, *, secure: bool) -> list[tuple[bytes, bytes]]:
    """The headers with ours added where the page has not set its own."""
    found = [(bytes(name), bytes(value)) for name, value in headers]
    there = {name.lower(): value for name, value in found}
    kind = there.get(b"content-type", b"").decode("latin-1").lower()
    ours = {**ALWAYS, b"content-security-policy": policy(path, kind, key).encode("ascii")}
    kept = [(name, cookie(value, secure=secure) if name.lower() == b"set-cookie" else value) for name, value in found]
    return kept + [(name, value) for name, value in ours.items() if name not in there]


async def refused(datasette: Datasette, scope: Message, path: str, answer: Send) -> bool:
    """Whether the request was answered already: it asks for another name, says that its body is too long, or asks the public site about
    its machine."""
    if not hosts.known(datasette, scope):
        await asgi_send(answer, hosts.REFUSAL, 421)
        return True
    said = dict(scope.get("headers") or []).get(b"content-length", b"")
    most = body_limit(datasette)
    if said.isdigit() and most and int(said) > most:
        await asgi_send(answer, f"The body may hold {most} bytes at most.", 413)
        return True
    edition = access.edition_of(datasette)
    if edition and access.MACHINE.match(path):
        await asgi_send(answer, "Not open to the public.", 403)
        return True
    if edition and edition.due():
        background = asyncio.ensure_future(edition.refresh())
        background.add_done_callback(lambda done: done.exception())
    return False


def body_limit(datasette: Datasette) -> int:
    """How many bytes a request may hold; 0 for no limit. Datasette applies it only where it reads a body at once."""
    return int(datasette.setting("max_post_body_bytes"))


def bounded(datasette: Datasette, receive: Receive) -> Receive:
    """The same stream, which ends in a 413 once it holds more than a body may, and in a 408 where it keeps somebody waiting."""
    most, received, over = body_limit(datasette), 0, False
    until = time.monotonic() + BODY_SECONDS

    async def counted() -> Message:
        nonlocal received, over
        if over:  # what is waited for now is that the reader goes
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, until - time.monotonic()))
        except TimeoutError as error:
            late = Base400("The body did not arrive in time")
            late.status = 408
            raise late from error
        received, over = received + len(message.get("body", b"")), not message.get("more_body")
        if most and received > most:
            raise PayloadTooLarge(f"The body may hold {most} bytes at most")
        return message

    return counted

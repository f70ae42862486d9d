"""The security headers of every response, and the limits on every request.

Our own pages run only script files of this site and have no inline styles. Datasette's own pages have inline scripts: each `<script>` in a
template gets a nonce when the template is compiled, so that no value of a base can become one; their inline styles, and the one inline
handler of the table page (by its hash), are allowed there and nowhere else. This runs outside Datasette's CSRF check, so that its
refusals carry the headers too.
"""

from __future__ import annotations

import asyncio
import base64
import contextvars
import functools
import hashlib
import re
import secrets
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Base400, PayloadTooLarge, asgi_send
from jinja2.ext import Extension

from kb.site import urls
from kb.site.asgi import App, Message, Receive, Send
from kb.site.guard import hosts, permissions

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

nonce: contextvars.ContextVar[str] = contextvars.ContextVar("nonce", default="")
SCRIPT = re.compile(r"<script(?=[\s>{])")
INLINE_HANDLER = "openColumnChooser()"  # in Datasette's table page
HANDLER_HASH = base64.b64encode(hashlib.sha256(INLINE_HANDLER.encode()).digest()).decode()
NUL = b"%00"
SIGN_IN_LINK = "/-/auth-token"  # of root, which works once
BODY_SECONDS = 30.0  # the time within which a body must arrive
BASIC = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
PAGE = f"{BASIC}; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'"
# Of the one page that other sites may show in a frame: it runs no script, sends nothing and asks for nothing but its style.
FRAMED = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'self'; form-action 'none'; style-src 'self'; frame-ancestors *",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class Nonce(Extension):
    """A Jinja extension that gives every script in a template the nonce of the response."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja passes them
        return SCRIPT.sub('<script nonce="{{ csp_nonce() }}"', source)


def prepare(env: Environment, datasette: Datasette) -> None:
    """Datasette's hook prepare_jinja2_environment, which adds our globals and filters, and nonces for scripts."""
    urls.prepare(env, datasette)
    permissions.prepare(env, datasette)
    env.add_extension(Nonce)
    env.globals["csp_nonce"] = nonce.get


def policy(media_type: str, key: str, *, our_page: bool) -> str:
    """The Content-Security-Policy of a response of this media type, stricter for a page of ours. `key` is the nonce."""
    if not media_type.startswith("text/html"):
        return BASIC
    if our_page:
        return f"{PAGE}; script-src 'self'; style-src 'self'"
    return f"{PAGE}; script-src 'self' 'nonce-{key}' 'unsafe-hashes' 'sha256-{HANDLER_HASH}'; style-src 'self' 'unsafe-inline'"


def cookie(value: bytes, *, secure: bool) -> bytes:
    """The value of a Set-Cookie header with HttpOnly, SameSite and, over HTTPS, Secure."""
    attributes = value.lower()
    for flag, wanted in ((b"; HttpOnly", True), (b"; SameSite=lax", b"samesite" not in attributes), (b"; Secure", secure)):
        if wanted and flag.lower() not in attributes:
            value += flag
    return value


def guard(datasette: Datasette, is_our_page: Callable[[str], bool]) -> Callable[[App], App]:
    """The wrapper around the whole application that adds the headers and enforces the limits. `is_our_page` tells our paths from Datasette's."""

    def wrap(app: App) -> App:
        async def guarded(scope: Message, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                return await app(scope, receive, send)
            key = secrets.token_urlsafe(16)
            token = nonce.set(key)
            path = local_path(datasette, scope)
            policy_of = functools.partial(policy, key=key, our_page=is_our_page(path))

            async def answer(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message = {
                        **message,
                        "headers": with_security_headers(message.get("headers", []), policy_of, secure=scope.get("scheme") == "https"),
                    }
                await send(message)

            try:
                if not await refuse_early(datasette, scope, path, answer, our_page=is_our_page(path)):
                    await app(scope, limit_body(datasette, receive), answer)
            finally:
                nonce.reset(token)

        return guarded

    return wrap


def local_path(datasette: Datasette, scope: Message) -> str:
    """The path without Datasette's base_url."""
    path, base = str(scope.get("path") or "/"), str(datasette.setting("base_url"))
    return "/" + path[len(base) :] if base != "/" and path.startswith(base) else path


def with_security_headers(headers: list[Any], policy_of: Callable[[str], str], *, secure: bool) -> list[tuple[bytes, bytes]]:
    """The headers of a response with ours added, except those that the response has already. `policy_of` gives the policy of a media type."""
    given = [(bytes(name), bytes(value)) for name, value in headers]
    present = {name.lower(): value for name, value in given}
    media_type = present.get(b"content-type", b"").decode("latin-1").lower()
    ours = {**ALWAYS, b"content-security-policy": policy_of(media_type).encode("ascii")}
    kept = [(name, cookie(value, secure=secure) if name.lower() == b"set-cookie" else value) for name, value in given]
    if b"frame-ancestors *" in present.get(b"content-security-policy", b""):
        ours.pop(b"x-frame-options")
    return kept + [(name, value) for name, value in ours.items() if name not in present]


async def refuse_early(datasette: Datasette, scope: Message, path: str, answer: Send, *, our_page: bool) -> bool:
    """Whether the request was refused, for an unknown host, too long a body, or a page that is not open to this reader.

    Also starts to refresh the public edition in the background when that is due.
    """
    if not hosts.is_known_host(datasette, scope):
        await asgi_send(answer, hosts.REFUSAL, 421)
        return True
    length = dict(scope.get("headers") or []).get(b"content-length", b"")
    limit = body_limit(datasette)
    if length.isdigit() and limit and int(length) > limit:
        await asgi_send(answer, f"The body may hold {limit} bytes at most.", 413)
        return True
    if not our_page and (NUL in scope.get("query_string", b"").upper() or "\0" in path):
        await asgi_send(answer, "The address holds the character U+0000.", 400)
        return True
    if scope.get("method") == "HEAD" and path == SIGN_IN_LINK:  # looked up by a chat program, it would be used up
        await asgi_send(answer, "", 405, headers={"Allow": "GET"})
        return True
    edition = permissions.edition_of(datasette)
    if permissions.MACHINE.match(path) and (edition or await permissions.actor_of(datasette, scope) is None):
        await asgi_send(answer, "Not open to the public.", 403)
        return True
    if edition and edition.due():
        background = asyncio.ensure_future(edition.refresh())
        background.add_done_callback(lambda done: done.exception())
    return False


def body_limit(datasette: Datasette) -> int:
    """The number of bytes that a body may have, 0 for no limit. Datasette itself applies it only where it reads a body at once."""
    return int(datasette.setting("max_post_body_bytes"))


def limit_body(datasette: Datasette, receive: Receive) -> Receive:
    """The stream of the body, which raises PayloadTooLarge (413) beyond the limit, and Base400 (408) where it does not arrive in time."""
    limit, received, complete = body_limit(datasette), 0, False
    deadline = time.monotonic() + BODY_SECONDS

    async def counted() -> Message:
        nonlocal received, complete
        if complete:  # only the disconnect is still to come
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, deadline - time.monotonic()))
        except TimeoutError as error:
            late = Base400("The body did not arrive in time")
            late.status = 408
            raise late from error
        received, complete = received + len(message.get("body", b"")), not message.get("more_body")
        if limit and received > limit:
            raise PayloadTooLarge(f"The body may hold {limit} bytes at most")
        return message

    return counted

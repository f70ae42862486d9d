"""Errors as pages in the style of the site or as JSON, with what, where and the remedy, but without tracebacks or local paths."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from datasette import handle_exception as default_handler
from datasette.utils.asgi import Base400, NotFound, Response
from datasette.views.base import DatasetteError

from kb.errors import KbError
from kb.errors.remedies import Remedies
from kb.site import wording
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

# Where the package rich is installed, Datasette prints every error, even a 404, with all local variables: that blocks the whole site for
# seconds, and writes values of requests to the log. A fault still leaves its plain traceback there.
default_handler.rich = None

SIGN_IN_LINK = "/-/auth-token"
TITLES = {
    400: "Bad request",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    500: "Server error",
    503: "Time or memory limit reached",
}


class MissingError(KbError):
    """A row or page does not exist. `near` holds (path, label) of the nearest that do."""

    def __init__(self, what: str, *, near: list[tuple[str, str]] | None = None, where: str = "", remedy: Remedies = ()) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.near = near or []


class FaultError(KbError):
    """The program is at fault. The cause is in the server's log, not on the page."""


class TooSlowError(KbError):
    """A request was ended by the site's limit on time or memory."""

    status = 503


class RefusedError(KbError):
    """A request is refused for its method, its form or its sender, with `status` as its HTTP status."""

    def __init__(
        self, what: str, *, where: str = "", status: int = 403, remedy: Remedies = (), headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.status = status
        self.headers = headers or {}


class QueryError(RefusedError):
    """A query is none that may run, with its text, which the reader gets back to mend."""

    def __init__(self, what: str, sql: str) -> None:
        super().__init__(what, status=400, remedy="begin it with SELECT or WITH, one statement only, without a semicolon inside")
        self.sql = sql


class UsedLinkError(RefusedError):
    """A sign-in link that was used before, or is of an earlier start of the site."""

    def __init__(self) -> None:
        remedy = "ask whoever keeps this site to start it anew, which prints another link; or sign in with a token at /sign-in"
        super().__init__(
            "this sign-in link no longer works: each signs in one person, once, while the site runs that printed it", remedy=remedy
        )


class MovedError(Exception):
    """What was asked for stands at another address, to which the reader is led."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def status_of(error: KbError) -> int:
    """The HTTP status for an error."""
    if isinstance(error, MissingError):
        return 404
    if isinstance(error, TooSlowError):
        return 503
    if isinstance(error, FaultError):
        return 500
    return error.status if isinstance(error, RefusedError) else 400


def wants_json(request: Request) -> bool:
    """Whether the client is a program, by the ending of the path, its Accept header or its content type."""
    media_types = (request.headers.get("accept") or "", request.headers.get("content-type") or "")
    return bool(request.path.endswith(".json") or ("application/json" in "".join(media_types) and "text/html" not in media_types[0]))


async def answer(datasette: Datasette, request: Request, error: KbError) -> Response:
    """The response for an error, which is JSON for programs and a page for everybody else."""
    status = status_of(error)
    headers = dict(getattr(error, "headers", {}))
    if wants_json(request):
        body = {"ok": False, "errors": [error.what], "status": status, **wording.data(error)}
        return Response.json(body, status=status, headers=headers)
    if status == 401:  # people sign in where they are stopped, and go on from there
        after = f"{request.path}?{request.query_string}".rstrip("?")  # of a form, its own page, which gives the draft back
        form = await datasette.render_template(
            "kb/add_sign_in.html", {"error": f"{error.what[:1].upper()}{error.what[1:]}.", "after": after}, request=request
        )
        return Response.html(form, status=status, headers=headers)
    context = {
        "status": status,
        "heading": TITLES.get(status, "Something is wrong"),
        "what": error.what,
        "where": error.where,
        "remedy": wording.on_page(Addresses(datasette), error),
        "near": getattr(error, "near", []),
        "sql": getattr(error, "sql", ""),
    }
    return Response.html(await datasette.render_template("kb/error.html", context, request=request), status=status, headers=headers)


def translated(error: Exception) -> KbError | None:
    """The KbError for an exception of SQLite or Datasette raised while a page was read, or None for a fault of the program."""
    if isinstance(error, KbError):
        return error
    if isinstance(error, NotFound):
        return MissingError(str(error) or "there is no such page")
    if isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error):
        return TooSlowError(
            "reading this took longer than the site allows", remedy="ask for less: choose one source, one actor or fewer days"
        )
    if isinstance(error, MemoryError):  # SQLite's limit on memory, see connection.py
        return TooSlowError("reading this took more memory than the site allows", remedy="ask for less: fewer rows, or shorter values")
    return None


def handle(datasette: Datasette, request: Request, exception: Exception) -> Callable[[], Awaitable[Response]] | None:
    """Datasette's hook handle_exception, with our page for missing pages and faults.

    Errors that Datasette explains keep its own page.
    """
    sql = request.args.get("sql")
    if isinstance(exception, DatasetteError) and exception.title == "Invalid SQL" and sql and not request.path.endswith((".json", ".csv")):
        refused = QueryError(str(exception), sql)
        return lambda: answer(datasette, request, refused)
    if isinstance(exception, Base400 | DatasetteError) and not isinstance(exception, NotFound):
        return None
    if isinstance(exception, NotFound) and request.path.endswith((".json", ".csv")):
        return None

    async def inner() -> Response:
        if isinstance(exception, MovedError):
            return Response.redirect(exception.address)
        fault = FaultError("this page could not be made; whoever keeps the site finds the reason in its log")
        return await answer(datasette, request, translated(exception) or fault)

    return inner


def forbid(datasette: Datasette, request: Request) -> Callable[[], Awaitable[Response]] | None:
    """Datasette's hook forbidden, with our page for what the reader may not see. Programs get Datasette's own JSON."""
    if wants_json(request):
        return None

    async def inner() -> Response:
        if request.path.endswith(SIGN_IN_LINK):
            return await answer(datasette, request, UsedLinkError())
        refusal = RefusedError("this is not open to you", remedy="sign in, or ask whoever keeps this site")
        return await answer(datasette, request, refusal)

    return inner

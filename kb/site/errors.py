"""What goes wrong, as a page in our dress or as JSON: what, where and the remedy, never a traceback or a path of the machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from datasette import handle_exception as default_handler
from datasette.utils.asgi import Base400, NotFound, Response
from datasette.views.base import DatasetteError

from kb.errors import KbError

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request

# Where the package rich happens to be installed, Datasette prints every error, a mere 404 too, with all local values: seconds in which
# the whole site stands still, and values of requests in the log. The plain traceback of a fault stays.
default_handler.rich = None

TITLES = {
    400: "That cannot be asked",
    403: "Not allowed",
    404: "Not here",
    405: "Not this way",
    500: "Something is wrong here",
    503: "That took too much",
}


class MissingError(KbError):
    """There is no such row or page; `near` holds (path, label) of the nearest there are."""

    def __init__(self, what: str, *, near: list[tuple[str, str]] | None = None, remedy: str = "") -> None:
        super().__init__(what, remedy=remedy)
        self.near = near or []


class FaultError(KbError):
    """The program is at fault; what happened stands in the server's log, not on the page."""


class TooSlowError(KbError):
    """The limit of the site on time or memory ended it."""


class RefusedError(KbError):
    """The method or the reader is refused; `status` is 403 or 405."""

    def __init__(self, what: str, *, status: int = 403, remedy: str = "", headers: dict[str, str] | None = None) -> None:
        super().__init__(what, remedy=remedy)
        self.status = status
        self.headers = headers or {}


def status_of(error: KbError) -> int:
    if isinstance(error, MissingError):
        return 404
    if isinstance(error, TooSlowError):
        return 503
    if isinstance(error, FaultError):
        return 500
    return error.status if isinstance(error, RefusedError) else 400


def wants_json(request: Request) -> bool:
    """Whether the asker is a program: it says so by the ending, by Accept or by what it sends."""
    kinds = (request.headers.get("accept") or "", request.headers.get("content-type") or "")
    return bool(request.path.endswith(".json") or ("application/json" in "".join(kinds) and "text/html" not in kinds[0]))


async def answer(datasette: Datasette, request: Request, error: KbError) -> Response:
    """The error as a response."""
    status = status_of(error)
    headers = dict(getattr(error, "headers", {}))
    if wants_json(request):
        body = {"ok": False, "error": error.what, "errors": [error.what], "where": error.where, "remedy": error.remedy, "status": status}
        return Response.json(body, status=status, headers=headers)
    context = {
        "status": status,
        "heading": TITLES.get(status, "Something is wrong"),
        "what": error.what,
        "where": error.where,
        "remedy": error.remedy,
        "near": getattr(error, "near", []),
    }
    return Response.html(await datasette.render_template("kb/error.html", context, request=request), status=status, headers=headers)


def translated(error: Exception) -> KbError | None:
    """What SQLite or Datasette raised while one of our pages was read, as an error of ours; None for what is a fault of the program."""
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
    """Datasette's hook: a page of ours for what is not there and for faults; errors that Datasette explains stay its own."""
    if isinstance(exception, Base400 | DatasetteError) and not isinstance(exception, NotFound):
        return None
    if isinstance(exception, NotFound) and request.path.endswith((".json", ".csv")):
        return None

    async def inner() -> Response:
        fault = FaultError("this page could not be made; whoever keeps the site finds the reason in its log")
        return await answer(datasette, request, translated(exception) or fault)

    return inner


def forbid(datasette: Datasette, request: Request) -> Callable[[], Awaitable[Response]] | None:
    """Datasette's hook: what may not be seen, said in our dress; JSON stays Datasette's own."""
    if wants_json(request):
        return None

    async def inner() -> Response:
        refusal = RefusedError("this is not open to you", remedy="sign in, or ask whoever keeps this site")
        return await answer(datasette, request, refusal)

    return inner

"""The table of our routes: one entry a route. Datasette's own routes come after them and keep every path not named here."""

from __future__ import annotations

import urllib.parse
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Forbidden, Response
from datasette.views.index import IndexView

from kb.site import describe, errors, sparql
from kb.site.pages import claim, compare, entity, home, question, search, source, statistics, timeline
from kb.site.rdf import ROUTES as RDF_ROUTES
from kb.site.reviewing import page as review_page
from kb.site.reviewing import proposing
from kb.site.visit import View, Visit
from kb.site.writing import add, api, changing, sign_in

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


@dataclass(frozen=True)
class Route:
    """One route: a pattern for the whole path, what answers it, with which methods, and what one must be allowed to do."""

    pattern: str
    view: View
    methods: tuple[str, ...] = ("GET", "HEAD")
    permission: str | None = "view-database"


ID = r"(?P<id>[^/]+)"

ROUTES: tuple[Route, ...] = (
    *(Route(pattern, view) for pattern, view in RDF_ROUTES),  # before the pages, whose ids would take in the endings
    Route(r"/sparql/?$", sparql.view, methods=sparql.METHODS),
    Route(r"/(?P<format>)$", home.view),  # Datasette’s own home, which stands in where no base is ours, asks for a format
    Route(rf"/source/{ID}$", source.view),
    Route(rf"/claim/{ID}$", claim.view),
    Route(rf"/assertion/{ID}$", claim.of_assertion),
    Route(rf"/(?P<kind>actor|thing|event)/{ID}$", entity.view),
    Route(r"/timeline$", timeline.view),
    Route(r"/compare$", compare.view),
    Route(r"/search$", search.view),
    Route(r"/questions$", question.index),
    Route(r"/questions/(?P<name>[^/.]+)(\.(?P<format>csv|json))?$", question.view),
    Route(r"/statistics$", statistics.view),
    # Adding and changing check for themselves who asks: 401 where nobody is signed in.
    Route(r"/sign-in$", sign_in.view, methods=("GET", "HEAD", "POST"), permission=None),
    Route(r"/add$", add.view, methods=("GET", "HEAD", "POST"), permission=None),
    Route(r"/review$", review_page.view, methods=("GET", "HEAD", "POST"), permission=None),
    Route(r"/review/report$", review_page.report, permission=None),
    Route(r"/propose$", proposing.view, methods=("GET", "HEAD", "POST"), permission=None),
    Route(r"/changes$", changing.listed),
    Route(rf"/changes/{ID}$", changing.run, methods=("GET", "HEAD", "POST")),
    Route(rf"/change/{ID}$", changing.row, methods=("GET", "HEAD", "POST"), permission=None),
    Route(r"/api/names$", api.names),
    *(
        Route(rf"/api/{name}$", view, methods=("POST",), permission=None)
        for name, view in (
            *(("facts", api.FACTS), ("check-quote", api.CHECK_QUOTE), ("similar", api.SIMILAR)),
            *(("correct", api.CORRECT), ("retract", api.RETRACT), ("merge", api.MERGE), ("undo", api.UNDO)),
        )
    ),
)


def register(datasette: Datasette) -> list[tuple[str, Callable[..., Awaitable[Response | None]]]]:  # noqa: ARG001
    """Datasette's hook."""
    return [(route.pattern, served(route)) for route in ROUTES]


def served(route: Route) -> Callable[..., Awaitable[Response | None]]:
    """The route as a view of Datasette's: finds the base, checks method and permission, and turns errors into pages."""

    async def answer(request: Request, send: Callable[[dict[str, Any]], Awaitable[None]], datasette: Datasette) -> Response | None:
        databases = describe.bases(datasette)
        if not databases:
            return await without_base(route, request, send, datasette)
        parts = {name: urllib.parse.unquote(value) for name, value in request.url_vars.items() if value is not None}
        visit = Visit(datasette, databases[0], request, send, parts)
        try:
            if request.method not in route.methods:
                allowed = ", ".join(route.methods)
                raise errors.RefusedError(
                    f"{request.method} is not answered here", status=405, remedy=f"use {allowed}", headers={"Allow": allowed}
                )
            if route.permission:
                await visit.must(route.permission)
            return await route.view(visit)
        except Forbidden:
            raise
        except Exception as error:
            known = errors.translated(error)
            if known is None:
                raise
            return await errors.answer(datasette, request, known)

    return answer


async def without_base(route: Route, request: Request, send: Any, datasette: Datasette) -> Response | None:
    """The plugin is installed, but none of the databases is ours: Datasette keeps its home."""
    if route.view is home.view:
        response: Response | None = await IndexView.as_view(datasette)(request, send)
        return response
    return await errors.answer(datasette, request, errors.MissingError("this site serves no base of this kind"))

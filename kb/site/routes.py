"""The table of our routes, which come before Datasette's own. Datasette serves every other path."""

from __future__ import annotations

import urllib.parse
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Forbidden, Response
from datasette.views.index import IndexView

from kb.site import errors, model_protocol
from kb.site.database import bases
from kb.site.editing import add, api, changing, importing, linking, merging, openapi, settling, sign_in
from kb.site.editing.desk import Desk
from kb.site.guard.roles import ADD, CHANGE, PROPOSE
from kb.site.linked_data import ROUTES as RDF_ROUTES
from kb.site.linked_data.media import TYPES
from kb.site.pages import (
    about,
    claim,
    claim_list,
    compare,
    disagreements,
    entity,
    exporting,
    feed,
    health,
    home,
    question,
    search,
    search_as_typed,
    source,
    statistics,
    timeline,
)
from kb.site.reconciliation import ROUTES as RECONCILIATION_ROUTES
from kb.site.review import actors_page, proposing, sentence_page
from kb.site.review import page as review_page
from kb.site.sparql import routes
from kb.site.visit import View, Visit

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


@dataclass(frozen=True)
class Route:
    """A route, with a pattern for the whole path, a view, the methods that it answers, and the permissions that it requires.

    `desk` is what a signed-in actor must be allowed to do for any request, `writes` for a POST.
    """

    pattern: str
    view: View
    methods: tuple[str, ...] = ("GET", "HEAD")
    permission: str | None = "view-database"
    desk: str | None = None
    writes: str | None = None


ID = r"(?P<id>[^/]+)"
FORMAT = rf"(?P<format>csv|json|{'|'.join(TYPES)})"  # of the whole list of claims of a page
OF_OTHERS = ("/api/merge", "/api/settle")  # operations that change what others recorded, whoever asks
PAGE_AND_FORM = ("GET", "HEAD", "POST")

ROUTES: tuple[Route, ...] = (
    *(Route(pattern, view) for pattern, view in RDF_ROUTES),  # before the pages, whose ids would match the endings too
    Route(r"/feed\.atom$", feed.of_all),
    Route(r"/(?P<kind>source|actor|thing|event)/(?P<id>[^/.]+)\.atom$", feed.of_entity),
    Route(r"/questions/(?P<name>[^/.]+)\.atom$", feed.of_question),
    Route(r"/claim/(?P<id>[^/.]+)/embed$", claim.embed),
    Route(r"/about$", about.view),
    Route(r"/robots\.txt$", about.robots),
    Route(r"/-/health$", health.view, permission=None),
    *(Route(pattern, view, methods=methods) for pattern, view, methods in RECONCILIATION_ROUTES),
    Route(r"/-/mcp$", model_protocol.view, methods=("POST",)),
    Route(r"/sparql/?$", routes.view, methods=routes.METHODS),
    Route(r"/(?P<format>)$", home.view),  # Datasette’s own home page, used where no base is ours, needs the group
    Route(rf"/source/{ID}$", source.view),
    Route(rf"/claim/{ID}$", claim.view),
    Route(rf"/assertion/{ID}$", claim.of_assertion),
    Route(rf"/(?P<kind>actor|thing|event)/{ID}$", entity.view),
    Route(rf"/(?P<kind>actor|thing|event)/{ID}/claims\.{FORMAT}$", claim_list.view),
    Route(rf"/source/{ID}/claims\.{FORMAT}$", claim_list.of_source),
    Route(rf"/search/claims\.{FORMAT}$", claim_list.of_search),
    Route(r"/export/(?P<preset>[a-z-]+)(?P<loss>/loss\.json)?$", exporting.view),
    Route(r"/timeline$", timeline.view),
    Route(r"/compare$", compare.view),
    Route(r"/disagreements$", disagreements.view),
    Route(r"/search$", search.view),
    Route(r"/search/as-typed$", search_as_typed.view),
    Route(r"/questions$", question.index),
    Route(r"/questions/(?P<name>[^/.]+)(\.(?P<format>csv|json))?$", question.view),
    Route(r"/statistics$", statistics.view),
    Route(r"/sign-in$", sign_in.view, methods=PAGE_AND_FORM, permission=None),
    Route(r"/add$", add.view, methods=PAGE_AND_FORM, permission=None, desk=ADD, writes=ADD),
    Route(r"/import$", importing.view, methods=PAGE_AND_FORM, permission=None, desk=ADD, writes=ADD),
    Route(r"/record/(?P<kind>[^/]+)$", linking.view, methods=PAGE_AND_FORM, permission=None, desk=ADD, writes=ADD),
    Route(r"/review$", review_page.view, methods=PAGE_AND_FORM, permission=None, desk=PROPOSE, writes=ADD),
    Route(r"/review/sentences$", sentence_page.view, methods=PAGE_AND_FORM, permission=None, desk=PROPOSE, writes=ADD),
    Route(rf"/review/actors/{ID}$", actors_page.view, methods=PAGE_AND_FORM, permission=None, desk=PROPOSE, writes=ADD),
    Route(r"/review/report$", review_page.report, permission=None, desk=PROPOSE),
    Route(r"/propose$", proposing.view, methods=PAGE_AND_FORM, permission=None, desk=PROPOSE, writes=PROPOSE),
    Route(r"/changes$", changing.list_runs),
    Route(rf"/changes/{ID}$", changing.run, methods=PAGE_AND_FORM, writes=ADD),
    Route(rf"/change/{ID}$", changing.row, methods=PAGE_AND_FORM, permission=None, desk=ADD, writes=ADD),
    Route(rf"/merge/{ID}$", merging.view, methods=PAGE_AND_FORM, permission=None, desk=CHANGE, writes=CHANGE),
    Route(r"/conflicts$", settling.view, methods=PAGE_AND_FORM, permission=None, desk=CHANGE, writes=CHANGE),
    Route(r"/openapi\.json$", openapi.view),
    *(
        Route(
            rf"{each.path}$",
            each.view,
            methods=each.methods,
            permission=None if each.body else "view-database",
            writes=(CHANGE if each.path in OF_OTHERS else ADD) if each.body else None,
        )
        for each in api.OPERATIONS
    ),
)


def register(datasette: Datasette) -> list[tuple[str, Callable[..., Awaitable[Response | None]]]]:  # noqa: ARG001
    """Datasette's hook register_routes."""
    return [(route.pattern, view_of(route)) for route in ROUTES]


def view_of(route: Route) -> Callable[..., Awaitable[Response | None]]:
    """The route as a view for Datasette, which finds the base, checks method and permission, and turns errors into pages."""

    async def answer(request: Request, send: Callable[[dict[str, Any]], Awaitable[None]], datasette: Datasette) -> Response | None:
        databases = bases(datasette)
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
            if action := route.writes if request.method == "POST" else route.desk:
                await Desk.of(visit, action)
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
    """The response where none of the databases is ours, namely Datasette's home page, and 404 for our other pages."""
    if route.view is home.view:
        response: Response | None = await IndexView.as_view(datasette)(request, send)
        return response
    return await errors.answer(datasette, request, errors.MissingError("this site serves no base of this kind"))

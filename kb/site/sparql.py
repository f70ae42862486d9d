"""/sparql: SPARQL 1.1 Protocol for programs, an editor for people. Read-only; nothing is fetched from elsewhere."""

from __future__ import annotations

from datasette.utils.asgi import Response

from kb.errors import KbError
from kb.site import errors, sparql_engine, sparql_page, sparql_protocol, sparql_service
from kb.site.rdf import documents
from kb.site.sparql_engine import Answer, Question
from kb.site.sparql_protocol import Asked
from kb.site.visit import Visit

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
VARY = {"Vary": "Accept"}


async def view(visit: Visit) -> Response:
    """Answer a query, describe the service, or show the editor. CORS is added by sparql_cors."""
    if visit.request.method == "OPTIONS":
        return Response("", status=204, headers={"Allow": ", ".join(METHODS)})
    accept = visit.request.headers.get("accept")
    page = sparql_protocol.wants_page(accept, visit.arg("format"))
    asked = None
    try:
        asked = await sparql_protocol.read(visit.request)
        page = sparql_protocol.wants_page(accept, asked.format)
        if asked.query is None and visit.request.method != "POST":
            return await (sparql_page.empty(visit) if page else sparql_service.view(visit))
        if not (asked.query or "").strip():
            if page:
                return await sparql_page.empty(visit)
            raise errors.RefusedError("there is no query", status=400, remedy="send it as the parameter query, or as the body")
        answer = await answered(visit, asked, sparql_page.FORMATS if page else sparql_protocol.formats(accept, asked.format))
    except KbError as error:
        return await (sparql_page.refused(visit, asked, error) if page else refused(error))
    if page:
        return await sparql_page.shown(visit, asked, answer)
    return Response(answer.body, headers=dict(VARY), content_type=sparql_protocol.media_type(answer.kind, answer.format))


async def answered(visit: Visit, asked: Asked, formats: dict[str, str]) -> Answer:
    question = Question(
        asked.query or "",
        formats,
        f"{documents.base_of(visit.datasette)}sparql",
        asked.default_graphs,
        asked.named_graphs,
        sparql_page.MOST_ROWS,
    )
    return await sparql_engine.ask(visit.datasette, visit.database, question)


async def refused(error: KbError) -> Response:
    """An error for a program: plain text that a person can read too."""
    text = f"{error.what}\n" + (f"{error.remedy}\n" if error.remedy else "")
    headers = {**VARY, **getattr(error, "headers", {})}
    return Response.text(text, status=errors.status_of(error), headers=headers)

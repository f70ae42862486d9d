"""The view of /sparql, with the SPARQL 1.1 Protocol for programs and an editor for people, read-only and without federation."""

from __future__ import annotations

from datasette.utils.asgi import Response

from kb.errors import KbError
from kb.rdf.sparql import Answer, Question
from kb.site import errors
from kb.site.linked_data import documents
from kb.site.sparql import engine, negotiation, page, protocol, service_description
from kb.site.sparql.protocol import SparqlRequest
from kb.site.visit import Visit
from kb.site.wording import api

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
VARY = {"Vary": "Accept"}


async def view(visit: Visit) -> Response:
    """Answers a query, describes the service, or shows the editor. The CORS headers are added by sparql_cors.py."""
    if visit.request.method == "OPTIONS":
        return Response("", status=204, headers={"Allow": ", ".join(METHODS)})
    accept = visit.request.headers.get("accept")
    as_page = negotiation.wants_page(accept, negotiation.requested([*visit.args("format"), *visit.args("output")]))
    request = None
    try:
        request = await protocol.read(visit.request)
        as_page = negotiation.wants_page(accept, request.formats)
        if request.query is None and visit.request.method != "POST":
            return await (page.empty(visit) if as_page else service_description.view(visit))
        if not (request.query or "").strip():
            if as_page:
                return await page.empty(visit)
            raise errors.RefusedError("there is no query", status=400, remedy="send it as the parameter query, or as the body")
        answer = await evaluate(visit, request, page.FORMATS if as_page else negotiation.formats(accept, request.formats))
    except KbError as error:
        return await (page.with_error(visit, request, error) if as_page else error_text(error))
    if as_page:
        return await page.with_answer(visit, request, answer)
    return Response(answer.body, headers=dict(VARY), content_type=negotiation.media_type(answer.kind, answer.format))


async def evaluate(visit: Visit, request: SparqlRequest, formats: dict[str, str]) -> Answer:
    """The answer of this base to a query, in the format given for its kind of result."""
    question = Question(
        request.query or "",
        formats,
        documents.base_of(visit.datasette).document("sparql"),
        request.default_graphs,
        request.named_graphs,
        page.MOST_ROWS,
    )
    return await engine.ask(visit, question)


async def error_text(error: KbError) -> Response:
    """The response for an error to a program, as plain text."""
    text = f"{error.what}\n" + (f"{error.advice(api)}\n" if error.remedies else "")
    headers = {**VARY, **getattr(error, "headers", {})}
    return Response.text(text, status=errors.status_of(error), headers=headers)

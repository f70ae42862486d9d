"""The SPARQL 1.1 Protocol, which reads a request in any of three forms."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datasette.utils.asgi import PayloadTooLarge

from kb.errors import actions
from kb.site.errors import RefusedError
from kb.site.sparql import negotiation

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

MOST_BODY = 200_000  # bytes of a POST
FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
UTF8 = frozenset({"", "utf-8", "utf8"})
READ_ONLY = "this endpoint only answers queries"
WRITE_ELSEWHERE = actions.change_facts()


@dataclass(frozen=True)
class SparqlRequest:
    """A SPARQL request, with the query and the graphs of its dataset (None where it names none) and the names of formats."""

    query: str | None
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    formats: tuple[str, ...] = ()


async def read(request: Request) -> SparqlRequest:
    """The SPARQL request in an HTTP request. Raises RefusedError with the status that the protocol requires."""
    parameters = decoded(request.query_string.encode("latin-1"), "the address")
    if request.method == "POST":
        media_type, charset = content_type(request)
        body = await body_of(request)
        if media_type == UPDATE or any(name == "update" for name, _ in parameters):
            raise RefusedError(READ_ONLY, status=403, remedy=WRITE_ELSEWHERE)
        if charset not in UTF8:
            raise RefusedError(f"the body is said to be in {charset}", status=415, remedy="send it in UTF-8")
        if media_type == FORM:
            parameters += decoded(body, "the body")
        elif media_type == DIRECT:
            parameters.append(("query", utf8(body)))
        else:
            raise RefusedError(
                f"the body is said to be {media_type or 'of no media type'}",
                status=415,
                remedy=f"send {FORM} or {DIRECT}",
                headers={"Accept-Post": f"{FORM}, {DIRECT}"},
            )
    return parsed(parameters)


def parsed(parameters: list[tuple[str, str]]) -> SparqlRequest:
    """The SPARQL request with these parameters. Raises RefusedError for an update and for several queries."""
    values: dict[str, list[str]] = {}
    for name, value in parameters:
        values.setdefault(name, []).append(value)
    if "update" in values:
        raise RefusedError(READ_ONLY, status=403, remedy=WRITE_ELSEWHERE)
    queries = values.get("query", [])
    if len(queries) > 1:
        raise RefusedError(f"{len(queries)} queries were sent", status=400, remedy="send one")
    return SparqlRequest(
        queries[0] if queries else None,
        graphs(values, "default-graph-uri"),
        graphs(values, "named-graph-uri"),
        negotiation.requested(values.get("format", []) + values.get("output", [])),
    )


def graphs(values: dict[str, list[str]], name: str) -> tuple[str, ...] | None:
    """The IRIs in a parameter, None for none. A graph that the base does not have is empty. Nothing is fetched."""
    iris = tuple(values.get(name, ()))
    for iri in iris:
        if not urllib.parse.urlsplit(iri).scheme or set(iri) & set(' <>"{}|\\^`\t\r\n'):
            raise RefusedError(f"{iri!r} is not an absolute IRI", status=400, remedy=f"write {name} in full")
    return iris or None


async def body_of(request: Request) -> bytes:
    """The body of a request. Raises RefusedError (413) beyond MOST_BODY bytes."""
    try:
        body: bytes = await request.post_body(max_bytes=MOST_BODY)
    except PayloadTooLarge as error:
        raise RefusedError(f"the query is longer than {MOST_BODY} bytes", status=413, remedy="shorten it") from error
    return body


def content_type(request: Request) -> tuple[str, str]:
    """The media type and the charset of a request, in lower case, or an empty string for none."""
    media_type, *parameters = (request.headers.get("content-type") or "").lower().split(";")
    pairs = dict(part.strip().partition("=")[::2] for part in parameters)
    return media_type.strip(), pairs.get("charset", "").strip('"')


def utf8(raw: bytes) -> str:
    """The text of a body. Raises RefusedError where it is not UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError("the query is not in UTF-8", status=400, remedy="send it in UTF-8") from error


def decoded(raw: bytes, where: str) -> list[tuple[str, str]]:
    """The parameters in a query string or form. Raises RefusedError where it is malformed. `where` names it in the message."""
    try:
        return urllib.parse.parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise RefusedError(f"{where} is not percent-encoded UTF-8", status=400, remedy="encode it as a form does") from error
    except ValueError as error:
        raise RefusedError(f"{where} has too many parameters", status=400, remedy="send fewer") from error

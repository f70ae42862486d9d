"""The SPARQL 1.1 Protocol: what a request asks, by any of its three forms, and how the answer may be written."""

from __future__ import annotations

import urllib.parse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from datasette.utils.asgi import PayloadTooLarge

from kb.site.errors import RefusedError
from kb.site.rdf.media import HTML, choose

if TYPE_CHECKING:
    from datasette.utils.asgi import Request

MOST_BODY = 200_000  # bytes of a POST
FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
UTF8 = frozenset({"", "utf-8", "utf8"})
Offers = dict[str, tuple[str, ...]]
BOOLEANS: Offers = {
    "json": ("application/sparql-results+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
}
TABLES: Offers = {**BOOLEANS, "csv": ("text/csv",), "tsv": ("text/tab-separated-values",)}
GRAPHS: Offers = {
    "ttl": ("text/turtle", "application/x-turtle"),
    "nt": ("application/n-triples", "text/plain"),
    "jsonld": ("application/ld+json", "application/json"),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
}
BY_KIND: dict[str, Offers] = {"select": TABLES, "ask": BOOLEANS, "graph": GRAPHS}
ENDINGS = tuple(dict.fromkeys([*TABLES, *GRAPHS]))
READ_ONLY = "this endpoint only answers queries"
WRITE_ELSEWHERE = "add or correct facts on the site's pages, with kb add and kb correct, or through the JSON API"


@dataclass(frozen=True)
class Asked:
    """A request: the query, None where there is none, the dataset the protocol names, None where it names none, and a format by name."""

    query: str | None
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    format: str


async def read(request: Request) -> Asked:
    """What is asked. Raises RefusedError with the status that the protocol wants."""
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
    return asked(parameters)


def asked(parameters: list[tuple[str, str]]) -> Asked:
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)
    if "update" in given:
        raise RefusedError(READ_ONLY, status=403, remedy=WRITE_ELSEWHERE)
    queries = given.get("query", [])
    if len(queries) > 1:
        raise RefusedError(f"{len(queries)} queries were sent", status=400, remedy="send one")
    return Asked(
        queries[0] if queries else None, graphs(given, "default-graph-uri"), graphs(given, "named-graph-uri"), given.get("format", [""])[-1]
    )


def graphs(given: dict[str, list[str]], name: str) -> tuple[str, ...] | None:
    """The IRIs of a parameter. What this base has no graph of is an empty graph; nothing is fetched."""
    found = tuple(given.get(name, ()))
    for iri in found:
        if not urllib.parse.urlsplit(iri).scheme or set(iri) & set(' <>"{}|\\^`\t\r\n'):
            raise RefusedError(f"{iri!r} is not an absolute IRI", status=400, remedy=f"write {name} in full")
    return found or None


async def body_of(request: Request) -> bytes:
    try:
        body: bytes = await request.post_body(max_bytes=MOST_BODY)
    except PayloadTooLarge as error:
        raise RefusedError(f"the query is longer than {MOST_BODY} bytes", status=413, remedy="shorten it") from error
    return body


def content_type(request: Request) -> tuple[str, str]:
    """(media type, charset), both in small letters."""
    media_type, *parameters = (request.headers.get("content-type") or "").lower().split(";")
    pairs = dict(part.strip().partition("=")[::2] for part in parameters)
    return media_type.strip(), pairs.get("charset", "").strip('"')


def utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError("the query is not in UTF-8", status=400, remedy="send it in UTF-8") from error


def decoded(raw: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return urllib.parse.parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError as error:
        raise RefusedError(f"{where} is not percent-encoded UTF-8", status=400, remedy="encode it as a form does") from error
    except ValueError as error:
        raise RefusedError(f"{where} has too many parameters", status=400, remedy="send fewer") from error


def formats(accept: str | None, format: str) -> dict[str, str]:
    """How each kind of answer is to be written; kinds that cannot be are left out. A format by name goes before the header."""
    if format and format != "html":
        if format not in ENDINGS:
            raise RefusedError(f"there is no format {format!r}", status=400, remedy=f"use one of: {', '.join(ENDINGS)}")
        return {kind: format for kind, offers in BY_KIND.items() if format in offers}
    return {kind: chosen for kind, offers in BY_KIND.items() if (chosen := choose(accept, offers))}


def wants_page(accept: str | None, format: str) -> bool:
    """Whether a person asks: a page goes only to who names HTML and likes nothing better."""
    if format:
        return format == "html"
    return accept is not None and choose(accept, {**TABLES, **GRAPHS, **HTML}) == "html"


def media_type(kind: str, format: str) -> str:
    named = BY_KIND[kind][format][0]
    return f"{named}; charset=utf-8" if named.startswith("text/") else named

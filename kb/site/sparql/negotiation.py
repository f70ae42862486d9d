"""The format of an answer to SPARQL, by the names and media types that clients old and new ask for."""

from __future__ import annotations

from collections.abc import Iterable

from kb.rdf import formats as known
from kb.site.linked_data.media import HTML, choose

Offers = dict[str, tuple[str, ...]]
# Names and media types from before there were standard ones, which libraries still send.
OLDER: dict[str, tuple[str, ...]] = {
    "ttl": ("application/x-turtle", "application/turtle", "text/n3", "text/rdf+n3", "application/n3"),
    "nt": ("text/plain",),
    "jsonld": ("application/x-json+ld",),
}
TABLES: Offers = {name: (each.media_type, *each.also) for name, each in known.RESULTS.items()}
BOOLEANS: Offers = {name: TABLES[name] for name, each in known.RESULTS.items() if each.truth}
GRAPHS: Offers = {name: (each.media_type, *OLDER.get(name, ()), *each.also) for name, each in known.GRAPHS.items()}
BY_KIND: dict[str, Offers] = {"select": TABLES, "ask": BOOLEANS, "graph": GRAPHS}
RESULT_NAMES = {"sparql-results+json": "json", "srj": "json", "sparql-results+xml": "xml", "srx": "xml"}
# Virtuoso, Joseki and SPARQLWrapper call them so. Of triples, XML is RDF/XML and JSON is JSON-LD.
GRAPH_NAMES = {
    **{"turtle": "ttl", "n3": "ttl", "ntriples": "nt", "n-triples": "nt", "ntriple": "nt"},
    **{"xml": "rdf", "rdf+xml": "rdf", "rdfxml": "rdf", "rdf-xml": "rdf", "json": "jsonld", "json-ld": "jsonld", "ld+json": "jsonld"},
}
NAMES: dict[str, dict[str, str]] = {
    kind: {
        **{each: name for name, media_types in offers.items() for each in (name, *media_types)},
        **{each: name for each, name in (GRAPH_NAMES if kind == "graph" else RESULT_NAMES).items() if name in offers},
    }
    for kind, offers in BY_KIND.items()
}
PAGE = "html"


def requested(values: Iterable[str]) -> tuple[str, ...]:
    """The names in the values of the parameters `format` and `output`, each of which may be a list.

    A `+` that was not percent-encoded has become a blank. What a media type says of its charset is left out.
    """
    names = (name.partition(";")[0].strip().casefold().replace(" ", "+") for value in values for name in value.split(","))
    return tuple(name for name in names if name)


def formats(accept: str | None, wanted: tuple[str, ...]) -> dict[str, str]:
    """The name of the format for each kind of answer. Kinds that cannot be written as requested are left out.

    The first of the names that a kind of answer can be written as goes before the Accept header, which decides where there is none: a
    client says the name before it knows whether the answer is a table or triples.
    """
    chosen = {kind: named(kind, wanted) or choose(accept, offers) for kind, offers in BY_KIND.items()}
    return {kind: name for kind, name in chosen.items() if name}


def named(kind: str, wanted: tuple[str, ...]) -> str | None:
    """The first format that these names stand for in a kind of answer, or None."""
    return next((NAMES[kind][name] for name in wanted if name in NAMES[kind]), None)


def wants_page(accept: str | None, wanted: tuple[str, ...]) -> bool:
    """Whether the client is a person with a browser, who asks for HTML and prefers no format of results."""
    for name in wanted:
        if name in (PAGE, *HTML[PAGE]):
            return True
        if any(name in names for names in NAMES.values()):
            return False
    return accept is not None and choose(accept, {**TABLES, **GRAPHS, **HTML}) == PAGE


def media_type(kind: str, format: str) -> str:
    """The content type for a kind of answer in a format."""
    first = BY_KIND[kind][format][0]
    return f"{first}; charset=utf-8" if first.startswith("text/") else first

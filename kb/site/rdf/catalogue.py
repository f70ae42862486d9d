"""What the whole set of triples is, for programs: VoID and DCAT (`/void.ttl`), and where its dumps and its SPARQL stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import pyoxigraph as ox
from datasette.utils.asgi import Response

from kb.rdf import base as our
from kb.rdf.names import KB, PREFIXES, RDF, XSD, prefixes
from kb.site import metadata
from kb.site.rdf import documents, dumps
from kb.site.rdf.media import NAMED, TYPES, choose
from kb.site.visit import Visit

VOID, DCAT = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#"
DCT, FOAF = PREFIXES["dct"], "http://xmlns.com/foaf/0.1/"
FORMAT_IRI = "http://www.w3.org/ns/formats/"
FORMATS = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF_XML", "trig": "TriG", "nq": "N-Quads"}
MEDIA = "https://www.iana.org/assignments/media-types/"
# Tables whose rows are counted: the class of their nodes is that of the mapping.
COUNTED = (
    "sources",
    "snapshots",
    "passages",
    "actors",
    "things",
    "events",
    "claims",
    "assertions",
    "participations",
    "mentions",
    "relations",
)
LIBRARY = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}
NAMES = {"void": VOID, "dcat": DCAT, "foaf": FOAF, "sd": "http://www.w3.org/ns/sparql-service-description#", "format": FORMAT_IRI}

Line = tuple[str, str, object]


async def view(visit: Visit) -> Response:
    """The description in the format of the ending."""
    counts, last = await documents.read(visit.database, look)
    return documents.response(
        printed(described(visit, counts, last), visit.parts["format"], documents.base_of(visit.datasette)), visit.parts["format"]
    )


async def well_known(visit: Visit) -> Response:
    """Lead to the description, in the format that is wanted most."""
    format = choose(visit.request.headers.get("accept"), NAMED) or "ttl"
    return Response.redirect(visit.addresses.path(f"/void.{format}"), status=303, headers={"Vary": "Accept", **documents.OPEN})


def look(connection: sqlite3.Connection) -> tuple[dict[str, int], str | None]:
    counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}
    return counts, dumps.changed(connection)


def term(value: object) -> ox.NamedNode | ox.Literal:
    """IRIs are given in angle brackets; other text and numbers are literals."""
    if isinstance(value, str) and value.startswith("<"):
        return ox.NamedNode(value[1:-1])
    return value if isinstance(value, ox.Literal) else ox.Literal(value)  # type: ignore[arg-type]  # text or a number


def printed(lines: Iterator[Line], format: str, base: str) -> bytes:
    """Lines of (subject, predicate, object) as a document."""
    triples = [ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), term(value)) for subject, predicate, value in lines]
    named = LIBRARY[format]
    without = (quad.triple for quad in triples)
    return ox.serialize(triples if named.supports_datasets else without, None, named, prefixes={**prefixes(base), **NAMES}) or b""


def absolute(visit: Visit, path: str) -> str:
    """Where something really is to be had: on this server, whatever base IRI the nodes have."""
    return str(visit.datasette.absolute_url(visit.request, visit.addresses.path(path)))


def described(visit: Visit, counts: dict[str, int], last: str | None) -> Iterator[Line]:
    base, here = documents.base_of(visit.datasette), absolute(visit, "/void.ttl")
    dataset, catalogue = f"{base}void.ttl#dataset", f"{base}void.ttl#catalogue"
    yield here, RDF + "type", f"<{VOID}DatasetDescription>"
    yield here, FOAF + "primaryTopic", f"<{dataset}>"
    yield catalogue, RDF + "type", f"<{DCAT}Catalog>"
    yield catalogue, DCT + "title", metadata.TITLE
    yield catalogue, DCAT + "dataset", f"<{dataset}>"
    yield from of_dataset(visit, dataset, base, last)
    yield from of_classes(dataset, counts)
    for format in TYPES:
        yield from of_dump(visit, dataset, format, last)


def of_dataset(visit: Visit, dataset: str, base: str, last: str | None) -> Iterator[Line]:
    yield dataset, RDF + "type", f"<{VOID}Dataset>"
    yield dataset, RDF + "type", f"<{DCAT}Dataset>"
    yield dataset, DCT + "title", metadata.TITLE
    yield dataset, DCT + "description", metadata.DESCRIPTION
    if last:
        yield dataset, DCT + "modified", ox.Literal(last, datatype=ox.NamedNode(XSD + "dateTime"))
    yield dataset, VOID + "uriSpace", f"{base}id/"
    yield dataset, FOAF + "homepage", f"<{absolute(visit, '/')}>"
    yield dataset, DCAT + "landingPage", f"<{absolute(visit, '/dump')}>"
    yield dataset, VOID + "sparqlEndpoint", f"<{absolute(visit, '/sparql')}>"
    for iri in (KB, *(iri for name, iri in PREFIXES.items() if name not in ("kb", "rdf", "rdfs", "xsd", "edtf"))):
        yield dataset, VOID + "vocabulary", f"<{iri}>"
    for format in FORMATS.values():
        yield dataset, VOID + "feature", f"<{FORMAT_IRI}{format}>"
    size = dumps.known_size(str(visit.database.path), "nq", base)
    if size and size.triples is not None:
        yield dataset, VOID + "triples", size.triples


def of_classes(dataset: str, counts: dict[str, int]) -> Iterator[Line]:
    classes = {our.restores(each): own(each.classes) for each in our.triples_maps().values() if own(each.classes)}
    for table, count in counts.items():
        part = f"{dataset}-{table}"
        yield dataset, VOID + "classPartition", f"<{part}>"
        yield part, VOID + "class", f"<{classes[table]}>"
        yield part, VOID + "entities", count


def own(classes: Sequence[str]) -> str | None:
    return next((each for each in classes if each.startswith(KB)), None)


def of_dump(visit: Visit, dataset: str, format: str, last: str | None) -> Iterator[Line]:
    dump, base = absolute(visit, f"/dump/{visit.database.name}.{format}"), documents.base_of(visit.datasette)
    one = f"{dataset}-{format}"
    yield dataset, VOID + "dataDump", f"<{dump}>"
    yield dataset, DCAT + "distribution", f"<{one}>"
    yield one, RDF + "type", f"<{DCAT}Distribution>"
    yield one, DCAT + "downloadURL", f"<{dump}>"
    yield one, DCAT + "accessURL", f"<{absolute(visit, '/dump')}>"
    yield one, DCAT + "mediaType", f"<{MEDIA}{TYPES[format].partition(';')[0]}>"
    yield one, DCT + "format", f"<{FORMAT_IRI}{FORMATS[format]}>"
    if last:
        yield one, DCT + "modified", ox.Literal(last, datatype=ox.NamedNode(XSD + "dateTime"))
    size = dumps.known_size(str(visit.database.path), format, base)
    if size:
        yield one, DCAT + "byteSize", ox.Literal(str(size.bytes), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))

"""A description of the whole dataset for programs, in VoID and DCAT (`/void.ttl`), with its dumps and its SPARQL endpoint."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import pyoxigraph as ox
from datasette.utils.asgi import Response

from kb.rdf import model_mapping as our
from kb.rdf.formats import RDF as RDF_FORMATS
from kb.rdf.namespaces import KB, PREFIXES, RDF, XSD, BaseIri
from kb.site.linked_data import documents, dumps
from kb.site.linked_data.media import NAMED, choose
from kb.site.tables import metadata
from kb.site.visit import Visit

VOID, DCAT = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#"
DCT, FOAF = PREFIXES["dct"], "http://xmlns.com/foaf/0.1/"
FORMAT_IRI = "http://www.w3.org/ns/formats/"
MEDIA = "https://www.iana.org/assignments/media-types/"
# The tables whose rows the description counts, under the class that the mapping gives their nodes.
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
NAMES = {"void": VOID, "dcat": DCAT, "foaf": FOAF, "sd": "http://www.w3.org/ns/sparql-service-description#", "format": FORMAT_IRI}

RIGHTS = "Each text has the rights that stand at its source. The licence of the dataset is that of the claims and of what describes them."
MOST_WORK = """
SELECT contributors.id, name FROM runs JOIN contributors ON contributors.id = contributor_id GROUP BY contributors.id ORDER BY count(*) DESC, 1 LIMIT 1"""
Publisher = tuple[str, str]
Line = tuple[str, str, object]


async def view(visit: Visit) -> Response:
    """Answers with the description in the format of the path's ending."""
    counts, last, publisher = await documents.read(visit.database, figures)
    return documents.response(
        serialise(description(visit, counts, last, publisher), visit.parts["format"], documents.base_of(visit.datasette)),
        visit.parts["format"],
    )


async def well_known(visit: Visit) -> Response:
    """Redirects to the description, in the format that the Accept header prefers."""
    format = choose(visit.request.headers.get("accept"), NAMED) or "ttl"
    return Response.redirect(visit.addresses.path(f"/void.{format}"), status=303, headers={"Vary": "Accept", **documents.OPEN})


def figures(connection: sqlite3.Connection) -> tuple[dict[str, int], str | None, Publisher | None]:
    """The number of rows of each table of COUNTED, the time of the last change, and who did most of the work: None in a base without runs."""
    publisher = connection.execute(MOST_WORK).fetchone()
    counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}
    return counts, dumps.last_change(connection), publisher and tuple(publisher)


def term(value: object) -> ox.NamedNode | ox.Literal:
    """An RDF term, which is an IRI for text in angle brackets, and a literal for any other text or number."""
    if isinstance(value, str) and value.startswith("<"):
        return ox.NamedNode(value[1:-1])
    return value if isinstance(value, ox.Literal) else ox.Literal(value)  # type: ignore[arg-type]  # text or a number


def serialise(lines: Iterator[Line], format: str, base: BaseIri) -> bytes:
    """The document with these lines (subject, predicate, object), in a format of RDF."""
    triples = [ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), term(value)) for subject, predicate, value in lines]
    named = RDF_FORMATS[format].oxigraph
    without = (quad.triple for quad in triples)
    return ox.serialize(triples if named.supports_datasets else without, None, named, prefixes={**base.prefixes, **NAMES}) or b""


def absolute(visit: Visit, path: str) -> str:
    """The full address of a path on this server, whatever base IRI the nodes have."""
    return str(visit.datasette.absolute_url(visit.request, visit.addresses.path(path)))


def description(visit: Visit, counts: dict[str, int], last: str | None, publisher: Publisher | None) -> Iterator[Line]:
    """The lines of the description, which is a catalogue with one dataset, its classes and its dumps."""
    base, here = documents.base_of(visit.datasette), absolute(visit, "/void.ttl")
    dataset, catalogue = base.dataset, base.part_of_description("catalogue")
    yield here, RDF + "type", f"<{VOID}DatasetDescription>"
    yield here, FOAF + "primaryTopic", f"<{dataset}>"
    yield catalogue, RDF + "type", f"<{DCAT}Catalog>"
    yield catalogue, DCT + "title", metadata.TITLE
    yield catalogue, DCAT + "dataset", f"<{dataset}>"
    yield from of_dataset(visit, dataset, base, last)
    yield from of_owner(visit, dataset, base, publisher)
    yield from of_classes(dataset, counts)
    for format in RDF_FORMATS:
        yield from of_dump(visit, dataset, format, last)


def of_dataset(visit: Visit, dataset: str, base: BaseIri, last: str | None) -> Iterator[Line]:
    """The lines about the dataset itself."""
    yield dataset, RDF + "type", f"<{VOID}Dataset>"
    yield dataset, RDF + "type", f"<{DCAT}Dataset>"
    yield dataset, DCT + "title", metadata.TITLE
    yield dataset, DCT + "description", metadata.DESCRIPTION
    if last:
        yield dataset, DCT + "modified", ox.Literal(last, datatype=ox.NamedNode(XSD + "dateTime"))
    yield dataset, VOID + "uriSpace", base.nodes
    yield dataset, FOAF + "homepage", f"<{absolute(visit, '/')}>"
    yield dataset, DCAT + "landingPage", f"<{absolute(visit, '/dump')}>"
    yield dataset, VOID + "sparqlEndpoint", f"<{absolute(visit, '/sparql')}>"
    for iri in (KB, *(iri for name, iri in PREFIXES.items() if name not in ("kb", "rdf", "rdfs", "xsd", "edtf"))):
        yield dataset, VOID + "vocabulary", f"<{iri}>"
    for format in RDF_FORMATS.values():
        yield dataset, VOID + "feature", f"<{FORMAT_IRI}{format.iri}>"
    size = dumps.known_size(str(visit.database.path), "nq", base)
    if size and size.triples is not None:
        yield dataset, VOID + "triples", size.triples


def of_owner(visit: Visit, dataset: str, base: BaseIri, publisher: Publisher | None) -> Iterator[Line]:
    """The lines about who publishes the dataset and under which licence, as the site is told, else as far as the base itself knows.

    The texts that it quotes keep the rights of their own, which stand at each source.
    """
    settings = visit.datasette.plugin_config("kb_site") or {}
    yield dataset, DCT + "rights", RIGHTS
    if settings.get("license"):
        yield dataset, DCT + "license", f"<{settings['license']}>"
    if named := settings.get("publisher"):
        publisher = base.part_of_description("publisher"), str(named)
    elif publisher:
        publisher = base.node(publisher[0]), publisher[1]
    if publisher:
        yield dataset, DCT + "publisher", f"<{publisher[0]}>"
        yield publisher[0], RDF + "type", f"<{FOAF}Agent>"
        yield publisher[0], FOAF + "name", publisher[1]


def of_classes(dataset: str, counts: dict[str, int]) -> Iterator[Line]:
    """The lines about the classes of nodes, with the number of nodes of each."""
    classes = {our.restores(each): own_class(each.classes) for each in our.triples_maps().values() if own_class(each.classes)}
    for table, count in counts.items():
        part = f"{dataset}-{table}"
        yield dataset, VOID + "classPartition", f"<{part}>"
        yield part, VOID + "class", f"<{classes[table]}>"
        yield part, VOID + "entities", count


def own_class(classes: Sequence[str]) -> str | None:
    """The first of the classes that is of this project's ontology, or None."""
    return next((each for each in classes if each.startswith(KB)), None)


def of_dump(visit: Visit, dataset: str, format: str, last: str | None) -> Iterator[Line]:
    """The lines about the dump in one format, with its size in bytes where that is known."""
    address, base = absolute(visit, f"/dump/{visit.database.name}.{format}"), documents.base_of(visit.datasette)
    distribution = f"{dataset}-{format}"
    yield dataset, VOID + "dataDump", f"<{address}>"
    yield dataset, DCAT + "distribution", f"<{distribution}>"
    yield distribution, RDF + "type", f"<{DCAT}Distribution>"
    yield distribution, DCAT + "downloadURL", f"<{address}>"
    yield distribution, DCAT + "accessURL", f"<{absolute(visit, '/dump')}>"
    yield distribution, DCAT + "mediaType", f"<{MEDIA}{RDF_FORMATS[format].media_type}>"
    yield distribution, DCT + "format", f"<{FORMAT_IRI}{RDF_FORMATS[format].iri}>"
    if last:
        yield distribution, DCT + "modified", ox.Literal(last, datatype=ox.NamedNode(XSD + "dateTime"))
    size = dumps.known_size(str(visit.database.path), format, base)
    if size:
        yield distribution, DCAT + "byteSize", ox.Literal(str(size.bytes), datatype=ox.NamedNode(XSD + "nonNegativeInteger"))

"""What the endpoint is, as SPARQL 1.1 Service Description says it: the answer to a GET without a query."""

from __future__ import annotations

from collections.abc import Iterator

from datasette.utils.asgi import Response

from kb.rdf.names import RDF
from kb.site.errors import RefusedError
from kb.site.rdf import catalogue, documents
from kb.site.rdf.media import NAMED, TYPES, choose
from kb.site.visit import Visit

SD = catalogue.NAMES["sd"]
RESULTS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


async def view(visit: Visit) -> Response:
    """The description, in the format that is wanted most."""
    offers = {ending: names for ending, names in NAMED.items() if ending in ("ttl", "nt", "jsonld", "rdf")}
    format = choose(visit.request.headers.get("accept"), offers)
    if format is None:
        raise RefusedError(
            "the description of this service is not offered in any format that was asked for", status=406, remedy=f"accept {TYPES['ttl']}"
        )
    body = catalogue.printed(described(visit), format, documents.base_of(visit.datasette))
    return documents.response(body, format, {"Vary": "Accept", "Link": f'<{catalogue.absolute(visit, "/void.ttl")}>; rel="describedby"'})


def described(visit: Visit) -> Iterator[catalogue.Line]:
    endpoint, base = catalogue.absolute(visit, "/sparql"), documents.base_of(visit.datasette)
    nodes = f"{base}void.ttl#nodes"
    yield endpoint, RDF + "type", f"<{SD}Service>"
    yield endpoint, SD + "endpoint", f"<{endpoint}>"
    yield endpoint, SD + "supportedLanguage", f"<{SD}SPARQL11Query>"
    for format in RESULTS:
        yield endpoint, SD + "resultFormat", f"<{catalogue.FORMAT_IRI}{format}>"
    yield endpoint, SD + "defaultDataset", f"<{base}void.ttl#dataset>"
    yield f"{base}void.ttl#dataset", RDF + "type", f"<{SD}Dataset>"
    yield f"{base}void.ttl#dataset", SD + "defaultGraph", f"<{nodes}>"
    yield nodes, RDF + "type", f"<{SD}Graph>"
    yield (
        nodes,
        catalogue.DCT + "description",
        "The nodes: who says what, in which words. Each claim's own triple stands in the graph named after the claim.",
    )

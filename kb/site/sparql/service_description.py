"""The description of the SPARQL endpoint (SPARQL 1.1 Service Description), which answers a GET without a query."""

from __future__ import annotations

from collections.abc import Iterator

from datasette.utils.asgi import Response

from kb.rdf import formats
from kb.rdf.namespaces import RDF
from kb.site.errors import RefusedError
from kb.site.linked_data import catalogue, documents
from kb.site.linked_data.media import NAMED, TYPES, choose
from kb.site.visit import Visit

SD = catalogue.NAMES["sd"]
RESULTS = (*(each.iri for each in formats.RESULTS.values()), *(each.iri for each in formats.GRAPHS.values()))


async def view(visit: Visit) -> Response:
    """Answers with the description, in the format that the Accept header prefers."""
    offers = {ending: names for ending, names in NAMED.items() if ending in formats.GRAPHS}
    format = choose(visit.request.headers.get("accept"), offers)
    if format is None:
        raise RefusedError(
            "the description of this service is not offered in any format that was asked for", status=406, remedy=f"accept {TYPES['ttl']}"
        )
    body = catalogue.serialise(description(visit), format, documents.base_of(visit.datasette))
    return documents.response(body, format, {"Vary": "Accept", "Link": f'<{catalogue.absolute(visit, "/void.ttl")}>; rel="describedby"'})


def description(visit: Visit) -> Iterator[catalogue.Line]:
    """The lines (subject, predicate, object) of the description."""
    endpoint, base = catalogue.absolute(visit, "/sparql"), documents.base_of(visit.datasette)
    nodes = base.part_of_description("nodes")
    yield endpoint, RDF + "type", f"<{SD}Service>"
    yield endpoint, SD + "endpoint", f"<{endpoint}>"
    yield endpoint, SD + "supportedLanguage", f"<{SD}SPARQL11Query>"
    for format in RESULTS:
        yield endpoint, SD + "resultFormat", f"<{catalogue.FORMAT_IRI}{format}>"
    yield endpoint, SD + "defaultDataset", f"<{base.dataset}>"
    yield base.dataset, RDF + "type", f"<{SD}Dataset>"
    yield base.dataset, SD + "defaultGraph", f"<{nodes}>"
    yield nodes, RDF + "type", f"<{SD}Graph>"
    yield (
        nodes,
        catalogue.DCT + "description",
        "The nodes: who says what, in which words. Each claim's own triple stands in the graph named after the claim.",
    )

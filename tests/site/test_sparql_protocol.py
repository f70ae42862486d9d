"""The W3C's cases for the SPARQL 1.1 Protocol, replayed at a Datasette whose /sparql holds the data they load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import rdflib
from httpx import Response
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS

from kb.site.sparql import engine
from tests.harness.site import Site

CASES = Path(__file__).resolve().parents[3] / "shared" / "conformance" / "sparql11-protocol"
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
# This endpoint only answers queries: of these the update itself is refused, and so is not performed either.
UPDATES = (
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_named_graphs",
    "update_dataset_full",
    "update_post_form",
    "update_post_direct",
    "update_base_uri",
)
TYPES = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
}


def manifest() -> rdflib.Graph:
    return rdflib.Graph().parse(CASES / "manifest.ttl") if CASES.is_dir() else rdflib.Graph()


MANIFEST = manifest()
NAMES = [str(case).rpartition("#")[2] for case in Collection(MANIFEST, next(MANIFEST.objects(None, MF.entries), RDF.nil))]
here = pytest.mark.skipif(not NAMES, reason="the W3C's cases are not beside this checkout (../shared/conformance/sparql11-protocol)")


@pytest.fixture(scope="module")
def endpoint(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site whose endpoint answers from the graphs that the cases name."""
    graphs = {(str(MANIFEST.value(one, UT.graph)), str(MANIFEST.value(one, RDFS.label))) for one in MANIFEST.objects(None, UT.graphData)}
    data = tmp_path_factory.mktemp("protocol") / "data.nq"
    lines = [
        f"{line.rstrip(' .')} <{name}> .\n"
        for file, name in graphs
        for line in Path(urlsplit(file).path).read_text("utf-8").splitlines()
        if line.strip()
    ]
    data.write_text("".join(sorted(lines)), "utf-8")
    site = Site(tiny_built)
    engine.install(site.datasette, site.name, lambda: engine.Engine(data, kind="quads"))
    yield site
    site.close()


def requests(name: str) -> Iterator[tuple[Any, Any]]:
    case = next(each for each in MANIFEST.subjects(RDF.type, MF.ProtocolTest) if str(each).endswith(f"#{name}"))
    for request in Collection(MANIFEST, MANIFEST.value(MANIFEST.value(case, MF.action), HT.requests)):
        yield request, MANIFEST.value(request, HT.resp)


def send(site: Site, request: Any) -> Response:
    """One ht:Request, at our path."""
    listed = Collection(MANIFEST, MANIFEST.value(request, HT.headers) or RDF.nil)
    headers = {str(MANIFEST.value(header, HT.fieldName)): str(MANIFEST.value(header, HT.fieldValue)) for header in listed}
    given: dict[str, Any] = {"headers": headers}
    body = MANIFEST.value(request, HT.body)
    if body is not None:
        given["content"] = str(MANIFEST.value(body, CNT.chars)).encode(str(MANIFEST.value(body, CNT.characterEncoding)))
    method = str(MANIFEST.value(request, HT.methodName)).lower()
    return site.ask(str(MANIFEST.value(request, HT.absolutePath)), method, **given)


def statuses(response: Any) -> set[str]:
    return {str(status).rpartition("StatusCode")[2][0] for status in MANIFEST.objects(response, MF.expectedStatus)}


@here
@pytest.mark.parametrize("name", [name for name in NAMES if name not in UPDATES])
@pytest.mark.thorough
def test_a_case_of_the_protocol_is_answered_as_expected(endpoint: Site, name: str) -> None:
    for request, response in requests(name):
        answer = send(endpoint, request)
        assert str(answer.status_code)[0] in statuses(response), answer.text
        assert "Traceback" not in answer.text
        expected = MANIFEST.value(response, MF.expectedFormat)
        if expected is not None:
            assert answer.headers["content-type"].partition(";")[0] in TYPES[str(expected)]
        truth = MANIFEST.value(response, MF.expectedBoolean)
        if truth is not None:
            assert answer.json()["boolean"] is truth.toPython()


@here
@pytest.mark.parametrize("name", UPDATES)
def test_an_update_is_refused_and_changes_nothing(endpoint: Site, name: str) -> None:
    def count() -> Any:
        return endpoint.ask("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"}).json()

    before = count()
    update, *afterwards = requests(name)
    assert send(endpoint, update[0]).status_code == 403
    for request, _ in afterwards:  # what asks for the outcome finds none
        assert send(endpoint, request).json()["boolean"] is False
    assert count() == before


@here
def test_every_case_is_either_replayed_or_an_update_that_is_refused() -> None:
    assert set(UPDATES) < set(NAMES) and len(NAMES) == 34

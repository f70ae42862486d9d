"""/sparql beyond the W3C's cases: formats, datasets, limits, what is refused, being current, other sites' pages, and the editor."""

from __future__ import annotations

import html
import re
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kb.rdf.namespaces import KB
from kb.site.sparql.engine import Engine, Question
from kb.site.sparql.page import EXAMPLES, FORMATS
from tests.harness.site import Site
from tests.harness.triples import BASE, exported, quads

ALL = "SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } ORDER BY ?s"
MAKE = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a kb:Claim ; ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS = {"text/turtle": "ttl", "application/n-triples": "nt", "application/ld+json": "jsonld", "application/rdf+xml": "rdf"}


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built, cors=True)
    yield started
    started.close()


def solutions(body: bytes, format: ox.QueryResultsFormat) -> list[list[str]]:
    found = ox.parse_query_results(body, format=format)
    assert isinstance(found, ox.QuerySolutions)
    return [[str(term) for term in row] for row in found]


@pytest.mark.parametrize("media_type", RESULTS)
@pytest.mark.thorough
def test_a_select_is_written_in_each_standard_format(site: Site, media_type: str) -> None:
    answer = site.ask("/sparql", params={"query": ALL}, headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type and "Accept" in answer.headers["vary"]
    wanted = sorted([quad[0], quad[2]] for quad in exported(site.path, "nt") if quad[1].endswith("schema#label>"))
    assert sorted(solutions(answer.content, RESULTS[media_type])) == wanted


def test_csv_has_a_line_a_row(site: Site) -> None:
    answer = site.ask("/sparql", params={"query": ALL}, headers={"Accept": "text/csv"})
    assert answer.text.splitlines()[0] == "s,o" and answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert len(answer.text.splitlines()) > 10


@pytest.mark.parametrize("media_type", GRAPHS)
def test_a_construct_is_written_in_each_format_of_triples(site: Site, media_type: str) -> None:
    answer = site.ask("/sparql", params={"query": MAKE}, headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    claims = {f"<{BASE}id/{row[0]}>" for row in site.rows("SELECT id FROM claims")}
    assert quads(answer.content, GRAPHS[media_type]) == {quad for quad in exported(site.path, "nt") if quad[0] in claims}


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        ("ASK {}", "text/csv", 406),
        ("ASK {}", "text/csv, application/sparql-results+xml;q=0.1", "application/sparql-results+xml"),
        (ALL, "text/turtle", 406),
        (ALL, "image/png", 406),
        (ALL, "*/*", "application/sparql-results+json"),
        (ALL, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (ALL, "application/sparql-results+json;q=0, */*;q=0.1", "application/sparql-results+xml"),
        (MAKE, "application/ld+json;q=0.8, text/turtle;q=0.7", "application/ld+json"),
        (MAKE, "text/csv", 406),
        (f"DESCRIBE <{KB}>", "*/*", "text/turtle"),
        (f"DESCRIBE <{KB}>", "text/html;q=0.4, application/rdf+xml;q=0.6", "application/rdf+xml"),
    ],
)
def test_the_accept_header_chooses(site: Site, query: str, accept: str, expected: int | str) -> None:
    answer = site.ask("/sparql", params={"query": query}, headers={"Accept": accept})
    found = answer.headers["content-type"].partition(";")[0] if answer.status_code == 200 else answer.status_code
    assert found == expected, answer.text


@pytest.mark.parametrize(
    ("query", "names", "accept", "expected"),
    [
        (ALL, "format=csv", BROWSER["Accept"], "text/csv"),
        (ALL, "output=xml", "*/*", "application/sparql-results+xml"),
        (ALL, "format=application/sparql-results%2Bxml", "*/*", "application/sparql-results+xml"),
        (ALL, "format=text/tab-separated-values,tsv", "*/*", "text/tab-separated-values"),
        (ALL, "format=turtle", "text/csv", "text/csv"),
        ("ASK {}", "format=csv", "*/*", "application/sparql-results+json"),
        (MAKE, "format=turtle&output=turtle&results=turtle", "application/rdf+xml", "text/turtle"),
        (MAKE, "format=n3", "*/*", "text/turtle"),
        (MAKE, "format=xml", "*/*", "application/rdf+xml"),
        (MAKE, "format=rdf%2Bxml&format=application/rdf%2Bxml", "*/*", "application/rdf+xml"),
        (MAKE, "format=rdf+xml", "*/*", "application/rdf+xml"),
        (MAKE, "format=json-ld&format=application/ld%2Bjson,application/x-json%2Bld", "*/*", "application/ld+json"),
        (MAKE, "format=JSON", "*/*", "application/ld+json"),
        (f"DESCRIBE <{KB}>", "output=text/turtle;charset=utf-8", "*/*", "text/turtle"),
        (f"DESCRIBE <{KB}>", "format=csv", "application/ld+json", "application/ld+json"),
        (MAKE, "format=exe", "application/n-triples", "application/n-triples"),
        (MAKE, "format=exe", "image/png", 406),
        (MAKE, "format=exe,ntriples", "image/png", "application/n-triples"),
        (ALL, "format=exe", BROWSER["Accept"], "text/html"),
    ],
)
@pytest.mark.thorough
def test_a_format_by_any_of_its_names_goes_before_the_header(site: Site, query: str, names: str, accept: str, expected: int | str) -> None:
    for method, given in (
        ("get", {"path": f"/sparql?{urllib.parse.urlencode({'query': query})}&{names}"}),
        ("post", {"path": "/sparql", "content": f"{urllib.parse.urlencode({'query': query})}&{names}"}),
    ):
        headers = {"Accept": accept} | ({"Content-Type": "application/x-www-form-urlencoded"} if method == "post" else {})
        answer = site.ask(method=method, headers=headers, **given)
        found = answer.headers["content-type"].partition(";")[0] if answer.status_code == 200 else answer.status_code
        assert found == expected, (method, answer.text)


def test_all_three_forms_of_asking_answer_the_same(site: Site) -> None:
    got = site.ask("/sparql", params={"query": ALL})
    form = site.ask("/sparql", "post", data={"query": ALL})
    direct = site.ask("/sparql", "post", content=ALL.encode(), headers={"Content-Type": "application/sparql-query; charset=UTF-8"})
    assert got.status_code == 200 and got.json() == form.json() == direct.json()


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("SELECT * {", 400, "not a SPARQL query"),
        ("", 400, "no query"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", 400, "another server"),
        ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", 400, "another server"),
        ("SELECT * FROM <http://example.org/data.ttl> { ?s ?p ?o }", 400, "another document"),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", 400, "another document"),
        ("INSERT DATA { <x:a> <x:b> <x:c> }", 400, "only asks"),
        ("LOAD <http://example.org/data.ttl>", 400, "only asks"),
        ("PREFIX x: <x:> DROP ALL", 400, "only asks"),
    ],
)
def test_what_is_refused_says_why(site: Site, query: str, status: int, said: str) -> None:
    for answer in (site.ask("/sparql", params={"query": query}), site.ask("/sparql", "post", data={"query": query})):
        assert answer.status_code == status and said in answer.text and answer.headers["content-type"].startswith("text/plain")
    page = site.ask("/sparql", params={"query": query or " "}, headers=BROWSER)
    assert page.status_code == (status if query else 200) and "Traceback" not in page.text


def test_service_is_refused_also_where_the_protocol_s_dataset_goes_before_from(site: Site) -> None:
    given = {"default-graph-uri": "http://example.org/g"}
    for query in (
        "ASK FROM <x:g> { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "ASK FROM <x:g> { \\u0073ervice <http://example.org/> {} }",
    ):
        answer = site.ask("/sparql", params={"query": query, **given})
        assert answer.status_code == 400 and "another server" in answer.text
    assert site.ask("/sparql", params={"query": "ASK FROM <x:g> {}", **given}).json()["boolean"] is True


def test_the_protocol_s_dataset_chooses_among_the_claims_graphs(site: Site) -> None:
    one, other = [f"{BASE}id/{row[0]}" for row in site.rows("SELECT id FROM rdf_bare_claims ORDER BY id LIMIT 2")]
    everything = exported(site.path, "nq")
    triples = "SELECT ?s ?p ?o { ?s ?p ?o }"
    for chosen in ([one], [one, other]):
        answer = site.ask("/sparql", params={"query": triples, "default-graph-uri": chosen})
        assert len(answer.json()["results"]["bindings"]) == len({quad[:3] for quad in everything if quad[3] in chosen}) > 0
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    answer = site.ask("/sparql", params={"query": graphs, "named-graph-uri": [one, "http://example.org/not-here"]})
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == [one]
    assert site.ask("/sparql", params={"query": triples, "named-graph-uri": one}).json()["results"]["bindings"] == []
    assert site.ask("/sparql", params={"query": triples, "default-graph-uri": "not an iri"}).status_code == 400


@pytest.mark.parametrize(
    ("method", "given", "status"),
    [
        ("put", {"params": {"query": "ASK {}"}}, 405),
        ("delete", {}, 405),
        ("post", {"content": b"ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
        ("post", {"content": b"ASK {}"}, 415),
        ("post", {"content": "ASK {}".encode("utf-16"), "headers": {"Content-Type": "application/sparql-query; charset=utf-16"}}, 415),
        ("post", {"content": b"ASK { ?s ?p '\xff' }", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ("post", {"content": b"query=%FF", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
        ("get", {"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ("post", {"params": {"query": "ASK {}"}, "data": {"query": "ASK {}"}}, 400),
        ("get", {"params": {"update": "CLEAR ALL"}}, 403),
        ("post", {"data": {"update": "CLEAR ALL"}}, 403),
        ("post", {"content": b"ASK { #" + b"x" * 300_000, "headers": {"Content-Type": "application/sparql-query"}}, 413),
        ("post", {"content": b"", "headers": {"Content-Type": "application/sparql-query"}}, 400),
    ],
)
def test_each_wrong_way_of_asking_has_its_status(site: Site, method: str, given: dict[str, object], status: int) -> None:
    answer = site.ask("/sparql", method, **given)
    assert answer.status_code == status, answer.text[:300]
    assert answer.headers["access-control-allow-origin"] == "*"
    if status == 405:
        assert "GET" in answer.headers["allow"] and "POST" in answer.headers["allow"]


def test_without_a_query_programs_are_told_what_the_service_is(site: Site) -> None:
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    seen = []
    for media_type, format in {"*/*": "ttl", **GRAPHS}.items():
        answer = site.ask("/sparql", headers={"Accept": media_type})
        assert answer.status_code == 200
        graph = rdflib.Graph().parse(data=answer.content, format={"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml"}[format])
        service = graph.value(None, rdflib.RDF.type, sd.Service)
        assert graph.value(service, sd.endpoint) == rdflib.URIRef("http://localhost/sparql")
        assert (service, sd.supportedLanguage, sd.SPARQL11Query) in graph and (None, sd.feature, sd.BasicFederatedQuery) not in graph
        seen.append(set(graph))
    assert all(each == seen[0] for each in seen)
    assert site.ask("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_people_get_an_editor_with_examples_and_prefixes(site: Site) -> None:
    page = site.ask("/sparql", headers=BROWSER)
    assert page.status_code == 200 and "<textarea" in page.text and "PREFIX" in page.text and "<script>" not in page.text
    assert all(title in html.unescape(page.text) for title, _ in EXAMPLES)


@pytest.mark.parametrize("query", [text for _, text in EXAMPLES], ids=[title for title, _ in EXAMPLES])
@pytest.mark.thorough
def test_each_example_runs_as_it_stands_in_any_engine_and_finds_something(shipped_path: Path, query: str) -> None:
    found = rdflib.Graph().query(query)  # declares all its prefixes
    assert found.type in ("SELECT", "ASK", "CONSTRUCT")
    with Engine(shipped_path) as engine:
        answer = engine.ask(Question(query, FORMATS, BASE), 30)
    assert b'"rows": [[' in answer.body or b'"truth": true' in answer.body


def test_the_answer_stands_in_a_table_with_links_and_downloads(site: Site) -> None:
    claim = site.one("SELECT id FROM claims ORDER BY id")
    query = f"SELECT ?claim ?text ?none {{ BIND(<{BASE}id/{claim}> AS ?claim) ?claim sdo:text ?text }}"
    page = site.ask("/sparql", params={"query": query}, headers=BROWSER)
    text = html.escape(site.one("SELECT text FROM claims ORDER BY id"))
    assert f'<a href="/id/{claim}">{text}</a> <code class="small faint">id:{claim}</code>' in page.text, "a node is called by its label"
    for href in re.findall(r'href="(/sparql\?[^"]*format=\w+)"', page.text):
        assert site.ask(html.unescape(href), headers=BROWSER).status_code == 200
    assert "No</h2>" in site.ask("/sparql", params={"query": "ASK { <x:a> <x:b> <x:c> }"}, headers=BROWSER).text
    assert "CONSTRUCT" in site.ask("/sparql", params={"query": MAKE}, headers=BROWSER).text


def test_the_table_is_cut_and_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.sparql.page.MOST_ROWS", 3)
    page = site.ask("/sparql", params={"query": ALL}, headers=BROWSER)
    assert page.text.count("<tr>") == 4 and "cut at 3" in page.text
    assert len(site.ask("/sparql", params={"query": ALL}).json()["results"]["bindings"]) > 3


@pytest.mark.thorough
def test_what_is_asked_and_answered_cannot_become_markup(site: Site) -> None:
    hostile = "</textarea><script>alert(1)</script>"
    for query in (
        f"# {hostile}\nSELECT ('{hostile}' AS ?x) {{}}",
        hostile,
        f"SELECT (IRI('javascript:alert(1)') AS ?x) ('{hostile}'@en AS ?y) {{}}",
    ):
        page = site.ask("/sparql", params={"query": query, "default-graph-uri": "x:%22%3E"}, headers=BROWSER)
        assert hostile not in page.text and 'href="javascript:' not in page.text

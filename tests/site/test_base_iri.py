"""Under another base IRI every page, document and query names the same nodes."""

from __future__ import annotations

import html
import json
import re
import shutil
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import api
from kb.rdf.namespaces import DEFAULT_BASE, BaseIri
from kb.site.serve import Publication
from tests.harness.site import Site
from tests.whole import kb

BASE = BaseIri("https://example.org/who/")
CLAIM = "clm-ferry-too-small"
SOURCES = Path(__file__).parents[2] / "kb"
# What would join a node's IRI, or take one apart, by itself.
JOINS = re.compile(r"localhost:8001|\}id/|[\"']id/[\"']|void\.ttl#")


@pytest.fixture(scope="module")
def recording(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base that records its IRI."""
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("recording") / "tiny.db"))
    assert kb("base-iri", BASE.rstrip("/"), db=path).out == f"{BASE}\n"
    return path


@pytest.fixture(scope="module", params=["setting", "recorded"])
def site(request: pytest.FixtureRequest, shared_path: Path, recording: Path) -> Iterator[Site]:
    """A site that is told the IRI, and one that finds it in its base, of which it shows the public edition."""
    told = {"config": {"plugins": {"kb_site": {"base": BASE.rstrip("/")}}}}
    elsewhere = "http://localhost:8123/"
    started = (
        Site(shared_path, **told)
        if request.param == "setting"
        else Site(recording, public=True, publication=Publication(address=elsewhere))
    )
    yield started
    started.close()


@pytest.mark.thorough
def test_a_site_without_one_names_the_nodes_by_its_address(tiny_built: Path) -> None:
    started = Site(tiny_built, publication=Publication(address="http://localhost:8123/"))
    for path in (f"/claim/{CLAIM}", f"/claim/{CLAIM}.ttl", "/void.ttl"):
        found = set(re.findall(r"http://localhost:\d+/", started.ask(path).text))
        assert found == {"http://localhost:8123/"}, path
    started.close()


@pytest.mark.thorough
def test_a_new_base_records_it_and_every_export_and_copy_keeps_it(recording: Path, tmp_path: Path) -> None:
    assert kb("init", tmp_path / "new.db", "--base-iri", BASE).code == 0
    assert kb("base-iri", db=tmp_path / "new.db").out == f"{BASE}\n"
    assert kb("init", tmp_path / "other.db", "--base-iri", "no base").code == 2 and not (tmp_path / "other.db").exists()
    for format in ("nt", "jsonld", "bibtex"):
        said = kb("export", format, db=recording)
        assert BASE in said.out and DEFAULT_BASE not in said.out + said.err, format
    assert kb("export", "nt", "--base-iri", "https://example.net/", db=recording).out.count(BASE) == 0
    answer = kb("sparql", "SELECT ?claim { ?claim a kb:Claim }", "-f", "csv", db=recording).out
    assert BASE.node(CLAIM) in answer
    assert kb("dump", tmp_path / "dump", db=recording).code == kb("load", tmp_path / "dump", db=tmp_path / "copy.db").code == 0
    assert kb("base-iri", db=tmp_path / "copy.db").out == f"{BASE}\n"
    with api.open(recording) as base:
        assert BASE.node(CLAIM) in {str(subject) for subject in base.graph(claims=[CLAIM]).default_graph.subjects()}


@pytest.mark.thorough
def test_the_query_that_a_claim_page_offers_finds_its_voices(site: Site) -> None:
    page = site.ask(f"/claim/{CLAIM}").text
    offered = {html.unescape(link) for link in re.findall(r'href="(/sparql\?query=[^"]+)"', page)}
    queries = [urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["query"][0] for link in offered]
    assert len(queries) == 1 and BASE.node(CLAIM) in queries[0]
    answer = site.ask("/sparql", params={"query": queries[0], "format": "json"})
    found = {row["words"]["value"] for row in answer.json()["results"]["bindings"]}
    assert found == {
        row[0] for row in site.rows("SELECT exact FROM assertions JOIN passages ON passages.id = passage_id WHERE claim_id = ?", CLAIM)
    }
    assert found


@pytest.mark.parametrize(
    "path",
    [
        f"/claim/{CLAIM}",
        f"/claim/{CLAIM}.ttl",
        f"/claim/{CLAIM}.jsonld",
        f"/claim/{CLAIM}.rdf",
        f"/id/{CLAIM}.nt",
        "/tiny/claims.nt",
        "/dump/tiny.nq",
        "/dump/tiny.trig",
        "/dump/tiny.jsonld",
        "/void.ttl",
        "/source/harbour-gazette.annotations.jsonld",
        "/sparql",
    ],
)
@pytest.mark.thorough
def test_nothing_is_named_under_the_default_base(site: Site, path: str) -> None:
    answer = site.ask(path)
    assert answer.status_code == 200 and BASE in answer.text and DEFAULT_BASE not in answer.text


def test_a_claim_is_cited_by_the_name_of_its_node(site: Site) -> None:
    page = html.unescape(site.ask(f"/claim/{CLAIM}").text)
    cited = json.loads(re.findall(r'id="cite-csl">(.*?)</pre>', page, re.DOTALL)[0])
    assert cited[0]["URL"] == BASE.node(CLAIM)


@pytest.mark.parametrize("given", ["https://example.org/who", "https://example.org/who/"])
def test_a_base_iri_ends_with_a_slash(given: str) -> None:
    assert BaseIri(given) == BASE and BaseIri() == BaseIri(None) == DEFAULT_BASE


def test_a_base_iri_makes_names_and_takes_them_apart() -> None:
    iri = BASE.node("xi-jinping")
    assert iri == "https://example.org/who/id/xi-jinping"
    assert BASE.id_of(iri) == "xi-jinping" and BASE.relative(iri) == "id/xi-jinping" and BaseIri.of_node(iri) == BASE
    assert BASE.id_of(DEFAULT_BASE.node("xi-jinping")) is BASE.relative("https://example.org/who/void.ttl") is BaseIri.of_node(BASE) is None
    assert BASE.prefixes["id"] + "xi-jinping" == iri


def test_no_other_module_joins_the_names_of_nodes() -> None:
    joining = [str(path) for path in SOURCES.rglob("*.py") if path.name != "namespaces.py" and JOINS.search(path.read_text())]
    assert joining == []

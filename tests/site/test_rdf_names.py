"""Names of nodes and what they lead to, dumps, the description of the whole, what pages tell programs, and Web Annotations."""

from __future__ import annotations

import html
import json
import re
from contextlib import closing
from typing import Any

import pytest

from kb import changes
from kb.base import runs, store
from kb.rdf.model_mapping import content_tables
from kb.site.linked_data import media
from tests.harness.names import FORMATS, MEDIA, led
from tests.harness.site import Site
from tests.harness.triples import BASE, about, exported, of, quads


@pytest.fixture
def site(tiny_site: Site) -> Site:
    return tiny_site


@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("*/*", ""),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ""),
        ("text/turtle", ".ttl"),
        ("application/rdf+xml, text/html;q=0.5", ".rdf"),
        ("text/html;q=0.5, application/ld+json;q=0.6", ".jsonld"),
        ("text/turtle;q=0.2, application/n-triples;q=0.3", ".nt"),
        ("application/trig", ".trig"),
        ("text/html;q=0, */*;q=0.1", ".ttl"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted, x";q=1', ".jsonld"),
    ],
)
@pytest.mark.thorough
def test_a_name_leads_to_what_the_accept_header_wants_most(site: Site, accept: str, ending: str) -> None:
    claim = site.one("SELECT id FROM claims ORDER BY id")
    assert led(site, claim, accept) == f"/claim/{claim}{ending}"
    assert site.ask(f"/id/{claim}", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("table", [name for name, table in content_tables().items() if table.key == ("id",)])
@pytest.mark.thorough
def test_every_kind_of_id_leads_to_a_page_and_a_document_that_are_there(site: Site, table: str) -> None:
    row_id = site.one(f"SELECT id FROM {table} ORDER BY id")
    page = site.ask(led(site, row_id, "text/html").partition("#")[0])
    assert page.status_code == 200 or page.status_code in (301, 303)
    for format in FORMATS:
        found = of(site.ask(led(site, row_id, MEDIA[format])), format)
        assert f"<{BASE}id/{row_id}>" in {quad[0] for quad in found}, "the document does not tell of it"


@pytest.mark.thorough
def test_every_node_of_the_base_answers_by_its_name(site: Site) -> None:
    nodes = {quad[0][1:-1] for quad in exported(site.path, "nt") if quad[0].startswith(f"<{BASE}id/")}
    kinds = {re.sub(r"^[a-z0-9-]+", "", node.removeprefix(f"{BASE}id/"))[:8]: node for node in sorted(nodes)}
    assert {"", "_quote", "_positio", "_target", "_cue"} <= set(kinds)
    for node in kinds.values():
        answer = site.ask(node.removeprefix("http://localhost:8001"), headers={"Accept": "text/turtle"})
        assert answer.status_code == 303, node
        assert (
            f"<{node}>" in {quad[0] for quad in of(site.ask(answer.headers["location"]), "ttl")}
            or "assertion" in answer.headers["location"]
        )


def test_a_name_of_nothing_is_not_found(site: Site) -> None:
    passage = site.one("SELECT id FROM passages ORDER BY id")
    for name in ("nothing", "clm-nothing", f"{passage}_nothing", f"{passage}_", "_quote", "%3Cscript%3E"):
        answer = site.ask(f"/id/{name}")
        assert answer.status_code == 404 and "<script>" not in answer.text, name


def merge(site: Site) -> tuple[str, str]:
    from kb.changes import merging

    old, into = [row[0] for row in site.rows("SELECT id FROM things ORDER BY id LIMIT 2")]
    with closing(store.connect(site.path)) as connection, runs.begin(connection, "merge", reason="for the test") as run:
        merging.merge(run, old, into, despite_evidence=True)
    return old, into


@pytest.mark.thorough
def test_a_merged_name_leads_to_the_survivor_who_says_so(changing: Site) -> None:
    old, into = merge(changing)
    answer = changing.ask(f"/id/{old}", headers={"Accept": "text/html"})
    assert answer.status_code == 303 and answer.headers["location"] == f"/thing/{into}"
    page = changing.ask(f"/thing/{into}", cookies={"ds_messages": answer.cookies["ds_messages"]})
    assert f"{old} was merged into {into}" in page.text
    for format in FORMATS:
        document = led(changing, old, MEDIA[format])
        assert document == f"/thing/{into}.{format}"
        replaced = (f"<{BASE}id/{old}>", "<http://purl.org/dc/terms/isReplacedBy>", f"<{BASE}id/{into}>", "")
        assert replaced in of(changing.ask(document), format)


def test_a_retracted_name_leads_to_its_page_and_says_that_it_is(changing: Site) -> None:
    claim = changing.one("SELECT id FROM claims ORDER BY id")
    with closing(store.connect(changing.path)) as connection, runs.begin(connection, "retract", reason="for the test") as run:
        changes.retract(run, claim)
    assert "etracted" in changing.ask(led(changing, claim, "text/html")).text
    assert any(
        quad[0] == f"<{BASE}id/{claim}>" and quad[2].endswith("claims.status_retracted>")
        for quad in of(changing.ask(f"/id/{claim}.nt"), "nt")
    )


def linked(page: Any) -> dict[str, str]:
    """{address: media type} of the alternates in the Link header."""
    return dict(re.findall(r'<http://localhost([^>]+)>; rel="alternate"; type="((?:[^"\\]|\\.)*)"', page.headers.get("link", "")))


@pytest.mark.parametrize("kind", ["source", "claim", "actor", "thing", "event"])
@pytest.mark.thorough
def test_a_page_links_to_its_documents_and_carries_json_ld(site: Site, kind: str) -> None:
    sql = (
        "SELECT id FROM claims ORDER BY id"
        if kind == "claim"
        else f"SELECT id FROM entities WHERE kind = '{kind}' AND status = 'current' ORDER BY id"
    )
    row_id = site.one(sql)
    page = site.ask(f"/{kind}/{row_id}")
    in_header = linked(page)
    in_head = {
        html.unescape(href): html.unescape(name)
        for name, href in re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">', page.text)
    }
    assert {href: name.replace('\\"', '"') for href, name in in_header.items()} == in_head and len(in_head) >= 5
    for href, media_type in in_head.items():
        answer = site.ask(href)
        assert answer.status_code == 200 and answer.headers["content-type"].partition(";")[0] == media_type.partition(";")[0]
    (script,) = re.findall(r'<script[^>]* type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    said = quads(script, "jsonld")
    assert said and f"<{BASE}id/{row_id}>" in {quad[0] for quad in said} and said <= about(exported(site.path, "nt"), [row_id])


@pytest.mark.thorough
def test_lists_tables_and_rows_link_to_triples_too(site: Site) -> None:
    source = site.one("SELECT id FROM sources WHERE snapshot_id IS NOT NULL")
    claim = site.one("SELECT id FROM claims ORDER BY id")
    for path in (
        "/timeline",
        f"/compare?source={source}",
        "/search?q=the",
        "/",
        f"/{site.name}/claims?_size=2",
        f"/{site.name}/claims/{claim}",
    ):
        found = linked(site.ask(path))
        href = next((href for href in found if ".ttl" in href), None)
        assert href and of(site.ask(href), "ttl"), path
    for path in ("/claim/clm-nothing", "/compare", f"/{site.name}/dates", "/sparql"):
        assert not [href for href in linked(site.ask(path, headers={"Accept": "text/html"})) if ".ttl" in href], path


def test_json_ld_in_a_page_cannot_end_its_element(changing: Site) -> None:
    hostile = "</script><script>alert(1)</script>&amp;<!--"
    with closing(store.connect(changing.path)) as connection, runs.begin(connection, "add"):
        connection.execute("INSERT INTO things(id, name, kind) SELECT 'hostile', ?, kind FROM things LIMIT 1", (hostile,))
    page = changing.ask("/thing/hostile")
    assert "<script>alert" not in page.text
    (script,) = re.findall(r'<script[^>]* type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    assert hostile in json.dumps(json.loads(script), ensure_ascii=False)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "a"),
        ("", "a"),
        ("nonsense", "a"),
        ("text/b", "b"),
        ("text/*;q=0.1", "a"),
        ("text/a;q=0.1,text/b;q=0.2", "b"),
        ("text/a;q=0", None),
        ("x/y", None),
        ("TEXT/B;Q=1", "b"),
        ("text/b, */*", "b"),
        ("text/a;q=0, text/*", "b"),
        ('x/y;p="text/b,q";q=1, text/a;q=0.001', "a"),
    ],
)
def test_accept_headers_are_read_as_http_says(accept: str | None, chosen: str | None) -> None:
    assert media.choose(accept, {"a": ("text/a",), "b": ("text/b", "other/b")}) == chosen

"""Names of nodes and what they lead to, dumps, the description of the whole, what pages tell programs, and Web Annotations."""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import rdflib

from kb import store
from kb.rdf.base import content_tables
from kb.site.rdf import dumps, media
from tests.site.rdf_site import BASE, PARSERS, Site, about, exported, of, quads

FORMATS = tuple(PARSERS)
MEDIA = {ending: names[0] for ending, names in media.NAMED.items()}


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built)
    yield started
    started.close()


@pytest.fixture
def changing(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()


def led(site: Site, name: str, accept: str | None = None) -> str:
    answer = site.ask(f"/id/{name}", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 303, answer.text
    assert "Accept" in answer.headers["vary"]
    return str(answer.headers["location"])


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
def test_a_name_leads_to_what_the_accept_header_wants_most(site: Site, accept: str, ending: str) -> None:
    claim = site.one("SELECT id FROM claims ORDER BY id")
    assert led(site, claim, accept) == f"/claim/{claim}{ending}"
    assert site.ask(f"/id/{claim}", headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("table", [name for name, table in content_tables().items() if table.key == ("id",)])
def test_every_kind_of_id_leads_to_a_page_and_a_document_that_are_there(site: Site, table: str) -> None:
    row_id = site.one(f"SELECT id FROM {table} ORDER BY id")
    page = site.ask(led(site, row_id, "text/html").partition("#")[0])
    assert page.status_code == 200 or page.status_code in (301, 303)
    for format in FORMATS:
        found = of(site.ask(led(site, row_id, MEDIA[format])), format)
        assert f"<{BASE}id/{row_id}>" in {quad[0] for quad in found}, "the document does not tell of it"


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
    from kb import merging

    old, into = [row[0] for row in site.rows("SELECT id FROM things ORDER BY id LIMIT 2")]
    with closing(store.connect(site.path)) as connection, store.run(connection, "merge", reason="for the test"):
        merging.merge(connection, old, into)
    return old, into


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
    with closing(store.connect(changing.path)) as connection, store.run(connection, "retract", reason="for the test"):
        connection.execute("UPDATE claims SET status = 'retracted' WHERE id = ?", (claim,))
    assert "etracted" in changing.ask(led(changing, claim, "text/html")).text
    assert any(
        quad[0] == f"<{BASE}id/{claim}>" and quad[2].endswith("claims.status_retracted>")
        for quad in of(changing.ask(f"/id/{claim}.nt"), "nt")
    )


@pytest.mark.parametrize("format", FORMATS)
def test_a_dump_is_the_whole_base(site: Site, format: str) -> None:
    answer = site.ask(f"/dump/{site.name}.{format}")
    assert of(answer, format) == exported(site.path, format)
    assert answer.headers["content-type"].startswith(MEDIA[format]) and answer.headers["last-modified"].endswith("GMT")
    head = site.ask(f"/dump/{site.name}.{format}", "head")
    assert head.status_code == 200 and not head.content and head.headers["last-modified"] == answer.headers["last-modified"]


def pieces(site: Site, format: str, leave_after: int | None = None) -> list[dict[str, Any]]:
    """What a server would be given to send, piece by piece; the reader may go away after some."""
    sent: list[dict[str, Any]] = []
    gone = asyncio.Event()
    path = f"/dump/{site.name}.{format}"
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }

    async def receive() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)
        if leave_after is not None and len(sent) > leave_after:
            gone.set()
            await asyncio.sleep(0.05)

    site.run(lambda: site.datasette.app()({**scope, "scheme": "http"}, receive, send))
    return sent


@pytest.mark.parametrize("format", FORMATS)
def test_a_dump_goes_out_in_pieces_and_stops_when_the_reader_leaves(site: Site, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumps, "PIECE", 4096)
    whole = pieces(site, format)
    assert (
        len(whole) > 10
        and whole[0]["type"] == "http.response.start"
        and whole[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    )
    assert max(len(each.get("body", b"")) for each in whole) < 100_000
    left = pieces(site, format, leave_after=3)
    assert len(left) < len(whole) and left[-1].get("more_body") is True
    assert dumps.under_way == 0


def test_only_so_many_dumps_are_made_at_once_and_only_of_this_base(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site.ask("/dump/other.nq").status_code == 404
    monkeypatch.setattr(dumps, "MOST_AT_ONCE", 0)
    answer = site.ask(f"/dump/{site.name}.nq")
    assert answer.status_code == 503 and answer.headers["retry-after"]


VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def described(site: Site, format: str = "ttl") -> rdflib.Graph:
    return rdflib.Graph().parse(
        data=site.ask(f"/void.{format}").content, format={"trig": "trig", "nq": "nquads"}.get(format, PARSERS[format])
    )


def test_sizes_are_told_once_measured_and_until_the_base_changes(changing: Site) -> None:
    assert not list(described(changing).objects(None, DCAT.byteSize))
    dump = changing.ask(f"/dump/{changing.name}.nq")
    graph = described(changing)
    assert [int(size) for size in graph.objects(None, DCAT.byteSize)] == [len(dump.content)]
    assert [int(count) for count in graph.objects(None, VOID.triples)] == [len(exported(changing.path, "nq"))]
    assert f"{len(dump.content):,} bytes" in changing.ask("/dump").text
    with closing(store.connect(changing.path)) as connection, store.run(connection, "add"):
        connection.execute("INSERT INTO things(id, name, kind) SELECT 'another', 'Another', kind FROM things LIMIT 1")
    assert not list(described(changing).objects(None, DCAT.byteSize))


@pytest.mark.parametrize("format", FORMATS)
def test_the_description_names_the_endpoint_the_dumps_and_what_is_in_them(site: Site, format: str) -> None:
    graph = described(site, format)
    dataset = graph.value(None, rdflib.RDF.type, VOID.Dataset)
    assert (dataset, rdflib.RDF.type, DCAT.Dataset) in graph and (None, DCAT.dataset, dataset) in graph
    assert {str(dump) for dump in graph.objects(dataset, VOID.dataDump)} == {
        f"http://localhost/dump/{site.name}.{each}" for each in FORMATS
    }
    assert str(graph.value(dataset, VOID.sparqlEndpoint)) == "http://localhost/sparql"
    assert {str(media_type).rpartition("media-types/")[2] for media_type in graph.objects(None, DCAT.mediaType)} == set(MEDIA.values())
    everything = exported(site.path, "nt")
    for part in graph.objects(dataset, VOID.classPartition):
        kind, count = graph.value(part, VOID["class"]), graph.value(part, VOID.entities)
        assert int(str(count)) == len({quad[0] for quad in everything if quad[1].endswith("#type>") and quad[2] == kind.n3()}), kind
    assert set(graph) == set(described(site))


def test_the_description_is_found_at_the_well_known_place(site: Site) -> None:
    for path in ("/.well-known/void", "/void"):
        assert site.ask(path).headers["location"] == "/void.ttl" and site.ask(path).status_code == 303
        assert site.ask(path, headers={"Accept": "application/rdf+xml"}).headers["location"] == "/void.rdf"


def linked(page: Any) -> dict[str, str]:
    """{address: media type} of the alternates in the Link header."""
    return dict(re.findall(r'<http://localhost([^>]+)>; rel="alternate"; type="((?:[^"\\]|\\.)*)"', page.headers.get("link", "")))


@pytest.mark.parametrize("kind", ["source", "claim", "actor", "thing", "event"])
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
    with closing(store.connect(changing.path)) as connection, store.run(connection, "add"):
        connection.execute("INSERT INTO things(id, name, kind) SELECT 'hostile', ?, kind FROM things LIMIT 1", (hostile,))
    page = changing.ask("/thing/hostile")
    assert "<script>alert" not in page.text
    (script,) = re.findall(r'<script[^>]* type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL)
    assert hostile in json.dumps(json.loads(script), ensure_ascii=False)


# What http://www.w3.org/ns/anno.jsonld says of the names that are used, as tests read nothing from the network.
ANNO = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@type": "@id", "@id": "@id"},
    "type": {"@type": "@id", "@id": "@type"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "describing": "oa:describing",
    "identifying": "oa:identifying",
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "created": {"@id": "http://purl.org/dc/terms/created", "@type": "xsd:dateTime"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
}


def test_a_source_as_web_annotations_points_at_its_words(site: Site) -> None:
    source, text = site.rows("SELECT s.source_id, s.text FROM snapshots AS s JOIN sources ON sources.snapshot_id = s.id ORDER BY s.id")[0]
    answer = site.ask(f"/source/{source}.annotations.jsonld")
    assert answer.headers["content-type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    found = answer.json()
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and found["type"] == "AnnotationCollection"
    items = found["first"]["items"]
    counts = "SELECT (SELECT count(*) FROM assertions WHERE source_id = ?1) + (SELECT count(*) FROM mentions JOIN snapshots s ON s.id = snapshot_id WHERE source_id = ?1)"
    assert found["total"] == len(items) == site.one(counts, source) > 0
    for item in items:
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] and item["type"] == "Annotation"
        assert item["body"] and item["motivation"] in ("describing", "identifying")


def test_web_annotations_say_what_the_triples_of_the_base_say(site: Site) -> None:
    source = site.one("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id")
    found = site.ask(f"/source/{source}.annotations.jsonld").json()
    found["@context"][0] = ANNO
    said, held = quads(json.dumps(found), "jsonld"), exported(site.path, "nt")
    exact = {quad for quad in said if re.search(r"oa#(exact|prefix|suffix|hasSource|hasSelector)>", quad[1])}
    assert exact and exact <= held
    speakers = {quad for quad in said if "wasAttributedTo" in quad[1] or re.search(r"ns#(stance|certainty|act)>", quad[1])}
    assert speakers and speakers <= held


def test_web_annotations_leave_out_what_is_retracted(changing: Site) -> None:
    source, assertion = changing.rows("SELECT source_id, id FROM assertions ORDER BY level DESC, id")[0]
    with closing(store.connect(changing.path)) as connection, store.run(connection, "retract", reason="for the test"):
        connection.execute("UPDATE assertions SET status = 'retracted' WHERE id = ?", (assertion,))
    assert assertion not in changing.ask(f"/source/{source}.annotations.jsonld").text
    assert changing.ask("/source/nothing.annotations.jsonld").status_code == 404


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

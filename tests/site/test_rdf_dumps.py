"""Dumps of a whole base, and the description that names them."""

from __future__ import annotations

import asyncio
from contextlib import closing
from typing import Any

import pytest
import rdflib

from kb.base import runs, store
from kb.site.linked_data import dumps
from tests.harness.names import FORMATS, MEDIA
from tests.harness.site import Site
from tests.harness.triples import PARSERS, exported, of


@pytest.fixture
def site(tiny_site: Site) -> Site:
    return tiny_site


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_a_dump_is_the_whole_base(site: Site, format: str) -> None:
    answer = site.ask(f"/dump/{site.name}.{format}")
    assert of(answer, format) == exported(site.path, format)
    assert answer.headers["content-type"].startswith(MEDIA[format]) and answer.headers["last-modified"].endswith("GMT")
    head = site.ask(f"/dump/{site.name}.{format}", "head")
    assert head.status_code == 200 and not head.content and head.headers["last-modified"] == answer.headers["last-modified"]


def pieces(site: Site, format: str, leave_after: int | None = None, stand_still_after: int | None = None) -> list[dict[str, Any]]:
    """What a server would be given to send, piece by piece; the reader may go away, or take no more, after some."""
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
        if stand_still_after is not None and len(sent) > stand_still_after:
            await asyncio.sleep(10)
        if leave_after is not None and len(sent) > leave_after:
            gone.set()
            await asyncio.sleep(0.05)

    site.run(lambda: site.datasette.app()({**scope, "scheme": "http"}, receive, send))
    return sent


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
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


def test_a_dump_ends_when_its_reader_stands_still(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dumps, "PIECE", 4096)
    monkeypatch.setattr(dumps, "LONGEST_STANDSTILL", 0.2)
    left = pieces(site, "nq", stand_still_after=3)
    assert left[-1].get("more_body") is True and dumps.under_way == 0


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


@pytest.mark.thorough
def test_sizes_are_told_once_measured_and_until_the_base_changes(changing: Site) -> None:
    assert not list(described(changing).objects(None, DCAT.byteSize))
    dump = changing.ask(f"/dump/{changing.name}.nq")
    graph = described(changing)
    assert [int(size) for size in graph.objects(None, DCAT.byteSize)] == [len(dump.content)]
    assert [int(count) for count in graph.objects(None, VOID.triples)] == [len(exported(changing.path, "nq"))]
    assert f"{len(dump.content):,} bytes" in changing.ask("/dump").text
    with closing(store.connect(changing.path)) as connection, runs.begin(connection, "add"):
        connection.execute("INSERT INTO things(id, name, kind) SELECT 'another', 'Another', kind FROM things LIMIT 1")
    assert not list(described(changing).objects(None, DCAT.byteSize))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
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

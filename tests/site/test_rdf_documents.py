"""Triples of pages, tables, rows and query results: each format is parsed back and compared with what the base's export says."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kb.base import runs, store
from kb.rdf.model_mapping import content_tables
from kb.rdf.namespaces import KB
from tests.harness.site import Site
from tests.harness.triples import BASE, GRAPHS, PARSERS, about, exported, of

FORMATS = tuple(PARSERS)
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
HELD = "SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id"
USED = "SELECT entity_id FROM entity_claims JOIN entities ON entities.id = entity_id WHERE entities.kind = ? ORDER BY entity_id"


@pytest.fixture(scope="module")
def site(tiny_built: Path) -> Iterator[Site]:
    started = Site(tiny_built, cors=True)
    yield started
    started.close()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    ("kind", "sql"),
    [("claim", "SELECT id FROM claims ORDER BY id"), ("source", HELD), ("actor", "SELECT id FROM actors ORDER BY id")],
)
@pytest.mark.thorough
def test_a_page_s_document_is_the_excerpt_that_the_export_makes(site: Site, kind: str, sql: str, format: str) -> None:
    row_id = site.one(sql)
    answer = site.ask(f"/{kind}/{row_id}.{format}")
    assert of(answer, format) == exported(site.path, format, texts=False, **{f"{kind}s": (row_id,)})
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kind", ["thing", "event"])
@pytest.mark.thorough
def test_a_thing_or_event_comes_with_the_claims_it_has_a_part_in(site: Site, kind: str, format: str) -> None:
    row_id = site.one(USED, kind)
    claims = tuple(row[0] for row in site.rows("SELECT DISTINCT claim_id FROM entity_claims WHERE entity_id = ?", row_id))
    found = of(site.ask(f"/{kind}/{row_id}.{format}"), format)
    assert claims and found == exported(site.path, format, texts=False, claims=claims)
    assert about(found, [row_id]) == about(exported(site.path, format), [row_id]) - graph_triples(site.path, format, claims)


def graph_triples(path: Path, format: str, but: tuple[str, ...]) -> set[Any]:
    """What stands in graphs of other claims."""
    names = {f"{BASE}id/{claim}" for claim in but}
    return {quad for quad in exported(path, format) if quad[3] and quad[3] not in names}


@pytest.mark.parametrize("format", FORMATS)
def test_an_assertion_comes_with_its_claim_passage_speaker_and_source(site: Site, format: str) -> None:
    row = site.rows("SELECT id, claim_id, passage_id, speaker_id, source_id FROM assertions ORDER BY id")[0]
    found = of(site.ask(f"/assertion/{row[0]}.{format}"), format)
    wanted = about({quad for quad in exported(site.path, format) if not quad[3]}, row)
    assert {quad for quad in found if not quad[3]} == wanted
    assert {quad[3] for quad in found if quad[3]} <= {f"{BASE}id/{row[1]}"}


def test_a_page_that_is_not_there_has_no_document(site: Site) -> None:
    for path in ("/claim/clm-nothing.ttl", "/actor/nobody.nt", "/source/none.jsonld", "/id/nothing.ttl", "/assertion/ast-none.rdf"):
        assert site.ask(path).status_code == 404, path
    actor = site.one("SELECT id FROM actors")
    assert site.ask(f"/event/{actor}.ttl").status_code == 404


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_every_node_has_a_document_of_its_own(site: Site, format: str) -> None:
    everything = exported(site.path, format)
    for table in ("snapshots", "passages", "mentions", "relations", "runs", "predicates", "contributors", "claims"):
        row_id = site.one(f"SELECT id FROM {table} ORDER BY id")
        found = of(site.ask(f"/id/{row_id}.{format}"), format)
        graph = f"{BASE}id/{row_id}"
        assert found == about({quad for quad in everything if not quad[3]}, [row_id]) | {quad for quad in everything if quad[3] == graph}, (
            table
        )


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("table", [name for name, table in content_tables().items() if table.key == ("id",)])
@pytest.mark.thorough
def test_a_table_with_ids_is_the_nodes_of_the_rows_shown(site: Site, table: str, format: str) -> None:
    ids = [row[0] for row in site.rows(f"SELECT id FROM {table} ORDER BY id LIMIT 7")]
    answer = site.ask(f"/{site.name}/{table}.{format}?_size=7&_sort=id")
    nodes = {quad for quad in exported(site.path, format) if not quad[3]}
    assert {quad for quad in of(answer, format) if not quad[3]} == about(nodes, ids)
    if site.one(f"SELECT count(*) FROM {table}") > 7:
        assert 'rel="next"' in answer.headers["link"] and f"/dump/{site.name}.{format}" in answer.headers["link"]


CLASSES = {
    "names": "Name",
    "identifiers": "Identifier",
    "quantities": "Quantity",
    "participations": "Participation",
    "source_authors": "Authorship",
    "vocabulary": "Word",
}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("table", CLASSES)
@pytest.mark.thorough
def test_a_table_without_ids_is_the_nodes_named_after_its_keys(site: Site, table: str, format: str) -> None:
    everything = exported(site.path, "nt")
    subjects = {quad[0] for quad in everything if quad[1] == TYPE and quad[2] == f"<{KB}{CLASSES[table]}>"}
    assert subjects, f"the base has no {table}"
    found = of(site.ask(f"/{site.name}/{table}.{format}?_size=max"), format)
    roles = {quad for quad in everything if quad[2].endswith("#Property>") or "subPropertyOf" in quad[1]}  # words that are properties too
    assert found == {quad for quad in everything if quad[0] in subjects} - (roles if table == "vocabulary" else set())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_a_row_is_its_node(site: Site, format: str) -> None:
    row_id = site.one("SELECT id FROM passages ORDER BY id")
    assert of(site.ask(f"/{site.name}/passages/{row_id}.{format}"), format) == about(exported(site.path, format), [row_id])
    event, entity, role, claim = site.rows("SELECT event_id, entity_id, role, claim_id FROM participations")[0]
    found = of(site.ask(f"/{site.name}/participations/{event},{entity},{role},{claim}.{format}"), format)
    assert {quad[0] for quad in found} == {f"<{BASE}id/{event}_{entity}_{role}_{claim}>"}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_a_query_or_view_with_ids_is_the_nodes_it_names(site: Site, format: str) -> None:
    sql = "select claim_id, speaker_id from assertions order by id limit 3"
    ids = {value for row in site.rows(sql) for value in row}
    nodes = {quad for quad in exported(site.path, format) if not quad[3]}
    found = of(site.ask(f"/{site.name}/-/query.{format}", params={"sql": sql}), format)
    assert {quad for quad in found if not quad[3]} == about(nodes, ids)
    view = of(site.ask(f"/{site.name}/who_says_what.{format}?_size=2"), format)
    assert {quad[0] for quad in view} >= {f"<{BASE}id/{row[0]}>" for row in site.rows("SELECT claim_id FROM who_says_what LIMIT 2")}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_rows_without_ids_are_refused_with_a_reason(site: Site, format: str) -> None:
    for sql, reason in (("select text from claims", "have no id"), ("select 'nothing-here' as id", "none of the ids")):
        answer = site.ask(f"/{site.name}/-/query.{format}", params={"sql": sql})
        assert answer.status_code == 400 and reason in answer.text and "Traceback" not in answer.text
    assert site.ask(f"/{site.name}/dates.{format}").status_code == 400
    assert site.ask(f"/{site.name}/-/query.{format}", params={"sql": "select nonsense from claims"}).status_code == 400


def test_datasette_links_to_triples_only_where_there_are_any(site: Site) -> None:
    assert f"/{site.name}/claims.ttl" in site.ask(f"/{site.name}/claims").text
    assert f"/{site.name}/dates.ttl" not in site.ask(f"/{site.name}/dates").text


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_lists_have_documents_too(site: Site, format: str) -> None:
    nodes = {quad for quad in exported(site.path, format) if not quad[3]}
    events = [row[0] for row in site.rows("SELECT event_id FROM timeline")]
    assert of(site.ask(f"/timeline.{format}"), format) == about(nodes, events)
    source = site.one(HELD)
    assert of(site.ask(f"/compare.{format}?source={source}"), format) == exported(site.path, format, texts=False, sources=(source,))
    word = site.one("SELECT text FROM claims ORDER BY id").split()[-1].strip(".")
    assert f"<{BASE}id/{site.one('SELECT id FROM claims ORDER BY id')}>" in {
        quad[0] for quad in of(site.ask(f"/search.{format}?q={word}"), format)
    }
    speakers = {row[0] for row in site.rows("SELECT speaker_id FROM who_says_what WHERE source_id = ?", source)}
    assert of(site.ask(f"/questions/voices-of-a-source.{format}?source={source}"), format) == about(nodes, speakers)


def test_lists_that_were_not_told_what_to_list_say_so(site: Site) -> None:
    for path in ("/search.ttl", "/compare.ttl", "/questions/no-such-question.ttl"):
        answer = site.ask(path)
        assert answer.status_code in (400, 404) and "Traceback" not in answer.text
    assert site.ask("/compare.ttl?source=nothing").status_code == 404


def test_documents_of_pages_hold_no_whole_text(site: Site) -> None:
    source = site.one(HELD)
    text = site.one("SELECT text FROM snapshots WHERE source_id = ?", source)
    answer = site.ask(f"/source/{source}.nt")
    assert f"<{BASE}id/{source}>" in answer.text
    assert not any(text.strip()[:200] in quad[2] for quad in of(answer, "nt"))


@pytest.mark.thorough
def test_the_base_iri_is_a_setting(tiny_path: Path) -> None:
    site = Site(tiny_path, config={"plugins": {"kb_site": {"base": "https://example.org/kb"}}})
    try:
        row_id = site.one("SELECT id FROM claims ORDER BY id")
        for format in FORMATS:
            subjects = {quad[0] for quad in of(site.ask(f"/id/{row_id}.{format}"), format)}
            assert f"<https://example.org/kb/id/{row_id}>" in subjects and not any("localhost" in subject for subject in subjects)
        dumped = of(site.ask(f"/dump/{site.name}.nq"), "nq")
        assert dumped == exported(tiny_path, "nq", base="https://example.org/kb/")
    finally:
        site.close()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.thorough
def test_words_that_mean_something_in_a_format_come_back_as_they_are(tiny_path: Path, format: str) -> None:
    hostile = '"</script><b> & \\u0041 \' """ é 中 \U0001f600 ]]> {x}'
    with closing(store.connect(tiny_path)) as connection, runs.begin(connection, "add"):
        connection.execute("INSERT INTO things(id, name, kind) SELECT 'a-thing', ?, kind FROM things LIMIT 1", (hostile,))
    site = Site(tiny_path)
    try:
        import rdflib

        wanted = rdflib.Literal(hostile, datatype=rdflib.XSD.string).n3()
        assert wanted.partition("^^")[0] in {quad[2].partition("^^")[0] for quad in of(site.ask(f"/thing/a-thing.{format}"), format)}
    finally:
        site.close()


def test_the_time_limit_ends_a_document(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.linked_data.documents.SECONDS", 0.0005)
    answer = site.ask(f"/source/{site.one(HELD)}.ttl")
    assert answer.status_code == 503 and "dump" in answer.text


def test_formats_with_graphs_hold_the_bare_triple_in_the_claim_s_graph(site: Site) -> None:
    claim = site.one("SELECT id FROM rdf_bare_claims ORDER BY id")
    for format in FORMATS:
        graphs = {quad[3] for quad in of(site.ask(f"/id/{claim}.{format}"), format)} - {""}
        assert graphs == ({f"{BASE}id/{claim}"} if format in GRAPHS else set())


def test_a_base_that_is_not_ours_has_no_triples(site: Site, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE claims (id TEXT)")
    from datasette.database import Database

    site.datasette.add_database(Database(site.datasette, path=str(tmp_path / "other.db")), name="other")
    try:
        answer = site.ask("/other/claims.ttl")
        assert answer.status_code == 400 and "no base of claims" in answer.text
        assert "claims.ttl" not in site.ask("/other/claims").text
    finally:
        site.datasette.remove_database("other")

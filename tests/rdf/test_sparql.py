"""SPARQL: answers from the default graph, nothing written, nothing fetched, nothing that runs on for ever."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import runs
from kb.errors import DataError, UsageError
from kb.rdf import sparql
from kb.rdf.sparql import Engine
from kb.rdf.sparql_result import Term
from tests.harness.patience import within


@pytest.fixture
def engine(tiny_path: Path) -> Iterator[Engine]:
    with Engine(tiny_path) as running:
        yield running


def test_select_gives_terms_in_the_order_of_its_variables(tiny: sqlite3.Connection) -> None:
    result = sparql.query(tiny, "SELECT ?text ?claim ?none { ?claim a kb:Claim ; sdo:text ?text } ORDER BY ?text")
    wanted = sorted(tiny.execute("SELECT text, id FROM claims").fetchall())
    assert (result.kind, result.variables) == ("select", ["text", "claim", "none"])
    assert result.rows == [[Term("literal", text), Term("iri", f"http://localhost:8001/id/{claim}"), None] for text, claim in wanted]


def test_ask_and_construct(engine: Engine, tiny: sqlite3.Connection) -> None:
    assert engine.query("ASK { ?s a kb:Assertion }").truth is True
    assert engine.query("ASK { ?s a kb:Nothing }").truth is False
    graph = engine.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s a kb:Quantity ; ?p ?o }")
    assert graph.kind == "graph"
    assert {str(row[0]) for row in graph.rows} == {
        f"http://localhost:8001/id/{row[0]}_quantity" for row in tiny.execute("SELECT claim_id FROM quantities")
    }


def test_a_claims_triple_is_found_in_its_graph_only(engine: Engine, tiny: sqlite3.Connection) -> None:
    claim, predicate = tiny.execute("SELECT id, predicate_id FROM claims WHERE predicate_id IS NOT NULL AND status = 'recorded'").fetchone()
    assert engine.query(f"ASK {{ ?s id:{predicate} ?o }}").truth is False
    assert engine.query(f"ASK {{ GRAPH id:{claim} {{ ?s id:{predicate} ?o }} }}").truth is True


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/x> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1/x> { ?s ?p ?o } }",
        "SELECT * { ?a kb:a\\' . SERVICE <http://127.0.0.1/x> { } #'\n }",
        "SELECT * FROM <http://127.0.0.1/x> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1/x> { ?s ?p ?o }",
        "INSERT DATA { <http://a/> <http://b/> 1 }",
        "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/x>",
        "SELECT",
        "",
    ],
)
@pytest.mark.thorough
def test_what_writes_or_reaches_out_or_is_no_query_is_refused(engine: Engine, text: str) -> None:
    with pytest.raises(UsageError) as refused:
        engine.query(text)
    if "ERVICE" in text:
        assert "SERVICE" in str(refused.value)


def test_forbidden_words_are_free_in_names_strings_and_comments(engine: Engine) -> None:
    text = 'PREFIX load: <http://a/insert#> ASK { ?from load:SERVICE \'a \\\' SERVICE <x>\', """FROM "x" """ , <http://a/#from> } # INSERT'
    assert engine.query(text).truth is False


@pytest.mark.thorough
def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_answered(engine: Engine) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageError, match="stopped after"):
        engine.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=0.5)
    assert time.monotonic() - begun < within(5)
    assert engine.query("ASK { ?s a kb:Claim }").truth is True


@pytest.mark.thorough
def test_what_is_committed_meanwhile_is_found(engine: Engine, tiny: sqlite3.Connection) -> None:
    count = "SELECT (COUNT(?a) AS ?n) { ?a a kb:Actor }"
    before = str(engine.query(count).rows[0][0])
    with runs.begin(tiny, "add"):
        tiny.execute("INSERT INTO actors(id, name, kind) VALUES ('somebody-new', 'Somebody New', 'person')")
    assert str(engine.query(count).rows[0][0]) == str(int(before) + 1)


@pytest.mark.thorough
def test_each_form_of_an_answer(engine: Engine) -> None:
    select = engine.query("SELECT ?t { ?c a kb:Claim ; sdo:text ?t } ORDER BY ?t LIMIT 1")
    value = str(select.rows[0][0])
    assert json.loads(select.serialise("json"))["results"]["bindings"] == [{"t": {"type": "literal", "value": value}}]
    assert select.serialise("csv").decode().split("\r\n")[0] == "t"
    assert value in select.serialise("tsv").decode()
    graph = engine.query("CONSTRUCT { ?c sdo:text ?t } WHERE { ?c sdo:text ?t }")
    for format in ("ttl", "nt", "jsonld", "rdf"):
        assert value in graph.serialise(format).decode()
    assert engine.query("ASK {}").serialise("csv") == b"true\n"
    with pytest.raises(UsageError, match="cannot be written"):
        select.serialise("ttl")


def test_a_base_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("not a base")
    with pytest.raises(DataError), Engine(tmp_path / "no.db") as engine:
        engine.query("ASK {}")


@pytest.mark.thorough
def test_the_worker_ends_with_its_engine(tiny_path: Path) -> None:
    with Engine(tiny_path) as engine:
        engine.query("ASK {}")
        worker = engine.worker
        assert worker is not None and worker.poll() is None
    assert worker.poll() is not None

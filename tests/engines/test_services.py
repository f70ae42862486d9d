"""Clients of others ask a running site, unpatched: old SPARQL libraries, a tester of APIs, and a reader of ontologies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from kb.base import schema
from kb.rdf.namespaces import KB
from tests.engines import environments
from tests.harness.clients import reads
from tests.harness.serving import serving, token

SECRET = "a secret for the clients of others"
ALL = "SELECT ?claim ?text { ?claim a kb:Claim ; <https://schema.org/text> ?text }"
QUERIES = {
    "SELECT": f"PREFIX kb: <{KB}> {ALL}",
    "ASK": f"PREFIX kb: <{KB}> ASK {{ ?claim a kb:Claim }}",
    "CONSTRUCT": f"PREFIX kb: <{KB}> CONSTRUCT {{ ?claim a kb:Claim }} WHERE {{ ?claim a kb:Claim }}",
    "DESCRIBE": "DESCRIBE <http://localhost:8001/id/clm-ferry-too-small>",
}
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,negative_data_rejection"


@pytest.fixture(scope="module")
def port(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    copy = tmp_path_factory.mktemp("served") / "tiny.db"
    copy.write_bytes(tiny_built.read_bytes())
    with serving(copy, "--writer", "clerk", "--base-iri", "http://localhost:8001/", secret=SECRET) as number:
        yield number


@reads("SPARQLWrapper", "/sparql", engine=True)
@pytest.mark.engines
def test_every_form_of_query_is_read_in_every_format_that_the_library_knows(port: int) -> None:
    printed = environments.run("services", "run_sparqlwrapper.py", f"http://localhost:{port}/sparql", json.dumps(QUERIES))
    answers = json.loads(printed)
    assert len(answers) == 2 * (4 + 2 + 7 + 7)
    rows = {found for name, (_, found) in answers.items() if name.startswith("SELECT") and isinstance(found, int)}
    made = {name: found for name, (_, found) in answers.items() if name.startswith("CONSTRUCT")}
    assert len(rows) == 1 and rows.pop() > 1
    assert all(found is True for name, (_, found) in answers.items() if name.startswith("ASK"))
    for name, (media_type, found) in answers.items():
        wanted = {"turtle": "text/turtle", "n3": "text/turtle", "json-ld": "application/ld+json", "csv": "text/csv"}.get(name.split()[2])
        assert wanted is None or media_type.startswith(wanted), (name, media_type)
        assert found, name
    assert len(made) == 14


@reads("schemathesis", "/openapi.json", engine=True)
@pytest.mark.engines
def test_what_it_makes_up_is_answered_as_the_description_says(port: int) -> None:
    python = environments.interpreter("services")
    if python is None:
        pytest.skip("no environment build/engines/services: make it with python -m tests.engines services")
    where = f"http://127.0.0.1:{port}"
    signed = f"Authorization: Bearer {token('clerk', SECRET)}"
    command = [str(python.with_name("schemathesis")), "run", f"{where}/openapi.json", "--url", where, "-H", signed, "--checks", CHECKS]
    printed = environments.command(*command, "--phases", "fuzzing", "--max-examples", "15", "--generation-deterministic")
    assert "Tested: 11" in printed and "passed" in printed


@reads("owlready2", "schema/ontology.ttl", engine=True)
@pytest.mark.engines
def test_every_class_and_property_of_the_ontology_is_loaded(tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(data=schema.read("ontology.ttl"), format="turtle")
    (tmp_path / "ontology.nt").write_text(graph.serialize(format="nt"), encoding="utf-8")
    answer = json.loads(environments.run("services", "run_owlready.py", str(tmp_path / "ontology.nt")))
    classes = {str(each) for each in graph.subjects(rdflib.RDF.type, rdflib.OWL.Class) if str(each).startswith(KB)}
    kinds = (rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty, rdflib.OWL.AnnotationProperty)
    properties = {str(each) for kind in kinds for each in graph.subjects(rdflib.RDF.type, kind) if str(each).startswith(KB)}
    assert set(answer["classes"]) == classes and set(answer["properties"]) == properties
    assert f"{KB}Entity" in answer["above"][f"{KB}Actor"]

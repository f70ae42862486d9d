"""The shapes: a sound base has no problem, and each message of shapes.ttl is given for a fault planted for it."""

from __future__ import annotations

import builtins
import sqlite3
from collections.abc import Mapping, Sequence

import pytest
from rdflib import SH, Graph, Literal, URIRef
from rdflib.term import Node

from kb.base import schema
from kb.errors import UsageError
from kb.rdf import graph as graphs
from kb.rdf import shacl
from kb.rdf.export import Settings
from kb.rdf.namespaces import PREFIXES

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # in rdflib's own reader
ID = "http://localhost:8001/id/"

# What to do to a sound graph, for each message that a missing property does not bring about.
FAULTS = {
    "A claim needs an assertion: somebody who makes it, in words of a source.": "DELETE { ?a kb:ofClaim ?c } WHERE { ?a kb:ofClaim ?c }",
    "A claim has one quantity at most: two figures are two claims.": "INSERT { id:another kb:quantityOf ?c } WHERE { ?q kb:quantityOf ?c }",
    "The subject of a claim is one actor, thing, event or source.": "INSERT { ?c rdf:subject id:nobody } WHERE { ?c rdf:subject ?s }",
    "The predicate of a claim is one of the predicates.": "INSERT { ?c rdf:predicate id:nothing } WHERE { ?c rdf:subject ?s }",
    "A claim tells of one event at most.": "INSERT { ?c kb:aboutEvent id:one, id:two } WHERE { ?c a kb:Claim }",
    "When a claim is said to hold is one EDTF date.": "INSERT { ?c kb:aboutTime 'long ago' } WHERE { ?c a kb:Claim }",
    "A claim has a subject, a predicate and one object, or none of them.": "DELETE { ?c rdf:object ?o } WHERE { ?c rdf:object ?o }",
    "An assertion is reported in one other assertion at most.": "INSERT { ?a kb:reportedIn id:nothing } WHERE { ?a kb:reportedIn ?b }",
    "Level 0 is the document's own voice; every deeper assertion is reported in another, and only those are.": "DELETE { ?a kb:reportedIn ?b } WHERE { ?a kb:reportedIn ?b }",
    "An assertion is reported in one of the same claim and source, one level less.": "DELETE { ?a kb:level ?l } INSERT { ?a kb:level 7 } WHERE { ?a kb:reportedIn ?b ; kb:level ?l }",
    "A passage needs its exact words (a text quote selector).": "DELETE { ?p oa:hasSelector ?q } WHERE { ?p oa:hasSelector ?q . ?q a oa:TextQuoteSelector }",
    "A passage needs its place in the text (a text position selector).": "DELETE { ?p oa:hasSelector ?q } WHERE { ?p a kb:Passage ; oa:hasSelector ?q . ?q a oa:TextPositionSelector }",
    "A section needs its place in the text.": "DELETE { ?p oa:hasSelector ?q } WHERE { ?p a kb:Section ; oa:hasSelector ?q }",
    "A sentence needs its place in the text.": "DELETE { ?p oa:hasSelector ?q } WHERE { ?p a kb:Sentence ; oa:hasSelector ?q }",
    "The words of a passage are as many characters as lie between its start and its end.": "DELETE { ?q oa:exact ?w } INSERT { ?q oa:exact 'x' } WHERE { ?q oa:exact ?w }",
    "A stretch of text ends after it starts.": "DELETE { ?q oa:end ?e } INSERT { ?q oa:end ?s } WHERE { ?q oa:start ?s ; oa:end ?e }",
    "An actor has one preferred label in a language.": "INSERT { ?a skos:prefLabel 'a'@xx, 'b'@xx } WHERE { ?a a kb:Actor }",
    "When a source was published is one EDTF date.": "INSERT { ?s dct:issued '2021' } WHERE { ?s a kb:Source }",
    "When an event was is one EDTF date.": "INSERT { ?e sem:hasTimeStamp '2021' } WHERE { ?e a kb:Event }",
    "An event is in one place at most.": "INSERT { ?e sem:hasPlace id:nowhere } WHERE { ?e a kb:Event }",
    "A merged entity names the one that took its place, and no other does.": "INSERT { ?e dct:isReplacedBy ?e } WHERE { ?e a kb:Entity }",
    "Nothing belongs to itself.": "INSERT { ?a kb:affiliatedTo ?e } WHERE { ?a kb:affiliated ?e }",
    "An affiliation rests on one claim, or on none.": "INSERT { ?a kb:restsOn id:nothing } WHERE { ?a a kb:Affiliation }",
    "Since when something belongs to a whole is one EDTF date.": "INSERT { ?a sdo:startDate 'long ago' } WHERE { ?a a kb:Affiliation }",
    "Until when something belongs to a whole is one EDTF date.": "INSERT { ?a sdo:endDate 'soon' } WHERE { ?a a kb:Affiliation }",
    "Nothing is distinguished from itself.": "INSERT { ?d kb:distinguishesFrom ?e } WHERE { ?d kb:distinguishes ?e }",
    "A claim stands in no relation to itself.": "DELETE { ?r kb:toClaim ?t } INSERT { ?r kb:toClaim ?f } WHERE { ?r kb:fromClaim ?f ; kb:toClaim ?t }",
    "What makes claims comparable or not is in words of the vocabulary.": "INSERT { ?r kb:comparable kb:nonsense } WHERE { ?r a kb:Relation }",
    "An event stands in no order to itself.": "DELETE { ?o kb:orderTo ?t } INSERT { ?o kb:orderTo ?f } WHERE { ?o kb:orderOf ?f ; kb:orderTo ?t }",
    "An order in time rests on one claim at most.": "INSERT { ?o kb:restsOn id:nothing } WHERE { ?o a kb:EventOrder }",
    "The minimum of a quantity is no more than its maximum.": "INSERT { ?q sdo:minValue 9000000000000000.5 ; sdo:maxValue 2.5 } WHERE { ?q a kb:Quantity }",
    "What was recorded names the run that recorded it.": "INSERT { ?c prov:wasGeneratedBy id:no-run } WHERE { ?c a kb:Claim }",
    "owl:sameAs is never said here; use skos:exactMatch where it is sure.": "INSERT { ?a owl:sameAs ?a } WHERE { ?a a kb:Actor }",
    "A claim is somebody's: its triple stands in the graph of the claim, never in the default graph.": "INSERT { ?s ?p ?o } WHERE { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }",
}
first, *others = sorted(FAULTS)  # pyshacl takes a second for each: the suite plants one, make engines all
SHAPES = Graph().parse(data=schema.read("shapes.ttl"), format="turtle")


def messages() -> set[str]:
    return {str(message) for message in SHAPES.objects(None, SH.message)}


def required() -> list[tuple[URIRef, URIRef, str]]:
    """(class, property, message) for each property that every node of a class must have."""
    found = []
    for shape, target in SHAPES.subject_objects(SH.targetClass):
        for part in SHAPES.objects(shape, SH.property):
            path = SHAPES.value(part, SH.path)
            if SHAPES.value(part, SH.minCount) == Literal(1) and isinstance(path, URIRef) and isinstance(target, URIRef):
                found.append((target, path, str(SHAPES.value(part, SH.message))))
    return found


def sound(connection: sqlite3.Connection) -> Graph:
    graph: Graph = graphs.dataset(connection, settings=Settings(texts=False)).default_graph
    return graph


@pytest.mark.engines  # the suite asks it of a base that people worked in, see test_engines_shapes.py
def test_a_sound_base_has_no_problem(tiny: sqlite3.Connection) -> None:
    assert shacl.validate(tiny) == []


@pytest.mark.engines
def test_the_shipped_base_has_no_problem(shipped: sqlite3.Connection) -> None:
    assert shacl.validate(shipped) == []


@pytest.mark.thorough
def test_a_missing_property_is_told_for_each_class(tiny: sqlite3.Connection) -> None:
    graph = sound(tiny)
    for target, path, _ in required():
        nodes: list[Node] = list(graph.subjects(URIRef(PREFIXES["rdf"] + "type"), target))
        assert nodes, f"the tiny base has no {target}"
        for node in nodes:
            graph.remove((node, path, None))
    told = {problem.message for problem in shacl.check(graph)}
    assert {message for _, _, message in required()} - told == set()


@pytest.mark.parametrize("message", [first, *(pytest.param(message, marks=pytest.mark.engines) for message in others)])
def test_a_planted_fault_is_told(tiny: sqlite3.Connection, message: str) -> None:
    graph = sound(tiny)
    before = len(graph)
    names = {**PREFIXES, "id": ID, "owl": "http://www.w3.org/2002/07/owl#"}
    graph.update(FAULTS[message], initNs=names)
    assert message in {problem.message for problem in shacl.check(graph)}, f"{before} triples before, {len(graph)} after"


@pytest.mark.engines
def test_a_word_of_another_field_is_told(tiny: sqlite3.Connection) -> None:
    graph = sound(tiny)
    graph.update("DELETE { ?a kb:stance ?s } INSERT { ?a kb:stance kb:assertions.certainty_certain } WHERE { ?a kb:stance ?s }")
    assert {problem.message[:31] for problem in shacl.check(graph)} == {"An assertion needs one stance, "}


def test_every_message_of_the_shapes_has_its_fault() -> None:
    assert messages() == {message for _, _, message in required()} | set(FAULTS)


def test_a_missing_library_is_told_with_the_remedy(tiny: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name == "pyshacl":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match="pip install pyshacl"):
        shacl.check(Graph())

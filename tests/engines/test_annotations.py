"""Our passages, mentions and cues are what the W3C Web Annotation Data Model says, read from the triples alone.

No validator of the model can be had as a package, so its constraints stand here, each with the section of the recommendation
(https://www.w3.org/TR/annotation-model/); quotes are sought again from their selectors by code that shares nothing with ours.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kb.base import store
from kb.rdf import graph as graphs
from tests.engines.lived_in import lived_in

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # in rdflib's own reader
OA = Namespace("http://www.w3.org/ns/oa#")
SDO = Namespace("https://schema.org/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")


@pytest.fixture(scope="module", params=["lived", pytest.param("shipped", marks=pytest.mark.engines)])
def graph(request: pytest.FixtureRequest, tiny_built: Path, shipped_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The default graph of a base."""
    path = shipped_built
    if request.param == "lived":
        path = lived_in(tiny_built, tmp_path_factory.mktemp("lived") / "lived.db")
    connection = store.connect(path, readonly=True)
    found: Graph = graphs.dataset(connection).default_graph
    connection.close()
    return found


def of(graph: Graph, kind: URIRef) -> list[Node]:
    found = list(graph.subjects(RDF.type, kind))
    assert found, kind
    return found


def one(graph: Graph, node: Node, property: URIRef) -> Node:
    values = list(graph.objects(node, property))
    assert len(values) == 1, f"{node} has {len(values)} of {property}"
    return values[0]


def at_most_one(graph: Graph, node: Node, property: URIRef) -> str:
    """The words of a property, none where it is left out."""
    values = list(graph.objects(node, property))
    assert len(values) <= 1, f"{node} has {len(values)} of {property}"
    return str(values[0]) if values else ""


def test_an_annotation_has_a_target_and_a_motivation_of_the_vocabulary(graph: Graph) -> None:
    """3.1: one target or more; 3.3.5: motivations are instances of oa:Motivation."""
    for annotation in of(graph, OA.Annotation):
        targets = list(graph.objects(annotation, OA.hasTarget))
        assert targets
        assert all((target, RDF.type, OA.SpecificResource) in graph for target in targets)
        assert list(graph.objects(annotation, OA.motivatedBy)) == [OA.identifying]
        assert all(isinstance(body, URIRef) for body in graph.objects(annotation, OA.hasBody))


def test_a_specific_resource_has_one_source_and_selectors_of_the_model(graph: Graph) -> None:
    """4: exactly one source; 4.2: selectors, each of a class of the model."""
    for resource in of(graph, OA.SpecificResource):
        assert isinstance(one(graph, resource, OA.hasSource), URIRef)
        selectors = list(graph.objects(resource, OA.hasSelector))
        assert selectors
        for selector in selectors:
            assert one(graph, selector, RDF.type) in (OA.TextQuoteSelector, OA.TextPositionSelector)
            assert list(graph.subjects(OA.hasSelector, selector)) == [resource]


def test_a_quote_selector_has_its_words_once_and_context_at_most_once(graph: Graph) -> None:
    """4.2.4: exactly one exact; not more than one prefix, nor suffix."""
    for selector in of(graph, OA.TextQuoteSelector):
        assert str(one(graph, selector, OA.exact))
        for context in (OA.prefix, OA.suffix):
            at_most_one(graph, selector, context)


def test_a_position_selector_has_a_start_and_an_end_that_are_not_negative(graph: Graph) -> None:
    """4.2.5: exactly one start and one end, non-negative integers; the first character is 0 and the end is not included."""
    for selector in of(graph, OA.TextPositionSelector):
        start, end = (one(graph, selector, part) for part in (OA.start, OA.end))
        for place in (start, end):
            assert isinstance(place, Literal)
            assert place.datatype == XSD.nonNegativeInteger
            assert str(place).isdecimal()
        assert int(str(start)) < int(str(end))


def test_every_quote_is_found_again_by_its_selectors(graph: Graph) -> None:
    """4.2.4 and 4.2.5: in code points, the words between prefix and suffix stand once, and stand where the position says."""
    sought = 0
    for resource in of(graph, OA.SpecificResource):
        text = str(one(graph, one(graph, resource, OA.hasSource), SDO.text))
        by_kind = {one(graph, selector, RDF.type): selector for selector in graph.objects(resource, OA.hasSelector)}
        if OA.TextQuoteSelector not in by_kind:
            continue
        quote, position = by_kind[OA.TextQuoteSelector], by_kind[OA.TextPositionSelector]
        start, end = (int(str(one(graph, position, part))) for part in (OA.start, OA.end))
        exact = str(one(graph, quote, OA.exact))
        before, after = at_most_one(graph, quote, OA.prefix), at_most_one(graph, quote, OA.suffix)
        places = found(text, before, exact, after)
        assert (start, end) in places
        if before or after:
            assert places == [(start, end)], f"{resource} stands at {places}"
        sought += 1
    assert sought > 20


def found(text: str, before: str, exact: str, after: str) -> list[tuple[int, int]]:
    """Every place in a text where the words stand with what is around them."""
    words, places, at = before + exact + after, [], -1
    while (at := text.find(words, at + 1)) >= 0:
        places.append((at + len(before), at + len(before) + len(exact)))
    return places

"""Our own terms: what the mapping uses is what the ontology defines is what the JSON-LD context names."""

from __future__ import annotations

import json

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kb.base import schema
from kb.rdf import model_mapping
from kb.rdf.namespaces import KB, PREFIXES, XSD
from kb.rdf.r2rml.mapping import TermMap

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # in rdflib's own reader of JSON-LD


def ontology() -> Graph:
    return Graph().parse(data=schema.read("ontology.ttl"), format="turtle")


def defined() -> set[str]:
    return {str(term) for term in ontology().subjects(RDFS.label) if str(term).startswith(KB)}


def used_in_mapping() -> set[str]:
    used = {model_mapping.RESTORES}
    for triples_map in model_mapping.triples_maps().values():
        used |= set(triples_map.classes)
        for statement in triples_map.statements:
            terms = (*statement.predicates, *(each for each in statement.objects if isinstance(each, TermMap)))
            used |= {str(term.constant)[1:-1] for term in terms if term.constant is not None}
    return {term for term in used if term.startswith(KB)}


def test_the_mapping_uses_the_terms_that_the_ontology_defines_and_no_others() -> None:
    assert used_in_mapping() == defined()


def test_each_term_has_a_label_a_comment_and_a_type() -> None:
    graph = ontology()
    for term in map(URIRef, defined()):
        assert str(graph.value(term, RDFS.label))
        assert str(graph.value(term, RDFS.comment)).endswith(".")
        assert list(graph.objects(term, RDF.type))


def test_superclasses_and_superproperties_are_of_the_vocabularies_in_use() -> None:
    graph = ontology()
    for above in {*graph.objects(None, RDFS.subClassOf), *graph.objects(None, RDFS.subPropertyOf)}:
        assert str(above).startswith(tuple(PREFIXES.values()))
    assert len(list(graph.triples((None, RDFS.subClassOf, None)))) > 10
    assert (None, OWL.sameAs, None) not in graph


def test_every_term_of_an_axiom_is_declared_as_one_kind_of_thing_and_none_belongs_to_rdf_or_owl() -> None:
    """What OWL asks of an ontology before any reasoner reads it; one above rdf:Property could not be loaded at all."""
    graph = ontology()
    kinds = {kind: set(graph.subjects(RDF.type, kind)) for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)}
    for one, above in graph.subject_objects(RDFS.subClassOf):
        assert {one, above} <= kinds[OWL.Class], above
    for one, above in graph.subject_objects(RDFS.subPropertyOf):
        assert any({one, above} <= kinds[kind] for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)), above
    for one, range_ in graph.subject_objects(RDFS.range):
        literal = str(range_).startswith(XSD) or (range_, RDF.type, RDFS.Datatype) in graph
        assert one in kinds[OWL.DatatypeProperty] if literal else range_ in kinds[OWL.Class], range_
    assert not kinds[OWL.ObjectProperty] & kinds[OWL.DatatypeProperty] and not kinds[OWL.Class] & kinds[OWL.ObjectProperty]
    reserved = (str(RDF), str(RDFS), str(OWL), XSD)
    assert not [term for kind in kinds.values() for term in kind if str(term).startswith(reserved)]


def test_domains_are_classes_of_ours() -> None:
    graph = ontology()
    for domain in graph.objects(None, RDFS.domain):
        assert (domain, RDF.type, OWL.Class) in graph, domain


def test_the_context_names_every_term_and_expands_to_its_iri() -> None:
    context = json.loads(schema.read("context.jsonld"))
    names = {term.removeprefix(KB) for term in defined()}
    assert names <= set(context["@context"])
    for name in names:
        is_class = name[0].isupper()
        node = {
            "@context": context["@context"],
            "@id": "http://example.org/a",
            **({"@type": name} if is_class else {name: "http://example.org/b"}),
        }
        triples = list(Graph().parse(data=json.dumps(node), format="json-ld"))
        assert [str(triple[2] if is_class else triple[1]) for triple in triples] == [KB + name]


def test_the_context_binds_the_prefixes_of_every_other_format() -> None:
    context = json.loads(schema.read("context.jsonld"))["@context"]
    assert {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.startswith("http")} == PREFIXES
    for definition in context.values():
        if isinstance(definition, dict):
            assert definition["@id"].partition(":")[0] in PREFIXES


def test_a_property_holds_literals_of_the_type_its_range_says() -> None:
    graph = ontology()
    for triples_map in model_mapping.triples_maps().values():
        for statement in triples_map.statements:
            for predicate in statement.predicates:
                term = URIRef(str(predicate.constant)[1:-1])
                for each in statement.objects:
                    if str(term).startswith(KB) and isinstance(each, TermMap) and each.constant is None:
                        wanted = graph.value(term, RDFS.range)
                        assert (each.datatype and URIRef(each.datatype)) == wanted, term
                        assert (term, RDF.type, OWL.DatatypeProperty if each.datatype else OWL.ObjectProperty) in graph

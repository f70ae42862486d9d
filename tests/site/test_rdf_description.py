"""The description of the dataset says whose it is, and the context of JSON-LD is there for those who write it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib

from kb.base import schema
from kb.errors import UsageError
from kb.site.serve import Publication
from tests.harness.site import Site

DCT, FOAF = rdflib.Namespace("http://purl.org/dc/terms/"), rdflib.Namespace("http://xmlns.com/foaf/0.1/")
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def described(site: Site) -> tuple[rdflib.Graph, rdflib.term.Node]:
    graph = rdflib.Graph().parse(data=site.get("/void.ttl").content, format="turtle")
    dataset = graph.value(None, rdflib.RDF.type, rdflib.URIRef("http://rdfs.org/ns/void#Dataset"))
    assert dataset is not None
    return graph, dataset


def test_the_site_is_told_the_licence_and_the_publisher(tiny_built: Path) -> None:
    site = Site(tiny_built, publication=Publication(license=LICENSE, publisher="The Harbour Archive"))
    graph, dataset = described(site)
    assert graph.value(dataset, DCT.license) == rdflib.URIRef(LICENSE)
    assert str(graph.value(graph.value(dataset, DCT.publisher), FOAF.name)) == "The Harbour Archive"
    assert "rights" in str(graph.value(dataset, DCT.rights))
    site.close()


def test_without_being_told_it_names_who_did_most_of_the_work(shared_desk: Site) -> None:
    graph, dataset = described(shared_desk)
    most = "SELECT contributor_id FROM runs GROUP BY contributor_id ORDER BY count(*) DESC, contributor_id LIMIT 1"
    publisher = graph.value(dataset, DCT.publisher)
    assert str(publisher).endswith("/id/" + shared_desk.one(most)) and graph.value(publisher, FOAF.name)
    assert graph.value(dataset, DCT.license) is None


def test_a_licence_is_an_iri(tiny_built: Path) -> None:
    with pytest.raises(UsageError, match="no IRI"):
        Site(tiny_built, publication=Publication(license="free for all"))


def test_the_context_is_served_as_json_ld(shared_desk: Site) -> None:
    answer = shared_desk.get("/context.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json() == json.loads(schema.read("context.jsonld"))

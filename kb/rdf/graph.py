"""The base as an rdflib dataset, for tools that work in memory."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kb.base.selection import EVERYTHING, Selection
from kb.rdf import export
from kb.rdf.base_iri import base_of
from kb.rdf.export import DEFAULTS, Settings
from kb.rdf.streams import as_file

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Identifier


def dataset(connection: sqlite3.Connection, selection: Selection = EVERYTHING, settings: Settings = DEFAULTS) -> Dataset:
    """The base, or part of it, as a dataset with the nodes in the default graph and one named graph a claim."""
    from rdflib import Dataset, URIRef  # a fifth of a second: only where it is wanted

    dataset = Dataset(default_union=False)
    for name, iri in base_of(connection, settings.base).prefixes.items():
        dataset.bind(name, iri)
    # Read by pyoxigraph: rdflib's own reader of N-Quads takes a no-break space in an IRI for white space.
    for quad in ox.parse(as_file(export.quads(connection, selection, settings)), format=ox.RdfFormat.N_QUADS):
        graph = dataset.default_graph if isinstance(quad.graph_name, ox.DefaultGraph) else dataset.graph(URIRef(quad.graph_name.value))
        graph.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), as_rdflib(quad.object)))
    return dataset


def as_rdflib(term: ox.NamedNode | ox.Literal) -> Identifier:
    """A term in rdflib's classes. There are no blank nodes to carry over."""
    from rdflib import Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False)

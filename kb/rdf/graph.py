"""The base as an rdflib dataset, for tools that work on one in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kb.rdf import export
from kb.rdf.names import check_base, prefixes
from kb.rdf.reading import as_file

if TYPE_CHECKING:
    from rdflib import Dataset
    from rdflib.term import Identifier


def dataset(
    connection: sqlite3.Connection,
    *,
    base: str | None = None,
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    claims: Sequence[str] = (),
    since: str | None = None,
    texts: bool = True,
) -> Dataset:
    """The base, or part of it, as a dataset: nodes in the default graph, one named graph a claim."""
    from rdflib import Dataset, URIRef  # a fifth of a second: only where it is wanted

    chunks = export.quads(connection, base=base, sources=sources, actors=actors, claims=claims, since=since, texts=texts)
    made = Dataset(default_union=False)
    for name, iri in prefixes(check_base(base)).items():
        made.bind(name, iri)
    # Read by pyoxigraph: rdflib's own reader of N-Quads takes a no-break space in an IRI for white space.
    for quad in ox.parse(as_file(chunks), format=ox.RdfFormat.N_QUADS):
        graph = made.default_graph if isinstance(quad.graph_name, ox.DefaultGraph) else made.graph(URIRef(quad.graph_name.value))
        graph.add((URIRef(quad.subject.value), URIRef(quad.predicate.value), as_rdflib(quad.object)))
    return made


def as_rdflib(term: ox.NamedNode | ox.Literal) -> Identifier:
    """A term in rdflib's classes. There are no blank nodes to carry over."""
    from rdflib import Literal, URIRef

    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if term.language:
        return Literal(term.value, lang=term.language)
    plain = term.datatype.value == "http://www.w3.org/2001/XMLSchema#string"
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value), normalize=False)

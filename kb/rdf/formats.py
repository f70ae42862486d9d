"""The formats of triples and of answers to SPARQL. Every other list of formats is made from these two."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox


@dataclass(frozen=True)
class RdfFormat:
    """A format for triples, and for named graphs where `graphs` says so.

    `also` are media types that it is asked for by, besides its own; `iri` is its name at http://www.w3.org/ns/formats/; `endings` are
    those that its files may have besides its name here.
    """

    name: str
    label: str
    media_type: str
    oxigraph: ox.RdfFormat
    iri: str
    graphs: bool = False
    also: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    charset: bool = True

    @property
    def content_type(self) -> str:
        """The media type as a response names it."""
        return f"{self.media_type}; charset=utf-8" if self.charset else self.media_type


@dataclass(frozen=True)
class ResultFormat:
    """A format for the answer to a SELECT or, where `truth` says so, to an ASK."""

    name: str
    label: str
    media_type: str
    oxigraph: ox.QueryResultsFormat
    iri: str
    truth: bool = False
    also: tuple[str, ...] = ()


XML_TYPES = ("application/xml", "text/xml")
# The first is what a reader gets who takes any kind of triples.
RDF: dict[str, RdfFormat] = {
    each.name: each
    for each in (
        RdfFormat("ttl", "Turtle", "text/turtle", ox.RdfFormat.TURTLE, "Turtle"),
        RdfFormat("jsonld", "JSON-LD", "application/ld+json", ox.RdfFormat.JSON_LD, "JSON-LD", also=("application/json",), charset=False),
        RdfFormat("nt", "N-Triples", "application/n-triples", ox.RdfFormat.N_TRIPLES, "N-Triples"),
        RdfFormat("rdf", "RDF/XML", "application/rdf+xml", ox.RdfFormat.RDF_XML, "RDF_XML", also=XML_TYPES, endings=("xml", "owl")),
        RdfFormat("trig", "TriG", "application/trig", ox.RdfFormat.TRIG, "TriG", graphs=True),
        RdfFormat("nq", "N-Quads", "application/n-quads", ox.RdfFormat.N_QUADS, "N-Quads", graphs=True),
    )
}
RESULTS: dict[str, ResultFormat] = {
    each.name: each
    for each in (
        ResultFormat(
            *("json", "JSON", "application/sparql-results+json", ox.QueryResultsFormat.JSON, "SPARQL_Results_JSON"),
            truth=True,
            also=("application/json",),
        ),
        ResultFormat(
            "xml", "XML", "application/sparql-results+xml", ox.QueryResultsFormat.XML, "SPARQL_Results_XML", truth=True, also=XML_TYPES
        ),
        ResultFormat("csv", "CSV", "text/csv", ox.QueryResultsFormat.CSV, "SPARQL_Results_CSV"),
        ResultFormat("tsv", "TSV", "text/tab-separated-values", ox.QueryResultsFormat.TSV, "SPARQL_Results_TSV"),
    )
}
# What SPARQL answers a CONSTRUCT or a DESCRIBE with: the formats without named graphs.
GRAPHS: dict[str, RdfFormat] = {name: RDF[name] for name in ("ttl", "nt", "jsonld", "rdf")}
BY_ENDING: dict[str, RdfFormat] = {f".{ending}": each for each in RDF.values() for ending in (each.name, *each.endings)}
ROWS = "rows"  # no format of a file: an answer to SPARQL as a table for a page, cut at a limit of rows

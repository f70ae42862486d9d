"""The answer to a SPARQL query as rows of terms, and written in the result formats of SPARQL."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

from kb.errors import UsageError, did_you_mean
from kb.rdf import rdfxml, xml_characters
from kb.rdf.formats import GRAPHS, RESULTS
from kb.rdf.namespaces import BaseIri


@dataclass(frozen=True)
class Term:
    """A value of a result, whose kind is iri, bnode or literal."""

    kind: str
    value: str
    datatype: str = ""
    language: str = ""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Result:
    """An answer of the kind select, ask or graph. Each row holds a term, or None where unbound, for each of `variables`.

    For ask, `truth` is the answer; for graph, each row is a triple.
    """

    kind: str
    variables: list[str]
    rows: list[list[Term | None]]
    truth: bool | None
    raw: bytes
    base: BaseIri

    @classmethod
    def read(cls, kind: str, raw: bytes, base: BaseIri) -> Self:
        """The result that N-Triples (for a graph) or SPARQL's JSON (for the rest) spell."""
        if kind == "graph":
            triples: list[list[Term | None]] = [
                [term(part) for part in (quad.subject, quad.predicate, quad.object)]
                for quad in ox.parse(raw, format=ox.RdfFormat.N_TRIPLES)
            ]
            return cls(kind, ["subject", "predicate", "object"], triples, None, raw, base)
        answer = json.loads(raw)
        if kind == "ask":
            return cls(kind, [], [], answer["boolean"], raw, base)
        variables = answer["head"]["vars"]
        rows = [[from_json(binding.get(name)) for name in variables] for binding in answer["results"]["bindings"]]
        return cls(kind, variables, rows, None, raw, base)

    def serialise(self, format: str) -> bytes:
        """The answer as json, csv, tsv or xml (the SPARQL result formats), or as ttl, nt, jsonld or rdf for a graph.

        Raises UsageError for a format that cannot hold it.
        """
        known: list[str] = list(GRAPHS if self.kind == "graph" else RESULTS)
        if format not in known:
            raise UsageError(f"a {self.kind} answer cannot be written as {format!r}", remedy=did_you_mean(format, known))
        if self.kind == "graph":
            triples = ox.parse(self.raw, format=ox.RdfFormat.N_TRIPLES)
            if format == "rdf":
                stream = io.BytesIO()
                rdfxml.write(triples, stream, self.base.prefixes)
                return stream.getvalue()
            return ox.serialize((quad.triple for quad in triples), None, GRAPHS[format].oxigraph, prefixes=self.base.prefixes) or b""
        if self.kind == "ask" and format in ("csv", "tsv"):  # no such form is defined
            return b"true\n" if self.truth else b"false\n"
        body = ox.parse_query_results(self.raw, format=ox.QueryResultsFormat.JSON).serialize(None, RESULTS[format].oxigraph) or b""
        return xml_characters.carried(body) if format == "xml" else body


def term(part: object) -> Term:
    """The term of a pyoxigraph term."""
    if isinstance(part, ox.NamedNode):
        return Term("iri", part.value)
    if isinstance(part, ox.Literal):
        return Term("literal", part.value, "" if part.language else part.datatype.value, part.language or "")
    return Term("bnode", str(part).removeprefix("_:"))


def from_json(value: dict[str, str] | None) -> Term | None:
    """The term of a value in SPARQL's JSON results, or None where a variable is unbound."""
    if value is None:
        return None
    kinds = {"uri": "iri", "bnode": "bnode"}
    return Term(kinds.get(value["type"], "literal"), value["value"], value.get("datatype", ""), value.get("xml:lang", ""))

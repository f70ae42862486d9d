"""Write JSON-LD as a stream, with the names of context.jsonld and a node object for each run of triples about the same node."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Protocol

import pyoxigraph as ox

from kb.base import schema
from kb.rdf.namespaces import RDF, XSD, BaseIri

Quad = ox.Quad


def plain(node: object) -> str:
    """The IRI of a node. (Our triples have no blank nodes.)"""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


class Writable(Protocol):
    """What can be written to."""

    def write(self, data: bytes) -> int: ...


class Names:
    """The names of IRIs and values under a JSON-LD context."""

    def __init__(self, context: dict[str, Any], base: BaseIri) -> None:
        self.base = base
        self.prefixes = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.startswith("http")}
        self.terms: dict[tuple[str, str | None], str] = {}
        for name, definition in context.items():
            if isinstance(definition, dict):
                self.terms[self.expand(definition["@id"]), self.expand(definition.get("@type"))] = name
            elif name not in self.prefixes and not name.startswith("@"):
                self.terms[self.expand(definition), None] = name

    def expand(self, name: str | None) -> str:
        """The IRI behind a compact name; a keyword stays as it is."""
        if name is None or name.startswith("@"):
            return name or ""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local if prefix in self.prefixes else name

    def compact(self, iri: str) -> str:
        """The compact name of an IRI, or the IRI itself where the context has no prefix for it."""
        for prefix, start in self.prefixes.items():
            if iri.startswith(start) and len(iri) > len(start):
                return f"{prefix}:{iri[len(start) :]}"
        return iri

    def node(self, iri: str) -> str:
        """A reference to a node, which is relative to the base for the nodes of this base."""
        return self.base.relative(iri) or self.compact(iri)

    def property(self, predicate: str, value: Any) -> tuple[str, Any]:
        """The key and the value of one triple; the value is plain where the context says its type, else a value object."""
        kind = "@id" if isinstance(value, ox.NamedNode) else value.datatype.value
        if predicate == RDF + "type":
            return "@type", self.type_name(value.value)
        term = (
            None
            if kind != "@id" and value.language
            else self.terms.get((predicate, kind)) or (self.of_text(predicate) if kind == XSD + "string" else None)
        )
        if kind == "@id":
            return (term, self.node(value.value)) if term else (self.compact(predicate), {"@id": self.node(value.value)})
        if term:
            return term, value.value
        if value.language:
            return self.compact(predicate), {"@value": value.value, "@language": value.language}
        if kind == XSD + "string":
            return self.compact(predicate), value.value
        return self.compact(predicate), {"@value": value.value, "@type": self.compact(kind)}

    def of_text(self, predicate: str) -> str | None:
        """The name of a property whose values are plain text, or None."""
        return self.terms.get((predicate, ""))

    def type_name(self, iri: str) -> str:
        """The name of a class."""
        return self.terms.get((iri, None)) or self.compact(iri)


def write(quads: Iterable[Quad], stream: Writable, base: BaseIri) -> None:
    """Write triples (of the default graph) as one JSON-LD document."""
    context = json.loads(schema.read("context.jsonld"))["@context"]
    names = Names(context, base)
    head = json.dumps({"@base": base, **context}, ensure_ascii=False, indent=1)
    stream.write(f'{{"@context": {head},\n"@graph": [\n'.encode())
    first = True
    for subject, about in groupby(quads, key=lambda quad: plain(quad.subject)):
        node = json.dumps(node_object(names, subject, about), ensure_ascii=False)
        stream.write(("" if first else ",\n").encode() + node.encode("utf-8"))
        first = False
    stream.write(b"\n]}\n")


def node_object(names: Names, subject: str, about: Iterator[Quad]) -> dict[str, Any]:
    """The node object of consecutive triples about the same node."""
    node: dict[str, Any] = {"@id": names.node(subject)}
    for quad in about:
        key, value = names.property(quad.predicate.value, quad.object)
        if key not in node:
            node[key] = value
        elif isinstance(node[key], list):
            node[key].append(value)
        else:
            node[key] = [node[key], value]
    return node

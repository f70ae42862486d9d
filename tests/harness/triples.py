"""Triples as a site and the export give them, read by rdflib, the referee."""

from __future__ import annotations

import functools
import io
import warnings
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import rdflib
from httpx import Response
from rdflib.store import Store
from rdflib.term import Node

from kb.base import store
from kb.rdf import export

Quad = tuple[str, str, str, str]
BASE = "http://localhost:8001/"
PARSERS = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdf": "xml", "trig": "trig", "nq": "nquads"}
GRAPHS = ("trig", "nq")


class Collected(Store):
    """Keeps what rdflib's parsers find as it comes, without the indexes of rdflib's own store, which cost as much as the parsing."""

    context_aware = graph_aware = True
    formula_aware = transaction_aware = False

    def __init__(self) -> None:
        super().__init__()
        self.triples_found: set[tuple[Node, Node, Node, Any]] = set()
        self.bound: dict[str, Any] = {}

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        self.triples_found.add((*triple, getattr(context, "identifier", context)))

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        self.bound[prefix] = namespace

    def namespace(self, prefix: str) -> Any:
        return self.bound.get(prefix)

    def prefix(self, namespace: Any) -> str | None:
        return next((prefix for prefix, known in self.bound.items() if known == namespace), None)

    def namespaces(self) -> Any:
        return iter(self.bound.items())

    def add_graph(self, graph: Any) -> None:
        """A graph is known by its triples."""

    def remove_graph(self, graph: Any) -> None:
        """Only rdflib's reader of N-Quads asks for it, of a graph with nothing in it."""

    def contexts(self, triple: Any = None) -> Any:
        return iter(())

    def __len__(self, context: Any = None) -> int:
        return len(self.triples_found)


@functools.lru_cache(maxsize=50_000)
def n3(term: Any) -> str:
    return str(term.n3())


def quads(text: bytes | str, format: str) -> set[Quad]:
    """Triples as N-Triples terms, with the name of their graph, empty for the default graph."""
    store = Collected()
    with warnings.catch_warnings():  # rdflib's own parsers use what it deprecates, triple by triple
        warnings.simplefilter("ignore", DeprecationWarning)
        rdflib.Dataset(store=store, default_union=False).parse(data=text, format=PARSERS[format], publicID="urn:none")
    default = {str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID), "urn:none", ""}
    return {(n3(s), n3(p), n3(o), "" if str(g or "") in default else str(g)) for s, p, o, g in store.triples_found}


def of(answer: Response, format: str) -> set[Quad]:
    assert answer.status_code == 200, answer.text[:500]
    assert answer.content, "an empty document"
    return quads(answer.content, format)


def exported(path: Path, format: str, **options: Any) -> frozenset[Quad]:
    """The same from the library's export."""
    return export_once(path, path.stat().st_mtime_ns, "nq" if format in GRAPHS else "nt", tuple(options.items()))


@functools.cache
def export_once(path: Path, changed: int, format: str, options: tuple[tuple[str, Any], ...]) -> frozenset[Quad]:
    stream = io.BytesIO()
    with closing(store.connect(path, readonly=True)) as connection:
        export.write(connection, format, stream, *export.parted(**dict(options)))
    return frozenset(quads(stream.getvalue(), format))


def about(everything: Iterable[Quad], ids: Iterable[str]) -> set[Quad]:
    """Triples of the nodes with these ids, and of nodes named after one of them."""
    wanted = set(ids)
    return {quad for quad in everything if quad[0].removeprefix(f"<{BASE}id/").rstrip(">").partition("_")[0] in wanted}

"""Export against rdflib and pyoxigraph printing the same, and how much memory it takes."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kb.base import store
from kb.rdf import export
from tests.bench import synthetic
from tests.bench.measure import Report, alternating, cpu

DECIMAL = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
# One quad as plain text: subject, predicate, object, datatype and language (none for an IRI), graph.
Plain = tuple[str, str, str, str | None, str | None, str | None]
MEMORY = """
import resource, sys
from kb.base import store
from kb.rdf import export
connection = store.connect(sys.argv[1], readonly=True)
with open("/dev/null", "wb") as stream:
    export.write(connection, "nq", stream)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def run(report: Report, small: int, large: int) -> None:
    path = synthetic.kept(small)
    quads = list(plain(printed(path, "nq")))
    triples = [quad for quad in quads if quad[5] is None]
    against_pyoxigraph(report, path, triples)
    against_rdflib(report, path, quads, {"nq": (70, 45)})
    against_rdflib(report, path, triples, {"nt": (60, 35), "ttl": (20, 12)})
    sizes = [memory(synthetic.kept(size)) for size in (small, large)]
    report.no_more(
        f"peak memory of nq, {large:,} against {small:,} claims", sizes[1], sizes[0], 1.1, 1.3, "kB of RAM, processes of their own"
    )


def printed(path: Path, format: str) -> bytes:
    connection = store.connect(path, readonly=True)
    stream = io.BytesIO()
    export.write(connection, format, stream)
    connection.close()
    return stream.getvalue()


def plain(data: bytes) -> Iterator[Plain]:
    for subject, predicate, term, graph in ox.parse(data, format=ox.RdfFormat.N_QUADS):
        literal = isinstance(term, ox.Literal)
        kind = (term.datatype.value, term.language) if literal else (None, None)
        yield subject.value, predicate.value, term.value, *kind, None if isinstance(graph, ox.DefaultGraph) else graph.value


def same(one: bytes, other: bytes, format: ox.RdfFormat) -> bool:
    """Whether two files hold the same graph; there are no blank nodes in ours. rdflib's Turtle writes the decimal 25 as 25.0."""
    return set(map(by_value, ox.parse(one, format=format))) == set(map(by_value, ox.parse(other, format=format)))


def by_value(quad: ox.Quad) -> ox.Quad:
    term = quad.object
    if not isinstance(term, ox.Literal) or term.datatype != DECIMAL:
        return quad
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(str(Decimal(term.value).normalize()), datatype=DECIMAL), quad.graph_name)


def against_rdflib(report: Report, path: Path, quads: list[Plain], formats: dict[str, tuple[int, int]]) -> None:
    """Build once in rdflib, from the same plain text, and serialise in each format."""
    before = {format: cpu(lambda format=format: printed(path, format)) for format in formats}  # type: ignore[misc]
    built, graph = cpu(lambda: rdflib_graph(quads, named="nq" in formats))
    for format, bounds in formats.items():
        name, kind = {"nq": ("nquads", ox.RdfFormat.N_QUADS), "nt": ("nt", ox.RdfFormat.N_TRIPLES), "ttl": ("turtle", ox.RdfFormat.TURTLE)}[
            format
        ]
        serialised, theirs = cpu(lambda name=name: graph.serialize(format=name, encoding="utf-8"))  # type: ignore[misc]
        after = min(cpu(lambda format=format: printed(path, format))[0] for _ in range(5))  # type: ignore[misc]
        note = f"{len(quads):,} quads; CPU time, best of 6 against 1; rdflib built {built:.1f} s, serialised {serialised:.1f} s"
        equal = same(before[format][1], theirs, kind)
        report.faster(f"{format} export against rdflib", min(before[format][0], after), built + serialised, *bounds, note, equal=equal)


def rdflib_graph(quads: Iterable[Plain], *, named: bool) -> Any:
    import rdflib

    rdflib.NORMALIZE_LITERALS = False  # keep what is written, which is faster too
    made = rdflib.Dataset() if named else rdflib.Graph()
    iri, text = rdflib.URIRef, rdflib.Literal
    for subject, predicate, value, datatype, language, graph in quads:
        term = iri(value) if datatype is None else text(value, lang=language) if language else text(value, datatype=iri(datatype))
        triple = (iri(subject), iri(predicate), term)
        if graph is None:
            made.add(triple)
        else:
            made.add((*triple, iri(graph)))
    return made


def against_pyoxigraph(report: Report, path: Path, triples: list[Plain]) -> None:
    theirs = b""

    def peer() -> float:
        nonlocal theirs
        seconds, made = cpu(lambda: ox.serialize(map(oxigraph_triple, triples), format=ox.RdfFormat.N_TRIPLES))
        theirs = made or b""
        return seconds

    ours, others = alternating(lambda: cpu(lambda: printed(path, "nt"))[0], peer, 3)
    equal = same(printed(path, "nt"), theirs, ox.RdfFormat.N_TRIPLES)
    report.faster("nt export against pyoxigraph, a stream", ours, others, 4, 2.5, "CPU time, best of 4 against 3", equal=equal)


def oxigraph_triple(plain: Plain) -> ox.Triple:
    subject, predicate, value, datatype, language, _ = plain
    if datatype is None:
        term: Any = ox.NamedNode(value)
    elif language:
        term = ox.Literal(value, language=language)
    else:
        term = ox.Literal(value, datatype=ox.NamedNode(datatype))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), term)


def memory(path: Path) -> float:
    """The most memory that a process held while it exported a base (kilobytes)."""
    return float(subprocess.run([sys.executable, "-c", MEMORY, str(path)], check=True, capture_output=True, text=True).stdout)

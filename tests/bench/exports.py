"""Export against rdflib and pyoxigraph printing the same, and how much memory it takes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kb.base import store
from kb.rdf import export, printing
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
    against_rdflib(report, path, quads, {"nq": (45, 45)}, by_the_clock=(70, 45))
    against_rdflib(report, path, triples, {"nt": (60, 35), "ttl": (20, 12)})
    sizes = [memory(synthetic.kept(size)) for size in (small, large)]
    report.no_more(
        f"peak memory of nq, {large:,} against {small:,} claims", sizes[1], sizes[0], 1.1, 1.3, "kB of RAM, processes of their own"
    )


def printed(path: Path, format: str, processes: int = 1) -> bytes:
    """What an export writes, read back."""
    file = written(path, format, processes)
    data = file.read_bytes()
    file.unlink()
    return data


def written(path: Path, format: str, processes: int = 1) -> Path:
    """A file with an export, as `kb export -o` writes it."""
    file = synthetic.BUILD / f"bench-export.{format}"
    with closing(store.connect(path, readonly=True)) as connection, file.open("wb") as stream:
        export.write(connection, format, stream, settings=export.Settings(processes=processes))
    return file


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


def against_rdflib(
    report: Report, path: Path, quads: list[Plain], formats: dict[str, tuple[int, int]], by_the_clock: tuple[int, int] | None = None
) -> None:
    """Build once in rdflib, from the same plain text, and serialise in each format to a file, as ours is written to one.

    Ours is measured before and after in processes of its own: in this one, Python would look through all objects of rdflib again and again.
    """
    before = {format: alone(path, format) for format in formats}
    built, graph = cpu(lambda: rdflib_graph(quads, named="nq" in formats))
    theirs = synthetic.BUILD / "bench-export.rdflib"
    for format, bounds in formats.items():
        name, kind = {"nq": ("nquads", ox.RdfFormat.N_QUADS), "nt": ("nt", ox.RdfFormat.N_TRIPLES), "ttl": ("turtle", ox.RdfFormat.TURTLE)}[
            format
        ]
        serialised, _ = cpu(lambda name=name: graph.serialize(theirs, format=name, encoding="utf-8"))  # type: ignore[misc]
        after = alone(path, format)
        equal = same(printed(path, format), theirs.read_bytes(), kind)
        note = f"{len(quads):,} quads to a file; CPU time, best of 12 against 1; rdflib built {built:.1f} s, serialised {serialised:.1f} s"
        ours = min(before[format].cpu, after.cpu)
        report.faster(f"{format} export against rdflib", ours, built + serialised, *bounds, note, equal=equal)
        if by_the_clock is not None:
            equal = equal and printed(path, format, printing.available()) == printed(path, format)
            note = f"by the clock, on {printing.available()} processes, best of 12, against rdflib's one"
            ours = min(before[format].clock, after.clock)
            report.faster(f"{format} export against rdflib, by the clock", ours, built + serialised, *by_the_clock, note, equal=equal)
    theirs.unlink()


@dataclass(frozen=True)
class Taken:
    """The least seconds of CPU that one process took for an export, and by the clock that as many took as print at once."""

    cpu: float
    clock: float


def alone(path: Path, format: str) -> Taken:
    """An export in a process of its own, six times each way."""
    code = f"""
from pathlib import Path
from kb.rdf import printing
from tests.bench.exports import written
from tests.bench.measure import cpu, elapsed
path = Path({str(path)!r})
print(min(cpu(lambda: written(path, {format!r}))[0] for _ in range(6)))
print(min(elapsed(lambda: written(path, {format!r}, printing.available())) for _ in range(6)))
"""
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    return Taken(*map(float, said))


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
    file = synthetic.BUILD / "bench-export.pyoxigraph"

    def peer() -> float:
        return cpu(lambda: ox.serialize(map(oxigraph_triple, triples), file, format=ox.RdfFormat.N_TRIPLES))[0]

    ours, others = alternating(lambda: cpu(lambda: written(path, "nt"))[0], peer, 3)
    equal = same(printed(path, "nt"), file.read_bytes(), ox.RdfFormat.N_TRIPLES)
    file.unlink()
    report.faster(
        "nt export against pyoxigraph, a stream", ours, others, 4, 2.5, "each to a file; CPU time, best of 4 against 3", equal=equal
    )


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

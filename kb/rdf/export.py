"""Write a base, or part of it, as triples. N-Triples and N-Quads are printed by SQLite and streamed; the rest is made from those.

The order is that of the mapping, then of the keys, so that the same rows give the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, cast

import pyoxigraph as ox

from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf import base as our
from kb.rdf import compiler, functions, jsonld, rdfxml
from kb.rdf.compiler import FLATTENED, QUADS, TRIPLES, Options
from kb.rdf.mapping import TriplesMap
from kb.rdf.names import DEFAULT_BASE, check_base, prefixes, turtle_prefixes
from kb.rdf.reading import as_file
from kb.rdf.selection import Selection, chosen

# Format: whether it has named graphs.
FORMATS = {"nt": False, "nq": True, "ttl": False, "trig": True, "jsonld": False, "rdf": False}
BY_LIBRARY = {"ttl": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG}
TEXT_OF_SNAPSHOT = "text"
WITHHELD = "withheld_texts"  # a table that a public edition has where it may not give the snapshots' texts as they stand


@dataclass(frozen=True)
class Report:
    """What an export did: the base IRI it printed and whether that is only the default, whether texts and plain edges are in it."""

    format: str
    base: str
    default_base: bool
    bare_triples: bool
    texts: bool
    bytes: int


def write(  # noqa: PLR0913  # each is an option of `kb export`
    connection: sqlite3.Connection,
    format: str,
    stream: IO[bytes],
    *,
    base: str | None = None,
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    claims: Sequence[str] = (),
    since: str | None = None,
    bare_triples: bool = False,
    texts: bool = True,
) -> Report:
    """Write the base as `format` to a binary stream.

    Formats without graphs hold the nodes only; `bare_triples` adds to them the plain edges of claims that someone affirms.
    `texts=False` leaves the snapshots' texts out: such an export cannot be loaded, as no passage can be checked against its text.
    Raises UsageError for an unknown format, base or id, and DataError when the stream cannot be written.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}", remedy=did_you_mean(format, FORMATS))
    if bare_triples and FORMATS[format]:
        raise UsageError(
            f"{format} holds each claim's triple in a graph of its own already",
            where="--bare-triples",
            remedy="leave it out, or use nt, ttl, rdf or jsonld",
        )
    printed_base = check_base(base)
    selection = Selection(tuple(sources), tuple(actors), tuple(claims), since)
    counted = Counted(stream)
    modes = [QUADS] if FORMATS[format] else [TRIPLES] + ([FLATTENED] if bare_triples else [])
    chunks = print_quads(connection, modes, printed_base, selection, texts)
    try:
        if format in ("nt", "nq"):
            for chunk in chunks:
                counted.write(chunk)
        else:
            quads = ox.parse(as_file(chunks), format=ox.RdfFormat.N_QUADS)
            if format == "jsonld":
                jsonld.write(quads, counted, printed_base)
            elif format == "rdf":
                rdfxml.write(quads, counted, prefixes(printed_base))
            else:
                ox.serialize(quads, cast("IO[bytes]", counted), BY_LIBRARY[format], prefixes=turtle_prefixes(printed_base))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DataError(f"cannot be written: {error.strerror or error}", remedy="choose another file, on a disk with room") from error
    return Report(format, printed_base, printed_base == DEFAULT_BASE, bare_triples, texts, counted.bytes)


def quads(
    connection: sqlite3.Connection,
    *,
    base: str | None = None,
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    claims: Sequence[str] = (),
    since: str | None = None,
    texts: bool = True,
) -> Iterator[bytes]:
    """The base as N-Quads, in chunks of whole lines."""
    return print_quads(connection, [QUADS], check_base(base), Selection(tuple(sources), tuple(actors), tuple(claims), since), texts)


def print_quads(connection: sqlite3.Connection, modes: Sequence[str], base: str, selection: Selection, texts: bool) -> Iterator[bytes]:
    """Chunks of whole lines, all from one state of the base."""
    mapping = our.triples_maps(base)
    if not texts or withholds(connection):
        mapping = {name: without_text(triples_map) for name, triples_map in mapping.items()}
    with one_state(connection), chosen(connection, selection) as where:
        check = functions.register(connection, base)
        for mode in modes:
            conditions = dict(where)
            if mode == FLATTENED:
                for table in ("rdf_bare_claims", "rdf_bare_participations"):
                    conditions[table] = " AND ".join(filter(None, ["t.affirmed", where.get(table)]))
            for select in compiler.compile_all(connection, mapping, Options(mode, conditions, base, our.known())):
                yield from compiler.run(connection, select, check)


def withholds(connection: sqlite3.Connection) -> bool:
    """Whether this is a public edition that keeps back running texts."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (WITHHELD,)).fetchone() is not None


def without_text(triples_map: TriplesMap) -> TriplesMap:
    if our.restores(triples_map) != "snapshots":
        return triples_map
    kept = tuple(
        each
        for each in triples_map.statements
        if not any(column.name == TEXT_OF_SNAPSHOT for term in each.objects for column in getattr(term, "columns", ()))
    )
    return replace(triples_map, statements=kept)


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Read everything as it is at one moment, whoever writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()  # nothing but the list of chosen ids was written


class Counted:
    """A binary stream that counts what goes through."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.bytes = stream, 0

    def write(self, data: bytes) -> int:
        self.stream.write(data)
        self.bytes += len(data)
        return len(data)

    def flush(self) -> None:
        self.stream.flush()

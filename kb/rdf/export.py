"""Write a base, or part of it, as triples.

N-Triples and N-Quads are printed by SQLite and streamed; the other formats are made from those. The order is that of the mapping, then of
the keys, so that the same rows give the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import IO, Any, cast

import pyoxigraph as ox

from kb.base import slices
from kb.base.selection import EVERYTHING, Selection
from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf import formats, jsonld, printing, rdfxml
from kb.rdf import model_mapping as our
from kb.rdf.base_iri import base_of
from kb.rdf.namespaces import DEFAULT_BASE, PREFIXES, BaseIri
from kb.rdf.r2rml import compiler, functions
from kb.rdf.r2rml.compiler import FLATTENED, QUADS, TRIPLES, Options
from kb.rdf.r2rml.mapping import TriplesMap
from kb.rdf.selection import chosen
from kb.rdf.streams import as_file

# Format: whether it has named graphs.
FORMATS = {each.name: each.graphs for each in formats.RDF.values()}
# The views of what stands in the graphs of claims; each says which rows may stand without saying who makes the claim.
BARE = ("rdf_bare_claims", "rdf_bare_participations", "rdf_bare_event_order")
TEXT_OF_SNAPSHOT = "text"
# The rows of the view rdf_passages, for all passages of long texts at once.
PASSAGES = """
SELECT p.id, p.snapshot_id, p.section_id, p.start_char, p.end_char, p.exact, p.run_id,
  nullif(kb_slice(p.snapshot_id, max(p.start_char - 32, 0), p.start_char), '') AS prefix,
  nullif(kb_slice(p.snapshot_id, p.end_char, p.end_char + 32), '') AS suffix
FROM passages AS p"""
WITHHELD = "withheld_texts"  # a table that a public edition has where it may not give the snapshots' texts as they stand


@dataclass(frozen=True)
class Settings:
    """How triples are printed.

    `base` is the IRI that all nodes are named under, None for the default. `bare_triples` adds, in formats without graphs, the plain edges
    of facts that a source asserts in its own voice, certainly, and that no source denies. `texts=False` leaves the snapshots' texts out: such an export cannot be loaded, as no passage can be
    checked against its text. With more `processes`, a large base is printed by so many at once, to the same bytes.
    """

    base: str | None = None
    bare_triples: bool = False
    texts: bool = True
    processes: int = 1


DEFAULTS = Settings()


@dataclass(frozen=True)
class Report:
    """The result of an export: its format, base IRI (and whether that is only the default), settings, number of bytes, and how many characters were replaced."""

    format: str
    base: str
    default_base: bool
    bare_triples: bool
    texts: bool
    bytes: int
    replaced: int = 0


def parted(
    *,
    sources: Iterable[str] = (),
    actors: Iterable[str] = (),
    claims: Iterable[str] = (),
    since: str | None = None,
    **settings: Any,
) -> tuple[Selection, Settings]:
    """(what is exported, how it is printed), from the keyword arguments of the public Python interface."""
    return Selection.of(sources, actors, claims, since), Settings(**settings)


def write(
    connection: sqlite3.Connection, format: str, stream: IO[bytes], selection: Selection = EVERYTHING, settings: Settings = DEFAULTS
) -> Report:
    """Write the base, or part of it, as `format` to a binary stream.

    Formats without graphs hold the nodes only. Raises UsageError for an unknown format, base or id, and DataError when the stream cannot
    be written.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}", remedy=did_you_mean(format, FORMATS))
    if settings.bare_triples and FORMATS[format]:
        raise UsageError(
            f"{format} holds each claim's triple in a graph of its own already",
            where="--bare-triples",
            remedy="leave it out, or use nt, ttl, rdf or jsonld",
        )
    base = base_of(connection, settings.base)
    if format == "rdf" and settings.bare_triples:
        rdfxml.refuse_predicates(connection)
    counted = Counted(stream)
    modes = [QUADS] if FORMATS[format] else [TRIPLES] + ([FLATTENED] if settings.bare_triples else [])
    try:
        replaced = serialize(print_quads(connection, modes, selection, settings), format, counted, base)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DataError(f"cannot be written: {error.strerror or error}", remedy="choose another file, on a disk with room") from error
    return Report(format, base, base == DEFAULT_BASE, settings.bare_triples, settings.texts, counted.bytes, replaced)


def serialize(chunks: Iterator[bytes], format: str, stream: Counted, base: BaseIri) -> int:
    """Write N-Quads, given in chunks of whole lines, in another format, and return how many characters it cannot carry. N-Triples and N-Quads go through as they are."""
    if format in ("nt", "nq"):
        for chunk in chunks:
            stream.write(chunk)
        return 0
    quads = ox.parse(as_file(chunks), format=ox.RdfFormat.N_QUADS)
    if format == "jsonld":
        jsonld.write(quads, stream, base)
    elif format == "rdf":
        return rdfxml.write(quads, stream, base.prefixes)
    else:
        ox.serialize(quads, cast("IO[bytes]", stream), formats.RDF[format].oxigraph, prefixes=PREFIXES)
    return 0


def quads(connection: sqlite3.Connection, selection: Selection = EVERYTHING, settings: Settings = DEFAULTS) -> Iterator[bytes]:
    """The base, or part of it, as N-Quads in chunks of whole lines."""
    return print_quads(connection, [QUADS], selection, settings)


def print_quads(connection: sqlite3.Connection, modes: Sequence[str], selection: Selection, settings: Settings) -> Iterator[bytes]:
    """The triples of each mode of kb.rdf.r2rml.compiler in turn, as chunks of whole lines, all from one state of the base."""
    base = base_of(connection, settings.base)
    processes = settings.processes if selection == EVERYTHING else 1
    with (
        printing.several(connection, str(base), processes) as printers,
        one_state(connection),
        chosen(connection, selection) as where,
        slices.offered(connection),
    ):
        mapping = mapping_of(connection, settings)
        check = functions.register(connection, base)
        known = replace(our.known(), queries={"rdf_passages": PASSAGES})
        for mode in modes:
            conditions = dict(where)
            if mode == FLATTENED:
                for table in BARE:
                    conditions[table] = " AND ".join(filter(None, ["t.asserted", where.get(table)]))
            selects = compiler.compile_all(connection, mapping, Options(mode, conditions, base, known))
            yield from printing.printed(connection, selects, check, printers)


def mapping_of(connection: sqlite3.Connection, settings: Settings = DEFAULTS) -> dict[str, TriplesMap]:
    """Our mapping under the base IRI, without the snapshots' texts where they are left out or withheld."""
    mapping = our.triples_maps(base_of(connection, settings.base))
    if settings.texts and not withholds(connection):
        return mapping
    return {name: without_text(triples_map) for name, triples_map in mapping.items()}


def withholds(connection: sqlite3.Connection) -> bool:
    """Whether this is a public edition that withholds the snapshots' texts."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (WITHHELD,)).fetchone() is not None


def without_text(triples_map: TriplesMap) -> TriplesMap:
    """The same triples map, but that of the snapshots without the statement that prints their text."""
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
    """Hold one state of the base for the block, whoever writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()  # nothing but the list of chosen ids was written


class Counted:
    """A binary stream that counts the bytes written to it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream, self.bytes = stream, 0

    def write(self, data: bytes) -> int:
        self.stream.write(data)
        self.bytes += len(data)
        return len(data)

    def flush(self) -> None:
        self.stream.flush()

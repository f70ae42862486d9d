"""The triples of single nodes, by the mapping, which are the node of a row and the nodes named after it (quantity, selectors, names)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from kb.rdf import model_mapping as our
from kb.rdf.export import one_state, withholds, without_text
from kb.rdf.namespaces import BaseIri
from kb.rdf.r2rml import compiler, functions, statements
from kb.rdf.r2rml.compiler import QUADS, TRIPLES, Options
from kb.rdf.r2rml.mapping import Column, TriplesMap
from kb.rdf.r2rml.statements import Select

# Compiled statements by (base IRI, mode, table, whether texts are withheld); the same for every file of this version of the model.
compiled: dict[tuple[BaseIri, str, str | None, bool], list[Select]] = {}


def of_ids(connection: sqlite3.Connection, ids: Iterable[str], base: BaseIri, *, graphs: bool = False) -> Iterator[bytes]:
    """The triples about the nodes with these ids, as chunks of N-Triples. Unknown ids add nothing.

    With `graphs` also the bare triples of the claims among them, each in its own graph, as N-Quads.
    """
    store_keys(connection, ("id",), [(row_id,) for row_id in ids])
    return print_stored(connection, base, QUADS if graphs else TRIPLES, None)


def of_rows(connection: sqlite3.Connection, table: str, keys: Iterable[Sequence[object]], base: BaseIri) -> Iterator[bytes]:
    """The triples about the rows of a content table with these keys, as chunks of N-Triples.

    For tables without an id, whose rows have nodes of their own.
    """
    store_keys(connection, our.content_tables()[table].key, keys)
    return print_stored(connection, base, TRIPLES, table)


def store_keys(connection: sqlite3.Connection, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Put the keys into the temporary table kb_nodes, created anew with these columns."""
    connection.execute("DROP TABLE IF EXISTS temp.kb_nodes")
    connection.execute(f"CREATE TEMP TABLE kb_nodes ({', '.join(columns)})")
    connection.executemany(f"INSERT INTO temp.kb_nodes VALUES ({', '.join('?' * len(columns))})", rows)


def print_stored(connection: sqlite3.Connection, base: BaseIri, mode: str, table: str | None) -> Iterator[bytes]:
    """The triples about the rows whose keys are in kb_nodes, all at one state of the base, as chunks of lines."""
    check = functions.register(connection, base)
    key = (base, mode, table, withholds(connection))
    if key not in compiled:
        compiled[key] = compile_for(connection, *key)
    with one_state(connection):
        for select in compiled[key]:
            yield from statements.run(connection, select, check)


def compile_for(connection: sqlite3.Connection, base: BaseIri, mode: str, table: str | None, withheld: bool) -> list[Select]:
    """The statements that print the triples about the rows in kb_nodes, by id or by the key of a table."""
    maps, where = {}, {}
    for name, each in our.triples_maps(base).items():
        triples_map = without_text(each) if withheld else each
        condition = by_id(triples_map, base) if table is None else by_key(triples_map, table)
        if condition is not None:
            maps[name], where[triples_map.table or ""] = triples_map, condition
    return compiler.compile_all(connection, maps, Options(mode, where, base, our.known()))


def by_id(triples_map: TriplesMap, base: BaseIri) -> str | None:
    """The condition on a triples map whose nodes, or whose graphs, have names that begin with an id, or None for any other map."""
    parts = (triples_map.graphs[0] if triples_map.graphs else triples_map.subject).parts
    if len(parts) > 1 and parts[0] == base.nodes and isinstance(parts[1], Column):
        return f't."{parts[1].name}" IN (SELECT id FROM temp.kb_nodes)'
    return None


def by_key(triples_map: TriplesMap, table: str) -> str | None:
    """The condition on a triples map of this table by the table's key, or None for a map of another table."""
    if our.restores(triples_map) != table:
        return None
    key = our.content_tables()[table].key
    columns = ", ".join(f't."{column}"' for column in key)
    return f"({columns}) IN (SELECT {', '.join(key)} FROM temp.kb_nodes)"

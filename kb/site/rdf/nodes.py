"""The triples of given nodes: a row's own node and those named after it (its quantity, its selectors, its names), from the mapping."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from kb.rdf import base as our
from kb.rdf import compiler, functions
from kb.rdf.compiler import QUADS, TRIPLES, Options, Select
from kb.rdf.export import one_state, withholds, without_text
from kb.rdf.mapping import Column, TriplesMap

# Compiled statements by (base, mode, table, whether texts are withheld): the same for every base of this version of the model.
compiled: dict[tuple[str, str, str | None, bool], list[Select]] = {}


def of_ids(connection: sqlite3.Connection, ids: Iterable[str], base: str, *, graphs: bool = False) -> Iterator[bytes]:
    """The triples about the nodes with these ids, as chunks of N-Triples; ids that name nothing add nothing.

    With `graphs` also the bare triples of claims among them, each in its graph, as N-Quads.
    """
    fill(connection, ("id",), [(each,) for each in ids])
    return printed(connection, base, QUADS if graphs else TRIPLES, None)


def of_rows(connection: sqlite3.Connection, table: str, keys: Iterable[Sequence[object]], base: str) -> Iterator[bytes]:
    """The triples about the rows of a content table with these keys; nodes of their own for rows without an id."""
    fill(connection, our.content_tables()[table].key, keys)
    return printed(connection, base, TRIPLES, table)


def fill(connection: sqlite3.Connection, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.kb_nodes")
    connection.execute(f"CREATE TEMP TABLE kb_nodes ({', '.join(columns)})")
    connection.executemany(f"INSERT INTO temp.kb_nodes VALUES ({', '.join('?' * len(columns))})", rows)


def printed(connection: sqlite3.Connection, base: str, mode: str, table: str | None) -> Iterator[bytes]:
    """Run the statements that print what stands in the temporary table, all at one state of the base."""
    check = functions.register(connection, base)
    key = (base, mode, table, withholds(connection))
    if key not in compiled:
        compiled[key] = compile_for(connection, *key)
    with one_state(connection):
        for select in compiled[key]:
            yield from compiler.run(connection, select, check)


def compile_for(connection: sqlite3.Connection, base: str, mode: str, table: str | None, withheld: bool) -> list[Select]:
    maps, where = {}, {}
    for name, each in our.triples_maps(base).items():
        triples_map = without_text(each) if withheld else each
        condition = by_id(triples_map, base) if table is None else by_key(triples_map, table)
        if condition is not None:
            maps[name], where[triples_map.table or ""] = triples_map, condition
    return compiler.compile_all(connection, maps, Options(mode, where, base, our.known()))


def by_id(triples_map: TriplesMap, base: str) -> str | None:
    """The condition for a triples map whose nodes, or whose graphs, are named by an id first; None for any other."""
    parts = (triples_map.graphs[0] if triples_map.graphs else triples_map.subject).parts
    if len(parts) > 1 and parts[0] == f"{base}id/" and isinstance(parts[1], Column):
        return f't."{parts[1].name}" IN (SELECT id FROM temp.kb_nodes)'
    return None


def by_key(triples_map: TriplesMap, table: str) -> str | None:
    if our.restores(triples_map) != table:
        return None
    key = our.content_tables()[table].key
    columns = ", ".join(f't."{column}"' for column in key)
    return f"({columns}) IN (SELECT {', '.join(key)} FROM temp.kb_nodes)"

"""Our own mapping (schema/mapping.ttl) under a base IRI, and what schema.sql guarantees of the tables that it reads."""

from __future__ import annotations

import functools
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace

from kb.base import schema
from kb.base.model import BOUNDS, DATES, WORDS
from kb.rdf.namespaces import DEFAULT_BASE, KB, BaseIri
from kb.rdf.r2rml import document
from kb.rdf.r2rml.logical_tables import Known
from kb.rdf.r2rml.mapping import Column, Reference, Statement, TermMap, TriplesMap

RESTORES = KB + "restores"
# Rows of these are not printed as triples of their own: history, and what the base keeps for itself.
NOT_PRINTED = frozenset({"revisions", "origins", "originals", "proposals", "conflicts"})
# Besides dates: columns whose CHECK lets nothing through that a literal has to escape.
HARMLESS = frozenset({"sha256", "language", "recorded_at", "started_at", "ended_at", "retrieved_at"})
# What identifies a row of a view whose key is not that of the table it restores: the order it is printed in.
KEYS: dict[str, tuple[str, ...]] = {
    "rdf_bare_claims": ("id",),
    "rdf_bare_participations": ("event_id", "entity_id", "role", "claim_id"),
    "rdf_bare_event_order": ("id",),
    "rdf_event_order_links": ("id",),
    "rdf_distinct_links": ("id",),
    "rdf_appearances": ("claim_id", "source_id"),
    "rdf_cito_links": ("id",),
    "rdf_comparable_words": ("id", "comparable"),
    "rdf_memberships": ("id",),
    "rdf_affiliation_links": ("id",),
}
# The table whose rows' keys come first in the key of such a view, where it has many rows.
ROWS_OF = {"rdf_bare_claims": "claims", "rdf_bare_participations": "events", "rdf_appearances": "claims"}


@dataclass(frozen=True)
class Table:
    """A content table: its key, columns with declared types, references as (column, table), and columns that are never NULL."""

    name: str
    key: tuple[str, ...]
    columns: dict[str, str]
    references: tuple[tuple[str, str], ...]
    filled: frozenset[str]


@functools.cache
def content_tables() -> dict[str, Table]:
    """Every table that is printed as triples, as schema.sql declares it."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(schema.read("schema.sql"))
        tables = {}
        for name, table in schema.read_tables(connection).items():
            if name not in NOT_PRINTED:
                info = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid', (name,)).fetchall()
                columns = {column: declared for column, declared, _ in info}
                filled = frozenset(column for column, _, not_null in info if not_null)
                tables[name] = Table(name, tuple(table.key), columns, tuple(table.references), filled)
        return tables
    finally:
        connection.close()


@functools.cache
def triples_maps(base: BaseIri = DEFAULT_BASE) -> dict[str, TriplesMap]:
    """The triples maps of our mapping, their templates under the given base IRI."""
    maps = document.read(schema.read("mapping.ttl"))
    return maps if base == DEFAULT_BASE else {name: moved(triples_map, base) for name, triples_map in maps.items()}


def restores(triples_map: TriplesMap) -> str | None:
    """The table whose rows the triples of a triples map can be read back to, or None."""
    return next(iter(triples_map.annotations.get(RESTORES, ())), None)


def class_of(table: str) -> str:
    """The class of ours whose nodes are the rows of a table."""
    maps = (triples_map for triples_map in triples_maps().values() if restores(triples_map) == table)
    return next(name for triples_map in maps for name in triples_map.classes if name.startswith(KB))


def moved(triples_map: TriplesMap, base: BaseIri) -> TriplesMap:
    """The same triples map under another base IRI."""

    def term(part: TermMap) -> TermMap:
        if part.parts and isinstance(part.parts[0], str) and part.parts[0].startswith(DEFAULT_BASE):
            return replace(part, parts=(base + part.parts[0][len(DEFAULT_BASE) :], *part.parts[1:]))
        return part

    def statement(part: Statement) -> Statement:
        objects = tuple(each if isinstance(each, Reference) else term(each) for each in part.objects)
        return Statement(tuple(map(term, part.predicates)), objects, tuple(map(term, part.graphs)))

    statements = tuple(map(statement, triples_map.statements))
    return replace(triples_map, subject=term(triples_map.subject), graphs=tuple(map(term, triples_map.graphs)), statements=statements)


@functools.cache
def rows_by_key(name: str) -> tuple[str, str] | None:
    """The (table, column) whose values, in their order, divide the rows of a logical table by the first column of its key; None where it is small, or not ours."""
    if name in ROWS_OF:
        return ROWS_OF[name], "id"
    restored = {triples_map.table: restores(triples_map) for triples_map in triples_maps().values()}
    table = content_tables().get(restored.get(name) or "")
    first = known().keys.get(name, ())[:1]
    return (table.name, table.key[0]) if table is not None and table.key[:1] == first else None


@functools.cache
def known() -> Known:
    """The guarantees of schema.sql for the columns that the mapping reads, by logical table.

    Ids and controlled words are made of a-z, 0-9 and hyphens (each CHECKed, or looked up in a table where it is), and dates and times of
    what the calendar lets through; a view has this from the columns whose names it keeps. No view gives a REAL.
    """
    words = {(table, column) for table, columns in WORDS.items() for column in columns}
    dates = {(table, column) for table, columns in DATES.items() for column in columns}
    dates |= {(table, bound) for (table, _), bounds in BOUNDS.items() for bound in bounds}
    plain, harmless, texts = (defaultdict[str, frozenset[str]](frozenset) for _ in range(3))
    filled: dict[str, frozenset[str]] = {}
    keys = dict(KEYS)
    for triples_map in triples_maps().values():
        name, table = triples_map.table or "", content_tables().get(restores(triples_map) or "")
        named = {column.name for column in every_column(triples_map)}
        integers = {column for column in named if table is not None and table.columns.get(column) == "INTEGER"}
        of_words = {column for column in named if table is not None and (table.name, column) in words}
        calendar = {column for column in named if table is not None and (table.name, column) in dates}
        plain[name] |= {column for column in named if column == "id" or column.endswith("_id")} | integers | of_words
        harmless[name] |= calendar | (named & HARMLESS)
        texts[name] |= {column for column in named - integers if table is None or table.name != name or table.columns.get(column) == "TEXT"}
        if table is not None:
            filled[name] = table.filled
            keys.setdefault(name, table.key)
    plain["rdf_bare_participations"] |= {"role"}
    return Known(plain, harmless, texts, filled, keys)


def every_column(triples_map: TriplesMap) -> list[Column]:
    """Every column that a triples map names."""
    return [column for term in triples_map.terms for column in term.columns]

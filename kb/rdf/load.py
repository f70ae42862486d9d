"""The mapping run backwards: from RDF to the rows it was made from.

A triples map that restores a table (kb:restores) gives rows by inverting its templates and columns. The one with a class of ours
says which nodes are rows; the others over the same table add columns to those. Whatever else a file says is left aside.
"""

from __future__ import annotations

import datetime
import functools
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from kb.errors import DataError, UsageError, did_you_mean
from kb.rdf import base as our
from kb.rdf.mapping import LITERAL, TermMap, TriplesMap
from kb.rdf.names import DEFAULT_BASE, KB, RDF, XSD, check_base

Row = dict[str, str | int | float | None]
FORMATS = {
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
# Tables in an order in which each refers only to those before it, but for part_of, merged_into and snapshot_id.
ORDER = (
    "contributors",
    "runs",
    "vocabulary",
    "predicates",
    "actors",
    "things",
    "events",
    "sources",
    "source_authors",
    "names",
    "identifiers",
    "snapshots",
    "sections",
    "sentences",
    "passages",
    "mentions",
    "claims",
    "quantities",
    "assertions",
    "participations",
    "relations",
    "citations",
    "entities",
)
# Columns by which rows of one table refer to others of it: those referred to come first.
PARENTS = {"actors": "part_of_id", "things": "part_of_id", "events": "part_of_id", "claims": "merged_into_id", "assertions": "reported_in_id"}


def rows(path: str | Path, *, base: str | None = None) -> dict[str, list[Row]]:
    """The rows a file holds, by table in ORDER, those that others refer to first; every column of a table is in each row.

    `entities` has a row for each actor, thing, event and source: its status, and what it was merged into.
    The base IRI is read off the file unless given. Raises UsageError for an unknown kind of file, DataError for a broken one.
    """
    path = Path(path)
    format = FORMATS.get(path.suffix.lower())
    if format is None:
        raise UsageError(f"no RDF format is known by {path.suffix or 'no ending'}", where=str(path), remedy=did_you_mean(path.suffix, FORMATS))
    about = read(path, format)
    found = restore(about, check_base(base) if base else base_of(about))
    if not any(found.values()):
        raise DataError("holds no rows of ours", where=str(path), remedy="load a file that kb export wrote, or one of that shape")
    return found


Nodes = dict[str, dict[str, list["ox.NamedNode | ox.BlankNode | ox.Literal"]]]


def read(path: Path, format: ox.RdfFormat) -> Nodes:
    """The default graph of a file, by subject and predicate. What is in named graphs follows from the rest."""
    about: Nodes = defaultdict(lambda: defaultdict(list))
    try:
        with path.open("rb") as file:
            for quad in ox.parse(file, format=format):
                if isinstance(quad.graph_name, ox.DefaultGraph) and isinstance(quad.subject, ox.NamedNode):
                    values = about[quad.subject.value][quad.predicate.value]
                    if quad.object not in values:
                        values.append(quad.object)
    except (SyntaxError, UnicodeDecodeError) as error:
        raise DataError(f"not {format.name}: {error}", where=str(path), remedy="mend the file, or give it the ending of its format") from error
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", where=str(path), remedy="name a file that is there") from error
    return about


def base_of(about: Nodes) -> str:
    """The base IRI that a file was written for: what stands before id/ in the nodes with a class of ours."""
    for subject, properties in about.items():
        if any(isinstance(kind, ox.NamedNode) and kind.value.startswith(KB) for kind in properties.get(RDF + "type", ())):
            match = re.fullmatch(r"(.*/)id/[^/]+", subject)
            if match:
                return match[1]
    return DEFAULT_BASE


def restore(about: Nodes, base: str) -> dict[str, list[Row]]:
    """Rows by table, from nodes under a base IRI."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for subject, properties in about.items():
        for kind in properties.get(RDF + "type", ()):
            by_class[kind.value].append(subject)
    found: dict[str, dict[tuple[object, ...], Row]] = {table: {} for table in ORDER}
    restoring = [Inverse(triples_map, base) for triples_map in our.triples_maps(base).values() if our.restores(triples_map)]
    for inverse in sorted(restoring, key=lambda each: not each.own_class):
        for subject in by_class[inverse.own_class or inverse.any_class]:
            row = inverse.row(subject, about[subject])
            if row is None:
                continue
            known = found[inverse.table.name].get(tuple(row.get(column) for column in inverse.table.key))
            if known is not None:
                known.update(row)
            elif inverse.own_class:
                key = tuple(row.get(column) for column in inverse.table.key)
                found[inverse.table.name][key] = dict.fromkeys(inverse.table.columns) | row
    return {table: in_order(table, list(held.values())) for table, held in found.items()}


class Inverse:
    """A triples map backwards."""

    def __init__(self, triples_map: TriplesMap, base: str) -> None:
        self.map, self.base = triples_map, base
        self.table = our.content_tables()[our.restores(triples_map) or ""]
        self.own_class = next((name for name in triples_map.classes if name.startswith(KB)), None)
        self.any_class = triples_map.classes[0]
        self.objects: dict[str, list[Pattern]] = defaultdict(list)
        for statement in triples_map.statements:
            for predicate in statement.predicates:
                if predicate.constant is not None:
                    terms = [pattern(term) for term in statement.objects if isinstance(term, TermMap)]
                    self.objects[str(predicate.constant)[1:-1]] += [each for each in terms if set(each.columns) & set(self.table.columns)]
        self.subject = pattern(triples_map.subject)

    def row(self, subject: str, properties: dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]) -> Row | None:
        """The columns that a node gives; None when its IRI is not of this map's form."""
        values = self.subject.match(ox.NamedNode(subject))
        if values is None:
            return None
        row = self.typed(values, subject)
        for predicate, patterns in self.objects.items():
            for each in patterns:
                matches = [match for term in properties.get(predicate, ()) if (match := each.match(term)) is not None]
                if len(matches) > 1:
                    raise DataError(f"has {len(matches)} values for {predicate}", where=subject, remedy="leave one")
                if matches:
                    row.update(self.typed(matches[0], subject))
        return row

    def typed(self, values: dict[str, str], subject: str) -> Row:
        """Text as the table's columns declare it; columns of a view that the table has not are left out."""
        row: Row = {}
        for column, text in values.items():
            declared = self.table.columns.get(column)
            try:
                if declared == "INTEGER":
                    row[column] = int(text)
                elif declared == "REAL":
                    row[column] = real(text)
                elif declared is not None:
                    row[column] = text
            except ValueError as error:
                raise DataError(f"{text!r} is not a number", where=f"{subject}, {column}") from error
        return row


@dataclass(frozen=True)
class Pattern:
    """A term map backwards: which columns a term that it could have made holds."""

    columns: tuple[str, ...]
    iri: re.Pattern[str] | None = None
    datatype: str = ""

    def match(self, term: ox.NamedNode | ox.BlankNode | ox.Literal) -> dict[str, str] | None:
        if self.iri is not None:
            found = self.iri.fullmatch(term.value) if isinstance(term, ox.NamedNode) else None
            if found is None:
                return None
            return {column: unquote(text) for column, text in zip(self.columns, found.groups(), strict=True)}
        if not isinstance(term, ox.Literal) or term.language or term.datatype.value != self.datatype:
            return None
        return {self.columns[0]: in_utc(term.value) if self.datatype == XSD + "dateTime" else term.value}


def pattern(term: TermMap) -> Pattern:
    names = tuple(column.name for column in term.columns)
    if term.term_type == LITERAL:
        return Pattern(names, None, term.datatype or XSD + "string") if term.kind == "column" else Pattern(())
    if term.kind == "column":
        return Pattern(names, re.compile("(.+)", re.DOTALL))
    # All but the last column of our templates are ids, in which the underscore that joins them does not occur.
    text = "".join(re.escape(part) if isinstance(part, str) else "(.+?)" for part in term.parts)
    return Pattern(names, re.compile(text, re.DOTALL))


def in_utc(text: str) -> str:
    """A time as the base writes it. Other programs print the same moment in other forms."""
    if text.endswith("Z"):
        return text
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment.astimezone(datetime.UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


@functools.cache
def calculator() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", check_same_thread=False)


def real(text: str) -> float:
    """A decimal number as SQLite reads it, since the mapping's views go by that."""
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", text):
        raise ValueError(text)
    return float(calculator().execute("SELECT CAST(? AS REAL)", (text,)).fetchone()[0])


def in_order(table: str, held: list[Row]) -> list[Row]:
    """Rows by key, but those that others of the same table refer to first."""
    key = our.content_tables()[table].key
    held.sort(key=lambda row: tuple((str(type(row[column])), row[column]) for column in key))
    column = PARENTS.get(table)
    if column is None:
        return held
    by_id = {row["id"]: row for row in held}
    return list(parents_first(held, by_id, column))


def parents_first(held: Iterable[Row], by_id: dict[str | int | float | None, Row], column: str) -> Iterator[Row]:
    done: set[str | int | float | None] = set()
    for row in held:
        line = [row]
        while (above := by_id.get(line[-1][column])) is not None and above["id"] not in done and above not in line:
            line.append(above)
        for each in reversed(line):
            if each["id"] not in done:
                done.add(each["id"])
                yield each

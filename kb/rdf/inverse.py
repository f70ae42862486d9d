"""A triples map backwards: which columns a node gives, by inverting the templates and columns of the map."""

from __future__ import annotations

import datetime
import functools
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import unquote

import pyoxigraph as ox

from kb.errors import DataError
from kb.rdf import base as our
from kb.rdf.mapping import LITERAL, Term, TermMap, TriplesMap
from kb.rdf.names import KB, XSD

Row = dict[str, str | int | float | None]
Properties = dict[str, list[Term]]  # the objects of a node's triples, by predicate


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

    def row(self, subject: str, properties: Properties) -> Row | None:
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

    def match(self, term: Term) -> dict[str, str] | None:
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

"""Read columns back from the triples of a node, by inverting the templates and columns of a triples map."""

from __future__ import annotations

import datetime
import functools
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import pyoxigraph as ox

from kb.base.model import SEVERAL_WORDS, joined_words
from kb.errors import DataError
from kb.rdf import model_mapping as our
from kb.rdf.namespaces import KB, XSD
from kb.rdf.r2rml.mapping import LITERAL, Term, TermMap, TriplesMap

Row = dict[str, str | int | float | None]
Properties = dict[str, list[Term]]  # the objects of a node's triples, by predicate
TRUTHS = {"true": 1, "1": 1, "false": 0, "0": 0}


class Inverse:
    """The inverse of a triples map: it gives the columns of a row from the triples of a node."""

    def __init__(self, triples_map: TriplesMap) -> None:
        self.map = triples_map
        self.table = our.content_tables()[our.restores(triples_map) or ""]
        self.own_class = next((name for name in triples_map.classes if name.startswith(KB)), None)
        self.any_class = next(iter(triples_map.classes), None) or our.class_of(self.table.name)
        self.subject = pattern(triples_map.subject, self.table)
        self.objects: dict[str, list[Pattern]] = defaultdict(list)
        for statement in triples_map.statements:
            for predicate in statement.predicates:
                if predicate.constant is not None:
                    patterns = [pattern(term, self.table) for term in statement.objects if isinstance(term, TermMap)]
                    self.objects[str(predicate.constant)[1:-1]] += [each for each in patterns if any(each.readers)]

    def row(self, subject: str, properties: Properties) -> Row | None:
        """The columns that a node gives, or None when its IRI is not of this map's form. Raises DataError for two values of a column."""
        values = self.subject.of_iri(subject)
        if values is None:
            return None
        row: Row = {}
        self.subject.read(values, row, subject)
        for predicate, patterns in self.objects.items():
            terms = properties.get(predicate)
            if terms is None:
                continue
            for each in patterns:
                matches = [match for term in terms if (match := each.match(term)) is not None]
                if len(matches) > 1 and each.several:
                    matches = [[joined_words(text for texts in matches for text in texts) or ""]]
                if len(matches) > 1:
                    raise DataError(f"has {len(matches)} values for {predicate}", where=subject, remedy="leave one")
                if matches:
                    each.read(matches[0], row, subject)
        return row


Reader = tuple[str, Callable[[str], str | int | float]]


@dataclass(frozen=True)
class Pattern:
    """The inverse of a term map: the columns that a term holds, and how the table writes each.

    An IRI is `start`, one text and `end`, or what `iri` matches when it holds several; columns that the table has not have no reader.
    """

    readers: tuple[Reader | None, ...]
    start: str = ""
    end: str = ""
    iri: re.Pattern[str] | None = None
    datatype: ox.NamedNode | None = None
    several: bool = False  # the column holds several words, each of which is a term

    def match(self, term: Term) -> Sequence[str] | None:
        """The texts in a term, in the order of the columns, or None when the term has another form."""
        if self.datatype is None:
            return self.of_iri(term.value) if isinstance(term, ox.NamedNode) else None
        if not isinstance(term, ox.Literal) or term.datatype != self.datatype:
            return None
        return (term.value,)

    def of_iri(self, iri: str) -> Sequence[str] | None:
        """The texts in an IRI, in the order of the columns, or None when the IRI has another form."""
        if self.iri is not None:
            match = self.iri.fullmatch(iri)
            texts: Sequence[str] = match.groups() if match else ()
        else:
            text = iri[len(self.start) : len(iri) - len(self.end)]
            texts = (text,) if text and iri.startswith(self.start) and iri.endswith(self.end) else ()
        return ([unquote(text) for text in texts] if "%" in iri else texts) or None

    def read(self, texts: Sequence[str], row: Row, subject: str) -> None:
        """Set the columns that the texts belong to. Raises DataError for a text that is no number where the column holds one."""
        for reader, text in zip(self.readers, texts, strict=True):
            if reader is not None:
                try:
                    row[reader[0]] = reader[1](text)
                except ValueError as error:
                    raise DataError(f"{text!r} is not a number", where=f"{subject}, {reader[0]}") from error


def pattern(term: TermMap, table: our.Table) -> Pattern:
    """The inverse of a term map over a table."""
    readers = tuple(reader(column.name, table, term.datatype) for column in term.columns)
    if term.term_type == LITERAL:
        return Pattern(readers, datatype=ox.NamedNode(term.datatype or XSD + "string")) if term.kind == "column" else Pattern(())
    parts = term.parts
    if len(readers) == 1:
        before, after = parts[: parts.index(term.columns[0])], parts[parts.index(term.columns[0]) + 1 :]
        several = (table.name, term.columns[0].name) in SEVERAL_WORDS
        return Pattern(readers, "".join(map(str, before)), "".join(map(str, after)), several=several)
    # All but the last column of our templates are ids, in which the underscore that joins them does not occur.
    text = "".join(re.escape(part) if isinstance(part, str) else "(.+?)" for part in parts)
    return Pattern(readers, iri=re.compile(text, re.DOTALL))


def reader(column: str, table: our.Table, datatype: str | None) -> Reader | None:
    """The column, and the function that makes its value from a text; None for a column of a view that the table lacks."""
    declared = table.columns.get(column)
    if declared is None:
        return None
    if declared == "TEXT":
        return column, in_utc if datatype == XSD + "dateTime" else str
    if datatype == XSD + "boolean":
        return column, truth
    return column, int if declared == "INTEGER" else real


def truth(text: str) -> int:
    """1 or 0, as the base keeps what XML Schema writes in words or figures."""
    if text not in TRUTHS:
        raise ValueError(text)
    return TRUTHS[text]


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
    """A connection that converts numbers as SQLite does."""
    return sqlite3.connect(":memory:", check_same_thread=False)


def real(text: str) -> float:
    """A decimal number as SQLite reads it, since the mapping's views go by that."""
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", text):
        raise ValueError(text)
    return float(calculator().execute("SELECT CAST(? AS REAL)", (text,)).fetchone()[0])

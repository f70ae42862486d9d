"""Statements that print triples: what they consist of, and what they print as it is fetched."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kb.errors import DataError
from kb.rdf.r2rml.functions import IriCheck

BATCH = 256  # rows fetched at a time; each prints a few kilobytes


@dataclass(frozen=True)
class Select:
    """A statement that prints triples of one triples map.

    `text` is the SQL expression of what a row prints, `read_once` the columns that are read before anything is made of them, `key` the
    column that rows are sorted by first, where any two of its values compare as they are sorted.
    """

    name: str
    table: str
    text: str
    source: str
    conditions: tuple[str, ...] = ()
    order: str = ""
    read_once: tuple[str, ...] = ()
    key: str | None = None
    once: bool = False

    @functools.cached_property
    def sql(self) -> str:
        """The statement for all rows."""
        return self.narrowed()

    def narrowed(self, *conditions: str) -> str:
        """The statement for the rows that also meet these conditions on the alias t."""
        every = (*self.conditions, *conditions)
        rows = self.source + (f" WHERE {' AND '.join(every)}" if every else "")
        if self.once:
            return f"SELECT DISTINCT CAST({self.text} AS BLOB) FROM {rows} ORDER BY 1"
        rows += f" ORDER BY {self.order}" if self.order else ""
        if self.read_once:  # with a limit, SQLite computes each column of the view once, whatever is made of it
            rows = f"(SELECT {', '.join(self.read_once)} FROM {rows} LIMIT -1) AS t"
        return f"SELECT CAST({self.text} AS BLOB) FROM {rows}"


def run(
    connection: sqlite3.Connection, select: Select, check: IriCheck, parameters: Sequence[str] = (), conditions: Sequence[str] = ()
) -> Iterator[bytes]:
    """Execute a statement and return what it prints in chunks of whole lines. Raises MappingError for a value that is not an IRI.

    `conditions` narrow it further; `parameters` are those of the conditions in Options.where, then of these.
    """
    try:
        cursor = connection.execute(select.narrowed(*conditions) if conditions else select.sql, parameters)
        while batch := cursor.fetchmany(BATCH):
            if check.error is not None:
                raise check.error.at(select.name)
            yield b"".join(chain.from_iterable(batch))
    except sqlite3.Error as error:
        raise DataError(f"the base cannot be read: {error}", where=select.name) from error

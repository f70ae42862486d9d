"""The parts of an R2RML mapping: triples maps, their statements, and the terms that these print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from kb.errors import DataError
from kb.rdf.namespaces import RR

IRI, BLANK, LITERAL = "IRI", "BlankNode", "Literal"
DEFAULT_GRAPH = RR + "defaultGraph"

Term = ox.NamedNode | ox.BlankNode | ox.Literal


class MappingError(DataError):
    """The mapping document is wrong, or does not fit the database."""


@dataclass(frozen=True)
class Column:
    """A column as the mapping names it. A delimited name ("Name") keeps its case, a regular one (name) has none."""

    name: str
    delimited: bool = False


@dataclass(frozen=True)
class TermMap:
    """The way to make a term from a constant, from text with columns in it, or from one column (a template of nothing else)."""

    kind: str  # constant, column or template
    term_type: str
    parts: tuple[str | Column, ...] = ()
    constant: Term | None = None
    datatype: str | None = None
    language: str | None = None

    @property
    def columns(self) -> list[Column]:
        """The columns that the term is made from, in order."""
        return [part for part in self.parts if isinstance(part, Column)]


@dataclass(frozen=True)
class Reference:
    """An object that is the subject of another triples map, for the rows where each child column equals its parent column."""

    parent: str
    joins: tuple[tuple[Column, Column], ...] = ()


@dataclass(frozen=True)
class Statement:
    """A predicate-object map, which prints every predicate with every object in every graph."""

    predicates: tuple[TermMap, ...]
    objects: tuple[TermMap | Reference, ...]
    graphs: tuple[TermMap, ...] = ()


@dataclass(frozen=True)
class TriplesMap:
    """The triples of the rows of one logical table, which is a table or view by name, or a query."""

    name: str
    table: str | None
    query: str | None
    subject: TermMap
    classes: tuple[str, ...] = ()
    graphs: tuple[TermMap, ...] = ()
    statements: tuple[Statement, ...] = ()
    annotations: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, hash=False)

    @property
    def terms(self) -> Iterator[TermMap]:
        """Every term map, but for the subjects of other triples maps."""
        yield self.subject
        yield from self.graphs
        for statement in self.statements:
            yield from statement.predicates
            yield from (term for term in statement.objects if isinstance(term, TermMap))
            yield from statement.graphs

"""Compile triples maps into SELECTs that print N-Quads inside SQLite, one row of text for each row of the logical table.

Constants, and the text of templates, are folded into the format string of one printf(), so that each row costs one call; columns that may
be NULL are guarded, and print nothing. Nothing is read into Python but the finished bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kb.rdf.namespaces import RDF, XSD
from kb.rdf.r2rml import logical_tables
from kb.rdf.r2rml.functions import ABSOLUTE, NOT_IN_IRI
from kb.rdf.r2rml.logical_tables import Known, LogicalTable, Value
from kb.rdf.r2rml.mapping import BLANK, DEFAULT_GRAPH, LITERAL, MappingError, Reference, Statement, TermMap, TriplesMap
from kb.rdf.r2rml.pieces import Piece, concatenate, encoded, escape, format_of, guards_of, iri_of_column, sql_text
from kb.rdf.r2rml.statements import Select

QUADS, TRIPLES, FLATTENED = "quads", "triples", "flattened"


@dataclass(frozen=True)
class Options:
    """How to print triples.

    `graphs`: quads; triples (what is in named graphs is left out); or flattened (only that, without its graph). `where` narrows a logical
    table by a condition on the alias t. `base` completes relative IRIs.
    """

    graphs: str = QUADS
    where: Mapping[str, str] = field(default_factory=dict)
    base: str = "http://example.com/base/"
    known: Known = field(default_factory=Known)


def compile_all(connection: sqlite3.Connection, mapping: Mapping[str, TriplesMap], options: Options) -> list[Select]:
    """The statements for a whole mapping, in its order, each checked against the database. Raises MappingError."""
    selects = [select for triples_map in mapping.values() for select in compile_map(connection, triples_map, mapping, options)]
    for select in selects:
        try:
            connection.execute(f"EXPLAIN {select.sql}").close()
        except sqlite3.Error as error:
            raise MappingError(f"does not fit the database: {error}", where=select.name) from error
    return selects


def compile_map(
    connection: sqlite3.Connection, triples_map: TriplesMap, mapping: Mapping[str, TriplesMap], options: Options
) -> Iterator[Select]:
    """One SELECT for the rows of a triples map, and one for each join it makes."""
    compiler = Compiler(triples_map, logical_tables.find(connection, triples_map, options.known), options)
    compiler.check_columns()
    select = compiler.rows(mapping)
    if select is not None:
        yield select
    for statement in triples_map.statements:
        for reference in statement.objects:
            if isinstance(reference, Reference) and reference.joins:
                parent = mapping[reference.parent]
                yield from compiler.join(statement, reference, parent, logical_tables.find(connection, parent, options.known))


class Compiler:
    """The compiler of one triples map over its logical table."""

    def __init__(self, triples_map: TriplesMap, table: LogicalTable, options: Options) -> None:
        self.map, self.table, self.options = triples_map, table, options

    def check_columns(self) -> None:
        """Raise MappingError for a named column that the logical table lacks, even where nothing would be printed."""
        try:
            for term in self.map.terms:
                for column in term.columns:
                    self.table.find(column)
        except MappingError as error:
            error.where = self.map.name
            raise

    def rows(self, mapping: Mapping[str, TriplesMap]) -> Select | None:
        """The SELECT that prints the triples of a row that need no other logical table; None where there are none."""
        subject = self.term(self.map.subject, self.table)
        lines = list(self.class_lines(subject))
        for statement in self.map.statements:
            objects = [
                each if isinstance(each, TermMap) else mapping[each.parent].subject
                for each in statement.objects
                if not getattr(each, "joins", ())
            ]
            graphs = (*self.map.graphs, *statement.graphs)
            lines += [line for each in objects for line in self.lines(subject, statement, self.term(each, self.table), graphs)]
        if not lines:
            return None
        needed = tuple(guard for guard in guards_of(lines) if all(guard in line.guards for line in lines))
        text = concatenate([replace(line, guards=tuple(guard for guard in line.guards if guard not in needed)) for line in lines])
        return self.select(f"{self.table.source} AS t", text, needed, self.order())

    def join(self, statement: Statement, reference: Reference, parent: TriplesMap, parents: LogicalTable) -> Iterator[Select]:
        """The SELECT for an object that stands in another logical table."""
        subject = self.term(self.map.subject, self.table)
        target = self.term(parent.subject, parents, "p")
        lines = list(self.lines(subject, statement, target, (*self.map.graphs, *statement.graphs)))
        if not lines:
            return
        on = " AND ".join(f"{self.table.value(child, 't').sql} = {parents.value(other, 'p').sql}" for child, other in reference.joins)
        yield self.select(f"{self.table.source} AS t JOIN {parents.source} AS p ON {on}", concatenate(lines), (), self.order())

    def class_lines(self, subject: Piece) -> Iterator[Piece]:
        """A line for each class of the subject."""
        for name in self.map.classes:
            yield from self.in_graphs(subject + Piece(escape(f" <{RDF}type> <{name}>")), self.map.graphs)

    def lines(self, subject: Piece, statement: Statement, target: Piece, graphs: tuple[TermMap, ...]) -> Iterator[Piece]:
        """A line for each predicate of a statement, in each of its graphs."""
        for predicate in statement.predicates:
            yield from self.in_graphs(subject + Piece(" ") + self.term(predicate, self.table) + Piece(" ") + target, graphs)

    def in_graphs(self, triple: Piece, graphs: tuple[TermMap, ...]) -> Iterator[Piece]:
        """The triple once for each of its graphs, or in the default graph when it has none."""
        end, wanted = Piece(" .\n"), self.options.graphs
        printed = []
        for graph in graphs or (None,):
            default = graph is None or (graph.constant is not None and graph.constant.value == DEFAULT_GRAPH)
            if default and wanted != FLATTENED:
                printed.append(triple + end)
            elif graph is not None and not default and wanted == QUADS:
                printed.append(triple + Piece(" ") + self.term(graph, self.table) + end)
            elif graph is not None and not default and wanted == FLATTENED:
                printed.append(triple + end)
        yield from dict.fromkeys(printed)

    def term(self, term: TermMap, table: LogicalTable, alias: str = "t") -> Piece:
        """A term as N-Quads prints it."""
        if term.constant is not None:
            return Piece(escape(str(term.constant)))
        values = [table.value(column, alias) for column in term.columns]
        guards = tuple(dict.fromkeys(value.sql for value in values if not value.filled))
        if term.term_type == LITERAL:
            return self.literal(term, values, guards)
        if term.term_type == BLANK:
            return Piece("_:b%s", (f"hex({self.joined(term, [value.lexical for value in values])})",), guards)
        if term.kind == "column":
            return Piece("<%s>", (iri_of_column(values[0]),), guards)
        text = [part for part in term.parts if isinstance(part, str)]
        if any(NOT_IN_IRI.search(part) for part in text):
            raise MappingError("rr:template: holds characters that no IRI may hold", where=self.map.name)
        absolute = isinstance(term.parts[0], str) and ABSOLUTE.match(term.parts[0])
        start = "" if absolute else self.options.base
        return Piece(
            f"<{escape(start)}{format_of(term)}>", tuple(value.sql if value.plain else encoded(value.lexical) for value in values), guards
        )

    def literal(self, term: TermMap, values: list[Value], guards: tuple[str, ...]) -> Piece:
        """A literal as N-Quads prints it, with its language or datatype."""
        if term.kind == "column":
            value = values[0]
            text, datatype = value.lexical, value.datatype
        else:
            value, text, datatype = None, self.joined(term, [each.lexical for each in values]), None
        quoted = Piece('"%s"', (text,), guards) if value is not None and value.harmless else Piece("%s", (f"json_quote({text})",), guards)
        if term.language is not None:
            return quoted + Piece(f"@{term.language}")
        if term.datatype is not None:
            return quoted + Piece("" if term.datatype == XSD + "string" else escape(f"^^<{term.datatype}>"))
        if datatype == "" and value is not None:
            chosen = f"CASE typeof({value.sql}) WHEN 'integer' THEN '^^<{XSD}integer>' WHEN 'real' THEN '^^<{XSD}double>' WHEN 'blob' THEN '^^<{XSD}hexBinary>' ELSE '' END"
            return quoted + Piece("%s", (chosen,))
        return quoted + Piece(f"^^<{XSD}{datatype}>" if datatype else "")

    def joined(self, term: TermMap, lexical: list[str]) -> str:
        """The text of a template, or of a column, as one SQL expression."""
        if term.kind == "column":
            return lexical[0]
        return f"printf({', '.join([sql_text(format_of(term)), *lexical])})"

    def order(self) -> str:
        """The SQL that sorts rows the same way every time, by the key where it is known, else by every column in use."""
        key = self.options.known.keys.get(self.table.name) or self.columns()
        return ", ".join(self.quoted(key))

    def columns(self) -> list[str]:
        """The names of every column in use."""
        return list(dict.fromkeys(self.table.find(column) for term in self.map.terms for column in term.columns))

    def select(self, source: str, text: str, guards: Iterable[str], order: str) -> Select:
        """The SELECT of printed text over the rows in which no guard is NULL."""
        conditions = [f"{guard} IS NOT NULL" for guard in guards]
        if self.table.name in self.options.where:
            conditions.append(self.options.where[self.table.name])
        known = self.options.known
        first = [name for name in known.keys.get(self.table.name, ())[:1] if name in known.plain.get(self.table.name, ())]
        once = self.options.graphs == FLATTENED  # several claims may say the same: once is enough without their graphs
        by_row = source == f"{self.table.source} AS t"
        return Select(
            name=self.map.name,
            table=self.table.name,
            text=text,
            source=source,
            conditions=tuple(conditions),
            order=order,
            read_once=self.quoted(self.columns()) if self.table.computed and order and by_row else (),
            key=self.quoted(first)[0] if first and by_row and not once else None,
            once=once,
        )

    def quoted(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The columns under the alias t, as SQL."""
        return tuple(f"t.{logical_tables.quote(name)}" for name in columns)

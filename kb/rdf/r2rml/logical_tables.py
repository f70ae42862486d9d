"""Find the logical table of a triples map in a database, with its columns and what is known of their values."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from kb.base.rows import column_names
from kb.rdf.r2rml.mapping import Column, MappingError, TriplesMap

# Declared type -> (how its values are printed, {x} standing for the column; the datatype that R2RML 10.2 gives them).
# Looked through in order; INT catches BIGINT as SQLite itself does.
NATURAL = (
    ("INT", "CAST({x} AS TEXT)", "integer"),
    ("BOOL", "CASE {x} WHEN 0 THEN 'false' WHEN 1 THEN 'true' ELSE lower(CAST({x} AS TEXT)) END", "boolean"),
    ("TIMESTAMP", "replace(CAST({x} AS TEXT), ' ', 'T')", "dateTime"),
    ("DATETIME", "replace(CAST({x} AS TEXT), ' ', 'T')", "dateTime"),
    ("DATE", "CAST({x} AS TEXT)", "date"),
    ("TIME", "CAST({x} AS TEXT)", "time"),
    ("CHAR", "CAST({x} AS TEXT)", None),
    ("TEXT", "CAST({x} AS TEXT)", None),
    ("CLOB", "CAST({x} AS TEXT)", None),
    ("BINARY", "hex({x})", "hexBinary"),
    ("BLOB", "hex({x})", "hexBinary"),
    ("REAL", "kb_double({x})", "double"),
    ("FLOA", "kb_double({x})", "double"),
    ("DOUB", "kb_double({x})", "double"),
    ("NUMERIC", "CAST({x} AS TEXT)", "decimal"),
    ("DECIMAL", "CAST({x} AS TEXT)", "decimal"),
)


@dataclass(frozen=True)
class Known:
    """What is known of a database beyond its declarations, each of which saves work in the compiled statements.

    `plain` columns hold only letters, digits and hyphens, `harmless` ones nothing that a literal has to escape, `texts` only TEXT;
    `filled` ones are never NULL, `keys` identify a row. `queries` read the same rows as a view for less. All by the name of the logical table.
    """

    plain: Mapping[str, frozenset[str]] = field(default_factory=dict)
    harmless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    filled: Mapping[str, frozenset[str]] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Value:
    """A column within a statement, with its SQL, the SQL that prints it, and its datatype ('' when each row's value decides)."""

    sql: str
    lexical: str
    datatype: str | None
    plain: bool
    harmless: bool
    filled: bool


@dataclass(frozen=True)
class LogicalTable:
    """A logical table, with the SQL that stands after FROM and its columns as (declared type, whether delimited).

    A `computed` one is a view, whose columns may cost something each time they are read.
    """

    name: str
    source: str
    columns: dict[str, tuple[str, bool]]
    known: Known
    computed: bool = False

    def find(self, column: Column) -> str:
        """The database's own name of a column. Raises MappingError when it has none of that name."""
        exact = self.columns.get(column.name)
        if exact is not None and (column.delimited or not exact[1] or column.name == column.name.upper()):
            return column.name
        for name, (_, delimited) in self.columns.items():
            if not column.delimited and not delimited and name.casefold() == column.name.casefold():
                return name
            if not column.delimited and delimited and name == column.name.upper():
                return name
        raise MappingError(f"{self.name or 'the query'} has no column {column.name}", remedy=f"it has {', '.join(self.columns)}")

    def value(self, column: Column, alias: str) -> Value:
        """The column as a statement under `alias` uses it."""
        name = self.find(column)
        sql = f"{alias}.{quote(name)}"
        plain = name in self.known.plain.get(self.name, ())
        harmless = plain or name in self.known.harmless.get(self.name, ())
        filled = name in self.known.filled.get(self.name, ())
        declared = self.columns[name][0].upper()
        if name in self.known.texts.get(self.name, ()):
            return Value(sql, sql, None, plain, harmless, filled)
        for part, lexical, datatype in NATURAL:
            if part in declared:
                return Value(sql, sql if plain else lexical.format(x=sql), datatype, plain, harmless, filled)
        lexical = f"CASE typeof({sql}) WHEN 'real' THEN kb_double({sql}) WHEN 'blob' THEN hex({sql}) ELSE CAST({sql} AS TEXT) END"
        return Value(sql, sql if plain else lexical, None if plain else "", plain, harmless, filled)


def quote(name: str) -> str:
    """A name as a delimited identifier of SQL."""
    return '"' + name.replace('"', '""') + '"'


def find(connection: sqlite3.Connection, triples_map: TriplesMap, known: Known) -> LogicalTable:
    """The logical table of a triples map. Raises MappingError when the database has no such table or refuses the query."""
    try:
        return (
            of_query(connection, triples_map.query, known)
            if triples_map.query is not None
            else of_table(connection, triples_map.table or "", known)
        )
    except MappingError as error:
        error.where = triples_map.name
        raise


def of_table(connection: sqlite3.Connection, name_as_written: str, known: Known) -> LogicalTable:
    """The logical table with this name. Raises MappingError."""
    parts = re.findall(r'"((?:[^"]|"")+)"|([^".]+)', name_as_written)
    names = [(delimited.replace('""', '"') or regular, bool(delimited)) for delimited, regular in parts]
    wanted, delimited = names[-1] if names else ("", False)
    tables = connection.execute(
        "SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE", (wanted,)
    )
    for name, kind, sql in tables.fetchall():
        if delimited and name != wanted:
            continue
        written = sql if kind == "table" else ""
        columns = connection.execute("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
        schema = "".join(f"{quote(part)}." for part, _ in names[:-1])
        return LogicalTable(
            name,
            f"({known.queries[name]})" if name in known.queries else schema + quote(name),
            {column: (declared, quote(column) in written) for column, declared in columns},
            known,
            kind == "view",
        )
    raise MappingError(f"rr:tableName: there is no table or view {name_as_written}")


def of_query(connection: sqlite3.Connection, query: str, known: Known) -> LogicalTable:
    """The logical table of a query, whose declared types a temporary view reveals. Raises MappingError."""
    try:
        names = column_names(connection.execute(f"SELECT * FROM ({query}\n) LIMIT 0"))
        as_written = column_names(connection.execute(f"{query}\nLIMIT 0")) if "limit" not in query.lower() else names
        connection.execute(f"CREATE TEMP VIEW kb_r2rml_query AS {query}\n")
        types = dict(connection.execute("SELECT name, type FROM temp.pragma_table_info('kb_r2rml_query')").fetchall())
        connection.execute("DROP VIEW temp.kb_r2rml_query")
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise MappingError(f"rr:sqlQuery: {error}") from error
    if len(set(as_written)) < len(as_written):
        raise MappingError("rr:sqlQuery: two columns have the same name", remedy="name each with AS")
    return LogicalTable("", f"({query}\n)", {name: (types.get(name) or "", False) for name in names}, known)

"""Bring the tables, columns, checks, indexes, laws and views of an older base to those of the model.

What is new is found by comparing the base with an empty one, so an addition to the model needs no step of its own.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kb.base import full_text, schema

if TYPE_CHECKING:  # sqlite-utils is slow to import, and an up-to-date base needs none of it
    import sqlite_utils


OURS = "name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_fts' ESCAPE '\\' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'"


def add_what_is_new(db: sqlite_utils.Database) -> None:
    """Create the tables, columns, checks and indexes of the model that the base lacks or has otherwise, then all laws and views."""
    import sqlite_utils

    model = sqlite_utils.Database(memory=True)
    model.conn.isolation_level = None
    schema.create(model.conn)
    connection = db.conn
    present = dict(objects(connection, "table"))
    for name, sql in objects(model.conn, "table"):
        if name not in present:
            connection.execute(sql)
        elif present[name] != sql:
            bring_table_up(connection, name, sql, columns_of(model.conn, name))
    present_indexes = dict(objects(connection, "index"))
    for name, sql in objects(model.conn, "index"):
        if present_indexes.get(name, sql) != sql:
            connection.execute(f"DROP INDEX {name}")
        if present_indexes.get(name) != sql:
            connection.execute(sql)
    for kind in ("view", "trigger"):
        for _, sql in objects(model.conn, kind):
            connection.execute(sql)
    full_text.create(connection)


def bring_table_up(connection: sqlite3.Connection, name: str, sql: str, wanted: dict[str, int]) -> None:
    """Give a table the model's definition, with its columns, checks and descriptions. Rows and row numbers stay.

    A table to which somebody added columns of his own keeps its definition, so that they stay; it gets the model's new columns.
    """
    present = columns_of(connection, name)
    if set(present) - set(wanted):
        for column in wanted:
            if column not in present:
                connection.execute(f"ALTER TABLE {name} ADD COLUMN {definition(sql, column)}")
        return
    going_with_it = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL", (name,)
    ).fetchall()
    written = [column for column, hidden in present.items() if not hidden and not wanted[column]]
    kept = ", ".join(written if numbers_its_rows(connection, name) else ["rowid", *written])  # the full-text index goes by rowid
    connection.execute(f"ALTER TABLE {name} RENAME TO {name}_as_it_was")
    connection.execute(sql)
    connection.execute(f"INSERT INTO {name}({kept}) SELECT {kept} FROM {name}_as_it_was")
    connection.execute(f"DROP TABLE {name}_as_it_was")
    for (statement,) in going_with_it:
        connection.execute(statement)


def numbers_its_rows(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the row number is a column of the table, under a name of its own."""
    keys: list[tuple[str]] = connection.execute("SELECT type FROM pragma_table_info(?) WHERE pk > 0", (table,)).fetchall()
    return keys == [("INTEGER",)]


def columns_of(connection: sqlite3.Connection, table: str) -> dict[str, int]:
    """{column: 0, or another number where the column is computed}."""
    return dict(connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?) ORDER BY cid", (table,)).fetchall())


def objects(connection: sqlite3.Connection, kind: str) -> list[tuple[str, str]]:
    """(name, SQL) of each table, view, index or trigger that is not part of the full-text search."""
    rows: list[tuple[str, str]] = connection.execute(
        f"SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND {OURS} ORDER BY rowid", (kind,)
    ).fetchall()
    return rows


def definition(sql: str, column: str) -> str:
    """The definition of one column as the model's file spells it, without its trailing comma."""
    for line in sql.splitlines():
        if line.startswith(f"  {column} "):
            return line.split(" -- ")[0].strip().rstrip(",")
    raise AssertionError(f"{column} is not in the model's table")

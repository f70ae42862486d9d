"""The tables: how they refer to each other as a picture, then every column with its type, its reference and its description."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing

from kb.base import model, schema
from tests.docs import markdown

# What every table refers to (who recorded the row) or keeps of all others would hide the rest of the picture.
BOOKKEEPING = {"contributors", "runs", "revisions", "origins", "vocabulary", *schema.BOOKKEEPING}
INTRODUCTION = """
What the base holds. The lines of the picture read like “an assertion has one claim; a claim may have many assertions”. Left out of it is
`run_id`, which every table has and which names the run that recorded the row, and the tables that only keep the books.

Types are those of SQLite's STRICT tables. A column that may not be empty is marked *required*. Columns of controlled words link to
their [vocabulary](vocabulary.md). What may stand in a column beyond that is said in [errors](errors.md#what-the-database-refuses).
"""


def page() -> str:
    with closing(empty_base()) as base:
        names = [name for name in schema.descriptions() if is_table(base, name) and name not in schema.BOOKKEEPING]
        picture = diagram(base, [name for name in names if name not in BOOKKEEPING])
        return markdown.page("Tables", INTRODUCTION, picture, *(described(base, name) for name in names))


def empty_base() -> sqlite3.Connection:
    """The model in memory."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.row_factory = sqlite3.Row
    schema.create(base)
    return base


def is_table(base: sqlite3.Connection, name: str) -> bool:
    return base.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone() is not None


def references(base: sqlite3.Connection, name: str) -> dict[str, str]:
    """{column: the table it refers to}"""
    return {row["from"]: row["table"] for row in base.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,))}


def diagram(base: sqlite3.Connection, names: Iterable[str]) -> str:
    """The tables and their references as a Mermaid diagram, which GitHub and GitLab draw."""
    names = list(names)
    lines = []
    for name in names:
        columns = base.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()
        for column, target in sorted(references(base, name).items()):
            if target in names:
                required = any(row["name"] == column and row["notnull"] for row in columns)
                lines.append(f"  {target} {'||' if required else '|o'}--o{{ {name} : {column}")
    return "```mermaid\nerDiagram\n" + "\n".join(sorted(lines)) + "\n```"


def described(base: sqlite3.Connection, name: str) -> str:
    description, columns = schema.descriptions()[name]
    targets = references(base, name)
    rows = []
    for row in base.execute("SELECT * FROM pragma_table_info(?)", (name,)):
        column = row["name"]
        kind = " ".join(filter(None, [row["type"], "key" if row["pk"] else "", "required" if row["notnull"] and not row["pk"] else ""]))
        rows.append((f"`{column}`", kind, leads_to(name, column, targets.get(column)), columns.get(column, "")))
    return f"## {name}\n\n{description}\n\n" + markdown.table(["column", "type", "holds", "description"], rows)


def leads_to(table: str, column: str, target: str | None) -> str:
    """A link to the table or the words that a column holds."""
    if target:
        return f"[{target}](#{markdown.anchor(target)})"
    if column in model.WORDS.get(table, ()):
        field = model.field_of(table, column)
        return f"[words](vocabulary.md#{markdown.anchor(field)})"
    return "EDTF date" if column in model.DATES.get(table, ()) else ""

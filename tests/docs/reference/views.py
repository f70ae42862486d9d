"""The views that others may rely on, with every column."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from kb.base import schema
from tests.base.contract_views import VIEWS
from tests.docs import markdown
from tests.docs.reference.tables import empty_base

INTRODUCTION = """
Views spell out what the tables hold by id. `claim_sheet` shows every row with its review status; all other views leave out what is
proposed or retracted. Filter by id columns: they use indexes.
"""
INTERNAL = "The program's own: what the views above are made of. They may change with any version."


def page() -> str:
    with closing(empty_base()) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")]
        own = [name for name in names if name not in VIEWS and not name.startswith("rdf_")]
        internal = markdown.table(["view", "what a row is"], [(f"`{name}`", schema.descriptions()[name][0]) for name in own])
        return markdown.page(
            "Views", INTRODUCTION, *(described(base, name) for name in VIEWS), f"## Other views\n\n{INTERNAL}\n\n{internal}"
        )


def described(base: sqlite3.Connection, name: str) -> str:
    description, own = schema.descriptions()[name]
    columns = [row["name"] for row in base.execute("SELECT name FROM pragma_table_info(?)", (name,))]
    rows = [(f"`{column}`", own.get(column) or inherited(column)) for column in columns]
    return f"## {name}\n\n{description}\n\n" + markdown.table(["column", "description"], rows)


def inherited(column: str) -> str:
    """What a column of that name means in the first table or view that describes it."""
    return next((columns[column] for _, columns in schema.descriptions().values() if column in columns), "")

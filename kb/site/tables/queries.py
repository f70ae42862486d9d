"""Helps on Datasette's page for SQL: what to begin with, and the nearest names where a query has one that the base lacks."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from datasette.database import QueryInterrupted
from datasette.utils import named_parameters
from markupsafe import Markup

from kb.site.database import bases
from kb.site.page_data import nearest
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette

MISSING = re.compile(r"no such (column|table): (?:\w+\.)?(\w+)$")
NAMED = """
SELECT made.name, part.name FROM sqlite_master AS made, pragma_table_info(made.name) AS part
WHERE made.type IN ('table', 'view') AND made.name NOT LIKE '%\\_fts%' ESCAPE '\\' AND made.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"""


def above_query(datasette: Datasette, database: str, sql: str | None) -> Callable[[], Awaitable[Markup | None]] | None:
    """Datasette's hook top_query, with the nearest names for one that the query has and the base lacks."""
    base = next((base for base in bases(datasette) if base.name == database), None)
    if base is None or not sql:
        return None

    async def inner() -> Markup | None:
        try:
            await base.execute(f"EXPLAIN {sql}", dict.fromkeys(named_parameters(sql)), log_sql_errors=False)
        except QueryInterrupted:
            return None
        except sqlite3.Error as error:
            missing = MISSING.search(str(error))
            if missing:
                near = await base.execute_fn(lambda connection: near_names(connection, sql, missing[1], missing[2]))
                return advice(Addresses(datasette), database, sql, missing[2], near) if near else None
        return None

    return inner


def near_names(connection: sqlite3.Connection, sql: str, kind: str, missing: str) -> list[str]:
    """The names of tables, or of columns of the tables that the query names, that resemble a missing one most, best first."""
    known = connection.execute(NAMED).fetchall()
    words = set(re.findall(r"\w+", sql))
    of_query = [column for table, column in known if table in words] or [column for _, column in known]
    names = [table for table, _ in known] if kind == "table" else of_query
    return nearest(missing, [(name, "") for name in dict.fromkeys(names)])


def advice(addresses: Addresses, database: str, sql: str, missing: str, near: list[str]) -> Markup:
    """The nearest names, each with a link that runs the query with it."""
    links = [
        Markup('<a href="{}">{}</a>').format(addresses.sql(database, re.sub(rf"\b{re.escape(missing)}\b", lambda _: name, sql)), name)  # noqa: B023 - used at once
        for name in near
    ]
    return Markup('<p class="notice">“{}” is no name here. Nearest, each with the query run anew: {}</p>').format(
        missing, Markup(", ").join(links)
    )

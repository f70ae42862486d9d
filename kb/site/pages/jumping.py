"""The names and claims in Datasette's jump menu, which are those that the search box offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette.jump import JumpSQL
from datasette.resources import DatabaseResource
from datasette.utils import sqlite_timelimit

from kb.site.database import bases
from kb.site.pages import search_as_typed
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request


def items(datasette: Datasette, actor: dict[str, Any] | None, request: Request) -> Callable[[], Awaitable[list[JumpSQL]]]:
    """Datasette's hook jump_items_sql, with what the words may mean, for whoever may see the base."""

    async def found() -> list[JumpSQL]:
        typed = (request.args.get("q") or "").replace("\0", "").strip()[: search_as_typed.LONGEST]
        databases = bases(datasette)
        if not typed or not databases:
            return []
        if not await datasette.allowed(action="view-database", resource=DatabaseResource(databases[0].name), actor=actor):
            return []
        limit = datasette.setting("sql_time_limit_ms")

        def bounded(connection: Any) -> dict[str, Any]:
            with sqlite_timelimit(connection, limit):
                return search_as_typed.read(connection, typed)

        offered = await databases[0].execute_fn(bounded)
        addresses = Addresses(datasette)
        rows = [(row["kind"], row, addresses.page(row["kind"], row["id"])) for row in offered["names"]]
        rows += [("claim", row, addresses.claim(row["id"])) for row in offered["claims"]]
        return [
            # what our search found is shown, also where the words stand in another name or are spelt otherwise
            JumpSQL.menu_item(label=row["label"], url=url, description=row["line"], search_text=f"{typed} {row['label']}", item_type=kind)
            for kind, row, url in rows
        ]

    return found

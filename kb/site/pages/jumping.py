"""The jump menu of Datasette: the names and claims that the search box offers, and its own tables and views without the internal ones."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any

from datasette.jump import JumpSQL
from datasette.resources import DatabaseResource
from datasette.utils import await_me_maybe, sqlite_timelimit

from kb.site.database import bases
from kb.site.pages import search_as_typed
from kb.site.urls import Addresses

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.utils.asgi import Request
    from pluggy import Result


def items(datasette: Datasette, actor: dict[str, Any] | None, request: Request) -> Generator[None, Result[Any], None]:
    """Datasette's hook jump_items_sql, around what Datasette and other plugins offer, of which internal tables and views are left out."""
    outcome = yield
    theirs = [without_hidden(datasette, offered) for offered in outcome.get_result()]
    outcome.force_result([*theirs, found_by_us(datasette, actor, request)])


def without_hidden(datasette: Datasette, offered: Any) -> Callable[[], Awaitable[Any]]:
    """What one plugin offers, with every statement about Datasette's own tables kept to those that its lists show."""

    async def inner() -> Any:
        hidden = [
            f"{base.name}: {name}"
            for base in bases(datasette)
            for name, settings in datasette.config["databases"][base.name]["tables"].items()
            if settings.get("hidden")
        ]
        fragments = await await_me_maybe(offered() if callable(offered) else offered)
        return [kept(fragment, hidden) for fragment in (fragments if isinstance(fragments, list | tuple) else [fragments]) if fragment]

    return inner


def kept(fragment: JumpSQL, hidden: list[str]) -> JumpSQL:
    """A statement of the jump menu without tables and views of these labels."""
    if fragment.database is not None or "'method', 'table'" not in fragment.sql:
        return fragment
    sql = f"SELECT * FROM ({fragment.sql}) WHERE label NOT IN (SELECT value FROM json_each(:kb_hidden))"
    return JumpSQL(sql=sql, params={**(fragment.params or {}), "kb_hidden": json.dumps(hidden)})


def found_by_us(datasette: Datasette, actor: dict[str, Any] | None, request: Request) -> Callable[[], Awaitable[list[JumpSQL]]]:
    """What the words may mean, for whoever may see the base."""

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

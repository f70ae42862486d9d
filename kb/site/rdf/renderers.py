"""Triples of Datasette's own tables, rows and query results: the nodes of the rows that are shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from kb.errors import KbError, UsageError
from kb.rdf.base import content_tables
from kb.site import describe, errors
from kb.site.rdf import documents, nodes
from kb.site.rdf.media import TYPES

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request

LINK = '<{}>; rel="{}"'


def renderers(datasette: Datasette) -> list[dict[str, Any]]:  # noqa: ARG001  # Datasette's hook
    """Datasette's hook: one output format for each format of triples."""
    return [{"extension": ending, "render": renderer(ending), "can_render": can_render} for ending in TYPES]


def renderer(format: str) -> Any:
    async def render(  # noqa: PLR0913, PLR0917  # each is named by Datasette
        datasette: Datasette,
        database: str,
        table: str | None,
        columns: Sequence[str],
        rows: Sequence[Any],
        request: Request,
        truncated: bool,
        data: dict[str, Any],
        error: str | None,
    ) -> Response:
        try:
            if error:
                raise UsageError(f"SQL: {error}", where="sql", remedy="mend the query")
            held = base_named(datasette, database)
            work = work_for(table, list(columns) or names_of(rows), rows, documents.base_of(datasette), documents.has_graphs(format))
            answer = await documents.answer(datasette, held, format, work)
        except KbError as refusal:  # Datasette would write a traceback to its log
            return await errors.answer(datasette, request, refusal)
        rest = ", ".join(links(datasette, request, held.name, format, truncated, data))
        answer.headers.update({"Link": rest} if rest else {})
        return answer

    return render


def base_named(datasette: Datasette, database: str) -> Database:
    for held in describe.bases(datasette):
        if held.name == database:
            return held
    raise UsageError(f"{database} is no base of claims, so its rows have no triples", remedy="take them as CSV or JSON")


def can_render(datasette: Datasette, database: str, table: str | None, columns: Sequence[str]) -> bool:
    """Whether the rows on a page have nodes; Datasette then links to the formats."""
    if not any(each.name == database for each in describe.bases(datasette)):
        return False
    return table in content_tables() or bool(id_columns(columns))


def id_columns(columns: Iterable[str]) -> list[str]:
    """The columns whose values are ids: named id, or ending in _id."""
    return [name for name in columns if name == "id" or name.endswith("_id")]


def names_of(rows: Sequence[Any]) -> list[str]:
    return list(rows[0].keys()) if rows and hasattr(rows[0], "keys") else []


def plain(value: Any) -> Any:
    """The value of a cell; Datasette shows a reference as its value and label."""
    return value["value"] if isinstance(value, dict) else value


def work_for(table: str | None, columns: Sequence[str], rows: Sequence[Any], base: str, graphs: bool) -> Any:
    """How the triples of some rows are printed. Raises UsageError where the rows have no nodes."""
    content = content_tables().get(table or "")
    if content is not None and content.key != ("id",):
        need(columns, content.key)
        keys = [tuple(plain(row[name]) for name in content.key) for row in rows]
        return lambda connection: nodes.of_rows(connection, content.name, keys, base)
    wanted = ["id"] if content is not None else id_columns(columns)
    need(columns, wanted or ["id"])
    ids = list(dict.fromkeys(str(value) for row in rows for name in wanted if (value := plain(row[name])) is not None))
    return lambda connection: some(connection, ids, base, graphs)


def need(columns: Sequence[str], wanted: Sequence[str]) -> None:
    if not set(wanted) <= set(columns):
        raise UsageError(
            f"these rows have no {' and '.join(wanted)}, so there is nothing that triples could be about",
            remedy="select the id of what the rows tell of (a column named id, or ending in _id), or take them as CSV or JSON",
        )


def some(connection: sqlite3.Connection, ids: Sequence[str], base: str, graphs: bool) -> Iterator[bytes]:
    """The nodes of ids of which at least one is an id of this base."""
    found = False
    for chunk in nodes.of_ids(connection, ids, base, graphs=graphs):
        found = True
        yield chunk
    if ids and not found:
        raise UsageError("none of the ids in these rows names anything that has triples", remedy="take them as CSV or JSON")


def links(datasette: Datasette, request: Request, database: str, format: str, truncated: bool, data: dict[str, Any]) -> Iterator[str]:
    """Where the rest is: these are the rows of one page of the table."""
    if data.get("next_url"):
        yield LINK.format(datasette.absolute_url(request, data["next_url"]), "next")
    if data.get("next_url") or data.get("next") or truncated:
        yield LINK.format(datasette.absolute_url(request, datasette.urls.path(f"/dump/{database}.{format}")), "collection")

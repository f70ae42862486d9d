"""The triples of Datasette's own tables, rows and query results, namely those of the nodes of the rows shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import Response

from kb.errors import KbError, UsageError
from kb.rdf.model_mapping import content_tables
from kb.rdf.namespaces import BaseIri
from kb.site import errors
from kb.site.database import bases
from kb.site.linked_data import documents, nodes
from kb.site.linked_data.media import TYPES

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.utils.asgi import Request

LINK = '<{}>; rel="{}"'


def renderers(datasette: Datasette) -> list[dict[str, Any]]:  # noqa: ARG001  # Datasette's hook
    """Datasette's hook register_output_renderer, with an output format for each format of triples."""
    return [{"extension": ending, "render": renderer(ending), "can_render": can_render} for ending in TYPES]


def renderer(format: str) -> Any:
    """The function by which Datasette renders rows in a format of triples."""

    async def render(  # noqa: PLR0913, PLR0917  # Datasette passes what a renderer names; all of it is needed
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
            base = base_named(datasette, database)
            work = work_for(table, list(columns) or names_of(rows), rows, documents.base_of(datasette), documents.has_graphs(format))
            response = await documents.answer(datasette, base, format, work)
        except KbError as refusal:  # Datasette would write a traceback to its log
            return await errors.answer(datasette, request, refusal)
        dump = datasette.urls.path(f"/dump/{base.name}.{format}")
        rest = ", ".join(links_to_rest(datasette, request, dump, truncated, data))
        response.headers.update({"Link": rest} if rest else {})
        return response

    return render


def base_named(datasette: Datasette, name: str) -> Database:
    """The base that Datasette serves under this name. Raises UsageError for a database that is not a base."""
    for base in bases(datasette):
        if base.name == name:
            return base
    raise UsageError(f"{name} is no base of claims, so its rows have no triples", remedy="take them as CSV or JSON")


def can_render(datasette: Datasette, database: str, table: str | None, columns: Sequence[str]) -> bool:
    """Whether the rows on a page have nodes, so that Datasette links to the formats."""
    if not any(each.name == database for each in bases(datasette)):
        return False
    return table in content_tables() or bool(id_columns(columns))


def id_columns(columns: Iterable[str]) -> list[str]:
    """The columns whose values are ids, which are those named id or ending in _id."""
    return [name for name in columns if name == "id" or name.endswith("_id")]


def names_of(rows: Sequence[Any]) -> list[str]:
    """The names of the columns of some rows, empty where there are no rows."""
    return list(rows[0].keys()) if rows and hasattr(rows[0], "keys") else []


def plain(value: Any) -> Any:
    """The value of a cell. Datasette gives a labelled foreign key as a dictionary with value and label."""
    return value["value"] if isinstance(value, dict) else value


def work_for(table: str | None, columns: Sequence[str], rows: Sequence[Any], base: BaseIri, graphs: bool) -> Any:
    """The function of a connection that prints the triples of these rows. Raises UsageError where the rows have no nodes."""
    content = content_tables().get(table or "")
    if content is not None and content.key != ("id",):
        require_columns(columns, content.key)
        keys = [tuple(plain(row[name]) for name in content.key) for row in rows]
        return lambda connection: nodes.of_rows(connection, content.name, keys, base)
    wanted = ["id"] if content is not None else id_columns(columns)
    require_columns(columns, wanted or ["id"])
    ids = list(dict.fromkeys(str(value) for row in rows for name in wanted if (value := plain(row[name])) is not None))
    return lambda connection: nodes_of_ids(connection, ids, base, graphs)


def require_columns(columns: Sequence[str], wanted: Sequence[str]) -> None:
    """Raise UsageError unless the rows have all these columns."""
    if not set(wanted) <= set(columns):
        raise UsageError(
            f"these rows have no {' and '.join(wanted)}, so there is nothing that triples could be about",
            remedy="select the id of what the rows tell of (a column named id, or ending in _id), or take them as CSV or JSON",
        )


def nodes_of_ids(connection: sqlite3.Connection, ids: Sequence[str], base: BaseIri, graphs: bool) -> Iterator[bytes]:
    """The triples about the nodes with these ids. Raises UsageError where none of the ids is of this base."""
    printed = False
    for chunk in nodes.of_ids(connection, ids, base, graphs=graphs):
        printed = True
        yield chunk
    if ids and not printed:
        raise UsageError("none of the ids in these rows names anything that has triples", remedy="take them as CSV or JSON")


def links_to_rest(datasette: Datasette, request: Request, dump: str, truncated: bool, data: dict[str, Any]) -> Iterator[str]:
    """The values of the `Link` header that lead to the next page of rows and to the dump, where rows are missing here."""
    if data.get("next_url"):
        yield LINK.format(datasette.absolute_url(request, data["next_url"]), "next")
    if data.get("next_url") or data.get("next") or truncated:
        yield LINK.format(datasette.absolute_url(request, dump), "collection")

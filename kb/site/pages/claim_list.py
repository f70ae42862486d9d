"""The whole list of claims about an actor, thing or event as a file, with the filters of its page: rows of claim_sheet, or triples."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterable, Mapping

from datasette.utils.asgi import Response

from kb.ask import tables
from kb.ask.reaching import word
from kb.base.rows import column_names
from kb.errors import actions
from kb.site.errors import MissingError
from kb.site.linked_data import documents, nodes
from kb.site.page_data import column, first_row, listed
from kb.site.pages import entity_filters
from kb.site.visit import Visit

FORMATS = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
EXISTS = "SELECT 1 FROM entities WHERE id = ? AND kind = ?"
SHEET = "SELECT sheet.* FROM json_each(?) AS wanted JOIN claim_sheet AS sheet ON sheet.assertion_id = wanted.value ORDER BY wanted.key"
NODES = """
SELECT DISTINCT part.value FROM json_each(?) AS wanted JOIN assertions ON assertions.id = wanted.value,
  json_each(json_array(assertions.id, claim_id, passage_id, speaker_id, source_id)) AS part"""


async def view(visit: Visit) -> Response:
    """Answers with every assertion of the claims about one actor, thing or event that passes the filters of the address, as CSV, JSON or triples."""
    kind, entity_id, format = visit.parts["kind"], visit.parts["id"], visit.parts["format"]
    reach = word(visit.arg("reach"))
    chosen = {name: value for name in entity_filters.FILTERS if (value := visit.arg(name))}
    if format in FORMATS:
        written = await visit.read(rows_of, (kind, entity_id), reach, chosen, format)
        headers = {"Content-Disposition": f'attachment; filename="{entity_id}-claims.{format}"'}
        return Response(written, headers=headers, content_type=FORMATS[format])
    base = documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> Iterable[bytes]:
        ids = column(connection, NODES, listed(assertions(connection, (kind, entity_id), reach, chosen)))
        return nodes.of_ids(connection, ids, base, graphs=documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


def assertions(connection: sqlite3.Connection, entity: tuple[str, str], reach: str, chosen: Mapping[str, str]) -> list[str]:
    """The ids of the assertions that the list of an entity, given as (kind, id), has with these filters. Raises MissingError for an unknown entity."""
    kind, entity_id = entity
    if first_row(connection, EXISTS, entity_id, kind) is None:
        raise MissingError(f"there is no {kind} {entity_id}", remedy=actions.search())
    said = entity_filters.said_of(connection, entity_id, reach)
    return list(dict.fromkeys(row["assertion_id"] for row in said if all(row[name] == value for name, value in chosen.items())))


def rows_of(connection: sqlite3.Connection, entity: tuple[str, str], reach: str, chosen: Mapping[str, str], format: str) -> str:
    """The rows of claim_sheet of these assertions as CSV or JSON."""
    cursor = connection.execute(SHEET, (listed(assertions(connection, entity, reach, chosen)),))
    stream = io.StringIO()
    tables.WRITERS[format](stream, column_names(cursor), map(tuple, cursor))
    return stream.getvalue()

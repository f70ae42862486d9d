"""The whole list of claims of a page as a file, with the filters of the page: rows of claim_sheet, or triples.

The pages are those of an actor, thing or event (the claims about it), of a source (those of its text, or reported from it), and of a search.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable, Iterable

from datasette.utils.asgi import Response

from kb.ask import tables
from kb.ask.reaching import word
from kb.base.rows import column_names
from kb.errors import actions
from kb.site.errors import MissingError
from kb.site.linked_data import documents, nodes
from kb.site.page_data import column, first_row, listed
from kb.site.pages import entity_filters, search, source
from kb.site.visit import Visit

FORMATS = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
EXISTS = "SELECT 1 FROM entities WHERE id = ? AND kind = ?"
SHEET = "SELECT sheet.* FROM json_each(?) AS wanted JOIN claim_sheet AS sheet ON sheet.assertion_id = wanted.value ORDER BY wanted.key"
NODES = """
SELECT DISTINCT part.value FROM json_each(?) AS wanted JOIN assertions ON assertions.id = wanted.value,
  json_each(json_array(assertions.id, claim_id, passage_id, speaker_id, source_id)) AS part"""


async def view(visit: Visit) -> Response:
    """Answers with every assertion of the claims about one actor, thing or event that passes the filters of the address."""
    kind, entity_id, reach = visit.parts["kind"], visit.parts["id"], word(visit.arg("reach"))
    chosen = {name: value for name in entity_filters.FILTERS if (value := visit.arg(name))}

    def assertions(connection: sqlite3.Connection) -> list[str]:
        must_exist(connection, kind, entity_id)
        said = entity_filters.said_of(connection, entity_id, reach)
        return [row["assertion_id"] for row in said if all(row[name] == value for name, value in chosen.items())]

    return await answer(visit, f"{entity_id}-claims", assertions)


async def of_source(visit: Visit) -> Response:
    """Answers with every assertion in the text of a source that passes the filters of the address, or all reported from a work without a text."""
    source_id = visit.parts["id"]
    picked = source.picked(visit)

    def assertions(connection: sqlite3.Connection) -> list[str]:
        must_exist(connection, "source", source_id)
        return source.assertion_ids(connection, source_id, picked)

    return await answer(visit, f"{source_id}-claims", assertions)


async def of_search(visit: Visit) -> Response:
    """Answers with every assertion that a search finds, of up to `search.MOST_IN_FILE` claims; the header X-Complete says whether that is all."""
    query, _ = search.asked_in(visit)
    ids, complete = await visit.read(search.found, query)
    return await answer(visit, f"search{'' if complete else f'-first-{search.MOST_IN_FILE}'}", lambda _connection: ids, complete=complete)


def must_exist(connection: sqlite3.Connection, kind: str, entity_id: str) -> None:
    """Raise MissingError unless there is an entity of this kind with this id."""
    if first_row(connection, EXISTS, entity_id, kind) is None:
        raise MissingError(f"there is no {kind} {entity_id}", remedy=actions.search())


async def answer(visit: Visit, name: str, assertions: Callable[[sqlite3.Connection], list[str]], *, complete: bool = True) -> Response:
    """Return the listed assertions in the format of the address: as a file of this name, or as triples."""
    format = visit.parts["format"]
    whole = {"X-Complete": "yes" if complete else "no"}
    if format in FORMATS:
        written = await visit.read(rows_of, assertions, format)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{format}"', **whole}
        return Response(written, headers=headers, content_type=FORMATS[format])
    base = documents.base_of(visit.datasette)

    def work(connection: sqlite3.Connection) -> Iterable[bytes]:
        ids = column(connection, NODES, listed(list(dict.fromkeys(assertions(connection)))))
        return nodes.of_ids(connection, ids, base, graphs=documents.has_graphs(format))

    return await documents.answer(visit.datasette, visit.database, format, work)


def rows_of(connection: sqlite3.Connection, assertions: Callable[[sqlite3.Connection], list[str]], format: str) -> str:
    """Return the rows of claim_sheet of the listed assertions, each once, as CSV or JSON."""
    cursor = connection.execute(SHEET, (listed(list(dict.fromkeys(assertions(connection)))),))
    stream = io.StringIO()
    tables.WRITERS[format](stream, column_names(cursor), map(tuple, cursor))
    return stream.getvalue()

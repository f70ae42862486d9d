"""What a page shows, in other programs' formats: `/export/PRESET?source=…`, and beside it the loss report, `/export/PRESET/loss.json?…`.

The same functions write it as on the command line, from the base that the site shows. A page offers the formats that make sense for what it
is about; the parameters are those of the page.
"""

from __future__ import annotations

import io
import sqlite3

from datasette.utils.asgi import Response

from kb.ask.reaching import word
from kb.base.selection import Selection
from kb.errors import UsageError, actions, did_you_mean
from kb.exchange.presets import registry
from kb.exchange.presets.loss import Loss
from kb.site.errors import MissingError
from kb.site.linked_data import documents
from kb.site.page_data import column, first_row, listed
from kb.site.pages import entity_filters, search
from kb.site.pages.export_offers import FORMATS
from kb.site.visit import Visit

CLAIMS_OF = "SELECT DISTINCT claim_id FROM assertions WHERE id IN (SELECT value FROM json_each(?))"
KINDS = ("actor", "thing", "event")
MOST = 5000  # claims


async def view(visit: Visit) -> Response:
    """Answers with a file in the format of a preset, or with its loss report."""
    name, loss_only = visit.parts["preset"], bool(visit.parts.get("loss"))
    if name not in FORMATS:
        raise MissingError(f"there is no format {name!r} here", remedy=did_you_mean(name, FORMATS))
    selection = await visit.read(selection_of, visit)
    text, loss = await documents.read(
        visit.database, lambda connection: written(connection, name, selection, documents.base_of(visit.datasette))
    )
    if loss_only:
        return Response.json(loss.as_json(), headers=dict(documents.OPEN))
    described = (
        f'<{visit.addresses.path(f"/export/{name}/loss.json")}?{visit.request.query_string}>; rel="describedby"; type="application/json"'
    )
    headers = {
        **documents.OPEN,
        "Content-Disposition": f'attachment; filename="{file_name(selection)}.{FORMATS[name].ending}"',
        "Link": described,
    }
    return Response(text, headers=headers, content_type=FORMATS[name].type)


def written(connection: sqlite3.Connection, name: str, selection: Selection, base: str) -> tuple[str, Loss]:
    """The text of an export, and its loss report."""
    connection.row_factory = None  # the presets read rows as the command line does
    stream = io.StringIO()
    loss = registry.export(connection, name, stream, selection, base)
    return stream.getvalue(), loss


def file_name(selection: Selection) -> str:
    """What the file is called: the one row that was asked for, or that it is a search."""
    chosen = (*selection.sources, *selection.actors, *selection.claims)
    return chosen[0] if len(chosen) == 1 else "found"


def selection_of(connection: sqlite3.Connection, visit: Visit) -> Selection:
    """What the address asks for. Raises UsageError where it asks for nothing, MissingError where nothing fits."""
    for kind in KINDS:
        if entity := visit.arg(kind):
            return of_entity(connection, kind, entity, visit)
    if claims := visit.args("claim"):
        return Selection.of(claims=claims)
    query, asked = search.asked_in(visit)
    if visit.arg("source") and not any(value for name, value in asked.items() if name != "source"):
        return Selection.of(sources=[visit.arg("source")])
    if not any(asked.values()):
        raise UsageError("nothing is asked for", remedy="name a source, claim, actor, thing or event, or search for words")
    found, complete = search.found(connection, query)
    return some(column(connection, CLAIMS_OF, listed(found)), complete=complete)


def of_entity(connection: sqlite3.Connection, kind: str, entity: str, visit: Visit) -> Selection:
    """The claims that the page of an actor, thing or event lists: about it, with the filters of the page, and those that it makes."""
    if first_row(connection, "SELECT 1 FROM entities WHERE id = ? AND kind = ?", entity, kind) is None:
        raise MissingError(f"there is no {kind} {entity}", remedy=actions.search())
    chosen = {name: value for name in entity_filters.FILTERS if (value := visit.arg(name))}
    said = entity_filters.said_of(connection, entity, word(visit.arg("reach")))
    about = [row["assertion_id"] for row in said if all(row[name] == value for name, value in chosen.items())]
    made = [] if chosen else column(connection, "SELECT DISTINCT claim_id FROM assertions WHERE speaker_id = ?", entity)
    return some([*column(connection, CLAIMS_OF, listed(about)), *made])


def some(claims: list[str], *, complete: bool = True) -> Selection:
    """These claims, each once. Raises MissingError for none, because a selection of nothing means everything."""
    if not claims:
        raise MissingError("no claim fits, so there is nothing to export", remedy=actions.search())
    distinct = list(dict.fromkeys(claims))
    if len(distinct) > MOST or not complete:
        raise UsageError(f"{len(distinct):,} claims or more are too many for a page to export at a time", remedy="choose a filter")
    return Selection.of(claims=distinct)

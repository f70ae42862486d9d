"""The page that merges two rows: both sides beside each other, what differs, what moves, and what speaks against it."""

from __future__ import annotations

import re
import sqlite3
from functools import partial
from typing import Any

from datasette.utils.asgi import Response

from kb.base.field_labels import label
from kb.base.model import ENTITY_TABLES, Row
from kb.base.row_by_id import row_of, table_of, whole_id
from kb.changes import evidence
from kb.changes.merging import merge
from kb.errors import ConflictError, DataError, KbError, UsageError
from kb.names.distinct import without_told_apart
from kb.names.lookup import Lookup
from kb.site.editing import checking, forms, in_words, naming, recording
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import MissingError
from kb.site.page_data import column, count, first_row, near_entities, rows
from kb.site.urls import plural
from kb.site.visit import Visit

# What is compared of the two, by table; names and identifiers are of every entity.
SHOWN = {
    "claims": ("text", "kind", "subject_id", "predicate_id", "object_id", "object_text", "event_id", "place_id", "about_time"),
    "actors": ("name", "kind", "anonymity", "part_of_id", "description"),
    "things": ("name", "kind", "part_of_id", "latitude", "longitude", "description"),
    "events": ("name", "kind", "actuality", "date", "place_id", "part_of_id", "description"),
    "sources": ("title", "kind", "publisher_id", "published", "language", "url", "access"),
}
NAMES = "SELECT name FROM names WHERE entity_id = ? ORDER BY name LIMIT 30"
IDENTIFIERS = """
SELECT coalesce(words.label, scheme) || ' ' || identifiers.value FROM identifiers
LEFT JOIN vocabulary AS words ON words.field = 'identifiers.scheme' AND words.value = scheme WHERE entity_id = ? ORDER BY scheme"""
COUNTS = "SELECT claims_about, claims_by, claims_in FROM entity_counts WHERE entity_id = ?"
COUNTED = {"claims_about": "named in", "claims_by": "says", "claims_in": "its text carries"}
VOICES = "SELECT count(*) FROM assertions WHERE claim_id = ? AND status <> 'retracted'"
MOVED = re.compile(r"(\d+) in (\w+)\.(\w+)")
MOVES = {  # how the page calls what moves, by table and column
    "assertions.claim_id": ("voice", "voices"), "assertions.speaker_id": ("thing it says", "things it says"),
    "claims.subject_id": ("claim about it", "claims about it"), "claims.object_id": ("claim of which it is the object", "claims of which it is the object"),
    "mentions.entity_id": ("mention in a text", "mentions in texts"), "participations.entity_id": ("part in an event", "parts in events"),
    "affiliations.entity_id": ("body it belongs to", "bodies it belongs to"), "affiliations.whole_id": ("member", "members"),
    "names.entity_id": ("name", "names"), "identifiers.entity_id": ("identifier", "identifiers"),
}  # fmt: skip


async def view(visit: Visit) -> Response:
    """GET offers rows that may be the same, or compares the two; POST merges them, with a reason."""
    desk = await Desk.of(visit)
    old_id, form, error = visit.parts["id"], Form({"into": visit.arg("into")}), None
    if visit.request.method == "POST":
        form = await forms.received(visit.request)
        try:
            if not form["reason"]:
                raise DataError("is missing", where="reason", remedy="say why, for whoever reads the history")
            work = recording.merge(old_id, form["into"], despite_evidence=form["despite"] == "yes")
            run = await desk.write("merge", work, reason=form["reason"])
            return Response.redirect(visit.addresses.path(f"/changes/{run.run_id}"), status=303)
        except KbError as refused:
            error = refused
    context: Row = {"moves": [], "sides": None, "differs": {}, "mark": None}
    try:
        context |= await desk.read(compared, old_id, form["into"])
        if context["sides"]:
            context["moves"] = await moves(desk, old_id, context["into_id"])
    except (DataError, UsageError) as refused:
        error = error or refused
        context |= await desk.read(compared, old_id, "")
    status = 200 if error is None else status_of(error)
    return await visit.page("kb/merge.html", status=status, form=form, error=error, **context)


async def moves(desk: Desk, old_id: str, into_id: str) -> list[str]:
    """What merging would move, from a trial of it."""
    try:
        moved = await desk.attempt("merge", partial(merge, old_id=old_id, into_id=into_id, despite_evidence=True))
    except DataError as error:
        raise ConflictError.of(error) from error
    return [moved_in_words(line) for line in moved]


def moved_in_words(line: str) -> str:
    """A line of a merge in the words of the page."""
    parts = MOVED.fullmatch(line)
    if not parts:
        return line
    number, table, name = int(parts[1]), parts[2], parts[3]
    one, several = MOVES.get(f"{table}.{name}", (f"row of {table.replace('_', ' ')}", f"rows of {table.replace('_', ' ')}"))
    return f"{number} {one if number == 1 else several}"


def compared(connection: sqlite3.Connection, old_id: str, into_id: str) -> Row:
    """The two rows side by side, or the rows most like the first where no second is named. Raises MissingError, UsageError or DataError."""
    try:
        old_id = whole_id(connection, old_id)
        table = table_of(connection, old_id)
    except UsageError as error:
        raise MissingError(error.what, remedy=error.remedies) from error
    if table not in SHOWN:
        raise UsageError(f"rows of {table} are not merged", where=old_id, remedy="merge claims, actors, things, events or cited works")
    found: Row = {"old_id": old_id, "table": table, "label": in_words.label(connection, table, old_id), "sides": None, "differs": {}}
    found["alike"] = alike(connection, table, old_id, found["label"])
    found |= {"kind": table.removesuffix("s"), "into_shown": naming.by_name(connection, {"into": into_id})["into"]}
    found["told"] = naming.told(connection, [found["into_shown"], *(row["id"] for row in found["alike"])])
    if not into_id:
        return found
    into_id = named_row(connection, table, into_id)
    if table_of(connection, into_id) != table or into_id == old_id:
        raise UsageError(f"{into_id} is not another of the {table}", where="into", remedy="choose one of the same kind")
    sides = [side(connection, table, row_id) for row_id in (old_id, into_id)]
    lines = [(name, sides[0][name], sides[1][name]) for name in sides[0] if sides[0][name] or sides[1][name]]
    differs = evidence.differences(connection, old_id, into_id)
    return {
        **found,
        "into_id": into_id,
        "into_label": in_words.label(connection, table, into_id),
        "sides": lines,
        "differs": differs,
        "mark": evidence.marked(connection, old_id, into_id),
    }


def named_row(connection: sqlite3.Connection, table: str, name: str) -> str:
    """Return the id of the other row, given by id or name. Raises DataError or UsageError, with the nearest, where there is none."""
    if table == "claims":
        return Lookup(connection).claim(name)
    return str(Lookup(connection).entity(name, "into", (table.removesuffix("s"),), needed=True))


def side(connection: sqlite3.Connection, table: str, row_id: str) -> dict[str, str]:
    """One of the two rows, as words by what they are."""
    row = row_of(connection, table, row_id)
    told = {
        label(name, table): in_words.value_in_words(connection, table, name, row[name]) if row[name] not in (None, "") else ""
        for name in SHOWN[table]
    }
    if table in ENTITY_TABLES:
        told["other names"] = ", ".join(column(connection, NAMES, row_id))
        told["identifiers"] = ", ".join(column(connection, IDENTIFIERS, row_id))
        counts = first_row(connection, COUNTS, row_id) or {}
        told |= {what: plural(counts[name], "claim") if counts[name] else "" for name, what in COUNTED.items()}
    else:
        told["voices"] = str(count(connection, VOICES, row_id))
    return told


def alike(connection: sqlite3.Connection, table: str, row_id: str, label: str) -> list[dict[str, Any]]:
    """The rows whose words or names are most like those of a row."""
    if table == "claims":
        return [{"id": row["id"], "label": row["text"]} for row in checking.similar(connection, label) if row["id"] != row_id]
    kind = table.removesuffix("s")
    named = [row for name in [label, *column(connection, NAMES, row_id)[:3]] for row in checking.names(connection, name, kind)]
    named += near_entities(connection, label, kind)
    ids = without_told_apart(connection, [row_id], dict.fromkeys(row["id"] for row in named if row["id"] != row_id))
    sql = f"SELECT id, label FROM entities WHERE id = ? AND kind = '{kind}' AND status = 'current'"
    return [row for other in ids[:8] for row in rows(connection, sql, other)]

"""The page of conflicts: rows of which two bases, or a file and a person, say different things. Whoever may add facts settles them."""

from __future__ import annotations

import json
import sqlite3

from datasette.utils.asgi import Response

from kb.base import conflicts
from kb.base.model import KEYS, Row
from kb.errors import KbError
from kb.site.editing import forms, recording
from kb.site.editing.changing import reason_of
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.visit import Visit


async def view(visit: Visit) -> Response:
    """GET lists the open conflicts, and POST settles one."""
    desk = await Desk.of(visit)
    form, error = Form(), None
    if visit.request.method == "POST":
        form = await forms.received(visit.request)
        try:
            run = await desk.write("settle", recording.settle(form["id"], form["choice"]), reason=reason_of(form))
            return Response.redirect(visit.addresses.path(f"/changes/{run.run_id}"), status=303)
        except KbError as refused:
            error = refused
    status = 200 if error is None else status_of(error)
    return await visit.page("kb/conflicts.html", status=status, form=form, error=error, conflicts=await desk.read(listed))


def listed(connection: sqlite3.Connection) -> list[Row]:
    """Return the open conflicts, each with its values by column."""
    return [
        row
        | {
            "columns": [
                (column, *(json.loads(row[side]).get(column) if row[side] else None for side in ("ours", "theirs")))
                for column in json.loads(row["ours"] or row["theirs"] or "{}")
            ],
            "to_change": KEYS.get(row["table_name"]) == ("id",) and row["table_name"] != "proposals",
        }
        for row in conflicts.listed(connection)
    ]

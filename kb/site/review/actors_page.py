"""The page that lists the actors of a text before its claims are reviewed, and settles who each one is for all of them."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import NotFound, Response

from kb.base.model import Row
from kb.errors import KbError
from kb.review import actors, choosing
from kb.review.actors import LEAVE, NEW, TAKE, NamedActor, Settling
from kb.site.editing import forms
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import RefusedError
from kb.site.page_data import first_row, words
from kb.site.review import sentence_page
from kb.site.review.page import desk_of
from kb.site.visit import Visit

MOST_FIELDS = 2_000  # six for each actor


async def view(visit: Visit) -> Response:
    """GET shows the actors of a text, and POST settles them in one run, and leads to its sentences."""
    desk, source = await desk_of(visit), visit.parts["id"]
    if visit.request.method != "POST":
        return await page(desk, source)
    form = await forms.received(visit.request, most_fields=MOST_FIELDS)
    try:
        run = await desk.write("review", lambda run: actors.settle(run, source, settlings(form)))
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        return await page(desk, source, form, error)
    visit.datasette.add_message(visit.request, f"Actors settled: {run.result}.")
    return Response.redirect(visit.addresses.path(sentence_page.PATH, source=source), status=303)


def settlings(form: Form) -> list[Settling]:
    """Return what the form says of each name. The fields of a line end in its number."""
    said = []
    for number in sorted(int(key[5:]) for key in form.fields if key.startswith("name.") and key[5:].isdecimal()):
        do, _, chosen = form[f"do.{number}"].partition(" ")
        entity = (form[f"other.{number}"] or chosen) if do == TAKE else ""
        said.append(Settling(form[f"name.{number}"], do, entity, form[f"id.{number}"], form[f"new.{number}"], form[f"kind.{number}"]))
    return said


async def page(desk: Desk, source: str, form: Form | None = None, error: KbError | None = None) -> Response:
    """Return the page, with what was typed where that could not be recorded."""
    row = await desk.read(described, source)
    if row is None:
        raise NotFound(f"there is no source {source}")
    listed = await desk.read(actors.of_source, source)
    return await desk.visit.page(
        "kb/actors.html",
        status=status_of(error) if error else 200,
        source=row,
        actors=[actor for actor in listed if actor.known is None],
        known=[actor for actor in listed if actor.known],
        changing=form is not None,
        form=form or defaults(listed),
        error=error,
        kinds=await desk.read(choosing.kinds, "subject"),
        words=await desk.read(words),
    )


def described(connection: sqlite3.Connection, source: str) -> Row | None:
    """Return the row of the source that the page shows."""
    return first_row(connection, sentence_page.SOURCE, source)


def defaults(listed: list[NamedActor]) -> Form:
    """Return the form before anybody answers: a name that nothing in the base is like is new, and any other waits for a person to say.

    The lines of names that stand for an actor of the base already come last, as `actors.of_source` lists them, and are left as they are.
    """
    fields: dict[str, str] = {}
    for number, actor in enumerate(listed):
        fields |= {f"name.{number}": actor.name, f"new.{number}": actor.name, f"id.{number}": actor.new.id, f"kind.{number}": actor.kind}
        fields[f"do.{number}"] = LEAVE if actor.known or actor.candidates else NEW
    return Form(fields)

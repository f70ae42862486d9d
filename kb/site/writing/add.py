"""The page on which somebody says who says what of whom: what the words are, whether they are there, what is like it; then it is saved."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb import anchor
from kb.entities import TABLE
from kb.errors import DataError, KbError
from kb.site.reading import column, rows, words
from kb.site.visit import Visit
from kb.site.writing import checking, forms, recording
from kb.site.writing.desk import ConflictError, Desk
from kb.site.writing.forms import Form

Row = dict[str, Any]
HELD = """
SELECT sources.id, sources.title FROM sources JOIN entities ON entities.id = sources.id
WHERE sources.snapshot_id IS NOT NULL AND entities.status = 'current' ORDER BY sources.title LIMIT 2000"""
MOST_OFFERED = 400  # names in the lists that work without JavaScript
OFFERED = f"SELECT id, kind, label FROM entities WHERE status = 'current' AND kind <> 'source' ORDER BY label LIMIT {MOST_OFFERED}"
PREDICATES = f"SELECT id, label FROM predicates ORDER BY label LIMIT {MOST_OFFERED}"


async def view(visit: Visit) -> Response:
    """GET the form, filled from the query; POST checks it, and records it once nothing is left to look at."""
    desk = await Desk.of(visit)
    if visit.request.method == "POST":
        return await posted(desk, await forms.received(visit.request))
    given = Form({name: visit.arg(name) for name in ("source", "quote", "prefix", "suffix", "text", "claim")})
    return await shown(desk, given, await checked_quote(desk, given))


async def posted(desk: Desk, form: Form) -> Response:
    told = await checked_quote(desk, form)
    try:
        order = forms.order_of(form)
        told |= await foreseen(desk, form, order)
        look_first = form["do"] != "record" or (told["seen"] and form["seen"] != told["seen"])
        if look_first:
            return await shown(desk, form, told)
        done = await desk.write("add", recording.record(order), reason=form["reason"] or None)
    except KbError as error:
        status = 409 if isinstance(error, ConflictError) else 422
        return await shown(desk, form, told | {"error": error, "nearest": await nearest(desk, form, error)}, status=status)
    return await saved(desk, done.run_id, done.result[0])


async def foreseen(desk: Desk, form: Form, order: recording.Order) -> Row:
    """What saving would do; where new rows come first, only what is like the claim. `seen` names what somebody should have looked at."""
    if order.new:
        like = await desk.read(checking.similar, form["text"]) if form["text"] else []
        plan: Row = {"similar": like}
    else:
        plan = (await desk.read(recording.foreseen, order))[0]
    ids = [row["id"] for row in plan["similar"] if not row.get("same")] + (["duplicate"] if plan.get("duplicate") else [])
    # what was looked at belongs to these words: others may need another look
    seen = hashlib.sha256("\n".join([form["text"], *ids]).encode("utf-8", "replace")).hexdigest()[:16] if ids else ""
    return {"plan": plan, "seen": seen}


async def checked_quote(desk: Desk, form: Form) -> Row:
    """What is to be said of the quote, once there is one."""
    if not form["source"] or not form["quote"]:
        return {"found": None}
    try:
        return {"found": await desk.read(checking.quote, form["source"], form["quote"], prefix=form["prefix"], suffix=form["suffix"])}
    except DataError as error:
        return {"found": {"found": False, **checking.problem(error)}}


async def nearest(desk: Desk, form: Form, error: KbError) -> list[Row]:
    """For a name that is not there: the nearest that are."""
    names = {"subject": "", "object": "", "event": "event", "place": "", "speaker": "actor", "predicate": "predicate"}
    at = error.where.split(", ")[-1]
    if at not in names or isinstance(error, anchor.QuoteError):
        return []
    said = [form[f"voice{level}-speaker"] for level in forms.LEVELS] if at == "speaker" else [form[at]]
    return [row for words in said if words for row in await desk.read(checking.names, words, names[at])]


async def shown(desk: Desk, form: Form, told: Row, *, status: int = 200) -> Response:
    """The form, with what there is to say of it."""
    context = await desk.read(choices)
    told = {"error": None, "plan": None, "seen": "", "nearest": [], **told}
    return await desk.visit.page("kb/add.html", status=status, form=form, levels=forms.LEVELS, new_rows=forms.NEW_ROWS, **context, **told)


def choices(connection: sqlite3.Connection) -> Row:
    """What the fields of the form offer."""
    kinds = {
        what: column(connection, "SELECT value FROM vocabulary WHERE field = ? ORDER BY value", f"{TABLE[what]}.kind")
        for what in ("actor", "thing", "event")
    }
    found = {"held": rows(connection, HELD), "entities": rows(connection, OFFERED), "predicates": rows(connection, PREDICATES)}
    return {**found, "words": words(connection), "new_kinds": kinds}


async def saved(desk: Desk, run_id: str | None, added: Any) -> Response:
    """On to what was recorded, where it can be undone; to the claim where the fact was there already."""
    visit = desk.visit
    if run_id is None:
        visit.datasette.add_message(visit.request, "This fact was there already; nothing new was recorded.")
        return Response.redirect(visit.addresses.claim(added.claim_id), status=303)
    for note in added.notes:
        visit.datasette.add_message(visit.request, note)
    return Response.redirect(visit.addresses.path(f"/changes/{run_id}", recorded="yes"), status=303)

"""The form for adding a fact, which is checked and compared with recorded claims before it is saved."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb.base.model import Row
from kb.errors import ConflictError, DataError, KbError
from kb.errors.remedies import worded
from kb.names.entities import TABLE
from kb.site import wording
from kb.site.editing import checking, forms, linking, naming, orders, recording
from kb.site.editing.desk import Desk
from kb.site.editing.forms import Form
from kb.site.page_data import column, rows, words
from kb.site.visit import Visit
from kb.texts import anchoring

WITH_TEXT = """
SELECT sources.id, sources.title FROM sources JOIN entities ON entities.id = sources.id
WHERE sources.snapshot_id IS NOT NULL AND entities.status = 'current' ORDER BY sources.title LIMIT 2000"""
NAMING, VOICE = ("subject", "predicate", "object", "event", "place"), ("speaker", "work")  # fields that name a row
PREDICATES = f"SELECT id, label FROM predicates ORDER BY label LIMIT {naming.MOST_OFFERED}"


async def view(visit: Visit) -> Response:
    """GET shows the form, filled from the query. POST checks it, and records the fact once the person has seen what is similar."""
    desk = await Desk.of(visit)
    if visit.request.method == "POST":
        return await posted(desk, await forms.received(visit.request))
    form = Form({name: visit.arg(name) for name in ("source", "quote", "prefix", "suffix", "text", "claim_id")})
    return await form_page(desk, form, await checked_quote(desk, form))


async def posted(desk: Desk, form: Form) -> Response:
    """Record the fact of the form, or show the form with what is wrong or has not been seen."""
    context = await checked_quote(desk, form)
    try:
        order = recording.placed(forms.order_of(form), context["found"])
        context |= await preview(desk, form, order)
        unseen = context["seen"] and form["seen"] != context["seen"]
        if form["do"] != "record" or unseen:
            return await form_page(desk, form, context)
        run = await desk.write("add", recording.record(order), reason=form["reason"] or None)
    except KbError as error:
        status = 409 if isinstance(error, ConflictError) else 422
        context |= {"error": error, "nearest": await nearest(desk, form, error)}
        return await form_page(desk, form, context, status=status)
    return await saved(desk, run.run_id, run.result[0])


async def preview(desk: Desk, form: Form, order: orders.Order) -> Row:
    """Return what saving would do, or only the similar claims where new rows come first.

    `seen` is a digest of what the person should see before saving; it is empty where there is nothing. A claim that only shares words
    is shown and stops nobody.
    """
    if order.new:
        similar = await desk.check(checking.similar, form["text"]) if form["text"] else []
        plan: Row = {"similar": similar}
    else:
        plan = (await desk.check(recording.preview, order))[0]
    ids = [row["id"] for row in plan["similar"] if row.get("alike")] + (["duplicate"] if plan.get("duplicate") else [])
    # the text is part of the digest, so that the person looks again after changing it
    seen = hashlib.sha256("\n".join([form["text"], *ids]).encode("utf-8", "replace")).hexdigest()[:16] if ids else ""
    return {"plan": plan, "seen": seen}


async def checked_quote(desk: Desk, form: Form) -> Row:
    """Return under "found" where the quote is in the source, or the problem with it, or None while the form has no quote."""
    if not form["source"] or not form["quote"]:
        return {"found": None}
    try:
        return {"found": await desk.check(checking.quote, form["source"], form["quote"], prefix=form["prefix"], suffix=form["suffix"])}
    except DataError as error:
        return {"found": {"found": False, **checking.problem(error), "refusal": error}}


async def nearest(desk: Desk, form: Form, error: KbError) -> list[Row]:
    """Return the entities whose names are nearest to the unknown name of an error."""
    kinds = {"subject": "", "object": "", "event": "event", "place": "", "speaker": "actor", "predicate": "predicate"}
    at = error.where.split(", ")[-1]
    if at not in kinds or isinstance(error, anchoring.QuoteError):
        return []
    names = [form[f"voice{level}-speaker"] for level in forms.LEVELS] if at == "speaker" else [form[at]]
    return [row for name in names if name for row in await desk.check(checking.names, name, kinds[at])]


async def form_page(desk: Desk, form: Form, context: Row, *, status: int = 200) -> Response:
    """Return the page with the form, the result of checking it and the choices of its fields."""
    claim = (await desk.read(naming.by_name, {"claim_id": form["claim_id"]}))["claim_id"]
    named = await desk.read(linking.claim_named, form["claim_id"]) if form["claim_id"] else None
    fields = (*NAMING, *(f"voice{level}-{part}" for level in forms.LEVELS for part in VOICE))
    told = await desk.read(naming.told, [claim, *(form[name] for name in fields)])
    context = {"error": None, "plan": None, "seen": "", "nearest": [], "told": told, **await desk.read(choices), **context}
    context |= {"claim_shown": claim, "claim_named": named}
    return await desk.visit.page("kb/add.html", status=status, form=form, levels=forms.LEVELS, new_rows=forms.NEW_ROWS, **context)


def choices(connection: sqlite3.Connection) -> Row:
    """Return the options of the form's fields: sources with text, entities, predicates, vocabulary words and kinds of new rows."""
    kinds = {
        table: column(connection, "SELECT value FROM vocabulary WHERE field = ? ORDER BY value", f"{TABLE[table]}.kind")
        for table in ("actor", "thing", "event")
    }
    return {
        "sources": rows(connection, WITH_TEXT),
        "entities": naming.offered(connection),
        "predicates": rows(connection, PREDICATES),
        "words": words(connection),
        "new_kinds": kinds,
    }


async def saved(desk: Desk, run_id: str | None, added: Any) -> Response:
    """Redirect to the run, where it can be undone, or to the claim where nothing new was recorded."""
    visit = desk.visit
    if run_id is None:
        visit.datasette.add_message(visit.request, "This fact was there already; nothing new was recorded.")
        return Response.redirect(visit.addresses.claim(added.claim_id), status=303)
    for note in added.notes:
        visit.datasette.add_message(visit.request, worded(note, wording.page))
    return Response.redirect(visit.addresses.path(f"/changes/{run_id}", recorded="yes"), status=303)

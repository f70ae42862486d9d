"""The page for deciding on proposed claims, one at a time, and the report at the end of a batch."""

from __future__ import annotations

import sqlite3

from datasette.utils.asgi import Response

from kb import review
from kb.base.model import Row
from kb.errors import ConflictError, KbError, UsageError
from kb.errors.remedies import worded
from kb.propose.precision import of_rule
from kb.site import wording
from kb.site.editing import add, checking, forms, naming
from kb.site.editing.desk import Desk, status_of
from kb.site.editing.forms import Form
from kb.site.errors import RefusedError
from kb.site.guard import permissions
from kb.site.page_data import count, listed, words
from kb.site.review import batch, decisions, filters, showing
from kb.site.review.filters import Filters
from kb.site.visit import Visit

PUT_OFF = """
SELECT count(DISTINCT proposals.id) FROM json_each(?) AS run JOIN revisions ON revisions.run_id = run.value AND table_name = 'proposals'
JOIN proposals ON proposals.id = row_id WHERE proposals.status = 'later'"""
DONE = {"accepted": "Accepted", "edited": "Accepted as you edited it", "rejected": "Rejected", "later": "Put off; it comes again last"}
NAMED = {"speaker": "actor", "subject": "", "object": "", "predicate": "predicate", "event": "event", "place": ""}


async def desk_of(visit: Visit) -> Desk:
    """Return the desk of a visitor who may decide. Raises RefusedError in public mode, since proposals are not public."""
    if permissions.is_public(visit.datasette):
        remedy = "decide on a site that is not public, or on the machine of the base"
        raise RefusedError("proposals are not open to the public", remedy=remedy)
    return await Desk.of(visit)


async def view(visit: Visit) -> Response:
    """GET shows a proposal of the queue, and POST decides on it, and leads to the next."""
    desk = await desk_of(visit)
    if visit.request.method == "POST":
        return await posted(desk, await forms.received(visit.request))
    return await proposal_page(desk, visit.arg("at"))


async def report(visit: Visit) -> Response:
    """Show the decisions of this batch."""
    return await reported(await desk_of(visit))


async def posted(desk: Desk, form: Form) -> Response:
    """Carry out what the form asks for, or show the proposal again with the error."""
    try:
        if form["do"] in ("undo", "undo-batch"):
            return await undo(desk, whole=form["do"] == "undo-batch")
        if form["do"] == "new-batch":
            return batch.keep(redirect(desk), desk.visit, desk.who, [])
        return await decided(desk, form)
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        status = 409 if isinstance(error, ConflictError) else status_of(error)
        return await proposal_page(desk, form["proposal"], form, error, status=status)


async def decided(desk: Desk, form: Form) -> Response:
    """Carry out the decision in a run of its own, and redirect to the next proposal."""
    places = await desk.read(filters.queue, Filters.of(desk.visit))
    work = decisions.work(form)
    if form["do"] == "later" and (form["proposal"], "later") in places:  # put off already: nothing to record
        await desk.read(decisions.seen, form)
        following = filters.neighbours(places, form["proposal"])[1]
        return redirect(desk, at=following) if following else redirect(desk, "/review/report")
    run = await desk.write("review", work)
    message = DONE[run.result.status]
    for note in [] if run.result.added is None else run.result.added.notes:
        message += f". {worded(note, wording.page)}"
    desk.visit.datasette.add_message(desk.visit.request, message + ".")
    following = filters.after(places, form["proposal"])
    response = redirect(desk, at=following) if following else redirect(desk, "/review/report")
    runs = batch.runs_of(desk.visit, desk.who) + ([run.run_id] if run.run_id else [])
    return batch.keep(response, desk.visit, desk.who, runs)


async def undo(desk: Desk, *, whole: bool) -> Response:
    """Undo the last decision of the batch, or all of them, in one run."""
    runs = await desk.read(batch.standing, batch.runs_of(desk.visit, desk.who))
    undone = runs if whole else runs[-1:]
    if not undone:
        raise UsageError("there is no decision of yours to take back here", remedy="see all that was done under recent changes")
    first = await desk.read(batch.decided_in, undone[0])
    reason = f"{len(undone)} decisions of a review taken back" if whole else "a decision of a review taken back"
    await desk.write("undo", decisions.undo_all(undone), reason=reason)
    message = f"Taken back: {len(undone)} {'decision' if len(undone) == 1 else 'decisions'}."
    desk.visit.datasette.add_message(desk.visit.request, message)
    return batch.keep(redirect(desk, at=first), desk.visit, desk.who, runs[: -len(undone)])


def redirect(desk: Desk, path: str = "/review", *, at: str | None = None) -> Response:
    """Redirect to another proposal, with the same filters."""
    return Response.redirect(desk.visit.addresses.path(path, **Filters.of(desk.visit).query(), at=at), status=303)


async def proposal_page(desk: Desk, wanted: str, form: Form | None = None, error: KbError | None = None, *, status: int = 200) -> Response:
    """Return the page of the wanted proposal, or of the first where that is not open. `form` keeps what was typed for the wanted one."""
    chosen = Filters.of(desk.visit)
    places = await desk.read(filters.queue, chosen)
    ids = [row_id for row_id, _ in places]
    if not ids:
        return await reported(desk, error, status=status)
    at = wanted if wanted in ids else ids[0]
    details = await desk.read(showing.details, at, whole=bool(chosen.source))
    typed = (
        form
        if form is not None and form["do"] in ("accept", "make") and at == wanted
        else await desk.read(showing.defaults, details["waiting"])
    )
    previous, following = filters.neighbours(places, at)
    context = {
        **await frame(desk, chosen),
        **details,
        **await desk.read(add.choices),
        "form": typed,
        "told": await desk.read(naming.told, [*(typed[name] for name in showing.NAMING), *(one["id"] for one in details["speakers"])]),
        "error": error,
        "nearest": await nearest(desk, typed, error),
        "number": ids.index(at) + 1,
        "left": len(ids),
        "previous": previous,
        "following": following,
    }
    return await desk.visit.page("kb/review.html", status=status, **context)


async def frame(desk: Desk, chosen: Filters) -> Row:
    """Return the context of every page here: the filters, the progress, and the batch with its decisions that stand."""
    runs = batch.runs_of(desk.visit, desk.who)
    return {
        "filters": chosen,
        "orders": filters.ORDERS,
        "choices": await desk.read(filters.choices),
        "progress": await desk.read(review.progress, chosen.source or None),
        "batch": await desk.read(batch.standing, runs),
        "most": batch.MOST,
        "words": await desk.read(words),
    }


async def nearest(desk: Desk, form: Form, error: KbError | None) -> list[Row]:
    """Return the entities whose names are nearest to the unknown name of an error."""
    at = error.where.split(", ")[-1] if error else ""
    return await desk.check(checking.names, form[at], NAMED[at]) if at in NAMED and form[at] else []


async def reported(desk: Desk, error: KbError | None = None, *, status: int = 200) -> Response:
    """Return the page with the report of the batch, which is also shown where no proposal is left."""
    chosen = Filters.of(desk.visit)
    context = await frame(desk, chosen)
    tallies = await desk.read(rule_tallies, context["batch"])
    left = len(await desk.read(filters.queue, chosen))
    return await desk.visit.page("kb/review.html", status=status, waiting=None, error=error, left=left, **context, **tallies)


def rule_tallies(connection: sqlite3.Connection, run_ids: list[str]) -> Row:
    """Return the decisions of the batch by rule, with all decisions on the rule in this base and its measured precision."""
    here = review.of_rules(connection)
    tallies = review.of_run(connection, run_ids)
    put_off = count(connection, PUT_OFF, listed(run_ids))
    by_rule = [
        {"rule": rule, "batch": tally, "here": here[rule], "measured": of_rule(rule)}
        for rule, tally in sorted(tallies.items(), key=lambda pair: -pair[1].decided)
    ]
    return {"rules": by_rule, "put_off": put_off}

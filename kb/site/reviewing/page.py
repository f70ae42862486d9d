"""The page on which somebody decides on proposed claims, one at a time, and the report at the end of a batch."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from kb import review
from kb.errors import KbError, UsageError
from kb.propose.precision import of_rule
from kb.site import access
from kb.site.errors import RefusedError
from kb.site.reading import count, listed, words
from kb.site.reviewing import batch, decisions, filters, showing
from kb.site.reviewing.filters import Filters
from kb.site.visit import Visit
from kb.site.writing import checking, forms
from kb.site.writing.desk import ConflictError, Desk, status_of
from kb.site.writing.forms import Form

Row = dict[str, Any]
PUT_OFF = """
SELECT count(DISTINCT proposals.id) FROM json_each(?) AS run JOIN revisions ON revisions.run_id = run.value AND table_name = 'proposals'
JOIN proposals ON proposals.id = row_id WHERE proposals.status = 'later'"""
DONE = {"accepted": "Accepted", "edited": "Accepted as you edited it", "rejected": "Rejected", "later": "Put off; it comes again last"}
NAMED = {"speaker": "actor", "subject": "", "object": "", "predicate": "predicate", "event": "event", "place": ""}


async def desk_of(visit: Visit) -> Desk:
    """The desk of somebody who may decide. Proposals are not public, so there is none in public mode, whoever asks."""
    if access.is_public(visit.datasette):
        remedy = "decide on the machine of the base, with kb review or a site that is not public"
        raise RefusedError("proposals are not open to the public", remedy=remedy)
    return await Desk.of(visit)


async def view(visit: Visit) -> Response:
    """GET one proposal of the queue; POST a decision on it, and go on to the next."""
    desk = await desk_of(visit)
    if visit.request.method == "POST":
        return await posted(desk, await forms.received(visit.request))
    return await shown(desk, visit.arg("at"))


async def report(visit: Visit) -> Response:
    """What was decided in this batch."""
    return await reported(await desk_of(visit))


async def posted(desk: Desk, form: Form) -> Response:
    try:
        if form["do"] in ("undo", "undo-batch"):
            return await undone(desk, whole=form["do"] == "undo-batch")
        if form["do"] == "new-batch":
            return batch.keep(redirect(desk), desk.visit, desk.who, [])
        return await decided(desk, form)
    except KbError as error:
        if isinstance(error, RefusedError):
            raise
        status = 409 if isinstance(error, ConflictError) else status_of(error)
        return await shown(desk, form["proposal"], form, error, status=status)


async def decided(desk: Desk, form: Form) -> Response:
    """Carry the decision out in one run of its own, and show what comes next."""
    places = await desk.read(filters.queue, Filters.of(desk.visit))
    work = decisions.work(form)
    if form["do"] == "later" and (form["proposal"], "later") in places:  # put off already: nothing to record
        await desk.read(decisions.seen, form)
        following = filters.neighbours(places, form["proposal"])[1]
        return redirect(desk, at=following) if following else redirect(desk, "/review/report")
    done = await desk.write("review", work)
    message = DONE[done.result.status]
    for note in [] if done.result.added is None else done.result.added.notes:
        message += f". {note}"
    desk.visit.datasette.add_message(desk.visit.request, message + ".")
    following = filters.after(places, form["proposal"])
    response = redirect(desk, at=following) if following else redirect(desk, "/review/report")
    runs = batch.runs_of(desk.visit, desk.who) + ([done.run_id] if done.run_id else [])
    return batch.keep(response, desk.visit, desk.who, runs)


async def undone(desk: Desk, *, whole: bool) -> Response:
    """Take the last decision of the batch back, or all of them, in one run."""
    runs = await desk.read(batch.standing, batch.runs_of(desk.visit, desk.who))
    gone = runs if whole else runs[-1:]
    if not gone:
        raise UsageError("there is no decision of yours to take back here", remedy="see all that was done under recent changes")
    first = await desk.read(batch.decided_in, gone[0])
    reason = f"{len(gone)} decisions of a review taken back" if whole else "a decision of a review taken back"
    await desk.write("undo", decisions.taken_back(gone), reason=reason)
    desk.visit.datasette.add_message(desk.visit.request, f"Taken back: {len(gone)} {'decision' if len(gone) == 1 else 'decisions'}.")
    return batch.keep(redirect(desk, at=first), desk.visit, desk.who, runs[: -len(gone)])


def redirect(desk: Desk, path: str = "/review", *, at: str | None = None) -> Response:
    """On to another proposal, under the same filters."""
    return Response.redirect(desk.visit.addresses.path(path, **Filters.of(desk.visit).query(), at=at), status=303)


async def shown(desk: Desk, wanted: str, form: Form | None = None, error: KbError | None = None, *, status: int = 200) -> Response:
    """One proposal with the form: the wanted one while it is open, else the first. What was typed stays beside its own proposal only."""
    chosen = Filters.of(desk.visit)
    places = await desk.read(filters.queue, chosen)
    ids = [place for place, _ in places]
    if not ids:
        return await reported(desk, error, status=status)
    at = wanted if wanted in ids else ids[0]
    told = await desk.read(showing.told, at, whole=bool(chosen.source))
    typed = form if form is not None and form["do"] == "accept" and at == wanted else showing.defaults(told["waiting"])
    previous, following = filters.neighbours(places, at)
    context = {
        **await frame(desk, chosen),
        **told,
        **await desk.read(showing.offered),
        "form": typed,
        "error": error,
        "nearest": await nearest(desk, typed, error),
        "number": ids.index(at) + 1,
        "left": len(ids),
        "previous": previous,
        "following": following,
    }
    return await desk.visit.page("kb/review.html", status=status, **context)


async def frame(desk: Desk, chosen: Filters) -> Row:
    """What stands around every page here: the filters, how far the work is, and what of it can be taken back."""
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
    """For a name that is not there: the nearest that are."""
    at = error.where.split(", ")[-1] if error else ""
    return await desk.read(checking.names, form[at], NAMED[at]) if at in NAMED and form[at] else []


async def reported(desk: Desk, error: KbError | None = None, *, status: int = 200) -> Response:
    """The report of the batch; also what is shown where nothing is left to decide."""
    chosen = Filters.of(desk.visit)
    context = await frame(desk, chosen)
    tallies = await desk.read(told_rules, context["batch"])
    left = len(await desk.read(filters.queue, chosen))
    return await desk.visit.page("kb/review.html", status=status, waiting=None, error=error, left=left, **context, **tallies)


def told_rules(connection: sqlite3.Connection, run_ids: list[str]) -> Row:
    """The batch by rule, beside all decisions on that rule in this base and what was measured before."""
    here = review.of_rules(connection)
    tallies = review.of_run(connection, run_ids)
    put_off = count(connection, PUT_OFF, listed(run_ids))
    by_rule = [
        {"rule": rule, "batch": tally, "here": here[rule], "measured": of_rule(rule)}
        for rule, tally in sorted(tallies.items(), key=lambda one: -one[1].decided)
    ]
    return {"rules": by_rule, "put_off": put_off}

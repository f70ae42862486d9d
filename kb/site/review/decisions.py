"""Turn a decision of the form into a function of an open run: accept, reject, put off, or undo earlier decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from kb import review
from kb.base.fields import CLAIM
from kb.base.runs import Run
from kb.changes import undoing
from kb.errors import ConflictError, DataError, KbError, UsageError
from kb.names.entities import add_entity
from kb.names.lookup import Lookup
from kb.review import Decided, Waiting, choosing
from kb.review.as_fact import ADDED, PROPOSED
from kb.site.editing import orders
from kb.site.editing.forms import Form
from kb.site.review import showing

Work = Callable[[Run], Any]
NEW = ("id", "name", "kind")
# Fields of a claim, which a further assertion of a recorded claim leaves unchanged.
OF_THE_CLAIM = tuple(field for field in CLAIM if field != "kind")


def work(form: Form) -> Work:
    """Return what the form asks for, as a function of an open run. Raises UsageError where it asks for something else."""
    do = form["do"]
    if do in ("accept", "make"):
        return lambda run: accepted(run, form)
    if do in ("reject", "later"):
        decide = {"reject": review.reject, "later": review.put_off}[do]
        return lambda run: decide(run, seen(run.connection, form).id)
    raise UsageError(f"unknown action {do!r}", remedy="use the buttons of the page")


def seen(connection: sqlite3.Connection, form: Form) -> Waiting:
    """Return the proposal of the form. Raises ConflictError unless it is open and still as the page showed it."""
    try:
        waiting = review.find(connection, form["proposal"])
    except UsageError as error:
        raise ConflictError(error.what, remedy="go on with what waits") from error
    if waiting.status not in ("waiting", "later"):
        raise ConflictError(f"this proposal was {waiting.status} meanwhile", remedy="nothing was changed; go on with the next")
    if form["shown"] != showing.digest(connection, waiting):
        raise ConflictError("the proposal is not what the page showed", remedy="look at it again, below, and decide then")
    return waiting


def accepted(run: Run, form: Form) -> Decided:
    """Accept the proposal with the edits of the form, after recording its new actor."""
    waiting = seen(run.connection, form)
    drop = bool(form["drop"])
    suggested = review.suggested_values(Lookup(run.connection), waiting)
    form = with_ids(form, suggested, showing.suggested(run.connection, waiting))
    edits = edits_of(form, waiting, drop=drop, suggested=suggested)
    make = made(form, review.missing(Lookup(run.connection), waiting))
    new = new_actor(Lookup(run.connection), form, showing.defaults(run.connection, waiting))
    if new:
        if drop:
            raise DataError("is given, although the speaker is to be dropped", where="new actor", remedy="do only one of the two")
        add_entity(run, orders.new_of({"type": "actor", **new}, "new actor"))
        edits["speaker"] = new["id"]
    elif waiting.attributed and not drop and not edits.get("speaker") and "speaker" not in make:
        who = f"credits {waiting.speaker!r}" if waiting.speaker else "credits somebody"
        raise DataError(
            f"the text {who}, and nobody is named here",
            where="speaker",
            remedy="name an actor, record a new one below, or tick that the document itself says it",
        )
    edits = {name: value for name, value in edits.items() if value or name not in make}
    return review.accept(run, waiting.id, edits, drop_speaker=drop, make=make)


def with_ids(form: Form, suggested: dict[str, str], shown: dict[str, str]) -> Form:
    """Return the form with the id again in each field that still shows the name of what was suggested for it."""
    unchanged = {name: suggested[name] for name in suggested if form[name] and form[name] == shown[name]}
    return Form(form.fields | unchanged)


def made(form: Form, missing: Sequence[review.Missing]) -> list[str]:
    """Return the fields whose new row is to be recorded: those that are ticked, or all, but none that a person filled in."""
    everything = form["do"] == "make"
    return [one.field for one in missing if (everything or form[f"make-{one.field}"]) and not form[one.field]]


def edits_of(form: Form, waiting: Waiting, *, drop: bool, suggested: dict[str, str]) -> dict[str, str]:
    """Return the fields that are not empty, and those that a person emptied although something is suggested for them.

    Raises DataError for an empty field whose proposed value would silently come back.
    """
    for name in ("quote", *(() if form["claim_id"] else ("text",))):
        if not form[name]:
            raise DataError("is missing", where=name, remedy="say it, or reject the proposal")
    edits: dict[str, str] = dict.fromkeys(suggested, "") | form.some((*PROPOSED, *ADDED))
    if drop:
        edits.pop("speaker", None)
    elif waiting.cue and not form["cue"]:
        edits["cue"] = ""
    return {name: value for name, value in edits.items() if not (form["claim_id"] and name in OF_THE_CLAIM)}


def new_actor(lookup: Lookup, form: Form, untouched: Form) -> dict[str, str] | None:
    """Return the actor to record first, with an id made from its name where it has none, or None where its fields are unchanged.

    Raises DataError where it has neither.
    """
    new: dict[str, str] = form.some(NEW, "new-")
    if new.get("id"):
        return new
    if not new or new == untouched.some(NEW, "new-"):
        return None
    if not new.get("name"):
        raise DataError("is missing", where="name of the new actor", remedy="give its name; or empty its fields")
    return {"id": choosing.named(lookup, "actor", new["name"]).id, **new}


def undo_all(run_ids: list[str]) -> Work:
    """Return the function that undoes these runs, the newest first, all or none."""

    def work(run: Run) -> list[str]:
        lines = []
        for run_id in reversed(run_ids):
            try:
                lines += undoing.undo(run, run_id)
            except KbError as error:
                raise ConflictError.of(error.at(run_id)) from error
        return lines

    return work

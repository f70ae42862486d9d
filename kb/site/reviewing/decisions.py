"""A decision as the form sends it, carried out in one run: accept, reject, put off; and taking decisions back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from kb import review, undo
from kb.entities import add_entity
from kb.errors import DataError, KbError, UsageError
from kb.lookup import Lookup
from kb.review import Decided, Waiting
from kb.review.deciding import ADDED, PROPOSED
from kb.site.reviewing import showing
from kb.site.writing import recording
from kb.site.writing.desk import ConflictError
from kb.site.writing.forms import Form

Work = Callable[[sqlite3.Connection, str], Any]
NEW = ("id", "name", "kind")
# What a claim that is there says for itself, whoever else says it too.
OF_THE_CLAIM = ("text", "subject", "predicate", "object", "object_text", "event", "place", "about")


def work(form: Form) -> Work:
    """What the form asks for, as a function of a connection with an open run. Raises UsageError for what no button asks."""
    do = form["do"]
    if do == "accept":
        return lambda connection, run_id: accepted(connection, run_id, form)
    if do in ("reject", "later"):
        plain = {"reject": review.reject, "later": review.put_off}[do]
        return lambda connection, _: plain(connection, seen(connection, form).id)
    raise UsageError(f"{do!r} is nothing to do", remedy="use the buttons of the page")


def seen(connection: sqlite3.Connection, form: Form) -> Waiting:
    """The proposal that the form speaks of. Raises ConflictError unless it is open and still what the page showed."""
    try:
        waiting = review.find(connection, form["proposal"])
    except UsageError as error:
        raise ConflictError(error.what, remedy="go on with what waits") from error
    if waiting.status not in ("waiting", "later"):
        raise ConflictError(f"this proposal was {waiting.status} meanwhile", remedy="nothing was changed; go on with the next")
    if form["shown"] != showing.digest(connection, waiting):
        raise ConflictError("the proposal is not what the page showed", remedy="look at it again, below, and decide then")
    return waiting


def accepted(connection: sqlite3.Connection, run_id: str, form: Form) -> Decided:
    """Record the proposal as the form words it, and before it the actor it names as new."""
    waiting = seen(connection, form)
    drop = bool(form["drop"])
    edits = edits_of(form, waiting, drop=drop)
    new = new_actor(form, waiting)
    if new:
        if drop:
            raise DataError("is to be credited, and the speaker is to be dropped", where="new actor", remedy="do the one or the other")
        add_entity(connection, Lookup(connection), run_id, recording.new_of({"type": "actor", **new}, "new actor"))
        edits["speaker"] = new["id"]
    elif waiting.attributed and not drop and "speaker" not in edits:
        who = f"credits {waiting.speaker!r}" if waiting.speaker else "credits somebody"
        raise DataError(
            f"the text {who}, and nobody is named here",
            where="speaker",
            remedy="name an actor, record a new one below, or tick that the document itself says it",
        )
    return review.accept(connection, run_id, waiting.id, edits, drop_speaker=drop)


def edits_of(form: Form, waiting: Waiting, *, drop: bool) -> dict[str, str]:
    """The fields that say something. What was proposed cannot be left out by emptying its field: that would put it back in silence."""
    for name in ("quote", *(("cue",) if waiting.cue and not drop else ()), *(() if form["claim_id"] else ("text",))):
        if not form[name]:
            raise DataError("is missing", where=name, remedy="say it, or reject the proposal")
    edits: dict[str, str] = form.some((*PROPOSED, *ADDED))
    if drop:
        edits.pop("speaker", None)
    return {name: value for name, value in edits.items() if not (form["claim_id"] and name in OF_THE_CLAIM)}


def new_actor(form: Form, waiting: Waiting) -> dict[str, str] | None:
    """The actor to record first; None where its fields are as they were. Raises DataError where it has no id."""
    new: dict[str, str] = form.some(NEW, "new-")
    untouched = showing.defaults(waiting).some(NEW, "new-")
    if new.get("id"):
        return new
    if new and new != untouched:
        raise DataError(
            "is missing", where="id of the new actor", remedy="give a-z, 0-9 and hyphens, such as radio-one; or empty its fields"
        )
    return None


def taken_back(run_ids: list[str]) -> Work:
    """Take these runs back, the newest first: all of them or none."""

    def take_back(connection: sqlite3.Connection, _: str) -> list[str]:
        lines = []
        for run_id in reversed(run_ids):
            try:
                lines += undo.undo(connection, run_id)
            except KbError as error:
                raise ConflictError.of(error.at(run_id)) from error
        return lines

    return take_back

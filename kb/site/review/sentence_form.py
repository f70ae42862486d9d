"""The form of a sentence and its proposals: what was typed for each, and the work that it asks for in an open run.

A field is named by its proposal, a dot and the field of `kb.review.choosing`, so that all proposals of a sentence are one form.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from typing import Any

from kb.base.runs import Run
from kb.errors import ConflictError, UsageError
from kb.names.lookup import Lookup
from kb.review import by_sentence, choosing
from kb.review.by_sentence import ACCEPT, LATER, REJECT, Decision, Sentence
from kb.site.editing.forms import Form
from kb.site.review import showing

MAKE, NOTHING, ADD, JOIN = "make", "nothing", "add", "join"
DECISIONS = {"accept", MAKE, LATER, NOTHING}
MOST_FIELDS = 2_000  # of all proposals of one sentence


def defaults(connection: sqlite3.Connection, sentence: Sentence) -> Form:
    """Return the form of a sentence as it is before anybody corrects it: every proposal is to be accepted."""
    lookup = Lookup(connection)
    filled: dict[str, str] = {}
    for waiting in sentence.proposals:
        filled[f"{waiting.id}.take"] = "yes"
        filled |= {f"{waiting.id}.{name}": value for name, value in choosing.fields(lookup, waiting).items()}
    return Form(filled)


def kept(before: Form, sent: Form) -> Form:
    """Return the form with what was typed, and as it is proposed for proposals that the sent form lacks.

    A checkbox that is not ticked is not sent, so one of a proposal that was sent is empty.
    """
    sent_ids = {name.partition(".")[0] for name in sent.fields if "." in name}
    unsent = {name: value for name, value in before.fields.items() if name.partition(".")[0] not in sent_ids}
    return Form({**unsent, **sent.fields})


def digest(connection: sqlite3.Connection, sentence: Sentence) -> str:
    """Return a digest of the proposals that a person sees, so that nobody decides on others."""
    shown = "\n".join(showing.digest(connection, waiting) for waiting in sentence.proposals)
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def seen(connection: sqlite3.Connection, form: Form) -> Sentence:
    """Return the sentence of the form. Raises ConflictError unless its proposals are as the page showed them."""
    try:
        sentence = by_sentence.find(connection, form["sentence"])
    except UsageError as error:
        raise ConflictError(error.what, remedy="go on with what waits") from error
    if form["shown"] != digest(connection, sentence):
        raise ConflictError("the proposals are not those that the page showed", remedy="look at them again, below, and decide then")
    return sentence


def decisions_of(sentence: Sentence, form: Form) -> list[Decision]:
    """Return the decision on each proposal of the sentence: those that are ticked are accepted with what was typed, the others rejected."""
    if form["do"] == LATER:
        return [Decision(waiting.id, LATER, {}) for waiting in sentence.proposals if waiting.status != "later"]
    return [
        Decision(waiting.id, ACCEPT if form[f"{waiting.id}.take"] else REJECT, typed(form, waiting.id)) for waiting in sentence.proposals
    ]


def typed(form: Form, proposal_id: str) -> dict[str, str]:
    """Return the fields of a proposal as they were typed."""
    prefix = f"{proposal_id}."
    values = {name.removeprefix(prefix): value for name, value in form.fields.items() if name.startswith(prefix)}
    ticked = [name.removeprefix("related ") for name in values if name.startswith("related ")]
    return {name: value for name, value in values.items() if name != "take" and " " not in name} | {"related": "\n".join(ticked)}


def work(form: Form) -> Callable[[Run], Any]:
    """Return what the form asks for, as a function of an open run. Raises UsageError where it asks for something else."""
    do = form["do"]
    if do == NOTHING:
        return lambda run: by_sentence.states_nothing(run, seen(run.connection, form).id, form["reason"])
    if do in DECISIONS:
        return lambda run: by_sentence.decide_all(run, decisions_of(seen(run.connection, form), form), make=do == MAKE)
    if do == ADD:
        return lambda run: by_sentence.add(run, seen(run.connection, form).id, form["words"], form["like"])
    if do == JOIN:
        return lambda run: by_sentence.join(run, seen(run.connection, form).id, form["like"], form["other"])
    raise UsageError(f"unknown action {do!r}", remedy="use the buttons of the page")

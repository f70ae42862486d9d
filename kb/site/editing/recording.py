"""Turn orders and requests of the forms and the JSON API into functions of an open run: record facts, correct, retract, merge, undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from kb import changes, facts
from kb.base.model import Row
from kb.base.runs import Run
from kb.changes import merging, restoring, settling, undoing
from kb.errors import ConflictError, DataError, KbError, SeveralProblemsError
from kb.errors.remedies import worded
from kb.facts import Added, Fact, faults
from kb.names.entities import add_entity
from kb.names.lookup import Lookup
from kb.site import wording
from kb.site.editing import checking
from kb.site.editing.orders import Order, every


def located(connection: sqlite3.Connection, order: Order) -> Order:
    """Return the order with the span of each quote, so that it is searched once and only verified after that."""
    lookup = Lookup(connection)
    return replace(order, facts=every(lambda where, fact: located_fact(lookup, fact, where, new=bool(order.new)), numbered(order)))


def placed(order: Order, quote: Row | None) -> Order:
    """Return the order of the form with the span that was found for its quote."""
    if not quote or not quote["found"]:
        return order
    return replace(order, facts=[replace(fact, at=(quote["start"], quote["end"])) for fact in order.facts])


def located_fact(lookup: Lookup, fact: Fact, where: str, *, new: bool) -> Fact:
    """Return a fact with the span of its quote.

    Raises QuoteError where it is not found, and SeveralProblemsError where more is wrong. What a fact names is looked up here only where
    the order has no `new` rows that it may name.
    """
    try:
        if fact.at is None:
            text = lookup.snapshot_text(fact.source)
            span = checking.find(text, fact.quote, prefix=fact.prefix, suffix=fact.suffix, within=fact.within)
            fact = replace(fact, at=(span.start, span.end))
    except DataError as error:
        others = [] if new else [other for other in faults.faults(lookup, fact, where) if not of_quote(other)]
        wrong = [error.at(where) if where else error, *others]
        raise (SeveralProblemsError(wrong) if others else wrong[0]) from None
    wrong = [] if new else list[KbError](faults.faults(lookup, fact, where))
    if wrong:
        raise SeveralProblemsError(wrong) if len(wrong) > 1 else wrong[0]
    return fact


def of_quote(error: KbError) -> bool:
    """Return whether an error is about the quote or its source, which are told once."""
    return error.where.rpartition(", ")[2] in ("quote", "source")


def numbered(order: Order) -> Iterator[tuple[str, Fact]]:
    """Return (place in the order, fact) for each fact. The place is empty where there is only one."""
    several = len(order.facts) > 1
    return ((f"facts {number}" if several else "", fact) for number, fact in enumerate(order.facts, 1))


def record(order: Order, *, restore: bool = False) -> Callable[[Run], list[Added]]:
    """Return the function that records the order in a run, and with `restore` lets what was retracted of it count again."""

    def work(run: Run) -> list[Added]:
        for number, new in enumerate(order.new, 1):
            try:
                add_entity(run, new)
            except DataError as error:
                raise error.at(f"new {number}") from None
        recorded = [facts.record(run, fact, where) for where, fact in numbered(order)]
        if restore:
            restoring.restore(run, dict.fromkeys(row_id for fact in recorded for row_id in fact.retracted))
        return recorded

    return work


def preview(connection: sqlite3.Connection, order: Order) -> list[Row]:
    """Return what recording each fact would do, without writing. The order must have no new rows."""
    previews = []
    lookup = Lookup(connection)
    for where, fact in numbered(order):
        plan = facts.plan(lookup, fact, where)
        present = [row for row in plan.assertions if connection.execute("SELECT 1 FROM assertions WHERE id = ?", (row["id"],)).fetchone()]
        previews.append(
            {
                "claim_id": plan.claim_id,
                "claim_is_there": bool(connection.execute("SELECT 1 FROM claims WHERE id = ?", (plan.claim_id,)).fetchone()),
                "start": plan.passage["start_char"],
                "end": plan.passage["end_char"],
                "exact": plan.passage["exact"],
                "chain": [{key: row[key] for key in ("speaker_id", "act", "stance", "certainty", "cue")} for row in plan.assertions],
                "duplicate": len(present) == len(plan.assertions),
                "similar": checking.similar(connection, fact.text or "") if fact.text else [],
                "notes": [worded(note, wording.api) for note in plan.notes],
            }
        )
    return previews


def review(row_id: str, verdict: str, note: str | None) -> Callable[[Run], list[str]]:
    """Return the function that records a review of a row in a run."""
    return lambda run: changes.review(run, row_id, verdict, note)


def added(fact: Added) -> Row:
    """Return a recorded fact as a JSON object."""
    return {
        "assertion_id": fact.assertion_id,
        "claim_id": fact.claim_id,
        "passage_id": fact.passage_id,
        "start": fact.start,
        "end": fact.end,
        "exact": fact.exact,
        "new_claim": fact.new_claim,
        "new_assertion": fact.new_assertion,
        "retracted": list(fact.retracted),
        "notes": [worded(note, wording.api) for note in fact.notes],
    }


def conflicts(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function with its DataErrors raised as ConflictErrors."""

    def called(*args: Any) -> Any:
        try:
            return function(*args)
        except DataError as error:
            raise ConflictError.of(error) from error

    return called


Work = Callable[[Run], list[str]]


def correct(row_id: str, new: dict[str, str]) -> Work:
    return lambda run: changes.correct(run, row_id, new)


def retract(row_id: str) -> Work:
    return lambda run: [f"retracted {name}" for name in conflicts(changes.retract)(run, row_id)]


def merge(old_id: str, into_id: str, *, despite_evidence: bool = False) -> Work:
    merged = conflicts(partial(merging.merge, despite_evidence=despite_evidence))
    return lambda run: [f"moved {line}" for line in merged(run, old_id, into_id)]


def settle(conflict_id: str, choice: str) -> Work:
    return lambda run: settling.settle(run, conflict_id, choice)


def undo(run_id: str) -> Work:
    return lambda run: list(conflicts(undoing.undo)(run, run_id))

"""Turn requests of the forms and the JSON API into functions of an open run: record facts, correct, retract, merge, undo."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from kb import changes, facts
from kb.base import entries
from kb.base.model import Row
from kb.base.runs import Run
from kb.changes import merging, restoring, settling, undoing
from kb.errors import ConflictError, DataError, KbError, SeveralProblemsError, UsageError, did_you_mean
from kb.errors.remedies import worded
from kb.facts import Added, Fact, faults, from_entries
from kb.names.entities import KINDS, NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.site import wording
from kb.site.editing import checking

MOST_FACTS = 100  # in one request


@dataclass
class Order:
    """Facts to record in one run, and the actors, things, events and predicates to record before them."""

    facts: list[Fact]
    new: list[NewEntity] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def order_of(data: Row) -> Order:
    """Return the order of a JSON object with a fact, or with a list of `facts`. `new` lists the rows to record first.

    Raises UsageError or DataError where the object is wrong.
    """
    data = dict(data)
    new, listed = data.pop("new", []), data.pop("facts", None)
    if listed is None:
        listed = [data]
    elif data:
        raise UsageError(f"unknown key {sorted(data)[0]!r} beside facts", remedy="put it into each fact")
    for name, items in (("facts", listed), ("new", new)):
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise UsageError(f"{name} is not a list of objects", where=name, remedy=f'write "{name}": [{{…}}]')
    if not 0 < len(listed) <= MOST_FACTS:
        raise UsageError(f"{len(listed)} facts", where="facts", remedy=f"send 1 to {MOST_FACTS} in a request")
    several = len(listed) > 1
    return Order(
        every(lambda number, item: fact_of(item, f"facts {number}" if several else ""), enumerate(listed, 1)),
        [new_of(item, f"new {number}") for number, item in enumerate(new, 1)],
        [entries.OLD_SPELLING] if any(entries.is_old_spelling(str(item.get("type")), item) for item in listed) else [],
    )


def fact_of(item: Row, where: str) -> Fact:
    """Return the fact of a JSON object."""
    item = dict(item)
    kind, at = item.pop("type", "claim"), pop_span(item, where)
    if kind not in ("claim", "assertion"):
        raise UsageError(f"unknown type {kind!r}", where=where or "type", remedy="use claim or assertion, or leave it out")
    with naming_keys():
        entry = entries.checked(kind, item, where)
        if not entry.get("source"):
            raise entries.EntryError("source is missing", "source", where=where, remedy="name the source that says it")
        return from_entries.fact_of(entry, "", where, kind=kind, at=at)


def every(work: Callable[..., Any], items: Iterable[tuple[Any, ...]]) -> list[Any]:
    """Return what the work makes of each item. Raises the error of one, or SeveralProblemsError with those of all that fail."""
    done: list[Any] = []
    wrong: list[KbError] = []
    for item in items:
        try:
            done.append(work(*item))
        except SeveralProblemsError as error:
            wrong += error.errors
        except (DataError, UsageError) as error:
            wrong.append(error)
    if wrong:
        raise SeveralProblemsError(wrong) if len(wrong) > 1 else wrong[0]
    return done


def pop_span(item: Row, where: str) -> tuple[int, int] | None:
    """Remove `start_char` and `end_char` from the object, and return them, or None where it has neither.

    Raises DataError where only one is there, or where one is no whole number.
    """
    at = [item.pop(name, None) for name in ("start_char", "end_char")]
    if at == [None, None]:
        return None
    for name, value in zip(("start_char", "end_char"), at, strict=True):
        if type(value) is not int:
            raise DataError(
                f"{name} should be a whole number", where=f"{where}, {name}" if where else name, remedy="count code points from 0"
            )
    return at[0], at[1]


def new_of(item: Row, where: str) -> NewEntity:
    """Return the actor, thing, event or predicate of a JSON object."""
    item = dict(item)
    kind = item.pop("type", None)
    if kind not in KINDS:
        raise UsageError(f"unknown type {kind!r}", where=where, remedy=did_you_mean(str(kind), KINDS))
    with naming_keys():
        return NewEntity.of(kind, entries.checked(kind, item, where), where)


@contextmanager
def naming_keys() -> Iterator[None]:
    """Add the key of an EntryError to its place in the order."""
    try:
        yield
    except entries.EntryError as error:
        error.where = f"{error.where}, {error.key}" if error.where else error.key
        raise


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

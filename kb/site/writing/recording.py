"""What the forms and the JSON API write, as functions of a connection with an open run: facts, corrections, retractions, merges, undoings."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from kb import anchor, changes, curated, facts, merging, settled, store, undo
from kb.entities import KINDS, NewEntity, add_entity
from kb.errors import DataError, KbError, UsageError, did_you_mean
from kb.facts import Added, Fact, Plan
from kb.lookup import Lookup
from kb.site.writing import checking
from kb.site.writing.desk import ConflictError
from kb.tables import Row

KEY_IN_ERROR = re.compile(r"^unknown key '(.+)'|^(\w+) (?:is missing|should be)")
MOST_FACTS = 100  # in one request


@dataclass
class Order:
    """Facts to record in one run, and the actors, things, events and predicates to record before them."""

    facts: list[Fact]
    new: list[NewEntity] = field(default_factory=list)


def order_of(given: Row) -> Order:
    """What a JSON object asks for: one fact, or `facts`, a list of them; `new` lists what is to be recorded first."""
    given = dict(given)
    new, listed = given.pop("new", []), given.pop("facts", None)
    if listed is None:
        listed = [given]
    elif given:
        raise UsageError(f"unknown key {sorted(given)[0]!r} beside facts", remedy="put it into each fact")
    for name, items in (("facts", listed), ("new", new)):
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise UsageError(f"{name} is no list of objects", where=name, remedy=f'write "{name}": [{{…}}]')
    if not 0 < len(listed) <= MOST_FACTS:
        raise UsageError(f"{len(listed)} facts", where="facts", remedy=f"send 1 to {MOST_FACTS} in a request")
    several = len(listed) > 1
    return Order(
        [fact_of(item, f"facts {number}" if several else "") for number, item in enumerate(listed, 1)],
        [new_of(item, f"new {number}") for number, item in enumerate(new, 1)],
    )


def fact_of(item: Row, where: str) -> Fact:
    item = dict(item)
    kind = item.pop("type", "claim")
    if kind not in ("claim", "assertion"):
        raise UsageError(f"unknown type {kind!r}", where=where or "type", remedy="use claim or assertion, or leave it out")
    with naming_keys():
        entry = curated.checked(kind, item, where)
        if not entry.get("source"):
            raise DataError("source is missing", where=where, remedy="name the source that says it")
        return curated.fact_of(entry, "", where, kind=kind)


def new_of(item: Row, where: str) -> NewEntity:
    item = dict(item)
    kind = item.pop("type", None)
    if kind not in KINDS:
        raise UsageError(f"unknown type {kind!r}", where=where, remedy=did_you_mean(str(kind), KINDS))
    with naming_keys():
        return NewEntity.of(kind, curated.checked(kind, item, where), where)


@contextmanager
def naming_keys() -> Iterator[None]:
    """Refusals name the key that they speak of, after the place in the order."""
    try:
        yield
    except KbError as error:
        key = KEY_IN_ERROR.search(error.what)
        if key is None:
            raise
        at = key[1] or key[2]
        raise type(error)(error.what, where=f"{error.where}, {at}" if error.where else at, remedy=error.remedy) from None


def plan(connection: sqlite3.Connection, fact: Fact, where: str = "") -> Plan:
    """The rows a fact means; words around the quote count only where the quote stands more than once."""
    look = Lookup(connection)
    if fact.prefix or fact.suffix:
        try:
            if len(anchor.occurrences(look.held(fact.source).text, fact.quote)) == 1:
                fact = replace(fact, prefix="", suffix="")
        except DataError as error:
            raise (error.at(where) if where else error) from None
    return facts.plan(look, fact, where)


def record(order: Order) -> Callable[[sqlite3.Connection, str], list[Added]]:
    """The function that records the order in a run. What is not there is refused as wrong, what stands against the base as a conflict."""

    def work(connection: sqlite3.Connection, run_id: str) -> list[Added]:
        look, recorded_at = Lookup(connection), store.now()
        for new in order.new:
            add_entity(connection, look, run_id, new)
        done = []
        for number, fact in enumerate(order.facts, 1):
            where = f"facts {number}" if len(order.facts) > 1 else ""
            made = plan(connection, fact, where)
            try:
                done.append(facts.write(connection, made, run_id, recorded_at))
            except KbError as error:
                raise ConflictError.of(error.at(where) if where else error) from error
        conflicts(settled.refuse_unsettled)(connection)
        return done

    return work


def foreseen(connection: sqlite3.Connection, order: Order) -> list[Row]:
    """What recording each fact would do, without writing: the words, the rows, and what is there already. Needs nothing new."""
    found = []
    for number, fact in enumerate(order.facts, 1):
        made = plan(connection, fact, f"facts {number}" if len(order.facts) > 1 else "")
        there = [row for row in made.assertions if connection.execute("SELECT 1 FROM assertions WHERE id = ?", (row["id"],)).fetchone()]
        found.append(
            {
                "claim_id": made.claim_id,
                "claim_is_there": bool(connection.execute("SELECT 1 FROM claims WHERE id = ?", (made.claim_id,)).fetchone()),
                "start": made.passage["start_char"],
                "end": made.passage["end_char"],
                "exact": made.passage["exact"],
                "chain": [{key: row[key] for key in ("speaker_id", "act", "stance", "certainty", "cue")} for row in made.assertions],
                "duplicate": len(there) == len(made.assertions),
                "similar": checking.similar(connection, fact.text or "") if fact.text else [],
                "notes": made.notes,
            }
        )
    return found


def added(done: Added) -> Row:
    """A recorded fact as a JSON object."""
    return {
        "assertion_id": done.assertion_id,
        "claim_id": done.claim_id,
        "passage_id": done.passage_id,
        "start": done.start,
        "end": done.end,
        "exact": done.exact,
        "new_claim": done.new_claim,
        "new_assertion": done.new_assertion,
        "notes": list(done.notes),
    }


def conflicts(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, whose refusals for the sake of what the base holds are conflicts."""

    def called(*args: Any) -> Any:
        try:
            return function(*args)
        except DataError as error:
            raise ConflictError.of(error) from error

    return called


def correct(row_id: str, new: dict[str, str]) -> Callable[[sqlite3.Connection, str], list[str]]:
    return lambda connection, _: changes.correct(connection, row_id, new)


def retract(row_id: str) -> Callable[[sqlite3.Connection, str], list[str]]:
    return lambda connection, _: [f"retracted {name}" for name in conflicts(changes.retract)(connection, row_id)]


def merge(old_id: str, into_id: str) -> Callable[[sqlite3.Connection, str], list[str]]:
    return lambda connection, _: [f"moved {line}" for line in conflicts(merging.merge)(connection, old_id, into_id)]


def take_back(run_id: str) -> Callable[[sqlite3.Connection, str], list[str]]:
    return lambda connection, _: list(conflicts(undo.undo)(connection, run_id))

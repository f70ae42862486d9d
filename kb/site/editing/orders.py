"""Read the JSON of the forms and the JSON API as orders: facts to record in one run, and the rows to record before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kb.base import entries
from kb.base.model import Row
from kb.errors import DataError, KbError, SeveralProblemsError, UsageError, did_you_mean
from kb.facts import Fact, from_entries
from kb.names.entities import KINDS, NewEntity

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

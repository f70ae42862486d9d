"""What one statement tells of an event, and which statements tell of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kb.propose import events
from kb.propose.attribution.tree import Word
from kb.propose.events import Key
from kb.propose.events.actuality import of_named
from kb.propose.grounding import Grounded
from kb.propose.grounding.entities import Entity
from kb.propose.grounding.happening import Part
from kb.propose.statements.statement import Argument


@dataclass(frozen=True, slots=True)
class Told:
    """What one statement tells of an event, before it is joined with what others tell."""

    key: Key
    name: str
    kind: str
    actuality: str
    date: str | None
    place: Entity | None
    parts: tuple[Part, ...]
    known: str | None = None
    argument: Argument | None = None  # the one that names the event


def again(statements: Iterable[tuple[Grounded, Word | None, Told | None]]) -> Iterator[Told | None]:
    """Yield what each statement tells of an event, also where its subject or object only stands for one told of elsewhere, as "the sale"."""
    found = list(statements)
    known = {plain(told.name): told for _, _, told in found if told is not None}
    for grounded, verb, told in found:
        named = (grounded.statement.subject, grounded.statement.object) if told is None and verb is not None else ()
        same = ((one, known[plain(one.resolved)]) for one in named if one and one.resolved and plain(one.resolved) in known)
        argument, first = next(same, (None, None))
        if first is None or verb is None:
            yield told
            continue
        shown = of_named(grounded.statement, verb, subject=argument is grounded.statement.subject)
        yield replace(first, actuality=shown, date=None, place=None, parts=(), argument=argument)


def plain(name: str) -> str:
    """Return a name of an event in small letters without articles and with one form of apostrophe, by which it is known again."""
    return re.sub(r"\bthe ", "", name.lower().replace("’", "'"))


def group_of(told: Told) -> tuple[Key, str | None]:
    """Return what tells one event from another: its key, and the year where one is known."""
    return told.key, year_in(told.date) or events.year_of(told.name)


def year_in(date: str | None) -> str | None:
    """Return the year of a plain EDTF date, or None."""
    return date[:4] if date and date[:4].isdigit() else None

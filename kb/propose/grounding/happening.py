"""The type of an event that a statement tells of."""

from __future__ import annotations

from dataclasses import dataclass

from kb.propose.grounding.entities import Entity


@dataclass(frozen=True, slots=True)
class Part:
    """What an actor or thing does in an event, in a word of participations.role."""

    role: str
    entity: Entity


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the base, or one that would be new, as far as the text tells of it.

    `kind` and `actuality` are words of events.kind and events.actuality, `actuality` the most cautious that any statement of the text
    supports. `date` is EDTF. `parts` are those that the one statement names.
    """

    entity: Entity
    kind: str
    actuality: str
    date: str | None = None
    place: Entity | None = None
    parts: tuple[Part, ...] = ()

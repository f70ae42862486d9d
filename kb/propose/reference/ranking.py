"""Rank what a mention may stand for, and decide whether the likeliest is an answer."""

from __future__ import annotations

from kb.propose.reference import fullness
from kb.propose.reference.descriptions import Scored
from kb.propose.reference.mention import Candidate, Entity, Mention

CLEAR, CLEAR_PRONOUN = 1.05, 1.15
"""How many times the score of the second candidate the best must have to be an answer, for a description and for a pronoun."""
LEAST = 40.0
"""The least score of an answer."""


def ranked(scored: Scored) -> Scored:
    """Return what a mention may stand for, the likeliest first, of equals what was mentioned last."""
    return sorted(scored, key=lambda one: (-one[1], -one[0].last.start))


def is_sure(mention: Mention, scored: Scored) -> bool:
    """Whether the likeliest of some candidates is an answer: likely enough, and clearly before the next one."""
    margin, points = CLEAR_PRONOUN if mention.form == "pronoun" else CLEAR, [one[1] for one in ranked(scored)]
    return bool(points) and points[0] >= LEAST and (len(points) == 1 or points[0] >= margin * points[1])


def candidate(mention: Mention, entity: Entity, judged: tuple[float, tuple[str, ...]], named: Mention | None) -> Candidate:
    """Return an entity as a candidate for a mention, by its name, else by its first description. `judged` is its score with the reasons."""
    shown = entity.name or named or next((one for one in entity.mentions if one.form != "pronoun"), entity.last)
    near = shown.sentence == mention.sentence
    fullest = entity.name or named or fullness.fullest(entity) or shown
    return Candidate(shown.text, shown.start, shown.end, *judged, shown.form == "name", bool(entity.plural), near, fullest, shown.text)

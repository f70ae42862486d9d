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
    listed = ranked(scored)
    rivals = [one for one in listed[1:] if mention.form != "pronoun" or not same_kind(listed[0][0], one[0])]
    margin, points = CLEAR_PRONOUN if mention.form == "pronoun" else CLEAR, [one[1] for one in (*listed[:1], *rivals)]
    return bool(points) and points[0] >= LEAST and (len(points) == 1 or points[0] >= margin * points[1])


def same_kind(one: Entity, other: Entity) -> bool:
    """Whether two entities are called by the same bare plural, so that it makes no difference which one a pronoun stands for: "women"."""
    first, second = ([mention for mention in entity.mentions if mention.form == "indefinite"] for entity in (one, other))
    bare = bool(first and second) and all(each[-1].head.tag == "NNS" and each[-1].first == each[-1].last for each in (first, second))
    return bare and first[-1].head.lemma == second[-1].head.lemma


def candidate(mention: Mention, entity: Entity, judged: tuple[float, tuple[str, ...]], named: Mention | None) -> Candidate:
    """Return an entity as a candidate for a mention, by its name, else by its first description. `judged` is its score with the reasons."""
    shown = entity.name or named or next((one for one in entity.mentions if one.form != "pronoun"), entity.last)
    near = shown.sentence == mention.sentence
    fullest = entity.name or named or fullness.fullest(entity) or shown
    return Candidate(shown.text, shown.start, shown.end, *judged, shown.form == "name", bool(entity.plural), near, fullest, shown.text)

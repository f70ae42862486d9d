"""Who holds the office that a description names: "the president" is President Holm, "the Vermont senator" Sen. Berg, where nobody else has it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.reference.descriptions import Scored, of_speaker
from kb.propose.reference.fullness import is_unique, modifiers, proper
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.words import listed, table

SAID = 100.0
"""The score of a description that was said of somebody shortly before."""
REASON = "has that office"
FORMER = frozenset(("former", "ex", "late", "then"))


def preferred(mention: Mention, scored: Scored, entities: Sequence[Entity]) -> Scored:
    """Return what a description may stand for, which is whoever holds its office, unless its own sentence has somebody whom it fits."""
    office = holder(mention, entities) if not is_unique(mention) else None
    here = any(points >= SAID and one.last.sentence == mention.sentence for one, points, _ in scored)
    return [office] if office is not None and not here else of_speaker(mention, scored)


def holder(mention: Mention, entities: Sequence[Entity]) -> tuple[Entity, float, tuple[str, ...]] | None:
    """Return the one of some entities whose title is the office of a definite description, with score and reasons, or None."""
    lemma = mention.head.lemma
    narrowing = modifiers(mention) - listed("kind", "idle")
    if mention.kind != "person" or mention.plural or lemma not in table("titles") or narrowing - proper(mention):
        return None
    titled = [one for one in entities if one.kind == "person" and one.name is not None and has_title(one, table("titles")[lemma].split())]
    fitting = [one for one in titled if {mention.gender, one.gender} != {"masculine", "feminine"}]
    return (fitting[0], 120.0, (REASON,)) if len(fitting) == 1 else None


def has_title(entity: Entity, titles: Sequence[str]) -> bool:
    """Whether a title stands before a name of somebody who still holds the office."""
    for one in entity.mentions:
        words = one.tree.words
        inside = next((place for place in range(one.first, one.last) if words[place].lower in titles), None)
        place = inside if inside is not None else one.first - 1
        if one.form == "name" and place >= 0 and words[place].lower in titles and words[place].sentence == one.head.sentence:
            return words[max(place - 1, 0)].lower not in FORMER and words[max(place - 2, 0)].lower not in FORMER
    return False

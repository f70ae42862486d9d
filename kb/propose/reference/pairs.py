"""Which two are meant by "both", "the two countries" and the like."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Word
from kb.propose.reference.mention import Both, Entity, Mention


def paired(mention: Mention, entity: Entity) -> tuple[float, tuple[str, ...]] | None:
    """Return score and reasons for two that were named together, for "both" and "the two countries", or None for anything else."""
    apart = mention.sentence - entity.last.sentence
    if not dual(mention.head) or apart > NEAR or not is_pair(mention, entity):
        return None
    return 120.0 - 25 * apart, ("the two named before",)


def apart(mention: Mention, entities: Sequence[Entity]) -> Entity | None:
    """Return as one the only two people, or countries, that were named shortly before, as in "Holm met Berg. The two leaders …", or None."""
    countries = mention.head.lemma in COUNTRIES
    if not countries and mention.kind != "person":
        return None
    fitting = [
        one for one in entities if one.name is not None and not one.plural and (is_country(one) if countries else one.kind == "person")
    ]
    for sentences in (0, 1):
        named = [one for one in fitting if mention.sentence - one.last.sentence <= sentences]
        if len(named) >= 2:
            break
    if len(named) != 2:
        return None
    first, second = (
        name for _, name in sorted(((one.last.start, one.name) for one in named if one.name is not None), key=lambda pair: pair[0])
    )
    both = Both(first.tree, first.head, first.first, first.last, "name", first.kind, "unknown", True, mention.sentence, True)
    both.names = f"{first.text} and {second.text}"
    return Entity([both], first.kind, "unknown", True)


COUNTRIES = frozenset(("country", "nation", "government", "power", "neighbour", "neighbor"))


def is_country(entity: Entity) -> bool:
    """Whether an entity is a country."""
    return entity.name is not None and entity.name.text in gazetteer.countries()


def only_pair(mention: Mention, entities: Sequence[Entity]) -> Entity | None:
    """Return the two that "the two countries" stands for further on, where no other two have been named together, or None."""
    pairs = [entity for entity in entities if is_pair(mention, entity)]
    found = {frozenset(capital_as_country(name) for name in joined_names(entity)) for entity in pairs}
    return max(pairs, key=lambda entity: entity.last.start) if len(found) == 1 else None


def joined_names(entity: Entity) -> list[str]:
    """Return the names that are joined in the last name of a pair."""
    joined = next(one for one in reversed(entity.mentions) if one.joined and one.form == "name")
    other = joined.head.kid("conj")
    return [joined.head.text, *([other.text] if other is not None else [])]


def capital_as_country(name: str) -> str:
    """Return the country of a seat of government, and any other name as it is."""
    seat = gazetteer.seats().get(name)
    return seat.country if seat is not None else name


NEAR = 2
"""The greatest number of sentences between two names and "both"."""


def dual(word: Word) -> bool:
    """Whether a noun is for two that were named: "the two countries", "both companies", "both"."""
    return word.lower in ("both", "two") or any(
        kid.lower in ("two", "both") and kid.dep in ("nummod", "det", "predet") for kid in word.kids
    )


def is_pair(mention: Mention, entity: Entity) -> bool:
    """Whether an entity is two names that were joined, of countries for "the two countries", of people for "the two leaders"."""
    joined = next((one for one in reversed(entity.mentions) if one.joined and one.form == "name"), None)
    other = joined.head.kid("conj") if joined is not None else None
    if joined is None or other is None or other.kid("conj") is not None or other.tag not in ("NNP", "NNPS"):
        return False
    word = mention.head
    if word.lower in ("both", "two"):
        return True
    if word.lemma in COUNTRIES:
        return all(name.text in gazetteer.countries() or name.text in gazetteer.seats() for name in (joined.head, other))
    return mention.kind == "person" and joined.kind == "person"

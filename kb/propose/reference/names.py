"""Which names stand for the same, as in "Ada Holm" and "Holm", "World Trade Organization" and "WTO"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kb.propose.actors import gazetteer
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.words import listed

LEGAL = frozenset(("inc", "corp", "corporation", "ltd", "co", "company", "plc", "llc", "group", "ag", "sa", "the"))
"""Words of a company's name that may be left out."""
TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sir|Sen|Rep|Gov|Gen|President|Prime Minister|Minister|Senator)\.? ")


def parts(name: str) -> list[str]:
    """Return the words of a name in lower case, without a title and the form of a company."""
    words = [word.strip(".,'’").lower() for word in TITLES.sub("", name).replace("’s", "").replace("'s", "").split()]
    return [word for word in words if word and word not in LEGAL] or words


def entity_of(mention: Mention, entities: Iterable[Entity]) -> Entity | None:
    """Return the entity that a name stands for, the one named last first, or None for a new one."""
    words = parts(mention.text)
    recent = sorted(entities, key=lambda one: -one.last.start)
    for alike in (lambda one, other, _: one == other or acronym(*sorted((one, other), key=len)), partial):
        if alike is partial and len(words) == 1:  # "Clinton" is Hillary Clinton before the Clinton Foundation
            recent.sort(key=lambda one: not is_family_name(words[0], one))
        for entity in recent:
            if clash(mention, entity, exact=alike is not partial) or (alike is partial and is_another(words, mention, entity)):
                continue
            person = entity.kind == "person" or mention.kind == "person"
            if any(alike(words, parts(other.text), person) for other in entity.mentions if other.form == "name" and not other.joined):
                return entity
    return None


def is_family_name(word: str, entity: Entity) -> bool:
    """Whether a word is the last of a name of a person in several words."""
    named = [parts(one.text) for one in entity.mentions if one.form == "name" and not one.joined]
    return entity.kind == "person" and any(len(name) > 1 and name[-1] == word for name in named)


def is_called(entity: Entity, name: str) -> bool:
    """Whether words are a name of a person, whole or in part, as "Mr. Holm" is of Ada Holm."""
    words = parts(name)
    called = [parts(other.text) for other in entity.mentions if other.form == "name" and not other.joined]
    return bool(words) and any(words == other or partial(words, other, person=True) for other in called)


def keys(name: str) -> set[str]:
    """Return the words and initials under which a name is found again, so that not every entity need be compared."""
    words = parts(name)
    found = {word.replace(".", "") for word in words}
    return found | (set(initials(words)) if len(words) > 1 else set())


def initials(words: list[str]) -> tuple[str, str]:
    """Return the first letters of all words of a name, and those of its words that are not small."""
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in ("of", "and", "for", "the"))


def clash(mention: Mention, entity: Entity, *, exact: bool) -> bool:
    """Whether gender keeps a name from standing for an entity, or kind does, which counts for less where the names are the same."""
    genders = {mention.gender, entity.gender}
    if "masculine" in genders and "feminine" in genders:
        return True
    kinds = {mention.kind, entity.kind}
    longest = max((len(parts(one.text)) for one in entity.mentions if one.form == "name"), default=0)
    far = abs(longest - len(parts(mention.text))) > 1  # a parser calls "Apple" a person now and then
    if exact:
        return False
    if kinds == {"person", "organisation"} and is_named_after(mention, entity):
        return True
    return kinds == {"organisation", "place"} or (far and "person" in kinds and bool(kinds & {"organisation", "place"}))


def is_named_after(mention: Mention, entity: Entity) -> bool:
    """Whether one of a mention and an entity is a public body that is called after the other: the Clinton Foundation after Clinton."""
    names = [mention.text, *(one.text for one in entity.mentions if one.form == "name" and not one.joined)]
    return any(len(words := name.split()) > 1 and is_public(words[-1]) for name in names)


def is_another(words: list[str], mention: Mention, entity: Entity) -> bool:
    """Whether a name in several words is no longer form of that of somebody whose family name it begins with: "Clinton Global Initiative"."""
    if entity.kind != "person" or len(words) == 1:
        return False
    known = [parts(one.text) for one in entity.mentions if one.form == "name" and not one.joined]
    full = [name for name in known if len(name) > 1]
    titled = entity.gender in ("masculine", "feminine") and mention.kind != "person"
    return all(name[-1] != words[-1] for name in full) if full else titled and all(name[-1] != words[-1] for name in known)


def is_public(word: str) -> bool:
    """Whether a word ends the names of bodies that are no business, which nobody shortens to their first word."""
    return word in gazetteer.words()["bodies"] and word.lower() not in listed("kind", "firms")


def partial(one: list[str], other: list[str], person: bool) -> bool:
    """Whether one name can be a short form of the other, as a family or first name, or the beginning of a body's name."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return False
    if person:
        return short == long[-len(short) :] or (len(short) == 1 and short[0] == long[0])
    return short == long[: len(short)] and len(long) - len(short) <= 2


def acronym(short: list[str], long: list[str]) -> bool:
    """Whether one name is made of the first letters of the other."""
    if len(short) != 1 or len(long) < 2:
        return False
    return short[0].replace(".", "") in initials(long)

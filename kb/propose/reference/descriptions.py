"""What a definite description may stand for, as in "the company" for the company named last, "the clerk" for the clerk spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Word
from kb.propose.reference.agreement import quoted
from kb.propose.reference.mention import Both, Entity, Mention
from kb.propose.reference.words import listed, table

Scored = list[tuple[Entity, float, tuple[str, ...]]]


def host(noun: Word) -> Word | None:
    """Return the noun that another describes, as Holm in "Holm, the clerk" and "Holm is the clerk"."""
    if noun.dep == "appos":
        return noun.head
    if noun.dep == "attr" and noun.head.lemma in ("be", "become", "remain") and not noun.head.kid("neg"):
        return noun.head.kid("nsubj")
    return None


def nouns(mention: Mention) -> set[str]:
    """Return the nouns that a mention describes with, its own or, for a name, the one in front ("the blog Gizmodo")."""
    if mention.form in ("definite", "indefinite"):
        return {mention.head.lemma}
    before = mention.tree.words[max(mention.first - 1, 0)]
    in_front = mention.form == "name" and before.tag == "NN" and before.i < mention.first and before.head is mention.head
    return {before.lemma} if in_front and before.dep in ("compound", "nmod") else set()


def scored(mention: Mention, entities: Sequence[Entity]) -> Scored:
    """Return the entities that a definite description may stand for, each with a score and reasons."""
    word = mention.head
    if is_unique(mention):
        return []
    if dual(word):
        near = [(entity, *found) for entity in entities if (found := paired(mention, entity)) is not None]
        if near or word.lower in ("both", "two"):
            return near
        if (two := apart(mention, entities)) is not None:
            return [(two, 80.0, ("the only two named shortly before",))]
        if (only := only_pair(mention, entities)) is not None:
            return [(only, 60.0, ("the only two named together",))]
    found = [(entity, *how) for entity in entities if (how := paired(mention, entity) or compared(mention, entity)) is not None]
    same = [one for one in found if "named shortly before" not in one[2][0]]
    if word.lemma in listed("kind", "business"):
        return [one for one in found if not is_overtaken(mention, one[0], entities)]
    return same if any(points >= SAME for _, points, _ in same) else found


WIDER = 40.0
"""What a wider noun scores, as "the project" does for a dam."""


def is_unique(mention: Mention) -> bool:
    """Whether a description needs nothing before it, as "the sun" and "the mayor of Lund"."""
    return mention.head.lemma in listed("kind", "unique") or narrowed(mention.head)


def of_such(noun: Word) -> bool:
    """Whether a noun is for things of a kind that was named: "such talks"."""
    return any(kid.lower == "such" and kid.i < noun.i for kid in noun.kids)


def is_full(mention: Mention) -> bool:
    """Whether a mention says more than a bare noun, which is thereby told from others of its kind."""
    if mention.form == "event":
        return True
    return mention.form in ("definite", "indefinite") and (bool(modifiers(mention) - listed("kind", "idle")) or fullness(mention) > 1)


def fullness(mention: Mention) -> int:
    """Return by how many words and phrases a mention says which one is meant."""
    after = [kid for kid in mention.head.kids if kid.i > mention.head.i and kid.dep in ("prep", "acl") and not is_aside(mention.head, kid)]
    return len(modifiers(mention)) + 2 * len(after)


def is_described(entity: Entity) -> bool:
    """Whether the text said well enough which one something is."""
    return any(one.form == "event" or (one.form in ("definite", "indefinite") and fullness(one) > 1) for one in entity.mentions)


def fullest(entity: Entity) -> Mention | None:
    """Return the first mention that describes an entity most fully, or None where it was never described."""
    told = [one for one in entity.mentions if one.form == "event"]
    described = [one for one in entity.mentions if one.form in ("definite", "indefinite") and not one.joined]
    best = max(described, key=lambda one: (fullness(one), one.head.kid("det", "poss") is not None), default=None)
    return told[0] if told and (best is None or fullness(best) < 2) else best


SAME = 60.0
"""The score of one that has the noun, from which on others that are only of its kind are out of the question."""


def is_overtaken(mention: Mention, entity: Entity, entities: Sequence[Entity]) -> bool:
    """Whether "the company" may be another one, which was named after an entity that has not been spoken of for a while."""
    if mention.sentence - entity.last.sentence <= NEAR:
        return False
    return any(
        one is not entity and one.kind == "organisation" and one.name is not None and one.last.start > entity.last.start for one in entities
    )


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


def narrowed(word: Word) -> bool:
    """Whether what follows a noun says which one is meant, so that it need not have been mentioned, as in "the mayor of Lund".

    What follows behind a comma says more of one that is known already: "the company, which sells ferries, left".
    """
    return any(kid.i > word.i and kid.dep in ("prep", "relcl", "acl", "appos") and not is_aside(word, kid) for kid in word.kids)


def is_aside(word: Word, kid: Word) -> bool:
    """Whether a clause after a noun stands behind a comma."""
    commas = [other.i for other in word.kids if other.dep == "punct" and other.text == "," and word.i < other.i < kid.i]
    return kid.dep in ("relcl", "acl") and bool(commas) and not any(word.i < other.i < commas[0] for other in word.kids)


def compared(mention: Mention, entity: Entity) -> tuple[float, tuple[str, ...]] | None:
    """Return score and reasons for one entity, or None where it cannot be meant."""
    if bool(entity.plural) != bool(mention.plural) or (of_such(mention.head) and mention.head.lemma not in entity.nouns):
        return None
    apart = mention.sentence - entity.last.sentence
    lemma = mention.head.lemma
    near = max(0.0, 50.0 - 10 * apart) + 10 * min(len(entity.mentions), 6)
    narrowing = modifiers(mention) - listed("kind", "idle")
    if {mention.gender, entity.gender} == {"masculine", "feminine"}:
        return None
    if lemma in entity.nouns:
        same = narrowing <= shared_modifiers(entity)
        return (60 + near if same else 30), ("the same noun",)
    if entity.name is None and apart <= NEAR and entity.nouns & frozenset(table("wider").get(lemma, "").split()):
        return (WIDER + near / 2 if not narrowing else 20.0), ("the noun is for such a thing",)
    if entity.name is not None and is_part(lemma, entity.name.text):
        return 70 + near, ("the noun is part of the name",)
    kind = mention.kind
    if (
        kind in ("organisation", "place", "person")
        and entity.kind == kind
        and (entity.name or mention.plural)
        and (not narrowing or (kind == "organisation" and narrowing <= compounds(mention)))
        and apart <= 2
        and (kind != "person" or holds(mention, entity))
        and (kind != "place" or place_fits(lemma, entity))
        and (kind != "organisation" or (is_business(lemma, entity) and is_named_by_the_same(mention, entity)))
    ):
        bonus = (20 if entity.last.subject else 0) - 25 * bool(narrowing)
        return 20 + near + bonus - 20 * apart, (f"the {kind} named shortly before",)
    return None


def holds(mention: Mention, entity: Entity) -> bool:
    """Whether a person was said to have the office that a description names, or the noun is no office: "Mayor Holm left. The mayor …"."""
    if mention.plural:
        return mention.head.lemma in listed("kind", "people")
    if mention.head.lemma not in listed("kind", "offices"):
        return True
    for one in entity.mentions:
        near = one.tree.words[max(one.first - 3, 0) : one.last + 4]
        if any(word.lemma == mention.head.lemma and word.sentence == one.head.sentence and word is not mention.head for word in near):
            return True
    return False


def is_business(noun: str, entity: Entity) -> bool:
    """Whether a noun for a business can mean a named body, which a council or a court is not."""
    last = entity.name.text.split(" ")[-1].lower() if entity.name is not None else ""
    return noun in listed("kind", "business") and (last not in listed("kind", "public") or noun in ("group", "organisation", "organization"))


def is_named_by_the_same(mention: Mention, entity: Entity) -> bool:
    """Whether the text itself named an entity shortly before a description of its own, and not only a quotation in it."""
    return quoted(mention) or any(mention.sentence - one.sentence <= 2 and not quoted(one) for one in reversed(entity.mentions))


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


def place_fits(noun: str, entity: Entity) -> bool:
    """Whether a noun for a place can mean a named one: a country for "the country", another place for "the city", nothing for "the state"."""
    known = entity.name is not None and any(name in gazetteer.countries() for name in entity.name.text.split(" and "))
    return known if noun in ("country", "nation") else not known and noun in ("city", "town", "village", "capital")


def is_part(noun: str, name: str) -> bool:
    """Whether a noun is the last word of a name, figures left out, or the end of that, as in "bank" in "Gazprombank"."""
    words = [word for word in name.lower().split() if not word[-1].isdigit()]
    return bool(words) and words != [noun] and (noun == words[-1] or (len(noun) > 3 and words[-1].endswith(noun)))


def compounds(mention: Mention) -> set[str]:
    """Return the nouns before the noun that say of what kind it is ("car" in "the car company"), in lower case."""
    return {word.lower for word in mention.tree.words[mention.first : mention.head.i] if word.dep == "compound" and word.tag == "NN"}


def modifiers(mention: Mention) -> set[str]:
    """Return the words before the noun that narrow its meaning, in lower case."""
    return {word.lower for word in mention.tree.words[mention.first : mention.head.i] if word.dep in ("amod", "compound", "nummod", "poss")}


def shared_modifiers(entity: Entity) -> set[str]:
    """Return the words before the nouns that an entity was described with."""
    return set().union(*(modifiers(one) for one in entity.mentions))

"""What a definite description may stand for, as in "the company" for the company named last, "the clerk" for the clerk spoken of before."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Word, own_subject
from kb.propose.reference.agreement import quoted, saying
from kb.propose.reference.fullness import compounds, is_unique, modifiers, of_such, proper, shared_modifiers
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.pairs import NEAR, apart, dual, only_pair, paired
from kb.propose.reference.words import listed, table

Scored = list[tuple[Entity, float, tuple[str, ...]]]


def of_speaker(mention: Mention, likely: Scored) -> Scored:
    """Return what a description may stand for in the words of somebody who is called by its noun: "the campaign" of a Holm campaign manager.

    That is then no other campaign than Holm's.
    """
    speaker = saying(mention.head)
    below = [kid for word in (speaker.kids if speaker is not None else ()) for kid in (word, *word.kids) if kid.dep in ("compound", "nmod")]
    if all(word.lemma != mention.head.lemma for word in below):
        return likely
    owners = {word.lower for word in below if word.tag in ("NNP", "NNPS", "NNS") and word.text[0].isupper()}
    return [
        one
        for one in likely
        if any(owners & set(each.text.lower().replace("’", " ").replace("'", " ").split()) for each in one[0].mentions)
    ]


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
    likely = [(entity, *how) for entity in entities if (how := paired(mention, entity) or compared(mention, entity)) is not None]
    same = [one for one in likely if "named shortly before" not in one[2][0]]
    if word.lemma in listed("kind", "business"):
        return [one for one in likely if said_so(mention, one[0])] or [one for one in likely if not is_overtaken(mention, one[0], entities)]
    return same if any(points >= SAME for _, points, _ in same) else likely


WIDER = 40.0
"""What a wider noun scores, as "the project" does for a dam."""


SAME = 60.0
"""The score of one that has the noun, from which on others that are only of its kind are out of the question."""


def is_overtaken(mention: Mention, entity: Entity, entities: Sequence[Entity]) -> bool:
    """Whether "the company" may be another one, which was named after an entity that has not been spoken of for a while."""
    if mention.sentence - entity.last.sentence <= NEAR:
        return False
    return any(
        one is not entity and one.kind == "organisation" and one.name is not None and one.last.start > entity.last.start for one in entities
    )


def said_so(mention: Mention, entity: Entity) -> bool:
    """Whether the sentence of a description, or the one before, says of a named body that it is one: "an advocacy group, Holm Watch"."""
    return entity.name is not None and any(
        one.form == "indefinite" and one.head.lemma == mention.head.lemma and mention.sentence - one.sentence <= 1
        for one in entity.mentions
    )


def compared(mention: Mention, entity: Entity) -> tuple[float, tuple[str, ...]] | None:
    """Return score and reasons for one entity, or None where it cannot be meant."""
    if bool(entity.plural) != bool(mention.plural) or {mention.gender, entity.gender} == {"masculine", "feminine"}:
        return None
    lemma = mention.head.lemma
    if of_such(mention.head) and lemma not in entity.nouns:
        return None
    apart = mention.sentence - entity.last.sentence
    near = max(0.0, 50.0 - 10 * apart) + 10 * min(len(entity.mentions), 6)
    narrowing = modifiers(mention) - listed("kind", "idle")
    if lemma in entity.nouns:
        return (60 + near if narrowing <= shared_modifiers(entity) else 30), ("the same noun",)
    if entity.name is None and apart <= NEAR and entity.nouns & frozenset(table("wider").get(lemma, "").split()):
        return (WIDER + near / 2 if not narrowing else 20.0), ("the noun is for such a thing",)
    if entity.name is not None and is_part(lemma, entity.name.text) and proper(mention) <= set(entity.name.text.lower().split()):
        return 70 + near, ("the noun is part of the name",)
    return spoken_of(mention, entity, near) or of_kind(mention, entity, apart, near)


def spoken_of(mention: Mention, entity: Entity, near: float) -> tuple[float, tuple[str, ...]] | None:
    """Return score and reasons for a body without a name, as "the group" for "one organization", or None."""
    apart = mention.sentence - entity.last.sentence
    narrowing = modifiers(mention) - listed("kind", "idle")
    if mention.kind != "organisation" or entity.name is not None or narrowing or apart > 2 or not entity.nouns & listed("kind", "business"):
        return None
    return 20 + near + (20 if entity.last.subject else 0) - 20 * apart, ("an organisation spoken of shortly before",)


def of_kind(mention: Mention, entity: Entity, apart: int, near: float) -> tuple[float, tuple[str, ...]] | None:
    """Return score and reasons for a name of the kind that a description is for, so many sentences before, or None."""
    kind, lemma = mention.kind, mention.head.lemma
    narrowing = modifiers(mention) - listed("kind", "idle")
    if (
        kind in ("organisation", "place", "person")
        and entity.kind == kind
        and (entity.name or mention.plural)
        and (not narrowing or (kind == "organisation" and narrowing <= compounds(mention)))
        and apart <= NEAR
        and (kind != "person" or (holds(mention, entity) and not commanded(mention, entity)))
        and (kind != "place" or place_fits(lemma, entity))
        and (kind != "organisation" or (is_business(lemma, entity) and is_named_by_the_same(mention, entity)))
    ):
        firm = kind == "organisation" and entity.name is not None and entity.name.text.split(" ")[-1].lower() in listed("kind", "firms")
        bonus = (20 if entity.last.subject else 0) + 25 * firm - 25 * bool(narrowing)
        return 20 + near + bonus - 20 * apart, (f"the {kind} named shortly before",)
    return None


def holds(mention: Mention, entity: Entity) -> bool:
    """Whether a person was said to be what a description names, or that is a man, a leader or the like: "Mayor Holm left. The mayor …"."""
    if mention.plural:
        return mention.head.lemma in listed("kind", "people")
    if mention.head.lemma not in listed("kind", "offices") and mention.head.lemma not in gazetteer.words()["people"]:
        return True
    for one in entity.mentions:
        near = one.tree.words[max(one.first - 3, 0) : one.last + 4]
        if any(word.lemma == mention.head.lemma and word.sentence == one.head.sentence and word is not mention.head for word in near):
            return True
    return False


def commanded(mention: Mention, entity: Entity) -> bool:
    """Whether somebody is the subject of a clause that a description stands in: "the man" in "Holm left after the man had come" is another."""
    subjects = {id(subject) for above in mention.head.above() if (subject := own_subject(above)) is not None}
    return any(id(one.head) in subjects and one.sentence == mention.sentence for one in entity.mentions)


def is_business(noun: str, entity: Entity) -> bool:
    """Whether a noun for a business can mean a named body, which a council or a court is not."""
    last = entity.name.text.split(" ")[-1].lower() if entity.name is not None else ""
    return noun in listed("kind", "business") and (
        last not in listed("kind", "public") or noun in ("group", "organisation", "organization")
    )


def is_named_by_the_same(mention: Mention, entity: Entity) -> bool:
    """Whether the text itself named an entity shortly before a description of its own, and not only a quotation in it."""
    return quoted(mention) or any(mention.sentence - one.sentence <= 2 and not quoted(one) for one in reversed(entity.mentions))


def place_fits(noun: str, entity: Entity) -> bool:
    """Whether a noun for a place can mean a named one: a country for "the country", another place for "the city", nothing for "the state"."""
    known = entity.name is not None and any(name in gazetteer.countries() for name in entity.name.text.split(" and "))
    return known if noun in ("country", "nation") else not known and noun in ("city", "town", "village", "capital")


def is_part(noun: str, name: str) -> bool:
    """Whether a noun is the last word of a name, figures left out, or the end of that, as in "bank" in "Gazprombank"."""
    words = [word for word in name.lower().split() if not word[-1].isdigit()]
    return bool(words) and words != [noun] and (noun == words[-1] or (len(noun) > 3 and words[-1].endswith(noun)))

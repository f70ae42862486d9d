"""How likely a pronoun stands for an entity that agrees with it."""

from __future__ import annotations

from collections.abc import Sequence

from kb.propose.attribution import tree
from kb.propose.reference.agreement import clause, speaks
from kb.propose.reference.mention import Entity, Mention
from kb.propose.reference.mentions import kind_of

Scored = tuple[Entity, float, tuple[str, ...]]


def score(mention: Mention, entity: Entity) -> tuple[float, tuple[str, ...]]:
    """Return how likely a pronoun stands for an entity that agrees with it, and the reasons."""
    last = entity.last
    apart = mention.sentence - last.sentence
    reasons = ["same sentence" if apart == 0 else "sentence before" if apart == 1 else f"{apart} sentences before"]
    points = {0: 100.0, 1: 80.0, 2: 45.0}.get(apart, 25.0) + position(entity) + 10 * min(len(entity.mentions) - 1, 4)
    for holds, weight, reason in (
        (last.subject, 0, "subject"),
        (speaks(last), 30, "last speaker"),
        (entity.name is not None, 25, "has a name"),
        (entity.gender == mention.gender and mention.gender != "unknown", 30, "gender known"),
        (len(entity.mentions) > 2, 0, "mentioned often"),
        (last.subject and is_in_subject(mention) and apart == 1, 15, "subject then and now"),
        (apart == 0 and commands(entity, mention), 60, "subject of a clause around it"),
        (last.head.dep == "dobj" and mention.head.dep == "dobj" and apart <= 1 and entity.kind == "thing", 20, "object then and now"),
    ):
        if holds:
            points += weight
            reasons.append(reason)
    if last.tree is not mention.tree and apart > 1:
        points -= FARTHER
    return points + fit(mention, entity), tuple(reasons)


def commands(entity: Entity, mention: Mention) -> bool:
    """Whether an entity is the subject of a clause that a pronoun stands in further down, as Ada in "Ada said that they had asked her"."""
    nearest = clause(mention.head)
    subjects = {id(tree.own_subject(above)) for above in nearest.above() if above.tag[:2] in ("VB", "MD")}
    return any(one.sentence == mention.sentence and id(one.head) in subjects for one in entity.mentions[-3:])


FARTHER = 20.0
"""What a paragraph between takes from what was not mentioned in the sentence before."""


def is_in_subject(mention: Mention) -> bool:
    """Whether a mention is the subject of a clause, or whose that is: "its shares"."""
    owns = mention.head.dep == "poss" and not mention.plural
    return mention.subject or (owns and tree.first_conjunct(mention.head.head).dep in ("nsubj", "nsubjpass"))


POSITIONS = {"nsubj": 60.0, "nsubjpass": 60.0, "dobj": 25.0, "attr": 25.0, "poss": -15.0, "compound": -15.0, "nmod": -15.0}
"""What the place of an entity's last mention in its clause adds."""


def position(entity: Entity) -> float:
    """Return what the places of an entity in the sentence that mentions it last add, the best of them: "Ada sold her farm" is about Ada."""
    return max(POSITIONS.get(one.place, 0.0) for one in entity.mentions[-4:] if one.sentence == entity.last.sentence)


def fit(mention: Mention, entity: Entity) -> float:
    """Return what the kind of an entity adds to, or takes from, how likely a pronoun stands for it."""
    points = 0.0
    if mention.gender == "neuter":
        points += 15 if entity.kind in ("organisation", "place") else 0
        points -= 30 if entity.name is None and mention.head.tag == "PRP$" else 0
    if mention.head.dep == "poss" and entity.kind == "thing" and kind_of(mention.head.head) in ("person", "organisation"):
        points -= 60  # no thing has a director
    if mention.plural and entity.plural is not True:
        points -= 40
    if mention.plural and mention.head.dep == "nsubj" and mention.head.head.lemma != "be" and entity.kind == "thing":
        points -= 30  # who acts is somebody
    return points


def doubted(mention: Mention, scored: Sequence[Scored]) -> list[Scored]:
    """Return the scores of what "they" may stand for, where what is likeliest is no likelier than several who are named.

    A body is not, where several are named in the sentence of the pronoun, nor others where several are named together in the sentence that
    the likeliest is mentioned in: "The banks praised Norway and Sweden. … if they sign".
    """
    best = max(scored, key=lambda one: one[1], default=None)
    if not mention.plural or best is None:
        return list(scored)
    rivals = [points for one, points, _ in scored if one.plural and one.last.sentence == mention.sentence] if not best[0].plural else []
    pairs = [points for one, points, _ in scored if one is not best[0] and one.last.joined and one.last.sentence == best[0].last.sentence]
    if best[0].last.joined or best[0].name is not None or not conditional(mention):
        pairs = []
    if not rivals and not pairs:
        return list(scored)
    most = max(*rivals, *pairs, 0.0)
    return [(one, points if one.plural and not (pairs and one is best[0]) else min(points, most), why) for one, points, why in scored]


def conditional(mention: Mention) -> bool:
    """Whether a mention is the subject of a clause with "if" or "unless"."""
    verb = clause(mention.head)
    return mention.subject and any(kid.dep == "mark" and kid.lower in ("if", "unless") for kid in verb.kids)

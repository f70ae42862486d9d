"""Ground statements in a base: which of its predicates, actors, things and events they are about. Nothing here writes to a base."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.names.lookup import Lookup
from kb.propose.attribution.tree import Tree
from kb.propose.grounding import predicates as known_predicates
from kb.propose.grounding.akin import akin
from kb.propose.grounding.entities import Entities, Entity
from kb.propose.grounding.happening import Happening
from kb.propose.grounding.keys import Reading, meaningful, readings, relating, rest, words_within
from kb.propose.grounding.pairs import paired
from kb.propose.grounding.predicates import Chosen, Predicates
from kb.propose.grounding.wording import NewPredicate, new_predicate
from kb.propose.grounding.words import listed
from kb.propose.parser import Model
from kb.propose.parts import Mention
from kb.propose.statements import coordination, implied
from kb.propose.statements.resolved import pair_of
from kb.propose.statements.statement import Argument, Statement
from kb.propose.statements.wording.inflection import inflected

__all__ = ["Entity", "Grounded", "Grounder", "NewPredicate"]


BARE = (("be",), ("have",), ("hold",), ("own",), ("possess",))
"""Keys under which nearly every statement is found, which say less than what its two ends are to each other."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A statement with what its parts are in a base.

    `subject` and `object` are those of the predicate, which may take words of the object into itself ("is a member of" the union).
    `predicate` is None where the base has none, and `new` then is one that it might record. An entity is None for a pronoun or a clause.
    `event` is what the statement tells of.
    """

    statement: Statement
    subject: Argument | None
    subject_entity: Entity | None
    predicate: Chosen | None
    new: NewPredicate | None
    object: Argument | None
    object_entity: Entity | None
    place: Entity | None = None
    event: Happening | None = None


class Grounder:
    """Grounds the statements of one text. Without a base, entities are the names of the text and every predicate is new."""

    def __init__(self, mentions: Sequence[Mention], lookup: Lookup | None, model: Model) -> None:
        self.entities = Entities(mentions, lookup)
        self.predicates = known_predicates.of_base(lookup.connection, model) if lookup else Predicates()

    def ground(self, tree: Tree, statement: Statement) -> Grounded:
        """Return a statement of a parsed paragraph with its predicate and entities."""
        possible, pairs = list(readings(tree, statement)), list(paired(tree, statement))
        told = [one for one in possible if not pairs or one.key not in BARE]
        chosen = self.predicates.choose([*pairs, *akin(tree, statement, pairs), *told], narrowing(tree, statement))
        reading = chosen.reading if chosen else pairs[0] if pairs else unknown(statement, possible)
        new = None if chosen else new_predicate(reading.key, participle(tree, statement), verbal=is_verbal(tree, statement))
        acting = is_verbal(tree, statement) and not statement.rule.endswith("passive") and reading.key[:1] not in (("be",), ("have",))
        subject, object_ = self.entities.of(reading.subject, acting=acting), self.entities.of(reading.object)
        place = as_place(next((self.entities.of(bare(argument)) for argument in statement.arguments if argument.role == "place"), None))
        return Grounded(
            statement=self.with_ids(statement, chosen, acting=acting),
            subject=reading.subject,
            subject_entity=subject,
            predicate=chosen,
            new=new,
            object=reading.object,
            object_entity=as_role(object_) if reading.key[:1] == ("be",) else object_,
            place=place if place is not None and place.id is not None else None,
        )

    def each(self, tree: Tree, statement: Statement) -> list[Grounded]:
        """Return a statement once for each of several names that are its object together: "sells arms to Riga and Narva"."""
        whole = self.ground(tree, statement)
        of_two = self.of_both(tree, whole)
        if of_two:
            return of_two
        parts = members(tree, whole.object)
        entities = [self.entities.of(part) for part in parts]
        claim = statement.claim
        if len(parts) < 2 or whole.object is None or not all(entities) or claim.count(whole.object.text) != 1:
            return [whole]
        found = []
        for part, entity in zip(parts, entities, strict=True):
            worded = replace(whole.statement, claim=claim.replace(whole.object.text, part.text))
            found.append(replace(whole, statement=worded, object=part, object_entity=entity))
        return found

    def of_both(self, tree: Tree, whole: Grounded) -> list[Grounded]:
        """Return a statement of "both" or "the two countries" once for each of the two, or nothing for any other statement."""
        subject = whole.subject
        names = (
            pair_of(subject.resolved)
            if subject is not None and subject.resolved is not None and whole.subject is whole.statement.subject
            else None
        )
        if names is None or subject is None or not whole.statement.claim.startswith(str(subject.resolved)):
            return []
        found = []
        for name in names:
            own = replace(subject, resolved=name)
            entity = self.entities.of(own)
            claim = singular(tree, whole.statement, whole.statement.claim.removeprefix(str(subject.resolved)))
            statement = replace(whole.statement, subject=self.with_id(own), claim=name + claim)
            found.append(replace(whole, statement=statement, subject=own, subject_entity=entity))
        return found

    def with_ids(self, statement: Statement, chosen: Chosen | None, *, acting: bool) -> Statement:
        """Return a statement with the ids of what its arguments and its relation are in the base."""
        return replace(
            statement,
            subject=self.with_id(statement.subject, acting=acting),
            object=self.with_id(statement.object),
            arguments=tuple(filled for one in statement.arguments if (filled := self.with_id(one)) is not None),
            predicate_id=chosen.id if chosen else None,
        )

    def with_id(self, argument: Argument | None, *, acting: bool = False) -> Argument | None:
        """Return an argument with the id of what it stands for, if the base has it."""
        entity = self.entities.of(argument, acting=acting)
        return replace(argument, entity_id=entity.id) if argument and entity and entity.id and not entity.new else argument


def as_role(entity: Entity | None) -> Entity | None:
    """Return what something is said to be, which by itself is nobody: "a lobbyist in Lund" is an idea until somebody is one."""
    is_somebody = entity is not None and entity.new and entity.kind == "person" and entity.why.startswith("a description")
    return replace(entity, table="thing", kind="concept") if entity is not None and is_somebody else entity


def as_place(entity: Entity | None) -> Entity | None:
    """Return where something happens, which is a place where no kind is known of its name: "met in Lund"."""
    named = entity is not None and entity.new and (entity.table, entity.kind) == ("thing", "concept") and entity.label[:1].isupper()
    return replace(entity, kind="place") if entity is not None and named else entity


def unknown(statement: Statement, possible: list[Reading]) -> Reading:
    """Return the reading by which a new predicate would be named.

    A relation to somebody ("is a friend of") comes first, then the active form where an agent is named, else the passive as it stands.
    """
    related = next(
        (reading for reading in possible if reading.key[0] == "be" and len(reading.key) == 3 and reading.key[1] in listed("relational")),
        None,
    )
    if related is not None:
        return related
    if statement.rule.endswith("passive"):
        return next((reading for reading in possible if reading.subject is statement.object or reading.key[0] == "be"), possible[-1])
    return possible[-1]


def narrowing(tree: Tree, statement: Statement) -> frozenset[str]:
    """Return the words of a statement in which the narrower meaning of a predicate may stand: "formally allied" also as "its official ally"."""
    parts = (statement.relation, statement.subject, statement.object)
    words = [word for part in parts if part is not None for word in words_within(tree, part.start, part.end)]
    manner = {f"{word.lower}ly" for word in words if word.tag == "JJ"} | {word.lower for word in words if word.tag in ("RB", "MD", "IN")}
    return frozenset(manner | ({"formally", "officially"} if manner & {"formally", "officially"} else set()))


def participle(tree: Tree, statement: Statement) -> str | None:
    """Return the participle of a passive relation, or None."""
    words = relating(tree, statement)
    passive = statement.rule.endswith("passive") or any(word.dep == "auxpass" for word in words)
    return next((word.text for word in words if word.tag == "VBN" and word.lemma != "be"), None) if passive else None


def is_verbal(tree: Tree, statement: Statement) -> bool:
    """Return whether the first word of the relation that carries its meaning is a verb, or the text leaves the relation out."""
    words = [word for word in relating(tree, statement) if meaningful(word)]
    if not words:
        return not statement.relation.text.startswith(("is ", "are "))
    return words[0].tag.startswith("VB")


def members(tree: Tree, argument: Argument | None) -> list[Argument]:
    """Return the names that an argument joins by "and" or commas, or nothing where it is not wholly made of names."""
    if argument is None or argument.role == "content":
        return []
    words = words_within(tree, argument.start, argument.end)
    head = next((word for word in words if word.head not in words), None)
    if head is None or any(not word.tag.startswith("NNP") and word.tag not in ("CC", ",", "DT", "POS") for word in words):
        return []
    before = tree.words[words[0].i - 1].lower if words[0].i else ""
    heads = [head] if before in ("between", "among") else coordination.members(head)
    cuts = [*(word.left for word in heads), words[-1].i + 1]
    found = []
    for first, last in itertools.pairwise(cuts):
        inner = [word for word in words if first <= word.i < last]
        while inner and inner[-1].tag in ("CC", ","):
            inner.pop()
        if inner:
            found.append(rest(tree, inner))
    return found


def singular(tree: Tree, statement: Statement, words: str) -> str:
    """Return what follows two names as it follows one: " have fought" as " has fought", " want peace" as " wants peace"."""
    first, space, after = words.lstrip().partition(" ")
    present = statement.rule.startswith(implied.PREFIX) or any(
        word.text == first and word.tag == "VBP" for word in relating(tree, statement)
    )
    one = SINGULAR.get(first) or (inflected(first, "VBZ") if present and first not in SINGULAR.values() else first)
    return f" {one}{space}{after}"


SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}


def bare(argument: Argument) -> Argument:
    """Return an argument without a preposition in front."""
    first, _, after = argument.text.partition(" ")
    if not after or first.lower() not in listed("place"):
        return argument
    return replace(argument, text=after, start=argument.start + len(first) + 1)

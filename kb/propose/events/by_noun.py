"""Who or what takes part in the event that an argument of a statement names by a noun, as in "the sale of the yard by North Lines"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.propose import events
from kb.propose.attribution.tree import Tree, Word
from kb.propose.events import nominal, triggers
from kb.propose.events.nominal import DOER, PLACE, UNDERGOER
from kb.propose.events.triggers import Trigger
from kb.propose.events.verbs import Verb, verbs
from kb.propose.grounding.entities import Entities, Entity
from kb.propose.grounding.happening import Part
from kb.propose.statements import assembly, coordination, spans
from kb.propose.statements.draft import Phrase
from kb.propose.statements.resolved import Resolved
from kb.propose.statements.statement import Argument

UNNAMED = ("communication", "policy", "other")
"""Kinds of event of which one knows too little from a noun and a name, unless the noun is that of a listed verb."""
TOGETHER = ("between", "with", "among")
FIGHTING = ("conflict",)


@dataclass(frozen=True, slots=True)
class Named:
    """What an argument tells of an event by its noun: what the noun stands for, who does it, to whom, where, and all who take part.

    `listed` says that a verb of verbs.toml has this noun.
    """

    noun: Word
    verb: Verb
    listed: bool
    who: Entity | None
    whom: Entity | None
    place: Entity | None
    parts: tuple[Part, ...]


class Nouns:
    """The nouns of one text that tell of events, by the arguments that they head."""

    def __init__(self, entities: Entities, names: Resolved) -> None:
        self.entities = entities
        self.names = names
        self.found: dict[int, dict[int, Trigger]] = {}

    def named(self, tree: Tree, argument: Argument) -> Named | None:
        """Return the event that the head of an argument tells of, or None where it is no noun for an event that could have a name."""
        if tree.offset not in self.found:
            self.found[tree.offset] = {one.word.i: one for one in triggers.of_nouns(tree)}
        nouns = self.found[tree.offset]
        inside = any(argument.start <= one.word.start + tree.offset < argument.end for one in nouns.values())
        head = head_of(tree, argument) if inside else None
        trigger = nouns.get(head.i) if head is not None else None
        verb = verb_of(trigger) if trigger is not None else None
        if trigger is None or verb is None or (trigger.word.tag == "NNS" and trigger.word.lower not in events.kinds()):  # "its sales"
            return None
        roles: dict[str, Entity | None] = {DOER: None, UNDERGOER: None, PLACE: None}
        parts: list[Part] = []
        for phrase in trigger.parts:
            for role, entity in self.takers(tree, phrase, verb):
                if phrase.role in roles and roles[phrase.role] is None:
                    roles[phrase.role] = entity
                if role and entity.id:
                    parts.append(Part(role, entity))
        return Named(trigger.word, verb, verb in verbs().values(), roles[DOER], roles[UNDERGOER], roles[PLACE], tuple(dict.fromkeys(parts)))

    def takers(self, tree: Tree, phrase: Phrase, verb: Verb) -> Iterator[tuple[str, Entity]]:
        """Yield who a phrase names, each with the role in the event, which is empty where none is recorded."""
        before = phrase.head.head.lower if phrase.head.dep == "pobj" else ""
        role = {DOER: verb.subject, UNDERGOER: verb.object}.get(phrase.role, "")
        if before in TOGETHER:
            role = "combatant" if verb.kind in FIGHTING else "participant"
        elif before == "against" or (before == "on" and verb.kind in FIGHTING):
            role = "target"
        for member in coordination.members(phrase.head):
            one = spans.noun_phrase(tree, member, phrase.role, conjuncts=False)
            entity = self.entities.of(assembly.argument(tree, replace(one, last=min(one.last, phrase.last)), self.names))
            if entity is not None and (not entity.new or is_name(member)):
                yield role, entity


def is_name(noun: Word) -> bool:
    """Whether a noun is a name, or one thing with a name before it, as in "the Lund station", not "the region", "Swedish firms"."""
    if noun.tag in ("NNP", "NNPS", "PRP$"):
        return True
    return noun.tag == "NN" and any(kid.tag == "NNP" and kid.dep in ("compound", "nmod") for kid in noun.kids)


def verb_of(trigger: Trigger) -> Verb | None:
    """Return what the noun of an event stands for, as a verb of verbs.toml does, or None where it says too little."""
    noun = trigger.word.lemma
    listed = next((verb for verb in verbs().values() if verb.head == noun), None)
    if listed is not None:
        return listed
    if trigger.kind is None or trigger.kind in UNNAMED:
        return None
    doer, undergoer = ("subject", "") if noun in nominal.words("alone") else ("participant", "subject")
    return Verb(f"{noun} of", trigger.kind, doer, undergoer)


def head_of(tree: Tree, argument: Argument) -> Word | None:
    """Return the noun that an argument is about, without a preposition before it."""
    words = [word for word in tree.words if argument.start <= word.start + tree.offset < argument.end]
    head = next((word for word in words if word.head not in words or word.head is word), None)
    return head.kid("pobj") if head is not None and head.dep in ("prep", "agent") else head

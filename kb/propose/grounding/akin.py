"""Readings by which a base may know what a statement says in other words: an office, a post, a degree, a part in something, harm or help.

They only choose among the predicates of a base. Where it has none of them, the statement keeps its own words, so that no new predicate is
proposed in words that the text does not have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.propose.attribution.tree import Tree, Word
from kb.propose.grounding.keys import Reading, relating, rest, words_within
from kb.propose.grounding.words import listed
from kb.propose.reference.mentions import kind_of
from kb.propose.statements import nominal
from kb.propose.statements.statement import Statement

OFFICE = ("hold", "position", "of")
POST = ("work", "for")
SHARE = ("contribute", "to")
TOWARDS = {
    "factor": SHARE, "contributor": SHARE, "threat": ("threaten",), "danger": ("threaten",), "response": ("respond", "to"),
    "reaction": ("respond", "to"), "answer": ("respond", "to"), "challenge": ("challenge",), "obstacle": ("hinder",),
}  # fmt: skip
"""The relation that a noun with "to" names: to be a threat to somebody is to threaten them."""


def akin(tree: Tree, statement: Statement, pairs: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings of a statement in words that are not its own, the likeliest first."""
    for pair in pairs:
        if pair.key[0] == "be" and pair.key[-1] in ("at", "with", "for"):
            yield Reading(POST, pair.subject, pair.object)
        if pair.key[0] == "be" and pair.key[-1] == "to" and (verb := TOWARDS.get(pair.key[1])) is not None:
            yield Reading(verb, pair.subject, pair.object)
        if pair.key[:1] == ("help",) and len(pair.key) == 2:
            yield Reading(SHARE, pair.subject, pair.object)
    if statement.rule == "implied-office" or (not pairs and holds_office(tree, statement)):
        yield Reading(OFFICE, statement.subject, statement.object)
    yield from effect(tree, statement)


def holds_office(tree: Tree, statement: Statement) -> bool:
    """Whether a statement says that one person is in an office or trade: "is the mayor of Lund", "Mayor Ada Holm"."""
    if statement.object is None or statement.relation.text not in ("is", "was", "is a", "was a", "became", "becomes"):
        return False
    words = words_within(tree, statement.object.start, statement.object.end)
    head = next((word for word in words if word.head not in words), None)
    return head is not None and head.tag in ("NN", "NNP") and is_office(head) and subject_is_name(tree, statement)


def is_office(noun: Word) -> bool:
    """Whether a noun is for the holder of an office or trade: "mayor", "professor"."""
    return noun.lemma.lower() not in listed("relational") - listed("offices") and (
        noun.lemma.lower() in listed("offices") or noun.text in nominal.titles() or (kind_of(noun) == "person" and noun.tag == "NN")
    )


def subject_is_name(tree: Tree, statement: Statement) -> bool:
    """Whether the subject is a name, or a pronoun for one."""
    if statement.subject is None:
        return False
    words = words_within(tree, statement.subject.start, statement.subject.end)
    return statement.subject.resolved is not None or any(word.tag.startswith("NNP") for word in words)


def effect(tree: Tree, statement: Statement) -> Iterator[Reading]:
    """Yield harm or help for an effect that an adverb calls bad or good: "was negatively affected by the strike"."""
    words = relating(tree, statement)
    verb = next((word for word in words if word.lemma in ("affect", "impact", "influence", "shape")), None)
    if verb is None or statement.object is None:
        return
    manner = {kid.lower for kid in verb.kids if kid.dep == "advmod"}
    key = ("harm",) if manner & listed("badly") else ("benefit",) if manner & listed("well") else None
    passive = any(word.dep == "auxpass" for word in words)
    if key is not None and (not passive or words[-1].lower == "by"):
        ends = (statement.object, statement.subject) if passive else (statement.subject, statement.object)
        yield Reading(key, *ends)
    elif key is not None:
        agent = next((one for one in statement.arguments if one.text.lower().startswith("by ")), None)
        inner = words_within(tree, agent.start, agent.end)[1:] if agent else []
        if inner:
            yield Reading(key, rest(tree, inner), statement.subject)

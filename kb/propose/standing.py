"""Which further statements of a sentence are worth a proposal of their own."""

from __future__ import annotations

import re

from kb.base.words import Certainty
from kb.propose.grounding import Grounded
from kb.propose.grounding.words import listed
from kb.propose.statements import Argument, Statement
from kb.propose.statements.draft import ELLIPTICAL

OWNING = frozenset(("possessive", "possessive-pronoun"))
"""Constructions that say no more than that somebody has something, which is worth a claim only of what the base has already."""


OPEN = frozenset(("conditional", "question"))
"""Kinds to which nobody need be committed."""


YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


LEAST = 0.45  # confidence that a further statement must have: below that of an adverbial clause, above that of a gerund or participle


def stands_alone(grounded: Grounded) -> bool:
    """Whether a statement is sure enough, names its subject, and says something of it that a person may want to record."""
    statement = grounded.statement
    if statement.rule in OWNING and (grounded.object_entity is None or grounded.object_entity.new):
        return False  # "its shared border" only names something
    if (statement.confidence < LEAST or statement.rule.startswith("participle")) and not told_beside(grounded):
        return False
    if grounded.subject is None or (grounded.object is None and grounded.predicate is None and not is_whole(statement)):
        return False
    if statement.certainty == Certainty.UNCOMMITTED and statement.kind not in OPEN:  # "worked with her to reform it" says of no reform
        return False
    return not pronoun(grounded.subject) and not pronoun(grounded.object)


def is_whole(statement: Statement) -> bool:
    """Whether a statement is a sentence of its own without an object: "the port was closed and the mayor had fled"."""
    return statement.rule.removesuffix("-passive") in ("main", "content", ELLIPTICAL)


def told_beside(grounded: Grounded) -> bool:
    """Whether a participle directly after a noun with a name relates it to what has one too: "a line run by Lund", "the SCO, founded in 2001".

    Such a clause says as much as a relative clause does; the rest of the participles mostly tell how something else was done.
    """
    statement, subject, object_ = grounded.statement, grounded.statement.subject, grounded.statement.object
    if not statement.rule.startswith("participle") or subject is None or object_ is None or statement.relation.start is None:
        return False
    if statement.certainty != Certainty.CERTAIN or grounded.subject_entity is None or not 0 < statement.relation.start - subject.end <= 2:
        return False
    dated = object_.role == "time" or YEAR.fullmatch(object_.text) is not None
    if statement.rule.endswith("passive"):
        return dated or (grounded.object_entity is not None and statement.relation.text.split()[-1] == "by")
    return grounded.object_entity is not None and statement.relation.text.split()[0].endswith("ing")


def pronoun(argument: Argument | None) -> bool:
    """Whether an argument is a bare pronoun of which nobody knows what it stands for."""
    return argument is not None and argument.resolved is None and argument.text.lower() in listed("pronouns")

"""Readings of a comparison, which relates what is compared: "ferries are less likely than trains to be late" relates ferries and trains."""

from __future__ import annotations

from collections.abc import Iterator

from kb.propose.attribution.tree import Tree, Word
from kb.propose.grounding.keys import Reading, rest
from kb.propose.statements.statement import Statement

DEGREES = frozenset(("more", "less"))
FIGURES = ("CD", "$")


def compared(tree: Tree, statement: Statement, verb: Word | None) -> Iterator[Reading]:
    """Yield that the subject is more or less of something than what stands after "than", by the comparative as it is written.

    Under its lemma "is safer than" would read "is safe than", and "is less likely than" would say the opposite.
    """
    than = next((word for word in spanned(tree, statement) if word.lower == "than" and word.dep == "prep"), None)
    noun = than.kid("pobj") if than is not None else None
    if than is None or noun is None or noun.tag[:2] != "NN" or any(kid.tag in FIGURES for kid in noun.kids):
        return
    words = comparative(than)
    if any(kid.lower == "no" for kid in than.head.kids):  # "no safer than"
        return
    if not words or verb is None or not compares_subject(statement, than):
        return
    leading = "be" if verb.lemma in ("be", "become", "remain") or than.head.tag[:2] == "JJ" else verb.lemma
    inner = [word for word in tree.words[noun.left : noun.right + 1] if word.dep != "punct" or word.i < noun.i]
    yield Reading((leading, *words, "than"), statement.subject, rest(tree, inner))


def spanned(tree: Tree, statement: Statement) -> list[Word]:
    """Return the words from the relation to the last argument of a statement."""
    parts = [one for one in (statement.relation, statement.object, *statement.arguments) if one is not None]
    places = [place for one in parts for place in (one.start, one.end) if place is not None]
    if not places:
        return []
    return [word for word in tree.words if min(places) <= word.start + tree.offset < max(places)]


def comparative(than: Word) -> tuple[str, ...]:
    """Return the words of the comparative that "than" goes with, as ("less", "likely"), or nothing where there is none."""
    head = than.head
    if head.lower in DEGREES and head.head.tag[:2] in ("JJ", "RB") and head.dep == "advmod":
        return (head.lower, head.head.lower)
    if head.tag in ("JJR", "RBR") and head.lower not in DEGREES:
        return (head.lower,)
    degree = next((kid for kid in head.kids if kid.lower in DEGREES and kid.i < head.i), None)
    return (degree.lower, head.lower) if degree is not None and head.tag[:2] in ("JJ", "RB") else ()


def compares_subject(statement: Statement, than: Word) -> bool:
    """Whether it is the subject that is compared, and not an object: "sold more ferries than trains"."""
    word = than.head if than.head.lower not in DEGREES else than.head.head
    top = word.head
    return word.dep in ("acomp", "advmod", "oprd") and top.tag[:2] in ("VB", "MD") and statement.subject is not None

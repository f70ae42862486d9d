"""Cut what a text credits to somebody, and what its author says, into the statements that it makes.

The main statement of a content stays with it; each further statement that can stand alone is an item of its own within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.base.words import Certainty
from kb.propose.attribution.tree import Tree
from kb.propose.grounding import Grounded, Grounder
from kb.propose.owners import NOMINAL, extent, innermost, names_it, says_who
from kb.propose.parts import Attribution, Span
from kb.propose.standing import OWNING, stands_alone
from kb.propose.statements import Statement, implied, of_tree
from kb.propose.statements.resolved import Resolved

CREDITS = re.compile(r"\(?(?:Additional )?(?:Reporting|Writing|Editing) by ")
"""The beginning of a line that credits an agency's reporters, which tells of nothing else."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parsed paragraphs of a text, and what the pronouns and descriptions in them stand for."""

    trees: Sequence[Tree]
    names: Resolved


@dataclass(slots=True)
class Cut:
    """The statements of one attribution: the main one, None where no clause of it was read, and the further ones with their stretches."""

    main: Grounded | None = None
    further: list[tuple[Span, Grounded]] = field(default_factory=list)

    def all(self) -> list[Grounded]:
        """Return its statements, the main one first."""
        return [*([self.main] if self.main else []), *(one for _, one in self.further)]

    def replaced(self, others: Iterator[Grounded]) -> Cut:
        """Return it with the next of other statements in place of each of its own."""
        return Cut(next(others) if self.main else None, [(span, next(others)) for span, _ in self.further])


def cut(text: str, attributions: Sequence[Attribution], parsed: Parsed, grounder: Grounder) -> list[Cut]:
    """Return the statements of each attribution, in the same order, and last those of the author outside all of them.

    "The minister defended the committee" credits the minister with no more than "the committee", but says something of its own.
    Offsets are code points of `text`.
    """
    found = [Cut() for _ in (*attributions, None)]
    for tree in parsed.trees:
        if CREDITS.match(tree.text):
            continue
        last = tree.offset + len(tree.text)
        here = [n for n, one in enumerate(attributions) if one.content.start < last and one.content.end > tree.offset]
        owned: dict[int, list[Statement]] = {}
        statements = [
            one for one in of_tree(tree, parsed.names, proposed=True) if one.claim
        ]  # a part that is only asked for has no wording
        called = {one.place for one in statements if one.rule == implied.CALLED}
        for statement in statements:
            owner = innermost(statement, here, attributions)
            if owner is not None:
                owned.setdefault(owner, []).append(within(statement, attributions[owner].content))
            elif statement.place in called and names_it(statement, [attributions[n] for n in here]):
                continue  # "Holm called the plan a mistake" says of the plan what the content says
            elif not says_who(statement, [attributions[n] for n in here]):
                found[-1].further += [one for each in grounder.each(tree, statement) for one in own(text, each)]
        for owner, inside in owned.items():
            divide(text, found[owner], tree, grounder, inside)
    return found


def own(text: str, grounded: Grounded) -> list[tuple[Span, Grounded]]:
    """Return a statement of the author with its stretch, where it stands alone."""
    return stretch(text, grounded) if stands_alone(grounded) else []


def stretch(text: str, grounded: Grounded) -> list[tuple[Span, Grounded]]:
    """Return a statement with its stretch, as the second thing that the verb of the main one says has it, which stands as that does."""
    return [(Span.of(text, *extent(grounded.statement)), grounded)]


def within(statement: Statement, content: Span) -> Statement:
    """Return a statement without the arguments outside a content, such as "According to the board"."""
    inside = tuple(one for one in statement.arguments if content.start <= one.start and one.end <= content.end)
    claim = statement.claim
    for one in statement.arguments:
        if one not in inside:
            worded = "|".join(re.escape(words) for words in (one.resolved, one.text) if words)
            claim = re.sub(rf",? ?(?:{worded})(?!\w)", "", claim, count=1, flags=re.IGNORECASE)
    return replace(statement, arguments=inside, claim=claim)


def divide(text: str, into: Cut, tree: Tree, grounder: Grounder, statements: Sequence[Statement]) -> None:
    """Choose the main statement of a content, unless an earlier paragraph gave it one, and those that stand alone beside it."""
    whole = [one for one in statements if one.rule not in OWNING and not one.rule.startswith(implied.PREFIX) and not of_nothing(one)]
    whole = whole or [one for one in statements if one.rule == implied.CALLED]
    main = min(whole, key=lambda one: (one.rule in NOMINAL, depth(tree, one), one.place, -one.confidence), default=None)
    rest = list(statements)
    if into.main is None and main is not None:
        into.main, *others = grounder.each(tree, main)
        into.further += [one for each in others for one in own(text, each)]
        rest.remove(main)
    for statement in rest:
        joined = main is not None and statement.place == main.place and statement.rule == main.rule
        into.further += [one for each in grounder.each(tree, statement) for one in (stretch(text, each) if joined else own(text, each))]


def of_nothing(statement: Statement) -> bool:
    """Whether a statement is an infinitive whose subject is a bare "it", as in "it was too late to stop the mill"."""
    subject = statement.subject
    bare = subject is not None and subject.resolved is None and subject.text.lower() == "it"
    return bare and statement.rule == "other" and (statement.certainty == Certainty.UNCOMMITTED or statement.negated)


def depth(tree: Tree, statement: Statement) -> int:
    """Return how far below the root of its sentence the word of a statement stands."""
    word = next((word for word in tree.words if word.start + tree.offset == statement.place), None)
    return len(tree.words) if word is None else sum(1 for _ in word.above())

"""Cut what a text credits to somebody, and what its author says, into the statements that it makes.

The main statement of a content stays with it; each further statement that can stand alone is an item of its own within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kb.base.words import Certainty, Stance
from kb.propose.attribution.tree import Tree
from kb.propose.grounding import Grounded, Grounder
from kb.propose.parts import Attribution, Span
from kb.propose.standing import OWNING, stands_alone
from kb.propose.statements import Statement, implied, of_tree
from kb.propose.statements.draft import ELLIPTICAL
from kb.propose.statements.resolved import Resolved

NOMINAL = frozenset(("appositive", "apposition", "description", "possessive", "acronym", "place", "example", "located", "named-relation"))
"""Constructions without a verb, which add something to a name and are not what a sentence is about."""
NAMING = frozenset(("direct-after", "direct-before", "direct-inverted", "indirect-before", "as-put", "apposed-claim"))
"""Rules of cues whose content the parse may hang on another word: "“No,” one sailor told the Harbour Post"."""
UNSETTLED = frozenset(("plan", "norm", "question", "prediction"))
"""Kinds of a content whose relative clauses and appositions the writer vouches for: "vowed to help the towns, which had flooded"."""


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


def innermost(statement: Statement, candidates: Sequence[int], attributions: Sequence[Attribution]) -> int | None:
    """Return the position of the smallest content that a statement stands in, or None for one that only says who says it.

    The verb of "Lund plans to build a bridge" is the cue of what is planned, so the statement belongs to that content.
    """
    start, end = extent(statement, core=True)
    if says_who(statement, [attributions[n] for n in candidates]):
        return None
    holding = [n for n in candidates if attributions[n].content.start <= start and end <= attributions[n].content.end]
    if granted(statement):
        holding = [n for n in holding if not unsettled(attributions[n])]
    for n in candidates:
        if statement.rule == implied.CALLED and names_it(statement, [attributions[n]]):
            return n
        if cue_of(attributions[n], statement) and says_more(attributions[n], statement):
            reporting = [m for m in holding if m != n and attributions[m].cue is not None]
            holding = reporting or [n]  # whoever says that the town plans to pay says all of it, and the plan alone is a fragment
            break
        if is_own_denial(attributions[n], statement) and not holding:
            return n
    return min(holding, key=lambda n: attributions[n].content.end - attributions[n].content.start, default=None)


def is_own_denial(attribution: Attribution, statement: Statement) -> bool:
    """Whether a statement tells what somebody denies of themselves, so that the author does not deny it: "denied having paid"."""
    source, subject, content = attribution.source, statement.subject, attribution.content
    if attribution.stance != Stance.DENIES or source is None or subject is None or not source.start <= subject.start < source.end:
        return False
    return content.start <= statement.place < content.end and (statement.relation.start or content.start) >= content.start


def says_who(statement: Statement, attributions: Sequence[Attribution]) -> bool:
    """Whether a statement only says who says or thinks something: "the clerk said that …"."""
    content = any(part is not None and part.role == "content" for part in (statement.object, *statement.arguments))
    return any(cue_of(one, statement) and (content or one.rule in NAMING) for one in attributions)


def names_it(statement: Statement, attributions: Sequence[Attribution]) -> bool:
    """Whether the verb of a statement is the cue of what somebody calls something."""
    return any(one.rule == "naming" and cue_of(one, statement) for one in attributions)


def own(text: str, grounded: Grounded) -> list[tuple[Span, Grounded]]:
    """Return a statement of the author with its stretch, where it stands alone."""
    return stretch(text, grounded) if stands_alone(grounded) else []


def stretch(text: str, grounded: Grounded) -> list[tuple[Span, Grounded]]:
    """Return a statement with its stretch, as the second thing that the verb of the main one says has it, which stands as that does."""
    return [(Span.of(text, *extent(grounded.statement)), grounded)]


def unsettled(attribution: Attribution) -> bool:
    """Whether a content is left open or yet to be, so that the writer vouches for what it takes for granted."""
    return attribution.kind in UNSETTLED or attribution.certainty == Certainty.UNCOMMITTED


def granted(statement: Statement) -> bool:
    """Whether a statement only says of a name what is taken for granted, as a relative clause or an apposition does."""
    return statement.rule in NOMINAL or statement.rule.startswith(
        ("relative", "participle", f"{implied.PREFIX}office", f"{implied.PREFIX}action", f"{implied.PREFIX}decision")
    )


def cue_of(attribution: Attribution, statement: Statement) -> bool:
    """Whether the verb of a statement is the cue of an attribution, which then says the same."""
    cue = attribution.cue
    return cue is not None and cue.start <= statement.place < cue.end


def says_more(attribution: Attribution, statement: Statement) -> bool:
    """Whether the relation of a statement goes on into the content of the attribution whose cue it begins with."""
    content, end = attribution.content, statement.relation.end
    return end is not None and content.start < end <= content.end and statement.object is not None


def within(statement: Statement, content: Span) -> Statement:
    """Return a statement without the arguments outside a content, such as "According to the board"."""
    inside = tuple(one for one in statement.arguments if content.start <= one.start and one.end <= content.end)
    claim = statement.claim
    for one in statement.arguments:
        if one not in inside:
            worded = "|".join(re.escape(words) for words in (one.resolved, one.text) if words)
            claim = re.sub(rf",? ?(?:{worded})(?!\w)", "", claim, count=1, flags=re.IGNORECASE)
    return replace(statement, arguments=inside, claim=claim)


def extent(statement: Statement, *, core: bool = False) -> tuple[int, int]:
    """Return the (start, end) of the words of a statement, or of its `core` without further arguments, in code points of the text."""
    if statement.rule == ELLIPTICAL and statement.subject is not None:  # the rest stands in the clause before
        place = (statement.place, statement.place + 1)
        return min(statement.subject.start, place[0]), max(statement.subject.end, place[1])
    parts = [part for part in (statement.subject, statement.object, *(() if core else statement.arguments)) if part is not None]
    starts, ends = [part.start for part in parts], [part.end for part in parts]
    if statement.relation.start is not None and statement.relation.end is not None:
        starts.append(statement.relation.start)
        ends.append(statement.relation.end)
    if statement.rule.startswith(implied.PREFIX):
        starts.append(statement.place)  # the noun or verb that implies it
    return min(starts, default=statement.place), max(ends, default=statement.place)


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
    return bare and statement.rule == "other" and statement.certainty == Certainty.UNCOMMITTED


def depth(tree: Tree, statement: Statement) -> int:
    """Return how far below the root of its sentence the word of a statement stands."""
    word = next((word for word in tree.words if word.start + tree.offset == statement.place), None)
    return len(tree.words) if word is None else sum(1 for _ in word.above())

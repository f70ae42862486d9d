"""Decide to whom a statement belongs: to one of the contents that it stands in, or to the writer."""

from __future__ import annotations

from collections.abc import Sequence

from kb.base.words import Certainty, Stance
from kb.propose.parts import Attribution, Span
from kb.propose.statements import Statement, implied
from kb.propose.statements.constructions import EMBEDDED, MEANWHILE
from kb.propose.statements.draft import ELLIPTICAL

NOMINAL = frozenset(("appositive", "apposition", "description", "possessive", "acronym", "place", "example", "located", "named-relation"))
"""Constructions without a verb, which add something to a name and are not what a sentence is about."""
NAMING = frozenset(("direct-after", "direct-before", "direct-inverted", "indirect-before", "as-put", "apposed-claim"))
"""Rules of cues whose content the parse may hang on another word: "“No,” one sailor told the Harbour Post"."""
UNSETTLED = frozenset(("plan", "norm", "question", "prediction"))
"""Kinds of a content whose relative clauses and appositions the writer vouches for: "vowed to help the towns, which had flooded"."""
THINGS = frozenset(("object", "passive-object", "preposition", "noun-preposition", "adjective-preposition", "about"))
"""Rules whose content is a thing that somebody judges, wants or speaks of, and no clause."""


def innermost(statement: Statement, candidates: Sequence[int], attributions: Sequence[Attribution]) -> int | None:
    """Return the position of the smallest content that a statement stands in, or None for one that only says who says it.

    The verb of "Lund plans to build a bridge" is the cue of what is planned, so the statement belongs to that content.
    """
    start, end = extent(statement, core=True)
    if says_who(statement, [attributions[n] for n in candidates]):
        return None
    holding = [n for n in candidates if holds(attributions[n].content, start, end) or is_parenthesis(attributions[n], statement)]
    if granted(statement):
        holding = [n for n in holding if not vouched(attributions[n], statement)]
    elif embedded(statement):
        holding = [n for n in holding if not asked(attributions[n], statement)]
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


def holds(content: Span, start: int, end: int) -> bool:
    """Whether a content has the words from `start` to `end` in it."""
    return content.start <= start and end <= content.end


def is_parenthesis(attribution: Attribution, statement: Statement) -> bool:
    """Whether somebody says what a relative clause tells of a noun before it, as in "a system that they say has failed"."""
    cue, content = attribution.cue, attribution.content
    if attribution.rule != "indirect-parenthesis" or cue is None or not content.start < cue.start < statement.place < content.end:
        return False
    return content.text.split(maxsplit=1)[0].lower() in ("that", "which", "who") and statement.rule.startswith(("content", "relative"))


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


def unsettled(attribution: Attribution) -> bool:
    """Whether a content is left open or yet to be, so that the writer vouches for what it takes for granted."""
    return attribution.kind in UNSETTLED or attribution.certainty == Certainty.UNCOMMITTED


def vouched(attribution: Attribution, statement: Statement) -> bool:
    """Whether the writer vouches for what a content takes for granted, and not whoever the content is of.

    What somebody praises or speaks of is a thing, and what is told of it beside that is the writer's: "praised the mayor, who had resigned".
    """
    thing = attribution.rule in (*THINGS, "appearance") and not cue_of(attribution, statement)
    named = statement.rule in NOMINAL or statement.rule.startswith(f"{implied.PREFIX}office")
    return thing or unsettled(attribution) or (doubted(attribution) and (named or definite(statement)))


def doubted(attribution: Attribution) -> bool:
    """Whether whoever holds a content, which is not just what a noun introduces ("the view that"), is less than certain of it."""
    return attribution.certainty != Certainty.CERTAIN and not attribution.rule.startswith("noun")


def definite(statement: Statement) -> bool:
    """Whether a relative clause describes what is known already: "is thought to have thrown the stone that hit Holm"."""
    subject, thing = statement.subject, statement.object
    if subject is None or not statement.rule.startswith("relative"):
        return False
    described = thing if thing is not None and thing.start < subject.start else subject  # "the stone that they threw"
    return described.text.lower().startswith("the ")


def beside(attribution: Attribution, statement: Statement) -> bool:
    """Whether a statement tells when or why, beside what somebody wants, asks or plans, and is as sure as it is: "wants to leave before they come"."""
    open_ = attribution.kind in ("plan", "norm", "question") or attribution.stance == Stance.DENIES
    return open_ and statement.rule.startswith(("adverbial", MEANWHILE))


def embedded(statement: Statement) -> bool:
    """Whether a statement is a question with "why", "when", "where" or "how" below a verb, which takes for granted that it is so."""
    return statement.rule.startswith(EMBEDDED)


def asked(attribution: Attribution, statement: Statement) -> bool:
    """Whether somebody asks, or leaves unsaid, what an embedded question asks, so that the writer vouches for the rest: "asked why they left".

    What is only intended or foretold is left to whoever asks.
    """
    open_ = (attribution.certainty == Certainty.UNCOMMITTED or attribution.stance != Stance.AFFIRMS) and attribution.act != "plans"
    foretold = attribution.kind == "question" and statement.kind == "prediction"
    return open_ and statement.kind != "plan" and not foretold


def granted(statement: Statement) -> bool:
    """Whether a statement only says of a name what is taken for granted, as a relative clause or an apposition does."""
    return statement.rule in NOMINAL or statement.rule.startswith(
        ("relative", "participle", MEANWHILE, f"{implied.PREFIX}office", f"{implied.PREFIX}action", f"{implied.PREFIX}decision")
    )


def cue_of(attribution: Attribution, statement: Statement) -> bool:
    """Whether the verb of a statement is the cue of an attribution, which then says the same."""
    cue = attribution.cue
    return cue is not None and cue.start <= statement.place < cue.end


def says_more(attribution: Attribution, statement: Statement) -> bool:
    """Whether the relation of a statement goes on into the content of the attribution whose cue it begins with."""
    content, end = attribution.content, statement.relation.end
    return end is not None and content.start < end <= content.end and statement.object is not None


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

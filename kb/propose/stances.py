"""Bring together what a cue and the words of its content say of stance, kind and certainty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kb.base.words import Certainty, Stance
from kb.propose import owners
from kb.propose.hedges import Hedge
from kb.propose.parts import Attribution
from kb.propose.statements import implied

if TYPE_CHECKING:
    from kb.propose.grounding import Grounded
    from kb.propose.statements import Statement

CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
FACTUAL = "factual"
QUESTION, PREDICTION, EVALUATION = "question", "prediction", "evaluation"
FEARING = frozenset(("warns", "believes"))
SAYING = ("warning-clause", "belief-clause", "direct", "indirect")
"""Rules of cues that introduce a clause that somebody says."""
JUDGING = frozenset(("evaluation", "norm"))
"""Kinds of an attribution that judge a thing: "challenged the terms in which it was presented" judges no presenting."""
MEANT = frozenset(("norm", "plan", PREDICTION))
"""Kinds that a cue gives a quotation, of which only those sentences are that say so themselves."""
STATEMENT = "statement"
"""The kind of an attribution whose cue shows none, so that the words of the content decide."""


def stated(attribution: Attribution, grounded: Grounded | None) -> Attribution | None:
    """Return the attribution with the stance, certainty and kind that its statement shows, or None where no clause was read.

    The claim of a negated statement is worded in the positive, so that whoever makes the statement denies the claim. The polarity of a
    statement already takes in a verb of denial above it; where that and a negation of its own cancel out, the wording keeps the negation.
    """
    if grounded is None:
        return None
    statement, stance = grounded.statement, attribution.stance
    if attribution.kind in JUDGING and (owners.granted(statement) or owners.embedded(statement) or tells(attribution, statement)):
        return replace(attribution, kind=statement.kind, stance=stance_of(statement), certainty=statement.certainty)
    if (owners.cue_of(attribution, statement) and does_so(attribution, statement)) or owners.beside(attribution, statement):
        return replace(attribution, kind=statement.kind, stance=stance_of(statement), certainty=statement.certainty)
    if (
        attribution.kind == PREDICTION
        and attribution.act in FEARING
        and attribution.rule.startswith(SAYING)
        and statement.kind != PREDICTION
    ):
        sure = statement.certainty if attribution.act == "warns" else attribution.certainty
        attribution = replace(attribution, kind=STATEMENT, certainty=sure)  # "warned that the dam is old"
    if owners.cue_of(attribution, statement) and attribution.rule == "naming" and attribution.source is None:
        kind = statement.kind if statement.kind != FACTUAL or attribution.kind == STATEMENT else attribution.kind  # "will be named mayor"
        return replace(attribution, kind=kind, stance=stance_of(statement), certainty=statement.certainty)
    if attribution.rule.startswith("direct") and attribution.kind in MEANT and statement.kind != attribution.kind:
        attribution = replace(attribution, kind=STATEMENT, certainty=Certainty.CERTAIN)  # “Look at it. It is old,” she urged
    if attribution.act == "asks" and attribution.rule.startswith("direct") and statement.kind != QUESTION:
        attribution = replace(attribution, act="asserts", kind=STATEMENT, certainty=Certainty.CERTAIN)  # “I left,” he asked
    if statement.kind == "conditional" and statement.certainty == Certainty.UNCOMMITTED and stance == Stance.DENIES:
        stance = stance_of(statement)  # who does not believe that it holds if it rains denies no rain
    elif stance != Stance.UNCOMMITTED:
        refused = attribution.act == "plans" and stance == Stance.DENIES  # what stands deeper than the act refused is not denied
        stance = stance_of(statement) if refused or statement.negated else stance
    certainty = max(attribution.certainty, statement.certainty, key=CERTAINTIES.index)
    kind = statement.kind if attribution.kind == STATEMENT or statement.kind != FACTUAL else attribution.kind
    return replace(attribution, kind=kind, stance=stance, certainty=certainty)


def does_so(attribution: Attribution, statement: Statement) -> bool:
    """Whether a statement tells that somebody judged or asked for a thing, or did not: "was charged with theft", "has never urged selling it"."""
    if attribution.rule == "blaming" or (attribution.rule == "object" and attribution.kind == "plan"):  # "has offered no details"
        return True
    judges = attribution.kind == EVALUATION and attribution.rule == "to-infinitive"
    return judges or (attribution.act == "recommends" and attribution.stance == Stance.UNCOMMITTED and statement.negated)


def tells(attribution: Attribution, statement: Statement) -> bool:
    """Whether a statement is only told of the thing that an attribution judges: "endorsed Holm, and that did not work"."""
    own = owners.cue_of(attribution, statement) or statement.rule == implied.CALLED
    return attribution.rule in (*owners.THINGS, "blaming") and not own


def stance_of(statement: Statement) -> Stance:
    """Return the stance of whoever makes a statement and is committed to it."""
    return Stance.DENIES if statement.negated else Stance.AFFIRMS


def positive(grounded: Grounded | None) -> Grounded | None:
    """Return a statement without its negation, which the stance of its attribution carries."""
    return replace(grounded, statement=replace(grounded.statement, negated=False)) if grounded else None


def combined(attribution: Attribution, hedge: Hedge) -> Attribution:
    """Return the attribution with the kind (where its cue shows none), denial and lesser certainty that its content's wording shows."""
    kind = hedge.kind if attribution.kind == STATEMENT else attribution.kind
    stance = attribution.stance
    if stance == Stance.AFFIRMS and hedge.stance != Stance.AFFIRMS:
        stance = hedge.stance
    return replace(attribution, kind=kind, stance=stance, certainty=max(attribution.certainty, hedge.certainty, key=CERTAINTIES.index))

"""Check the stance of a language model's proposals by the rules, and mark for the reviewer what the rules read otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.base.words import Certainty, Stance
from kb.propose import hedges
from kb.propose.parts import Attribution
from kb.propose.proposal import Proposal

CHECK = "the rules read these words as {}, and the language model affirms them: check the stance and certainty"
UNCHECKED = "the rules that check a stance read English only: nothing has checked this one"


def marked(proposals: Sequence[Proposal], by_rules: Sequence[Proposal] | None) -> list[Proposal]:
    """Return a model's proposals, each with a note where the rules find a denial or doubt that the model does not.

    `by_rules` are the proposals of the rules for the same text, None for a text that they do not read.
    """
    return [replace(one, notes=(*one.notes, note)) if (note := doubt(one, by_rules)) else one for one in proposals]


def doubt(proposal: Proposal, by_rules: Sequence[Proposal] | None) -> str | None:
    """Return what the reviewer is told of a proposal's stance, or None where the rules agree."""
    own = proposal.attribution
    if by_rules is None:
        return UNCHECKED
    if own.stance != Stance.AFFIRMS or own.certainty == Certainty.UNCOMMITTED:
        return None
    same = [one.attribution for one in by_rules if is_of_same_clause(one, proposal)]
    read = {word for one in same if (word := reading(one.stance, one.certainty, own))}
    if not same:
        hedge = hedges.read(own.content.text)
        read = {word for word in [reading(hedge.stance, hedge.certainty, own)] if word}
    return CHECK.format(" or ".join(sorted(read))) if read else None


def is_of_same_clause(one: Proposal, other: Proposal) -> bool:
    """Whether the rules read the clause whose relation is that of a model's statement."""
    if one.statement is None or other.statement is None:
        return False
    relation = other.statement.statement.relation
    return relation.start is not None and relation.end is not None and relation.start <= one.statement.statement.place < relation.end


def reading(stance: str, certainty: str, own: Attribution) -> str | None:
    """Return in a word how the rules read what the model affirms, or None where that is no denial and no doubt."""
    if stance == Stance.DENIES:
        return "denied"
    doubted = (Certainty.POSSIBLE, Certainty.UNCOMMITTED)
    in_doubt = stance == Stance.UNCOMMITTED or (certainty in doubted and own.certainty not in doubted)
    return "doubted" if in_doubt else None

"""Say what "The ministry denies that" denies: what was said in the sentence before, where that is one thing.

Such a sentence says nothing by itself. Its claim is the one that it points back to, held as whoever points to it holds it: to deny what
was denied is to affirm it. Where several things were said before, the sentence stays as it is, for a person to word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.base.words import Stance
from kb.propose import acts, owners
from kb.propose.attribution.drafts import OWN
from kb.propose.attribution.tree import Tree, Word
from kb.propose.cutting import Cut
from kb.propose.grounding import Grounded
from kb.propose.parts import Attribution, Span
from kb.propose.stances import STATEMENT, stated

BACK = frozenset(("that", "this", "it"))
CLAIMS = frozenset(
    ("claim", "claims", "accusation", "accusations", "allegation", "allegations", "assertion", "charge", "charges", "suggestion")
)
"""Nouns for what somebody said, of which only the one said just before can be meant."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """An attribution whose content points back, with its verb and where its sentence starts and ends, in code points of the text."""

    attribution: Attribution
    place: int
    sentence: tuple[int, int]
    before: tuple[int, int] | None


def find(attributions: Sequence[Attribution], trees: Sequence[Tree]) -> list[Pointer]:
    """Return the attributions whose content is only a word for what was said before, and which say that it is or is not so."""
    verbs = {word.start + tree.offset: (number, word) for number, tree in enumerate(trees) for word in tree.words if word.tag[:2] == "VB"}
    found = []
    for one in attributions:
        at = next((verbs[place] for place in range(one.cue.start, one.cue.end) if place in verbs), None) if one.cue is not None else None
        if at is None or not points(one) or one.source is None or is_open(at[1]):
            continue
        number, verb = at
        tree = trees[number]
        sentences = [stretch(tree, place) for place in range(verb.sentence + 1)]
        before = sentences[-2] if len(sentences) > 1 else last_of(trees[:number])
        found.append(Pointer(one, verb.start + tree.offset, sentences[-1], before))
    return found


def points(one: Attribution) -> bool:
    """Whether the content of an attribution is "that", or "the claim"."""
    words = one.content.text.lower().split()
    claim = len(words) == 2 and words[0] in ("the", "that", "this", "those", "these") and words[1] in CLAIMS
    return one.rule == "object" and one.kind == STATEMENT and (claim or (len(words) == 1 and words[0] in BACK))


def is_open(verb: Word) -> bool:
    """Whether nobody has said it yet, or does not say it: "could not confirm this", "is expected to deny it"."""
    return acts.is_expected(verb) or any(kid.dep == "neg" or (kid.dep == "aux" and kid.tag == "MD") for kid in verb.kids)


def stretch(tree: Tree, sentence: int) -> tuple[int, int]:
    """Return where a sentence starts and ends, in code points of the text."""
    first, last = tree.sentences[sentence]
    return tree.words[first].start + tree.offset, tree.words[last].end + tree.offset


def last_of(trees: Sequence[Tree]) -> tuple[int, int] | None:
    """Return the last sentence of the paragraphs before, or None."""
    return stretch(trees[-1], len(trees[-1].sentences) - 1) if trees and trees[-1].sentences else None


def settled(
    text: str, pointers: Sequence[Pointer], attributions: Sequence[Attribution], cuts: Sequence[Cut]
) -> tuple[list[Attribution], list[Cut]]:
    """Return the attributions with their statements, those that point back with the statement that they point to.

    `cuts` are the statements of each attribution, and last those of the author outside all of them.
    """
    kept, own = list(zip(attributions, cuts, strict=False)), cuts[-1]
    for pointer in pointers:
        meant = antecedent(pointer, kept, own)
        if meant is None:
            continue
        stance = composed(pointer.attribution.stance, meant[0].stance)
        content = Span.of(text, *pointer.sentence)
        new = replace(pointer.attribution, content=content, stance=stance, kind=meant[0].kind, parent=None)
        statement = replace(meant[1], statement=replace(meant[1].statement, negated=False, certainty=pointer.attribution.certainty))
        place = next((n for n, (one, cut) in enumerate(kept) if same(pointer, one, cut)), None)
        if place is None:
            kept.append((new, Cut(statement)))
        else:
            kept[place] = (new, Cut(statement))
        own.further = [(span, one) for span, one in own.further if one.statement.place != pointer.place]
    return [one for one, _ in kept], [*(cut for _, cut in kept), own]


def same(pointer: Pointer, one: Attribution, cut: Cut) -> bool:
    """Whether an attribution is the pointer itself, or its whole sentence as the author's claim."""
    if one.cue is not None:
        return one.cue == pointer.attribution.cue
    return one.rule == OWN and cut.main is not None and cut.main.statement.place == pointer.place and not cut.further


def antecedent(pointer: Pointer, kept: Sequence[tuple[Attribution, Cut]], own: Cut) -> tuple[Attribution, Grounded] | None:
    """Return the only thing that was said before the pointer in its sentence, or in the one before, as its source holds it, or None."""
    start = pointer.sentence[0]
    for first, last in [
        (start, pointer.attribution.cue.start if pointer.attribution.cue else start),
        *([pointer.before] if pointer.before else []),
    ]:
        inside = [(one, cut) for one, cut in kept if first <= one.content.start and one.content.end <= last]
        if not inside:
            continue
        reported = [(one, cut) for one, cut in inside if one.cue is not None]
        outermost = [(one, cut) for one, cut in reported if one.parent is None or kept[one.parent][0].cue is None]
        loose = [one for span, one in own.further if first <= span.start and span.end <= last and not owners.granted(one.statement)]
        chosen = outermost if reported else [(one, cut) for one, cut in inside if one.rule == OWN]
        if len(chosen) != 1 or (not reported and loose):
            return None
        attribution, cut = chosen[0]
        if cut.main is None or any(not owners.granted(one.statement) for _, one in cut.further):
            return None
        said = stated(attribution, cut.main)
        return (said, cut.main) if said is not None and said.stance != Stance.UNCOMMITTED else None
    return None


def composed(stance: str, other: str) -> Stance:
    """Return how somebody holds a claim who takes a stance towards what another says of it."""
    if stance == Stance.UNCOMMITTED:
        return Stance.UNCOMMITTED
    return Stance.AFFIRMS if stance == other else Stance.DENIES

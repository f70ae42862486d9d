"""Word what a description stands for as the text described it first: "the inquiry" as "the inquiry into the cancellations".

What a verb told of is worded with the noun that stands for it: "Milan Holm’s visit to the depot", "the decision to close the port".
"""

from __future__ import annotations

from typing import Protocol

from kb.propose.attribution.tree import Tree, Word, own_subject, passive
from kb.propose.reference import Event, Mention
from kb.propose.reference.fullness import OPENING
from kb.propose.reference.words import table
from kb.propose.statements import spans, subjects

LONGEST = 14
"""The greatest number of words that stand in place of a description."""
OWNER = 4
"""The greatest number of words of an owner."""


class Reworded(Protocol):
    """Give the words of a paragraph from one position to another, with what their pronouns stand for, unless that is the subject."""

    def __call__(self, tree: Tree, first: int, last: int, subject: str = "") -> str: ...


def of_mention(mention: Mention, reworded: Reworded, *, short: bool = False) -> str | None:
    """Return the description that a mention gives, with "the" in front, or None where it says too much to be put in the place of another.

    One that is `short` ends with its noun, as an owner does: "the drivers’" for "drivers in Lund".
    """
    tree, noun = mention.tree, mention.head
    first, last = spans.left_limit(noun), spans.right_limit(tree, noun, conjuncts=False)
    while first > 1 and tree.words[first - 1].text in spans.HYPHENS and tree.words[first - 1].end == tree.words[first].start:
        first -= 2  # "the Lund-Malmö road"
    if short or last - first >= LONGEST:
        last = noun.i
    owned = noun.kid("poss")
    if owned is not None and owned.i < noun.i:
        text = reworded(tree, first, last)
        return text[:1].lower() + text[1:] if tree.words[first].tag == "DT" else text
    while first < noun.i and (tree.words[first].lower in OPENING or tree.words[first].dep in ("punct", "predet")):
        first += 1
    if last - first >= LONGEST or first > noun.i or tree.words[first].dep == "neg" or tree.words[first].lower in NOBODY:
        return None
    text = reworded(tree, first, last)
    opening = tree.words[first]
    begins = opening.i == tree.sentences[opening.sentence][0]
    text = text[:1].lower() + text[1:] if begins and opening.tag not in ("NNP", "NNPS") and not opening.text.isupper() else text
    return f"the {text}"


NOBODY = frozenset(("no", "neither", "any", "every", "each", "either", "both", "all"))


def of_event(event: Event, reworded: Reworded) -> str | None:
    """Return the noun for what a verb told of with who did it and what it was done to, or None where the text names neither."""
    tree, verb = event.tree, event.head
    subject = None if passive(verb) else subjects.of(verb)
    name = name_of(tree, subject, reworded) if subject is not None else None
    what = complement(event, reworded, name or "")
    owner = None if name is None else f"{name}’" if name.endswith("s") else f"{name}’s"
    if owner is None and what is None:
        doer = spans.noun_phrase(tree, subject, "subject") if subject is not None and subject.tag in ("NN", "NNS") else None
        if doer is None or doer.last - doer.first >= OWNER:
            return None
        text = reworded(tree, doer.first, doer.last)
        what = f"by {text[:1].lower()}{text[1:]}"
    return " ".join(part for part in (owner or "the", event.noun, what) if part)


def complement(event: Event, reworded: Reworded, owner: str) -> str | None:
    """Return what follows the noun for an event: the infinitive of its verb, or what it was done to after a preposition, or None."""
    tree, verb = event.tree, event.head
    task = verb.kid("xcomp")
    if task is not None and task.tag == "VB" and task.kid("aux") is not None and task.i > verb.i:
        last = ending(tree, task, task.left)
        return reworded(tree, task.left, last, owner) if last is not None else None
    thing = own_subject(verb) if passive(verb) else verb.kid("dobj")
    preposition = next((prep for prep, nouns in table("governing").items() if event.noun in nouns.split()), "of")
    if thing is not None and thing.tag[:2] == "NN":
        phrase = spans.noun_phrase(tree, thing, "object")
        return f"{preposition} {reworded(tree, phrase.first, phrase.last, owner)}" if phrase.last - phrase.first < LONGEST else None
    prep = next((kid for kid in verb.kids if kid.dep == "prep" and kid.lower in WITH and kid.kid("pobj") is not None), None)
    if prep is None or prep.right - prep.left >= LONGEST:
        return None
    return reworded(tree, prep.i, spans.right_limit(tree, prep), owner)


WITH = frozenset(("against", "with", "from", "to", "into"))
PARTS = ("dobj", "attr", "acomp", "prep", "prt", "dative", "xcomp", "oprd", "aux", "neg", "advmod", "npadvmod")


def ending(tree: Tree, verb: Word, first: int) -> int | None:
    """Return the last word of an infinitive with what belongs to it, cut before what makes it too long, or None where nothing is left."""
    last = verb.i
    for kid in verb.kids:
        if kid.i < verb.i:
            continue
        if kid.dep not in PARTS:
            break
        end = spans.right_limit(tree, kid)
        if end - first >= LONGEST:
            break
        last = max(last, end)
    return last if last - first < LONGEST and (last > verb.i or verb.kid("dobj") is None) else None


PRONOUNS = frozenset(
    ["i", "it", "he", "she", "they", "we", "you", "this", "that", "these", "those", "who", "which", "one", "some", "others"]
)


def name_of(tree: Tree, subject: Word, reworded: Reworded) -> str | None:
    """Return the name of a subject, or None for one that is no short name."""
    phrase = spans.noun_phrase(tree, subject, "subject")
    text = spans.appended_name(tree, subject) or reworded(tree, phrase.first, phrase.last)
    if text.lower() in PRONOUNS:
        return None
    words = text.removeprefix("The ").removeprefix("the ").split()
    if not 1 <= len(words) <= OWNER or not all(word[:1].isupper() or word in ("of", "the", "and") for word in words):
        return None
    return f"the {text[4:]}" if text.startswith("The ") else text

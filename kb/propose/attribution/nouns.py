"""Nouns and adjectives that credit somebody: "their claim that", "a plan to", "criticism of", "is sure that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry, table
from kb.propose.attribution.objects import for_to
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.sources import inherited, own_subject, possessor
from kb.propose.attribution.spans import extent, noun_phrase
from kb.propose.attribution.tree import Tree, Word

LIGHT = frozenset(
    [
        "have",
        "make",
        "express",
        "issue",
        "give",
        "offer",
        "release",
        "hold",
        "face",
        "raise",
        "voice",
        "announce",
        "outline",
        "unveil",
        "draw",
        "bring",
        "lead",
        "deliver",
    ]
)


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    nouns, adjectives = table("nouns"), table("adjectives")
    for word in tree.words:
        if word.tag in ("NN", "NNS") and (frames := nouns.get(word.lower) or nouns.get(word.lemma)):
            found = complement(word, frames)
            if found is not None and (found[0] != "noun-preposition" or holder(word) is not None):
                rule, entry, first, last = found
                yield from draft(tree, rule, entry, word, holder(word), first, last, quotes)
        elif word.tag.startswith("JJ") or word.dep == "acomp":
            entries = adjectives.get(word.lower)
            if entries and word.dep in ("acomp", "oprd"):
                yield from adjective(tree, word, entries["any"], quotes)


def draft(
    tree: Tree, rule: str, entry: Entry, cue: Word, who: Word | None, first: int, last: int, quotes: Sequence[Quote]
) -> Iterator[Draft]:
    start, end = extent(tree, first, last, quotes)
    if start < end:
        yield Draft(rule, (start, end), noun_phrase(tree, who) if who else None, (cue.start, cue.end), entry, cue.i)


def complement(noun: Word, frames: dict[str, Entry]) -> tuple[str, Entry, int, int] | None:
    """What a noun introduces: rule, entry, first and last word."""
    for kid in noun.kids:
        if kid.i < noun.i:
            continue
        mark = kid.kid("mark")
        if kid.dep in ("acl", "ccomp", "relcl") and mark is not None and mark.lower in ("that", "whether") and "clause" in frames:
            return "noun-clause", frames["clause"], kid.left, kid.right
        if kid.dep in ("acl", "relcl", "xcomp") and kid.tag == "VB" and kid.kid("aux") is not None and "inf" in frames:
            return "noun-infinitive", frames["inf"], kid.left, kid.right
        if kid.dep in ("advcl", "acl", "relcl", "ccomp") and "for" in frames and for_to(kid):
            return "noun-infinitive", frames["for"], kid.left + 1, kid.right
        if kid.dep == "prep" and kid.right > kid.i:
            key = {
                "of": "of",
                "for": "for",
                "to": "for",
                "about": "about",
                "on": "on" if "on" in frames else "about",
                "over": "about",
                "against": "of",
            }.get(kid.lower)
            if key in frames:
                return "noun-preposition", frames[key], kid.i + 1, kid.right
    return None


def holder(noun: Word) -> Word | None:
    """Whose the claim, plan or view is: an owner, or the subject of a verb that only carries the noun ("made the claim that")."""
    owner = possessor(noun)
    if owner is not None:
        return owner
    verb = noun.head
    if noun.dep in ("dobj", "attr", "pobj") and verb.tag.startswith("VB"):
        return own_subject(verb) or inherited(verb)
    return None


def adjective(tree: Tree, word: Word, entry: Entry, quotes: Sequence[Quote]) -> Iterator[Draft]:
    verb = word.head
    who = own_subject(verb) or inherited(verb)
    if who is None or who.lower == "it":
        return
    for kid in word.kids:
        if kid.i > word.i and kid.dep in ("ccomp", "xcomp"):
            yield from draft(tree, "adjective", entry, word, who, kid.left, kid.right, quotes)
            return
        if kid.i > word.i and kid.dep == "prep" and kid.right > kid.i:
            yield from draft(tree, "adjective-preposition", entry, word, who, kid.i + 1, kid.right, quotes)
            return

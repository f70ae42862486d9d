"""Phrases that credit somebody without a verb of their own: "according to them", "in their view", "per the report"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.propose.attribution.draft import Draft
from kb.propose.attribution.lexicon import Entry
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.quotes import find as quotations
from kb.propose.attribution.spans import extent, noun_phrase, tidy
from kb.propose.attribution.tree import Tree, Word

REPORTS = Entry("asserts")
HEARD = Entry("reports", certainty="possible")


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    for word in tree.words:
        if word.lower == "according" and word.i + 1 < len(tree.words):
            to = next((kid for kid in word.kids if kid.lower == "to"), None)
            who = to.kid("pobj") if to is not None else None
            if to is not None and who is not None:
                yield from according(tree, word, to, who, quotes)
        elif word.dep == "prep" and word.lower in ("in", "per", "under") and (found := opened(word)) is not None:
            rule, noun, owner = found
            if any(mark.start <= word.start < mark.end for mark in quotes):
                continue
            yield from framed(tree, rule, word, noun, owner, quotes)
        elif word.lower in HEARSAY:
            yield from hearsay(tree, word, quotes)


HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly"])
SURVEYS = frozenset(["poll", "survey", "polls", "surveys", "study", "polling", "report", "average", "ranking"])
OPINIONS = frozenset(("view", "opinion", "judgment", "judgement", "telling", "estimation"))
NAME = re.compile(r"(?:[A-Z][\w.'’&-]*|of|the|de|van|for|at|and|[\[(][^)\]]*[)\]]|[A-Z]+,|\s|[,/])+")


def headed_line(text: str) -> Iterator[Draft]:
    """ "Minister: taxes will rise", a headline, or a line of a conversation written down."""
    name, colon, said = text.partition(":")
    words = name.split()
    if not colon or not said.strip() or len(words) > 6 or not NAME.fullmatch(name) or words[0] in NOT_NAMES or said[:1].isdigit():
        return
    content = tidy(text, len(name) + 1, len(text), quotations(text))
    if len(text[content[0] : content[1]].split()) >= 3:
        yield Draft("headed", content, (0, len(name.rstrip())), (len(name), len(name) + 1), REPORTS, -2)


NOT_NAMES = frozenset(
    [
        "Q",
        "A",
        "Here",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "Update",
        "UPDATE",
        "Note",
        "Related",
        "Photo",
        "Video",
        "Read",
        "More",
        "The",
        "In",
        "On",
        "What",
        "Why",
        "How",
        "But",
        "And",
        "So",
    ]
)


def opened(prep: Word) -> tuple[str, Word, Word | None] | None:
    """ "in their view", "in a new poll": the rule, the noun, and who it belongs to."""
    noun = prep.kid("pobj")
    if noun is None or not clause_above(prep).tag.startswith(("VB", "MD")):
        return None
    owner = noun.kid("poss")
    if noun.lower in OPINIONS and owner is not None:
        return "in-their-view", noun, owner
    if noun.lower in SURVEYS and prep.lower == "in" and prep.left <= clause_above(prep).left and not prep.head.tag.startswith("N"):
        return "in-a-survey", noun, None
    return ("per", noun, None) if prep.lower == "per" and noun.tag.startswith("NNP") else None


def framed(tree: Tree, rule: str, prep: Word, noun: Word, owner: Word | None, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """The clause that such a phrase stands in, without it."""
    start, stop = extent(tree, *beside(prep, noun), quotes)
    if start < stop:
        source = noun_phrase(tree, owner if owner is not None else noun)
        cue = (noun.start, noun.end) if owner is not None else (prep.start, prep.end)
        yield Draft(rule, (start, stop), source, cue, REPORTS, prep.i)


def hearsay(tree: Tree, adverb: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """ "They reportedly left": nobody is named."""
    host = adverb.head
    if host.tag.startswith("VB"):
        start, stop = extent(tree, host.left, host.right, quotes)
        if start < stop:
            yield Draft("hearsay", (start, stop), None, (adverb.start, adverb.end), HEARD, adverb.i)


def according(tree: Tree, phrase: Word, to: Word, who: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """The clause that an "according to" belongs to, without the phrase itself."""
    start, stop = extent(tree, *beside(phrase, who), quotes)
    if start < stop:
        cue = tree.words[phrase.i].start, tree.words[to.i].end
        yield Draft("according-to", (start, stop), noun_phrase(tree, who), cue, REPORTS, phrase.i)


def beside(phrase: Word, who: Word) -> tuple[int, int]:
    """First and last word of the sentence a phrase stands in, without the phrase where it stands at an edge."""
    host = clause_above(phrase)
    first, last = host.left, host.right
    end = max(phrase.right, who.right)
    if phrase.left <= first:
        first = end + 1
    elif phrase.left > host.i:
        last = phrase.left - 1
    return first, last


def clause_above(phrase: Word) -> Word:
    """The verb that heads the clause a phrase stands in, or the top of its sentence."""
    top = phrase
    for word in phrase.above():
        top = word
    return top

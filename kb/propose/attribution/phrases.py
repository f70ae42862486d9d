"""Rules for phrases that are cues without a verb, as in "according to them", "in their view" and "per the report"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.propose.attribution.drafts import Draft, extent, noun_phrase, tidy
from kb.propose.attribution.lexicon import ASSERTS, Entry
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.quotes import find as quotations
from kb.propose.attribution.tree import Tree, Word

RUMOUR = Entry("reports", certainty="possible")


class Phrase(NamedTuple):
    """A prepositional phrase that is a cue: the rule, the noun, and the noun's owner if it has one ("their view")."""

    rule: str
    noun: Word
    owner: Word | None


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield a draft for each phrase in a paragraph that is a cue."""
    for word in tree.words:
        if word.lower == "according" and word.i + 1 < len(tree.words):
            to = next((kid for kid in word.kids if kid.lower == "to"), None)
            who = to.kid("pobj") if to is not None else None
            if to is not None and who is not None:
                yield from according(tree, word, to, who, quotes)
        elif word.dep == "prep" and word.lower in ("in", "per", "under") and (phrase := cue_phrase(word)) is not None:
            if any(mark.start <= word.start < mark.end for mark in quotes):
                continue
            yield from framed(tree, word, phrase, quotes)
        elif word.lemma == "put" and word.dep == "advcl":
            yield from put(tree, word, quotes)
        elif word.lower in HEARSAY:
            yield from hearsay(tree, word, quotes)


HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly"])
SURVEYS = frozenset(["poll", "survey", "polls", "surveys", "study", "polling", "report", "average", "ranking"])
OPINIONS = frozenset(("view", "opinion", "judgment", "judgement", "telling", "estimation"))
NAME = re.compile(r"(?:[A-Z][\w.'’&-]*|of|the|de|van|for|at|and|[\[(][^)\]]*[)\]]|[A-Z]+,|\s|[,/])+")


def headed_line(text: str) -> Iterator[Draft]:
    """Yield the draft of a headline or a line of a transcript that begins with a speaker, as in "Minister: taxes will rise"."""
    begin = len(text) - len(text.lstrip("\"“'"))
    name, colon, rest = text[begin:].partition(":")
    words = name.split()
    if not colon or not rest.strip() or len(words) > 6 or not NAME.fullmatch(name) or words[0] in NOT_NAMES or rest[:1].isdigit():
        return
    place = begin + len(name)
    content = tidy(text, place + 1, len(text), quotations(text) if not begin else ())
    if len(text[content[0] : content[1]].split()) >= 3:
        yield Draft("headed", content, (begin, begin + len(name.rstrip())), (place, place + 1), ASSERTS, -2)


TRANSCRIPT = re.compile(r"[\"“']*[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3}:\s")
"""The speaker, in capitals, before each turn of a transcript."""


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


def cue_phrase(prep: Word) -> Phrase | None:
    """Return the phrase that a preposition heads if it is a cue, such as "in their view", "in the words of the mayor" or "in a new poll"."""
    noun = prep.kid("pobj")
    if noun is None or not clause_above(prep).tag.startswith(("VB", "MD")):
        return None
    of = next((kid for kid in noun.kids if kid.dep == "prep" and kid.lower == "of" and noun.kid("det")), None)
    owner = noun.kid("poss") or (of.kid("pobj") if of is not None else None)
    if (noun.lower in OPINIONS or noun.lower == "words") and owner is not None:
        return Phrase("in-their-view", noun, owner)
    if noun.lower in SURVEYS and prep.lower == "in" and prep.left <= clause_above(prep).left and not prep.head.tag.startswith("N"):
        return Phrase("in-a-survey", noun, None)
    return Phrase("per", noun, None) if prep.lower == "per" and noun.tag.startswith("NNP") else None


def framed(tree: Tree, prep: Word, phrase: Phrase, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft whose content is the clause around a phrase, without the phrase itself."""
    start, stop = extent(tree, *beside(prep, phrase.noun), quotes)
    if start < stop:
        source = noun_phrase(tree, phrase.owner if phrase.owner is not None else phrase.noun)
        cue = (phrase.noun.start, phrase.noun.end) if phrase.owner is not None else (prep.start, prep.end)
        yield Draft(phrase.rule, (start, stop), source, cue, ASSERTS, phrase.noun.i if phrase.owner is not None else prep.i)


def put(tree: Tree, verb: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft whose content is the clause around an "as the mayor put it"."""
    who, it, mark = verb.kid("nsubj"), verb.kid("dobj"), verb.kid("mark", "advmod")
    if who is None or it is None or it.lower != "it" or mark is None or mark.lower != "as" or verb.head is verb:
        return
    start, stop = extent(tree, *beside(verb, verb), quotes)
    if start < stop:
        yield Draft("as-put", (start, stop), noun_phrase(tree, who), (verb.start, it.end), ASSERTS, verb.i)


def hearsay(tree: Tree, adverb: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft, without a source, of a clause with an adverb of hearsay, as in "they reportedly left"."""
    host = adverb.head
    if host.tag.startswith("VB"):
        start, stop = extent(tree, host.left, host.right, quotes)
        if start < stop:
            yield Draft("hearsay", (start, stop), None, (adverb.start, adverb.end), RUMOUR, adverb.i)


def according(tree: Tree, phrase: Word, to: Word, who: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft whose content is the clause around an "according to", without the phrase itself."""
    start, stop = extent(tree, *beside(phrase, who), quotes)
    if start < stop:
        cue = tree.words[phrase.i].start, tree.words[to.i].end
        yield Draft("according-to", (start, stop), noun_phrase(tree, who), cue, ASSERTS, phrase.i)


def beside(phrase: Word, who: Word) -> tuple[int, int]:
    """Return the positions of the first and last word of the clause around a phrase, without the phrase where it is at an edge."""
    host = clause_above(phrase)
    first, last = host.left, host.right
    end = max(phrase.right, who.right)
    if phrase.left <= first:
        first = end + 1
    elif phrase.left > host.i:
        last = phrase.left - 1
    return first, last


def clause_above(phrase: Word) -> Word:
    """Return the word at the top of the sentence that contains the phrase, usually its main verb."""
    top = phrase
    for word in phrase.above():
        top = word
    return top

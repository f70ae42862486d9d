"""Rules for nouns and adjectives that are cues, as in "their claim that", "a plan to", "criticism of" and "is sure that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from kb.propose.attribution.clauses import PAUSES, frames_of, tail
from kb.propose.attribution.clauses import cue as cue_words
from kb.propose.attribution.drafts import Draft, extent, noun_phrase
from kb.propose.attribution.lexicon import Entry, epithets, table
from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.tree import Tree, Word, inherited, own_subject, possessor, speaker
from kb.propose.attribution.unsaid import is_infinitive
from kb.propose.attribution.verbs import for_to

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


class Complement(NamedTuple):
    """What a noun or adjective introduces: the rule and the lexicon's entry, and the positions of the content's first and last word."""

    rule: str
    entry: Entry
    first: int
    last: int


def find(tree: Tree, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield a draft for each noun and adjective of the lexicon that introduces a content."""
    nouns, adjectives = table("nouns"), table("adjectives")
    for word in tree.words:
        if word.dep == "relcl" and (which := word.kid("dobj")) is not None and which.lower == "which" and which.i == word.left:
            yield from judged(tree, word, quotes)
        elif word.tag == "NN" and word.lemma in CHARGES and (verdict := word.kid("relcl", "acl")) is not None:
            yield from apposed(tree, word, verdict, quotes)
        if word.tag in ("NN", "NNS") and (frames := nouns.get(word.lower) or nouns.get(word.lemma)):
            introduced = complement(word, frames) or about(word)
            if introduced is not None and (introduced.rule not in OWNED or holder(word) is not None):
                yield from draft(tree, word, holder(word), introduced, quotes)
        elif word.tag in ("NN", "NNS") and (introduced := about(word)) is not None and holder(word) is not None:
            yield from draft(tree, word, holder(word), introduced, quotes)
        elif word.tag.startswith("JJ") or word.dep == "acomp":
            entries = adjectives.get(word.lower)
            if entries and word.dep in ("acomp", "oprd"):
                yield from adjective(tree, word, entries["any"], quotes)
            elif word.dep in ("acomp", "oprd") and (introduced := about(word)) is not None and holder_of_quality(word) is not None:
                yield from draft(tree, word, holder_of_quality(word), introduced, quotes)


CHARGES = frozenset(
    [
        "claim",
        "charge",
        "accusation",
        "allegation",
        "assertion",
        "suggestion",
        "statement",
        "report",
        "notion",
        "rumour",
        "rumor",
        "contention",
    ]
)


def apposed(tree: Tree, noun: Word, verdict: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft of a clause that a noun after it calls a claim of which somebody says something: "…, a charge the mayor denied"."""
    article, frames = noun.kid("det"), frames_of(verdict)
    entry = frames.get("clause") or frames.get("object")
    if entry is None or article is None or noun.left != article.i or article.lower not in ("a", "an") or article.i < 3:
        return
    host = next((word for word in noun.above() if word.tag[:2] in ("VB", "MD")), None)
    if (
        tree.words[article.i - 1].text not in PAUSES
        or host is None
        or host.left >= article.i - 1
        or host.i > noun.i
        or speaker(verdict) in (None, noun)
    ):
        return
    start, end = extent(tree, said_last(tree, host, article.i - 1), article.i - 2, quotes)
    who = speaker(verdict)
    if start < end and who is not None:
        yield Draft("apposed-claim", (start, end), noun_phrase(tree, who), cue_words(tree, verdict), entry, verdict.i)


def judged(tree: Tree, verdict: Word, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft of a clause of which a "which" after a comma says who denies it: "The town paid the rent, which the mayor denies"."""
    entry, host = frames_of(verdict).get("clause"), next((word for word in verdict.above() if word.tag[:2] in ("VB", "MD")), None)
    who = speaker(verdict)
    if entry is None or entry.stance != "denies" or host is None or who is None or tree.words[verdict.left - 1].text not in PAUSES:
        return
    start, end = extent(tree, said_last(tree, host, verdict.left - 1), verdict.left - 2, quotes)
    if start < end and host.i < verdict.left:
        yield Draft("apposed-claim", (start, end), noun_phrase(tree, who), cue_words(tree, verdict), entry, verdict.i)


def said_last(tree: Tree, host: Word, end: int) -> int:
    """Return where what is judged begins: the last thing said in a clause, as in "filed papers alleging she lied, which she denies"."""
    inner = [
        word
        for word in tree.words[host.left : end]
        if word.dep == "ccomp"
        and host in list(word.above())
        and "clause" in table("verbs").get(word.head.lemma, {})
        and word.i > word.head.i
    ]
    if not inner:
        return host.left
    mark = inner[-1].kid("mark")
    return mark.i + 1 if mark is not None and mark.i == inner[-1].left else inner[-1].left


def draft(tree: Tree, cue: Word, who: Word | None, introduced: Complement, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft of a cue and what it introduces, unless that is empty. `who` is the head of the source's noun phrase."""
    start, end = extent(tree, introduced.first, tail(tree, introduced.first, introduced.last), quotes)
    if start < end:
        refuted = any(kid.dep == "amod" and kid.lower in epithets() for kid in cue.kids)  # the writer says that it is false
        source = noun_phrase(tree, who) if who and not refuted else None
        entry = replace(introduced.entry, stance="denies") if introduced.entry.act == "plans" and lacking(cue) else introduced.entry
        yield Draft(introduced.rule, (start, end), source, (cue.start, cue.end), entry, cue.i)


def lacking(noun: Word) -> bool:
    """Whether somebody has none of what a noun names, as in "has no plans to leave", "does not have a plan to leave"."""
    if any(kid.lower == "no" for kid in noun.kids):
        return True
    return noun.dep in ("dobj", "attr") and (noun.head.lemma == "lack" or any(kid.dep == "neg" for kid in noun.head.kids))


def complement(noun: Word, frames: dict[str, Entry]) -> Complement | None:
    """Return the clause, infinitive or prepositional object that a noun introduces, or None."""
    for kid in noun.kids:
        if kid.i < noun.i:
            continue
        mark = kid.kid("mark")
        if kid.dep in ("acl", "ccomp", "relcl") and mark is not None and mark.lower in ("that", "whether") and "clause" in frames:
            return Complement("noun-clause", frames["clause"], kid.left, kid.right)
        if kid.dep in ("acl", "relcl", "xcomp") and kid.tag == "VB" and is_infinitive(kid) and "inf" in frames:
            return Complement("noun-infinitive", frames["inf"], kid.left, kid.right)
        if kid.dep in ("advcl", "acl", "relcl", "ccomp") and "for" in frames and for_to(kid):
            return Complement("noun-infinitive", frames["for"], kid.left + 1, kid.right)
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
                return Complement("noun-preposition", frames[key], kid.i + 1, kid.right)
    return None


SPOKEN_OF = Entry("reports", certainty="uncommitted")
"""What somebody is said to speak or think about, which says nothing of whether it is so."""
OWNED = ("noun-preposition", "about")
"""Rules that need somebody whose the noun is, because "a question of time" credits nobody."""


def about(word: Word) -> Complement | None:
    """Return what any noun, adjective or verb, listed or not, is about, as in "her story about the ferry"."""
    prep = next((kid for kid in word.kids if kid.i > word.i and kid.dep == "prep" and kid.lower == "about" and kid.right > kid.i), None)
    return Complement("about", SPOKEN_OF, prep.i + 1, prep.right) if prep is not None else None


def holder(noun: Word) -> Word | None:
    """Return the head of whoever makes the claim or holds the plan: an owner, or the subject of a verb ("made the claim that")."""
    owner = possessor(noun)
    if owner is not None:
        return owner
    verb = noun.head
    while noun.dep == "pobj" and verb.dep in ("prep", "advmod", "dobj", "dative") and verb.head is not verb:
        verb = verb.head
    if noun.dep in ("dobj", "attr", "pobj") and verb.tag.startswith("VB"):
        who = own_subject(verb) or inherited(verb)
        return None if who is not None and who.lower in POINTING and verb.lemma == "be" else who
    return None


POINTING = ("it", "there", "this", "that", "these", "those")
"""Subjects that are what the noun is, and nobody whose it is: "this is a good agreement for us"."""


def holder_of_quality(adjective: Word) -> Word | None:
    """Return the head of what an adjective in the predicate is said of, or None for an empty "it"."""
    who = own_subject(adjective.head) or inherited(adjective.head)
    return None if who is None or who.lower == "it" else who


def adjective(tree: Tree, word: Word, entry: Entry, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """Yield the draft of an adjective with a subject and a clause, infinitive or prepositional object ("they are sure that")."""
    who = holder_of_quality(word)
    if who is None:
        return
    for kid in word.kids:
        if kid.i > word.i and kid.dep in ("ccomp", "xcomp"):
            yield from draft(tree, word, who, Complement("adjective", entry, kid.left, kid.right), quotes)
            return
        if kid.i > word.i and kid.dep == "prep" and kid.right > kid.i:
            yield from draft(tree, word, who, Complement("adjective-preposition", entry, kid.i + 1, kid.right), quotes)
            return

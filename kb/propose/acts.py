"""Tell what somebody did or may do from what somebody says, where one verb is used of both.

"The union has not published the text", "two thirds will approve it" and "if they reject it" say what happens in the world. Nobody is
credited with "the text", so such a sentence is read as whoever writes or says it means it. Where labelled corpora mark these as
attributions, that is what `kb.propose.attributions` returns.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from kb.base.words import Act
from kb.propose.attribution.drafts import OWN
from kb.propose.attribution.tree import Tree, Word, first_conjunct
from kb.propose.parts import Attribution, Span

OBJECTS = frozenset(("object", "preposition", "passive-object"))
"""Rules whose content is a noun phrase, which states nothing by itself."""
PRONOUNS = frozenset(("it", "this", "that", "them", "him", "her", "us", "me", "you", "these", "those"))
CONDITIONS = frozenset(("if", "unless", "until", "once"))


@cache
def listed(name: str) -> frozenset[str]:
    """Return one list of the words of acts.toml."""
    return frozenset(tomllib.loads(resources.files("kb.propose").joinpath("acts.toml").read_text(encoding="utf-8"))[name].split())


def without_acts(text: str, attributions: Sequence[Attribution], trees: Sequence[Tree]) -> list[Attribution]:
    """Return the attributions without acts; an act in a sentence that credits nobody else becomes a claim of the author.

    Offsets are code points of `text`; `parent` counts in the list that is returned.
    """
    words = {word.start + tree.offset: (tree, word) for tree in trees for word in tree.words if word.tag[:2] == "VB"}
    heads = [head_of(one, words) for one in attributions]
    acts = {place for place, (one, head) in enumerate(zip(attributions, heads, strict=True)) if head is not None and is_act(one, head[1])}
    others = [other for number, other in enumerate(attributions) if number not in acts]
    kept: list[Attribution] = []
    places: dict[int, int] = {}
    for place, one in enumerate(attributions):
        parent = one.parent
        while parent in acts:
            parent = attributions[parent].parent
        head = heads[place]
        new: Attribution | None = replace(one, parent=places.get(parent) if parent is not None else None)
        if place in acts:
            new = own(text, head[0], head[1], others) if head is not None and parent is None else None
        if new is not None and new.content not in [other.content for other in kept[-3:] if other.rule == new.rule == OWN]:
            places[place] = len(kept)
            kept.append(new)
    return kept


def head_of(one: Attribution, words: dict[int, tuple[Tree, Word]]) -> tuple[Tree, Word] | None:
    """Return the verb that is the head of a cue, with its paragraph, for a rule whose content is a noun phrase."""
    if one.rule not in OBJECTS or one.cue is None:
        return None
    found = [words[place] for place in range(one.cue.start, one.cue.end) if place in words]
    return next((pair for pair in found if pair[1].dep not in ("aux", "auxpass")), None)


def is_act(one: Attribution, verb: Word) -> bool:
    """Whether a cue with a noun phrase for its content is denied, asked, to come, or a condition, strikes, or is about a bare pronoun."""
    top = first_conjunct(verb)
    helpers = [kid for word in (verb, top) for kid in word.kids]
    mark = top.kid("mark")
    open_ = any(kid.dep == "neg" or (kid.dep == "aux" and kid.tag == "MD") for kid in helpers)
    open_ = open_ or is_expected(verb) or any(kid.lower == "yet" and kid.dep == "advmod" for kid in helpers)
    return open_ or strikes(one, verb) or (mark is not None and mark.lower in CONDITIONS) or one.content.text.lower() in PRONOUNS


def is_expected(verb: Word) -> bool:
    """Whether a verb is the infinitive of what is to come, as in "is expected to vote against the plan", "has yet to publish it"."""
    above = verb.head
    return (
        verb.tag == "VB"
        and verb.dep in ("xcomp", "acomp")
        and (above.lemma in listed("to_come") or any(kid.lower == "yet" for kid in above.kids))
    )


def strikes(one: Attribution, verb: Word) -> bool:
    """Whether a verb of blaming or praising tells of arms instead, by who does it or what it is done to: "rebels attacked the camp"."""
    if verb.lemma not in listed("by_arms"):
        return False
    doer = {word.lower().strip(".,") for word in one.source.text.split()} if one.source is not None else set()
    struck = {word.lower().strip(".,") for word in one.content.text.split()}
    return bool(doer & listed("armed") or struck & (listed("held") | listed("armed")))


def own(text: str, tree: Tree, verb: Word, others: Sequence[Attribution]) -> Attribution | None:
    """Return the sentence of a verb as a claim of the author, or None where another attribution stands in it."""
    first, last = (tree.words[place] for place in tree.sentences[verb.sentence])
    start, end = first.start + tree.offset, last.end + tree.offset
    taken = (span for one in others for span in (one.content, one.cue, one.source) if span is not None)
    if any(span.start < end and start < span.end for span in taken):
        return None
    return Attribution(Span.of(text, start, end), None, None, OWN, Act.ASSERTS)

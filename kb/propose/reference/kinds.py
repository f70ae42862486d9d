"""Decide the kind of each name of a text by its form and by what the text says of it, before what the small model takes it for.

The model calls "Velora Energy" a person in one sentence and a body in the next. What a title, an apposition, the last word of the name
and what belongs to it show counts for every mention of the name, and of its short form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from kb.propose.actors import gazetteer
from kb.propose.actors.titled import trades
from kb.propose.attribution.tree import Word
from kb.propose.reference.mention import Kind, Mention
from kb.propose.reference.words import listed

INITIALS = re.compile(r"(?:[A-Z]\.){2,}[A-Z]\.?")
"""Three initials or more, with which bodies are written: "F.B.I."."""


def settle(mentions: Sequence[Mention]) -> dict[str, Kind]:
    """Give every name of a text, in place, the one kind that its form and the text show, and return {name: kind} of those that are shown."""
    named: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.form == "name" and not mention.joined:
            named.setdefault(mention.text, []).append(mention)
    known = {name: kind for name, own in named.items() if (kind := shown(name, own)) is not None}
    known |= shared(named, known)
    heads = {id(mention.head): known[name] for name in known for mention in named[name]}
    for mention in mentions:
        kind = heads.get(id(mention.head)) if mention.form == "name" else None
        if kind is not None:
            mention.kind = kind
            person = kind == "person" and mention.gender in ("masculine", "feminine")
            mention.gender = mention.gender if person else "unknown" if kind == "person" else "neuter"
    return known


def shown(name: str, mentions: Iterable[Mention]) -> Kind | None:
    """Return the kind of a name that its words or the text around its mentions show, or None where they show none or several."""
    by_form, votes = of_words(name), Counter(kind for mention in mentions for kind in evidence(mention))
    if by_form is not None and not votes["person"]:  # "Jim Press" is no newspaper
        return by_form
    if not votes:
        return "person" if has_first_name(name) else None
    (first, most), *rest = votes.most_common()
    return first if not rest or most > rest[0][1] else None


def has_first_name(name: str) -> bool:
    """Whether a name of two or three words begins with the first name of a man or a woman, as "Carly Marsh" does."""
    first, *rest = name.lower().split(" ")
    return 0 < len(rest) < 3 and name.istitle() and any(first in listed("gender", f"{each}_names") for each in ("masculine", "feminine"))


def of_words(name: str) -> Kind | None:
    """Return the kind that the words of a name show by themselves, or None."""
    words = name.replace("\u00a0", " ").split(" ")
    if name in gazetteer.countries() or name.replace(".", "") in gazetteer.countries():
        return "place"
    if INITIALS.fullmatch(name):
        return "organisation"
    if len(words) > 1 and words[-1] in gazetteer.words()["works"]:
        return "thing"
    if len(words) > 1 and (words[-1] in gazetteer.words()["bodies"] or words[-1].lower() in listed("kind", "firms") or "&" in words):
        return "organisation"
    return None


def evidence(mention: Mention) -> Iterator[Kind]:
    """Yield what each word beside a name says of its kind: what it is said to be, its title, and what belongs to it."""
    if mention.gender in ("masculine", "feminine"):
        yield "person"
    word, words = mention.head, mention.tree.words
    before = words[mention.first - 1] if mention.first else None
    if before is not None and before.head is word and before.dep in ("compound", "nmod") and before.text in trades():
        yield "person"
    yield from (kind for noun in beside(word) if (kind := of_noun(noun)) is not None)
    if word.dep == "poss" and word.head.i > word.i:
        yield from of_owned(word.head)
    if word.dep == "pobj" and word.head.lower in ("in", "near"):
        if word.head.head.lemma in listed("kind", "held"):
            yield "organisation"
        elif mention.kind == "person" and mention.first == mention.last and word.head.head.lemma not in listed("kind", "trusted"):
            yield "place"
    if any(kid.dep == "relcl" and any(one.lower == "who" and one.i == kid.left for one in words[kid.left : kid.i]) for kid in word.kids):
        yield "person"


def beside(word: Word) -> Iterator[Word]:
    """Yield the nouns that say what a name is: in apposition, as a predicate, and in front of it after an article."""
    if word.dep == "appos" and word.head.tag in ("NN", "NNS"):
        yield word.head
    yield from (kid for kid in word.kids if kid.dep == "appos" and kid.tag in ("NN", "NNS") and kid.kid("cc") is None)
    if word.dep == "nsubj" and word.head.lemma in ("be", "become", "remain") and (noun := word.head.kid("attr")) is not None:
        yield noun
    in_front = [kid for kid in word.kids if kid.i < word.i and kid.dep in ("compound", "nmod") and kid.tag == "NN"]
    yield from in_front[-1:]


def of_noun(noun: Word) -> Kind | None:
    """Return the kind of what a noun is for, or None where that is no person, body or place."""
    if noun.lemma in listed("kind", "either"):
        return None
    if noun.lemma in gazetteer.words()["roles"] or noun.lemma in gazetteer.words()["trades"] or noun.lemma in listed("gender", "both"):
        return "person"
    if noun.lemma in gazetteer.words()["body-nouns"]:
        return "organisation"
    return "place" if noun.lemma in listed("kind", "place") else None


def of_owned(noun: Word) -> Iterator[Kind]:
    """Yield the kind of who has such a thing: a body has shareholders, a person a wife."""
    for kind, owned in (("organisation", "of_firms"), ("person", "of_people"), ("place", "of_states")):
        if noun.lemma in listed("kind", owned):
            yield cast("Kind", kind)


def shared(named: Mapping[str, Sequence[Mention]], known: Mapping[str, Kind]) -> dict[str, Kind]:
    """Return the kinds that short and full forms of a name show for each other: "Velora" is what "Velora Energy" is, "Hale" a person as "Baxter Hale" is.

    The last word of a name is no short form of a body, nor the first one of a person that is known only by the model.
    """
    found: dict[str, Kind] = {}
    for full in named:
        words = full.split(" ")
        for short in {words[0], words[-1]} & named.keys() if len(words) > 1 else ():
            kind = known.get(full) or known.get(short)
            if kind is None or (full in known and short in known) or (kind == "organisation" and short != words[0]):
                continue
            if kind == "place" or (kind == "person" and short != words[-1]):
                continue
            town = any(mention.kind == "place" for mention in named[short])  # that "Lund Energy" is called after
            if kind == "organisation" and (town or words[-1].lower() not in listed("kind", "firms")):
                continue
            found |= {name: kind for name in (full, short) if name not in known}
    return found

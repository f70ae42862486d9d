"""Statements that noun phrases make without a verb, by titles, appositions, possessives, examples and places within places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference.mentions import kind_of
from kb.propose.statements import coordination, roles, spans
from kb.propose.statements.draft import Draft, Phrase
from kb.propose.statements.words import listed

NAME = ("NNP", "NNPS")
PRONOUNS = ("PRP", "PRP$", "WP", "WP$", "EX", "DT", "WDT")


def find(tree: Tree) -> Iterator[Draft]:
    """Yield the statements of the noun phrases of a paragraph."""
    for word in tree.words:
        if word.dep == "appos" or (word.dep == "conj" and word.tag in NAME and is_pair(word)):
            yield from apposition(tree, word)
        elif word.dep == "poss":
            yield from possessive(tree, word)
        elif word.dep == "prep" and word.lower in ("as", "including"):
            yield from examples(tree, word)
        elif word.dep == "prep" and word.head.tag[:2] == "NN":
            yield from located(tree, word)
        if word.tag in NAME and word.dep != "compound":
            yield from described(tree, word)


def is_pair(word: Word) -> bool:
    """Whether a parse takes for a coordination what is two names with only a comma between, such as a town and its country."""
    return word.head.dep != "conj" and not word.kid("conj", "cc") and not word.head.kid("cc")


def apposition(tree: Tree, word: Word) -> Iterator[Draft]:
    """Yield that what stands in apposition is the noun, as in "Ada Holm, the clerk" is (Ada Holm, is, the clerk)."""
    noun = word.head
    if noun.tag[:2] != "NN" or word.tag[:2] != "NN" or noun.i > word.i or glued(tree, word) or is_aside(tree, word):
        return
    subject = Phrase(noun, spans.left_limit(noun), spans.right_limit(tree, noun, conjuncts=False), "subject")
    if subject.last >= word.left:
        subject.last = noun.i
    object_ = spans.noun_phrase(tree, word, "object", conjuncts=False)
    if mismatched(noun, word):
        return
    if is_acronym(tree, word, subject):
        yield Draft("acronym", word, ["stands for"], replace(object_, role="subject"), replace(subject, role="object"))
    elif is_name(tree, subject) and is_name(tree, object_):
        if tree.words[word.left - 1].text == ",":
            yield Draft("place", word, ["is in"], subject, object_)
    elif word.tag in NAME and (noun.tag not in NAME or (is_office(noun) and not is_office(word))):
        yield from named(tree, word, noun, replace(object_, role="subject"), replace(subject, role="object"))
    else:
        yield Draft("apposition", word, ["is" if word.tag == "NN" and noun.tag == "NNPS" else be(noun)], subject, object_)


def named(tree: Tree, word: Word, noun: Word, name: Phrase, description: Phrase) -> Iterator[Draft]:
    """Yield that a name is what the noun before it says, and one of them where it names several: "the actresses Ada Holm and Mary Lind"."""
    if noun.tag != "NNS" or word.tag == "NNPS":
        yield Draft("apposition", word, [be(noun)], name, description)
        return
    if any(between.tag[:2] in ("NN", "VB") for between in tree.words[noun.i + 1 : word.left]):
        return  # "proposals from the candidate, Ada Holm"
    for member in coordination.members(word):
        one = spans.noun_phrase(tree, member, "subject", conjuncts=False)
        yield Draft("apposition", member, ["is one of"], one, description)


def is_office(word: Word) -> bool:
    """Whether a word is an office though it is written as a name: "former Velora CEO Ada Holm"."""
    return word.lower in gazetteer.words()["roles"] or word.text in ("CEO", "CFO")


def is_acronym(tree: Tree, word: Word, name: Phrase) -> bool:
    """Whether a word is an acronym in brackets that fits the name or noun before it: "World Trade Organization (WTO)", not "LONDON (AP)".

    A name has its letters, if in another order, as it may be short for the name in its own language; the first one begins a word of it.
    """
    if not (word.text.isupper() and 1 < len(word.text) < 8 and tree.words[word.i - 1].text in ("(", "-LRB-")):
        return False
    if name.head.tag not in NAME:
        return True
    words = [one.lower for one in tree.words[name.first : name.last + 1] if one.dep != "det"]
    return set(word.lower) <= set("".join(words)) and word.lower[0] in {one[0] for one in words}


def mismatched(noun: Word, word: Word) -> bool:
    """Whether two nouns cannot be the same, as a thing and a person, or several and one."""
    article = word.kid("det")
    indefinite = article is not None and article.lower in ("a", "an", "another")
    if indefinite and word.lemma in listed("nominal", "summing") and noun.lemma not in listed("nominal", "summing"):
        return True
    alone = noun.dep != "conj" and noun.kid("conj") is None
    if noun.tag == "NNP" and word.tag == "NNS" and alone:  # members of a list: "the staff of Volvo, the pilots and …"
        return True
    if noun.tag in NAME or word.tag in NAME:
        return False
    people = [kind_of(one) == "person" or one.lemma in ("man", "woman", "boy", "girl") for one in (noun, word)]
    one_of_many = noun.tag == "NNS" and word.tag == "NN" and indefinite
    return (people[1] and not people[0]) or one_of_many


def is_aside(tree: Tree, word: Word) -> bool:
    """Whether what follows a name or date says nothing of it, as a party and state ("R-Ohio"), a date, or no word at all."""
    start = tree.words[word.left].start
    if tree.words[word.left - 1].dep == "neg":  # "a duty, not a right"
        return True
    return bool(PARTY.match(tree.text[start : word.end]) or PARTY.match(word.text)) or roles.is_time_word(word.head)


PARTY = re.compile(r"[RDI]-|\W*$")
"""The party and state of a politician ("R-Ohio"), or no word at all."""


def glued(tree: Tree, word: Word) -> bool:
    """Whether a noun is no apposition but the rest of a compound ("Lund–Malmö road"), a sum ("(US$ 8 million)") or part of a date."""
    if spans.hyphenated(tree, word):
        return True
    before = tree.words[word.left - 1]
    number = any(tree.words[place].tag in ("CD", "$") for place in range(word.left, word.i + 1))
    return number and (before.text == "(" or word.head.kid("nummod") is not None)


def is_name(tree: Tree, phrase: Phrase) -> bool:
    """Whether a phrase is a bare name."""
    return all(word.tag in NAME for word in tree.words[phrase.first : phrase.last + 1])


def be(noun: Word) -> str:
    """Return the form of "be" for a noun."""
    return "are" if noun.tag in ("NNS", "NNPS") else "is"


def possessive(tree: Tree, word: Word) -> Iterator[Draft]:
    """Yield that a possessor has something, as in "the mayor's staff" is (the mayor, has, staff)."""
    noun = word.head
    first = next((tree.words[place].i for place in range(word.right + 1, noun.i + 1) if tree.words[place].dep != "case"), noun.i)
    subject = owner(tree, word)
    rest = Phrase(noun, first, spans.right_limit(tree, noun, conjuncts=False), "object")
    yield Draft("possessive" if word.tag != "PRP$" else "possessive-pronoun", word, ["has"], subject, rest)


def owner(tree: Tree, word: Word) -> Phrase:
    """Return the phrase of a possessor without its "'s"."""
    phrase = spans.noun_phrase(tree, word, "subject")
    case = word.kid("case")
    if case is not None and phrase.last >= case.i:
        phrase.last = case.i - 1
    return phrase


def described(tree: Tree, name: Word) -> Iterator[Draft]:
    """Yield the description in front of a name, as in "the composer Ada Holm" is (Ada Holm, is, the composer)."""
    first = name.i
    while first > name.left and tree.words[first - 1].tag in NAME and tree.words[first - 1].head is name:
        first -= 1
    while first < name.i and tree.words[first].text in titles():
        first += 1
    before = [word for word in tree.words[name.left : first] if word.dep not in ("punct", "cc")]
    if not before or not describes(before, name):
        return
    start = 1 + max((word.i for word in before if word.dep == "case"), default=before[0].i - 1)
    yield Draft("description", before[-1], ["is"], Phrase(name, first, name.i, "subject"), Phrase(before[-1], start, first - 1, "object"))


def describes(before: Sequence[Word], name: Word) -> bool:
    """Whether the words before a name say what it is, as a title does, or a noun for a person, or any noun after an article."""
    last = before[-1]
    if last.head is not name or last.dep not in ("compound", "nmod") or last.text in ("General", "Major"):
        return False
    if last.text in titles():
        return True
    person = last.lemma in gazetteer.words()["roles"] or last.lower.endswith(PERSON_ENDINGS)
    return last.tag == "NN" and (person or before[0].dep == "det")


PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "eer")


@cache
def titles() -> frozenset[str]:
    """Return the titles that stand before a name and name an office, unlike "Mr."."""
    return frozenset(title for title in gazetteer.words()["titles"] if len(title) > 3 and not title.endswith("."))


def located(tree: Tree, prep: Word) -> Iterator[Draft]:
    """Yield where a thing is, as in "a hall in Glasgow" is (a hall, is in, Glasgow)."""
    place = prep.kid("pobj")
    if place is None or prep.lower not in PLACED or place.tag not in NAME:
        return
    subject = Phrase(prep.head, spans.left_limit(prep.head), prep.i - 1, "subject")
    if prep.head.tag in NAME and prep.i == prep.head.i + 1:
        yield Draft("located", prep, [be(prep.head), prep], subject, spans.noun_phrase(tree, place, "object", conjuncts=False))


PLACED = frozenset(("in", "at", "near"))


def examples(tree: Tree, word: Word) -> Iterator[Draft]:
    """Yield what the examples of a noun are, as in "ports such as Riga" is (Riga, is, ports)."""
    example = word.kid("pobj")
    noun = next((above for above in word.above() if above.tag in ("NNS", "NNPS")), None)
    if example is None or noun is None or not spans.is_example(word):
        return
    kind = Phrase(noun, spans.left_limit(noun), noun.i, "object")
    for member in coordination.members(example):
        yield Draft("example", member, [be(member)], spans.noun_phrase(tree, member, "subject", conjuncts=False), kind)

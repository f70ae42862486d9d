"""Find the names, noun phrases and pronouns of a parsed text, with number, gender and kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kb.propose.actors import gazetteer
from kb.propose.attribution.tree import Tree, Word
from kb.propose.reference.mention import Form, Gender, Kind, Mention
from kb.propose.reference.words import listed

KINDS: dict[str, Kind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
}  # fmt: skip
NO_ENTITY = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "LANGUAGE"))
PRONOUNS = ("masculine", "feminine", "neuter", "plural", "first", "first_plural")
NAME = ("NNP", "NNPS")


def find(tree: Tree, doc: Any, sentences: int) -> Iterator[Mention]:
    """Yield the mentions of a paragraph in order. `sentences` is the number of sentences before it in the text."""
    named = {token.i: entity for entity in doc.ents for token in entity}
    for word in tree.words:
        mention = of_word(tree, word, named, sentences + word.sentence)
        if mention is None:
            continue
        yield mention
        if joined(word) and mention.form != "pronoun" and not describes_one(word):
            yield coordination(mention)


def coordination(first: Mention) -> Mention:
    """Return the mention of all that a conjunction joins, whose first member is given, as in "Ada and her brother"."""
    last = first.head
    while (member := last.kid("conj")) is not None and member.i > last.i:
        last = member
    return replace(first, last=last.i, plural=True, joined=True, gender="unknown" if first.kind == "person" else "neuter")


def of_word(tree: Tree, word: Word, named: dict[int, Any], sentence: int) -> Mention | None:
    """Return the mention that a word heads, or None."""
    if pronoun(word) is not None:
        return of_pronoun(tree, word, sentence)
    if word.tag in ("WDT", "WP") and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return Mention(tree, word, word.i, word.i, "relative", "unknown", "unknown", None, sentence)
    entity = named.get(word.i)
    if word.tag[:2] != "NN" or (entity is not None and entity.label_ in NO_ENTITY):
        return of_both(tree, word, sentence)
    if word.dep in ("compound", "amod", "nmod") and (entity is None or not ends(word, entity)):
        return None
    if word.tag in NAME or (entity is not None and entity.label_ in KINDS and word.text[0].isupper() and not word.kid("det")):
        return of_name(tree, word, entity, sentence)
    return of_noun(tree, word, sentence)


def of_both(tree: Tree, word: Word, sentence: int) -> Mention | None:
    """Return the mention of "both" or "the two", which by themselves stand for two that were named, or None for another word."""
    alone = word.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and not word.kid("prep")
    article = word.kid("det")
    two = word.lower == "two" and article is not None and article.lower == "the"
    if not alone or not (two or (word.lower == "both" and word.tag == "DT")):
        return None
    return Mention(tree, word, word.left if two else word.i, word.i, "definite", "unknown", "unknown", True, sentence)


def ends(word: Word, entity: Any) -> bool:
    """Whether a word is the last noun of a named entity that stands inside another phrase, as in "Apple" in "Apple stores"."""
    last = entity.end - 1
    return bool(word.i == last or (word.i == last - 1 and entity[-1].tag_ == "POS")) and bool(
        word.head.i >= entity.end or word.head.i < entity.start
    )


def pronoun(word: Word) -> str | None:
    """Return which list of pronouns a word stands in, or None."""
    if word.tag not in ("PRP", "PRP$"):
        return None
    return next((name for name in PRONOUNS if word.lower in listed("pronouns", name)), None)


def of_pronoun(tree: Tree, word: Word, sentence: int) -> Mention:
    """Return the mention of a pronoun."""
    name = pronoun(word)
    gender: Gender = (
        "masculine" if name == "masculine" else "feminine" if name == "feminine" else "neuter" if name == "neuter" else "unknown"
    )
    kind: Kind = "person" if name in ("masculine", "feminine", "first") else "unknown"
    return Mention(tree, word, word.i, word.i, "pronoun", kind, gender, name in ("plural", "first_plural"), sentence)


def of_name(tree: Tree, word: Word, entity: Any, sentence: int) -> Mention:
    """Return the mention of a name."""
    first, last = word.i, word.i
    if entity is not None and entity.label_ == "PERSON" and any(part.tag_[:2] == "VB" for part in entity):
        entity = None  # a headline that the model takes for a name: "Holm accused Berg of"
    if entity is not None:
        first, last = entity.start, entity.end - 1
    else:
        while first > word.left and tree.words[first - 1].tag in NAME and tree.words[first - 1].head is word:
            first -= 1
    while last > first and tree.words[last].tag in ("POS", ",", "."):
        last -= 1
    while first < last and tree.words[first].tag in ("DT", "IN", ","):
        first += 1
    kind: Kind = KINDS.get(entity.label_, "thing") if entity is not None else "unknown"
    before = tree.words[first - 1].lower.rstrip(".") if first else ""
    gender = gender_of(before, *(part.lower.rstrip(".") for part in tree.words[first : last + 1]))
    if gender in ("masculine", "feminine") and kind in ("unknown", "thing"):
        kind = "person"
    plural = (word.tag == "NNPS" and kind == "unknown") or (kind == "group" and word.text.endswith("s"))
    return Mention(
        tree,
        word,
        first,
        last,
        "name",
        kind,
        gender if kind == "person" else "neuter" if kind != "unknown" else "unknown",
        plural,
        sentence,
    )


def joined(word: Word) -> bool:
    """Whether a noun heads a coordination with "and"."""
    return any(kid.dep == "cc" and kid.lower in ("and", "&") for kid in word.kids) and word.kid("conj") is not None


def describes_one(word: Word) -> bool:
    """Whether what a conjunction joins says several things of one: "Ada Holm, the mayor of Lund and a donor"."""
    host = word.head if word.dep == "appos" else word.head.kid("nsubj") if word.dep == "attr" else None
    return host is not None and host.tag in ("NN", "NNP") and host.kid("conj") is None and word.tag == "NN"


def gender_of(before: str, first: str, *rest: str) -> Gender:
    """Return what a title before a name, a title in it, or its first name says of gender."""
    for name in ("masculine", "feminine"):
        words = listed("gender", name)
        if (
            before in words
            or first in words
            or (rest and first in listed("gender", f"{name}_names"))
            or any(part in listed("gender", f"{name}_names") for part in rest[:-1])
        ):
            return "masculine" if name == "masculine" else "feminine"
    return "unknown"


def of_noun(tree: Tree, word: Word, sentence: int) -> Mention:
    """Return the mention of a noun phrase without a name."""
    first = min(
        [word.i, *(kid.left for kid in word.kids if kid.i < word.i and kid.lower != "even" and kid.dep not in ("punct", "cc", "preconj"))]
    )
    kind = kind_of(word)
    form: Form = "definite" if is_definite(word, kind) else "indefinite"
    gender: Gender = "unknown" if kind == "person" else "neuter"
    for name in ("masculine", "feminine"):
        if word.lemma in listed("gender", name):
            kind, gender = "person", "masculine" if name == "masculine" else "feminine"
    return Mention(tree, word, first, word.i, form, kind, gender, word.tag == "NNS", sentence)


def is_definite(word: Word, kind: Kind) -> bool:
    """Whether a noun phrase says that its reader knows which one is meant, also without the article that headlines leave out."""
    article = word.kid("det")
    if any(kid.lower == "such" and kid.i < word.i and kid.dep in ("amod", "predet", "det") for kid in word.kids):
        return True
    if article is not None:
        return article.lower in ("the", "this", "these", "that", "those", "both")
    return (
        kind == "organisation"
        and word.tag == "NN"
        and not word.kid("poss", "amod", "nummod")
        and word.dep in ("dobj", "pobj", "compound", "nsubj")
    )


def kind_of(word: Word) -> Kind:
    """Return what kind of thing a noun is for."""
    return kind_of_noun(word.lemma)


def kind_of_noun(lemma: str) -> Kind:
    """Return what kind of thing a noun in the singular is for, somebody by office or otherwise, a body, a place, or any other thing."""
    if lemma in gazetteer.words()["roles"] or lemma in gazetteer.words()["people"] or lemma.endswith(("sman", "eman", "woman", "person")):
        return "person"
    if lemma in gazetteer.words()["body-nouns"]:
        return "organisation"
    return "place" if lemma in listed("kind", "place") else "thing"

"""Keys by which the relation of a statement and the label of a predicate are compared.

A key is the lemmas that carry the meaning, in order, and the preposition before the object: ("supply", "arms", "to") for "has been
supplying arms to" as for "supplies arms to". Auxiliaries, modals, articles and adverbs are left out, so that tense, mood and polarity,
which a statement keeps elsewhere, do not hide that two relations are the same.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.propose.attribution.tree import Tree, Word
from kb.propose.grounding.words import listed
from kb.propose.statements.statement import Argument, Statement

Key = tuple[str, ...]
EMPTY_TAGS = frozenset(
    (
        "DT",
        "PRP$",
        "MD",
        "RB",
        "RBR",
        "RBS",
        "POS",
        "PDT",
        "EX",
        ",",
        ".",
        "``",
        "''",
        "-LRB-",
        "-RRB-",
        "HYPH",
        ":",
        "CD",
        "$",
        "SYM",
        "WDT",
        "WP",
    )
)
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))


UNSTATED = {
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "has": "have",
    "have": "have",
    "had": "have",
    "stands": "stand",
    "holds": "hold",
}


PIECES = re.compile(r"n[’']t|\w+?(?=n[’']t)|\w+|[^\w\s]")


QUALITY = ("have", "quality")
"""The key of a predicate such as "has the quality", for an adjective without a predicate of its own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A key under which a statement may be found, with the subject and the object that it then has."""

    key: Key
    subject: Argument | None
    object: Argument | None


def meaningful(word: Word) -> bool:
    """Whether a word of a relation carries its meaning."""
    if word.dep in AUXILIARIES or word.tag in EMPTY_TAGS:
        return False
    return not (word.lemma == "be" or (word.tag == "TO" and word.dep == "aux"))


def key_of_words(words: Sequence[Word]) -> Key:
    """Return the key of the words of a relation, in which only the last of several verbs in a chain counts."""
    lemmas = [word for word in words if meaningful(word)]
    while len(lemmas) > 1 and lemmas[0].lemma in listed("raising") and lemmas[1].tag.startswith("VB"):
        lemmas = lemmas[1:]
    if lemmas and lemmas[0].tag == "IN":
        lemmas = [*lemmas[1:], lemmas[0]]  # "on which they are dependent"
    return tuple(word.lemma for word in lemmas) or (("be",) if words else ())


def key_of_text(words: str) -> Key:
    """Return the key of a relation that the text leaves out, such as "has" in a possessive."""
    first, *after = (word for word in words.lower().split() if word not in ("a", "an", "the"))
    lemma = UNSTATED.get(first) or base_form(first)
    return tuple(after) if lemma == "be" and after else (lemma, *after)


def base_form(verb: str) -> str:
    """Return a regular verb without the ending that it has after "it": supplies, supply; reaches, reach; recruits, recruit."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zes")):
        return verb[:-2]
    return verb.removesuffix("s") if not verb.endswith("ss") else verb


def words_within(tree: Tree, start: int | None, end: int | None) -> list[Word]:
    """Return the words of a tree from `start` to `end`, code points of the whole text."""
    if start is None or end is None:
        return []
    first = bisect.bisect_left(tree.words, start - tree.offset, key=lambda word: word.start)
    last = bisect.bisect_right(tree.words, end - tree.offset, first, key=lambda word: word.end)
    return tree.words[first:last]


def relating(tree: Tree, statement: Statement) -> list[Word]:
    """Return the words of the relation of a statement, without what stands between them: "will not, she said, sell", "works not as a cook but as"."""
    left = Counter(statement.relation.text.split())
    said = set(PIECES.findall(statement.relation.text))
    found = []
    for word in reversed(words_within(tree, statement.relation.start, statement.relation.end)):  # of two alike, the one before the object
        if left[word.text] > 0:
            left[word.text] -= 1
            found.append(word)
        elif word.text not in left and said.issuperset(PIECES.findall(word.text)):
            found.append(word)
    return found[::-1]


def readings(tree: Tree, statement: Statement) -> Iterator[Reading]:
    """Yield the readings of a statement, those that take most of its words into the relation first."""
    relation = [word for word in relating(tree, statement) if not inside(tree, word, statement)]
    base = key_of_words(relation) if relation else key_of_text(statement.relation.text)
    passive = statement.rule.endswith("passive") or any(word.dep == "auxpass" for word in relation)
    if passive and statement.object is not None and base[-1] == "by":
        yield Reading(base[:-1], statement.object, statement.subject)
    if statement.object is not None:
        yield from with_object(tree, statement, base)
    related = possessor(tree, statement) if base == ("be",) else None
    if related is not None:
        yield related
    quality = adjective(tree, statement) if base == ("be",) else None
    if quality is not None:
        yield Reading(("be", quality.lemma), statement.subject, None)
        yield Reading(QUALITY, statement.subject, statement.object)
        return
    yield Reading(("be", *base) if passive else base, statement.subject, statement.object)
    yield Reading(base, statement.subject, statement.object)


def possessor(tree: Tree, statement: Statement) -> Reading | None:
    """Return the reading of a relation to somebody: "is China’s friend", "is a U.S. ally" as a friend of China, an ally of the U.S."""
    if statement.object is None:
        return None
    words = words_within(tree, statement.object.start, statement.object.end)
    head = next((word for word in words if word.head not in words), None)
    if head is None or head.lemma not in listed("relational") or any(kid.dep == "prep" for kid in head.kids):
        return None
    named = [kid for kid in head.kids if kid in words and (kid.dep == "poss" or is_owner(kid, head))]
    if len(named) != 1 or named[0].tag in ("PRP$", "WP$"):
        return None
    whole = [word for word in words if named[0].left <= word.i <= named[0].right and word.dep != "case"]
    return Reading(("be", head.lemma, "of"), statement.subject, rest(tree, whole))


def is_owner(word: Word, noun: Word) -> bool:
    """Whether a name before a noun is somebody's, as in "a Lund ally", and no part of an office, as in "prime minister"."""
    return word.dep == "compound" and word.tag in ("NNP", "NNPS") and noun.lemma not in ("minister", "president", "leader", "founder")


def adjective(tree: Tree, statement: Statement) -> Word | None:
    """Return the adjective that a statement with "is" ascribes to its subject, or None where a noun follows."""
    if statement.object is None:
        return None
    words = words_within(tree, statement.object.start, statement.object.end)
    head = next((word for word in words if word.head not in words), None)
    return head if head is not None and head.tag.startswith(("JJ", "VB")) else None


def inside(tree: Tree, word: Word, statement: Statement) -> bool:
    """Whether a word between the first and the last of the relation belongs to an argument of the statement."""
    place, first = word.start + tree.offset, statement.relation.start
    parts = [part for part in (statement.subject, statement.object, *statement.arguments) if part is not None]
    return any(part.start <= place < part.end and not (first is not None and part.start <= first < part.end) for part in parts)


def with_object(tree: Tree, statement: Statement, base: Key) -> Iterator[Reading]:
    """Yield readings in which the object joins the relation: "supplies arms | to Russia", "is a member | of the union"."""
    assert statement.object is not None
    words = words_within(tree, statement.object.start, statement.object.end)
    stem = () if base == ("be",) else base
    for argument in statement.arguments:
        parts = words_within(tree, argument.start, argument.end)
        if len(parts) > 1 and parts[0].tag in ("IN", "TO"):
            for noun in dict.fromkeys((heads(words), heads(words)[-1:])):
                yield Reading((*stem, *noun, parts[0].lemma), statement.subject, rest(tree, parts[1:]))
    for number, word in enumerate(words):
        if word.tag in ("IN", "TO") and 0 < number < len(words) - 1:
            tail = rest(tree, words[number + 1 :])
            for noun in dict.fromkeys((heads(words[:number]), heads(words[:number])[-1:])):
                yield Reading((*stem, *noun, word.lemma), statement.subject, tail)
            break


def heads(words: Sequence[Word]) -> Key:
    """Return the lemmas of the words that are not empty."""
    return tuple(word.lemma for word in words if meaningful(word))


def rest(tree: Tree, words: Sequence[Word]) -> Argument:
    """Return the stretch from the first to the last of some words of an argument, as an object."""
    start, end = words[0].start, words[-1].end
    return Argument(tree.text[start:end], start + tree.offset, end + tree.offset, "object")

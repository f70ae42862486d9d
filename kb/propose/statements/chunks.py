"""Cut what follows a verb into phrases in the order of the text, each up to the next preposition, whatever the parse hangs them on."""

from __future__ import annotations

from kb.propose.attribution.tree import Tree, Word
from kb.propose.statements import roles
from kb.propose.statements.draft import Phrase

NOUN = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP")
"""Tags of the last word of a phrase that names or counts something."""
ENDING = ("VBD", "VBZ", "VBP", "MD", "VB", "WDT", "WP", "WRB")
"""Tags of a word with which another clause begins."""
MARKS = (",", ";", ":", "-", "--", "–", "—", "(")


def phrases(tree: Tree, first: int, end: int | None = None) -> list[Phrase]:
    """Return the phrases from one word to before `end`, or to the next mark, each up to the next preposition; none where a clause follows."""
    stop = end if end is not None else stopped(tree, first)
    if stop is None:
        return []
    found: list[Phrase] = []
    start = first
    for word in tree.words[first:stop]:
        parts = word.dep in ("punct", "cc") and word.text in (*MARKS, "and")
        if parts or (begins(word) and word.i > start):
            found += phrase(tree, start, word.i)
            start = word.i + parts
    return [*found, *phrase(tree, start, stop)]


def stopped(tree: Tree, first: int) -> int | None:
    """Return the position of the first mark or "and" from a word on, or behind the sentence's last word; None where a clause begins before."""
    if first >= len(tree.words):
        return None
    for word in tree.words[first : tree.sentences[tree.words[first].sentence][1] + 1]:
        if word.tag in ENDING or word.dep == "mark":
            return None
        if word.dep == "cc" or (word.dep == "punct" and (word.text in MARKS or not word.text.isalnum())):
            return word.i
    return tree.sentences[tree.words[first].sentence][1] + 1


def begins(word: Word) -> bool:
    """Whether a preposition begins a phrase of its own beside the verb's others, as "of" does not."""
    if word.dep == "quantmod" and word.lower == "to":  # "from 3 to 4 million"
        return word.head.head.head.lower == "from" or word.head.head.lower == "from"
    return word.tag in ("IN", "TO") and word.dep in ("prep", "dative", "agent", "conj") and word.lower not in ("of", "than", "as")


def phrase(tree: Tree, first: int, end: int) -> list[Phrase]:
    """Return the words from one position to before another as a phrase with its role, or nothing for no words or adverbs."""
    while end > first and tree.words[end - 1].dep == "punct":
        end -= 1
    while first < end and tree.words[first].dep in ("advmod", "prt"):
        first += 1
    if end <= first:
        return []
    words = tree.words[first:end]
    head = words[0] if begins(words[0]) else next((word for word in words if not first <= word.head.i < end), words[-1])
    if head.tag not in (*NOUN, "IN", "TO"):
        return []
    one = Phrase(head, first, end - 1, "object")
    noun = head.kid("pobj") or words[-1]
    if head.tag in ("IN", "TO"):
        one.role = roles.of_preposition(head) if head.kid("pobj") else "other"
        one.role = "time" if roles.is_time_word(noun) and head.lower not in ("by", "from", "to") else one.role
    elif roles.is_time_word(noun):
        one.role = "time"
    return [one]

"""Check the wording that a language model gives a claim: nothing in it may come from outside the text and the names of the base.

A wording may change a word's ending, since "did not sign" becomes "signed", and use the small words listed here. One that does more, or
keeps the negation that the stance carries, is left out and counted; a person then words the claim from the quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kb.base.words import Stance
from kb.propose import hedges
from kb.propose.statements.statement import Statement

WORD = re.compile(r"[^\W_]+")
ENDING = re.compile(r"(?:ied|ies|ing|ed|es|s|d|e)$")
SMALL = frozenset((
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "that", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "will", "would", "do", "does", "did", "it", "its",
))  # fmt: skip
LEAST = 3  # letters that a word keeps when its ending is taken off


def worded(statement: Statement, claim: object, sources: Iterable[str]) -> tuple[Statement, str | None]:
    """Return a statement with the wording, and None, or without it and the reason. `sources` are the texts that its words may come from."""
    if not isinstance(claim, str) or not claim.strip():
        return statement, None
    known = SMALL | {stem(word) for source in sources for word in WORD.findall(source)}
    if any(word.lower() not in SMALL and stem(word) not in known for word in WORD.findall(claim)):
        return statement, "wording with words that are not in the text"
    if statement.negated and hedges.read(claim).stance == Stance.DENIES:
        return statement, "wording that repeats the negation"
    return replace(statement, claim=" ".join(claim.split())), None


def stem(word: str) -> str:
    """Return a word in small letters without its ending, and without the consonant that "ing" or "ed" doubled."""
    small = word.lower()
    bare = ENDING.sub("", small)
    if small.endswith(("ing", "ed")) and len(bare) > LEAST and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare if len(bare) >= LEAST else small

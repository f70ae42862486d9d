"""What stands around a quotation: whether a sentence begins or ends there, and which words lie inside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.propose.attribution.quotes import Quote
from kb.propose.attribution.tree import Word

STOP = re.compile(r"[.?!…][”\"’')\]]*\s|[.?!]$")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|St|Jr|Sr|Prof|Rev|Hon|[A-Z])\.(?=[\s,])")
NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT")


def begins_sentence(text: str, quote: Quote) -> bool:
    before = text[: quote.start].rstrip()
    return not before or before[-1] in ".?!”\"'…:"


def inside(word: Word, quotes: Sequence[Quote]) -> bool:
    return any(quote.start <= word.start < quote.end for quote in quotes)


def title(text: str, quote: Quote) -> bool:
    """Whether a quotation is the name of a work or a show: a few words, the long ones capitalised, right behind a word of the sentence."""
    words = [word for word in quote.inner.strip(" ,.").split() if len(word) > 3]
    named = len(words) >= 1 and quote.words <= 6 and quote.inner.rstrip()[-1:] == "," and all(not word[0].islower() for word in words)
    return named and quote.inner[:1] not in "…." and text[: quote.start].rstrip()[-1:].isalnum()


def stands_alone(text: str, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own: it begins large, or behind a comma or colon; else it is part of the clause around it."""
    return quote.inner.lstrip("…. [('‘\"")[:1].isupper() or text[: quote.start].rstrip()[-1:] in ",:"


def joined(between: str) -> bool:
    """Whether no sentence ends in the words between a quotation and a verb."""
    return STOP.search(ABBREVIATION.sub("Mx ", between + " ")) is None

"""Measure how similar the words of two claims are, apart from their numbers, dates and negations."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from kb.propose import hedges

_DATA = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
LIGHT, NEGATIVE = frozenset(_DATA["light"]), frozenset(_DATA["negative"])
OPPOSITES = {(word, opposite_word) for pair in _DATA["opposites"] for word, opposite_word in (pair, pair[::-1])}
_TOKEN = re.compile(r"[$€£¥]?\d[\d.,]*\d|\d|[\w]+(?:['’]t)?")
_FIGURE = re.compile(
    r"[$€£¥]?\d.*|hundreds?|thousands?|millions?|billions?|trillions?|percent|january|february|march|april|june|july|august|september|october|november|december|usd|dollars?|bn"
)
WORDS_SOUGHT = 10  # longest words of a claim by which similar claims are searched for
UNLIKE = 0.0


@dataclass(frozen=True)
class Wording:
    """A claim's words, figures and polarity, in the forms in which they are compared."""

    words: tuple[str, ...]
    figures: frozenset[str]
    denied: bool

    @property
    def joined(self) -> str:
        """The words as one string."""
        return " ".join(self.words)


@functools.lru_cache(maxsize=1024)
def of(text: str) -> Wording:
    """Return the wording of a claim's text."""
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]
    figures = frozenset(token.rstrip(".,") for token in tokens if token[-1:].isdigit() and not re.fullmatch(r"(?:1[5-9]|20)\d\d", token))
    words = [token for token in tokens if token not in LIGHT and token not in NEGATIVE and not _FIGURE.fullmatch(token)]
    return Wording(tuple(words), figures, hedges.read(text).stance == "denies")


def likeness(first: Wording, second: Wording) -> float:
    """Return how similar two wordings are whatever the order of their words, from 0 to 1."""
    from rapidfuzz import fuzz

    if not first.words or not second.words:
        return UNLIKE
    return float(fuzz.token_sort_ratio(first.joined, second.joined)) / 100


def containment(first: Wording, second: Wording) -> float:
    """Return the share of the shorter wording's words that the longer one contains, from 0 to 1."""
    mine, theirs = set(first.words), set(second.words)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else UNLIKE


def opposite(first: Wording, second: Wording) -> tuple[str, str] | None:
    """Return the pair of opposites that is the only difference between two wordings, or None."""
    mine, theirs = set(first.words) - set(second.words), set(second.words) - set(first.words)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    pair = (mine.pop(), theirs.pop())
    return pair if pair in OPPOSITES else None


def weighty(text: str) -> list[str]:
    """Return the longest words of a text, by which similar claims are searched for."""
    return sorted({word for word in of(text).words if len(word) > 2}, key=lambda word: (-len(word), word))[:WORDS_SOUGHT]

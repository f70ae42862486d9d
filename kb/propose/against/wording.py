"""How like two claims are in their words, apart from their numbers, dates and negations."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources

from kb.propose import hedges

_DATA = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
LIGHT, NEGATIVE = frozenset(_DATA["light"]), frozenset(_DATA["negative"])
OPPOSITES = {(one, other) for pair in _DATA["opposites"] for one, other in (pair, pair[::-1])}
_TOKEN = re.compile(r"[$€£¥]?\d[\d.,]*\d|\d|[\w]+(?:['’]t)?")
_FIGURE = re.compile(
    r"[$€£¥]?\d.*|hundreds?|thousands?|millions?|billions?|trillions?|percent|january|february|march|april|june|july|august|september|october|november|december|usd|dollars?|bn"
)
WORDS_SOUGHT = 10  # of the content, the longest, in the search for claims that may be like it
UNLIKE = 0.0


@dataclass(frozen=True)
class Wording:
    """A claim's words in the forms in which they are compared."""

    words: tuple[str, ...]
    figures: frozenset[str]
    denied: bool

    @property
    def joined(self) -> str:
        return " ".join(self.words)


@functools.lru_cache(maxsize=1024)
def of(text: str) -> Wording:
    tokens = [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]
    figures = frozenset(token.rstrip(".,") for token in tokens if token[-1:].isdigit() and not re.fullmatch(r"(?:1[5-9]|20)\d\d", token))
    words = [token for token in tokens if token not in LIGHT and token not in NEGATIVE and not _FIGURE.fullmatch(token)]
    return Wording(tuple(words), figures, hedges.read(text).stance == "denies")


def likeness(one: Wording, other: Wording) -> float:
    """0 to 1: how much of the words, whatever their order, is the same."""
    from rapidfuzz import fuzz

    if not one.words or not other.words:
        return UNLIKE
    return float(fuzz.token_sort_ratio(one.joined, other.joined)) / 100


def held(one: Wording, other: Wording) -> float:
    """0 to 1: how much of the shorter is in the longer."""
    mine, theirs = set(one.words), set(other.words)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / least if least else UNLIKE


def opposite(one: Wording, other: Wording) -> tuple[str, str] | None:
    """The pair of words that say the opposite where the rest is the same; None where there is none."""
    mine, theirs = set(one.words) - set(other.words), set(other.words) - set(one.words)
    if len(mine) != 1 or len(theirs) != 1:
        return None
    pair = (mine.pop(), theirs.pop())
    return pair if pair in OPPOSITES else None


def weighty(text: str) -> list[str]:
    """The longest words of the text, by which claims like it are sought."""
    return sorted({word for word in of(text).words if len(word) > 2}, key=lambda word: (-len(word), word))[:WORDS_SOUGHT]

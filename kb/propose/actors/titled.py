"""The titles and trades in front of a person's name: "State Department spokesman Ada Holm", "Goalkeeper Tom Visser"."""

from __future__ import annotations

import functools
import re

from kb.propose.actors import gazetteer
from kb.propose.parts import Mention, Span

NO_TITLE = re.compile(r"[,;(]|['’]s?\b|\b(?:of|for|to|in|at|by|from|with|and|or|who)\b")
"""What a title in front of a name does not hold."""


def is_titled(source: Span, name: Mention) -> bool:
    """Whether the words for a speaker are a person's name, and all before it a title."""
    before = source.text[: name.span.start - source.start]
    return name.kind == "person" and not NO_TITLE.search(before)


@functools.cache
def trades() -> frozenset[str]:
    """Return the words that, with a capital in front of a name, are most likely a trade or office and no first name."""
    words = gazetteer.words()
    single = (word for title in (*words["titles"], *words["roles"], *words["trades"]) for word in [title.capitalize()] if " " not in word)
    return frozenset(single) - {"Marine", "Major", "General", "King", "Prince", "Father", "Dean"}


def before_name(words: str) -> int:
    """Return the length in code points of the trades in front of a name of at least two words: 9 for "Producer Ada Holm"."""
    at = 0
    while (match := re.compile(r"(\S+)\s+").match(words, at)) and match[1] in trades() and len(words[match.end() :].split()) > 1:
        at = match.end()
    return at

"""Find the words that a language model gives in the text itself. Differences in white space do not count, every other one does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.propose.parts import Span


def only(text: str, start: int, end: int, words: object) -> Span | None:
    """Return the span of the words in text[start:end], or None unless they occur there exactly once."""
    found = list(places(text, start, end, words))
    return found[0] if len(found) == 1 else None


def nearest(text: str, start: int, end: int, words: object, after: int) -> Span | None:
    """Return the first span of the words at or after a place in text[start:end], or else their last one before it, or None."""
    found = list(places(text, start, end, words))
    return next((one for one in found if one.start >= after), found[-1] if found else None)


def in_order(text: str, start: int, end: int, words: object) -> tuple[str, int, int] | None:
    """Return the words of a relation with the (start, end) that encloses them, or None where they do not stand in this order.

    Other words may stand between them, as in "has long supplied".
    """
    whole = next(places(text, start, end, words), None)
    if whole is not None:
        return whole.text, whole.start, whole.end
    if not isinstance(words, str) or not words.strip():
        return None
    found, at = [], start
    for word in words.split():
        match = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(text, at, end)
        if match is None:
            return None
        found.append(match)
        at = match.end()
    return " ".join(match[0] for match in found), found[0].start(), found[-1].end()


def places(text: str, start: int, end: int, words: object) -> Iterator[Span]:
    """Yield each span of the words in text[start:end]. Words are whole: "art" does not stand in "party"."""
    if not isinstance(words, str) or not words.strip():
        return
    pattern = r"\s+".join(map(re.escape, words.split()))
    pattern = (r"(?<!\w)" if words.strip()[0].isalnum() else "") + pattern + (r"(?!\w)" if words.strip()[-1].isalnum() else "")
    for match in re.compile(pattern).finditer(text, start, end):
        yield Span.of(text, *match.span())

"""Notice words that were garbled before they came here, such as “mayorâ€™s”, by the heuristics of ftfy."""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Iterator

from kb.articles.optional import library

SHOWN = 3  # words in the warning


def warnings(text: str) -> list[str]:
    """Return at most one warning, with some of the words and what they may have been. Nothing is changed.

    Without ftfy, which plain text does not need, nothing is noticed.
    """
    if text.isascii() or importlib.util.find_spec("ftfy") is None:
        return []
    words = list(itertools.islice(dict.fromkeys(garbled(text)), SHOWN))
    shown = ", ".join(f"“{word}” may be “{repaired}”" for word, repaired in words)
    return [f"words look like UTF-8 that was read in another charset: {shown}; get the text again, saved as UTF-8"] if words else []


def garbled(text: str) -> Iterator[tuple[str, str]]:
    """Yield each garbled word with what it may have been."""
    ftfy, badness = library("ftfy", "garbled text"), library("ftfy.badness", "garbled text")
    for line in text.split("\n"):
        if line.isascii() or not badness.is_bad(line):
            continue
        for word in line.split():
            repaired = ftfy.fix_encoding(word)
            if repaired != word and badness.is_bad(word):
                yield word, repaired

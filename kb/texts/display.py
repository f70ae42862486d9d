"""Show words in messages: on one line, in their context, against other words, and with invisible characters named."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from kb.texts.folding import UNSEEN, fold

SPACE = re.compile(r"\s+")
NAMED = re.compile(rf"[{UNSEEN}\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
CONTEXT = 32  # code points shown on each side of a match
Kind = Literal["same", "yours", "text"]


def visible(words: str) -> str:
    """Return the words with the name of each character that shows nothing in its place, as in "gov[U+00AD SOFT HYPHEN]ern"."""
    return NAMED.sub(lambda match: f"[{name_of(match[0])}]", words)


def name_of(character: str) -> str:
    """Return the code point and the name of a character, for U+FEFF the name by which people know it."""
    name = "BYTE ORDER MARK" if character == "\ufeff" else unicodedata.name(character, "CONTROL CHARACTER")
    return f"U+{ord(character):04X} {name}"


def compared(ours: str, theirs: str) -> Iterator[tuple[Kind, str]]:
    """Yield two wordings as stretches of whole words, each in both ("same"), only in ours ("yours") or only in theirs ("text").

    Words that are equal once folded are the same, and are shown as they stand in theirs.
    """
    old, new = ours.split(), theirs.split()
    matcher = difflib.SequenceMatcher(None, [fold(word).text for word in old], [fold(word).text for word in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield "same", " ".join(new[c:d])
            continue
        if b > a:
            yield "yours", " ".join(old[a:b])
        if d > c:
            yield "text", " ".join(new[c:d])


SHOWN = {"same": "{}", "yours": "[-{}-]", "text": "{{+{}+}}"}


def differences(ours: str, theirs: str) -> str:
    """Return both wordings in one line, compared word by word, as in "[-only ours-] {+only theirs+}"."""
    return visible(" ".join(SHOWN[kind].format(words) for kind, words in compared(ours, theirs)))


def in_context(text: str, start: int, end: int, width: int = CONTEXT) -> str:
    """Return one line with the offsets, the words of text[start:end] marked with » «, and `width` code points on each side."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return visible(SPACE.sub(" ", f"{start}-{end}: …{before}»{text[start:end]}«{after}…"))


def shorten(words: str, length: int = 80) -> str:
    """Return the words in curly quote marks on one line, cut to `length` code points with an ellipsis."""
    plain = SPACE.sub(" ", words.strip())
    return visible(f"“{plain}”" if len(plain) <= length else f"“{plain[: length - 1]}…”")

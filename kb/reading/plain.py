"""Plain text: the characters as decoded, cut into paragraphs.

Paragraphs are divided by blank lines where there are any and lines are wrapped; otherwise each line is one. A text in UTF-8 is
kept to the letter, line ends too; from any other charset line ends become plain ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.reading.encoding import charset_of, decode
from kb.reading.types import Raw, Stretch

WRAPPED = 100  # characters: lines of a text wrapped by hand are no longer
BLANK_LINE = re.compile(r"\r?\n[ \t\u00a0]*(?:\r?\n[ \t\u00a0]*)+|\r[ \t]*\r|\f")
LINE_END = re.compile(r"\r\n|\n|\r|\u2028|\u2029")


def read(data: bytes, said: str | None, where: str) -> Raw:
    decoded = decode(data, charset_of(said), where=where)
    text = decoded.text if decoded.charset == "utf-8" else decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removeprefix("\ufeff")
    return Raw(text, list(paragraphs(text)), warnings=decoded.warnings)


def paragraphs(text: str) -> Iterator[Stretch]:
    lines = [line for line in LINE_END.split(text) if line.strip()]
    wrapped = bool(BLANK_LINE.search(text.strip())) and all(len(line) <= WRAPPED for line in lines)
    yield from trimmed(text, BLANK_LINE if wrapped else LINE_END)


def trimmed(text: str, between: re.Pattern[str]) -> Iterator[Stretch]:
    """The stretches that lie between matches, without the white space around them."""
    at = 0
    for start, end in [match.span() for match in between.finditer(text)] + [(len(text), len(text))]:
        words = text[at:start]
        if words.strip():
            yield Stretch(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))
        at = end

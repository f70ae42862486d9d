"""Read an article in plain text, keeping its characters and splitting it into paragraphs.

Blank lines divide paragraphs where a text has any and its lines are wrapped; otherwise each line is a paragraph, but for lines that go
on within one (kb.texts.line_ends). A text in UTF-8 is
kept to the letter, line ends included; in a text of any other charset they become LF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.articles.document import Extraction, Stretch
from kb.articles.encoding import charset_of, decode
from kb.texts.line_ends import flowing

WRAPPED = 100  # characters; no line of a hand-wrapped text is longer
BLANK_LINE = re.compile(r"\r?\n[ \t\u00a0]*(?:\r?\n[ \t\u00a0]*)+|\r[ \t]*\r|\f")
LINE_END = re.compile(r"\r\n|\n|\r|\u2028|\u2029")


def read(data: bytes, content_type: str | None, where: str, _keep_all: bool = False) -> Extraction:
    """Return the article in a plain text. Raises DataError for bytes that fit no charset."""
    decoded = decode(data, charset_of(content_type), where=where)
    text = decoded.text if decoded.charset == "utf-8" else decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removeprefix("\ufeff")
    return Extraction(text, list(paragraphs(text)), warnings=decoded.warnings)


def paragraphs(text: str) -> Iterator[Stretch]:
    """Yield the stretch of each paragraph of the text."""
    lines = [line for line in LINE_END.split(text) if line.strip()]
    wrapped = bool(BLANK_LINE.search(text.strip())) and all(len(line) <= WRAPPED for line in lines)
    yield from trimmed(flowing(text), BLANK_LINE if wrapped else LINE_END)


def trimmed(text: str, between: re.Pattern[str]) -> Iterator[Stretch]:
    """Yield the stretches between matches of a pattern, without white space around them."""
    at = 0
    for start, end in [match.span() for match in between.finditer(text)] + [(len(text), len(text))]:
        words = text[at:start]
        if words.strip():
            yield Stretch(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))
        at = end

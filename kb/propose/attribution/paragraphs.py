"""A text cut into paragraphs, each with its place: parsed one by one, offsets stay exact whatever the lines are."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 4000
"""Code points; what is longer is cut behind a sentence, since a parser's memory grows with what it is given at once."""
LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
END = re.compile(r"[.?!][”\"’')\]]*\s+(?=\S)")
DATELINE = re.compile(
    r"(?:[A-Z][\w.’'-]+(?:[ ,]+[\w.’'-]+){0,6} ?\([A-Z][\w ]+\)|[A-Z]{3,}(?: [A-Z]+){0,2}(?:, [A-Z][\w.]+)?) [-–—]+\s+(?=[“‘\"'(]*[A-Z0-9])"
)
"""Where a report was written, and for whom, before its first sentence: "LONDON (AP) — "; a parser takes it for a subject.

A small letter behind the dash makes it an aside: "NATO — the alliance — said"."""


def cut(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with its start, white space at both ends left out, empty ones left out."""
    for line in LINE.finditer(text):
        start, end = line.span()
        while end - start > LONGEST:
            ends = [match.end() for match in END.finditer(text, start, start + LONGEST)]
            middle = ends[-1] if ends else start + LONGEST
            yield from trimmed(text, start, middle)
            start = middle
        yield from trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    start, piece = start + len(piece) - len(piece.lstrip()), piece.strip()
    dateline = DATELINE.match(piece)
    if piece:
        yield (start + dateline.end(), piece[dateline.end() :]) if dateline else (start, piece)

"""Take a text in as it is, and cut it into sentences. Offsets are code points from 0, end exclusive."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.errors import DataError

ABBREVIATIONS = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "no",
        "vol",
        "fig",
        "inc",
        "ltd",
        "corp",
        "co",
        "dept",
        "est",
        "approx",
        "art",
        "ca",
        "cf",
        "eds",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
    ]
)
# A stop, the quote marks and brackets that close after it, white space, and something that can begin a sentence.
STOP = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-Z0-9À-ÖØ-Þ])")
INITIALS = re.compile(r"(?:^|[\s(“\"'])(?:[A-Z]\.)+$|(?:^|\s)Ph\.D\.$")


@dataclass(frozen=True)
class Received:
    """A text as it was received: its bytes' SHA-256, and the characters they spell."""

    text: str
    sha256: str


def receive(data: bytes, where: str = "") -> Received:
    """Decode UTF-8, dropping a byte order mark and changing nothing else; refuse what is not a text."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DataError(
            f"byte {error.start} (line {line}) is not UTF-8",
            where=where,
            remedy="save the text as UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8",
        ) from error
    if "\0" in text:
        raise DataError(
            f"holds a NUL byte at character {text.index(chr(0))}", where=where, remedy="give a plain text, not a binary file or UTF-16"
        )
    if not text.strip():
        raise DataError("the text is empty", where=where, remedy="give a text with words in it")
    return Received(text, hashlib.sha256(data).hexdigest())


def sentences(text: str, start: int, end: int, whole: list[tuple[int, int]] | None = None) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end]. A line ends a sentence. `whole` lists stretches known to be one sentence each."""
    forced = sorted(span for span in whole or [] if start <= span[0] and span[1] <= end)
    at = start
    for first, last in forced:
        yield from plain_sentences(text, at, first)
        yield first, last
        at = last
    yield from plain_sentences(text, at, end)


def plain_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n\r]+", text[start:end]):
        at = line.start()
        for stop in STOP.finditer(line[0]):
            stop_at = line.start() + stop.end()
            if not abbreviated(text[start + at : start + stop_at]):
                yield from trimmed(text, start + at, start + stop_at)
                at = stop_at
        yield from trimmed(text, start + at, start + line.end())


def abbreviated(words: str) -> bool:
    """Whether the stop at the end of these words belongs to an abbreviation or initials."""
    if not words.endswith("."):
        return False
    last = words.rsplit(maxsplit=1)[-1].lstrip("“‘\"'([").rstrip(".").lower()
    return last in ABBREVIATIONS or bool(INITIALS.search(words))


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

"""Take a text in as it is, and cut it into sentences. Offsets are code points from 0, end exclusive."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.errors import DataError

# Words whose stop ends no sentence. Those that are ordinary words too count only as they are written for the purpose.
OPENING = r"(?:^|[\s(\[“‘\"'])"
TITLES = r"Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|Inc|Ltd|Corp|Co|Dept|Est"
DATES = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
WORDS = r"[Vv]s|[Ee]tc|[Aa]pprox|[Cc]a|[Cc]f|[Ee]ds|[Ee]\.g|[Ii]\.e|[ap]\.m"
ABBREVIATION = re.compile(rf"{OPENING}(?:{TITLES}|{DATES}|{WORDS}|Ph\.D|[A-Z](?:\.[A-Z])*)\.$")
BEFORE_NUMBER = re.compile(rf"{OPENING}(?:[Nn]os?|[Vv]ol|[Ff]ig|[Aa]rt|[Cc]h|pp?)\.$")
LONGEST = 40  # characters before and after a stop that are looked at
# A stop, the quote marks and brackets that close after it, white space, and what begins the next word.
STOP = re.compile(r"[.!?…]+[”’\"'»)\]]*(?=\s+[“‘\"'«„(\[]*(\w))")


@dataclass(frozen=True)
class Received:
    """A text as it was received: its bytes' SHA-256, and the characters they spell."""

    text: str
    sha256: str


def receive(data: bytes, where: str = "") -> Received:
    """Decode UTF-8, dropping a byte order mark and changing nothing else; refuse what is not a text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise DataError(
            "the text is UTF-16, not UTF-8", where=where, remedy="save it as UTF-8, for instance with: iconv -f UTF-16 -t UTF-8"
        )
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
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
        if first < at:
            continue  # it overlaps the one before
        yield from plain_sentences(text, at, first)
        yield first, last
        at = last
    yield from plain_sentences(text, at, end)


def plain_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n\r]+", text[start:end]):
        words, at = line[0], 0
        for stop in STOP.finditer(words):
            if not stop[1].islower() and not abbreviated(
                words[max(at, stop.end() - LONGEST) : stop.end()], words[stop.end() : stop.end() + LONGEST]
            ):
                yield from trimmed(text, start + line.start() + at, start + line.start() + stop.end())
                at = stop.end()
        yield from trimmed(text, start + line.start() + at, start + line.end())


def abbreviated(words: str, following: str) -> bool:
    """Whether the stop at the end of these words belongs to an abbreviation or initials."""
    return bool(ABBREVIATION.search(words)) or (bool(BEFORE_NUMBER.search(words)) and following.lstrip()[:1].isdigit())


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

"""Decode a text without changing it, and split it into sentences. Offsets are code points from 0, end exclusive."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.errors import DataError
from kb.texts import charsets
from kb.texts.abbreviations import continues
from kb.texts.line_ends import flowing

REACH = 40  # code points before and after a full stop that decide whether it belongs to an abbreviation
NOTE = r"(?:\[(?:(?:n|nb|note) ?)?\d{1,3}(?:[,–-] ?\d{1,3})*\]|\[[a-z]\]|\[citation needed\]|[¹²³⁰⁴-⁹]+)"  # a note, as in "broke.[12]"
# A full stop, the quote marks and brackets that close after it, notes, white space, and the first letter of the next word.
STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++(?:\s?»|[”“’\"')\]])*(?:{NOTE}*(?=\s+(?:[“‘`\"'„(\[¿¡]|«\s?)*(\w))|{NOTE}+(?=[“‘\"'«„(]*([A-Z])))"
    r"|[。！？｡؟۔।॥።։။។]+[”’\"'»)\]」』）】》]*(?=\s*(\S))"  # these need no white space after them
    r"|(?<=[\u0370-\u03ff\u1f00-\u1fff])[;\u037e][”»]*(?=\s+[«“(]*(\w))"  # the question mark of Greek
)
CLOSING = "”“’\"'»)\\]」』）】》"
NOTE_AT_END = re.compile(rf"{NOTE}$")
OPENED = re.compile(r"\s*[“\"«「『„]")
GOES_ON = re.compile(r"[」』”“»\"’]+\s*(?:[、，；,;]|[\u3040-\u309f])")  # a comma or a particle of Japanese after the closing mark


@dataclass(frozen=True)
class Received:
    """A text as it was received, with the SHA-256 of its bytes in hexadecimal."""

    text: str
    sha256: str


def receive(data: bytes, where: str = "") -> Received:
    """Return the text decoded from UTF-8, without its byte order mark and otherwise unchanged.

    Raises DataError for UTF-16, for bytes that are not UTF-8, for a NUL byte, and for a text without words.
    """
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
            remedy=charsets.remedy(data),
        ) from error
    if "\0" in text:
        raise DataError(
            f"the text holds a NUL byte at character {text.index(chr(0))}",
            where=where,
            remedy="give a plain text, not a binary file or UTF-16",
        )
    if not text.strip():
        raise DataError("the text is empty", where=where, remedy="give a text with words in it")
    return Received(text, hashlib.sha256(data).hexdigest())


def sentences(text: str, start: int, end: int, whole: list[tuple[int, int]] | None = None) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each sentence of text[start:end]. A line end ends a sentence, too, unless the text is wrapped there.

    `whole` lists stretches that are known to be one sentence each.
    """
    forced = sorted(span for span in whole or [] if start <= span[0] and span[1] <= end)
    at = start
    for first, last in forced:
        if first < at:
            continue  # it overlaps the stretch before
        yield from plain_sentences(text, at, first)
        yield first, last
        at = last
    yield from plain_sentences(text, at, end)


def plain_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each sentence of text[start:end], by full stops and the line ends between paragraphs alone."""
    for line in re.finditer(r"[^\n\r]+", flowing(text)[start:end]):
        words, at = line[0], 0
        for stop in STOP.finditer(words):
            if ends(words, at, stop):
                yield from trimmed(text, start + line.start() + at, start + line.start() + stop.end())
                at = stop.end()
        yield from trimmed(text, start + line.start() + at, start + line.end())


def ends(words: str, at: int, stop: re.Match[str]) -> bool:
    """Return whether a stop ends the sentence of the line `words` that begins at `at`."""
    following = next(letter for letter in stop.groups() if letter)
    marks = re.sub(rf"(?:[{CLOSING}\s]|{NOTE})+$", "", stop[0])
    closing = stop[0][len(marks) :]
    if following.islower() or GOES_ON.match(words, stop.start() + len(marks)):
        return False
    if closing.strip() and following.isalpha() and not following.isupper():  # scripts without capitals
        within_brackets = "）" in closing and words.find("（", at + 1, stop.start()) > 0
        return not OPENED.match(words, at) and not within_brackets
    if marks != "." or ")" in closing or NOTE_AT_END.search(closing):
        return True
    before = words[max(at, stop.start() - REACH) : stop.start() + 1]
    return not continues(before if at >= stop.start() - REACH else f"…{before}", words[stop.end() : stop.end() + REACH])


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of text[start:end] without surrounding white space, unless only white space is left."""
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

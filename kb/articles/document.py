"""Types of articles that are read. Offsets are code points from 0 in the canonical text, end exclusive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

EXPECTED = ("title", "authors", "published", "publisher", "language", "url")  # metadata that every source should have
Value = str | tuple[str, ...]


@dataclass(frozen=True)
class MetadataValue:
    """A value of an article's metadata with the place it comes from.

    `where` reads like "meta property article:published_time" or "the byline"; `basis` is the kind of place, a word of
    sources.published_basis: stated (in the text), metadata, url or inferred. `delimited` says that each string of several is one
    name, as the place itself divides them.
    """

    value: Value
    where: str
    basis: str = "metadata"
    delimited: bool = False

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else ", ".join(self.value)


MetadataValues = list[tuple[str, MetadataValue]]  # (key, value), the most trusted place first


@dataclass(frozen=True)
class Section:
    """A stretch of the text with its own voice. `kind` is a word of sections.kind. Sections cover the text without gaps."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """A paragraph, heading or line of the text. `kind` is the kind of section that the format's markup gives, "" where it gives none."""

    start: int
    end: int
    kind: str = ""

    def of(self, text: str) -> str:
        """Return the characters of the text in this stretch."""
        return text[self.start : self.end]


class Omission(StrEnum):
    """Why words of a file are not in its text."""

    DELETED = "deleted words"
    NOTE_MARKS = "marks of notes"
    HIDDEN = "hidden words"
    READINGS = "readings above characters"
    EMBEDDED = "embedded pages and players"
    ATTACHED = "attached files"
    HEADS = "running heads and page numbers"
    LINE_NUMBERS = "numbers of lines"
    WATERMARKS = "watermarks"
    BESIDE = "blocks that are not the article's"


@dataclass(frozen=True)
class LeftOut:
    """Words of a file that are not in its text, and why. For an embedded page they are its address."""

    why: Omission
    words: str


@dataclass
class Extraction:
    """An article as the module of its format extracts it: the canonical text, its paragraphs, metadata, PDF pages and warnings.

    `left_out` holds the words that are not in the text, those of the article before those around it.
    """

    text: str
    stretches: list[Stretch]
    metadata: MetadataValues = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass(frozen=True)
class Fetched:
    """The page that a web address returned: its bytes, the address after redirects, Content-Type, and the time (UTC)."""

    data: bytes
    final_url: str
    media_type: str | None
    retrieved_at: str


@dataclass(frozen=True)
class Document:
    """An article as it was received (`data` and its `sha256`) and as it was read, with the one text that all offsets refer to.

    `pages` are (page number from 1, offset where the page begins), for PDF only. `missing` are the keys of EXPECTED without a value.
    `left_out` holds the words of the file that are not in the text, but where it was read with `keep_all`.
    """

    data: bytes
    sha256: str
    media_type: str
    text: str
    sections: tuple[Section, ...]
    pages: tuple[tuple[int, int], ...]
    metadata: Mapping[str, MetadataValue]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    keep_all: bool = False

    @property
    def derived(self) -> bool:
        """Whether the text is anything but the bytes decoded as UTF-8, in which case the base keeps the bytes beside it."""
        return self.data.removeprefix(b"\xef\xbb\xbf") != self.text.encode("utf-8")

    @property
    def text_sha256(self) -> str:
        """The SHA-256 (hexadecimal) of the snapshot of this text: of the bytes where they are the text, else of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest() if self.derived else self.sha256


def assemble(parts: Sequence[tuple[str, str]]) -> tuple[str, list[Stretch]]:
    """Return a text of (words, kind) parts with a blank line between any two, and the stretch of each. Empty parts are left out."""
    stretches, pieces, at = [], [], 0
    for words, kind in parts:
        if words.strip():
            pieces.append(words.rstrip().lstrip("\r\n ") if kind == "table" else words.strip())  # a table's first cell may be empty
            stretches.append(Stretch(at, at + len(pieces[-1]), kind))
            at = stretches[-1].end + 2
    return "\n\n".join(pieces), stretches

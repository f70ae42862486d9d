"""What reading an article gives. Offsets are code points from 0 in the canonical text, end exclusive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ASKED = ("title", "authors", "published", "publisher", "language", "url")  # what every source should say of itself
Value = str | tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One thing found out about an article: its value, where it stood, and what sort of place that is.

    `where` reads like "meta property article:published_time" or "the byline"; `basis` is a word of sources.published_basis:
    stated (in the text), metadata, url, inferred.
    """

    value: Value
    where: str
    basis: str = "metadata"

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else ", ".join(self.value)


Finds = list[tuple[str, Found]]  # (key, what was found), surest place first


@dataclass(frozen=True)
class Section:
    """A stretch of the text with its own voice; `kind` is a word of sections.kind. Sections follow one another and cover the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """One paragraph, heading or line of the text; `kind` is what its format says of it, "" where it says nothing."""

    start: int
    end: int
    kind: str = ""

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass
class Raw:
    """What one format gives: the canonical text cut into paragraphs, what was found out on the way, and what a person should know."""

    text: str
    stretches: list[Stretch]
    found: Finds = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Fetched:
    """What an address answered: the bytes as sent, the address after redirects, Content-Type, and when (UTC)."""

    data: bytes
    final_url: str
    media_type: str | None
    retrieved_at: str


@dataclass(frozen=True)
class Document:
    """An article as it was received (`data`, its `sha256`) and as it is read: one text that carries all offsets.

    `pages` are (page number from 1, offset where it begins), for PDF only. `missing` are those of ASKED that were not found.
    """

    data: bytes
    sha256: str
    media_type: str
    text: str
    sections: tuple[Section, ...]
    pages: tuple[tuple[int, int], ...]
    metadata: Mapping[str, Found]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def derived(self) -> bool:
        """Whether the text was read out of the bytes, rather than being the bytes decoded as UTF-8: then the bytes are kept beside it."""
        return self.data.removeprefix(b"\xef\xbb\xbf") != self.text.encode("utf-8")

    @property
    def text_sha256(self) -> str:
        """SHA-256 that a snapshot of this text carries: of the bytes where they are the text, else of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest() if self.derived else self.sha256


def assemble(parts: Sequence[tuple[str, str]]) -> tuple[str, list[Stretch]]:
    """The text made of (words, kind), a blank line between any two, and where each stands in it. Empty parts are left out."""
    stretches, pieces, at = [], [], 0
    for words, kind in parts:
        if words.strip():
            pieces.append(words.strip())
            stretches.append(Stretch(at, at + len(pieces[-1]), kind))
            at = stretches[-1].end + 2
    return "\n\n".join(pieces), stretches

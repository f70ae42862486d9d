"""A quote that somebody marked in a text with another program, and a format in which such quotes, or references, come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ANNOTATIONS, REFERENCES = "annotations", "references"  # what a file of a format may hold


@dataclass(frozen=True)
class Quoted:
    """The words that were marked, where they stand as far as the file says, and what was noted of them.

    `where` names the row of the file. `source` is the address or id of the text, `text` that text itself where the file holds it. `prefix` and
    `suffix` stand right before and after the quote, which begins at `start` (code points) where the text is still the same.
    """

    where: str
    quote: str
    source: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    text: str | None = None
    claim: str = ""
    speaker: str = ""
    note: str = ""


@dataclass(frozen=True)
class Format:
    """A format of other programs: its name, what it is in a few words, whether a file is of it, how a file is read, and what it holds.

    `is_of` takes the name and the bytes of a file and must not raise; `read` takes the bytes and raises DataError where they cannot be read.
    It returns a `Quoted` for each quote where the file holds annotations, and a `Reference` for each work where it holds references.
    """

    name: str
    label: str
    is_of: Callable[[str, bytes], bool]
    read: Callable[[bytes], list[Any]]
    holds: str = ANNOTATIONS

"""Sources as RIS records, which every reference manager reads.

RIS has no field for a digest, a permalink or a note on rights, so that these stand as labelled notes (N1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from kb.exchange.presets.bibliography import Work, figures, works
from kb.exchange.presets.preset import Excerpt, Preset

TYPES = {
    "article": "MGZN",
    "opinion": "NEWS",
    "news-analysis": "NEWS",
    "news": "NEWS",
    "report": "RPRT",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "dataset": "DATA",
}
OTHER = "GEN"
TAGS = {"author": "AU", "editor": "ED", "translator": "A4"}
INTERVAL = "RIS writes one day, month or year; the date as it was given stands in a note"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write a record for each source."""
    for work in works(excerpt):
        if work.published and plain_date(work.published) is None:
            excerpt.loss.lose("dates that are intervals, seasons or uncertain", INTERVAL)
        for tag, value in record(work):
            stream.write(f"{tag}  - {' '.join(value.splitlines())}\n")
        stream.write("ER  - \n\n")


def record(work: Work) -> Iterator[tuple[str, str]]:
    """The tags of one source with their values, in order."""
    yield "TY", TYPES.get(work.kind, OTHER)
    yield "ID", work.id
    yield "TI", work.title
    yield from ((TAGS[person.role], person.name) for person in work.people if person.role in TAGS)
    if work.published:
        parts = figures(work.published)
        if parts:
            yield "PY", f"{parts[0]:04}"
            yield "DA", slashed(parts)
        if plain_date(work.published) is None:
            yield "N1", f"Date (EDTF): {work.published}"
    periodical = TYPES.get(work.kind) in ("NEWS", "MGZN")
    fields = {"T2": work.publisher if periodical else None, "PB": work.publisher, "LA": work.language, "UR": work.url}
    fields |= {
        "Y2": work.accessed and work.accessed.replace("-", "/"),
        "DO": work.identifiers.get("doi"),
        "SN": work.identifiers.get("isbn"),
    }
    yield from ((tag, value) for tag, value in fields.items() if value)
    notes = {"Kind": work.kind, "SHA-256": work.sha256, "Permalink": work.permalink, "Rights": work.rights}
    yield from (("N1", f"{label}: {value}") for label, value in notes.items() if value)
    if work.note:
        yield "N1", work.note


def slashed(parts: list[int]) -> str:
    """A date as RIS writes it, YYYY/MM/DD/ with what is not known left empty."""
    return "/".join(f"{part:02}" for part in parts) + "/" * (4 - len(parts))


def plain_date(date: str) -> list[int] | None:
    """The year, month and day of an EDTF date that is nothing but those; None where it says more, or less."""
    parts = figures(date)
    return parts if parts and "-".join(f"{part:02}" for part in parts) == date else None


PRESET = Preset("ris", "sources as RIS, for Zotero, EndNote and other reference managers", write)

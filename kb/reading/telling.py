"""Say what was read: lines for a person, and what taking it in as a source needs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection

from kb.reading.types import ASKED, Document
from kb.tables import Row
from kb.text import Received

SHOWN = {"authors": "author"}
OPTIONS = {
    "title": "--title",
    "authors": "--author",
    "published": "--published",
    "publisher": "--publisher",
    "language": "--language",
    "url": "--url",
}


def describe(document: Document, given: Collection[str] = ()) -> list[str]:
    """Lines such as "title: … (from og:title)", "missing: author", "parts: 1 headline, 12 body"; warnings last.

    What somebody has `given` is not told to be missing.
    """
    lines = [
        f"{SHOWN.get(key, key)}: {document.metadata[key]} (from {document.metadata[key].where})"
        for key in (*ASKED, *sorted(document.metadata.keys() - set(ASKED)))
        if key in document.metadata
    ]
    lines += [f"missing: {SHOWN.get(key, key)}; give it with {OPTIONS[key]}" for key in document.missing if key not in given]
    counts = Counter(section.kind for section in document.sections)
    lines.append(
        f"{len(document.text)} characters"
        + (f" on {len(document.pages)} pages" if document.pages else "")
        + ", parts: "
        + ", ".join(f"{count} {kind}" for kind, count in counts.items())
    )
    return lines + [f"warning: {warning}" for warning in document.warnings]


def as_source(document: Document) -> Row:
    """What kb.adding.add_source takes as `said`; a key that was not found is left out, and the title may be among those."""
    found = document.metadata
    said: Row = {key: str(found[key]) for key in ("title", "publisher", "published", "language", "url", "kind") if key in found}
    if "authors" in found:
        value = found["authors"].value
        said["authors"] = [value] if isinstance(value, str) else list(value)
    if "published" in found:
        said["published_basis"] = found["published"].basis
    return said


def received(document: Document) -> Received:
    """The text as kb.adding.add_source and kb.sources.add_snapshot take it."""
    return Received(document.text, document.text_sha256)


def original(document: Document) -> Row | None:
    """The row of `originals` that keeps the bytes, without its snapshot and run; None where the text is the bytes themselves."""
    if not document.derived:
        return None
    pages = json.dumps([start for _, start in document.pages]) if document.pages else None
    return {"sha256": document.sha256, "media_type": document.media_type, "pages": pages, "bytes": document.data}

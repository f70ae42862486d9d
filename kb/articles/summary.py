"""Present a document that was read: as lines for a person, and as the rows that adding it as a source needs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection

from kb.articles.document import EXPECTED, Document, Omission
from kb.base.model import Row
from kb.texts.person_names import is_body
from kb.texts.sentences import Received

SHOWN = {"authors": "author"}
FIGURES = re.compile(r"\d+")
OPTIONS = {
    "title": "--title",
    "authors": "--author",
    "published": "--published",
    "publisher": "--publisher",
    "language": "--language",
    "url": "--url",
}


def describe(document: Document, supplied: Collection[str] = ()) -> list[str]:
    """Return lines for a person, such as "title: … (from og:title)", "missing: author" and "parts: 1 headline, 12 body", what was left
    out and warnings last.

    Keys of metadata in `supplied`, which the person has given, are not listed as missing.
    """
    lines = [
        f"{SHOWN.get(key, key)}: {document.metadata[key]} (from {document.metadata[key].where})"
        for key in (*EXPECTED, *sorted(document.metadata.keys() - set(EXPECTED)))
        if key in document.metadata
    ]
    lines += [f"missing: {SHOWN.get(key, key)}; give it with {OPTIONS[key]}" for key in document.missing if key not in supplied]
    counts = Counter(section.kind for section in document.sections)
    lines.append(
        f"{len(document.text)} characters"
        + (f" on {len(document.pages)} pages" if document.pages else "")
        + ", parts: "
        + ", ".join(f"{count} {kind}" for kind, count in counts.items())
    )
    return [*lines, *omitted(document), *(f"warning: {warning}" for warning in document.warnings)]


def omitted(document: Document, *, most: int = 12, longest: int = 90) -> list[str]:
    """Return a line for each reason why words of the file are not in the text, with their number and the words.

    At most `most` are shown for a reason, since a page may have hundreds of links around its article, each with `longest` characters.
    Words that differ only in figures, as running heads do in the number of the page, are shown once.
    """
    reasons: dict[Omission, list[str]] = {}
    for omission in document.left_out:
        reasons.setdefault(omission.why, []).append(shortened(omission.words, longest))
    lines = []
    for why, words in reasons.items():
        alike: dict[str, list[str]] = {}
        for each in words:
            alike.setdefault(FIGURES.sub("#", each), []).append(each)
        groups = list(alike.values())
        shown = "; ".join(f"“{group[0]}”" + (f" and {len(group) - 1} like it" if len(group) > 1 else "") for group in groups[:most])
        more = f"; and {sum(map(len, groups[most:]))} more" if len(groups) > most else ""
        lines.append(f"left out, {why} ({len(words)}): {shown}{more}")
    return lines


def shortened(words: str, longest: int) -> str:
    """Return words on one line, cut in the middle where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 20].rstrip()} … {line[-16:].lstrip()}"


def as_source(document: Document) -> Row:
    """Return the metadata as the row that kb.sources.adding.add_source takes. Keys without a value, perhaps even the title, are left out."""
    metadata = document.metadata
    row: Row = {key: str(metadata[key]) for key in ("title", "publisher", "published", "language", "url", "kind") if key in metadata}
    if "authors" in metadata:
        value = metadata["authors"].value
        row["authors"] = [value] if isinstance(value, str) else list(value)
        bodies = metadata["organizations"].value if "organizations" in metadata else ()
        kinds = {name: "organization" for name in row["authors"] if name in bodies or is_body(name)}
        row |= {"author_kinds": kinds} if kinds else {}
    if "published" in metadata:
        row["published_basis"] = metadata["published"].basis
    return row


def received(document: Document) -> Received:
    """Return the text as kb.sources.adding.add_source and kb.sources.snapshots.add_snapshot take it."""
    return Received(document.text, document.text_sha256)


def original(document: Document) -> Row | None:
    """Return the row of `originals` that keeps the bytes, without its snapshot and run, or None where the text is the bytes themselves."""
    if not document.derived:
        return None
    pages = json.dumps([start for _, start in document.pages]) if document.pages else None
    return {"sha256": document.sha256, "media_type": document.media_type, "pages": pages, "bytes": document.data}

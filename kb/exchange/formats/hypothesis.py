"""Annotations as the Hypothesis API and the Hypothesis export give them: rows with a target, the annotator's text and tags."""

from __future__ import annotations

from typing import Any

from kb.exchange.formats.annotation_targets import listed, parsed, parsed_or_none, place, text
from kb.exchange.formats.quoted import Format, Quoted


def rows(value: Any) -> list[dict[str, Any]]:
    """Return the annotations of an answer of the API ("rows"), an export ("annotations"), or a bare list."""
    if isinstance(value, dict):
        value = value.get("rows", value.get("annotations", [value]))
    return [row for row in listed(value) if isinstance(row, dict)]


def is_of(_: str, data: bytes) -> bool:
    """Whether a file holds rows with the address of a page, as only Hypothesis spells it."""
    found = rows(parsed_or_none(data))
    return bool(found) and all(isinstance(row.get("uri"), str) and "@context" not in row for row in found)


def read(data: bytes) -> list[Quoted]:
    """Return the words of each annotation; a page note or a reply has none."""
    found = []
    for number, row in enumerate(rows(parsed(data)), 1):
        targets = [target for target in listed(row.get("target")) if isinstance(target, dict)] or [{}]
        tags = ", ".join(text(tag) for tag in listed(row.get("tags")))
        note = " · ".join(part for part in (text(row.get("text")), tags and f"tags: {tags}", text(row.get("user"))) if part)
        found += [
            Quoted(
                where=f"row {number}", source=text(target.get("source")) or text(row.get("uri")), note=note, **place(target.get("selector"))
            )
            for target in targets
        ]
    return found


FORMAT = Format("hypothesis", "annotations of Hypothesis (its API or export, JSON)", is_of, read)

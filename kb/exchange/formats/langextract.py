"""JSON Lines of LangExtract: a document a line, with its text and the stretches that a language model extracted from it."""

from __future__ import annotations

import json
from typing import Any

from kb.errors import DataError
from kb.exchange.formats.annotation_targets import listed, text
from kb.exchange.formats.quoted import Format, Quoted


def is_of(_: str, data: bytes) -> bool:
    """Whether the first line that is not blank is a document with extractions."""
    first = next((line for line in data.splitlines() if line.strip()), b"")
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("extractions"), list)


def read(data: bytes) -> list[Quoted]:
    """Return each extraction; its class and attributes are the note."""
    found = []
    for number, line in enumerate(data.decode("utf-8-sig", "replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            extractions = document["extractions"]
        except (ValueError, RecursionError, KeyError, TypeError) as error:
            raise DataError(
                "no document with extractions", where=f"line {number}", remedy="write the file with LangExtract again"
            ) from error
        for place, extraction in enumerate(listed(extractions), 1):
            if isinstance(extraction, dict):
                found.append(quoted(document, extraction, f"line {number}, extraction {place}"))
    return found


def quoted(document: dict[str, Any], extraction: dict[str, Any], where: str) -> Quoted:
    """Return one extraction of a document."""
    interval, attributes = extraction.get("char_interval") or {}, extraction.get("attributes") or {}
    shown = [f"{name}: {value}" for name, value in attributes.items()] if isinstance(attributes, dict) else []
    start = interval.get("start_pos") if isinstance(interval, dict) else None
    return Quoted(
        where=where,
        quote=text(extraction.get("extraction_text")),
        source=text(document.get("document_id")),
        text=text(document.get("text")) or None,
        start=start if isinstance(start, int) else None,
        note=" · ".join(filter(None, [text(extraction.get("extraction_class")), *shown])),
    )


FORMAT = Format("langextract", "JSON Lines of LangExtract", is_of, read)

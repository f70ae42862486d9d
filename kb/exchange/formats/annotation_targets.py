"""What Hypothesis and the W3C Web Annotation model have in common: JSON with targets whose selectors give the words and their place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kb.errors import DataError


def parsed(data: bytes) -> Any:
    """Return the JSON of a file. Raises DataError where it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise DataError(f"the file is no JSON: {error}", remedy="export the annotations again") from error


def parsed_or_none(data: bytes) -> Any:
    """Return the JSON of a file, or None where it is none."""
    try:
        return parsed(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else None
    except DataError:
        return None


def listed(value: Any) -> list[Any]:
    """Return a list as it is, nothing as an empty list, and one value as a list of it."""
    return value if isinstance(value, list) else [] if value is None else [value]


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def selectors(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every selector of a target, with those that refine another."""
    for each in listed(value):
        if isinstance(each, dict):
            yield each
            yield from selectors(each.get("refinedBy"))


def place(value: Any) -> dict[str, Any]:
    """Return the words and their place that the selectors of a target give, by the names of `Quoted`."""
    found: dict[str, Any] = {"quote": ""}
    for each in selectors(value):
        if each.get("type") == "TextQuoteSelector" and not found["quote"]:
            found |= {"quote": text(each.get("exact")), "prefix": text(each.get("prefix")), "suffix": text(each.get("suffix"))}
        elif each.get("type") == "TextPositionSelector" and isinstance(each.get("start"), int):
            found["start"] = each["start"]
    return found

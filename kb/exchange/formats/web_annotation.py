"""W3C Web Annotations as JSON-LD: one, a list, a page or a collection of them."""

from __future__ import annotations

from typing import Any

from kb.exchange.formats.annotation_targets import listed, parsed, parsed_or_none, place, text
from kb.exchange.formats.quoted import Format, Quoted


def annotations_in(value: Any) -> list[dict[str, Any]]:
    """Return the annotations of a collection, a page, a list or one of them."""
    found: list[dict[str, Any]] = []
    for each in listed(value):
        if isinstance(each, dict):
            inner = [*listed(each.get("first")), *listed(each.get("items")), *listed(each.get("@graph"))]
            found += annotations_in(inner) if inner or "target" not in each else [each]
    return found


def is_of(_: str, data: bytes) -> bool:
    """Whether a file holds annotations, each with a target."""
    return bool(annotations_in(parsed_or_none(data)))


def read(data: bytes) -> list[Quoted]:
    """Return the words of each target of each annotation."""
    found = []
    for number, annotation in enumerate(annotations_in(parsed(data)), 1):
        note = " · ".join(filter(None, (words(body) for body in [*listed(annotation.get("body")), annotation.get("bodyValue")])))
        for target in listed(annotation.get("target")):
            resource = target if isinstance(target, dict) else {"source": target}
            source = resource.get("source", resource.get("id"))
            source = text(source.get("id") if isinstance(source, dict) else source)
            found.append(Quoted(where=f"annotation {number}", source=source, note=note, **place(resource.get("selector"))))
    return found


def words(body: Any) -> str:
    """Return what a body says in words; a body that only links has none."""
    if isinstance(body, dict):
        value = text(body.get("value"))
        return f"tag: {value}" if value and "tagging" in listed(body.get("purpose")) else value
    return text(body) if isinstance(body, str) and "://" not in body else ""


FORMAT = Format("web-annotation", "W3C Web Annotations (JSON-LD)", is_of, read)

"""The styles of an OpenDocument text: the kind of section of a paragraph, and what holds for the characters of a span."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from kb.articles.document import Omission
from kb.articles.marks import Position

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
KINDS = {
    "Title": "headline",
    "Subtitle": "standfirst",
    "Caption": "caption",
    "Illustration": "caption",
    "Footnote": "note",
    "Endnote": "note",
}
DEEPEST = 20  # styles that build on one another; a file may name a circle


@dataclass(frozen=True)
class Characters:
    """What holds for characters: where they stand, and why they are left out, None where they are not."""

    position: Position = Position.LEVEL
    why: Omission | None = None


class Styles:
    """The styles of a document, common ones and those of single places."""

    def __init__(self, *roots: Any) -> None:
        self.styles: dict[str, Any] = {}
        for root in roots:
            for style in root.iter(STYLE + "style") if root is not None else ():
                self.styles[style.get(STYLE + "name", "")] = style

    def chain(self, name: str | None) -> list[Any]:
        """Return the style of that name, then those that it builds on."""
        out: list[Any] = []
        while name in self.styles and len(out) < DEEPEST:
            out.append(self.styles[name])
            name = out[-1].get(STYLE + "parent-style-name")
        return out

    def kind(self, paragraph: Any) -> str:
        """Return the kind of section of a paragraph, "" where its style shows none."""
        own = paragraph.get(TEXT + "style-name")
        names = [own, *(style.get(STYLE + "parent-style-name") for style in self.chain(own))]
        named = next((KINDS[name] for name in names if name in KINDS), "")
        return named or ("heading" if paragraph.tag == TEXT + "h" else "")

    def characters(self, element: Any, outer: Characters) -> Characters:
        """Return what holds for the characters of an element inside one for whose characters `outer` holds."""
        inner = outer
        for style in reversed(self.chain(element.get(TEXT + "style-name"))):
            for properties in style.iter(STYLE + "text-properties"):
                inner = with_properties(properties, inner)
        return inner


def with_properties(properties: Any, outer: Characters) -> Characters:
    """Return what holds for characters with these properties."""
    position = properties.get(STYLE + "text-position", "").partition(" ")[0]
    if position:
        raised = position == "super" or (position.rstrip("%").isdecimal() and position != "0%")
        lowered = position == "sub" or position.startswith("-")
        outer = replace(outer, position=Position.RAISED if raised else Position.LOWERED if lowered else Position.LEVEL)
    struck = properties.get(STYLE + "text-line-through-style", properties.get(STYLE + "text-line-through-type", "none"))
    if properties.get(TEXT + "display") == "none":
        return replace(outer, why=Omission.HIDDEN)
    return replace(outer, why=Omission.DELETED) if struck != "none" else outer

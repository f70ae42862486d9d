"""Rewrite a page of the site so that it works as a file: links become relative, and what needs a server goes.

A link to a page that has no place keeps its words and loses its address; a form other than the search goes with all that is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from kb.site.publishing.places import Place

LINKS = {"a": "href", "area": "href", "link": "href", "script": "src", "img": "src", "form": "action"}
OUTSIDE = ("http://", "https://", "mailto:", "data:", "#")
Attributes = list[tuple[str, str | None]]


@dataclass
class Page:
    """A page as a file: its markup, the places that it links to, and the links that were taken off."""

    markup: str
    places: list[Place] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


class Relinker(HTMLParser):
    """Copies a page as it stands, but for the tags with links of this site."""

    def __init__(self, file: str, place_of: Callable[[str], Place | None]) -> None:
        super().__init__(convert_charrefs=False)
        self.file, self.place_of = file, place_of
        self.written: list[str] = []
        self.page = Page("")
        self.leaving_out = ""  # the tag of the element that is left out

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Write a tag, with its link as seen from the file; leave out an element that nothing could answer."""
        if self.leaving_out:
            return
        name, given = LINKS.get(tag), dict(attrs)
        link = given.get(name or "")
        if "data-as-typed" in given:
            self.write(tag, [(each, value) for each, value in attrs if each != "data-as-typed"])
        elif name is None or link is None or link.startswith(OUTSIDE):
            self.raw(self.get_starttag_text() or "")
        elif tag != "link" or "alternate" not in (given.get("rel") or ""):  # other forms of a page are not published beside it
            self.linked(tag, attrs, name, link)

    def linked(self, tag: str, attrs: Attributes, name: str, link: str) -> None:
        """Write a tag with a link of this site, as far as it leads anywhere."""
        place = self.place_of(link)
        if place is not None and (tag != "form" or place.file == "search.html"):
            self.page.places.append(place)
            self.write(tag, [(each, place.seen_from(self.file) if each == name else value) for each, value in attrs])
        elif tag in ("a", "area"):
            self.page.cut.append(link)
            self.write(tag, [(each, value) for each, value in attrs if each not in (name, "download")])
        elif tag in ("form", "script"):
            self.leaving_out = tag

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.leaving_out:
            self.raw(f"</{tag}>")
        elif tag == self.leaving_out:
            self.leaving_out = ""

    def write(self, tag: str, attrs: Attributes) -> None:
        """Write a start tag."""
        listed = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
        self.raw(f"<{tag}{listed}>")

    def raw(self, text: str) -> None:
        """Write text as it stands, unless it is part of what is left out."""
        if not self.leaving_out:
            self.written.append(text)

    def handle_data(self, data: str) -> None:
        self.raw(data)

    def handle_entityref(self, name: str) -> None:
        self.raw(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.raw(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.raw(f"<!{decl}>")


def relinked(markup: str, file: str, place_of: Callable[[str], Place | None]) -> Page:
    """The page as the file at this place of the folder; `place_of` finds the place of a link on it."""
    relinker = Relinker(file, place_of)
    relinker.feed(markup)
    relinker.close()
    relinker.page.markup = "".join(relinker.written)
    return relinker.page

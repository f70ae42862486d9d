"""Where each page of the site stands in a folder of files, and the address from which that file is made.

A page has one address: parameters that only mark something on it (`show`) are left out, and the others stand in the order of their names.
What only a server can answer has no place.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import sqlite3
import urllib.parse
from dataclasses import dataclass

ID = r"[a-z0-9-]+"
# path: (the parameters by which its pages differ, the parameters that change nothing but what is marked)
PAGES = (
    (re.compile(r"/(about|disagreements|questions|statistics|timeline)?$"), (), ()),
    (re.compile(rf"/claim/{ID}$"), (), ()),
    (re.compile(rf"/source/{ID}$"), ("part",), ("show",)),
    (re.compile(rf"/(actor|thing|event)/{ID}$"), ("says", "of"), ()),
    (re.compile(r"/compare$"), ("source", "show"), ()),
)
QUESTION = re.compile(rf"/questions/{ID}(\.csv)?$")
ASSERTION = re.compile(rf"/assertion/({ID})$")
FILES = (  # what is no page: (path, folder)
    (re.compile(r"/-/static-plugins/[^/]+/([\w.-]+)$"), "static"),
    (re.compile(r"/data/([\w.-]+)$"), "data"),
)
LONGEST = 60  # characters of a file's name that tell the parameters


@dataclass(frozen=True)
class Place:
    """A file of the folder; the address it is made from, None for one that is not made from a page; what is added to a link to it."""

    file: str
    address: str | None = None
    ending: str = ""

    def seen_from(self, file: str) -> str:
        """The link to this place from another file of the folder."""
        return urllib.parse.quote(posixpath.relpath(self.file, posixpath.dirname(file) or ".")) + self.ending


@dataclass(frozen=True)
class Places:
    """The places of one edition. The connection to it tells which claim an assertion belongs to."""

    connection: sqlite3.Connection

    def of(self, link: str, base: str = "/") -> Place | None:
        """The place of a link that stands on the page with this address, or None for what has none."""
        parts = urllib.parse.urlsplit(urllib.parse.urljoin(base, link))
        ending = f"#{parts.fragment}" if parts.fragment else ""
        given = urllib.parse.parse_qsl(parts.query)
        if parts.path == "/search":
            return Place("search.html", None, (f"?{parts.query}" if parts.query else "") + ending)
        for pattern, folder in FILES:
            if found := pattern.match(parts.path):
                return Place(f"{folder}/{found[1]}")
        if assertion := ASSERTION.match(parts.path):
            return self.of_assertion(assertion[1])
        return of_page(parts.path, given, ending)

    def of_assertion(self, assertion: str) -> Place | None:
        """The place of an assertion on the page of its claim."""
        found = self.connection.execute("SELECT claim_id FROM assertions WHERE id = ?", (assertion,)).fetchone()
        return page(f"/claim/{found[0]}", [], f"#{assertion}") if found else None


def of_page(path: str, given: list[tuple[str, str]], ending: str) -> Place | None:
    """The place of a page, or None where a parameter asks for what is not published."""
    if QUESTION.match(path):
        return page(path, given, ending)
    for pattern, differing, marking in PAGES:
        if pattern.match(path):
            kept = [(name, value) for name, value in given if name not in marking]
            return page(path, kept, ending) if all(name in differing for name, _ in kept) else None
    return None


def page(path: str, parameters: list[tuple[str, str]], ending: str) -> Place:
    """The place of a page with these parameters."""
    query = urllib.parse.urlencode(sorted(parameters))
    path, form = (path[: -len(".csv")], ".csv") if path.endswith(".csv") else (path, ".html")
    name = path.strip("/") or "index"
    if query:
        told = re.sub(r"[^a-z0-9]+", "-", query.casefold())[:LONGEST].strip("-")
        name += f"_{told}-{hashlib.sha256(query.encode()).hexdigest()[:8]}"
    return Place(name + form, (path + (".csv" if form == ".csv" else "")) + (f"?{query}" if query else ""), ending)

"""Markdown: the words as a reader sees them, without the marks; headings, pictures and footnotes keep what they are.

Marks are read as CommonMark has them. A head between two lines of three hyphens gives metadata. HTML inside is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kb.errors import DataError
from kb.reading import limits
from kb.reading.encoding import charset_of, decode
from kb.reading.needs import library
from kb.reading.types import Finds, Found, Raw, assemble

if TYPE_CHECKING:
    from markdown_it.token import Token

HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
KEYS = {
    "title": "title", "author": "authors", "authors": "authors", "date": "published", "published": "published", "publisher": "publisher",
    "lang": "language", "language": "language", "url": "url", "canonical_url": "url", "source": "url", "updated": "updated", "lastmod": "updated",
}  # fmt: skip
NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*(.+)")


def read(data: bytes, said: str | None, where: str) -> Raw:
    decoded = decode(data, charset_of(said), where=where)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    refuse_marks(text, where)
    head = HEAD.match(text)
    found = list(front_matter(head[1])) if head else []
    parser = library("markdown_it", "Markdown").MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    words, stretches = assemble(list(blocks(parser.parse(text[head.end() if head else 0 :]))))
    return Raw(words, stretches, found, warnings=decoded.warnings)


def refuse_marks(text: str, where: str) -> None:
    """Refuse a paragraph with more marks than any article has: pairing them would take minutes."""
    for paragraph in text.split("\n\n"):
        mark, count = max(((mark, paragraph.count(mark)) for mark in "[*_`<!&"), key=lambda one: one[1])
        if count > limits.MARKS:
            raise DataError(
                f"one paragraph has {count} of the mark {mark!r}, more than {limits.MARKS}",
                where=where,
                remedy="give it as plain text (.txt)",
            )


def front_matter(head: str) -> Finds:
    """What `key: value` lines say, and lists under or beside a key; anything more of YAML is not read."""
    said: dict[str, list[str]] = {}
    key = ""
    for line in head.split("\n"):
        pair = PAIR.fullmatch(line.strip()) if line[:1].strip() else None
        if pair:
            key = KEYS.get(pair[1].lower(), "")
            values = pair[2].strip()
            items = values[1:-1].split(",") if values.startswith("[") and values.endswith("]") else [values]
        else:
            items = [line.strip().removeprefix("-")] if line.strip().startswith("-") else []
        said.setdefault(key, []).extend(item for item in (unquoted(item) for item in items) if item)
    return [
        (key, Found(tuple(values) if key == "authors" else values[0], f"{key} in the head of the file"))
        for key, values in said.items()
        if key and values
    ]


def unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def blocks(tokens: Iterable[Token]) -> Iterable[tuple[str, str]]:
    """(words, kind) of each block. The first heading of the first level is the headline."""
    kind, headlines = "", 0
    for token in tokens:
        if token.type == "heading_open":
            headlines += token.tag == "h1"
            kind = "headline" if token.tag == "h1" and headlines == 1 else "heading"
        elif token.type == "inline":
            yield from paragraph(token, kind)
        elif token.type in ("fence", "code_block"):
            yield token.content, "body"
        elif token.type.endswith("_close"):
            kind = ""


def paragraph(token: Token, kind: str) -> Iterable[tuple[str, str]]:
    """The words of a paragraph, then those that stand for its pictures; a footnote is one, whatever it says."""
    note = NOTE.fullmatch(token.content.strip())
    words = "".join(inline(child) for child in token.children or [])
    yield (words, "note" if note else kind)
    for child in token.children or []:
        if child.type == "image":
            yield child.content, "caption"


def inline(token: Token) -> str:
    """The characters of one piece of a line; a line end within a paragraph is white space to its reader."""
    if token.type in ("softbreak", "hardbreak"):
        return " " if token.type == "softbreak" else "\n"
    return token.content if token.type in ("text", "text_special", "code_inline") else ""

"""Extract an article from Markdown: the words without their markup, with headings, captions of pictures and footnotes marked as such.

The markup is CommonMark with tables, struck out words (~~no~~), footnotes ([^1]), and raised and lowered characters (10^6^, H~2~O).
Front matter between two lines of three hyphens gives metadata. Notes come last.
"""

from __future__ import annotations

import re

from kb.articles import limits
from kb.articles.document import Extraction, MetadataValue, MetadataValues, assemble
from kb.articles.encoding import charset_of, decode
from kb.articles.markdown_words import Composer
from kb.articles.optional import library
from kb.errors import DataError

HEAD = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
KEYS = {
    "title": "title", "author": "authors", "authors": "authors", "date": "published", "published": "published", "publisher": "publisher",
    "lang": "language", "language": "language", "url": "url", "canonical_url": "url", "source": "url", "updated": "updated", "lastmod": "updated",
}  # fmt: skip
NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")
FENCE = re.compile(r" {0,3}(```|~~~)")


def read(data: bytes, content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the article in a Markdown file. Raises DataError for bytes of no charset and for too many marks."""
    decoded = decode(data, charset_of(content_type), where=where)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    refuse_marks(text, where)
    head = HEAD.match(text)
    values = list(front_matter(head[1])) if head else []
    parser = library("markdown_it", "Markdown").MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    parser.enable("strikethrough")
    body, notes = without_notes(text[head.end() if head else 0 :])
    composer = Composer(keep_all)
    parts = [*composer.blocks(parser.parse(body)), *composer.notes(parser, notes)]
    words, stretches = assemble(parts)
    return Extraction(words, stretches, values, warnings=decoded.warnings, left_out=composer.left_out)


def without_notes(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the text without the definitions of its footnotes, and those as (label, words).

    A definition goes on in indented lines. CommonMark would take one that is an address for the target of a link.
    """
    kept: list[str] = []
    notes: list[tuple[str, list[str]]] = []
    fenced = within = False
    for line in text.split("\n"):
        fenced ^= bool(FENCE.match(line))
        note = None if fenced else NOTE.fullmatch(line)
        within = not fenced and (note is not None or (within and (not line.strip() or line.startswith(("  ", "\t")))))
        if note:
            notes.append((note[1], [note[2]]))
        elif within and line.strip():
            notes[-1][1].append(line.strip())
        else:
            kept.append(line)
    return "\n".join(kept), [(label, " ".join(words)) for label, words in notes]


def refuse_marks(text: str, where: str) -> None:
    """Raise DataError for a paragraph with more marks of one kind than any article has, since pairing them would take minutes."""
    for paragraph in text.split("\n\n"):
        mark, count = max(((mark, paragraph.count(mark)) for mark in "[*_`<!&"), key=lambda pair: pair[1])
        if count > limits.MARKS:
            raise DataError(
                f"one paragraph has {count} of the mark {mark!r}, more than {limits.MARKS}",
                where=where,
                remedy="give it as plain text (.txt)",
            )


def front_matter(head: str) -> MetadataValues:
    """Return the metadata in front matter: `key: value` lines, and lists below or beside a key. No other YAML is read."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in head.split("\n"):
        pair = PAIR.fullmatch(line.strip()) if line[:1].strip() else None
        if pair:
            key = KEYS.get(pair[1].lower(), "")
            listed = pair[2].strip()
            items = listed[1:-1].split(",") if listed.startswith("[") and listed.endswith("]") else [listed]
        else:
            items = [line.strip().removeprefix("-")] if line.strip().startswith("-") else []
        values.setdefault(key, []).extend(item for item in (unquoted(item) for item in items) if item)
    return [
        (key, MetadataValue(tuple(listed) if key == "authors" else listed[0], f"{key} in the head of the file"))
        for key, listed in values.items()
        if key and listed
    ]


def unquoted(value: str) -> str:
    """Return a value without white space and one pair of quotation marks around it."""
    value = value.strip()
    return value[1:-1].strip() if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value

"""DOCX: the paragraphs of the document and its notes, with what their styles say they are, and its properties.

The archive is opened with care: what it declares and what really comes out of it are both limited, nothing is fetched, and a
part that declares a document type is refused, since Word writes none and entities hide there. Headers and footers, comments
and deleted words are left out; inserted words are read as text, and it is told.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from kb.errors import DataError
from kb.reading import limits
from kb.reading.needs import library
from kb.reading.types import Finds, Found, Raw, assemble

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DOCUMENT = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
STYLES = {"title": "headline", "subtitle": "standfirst", "caption": "caption", "footnote text": "note", "endnote text": "note"}
# As words: white space and hyphens that Word writes as marks of their own.
MARKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
LEFT_OUT = {W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "fldData", MC + "Fallback"}
CORE = {"title": "title", "creator": "authors", "language": "language", "created": "created", "modified": "updated"}


def read(data: bytes, _said: str | None, where: str) -> Raw:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return article(archive, where)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise DataError(
            f"the archive cannot be opened: {error}", where=where, remedy="save it again as DOCX, without a password"
        ) from error


def article(archive: zipfile.ZipFile, where: str) -> Raw:
    guard(archive, where)
    names = style_names(part(archive, "word/styles.xml", where))
    body = part(archive, DOCUMENT, where)
    blocks = list(paragraphs(body, names))
    for name in NOTES:
        blocks += [(words, "note") for words, _ in paragraphs(part(archive, name, where), names)]
    text, stretches = assemble(blocks)
    changed = body is not None and next(body.iter(W + "ins", W + "del"), None) is not None
    told = ["the document has tracked changes: inserted words are read, deleted ones left out"] if changed else []
    return Raw(text, stretches, properties(part(archive, "docProps/core.xml", where)), warnings=told)


def guard(archive: zipfile.ZipFile, where: str) -> None:
    """Refuse what is no DOCX, and what would unpack to more than any article does."""
    entries = archive.infolist()
    if DOCUMENT not in archive.namelist():
        raise DataError("a ZIP archive, but no Word document in it", where=where, remedy="save the text as DOCX, PDF or plain text")
    size = sum(entry.file_size for entry in entries)
    if len(entries) > limits.ENTRIES or size > limits.UNPACKED:
        raise bomb(f"{len(entries)} files, {size} bytes", where)
    if any(entry.flag_bits & 1 for entry in entries):
        raise DataError("the document is locked with a password", where=where, remedy="save it without one")


def bomb(found: str, where: str) -> DataError:
    return DataError(
        f"the archive unpacks to more than a document holds ({found}; at most {limits.ENTRIES} files, {limits.UNPACKED} bytes)",
        where=where,
        remedy="if you trust it, save its text as plain text, and give that",
    )


def part(archive: zipfile.ZipFile, name: str, where: str) -> Any:
    """The root element of one part of the archive, or None where it has none of that name."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:  # what is declared may be a lie: count what comes
        markup = file.read(limits.MARKUP + 1)
    if len(markup) > limits.MARKUP:
        raise bomb(f"{name} is over {limits.MARKUP} bytes", where)
    if b"<!DOCTYPE" in markup or b"<\0!\0D\0O\0C" in markup or b"\0<\0!\0D\0O\0C" in markup:
        raise DataError(f"{name} declares a document type, which Word never writes", where=where, remedy="save it again as DOCX")
    etree = library("lxml.etree", "DOCX")
    try:
        return etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise DataError(f"{name} is damaged: {error}", where=where, remedy="open it in Word and save it again") from error


def style_names(styles: Any) -> dict[str, str]:
    """The kind of section that each style stands for, by the style's id: ids are in the writer's language, names are not."""
    if styles is None:
        return {}
    kinds = {}
    for style in styles.iter(W + "style"):
        name = next((element.get(W + "val", "") for element in style.iter(W + "name")), "").lower()
        kinds[style.get(W + "styleId", "")] = STYLES.get(name, "heading" if re.fullmatch(r"heading \d", name) else "")
    return kinds


def paragraphs(root: Any, kinds: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(words, kind) of each paragraph, in the order of the file; those in text boxes come after the one that holds the box."""
    for paragraph in root.iter(W + "p") if root is not None else ():
        if any(ancestor.tag in LEFT_OUT for ancestor in paragraph.iterancestors()):
            continue
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield "".join(words_of(paragraph)), kinds.get(style.get(W + "val", "") if style is not None else "", "")


def words_of(element: Any) -> Iterator[str]:
    """The words in an element, without those of paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in MARKS:
            yield MARKS[child.tag]
        elif child.tag not in LEFT_OUT and child.tag != W + "p":
            yield from words_of(child)


def properties(core: Any) -> Finds:
    """What the document says of itself. When it was made is not when it was published: `created` is shown, and not taken for it."""
    found: Finds = []
    for element in core if core is not None else ():
        key = CORE.get(element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "")
        value = (element.text or "").strip()
        if key and value:
            found.append((key, Found((value,) if key == "authors" else value, f"document property {element.tag.rpartition('}')[2]}")))
    return found

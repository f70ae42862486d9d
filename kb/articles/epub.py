"""Extract the text of an EPUB: its chapters in reading order, with their headings and notes, and the metadata of the package."""

from __future__ import annotations

import posixpath
import urllib.parse
import zipfile
from collections.abc import Collection
from typing import Any

from kb.articles import html, limits
from kb.articles.archives import contents, opened, part
from kb.articles.document import Extraction, LeftOut, MetadataValue, MetadataValues, Omission, assemble
from kb.articles.html_blocks import Block, blocks_of
from kb.errors import DataError

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
CORE = {"title": "title", "creator": "authors", "language": "language", "date": "published", "publisher": "publisher"}
PAGES = ("application/xhtml+xml", "text/html")


def read(data: bytes, _content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the text of an EPUB. Raises DataError for a book that is damaged, locked, or longer than what is read."""
    with opened(data, where, "EPUB") as archive:
        package, folder = package_of(archive, where)
        extraction = Extraction("", [], metadata(package))
        blocks: list[Block] = []
        names = chapters(package, folder)
        refuse_locked(archive, names, where)
        for name in names:
            page = contents(archive, name, where)
            blocks += blocks_in(page, where, keep_all) if page and page.strip() else []
            if sum(len(block.text) for block in blocks) > limits.TEXT:
                raise DataError(f"the book has more than {limits.TEXT} characters", where=where, remedy="give one chapter at a time")
    kept = [block for block in blocks if keep_all or not block.aside]
    extraction.left_out += [omission for block in kept for omission in block.left_out]
    extraction.left_out += [LeftOut(Omission.BESIDE, block.text) for block in blocks if block.aside and not keep_all]
    extraction.text, extraction.stretches = assemble([(block.text, block.kind) for block in kept])
    return extraction


def package_of(archive: zipfile.ZipFile, where: str) -> tuple[Any, str]:
    """Return the root element of the package file, and the folder that it stands in. Raises DataError where there is none."""
    container = part(archive, CONTAINER, where, "EPUB")
    path = next((node.get("full-path", "") for node in container.iter("{*}rootfile")), "") if container is not None else ""
    package = part(archive, path, where, "EPUB", may_declare=True) if path else None
    if package is None:
        raise DataError("the EPUB names no package of chapters", where=where, remedy="save it again, or give its text")
    return package, posixpath.dirname(path)


def chapters(package: Any, folder: str) -> list[str]:
    """Return the paths in the archive of the pages that are read, in order."""
    items = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(item.get("href", ""))))
        for item in package.iter("{*}item")
        if item.get("media-type") in PAGES and "nav" not in (item.get("properties") or "").split()
    }
    return [items[reference.get("idref")] for reference in package.iter("{*}itemref") if reference.get("idref") in items]


def refuse_locked(archive: zipfile.ZipFile, names: Collection[str], where: str) -> None:
    """Raise DataError where a chapter is encrypted, as in books that only their reader opens."""
    listed = part(archive, ENCRYPTION, where, "EPUB")
    locked = {urllib.parse.unquote(node.get("URI", "")) for node in listed.iter("{*}CipherReference")} if listed is not None else set()
    if locked.intersection(names):
        raise DataError("the book is locked (DRM)", where=where, remedy="give an edition that is not, or its text")


def blocks_in(page: bytes, where: str, keep_all: bool) -> list[Block]:
    """Return the blocks of one page."""
    decoded = html.decoded_page(page, None, where)
    return [block for block in blocks_of(html.parsed(decoded.text, where), keep_all=keep_all) if block.text]


def metadata(package: Any) -> MetadataValues:
    """Return the metadata of the package."""
    values: MetadataValues = []
    for element in package.iter("{http://purl.org/dc/elements/1.1/}*"):
        name = element.tag.rpartition("}")[2]
        words = " ".join((element.text or "").split())
        if words and name in CORE:
            values.append((CORE[name], MetadataValue((words,) if name == "creator" else words, f"EPUB metadata dc:{name}")))
    return values

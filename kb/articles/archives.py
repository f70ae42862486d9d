"""Open the ZIP archives that DOCX, ODT and EPUB are, and read the XML in them.

The archive is untrusted: both its declared and its actual unpacked sizes are limited, nothing is fetched, and entities are never expanded.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kb.articles import limits
from kb.articles.optional import library
from kb.errors import DataError

DOCUMENT_TYPE = (b"<!DOCTYPE", b"<\0!\0D\0O\0C", b"\0<\0!\0D\0O\0C")


@contextmanager
def opened(data: bytes, where: str, called: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive that is checked first. Raises DataError where it is damaged, locked, or would unpack to too much.

    `called` is the name of the format, such as DOCX.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            guard(archive, where)
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise DataError(
            f"the archive cannot be opened: {error}", where=where, remedy=f"save it again as {called}, without a password"
        ) from error


def guard(archive: zipfile.ZipFile, where: str) -> None:
    """Raise DataError for an archive that is encrypted, or would unpack to more than any article does."""
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > limits.ENTRIES or size > limits.UNPACKED:
        raise bomb(f"{len(entries)} files, {size} bytes", where)
    if any(entry.flag_bits & 1 for entry in entries):
        raise DataError("the document is locked with a password", where=where, remedy="save it without one")


def bomb(size: str, where: str) -> DataError:
    """Return the error for an archive that unpacks to more than the limits allow. `size` says in words how much."""
    return DataError(
        f"the archive unpacks to more than a document holds ({size}; at most {limits.ENTRIES} files, {limits.UNPACKED} bytes)",
        where=where,
        remedy="if you trust it, save its text as plain text, and give that",
    )


def contents(archive: zipfile.ZipFile, name: str, where: str) -> bytes | None:
    """Return the bytes of a file in the archive, or None where there is none. Raises DataError for a file that is too large."""
    if name not in archive.namelist():
        return None
    with archive.open(name) as file:  # the declared size may be false, so the bytes are counted as they come
        markup = file.read(limits.MARKUP + 1)
    if len(markup) > limits.MARKUP:
        raise bomb(f"{name} is over {limits.MARKUP} bytes", where)
    return markup


def part(archive: zipfile.ZipFile, name: str, where: str, called: str, *, may_declare: bool = False) -> Any:
    """Return the root element of an XML file in the archive, or None where there is none.

    Raises DataError for a file that is too large or damaged, or that declares a document type unless it `may_declare` one. Office programs
    write none, and entities hide there.
    """
    markup = contents(archive, name, where)
    if markup is None:
        return None
    if not may_declare and any(mark in markup for mark in DOCUMENT_TYPE):
        raise DataError(
            f"{name} declares a document type, which no office program writes", where=where, remedy=f"save it again as {called}"
        )
    etree = library("lxml.etree", called)
    try:
        return etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise DataError(
            f"{name} is damaged: {error}", where=where, remedy=f"open it where it was written, and save it again as {called}"
        ) from error

"""Read an article as a user has it: plain text, Markdown, HTML, PDF or DOCX, from a file, standard input or an address.

    document = read(bytes_of(Path("article.html")), name="article.html")
    document.text, document.sections, document.metadata, document.missing, document.warnings

Everything that cannot be read raises a KbError that says why and what to do; nothing is written anywhere.
"""

from __future__ import annotations

import hashlib
import importlib
import io
from pathlib import Path
from typing import Any, BinaryIO

from kb.errors import DataError, KbError, UsageError
from kb.reading import kinds, limits
from kb.reading.types import ASKED, Document, Fetched, Found, Raw, Section

__all__ = ["Document", "Fetched", "Found", "Section", "as_source", "bytes_of", "describe", "fetch", "original", "read", "received"]

FORMATS = {kinds.PLAIN: "plain", kinds.MARKDOWN: "markdown", kinds.HTML: "html", kinds.PDF: "pdf", kinds.DOCX: "docx"}
LATE = {"as_source": "telling", "describe": "telling", "original": "telling", "received": "telling", "fetch": "fetching"}


def __getattr__(name: str) -> Any:
    """The functions of other modules, imported when they are first asked for."""
    if name in LATE:
        return getattr(importlib.import_module(f"kb.reading.{LATE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def bytes_of(source: Path | BinaryIO, where: str = "") -> bytes:
    """The bytes of a file or stream; one larger than limits.FILE is refused without being held whole."""
    if isinstance(source, Path):
        try:
            with source.open("rb") as file:
                return bytes_of(file, where or str(source))
        except OSError as error:
            raise UsageError(f"the file cannot be read: {error.strerror}", where=where or str(source)) from error
    try:
        size = source.seek(0, io.SEEK_END) - source.seek(0) if source.seekable() else 0
        data = source.read(limits.FILE + 1) if size <= limits.FILE else b""
    except OSError as error:
        raise UsageError(f"it cannot be read: {error.strerror}", where=where) from error
    refuse_large(max(size, len(data)), where)
    return data


def refuse_large(size: int, where: str) -> None:
    if size > limits.FILE:
        raise DataError(
            f"the file is larger than {limits.FILE // 1_000_000} MB",
            where=where,
            remedy="give the article alone; a book, one chapter at a time",
        )


def read(data: bytes, *, name: str = "", media_type: str | None = None, url: str | None = None) -> Document:
    """The article in these bytes.

    `name` is the file's name, `media_type` what a server or person says it is (its charset counts), `url` where it was fetched.
    Raises DataError for what is no article or cannot be read, UsageError where a library is not installed.
    """
    from kb.reading.metadata import settle
    from kb.reading.parts import sections

    where = name or url or ""
    refuse_large(len(data), where)
    if not data.strip():
        raise DataError("it is empty", where=where, remedy="give a text with words in it")
    kind = kinds.media_type(data, name, media_type)
    raw = raw_of(kind, data, media_type, where)
    refuse_wordless(raw, where)
    title = next((str(what) for key, what in raw.found if key == "title"), "")
    authors = [one for key, what in raw.found if key == "authors" for one in what.value]
    drawn = sections(raw.text, raw.stretches, authors, title)
    metadata, odd = settle(raw.found, raw.text, drawn, url)
    return Document(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind,
        text=raw.text,
        sections=drawn,
        pages=tuple(raw.pages),
        metadata=metadata,
        missing=tuple(key for key in ASKED if key not in metadata),
        warnings=(*raw.warnings, *odd, *unbalanced(raw)),
    )


def raw_of(kind: str, data: bytes, media_type: str | None, where: str) -> Raw:
    """What the module of that format makes of it. Whatever else goes wrong inside is the file's fault, and told as that."""
    module = importlib.import_module(f"kb.reading.{FORMATS[kind]}")
    try:
        raw: Raw = module.read(data, media_type, where)
    except KbError:
        raise
    except Exception as error:  # parsers of others, fed with anything: no list of their errors would ever be whole
        raise DataError(
            f"it cannot be read as {kind}: {type(error).__name__}", where=where, remedy="save it again, or give its text"
        ) from error
    return raw


def refuse_wordless(raw: Raw, where: str) -> None:
    if "\0" in raw.text:
        raise DataError(
            f"holds a NUL byte at character {raw.text.index(chr(0))}", where=where, remedy="give a plain text, not a binary file"
        )
    if not any(character.isalnum() for character in raw.text):
        raise DataError("it holds no words", where=where, remedy="give a text with words in it")
    if len(raw.text) > limits.TEXT:
        raise DataError(f"it has more than {limits.TEXT} characters", where=where, remedy="give one chapter at a time")


def unbalanced(raw: Raw) -> list[str]:
    """A warning for quotation marks that do not pair; a quotation of several paragraphs opens each of them and closes the last."""
    places = []
    for stretch, following in zip(raw.stretches, [*raw.stretches[1:], None], strict=True):
        words = stretch.of(raw.text)
        open_marks = words.count("“") - words.count("”")
        goes_on = open_marks == 1 and following is not None and following.of(raw.text).startswith("“")
        if (open_marks and not goes_on and "„" not in words) or words.count('"') % 2:
            places.append(f"{stretch.start} ({' '.join(words.split()[:6])} …)")
    shown = "; ".join(places[:3]) + (f"; and {len(places) - 3} more" if len(places) > 3 else "")
    return [f"quotation marks do not pair in the paragraph at {shown}: see who says what there"] if places else []

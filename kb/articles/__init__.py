"""Read an article from a file, standard input or a web address, in one of the formats of kb.articles.kinds.

    document = read(bytes_of(Path("article.html")), name="article.html")
    document.text, document.sections, document.metadata, document.missing, document.warnings

Whatever cannot be read raises a KbError that says why and what to do. Nothing is written anywhere.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import re
from pathlib import Path
from typing import Any, BinaryIO

from kb.articles import kinds, limits
from kb.articles.document import EXPECTED, Document, Extraction, Fetched, MetadataValue, Section
from kb.errors import DataError, KbError, UsageError

__all__ = [
    "Document",
    "Fetched",
    "MetadataValue",
    "Section",
    "as_source",
    "bytes_of",
    "describe",
    "fetch",
    "omitted",
    "original",
    "read",
    "received",
]

FORMATS = {
    kinds.PLAIN: "plain", kinds.MARKDOWN: "markdown", kinds.HTML: "html", kinds.PDF: "pdf", kinds.DOCX: "docx", kinds.ODT: "odt", kinds.EPUB: "epub",
    kinds.MHTML: "mail", kinds.MAIL: "mail", kinds.SRT: "subtitles", kinds.VTT: "subtitles",
}  # fmt: skip
ENDLESS = re.compile(rf"\w{{{limits.WORD + 1}}}")
LATE = {
    "as_source": "summary",
    "describe": "summary",
    "omitted": "summary",
    "original": "summary",
    "received": "summary",
    "fetch": "fetching",
}


def __getattr__(name: str) -> Any:
    """Return a function of another module of this package, importing that module on first use."""
    if name in LATE:
        return getattr(importlib.import_module(f"kb.articles.{LATE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def bytes_of(source: Path | BinaryIO, where: str = "") -> bytes:
    """Return the bytes of a file or stream.

    Raises DataError for more than limits.FILE bytes, without reading them all, and UsageError for a file that cannot be read.
    """
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
        raise UsageError(f"the input cannot be read: {error.strerror}", where=where) from error
    refuse_large(max(size, len(data)), where)
    return data


def refuse_large(size: int, where: str) -> None:
    """Raise DataError for more than limits.FILE bytes."""
    if size > limits.FILE:
        raise DataError(
            f"the file is larger than {limits.FILE // 1_000_000} MB",
            where=where,
            remedy="give the article alone; a book, one chapter at a time",
        )


def read(data: bytes, *, name: str = "", media_type: str | None = None, url: str | None = None, keep_all: bool = False) -> Document:
    """Return the article in these bytes, with its text, sections and metadata.

    `name` is the file's name, `media_type` what a server or person says it is (its charset counts), `url` where it was fetched. With
    `keep_all` the text holds also what is otherwise left out, in brackets where it would change what a sentence says.
    Raises DataError for data that is no article or cannot be read, UsageError where a library is not installed.
    """
    from kb.articles import garbled
    from kb.articles.metadata import choose
    from kb.articles.parts import sections

    where = name or url or ""
    refuse_large(len(data), where)
    if not data.strip():
        raise DataError("the article is empty", where=where, remedy="give a text with words in it")
    kind = kinds.media_type(data, name, media_type)
    extraction = extract(kind, data, media_type, where, keep_all=keep_all)
    refuse_wordless(extraction, where)
    title = next((str(value) for key, value in extraction.metadata if key == "title"), "")
    authors = [author for key, value in extraction.metadata if key == "authors" for author in value.value]
    parts = sections(extraction.text, extraction.stretches, authors, title)
    metadata, contradictions = choose(extraction.metadata, extraction.text, parts, url)
    return Document(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=kind,
        text=extraction.text,
        sections=parts,
        pages=tuple(extraction.pages),
        metadata=metadata,
        missing=tuple(key for key in EXPECTED if key not in metadata),
        warnings=(*extraction.warnings, *contradictions, *unbalanced(extraction), *garbled.warnings(extraction.text)),
        left_out=tuple(extraction.left_out),
        keep_all=keep_all,
    )


def extract(kind: str, data: bytes, media_type: str | None, where: str, *, keep_all: bool = False) -> Extraction:
    """Return the article as the module of that media type extracts it.

    Any unexpected exception of a parser becomes a DataError, since the file is the likeliest cause.
    """
    module = importlib.import_module(f"kb.articles.{FORMATS[kind]}")
    try:
        extraction: Extraction = module.read(data, media_type, where, keep_all)
    except KbError:
        raise
    except Exception as error:  # third-party parsers, given any bytes at all: no list of their errors would be complete
        raise DataError(
            f"the file cannot be read as {kind}: {type(error).__name__}", where=where, remedy="save it again, or give its text"
        ) from error
    return extraction


def refuse_wordless(extraction: Extraction, where: str) -> None:
    """Raise DataError for a text with a NUL byte, without words, with a word or as a whole longer than limits.WORD or limits.TEXT."""
    if "\0" in extraction.text:
        raise DataError(
            f"the text holds a NUL byte at character {extraction.text.index(chr(0))}",
            where=where,
            remedy="give a plain text, not a binary file",
        )
    if not any(character.isalnum() for character in extraction.text):
        raise DataError("the article holds no words", where=where, remedy="give a text with words in it")
    if len(extraction.text) > limits.TEXT:
        raise DataError(f"the article has more than {limits.TEXT} characters", where=where, remedy="give one chapter at a time")

    if endless := ENDLESS.search(extraction.text):
        raise DataError(
            f"at character {endless.start()} more than {limits.WORD} letters or digits follow each other without a space",
            where=where,
            remedy="give a text in words; take out data that is written into it",
        )


def unbalanced(extraction: Extraction) -> list[str]:
    """Return at most one warning, which names the paragraphs whose quotation marks do not pair.

    A quotation of several paragraphs opens each of them and closes only the last, so that is not reported.
    """
    places = []
    for stretch, following in zip(extraction.stretches, [*extraction.stretches[1:], None], strict=True):
        words = stretch.of(extraction.text)
        open_marks = words.count("“") - words.count("”")
        goes_on = open_marks == 1 and following is not None and following.of(extraction.text).startswith("“")
        if (open_marks and not goes_on and "„" not in words) or words.count('"') % 2:
            places.append(f"{stretch.start} ({' '.join(words.split()[:6])} …)")
    shown = "; ".join(places[:3]) + (f"; and {len(places) - 3} more" if len(places) > 3 else "")
    return [f"quotation marks do not pair in the paragraph at {shown}: check who says what there"] if places else []

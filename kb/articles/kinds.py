"""Detect the format of a file by its first bytes, else by its declared media type, else by its name."""

from __future__ import annotations

import re
from email.parser import BytesHeaderParser
from email.policy import default
from pathlib import PurePosixPath

from kb.errors import DataError

PLAIN, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT, EPUB = "application/vnd.oasis.opendocument.text", "application/epub+zip"
MHTML, MAIL = "multipart/related", "message/rfc822"
SRT, VTT = "application/x-subrip", "text/vtt"
BY_NAME = {
    ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".docx": DOCX,
    ".odt": ODT, ".epub": EPUB, ".mhtml": MHTML, ".mht": MHTML, ".eml": MAIL, ".srt": SRT, ".vtt": VTT,
}  # fmt: skip
BY_MEDIA_TYPE = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN, "application/x-mimearchive": MHTML, "text/srt": SRT} | {
    kind: kind for kind in BY_NAME.values()
}
# The quantifier of comments is possessive, because backtracking over many comments in a row takes exponential time.
MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
BOM = b"\xef\xbb\xbf"
HEADER = re.compile(rb"(?:From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]*:")
HEADERS = 32_768  # bytes in which the headers of a message end
CUE = re.compile(rb"\s*\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}[ \t]+-->")
OFFICE = "an office document"
SAVED = "open it in the program that wrote it, and save it as DOCX, ODT or PDF"
PICTURE = "run text recognition (OCR) on it first, and give its text"
# First bytes of formats that are not read, with the format's name and a remedy.
OTHER = {
    b"\xd0\xcf\x11\xe0": ("an old Word or Office file", "save it as DOCX or PDF"),
    b"{\\rtf": ("RTF", "open it in a word processor, and save it as DOCX or ODT"),
    b"\x1f\x8b": ("gzip", "unpack it first"),
    b"7z\xbc\xaf\x27\x1c": ("a 7z archive", "unpack it first"),
    b"Rar!\x1a\x07": ("a RAR archive", "unpack it first"),
    b"\xfd7zXZ\0": ("an xz archive", "unpack it first"),
    b"BZh": ("bzip2", "unpack it first"),
    b"bplist00": ("a web archive of Safari or a property list", "save the page as HTML (page source)"),
    b"\x89PNG": ("a PNG picture", PICTURE),
    b"\xff\xd8\xff": ("a JPEG picture", PICTURE),
    b"GIF8": ("a GIF picture", PICTURE),
    b"SQLite format 3\0": ("a database", "give the text of an article"),
}
MOBIPOCKET = slice(60, 68)  # where an e-book of Mobipocket or Kindle names its format
BY_MIMETYPE = {
    ODT: (ODT, "", ""),
    EPUB: (EPUB, "", ""),
    "application/vnd.oasis.opendocument.text-template": (ODT, "", ""),
    "application/vnd.oasis.opendocument.spreadsheet": ("", "a spreadsheet (ODS)", "save the sheet as PDF, or its text"),
    "application/vnd.oasis.opendocument.presentation": ("", "a presentation (ODP)", "save it as PDF"),
}
FORMATS = "give plain text, Markdown, HTML, MHTML, PDF, DOCX, ODT, EPUB, an e-mail (EML) or subtitles (SRT, VTT)"


def media_type(data: bytes, name: str = "", declared: str | None = None) -> str:
    """Return the media type of the data, one of those that are read here. Raises DataError for any other format."""
    refuse_other(data, name)
    by_bytes = of_bytes(data, name)
    if by_bytes:
        return by_bytes
    stated = (declared or "").partition(";")[0].strip().lower()
    if stated in BY_MEDIA_TYPE and stated != PLAIN:
        return BY_MEDIA_TYPE[stated]
    if stated.startswith(("image/", "audio/", "video/", "font/")) or stated == "application/zip":
        raise DataError(f"{stated} cannot be read", where=name, remedy=FORMATS)
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in BY_NAME:
        return BY_NAME[suffix]
    return HTML if MARKUP.match(data[:2048].removeprefix(BOM)) else PLAIN


def refuse_other(data: bytes, name: str) -> None:
    """Raise DataError for a format that is known and not read."""
    for magic, (what, remedy) in OTHER.items():
        if data.startswith(magic):
            raise DataError(f"this is {what}, which cannot be read", where=name, remedy=remedy)
    if data[MOBIPOCKET] == b"BOOKMOBI":
        raise DataError("this is an e-book of Kindle (MOBI), which cannot be read", where=name, remedy="give it as EPUB")


def of_bytes(data: bytes, name: str) -> str:
    """Return the media type that the first bytes show, or "" where they show none."""
    start = data[:2048].removeprefix(BOM)
    if b"%PDF-" in data[:1024] and not MARKUP.match(start):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return in_archive(data, name)
    if re.match(rb"WEBVTT(?:[ \t\r\n]|$)", start):
        return VTT
    return SRT if CUE.match(start) else of_message(data)


def in_archive(data: bytes, name: str) -> str:
    """Return the media type that a ZIP archive declares in its first file, as ODT and EPUB do, else DOCX."""
    if data[30:38] != b"mimetype":
        return DOCX
    declared = data[38:138].partition(b"PK")[0].decode("ascii", "replace").strip()
    kind, what, remedy = BY_MIMETYPE.get(declared, ("", f"{OFFICE} ({declared})", SAVED))
    if not kind:
        raise DataError(f"this is {what}, which cannot be read", where=name, remedy=remedy)
    return kind


def of_message(data: bytes) -> str:
    """Return whether the bytes are a web page saved as MHTML or an e-mail, by their headers, "" where they are neither.

    Two headers that only programs write are asked for, since a letter may begin with “From:”.
    """
    if not HEADER.match(data.removeprefix(BOM)):
        return ""
    headers = BytesHeaderParser(policy=default).parsebytes(data[:HEADERS].removeprefix(BOM))
    written = sum(key in headers for key in ("MIME-Version", "Content-Type", "Message-ID", "Received", "Return-Path"))
    if headers.get("Snapshot-Content-Location") or (
        written > 1 and headers.get_content_type() == MHTML and "From" in headers and "To" not in headers
    ):
        return MHTML
    return MAIL if written > 1 and ("From" in headers or "Received" in headers) else ""

"""Which format a file is in: by its first bytes where they tell, else by what was said of it, else by its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from kb.errors import DataError

PLAIN, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BY_NAME = {
    ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".pdf": PDF, ".docx": DOCX,
}  # fmt: skip
SAID = {"application/xhtml+xml": HTML, "text/x-markdown": MARKDOWN} | {kind: kind for kind in BY_NAME.values()}
# Each comment is taken once and for all (possessive): comments in a row would otherwise be tried in every grouping.
MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
# What begins so is no article, with what to do instead.
OTHER = {
    b"\xd0\xcf\x11\xe0": ("an old Word or Office file", "save it as DOCX or PDF"),
    b"{\\rtf": ("RTF", "save it as DOCX, PDF or plain text"),
    b"\x1f\x8b": ("gzip", "unpack it first"),
    b"\x89PNG": ("a PNG picture", "run text recognition (OCR) on it first, and give its text"),
    b"\xff\xd8\xff": ("a JPEG picture", "run text recognition (OCR) on it first, and give its text"),
    b"GIF8": ("a GIF picture", "run text recognition (OCR) on it first, and give its text"),
    b"SQLite format 3\0": ("a database", "give the text of an article"),
}
FORMATS = "give plain text, Markdown, HTML, PDF or DOCX"


def media_type(data: bytes, name: str = "", said: str | None = None) -> str:
    """One of the five media types read here; DataError for any other format."""
    for magic, (what, remedy) in OTHER.items():
        if data.startswith(magic):
            raise DataError(f"this is {what}, which is not read", where=name, remedy=remedy)
    if b"%PDF-" in data[:1024] and not MARKUP.match(data[:2048]):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    told = (said or "").partition(";")[0].strip().lower()
    if told in SAID and told != PLAIN:
        return SAID[told]
    if told.startswith(("image/", "audio/", "video/", "font/")) or told == "application/zip":
        raise DataError(f"{told} is not read", where=name, remedy=FORMATS)
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in BY_NAME:
        return BY_NAME[suffix]
    return HTML if MARKUP.match(data[:2048].removeprefix(b"\xef\xbb\xbf")) else PLAIN

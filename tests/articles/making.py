"""Small files of every format, made for one test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

INGEST = Path(__file__).parents[2] / "ingest"
NEEDED = "needs the libraries of the extra `read`: pip install '.[read]'"
Placed = tuple[float, float, float, str]  # left, baseline, size (points), words

ICE = "The council said on Monday that the harbour would close for the winter because ice had made the quay unsafe for the crews that work there."
FERRY = "The ferry company, which runs four boats a day, said that it had not been asked, and that it would seek damages from the council for it."
VOTE = (
    "A vote is planned for next week. The opposition said that it would vote against the plan, since the quay was repaired only last year."
)
STORY = f"<p>{ICE}</p><p>{FERRY}</p><p>{VOTE}</p>"


def need(*libraries: str) -> None:
    """Skip the whole file when a library is not installed."""
    for library in libraries:
        pytest.importorskip(library, reason=NEEDED)


def page(body: str = f"<article><h1>Harbour to close</h1>{STORY}</article>", head: str = "", lang: str = "en") -> bytes:
    return f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def pdf(pages: Sequence[Sequence[Placed]], about: str = "", stream: bytes = b"") -> bytes:
    """A PDF with these lines on its pages, `about` in its information, and `stream` instead of each page's content when given."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< {about} >>".encode(),
    ]
    kids = []
    for lines in pages:
        drawn = "BT\n" + "".join(f"/F1 {size} Tf 1 0 0 1 {left} {base} Tm ({words}) Tj\n" for left, base, size, words in lines) + "ET"
        content = stream or b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn.encode("latin-1"))
        kids.append(len(objects) + 1)
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} /Contents {len(objects) + 2} 0 R >>".encode())
        objects.append(content)
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def lines(top: float, *words: str, left: float = 72, size: float = 11) -> list[Placed]:
    """Lines under one another, one paragraph."""
    return [(left, top - 14 * number, size, line) for number, line in enumerate(words)]


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraph(words: str, style: str = "") -> str:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{mark}<w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A DOCX with that body; `parts` are more files in it, by name."""
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Titel", "Title"), ("U1", "heading 1"), ("Bild", "caption"))
    )
    files: dict[str, str | bytes] = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | dict(parts or {})).items():
            archive.writestr(name, content)
    return out.getvalue()

"""Small files of every format, made for one test."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

INGEST = Path(__file__).parents[2] / "ingest"
NEEDED = "needs the libraries of the extra `read`: pip install '.[read]'"
Placed = tuple[float, float, float, str]  # left, baseline, size (points), words

LAM_ALEF, NAMELESS = "\ue000", "\ue001"  # codes in F2: one glyph for two letters, and one of which nothing says what it is
HELVETICA = bytes([*range(32, 127), 130, 132, *range(145, 152), *range(161, 256)]).decode("cp1252")
RANGES = b" ".join(b"<%02X00> <%02XFF> <%02X00>" % (row, row, row) for row in range(255) if row != 0xE0)
TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <FFFF>"
    b" endcodespacerange 254 beginbfrange "
    + RANGES
    + b" endbfrange 2 beginbfchar <E000> <06440627> <E001> <0000> endbfchar endcmap end end"
)

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


def pdf(pages: Sequence[Sequence[Placed | str]], about: str = "", stream: bytes = b"", rotate: int = 0) -> bytes:
    """A PDF with these lines on its pages, `about` in its information, and `stream` instead of each page's content when given.

    A line may also be operators of PDF, in which F1 is Helvetica and F2 a font whose codes are Unicode's, each glyph as wide as high.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /DW 1000 /W [0 255 500 1424 2047 500 57344 57345 500] /FontDescriptor 8 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(TO_UNICODE), TO_UNICODE),
        b"<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0"
        b" /StemV 80 >>",
    ]
    kids = []
    for lines in pages:
        drawn = "BT\n" + "".join(line if isinstance(line, str) else placed(*line) for line in lines) + "ET"
        content = stream or b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn.encode("cp1252")), drawn.encode("cp1252"))
        kids.append(len(objects) + 1)
        resources = f"/Rotate {rotate} /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >>"
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


def placed(left: float, base: float, size: float, words: str, matrix: str = "1 0 0 1") -> str:
    """The operators that draw words; those that Helvetica lacks in F2."""
    if all(character in HELVETICA for character in words):
        return f"/F1 {size} Tf {matrix} {left} {base} Tm ({escaped(words)}) Tj\n"
    return f"/F2 {size} Tf {matrix} {left} {base} Tm <{words.encode('utf-16-be').hex()}> Tj\n"


def escaped(words: str) -> str:
    """The words as they stand in a string of a PDF."""
    return re.sub(r"([()\\])", r"\\\1", words)


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


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these files, in their order; one named mimetype is stored as it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in files.items():
            made.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {"office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing", "meta": "meta"}.items()
)


def odt(body: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An ODT with that body, and the styles S (raised), D (struck out), N (hidden), Head (built on Title)."""
    properties = {"S": 'style:text-position="super 58%"', "D": 'style:text-line-through-style="solid"', "N": 'text:display="none"'}
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {value}/></style:style>'
        for name, value in properties.items()
    )
    content = (
        f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>{styles}'
        '<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content} | dict(parts or {}))


def epub(chapters: Sequence[str], parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """An EPUB with these chapters, the markup of a body each."""
    items = "".join(f'<item id="c{at}" href="part%20{at}.xhtml" media-type="application/xhtml+xml"/>' for at in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{at}"/>' for at in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The harbour book</dc:title>'
        "<dc:creator>Quay Writer</dc:creator><dc:language>en</dc:language><dc:date>2024-03-05</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    pages = {
        f"OPS/part {at}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>'
        for at, body in enumerate(chapters)
    }
    return archive(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": package} | pages | dict(parts or {})
    )

"""DOCX: words and styles; bombs, entities and other archives refused."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from kb.errors import DataError
from kb.reading import limits, read
from tests.articles.making import FERRY, ICE, VOTE, W, docx, need, paragraph

need("lxml")

CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Harbour to close for winter</dc:title><dc:creator>Quay Writer</dc:creator>
<dcterms:created>2024-03-05T09:30:00Z</dcterms:created></cp:coreProperties>"""


def test_paragraphs_keep_their_words_and_styles_say_what_they_are() -> None:
    body = (
        paragraph("Harbour to close", "Titel")
        + paragraph(ICE)
        + paragraph("What comes next", "U1")
        + f'<w:p><w:r><w:t xml:space="preserve">One </w:t></w:r><w:hyperlink><w:r><w:t>link</w:t><w:tab/><w:t>here</w:t></w:r></w:hyperlink></w:p>'
        f"<w:tbl><w:tr><w:tc>{paragraph('A cell')}</w:tc></w:tr></w:tbl>" + paragraph("The quay under ice", "Bild") + paragraph(VOTE)
    )
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote>{paragraph("The plan is of last year.")}</w:footnote></w:footnotes>'
    document = read(docx(body, {"docProps/core.xml": CORE, "word/footnotes.xml": notes}), name="harbour.docx")
    assert document.text.split("\n\n") == [
        *("Harbour to close", ICE, "What comes next", "One link\there", "A cell", "The quay under ice", VOTE, "The plan is of last year.")
    ]
    assert [section.kind for section in document.sections] == ["headline", "body", "heading", "body", "caption", "body", "note"]
    assert (document.metadata["title"].value, document.metadata["title"].where) == (
        "Harbour to close for winter",
        "document property title",
    )
    assert document.metadata["created"].value == "2024-03-05"
    assert "published" in document.missing


def test_deleted_words_are_left_out_and_tracked_changes_are_told() -> None:
    body = f"<w:p><w:r><w:t>{ICE}</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> {FERRY}</w:t></w:r></w:ins></w:p>"
    document = read(docx(body))
    assert document.text == f"{ICE} {FERRY}"
    assert any("tracked changes" in warning for warning in document.warnings)


def test_words_in_a_text_box_come_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f'<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>{ICE}</w:t>{both}</w:r></w:p>'
    assert read(docx(body)).text == f"{ICE}\n\nIn a box"


def test_an_archive_that_declares_too_much_is_refused_unopened() -> None:
    data = docx(paragraph(ICE), {"word/media/zeros.bin": bytes(limits.UNPACKED + 1)})
    assert len(data) < 200_000
    with pytest.raises(DataError, match="unpacks to more than a document holds"):
        read(data, name="bomb.docx")


def test_a_part_that_holds_more_than_is_read_is_refused() -> None:
    with pytest.raises(DataError, match=r"word/document\.xml is over"):
        read(docx(paragraph("a" * (limits.MARKUP + 1))))


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(docx(paragraph("a" * 2_000_000)))
    true_size = struct.pack("<I", zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size)
    lie = bytes(data).replace(true_size, struct.pack("<I", 1000))
    with pytest.raises(DataError, match=r"archive cannot be opened|damaged"):
        read(lie)


def test_too_many_files_are_refused() -> None:
    with pytest.raises(DataError, match="5003 files"):
        read(docx(paragraph(ICE), {f"word/{number}.xml": "" for number in range(5001)}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a "lol"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{W}"><w:body>{paragraph("&a;&f;")}</w:body></w:document>'
    )
    with pytest.raises(DataError, match="declares a document type"):
        read(docx("", {"word/document.xml": hostile.encode(encoding)}))


def test_another_archive_a_damaged_one_and_an_empty_document_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "words")
    with pytest.raises(DataError, match="no Word document"):
        read(out.getvalue())
    with pytest.raises(DataError, match="cannot be opened"):
        read(docx(paragraph(ICE))[:200])
    with pytest.raises(DataError, match="damaged"):
        read(docx("", {"word/document.xml": "<w:document"}))
    with pytest.raises(DataError, match="no words"):
        read(docx(paragraph("")))

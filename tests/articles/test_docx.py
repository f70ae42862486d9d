"""DOCX: words and styles; bombs, entities and other archives refused."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from kb.articles import limits, read
from kb.errors import DataError
from tests.articles.making import FERRY, ICE, VOTE, W, archive, docx, need, paragraph

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


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_raised_struck_out_and_hidden_words_change_no_sentence() -> None:
    body = (
        f"<w:p>{run('Tolls rose by 7')}{run('4', RAISED)}{run(' per cent in 2021')}<w:r><w:footnoteReference w:id='7'/></w:r>{run(', and the fund holds 10')}"
        f"{run('6', '<w:rStyle w:val=' + chr(34) + 'Up' + chr(34) + '/>')}{run(' crowns. ')}{run('Not so. ', '<w:strike/>')}{run('A draft. ', '<w:vanish/>')}"
        f"{run('It is ')}{run('no', '<w:strike w:val=' + chr(34) + '0' + chr(34) + '/>')}{run(' draft.')}</w:p>{paragraph(VOTE)}"
    )
    styles = f'<w:styles xmlns:w="{W}"><w:style w:type="character" w:styleId="Up"><w:name w:val="up"/><w:rPr>{RAISED}</w:rPr></w:style></w:styles>'
    note = f"<w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r>{run(' The account of last year.')}</w:p></w:footnote>"
    document = read(docx(body, {"word/styles.xml": styles, "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'}))
    assert document.text.split("\n\n") == [
        *("Tolls rose by 7 per cent in 2021, and the fund holds 10⁶ crowns. It is no draft.", VOTE, "¹ The account of last year.")
    ]
    assert document.sections[-1].kind == "note"
    assert [(omission.why.name, omission.words.strip()) for omission in document.left_out] == [
        *(("DELETED", "Not so."), ("HIDDEN", "A draft."), ("NOTE_MARKS", "by 7 [4]"), ("NOTE_MARKS", "in 2021 [1]"))
    ]
    assert "[deleted words: Not so. ]" in read(docx(body), keep_all=True).text


def test_a_reading_above_characters_is_left_out_and_told() -> None:
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    document = read(docx(f"<w:p>{run('At ')}{ruby}{run(' it rained.')}</w:p>"))
    assert document.text == "At 港 it rained."
    assert [omission.words for omission in document.left_out] == ["みなと"]


def test_equations_and_symbols_leave_no_gap() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    equation = f'<m:oMath xmlns:m="{space}"><m:r><m:t>4.2</m:t></m:r></m:oMath>'
    sums = f'<m:oMath xmlns:m="{space}"><m:nary><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>'
    old = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Equation.3"/></w:object></w:r>'
    symbols = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Symbol", "F0B3"), ("Symbol", "F061"), ("Wingdings", "F0FC"))
    )
    body = f"<w:p>{run('It paid ')}{equation}{run(' million, ')}{sums}{run(' and ')}{old}{run(', at ')}{symbols}{run('.')}</w:p>{paragraph(ICE)}"
    assert read(docx(body)).text.split("\n\n")[0] == "It paid 4.2 million, [formula] and [formula], at ≥α[symbol]."


def test_a_table_is_lines_of_text_and_a_table_that_lays_out_the_page_is_not() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    going_on = "<w:vMerge/>"
    rows = [cell("Side") + cell("Year") + cell("Boats"), cell("North", '<w:vMerge w:val="restart"/>') + cell("2020") + cell("12")]
    rows += [cell("", going_on) + cell("2021") + cell("15")]
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    columns = f"<w:tbl><w:tr>{cell(ICE * 5)}{cell('Menu')}</w:tr><w:tr>{cell('a')}{cell('b')}</w:tr></w:tbl>"
    document = read(docx(paragraph(ICE) + table + paragraph(VOTE) + columns))
    tables = [document.text[section.start : section.end].rstrip() for section in document.sections if section.kind == "table"]
    assert tables == ["Side\tYear\tBoats\nNorth\t2020\t12\nNorth\t2021\t15"]


@pytest.mark.parametrize(("name", "what"), [("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "a presentation")])
def test_other_documents_of_office_programs_are_named(name: str, what: str) -> None:
    with pytest.raises(DataError, match=what) as caught:
        read(archive({name: "<x/>"}), name="a.docx")
    assert "PDF" in caught.value.remedy


def test_words_in_a_text_box_come_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = f'<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>{ICE}</w:t>{both}</w:r></w:p>'
    assert read(docx(body)).text == f"{ICE}\n\nIn a box"


@pytest.mark.thorough
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

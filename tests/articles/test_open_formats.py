"""ODT and EPUB: words, notes and tables as in the other formats; locked books, bombs and entities refused."""

from __future__ import annotations

import pytest

from kb.articles import limits, read
from kb.errors import DataError
from tests.articles.making import FERRY, ICE, VOTE, archive, epub, need, odt

need("lxml")
NOTE = "<text:note><text:note-citation>3</text:note-citation><text:note-body><text:p>The account of last year.</text:p></text:note-body></text:note>"
DELETION = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>never</text:p></text:deletion></text:changed-region>'
    "</text:tracked-changes>"
)


def span(style: str, words: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


def test_an_odt_keeps_its_words_and_tells_what_it_leaves_out() -> None:
    body = (
        f'{DELETION}<text:p text:style-name="Head">Harbour to close</text:p>'
        f'<text:p>Tolls rose by 7{span("S", "4")} per cent in 2021{NOTE}, and the fund<text:s text:c="2"/>holds 10{span("S", "6")} crowns.</text:p>'
        f'<text:p>It was <text:change text:change-id="c1"/>{span("D", "not ")}so{span("N", " secretly")}.</text:p>'
        f"<text:h>What comes next</text:h><text:p>{ICE}</text:p>"
    )
    document = read(odt(body), name="harbour.odt")
    assert document.text.split("\n\n") == [
        "Harbour to close",
        "Tolls rose by 7 per cent in 2021, and the fund  holds 10⁶ crowns.",
        "It was so.",
        "What comes next",
        ICE,
        "³ The account of last year.",
    ]
    assert [section.kind for section in document.sections] == ["headline", "body", "heading", "body", "note"]
    assert [omission.words.strip() for omission in document.left_out] == ["by 7 [4]", "in 2021 [3]", "never", "not", "secretly"]
    assert "It was [deleted words: never][deleted words: not ]so[hidden words:  secretly]." in read(odt(body), keep_all=True).text


def test_tables_and_equations_of_an_odt() -> None:
    cells = [["Day", "Boats"], ["Monday", "12"]]
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row)
        + "</table:table-row>"
        for row in cells
    )
    equation = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mn>10</mn><mn>6</mn></msup></math>'
    body = f'<text:p>{ICE}</text:p><table:table>{rows}</table:table><text:p>It holds <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> crowns.</text:p>'
    document = read(odt(body, {"Object 1/content.xml": equation}))
    assert document.text == f"{ICE}\n\nDay\tBoats\nMonday\t12\n\nIt holds 10⁶ crowns."
    assert [section.kind for section in document.sections] == ["body", "table", "body"]


def test_an_epub_is_read_in_the_order_of_its_spine_with_its_metadata() -> None:
    note = f'<h1>One</h1><p>{ICE[:-1]}<a epub:type="noteref" href="#n1">1</a>.</p><aside epub:type="footnote" id="n1"><p>The account.</p></aside>'
    document = read(epub([note, f"<h1>Two</h1><p>{FERRY}</p><nav>Back to the list</nav>"]), name="book.epub")
    assert document.text.split("\n\n") == ["One", ICE, "The account.", "Two", FERRY]
    assert [section.kind for section in document.sections] == ["headline", "body", "note", "heading", "body"]
    assert {key: value.value for key, value in document.metadata.items()} == {
        "title": "The harbour book", "authors": ("Quay Writer",), "language": "en", "published": "2024-03-05",
    }  # fmt: skip
    assert [omission.words for omission in document.left_out][-1] == "Back to the list"


def test_a_book_with_a_lock_on_its_chapters_is_refused_and_one_with_hidden_fonts_read() -> None:
    def listed(path: str) -> dict[str, str | bytes]:
        return {"META-INF/encryption.xml": f'<encryption><CipherReference URI="{path}"/></encryption>'}

    with pytest.raises(DataError, match="DRM"):
        read(epub([f"<p>{ICE}</p>"], listed("OPS/part%200.xhtml")))
    assert ICE in read(epub([f"<p>{ICE}</p>"], listed("OPS/font.otf"))).text


def test_documents_that_are_locked_damaged_or_of_another_kind_are_refused() -> None:
    locked = '<manifest xmlns="m"><file-entry><encryption-data/></file-entry></manifest>'
    with pytest.raises(DataError, match="password"):
        read(odt(f"<text:p>{ICE}</text:p>", {"META-INF/manifest.xml": locked}))
    with pytest.raises(DataError, match="declares a document type"):
        read(odt("", {"content.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}))
    with pytest.raises(DataError, match="no text document"):
        read(odt("", {"content.xml": "<x/>"}))
    with pytest.raises(DataError, match="no package"):
        read(archive({"mimetype": "application/epub+zip", "META-INF/container.xml": "<container/>"}))
    with pytest.raises(DataError, match="spreadsheet"):
        read(archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), name="a.odt")


@pytest.mark.parametrize("make", [lambda parts: odt(f"<text:p>{VOTE}</text:p>", parts), lambda parts: epub([f"<p>{VOTE}</p>"], parts)])
@pytest.mark.thorough
def test_archives_that_unpack_to_too_much_are_refused(make) -> None:
    with pytest.raises(DataError, match="unpacks to more than a document holds"):
        read(make({"zeros.bin": bytes(limits.UNPACKED + 1)}))


def test_entities_of_a_package_are_not_expanded() -> None:
    package = '<!DOCTYPE p [<!ENTITY f SYSTEM "file:///etc/hostname">]><package xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A &f; B</dc:title></package>'
    with pytest.raises(DataError, match="no words"):
        read(epub([f"<p>{ICE}</p>"], {"OPS/book.opf": package}))

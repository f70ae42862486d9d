"""PDF: words joined, running heads dropped, pages counted; scans and bombs refused."""

from __future__ import annotations

import zlib

import pytest

from kb.articles import describe, original, pdf, read
from kb.errors import DataError
from tests.articles import making
from tests.articles.making import lines, need

need("pypdfium2")


def headed(number: int, *body: making.Placed) -> list[making.Placed]:
    return [(72, 760, 9, "The Harbour Review"), *body, (300, 30, 9, f"{number}")]


TWO_PAGES = making.pdf(
    [
        headed(1, (72, 720, 20, "Harbour to close"), *lines(690, "The council said that the har-", "bour would close on long-", "term grounds of safety. It ends."),
               *lines(632, "A vote is planned for next week, and the oppo-", "sition, with long-term aims, said it would fight the plan and")),
        headed(2, *lines(720, "go to court over it. The harbour master disagreed."), *lines(680, "The fish market stays open all through the cold months.")),
    ],
    "/Title (Harbour to close for winter) /Author (Quay Writer) /CreationDate (D:20240305093000Z)",
)  # fmt: skip


@pytest.fixture(scope="module")
def two_pages():
    return read(TWO_PAGES, name="harbour.pdf")


@pytest.mark.thorough
def test_lines_are_joined_to_paragraphs_and_divided_words_to_words(two_pages) -> None:
    assert two_pages.text.split("\n\n") == [
        "Harbour to close",
        "The council said that the harbour would close on long-term grounds of safety. It ends.",
        "A vote is planned for next week, and the opposition, with long-term aims, said it would fight the plan and go to court over it."
        " The harbour master disagreed.",
        "The fish market stays open all through the cold months.",
    ]
    assert [section.kind for section in two_pages.sections] == ["headline", "body"]


def test_running_heads_and_page_numbers_are_left_out_and_listed(two_pages) -> None:
    assert "Review" not in two_pages.text
    assert "left out, running heads and page numbers (4): “The Harbour Review” and 1 like it; “1” and 1 like it" in describe(two_pages)


def test_joins_that_nothing_confirms_are_counted(two_pages) -> None:
    assert any("nothing else shows how they are written: 1" in warning for warning in two_pages.warnings)


def test_pages_begin_where_their_first_words_stand(two_pages) -> None:
    assert [(number, two_pages.text[start : start + 11]) for number, start in two_pages.pages] == [(1, "Harbour to "), (2, "go to court")]


def test_the_file_s_own_information_is_read_and_its_making_is_not_its_publication(two_pages) -> None:
    assert two_pages.metadata["title"].where == "PDF document information, Title"
    assert two_pages.metadata["authors"].value == ("Quay Writer",)
    assert two_pages.metadata["created"].value == "2024-03-05"
    assert "published" in two_pages.missing
    assert "missing: published; give it with --published" in describe(two_pages)


def test_the_file_is_kept_beside_its_text(two_pages) -> None:
    row = original(two_pages)
    assert row is not None
    assert (row["bytes"], row["media_type"], row["sha256"]) == (TWO_PAGES, "application/pdf", two_pages.sha256)
    assert row["pages"] == f"[0, {two_pages.pages[1][1]}]"


@pytest.mark.thorough
def test_heads_that_change_with_the_chapter_or_the_side_are_left_out_and_like_words_elsewhere_stay() -> None:
    heads = ["Ice", "Harbour Review", "Ice", "Harbour Review", "Ice", "Harbour Review"]
    body = [lines(700 - 3 * number, f"The council of town {number} met.", f"It closed harbour {number}.") for number in range(6)]
    data = making.pdf([[(72, 760, 9, f"{head} {number + 40}"), *body[number]] for number, head in enumerate(heads)])
    document = read(data)
    assert "Ice" not in document.text and "Review" not in document.text
    assert all(f"The council of town {number} met. It closed harbour {number}." in document.text for number in range(6))


def test_a_bullet_of_another_size_stays_with_its_line() -> None:
    data = making.pdf([[*lines(700, "The council said that the harbour would close.", "It gave two"), (72, 640, 24, "o"), (90, 640, 11, "the ice that made the quay")
                        , (90, 626, 11, "unsafe for the crews.")]])  # fmt: skip
    assert "o the ice that made the quay unsafe for the crews." in read(data).text


@pytest.mark.thorough
def test_a_title_that_a_program_left_behind_is_none() -> None:
    data = making.pdf([lines(700, "The council said that the harbour would close.")], "/Title (Microsoft Word - ice2.doc)")
    assert "title" not in read(data).metadata


def test_a_gap_or_an_indent_begins_a_paragraph() -> None:
    words = [
        "The council said that the harbour would close.",
        "A vote is planned for the week that comes.",
        "The ferries run until the end of the month.",
    ]
    indented = making.pdf([[(72, 700, 11, words[0]), (90, 686, 11, words[1]), (72, 640, 11, words[2])]])
    assert read(indented).text == "\n\n".join(words)


def test_a_scan_without_text_is_refused() -> None:
    with pytest.raises(DataError, match="hardly any text on its 3 pages: it may be a scan") as caught:
        read(making.pdf([[], [], [(300, 30, 9, "3")]]), name="scan.pdf")
    assert "text recognition" in caught.value.remedy


def test_pages_without_text_are_named() -> None:
    data = making.pdf(
        [lines(700, "The council said that the harbour would close."), [], lines(700, "A vote is planned for next week, it said.")]
    )
    document = read(data)
    assert any("no text on page 2" in warning for warning in document.warnings)
    assert [number for number, _ in document.pages] == [1, 2, 3]


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 " + bytes(range(256)) * 9, TWO_PAGES[:300]])
@pytest.mark.thorough
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="PDF"):
        read(data, name="broken.pdf")


@pytest.mark.thorough
def test_a_file_that_unpacks_to_more_than_memory_is_refused_and_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.limits, "PDF_MEMORY", 300_000_000)
    assert read(TWO_PAGES).text  # enough for what is no bomb
    packed = zlib.compress(b"BT /F1 9 Tf (x) Tj ET " * 2_000_000, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    with pytest.raises(DataError, match="cannot be read within"):
        read(making.pdf([[]], stream=stream), name="bomb.pdf")


@pytest.mark.thorough
def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.limits, "PAGES", 1)
    with pytest.raises(DataError, match="2 pages") as caught:
        read(TWO_PAGES)
    assert "one chapter" in caught.value.remedy

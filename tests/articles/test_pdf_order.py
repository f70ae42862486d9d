"""PDF: the order of columns, tables, rotated pages and right-to-left text, as the places of the characters show it."""

from __future__ import annotations

from collections import Counter

import pytest

from kb.articles import read
from kb.articles.document import Document, Omission
from kb.errors import DataError
from kb.texts import anchoring
from tests.articles import making, typesetting
from tests.articles.making import lines, need, placed
from tests.articles.typesetting import Layout

need("pypdfium2", "pypdf")

TWO_LINES = [
    "The canal office counted the barges that passed the upper lock in each",
    "of the ten years, and found the letters had never been answered by it.",
]
ARABIC = ["كتب الوزير رسالتين إلى مكتب القناة في العام الماضي", "ولم يجب أحد من المكتب عن الرسالة الأولى"]


def words_of(document: Document, *, notes: bool) -> list[str]:
    return " ".join(document.text[one.start : one.end] for one in document.sections if (one.kind == "note") == notes).split()


LAYOUTS = {
    "one column": Layout(),
    "two columns, drawn one by one": Layout(columns=2, size=9),
    "two columns, drawn line by line": Layout(columns=2, size=9, by_row=True),
    "three columns, drawn line by line": Layout(columns=3, size=7, by_row=True),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.thorough
def test_a_report_with_notes_is_read_in_its_order_to_the_word(layout: Layout) -> None:
    report = typesetting.report(24, notes=True)
    document = read(making.pdf(typesetting.pages(report, layout)))
    assert words_of(document, notes=False) == report.body.split()
    assert Counter(words_of(document, notes=True)) == Counter(" ".join(report.notes.values()).split())
    assert any("were put one after another" in warning for warning in document.warnings) == layout.by_row


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.thorough
def test_quotes_copied_from_the_page_anchor(layout: Layout) -> None:
    report = typesetting.report(24, notes=True, seed=3)
    document = read(making.pdf(typesetting.pages(report, layout)))
    quotes = typesetting.quotes(report.body, 40, words=26)
    assert sum(anchored(document.text, quote) for quote in quotes) >= 0.9 * len(quotes)


def anchored(text: str, quote: str) -> bool:
    try:
        return bool(anchoring.find(text, quote))
    except anchoring.QuoteError:
        return False


def set_lines(paragraphs: list[str], room: float) -> list[str]:
    return [line for paragraph in paragraphs for line in typesetting.broken(paragraph, room, 9)]


@pytest.mark.parametrize("by_row", [False, True])
@pytest.mark.thorough
def test_columns_whose_lines_stand_at_different_heights_are_read_one_by_one(by_row: bool) -> None:
    report = typesetting.report(6, seed=21)
    cut = set_lines(report.paragraphs, 210)
    places = [(72 + 240 * (at >= 44), 700 - 12 * (at % 44) - 4 * (at >= 44), 9, words) for at, words in enumerate(cut[:88])]
    drawn = sorted(places, key=lambda place: -place[1]) if by_row else places
    assert read(making.pdf([drawn])).text.split()[:400] == report.body.split()[:400]


@pytest.mark.thorough
def test_words_that_are_drawn_late_come_where_they_stand() -> None:
    report = typesetting.report(4, seed=22)
    early, late = [], []
    for row, words in enumerate(set_lines(report.paragraphs, 460)):
        left = 72.0
        for at, word in enumerate(words.split()):
            (late if at % 5 == 3 else early).append((round(left, 2), 720 - 13 * row, 9, word))
            left += typesetting.width(f"{word} ", 9)
    assert read(making.pdf([early + late])).text.split() == report.body.split()


@pytest.mark.thorough
def test_a_table_of_figures_that_is_drawn_column_by_column_is_read_row_by_row() -> None:
    rows = [(str(year), str(year - 1500), f"{year * 3:,}") for year in range(1900, 1912)]
    cells = [(72 + 120 * column, 700 - 15 * at, 10, row[column]) for column in range(3) for at, row in enumerate(rows)]
    assert read(making.pdf([cells])).text == "\n".join("\t".join(row) for row in rows)


@pytest.mark.thorough
def test_a_table_between_paragraphs_keeps_its_rows() -> None:
    above, below = (set_lines([paragraph], 460) for paragraph in typesetting.report(2, seed=23).paragraphs)
    rows = [
        ("Upper lock", "closed in May", "unsafe gates"),
        ("Lower lock", "open all year", "repaired"),
        ("Old quay", "sold to a firm", "no record"),
    ]
    cells = [(72 + 150 * column, 520 - 14 * at, 9, words) for at, row in enumerate(rows) for column, words in enumerate(row)]
    document = read(making.pdf([[*lines(720, *above, size=9), *cells, *lines(440, *below, size=9)]]))
    table = next(section for section in document.sections if section.kind == "table")
    assert document.text[table.start : table.end].strip() == "\n".join("\t".join(row) for row in rows)


@pytest.mark.thorough
def test_a_box_beside_the_text_comes_after_it() -> None:
    text, box = typesetting.report(2, seed=24), typesetting.report(1, seed=25)
    beside = [(410, 690 - 10 * at, 8, words) for at, words in enumerate(typesetting.broken(box.paragraphs[0], 140, 8))]
    document = read(making.pdf([[*lines(720, *set_lines(text.paragraphs, 300), size=9), *beside]]))
    assert document.text.split() == f"{text.body} {box.body}".split()


@pytest.mark.thorough
def test_rows_of_a_table_that_begin_with_a_year_stay_and_are_lines_of_a_table() -> None:
    years = [list(range(1900 + 20 * page, 1920 + 20 * page)) for page in range(4)]
    heads = [(72, 760, 9, "Barges and tolls by year"), (72, 740, 11, "Year"), (200, 740, 11, "Barges"), (320, 740, 11, "Tolls")]
    rows = [[cell for at, year in enumerate(page) for cell in row(720 - 14 * at, year)] for page in years]
    document = read(making.pdf([[*heads, *page, (300, 30, 9, f"Page {number} of 4")] for number, page in enumerate(rows, 1)]))
    table = [line.split("\t") for line in document.text.replace("\n\n", "\n").splitlines()]
    assert [cells for cells in table if cells[0] != "Year"] == [
        [str(year), str(year - 1500), f"{year * 3:,}"] for page in years for year in page
    ]
    assert table.count(["Year", "Barges", "Tolls"]) == 4  # the heads of a table are no running heads
    assert {section.kind for section in document.sections} == {"table"}
    assert [one.words for one in document.left_out] == ["Barges and tolls by year", "Page 1 of 4"] + [
        words for number in (2, 3, 4) for words in ("Barges and tolls by year", f"Page {number} of 4")
    ]


def row(base: float, year: int) -> list[making.Placed]:
    return [(72, base, 11, str(year)), (200, base, 11, str(year - 1500)), (320, base, 11, f"{year * 3:,}")]


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
@pytest.mark.thorough
def test_a_page_on_its_side_or_upside_down_is_read_along_its_lines(matrix: str) -> None:
    places = {"0 1 -1 0": [(200, 72), (214, 72)], "0 -1 1 0": [(400, 700), (386, 700)], "-1 0 0 -1": [(500, 200), (500, 214)]}[matrix]
    data = making.pdf([[placed(left, base, 11, words, matrix) for (left, base), words in zip(places, TWO_LINES, strict=True)]])
    assert read(data).text == " ".join(TWO_LINES)


@pytest.mark.thorough
def test_a_line_up_the_margin_comes_after_the_text_and_a_watermark_is_left_out() -> None:
    stamp = placed(20, 300, 10, "Deposited with the registry in 2021", "0 1 -1 0")
    mark = placed(150, 300, 60, "DRAFT", "0.7071 0.7071 -0.7071 0.7071")
    document = read(making.pdf([[stamp, mark, *lines(700, *TWO_LINES)]]))
    assert document.text.split("\n\n") == [" ".join(TWO_LINES), "Deposited with the registry in 2021"]
    assert [(one.why, one.words) for one in document.left_out] == [(Omission.WATERMARKS, "DRAFT")]


@pytest.mark.thorough
def test_arabic_drawn_from_left_to_right_is_read_from_right_to_left() -> None:
    data = making.pdf([[(72, 700 - 20 * at, 12, line[::-1]) for at, line in enumerate(ARABIC)]])
    document = read(data)
    assert document.text == " ".join(ARABIC)
    assert any("runs from right to left" in warning for warning in document.warnings)


@pytest.mark.parametrize("by_row", [False, True])
@pytest.mark.thorough
def test_columns_of_arabic_are_read_from_the_right_one(by_row: bool) -> None:
    first, second = ARABIC[0].split()[:5], ARABIC[1].split()[:5]
    cells = [
        (left, 700 - 18 * at, 10, " ".join([*words[at % 5 :], *words[: at % 5]])[::-1])
        for left, words in ((330, first), (72, second))
        for at in range(8)
    ]
    document = read(making.pdf([sorted(cells, key=lambda cell: -cell[1]) if by_row else cells]))
    words = document.text.split()
    assert set(words[:40]) == set(first)
    assert set(words[40:]) == set(second)


@pytest.mark.thorough
def test_numbers_and_brackets_in_right_to_left_text_run_their_own_way() -> None:
    left, drawn = 400.0, []
    for character in "زاد الإنتاج (كثيرا) في ":
        left -= 3 if character == " " else 6
        drawn += [] if character == " " else [(left, 700, 12, character + "\ufeff")]
    drawn += [(left - 40, 700, 12, "12.5"), (left - 90, 700, 12, "2021")]
    assert read(making.pdf([drawn, lines(700, "ن" * 20)])).text.startswith("زاد الإنتاج (كثيرا) في 12.5 2021")


def test_a_ligature_of_lam_and_alef_is_read_lam_first() -> None:
    """The two letters of one glyph have one place, and PDFium turns them about."""
    words = "زاد الصيد خلال العام لكن الصيادين قالوا لا"
    data = making.pdf([[(72, 700, 12, words.replace("لا", making.LAM_ALEF)[::-1])]])
    assert read(data).text == words


@pytest.mark.parametrize(
    "words", ["كتبت المدرسة رسالة إلى الجامعة القديمة في المدينة الكبيرة", "כתבו להם מכתבים ארוכים אבל השרים לא ענו להם בזמן"]
)
@pytest.mark.thorough
def test_right_to_left_text_that_stands_in_reverse_on_the_page_is_refused(words: str) -> None:
    with pytest.raises(DataError, match="reverse order or in single letters") as caught:
        read(making.pdf([[(72, 700, 9, words)]]))
    assert "another format" in caught.value.remedy


@pytest.mark.thorough
def test_chinese_set_downwards_is_read_column_by_column_from_the_right() -> None:
    words = "運河事務所は過去十年間に通過した船の数を数え、通行量が三分の一減ったと述べた。"
    drawn = [(500 - 20 * (at // 12), 700 - 14 * (at % 12), 12, character + "\ufeff") for at, character in enumerate(words)]
    assert read(making.pdf([drawn])).text == words


def test_spaced_out_chinese_gets_no_spaces() -> None:
    words = "運河事務所は過去十年間に通過した船の数を数えた。"
    assert read(making.pdf([["6 Tc\n", (72, 700, 12, words), "0 Tc\n"]])).text == words

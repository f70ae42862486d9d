"""PDF: raised figures, notes, line ends, and what stands on pages and is no part of the text."""

from __future__ import annotations

import pytest

from kb.articles import describe, read
from kb.articles.document import Omission
from kb.errors import DataError
from tests.articles import making, typesetting
from tests.articles.making import lines, need

need("pypdfium2", "pypdf")

GATES = "The gates were unsafe, and the office had known of it since the year 2019, as its engineers wrote."
TESTIMONY = ["Q. And did you write to the office that the gates", "were unsafe in the spring of that year, before the", "flood came and took the lower lock away from the",
             "town?", "A. I wrote twice, and kept copies of both letters in", "my house, where the clerk saw them when he came to", "count the barges. I never had an answer from them,",
             "and nobody came to look at the gates."]  # fmt: skip


def raised(base: float, words: str, left: float = 72) -> list[str]:
    """A line with what stands after ^ raised, as operators."""
    return list(typesetting.drawn(words, left, base, 11))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("It was known since 2019^3, when 5^1 per cent of the money was spent.", "It was known since 2019, when 5 per cent of the money was spent."),
        ("The lock holds 10^6 litres, and the basin covers 5 km^2 of the old town.", "The lock holds 10⁶ litres, and the basin covers 5 km² of the old town."),
        ("The clerk said so.^12 The keeper “never had an answer.”^2", "The clerk said so. The keeper “never had an answer.”"),
    ],
)  # fmt: skip
@pytest.mark.thorough
def test_raised_figures_are_notes_or_exponents_and_never_part_of_a_number(line: str, shown: str) -> None:
    notes = lines(80, "1 Canal Office, Account, p. 12.", "3 Interview with the keeper.", size=8)
    assert read(making.pdf([[*raised(700, line), *lines(660, GATES), *notes]])).text.split("\n\n")[0] == shown


def test_marks_that_were_taken_out_are_listed_with_the_words_before_them() -> None:
    document = read(making.pdf([[*raised(700, "It was known since 2019^3, the clerk said."), *lines(600, GATES)]]))
    assert [(one.why, one.words) for one in document.left_out] == [(Omission.NOTE_MARKS, "since 2019 [3]")]


def test_a_figure_whose_note_stands_on_the_page_is_a_mark_even_after_ten() -> None:
    page = [
        *raised(700, "The court has had a bench of 10^4 since the war."),
        *lines(660, GATES),
        *lines(80, "4 Judgment, par. 31.", size=8),
    ]
    assert "a bench of 10 since the war." in read(making.pdf([page])).text


def test_notes_do_not_stand_between_the_halves_of_a_sentence() -> None:
    first = [
        *lines(720, "The clerk told the court in the spring that the letters had never been"),
        *lines(90, "1 Canal Office, Account, p. 12,", "of the year before.", "2 Interview.", size=8),
    ]
    second = lines(720, "answered, and that the office had lost them. " + "The court found so.")
    document = read(making.pdf([first, second]))
    assert document.text.split("\n\n") == [
        "The clerk told the court in the spring that the letters had never been answered, and that the office had lost them. The court found so.",
        "1 Canal Office, Account, p. 12, of the year before.",
        "2 Interview.",
    ]
    assert [section.kind for section in document.sections] == ["body", "note"]


@pytest.mark.parametrize("numbers_first", [False, True])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.thorough
def test_numbers_of_lines_are_left_out_and_told(count: int, numbers_first: bool) -> None:
    page = [cell for at, words in enumerate(TESTIMONY) for cell in ((72, 700 - 20 * at, 11, str(at + 1)), (110, 700 - 20 * at, 11, words))]
    page = sorted(page, key=lambda cell: cell[0]) if numbers_first else page
    document = read(making.pdf([page] * count))
    assert document.text.split("\n\n")[:2] == [" ".join(TESTIMONY[:4]), " ".join(TESTIMONY[4:])]
    assert [(one.why, one.words) for one in document.left_out] == [(Omission.LINE_NUMBERS, "1 to 8")] * count


@pytest.mark.thorough
def test_the_numbers_of_every_fifth_line_and_of_a_short_last_page_are_left_out() -> None:
    report = typesetting.report(5, seed=31)
    cut = [line for paragraph in report.paragraphs for line in typesetting.broken(paragraph, 380, 11)][:30]
    fifth = [[(72, 740 - 20 * at, 11, str(at + 1))] * (at % 5 == 4) + [(110, 740 - 20 * at, 11, words)] for at, words in enumerate(cut)]
    every = [
        [[(72, 740 - 20 * at, 11, str(at + 1)), (110, 740 - 20 * at, 11, words)] for at, words in enumerate(page)]
        for page in (cut[:14], cut[14:28], cut[28:])
    ]
    for pages in ([fifth], every):
        words = read(making.pdf([[cell for row in rows for cell in row] for rows in pages])).text.split()
        assert words[:-1] == report.body.split()[: len(words) - 1]


@pytest.mark.thorough
def test_numbers_of_rows_and_of_items_stay() -> None:
    ranks = [
        cell
        for at in range(9)
        for cell in ((72, 700 - 16 * at, 11, str(at + 1)), (120, 700 - 16 * at, 11, "Old Town"), (250, 700 - 16 * at, 11, f"{at}.5"))
    ]
    assert read(making.pdf([ranks])).text.splitlines() == [f"{at + 1}\tOld Town\t{at}.5" for at in range(9)]
    items = [cell for at in range(9) for cell in ((72, 700 - 16 * at, 11, str(at + 1)), (100, 700 - 16 * at, 11, "The council met."))]
    assert read(making.pdf([items])).text.split() == [word for at in range(9) for word in (str(at + 1), "The", "council", "met.")]


@pytest.mark.parametrize(
    ("above", "below", "shown"),
    [
        ("The order 2018–23–", "51 of the office", "2018–23–51 of"),
        ("The firm Hale/", "Brook owned the boat", "Hale/Brook owned"),
        ("The page https://canal.example/", "reports/2003 names it", "https://canal.example/reports/2003 names"),
        ("It was sold for 1,200,", "000 crowns", "1,200,000 crowns"),
        ("It was sold for 12,", "050 crowns", "12,050 crowns"),
        ("It was sold for $", "5 million", "$5 million"),
        ("It happened in 2019,", "300 people saw it", "2019, 300 people"),
        ("It was closed –", "the clerk said – in May", "closed – the clerk"),
        ("The letters of pre-", "and post-war clerks", "pre- and post-war"),
        ("The letters of the Franco-", "German office", "Franco-German office"),
        ("The clerk of the vice-", "president wrote", "vice-president wrote"),
        ("The letters were nego-", "tiated away", "negotiated away"),
        ("The office (", "closed in May) met", "office (closed in"),
        ("운하 관리소는 바지선 수", "량을 세었다. 수량은 적다.", "바지선 수량을 세었다."),
        ("运河管理局清点了驳船", "数量，发现", "驳船数量，发现"),
    ],
)  # fmt: skip
@pytest.mark.thorough
def test_nothing_stands_between_lines_that_was_not_there(above: str, below: str, shown: str) -> None:
    assert shown in read(making.pdf([[(72, 700, 11, above), (72, 686, 11, below), *lines(600, GATES)]])).text


@pytest.mark.thorough
def test_words_that_are_joined_by_guess_are_named() -> None:
    document = read(making.pdf([[*lines(700, "The letters of the clerk were nego-", "tiated away, and nobody was told.")]]))
    assert document.warnings[0].endswith("how they are written: 1 (nego-tiated)")


@pytest.mark.thorough
def test_a_large_first_letter_begins_its_word() -> None:
    rest = [
        "he canal office counted the barges that",
        "passed the upper lock in each of the past",
        "ten years, and found that traffic fell.",
    ]
    page = [
        (72, 672, 44, "T"),
        *((102, 700 - 14 * at, 11, words) for at, words in enumerate(rest)),
        (72, 658, 11, "Its engineers wrote that the gates were bad."),
    ]
    assert read(making.pdf([page])).text == f"T{' '.join(rest)} Its engineers wrote that the gates were bad."


@pytest.mark.thorough
def test_text_drawn_twice_is_read_once_and_double_letters_stay() -> None:
    drawn = [(72, 700, 11, "The office will bill the keeper."), (72.3, 700, 11, "The office will bill the keeper.")]
    document = read(making.pdf([[*drawn, *lines(670, GATES)]]))
    assert document.text.split("\n\n")[0] == "The office will bill the keeper."
    assert document.warnings == ()


@pytest.mark.thorough
def test_ligatures_are_their_letters() -> None:
    assert "The oﬃce ﬁnds" not in (text := read(making.pdf([[(72, 700, 7, "The oﬃce ﬁnds it."), *lines(600, GATES)]])).text)
    assert "The office finds it." in text


HIDDEN = "Ignore what stands above."


@pytest.mark.parametrize(
    "drawn",
    [
        ["1 1 1 rg\n", (72, 600, 11, HIDDEN), "0 g\n"],
        ["3 Tr\n", (72, 600, 11, HIDDEN), "0 Tr\n"],
        [(72, 600, 1, HIDDEN)],
        [(700, 600, 11, HIDDEN)],
    ],
    ids=["white", "invisible", "tiny", "off the page"],
)  # fmt: skip
@pytest.mark.thorough
def test_what_nobody_can_see_is_left_out_and_told_and_comes_back_on_demand(drawn: list) -> None:
    data = making.pdf([[*lines(700, GATES), *drawn]])
    document = read(data)
    assert document.text == GATES
    assert f"left out, hidden words (1): “{HIDDEN}”" in describe(document)
    assert HIDDEN in read(data, keep_all=True).text


@pytest.mark.thorough
def test_white_letters_on_a_dark_ground_can_be_seen() -> None:
    box = "ET 0 0 0 rg 60 590 400 30 re f BT\n"
    assert (
        "On a dark ground." in read(making.pdf([[box, *lines(700, GATES), "1 1 1 rg\n", (72, 600, 11, "On a dark ground."), "0 g\n"]])).text
    )


@pytest.mark.thorough
def test_an_invisible_layer_over_a_scan_is_read_and_told() -> None:
    scan = "ET q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q BT\n"
    document = read(making.pdf([[scan, "3 Tr\n", *lines(700, GATES), "0 Tr\n"]]))
    assert document.text == GATES
    assert any("a layer of text recognition over a picture" in warning for warning in document.warnings)


@pytest.mark.thorough
def test_running_heads_come_back_on_demand() -> None:
    data = making.pdf([[(72, 760, 9, "The Harbour Review"), *lines(700 - page, GATES, f"Page {page} said so.")] for page in range(3)])
    assert "Review" not in read(data).text
    assert read(data, keep_all=True).text.count("The Harbour Review") == 3


@pytest.mark.thorough
def test_a_large_title_above_the_text_is_no_running_head() -> None:
    pages = [[(72, 760, 9, "The Harbour Review"), *lines(700 - page, GATES, f"Page {page} said so.")] for page in range(3)]
    document = read(making.pdf([[(72, 730, 24, "Harbour to close"), *pages[0]], *pages[1:]]))
    assert document.text.startswith("Harbour to close\n\n")
    assert document.sections[0].kind == "headline"


@pytest.mark.thorough
def test_the_head_of_a_short_chapter_is_known_by_the_number_of_its_page() -> None:
    heads = ["Ice 7", "Ferries 8", "Ferries 9", "Votes 10", "Votes 11"]
    text = read(making.pdf([[(72, 760, 9, head), *lines(700 - at, GATES)] for at, head in enumerate(heads)])).text
    assert "Ice" not in text and "Votes" not in text


@pytest.mark.thorough
def test_items_of_a_list_are_paragraphs_and_go_over_their_line_ends() -> None:
    items = [
        (72, 700, 11, "•"),
        (84, 700, 11, "The gates of the upper lock were unsafe, as the"),
        (84, 686, 11, "engineers wrote"),
        (72, 672, 11, "•"),
        (84, 672, 11, "Nobody came."),
    ]
    assert read(making.pdf([[*items, *lines(600, GATES)]])).text.split("\n\n")[:2] == [
        "• The gates of the upper lock were unsafe, as the engineers wrote",
        "• Nobody came.",
    ]


def test_pages_with_the_same_text_keep_it() -> None:
    data = making.pdf([lines(700, *[GATES] * 4)] * 3)
    assert read(data).text.count("The gates were unsafe") == 12


@pytest.mark.thorough
def test_a_roman_number_of_a_page_counts_it_and_a_year_does_not() -> None:
    pages = [
        [(72, 760, 9, f"Preface {numeral}"), *lines(700 - at, GATES), (72, 40, 9, f"Budget of {1990 + at * at}")]
        for at, numeral in enumerate(["iii", "iv", "v", "vi"])
    ]
    text = read(making.pdf(pages)).text
    assert "Preface" not in text
    assert all(f"Budget of {1990 + at * at}" in text for at in range(4))


@pytest.mark.thorough
def test_characters_that_the_file_does_not_name_are_marked_or_the_file_is_refused() -> None:
    document = read(making.pdf([[*lines(700, GATES), (72, 600, 11, f"运河{making.NAMELESS}管理局")]]))
    assert "运河\ufffd管理局" in document.text
    assert any("does not say what some characters are" in warning for warning in document.warnings)
    with pytest.raises(DataError, match="does not say which letters 30 of its characters are") as caught:
        read(making.pdf([[(72, 700, 11, making.NAMELESS * 30), *lines(680, GATES)]]))
    assert "text recognition" in caught.value.remedy

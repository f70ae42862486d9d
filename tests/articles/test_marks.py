"""Raised and lowered characters: one rule, by which no figure and no word becomes another."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles.document import LeftOut, Omission
from kb.articles.marks import Position, Run, compose
from tests.harness.patience import within


def runs(written: str) -> list[Run]:
    """The runs of a line in which ^{…} is raised and _{…} lowered."""
    positions = {"^": Position.RAISED, "_": Position.LOWERED}
    parts = re.split(r"([\^_]\{[^}]*\})", written)
    return [Run(part[2:-1], positions[part[0]]) if re.match(r"[\^_]\{", part) else Run(part) for part in parts]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("tolls rose by 7^{4} per cent in 2021^{5}, it said", "tolls rose by 7 per cent in 2021, it said"),
        ("the board^{3} said so.^{4} Then", "the board said so. Then"),
        ("a plan ^{6}, then", "a plan, then"),
        ("it said^{1,2} and wrote.^{3–5}", "it said and wrote."),
        ("it said^{7}and left", "it said and left"),
        ("the harbour^{*} and the quay^{†} and the pier^{b}", "the harbour and the quay and the pier"),
        ("it was so^{[citation needed]} for years", "it was so for years"),
        ("tolls rose by 7^{4,5} per cent", "tolls rose by 7 per cent"),
        ("chapter 2^{3} says", "chapter 2 says"),
        ("moved in^{2} with", "moved in with"),
        ("the BBC^{2} said", "the BBC said"),
    ],
)
def test_the_mark_of_a_note_is_taken_out(written: str, words: str) -> None:
    assert compose(runs(written))[0] == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a fund of 10^{9} crowns", "a fund of 10⁹ crowns"),
        ("a dose of 10^{-6} or 10^{−3}", "a dose of 10⁻⁶ or 10⁻³"),
        ("40 km^{2} and 3 m^{3}/s and 6 in^{2}", "40 km² and 3 m³/s and 6 in²"),
        ("E = mc^{2} and x^{2} + y^{n}", "E = mc² and x² + yⁿ"),
        ("2^{16} rows, 2^{k} rows, 2^{n − 1} rows", "2¹⁶ rows, 2^k rows, 2^(n − 1) rows"),
        ("3^{2} = 9", "3² = 9"),
        ("Ca^{2+} and SO_{4}^{2−}", "Ca²⁺ and SO4²⁻"),
        ("dated by ^{14}C, with ^{235}U", "dated by ¹⁴C, with ²³⁵U"),
        ("sold for £5^{99}", "sold for £5⁹⁹"),
    ],
)
def test_an_exponent_stays_one(written: str, words: str) -> None:
    assert compose(runs(written)) == (words, [])


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("the 5^{th} day, the 1^{st}", "the 5th day, the 1st"),
        ("le 1^{er} mai, M^{me} Roux, n^{o} 5", "le 1er mai, Mme Roux, nº 5"),
        ("el 2^{a} y el 1^{o}", "el 2ª y el 1º"),
        ("Acme^{TM} and Bell^{®}", "Acme™ and Bell®"),
        ("H_{2}O and CO_{2}", "H2O and CO2"),
        ("the number 10_{2}", "the number 10₂"),
        ("5^{1}⁄_{2} miles, 2^{3}/_{7} pounds", "5½ miles, 2³⁄₇ pounds"),
        ("^{3}See the account", "³ See the account"),
        ("Ferry^{new} today", "Ferry new today"),
    ],
)
def test_what_ends_a_word_stays_on_its_line_and_a_label_at_the_beginning(written: str, words: str) -> None:
    assert compose(runs(written)) == (words, [])


def test_marks_are_told_with_the_words_before_them_and_kept_where_all_is() -> None:
    line = runs("it said in 2021^{5}, and wrote^{[a]} it")
    assert compose(line)[1] == [LeftOut(Omission.NOTE_MARKS, "in 2021 [5]"), LeftOut(Omission.NOTE_MARKS, "and wrote [a]")]
    assert compose(line, keep_all=True) == ("it said in 2021[5], and wrote[a] it", [])


def test_what_the_format_calls_a_mark_is_one_on_the_line_too() -> None:
    assert compose([Run("It said "), Run("[12]", note=True), Run(".")])[0] == "It said."
    assert compose([Run("It holds 10"), Run("6", Position.RAISED, note=True), Run(" crowns")])[0] == "It holds 10 crowns"


@given(st.lists(st.text(max_size=12), max_size=6))
def test_a_line_without_marks_is_kept_to_the_letter(parts: list[str]) -> None:
    assert compose([Run(part) for part in parts]) == ("".join(parts), [])


@given(st.integers(0, 99999), st.integers(0, 999), st.sampled_from(["", " per cent", ", it said", " m", "th"]))
def test_no_raised_number_ever_joins_the_figure_before_it(figure: int, mark: int, following: str) -> None:
    words, _ = compose([Run(f"it was {figure}"), Run(str(mark), Position.RAISED), Run(following)])
    assert re.search(r"\d+", words) is not None
    assert re.findall(r"[0-9]+", words) == [str(figure)]


@pytest.mark.thorough
def test_a_paragraph_of_a_hundred_thousand_marks_costs_no_time() -> None:
    start = time.monotonic()
    words, left_out = compose([Run("it said"), Run("7", Position.RAISED), Run(" and ")] * 100_000)
    assert (words[:18], len(left_out)) == ("it said and it sai", 100_000)
    assert len(words) == len("it said and ") * 100_000
    assert time.monotonic() - start < within(2)

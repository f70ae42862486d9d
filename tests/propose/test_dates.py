"""Expressions of time: what they mean, what they were counted from, and that no text breaks the reading."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.base import dates as calendar
from kb.propose import dates
from kb.propose.parts import Date

PUBLISHED = "2021-05-12"  # a Wednesday

ABSOLUTE = [
    ("It opened on July 1, 2021.", "July 1, 2021", "2021-07-01", "2021-07-01"),
    ("It opened on 1 July 2021.", "1 July 2021", "2021-07-01", "2021-07-01"),
    ("It opened in July 2021.", "July 2021", "2021-07", "2021-07"),
    ("It opened in 1969.", "1969", "1969", "1969"),
    ("It opened on 2020-03-05.", "2020-03-05", "2020-03-05", "2020-03-05"),
    ("It opened on 10/23/2020.", "10/23/2020", "2020-10-23", "2020-10-23"),
    ("Trade grew in the 1990s.", "the 1990s", "199X", "199"),
    ("Trade grew in the late 1970s.", "the late 1970s", "197X", "197"),
    ("Trade grew in the 19th century.", "the 19th century", "18XX", "18"),
    ("Trade grew in mid-2020.", "mid-2020", "2020", "2020"),
    ("Trade grew around 2015.", "around 2015", "2015~", "2015"),
    ("Trade grew in the second quarter of 2021.", "the second quarter of 2021", "2021-04/2021-06", "2021-Q2"),
    ("Trade grew in the summer of 2019.", "the summer of 2019", "2019-22", "2019-SU"),
    ("Trade grew in early 2021.", "early 2021", "2021", "2021"),
    ("Trade grew in fiscal 2020.", "fiscal 2020", "2020~", "2020"),
]

RELATIVE = [
    ("It met yesterday.", "yesterday", "2021-05-11"),
    ("It will meet tomorrow.", "tomorrow", "2021-05-13"),
    ("It met on Monday.", "Monday", "2021-05-10"),
    ("It met last Friday.", "last Friday", "2021-05-07"),
    ("It will meet on Friday.", "Friday", "2021-05-14"),
    ("It will meet next year.", "next year", "2022"),
    ("It met last month.", "last month", "2021-04"),
    ("It meets this week.", "this week", "2021-05-10/2021-05-16"),
    ("It met three years ago.", "three years ago", "2018"),
    ("It met two days ago.", "two days ago", "2021-05-10"),
    ("It met in March last year.", "March last year", "2020-03"),
    ("It was signed in December.", "December", "2020-12"),
    ("It was signed on December 1.", "December 1", "2020-12-01"),
    ("It will be signed on July 1.", "July 1", "2021-07-01"),
    ("It met last summer.", "last summer", "2020-22"),
]

LENGTHS = [
    ("It lasted two years.", "P2Y"),
    ("A five-month drought ended.", "P5M"),
    ("It took two and a half hours.", "PT2H30M"),
    ("It took several weeks.", "PXW"),
    ("It meets every year.", "P1Y"),
    ("It meets every Monday.", "XXXX-WXX-1"),
    ("It is read daily.", "P1D"),
]


def only(text: str, anchor: str | None = PUBLISHED) -> Date:
    found = dates.find(text, anchor)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("text", "words", "edtf", "timex"), ABSOLUTE)
def test_a_date_in_full_is_read_as_the_text_gives_it(text: str, words: str, edtf: str, timex: str) -> None:
    date = only(text)
    assert (date.span.text, date.edtf, date.timex) == (words, edtf, timex)
    assert date.basis.startswith("said in the text")


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_a_relative_date_is_counted_from_the_date_of_publication(text: str, words: str, edtf: str) -> None:
    date = only(text)
    assert (date.span.text, date.edtf) == (words, edtf)
    assert date.basis == f"counted from the date of publication {PUBLISHED}"


@pytest.mark.parametrize(("text", "edtf"), [(one[0], one[2]) for one in ABSOLUTE + RELATIVE])  # type: ignore[operator]
def test_every_date_is_one_that_the_base_accepts(text: str, edtf: str) -> None:
    assert calendar.bounds(edtf) is not None
    assert calendar.bounds(only(text).edtf or "") is not None


@pytest.mark.parametrize(("text", "timex"), LENGTHS)
def test_a_length_or_repeated_time_has_a_timex_value_and_no_date(text: str, timex: str) -> None:
    date = dates.find(text, PUBLISHED)[0]
    assert date.edtf is None
    assert date.timex == timex


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("He ruled from 2014 to 2019.", "from 2014 to 2019", "2014/2019"),
        ("It fell between May and July 2020.", "between May and July 2020", "2020-05/2020-07"),
        ("The war of 1941-1945 ended.", "1941-1945", "1941/1945"),
    ],
)
def test_a_range_is_one_date_with_its_two_ends(text: str, words: str, edtf: str) -> None:
    date = only(text)
    assert (date.span.text, date.edtf) == (words, edtf)
    assert len(date.parts) == 2
    assert all(text[part.span.start : part.span.end] == part.span.text for part in date.parts)


@pytest.mark.parametrize(("text", "edtf"), [("Since 2014 it fell.", "2014/.."), ("It was open until 2019.", "../2019")])
def test_since_and_until_leave_one_end_open(text: str, edtf: str) -> None:
    assert only(text).edtf == edtf
    assert calendar.bounds(edtf) is not None


def test_the_next_day_is_counted_from_the_day_named_before() -> None:
    first, second = dates.find("They met on July 1, 2019. The next day they left.", PUBLISHED)
    assert (first.edtf, second.edtf) == ("2019-07-01", "2019-07-02")
    assert second.basis == "counted from “July 1, 2019” before it"


def test_a_year_earlier_beside_a_quarters_figures_is_that_quarter() -> None:
    text = "In the third quarter of 2020 profit was $5 million, from $4 million a year earlier."
    assert [date.timex for date in dates.find(text, PUBLISHED)] == ["2020-Q3", "2019-Q3"]


def test_without_a_date_of_publication_relative_dates_have_no_value_and_say_so() -> None:
    date = only("It met yesterday.", None)
    assert date.edtf is None
    assert "nothing to count it from" in date.basis


def test_a_month_of_publication_does_not_give_a_day() -> None:
    assert only("It met yesterday.", "2025-09").edtf is None
    assert only("It met last month.", "2025-09").edtf == "2025-08"
    assert only("It met last year.", "2025-09").edtf == "2024"


def test_a_time_joins_its_day() -> None:
    date = only("It began at 7:15 p.m. Tuesday.")
    assert (date.edtf, date.timex) == ("2021-05-11", "2021-05-11T19:15")
    assert only("It began Tuesday night.").timex == "2021-05-11TNI"


@pytest.mark.parametrize(
    "text", ["They may leave.", "March on!", "He sent 2000 troops.", "It cost $2000.", "More than 1980 people came.", "He is 25."]
)
def test_words_and_numbers_that_are_no_dates_are_left(text: str) -> None:
    assert dates.find(text, PUBLISHED) == []


WORDS = st.sampled_from(
    [
        "May",
        "2021",
        "July",
        "31",
        "last",
        "next",
        "year",
        "years ago",
        "from",
        "to",
        "since",
        "Monday",
        "the",
        "two",
        "999999999",
        "-",
        "0000",
        "Feb. 30",
        "’",
        "a",
        "century",
        "3:99 p.m.",
        "quarter",
        ",",
        "\n\n",
        "every",
        "99/99/9999",
    ]
)


@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.one_of(st.none(), st.sampled_from(["2021-05-12", "0001-01-01", "9999-12-31", "199X", "2021-21", "x"])),
)
def test_offsets_hold_and_nothing_raises_whatever_the_text(text: str, anchor: str | None) -> None:
    end = 0
    for date in dates.find(text, anchor):
        assert text[date.span.start : date.span.end] == date.span.text
        assert date.span.start >= end
        end = date.span.end
        assert date.edtf is None or calendar.bounds(date.edtf) is not None, date
        assert re.search(r"\S", date.basis)

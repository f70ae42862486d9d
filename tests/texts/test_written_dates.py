"""Dates in figures: decided by the same rule when an article is read and when its times are proposed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.articles import dates as read
from kb.propose import dates as proposed
from kb.texts import written_dates

# The words, and the only day they can mean; None where the text does not show it.
CASES = [
    ("03/04/2021", None),
    ("3/4/2021", None),
    ("03-04-2021", None),
    ("3/4/21", None),
    ("13/04/2021", "2021-04-13"),
    ("04/13/2021", "2021-04-13"),
    ("10/23/89", "1989-10-23"),
    ("04/04/2021", "2021-04-04"),
    ("03.04.2021", "2021-04-03"),
    ("03-23-2021", "2021-03-23"),
    ("30/02/2021", None),
    ("29/02/2021", None),
    ("29/02/2024", "2024-02-29"),
    ("99/99/9999", None),
    ("01/02/0000", None),
    ("1.2.10", None),
    ("192.168.1.1", None),
    # The order that other dates of the text show.
    ("03/04/2021, then on 25/04/2021", "2021-04-03"),
    ("03/04/2021, then on 04/25/2021", "2021-03-04"),
    ("03-04-2021, then on 25/04/2021", "2021-04-03"),
    ("03/04/2021, then on 25/04/2021 and 04/25/2021", None),
    ("03/04/2021, then on 25.04.2021", None),
    ("03/04/2021, then on 31/31/2021", None),
]


@pytest.mark.parametrize(("text", "day"), CASES)
def test_a_date_in_figures_is_decided_only_where_the_text_shows_the_day(text: str, day: str | None) -> None:
    found = written_dates.day_of(text, written_dates.order_in(text))
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(("text", "day"), CASES)
def test_both_doors_decide_alike(text: str, day: str | None) -> None:
    assert read.date_of(text, written_dates.order_in(text)) == day
    given = proposed.find(f"They met on {text}.", "2021-05-12")
    assert (given[0].edtf if given else None) == day


def test_what_is_undecided_is_proposed_without_a_day_and_says_why() -> None:
    (date,) = proposed.find("They met on 03/04/2021.", "2021-05-12")
    assert (date.span.text, date.edtf, date.timex) == ("03/04/2021", None, "2021-XX-XX")
    assert date.basis == "the text does not show which figure is the day and which the month"


@given(st.dates(), st.sampled_from("/-"))
def test_a_day_written_either_way_is_read_as_itself_or_not_at_all(day: datetime.date, stroke: str) -> None:
    for form in (f"%d{stroke}%m", f"%m{stroke}%d"):
        words = f"{day.strftime(form)}{stroke}{day.year:04}"
        assert written_dates.day_of(words) == (day if day.day > 12 or day.day == day.month else None)


@given(st.text(st.sampled_from("0123456789/-. "), max_size=40))
def test_no_figures_break_the_rule(text: str) -> None:
    order = written_dates.order_in(text)
    for date in written_dates.PATTERN.finditer(text):
        assert len(written_dates.meanings(date, order)) <= 2

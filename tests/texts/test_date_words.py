"""EDTF in words: a table of cases, and every date that the calendar accepts."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb.base import dates
from kb.texts.date_words import in_words

CASES = {
    "2021": "2021",
    "0000": "0000",
    "2021~": "about 2021",
    "2021?": "perhaps 2021",
    "2021%": "perhaps about 2021",
    "192X": "1920s",
    "192X~": "about 1920s",
    "19XX": "1900 to 1999",
    "2021-XX": "2021, month unknown",
    "2021-XX-XX": "2021, day unknown",
    "192X-XX": "1920s, month unknown",
    "2025-09": "September 2025",
    "2025-09?": "perhaps September 2025",
    "2021-22": "summer 2021",
    "2021-10-XX": "October 2021, day unknown",
    "2021-10-03": "3 October 2021",
    "2021-10-23T09:30:00": "23 October 2021, 09:30:00",
    "2021-10-23T09:30:00Z": "23 October 2021, 09:30:00 UTC",
    "2021-10-23T09:30:00+05:30": "23 October 2021, 09:30:00 UTC+05:30",
    "192X/194X": "1920s to 1940s",
    "2021/2041~": "2021 to about 2041",
    "2005~/2025": "about 2005 to 2025",
    "2020/2025-09": "2020 to September 2025",
    "../2041": "by 2041 at the latest",
    "../2021-10-23": "by 23 October 2021 at the latest",
    "/2021": "until 2021, since when is unknown",
    "2025-09/..": "from September 2025 on",
    "2025-09/": "from September 2025, until when is unknown",
    "2021-10-01/2021-10-10": "1 to 10 October 2021",
    "2021-09-28/2021-10-10": "28 September to 10 October 2021",
    "2020-12-28/2021-01-02": "28 December 2020 to 2 January 2021",
    "2021-09/2021-10": "September to October 2021",
    "2021-21/2021-23": "spring 2021 to autumn 2021",
    "2021-10-01~/2021-10-10~": "early October 2021",
    "2021-10-11~/2021-10-20~": "mid-October 2021",
    "2021-02-21~/2021-02-28~": "late February 2021",
    "2021-10-01~/2021-10-09~": "about 1 October 2021 to about 9 October 2021",
    "no date": "no date",
}


@pytest.mark.parametrize("edtf", CASES)
def test_a_date_reads_as_people_say_it(edtf: str) -> None:
    assert in_words(edtf) == CASES[edtf]


@pytest.mark.parametrize("edtf", [edtf for edtf in CASES if edtf != "no date"])
def test_the_cases_are_dates_of_the_calendar(edtf: str) -> None:
    assert dates.bounds(edtf) is not None


PARTS = [
    "{y}",
    "{d}X",
    "{c}XX",
    "{y}-XX",
    "{d}X-XX",
    "{d}X-XX-XX",
    "{y}-XX-XX",
    "{y}-{m:02d}",
    "{y}-2{s}",
    "{y}-{m:02d}-XX",
    "{y}-{m:02d}-{n:02d}",
]


@st.composite
def date(draw: st.DrawFn) -> str:
    year = draw(st.integers(0, 9999))
    text = draw(st.sampled_from(PARTS)).format(
        y=f"{year:04d}",
        d=f"{year:04d}"[:3],
        c=f"{year:04d}"[:2],
        m=draw(st.integers(1, 12)),
        s=draw(st.integers(1, 4)),
        n=draw(st.integers(1, 31)),
    )
    return text + draw(st.sampled_from(["", "", "?", "~", "%"]))


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    form = draw(st.sampled_from(["{0}", "{0}/{1}", "../{0}", "/{0}", "{0}/..", "{0}/", "{2}"]))
    time = f"{draw(st.dates()).isoformat()}T{draw(st.times()).replace(microsecond=0).isoformat()}" + draw(
        st.sampled_from(["", "Z", "-04", "+05:30"])
    )
    return form.format(draw(date()), draw(date()), time)


@given(edtf_dates())
@pytest.mark.thorough
def test_every_date_of_the_calendar_has_words_that_hold_its_years_and_no_marks(edtf: str) -> None:
    assume(dates.bounds(edtf) is not None)
    words = in_words(edtf)
    assert not set(words) & set("X/~?%")
    years = {part[:2] for part in edtf.split("/") if part and part != ".."}
    assert all(re.search(rf"\b{century}\d\d", words) for century in years)

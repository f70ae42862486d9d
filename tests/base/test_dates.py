"""EDTF as the table `dates` knows it: a table of cases, then every form of levels 0 and 1 against the package `edtf`."""

from __future__ import annotations

import calendar as gregorian
import datetime
import re
import sqlite3
from time import struct_time

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kb.base import schema

# What the Library of Congress accepts at levels 0 and 1 and the base does not, with why.
NOT_ACCEPTED = {
    "-1985": "years before 0000: no text has needed them, and ISO days before 0000 do not sort as text",
    "-1985/2021": "as above",
    "Y170000002": "years of more than four digits: ISO days of theirs do not sort as text",
    "Y-170000002": "as above",
}
# Where the package and the base differ on what both accept, with why; the comparison below leaves these out.
DIFFERENCES = {
    "2021/": "an end that is unknown has no last day here; the package takes ten years",
    "/2021": "a beginning that is unknown has no first day here; the package takes ten years",
    "2021/..": "an open end has no last day here; the package says infinity",
    "../2021": "an open beginning has no first day here; the package says minus infinity",
    "../..": "an interval open on both sides says nothing and is refused here; the package accepts it",
    "2022/2021": "an interval that runs backwards is refused here; the package accepts it",
    "2021-22~": "a mark of doubt may follow a season as any other date of level 1; the package refuses it",
    "2021-25": "seasons of level 2 (25 to 41) are refused here; the package accepts them",
    "0001-02-29": "ISO 8601, on which EDTF rests, has the Gregorian calendar for every year: 29 February is refused in a common year; "
    "the package accepts it in any",
}
# date: first and last day, None where there is none.
VALID: dict[str, tuple[str | None, str | None]] = {
    # level 0
    "2021": ("2021-01-01", "2021-12-31"),
    "0000": ("0000-01-01", "0000-12-31"),
    "0000-02-29": ("0000-02-29", "0000-02-29"),
    "9999": ("9999-01-01", "9999-12-31"),
    "9999-12": ("9999-12-01", "9999-12-31"),
    "2021-10": ("2021-10-01", "2021-10-31"),
    "2021-12": ("2021-12-01", "2021-12-31"),
    "2021-02": ("2021-02-01", "2021-02-28"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "2021-10-23": ("2021-10-23", "2021-10-23"),
    "2024-02-29": ("2024-02-29", "2024-02-29"),
    "2021-10-23T09:30:00": ("2021-10-23", "2021-10-23"),
    "2021-10-23T23:59:59Z": ("2021-10-23", "2021-10-23"),
    "2021-10-23T23:20:30+05:30": ("2021-10-23", "2021-10-23"),
    "2021-10-23T23:20:30-04": ("2021-10-23", "2021-10-23"),
    "2021/2022": ("2021-01-01", "2022-12-31"),
    "2021-02/2022-08": ("2021-02-01", "2022-08-31"),
    "2021-02-01/2022-08-31": ("2021-02-01", "2022-08-31"),
    "2021-02-01/2022-08": ("2021-02-01", "2022-08-31"),
    "2021-02-01/2022": ("2021-02-01", "2022-12-31"),
    "2021/2022-02": ("2021-01-01", "2022-02-28"),
    "2021/2021": ("2021-01-01", "2021-12-31"),
    # level 1: seasons (the months of the northern year; winter ends with the year, as the package has it)
    "2021-21": ("2021-03-01", "2021-05-31"),
    "2021-22": ("2021-06-01", "2021-08-31"),
    "2021-23": ("2021-09-01", "2021-11-30"),
    "2021-24": ("2021-12-01", "2021-12-31"),
    "9999-24": ("9999-12-01", "9999-12-31"),
    "2021-21/2021-23": ("2021-03-01", "2021-11-30"),
    # level 1: doubt, which widens nothing
    "2021?": ("2021-01-01", "2021-12-31"),
    "2021~": ("2021-01-01", "2021-12-31"),
    "2021%": ("2021-01-01", "2021-12-31"),
    "2021-10?": ("2021-10-01", "2021-10-31"),
    "2021-10-23~": ("2021-10-23", "2021-10-23"),
    "2021-22~": ("2021-06-01", "2021-08-31"),
    "2021~/2022?": ("2021-01-01", "2022-12-31"),
    "2021/2041~": ("2021-01-01", "2041-12-31"),
    "2021-10-23?/..": ("2021-10-23", None),
    # level 1: unspecified digits
    "202X": ("2020-01-01", "2029-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2021-XX": ("2021-01-01", "2021-12-31"),
    "2021-02-XX": ("2021-02-01", "2021-02-28"),
    "2024-02-XX": ("2024-02-01", "2024-02-29"),
    "2021-XX-XX": ("2021-01-01", "2021-12-31"),
    "202X~": ("2020-01-01", "2029-12-31"),
    "999X": ("9990-01-01", "9999-12-31"),
    # level 1: open and unknown ends
    "2021/..": ("2021-01-01", None),
    "2021-10/..": ("2021-10-01", None),
    "../2021": (None, "2021-12-31"),
    "2021/": ("2021-01-01", None),
    "/2021": (None, "2021-12-31"),
    "/2021-10-23": (None, "2021-10-23"),
    # the forms of level 2 that texts have needed
    "192X/194X": ("1920-01-01", "1949-12-31"),
    "19XX/20XX": ("1900-01-01", "2099-12-31"),
    "202X-XX": ("2020-01-01", "2029-12-31"),
    "202X-XX-XX": ("2020-01-01", "2029-12-31"),
    "2004-06-XX/2004-07-03": ("2004-06-01", "2004-07-03"),
}
INVALID = [
    *NOT_ACCEPTED,
    *["", " ", "soon", "2021-", "-", "/", "..", "../..", "/..", "../", "?", "~/2021", "2021/~", "2021/..?", "..~/2021"],
    *["2021-00", "2021-13", "2021-20", "2021-25", "2021-99", "2021-1", "2021-1-1", "2021-001", "21", "02021", "20211023", "202110"],
    *["2021-02-29", "2021-02-30", "2021-04-31", "2021-10-00", "2021-10-32", "2100-02-29", "0001-02-29", "2021-10-23-01"],
    *["2022/2021", "2021-10/2021-09", "2021-10-23/2021-10-22", "2021/2022/2023", "2021//2022", "2021 / 2022", "2021-10-23 ", " 2021"],
    *["2021\n", "\t2021"],
    *["2021??", "2021~?", "?2021", "2021-?10", "2021?-10", "2021??/2022", "2021/2022~~"],
    *["XXXX", "2XXX", "X021", "20X1", "2021-1X", "2021-X1", "2021-10-2X", "2021-XX-23", "202x", "2021-xx"],
    *["10/2021", "23.10.2021", "October 2021", "2021/10/23", "[2021,2022]", "{2021..2022}", "1950S2", "Y17E8", "٢٠٢١", "2021-10-23\x00"],
    *["2021-10-23T", "2021-10-23T9:30:00", "2021-10-23T25:00:00Z", "2021-10-23T24:61:00", "2021-10-23T09:60:00", "2021-10-23T09:30:60"],
    *["2021-02-30T09:30:00", "2021-10-23T09:30:00+5"],
    *["2021-10-23T09:30", "2021-10-23T09:30:00z", "2021-10-23T09:30:00+0530", "2021-10-23T09:30:00+19:00"],
    "2021-10-23 09:30:00",
    *["2021-10-23T09:30:00Z/2021-10-24", "2021-10-23/2021-10-24T09:30:00Z", "2021-10-23T09:30:00Z~", "2021-10T09:30:00"],
]


def calendar() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create_tables(connection)
    return connection


CALENDAR = calendar()


def judged(date: str) -> tuple[bool, str | None, str | None]:
    """Whether the table calls it a date, and the first and last day it gives; nothing stays in the table."""
    CALENDAR.execute("BEGIN")
    try:
        CALENDAR.execute("INSERT INTO dates(edtf) VALUES (?)", (date,))
        valid, earliest, latest = CALENDAR.execute("SELECT valid, earliest, latest FROM dates").fetchone()
    finally:
        CALENDAR.execute("ROLLBACK")
    return valid == 1, earliest, latest


@pytest.mark.parametrize("date", VALID)
def test_a_date_gets_the_first_and_last_day_it_can_mean(date: str) -> None:
    assert judged(date) == (True, *VALID[date])


@pytest.mark.parametrize("date", INVALID)
def test_what_is_no_date_is_not_called_valid(date: str) -> None:
    assert not judged(date)[0]


def package(date: str) -> tuple[str, str] | None:
    """The first and last day that the package gives; None where it finds no date."""

    def day(time: struct_time) -> str:
        return f"{time.tm_year:04}-{time.tm_mon:02}-{time.tm_mday:02}"

    try:
        parsed = edtf.parse_edtf(date)
    except EDTFParseException:
        return None
    return day(parsed.lower_strict()), day(parsed.upper_strict())


YEARS = st.integers(0, 9999).map("{:04}".format)
MONTHS = st.tuples(YEARS, st.integers(0, 26)).map(lambda part: f"{part[0]}-{part[1]:02}")
DAYS = st.tuples(YEARS, st.integers(0, 13), st.integers(0, 32)).map(lambda part: f"{part[0]}-{part[1]:02}-{part[2]:02}")
UNSPECIFIED = st.one_of(
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda part: f"{part[0]}-{part[1]:02}-XX"),
    YEARS.map("{}-XX".format),
    YEARS.map("{}-XX-XX".format),
)
DOUBT = st.sampled_from(["", "", "?", "~", "%"])
# An interval with a month that is not known makes the package fail (AttributeError), so ends are known to what they name.
ENDS = st.tuples(st.one_of(YEARS, MONTHS, DAYS), DOUBT).map("".join)
DATES = st.one_of(ENDS, st.tuples(UNSPECIFIED, DOUBT).map("".join), st.tuples(ENDS, ENDS).map("/".join))
SEASON_OF_LEVEL_2 = re.compile(r"\d{4}-2[56](?!\d|-)")
SEASON_IN_DOUBT = re.compile(r"\d{4}-2[1-4][?~%]")
LEAP_DAY = re.compile(r"(\d{4})-02-29")


@settings(deadline=None)
@given(DATES)
@example("2021-24").via("winter")
@example("2024-02-XX").via("a leap year")
@example("9999").via("the last year there is")
@example("0001-02-29").via("a day that the package accepts though year 1 is a common year")
@example("2020/2021-02-29").via("the same, at the end of an interval")
@example("0000-02-29").via("a leap day: ISO 8601 has a year 0, and it is a leap year")
@pytest.mark.thorough
def test_the_table_agrees_with_the_package_edtf(date: str) -> None:
    """All but what DIFFERENCES documents: seasons in doubt or of level 2, intervals that run backwards, 29 February in a common year."""
    assume(not SEASON_IN_DOUBT.search(date))
    expected = package(date)
    no_such_day = any(not gregorian.isleap(int(year)) for year in LEAP_DAY.findall(date))
    if expected is None or no_such_day or SEASON_OF_LEVEL_2.search(date) or expected[0] > expected[1]:
        assert not judged(date)[0]
    else:
        assert judged(date) == (True, *expected)


@given(st.dates(), st.dates())
def test_an_interval_of_two_days_is_valid_if_and_only_if_it_runs_forwards(first: datetime.date, last: datetime.date) -> None:
    date = f"{first.isoformat()}/{last.isoformat()}"
    valid, earliest, latest = judged(date)
    assert valid == (first <= last)
    if valid:
        assert (earliest, latest) == (first.isoformat(), last.isoformat())


@given(st.text(max_size=12) | st.text("0123456789X-/.?~%TZ:", max_size=24))
@pytest.mark.thorough
def test_whatever_is_called_valid_has_days_in_order_that_are_days(text: str) -> None:
    if "\0" in text or any(0xD800 <= ord(letter) < 0xE000 for letter in text):
        return
    valid, earliest, latest = judged(text)
    if valid:
        days = [day for day in (earliest, latest) if day is not None]
        assert days == sorted(days) != []
        for day in days:
            assert len(day) == 10
            assert CALENDAR.execute("SELECT date(?, '+0 days')", (day,)).fetchone()[0] == day


@pytest.mark.parametrize("date", DIFFERENCES)
def test_each_documented_difference_from_the_package_is_one(date: str) -> None:
    valid, *days = judged(date)
    try:
        parsed = edtf.parse_edtf(date)
    except EDTFParseException:
        assert valid
        return
    assert not valid or None in days
    assert parsed.lower_strict() is not None
    assert parsed.upper_strict() is not None


@pytest.mark.parametrize("date", NOT_ACCEPTED)
def test_each_form_said_not_to_be_accepted_is_a_date_to_the_package(date: str) -> None:
    assert edtf.parse_edtf(date) is not None

"""Dates are right or not given: other eras and calendars, fiscal years, ranges, names that hold a date, tense, weekdays and times of day."""

from __future__ import annotations

import time

import pytest

from kb.base import dates as calendar
from kb.propose import dates, numbers

PUBLISHED = "2024-05-15"  # a Wednesday

# text, words, EDTF
RIGHT = [
    ("It fell in AD 79.", "AD 79", "0079"),
    ("It fell in 622 CE.", "622 CE", "0622"),
    ("It fell on 24 August 79 AD.", "24 August 79 AD", "0079"),
    ("It stood from AD 43–47.", "AD 43–47", "0043/0047"),
    ("It was built c. 1850.", "c. 1850", "1850~"),
    ("It was built c.1850.", "c.1850", "1850~"),
    ("It was built ca. 1850.", "ca. 1850", "1850~"),
    ("It was built c. 1850–55.", "c. 1850–55", "1850~/1855~"),
    ("It was built circa 1850–1860.", "circa 1850–1860", "1850~/1860~"),
    ("Exports rose in the 2022 fiscal year.", "the 2022 fiscal year", "2022~"),
    ("It ran from May or June 2021.", "May or June 2021", "2021-05/2021-06"),
    ("It ran in 1999-00.", "1999-00", "1999/2000"),
    ("In 1215 the barons met.", "In 1215", "1215"),
    ("Exports rose in fiscal 2021-22.", "fiscal 2021-22", "2021/2022"),
    ("Exports rose in FY 2021/22.", "FY 2021/22", "2021/2022"),
    ("Exports rose in FY22.", "FY22", "2022~"),
    ("Exports rose in the 2009-10 financial year.", "the 2009-10 financial year", "2009/2010"),
    ("The 2011-12 season ended.", "2011-12", "2011/2012"),
    ("It ran from 2009–10.", "2009–10", "2009/2010"),
    ("They met on 3–4 May.", "3–4 May", "2024-05-03/2024-05-04"),
    ("They met on 3-4 May 2021.", "3-4 May 2021", "2021-05-03/2021-05-04"),
    ("They met on 3 and 4 May 2021.", "3 and 4 May 2021", "2021-05-03/2021-05-04"),
    ("They met on the night of 10/11 March 2021.", "10/11 March 2021", "2021-03-10/2021-03-11"),
    ("They met on 2021/05/03.", "2021/05/03", "2021-05-03"),
    ("They met on 3-May-2021.", "3-May-2021", "2021-05-03"),
    ("They met on 2021 May 3.", "2021 May 3", "2021-05-03"),
    ("They met on 3 May '21.", "3 May '21", "2021-05-03"),
    ("It grew in H1 2021.", "H1 2021", "2021-01/2021-06"),
    ("It grew in 2021 Q3.", "2021 Q3", "2021-07/2021-09"),
    ("It was common in the 1800s.", "the 1800s", "18XX"),
    ("They met on Tuesday, 4 May 2021.", "Tuesday, 4 May 2021", "2021-05-04"),
    ("They met on Saturday, May 20.", "Saturday, May 20", "2023-05-20"),
    ("The pact was signed by both on July 20.", "July 20", "2023-07-20"),
    ("On July 20 the bridge fell.", "July 20", "2023-07-20"),
    ("The clerk left in August.", "August", "2023-08"),
    ("The bridge will open on July 20.", "July 20", "2024-07-20"),
    ("The fair is planned for July 20.", "July 20", "2024-07-20"),
    ("The May 9 attack hurt two.", "May 9", "2024-05-09"),
    ("It began at ten o'clock on Monday.", "at ten o'clock on Monday", "2024-05-13"),
]

NO_DATE = [
    "He was killed in 44 BC.",
    "He was killed on 15 March 44 BC.",
    "It fell in 753 B.C.E. to fire.",
    "It stood from 2600 to 1900 BC.",
    "It fell in 1550–1500 BC.",
    "It was rich in the 5th century BC.",
    "It was rich in the second and third centuries BC.",
    "The king died in 2567 BE.",
    "The king died in B.E. 2567.",
    "He left on 1 Muharram 1446.",
    "He left on 12 Rabi al-Awwal 1445 AH.",
    "He left in 1402 SH.",
    "He left on 13 Khordad 1403.",
    "He left on 3 Tishrei 5785.",
    "He left in Heisei 31.",
    "He left in the year 113 of the Republic of China.",
    "He left on 9 Thermidor Year II.",
    "It fell on 25 October 1917 (O.S.).",
    "It fell on 25 October (7 November) 1917.",
    "He was born on 1 January 988.",
    "He was born in January 2567.",
    "Exports rose in 2009-10.",
    "Sales rose in the second quarter of fiscal 2021.",
    "Sales rose in Q3 FY22.",
    "They met on 3 or 4 May.",
    "They met on 21/05/03.",
    "They met on Monday, 4 May 2021.",
    "The 17 February Brigade came.",
    "The February 17 Brigade came.",
    "The April 6 Youth Movement came.",
    "The 26 July Movement came.",
    "The October Revolution came.",
    "The Sept. 11 attacks came up.",
    "The 20 July plot came up.",
    "It was Bloody Sunday again.",
    "The Movement of 20 February came.",
    "The Friday Mosque was full.",
    "They met on Monday mornings.",
    "They met on Tuesday, May 6.",
    "It fell on 25 October 1917 Old Style.",
    "In พ.ศ. 2567 he left.",
    "He got off at 25 de Mayo.",
    "The Sunday Times came.",
    "The night ferry was late.",
    "The morning bell rang.",
    "The morning after was cold.",
]


@pytest.mark.parametrize(("text", "words", "edtf"), RIGHT)
def test_the_date_is_the_right_one(text: str, words: str, edtf: str) -> None:
    found = [(date.span.text, date.edtf) for date in dates.find(text, PUBLISHED)]
    assert found == [(words, edtf)]
    assert calendar.bounds(edtf) is not None


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_of_this_calendar_or_undecided_has_neither_date_nor_number(text: str) -> None:
    found = dates.find(text, PUBLISHED)
    assert [date.edtf for date in found if date.edtf] == []
    assert [quantity.span.text for quantity in numbers.find(text, found)] == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("He was killed in 44 BC.", "before the year 1"),
        ("The king died in 2567 BE.", "another calendar"),
        ("They met on Monday, 4 May 2021.", "calls the day a Monday, but it was a Tuesday"),
        ("Exports rose in 2009-10.", "whether it is a month or two years"),
    ],
)
def test_the_basis_says_why_there_is_no_date(text: str, basis: str) -> None:
    (date,) = dates.find(text, PUBLISHED)
    assert basis in date.basis


def test_a_date_that_another_decides_says_which_one_did() -> None:
    first, second = dates.find("It is dated 03/04/2021. It began on 25/04/2021.", PUBLISHED)
    assert (first.edtf, second.edtf) == ("2021-04-03", "2021-04-25")
    assert first.basis == "said in the text, in the order that its “25/04/2021” shows"
    assert second.basis == "said in the text"


def test_a_time_of_day_is_that_of_the_day_last_named() -> None:
    day, time = dates.find("They met on May 3, 2021. At 7 p.m. they left.", PUBLISHED)
    assert (time.edtf, time.timex) == ("2021-05-03", "2021-05-03T19:00")
    assert time.basis == "counted from “May 3, 2021” before it"
    assert day.edtf == "2021-05-03"


def test_hours_written_as_one_number_are_a_time() -> None:
    (time,) = dates.find("They left at 0530 hours.", PUBLISHED)
    assert time.timex == "2024-05-15T05:30"


@pytest.mark.parametrize("unit", ["the ", "a-", "00 ", "1 ", "and ", "century ", "9", "in the second and third "])
@pytest.mark.thorough
def test_long_runs_of_the_same_words_take_no_long_time(unit: str) -> None:
    text = unit * 4000
    started = time.process_time()
    numbers.find(text, dates.find(text, PUBLISHED))
    assert time.process_time() - started < 20  # seconds; those that went over the text again at each place took minutes

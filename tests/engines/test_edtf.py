"""python-edtf's own cases of levels 0 and 1, in its installed documentation and in its tests, agree with the table `dates`."""

from __future__ import annotations

import math
import re
from importlib.metadata import distribution
from time import struct_time

import edtf
import pytest

from tests.base.test_dates import judged

HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
EXAMPLE = re.compile(r"parse_edtf\(['\"](.+?)['\"]\)")
# The dates that the package's own tests read at levels 0 and 1 (they are not installed with it); what they mean, it is asked.
TESTED = [
    *[
        "2001-02-03",
        "2008-12",
        "2008",
        "-0999",
        "0000",
        "2001-02-03T09:30:01",
        "2004-01-01T10:10:10Z",
        "2004-01-01T10:10:10+05:00",
        "1985-04-12T23:20:30",
    ],
    *["1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02", "-2005/-1999-02"],
    *[
        "1984?",
        "2004-06-11?",
        "2004-06?",
        "1984~",
        "1984%",
        "199X",
        "19XX",
        "1999-XX",
        "1999-01-XX",
        "1999-XX-XX",
        "-0275~",
        "-0001~",
        "0000~",
        "/2006",
        "2004-06-01/",
        "../2006",
    ],
    *[
        "2004-01-01/..",
        "1984~/2004-06",
        "1984/2004-06~",
        "1984?/2004%",
        "1984~/2004~",
        "1984-06?/2004-08?",
        "1984-06-02?/2004-08-08~",
        "1984-06-02?/",
    ],
    *["Y170000002", "Y-170000002", "2001-21", "2003-22", "2000-23", "2010-24", "2004-06-11%"],
]
NO_DATES = [
    "",
    "not a edtf string",
    "Y17E7-12-26",
    "2016-13-08",
    "2016-02-39",
    "-0000-01-01",
    "2004-(06)?-11",
    "2004-(06)%",
    "(2011)-06-04~",
]
# Of level 0 and 1, the base refuses years before 0 and beyond 9999: an ISO day cannot sort them. DECISIONS says so too.
REFUSED = re.compile(r"-\d{4}|Y-?\d+")


def documented() -> list[str]:
    """Every date in an example under a heading of level 0 or 1."""
    document = distribution("edtf").read_text("METADATA") or ""
    headings = [*HEADING.finditer(document)]
    ends = [*(heading.start() for heading in headings[1:]), len(document)]
    sections = [document[heading.end() : end] for heading, end in zip(headings, ends, strict=True) if re.match(r"Level [01]\b", heading[1])]
    return [date for section in sections for date in EXAMPLE.findall(section)]


def meant(date: str) -> tuple[str | None, str | None]:
    """The first and last day by the package, none where an end is open (its infinity) or unknown (its ten years)."""
    parsed = edtf.parse_edtf(date)
    first, last = day(parsed.lower_strict()), day(parsed.upper_strict())
    return (None if date.startswith("/") else first), (None if date.endswith("/") else last)


def day(time: struct_time | float) -> str | None:
    if isinstance(time, float):
        assert math.isinf(time)
        return None
    return f"{time.tm_year:04}-{time.tm_mon:02}-{time.tm_mday:02}"


def test_the_documentation_has_examples_of_both_levels() -> None:
    assert len(documented()) >= 9
    assert any(set("?~%X/") & set(date) for date in documented())


@pytest.mark.parametrize("date", sorted({*documented(), *TESTED}))
@pytest.mark.thorough
def test_a_date_of_the_package_is_what_the_table_says(date: str) -> None:
    if REFUSED.match(date):
        assert not judged(date)[0]
        assert edtf.parse_edtf(date) is not None
    else:
        assert judged(date) == (True, *meant(date))


@pytest.mark.parametrize("text", NO_DATES)
def test_what_the_package_tests_to_be_no_date_is_none_here(text: str) -> None:
    assert not judged(text)[0]

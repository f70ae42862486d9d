"""Tell the place, day and agency before the first sentence of a report from the sentence: "KELMOUTH, 4 May 2021 (Coast Wire) — The bridge …".

Whoever reads dates takes the day from it; whoever reads sentences leaves it out, as a parser would take it for a subject.
"""

from __future__ import annotations

import re

from kb.articles.dates import BESIDE, MONTH_NAME, WEEKDAY, WRITTEN, first_date
from kb.texts.written_dates import Order

LONGEST = 120  # code points of a dateline before its last dash
MOST_WORDS = 7  # of places and agencies
DASH = re.compile(r"\s+(?:[—–]|--?)\s+|\s*—\s*")
AGENCY = re.compile(r"\([A-Z][^()]*\)|/[A-Z][^/]*/")
WITHOUT_YEAR = re.compile(rf"\b(?:(?:{MONTH_NAME})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{MONTH_NAME}))\b\.?|\b{WEEKDAY}\b", re.IGNORECASE)
BEFORE_DAY = re.compile(
    r"[A-Z].*[,)—–/-]\s*$|[A-Z]{3}[A-Z .,/'’-]*$", re.DOTALL
)  # a place, and what parts it from the day, unless it is in capitals
PLACE_IN_CAPITALS = re.compile(r"[^\W\d_a-zà-öø-ÿ]{3,}(?:[ /.'’-]+[^\W\d_a-zà-öø-ÿ]+){0,3}(?:,\s[A-Z][\w. ]*)?\W*$")
ARTICLES = ("The", "A", "An")  # "The European Union (EU) — The bloc …"
SENTENCE = re.compile(r"[“‘\"'„«(\[]*[^\W_]")
ITS_CAPITAL = re.compile(r"[“‘\"'„«(\[]*(?:[^\W_a-zà-öø-ÿ])")


def length(paragraph: str) -> int:
    """Return the number of code points that the dateline of a paragraph takes with its dash, 0 without one.

    It has a place, and besides a day, a weekday or an agency, or else the place is in capitals. A lower-case letter after the dash means
    an insertion instead, as in "NATO — the alliance — said", except after a day with its year.
    """
    dashes = [dash for dash in DASH.finditer(paragraph[: LONGEST + 3]) if dash.start() <= LONGEST]
    return next((dash.end() for dash in reversed(dashes) if leads(paragraph[: dash.start()], paragraph[dash.end() :])), 0)


def leads(head: str, following: str) -> bool:
    """Whether the words before a dash are a dateline, given what follows the dash."""
    whole_day = WRITTEN.search(head)
    day = whole_day or WITHOUT_YEAR.search(head)
    begins = SENTENCE if whole_day else ITS_CAPITAL
    if not begins.match(following) or (day and (WRITTEN.match(following) or WITHOUT_YEAR.match(following))):
        return False
    if day and not BEFORE_DAY.search(BESIDE.sub(" ", head[: day.start()])):
        return False
    named = re.findall(r"[^\W\d_]+", BESIDE.sub(" ", WITHOUT_YEAR.sub(" ", WRITTEN.sub(" ", head))))
    if not named or len(named) > MOST_WORDS or not head[:1].isupper() or named[0] in ARTICLES:
        return False
    if whole_day or day:
        return all(word[0].isupper() for word in named)
    return bool(AGENCY.search(head)) or PLACE_IN_CAPITALS.match(head) is not None


def day(paragraph: str, order: Order | None = None) -> str | None:
    """Return the EDTF day in the dateline of a paragraph, or None where it has no dateline or that names no whole day."""
    date = first_date(paragraph[: length(paragraph)], order)
    return date if date and len(date) == len("2021-05-04") else None

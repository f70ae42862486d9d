"""Recognise numbers that stand in something the rules do not understand, which therefore have no value.

A wrong value is worse than none: the reader can type a number that is missing, but will not look for one that is false.
"""

from __future__ import annotations

import re

from kb.propose import figures
from kb.propose.numbers.vocabulary import UNREAD

LAST_LATIN = 0x24F  # the last letter of the Latin script's common blocks
REACH = 24  # code points before a number in which its surroundings are sought
# What may stand right before a number that is then not understood: an operator, "per", a clock, a dash that may be a minus or a bullet.
BEFORE = re.compile(
    r"(?:thirds? of |\d:|\d['’′] ?|[\u0370-\u1fff\u2e80-\ud7ff]\.? ?|[±×^*=+/]\s?|\d\s?x\s?|(?:^|[\s(\[“\"‘])[–—-]|[\d\w]−"
    r"|\bsub-|\b(?:feet|foot|ft|pounds|lbs?|stone)(?: and)? |\b(?:per|past|o['’]clock|parallel|[Ll]atitude|[Ll]ongitude|[Rr]oom) )$"
)
# The same right after the number and its unit. Letters, powers and strokes that touch it make it part of something else.
AFTER = re.compile(
    r"[^\W\d_]| [b-hj-zB-HJ-Z]\b(?!['’.-]?\w)|[²³⁰¹⁴-⁹⁺⁻ⁿⁱ^]|−\d|['’′] ?\d|['’]s?\w|[°ª]|-(?:to|in)-| de \w|[ -](?:halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b| ?[×x*]{1,2} ?\d|-plus\b|\+| (?:dozens|scores)\b|(?:,? and)? \d{1,3} (?:hundred|thousand|lakh|million)\b| ?\^|/[\w]|-something\b"
    r"| ?o['’]clock\b| ?[ap]\.?m\b| past (?:\w+)\b(?! the)| (?:to|of) (?:noon|midnight)\b|:\d"
    r"|(?: ?°| degrees?) ?(?:[NSEW]|north|south|east|west)\b| parallels?\b"
    r"|(?: [a-z]+)? per (?:\d|hundred|thousand|million|lakh)| (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?: ?°| degrees?)? below freezing|(?: (?:stone|feet|foot|ft|pounds?|lbs?))? (?:and )?\d+ (?:inch|ounce|oz|lb|pound)"
    r"| (?:B\.?C\.?(?:E\.?)?|C\.?E|A\.?D|A\.?H|B\.?E|A\.?M|B\.?S|S\.?H)\b(?!\w)"
)
BELOW_ZERO = re.compile(r"(?: ?°| degrees?)? below zero\b")
SCALE_BEFORE = re.compile(r"\b(?:million|billion|trillion|crore|lakh|thousand)(?:,? and)? $")  # "1 million" before "200 thousand"
CLOCK = re.compile(r"\d{1,2}\.[0-5]\d")
ADDRESS = re.compile(r" (?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Drive|Boulevard|Way|Place|Terrace)\b")
NOT_COUNTED = re.compile(r"\d{1,3}\.000|0\d+.*")  # a code, or a thousand, as the continent writes it, or one to three places
COMPACT_DATE = re.compile(r"(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
# A year is also written without a date: "in 476 Rome fell", but not "in 476 cases".
YEAR = re.compile(r"[1-9]\d{2,3}")
YEAR_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|the year|[Yy]ear|[Dd]ated|[Bb]orn|[Dd]ied|[bd]\.) (?:about |around |c\. ?)?$"
)
YEAR_COUNTS = re.compile(
    r"[ -](?:of|[a-z]+(?:s|en|ple)\b|(?!(?:the|an?|his|her|its|their|our|my|that|this|it|he|she|they|we|when|after)\b)[a-z]+ [a-z]+s\b)"
)
AROUND = re.compile(r"\bc\. ?$|\bca\. ?$|\bcirca $")


def understood(text: str, start: int, end: int, figure: str, *, bare: bool) -> bool:
    """Whether nothing around the amount text[start:end] makes it something else than what its figure spells.

    `bare` says that it has neither unit nor sign of a currency nor a word such as "about" before it.
    """
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    if BEFORE.search(before) or AFTER.match(after) or NOT_COUNTED.fullmatch(figure):
        return False
    if figures.scaled(figure) > 1 and SCALE_BEFORE.search(before):
        return False
    word = re.match(r"[ -]?([^\W\d_]+)", after)
    if word and (word[1] in UNREAD or ord(word[1][0]) > LAST_LATIN):  # another script may count in words that are not known
        return False
    return not bare or not _is_something_else(before, after, figure)


def _is_something_else(before: str, after: str, figure: str) -> bool:
    """Whether a bare figure is a note, a negative amount of an account, a clock time, a day or a year."""
    return (
        (before.endswith("(") and after.startswith(")"))
        or (before.endswith("[") and after.startswith("]"))
        or (CLOCK.fullmatch(figure) is not None and re.search(r"\b(?:at|by|until|till|from) $", before) is not None)
        or ADDRESS.match(after) is not None
        or COMPACT_DATE.fullmatch(figure) is not None
        or (YEAR.fullmatch(figure) is not None and YEAR_BEFORE.search(before) is not None and not YEAR_COUNTS.match(after))
    )

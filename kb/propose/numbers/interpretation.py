"""Interpret a match of the pattern of a quantity: its value, unit, comparison, and whether it counts anything.

Its amounts are numbered "1" and "2" in the names of the groups.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kb.propose import figures
from kb.propose.numbers.measure import PLURAL
from kb.propose.numbers.vocabulary import AFTER, BEFORE, CHANGE, DIRECTION, MARKS, STOP, UNIT
from kb.texts.currencies import CURRENCY, SIGN
from kb.texts.number_words import SCALES, SMALL

ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[-–](?:[A-Za-z]{1,2}\d|\d)|\.\d|:\d|/\d")
NAMED_BEFORE = re.compile(
    r"(?:\b(?i:no\.|nos\.|group of|size|number|page|pages|chapter|article|section|resolution|flight|route|highway|act|phase|version|type|line|channel|item|figure|table|volume|room|gate|platform|exit|ward|bus|train|tram|model|episode|paragraph|para\.|clause|rule|annex|appendix|note|verse|lot|exhibit)(?: \d+(?:,| and| to| or|,? and))*|\b(?P<word>[a-z]?[A-Z][A-Za-z]+)) $"
)
SENTENCE_START = re.compile(r"(?:^|[.!?\n]\s*|[“\"])[A-Z][A-Za-z]+ $")
LINKS = {
    "The",
    "Of",
    "In",
    "On",
    "At",
    "By",
    "And",
    "Or",
    "With",
    "For",
    "From",
    "To",
    "Has",
    "Have",
    "Had",
    "Was",
    "Were",
    "Is",
    "Are",
    "All",
    "But",
    "About",
    "Some",
    "Nearly",
    "Over",
    "Almost",
    "Than",
}
REACH = 45  # code points around an amount in which a word of change is sought
CLAUSE = re.compile(r"[,;:.!?—–]\s|\n")


def unit_of(match: re.Match[str], n: str) -> str | None:
    """Return the ISO code of a currency or the name of another unit, None where no unit is next to the figure."""
    sign, word = match[f"sign{n}"], match[f"unit{n}"]
    if sign:
        return SIGN.get(sign.strip().lower())
    if not word:
        return None
    lower = word.lower()
    return CURRENCY.get(lower) or UNIT.get(lower)


def amount_value(match: re.Match[str], n: str) -> Decimal:
    """Return the value of an amount with its scale and sign."""
    figure = match[f"figure{n}"].lower()
    half = re.match(r"(?P<part>half|(?:an? )?quarter|three[ -]quarters) (?:of )?(?:an? )?(?P<of>\w+)", figure)
    dozen = re.match(r"(\w+) dozen", figure)
    if half:
        parts = Decimal("0.5") if half["part"] == "half" else Decimal("0.75") if half["part"].startswith("three") else Decimal("0.25")
        value = parts * SCALES.get(half["of"], 12)
    elif dozen:
        value = Decimal(12) * SMALL.get(dozen[1], 1)
    else:
        value = figures.value(figure)
    return -value if match[f"minus{n}"] or match[f"inner{n}"] else value


def named_comparison(match: re.Match[str], ranged: bool) -> str:
    """Return the word of quantities.comparison that the words around the number express."""
    if match["plus1"]:
        return "about" if match["plus1"] == "-odd" else "at-least"
    before = BEFORE.get((match["before"] or "").lower()) or MARKS.get(match["mark"] or "")
    after = AFTER.get((match["after"] or "").lower()) if not ranged else None
    return before or after or "equal"


def is_name(text: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether the figure counts nothing, because it is an ordinal, part of a name ("Boeing 747", "Article 5") or a pronoun ("one")."""
    start, end = match.start("figure1"), match.end("figure1")
    signed = bool(match["sign1"])
    minus = bool(match["minus1"])
    if signed or (unit and unit != "times"):
        return start > 0 and text[start - 1].isalpha() and not signed
    ranged = (
        match["figure2"] and (match["unit2"] or re.search(r"\d[ -]?[a-z]", match["figure2"]) or _counts_several(text, match.end("figure2")))
    ) or match["between"]
    if (ORDINAL.match(text, end) and not ranged) or (match["figure1"].lower() in {"one", "zero"} and not match["figure2"]):
        return True
    if (start > 0 and text[start - 1] in "-–/.#’'" and not minus) or re.match(r"-[A-Z]", text[end : end + 2]):
        return True
    return not (match["before"] or match["between"]) and _named(text, match.start(), end)


def _counts_several(text: str, end: int) -> bool:
    """Whether a noun in the plural follows, so that two figures with a dash are a range, as in "5-10 people"."""
    noun = re.match(r" (?P<noun>[\w-]+)", text[end : end + 24])
    return noun is not None and PLURAL.fullmatch(noun["noun"]) is not None and noun["noun"].lower() not in STOP


def _named(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word or a word such as "page" makes the figure part of a name, and no noun follows that it could count."""
    lead = text[max(0, start - 30) : start]
    named = NAMED_BEFORE.search(lead)
    if named is None:
        return False
    if named["word"] is None or named["word"] in LINKS:
        return named["word"] is None
    counts = re.match(r" (?P<noun>[a-z]+)\b", text[end : end + 20])
    if counts is None or counts["noun"] in STOP:
        return True
    return not SENTENCE_START.search(lead) and not counts["noun"].endswith("s")


def is_scale(text: str, start: int, end: int) -> bool:
    """Whether the letter of "5m" or "10k" is a scale, because things in the plural follow; not so in "a 100m race" and "1.2m tall"."""
    counts = re.match(r" (?P<noun>[a-z-]+)", text[end : end + 24])
    if counts is None or re.search(r"\b(?:an?|the|['’]s) $", text[max(0, start - 4) : start], re.IGNORECASE):
        return False
    noun = counts["noun"]
    return PLURAL.fullmatch(noun) is not None and noun not in STOP


def ends_in_change(text: str, start: int) -> bool:
    """Whether the word right before `start` expresses a rise or fall."""
    word = re.search(r"(\w+)(?: by)? $", text[max(0, start - REACH) : start])
    return word is not None and word[1].lower() in CHANGE


def change_direction(text: str, start: int, end: int, unit: str | None) -> Decimal | None:
    """Return 1 or -1 where an amount is that of a rise or fall ("rose by 30%", "a 6.6 percent increase"), None where it is no change."""
    before = CLAUSE.split(text[max(0, start - REACH) : start])[-1]
    if re.search(r"\b(?:to|from|at|of the|than) $", before):
        return None
    by = re.search(r"\b(?P<word>[a-z]+)(?: (?:\w+ )?by| of| another| an additional|ly)? $", before, re.IGNORECASE)
    word = by["word"].lower() if by else ""
    nearby = re.findall(r"[a-z]+", before.lower())[-4:]
    if (
        word in CHANGE
        and (unit is not None or before.rstrip().endswith((" by", " of")))
        and not (word in {"more", "less", "fewer", "up", "down"} and unit != "percent")
    ):
        return DIRECTION[CHANGE[word]]
    if re.search(r"\bby $", before) and any(name in CHANGE for name in nearby):
        return DIRECTION[CHANGE[next(name for name in reversed(nearby) if name in CHANGE)]]
    after = re.match(
        r"[ -](?:(?:\w+ )?)(?P<word>increase|rise|growth|gain|jump|surge|boost|hike|drop|decline|decrease|fall|cut|reduction|plunge|slump|contraction|higher|lower|more|less|fewer)\b",
        text[end : end + REACH],
    )
    return DIRECTION[CHANGE[after["word"]]] if after and unit is not None else None

"""Reading one match of a number: its value, unit, comparison, and whether it is a number at all."""

from __future__ import annotations

import re
from decimal import Decimal

from kb.propose import figures
from kb.propose.numbers.vocabulary import AFTER, BEFORE, CHANGE, CURRENCY, DIRECTION, SIGN, STOP, UNIT

ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[-–](?:[A-Za-z]{1,2}\d|\d)|\.\d|:\d|/\d")
NAMED_BEFORE = re.compile(
    r"(?:\b(?i:no\.|nos\.|number|page|pages|chapter|article|section|resolution|flight|route|highway|act|phase|version|type|line|channel|item|figure|table|volume)|\b(?P<word>[A-Z][A-Za-z]+)) $"
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
REACH = 45  # code points around a share in which the word of a change is sought
CLAUSE = re.compile(r"[,;:.!?—–]\s|\n")


def unit_of(match: re.Match[str], n: str) -> str | None:
    """The ISO code of a currency, or the name of another unit; None where the text gives none beside the figure."""
    sign, word = match[f"sign{n}"], match[f"unit{n}"]
    if sign:
        return SIGN.get(sign.strip().lower())
    if not word:
        return None
    lower = word.lower()
    return CURRENCY.get(lower) or UNIT.get(lower)


def amount_value(match: re.Match[str], n: str) -> Decimal:
    figure = match[f"figure{n}"].lower()
    half = re.match(r"half (?:an? )?(\w+)", figure)
    if half:
        return Decimal("0.5") * figures.SCALES.get(half[1], 12)
    dozen = re.match(r"(\w+) dozen", figure)
    if dozen:
        return Decimal(12) * (figures.SMALL.get(dozen[1], 1))
    digits = re.match(r"(\d[\d,]*(?:\.\d+)?(?: ?1/2|½)?)(.*)", figure)
    if digits:
        value = figures.value(digits[1])
        for scale in re.findall(r"[a-z]+", digits[2]):
            value *= figures.SCALES.get(scale) or figures.SHORT_SCALES.get(scale) or 1
        return value
    return figures.value(figure)


def named_comparison(match: re.Match[str], ranged: bool) -> str:
    """The word of quantities.comparison that the words around the number say."""
    if match["plus1"]:
        return "at-least"
    before = BEFORE.get((match["before"] or "").lower())
    after = AFTER.get((match["after"] or "").lower()) if not ranged else None
    return before or after or "equal"


def is_name(text: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether the figure is an ordinal, a part of a name ("Boeing 747", "Article 5") or a pronoun ("one"), and counts nothing."""
    start, end = match.start("figure1"), match.end("figure1")
    signed = bool(match["sign1"])
    if signed or (unit and unit != "times"):
        return start > 0 and text[start - 1].isalpha() and not signed
    ranged = (match["figure2"] and match["unit2"]) or match["between"]
    if (ORDINAL.match(text, end) and not ranged) or match["figure1"].lower() in {"one", "zero"}:
        return True
    if (start > 0 and text[start - 1] in "-–/.#’'") or re.match(r"-[A-Z]", text[end : end + 2]):
        return True
    return not (match["before"] or match["between"]) and _named(text, match.start(), end)


def _named(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word, or one such as "page", makes the figure a part of a name: no noun follows that it could count."""
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


def ends_in_change(text: str, start: int) -> bool:
    """Whether the word right before says a rise or fall."""
    word = re.search(r"(\w+)(?: by)? $", text[max(0, start - REACH) : start])
    return word is not None and word[1].lower() in CHANGE


def change_direction(text: str, start: int, end: int, unit: str | None) -> Decimal | None:
    """1 for a rise, -1 for a fall, where the amount is by how much: "rose by 30%", "a 6.6 percent increase"; None where it is no change."""
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
    if re.search(r"\bby $", before) and any(one in CHANGE for one in nearby):
        return DIRECTION[CHANGE[next(one for one in reversed(nearby) if one in CHANGE)]]
    after = re.match(
        r"[ -](?:(?:\w+ )?)(?P<word>increase|rise|growth|gain|jump|surge|boost|hike|drop|decline|decrease|fall|cut|reduction|plunge|slump|contraction|higher|lower|more|less|fewer)\b",
        text[end : end + REACH],
    )
    return DIRECTION[CHANGE[after["word"]]] if after and unit is not None else None

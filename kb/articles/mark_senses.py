"""Decide what raised characters stand for: the mark of a note, an exponent, or the end of a word.

Whether a raised number is a note or an exponent follows from what stands before it. A power of ten, a unit, a variable and an operator
beside it make an exponent. Everything else is a note, since articles have many notes and few powers.
"""

from __future__ import annotations

import re
from enum import Enum


class Sense(Enum):
    """What raised characters stand for."""

    NOTE = "the mark of a note"
    LABEL = "the label of a note, at its beginning"
    EXPONENT = "an exponent, a charge or an isotope"
    ON_THE_LINE = "the end of an ordinal or of an abbreviation"
    APART = "a word of its own"


SIGNS = re.compile(r"[*†‡§¶#‖⁎∗]+|[\[(][^\])]{1,40}[\])]")
NUMBERS = re.compile(r"\d{1,3}[a-z]?(?:\s*[,;–‒-]\s*\d{1,3}[a-z]?)*,?")
SIGNED = re.compile(r"[+\-−]\s?\d+(?:[.,]\d+)?|\d*[+\-−]")
DECIMAL = re.compile(r"\d+\.\d+")
EXPRESSION = re.compile(r"[\w.,()]{1,4}(?:\s*[+\-−×·/*]\s*[\w.,()]{1,4})+")
LETTERS = re.compile(r"[^\W\d_]+\.?")
BEGINS = re.compile(r"(?:^|[\n\0])\s*$")
VARIABLE = re.compile(r"(?:^|[^\w’'])([B-HJ-Zb-zα-ωΑ-Ω∆])$")
BASE_OF_POWERS = re.compile(r"(?:^|[^\w.,])10$")
POWER_OF_TWO = re.compile(r"(?:^|[^\w.,])2$")
BEFORE_OPERATOR = re.compile(r"^\s*[=×·⋅^]")
AFTER_OPERATOR = re.compile(r"[=×·⋅+−^]\s*\d+$")
SUM_IN_BRACKETS = re.compile(r"\((?:\w{1,3}\s*[+\-−×/]\s*)+\w{1,3}\)$")
UNIT = re.compile(r"(?:^|[\s\d/·(])(?:[mcdkhnµμ]m|yd|met(?:re|er)s?|mc|CO)$")
FIGURED_UNIT = re.compile(r"[\d/]\s*(?:in|mi|ft|sec|miles?|foot|feet|inch(?:es)?)$")  # words or names without a figure or a bar before
ISOTOPE = re.compile(r"^(?:[A-Z][a-z]?)(?![a-z])")
FIGURE_ALONE = re.compile(r"[\d\s.,%$£€–-]+")  # the words before a letter in the cell of a table
PRICE = re.compile(r"[$£€¥]\s?\d[\d,.]*$")
ORDINAL_LETTERS = frozenset("eoadrsº")  # 5e, 2ª, 1º … after a figure
VARIABLES = frozenset("ijkmnxyz")  # exponents after a figure; any other single letter there is the mark of a note


def sense_of(raised: str, note: bool, before: str, following: str) -> Sense:
    """Return what raised characters stand for, by what they are and what stands around them. `note` is whether the format calls them a mark."""
    mark = raised.strip()
    if BEGINS.search(before):
        return isotope(mark, following) or (
            Sense.LABEL if NUMBERS.fullmatch(mark) or SIGNS.fullmatch(mark) or len(mark) == 1 else Sense.APART
        )
    if note or SIGNS.fullmatch(mark):
        return Sense.NOTE
    if SIGNED.fullmatch(mark):
        return Sense.EXPONENT
    if before[-1:].isdecimal() and (
        DECIMAL.fullmatch(mark) or (BASE_OF_POWERS.search(before) and DECIMAL.fullmatch(mark.replace(",", ".")))
    ):
        return Sense.EXPONENT
    if NUMBERS.fullmatch(mark):
        return number(mark, before, following)
    return letters(mark, before, following) if LETTERS.fullmatch(mark) else other(mark)


def number(mark: str, before: str, following: str) -> Sense:
    """Return whether a raised number is an exponent or the mark of a note."""
    if not mark.isdecimal():
        return Sense.NOTE
    if before[-1:].isspace() and (sense := isotope(mark, following)):
        return sense
    figure = BASE_OF_POWERS.search(before) or SUM_IN_BRACKETS.search(before) or (POWER_OF_TWO.search(before) and int(mark) >= 8)
    operator = before[-1:].isdecimal() and (BEFORE_OPERATOR.search(following) or AFTER_OPERATOR.search(before))
    if figure or operator or VARIABLE.search(before) or (PRICE.search(before) and len(mark) == 2):
        return Sense.EXPONENT
    unit = UNIT.search(before) or FIGURED_UNIT.search(before)
    return Sense.EXPONENT if unit and mark in ("2", "3") else Sense.NOTE


def isotope(mark: str, following: str) -> Sense | None:
    """Return EXPONENT for the mass number of an element, which stands before it (¹⁴C), else None."""
    return Sense.EXPONENT if mark.isdecimal() and ISOTOPE.search(following) and (len(mark) > 1 or following[:1] == "H") else None


def letters(mark: str, before: str, following: str) -> Sense:
    """Return what raised letters stand for, by the word or figure that they end."""
    if mark.lower() in ("tm", "sm"):
        return Sense.ON_THE_LINE
    if before[-1:].isdecimal():
        return after_figure(mark, before, following)
    base = re.search(r"[^\W\d_]*$", before)
    size = len(base[0]) if base else 0
    if len(mark.rstrip(".")) == 1:
        if size == 1 and base and base[0].islower() and base[0] != "n":
            return Sense.EXPONENT  # a variable to the power of another; n is left for nº
        return Sense.ON_THE_LINE if 0 < size <= 2 else Sense.NOTE
    return Sense.ON_THE_LINE if 0 < size <= 2 else Sense.APART


def after_figure(mark: str, before: str, following: str) -> Sense:
    """Return what raised letters after a figure stand for. Alone with it in the cell of a table, one letter is the mark of a note."""
    if len(mark) == 1 and FIGURE_ALONE.fullmatch(before) and not following.strip():
        return Sense.NOTE
    if len(mark) > 1 or (mark.lower() in ORDINAL_LETTERS and not re.search(r"(?<!\d)\d{4}$", before)):
        return Sense.ON_THE_LINE
    return Sense.EXPONENT if mark in VARIABLES else Sense.NOTE


def other(mark: str) -> Sense:
    """Return what raised characters stand for that are neither letters nor numbers, such as ® or °, or an expression."""
    if not any(character.isalnum() for character in mark):
        return Sense.ON_THE_LINE
    return Sense.EXPONENT if " " not in mark or EXPRESSION.fullmatch(mark) else Sense.APART

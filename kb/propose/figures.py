"""Parse numbers in English texts, in digits or words, as exact decimals. Dates and quantities both use this module."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from kb.texts.number_words import SCALES, SHORT_SCALES, SMALL, TENS

HALF = re.compile(r" and (?:a|one)[ -]half\b", re.IGNORECASE)
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
MIXED = re.compile(rf"(?: ?(?P<sign>[{VULGAR}])| (?P<top>[1-9])/(?P<bottom>[1-9]\d?))$")

_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
)
_SCALE = "|".join(f"{scale}s?" if scale in {"lakh", "lac", "crore"} else scale for scale in SCALES)
# Numbers in words, such as "twenty-four", "two hundred and fifty thousand" and "a hundred".
_MORE = rf"(?:[- ](?:and )?{_BELOW_HUNDRED})?"
WORDS = rf"(?:\b(?:an? (?:{_SCALE}){_MORE}|{_BELOW_HUNDRED})(?:(?:[- ](?:{_SCALE}))+{_MORE})*\b)"

# Thin and no-break spaces and apostrophes part thousands in every convention, plain spaces only where three groups stand.
_THIN = "\u00a0\u2009\u202f"
_GROUPED = (
    r"(?:\d{1,3}(?:,\d{3})+"  # 1,250,000
    r"|\d{1,2}(?:,\d{2})+,\d{3}"  # 12,50,000, as India groups
    rf"|\d{{1,3}}(?:[{_THIN}]\d{{3}})+|\d{{1,3}}(?: \d{{3}}){{2,6}}|\d{{1,3}}(?:['’]\d{{3}})+|\d+)"
)
_MORE_DIGITS = rf"(?:\d{{3,4}}|\d\d(?:[ {_THIN}]\d\d){{0,5}}[ {_THIN}]\d{{3}})(?!\d)"  # of a number whose groups are parted by spaces
_NO_REST = rf"(?![\d٫٬]|[.,'’،⹁·，．]\d|[ {_THIN}]{_MORE_DIGITS})"  # "3,5", "1.500.000" and "1 000" are not numbers with words after them
_NO_START = rf"(?<![\w.,'’٫٬،⹁·，．])(?!(?:(?<=\b\d[ {_THIN}])|(?<=\b\d\d[ {_THIN}])|(?<=\b\d\d\d[ {_THIN}])){_MORE_DIGITS})"
# Numbers in digits as English writes them, such as "1,000", "2.5" and "2 1/2". What else digits and marks spell matches nowhere.
DIGITS = rf"(?:{_NO_START}{_GROUPED}(?:\.\d+)?{_NO_REST}(?: ?[{VULGAR}]| [1-9]/[1-9]\d?(?!\d))?)"


def words_value(words: str) -> Decimal:
    """Return the value of a number in words, as 24 for "twenty-four", ignoring words that are no numbers.

    A scale right after another multiplies it, as in "five lakh crore".
    """
    total = group = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        scale = SCALES.get(word) or SCALES.get(word.removesuffix("s"))
        if word in SMALL or word in TENS:
            current += SMALL.get(word) or TENS.get(word) or 0
        elif word == "hundred":
            current = max(current, 1) * 100
        elif scale and current == 0 and group:
            group *= scale
        elif scale:
            total, group, current = total + group, max(current, 1) * scale, 0
    return Decimal(total + group + current)


def value(figure: str) -> Decimal:
    """Return the value of a number in digits, words, or digits with scales, such as "1,000", "2 1/2", "four" and "2.5 lakh crore"."""
    half = HALF.search(figure)
    if half:  # "two and a half million" and "a million and a half" alike
        number = value(figure[: half.start()])
        scale = scaled(figure[: half.start()].rpartition(" ")[2])
        return (number + scale / 2) * scaled(figure[half.end() :])
    digits = re.match(rf"\s*(?P<number>\d[\d,'’ {_THIN}]*(?:\.\d+)?(?: ?[{VULGAR}]|/\d+)?)(?P<rest>.*)", figure, re.DOTALL)
    if digits is None:
        return words_value(figure)
    mixed = MIXED.search(digits["number"].rstrip())
    number = Decimal(re.sub(r"[^\d.]", "", digits["number"][: mixed.start()] if mixed else digits["number"]))
    return (number + (_fraction(mixed) if mixed else 0)) * scaled(digits["rest"])


def scaled(words: str) -> Decimal:
    """Return the product of the scales among the words, as 10**12 for "lakh crore", and 1 without any."""
    product = Decimal(1)
    for word in re.findall(r"[a-z]+", words.lower()):
        product *= SCALES.get(word) or SCALES.get(word.removesuffix("s")) or SHORT_SCALES.get(word) or 1
    return product


def _fraction(mixed: re.Match[str]) -> Decimal:
    """Return the fraction after a whole number, to four places."""
    if mixed["sign"]:
        return round(Decimal(unicodedata.numeric(mixed["sign"])), 4)
    return round(Decimal(mixed["top"]) / Decimal(mixed["bottom"]), 4)


def plain(number: Decimal) -> str:
    """Return a number without exponent and trailing zeros, such as "252000000000" or "6.6"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

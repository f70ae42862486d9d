"""Numbers as English texts write them, in digits or words, read as exact decimals; shared by dates and quantities."""

from __future__ import annotations

import re
from decimal import Decimal

SMALL = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * tens for tens, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12}
HALF = re.compile(r"(?: ?1/2| ?½| and (?:a|one)[ -]half)$", re.IGNORECASE)

_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
)
_SCALE = "|".join(SCALES)
# A number in words: "twenty-four", "two hundred and fifty thousand", "a hundred".
_MORE = rf"(?:[- ](?:and )?{_BELOW_HUNDRED})?"
WORDS = rf"(?:\b(?:an? (?:{_SCALE}){_MORE}|{_BELOW_HUNDRED})(?:(?:[- ](?:{_SCALE}))+{_MORE})*\b)"
# The same in digits: "1,000", "2.5", "2 1/2".
DIGITS = r"(?:(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: ?1/2|½)?)"


def words_value(words: str) -> Decimal:
    """The value of a number in words; "twenty-four" is 24, "a hundred thirty million" 130000000. Words that are no numbers count nothing."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SMALL:
            current += SMALL[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in SCALES:
            total += max(current, 1) * SCALES[word]
            current = 0
    return Decimal(total + current)


def value(figure: str) -> Decimal:
    """The value of a number in digits, in words, or in digits with a scale after them: "1,000", "2 1/2", "four", "2.5 million"."""
    half = HALF.search(figure)
    plain = figure[: half.start()] if half else figure
    digits = re.match(r"\s*(\d[\d,]*(?:\.\d+)?)[\s-]*([a-z]*)", plain, re.IGNORECASE)
    if digits:
        scale = digits[2].lower()
        factor = SCALES.get(scale) or SHORT_SCALES.get(scale) or 1
        found = Decimal(digits[1].replace(",", "")) * factor
    else:
        found = words_value(plain)
    return found + Decimal("0.5") if half else found


def plain(number: Decimal) -> str:
    """A number without exponent or useless zeros: "252000000000", "6.6"."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

"""The ways in which an amount that somebody types may be written in a text: “252 billion dollars”, “$252bn”, “USD 252,000 million”.

The full-text indexes drop signs such as $ and %, so an amount is sought by its figures, with or without its unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kb.texts.currencies import CURRENCY, SIGN
from kb.texts.number_words import SCALES, SHORT_SCALES, SMALL, TENS
from kb.texts.quantity_words import in_figures

NAMED = {name: Decimal(scale) for name, scale in (SCALES | SHORT_SCALES).items() if scale > 100}
SCALE_OF = {name: scale for each, scale in NAMED.items() for name in (each, f"{each}s")}
# The names of each power of ten that a text may use, the usual one first.
POWERS = {
    scale: tuple(name for name, named in NAMED.items() if named == scale) for scale in (Decimal(10) ** power for power in (12, 9, 6, 3))
}
SPELT = {word: value for word, value in (SMALL | TENS).items() if value}
UNITS = {*CURRENCY, "percent", "per cent", "%", "pct"}
LONGEST_UNIT = 3  # words
SIGNS = "|".join(re.escape(sign) for sign in sorted(SIGN, key=len, reverse=True))
FIGURE = re.compile(
    rf"(?P<sign>{SIGNS})?(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>[a-z]+)?(?P<unit>%|€|£)?", re.IGNORECASE
)
LEAST_OF_SCALE, MOST_OF_SCALE, DECIMALS = Decimal("0.1"), Decimal(1_000_000), 3


def forms(words: Sequence[str]) -> tuple[int, list[str]]:
    """How many of the words, from the first, are an amount, and the ways to write it; 0 where they begin with none."""
    at = 1 if len(words) > 1 and words[0].casefold() in SIGN else 0
    found = FIGURE.fullmatch(words[at])
    scale = (found["scale"] or "").casefold() if found else ""
    if found and (not scale or scale in SCALE_OF):
        value = Decimal(found["figures"].replace(",", ""))
    elif (word := words[at].casefold()) in SPELT:
        value = Decimal(SPELT[word])
    else:
        return 0, []
    at += 1
    while not scale and found and "." not in found["figures"] and at < len(words) and re.fullmatch(r"\d{3}", words[at]):
        value, at = value * 1000 + Decimal(words[at]), at + 1  # thousands parted by blanks
    while at < len(words) and words[at].casefold() in SCALE_OF and not scale:
        value, at = value * SCALE_OF[words[at].casefold()], at + 1
    value *= SCALE_OF.get(scale, 1)
    return at + unit(words[at:]), written(value)


def unit(words: Sequence[str]) -> int:
    """How many of the words, from the first, name a currency or percent."""
    return next((length for length in range(min(LONGEST_UNIT, len(words)), 0, -1) if " ".join(words[:length]).casefold() in UNITS), 0)


def written(value: Decimal) -> list[str]:
    """The ways to write a number, in figures, with the words for powers of ten, and, where it is small, as a word."""
    value = value.normalize()
    found = [in_figures(value), in_figures(value, parted=False)]
    for scale, names in POWERS.items():
        part = (value / scale).normalize()
        if LEAST_OF_SCALE <= part < MOST_OF_SCALE and -int(part.as_tuple().exponent) <= DECIMALS:
            figures = dict.fromkeys((in_figures(part), in_figures(part, parted=False)))
            found += [f"{each}{between}{name}" for each in figures for name in names for between in (" ", "")]
    found += [word for word, number in SPELT.items() if number == value]
    return list(dict.fromkeys(found))

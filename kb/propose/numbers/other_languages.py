"""Find numbers in a text that is not English, by the marks and scale words of its locale as the Unicode consortium lists them.

Only what cannot be anything else is read: a number in figures with a per cent sign, a sign or code of a currency, or a scale word
beside it. Years, days, ordinals and whatever counts in words of the language have no value.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kb.propose import figures
from kb.propose.numbers import measure
from kb.propose.numbers.vocabulary import choice
from kb.propose.parts import Quantity, Span
from kb.texts.currencies import SIGN

MARKS = ".,'’،٫٬\u00a0\u2009\u202f "
NUMBER = re.compile(rf"(?<![\w{MARKS.strip()}])(?P<minus>[−-])?(?P<figure>\d+(?:[{MARKS}]\d+)*)")
PERCENT = re.compile(r"[ \u00a0\u202f]?%")
CODE = rf"(?:{choice([sign for sign in SIGN if not sign[-1].isalpha() or len(sign) == 3])})"
SIGN_BEFORE = re.compile(rf"(?<!\w)(?P<sign>{CODE})[ \u00a0\u202f]?$", re.IGNORECASE)
SIGN_AFTER = re.compile(rf"[ \u00a0\u202f]?(?P<sign>{CODE})", re.IGNORECASE)
FIRST_WITHOUT_SPACES = "\u2e80"  # from here on, letters of scripts that put no space between words
SPACES = "[ \u00a0\u202f]?"


@dataclass(frozen=True, slots=True)
class Locale:
    """How a locale writes numbers: the library's name for it, and its scale words with what they multiply by."""

    name: str
    numbers: Any
    scales: dict[str, Decimal]
    scale: re.Pattern[str]


def find(text: str, language: str) -> list[Quantity]:
    """Return the numbers of a text in this language (BCP 47) whose value is beyond doubt, none where the language is not known."""
    locale = locale_of(language)
    return [] if locale is None else list(_found(text, locale))


def writes_as_english(language: str) -> bool:
    """Whether a language is English of a country that writes 1,250.5, as all but a few do."""
    if language.lower().split("-")[0] != "en":
        return False
    locale = locale_of(language)
    return locale is None or (_value("1,250.5", locale) == Decimal("1250.5"))


@functools.lru_cache(maxsize=32)
def locale_of(language: str) -> Locale | None:
    """Return how the locale of a BCP 47 tag writes numbers, None where the library is not installed or does not know it."""
    try:
        babel, numbers = importlib.import_module("babel"), importlib.import_module("babel.numbers")
    except ImportError:
        return None
    try:
        known = babel.Locale.parse(language, sep="-")
    except (babel.UnknownLocaleError, ValueError, TypeError):
        return None
    factors: dict[str, set[Decimal]] = {}
    for length in ("long", "short"):
        for forms in known.compact_decimal_formats.get(length, {}).values():
            for power, form in forms.items():
                word = re.sub(r"\s+", " ", form.pattern.replace("'", "").strip("0 \u00a0"))
                if word and form.pattern.startswith("0"):
                    factors.setdefault(word, set()).add(Decimal(power) / 10 ** (form.pattern.count("0") - 1))
    scales = {word: values.pop() for word, values in factors.items() if len(values) == 1}  # a short form may stand for two
    return Locale(str(known), numbers, scales, _pattern(scales))


def _pattern(scales: dict[str, Decimal]) -> re.Pattern[str]:
    """Return the pattern of any of the scale words, the longest first. Scripts without spaces go on right after them."""
    words = "|".join(
        re.escape(word).replace(r"\ ", "[ \u00a0]") + ("" if word[-1] >= FIRST_WITHOUT_SPACES else r"(?!\w)")
        for word in sorted(scales, key=len, reverse=True)
    )
    return re.compile(rf"{SPACES}(?P<word>{words})" if words else "(?!)")


def _found(text: str, locale: Locale) -> Iterator[Quantity]:
    for match in NUMBER.finditer(text):
        value = _value(match["figure"], locale)
        quantity = None if value is None else _beside(text, match, -value if match["minus"] else value, locale)
        if quantity is not None:
            yield quantity


def _beside(text: str, match: re.Match[str], value: Decimal, locale: Locale) -> Quantity | None:
    """Return the quantity of a figure with what stands beside it, None where that shows nothing."""
    start, end = match.span()
    scale = locale.scale.match(text, end)
    if scale:
        value, end = value * locale.scales[re.sub(r"\s", " ", scale["word"])], scale.end()
    before, after = SIGN_BEFORE.search(text[max(0, start - 6) : start]), SIGN_AFTER.match(text, end)
    percent = None if scale else PERCENT.match(text, end)
    sign = before or after
    if not (scale or percent or sign):
        return None
    unit = "percent" if percent else SIGN[sign["sign"].lower()] if sign else None
    start -= len(before[0]) if before else 0
    end = percent.end() if percent else after.end() if after and not before else end
    if text[end : end + 1].isalnum() and text[end - 1] < FIRST_WITHOUT_SPACES:
        return None
    return Quantity(Span.of(text, start, end), "equal", figures.plain(value), None, None, unit, measure.before(text, start))


def _value(figure: str, locale: Locale) -> Decimal | None:
    """Return the value of figures as the locale writes them, None where they are not grouped as it groups."""
    spaced = re.sub(r"[\u2009\u202f ]", "\u00a0", figure)
    for words in dict.fromkeys((figure, spaced, spaced.replace("\u00a0", "\u202f"), figure.replace("'", "’"))):
        try:
            return Decimal(locale.numbers.parse_decimal(words, locale=locale.name, strict=True))
        except ValueError:  # not as the locale groups; a figure in other digits
            continue
    return None

"""A number or date as any locale prints it is read as itself or not at all."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from kb.base import dates as calendar
from kb.propose import dates, numbers
from kb.texts import written_dates

LOCALES = [
    "en-US",
    "en-GB",
    "en-IN",
    "en-ZA",
    "en-AT",
    "en-CA",
    "de",
    "de-CH",
    "de-AT",
    "fr",
    "fr-CH",
    "es",
    "es-MX",
    "pt",
    "pt-BR",
    "it",
    "nl",
    "sv",
    "da",
    "nb",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "el",
    "ru",
    "uk",
    "tr",
    "ar",
    "ar-EG",
    "fa",
    "he",
    "hi",
    "bn",
    "ur",
    "ja",
    "ko",
    "zh",
    "th",
    "vi",
    "id",
    "sw",
]
NUMBERS = st.one_of(st.integers(0, 10**13), st.decimals(0, 10**9, places=2).map(float))


@given(NUMBERS, st.sampled_from(LOCALES), st.sampled_from([1, -1]))
@pytest.mark.thorough
def test_a_number_is_read_by_its_locale(number: float, locale: str, sign: int) -> None:
    words = format_decimal(number * sign, locale=locale.replace("-", "_"), decimal_quantization=False)
    for text in (f"They counted {words} ships.", f"Es: {words} €", f"{words}%"):
        for found in numbers.find(text, language=locale):
            assert found.value is None or float(found.value) == pytest.approx(number * sign)


@given(st.integers(0, 999), st.integers(3, 13), st.sampled_from(LOCALES), st.sampled_from(["long", "short"]))
def test_a_number_with_the_locales_scale_word_is_read_with_it(number: int, power: int, locale: str, length: str) -> None:
    words = format_compact_decimal(number * 10**power, format_type=length, locale=locale.replace("-", "_"), fraction_digits=3)
    for found in numbers.find(f"Es: {words} .", language=locale):
        assert found.value is None or float(found.value) == pytest.approx(number * 10**power)


@given(st.decimals(0, 1000, places=3).map(float), st.sampled_from(LOCALES))
def test_a_share_is_read_by_its_locale(share: float, locale: str) -> None:
    words = format_percent(share, locale=locale.replace("-", "_"), decimal_quantization=False)
    for found in numbers.find(f"Es: {words} .", language=locale):
        assert found.value is None or float(found.value) == pytest.approx(share * 100)


@given(
    st.dates(datetime.date(1951, 1, 1), datetime.date(2050, 12, 31)),
    st.sampled_from(LOCALES),
    st.sampled_from(["short", "medium", "long", "full"]),
)
def test_a_day_in_any_locales_form_is_read_as_that_day_or_less_exactly_or_not_at_all(day: datetime.date, locale: str, length: str) -> None:
    words = format_date(day, length, locale=locale.replace("-", "_"))
    assert written_dates.day_of(words) in {day, None}
    for found in dates.find(f"They met on {words}.", "2021-05-12"):
        bounds = calendar.bounds(found.edtf) if found.edtf else None
        assert bounds is None or (bounds[0] or "") <= day.isoformat() <= (bounds[1] or "9"), (words, found)


def test_the_same_figures_differ_by_the_texts_language() -> None:
    assert [found.value for found in numbers.find("1.250 %", language="de")] == ["1250"]
    assert [found.value for found in numbers.find("1.250 %", language="en")] == ["1.25"]
    assert [found.value for found in numbers.find("3,5 %", language="de")] == ["3.5"]
    assert numbers.find("3,5 %", language="en") == []
    assert numbers.find("3,5 %", language="xx") == []


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Es kostet 4 Mrd. Euro.", "4000000000"),
        ("de", "Es kostet 4 Billionen Euro.", "4000000000000"),
        ("fr", "Cela coûte 4 milliards d’euros.", "4000000000"),
        ("es", "Cuesta 4 mil millones.", "4000000000"),
        ("ru", "Это 4 млн рублей.", "4000000"),
        ("hi", "4 करोड़ लोग", "40000000"),
        ("ja", "4億円", "400000000"),
    ],
)
def test_a_scale_word_of_the_language_multiplies(language: str, text: str, value: str) -> None:
    (found,) = numbers.find(text, language=language)
    assert found.value == value


def test_days_ordinals_times_and_words_of_other_languages_are_no_numbers() -> None:
    assert numbers.find("Am 3. Mai 2021 um 10.30 Uhr kamen 5 Dutzend, der 5. Mann.", language="de") == []

"""Numbers: value or bounds, unit, comparison and what they count."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.propose import numbers
from kb.propose.parts import Quantity

COMPARISONS = frozenset(
    tomllib.loads((Path(__file__).parents[2] / "schema" / "vocabulary.toml").read_text(encoding="utf-8"))["quantities.comparison"]
)

# text, verbatim, comparison, value, minimum, maximum, unit
CASES = [
    ("It spent $252 billion.", "$252 billion", "equal", "252000000000", None, None, "USD"),
    ("It cost €2bn.", "€2bn", "equal", "2000000000", None, None, "EUR"),
    ("It paid seventy million dollars.", "seventy million dollars", "equal", "70000000", None, None, "USD"),
    ("Of these about 40 per cent left.", "about 40 per cent", "about", "40", None, None, "percent"),
    ("It sent more than 1,000 troops.", "more than 1,000", "at-least", "1000", "1000", None, "troops"),
    ("It lost at least 200,000 citizens.", "at least 200,000", "at-least", "200000", "200000", None, "citizens"),
    ("It sent up to 30 ships.", "up to 30", "at-most", "30", None, "30", "ships"),
    ("It sent between 3 and 5 ships.", "between 3 and 5", "range", None, "3", "5", "ships"),
    ("It sells 10-15% of its oil.", "10-15%", "range", None, "10", "15", "percent"),
    (
        "Chips cost between $12.3 billion and $15.3 billion.",
        "between $12.3 billion and $15.3 billion",
        "range",
        None,
        "12300000000",
        "15300000000",
        "USD",
    ),
    ("Chips cost $12-15 billion.", "$12-15 billion", "range", None, "12000000000", "15000000000", "USD"),
    ("It dug hundreds of silos.", "hundreds", "vague", None, None, None, "silos"),
    ("It built a dozen warships.", "a dozen", "equal", "12", None, None, "warships"),
    ("It holds two-thirds of the seats.", "two-thirds", "ratio", "0.6667", None, None, "of the whole"),
    ("It is twice the size.", "twice", "ratio", "2", None, None, "times"),
    ("It outspends them about three to one.", "about three to one", "ratio", "3", None, None, "to one"),
    ("Output rose by 30%.", "30%", "change", "30", None, None, "percent"),
    ("Output fell 5 percent.", "5 percent", "change", "-5", None, None, "percent"),
    ("That was a 6.6 percent increase.", "6.6 percent", "change", "6.6", None, None, "percent"),
    ("It held 18,000 square kilometers.", "18,000 square kilometers", "equal", "18000", None, None, "square kilometres"),
    ("It took over 20 years.", "over 20 years", "at-least", "20", "20", None, "years"),
]


@pytest.mark.parametrize(("text", "verbatim", "comparison", "value", "minimum", "maximum", "unit"), CASES)
def test_a_number_is_read_as_the_base_holds_it(
    text: str, verbatim: str, comparison: str, value: str | None, minimum: str | None, maximum: str | None, unit: str
) -> None:
    (found,) = numbers.find(text)
    assert (found.span.text, found.comparison, found.value, found.minimum, found.maximum, found.unit) == (
        verbatim,
        comparison,
        value,
        minimum,
        maximum,
        unit,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It began in 1998.",
        "On July 1, 2021 it fell.",
        "A Boeing 747 landed.",
        "Article 5 holds.",
        "An F-16 fell.",
        "COVID-19 spread.",
        "The 21st century began.",
        "One must go.",
        "It was the first.",
    ],
)
def test_years_dates_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert numbers.find(text) == []


def test_two_values_joined_by_to_after_a_rise_are_no_range() -> None:
    assert [(one.comparison, one.value) for one in numbers.find("Prices rose from $3 to $5.")] == [("equal", "3"), ("equal", "5")]
    assert [(one.comparison, one.value) for one in numbers.find("It fell 5 percent to 20 percent.")] == [("change", "-5"), ("equal", "20")]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It sent 1,000 troops from both countries.", "troops from both countries"),
        ("About 40 per cent of voters left.", "of voters"),
        ("China spent $252 billion on defense.", "on defense"),
        ("It plans $209 billion for 2021.", "It plans … for 2021"),
    ],
)
def test_the_measure_is_what_is_counted(text: str, measure: str) -> None:
    assert numbers.find(text)[0].measure == measure


def whole(found: Quantity) -> bool:
    return all(one is None or float(one) == float(one) for one in (found.value, found.minimum, found.maximum))


WORDS = st.sampled_from(
    [
        "$",
        "1,000",
        "12",
        "to",
        "-",
        "between",
        "and",
        "half a million",
        "million",
        "percent",
        "%",
        "dozen",
        "three",
        "€2bn",
        "of",
        "the",
        "troops",
        "rose by",
        "0",
        "½",
        "999999999999999999",
        "1.5",
        "twice",
        "two-thirds",
        "3:1",
        "hundreds of",
        ".",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_offsets_hold_and_nothing_raises_whatever_the_text(text: str) -> None:
    end = 0
    for found in numbers.find(text):
        assert text[found.span.start : found.span.end] == found.span.text
        assert found.span.start >= end
        end = found.span.end
        assert found.comparison in COMPARISONS
        assert whole(found)
        if found.comparison == "range":
            assert float(found.minimum or 0) <= float(found.maximum or 0)


@pytest.mark.parametrize(
    "words", ["a fund of 10⁶ crowns", "a fund of 10^6 crowns", "a dose of 10⁻³ grams", "it fell by 7⁴ per cent", "2³⁄₇ pounds of it"]
)
def test_a_power_and_a_figure_with_a_mark_on_it_have_no_value(words: str) -> None:
    assert numbers.find(words) == []


def test_a_raised_unit_is_no_power() -> None:
    assert [quantity.unit for quantity in numbers.find("40 km² of land")] == ["square kilometres"]

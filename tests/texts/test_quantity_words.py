"""Quantities and dates in words: no word twice, no Python words, no empty brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.propose import dates, numbers
from kb.texts.quantity_words import date_in_words, in_figures, quantity_in_words, told_first

SENTENCES = {
    "The crossing lost 40,000 pounds.": "40,000 pounds",
    "It carried about 212 people from both islands.": "about 212 people from both islands",
    "It cost $252 billion.": "252,000,000,000 USD (It cost)",
    "It took between 3 and 5 ships.": "3 to 5 ships",
    "It fell by 6.6 percent.": "a change of -6.6 percent (It fell by)",
    "Hundreds of boats came.": "an unstated number of boats",
}


@pytest.mark.parametrize(("text", "words"), SENTENCES.items())
def test_a_quantity_is_told_in_words(text: str, words: str) -> None:
    (found,) = numbers.find(text)
    parts = {name: getattr(found, name) for name in ("comparison", "value", "minimum", "maximum", "unit", "measure")}
    assert quantity_in_words(parts) == words


@given(
    st.sampled_from(["equal", "about", "at-least", "range", "vague", "ratio", "change"]),
    *[st.one_of(st.none(), st.integers().map(str))] * 3,
    *[st.one_of(st.none(), st.sampled_from(["ships", "ships at sea", "USD"]))] * 2,
)
def test_nothing_that_is_missing_is_told(
    comparison: str, value: str | None, minimum: str | None, maximum: str | None, unit: str | None, measure: str | None
) -> None:
    words = quantity_in_words(
        {"comparison": comparison, "value": value, "minimum": minimum, "maximum": maximum, "unit": unit, "measure": measure}
    )
    assert "None" not in words
    assert "  " not in words
    assert words == words.strip()


def test_a_length_of_time_is_no_date_and_says_so() -> None:
    (found,) = dates.find("It took a year.", "2024-05-15")
    assert date_in_words({"edtf": found.edtf, "basis": found.basis}) == "no date (a length of time, or one that repeats)"


def test_a_number_of_the_base_is_written_as_people_write_it() -> None:
    assert quantity_in_words({"comparison": "equal", "value": 252000000000.0, "unit": "USD"}) == "252,000,000,000 USD"
    assert quantity_in_words({"comparison": "at-least", "value": 10.0, "unit": "warships"}) == "at least 10 warships"
    assert quantity_in_words({"comparison": "range", "minimum": 0.0, "maximum": 2.5, "unit": "crowns"}) == "0 to 2.5 crowns"


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        *(
            (252e9, "252,000,000,000"),
            (10.0, "10"),
            (0, "0"),
            (0.0, "0"),
            (-6.6, "-6.6"),
            (1e-7, "0.0000001"),
            (1e21, "1,000,000,000,000,000,000,000"),
        ),
        *(("1.50", "1.50"), ("2.52e+11", "252,000,000,000"), ("a dozen", "a dozen"), (float("inf"), "inf"), (None, ""), (2021, "2,021")),
    ],
)
def test_figures_are_plain_digits(number: str | float | None, figures: str) -> None:
    assert in_figures(number) == figures


def test_the_text_s_own_words_stand_first() -> None:
    spending = {"comparison": "equal", "value": 252e9, "unit": "USD", "measure": "spending", "verbatim": "$252\nbillion"}
    assert told_first(spending) == "“$252 billion” (252,000,000,000 USD)"
    assert told_first({"comparison": "equal", "value": 10.0, "unit": "warships", "verbatim": "10 warships"}) == "“10 warships”"
    assert told_first({"comparison": "vague", "unit": "silos"}) == "an unstated number of silos"

"""Numbers are read whole or not at all: scales, groups of digits, signs, ratios, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kb.propose import numbers

# text, verbatim, comparison, value or (minimum, maximum), unit
WHOLE = [
    ("The canal would cost 7 lakh crore rupees.", "7 lakh crore rupees", "equal", "7000000000000", "INR"),
    ("The town counted 3.5 crore people.", "3.5 crore", "equal", "35000000", "people"),
    ("Nine lakh farmers came.", "Nine lakh", "equal", "900000", "farmers"),
    ("He paid ₹ 40-60 lakh.", "₹ 40-60 lakh", "range", ("4000000", "6000000"), "INR"),
    ("She counted 23,40,000 voters.", "23,40,000", "equal", "2340000", "voters"),
    ("It cost 2 300 000 euros.", "2 300 000 euros", "equal", "2300000", "EUR"),
    ("It cost 2’300’000 euros.", "2’300’000 euros", "equal", "2300000", "EUR"),
    ("It was −8 degrees Celsius.", "−8 degrees Celsius", "equal", "-8", "degrees Celsius"),
    ("It was -8 degrees Celsius.", "-8 degrees Celsius", "equal", "-8", "degrees Celsius"),
    ("Growth was minus 8 percent.", "minus 8 percent", "equal", "-8", "percent"),
    ("It owed −$8 million.", "−$8 million", "equal", "-8000000", "USD"),
    ("It was 8 degrees Celsius below zero.", "8 degrees Celsius below zero", "equal", "-8", "degrees Celsius"),
    ("Some saw one in six houses flooded.", "one in six", "ratio", "0.1667", "of the whole"),
    ("It hit 7 out of 10 houses.", "7 out of 10", "ratio", "0.7", "of the whole"),
    ("A one-in-four chance remained.", "one-in-four", "ratio", "0.25", "of the whole"),
    ("Prices rose by a factor of six.", "by a factor of six", "ratio", "6", "times"),
    ("A six-fold rise followed.", "six-fold", "ratio", "6", "times"),
    ("One and a half million people left.", "One and a half million", "equal", "1500000", "people"),
    ("A million and a half people left.", "A million and a half", "equal", "1500000", "people"),
    ("A quarter of a million people left.", "A quarter of a million", "equal", "250000", "people"),
    ("It weighed 3 ¼ tonnes.", "3 ¼ tonnes", "equal", "3.25", "tonnes"),
    ("It weighed 3 1/4 tonnes.", "3 1/4 tonnes", "equal", "3.25", "tonnes"),
    ("It has 1.4m readers.", "1.4m", "equal", "1400000", "readers"),
    ("It costs $4-6bn.", "$4-6bn", "range", ("4000000000", "6000000000"), "USD"),
    ("Two to three million people left.", "Two to three million", "range", ("2000000", "3000000"), "people"),
    ("It holds 4 million-6 million barrels.", "4 million-6 million barrels", "range", ("4000000", "6000000"), "barrels"),
    ("Some 4 bcm flowed.", "Some 4 bcm", "about", "4", "billion cubic metres"),
    ("It ran at 70 km/h.", "70 km/h", "equal", "70", "kilometres per hour"),
    ("It sold at $70 a barrel.", "$70 a barrel", "equal", "70", "USD per barrel"),
    ("It lent 4 percentage points.", "4 percentage points", "equal", "4", "percentage points"),
    ("The index fell 400 points.", "400 points", "change", "-400", "points"),
    ("The bank added 40 basis points.", "40 basis points", "equal", "40", "basis points"),
    ("It came to ~60 percent.", "~60 percent", "about", "60", "percent"),
    ("It came to ≥60 percent.", "≥60 percent", "at-least", "60", "percent"),
    ("Over half of the boats sank.", "Over half", "at-least", "0.5", "of the whole"),
    ("At least one in five boats sank.", "At least one in five", "at-least", "0.2", "of the whole"),
    ("Fewer than a third of the boats sank.", "Fewer than a third", "at-most", "0.3333", "of the whole"),
    ("It is 6 degrees below zero.", "6 degrees below zero", "equal", "-6", "degrees"),
    ("One to three boats sank.", "One to three", "range", ("1", "3"), "boats"),
    ("It carries 6-9 boats.", "6-9", "range", ("6", "9"), "boats"),
    ("It holds 0.4m tonnes.", "0.4m tonnes", "equal", "400000", "tonnes"),
    ("The odds are one in a million.", "one in a million", "ratio", "0.000001", "of the whole"),
    ("It cost 35¢.", "35¢", "equal", "35", "cents"),
    ("It takes up to and including 9 boats.", "up to and including 9", "at-most", "9", "boats"),
    ("Sixty-odd ships came.", "Sixty-odd", "about", "60", "ships"),
]

NO_VALUE = [
    "It grew 3,5 percent.",
    "It cost 1.500.000 euros.",
    "It cost 1.000 euros.",
    "He gave 5,000,00 reasons.",
    "It has 1,2,3 steps.",
    "It lent 1 000 more.",
    "Net income was (5) and (1,250).",
    "Net income was (5) million.",
    "It cost € 5 Mrd.",
    "It cost 5 milliards.",
    "It counted 5 wan.",
    "It counted 5万.",
    "It counted 10^6 cells.",
    "It counted 10⁶ cells.",
    "It counted 3 × 10⁵ cells.",
    "It counted 5e6 cells.",
    "It was ±5 percent.",
    "It was –5 percent.",
    "It began at ten o'clock.",
    "It began at 5.30 and ended.",
    "It was five past ten.",
    "They won by 3 to 2.",
    "A 3:2 majority held.",
    "It ran 100 per 100,000.",
    "It held 300 parts per million.",
    "He ran 100m.",
    "The 400m hurdles began.",
    "It cost $5 m.",
    "He stood 5 feet 3 inches.",
    "It lay at 38°N.",
    "It lay at 38 degrees north.",
    "The 38 parallel held.",
    "In 476 Rome fell.",
    "In 1215 the barons met.",
    "He was killed in 44 BC.",
    "He lived at 10 Downing Street.",
    "Twenty-something clerks came, 20-something.",
    "four score and more",
    "On 20210503 it fell.",
    "See pages 5 and 6.",
    "They split it fifty-fifty.",
    "It had sub-10% growth.",
    "It cost 1 million 200 thousand.",
    "It counted １，２００ boats.",
    "It sold two dozens.",
    "It shrank by two thirds.",
    "He held a 9-to-5 job.",
    "It cost $5-to-7 billion.",
    "The Group of 20 met.",
    "He stood 5' 11\" tall.",
]


@pytest.mark.parametrize(("text", "verbatim", "comparison", "value", "unit"), WHOLE)
def test_a_number_is_read_with_its_scale_sign_and_unit(
    text: str, verbatim: str, comparison: str, value: str | tuple[str, str], unit: str
) -> None:
    (found,) = numbers.find(text)
    read = (found.minimum, found.maximum) if isinstance(value, tuple) else found.value
    assert (found.span.text, found.comparison, read, found.unit) == (verbatim, comparison, value, unit)


@pytest.mark.parametrize("text", NO_VALUE)
def test_what_is_not_understood_has_no_value(text: str) -> None:
    assert [(found.span.text, found.value) for found in numbers.find(text) if found.value] == []


def test_a_falling_pair_below_zero_is_a_range_of_the_lower_to_the_higher() -> None:
    (found,) = numbers.find("It ran to −3 or −2 degrees Celsius.")
    assert (found.minimum, found.maximum) == ("-3", "-2")


def grouped(number: int, separator: str, sizes: tuple[int, int]) -> str:
    """The number with its digits in groups: the last of `sizes[0]` digits, those before it of `sizes[1]`."""
    digits = str(number)
    groups = [digits[-sizes[0] :]]
    rest = digits[: -sizes[0]]
    while rest:
        groups.insert(0, rest[-sizes[1] :])
        rest = rest[: -sizes[1]]
    return separator.join(groups)


@given(
    st.integers(0, 10**12),
    st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "’", "'", "٬", "٫"]),
    st.sampled_from([(3, 3), (3, 2), (4, 4)]),
    st.sampled_from(["", ",5", ".5", "٫5"]),
)
def test_a_number_in_any_countrys_groups_is_read_as_itself_or_not_at_all(
    number: int, separator: str, sizes: tuple[int, int], rest: str
) -> None:
    assume(sizes != (4, 4) or not separator.isspace())  # two numbers in a row look like that
    words = grouped(number, separator, sizes) + rest
    values = {number + (0.5 if rest else 0)}
    if words.replace(".", "", 1).isdigit():  # in English "1.234" is a decimal fraction
        values.add(float(words))
    for found in numbers.find(f"They counted {words} ships."):
        assert found.value is None or float(found.value) in values

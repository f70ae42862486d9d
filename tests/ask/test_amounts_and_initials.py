"""A search finds amounts in whatever way they are written, and names by their initials."""

from __future__ import annotations

import sqlite3

import pytest

from kb.ask import amounts, matching, search

SPENT = "clm-china-spent-252-billion-2020"


@pytest.mark.parametrize(
    "typed",
    [
        "252 billion dollars",
        "$252bn",
        "252bln",
        "USD 252 billion",
        "US$ 252 billion",
        "252,000,000,000",
        "252 000 000 000",
        "0.252 trillion",
    ],
)
def test_an_amount_is_found_in_every_way_of_writing_it(typed: str, shipped: sqlite3.Connection) -> None:
    assert SPENT in [hit.id for hit in search.find(shipped, typed, 5)]


@pytest.mark.parametrize(
    ("typed", "found"), [("ten warships", "10"), ("6.6%", "6.6"), ("6.6 per cent", "6.6"), ("200k", "200,000"), ("12.3bn", "12.3 billion")]
)
def test_small_numbers_shares_and_thousands_too(typed: str, found: str, shipped: sqlite3.Connection) -> None:
    assert any(hit.kind == "claim" and found in hit.snippet.replace("»", "").replace("«", "") for hit in search.find(shipped, typed, 5))


def test_what_is_no_amount_is_none() -> None:
    assert amounts.forms(["dollars"]) == (0, []) and amounts.forms(["B52"]) == (0, []) and amounts.forms(["20xyz"]) == (0, [])
    assert amounts.forms(["3", "million", "people"])[0] == 2 and amounts.forms(["5", "US", "dollars", "a"])[0] == 3
    assert "1,500" in amounts.forms(["1.5", "thousand"])[1] and "1.5k" in amounts.forms(["1500"])[1]


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("PLA", "peoples-liberation-army"),
        ("pla", "peoples-liberation-army"),
        ("P.L.A.", "peoples-liberation-army"),
        ("SJU", "shanghai-jiaotong-university"),
        ("CACDA", "china-arms-control-and-disarmament-association"),
        ("DoD", "us-department-of-defense"),
        ("QSD", "quadrilateral-security-dialogue"),
    ],
)
def test_a_name_is_found_by_its_initials(typed: str, entity: str, shipped: sqlite3.Connection) -> None:
    assert entity in [hit.id for hit in search.find(shipped, typed, 5)]


def test_a_word_of_the_texts_is_no_acronym(shipped: sqlite3.Connection) -> None:
    assert matching.initialled(shipped, "war") == [] and matching.initialled(shipped, "ASAP") == []

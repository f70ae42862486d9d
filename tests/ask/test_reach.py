"""What is said of two states together is found: judged by the words of the claims, not by how they are recorded."""

from __future__ import annotations

import re
import sqlite3

import pytest

from tests.ask.test_answers import ask

# The words by which a reader sees that a claim speaks of a state: its name, its people, its capital, its government and those who lead it.
WORDS = {
    "china": r"China|Chinese|Beijing|Xi Jinping|Xi\b|CCP|People’s Liberation Army|PLA\b",
    "russia": r"Russia|Russian|Russians|Moscow|Kremlin|Putin|Soviet|USSR",
    "india": r"India|Indian|Indians|New Delhi|Modi\b",
    "united-states": r"United States|U\.S\.|US\b|America|American|Americans|Washington|Pentagon|White House",
}
PAIRS = [("china", "russia"), ("china", "india"), ("russia", "india"), ("china", "united-states")]


def names(text: str, state: str) -> bool:
    return re.search(rf"\b(?:{WORDS[state]})", text) is not None


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_is_said_of_two_states_together_is_found_and_little_else(shipped: sqlite3.Connection, one: str, other: str) -> None:
    texts = dict(shipped.execute("SELECT DISTINCT claim_id, claim FROM who_says_what").fetchall())
    naming_both = {claim for claim, text in texts.items() if names(text, one) and names(text, other)}
    found = {str(row["claim_id"]) for row in ask(shipped, "claims-between", {"one": one, "other": other})}
    missed = sorted(texts[claim] for claim in naming_both - found)
    assert len(missed) <= 0.1 * len(naming_both), missed
    naming_neither = sorted(texts[claim] for claim in found if not names(texts[claim], one) and not names(texts[claim], other))
    assert len(naming_neither) <= 0.05 * len(found), naming_neither
    assert len(naming_both) > 4


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_each_row_says_how_the_two_are_reached_unless_they_are_named(shipped: sqlite3.Connection, one: str, other: str) -> None:
    direct = {row["assertion_id"] for row in ask(shipped, "claims-between", {"one": one, "other": other, "reach": "direct"})}
    rows = ask(shipped, "claims-between", {"one": one, "other": other})
    assert direct == {row["assertion_id"] for row in rows if row["one_through"] is None and row["other_through"] is None}
    everything = ask(shipped, "claims-between", {"one": one, "other": other, "reach": "all"})
    assert {row["assertion_id"] for row in rows} <= {row["assertion_id"] for row in everything}


def test_two_states_asked_for_in_either_order_have_the_same_claims(shipped: sqlite3.Connection) -> None:
    there = ask(shipped, "claims-between", {"one": "china", "other": "russia"})
    back = ask(shipped, "claims-between", {"one": "russia", "other": "china"})
    assert [(row["assertion_id"], row["one_through"]) for row in there] == [(row["assertion_id"], row["other_through"]) for row in back]


@pytest.mark.parametrize(("formerly", "now"), [("no", "direct"), ("yes", "parties")])
def test_the_parameter_that_reach_took_the_place_of_still_works(shipped: sqlite3.Connection, formerly: str, now: str) -> None:
    for name, values in (("claims-about", {"entity": "india"}), ("claims-between", {"one": "china", "other": "india"})):
        assert ask(shipped, name, {**values, "parts": formerly}) == ask(shipped, name, {**values, "reach": now}) != []


def test_a_single_person_or_an_outlet_does_not_stand_for_a_state(shipped: sqlite3.Connection) -> None:
    """“Dr. Luo Xi”, “Global Times”: whoever asks what is said of China does not get what is said of them, unless all is asked for."""
    reached = dict(shipped.execute("SELECT reached_id, reach FROM reach WHERE entity_id = 'china' ORDER BY reach = 'all' DESC"))
    assert reached["global-times"] == "all"
    assert "luo-xi" not in reached and "russia" not in reached and "united-states" not in reached
    assert reached["xi-jinping"] == reached["chinese-government"] == reached["china-russia-relationship"] == "parties"
    assert reached["china"] == "direct"


def test_the_alliance_that_both_texts_deny_has_its_parties(shipped: sqlite3.Connection) -> None:
    denied = "SELECT 1 FROM who_says_what WHERE claim_id = affiliations.claim_id AND stance = 'affirms'"
    parties = f"SELECT whole_id FROM affiliations WHERE entity_id = 'china' AND role = 'party-to' AND claim_id IS NOT NULL AND NOT EXISTS ({denied})"
    wholes = [row[0] for row in shipped.execute(parties)]
    assert wholes
    for whole in wholes:
        assert shipped.execute("SELECT 1 FROM reach WHERE entity_id = 'china' AND reached_id = ?", (whole,)).fetchone(), whole

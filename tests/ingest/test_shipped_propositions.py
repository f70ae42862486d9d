"""The propositions of the two shipped texts: what their triples say alone, how they stand to each other, and who read them twice. Checked by eye in the texts."""

from __future__ import annotations

import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import INGEST

SOURCES = ("asia-times-2025", "epoch-times-2021")
ALLIANCE = ("clm-china-russia-allies", "clm-china-russia-formal-alliance")


def entries(path: Path, kind: str) -> list[dict[str, Any]]:
    found = tomllib.loads(path.read_text("utf-8")).get(kind, [])
    assert isinstance(found, list)
    return found


PROPERTIES = {row["id"]: row for row in entries(INGEST / "predicate_properties.toml", "predicate")}


def test_predicates_with_properties_are_predicates_in_use(shipped: sqlite3.Connection) -> None:
    used = {row[0] for row in shipped.execute("SELECT DISTINCT predicate_id FROM claims")}
    assert PROPERTIES.keys() <= used
    assert {"allied-with", "fights-with", "talks-with"} <= {name for name, row in PROPERTIES.items() if row.get("symmetric")}
    assert not [row for row in PROPERTIES.values() if not row.keys() & {"symmetric", "transitive", "inverse_of"}]


def test_a_tie_in_both_directions_is_one_claim_and_not_two_told_apart_by_direction(shipped: sqlite3.Connection) -> None:
    seen: dict[tuple[object, ...], str] = {}
    for claim, subject, predicate, thing, time in shipped.execute(
        "SELECT id, subject_id, predicate_id, object_id, about_time FROM claims WHERE object_id IS NOT NULL"
    ):
        pair = tuple(sorted((subject, thing))) if PROPERTIES.get(predicate, {}).get("symmetric") else (subject, thing)
        assert seen.setdefault((predicate, time, *pair), claim) == claim


def triples(base: sqlite3.Connection, predicates: tuple[str, ...], thing: str) -> set[tuple[str, str]]:
    marks = ", ".join("?" * len(predicates))
    found = base.execute(f"SELECT id, predicate_id FROM claims WHERE object_id = ? AND predicate_id IN ({marks})", (thing, *predicates))
    return set(found.fetchall())


def test_how_close_they_are_and_become_is_one_question(shipped: sqlite3.Connection) -> None:
    """“moderate”, “a political distancing”, “has already reached its peak”: three words on one scale."""
    assert triples(shipped, ("moderate-in", "falls-in", "at-peak-in"), "closeness") == {
        ("clm-china-russia-relationship-moderate", "moderate-in"),
        ("clm-china-russia-political-distancing", "falls-in"),
        ("clm-china-russia-relations-peaked", "at-peak-in"),
    }
    assert triples(shipped, ("grows-at",), "slow-pace") == {("clm-interdependence-growing", "grows-at")}


def test_what_is_denied_is_no_wider_in_the_triple_than_in_the_words(shipped: sqlite3.Connection) -> None:
    """He denies that they grow dangerously close, not that they grow closer; “rarely stop to ponder” is not never."""
    sql = "SELECT predicate_id, object_id FROM claims WHERE id = ?"
    assert shipped.execute(sql, ("clm-china-russia-growing-dangerously-close",)).fetchone() == ("rises-in", "dangerous-closeness")
    assert shipped.execute(sql, ("clm-pundits-ponder-why-russia-not-reinforced",)).fetchone()[0] == "often-ponders"


# Each triple alone, in the claim's sense, by the words that it may not go beyond.
NO_WIDER = {
    "closeness, not the relationship, would be to the detriment": (
        "clm-china-russia-closeness-harms-us",
        ("china-russia-growing-closeness", "harms", "united-states", None),
    ),
    "subjected to bully tactics": (
        "clm-regime-bully-tactics-friends-and-enemies",
        ("bully-tactics", "directed-against", "enemies-and-supposed-friends-of-chinese-regime", None),
    ),
    "it is the calling that infringes": (
        "clm-near-arctic-claim-infringes",
        ("xi-calls-china-near-arctic-power", "intrudes-on", "arctic", None),
    ),
    "supplant as the dominant military force": (
        "clm-ccp-goal-supplant-us-military",
        ("china", "militarily-supersedes", "united-states", None),
    ),
    "outspends China on defense": (
        "clm-us-outspends-china-three-to-one",
        ("united-states", "outspends-on-defense", "china", None),
    ),
    "a plan gives what is planned": (
        "clm-beijing-plans-209-billion-2021",
        ("chinese-government", "spends-on", None, "what the sentence does not say"),
    ),
    "its effect is unfortunate": (
        "clm-us-pressure-effect-is-unfortunate",
        ("us-pressure-on-russia-and-china", "gives-reason-for", None, "regret at what it has contributed to"),
    ),
}


@pytest.mark.parametrize("case", NO_WIDER)
def test_a_triple_alone_claims_no_more_than_the_words(shipped: sqlite3.Connection, case: str) -> None:
    claim, triple = NO_WIDER[case]
    sql = "SELECT subject_id, predicate_id, object_id, object_text FROM claims WHERE id = ?"
    assert shipped.execute(sql, (claim,)).fetchone() == triple


def test_the_alliance_that_was_decided_against_is_an_all_out_one(shipped: sqlite3.Connection) -> None:
    """“decided very clearly not to opt for an all-out military alliance” says nothing of a lesser one."""
    sql = "SELECT DISTINCT label FROM claims JOIN entities ON entities.id = object_id WHERE claims.id IN (?, ?)"
    found = shipped.execute(sql, ("clm-china-rejected-all-out-alliance", "clm-russia-rejected-all-out-alliance")).fetchall()
    assert found == [("all-out military alliance of China and Russia",)]


def test_few_claims_are_left_with_a_quality_of_one_use(shipped: sqlite3.Connection) -> None:
    assert shipped.execute("SELECT id FROM claims WHERE predicate_id IN ('has-quality', 'has-trend')").fetchall() == [
        ("clm-chinese-high-speed-rail-is-impressive",)
    ]


FOR = {
    "clm-xi-putin-relationship-countering-us",  # “a common interest in countering the United States”
    "clm-joint-drills-increasing",
    "clm-economic-cooperation-increased",
    "clm-there-are-reasons-for-concern",  # engineering, space, Kim Jong Un
    "clm-russia-open-to-all-out-alliance",
    "clm-us-drives-china-russia-together",  # “a contributing factor”
    "clm-undefended-border-frees-resources",  # “On the other hand”
}
AGAINST = {
    "contradicts": {
        "clm-partnership-less-than-it-appears",
        "clm-china-rejected-all-out-alliance",
        "clm-russia-rejected-all-out-alliance",
        "clm-north-korea-only-official-ally",
    },
    "qualifies": {
        "clm-russia-chinas-most-powerful-friend",
        "clm-russia-supports-ccp-when-suits",
        "clm-stalin-shifted-support",
        "clm-china-soviet-border-conflict-1969",
        "clm-russia-sells-weapons-to-india",
        "clm-russia-sells-weapons-to-vietnam",
        "clm-russia-cancelled-missile-deal",
        "clm-india-cooperates-with-russia-afghanistan",
        "clm-russia-shares-complaints",
        "clm-ccp-wolf-warrior-against-russia",
        "clm-china-russia-political-distancing",
    },
}


def test_what_speaks_for_and_against_an_alliance_is_one_query(shipped: sqlite3.Connection) -> None:
    affirmed = "SELECT claim_id FROM assertions WHERE stance = 'affirms'"
    marks = ", ".join("?" * len(ALLIANCE))
    sql = f"SELECT relation, from_claim_id FROM relations WHERE to_claim_id IN ({marks}) AND from_claim_id IN ({affirmed})"
    found: dict[str, set[str]] = {}
    for relation, claim in shipped.execute(sql, ALLIANCE):
        found.setdefault(relation, set()).add(claim)
    assert found["supports"] == FOR
    assert found["contradicts"] == AGAINST["contradicts"]
    assert found["qualifies"] >= AGAINST["qualifies"]


def test_nothing_explains_what_its_own_text_denies(shipped: sqlite3.Connection) -> None:
    denied = "SELECT claim_id FROM assertions WHERE stance = 'denies' AND level = 0"
    assert not shipped.execute(f"SELECT id FROM relations WHERE relation = 'explains' AND to_claim_id IN ({denied})").fetchall()


def test_a_claim_without_a_relation_is_no_step_of_an_argument(shipped: sqlite3.Connection) -> None:
    """What is left over names offices, authors, works, places and meetings, or a group with its examples."""
    related = "SELECT from_claim_id FROM relations UNION SELECT to_claim_id FROM relations"
    alone = shipped.execute(f"SELECT kind, id FROM claims WHERE id NOT IN ({related})").fetchall()
    assert len(alone) < 40
    assert {kind for kind, _ in alone} <= {"factual", "evaluation"}
    assert [claim for kind, claim in alone if kind == "evaluation"] == [
        "clm-global-opinion-turns-against-china"
    ]  # “as” only sets side by side


@pytest.mark.parametrize("source", SOURCES)
def test_a_second_reading_names_rows_of_its_source_and_says_why_it_is_unsure(source: str) -> None:
    folder = INGEST / "sources" / source
    reviews = entries(folder / "reviews.toml", "review")
    claims = {row["id"] for row in entries(folder / "claims.toml", "claim")}
    passages = {row["id"] for row in entries(folder / "claims.toml", "assertion")}
    named = [row.get("claim_id") or row["assertion_id"] for row in reviews]
    assert len(named) == len(set(named))
    assert {row["claim_id"] for row in reviews if "claim_id" in row} <= claims
    assert {row["assertion_id"] for row in reviews if "assertion_id" in row} <= passages
    assert {row["verdict"] for row in reviews} <= {"carries", "does-not-carry", "unsure"}
    assert not [row for row in reviews if row["verdict"] != "carries" and not row.get("note")]


RELATIONS = {row["id"] for row in entries(INGEST / "relations.toml", "relation")}


def test_a_second_reading_of_relations_names_each_once_and_says_why_it_is_unsure(shipped: sqlite3.Connection) -> None:
    reviews = entries(INGEST / "reviews.toml", "review")
    named = [row["relation_id"] for row in reviews]
    assert len(named) == len(set(named)) and set(named) <= RELATIONS
    assert not [row for row in reviews if row["verdict"] != "carries" and not row.get("note")]
    sure = {f"rel-{row['relation_id']}" for row in reviews if row["verdict"] == "carries"}
    assert {row[0] for row in shipped.execute("SELECT id FROM relations WHERE status = 'reviewed'")} == sure


def test_a_claim_whose_triple_was_mended_waits_for_another_reader(shipped: sqlite3.Connection) -> None:
    claims = tuple(claim for claim, _ in NO_WIDER.values())
    found = shipped.execute(f"SELECT DISTINCT status FROM claims WHERE id IN ({', '.join('?' * len(claims))})", claims).fetchall()
    assert found == [("recorded",)]

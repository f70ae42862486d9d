"""What is suggested of a proposed claim against the claims of the base, and what must not be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.propose import against, dates, numbers
from kb.propose.against import Suggestion
from kb.propose.against.figures import later, same_time

SPENT = "clm-china-spent-252-billion-2020"
PLANNED = "clm-beijing-plans-209-billion-2021"
ALLIED = "China and Russia are in a formal military alliance"
RELATIONS = {"duplicate", "agrees", "contradicts", "updates", "restates"}


@pytest.fixture(scope="module")
def base(shipped_built: Path) -> Iterator[sqlite3.Connection]:
    """The base of the two shipped texts, only read."""
    connection = sqlite3.connect(f"file:{shipped_built}?immutable=1", uri=True)
    yield connection
    connection.close()


def suggested(base: sqlite3.Connection, content: str, *entities: str, speaker: str | None = None) -> dict[str, Suggestion]:
    found = dates.find(content, "2021-10-23")
    proposed = against.Proposed.of(content, entities, numbers.find(content, found), found)
    return {suggestion.claim_id: suggestion for suggestion in against.suggest(base, proposed, speaker)}


def text_of(base: sqlite3.Connection, claim_id: str) -> str:
    return str(base.execute("SELECT text FROM claims WHERE id = ?", (claim_id,)).fetchone()[0])


def test_the_very_words_of_a_claim_are_a_duplicate(base: sqlite3.Connection) -> None:
    found = suggested(base, "China spent $252 billion on defense in 2020", "china")[SPENT]
    assert (found.relation, found.rule, found.score) == ("duplicate", "same words", 1.0)


def test_nearly_the_same_words_are_a_duplicate(base: sqlite3.Connection) -> None:
    found = suggested(base, "In 2020, China spent $252 billion on its defense.", "china")[SPENT]
    assert (found.relation, found.rule) == ("duplicate", "nearly the same words")


def test_another_figure_of_the_same_time_contradicts(base: sqlite3.Connection) -> None:
    found = suggested(base, "China spent $240 billion on defense in 2020", "china")[SPENT]
    assert (found.relation, found.rule) == ("contradicts", "other figure, same time")


def test_another_figure_of_a_later_time_updates_and_never_contradicts(base: sqlite3.Connection) -> None:
    found = suggested(base, "China spent $270 billion on defense in 2022", "china")[SPENT]
    assert (found.relation, found.rule) == ("updates", "other time")


@pytest.mark.parametrize(
    ("content", "entity", "other"),
    [
        ("China spent $252 billion on defense in 2020", "china", PLANNED),
        ("The Chinese government is to spend $209 billion in 2021", "chinese-government", SPENT),
        ("China plans to spend $209 billion on defense in 2021", "china", SPENT),
        ("China plans to spend $209 billion on defense in 2020", "china", SPENT),
        ("Beijing will spend $209 billion for 2021", "china", SPENT),
    ],
)
def test_what_was_spent_and_what_is_planned_are_no_contradiction(base: sqlite3.Connection, content: str, entity: str, other: str) -> None:
    found = suggested(base, content, entity).get(other)
    assert found is None or found.relation != "contradicts"


def test_a_figure_without_a_time_is_not_said_to_contradict(base: sqlite3.Connection) -> None:
    found = suggested(base, "China spent $240 billion on defense", "china").get(SPENT)
    assert found is None or found.relation != "contradicts"


def test_the_same_words_negated_contradict(base: sqlite3.Connection) -> None:
    found = suggested(base, "China and Russia are not in a formal military alliance", "china-and-russia")
    contradicted = {text_of(base, claim_id): one.rule for claim_id, one in found.items() if one.relation == "contradicts"}
    assert contradicted == {ALLIED: "negated"}


def test_one_who_says_it_again_restates(base: sqlite3.Connection) -> None:
    claim_id, text, speaker = base.execute(
        "SELECT claims.id, claims.text, speaker_id FROM claims JOIN assertions ON claim_id = claims.id WHERE claims.text = ?", (ALLIED,)
    ).fetchone()
    words = str(text).replace("formal military alliance", "formal and binding military alliance now")
    mine, others = suggested(base, words, speaker=speaker), suggested(base, words, speaker="nobody")
    assert mine[claim_id].relation == "restates"
    assert others[claim_id].relation == "agrees"


def test_a_claim_on_another_matter_has_no_suggestion(base: sqlite3.Connection) -> None:
    assert suggested(base, "Penguins of the south eat fish on Sundays") == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2020", "2020", True),
        ("2020", "2021", False),
        ("2020-05", "2020-05-12", True),
        ("2020", "2020-05", False),
        (None, "2020", None),
        ("2014/..", "2015", None),
    ],
)
def test_times_are_the_same_only_when_both_are_known(one: str | None, other: str | None, same: bool | None) -> None:
    assert same_time(one, other) is same
    assert not (same and later(one, other))


def test_claims_are_found_by_indexes_and_never_by_reading_all(base: sqlite3.Connection) -> None:
    for sql, parameter in (
        (against.BY_WORDS, "china"),
        (against.BY_TEXT, ALLIED),
        (against.COUNT, "china"),
        (against.BY_SUBJECT, "china"),
        (against.SPEAKERS, SPENT),
    ):
        plan = [row[3] for row in base.execute("EXPLAIN QUERY PLAN " + sql, (parameter,))]
        assert not any(step.startswith("SCAN") and "VIRTUAL TABLE" not in step and "subquery" not in step for step in plan), plan


@given(st.text())
def test_any_content_may_be_compared(base: sqlite3.Connection, content: str) -> None:
    for one in suggested(base, content).values():
        assert one.relation in RELATIONS
        assert 0 < one.score <= 1
        assert one.rule and one.why

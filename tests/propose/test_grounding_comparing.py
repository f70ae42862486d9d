"""What is compared with what, and which sentences with "than" compare no two things."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models

COMPARED = [
    ("Swedish ferries are safer than Norwegian trains.", ("swedish-ferries", "is-safer-than", "norwegian-trains")),
    ("Trains are less likely than ships to pollute the bay.", ("trains", "is-less-likely-than", "ships")),
    ("Norway is richer than Sweden.", ("norway", "is-richer-than", "sweden")),
    ("Norway remains more popular than Sweden.", ("norway", "is-more-popular-than", "sweden")),
    ("The Port League was older than the Malmo Bank.", ("port-league", "is-older-than", "malmo-bank")),
]
NOT_COMPARED = [
    "Swedish ferries are no safer than Norwegian trains.",
    "Norway sold more ferries than Sweden.",
    "The Port League has more than 40 ships.",
    "Norway chose talks rather than war.",
    "The strike lasted longer than expected.",
    "Swedish exports were higher than in 2019.",
    "Norway wants nothing other than peace.",
    "Norway sold ships other than ferries.",
]


def related(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Subject, new predicate and object of each proposal of a text."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    found = [one.statement for one in propose.propose(text) if one.statement is not None]
    return [
        (
            one.subject_entity.id if one.subject_entity else None,
            one.new.id if one.new else None,
            one.object_entity.id if one.object_entity else None,
        )
        for one in found
    ]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_a_comparison_relates_what_is_compared_by_the_comparative_as_written(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in related(text)


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_than_without_a_comparative_of_the_subject_compares_nothing(text: str) -> None:
    assert not [one for one in related(text) if one[1] and ("er-than" in one[1] or "less" in one[1] or "more" in one[1])]


def test_what_is_compared_with_stays_in_the_claim() -> None:
    (one,) = propose.propose("Trains are less likely than ships to pollute the bay.")
    assert one.statement is not None and one.statement.statement.claim == "Trains are less likely to pollute the bay than ships"

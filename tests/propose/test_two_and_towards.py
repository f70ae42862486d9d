"""Whom "the two" stands for, and to what a noun relates its subject."""

from __future__ import annotations

import pytest

from kb import propose


def ends(text: str) -> list[tuple[str | None, str | None]]:
    """Return subject and object of each statement, in words."""
    grounded = [one.statement for one in propose.propose(text) if one.statement]
    parts = [(one.subject, one.object) for one in grounded]
    return [tuple((part.resolved or part.text) if part else None for part in pair) for pair in parts]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ada Holm hosted Nils Berg in Oslo, where the two leaders observed a parade.",
            [("Ada Holm", "a parade"), ("Nils Berg", "a parade")],
        ),
        ("Ada Holm met Nils Berg. The two ministers ate fish.", [("Ada Holm", "fish"), ("Nils Berg", "fish")]),
        ("Ada Holm met Nils Berg. Eva Dahl left. The two ministers ate fish.", [("The two ministers", "fish")]),
        (
            "Norway and Sweden trade. The fleet is old. The coast is long. The sea is cold. The two countries sell fish.",
            [("Norway", "fish"), ("Sweden", "fish")],
        ),
        (
            "Norway and Sweden trade. Chad and Niger trade. The coast is long. The sea is cold. The fleet is old. The two countries sell fish.",
            [("The two countries", "fish")],
        ),
        ("The town’s mayor, Ruth Bell, closed the harbour.", [("Ruth Bell", "the harbour")]),
        ("The court fined its former chairman, Paul Gray.", [("The court", "Paul Gray")]),
        ("The debt is a threat to the old harbour.", [("The debt", "the old harbour")]),
        ("The debt has been a contributing factor to the old crisis.", [("The debt", "the old crisis")]),
    ],
)
@pytest.mark.thorough
def test_both_ends_of_a_statement_are_who_and_what_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert [one for one in ends(text) if one in found] == found
    named = {subject for subject, _ in found}
    assert [one for one in ends(text) if one[1] == found[0][1] and one[0] not in named] == []

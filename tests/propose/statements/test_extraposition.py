"""What "it" only announces is the subject of a statement, whose wording stays as one would say it."""

from __future__ import annotations

import pytest

from kb import propose
from tests.propose.statements.reading import said

ANNOUNCED = {
    "a quality": ("It is necessary to identify the traitors.", "to identify the traitors", "It is necessary to identify the traitors"),
    "a noun": ("It was a mistake to close the port.", "to close the port", "It was a mistake to close the port"),
    "a time": ("It took years to build the dam.", "to build the dam", "It took years to build the dam"),
    "what moves somebody": ("It bothers Holm that the bank closed.", "the bank closed", "That the bank closed bothers Holm"),
    "after another phrase": (
        "Despite the new system, it is still impossible to ride a train from Lund.",
        "to ride a train from Lund",
        "It is impossible to ride a train from Lund despite the new system",
    ),
    "reported": ("Holm wrote that it was important to sell a mill.", "to sell a mill", "It was important to sell a mill"),
}


@pytest.mark.parametrize("case", ANNOUNCED)
def test_it_gives_way_to_what_it_announces(case: str) -> None:
    text, subject, claim = ANNOUNCED[case]
    assert claim in [row[0] for row in said(text)]
    found = [one for one in propose.propose(text) if one.statement is not None and one.statement.statement.claim == claim]
    assert [one.statement.statement.subject.text for one in found if one.statement and one.statement.statement.subject] == [subject]
    assert not [note for one in found for note in one.notes if "“It”" in note or "“it”" in note]


def test_it_stays_where_it_may_be_somebody_or_something() -> None:
    (one,) = [
        each for each in propose.propose("Orvik Energy lost money. It is ready to sell the port.") if each.attribution.content.start > 20
    ]
    assert one.statement is not None and one.statement.statement.claim == "Orvik Energy is ready to sell the port"

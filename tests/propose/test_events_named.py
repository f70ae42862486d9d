"""Of an event that a text names: whether it happened, where, and who takes part in it by the verb beside it."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.grounding.happening import Happening


def event_of(text: str) -> Happening:
    """The event of the first proposal of a text that tells of one."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return next(one.statement.event for one in propose.propose(text) if one.statement is not None and one.statement.event is not None)


@pytest.mark.parametrize(
    ("text", "actuality"),
    [
        ("The Orlando shooting resonates across Europe.", "occurred"),
        ("Sweden hosted the Geneva summit.", "occurred"),
        ("Norway did not attend the Geneva summit.", "occurred"),
        ("Norway will attend the Geneva summit.", "predicted"),
        ("Norway will not attend the Geneva summit.", "hypothetical"),
        ("Sweden did not hold the Malmo election.", "hypothetical"),
        ("Sweden opposed the Geneva summit.", "hypothetical"),
        ("Sweden discussed the Geneva summit.", "hypothetical"),
        ("Sweden cancelled the Geneva summit.", "did-not-happen"),
    ],
)
def test_whether_a_named_event_happened(text: str, actuality: str) -> None:
    assert event_of(text).actuality == actuality


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ada Holm attended the Geneva summit.", [("participant", "Ada Holm")]),
        ("Norway took part in the Geneva summit.", [("participant", "Norway")]),
        ("Sweden hosted the Geneva summit.", [("host", "Sweden")]),
        ("The Port League organised the Geneva summit.", [("organizer", "Port League")]),
        ("The Lund flood destroyed the North Bridge.", [("target", "North Bridge")]),
        ("Norway did not attend the Geneva summit.", []),
        ("The Geneva summit was attended by nobody.", []),
        ("Talks between Lund and the Port League began.", [("participant", "Lund"), ("participant", "Port League")]),
    ],
)
def test_who_takes_part_in_a_named_event(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(one.role, one.entity.label) for one in event_of(text).parts] == parts


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Orlando shooting shocked Europe.", "Orlando"),
        ("The attack in Florida shocked Europe.", "Florida"),
        ("The attack on Poland shocked Europe.", None),
        ("The war between Russia and Ukraine shocked Europe.", None),
    ],
)
def test_where_a_named_event_is(text: str, place: str | None) -> None:
    found = event_of(text).place
    assert (found.label if found else None) == place

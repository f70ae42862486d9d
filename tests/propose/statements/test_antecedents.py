"""Whom a clause with "who" tells of, where the parser hangs it on a place or a thing."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import said

TOLD = {
    "in a place": ("Mary Holm, a donor in Lund, who headed the bank, left.", "Mary Holm headed the bank"),
    "in a state": (
        "Mary Holm, a longtime Republican donor in Pennsylvania, who headed an oil company, has given money.",
        "Mary Holm headed an oil company",
    ),
    "from somebody": (
        "Holm passed along a request for a favor from an associate who had been on a trip to Haiti.",
        "An associate had been on a trip to Haiti",
    ),
    "one of several": (
        "The bid was for one of the mayor’s former staffers who was not employed by the foundation.",
        "One of the mayor’s former staffers was employed by the foundation",
    ),
    "of a thing": (
        "The mayor thanked the bank and the pilot of the plane who saved Lund.",
        "The pilot of the plane saved Lund",
    ),
    "a company after all": ("The company who sold the ships left.", "The company sold the ships"),
    "from a place": (
        "Holm led the bank with a colleague from Norway who had sold the ships.",
        "A colleague from Norway had sold the ships",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_somebody_does_what_is_told_after_who(case: str) -> None:
    text, claim = TOLD[case]
    assert claim in [row[0] for row in said(text)]

"""Shortened auxiliaries are written in full in a wording, whichever apostrophe they have, and "too" stays where it measures."""

from __future__ import annotations

import pytest

from kb import propose

WORDED = {
    "“I’ve talked about ships for years,” Ada Holm added.": "Ada Holm has talked about ships for years",
    "“He’s building it,” Ada Holm said.": "He is building it",
    "“They’re selling ships,” Ada Holm said.": "They are selling ships",
    "Ada Holm said she’s raised about $100,000 in May.": "Ada Holm has raised about $100,000 in May",
    "“He’d sold the ship,” Ada Holm said.": "He had sold the ship",
    "“He'd sold the ship,” Ada Holm said.": "He had sold the ship",
    "“We’ll sell the ship,” Ada Holm said.": "We will sell the ship",
    "The dam is too old to repair.": "The dam is too old to repair",
    "The Greens are too timid for Berg, too.": "The Greens are too timid for Berg",
}  # fmt: skip


@pytest.mark.parametrize("sentence", WORDED)
def test_it_is_worded_in_full(sentence: str) -> None:
    found = [one.statement.statement.claim for one in propose.propose(sentence) if one.statement is not None]
    assert WORDED[sentence] in found


def test_had_sold_is_no_prediction() -> None:
    for mark in "’'":
        found = propose.propose(f"“He{mark}d sold the ship,” Ada Holm said.")
        assert {one.attribution.kind for one in found} == {"factual"}

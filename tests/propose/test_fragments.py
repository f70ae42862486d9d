"""A noun phrase is not proposed beside the whole statement that it is a part of; a quotation of somebody's words is."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.attribution.drafts import SCARE


@pytest.fixture(autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def words(text: str) -> list[str]:
    return [one.attribution.content.text for one in propose.propose(text)]


def test_an_object_stands_in_its_statement_alone() -> None:
    assert "the threats to the port" not in words("The report highlighted the threats to the port.")
    assert "the closure of the port" not in words("Ada Holm condemned the closure of the port.")
    assert not [one for one in propose.propose("The mayor praised the nurses, who had saved him.") if one.statement is None]


def test_a_statement_is_of_the_kind_of_the_fragment_that_stands_in_it() -> None:
    (judging,) = propose.propose("Ada Holm condemned the closure of the port.")
    assert judging.statement is not None and judging.attribution.kind == "evaluation"


def test_quoted_words_stay() -> None:
    assert any("open, tolerant life" in one for one in words("Ada Holm declared a determination to “continue our open, tolerant life”."))


def test_words_in_distancing_marks_stand_in_their_statement_alone() -> None:
    assert not [one for one in propose.propose("The clerk took a “look into” the safe.") if one.attribution.rule == SCARE]


def test_numbers_of_lines_point_at_the_lines_that_stay() -> None:
    text = (
        "Ada Holm condemned the closure of the port. She said that the mayor, who lives in Lund, had sold the ships and that Berg had warned him. "
        "Berg predicted a vote. “We will sell the port,” the mayor said, adding that Holm would leave."
    )
    found = propose.propose(text)
    for place, one in enumerate(found):
        for other in (one.parent, one.within):
            assert other is None or 0 <= other < len(found)
        assert one.within is None or one.within < place
        if one.within is not None:
            outer, inner = found[one.within].attribution.content, one.attribution.content
            assert outer.start <= inner.start and inner.end <= outer.end


def test_what_is_only_demanded_stands_in_the_demand_alone() -> None:
    assert "the agreement of 1998" not in words("Norway called on Sweden to respect the agreement of 1998.")


def test_a_sentence_that_only_says_who_says_it_is_not_proposed_beside_what_they_say() -> None:
    found = propose.propose("“I may have left too soon, and I will try to explain,” Holm told reporters on Friday in Lund.")
    assert found and all(one.statement is not None for one in found)


def test_nothing_is_proposed_twice_in_the_same_words() -> None:
    text = "Senator Ada Holm, a Democrat from Lund, in the name of growth, has proposed taxing coal. Holm left."
    claims = [one.statement.statement.claim for one in propose.propose(text) if one.statement is not None]
    assert len(claims) == len(set(claims))


@pytest.mark.parametrize(
    "text",
    [
        "“Who is it for?” Bo Berg said.",
        "What did Bo Berg vote for?",
        "Which ministry does she work for?",
        "They asked which port he sailed from.",
        "Bo Berg said what she was looking for.",
    ],
)
def test_what_is_asked_for_after_a_preposition_leaves_no_claim_without_it(text: str) -> None:
    assert [one.statement.statement.claim for one in propose.propose(text) if one.statement is not None] == []

"""Contents cut into statements: each content has its main one, what stands alone beside it is proposed within it, fragments are not."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.proposal import Proposal
from kb.review.queue import is_fragment


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def read(text: str) -> list[Proposal]:
    return propose.propose(text)


def parts(one: Proposal) -> tuple[str | None, str, str | None]:
    """Subject, relation and object of a proposal in the text's words."""
    assert one.statement is not None
    said = one.statement.statement
    return (said.subject.text if said.subject else None, said.relation.text, said.object.text if said.object else None)


def test_an_attributed_content_holds_its_main_statement_and_not_who_says_it() -> None:
    (one,) = read("The clerk said that the board closed the harbour.")
    assert parts(one) == ("the board", "closed", "the harbour")
    assert one.attribution.source is not None and one.attribution.source.text == "The clerk"


def test_what_is_planned_is_said_of_whoever_plans_it() -> None:
    (one,) = read("The board plans to build a bridge.")
    subject, _, built = parts(one)
    assert (subject, built) == ("The board", "a bridge")
    assert one.attribution.certainty != "certain"


def test_further_statements_lie_within_the_first_and_have_words_and_ids_of_their_own() -> None:
    text = "The board closed the harbour, and the council approved a bridge."
    listed = read(text)
    listed = [one for one in listed if one.statement is not None]
    assert [parts(one)[0] for one in listed] == ["The board", "the council"]
    assert [one.within for one in listed] == [None, 0]
    assert text[listed[1].attribution.content.start : listed[1].attribution.content.end] == "the council approved a bridge"
    assert len({one.id for one in listed}) == len(listed)


def test_what_an_infinitive_leaves_open_is_no_statement_of_its_own() -> None:
    listed = [one for one in read("The mayor worked with the board to reform the harbour.") if one.statement is not None]
    assert [parts(one)[1] for one in listed] == ["worked with"]


def test_a_parent_is_the_position_in_the_longer_list() -> None:
    text = "The board closed the harbour, and the council approved a bridge. The clerk said that the mayor said that the ferry was late."
    listed = read(text)
    nested = [one for one in listed if one.parent is not None]
    assert nested
    for one in nested:
        assert one.parent is not None
        outer = listed[one.parent].attribution.content
        assert outer.start <= one.attribution.content.start and one.attribution.content.end <= outer.end


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The board did not sign the treaty.", "denies"),
        ("The clerk said that the board did not sign the treaty.", "denies"),
        ("The clerk denied that the board signed the treaty.", "denies"),
        ("The clerk denied that the board did not sign the treaty.", "denies"),
        ("The board signed the treaty.", "affirms"),
    ],
)
def test_a_negation_is_in_the_stance_and_the_claim_in_the_positive(text: str, stance: str) -> None:
    one = read(text)[-1]
    assert one.statement is not None and one.attribution.stance == stance
    assert ("not" in one.statement.statement.claim.split()) == ("denied" in text and "not" in text)
    assert not one.statement.statement.negated


def test_words_outside_a_content_are_no_part_of_its_statement() -> None:
    one = next(one for one in read("According to the Lund Gazette, North Lines supplies money to the mill.") if one.attribution.source)
    assert one.statement is not None and "Gazette" not in one.statement.statement.claim
    assert all("Gazette" not in argument.text for argument in one.statement.statement.arguments)


def test_words_that_state_nothing_are_fragments() -> None:
    listed = read("The minister defended the committee.")
    kept = [one for one in listed if not is_fragment(one)]
    assert [parts(one) for one in kept] == [("The minister", "defended", "the committee")] or not kept


def test_without_a_model_no_statement_is_guessed() -> None:
    assert all(one.statement is None for one in propose.propose("The board closed the harbour.", model=models.NONE))


def test_whoever_reports_a_plan_says_all_of_it() -> None:
    reported = propose.propose("The clerk said that the town plans to pay for the bridge.")
    assert [one.statement.statement.claim for one in reported if one.statement] == ["The town plans to pay for the bridge"]
    (whole,) = [one for one in reported if one.statement]
    assert whole.attribution.rule == "said-clause" and whole.attribution.kind == "plan"


def test_that_somebody_has_something_is_no_claim_beside_the_one_that_names_it() -> None:
    found = propose.propose("The council closed its shared border. They praised the council’s new harbour.")
    assert not [one for one in found if one.statement and one.statement.statement.rule.startswith("possessive")]

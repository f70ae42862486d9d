"""What a pronoun or a description does not stand for, though it was named shortly before."""

from __future__ import annotations

import pytest

from tests.propose.reference.test_reference import answers

NOT = {
    "a person in a clause of their own doing": ("Holm left after the man set off a device.", "the man"),
    "a pronoun in a quotation for its speaker": (
        "John Holm spoke in Lund. “This guy, however he puts it, is a liar,” Mr. Holm said of the mayor. “If he wins, I will leave.”",
        "he",
    ),
    "people of one nation for others": ("The young people of Lund danced. Leaders affirmed their friendship with the American people.", "the American people"),
    "they for a body, where several are named beside it": (
        "Microsoft left. For many clerks and lawyers, the vote was hard, showing the threats they face.",
        "they",
    ),
    "the campaign of another than the speaker": (
        "The Clinton campaign paid a lot. Holm campaign manager Jeff Weaver said on Saturday that the campaign had suspended two clerks.",
        "the campaign",
    ),
    "they of a condition, of some who acted and two who were named together": (
        "The banks praised Norway and Sweden. Berg said that the pact would fail if they did not sign.",
        "they",
    ),
    "it for whom it is done to": ("The FDIC paid. The FDIC was late. It accused the FDIC of trying to cover up the hacks.", "it"),
    "they who are marked for people": (
        "Clinton told reporters in Lund. Clinton spoke of about 100 emails, but she said they were marked secret.",
        "they",
    ),
    "it for a place beside the deed that was meant": ("Speaking in Lund, Bo Holm said that Norway opposed hacking and acted against it.", "it"),
    "it of the hour": ("The Lund movement grew. Ada Holm must leave before it is too late.", "it"),
    "one of two senators": ("Sen. Ada Holm and Sen. Bo Berg left. Mary Lind said the Vermont senator will come.", "the Vermont senator"),
    "her for another woman than the one whose words they are": (
        "Mary Lind has said she would leave. Anna Holm said before visiting the hall that they asked her to pose a question.",
        "her",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT)
def test_it_stands_for_nothing_that_is_sure(case: str) -> None:
    text, words = NOT[case]
    wrong = {
        "Holm",
        "John Holm",
        "The young people",
        "Microsoft",
        "Mary Lind",
        "Ada Holm",
        "Bo Berg",
        "The Clinton campaign",
        "The banks",
        "FDIC",
        "reporters",
        "Lund",
        "The Lund movement",
        "Lund movement",
    }
    assert not [answer for said, answer in answers(text) if said.lower() == words.lower() and answer in wrong]


def test_the_group_is_the_organization_that_was_spoken_of_last() -> None:
    text = "One organization posted a message on the European Union. The group deleted it."
    assert ("The group", "One organization") in answers(text)


def test_whose_the_thing_is_within_which_a_possessive_stands() -> None:
    text = "Berg came. Holm’s chief aim in his meeting with the king was peace."
    assert ("his", "Holm") in answers(text)


def test_a_pronoun_for_each_or_none_of_several_names_nobody() -> None:
    text = "Norway and Sweden signed an agreement in May. Neither country has said whether it will renew the agreement."
    assert "it" not in [said for said, _ in answers(text)]

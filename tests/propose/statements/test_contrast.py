"""What a sentence sets aside is not said of its subject, and what it means instead is, whichever of them the parse hangs on the verb."""

from __future__ import annotations

import pytest

from kb import propose


def told(text: str) -> list[tuple[str, str]]:
    """The stance and the wording of each statement that is proposed from a text."""
    return [(one.attribution.stance, one.statement.statement.claim) for one in propose.propose(text) if one.statement is not None]


MEANT = {
    "Holm came not as an enemy but as a friend.": "Holm came as a friend",
    "The money went not to schools but to roads.": "The money went to roads",
    "The board chose Holm not because of her age but because of her skill.": "The board chose Holm because of Holm’s skill",
    "Berg resigned not in protest but out of fatigue.": "Berg resigned out of fatigue",
    "The company sells not cars but parts.": "The company sells parts",
    "The firm moved to Lund, not to Malmo.": "The firm moved to Lund",
    "Holm, not Berg, signed the treaty.": "Holm signed the treaty",
    "The treaty was signed by Holm, not by Berg.": "The treaty was signed by Holm",
    "The treaty is about trade, not war.": "The treaty is about trade",
    "Berg is a lawyer, not a judge.": "Berg is a lawyer",
    "Holm said the money went not to schools but to roads.": "The money went to roads",
}
LEFT = {
    "Holm did not sign the treaty but the letter.": "Holm signed the treaty",
    "Berg never asked for money but for help.": "Berg asked for money",
}


@pytest.mark.parametrize("sentence", MEANT)
def test_what_is_meant_is_affirmed_without_what_is_set_aside(sentence: str) -> None:
    assert told(sentence) == [("affirms", MEANT[sentence])]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_a_denied_verb_denies_is_denied_alone(sentence: str) -> None:
    assert told(sentence) == [("denies", LEFT[sentence])]


@pytest.mark.parametrize(
    "sentence", ["The fund pays not only for roads but also for schools.", "The plan covers not just ports but railways."]
)
def test_not_only_sets_nothing_aside(sentence: str) -> None:
    stances = {stance for stance, _ in told(sentence)}
    words = " ".join(claim for _, claim in told(sentence))
    assert stances == {"affirms"} and sentence.rstrip(".").split()[-1] in words


@pytest.mark.parametrize(
    "sentence",
    [
        "The exhibit showed the readers of Harbour Weekly, the fans at the Arena and the tourists at the airport.",
        "Symbolic gestures - another lighting of the tower - were announced.",
    ],
)
def test_members_of_a_list_and_examples_are_not_what_stands_before_them(sentence: str) -> None:
    assert not any(" is " in claim or " are " in claim for _, claim in told(sentence))


def test_who_does_something_is_not_said_to_undergo_it() -> None:
    claims = [claim for _, claim in told("Explosions came only hours after a man set off primitive devices in the hall.")]
    assert any(claim.startswith("A man set off primitive devices") for claim in claims)


SHARED = {
    "The clerk had not opened the safe or moved the papers.": "The clerk moved the papers",
    "The ship was not sold or scrapped.": "The ship was scrapped",
}


@pytest.mark.parametrize("sentence", SHARED)
def test_a_participle_after_or_is_denied_with_the_one_before(sentence: str) -> None:
    assert ("denies", SHARED[sentence]) in told(sentence)


def test_a_participle_after_or_is_affirmed_with_the_one_before() -> None:
    assert {stance for stance, _ in told("The clerk has opened or moved the safe.")} == {"affirms"}


@pytest.mark.parametrize(
    "sentence",
    ["The police offered a reward for information leading to an arrest.", "The town appealed for a sponsor that pays for the bridge."],
)
def test_what_somebody_hopes_to_get_is_not_told_as_so(sentence: str) -> None:
    assert not [claim for _, claim in told(sentence) if " led to" in claim or "sponsor pays" in claim]


def test_what_suffices_for_something_is_no_demand_for_it() -> None:
    for one in propose.propose("It was no longer good enough for Holm to win an exchange."):
        assert one.attribution.kind != "norm"


def test_who_comes_from_a_place_does_what_is_told_after_it() -> None:
    claims = [
        claim for _, claim in told("“I never trusted her,” said Robert Stone, a 59-year-old from Lund, Sweden, who already cast a ballot.")
    ]
    assert "Robert Stone already cast a ballot" in claims


def test_what_sums_up_a_clause_is_not_the_noun_before_it() -> None:
    claims = [claim for _, claim in told("The boats were on a rescue mission, a claim that Verania rejects.")]
    assert not [claim for claim in claims if "mission is" in claim]


@pytest.mark.parametrize("office", ["foreign policy chief", "opposition leader"])
def test_who_leads_a_part_does_not_lead_the_whole(office: str) -> None:
    assert not [claim for _, claim in told(f"Norway’s {office}, Ada Holm, left Lund.") if "leads" in claim]


def test_a_leader_leads() -> None:
    assert [claim for _, claim in told("Norway’s leader, Ada Holm, left Lund.") if "leads" in claim]

"""How statements are meant, by sixty ways to doubt or deny, then by what only limits, weakens, conditions or asks."""

from __future__ import annotations

import pytest

from kb.propose.statements import Statement
from tests.propose.statements.reading import statements_of

DOUBT = [
    ("The mayor was not leaving the council and running the pier.", "The mayor was running the pier", "certain"),
    ("The town sold the mill instead of paying the rent.", "The town paid the rent", "certain"),
    ("The mill is growing too slowly in the north to pay the rent.", "The mill is to pay the rent", "certain"),
    ("The mayor repeated a false claim that the pier was closed.", "The pier was closed", "certain"),
    ("The town sold the mill rather than pay the rent.", "The town paid the rent", "certain"),
    ("Experts doubt that the bridge will open.", "The bridge will open", "probable"),
    ("Residents doubted the dam would hold.", "The dam would hold", "probable"),
    ("The ministry declined to comment.", "The ministry commented", "certain"),
    ("The firm has declined to publish the report.", "The firm has published the report", "certain"),
    ("The mayor denied that she had taken the money.", "The mayor had taken the money", "certain"),
    ("The mayor denies taking the money.", "The mayor took the money", "certain"),
    ("The union refused to accept the offer.", "The union accepted the offer", "certain"),
    ("Norland refuses to sign the treaty.", "Norland signs the treaty", "certain"),
    ("There is no evidence that the dam was damaged.", "The dam was damaged", "probable"),
    ("Police found no evidence that the fire was set.", "The fire was set", "probable"),
    ("There is little evidence that the vaccine failed.", "The vaccine failed", "probable"),
    ("There was no sign that the rebels had left.", "The rebels had left", "probable"),
    ("The talks are far from over.", "The talks are over", "certain"),
    ("The harbour is far from safe.", "The harbour is safe", "certain"),
    ("The two sides failed to reach an agreement.", "The two sides reached an agreement", "certain"),
    ("The council hardly knew the report.", "The council knew the report", "certain"),
    ("The station is scarcely open.", "The station is open", "certain"),
    ("The minister rarely visits the island.", "The minister visits the island", "certain"),
    ("The governor seldom spoke.", "The governor spoke", "certain"),
    ("The party is unlikely to win the vote.", "The party will win the vote", "probable"),
    ("It is unlikely that the ferry will return.", "The ferry will return", "probable"),
    ("The general ruled out sending troops.", "The general sends troops", "certain"),
    ("The premier ruled out that the army would march.", "The army would march", "certain"),
    ("The clerk did not sign the order.", "The clerk signed the order", "certain"),
    ("The pilots don’t fly the old planes.", "The pilots fly the old planes", "certain"),
    ("The ship never reached Lund.", "The ship reached Lund", "certain"),
    ("The base is no longer secret.", "The base is secret", "certain"),
    ("The plan is by no means final.", "The plan is final", "certain"),
    ("The winner is anything but happy.", "The winner is happy", "certain"),
    ("The editor disputed that the photo was old.", "The photo was old", "certain"),
    ("The bank rejected that it had lost money.", "The bank had lost money", "certain"),
    ("The pilots do not believe that the airport will close.", "The airport will close", "probable"),
    ("I don’t think the road is safe.", "The road is safe", "probable"),
    ("The judge is not convinced that the guard lied.", "The guard lied", "probable"),
    ("It is not true that the bridge collapsed.", "The bridge collapsed", "certain"),
    ("It is false that the king abdicated.", "The king abdicated", "certain"),
    ("It is impossible that the gate was open.", "The gate was open", "certain"),
    ("It is doubtful that the mine will reopen.", "The mine will reopen", "probable"),
    ("He was unable to pay the rent.", "He paid the rent", "certain"),
    ("The farmers are unwilling to sell the land.", "The farmers sell the land", "certain"),
    ("The fleet sailed without firing a shot.", "The fleet fired a shot", "certain"),
    ("The envoy avoided naming the donor.", "The envoy named the donor", "certain"),
    ("The crew neglected to close the hatch.", "The crew closed the hatch", "certain"),
    ("The board cannot confirm the figures.", "The board can confirm the figures", "certain"),
    ("The treaty won’t survive the winter.", "The treaty will survive the winter", "certain"),
    ("The panel found no trace of the cargo.", "The panel found trace of the cargo", "certain"),
    ("There is no alliance between Norland and Osmark.", "There is alliance between Norland and Osmark", "certain"),
    ("She has no plan to leave.", "She is to leave", "probable"),
    ("The bank’s refusal to pay led to a strike.", "The bank is to pay", "certain"),
    ("Nor did the envoy meet the queen.", "The envoy met the queen", "certain"),
    ("Analysts are sceptical that the truce will last.", "The truce will last", "probable"),
    ("Analysts doubted whether the ceasefire would hold.", "The ceasefire would hold", "probable"),
    ("No evidence was found that the ballots were forged.", "The ballots were forged", "probable"),
    ("There is no proof the missile was fired from the base.", "The missile was fired from the base", "probable"),
    ("Nothing suggests that the plane was hit.", "The plane was hit", "probable"),
    ("The report lacks evidence that the plant leaked.", "The plant leaked", "probable"),
    ("The firm rejected accusations that the law was broken.", "The law was broken", "certain"),
    ("Rumours that the king is ill were denied.", "The king is ill", "certain"),
    ("Reports that the king is ill are false.", "The king is ill", "certain"),
    ("It is a myth that the wall can be seen from space.", "The wall can be seen from space", "certain"),
    ("The allies prevented the army from crossing the river.", "The army crossed the river", "certain"),
    ("The premier stopped short of calling a vote.", "The premier called a vote", "certain"),
    ("The regime has yet to respond.", "The regime has responded", "certain"),
    ("She no longer works for the ministry.", "She works for the ministry", "certain"),
    ("The army failed to retake the town.", "The army retook the town", "certain"),
]


@pytest.mark.parametrize(("sentence", "claim", "certainty"), DOUBT, ids=[sentence for sentence, _, _ in DOUBT])
@pytest.mark.thorough
def test_doubt_and_denial_negate_what_they_reach(sentence: str, claim: str, certainty: str) -> None:
    assert (True, certainty) in [(one.negated, one.certainty) for one in named(sentence, claim)]


AFFIRMED = [
    ("The factory stopped making engines.", "The factory stopped making engines", "certain"),
    ("The editor went on to rebut the letter, saying that the clerk had lied.", "The clerk had lied", "certain"),
    ("The law will allow the farmers to sell the land.", "The farmers are to sell the land", "uncommitted"),
    ("The board was sceptical about whether the fund had the money.", "The fund had the money", "uncommitted"),
    ("It is not because the plan will become law.", "The plan will become law", "uncommitted"),
    ("The clerk did not know the plan, but the mayor will take the offer.", "The mayor will take the offer", "certain"),
    ("The board’s task is making sure that the fund wins the vote.", "The fund wins the vote", "uncommitted"),
    ("The firm filed a potentially ruinous suit.", "The firm filed a potentially ruinous suit", "certain"),
    ("The clerk praised the plan, though the mayor did mock the pier.", "The mayor mocked the pier", "certain"),
    ("The firm could sell the mill, closing the harbour.", "The firm closes the harbour", "uncommitted"),
    ("The firm sold the mill, closing the harbour.", "The firm closed the harbour", "certain"),
    ("The union is focused on winning the vote.", "The union wins the vote", "uncommitted"),
    ("The treaty will not hold until the members have signed the protocol.", "The members have signed the protocol", "uncommitted"),
    ("The treaty held until the members signed the protocol.", "The members signed the protocol", "certain"),
    ("The party wants to win the vote after losing the harbour.", "The party loses the harbour", "certain"),
    ("The clerk said that the harbour was closed.", "The harbour was closed", "certain"),
    ("The storm forced the clerk to sell the ferry.", "The clerk sold the ferry", "certain"),
    ("The storm did not cause the pier to collapse.", "The pier is to collapse", "uncommitted"),
    ("The clerk should rest before she leaves the harbour.", "The clerk leaves the harbour", "uncommitted"),
    ("Some towns are reported to want the ferry.", "Some towns are reported to want the ferry", "uncommitted"),
    ("Not only the mayor but the bishop signed the letter.", "The bishop signed the letter", "certain"),
    ("The firm not only sold the ships but burned them.", "The firm sold the ships", "certain"),
    ("There is no doubt that the dam will hold.", "The dam will hold", "certain"),
    ("The judge does not doubt that the guard lied.", "The guard lied", "certain"),
    ("The ship may reach Lund.", "The ship may reach Lund", "possible"),
    ("It is possible that the ship sank.", "The ship sank", "possible"),
    ("It is likely that the ship sank.", "The ship sank", "probable"),
    ("The captain believes that the ship sank.", "The ship sank", "probable"),
    ("The board did not say that the fund was empty.", "The fund was empty", "uncommitted"),
    ("The board did not deny that the fund was empty.", "The fund was empty", "uncommitted"),
    ("The board asked whether the fund was empty.", "The fund was empty", "uncommitted"),
    ("The mayor did not know that the bridge was closed.", "The bridge was closed", "certain"),
    ("Nobody saw the thief.", "Nobody saw the thief", "certain"),
    ("It is hardly surprising that the crew left.", "The crew left", "certain"),
    ("It is not clear whether the army will move.", "The army will move", "uncommitted"),
    ("The minister would not confirm that the talks had begun.", "The talks had begun", "uncommitted"),
    ("They deny that the pier is closed, saying the pier is open.", "The pier is open", "certain"),
    ("The envoy did not fail to notice the flag.", "The envoy did not fail to notice the flag", "certain"),
]


@pytest.mark.parametrize(("sentence", "claim", "certainty"), AFFIRMED, ids=[sentence for sentence, _, _ in AFFIRMED])
@pytest.mark.thorough
def test_what_limits_weakens_or_leaves_open_does_not_negate(sentence: str, claim: str, certainty: str) -> None:
    assert [(one.negated, one.certainty) for one in named(sentence, claim)] == [(False, certainty)]


@pytest.mark.parametrize(
    ("sentence", "claim", "kind"),
    [
        ("The mayor will resign in May.", "The mayor will resign in May", "prediction"),
        ("They’ll close the pier.", "They will close the pier", "prediction"),
        ("The town should buy the pier.", "The town should buy the pier", "norm"),
        ("The firm plans to sell the ships.", "The firm plans to sell the ships", "plan"),
        ("Will the minister resign?", "The minister will resign", "question"),
        ("Osmark’s decision to close the border angered the farmers.", "Osmark is to close the border", "plan"),
        ("The flood was caused by rain.", "The flood was caused by rain", "causal"),
        ("The union called for a strike.", "The union called for a strike", "factual"),
        ("The board asked whether the ferry would return.", "The ferry would return", "question"),
    ],
)
def test_the_kind_follows_the_words_and_what_governs_them(sentence: str, claim: str, kind: str) -> None:
    assert [one.kind for one in named(sentence, claim)] == [kind]


def test_nobody_is_said_to_obey_a_command() -> None:
    assert [one.claim for one in statements_of("“Close the pier,” she said.")] == ["She said close the pier"]


def test_what_a_relative_clause_says_is_taken_for_granted() -> None:
    read = {one.claim: one for one in statements_of("The firm plans to sell the ship, which sank in May.")}
    assert read["The ship sank in May"].certainty == "certain"


def test_a_condition_stays_with_what_it_conditions_and_is_not_stated_itself() -> None:
    read = {one.claim: one for one in statements_of("If the river rises, the town will be flooded.")}
    main = read["The town will be flooded if the river rises"]
    assert (main.kind, main.condition.text if main.condition else None) == ("conditional", "If the river rises")
    assert read["The river rises"].certainty == "uncommitted"


@pytest.mark.parametrize("sentence", ["Even if the river rises, the town is safe.", "The town looked as if the river had risen."])
def test_a_concession_or_comparison_is_no_condition(sentence: str) -> None:
    assert all(one.condition is None for one in statements_of(sentence))


def test_who_is_credited_with_a_content_stays_on_its_statement() -> None:
    holders = {
        one.claim: one.holder.text if one.holder else None for one in statements_of("The clerk of Lund said that the harbour was closed.")
    }
    assert holders["The harbour was closed"] == "The clerk of Lund"


def named(sentence: str, claim: str) -> list[Statement]:
    """The statements of a sentence with this wording."""
    return [one for one in statements_of(sentence) if one.claim == claim]

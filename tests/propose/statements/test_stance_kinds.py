"""Polarity, kind and certainty by construction: what each rule changes, and the sentences beside it that it must leave alone."""

from __future__ import annotations

import pytest

from kb import propose
from tests.propose.statements.reading import said

Said = tuple[str, str, str, str]

NEITHER: list[tuple[str, Said]] = [
    ("The report mentions neither the mayor nor the clerk.", ("The report mentions the clerk", "denies", "factual", "certain")),
    ("Norway signed neither the treaty nor the letter.", ("Norway signed the treaty", "denies", "factual", "certain")),
    ("Norway bought neither ships nor planes from Sweden.", ("Norway bought planes from Sweden", "denies", "factual", "certain")),
    ("Neither the mayor nor the clerk signed the letter.", ("The clerk signed the letter", "denies", "factual", "certain")),
    ("Neither ships nor planes were sold.", ("Planes were sold", "denies", "factual", "certain")),
    ("Norway signed both the treaty and the letter.", ("Norway signed the treaty and the letter", "affirms", "factual", "certain")),
    ("Norway signed the treaty or the letter.", ("Norway signed the treaty or the letter", "affirms", "factual", "certain")),
    ("Both the port and the mine signed the letter.", ("The port and the mine signed the letter", "affirms", "factual", "certain")),
]
ASIDES: list[tuple[str, Said]] = [
    ("China will not, Xi promised, attack the island.", ("China will attack the island", "denies", "prediction", "uncommitted")),
    ("The league did not, the clerk said, sign the letter.", ("The league signed the letter", "denies", "factual", "certain")),
    ("The firm has, the report claims, paid the rent.", ("The firm has paid the rent", "affirms", "factual", "certain")),
    ("The bridge was not, she insisted, closed by the town.", ("The bridge was closed by the town", "denies", "factual", "certain")),
    ("The town should, critics argue, sell the mill.", ("The town should sell the mill", "affirms", "norm", "certain")),
    ("The dam, officials say, will not hold.", ("The dam will hold", "denies", "prediction", "certain")),
    ("They will, of course, sell the mill.", ("They will sell the mill of course", "affirms", "prediction", "certain")),
    (
        "Norway did not pay, Sweden says, because the town was poor.",
        ("Norway paid because the town was poor", "denies", "factual", "certain"),
    ),
]
CLEFTS: list[tuple[str, Said]] = [
    ("What the council wants is a new ferry.", ("The council wants a new ferry", "affirms", "factual", "certain")),
    ("What the town needs is money.", ("The town needs money", "affirms", "factual", "certain")),
    ("What the board opposes is the bridge.", ("The board opposes the bridge", "affirms", "factual", "certain")),
    ("What happened was a fire.", ("A fire happened", "affirms", "factual", "certain")),
]
ASKED: list[tuple[str, Said]] = [
    ("Police do not know if the dam leaked.", ("The dam leaked", "uncommitted", "factual", "uncommitted")),
    ("The dam is closed if it leaks.", ("The dam is closed if it leaks", "affirms", "conditional", "certain")),
    ("If it rains, officials say the pier will close.", ("The pier will close", "affirms", "conditional", "certain")),
    ("If asked, officials say the pier is safe.", ("The pier is safe", "affirms", "factual", "certain")),
    ("If you look closely, critics say the plan is cheap.", ("The plan is cheap", "affirms", "factual", "certain")),
    ("Officials say the pier will close if it rains.", ("The pier will close if it rains", "affirms", "conditional", "certain")),
    ("We are not going to enforce the law.", ("We are going to enforce the law", "denies", "prediction", "certain")),
]
RUMOURS: list[tuple[str, Said]] = [
    ("Rumour has it that the mayor will sell the mill.", ("The mayor will sell the mill", "affirms", "prediction", "uncommitted")),
    ("Rumor has it the mayor sold the mill.", ("The mayor sold the mill", "affirms", "factual", "uncommitted")),
    ("Legend has it that a king built the tower.", ("A king built the tower", "affirms", "factual", "uncommitted")),
    ("The town has a mill that it bought in May.", ("The town has a mill", "affirms", "factual", "certain")),
]
YET: list[tuple[str, Said]] = [
    ("The court has yet to publish the report.", ("The court has published the report", "denies", "factual", "certain")),
    ("The council is expected to vote against the plan.", ("The council is expected to vote against the plan", "affirms", "prediction", "probable")),
    ("The ferry is to close in May.", ("The ferry is to close in May", "affirms", "plan", "certain")),
    ("The council is likely to oppose the plan.", ("The council is likely to oppose the plan", "affirms", "prediction", "probable")),
]  # fmt: skip
ARMS: list[tuple[str, Said]] = [
    ("Rebels attacked the camp.", ("Rebels attacked the camp", "affirms", "factual", "certain")),
    ("The camp was attacked by rebels.", ("The camp was attacked by rebels", "affirms", "factual", "certain")),
    ("The navy defended the harbour against raiders.", ("The navy defended the harbour against raiders", "affirms", "factual", "certain")),
    ("Two dogs attacked a clerk.", ("Two dogs attacked a clerk", "affirms", "factual", "certain")),
]

GRANTED: list[tuple[str, Said]] = [
    (
        "We challenged the terms in which the treaty was presented.",
        ("The treaty was presented in the terms", "affirms", "factual", "certain"),
    ),
    ("Sweden welcomed Norway’s withdrawal from Lund.", ("Norway withdraws from Lund", "affirms", "factual", "certain")),
    ("Holm called the endorsement a display of greed.", ("The endorsement is a display of greed", "affirms", "evaluation", "certain")),
    ("What happens when ships go after Norway?", ("Ships go after Norway", "affirms", "question", "uncommitted")),
    ("Officials think the treaty was presented in May.", ("The treaty was presented in May", "affirms", "factual", "probable")),
]
HISTORY: list[tuple[str, Said]] = [
    ("The ferry would later sink in 1952.", ("The ferry would later sink in 1952", "affirms", "factual", "certain")),
    ("The club would have another good run in the 1940s.", ("The club would have another good run in the 1940s", "affirms", "factual", "certain")),
    ("The ferry would sink if it rained.", ("The ferry would sink if it rained", "affirms", "conditional", "certain")),
    ("The ferry would sink.", ("The ferry would sink", "affirms", "prediction", "certain")),
    ("The league would pay in 2050.", ("The league would pay in 2050", "affirms", "prediction", "certain")),
]  # fmt: skip

BESIDE: list[tuple[str, Said]] = [
    ("The mayor will go to the fair if the clerk doesn’t.", ("The mayor will go to the fair if the clerk doesn’t", "affirms", "conditional", "certain")),
    ("The mayor doesn’t go to the fair.", ("The mayor goes to the fair", "denies", "factual", "certain")),
    ("Norway said the league won’t pay.", ("The league will pay", "denies", "prediction", "certain")),
    ("The strike made firms sell the mill.", ("Firms sell the mill", "affirms", "factual", "certain")),
    ("Holm is supposed to be a leader.", ("Holm is supposed to be a leader", "affirms", "norm", "certain")),
    ("In 2008 a person would have had plenty of reason to leave.", ("A person would have had plenty of reason in 2008", "affirms", "conditional", "certain")),
    ("The clerk must not have written the letter.", ("The clerk must have written the letter", "denies", "factual", "probable")),
    ("The station carried the network’s very successful show.", ("The station carried the network’s very successful show", "affirms", "factual", "certain")),
    ("Norway’s plan is very successful.", ("Norway’s plan is very successful", "affirms", "evaluation", "certain")),
    ("Holm met two men preparing to invade Norway.", ("Holm met two men preparing to invade Norway", "affirms", "factual", "certain")),
    ("Holm is preparing to invade Norway.", ("Holm is preparing to invade Norway", "affirms", "plan", "certain")),
    ("The army took the mill, a claim the general denied.", ("The army took the mill", "denies", "factual", "certain")),
]  # fmt: skip

SHARED: list[tuple[str, Said]] = [
    ("Perhaps the league can work with Norway and sign a treaty.", ("The league can sign a treaty", "affirms", "factual", "possible")),
    ("Hopefully the league will sign the treaty.", ("The league will sign the treaty", "affirms", "prediction", "uncommitted")),
    ("Norway sold the dam through other means.", ("Norway sold the dam through other means", "affirms", "factual", "certain")),
    ("Holm mocked her refusal to release the speeches that she delivered.", ("Holm delivered the speeches", "affirms", "factual", "certain")),
    ("The strike has caused Norway to change the law.", ("Norway changed the law", "affirms", "factual", "certain")),
    ("Critics attacked the law with members seated by the mayor.", ("Members were seated by the mayor", "affirms", "factual", "certain")),
]  # fmt: skip

MEANT: list[tuple[str, Said]] = [
    ("Sales doubled if compared to last year.", ("Sales doubled if compared to last year", "affirms", "factual", "certain")),
    ("The paper argued that the boy not be denied the loan.", ("The boy is to be denied the loan", "denies", "norm", "uncommitted")),
    ("Norway asked that the league leave the port.", ("The league is to leave the port", "affirms", "norm", "uncommitted")),
    ("The mayor said that they leave the port every day.", ("They leave the port every day", "affirms", "factual", "certain")),
    ("The dam is closed if it leaks.", ("The dam is closed if it leaks", "affirms", "conditional", "certain")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*NEITHER, *ASIDES, *CLEFTS, *ASKED, *RUMOURS, *YET, *ARMS, *GRANTED, *HISTORY, *BESIDE, *SHARED, *MEANT]
)
def test_a_construction_says_what_it_means(text: str, expected: Said) -> None:
    assert expected in said(text)


@pytest.mark.parametrize("text", ["Critics attacked the plan.", "The mayor defended the budget.", "The board attacked the law."])
def test_words_that_attack_or_defend_are_evaluations(text: str) -> None:
    assert any(one.attribution.kind == "evaluation" for one in propose.propose(text))


@pytest.mark.parametrize(
    "text",
    [
        "What the council wants is not a new ferry.",
        "What Holm said is unclear.",
        "It was not known if the arrest stemmed from the fire.",
        "Rumour has it that the mayor will sell the mill.",
        "The court is likely to publish a verdict that finds some guilt.",
        "Norway wants to build a bridge that links Lund with Malmo.",
        "Sweden faces a movement calling for Norway’s withdrawal from Lund.",
        "Critics demanded Norway’s withdrawal from Lund.",
        "The town needed a stronger campaign targeting Norway.",
        "It was too late to stop the mill.",
        "The tax could make firms sell the mill.",
        "There is nothing that has caused Norway to change the law.",
        "There is no assurance that the loan can be paid.",
    ],
)
def test_what_is_only_stressed_rumoured_or_to_come_is_no_sure_claim(text: str) -> None:
    words = (
        "finds",
        "links Lund",
        "has it",
        "wants is",
        "The arrest stemmed",
        "Norway withdraws",
        "targeted",
        "It is to",
        "Firms sell",
        "Norway changed",
        "be paid",
    )
    assert not [one for one in said(text) if one[3] == "certain" and any(part in one[0] for part in words)]


def test_a_thing_that_is_there_has_what_its_clause_says() -> None:
    assert ("A bridge links Lund with Malmo", "affirms", "factual", "certain") in said("Norway built a bridge that links Lund with Malmo.")


@pytest.mark.parametrize(
    "text",
    [
        "The clerks filed papers alleging Holm sold the mill, a charge Holm denied.",
        "The clerks said that Holm sold the mill, which Holm denies.",
    ],
)
def test_whoever_denies_what_others_say_does_not_deny_that_they_say_it(text: str) -> None:
    assert not [one for one in said(text) if one[1] == "denies" and "clerks" in one[0]]


@pytest.mark.parametrize(
    "text", ["The mill is closed, she said", "Norway will not, Holm said", "She said", "Norway will not, Holm said,", ", she said, sold"]
)
def test_a_text_that_ends_with_an_aside_is_read(text: str) -> None:
    said(text)


@pytest.mark.parametrize(
    ("text", "claim", "kind", "certainty"),
    [
        ("There is no doubt that the dam is safe.", "The dam is safe", "factual", "certain"),
        ("She has no real doubt that the dam is safe.", "The dam is safe", "factual", "certain"),
        ("There is little doubt that the dam is safe.", "The dam is safe", "factual", "probable"),
        ("The doctor had good results in Lund.", "The doctor had good results in Lund", "factual", "certain"),
        ("The drought results in hunger.", "The drought results in hunger", "causal", "certain"),
        (
            "The board is suing Norline for allegedly hiding a report.",
            "The board is suing Norline for allegedly hiding a report",
            "factual",
            "certain",
        ),
        ("Norline allegedly hid a report.", "Norline allegedly hid a report", "factual", "uncommitted"),
        ("The clerk spoke of the need for farmers to sell the mill.", "Farmers are to sell the mill", "norm", "uncommitted"),
        ("The union demanded that the mayor leave Lund.", "The mayor is to leave Lund", "norm", "uncommitted"),
        ("He demanded the boat be returned to Lund.", "The boat is to be returned to Lund", "norm", "uncommitted"),
        ("The board recommended the pier be closed.", "The pier is to be closed", "norm", "uncommitted"),
        ("The clerk suggested they left Lund.", "They left Lund", "factual", "probable"),
        (
            "“The pier must be closed and a prosecutor be appointed to study it,” the mayor said.",
            "A prosecutor is to be appointed to study the pier",
            "norm",
            "certain",
        ),
    ],
)
def test_needs_and_demands_are_norms_in_words_of_their_own_and_hedges_hold_for_their_own_verb(
    text: str, claim: str, kind: str, certainty: str
) -> None:
    found = {
        one.statement.statement.claim: (one.attribution.kind, one.attribution.certainty)
        for one in propose.propose(text)
        if one.statement is not None
    }
    assert found.get(claim) == (kind, certainty), found

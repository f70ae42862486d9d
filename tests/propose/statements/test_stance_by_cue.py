"""Polarity, kind and certainty by the words that introduce a clause or show its kind, each only as far as it reaches."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import said

CREDITED = [
    ("If we have evidence that the mill is old, then yes.", "The mill is old", "affirms", "conditional", "uncommitted"),
    (
        "Holm calls discounting a game for anyone without a market.",
        "Holm calls discounting a game for anyone without a market",
        "affirms",
        "evaluation",
        "certain",
    ),
    (
        "The Tax Board says the cut would lower the rent, but would eventually add 84 million.",
        "The Tax Board would eventually add 84 million",
        "affirms",
        "prediction",
        "certain",
    ),
    (
        "Columnist George Will reignited his feud with Holm this week.",
        "Columnist George Will reignited his feud with Holm this week",
        "affirms",
        "factual",
        "certain",
    ),
    ("Anyone claiming that the mill is in decline is wrong.", "The mill is in decline", "uncommitted", "factual", "uncommitted"),
    (
        "When they would go out to dinner, the children would sidle up to Holm.",
        "The children would sidle up to Holm when they would go out to dinner",
        "affirms",
        "factual",
        "certain",
    ),
    ("Lund said he didn’t believe those letters were old.", "Those letters were old", "denies", "factual", "probable"),
    ("I think it’s only prudent for people to raise that question.", "People are to raise that question", "affirms", "norm", "uncommitted"),
    ("Ada Holm voted to support the republic Friday.", "Ada Holm voted to support the republic Friday", "affirms", "factual", "certain"),
    ("Lund also questioned the idea that Holm had shown no intent.", "Holm had shown no intent", "affirms", "factual", "probable"),
    ("Holm likes to admit mistakes when he makes them.", "Holm makes the mistakes", "affirms", "factual", "certain"),
    (
        "Holm attacked Lund, questioning whether he was fit to lead because he was born in Norway.",
        "Holm was born in Norway",
        "affirms",
        "factual",
        "certain",
    ),
    ("Holm persuaded the judge to close the mill.", "The judge closed the mill", "affirms", "factual", "probable"),
    ("They have offered no specifics about targets.", "They have offered specifics about targets", "denies", "factual", "certain"),
    ("“Compare him to Ada,” Holm urged. “This is a woman who closed the mill.”", "This is a woman", "affirms", "factual", "certain"),
    ("“It will rain,” Holm predicted.", "It will rain", "affirms", "prediction", "probable"),
    ("I think Secretary Holm knows the town.", "Holm is Secretary", "affirms", "factual", "certain"),
    ("You could say they became my family.", "They became my family", "affirms", "factual", "certain"),
    ("He said legalizing it could put farmers to work.", "It could put farmers to work", "affirms", "factual", "possible"),
    (
        "Such a move would have set a bold new standard.",
        "Such a move would have set a bold new standard",
        "affirms",
        "conditional",
        "certain",
    ),
    ("Holm would not directly speculate about the sale.", "Holm would directly speculate about the sale", "denies", "factual", "certain"),
]
GIVEN = [
    (
        "He’s talking about breaking up our pacts, letting farmers get mills, banning clerks from coming to Lund.",
        "Farmers get mills",
        "affirms",
        "factual",
        "uncommitted",
    ),
    (
        "The markets can handle the loss without causing stress.",
        "The markets can handle the loss without causing stress",
        "affirms",
        "factual",
        "certain",
    ),
    ("Holm criticized how the meeting was handled.", "The meeting was handled", "affirms", "factual", "certain"),
    ("There is due recognition that the mayor can no longer serve us.", "The mayor can serve us", "denies", "factual", "certain"),
    (
        "Holm would have the power to fill the seat were Lund to become mayor.",
        "Holm would have the power to fill the seat were Lund to become mayor",
        "affirms",
        "conditional",
        "certain",
    ),
    (
        "Millions of farmers are forced to work two jobs.",
        "Millions of farmers are forced to work two jobs",
        "affirms",
        "factual",
        "certain",
    ),
    (
        "Holm asks you to focus on the group due to the rules.",
        "You are to focus on the group due to the rules",
        "affirms",
        "norm",
        "uncommitted",
    ),
    ("Holm called both clerks Tuesday night.", "Holm called both clerks Tuesday night", "affirms", "factual", "certain"),
]
WORDED = [
    ("I had not realized that my mother was the only one to leave.", "My mother was the only one", "affirms", "factual", "certain"),
    ("The report dispelled the notion that Norway sold the mill.", "Norway sold the mill", "denies", "factual", "certain"),
    ("Kopp’s car was found abandoned in Lund.", "Kopp’s car was found abandoned in Lund", "affirms", "factual", "certain"),
    ("Holm eliminated two million of good will.", "Holm eliminated two million of good will", "affirms", "factual", "certain"),
    ("Norway to be sold to Sweden", "Norway is to be sold to Sweden", "affirms", "plan", "certain"),
    (
        "If there is a record turnout, I think we will win by big numbers.",
        "We will win by big numbers",
        "affirms",
        "conditional",
        "probable",
    ),
    ("It is impossible not to see that Norway left.", "Norway left", "affirms", "factual", "probable"),
    ("Previously, a man who lived in Lund would be barred.", "A man would be barred", "affirms", "factual", "certain"),
    ("Police arrested the alleged thief.", "Police arrested the alleged thief", "affirms", "factual", "certain"),
    ("Holm drove to the event from Lund.", "Holm drove to the event from Lund", "affirms", "factual", "certain"),
    ("The strike drove the firm into debt.", "The strike drove the firm into debt", "affirms", "causal", "certain"),
    ("The committee takes up the cause against Holm.", "The committee takes up the cause against Holm", "affirms", "factual", "certain"),
    ("The vote means lots of trouble.", "The vote means lots of trouble", "affirms", "factual", "certain"),
    ("The term means an oath.", "The term means an oath", "affirms", "definition", "certain"),
    ("Holm works in the worst weather.", "Holm works in the worst weather", "affirms", "factual", "certain"),
    ("The town will sell the mill provided that Sweden pays.", "Sweden pays", "affirms", "conditional", "uncommitted"),
]


@pytest.mark.parametrize(("text", "claim", "stance", "kind", "certainty"), [*CREDITED, *GIVEN, *WORDED])
def test_a_word_gives_its_kind_to_what_it_is_said_of(text: str, claim: str, stance: str, kind: str, certainty: str) -> None:
    assert (claim, stance, kind, certainty) in said(text)

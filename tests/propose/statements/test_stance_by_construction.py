"""Polarity, kind and certainty by constructions that assert nothing, leave open, deny twice, or take for granted what they tell of."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import said

MOODS = [
    ("God bless Ada Holm.", "God bless Ada Holm", "affirms", "norm", "uncommitted"),
    ("“God save the king,” the clerk said.", "God save the king", "affirms", "norm", "uncommitted"),
    ("May God bless the town.", "God may bless the town", "affirms", "norm", "uncommitted"),
    ("God created the sea.", "God created the sea", "affirms", "factual", "certain"),
    ("The mill has got to be old, right?", "The mill has got to be old", "affirms", "question", "uncommitted"),
    ("The mill is old, isn’t it?", "The mill is old", "affirms", "question", "uncommitted"),
    ("He suggested that she share the bread.", "She share the bread", "affirms", "norm", "uncommitted"),
    ("The clerk suggested that she sells bread.", "She sells bread", "affirms", "factual", "probable"),
]
OPENED = [
    ("Holm asked the town to wait until she paid the rent.", "The town is to wait until Holm paid the rent", "affirms", "norm", "uncommitted"),
    ("Holm waited until she paid the rent.", "Holm paid the rent", "affirms", "factual", "certain"),
    ("I see no reason why the town should sell the mill.", "The town should sell the mill", "denies", "norm", "certain"),
    ("There is no reason why the town should not share the report.", "The town should not share the report", "affirms", "norm", "certain"),
    ("Half of the farmers reported “no opinion” when asked.", "Half of the farmers reported “no opinion” when asked", "affirms", "factual", "certain"),
]  # fmt: skip
TOLD = [
    ("It is fair to say that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("It is safe to assume that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "probable"),
    ("It is too early to say that Norway won.", "Norway won", "affirms", "factual", "uncommitted"),
    ("The clerk published a letter to show that Holm had not lied.", "Holm had lied", "denies", "factual", "certain"),
    ("The firm will publish a letter to show that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("There were clerks sent to the army; they would pay farmers.", "The clerks sent to the army would pay farmers", "affirms", "factual", "certain"),
    ("Holm said it was late; the town would sell the mill.", "The town would sell the mill", "affirms", "prediction", "certain"),
]  # fmt: skip
JUDGED = [
    ("“This is an important step along the path towards Australia claiming its full sovereignty,” Holm said.", "This is an important step along the path towards Australia claiming its full sovereignty", "affirms", "evaluation", "certain"),
    ("The guards fired warning shots at a vessel.", "The guards fired warning shots at a vessel", "affirms", "factual", "certain"),
    ("The town is rich as opposed to poor.", "The town is rich", "affirms", "factual", "certain"),
]  # fmt: skip


CREDITED = [
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
ABOVE = [
    ("He found Holm to be very charming.", "Holm was very charming", "affirms", "factual", "certain"),
    ("The clerk believed the mill to be old.", "The mill was old", "affirms", "factual", "probable"),
    (
        "The bureau would also seek to establish that Holm understood the rules.",
        "Holm understood the rules",
        "uncommitted",
        "factual",
        "uncommitted",
    ),
    ("It seems surprising that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("I have to admit that Norway won.", "Norway won", "affirms", "factual", "certain"),
    (
        "Holm’s plan means everybody in the town is going to pay.",
        "Holm’s plan means everybody in the town is going to pay",
        "affirms",
        "factual",
        "certain",
    ),
    (
        "Holm argued that the group should not endorse Lund and instead support his sister.",
        "The group should support Holm’s sister",
        "affirms",
        "norm",
        "certain",
    ),
    (
        "If you can prove that it is safe, I believe the mill opens up a path for the town.",
        "The mill opens up a path for the town",
        "affirms",
        "conditional",
        "probable",
    ),
    (
        "Holm said he would be honored to serve should the opportunity present itself.",
        "The opportunity should present itself",
        "affirms",
        "conditional",
        "uncommitted",
    ),
    ("Should Norway win, Sweden will leave.", "Sweden will leave should Norway win", "affirms", "conditional", "certain"),
    ("Norway will leave as long as Sweden has the mill.", "Sweden has the mill", "affirms", "conditional", "uncommitted"),
    (
        "Holm has not explored the process enough to see how it will unfold.",
        "Holm has explored the process enough to see how the process will unfold",
        "denies",
        "factual",
        "certain",
    ),
    (
        "Norway is on track to win a majority of the votes.",
        "Norway is to win a majority of the votes on track",
        "affirms",
        "prediction",
        "probable",
    ),
    ("Holm would not comment on the sale.", "Holm would comment on the sale", "denies", "factual", "certain"),
    ("Norway would not sell the mill.", "Norway would sell the mill", "denies", "prediction", "certain"),
    ("They have done their best to stop the sale.", "They have done their best to stop the sale", "affirms", "factual", "certain"),
]
HUNG = [
    ("Farmers have worried for months that the mill was old, according to friends.", "The mill was old", "affirms", "factual", "possible"),
    ("The clerk claimed in an interview that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("How many of you believe we lost the vote?", "We lost the vote", "uncommitted", "factual", "uncommitted"),
    ("Who said that Norway sold the mill?", "Norway sold the mill", "uncommitted", "factual", "uncommitted"),
    ("You think Norway sold the mill?", "Norway sold the mill", "affirms", "question", "uncommitted"),
    ("It is about time that Norway sold the mill.", "Norway sold the mill", "affirms", "norm", "uncommitted"),
    ("It was the first time Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("Ada is best known for the mill.", "Ada is best known for the mill", "affirms", "factual", "certain"),
    ("Norway has thus far lost the vote.", "Norway has lost the vote thus far", "affirms", "factual", "certain"),
    ("The board isn’t likely to meet before May.", "The board is likely to meet before May", "denies", "prediction", "probable"),
]


@pytest.mark.parametrize(
    ("text", "claim", "stance", "kind", "certainty"), [*CREDITED, *GIVEN, *WORDED, *ABOVE, *HUNG, *MOODS, *OPENED, *TOLD, *JUDGED]
)
def test_a_construction_shows_how_a_clause_is_meant(text: str, claim: str, stance: str, kind: str, certainty: str) -> None:
    assert (claim, stance, kind, certainty) in said(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Holm rejected the request to close the prison until he gave more details.", "Holm gave"),
        ("Holm asked the town to wait until she paid the rent.", "Holm paid"),
        ("The town is rich as opposed to poor.", "The town is opposed"),
        ("Holm urged the town to sell the mill, replace the clerk and pay the rent.", "Holm replaced"),
        ("Holm urged the town to sell the mill, replace the clerk and pay the rent.", "Holm paid"),
        ("Holm warned against selling the mill.", "Holm sold"),
        ("The board offered two options: that Holm come to pick up his son, or that the family in Lund take him to Oslo.", "The family in Lund takes"),
        ("The town opposed Norway’s joining the league.", "The town join"),
        ("All states have approved their joining the league.", "They join"),
        ("Norway expects to post a charge of two million, resulting in a loss for the quarter.", "Norway result"),
        ("I am not in favor of any kind of law that would close the mill.", "Any kind of law"),
        ("Both want government playing a part, setting rules for the mill, protecting the poor and preserving the river.", "Both set"),
        ("Prosecutors charged him with three crimes, including theft, hiding the letters and lying to the clerk.", "Prosecutors hid"),
        ("A total of $650,000 is being offered in Norway for information leading to Holm’s arrest.", "Information leads"),
        ("Cisco filed a suit so that Norway would stop selling the mill.", "Norway would"),
        ("The only way Norway will lose the vote is by selling the mill.", "Norway will lose"),
        ("There will be farmers who sell the mill.", "Farmers sell"),
        ("Holm was cautious about selling the mill.", "Holm sold"),
        ("The maker expects to post sales in the current year that are above a million.", "Sales in the current year are"),
    ],
)  # fmt: skip
def test_what_a_construction_leaves_open_is_no_claim(text: str, words: str) -> None:
    assert not [one for one in said(text) if one[0].startswith(words)]


def test_what_they_say_in_a_relative_clause_is_theirs_and_not_of_whoever_threatens() -> None:
    text = "Several threatened to disrupt the meeting with protests over a system that they say has treated Holm unfairly."
    assert ("A system has treated Holm unfairly", "affirms", "factual", "certain", "they") in said(text, sources=True)


def test_nobody_judges_what_they_shoot_at() -> None:
    assert not [one for one in said("Rebels fired two rockets at a ship.") if one[2] == "evaluation"]
    assert [one for one in said("Rebels fired two rockets at a ship.") if one[0] == "Rebels fired two rockets at a ship"]

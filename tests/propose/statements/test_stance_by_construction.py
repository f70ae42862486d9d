"""Polarity, kind and certainty by constructions that assert nothing, leave open, deny twice, or take for granted what they tell of."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import said

MOODS = [
    (
        "“What a world we’re in, where clerks are forced to ask the question, ‘Should the town sell the mill?’”",
        "The town should sell the mill",
        "affirms",
        "question",
        "uncommitted",
    ),
    (
        "It doesn’t help that invoking the strike is a classic tactic, as the clerk notes.",
        "Invoking the strike is a classic tactic",
        "affirms",
        "factual",
        "certain",
    ),
    (
        "Holm must be dreaming for the family to allow clerks inside.",
        "Holm must be dreaming for the family to allow clerks inside",
        "affirms",
        "factual",
        "probable",
    ),
    ("Holm would prefer not to talk about the issue.", "Holm would prefer not to talk about the issue", "affirms", "plan", "uncommitted"),
    ("Ada Holm will be named commander of the ship.", "Ada Holm will be named commander of the ship", "affirms", "prediction", "certain"),
    ("God bless Ada Holm.", "God bless Ada Holm", "affirms", "norm", "uncommitted"),
    ("“God save the king,” the clerk said.", "God save the king", "affirms", "norm", "uncommitted"),
    ("May God bless the town.", "God may bless the town", "affirms", "norm", "uncommitted"),
    ("God created the sea.", "God created the sea", "affirms", "factual", "certain"),
    ("The mill has got to be old, right?", "The mill has got to be old", "affirms", "question", "uncommitted"),
    ("The mill is old, isn’t it?", "The mill is old", "affirms", "question", "uncommitted"),
    ("He suggested that she share the bread.", "She share the bread", "affirms", "norm", "uncommitted"),
    ("The clerk suggested that she sells bread.", "The clerk sells bread", "affirms", "factual", "probable"),
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


@pytest.mark.parametrize(("text", "claim", "stance", "kind", "certainty"), [*ABOVE, *HUNG, *MOODS, *OPENED, *TOLD, *JUDGED])
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
        ("The amount could rise before it is officially reported to the board.", "The amount is officially"),
        ("Clerks throw flags just so their wives can see the flags on the mill.", "Their wives can"),
        ("The evidence is clear — it’s time a clerk be appointed to review the sale.", "A clerk is appointed"),
        ("The firm has the option to redeem the shares before a sale takes place.", "A sale takes"),
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

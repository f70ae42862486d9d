"""Polarity, kind and certainty by what stands around a clause: conditions, questions, wishes, lacks, modals and things that are judged."""

from __future__ import annotations

import pytest

from tests.propose.statements.reading import said

CONDITIONS = [
    ("If the strike hurt the town, it also gave the league a new leader.", "It gave the league a new leader", "affirms", "factual", "certain"),
    ("If the strike hurt the town, the league will pay.", "The league will pay if the strike hurt the town", "affirms", "conditional", "certain"),
    ("If Holm had the lead and was one vote away from being elected mayor, I would leave Lund.", "Holm was elected mayor", "affirms", "conditional", "uncommitted"),
    ("The board will agree if it looks like Holm can win the vote.", "Holm can win the vote", "affirms", "conditional", "uncommitted"),
    ("I do not believe that Norway is safe if it is selling the mill.", "Norway is selling the mill", "affirms", "conditional", "uncommitted"),
]  # fmt: skip
ASKED = [
    ("The clerk asked why Norway closed the mill.", "Norway closed the mill", "affirms", "factual", "certain"),
    ("The mayor did not know why the town sold the mill.", "The town sold the mill", "affirms", "factual", "certain"),
    ("The clerk asked how Norway could close the mill.", "Norway could close the mill", "affirms", "question", "uncommitted"),
    ("Experts wonder why Norway would sell the mill.", "Norway would sell the mill", "affirms", "prediction", "uncommitted"),
    ("Firms ask them questions about how they would sell the mill.", "The firms would sell the mill", "affirms", "prediction", "uncommitted"),
    ("The idea that Norway owns no mill?", "Norway owns no mill", "affirms", "question", "uncommitted"),
    ("“We sold the mill long ago,” Holm asked.", "We sold the mill long ago", "affirms", "factual", "certain"),
    ("“Did Norway sell the mill?” Holm asked.", "Norway sold the mill", "affirms", "question", "uncommitted"),
    ("Holm pressed his attack that Norway is not fit to lead the league.", "Norway is fit to lead the league", "denies", "factual", "certain"),
    ("There is no question that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("Holm was asked to sell the mill.", "Holm was asked to sell the mill", "affirms", "norm", "uncommitted"),
    ("The question is how to sell the mill.", "The question is how to sell the mill", "affirms", "factual", "certain"),
    ("Whether Norway sold the mill is unclear.", "Whether Norway sold the mill is unclear", "affirms", "factual", "certain"),
    ("The report raises the question of whether Norway sold the mill.", "The report raises the question of whether Norway sold the mill", "affirms", "factual", "certain"),
]  # fmt: skip
WISHED = [
    ("The mayor doesn’t want Norway to join the league.", "Norway is to join the league", "denies", "norm", "uncommitted"),
    ("The mayor wants Norway to join the league.", "Norway is to join the league", "affirms", "norm", "uncommitted"),
    ("Norway would like to sell the mill.", "Norway would like to sell the mill", "affirms", "plan", "uncommitted"),
    ("Norway would rather sell the mill than pay the rent.", "Norway would rather sell the mill", "affirms", "plan", "certain"),
    ("The mayor has no plans to sell the mill.", "The mayor is to sell the mill", "denies", "plan", "uncommitted"),
    ("Norway to sell the mill.", "Norway is to sell the mill", "affirms", "plan", "certain"),
    ("Farmers have hopes that Norway will sell the mill.", "Norway will sell the mill", "affirms", "prediction", "probable"),
    ("Farmers have hopes that Norway will sell the mill.", "Farmers have hopes that Norway will sell the mill", "affirms", "factual", "certain"),
    ("We have got to sell the mill.", "We have got to sell the mill", "affirms", "norm", "certain"),
    ("It is important for Norway to sell the mill.", "Norway is to sell the mill", "affirms", "norm", "uncommitted"),
    ("It is hard for Norway to sell the mill.", "Norway is to sell the mill", "affirms", "factual", "uncommitted"),
    ("Norway was reluctant to sell the mill.", "Norway was reluctant to sell the mill", "affirms", "factual", "certain"),
]  # fmt: skip
MODALS = [
    ("The deal should be completed in October.", "The deal should be completed in October", "affirms", "prediction", "probable"),
    ("The firm should be able to pay the rent.", "The firm should be able to pay the rent", "affirms", "prediction", "probable"),
    ("Every child should be able to read a book.", "Every child should be able to read a book", "affirms", "norm", "probable"),
    ("The new loan should help farmers sell the crop.", "The new loan should help farmers sell the crop", "affirms", "prediction", "probable"),
    ("The town should help the farmers.", "The town should help the farmers", "affirms", "norm", "certain"),
    ("Farmers should not have trouble paying the rent.", "Farmers should have trouble paying the rent", "denies", "prediction", "probable"),
    ("Holm would go on to win the prize.", "Holm would go on to win the prize", "affirms", "factual", "certain"),
    ("Holm met Ada, who would become his wife.", "Ada would become his wife", "affirms", "factual", "certain"),
    ("By 2019, the war would cost the town 3 million.", "The war would cost the town 3 million by 2019", "affirms", "prediction", "certain"),
    ("The best way would be to sell the mill.", "The best way would be to sell the mill", "affirms", "evaluation", "certain"),
    ("It would be wrong to sell the mill.", "It would be wrong to sell the mill", "affirms", "evaluation", "certain"),
    ("Norway may or may not sell the mill.", "Norway may or may not sell the mill", "affirms", "factual", "possible"),
    ("Norway looks set to sell the mill.", "Norway looks set to sell the mill", "affirms", "prediction", "certain"),
    ("The sale offers farmers a chance to buy the mill.", "The sale offers farmers a chance to buy the mill", "affirms", "factual", "certain"),
    ("Holm met a man who might sell the mill.", "Holm met a man", "affirms", "factual", "certain"),
]  # fmt: skip
KNOWN = [
    ("Holm did not realise that Norway had sold the mill.", "Norway had sold the mill", "affirms", "factual", "certain"),
    ("You can be forgiven for not knowing that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("I am sad to hear that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("I cannot imagine Norway selling the mill.", "Norway sells the mill", "denies", "prediction", "probable"),
    ("Police found the place from which the thief is thought to have thrown the stone that killed Holm.", "The stone killed Holm", "affirms", "factual", "certain"),
    ("Rumors that Holm was in prison proved false.", "Holm was in prison", "denies", "factual", "certain"),
    ("The clerk said that Norway and Sweden have one thing in common: each believes that the dam is safe.", "Norway has one thing in common", "affirms", "factual", "certain"),
    ("He said the move means farmers are not locked into the deal and can force prices down.", "Farmers can force down prices", "affirms", "factual", "certain"),
]  # fmt: skip
TOLD = [
    ("Norway warned that Holm was a threat.", "Holm was a threat", "affirms", "evaluation", "certain"),
    ("Norway warned that the dam will burst.", "The dam will burst", "affirms", "prediction", "possible"),
    ("Holm has never advocated selling the mill.", "Holm has advocated selling the mill", "denies", "factual", "certain"),
    ("The board approved closing the mill.", "The board approved closing the mill", "affirms", "factual", "certain"),
]
FELT = [
    ("It is difficult to see how Norway is stopped by Sweden.", "Norway is stopped by Sweden", "affirms", "factual", "uncommitted"),
    ("It is hard to understand why Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("Holm is the Drive Time presenter.", "Holm is the Drive Time presenter", "affirms", "factual", "certain"),
    ("Farmers fear that Norway is selling the mill.", "Norway is selling the mill", "affirms", "factual", "possible"),
    ("Farmers are worried that the dam is old.", "The dam is old", "affirms", "factual", "possible"),
    ("Holm is hopeful that the town will sell the mill.", "The town will sell the mill", "affirms", "prediction", "probable"),
    ("She alerts the police that Holm is in league with Norway.", "Holm is in league with Norway", "affirms", "factual", "certain"),
    ("Holm refused to speak as she left the mill.", "Holm left the mill", "affirms", "factual", "certain"),
    ("Norway destroyed the hard drives of the firm.", "Norway destroyed the hard drives of the firm", "affirms", "factual", "certain"),
    (
        "The talks raise questions about how a deal would work.",
        "The talks raise questions about how a deal would work",
        "affirms",
        "factual",
        "certain",
    ),
]
SEEN = [
    ("The clerk saw that the mill was burning.", "The mill was burning", "affirms", "factual", "certain"),
    ("I saw Holm leaving the mill.", "Holm left the mill", "affirms", "factual", "certain"),
    ("As planned, Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("Holm would often argue with the clerk.", "Holm would often argue with the clerk", "affirms", "factual", "certain"),
    ("Holm was quick to point out that Norway sold the mill.", "Norway sold the mill", "affirms", "factual", "certain"),
    ("It’s gonna help the town.", "It is gon na help the town", "affirms", "prediction", "certain"),
    ("There is no information that Holm sold the mill.", "Holm sold the mill", "denies", "factual", "probable"),
    (
        "The firms dropped their plan to merge the ports.",
        "The firms dropped their plan to merge the ports",
        "affirms",
        "factual",
        "certain",
    ),
]
JUDGED = [
    ("Holm was charged with theft in 1999.", "Holm was charged with theft", "affirms", "factual", "certain"),
    ("Holm was declared the winner.", "Holm was declared the winner", "affirms", "factual", "certain"),
    ("Holm downplayed the likelihood of his selling the mill.", "He sold the mill", "affirms", "factual", "uncommitted"),
    ("The opening under the house led to a coal mine.", "The opening under the house led to a coal mine", "affirms", "factual", "certain"),
    ("The strike led to a war.", "The strike led to a war", "affirms", "causal", "certain"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "stance", "kind", "certainty"), [*CONDITIONS, *ASKED, *WISHED, *MODALS, *KNOWN, *TOLD, *FELT, *SEEN, *JUDGED]
)
def test_a_clause_is_meant_as_what_stands_around_it_shows(text: str, claim: str, stance: str, kind: str, certainty: str) -> None:
    assert (claim, stance, kind, certainty) in said(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sweden acts as if it owned the dam.", "Sweden owned"),
        ("Castro promised a strike until the boy was returned to his father.", "The boy was returned"),
        ("Soup can be thickened by stirring until the sauce turns brown.", "The sauce turns brown"),
        ("Norway weighed one option: selling the mill to Sweden.", "Norway sold"),
        ("The town fears the potential for an election overshadowed by war.", "is overshadowed"),
        ("Norway has not decided whether to sell the mill.", "Norway has decided"),
        ("Norway does not have plans to sell the mill.", "Plans are"),
        ("Holm does not like the plan. Neither do I.", "Neither"),
        ("The plan may include selling branches and disposing of mills.", "The plan disposes"),
        ("The best way I can describe the mill is as a ruin.", "I can describe"),
        ("While not everything Holm says is true, he won.", "says not"),
    ],
)
def test_what_is_only_thought_of_or_echoed_is_no_claim(text: str, words: str) -> None:
    assert not [one for one in said(text) if one[0].startswith(words) or (words[0].islower() and words in one[0])]


def test_who_praises_a_thing_does_not_say_what_is_told_of_it() -> None:
    sources = {one[0]: one[4] for one in said("The clerk was skeptical about Holm, who had never run a town.", sources=True)}
    assert sources["Holm had run a town"] is None


def test_who_makes_a_claim_that_the_writer_calls_false_does_not_deny_it() -> None:
    sources = {one[0]: one[1:] for one in said("Holm repeated a false claim that he had joined the league.", sources=True)}
    assert sources["Holm had joined the league"] == ("denies", "factual", "certain", None)

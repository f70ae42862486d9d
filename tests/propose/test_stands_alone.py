"""What proposals say by themselves: what their descriptions, pronouns and half clauses stand for, and what is marked for the reviewer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.proposal import Proposal
from kb.propose.reference.words import listed

SOURCES = Path(__file__).resolve().parents[2] / "ingest" / "sources"


def proposals(text: str) -> list[Proposal]:
    """The proposals of a text with a statement; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return [one for one in propose.propose(text) if one.statement is not None]


def claims(text: str) -> dict[str, str]:
    """The wording of each proposal with its stance."""
    return {one.statement.statement.claim: one.attribution.stance for one in proposals(text) if one.statement is not None}


DESCRIPTIONS = {
    "what an infinitive agreed": (
        "Orvik Energy agreed to buy three mines from Lund Metals. The deal will close in May.",
        "",
        "Orvik Energy’s deal to buy three mines from Lund Metals will close in May",
    ),
    "what was decided": (
        "Lund Council decided to close the pier. This decision ended a quarrel.",
        "",
        "Lund Council’s decision to close the pier ended a quarrel",
    ),
    "what was visited": (
        "Milan Orsk visited the fuel depot in Lund. The visit lasted two hours.",
        "",
        "Milan Orsk’s visit to the fuel depot in Lund lasted two hours",
    ),
    "what was seized": (
        "The navy seized two Danish trawlers. Denmark condemned that seizure.",
        "",
        "Denmark condemned the seizure of two Danish trawlers",
    ),
    "the noun again": (
        "A drone attack on a fuel depot killed two people. The attack injured 14 workers.",
        "",
        "The drone attack on a fuel depot injured 14 workers",
    ),
    "such, of what was named": (
        "Cooperation between the two coast guards will end in July. Such cooperation needs trust.",
        "",
        "The cooperation between the two coast guards needs trust",
    ),
    "a wider noun": (
        "The council wants to build a dam at Upper Lund. That project was planned in 1990.",
        "",
        "The dam at Upper Lund was planned in 1990",
    ),
    "it, of a thing of the sentence before": (
        "The two countries signed a water treaty in 1998. Norway ratified it in May.",
        "",
        "Norway ratified the water treaty in May",
    ),
    "what several did": (
        "The drivers protested in May. That protest cost the city money.",
        "",
        "The protest by the drivers cost the city money",
    ),
    "its, of a firm": ("Arden Foods sold a ferry in May. Its shares rose.", "", "Arden Foods’ shares rose"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), [(text, claim) for text, _, claim in DESCRIPTIONS.values()], ids=DESCRIPTIONS)
def test_a_description_stands_for_what_the_text_told_of(text: str, claim: str) -> None:
    assert claim in claims(text)


OPEN = {
    "two verbs may be meant": (
        "Lund Council decided to close the pier. Malmo Council decided to sell it. The decision ended a quarrel.",
        "The decision",
    ),
    "what was not done": ("The mayor did not visit the depot. The visit cost too much money.", "The visit"),
    "nothing before": ("That prospect worries the mayor.", "That prospect"),
    "both sides": ("Both sides have broken the truce.", "Both sides"),
    "neither side": ("Neither side offered evidence.", "Neither side"),
    "the two sides": ("The two sides will meet the mayor on Monday.", "The two sides"),
    "the former": ("The former wants peace.", "The former"),
    "a bare it": ("The letter named a port, a pier and a mine. The mayor sold it.", "it"),
}


@pytest.mark.parametrize(("text", "words"), OPEN.values(), ids=OPEN)
def test_what_is_not_settled_stays_and_is_marked(text: str, words: str) -> None:
    marked = [note for one in proposals(text) for note in one.notes]
    assert any(f"“{words}”" in note for note in marked)
    assert any(words.lower() in claim.lower() for claim in claims(text))


BACK = {
    "what somebody was accused of": (
        "Holm accused the ministry of hiding a report. The ministry denies that.",
        "The ministry", "The ministry hid a report", "denies",
    ),
    "a denial that is rejected": (
        "The ministry denied that it had been warned. Berg rejected this.", "Berg", "The ministry had been warned", "affirms",
    ),
    "what is confirmed": (
        "The port was closed in May, Holm said. The clerk confirmed this on Monday.", "The clerk", "The port was closed in May", "affirms",
    ),
    "what the author said": ("The port was closed in May. Lund disputes it.", "Lund", "The port was closed in May", "denies"),
    "in one sentence": ("Holm said the port was closed, but Berg denied it.", "Berg", "The port was closed", "denies"),
    "the claim": ("Holm said the firm had sold the port. Berg denies the claim.", "Berg", "The firm had sold the port", "denies"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "claim", "stance"), BACK.values(), ids=BACK)
def test_who_denies_that_denies_what_was_said_before(text: str, speaker: str, claim: str, stance: str) -> None:
    held = [
        (one.attribution.source.text, one.statement.statement.claim, one.attribution.stance)
        for one in proposals(text)
        if one.attribution.source is not None and one.statement is not None
    ]
    assert (speaker, claim, stance) in held
    assert not any(re.search(r"\b(?:denies|rejected|confirmed|disputes|denied) (?:that|this|it|the claim)\b", one) for one in claims(text))


def test_of_several_things_said_before_none_is_taken_for_what_is_denied() -> None:
    text = "Holm said the port was closed and the mayor had fled. Berg denied it."
    assert not any(one.attribution.source is not None and one.attribution.source.text == "Berg" for one in proposals(text))


HALF = {
    "so did": ("Shares in Orvik Energy lost value. So did those of Lund Metals.", "The shares of Lund Metals lost value", "affirms"),
    "neither do": ("“I don't want a strike, and neither do passengers,” Mary Lind said.", "Passengers want a strike", "denies"),
    "never did": ("Norway ratified the treaty in April, but Sweden never did.", "Sweden ratified the treaty", "denies"),
    "has not": ("Norway has signed the accord. Sweden has not.", "Sweden has signed the accord", "denies"),
    "so will": ("Holm said he would challenge the plan. So will Malmo.", "Malmo will challenge the plan", "affirms"),
    "did too": ("Lund signed the treaty. Malmo did too.", "Malmo signed the treaty", "affirms"),
    "so is": ("The mayor is a lawyer, and so is the clerk.", "The clerk is a lawyer", "affirms"),
    "neither will": ("The mayor will not resign. Neither will the clerk.", "The clerk will resign", "denies"),
    "did, after a negation": ("Lund did not sign the treaty. Malmo did.", "Malmo signed the treaty", "affirms"),
}


@pytest.mark.parametrize(("text", "claim", "stance"), HALF.values(), ids=HALF)
def test_a_half_clause_is_completed_by_the_clause_before(text: str, claim: str, stance: str) -> None:
    assert claims(text).get(claim) == stance


def test_each_of_two_sentences_joined_by_and_is_proposed_without_an_object_too() -> None:
    assert {"The port was closed", "The mayor had fled"} <= claims("The port was closed and the mayor had fled.").keys()


TEXTS = {
    "a wire": """Orvik Energy to buy Lund wind farms in $2 billion deal

OSLO, May 6 - Orvik Energy said on Tuesday it had agreed to buy three wind farms from Norline Shipping. The deal is expected to close by May.

The company said the purchase would add 640 megawatts. It plans to finance the acquisition with new debt. Norline Shipping never used them.

The energy ministry denied that it had been warned. Opposition leader Pavel Orsic rejected this. "We were not consulted," he said.""",
    "a broadcaster": """Rail strike: union and operator return to talks

Train drivers have called off a strike after their union agreed to resume talks with the operator. It announced the decision on Wednesday.

"I don't want to see another strike, and neither do passengers," said Helen Marsh. That move was welcomed. Neither side has offered money.

He knew which bank had sent the money. Who paid for it? The former wants peace; the latter has demanded money. Both have paid.""",
    "a statement": """The Government of Norway has decided to leave the Halvik Accord. This decision was not taken lightly. It follows a quarrel with Sweden.

Norway signed the accord in 2014. Sweden has not. Such cooperation is impossible without trust. This would save money. They said so.""",
}
BEGINNING = re.compile(r"(?:that(?! \w+(?:'s|s|ed|d)? )|and|but|or|nor|so|yet|because|although|while) ", re.IGNORECASE)
PERSONAL = frozenset().union(
    *(listed("pronouns", name) for name in ("masculine", "feminine", "neuter", "plural", "first", "first_plural"))
) | {"this", "that", "these", "those", "both", "neither", "either", "the former", "the latter", "the two"}  # fmt: skip


def stated_by(text: str) -> list[Proposal]:
    """The proposals with a statement of a text, at least some."""
    found = proposals(text)
    assert found
    return found


@pytest.mark.parametrize("name", [*TEXTS, "asia-times-2025", "epoch-times-2021"])
def test_every_wording_is_a_sentence_whose_subject_is_named_or_marked(name: str) -> None:
    text = TEXTS.get(name) or (SOURCES / name / "text.txt").read_bytes().decode("utf-8-sig")
    found = stated_by(text)
    wordings = [one.statement.statement.claim for one in found if one.statement is not None]
    assert all(wordings)
    assert [one for one in wordings if BEGINNING.match(one)] == []
    parsed = models.find().parse(wordings, names=False)
    assert [
        one
        for one, doc in zip(wordings, parsed, strict=True)
        if not any(word.pos_ in ("VERB", "AUX") or word.tag_ == "NNS" for word in doc)
    ] == []
    for one in found:
        assert one.statement is not None
        subject = one.statement.statement.subject
        bare = subject is not None and subject.resolved is None and subject.text.lower() in PERSONAL
        assert one.notes or not bare, one.statement.statement.claim

"""Statements that were worded wrongly: appositions that name several, quotation marks left over, "’s" for "has", asides after a subject."""

from __future__ import annotations

import pytest

from kb import propose
from tests.propose.statements.reading import said

WORDED = {
    "one of several": ("The novel was praised by the actresses Ada Holm and Mary Lind.", "Mary Lind is one of the actresses"),
    "a name in the plural": (
        "Money came from women, including Diane Hendricks, the chief executive of a bank.",
        "Diane Hendricks is the chief executive of a bank",
    ),
    "odd quotation marks": (
        "Mr. Band wrote that it was ''important to take care of'' the old mill.",
        "It was important to take care of the old mill",
    ),
    "is, shortened": ("Holm insisted that he's still in the race.", "Holm is in the race"),
    "are, shortened": ("The mines closed, since they’re the property of Lund.", "The mines are the property of Lund"),
    "is, after who": ("Mary Holm, who's a clerk, left.", "Mary Holm is a clerk"),
    "has done": ("Mary Holm left. “She's done a horrible job,” Berg said.", "Mary Holm has done a horrible job"),
    "is done": ("She's paid a salary.", "She is paid a salary"),
    "nearly a half": ("Close to half of the buyers are women.", "Close to half of the buyers are women"),
    "a second verb": ("These letters involve the secretary or relate to the work.", "These letters relate to the work"),
    "a name that belongs to its noun": (
        "The video by the newspaper Dagbladet cites Holm.",
        "The video by the newspaper Dagbladet cites Holm",
    ),
    "what came of a deed": (
        "Prices fell in May, leading to the exodus of two managers.",
        "That prices fell in May led to the exodus of two managers",
    ),
    "a second verb that looks like a noun": ("The pact would save money but damage relations.", "The pact would damage relations"),
    "even": ("Even economists favor the tax.", "Economists favor the tax"),
    "our party": (
        "“She champions our party’s values,” said Ada Holm, the Lund Democratic Party chairwoman.",
        "She champions Lund Democratic Party’s values",
    ),
    "thrust": ("Holm left, after the vote thrust Berg into the spotlight.", "The vote thrust Berg into the spotlight"),
    "a comment between dashes": ("Goldberg — to his credit — published a column.", "Goldberg published a column"),
    "a comment between commas": ("Mary Holm, for example, sold the port.", "Mary Holm sold the port for example"),
    "an office before a name": (
        "Former Hewlett-Packard CEO Carly Fiorina named a Washington favorite as her guilty pleasure.",
        "Carly Fiorina is former Hewlett-Packard CEO",
    ),
    "alone": ("The Port League alone has raised ten million.", "The Port League has raised ten million"),
}


@pytest.mark.parametrize("case", WORDED)
def test_a_claim_is_worded_as_it_would_be_said(case: str) -> None:
    text, claim = WORDED[case]
    assert claim in [row[0] for row in said(text)]


def test_why_somebody_did_something_is_not_said_of_the_noun_before() -> None:
    claims = [row[0] for row in said("People get updates, which is why we created the page.")]
    assert not [claim for claim in claims if claim is not None and claim.startswith("Updates")]


def test_initials_are_no_pronoun() -> None:
    assert not [note for one in propose.propose("The F.B.I. examined the account of Mary Holm.") for note in one.notes if "“I”" in note]


def test_a_bare_noun_that_nothing_else_in_the_text_answers_to_is_clear() -> None:
    notes = [one.notes for one in propose.propose("The landscape has changed for women. The council paid.")]
    assert [bool(one) for one in notes] == [False, True]


def test_who_is_credited_with_a_report_is_no_claim() -> None:
    text = "Holm left.\n\n(Reporting by Ada Lind and Bo Berg; Additional reporting by Jim Dahl in Boston, and Ben Marsh in Lund; Editing by Eva Ek.)"
    assert [row[0] for row in said(text)] == ["Holm left"]

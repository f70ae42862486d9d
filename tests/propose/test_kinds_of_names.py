"""The kind of a name, by its form and by what the text says of it, and the kind of what a bare description would be."""

from __future__ import annotations

import pytest

from kb import propose
from kb.propose import parser as models
from kb.propose.grounding.entities import of_match


def kinds_of(text: str) -> dict[str, str]:
    """Each name and description of a text with the kind of its mentions; without an English model the test is skipped."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    return {mention.span.text: mention.kind for proposal in propose.propose(text) for mention in proposal.mentions}


def speakers(text: str) -> dict[str, str | None]:
    """Each speaker of a text with the kind that it would have as a new actor."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    said = [one for one in propose.propose(text) if one.speaker is not None]
    return {one.speaker.label: of_match(one.speaker, one.speaker_kind or "other").kind for one in said if one.speaker is not None}


NAMES = {
    "a firm by its last word": ("Orvik Energy sold a ferry in May. Orvik Energy said it had no plans.", "Orvik Energy", "organisation"),
    "a firm by its last word, again": ("Norline Shipping bought the pier. It never used the pier.", "Norline Shipping", "organisation"),
    "its short form": ("Orvik Energy sold a ferry. Orvik said the price was fair. The clerk praised Orvik.", "Orvik", "organisation"),
    "a firm by its shares": ("Arden Marsh sold a ferry in May. Arden Marsh’s shareholders met in Lund.", "Arden Marsh", "organisation"),
    "a person by an apposition": ("The firm sued Baxter Hale. Baxter Hale, a former director, denies the claim.", "Baxter Hale", "person"),
    "a person by an apposition to the family name": (
        "The firm sued Baxter Hale. Hale, a former director, left the firm.",
        "Baxter Hale",
        "person",
    ),
    "a person whose family name is a word for a body": ("The firm hired Jim Press. Mr. Press left the firm.", "Jim Press", "person"),
    "a place one is in": ("Solvane Foods opened a plant in Lund on Monday.", "Lund", "place"),
    "a treaty by its last word": ("The council left the Halvik Accord in May.", "Halvik Accord", "other"),
    "a body by its last word": ("The Drivers’ Guild called a strike in May.", "Drivers’ Guild", "organisation"),
    "a woman by her first name": ("Carly Fiorina said Ted Cruz lied. Fiorina took on Cruz.", "Fiorina", "person"),
    "a body by its initials": ("The F.B.I. spent more than a year examining the use of the account.", "F.B.I.", "organisation"),
    "a company": ("The company sold a ferry in May.", "The company", "organisation"),
    "several companies": ("The companies sold a ferry in May.", "The companies", "group"),
}


@pytest.mark.parametrize(("text", "name", "kind"), NAMES.values(), ids=NAMES)
def test_a_name_has_the_kind_that_the_text_shows(text: str, name: str, kind: str) -> None:
    assert kinds_of(text).get(name) == kind


SPEAKERS = {
    "a ministry": ("The ministry said the port was closed.", "The ministry", "government"),
    "an agency": ("The agency said the port was closed.", "The agency", "organization"),
    "a newspaper": ("The newspaper said the port was closed.", "The newspaper", "media"),
    "farmers": ("The farmers said the port was closed.", "The farmers", "group"),
    "a firm with a name": ("Orvik Energy said the port was closed.", "Orvik Energy", "organization"),
}


@pytest.mark.parametrize(("text", "label", "kind"), SPEAKERS.values(), ids=SPEAKERS)
def test_a_new_speaker_has_the_kind_of_its_noun(text: str, label: str, kind: str) -> None:
    assert speakers(text).get(label) == kind


def test_a_new_treaty_is_a_treaty() -> None:
    stated = [one.statement for one in propose.propose("The council left the Halvik Accord in May.") if one.statement is not None]
    assert [one.object_entity.kind for one in stated if one.object_entity is not None] in ([], ["treaty"])


def test_a_description_of_somebody_is_that_of_a_person() -> None:
    """What somebody is said to be stays an idea: of nobody else "a lobbyist" tells."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    text = "An executive at the bank praised Lund. A colleague from Norway sold a ship. Users in Lund paid. Ada Holm is a lobbyist in Lund."
    ends = [(one.statement.subject_entity, one.statement.object_entity) for one in propose.propose(text) if one.statement is not None]
    kinds = {entity.label: entity.kind for pair in ends for entity in pair if entity is not None}
    assert kinds["executive at the bank"] == kinds["colleague from Norway"] == "person"
    assert kinds["lobbyist in Lund"] == "concept"


@pytest.mark.parametrize("title", ["New Jersey Gov.", "Former Arkansas Gov.", "Civil Rights icon Rep."])
def test_a_title_written_short_before_a_name_leaves_it_a_name(title: str) -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    found = [
        one.statement.subject_entity for one in propose.propose(f"{title} Chris Holm has joined the board.") if one.statement is not None
    ]
    assert [entity.label for entity in found if entity is not None] == ["Chris Holm"] * len(found)

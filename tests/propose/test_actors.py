"""Names, offices, groups and demonyms: where they stand, what they may stand for, and the reason shown for each."""

from __future__ import annotations

import importlib.util
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.names.lookup import Lookup
from kb.propose import actors
from kb.propose.actors import gazetteer
from kb.propose.actors.linking import family_name
from kb.propose.parts import Match, Mention

KINDS = {"person", "organisation", "place", "group", "other"}


@pytest.fixture(scope="module")
def lookup(shipped_built: Path) -> Iterator[Lookup]:
    """The base of the two shipped texts, only read."""
    connection = sqlite3.connect(f"file:{shipped_built}?immutable=1", uri=True)
    yield Lookup(connection)
    connection.close()


def named(text: str, words: str, lookup: Lookup | None = None, nth: int = 0) -> Mention:
    found = [mention for mention in actors.find(text, None, lookup) if mention.span.text == words]
    assert found, [mention.span.text for mention in actors.find(text, None, lookup)]
    return found[nth]


def first(text: str, words: str, lookup: Lookup | None = None, nth: int = 0) -> Match:
    return named(text, words, lookup, nth).matches[0]


@pytest.mark.parametrize(
    ("text", "words", "entity", "why"),
    [
        ("They met Xi Jinping there.", "Xi Jinping", "xi-jinping", "name in the base"),
        ("They saw Putin there.", "Putin", "vladimir-putin", "alias in the base"),
        ("It joined the SCO then.", "SCO", "shanghai-cooperation-organization", "abbreviation in the base"),
        ("It bought Chinese goods.", "Chinese", "china", "demonym in the base"),
    ],
)
def test_a_name_of_the_base_is_linked_with_the_kind_of_name_it_is(lookup: Lookup, text: str, words: str, entity: str, why: str) -> None:
    match = first(text, words, lookup)
    assert (match.entity_id, match.why) == (entity, why)


@pytest.mark.parametrize(
    "name",
    [
        "Martin Hale, Jr.",
        "Martin Hale Jr.",
        "Martin Hale III",
        "Ada Brook III",
        "Fuad al-Hashimi",
        "Fuad el-Hashimi",
        "Nur ad-Din Hale",
        "Bashar al-Assad",
    ],
)
def test_what_belongs_to_a_name_is_part_of_it(name: str) -> None:
    assert named(f"They met Sen. {name} there.", name).span.text == name


def test_what_the_base_lacks_is_proposed_as_new(lookup: Lookup) -> None:
    match = first("They met at the Ministry of Silly Walks today.", "Ministry of Silly Walks", lookup)
    assert match == Match(None, "Ministry of Silly Walks", "not in the base: proposed as new", "name")


def test_a_seat_of_government_that_acts_is_first_a_metonym_and_then_the_place(lookup: Lookup) -> None:
    matches = named("Beijing rejected the offer.", "Beijing", lookup).matches
    assert [(one.entity_id, one.sense) for one in matches] == [("chinese-government", "metonym"), ("beijing", "name")]
    assert "can stand for the government of China" in matches[0].why


def test_a_seat_of_government_where_something_happens_is_first_the_place(lookup: Lookup) -> None:
    matches = named("They met in Beijing on Monday.", "Beijing", lookup).matches
    assert [(one.entity_id, one.sense) for one in matches] == [("beijing", "name"), ("chinese-government", "metonym")]


def test_a_metonym_is_never_merged_without_its_literal_sense_beside_it() -> None:
    for place in gazetteer.seats():
        senses = {match.sense for match in named(f"They said that {place} refused.", place).matches}
        assert senses == {"metonym", "name"}, place


def test_a_short_form_is_explained_where_the_text_defines_it() -> None:
    text = "The Central Harbour Trade Organization (CHTO) met. Later the CHTO agreed."
    match = first(text, "CHTO", nth=1)
    assert match == Match(None, "Central Harbour Trade Organization", f"acronym defined at {text.index('CHTO')}", "name")


def test_brackets_that_are_no_initials_define_nothing() -> None:
    assert all(
        "acronym" not in match.why for mention in actors.find("The Central Bank (ABC) met.", None, None) for match in mention.matches
    )


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Xi Jinping", "Xi"),
        ("Luo Xi", "Luo"),
        ("Kim Jong Un", "Kim"),
        ("Nguyen Phu Trong", "Nguyen"),
        ("Orbán Viktor", "Orbán"),
        ("Vladimir Putin", "Putin"),
        ("Alexander Lukin", "Lukin"),
    ],
)
def test_the_family_name_stands_where_the_language_puts_it(name: str, family: str) -> None:
    assert family_name(name) == family


def test_a_family_name_is_that_of_the_person_named_before() -> None:
    match = first("They met President Vladimir Putin there. Then Putin left.", "Putin")
    assert (match.label, match.why) == ("Vladimir Putin", "family name of Vladimir Putin, named before")


def test_a_family_name_of_two_words_is_that_of_the_person_named_before() -> None:
    match = first("They met Senator Maria Soler Puig there. Then Soler Puig left.", "Soler Puig")
    assert (match.label, match.why) == ("Maria Soler Puig", "family name of Maria Soler Puig, named before")


def test_a_family_name_that_two_share_is_offered_for_both() -> None:
    text = "They met Mr. Vladimir Putin and Mr. Igor Putin there. Then Putin left."
    assert {match.label for match in named(text, "Putin").matches} == {"Vladimir Putin", "Igor Putin"}


def test_a_given_name_is_not_taken_for_a_family_name(lookup: Lookup) -> None:
    found = actors.find("They asked Dr. Luo Xi. Then Luo left.", None, lookup)
    assert {match.entity_id for mention in found if mention.span.text == "Luo" for match in mention.matches} == {"luo-xi"}
    assert not any(match.entity_id == "xi-jinping" for mention in found for match in mention.matches)


@pytest.mark.parametrize(
    ("words", "country"),
    [("Chinese", "China"), ("Russians", "Russia"), ("American", "United States"), ("Polish", "Poland"), ("Turks", "Turkey")],
)
def test_a_demonym_leads_to_its_country(words: str, country: str) -> None:
    pytest.importorskip("countryinfo", reason="demonyms come with the extra nlp: pip install countryinfo")
    match = first(f"They sold {words} goods.", words)
    assert (match.label, match.sense, match.why) == (country, "demonym", f"demonym of {country}")


def test_other_names_of_a_country_lead_to_it() -> None:
    assert first("They left the U.K. then.", "U.K.").label == "United Kingdom"


@pytest.mark.skipif(importlib.util.find_spec("countryinfo") is None, reason="demonyms come with the extra nlp: pip install countryinfo")
def test_an_office_is_a_role_and_holds_its_demonym() -> None:
    text = "They asked the Chinese president."
    assert first(text, "the Chinese president").sense == "role"
    assert named(text, "Chinese").kind == "group"


def test_a_model_is_used_where_there_is_one() -> None:
    spacy: Any = pytest.importorskip("spacy", reason="the parser comes with the extra nlp: pip install '.[nlp]'")
    nlp = spacy.blank("en")
    text = "Head\n\nthen acme works fell."
    doc = nlp(text[6:])
    doc.ents = [spacy.tokens.Span(doc, 1, 3, label="ORG")]
    assert not actors.find(text, [(6, doc)], None)  # no capital: no name
    text = text.replace("acme works", "Acme Works")
    doc = nlp(text[6:])
    doc.ents = [spacy.tokens.Span(doc, 1, 3, label="ORG")]
    assert [(mention.span.text, mention.kind) for mention in actors.find(text, [(6, doc)], None)] == [("Acme Works", "organisation")]


WORDS = st.sampled_from(
    [
        "The",
        "Beijing",
        "’s",
        "Xi",
        "Jinping",
        "(",
        "CO",
        ")",
        "Central",
        "Office",
        "of",
        "and",
        "president",
        "the",
        "U.S.",
        "Dr.",
        "\n\n",
        ".",
        "forces",
        "Russian",
        "\u00a0",
        "A",
        "“",
        "O'Neill",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_offsets_hold_and_nothing_raises_whatever_the_text(text: str) -> None:
    for mention in actors.find(text, None, None):
        assert text[mention.span.start : mention.span.end] == mention.span.text != ""
        assert mention.kind in KINDS
        assert mention.matches
        assert all(match.why for match in mention.matches)

"""The event that a statement tells of: by its verb where it is dated or placed, or by its name; whether it happened; who takes part."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kb import propose
from kb.base.schema import vocabulary
from kb.names.lookup import Lookup
from kb.propose import events
from kb.propose import parser as models
from kb.propose.events import actuality
from kb.propose.events.telling import verbs
from kb.propose.grounding.happening import Happening
from kb.propose.json_lines import record


@pytest.fixture(autouse=True)
def parser() -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")


def told(text: str, lookup: Lookup | None = None) -> list[Happening]:
    found = propose.propose(text, lookup, anchor="2021-06-10")
    return [one.statement.event for one in found if one.statement and one.statement.event]


@pytest.mark.parametrize(
    ("text", "name", "kind", "shown", "date"),
    [
        ("North Lines opened the Harbour Bridge on 4 May 2021.", "Opening of Harbour Bridge", "construction", "occurred", "2021-05-04"),
        ("The Harbour Bridge was built in 2019 by Lund Works.", "Building of Harbour Bridge", "construction", "occurred", "2019"),
        ("Anna Weber will visit Port Lund in June 2022.", "Anna Weber’s visit to Port Lund", "meeting", "predicted", "2022-06"),
        ("Rebels did not attack Port Lund in 2020.", "Attack on Port Lund", "conflict", "did-not-happen", "2020"),
        ("Rebels may have attacked Port Lund in 2020.", "Attack on Port Lund", "conflict", "hypothetical", "2020"),
        ("Carl Holm visited Oslo on Monday.", "Carl Holm’s visit to Oslo", "meeting", "occurred", "2021-06-07"),
    ],
)
def test_a_dated_verb_tells_of_an_event_that_is_as_sure_as_the_statement(text: str, name: str, kind: str, shown: str, date: str) -> None:
    (event,) = told(text)
    assert event.entity.label.startswith(name) and event.entity.new and event.entity.table == "event"
    assert (event.kind, event.actuality, event.date) == (kind, shown, date)


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office released a long list of ships that had been lost at sea in May 2021.",
        "North Lines opened the Harbour Bridge.",
        "The company grew in 2021.",
        "He visited it in 2021.",
    ],
)
def test_a_verb_without_time_and_place_or_without_names_tells_of_none(text: str) -> None:
    assert told(text) == []


def test_who_takes_part_has_the_role_of_the_verb() -> None:
    (event,) = told("North Lines invaded Port Lund in 2020.")
    assert [(part.role, part.entity.id) for part in event.parts] == [("combatant", "north-lines"), ("target", "port-lund")]


def test_nouns_of_the_same_head_and_place_are_one_event_and_what_is_said_least_surely_counts() -> None:
    happened = told("The Benghazi attack killed four people in 2012. Officials condemned the attacks in Benghazi.")
    assert {event.entity.id for event in happened} == {"benghazi-attack-2012"} and {event.actuality for event in happened} == {"occurred"}
    doubtful = told("The attack in Benghazi killed four people. Officials feared an attack on Benghazi.")
    assert len({event.entity.id for event in doubtful}) == 1 and {event.actuality for event in doubtful} == {"hypothetical"}


def test_events_of_two_years_are_two() -> None:
    found = events.find("The 2012 Port Lund attack was small. The 2014 Port Lund attack was not. The Port Lund attack is known.")
    assert len({mention.matches[0].label for mention in found}) == 2


def test_a_people_and_its_country_name_one_event() -> None:
    first, second = events.find("The Syrian war goes on. The war in Syria is long.")
    assert first.matches == second.matches


@pytest.mark.parametrize("word", ["But", "And", "Yet", "While", "However", "Following", "Amid", "As", "For"])
def test_no_event_begins_with_the_opening_of_a_sentence(word: str) -> None:
    assert [one.span.text for one in events.find(f"{word} Syrian war goes on. {word} War is bad.")] == ["Syrian war"]


def test_an_event_of_the_base_with_the_same_noun_and_place_is_found(tiny_path: Path) -> None:
    connection = sqlite3.connect(str(tiny_path))
    connection.execute("INSERT INTO events(id, name, kind, actuality) VALUES ('lund-war', 'War in Syria', 'conflict', 'occurred')")
    (event,) = told("The Syrian war began in 2011.", Lookup(connection))
    assert event.entity.id == "lund-war" and not event.entity.new
    connection.close()


def test_the_event_stands_on_the_line_of_its_proposal() -> None:
    line = next(record(one) for one in propose.propose("North Lines opened the Harbour Bridge on 4 May 2021.") if one.statement)
    event = line["statement"]["about"]["event"]
    assert line["statement"]["event"] == event["id"] == "opening-of-harbour-bridge-2021"
    assert [part["role"] for part in event["participants"]] == ["organizer", "subject"]


def test_the_words_of_the_lists_are_those_of_the_vocabulary() -> None:
    words = {field: {value for name, value, *_ in vocabulary() if name == field} for field, *_ in vocabulary()}
    assert {verb.kind for verb in verbs().values()} <= words["events.kind"]
    assert {role for verb in verbs().values() for role in (verb.subject, verb.object) if role} <= words["participations.role"]
    assert {*actuality.ORDER, actuality.DID_NOT_HAPPEN} == words["events.actuality"]

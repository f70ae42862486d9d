"""Named events: a noun of events with a name or a year beside it; the event of the base where it has that name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.base.schema import vocabulary
from kb.names.lookup import Lookup
from kb.propose import events


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It followed the 2022 Winter Olympics in Beijing.", ["2022 Winter Olympics"]),
        ("The Battle of Kursk was long.", ["Battle of Kursk"]),
        ("They condemned the invasion of Ukraine.", ["invasion of Ukraine"]),
        ("After the 2024 election, the Budapest Summit failed.", ["2024 election", "Budapest Summit"]),
        ("Holm’s short visit ended in Lund’s annual debate.", ["Holm’s short visit", "Lund’s annual debate"]),
        ("The lawsuit against Lund Records failed.", ["lawsuit against Lund Records"]),
        ("Nobody wants a war, and the meeting was short.", []),
        ("The warden of Northport left.", []),
        ("He saw the collapse of the Soviet Union in 1991.", ["collapse of the Soviet Union in 1991"]),
    ],
)
def test_what_the_text_names_is_an_event_and_a_bare_noun_is_none(text: str, names: list[str]) -> None:
    assert [mention.span.text for mention in events.find(text)] == names


def test_an_event_of_the_base_is_found_by_its_name_and_another_is_proposed_as_new(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    name = "Northport Summit"
    connection.execute("INSERT INTO events(id, name, kind, actuality) VALUES ('northport-summit', ?, 'meeting', 'occurred')", (name,))
    known, new = events.find("The Northport Summit came before the Southport Summit.", Lookup(connection))
    assert (known.matches[0].entity_id, known.matches[0].why) == ("northport-summit", "name in the base")
    assert (new.matches[0].entity_id, new.matches[0].why) == (None, "named with “summit”: an event of the kind meeting")
    connection.close()


def test_the_kinds_are_words_of_the_vocabulary() -> None:
    assert set(events.kinds().values()) <= {value for field, value, *_ in vocabulary() if field == "events.kind"}


@given(
    st.text()
    | st.lists(st.sampled_from(["The", "2022", "War", "of", "the", "Battle", "\u00a0", "election", "Summit", ".", "in", "1999"])).map(
        " ".join
    )
)
def test_offsets_are_exact_in_any_text(text: str) -> None:
    for mention in events.find(text):
        assert text[mention.span.start : mention.span.end] == mention.span.text

"""Merging two rows that are one: everything moves, old ids go on answering, and nothing is said twice."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kb.ask.story import story
from kb.base import runs, store
from kb.changes import evidence
from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get, history, refused, relate, status
from tests.whole import done, errors, ids_ever, one, rows, sound

# --------------------------------------------------------------------------------------------------------------- merge


def test_merging_actors_moves_all_that_named_the_one_and_keeps_its_names(tiny_path: Path) -> None:
    done("merge", "canal-company", "harbour-board", "--despite-evidence", *BECAUSE, db=tiny_path)
    left = {
        f"{table}.{column}": one(connection, f"SELECT count(*) FROM {table} WHERE {column} = 'canal-company'")
        for connection in [sqlite3.connect(tiny_path)]
        for table in rows(tiny_path)
        for _, column, target, *_ in [(row[0], row[3], row[2]) for row in connection.execute(f"PRAGMA foreign_key_list({table})")]
        if target in ("actors", "entities") and column not in ("id", "merged_into_id")
    }
    assert len(left) > 8
    assert set(left.values()) == {0}
    names = {row[0] for row in sqlite3.connect(tiny_path).execute("SELECT name FROM names WHERE entity_id = 'harbour-board'")}
    assert {"Canal Company", "The Company", "Compagnie du canal"} <= names
    sound(tiny_path)


@pytest.mark.parametrize(
    ("old", "into"),
    [
        ("harbour-office", "harbour-board"),
        ("harbour-board", "harbour-office"),
        ("ferry", "second-ferry"),
        ("second-ferry-decision", "bridge-opening"),
    ],
)
@pytest.mark.thorough
def test_an_old_id_goes_on_answering(old: str, into: str, tiny_path: Path) -> None:
    done("merge", old, into, "--despite-evidence", *BECAUSE, db=tiny_path)
    shown = json.loads(done("show", old, "--json", db=tiny_path))
    assert shown["became"] == into
    assert f"see kb show {into}" in done("show", old, db=tiny_path)
    triple = ("--subject", old, "--predicate", "harms", "--object", "stopped")
    _, claim = add(tiny_path, "A new claim about it", "The ferry is too small", "port-bulletin", *triple)
    assert get(tiny_path, "SELECT subject_id FROM claims WHERE id = ?", claim) == into
    sound(tiny_path)


def test_neither_of_two_merged_rows_becomes_part_of_itself(tiny_path: Path) -> None:
    done("new", "actor", "harbour-watch", "Harbour Watch", "--kind", "person", "--part-of", "harbour-board", db=tiny_path)
    done("merge", "harbour-board", "harbour-office", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT part_of_id FROM actors WHERE id = 'harbour-watch'") == "harbour-office"
    assert get(tiny_path, "SELECT part_of_id FROM actors WHERE id = 'harbour-office'") is None
    done("new", "actor", "night-watch", "Night Watch", "--kind", "person", "--part-of", "harbour-watch", db=tiny_path)
    assert "part of itself" in refused(tiny_path, "merge", "harbour-office", "night-watch", "--despite-evidence", *BECAUSE)


def test_names_that_both_have_stay_once(tiny_path: Path) -> None:
    done("new", "actor", "the-company", "Canal Company", "--kind", "person", "--alias", "The Company", db=tiny_path)
    done("merge", "the-company", "canal-company", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM names WHERE name = 'The Company'") == 1
    assert get(tiny_path, "SELECT count(*) FROM names WHERE name = 'Canal Company'") == 0
    assert "The Company" in history(tiny_path, "the-company")[-1]["change"] + history(tiny_path, "the-company")[-2]["change"]


def test_a_mention_of_both_at_one_place_stays_once_and_the_other_stays_readable(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        mention = connection.execute(
            "SELECT snapshot_id, start_char, end_char, exact FROM mentions WHERE entity_id = 'radio-one'"
        ).fetchone()
        connection.execute(
            "INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense, run_id) VALUES ('men-second', ?, ?, ?, ?, 'many-captains', 'name', ?)",
            (*mention, run.id),
        )
    connection.close()
    done("merge", "many-captains", "radio-one", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert status(tiny_path, "men-second") == "retracted"
    sound(tiny_path)


def test_merging_events_moves_claims_and_participations(tiny_path: Path) -> None:
    done("merge", "second-ferry-decision", "bridge-opening", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT event_id FROM claims WHERE id = 'clm-board-agrees-second-ferry'") == "bridge-opening"
    assert get(tiny_path, "SELECT event_id FROM participations") == "bridge-opening"
    sound(tiny_path)


def test_a_cited_work_merges_into_one_that_is_held_but_a_held_text_never_moves(tiny_path: Path) -> None:
    refused(tiny_path, "merge", "port-bulletin", "radio-one-broadcast", "--despite-evidence", *BECAUSE)
    done("merge", "radio-one-broadcast", "port-bulletin", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT cited_id FROM citations") == "port-bulletin"
    assert get(tiny_path, "SELECT work_id FROM assertions WHERE work_id IS NOT NULL") == "port-bulletin"
    sound(tiny_path)


def test_two_authors_found_to_be_one_are_named_once(empty_path: Path) -> None:
    done("source", "add", "-", "--title", "A", "--author", "Ada", "--author", "A. Writer", "--author", "Ben", db=empty_path, stdin="Words.")
    done("merge", "a-writer", "ada", *BECAUSE, db=empty_path)
    connection = sqlite3.connect(empty_path)
    assert connection.execute("SELECT actor_id FROM source_authors ORDER BY position").fetchall() == [("ada",), ("ben",)]


def test_merging_claims_moves_chains_roles_and_numbers(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The Canal Company carried a great many passengers in April 1956", "carried 900 passengers")
    chain = [row[0] for row in sqlite3.connect(tiny_path).execute("SELECT id FROM assertions WHERE claim_id = ? ORDER BY level", (NUMBER,))]
    done("merge", NUMBER, new, *BECAUSE, db=tiny_path)
    for assertion in chain:
        assert get(tiny_path, "SELECT claim_id FROM assertions WHERE id = ?", assertion) == new
    assert get(tiny_path, "SELECT minimum FROM quantities WHERE claim_id = ?", new) == 1200
    assert get(tiny_path, "SELECT status, merged_into_id FROM claims WHERE id = ?", NUMBER) == ("retracted", new)
    assert get(tiny_path, "SELECT to_claim_id FROM relations") == new
    assert json.loads(done("show", NUMBER, "--json", db=tiny_path))["became"] == new
    sound(tiny_path)


def test_two_different_figures_stay_two_claims(tiny_path: Path) -> None:
    assert "different numbers" in refused(tiny_path, "merge", NUMBER, "clm-company-passengers-april-bulletin", *BECAUSE)


def test_the_relation_between_two_merged_claims_goes(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, new, CLAIM, "agrees")
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT status FROM relations WHERE from_claim_id = ? AND relation = 'agrees'", new) == "retracted"
    sound(tiny_path)


@pytest.mark.parametrize("turned", [False, True], ids=["the same way round", "the other way round"])
def test_a_relation_that_the_other_claim_has_already_stays_once(turned: bool, tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, CLAIM, NUMBER, "agrees")
    relate(tiny_path, *((NUMBER, new) if turned else (new, NUMBER)), "agrees")
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM relations WHERE relation = 'agrees' AND status <> 'retracted'") == 1
    sound(tiny_path)


def test_a_relation_that_was_retracted_there_counts_again_when_the_other_has_it(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, CLAIM, NUMBER, "explains")
    relate(tiny_path, new, NUMBER, "explains")
    done(
        "retract",
        get(tiny_path, "SELECT id FROM relations WHERE from_claim_id = ? AND relation = 'explains'", CLAIM),
        *BECAUSE,
        db=tiny_path,
    )
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    live = "SELECT from_claim_id, to_claim_id FROM relations WHERE relation = 'explains' AND status <> 'retracted'"
    assert get(tiny_path, live) == (CLAIM, NUMBER)
    sound(tiny_path)


def test_the_same_words_of_the_same_speaker_assert_a_merged_claim_once(tiny_path: Path) -> None:
    quote = "Many captains believe that the ferry is too small"
    voices = ("--speaker", "many-captains", "--speaker", "radio-one")
    _, first = add(tiny_path, "The ferry is rather small", quote, "harbour-gazette", *voices)
    _, second = add(tiny_path, "The ferry is somewhat small", quote, "harbour-gazette", *voices)
    done("merge", second, first, *BECAUSE, db=tiny_path)
    connection = sqlite3.connect(tiny_path)
    live = connection.execute(
        "SELECT level FROM assertions WHERE claim_id = ? AND status <> 'retracted' ORDER BY level", (first,)
    ).fetchall()
    assert live == [(0,), (1,), (2,)]
    sound(tiny_path)


def test_a_claim_merged_twice_leads_to_the_last(tiny_path: Path) -> None:
    _, first = add(tiny_path, "The ferry is rather small")
    _, second = add(tiny_path, "The ferry is somewhat small")
    done("merge", first, second, *BECAUSE, db=tiny_path)
    done("merge", second, CLAIM, *BECAUSE, db=tiny_path)
    refused(tiny_path, "merge", first, CLAIM, *BECAUSE)
    assert done("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", first, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM assertions WHERE claim_id IN (?, ?)", first, second) == 0
    sound(tiny_path)


def test_a_fact_in_the_words_of_a_merged_claim_is_one_of_the_claim_that_took_its_place(tiny_path: Path) -> None:
    _, first = add(tiny_path, "The ferry is rather small")
    done("merge", first, CLAIM, *BECAUSE, db=tiny_path)
    _, again = add(tiny_path, "The ferry is rather small", "the ferry is too small", "harbour-gazette")
    assert again == CLAIM
    sound(tiny_path)


@pytest.mark.parametrize(
    "pair",
    [("harbour-office", "harbour-board"), ("ferry", "second-ferry"), ("radio-one-broadcast", "port-bulletin")],
    ids=lambda pair: pair[0],
)
def test_what_is_merged_already_is_not_merged_again(pair: tuple[str, str], tiny_path: Path) -> None:
    done("merge", *pair, "--despite-evidence", *BECAUSE, db=tiny_path)
    for both in (pair, pair[::-1]):
        assert "merged" in refused(tiny_path, "merge", *both, *BECAUSE)


@pytest.mark.parametrize("row_id", ["carries", "curators"])
def test_rows_that_are_not_merged_say_so(row_id: str, tiny_path: Path) -> None:
    done("new", "predicate", "ships", "ships", db=tiny_path)
    refused(tiny_path, "merge", row_id, "ships" if row_id == "carries" else "ferry", *BECAUSE, code=2)


def test_no_id_is_ever_lost(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    known = ids_ever(connection)
    done("merge", "canal-company", "harbour-board", "--despite-evidence", *BECAUSE, db=tiny_path)
    done("merge", CLAIM, "clm-ferry-keeps-running", "--despite-evidence", *BECAUSE, db=tiny_path)
    done("retract", "clm-captains-are-asked", *BECAUSE, db=tiny_path)
    for row_id in known:
        assert story(connection, row_id).row
    assert errors(connection) == []


def test_claims_about_different_things_are_merged_only_despite_the_evidence(tiny_path: Path) -> None:
    about = ("merge", "clm-ferry-too-small", "clm-ferry-keeps-running")
    message = refused(tiny_path, *about, *BECAUSE)
    assert "the object is too-small and stopped" in message and "despite the evidence" in message
    done(*about, "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT merged_into_id FROM claims WHERE id = 'clm-ferry-too-small'") == "clm-ferry-keeps-running"
    sound(tiny_path)


@pytest.mark.parametrize(
    ("old", "into", "says"),
    [
        ("harbour-office", "canal-company", "the kind is government and organization"),
        ("harbour-office", "harbour-board", "the wikidata identifier is Q1 and Q2"),
        ("lock", "bridge-opening", "the date is 1961 and 1958"),
    ],
)
@pytest.mark.thorough
def test_entities_that_kind_identifier_or_date_tells_apart_are_merged_only_despite_the_evidence(
    old: str, into: str, says: str, tiny_path: Path
) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        for entity, value in (("harbour-office", "Q1"), ("harbour-board", "Q2")):
            run.insert("identifiers", {"entity_id": entity, "scheme": "wikidata", "value": value})
    event = ("--kind", "construction", "--actuality", "occurred", "--date", "1961")
    done("new", "event", "lock", "Opening of the lock", *event, db=tiny_path)
    assert says in refused(tiny_path, "merge", old, into, *BECAUSE)
    done("merge", old, into, "--despite-evidence", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT merged_into_id FROM entities WHERE id = ?", old) == into


@pytest.mark.parametrize(("first", "second", "expected"), [("1958", "1961", True), ("195X", "1958-03", False), ("../1958", "1957", False)])
def test_dates_are_apart_only_where_no_day_is_in_both(first: str, second: str, *, expected: bool) -> None:
    assert evidence.apart(first, second) is evidence.apart(second, first) is expected


def test_a_shared_exact_identifier_or_a_close_one_tells_nobody_apart(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        for entity, value, match in (
            ("harbour-office", "Q1", "exact"),
            ("harbour-board", "Q1", "exact"),
            ("harbour-board", "Q2", "exact"),
            ("harbour-board", "Q3", "close"),
        ):
            run.insert("identifiers", {"entity_id": entity, "scheme": "wikidata", "value": value, "match": match})
    assert evidence.differences(connection, "harbour-office", "harbour-board") == {}

"""What a proposal suggests for the fact, what the base lacks for it, and that a row recorded once serves every other proposal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import review
from kb.articles import read
from kb.base import checks, runs, store
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import parser as models
from kb.review import Waiting, intake
from tests.site import queue as plants
from tests.site.queue import SMALL, Found

ARTICLE = """The ferry company

North Lines supports the bridge. "The bridge will harm local traders," its director, Jonas Berg, said on Monday.

Jonas Berg also said that North Lines belongs to the Port League.
"""


@pytest.fixture
def base(empty_path: Path) -> Iterator[sqlite3.Connection]:
    """A base with one article and its proposals, and with two predicates."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    with runs.begin(connection, "add") as run:
        for name, label in {"supports": "supports", "member-of": "is a member of"}.items():
            add_entity(run, NewEntity("predicate", name, {"id": name, "label": label}))
        intake.take(run, read(ARTICLE.encode(), name="ferry.txt"), {"title": "Ferry", "published": "2021-05-04"})
    yield connection
    connection.close()


def proposal(base: sqlite3.Connection, words: str) -> Waiting:
    return next(one for one in review.listed(base) if words in one.exact)


def suggested(base: sqlite3.Connection, words: str) -> dict[str, str]:
    return review.suggested_values(Lookup(base), proposal(base, words))


def test_what_the_base_lacks_is_listed_with_id_and_kind(base: sqlite3.Connection) -> None:
    lacking = {one.field: one.entity for one in review.missing(Lookup(base), proposal(base, "supports the bridge"))}
    assert lacking["subject"].id == "north-lines" and lacking["subject"].entry["kind"] == "organization"
    assert "predicate" not in lacking
    assert suggested(base, "supports the bridge")["predicate"] == "supports"
    assert "subject" not in suggested(base, "supports the bridge")


def test_one_decision_records_the_claim_and_what_is_new_and_all_others_find_it(base: sqlite3.Connection) -> None:
    before = suggested(base, "belongs to")
    assert "subject" not in before and "speaker" not in before
    with runs.begin(base, "review") as run:
        decided = review.accept(run, proposal(base, "supports the bridge").id, make=("subject", "object"))
        review.accept(run, proposal(base, "will harm").id, make=("speaker", "predicate", "object"))
    assert decided.added is not None
    row = base.execute("SELECT text, subject_id, predicate_id FROM claims WHERE id = ?", (decided.added.claim_id,)).fetchone()
    assert tuple(row) == ("North Lines supports the bridge", "north-lines", "supports")
    after = suggested(base, "belongs to")
    assert (after["subject"], after["speaker"], after["predicate"]) == ("north-lines", "jonas-berg", "member-of")


def test_nothing_new_is_recorded_unless_it_is_asked_for(base: sqlite3.Connection) -> None:
    count = base.execute("SELECT count(*) FROM entities").fetchone()[0]
    with runs.begin(base, "review") as run:
        review.accept(run, proposal(base, "supports the bridge").id)
    assert base.execute("SELECT count(*) FROM entities").fetchone()[0] == count


def test_an_edit_comes_before_a_suggestion_and_an_empty_one_clears_it(base: sqlite3.Connection) -> None:
    one = proposal(base, "supports the bridge")
    with runs.begin(base, "review") as run:
        decided = review.accept(run, one.id, {"text": "North Lines is for the bridge", "predicate": "", "object_text": ""})
    assert decided.added is not None
    row = base.execute("SELECT text, predicate_id, object_text FROM claims WHERE id = ?", (decided.added.claim_id,)).fetchone()
    assert tuple(row) == ("North Lines is for the bridge", None, None)


@pytest.mark.parametrize(
    ("edits", "status"),
    [
        ({}, "accepted"),
        ({"subject": "lund-works"}, "edited"),  # another than the new one that was proposed
        ({"predicate": ""}, "edited"),
        ({"speaker": "lund-works"}, "edited"),
        ({"place": "lund-works"}, "accepted"),  # added, where nothing was proposed
    ],
)
@pytest.mark.thorough
def test_a_claim_whose_proposed_parts_were_retyped_or_emptied_is_edited(
    base: sqlite3.Connection, edits: dict[str, str], status: str
) -> None:
    with runs.begin(base, "review") as run:
        add_entity(run, NewEntity("actor", "lund-works", {"id": "lund-works", "name": "Lund Works", "kind": "organization"}))
        made = [field for field in ("speaker", "subject", "object") if field not in edits]
        decided = review.accept(run, proposal(base, "belongs to").id, edits, make=made)
    assert decided.status == status


def test_a_date_in_the_words_is_when_it_holds(base: sqlite3.Connection) -> None:
    dated = [one for one in review.listed(base) if one.found.get("dates")]
    for one in dated:
        assert review.suggested_values(Lookup(base), one).get("about") == one.found["dates"][0]["edtf"]


def test_the_event_is_made_with_its_actuality_and_who_takes_part(empty_path: Path) -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    with runs.begin(connection, "add") as run:
        add_entity(run, NewEntity("predicate", "opened", {"id": "opened", "label": "opened"}))
        intake.take(run, read(b"The day\n\nNorth Lines opened the Harbour Bridge on 4 May 2021.\n", name="a.txt"), {"title": "The day"})
    one = proposal(connection, "opened the")
    new = {missing.field: missing.entity for missing in review.missing(Lookup(connection), one)}
    assert new["event"].entry["actuality"] == "occurred" and new["event"].entry["date"] == "2021-05-04"
    with runs.begin(connection, "review") as run:
        review.accept(run, one.id, {}, drop_speaker=True, make=("subject", "object", "event"))
    event = "SELECT claims.event_id, actuality, date, about_time FROM claims JOIN events ON events.id = claims.event_id"
    assert connection.execute(event).fetchall() == [("opening-of-harbour-bridge-2021", "occurred", "2021-05-04", "2021-05-04")]
    parts = connection.execute("SELECT entity_id, role FROM participations ORDER BY 1").fetchall()
    assert parts == [("harbour-bridge", "subject"), ("north-lines", "organizer")]
    assert [fault for fault in checks.check(connection) if fault.severity == "error"] == []
    connection.close()


def test_a_place_that_the_base_lacks_is_made_with_the_event_and_the_claim_that_are_there(empty_path: Path) -> None:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    text = b"The day\n\nAda Holm attended the Geneva summit. Bo Berg met Cara Dahl in Lund on 4 May 2021.\n"
    with runs.begin(connection, "add") as run:
        intake.take(run, read(text, name="a.txt"), {"title": "The day"})
    for words in ("attended the", "met Cara"):
        one = proposal(connection, words)
        lacking = review.missing(Lookup(connection), one)
        fields = tuple(missing.field for missing in lacking)
        assert len(fields) == len(set(fields))
        assert {missing.place.id for missing in lacking if missing.place} == ({"geneva"} if words == "attended the" else set())
        with runs.begin(connection, "review") as run:
            review.accept(run, one.id, {}, drop_speaker=True, make=fields)
    places = "SELECT events.place_id, claims.place_id, things.kind FROM claims JOIN events ON events.id = event_id JOIN things ON things.id = events.place_id"
    assert connection.execute(f"{places} ORDER BY 1").fetchall() == [("geneva", None, "place"), ("lund", "lund", "place")]
    connection.close()


def recorded_mentions(base: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return list(base.execute("SELECT exact, entity_id, sense FROM mentions WHERE status <> 'retracted' ORDER BY start_char"))


def test_the_names_in_accepted_words_are_kept_as_mentions_of_what_is_recorded(base: sqlite3.Connection) -> None:
    one = proposal(base, "belongs to the Port League")
    with runs.begin(base, "review") as run:
        add_entity(run, NewEntity("actor", "port-league", {"id": "port-league", "name": "Port League", "kind": "organization"}))
        review.accept(run, one.id, {}, make=("speaker", "subject"))
    kept = recorded_mentions(base)
    assert kept == [("Jonas Berg", "jonas-berg", "name"), ("North Lines", "north-lines", "name"), ("Port League", "port-league", "name")]
    places = base.execute("SELECT start_char, end_char, exact, text FROM mentions JOIN snapshots ON snapshots.id = snapshot_id")
    assert all(text[start:end] == exact for start, end, exact, text in places)
    assert [fault for fault in checks.check(base) if fault.severity == "error"] == []


def test_words_that_state_nothing_are_no_proposal_but_a_mention_in_what_says_it(base: sqlite3.Connection) -> None:
    with runs.begin(base, "propose") as run:
        intake.take(run, read(b"The league\n\nNora Vale leads the Port League. Jonas Berg defended the league.\n"), {"title": "League"})
    assert "the league" not in {one.exact for one in review.listed(base)}
    with runs.begin(base, "review") as run:
        for words in ("leads the", "defended the"):
            review.accept(run, proposal(base, words).id, make=("subject", "predicate", "object"))
    assert ("the league", "port-league", "description") in recorded_mentions(base)


def test_a_name_outside_of_the_quote_or_of_nobody_recorded_is_no_mention(base: sqlite3.Connection) -> None:
    one = proposal(base, "belongs to the Port League")
    with runs.begin(base, "review") as run:
        review.accept(run, one.id, {"quote": "North Lines belongs", "text": "North Lines belongs somewhere"}, make=("speaker",))
    assert recorded_mentions(base) == [("Jonas Berg", "jonas-berg", "name")]  # the speaker, whom the text names beside the quote


def test_the_parts_of_a_reworded_claim_are_read_from_its_new_words(base: sqlite3.Connection) -> None:
    with runs.begin(base, "add") as run:
        for name, label in {"north-lines": "North Lines", "port-league": "Port League", "lund-works": "Lund Works"}.items():
            add_entity(run, NewEntity("actor", name, {"id": name, "name": label, "kind": "organization"}))
    one = proposal(base, "belongs to the Port League")
    read = review.reworded(Lookup(base), one, "Lund Works supports North Lines")
    assert (read["subject"], read["predicate"], read["object"]) == ("lund-works", "supports", "north-lines")
    with runs.begin(base, "review") as run:
        added = review.accept(run, one.id, {"text": "Lund Works supports North Lines"}, make=("speaker",)).added
    assert added is not None
    triple = "SELECT subject_id, predicate_id, object_id FROM claims WHERE id = ?"
    assert base.execute(triple, (added.claim_id,)).fetchone() == ("lund-works", "supports", "north-lines")


def test_a_triple_that_a_person_gave_is_not_read_anew_and_words_that_say_nothing_leave_none(base: sqlite3.Connection) -> None:
    with runs.begin(base, "add") as run:
        for name, label in {"north-lines": "North Lines", "port-league": "Port League"}.items():
            add_entity(run, NewEntity("actor", name, {"id": name, "name": label, "kind": "organization"}))
    given = {"text": "The league has North Lines", "subject": "port-league", "predicate": "supports", "object": "north-lines"}
    triple = "SELECT subject_id, predicate_id, object_id FROM claims WHERE id = ?"
    with runs.begin(base, "review") as run:
        added = review.accept(run, proposal(base, "belongs to the Port League").id, given, make=("speaker",)).added
        other = review.accept(run, proposal(base, "supports the bridge").id, {"text": "Nothing much to say"}, drop_speaker=True).added
    assert added is not None and other is not None
    assert base.execute(triple, (added.claim_id,)).fetchone() == ("port-league", "supports", "north-lines")
    assert base.execute(triple, (other.claim_id,)).fetchone() == (None, None, None)


def test_a_statement_is_set_against_the_claims_of_another_source_by_what_it_says(base: sqlite3.Connection) -> None:
    with runs.begin(base, "review") as run:
        added = review.accept(run, proposal(base, "supports the bridge").id, {}, drop_speaker=True, make=("subject", "object")).added
        second = read(
            b"The bridge\n\nAfter the long and bitter strike of last winter, North Lines did not support the bridge.\n", name="b.txt"
        )
        intake.take(run, second, {"title": "The bridge"})
    assert added is not None
    denied = proposal(base, "did not support")
    assert (denied.stance, suggested(base, "did not support")["text"].startswith("North Lines supported")) == ("denies", True)
    (one,) = [one for one in review.suggestions(base, denied) if one.claim_id == added.claim_id]
    assert (one.relation, one.rule) == ("duplicate", "triple")  # the same claim, which the one affirms and the other denies


def test_a_thing_that_is_credited_is_no_speaker(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = store.connect(tiny_path)
    thing = connection.execute("SELECT id FROM things ORDER BY id").fetchone()[0]
    connection.close()
    credited = Found(SMALL.words, SMALL.speaker, SMALL.cue, actor=thing)
    monkeypatch.setattr(plants, "ALL", (credited,))
    plants.planted(tiny_path)
    connection = store.connect(tiny_path)
    assert connection.execute("SELECT speaker_id FROM proposals").fetchall() == [(None,)]
    connection.close()

"""Proposals of a sentence are decided on together: corrected by name, split, narrowed, joined and added to, and nothing is half recorded."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb import review
from kb.base import runs, store
from kb.errors import DataError, UsageError
from kb.names.lookup import Lookup
from kb.review import FaultsError, by_sentence, choosing
from kb.review.by_sentence import Decision, Sentence
from tests.site import queue as plants
from tests.site.queue import CARRIED, INNER, REFUSED, REPORTED, SMALL, Found


@pytest.fixture
def base(tiny_path: Path) -> Iterator[sqlite3.Connection]:
    plants.planted(tiny_path)
    connection = store.connect(tiny_path)
    yield connection
    connection.close()


def waiting(base: sqlite3.Connection, found: Found) -> review.Waiting:
    sql = "SELECT id FROM proposals WHERE exact = ? AND speaker IS ?"
    return review.find(base, base.execute(sql, (found.words, found.speaker)).fetchone()[0])


def sentence(base: sqlite3.Connection, found: Found) -> Sentence:
    place = by_sentence.of_proposal(base, waiting(base, found).id)
    assert place
    return by_sentence.find(base, place)


def accepted(base: sqlite3.Connection, proposal: str, *, make: bool = False, **typed: str) -> dict[str, Any]:
    """The row of the innermost assertion that a decision with these fields records, with its claim and quote."""
    with runs.begin(base, "review", contributor="tester") as run:
        decided = by_sentence.decide_all(
            run, [Decision(proposal, "accept", {key.replace("_", "-"): value for key, value in typed.items()})], make=make
        )
    assert decided[0].added
    return recorded(base, decided[0].added.assertion_id)


def recorded(base: sqlite3.Connection, assertion: str) -> dict[str, Any]:
    sql = (
        "SELECT assertions.*, claims.text, subject_id, predicate_id, object_id, object_text, exact, start_char FROM assertions"
        " JOIN claims ON claims.id = claim_id JOIN passages ON passages.id = passage_id WHERE assertions.id = ?"
    )
    cursor = base.execute(sql, (assertion,))
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))


def counts(base: sqlite3.Connection) -> list[int]:
    return [
        base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "assertions", "entities", "reviews", "runs")
    ]


def test_the_queue_holds_each_sentence_once_in_the_order_of_the_text(base: sqlite3.Connection) -> None:
    places = by_sentence.queue(base)
    assert [number for _, number in places] == [1, 1, 1, 1, 2]
    assert places[4][0] == sentence(base, REPORTED).id == sentence(base, INNER).id
    assert [one.exact for one in sentence(base, REPORTED).proposals] == [REPORTED.words, INNER.words]


def test_fields_show_names_and_take_names(base: sqlite3.Connection) -> None:
    shown = choosing.fields(Lookup(base), waiting(base, CARRIED))
    assert shown["speaker"] == "Canal Company"
    row = accepted(
        base, waiting(base, CARRIED).id, subject="The Company", predicate="carries", object="1,200 passengers", object_kind="words"
    )
    assert (row["subject_id"], row["predicate_id"], row["object_text"]) == ("canal-company", "carries", "1,200 passengers")


def test_a_new_speaker_and_a_corrected_quote_are_one_step(base: sqlite3.Connection) -> None:
    row = accepted(base, waiting(base, SMALL).id, make=True, speaker="Ferry pilots", speaker_kind="actor group", quote="is too small")
    assert row["speaker_id"] == "ferry-pilots" and row["exact"] == "is too small"
    assert base.execute("SELECT kind FROM actors WHERE id = 'ferry-pilots'").fetchone() == ("group",)


def test_every_unknown_name_is_told_at_its_field_and_nothing_is_recorded(base: sqlite3.Connection) -> None:
    before = counts(base)
    wrong = {"subject": "The Kraken", "predicate": "swallows", "object": "Nobody at all", "object-kind": "thing concept"}
    decisions = [Decision(waiting(base, SMALL).id, "accept", wrong), Decision(waiting(base, CARRIED).id, "accept", {"place": "Atlantis"})]
    with pytest.raises(FaultsError) as caught, runs.begin(base, "review", contributor="tester") as run:
        by_sentence.decide_all(run, decisions)
    places = {(fault.proposal_id == waiting(base, SMALL).id, fault.field) for fault in caught.value.faults}
    assert places == {(True, "subject"), (True, "predicate"), (True, "object"), (False, "place")}
    assert counts(base) == before


def test_rows_that_are_new_are_recorded_with_the_claim_in_one_run(base: sqlite3.Connection) -> None:
    typed = {
        "subject": "Sea Wall",
        "subject_kind": "thing infrastructure",
        "predicate": "shelters",
        "object": "Inner Port",
        "object_kind": "thing place",
    }
    row = accepted(base, waiting(base, CARRIED).id, make=True, word="yes", **typed)
    assert (row["subject_id"], row["predicate_id"], row["object_id"]) == ("sea-wall", "shelters", "inner-port")
    assert row["text"] == "Sea Wall shelters Inner Port"
    made = base.execute("SELECT run_id FROM things WHERE id = 'sea-wall'").fetchone()
    assert made == (row["run_id"],)


@pytest.mark.parametrize("field", ["text", "cue", "about", "subject", "object"])
def test_any_field_can_be_emptied(base: sqlite3.Connection, field: str) -> None:
    row = accepted(base, waiting(base, CARRIED).id, **{field: ""})
    assert row["text"] and (row["cue"] is None) == (field == "cue")


def test_an_emptied_speaker_is_the_document_itself(base: sqlite3.Connection) -> None:
    assert accepted(base, waiting(base, CARRIED).id, speaker="")["level"] == 0


def test_a_proposal_is_narrowed_to_words_that_stand_elsewhere_too(base: sqlite3.Connection) -> None:
    found = waiting(base, INNER)
    text = base.execute("SELECT text FROM snapshots WHERE id = ?", (found.snapshot_id,)).fetchone()[0]
    assert text.count("the bridge") > 1 or text.count("bridge") > 1
    row = accepted(base, waiting(base, REPORTED).id, quote="bridge")
    assert found.start_char <= row["start_char"] < found.end_char


def test_a_quote_moved_to_another_sentence_keeps_its_cue(base: sqlite3.Connection) -> None:
    row = accepted(base, waiting(base, CARRIED).id, quote="a second ferry")
    assert (row["exact"], row["cue"]) == ("a second ferry", "said")


def test_a_proposal_is_split_into_claims_of_one_voice(base: sqlite3.Connection) -> None:
    first, place = waiting(base, CARRIED), sentence(base, CARRIED)
    with runs.begin(base, "review", contributor="tester") as run:
        second = by_sentence.add(run, place.id, "in April", like=first.id)
    assert [one.exact for one in by_sentence.find(base, place.id).proposals] == [first.exact, "in April"]
    rows = [
        accepted(base, first.id, quote="carried “at least 1,200 passengers”"),
        accepted(base, second, text="The Canal Company ran in April"),
    ]
    assert [(row["exact"], row["speaker_id"], row["cue"]) for row in rows] == [
        ("carried “at least 1,200 passengers”", "canal-company", "said"),
        ("in April", "canal-company", "said"),
    ]


def test_a_claim_that_was_missed_is_the_documents_own_until_a_speaker_is_named(base: sqlite3.Connection) -> None:
    with runs.begin(base, "review", contributor="tester") as run:
        proposal = by_sentence.add(run, sentence(base, REFUSED).id, "Why does nobody ask the captains?")
    assert accepted(base, proposal, text="Nobody asks the captains")["level"] == 0


def test_words_that_are_not_in_the_text_are_no_claim(base: sqlite3.Connection) -> None:
    before = counts(base)
    with pytest.raises(DataError), runs.begin(base, "review", contributor="tester") as run:
        by_sentence.add(run, sentence(base, CARRIED).id, "the kraken rose")
    assert counts(base) == before


def test_two_proposals_are_joined(base: sqlite3.Connection) -> None:
    outer, inner = waiting(base, REPORTED), waiting(base, INNER)
    with runs.begin(base, "review", contributor="tester") as run:
        words = by_sentence.join(run, sentence(base, REPORTED).id, outer.id, inner.id)
    assert words == outer.exact and review.find(base, inner.id).status == "rejected"
    with pytest.raises(UsageError), runs.begin(base, "review", contributor="tester") as run:
        by_sentence.join(run, sentence(base, REPORTED).id, outer.id, outer.id)


def test_what_reports_another_is_recorded_first_in_whatever_order_it_is_decided(base: sqlite3.Connection) -> None:
    decisions = [Decision(waiting(base, INNER).id, "accept", {}), Decision(waiting(base, REPORTED).id, "accept", {})]
    with runs.begin(base, "review", contributor="tester") as run:
        decided = by_sentence.decide_all(run, decisions)
    assert [recorded(base, one.added.assertion_id)["level"] for one in decided if one.added] == [1, 2]


def test_a_sentence_that_states_nothing_is_marked_and_its_proposals_rejected(base: sqlite3.Connection) -> None:
    place = sentence(base, SMALL).id
    with runs.begin(base, "review", contributor="tester") as run:
        by_sentence.states_nothing(run, place, "a matter of taste")
    assert base.execute("SELECT no_claim_reason FROM sentences WHERE id = ?", (place,)).fetchone() == ("a matter of taste",)
    assert waiting(base, SMALL).status == "rejected" and place not in dict(by_sentence.queue(base))


def test_the_same_words_are_another_assertion_of_the_claim_whatever_is_suggested_of_its_parts(base: sqlite3.Connection) -> None:
    text = "The ferry is too small"
    (known,) = base.execute("SELECT id FROM claims WHERE text = ?", (text,)).fetchone()
    about = {"subject": {"id": "canal-company", "label": "Canal Company"}, "object": None, "object_text": "small", "place": None}
    about["predicate"] = {"id": "has-quality", "label": "is", "new": False}
    statement = {"claim": "The Canal Company is small", "about": about, "subject": None, "object": None}
    own = waiting(base, CARRIED)
    columns = ("snapshot_id", "start_char", "end_char", "exact", "kind", "act", "stance", "certainty", "rule", "confidence")
    with runs.begin(base, "propose", contributor="tester") as run:
        named = {column: getattr(own, column) for column in columns}
        run.insert("proposals", {"id": "prp-suggesting", **named, "found": json.dumps({"statement": statement})})
    assert choosing.fields(Lookup(base), review.find(base, "prp-suggesting"))["subject"] == "Canal Company"
    row = accepted(base, "prp-suggesting", text=text)
    assert row["claim_id"] == known


def test_a_claim_of_the_same_triple_is_suggested_whatever_its_words(base: sqlite3.Connection) -> None:
    typed = {"subject": "Canal Company", "predicate": "carries", "object": "sheep", "object_kind": "words"}
    row = accepted(base, waiting(base, CARRIED).id, text="Livestock goes by water", **typed)
    about = {"subject": {"id": "canal-company", "label": "Canal Company"}, "object": None, "object_text": "sheep", "place": None}
    about["predicate"] = {"id": "carries", "label": "carries", "new": False}
    found = {"statement": {"claim": "It transports the flock", "about": about, "subject": None, "object": None}}
    one = replace(waiting(base, SMALL), found=found)
    assert (row["claim_id"], "duplicate", "triple") in [(each.claim_id, each.relation, each.rule) for each in review.suggestions(base, one)]


def test_a_claim_that_another_text_carries_in_the_same_words_is_suggested_first(base: sqlite3.Connection) -> None:
    plants.taken(
        Path(base.execute("PRAGMA database_list").fetchone()[2]),
        f"One line.\n\nMany captains believe that {SMALL.words}.",
        [SMALL],
        "Copied",
    )
    (copied,) = base.execute(
        "SELECT proposals.id FROM proposals JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = 'copied'"
    ).fetchone()
    row = accepted(base, copied, text="It holds too few people", speaker="Canal Company")
    found = review.suggestions(base, waiting(base, SMALL))
    assert [(one.claim_id, one.relation, one.rule) for one in found[:2]] == [
        (claim, "duplicate", "quote")
        for claim in ("clm-ferry-too-small", row["claim_id"])  # the likelier wording first
    ]
    assert not [one for one in review.suggestions(base, waiting(base, CARRIED)) if one.rule == "quote"]


def test_a_similar_claim_is_related_with_the_decision_and_reviewed(base: sqlite3.Connection) -> None:
    (known,) = base.execute("SELECT id FROM claims WHERE text = 'The ferry is too small'").fetchone()
    row = accepted(base, waiting(base, SMALL).id, make=True, text="The ferry is large enough", related=f"contradicts {known}")
    relation = base.execute(
        "SELECT id FROM relations WHERE ? IN (from_claim_id, to_claim_id) AND relation = 'contradicts'", (row["claim_id"],)
    ).fetchone()
    assert relation
    reviews = base.execute("SELECT table_name FROM reviews WHERE row_id IN (?, ?, ?)", (relation[0], row["id"], row["claim_id"])).fetchall()
    assert sorted(reviews) == [("assertions",), ("claims",), ("relations",)]


def test_the_part_in_an_event_is_recorded_where_a_person_chose_one(base: sqlite3.Connection) -> None:
    event = base.execute("SELECT name FROM events ORDER BY id").fetchone()[0]
    typed = {"subject": "Canal Company", "predicate": "carries", "object": "passengers", "object_kind": "words"}
    row = accepted(base, waiting(base, CARRIED).id, event=event, role="participant", **typed)
    part = base.execute("SELECT entity_id, role FROM participations WHERE claim_id = ?", (row["claim_id"],)).fetchall()
    assert part == [("canal-company", "participant")]


def test_the_words_that_name_the_speaker_are_a_mention(base: sqlite3.Connection) -> None:
    sql = "SELECT exact, sense, entity_id FROM mentions WHERE snapshot_id = ?"
    found = waiting(base, SMALL)
    before = set(base.execute(sql, (found.snapshot_id,)))
    accepted(base, found.id, speaker="harbour office")
    after = set(base.execute(sql, (found.snapshot_id,)))
    assert after - before == {("Many captains", "description", "harbour-office")}

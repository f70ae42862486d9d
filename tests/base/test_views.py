"""What the views readers rely on show, and that filters on their id columns use indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from kb.base import runs, schema, store
from tests.harness.contract import CONTRACT, HELPERS, columns, rows
from tests.harness.recorder import Recorder


@pytest.fixture
def recorder(tiny: sqlite3.Connection) -> Iterator[Recorder]:
    """Writes past the library, whose runs would refuse some of it, in a transaction that is kept open until the test ends."""
    with store.transaction(tiny):
        yield Recorder(tiny)


@pytest.mark.parametrize("view", CONTRACT)
@pytest.mark.thorough
def test_a_view_has_at_least_the_columns_of_the_contract(tiny: sqlite3.Connection, view: str) -> None:
    assert set(CONTRACT[view].split()) - set(columns(tiny, view)) == set()


@pytest.mark.parametrize("view", [*CONTRACT, *HELPERS])
@pytest.mark.thorough
def test_a_view_describes_exactly_its_columns(tiny: sqlite3.Connection, view: str) -> None:
    description, described = schema.descriptions()[view]
    assert description.endswith(".")
    assert list(described) == columns(tiny, view)


@pytest.mark.parametrize(
    ("assertion", "claim", "shown"),
    [
        ("reviewed", "reviewed", "reviewed"),
        ("proposed", "reviewed", "proposed"),
        ("reviewed", "proposed", "proposed"),
        ("disputed", "proposed", "disputed"),
        ("proposed", "disputed", "disputed"),
        ("disputed", "retracted", "retracted"),
        ("retracted", "reviewed", "retracted"),
    ],
)
def test_the_sheet_shows_the_worse_status_of_assertion_and_claim(recorder: Recorder, assertion: str, claim: str, shown: str) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.connection.execute("UPDATE assertions SET status = ? WHERE claim_id = 'clm-so'", (assertion,))
    recorder.connection.execute("UPDATE claims SET status = ? WHERE id = 'clm-so'", (claim,))
    assert rows(recorder.connection, "SELECT status FROM claim_sheet WHERE claim_id = 'clm-so'") == [(shown,)]
    counted = {assertion, claim} <= {"reviewed", "disputed"}
    assert rows(recorder.connection, "SELECT counted FROM claim_sheet WHERE claim_id = 'clm-so'") == [(counted,)]
    for view in ("standing", "entity_claims", "who_says_what", "source_matrix", "voices", "origin_voices", "corroboration"):
        assert bool(rows(recorder.connection, f"SELECT 1 FROM {view} WHERE claim_id = 'clm-so'")) is counted, view


def test_the_sheet_names_the_chain_from_the_outside_in(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "uncommitted"), ("bob", "uncommitted"), ("some", "affirms"))
    found = rows(recorder.connection, "SELECT level, via, innermost FROM claim_sheet WHERE claim_id = 'clm-so' ORDER BY level")
    assert found == [(0, "Ann", 0), (1, "Ann › Bob", 0), (2, "Ann › Bob › Some", 1)]


def test_a_retracted_inner_assertion_leaves_its_reporter_innermost(recorder: Recorder) -> None:
    said = recorder.say("so", ("ann", "uncommitted"), ("bob", "affirms"))
    recorder.connection.execute("UPDATE assertions SET status = 'retracted' WHERE id = ?", (said[1],))
    assert rows(recorder.connection, "SELECT innermost FROM claim_sheet WHERE assertion_id = ?", said[0]) == [(1,)]
    assert rows(recorder.connection, "SELECT speaker FROM who_says_what WHERE claim_id = 'clm-so'") == [("Ann",)]


def test_every_chain_has_one_innermost_assertion_for_each_of_its_ends(tiny: sqlite3.Connection) -> None:
    ends = "SELECT count(*) FROM assertions WHERE id NOT IN (SELECT reported_in_id FROM assertions WHERE reported_in_id IS NOT NULL)"
    assert rows(tiny, "SELECT count(*) FROM claim_sheet WHERE innermost") == rows(tiny, ends)


def test_an_author_who_denies_what_he_reports_is_shown_beside_the_reported(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "denies"), ("bob", "affirms"))
    found = rows(recorder.connection, "SELECT speaker, stance FROM who_says_what WHERE claim_id = 'clm-so' ORDER BY level")
    assert found == [("Ann", "denies"), ("Bob", "affirms")]


def test_where_nobody_commits_only_the_innermost_is_shown(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "uncommitted"), ("bob", "uncommitted"))
    recorder.say("thus", ("ann", "affirms"), ("bob", "uncommitted"))
    found = rows(
        recorder.connection,
        "SELECT claim_id, speaker, stance FROM who_says_what WHERE claim_id IN ('clm-so', 'clm-thus') ORDER BY claim_id",
    )
    assert found == [("clm-so", "Bob", "uncommitted"), ("clm-thus", "Ann", "affirms")]


@pytest.mark.parametrize(
    ("chains", "stance"),
    [
        ([[("ann", "affirms")]], "affirms"),
        ([[("ann", "denies")]], "denies"),
        ([[("ann", "affirms")], [("ann", "denies")]], "both"),
        ([[("ann", "uncommitted"), ("bob", "affirms")]], "uncommitted"),
        ([[("ann", "denies"), ("bob", "affirms")]], "denies"),
    ],
)
def test_the_matrix_gives_the_source_s_own_voice(recorder: Recorder, chains: list[list[tuple[str, str]]], stance: str) -> None:
    for chain in chains:
        recorder.say("so", *chain)
    assert rows(recorder.connection, "SELECT source_id, stance FROM source_matrix WHERE claim_id = 'clm-so'") == [
        (recorder.sources[0], stance)
    ]


def test_the_matrix_has_one_row_for_each_claim_and_source_that_speaks_of_it(tiny: sqlite3.Connection) -> None:
    pairs = "SELECT DISTINCT claim_id, source_id FROM assertions ORDER BY 1, 2"
    assert rows(tiny, "SELECT claim_id, source_id FROM source_matrix ORDER BY 1, 2") == rows(tiny, pairs)


def test_an_entity_has_each_of_its_parts_in_a_claim(tiny: sqlite3.Connection) -> None:
    claim, subject, thing, event = rows(
        tiny, "SELECT id, subject_id, object_id, event_id FROM claims WHERE event_id IS NOT NULL AND object_id IS NOT NULL"
    )[0]
    parts = rows(tiny, "SELECT entity_id, part FROM entity_claims WHERE claim_id = ?", claim)
    assert {(subject, "subject"), (thing, "object"), (event, "event")} <= set(parts)
    speakers = rows(tiny, "SELECT speaker_id, 'speaker' FROM assertions WHERE claim_id = ?", claim)
    assert set(speakers) <= set(parts)


def test_two_roles_in_one_event_count_once(recorder: Recorder) -> None:
    said = recorder.say("so", ("ann", "affirms"))
    event = rows(recorder.connection, "SELECT id FROM events")[0][0]
    for role in ("host", "organizer"):
        recorder.connection.execute(
            "INSERT INTO participations(event_id, entity_id, role, claim_id) VALUES (?, 'bob', ?, 'clm-so')", (event, role)
        )
    found = rows(recorder.connection, "SELECT entity_id, part, assertion_id FROM entity_claims WHERE claim_id = 'clm-so' ORDER BY part")
    assert found == [(event, "event", said[0]), ("bob", "participant", said[0]), ("ann", "speaker", said[0])]
    assert "Bob" in rows(recorder.connection, "SELECT participants FROM timeline WHERE event_id = ?", event)[0][0].split("; ")  # type: ignore[attr-defined]


def test_unnamed_speakers_never_corroborate(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "uncommitted"), ("some", "affirms"))
    recorder.say("so", ("bob", "uncommitted"), ("nobody", "affirms"), source=1)
    found = rows(
        recorder.connection,
        "SELECT sources, innermost_speakers, affirming_sources, affirming_speakers FROM corroboration WHERE claim_id = 'clm-so'",
    )
    assert found == [(2, 0, 0, 0)]


def test_who_repeats_another_is_no_second_voice(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"), ("bob", "affirms"))
    recorder.say("so", ("ann", "affirms"), ("some", "uncommitted"), ("bob", "affirms"), source=1)
    found = rows(
        recorder.connection,
        "SELECT sources, innermost_speakers, affirming_sources, shared_origins FROM corroboration WHERE claim_id = 'clm-so'",
    )
    assert found == [(2, 1, 2, None)]


def test_sources_that_lean_on_one_work_are_named_as_sharing_it(recorder: Recorder) -> None:
    recorder.connection.execute("INSERT INTO sources(id, title, kind) VALUES ('a-work', 'A Work', 'report')")
    recorder.say("so", ("ann", "uncommitted"), ("bob", "affirms"), work="a-work")
    recorder.say("so", ("some", "affirms"), source=1)
    shared = "SELECT shared_origins, origins FROM corroboration WHERE claim_id = 'clm-so'"
    assert rows(recorder.connection, shared) == [(None, 2)]
    recorder.connection.execute(
        "INSERT INTO citations(id, citing_source_id, cited_id, cited_text, passage_id) VALUES ('cit-t', ?, 'a-work', 'a work', ?)",
        (recorder.sources[1], recorder.passage(recorder.sources[1])),
    )
    assert rows(recorder.connection, shared) == [("A Work", 1)]
    recorder.connection.execute("UPDATE citations SET status = 'retracted' WHERE id = 'cit-t'")
    assert rows(recorder.connection, shared) == [(None, 2)]


def test_a_sentence_carries_every_claim_whose_words_lie_in_it(tiny: sqlite3.Connection) -> None:
    text_of = dict(tiny.execute("SELECT source_id, text FROM snapshots").fetchall())
    quotes = rows(tiny, "SELECT source_id, claim_id, start_char, end_char FROM claim_sheet")
    for source, sentence, claims, start, end in rows(tiny, "SELECT source_id, sentence, claims, start_char, end_char FROM coverage"):
        assert sentence == text_of[source][start:end]
        assert claims == len({claim for where, claim, begins, ends in quotes if where == source and begins < end and ends > start})  # type: ignore[operator]


def test_coverage_has_the_sentences_of_the_current_snapshot_only(tiny: sqlite3.Connection) -> None:
    current = "SELECT count(*) FROM sentences WHERE snapshot_id IN (SELECT snapshot_id FROM sources)"
    assert rows(tiny, "SELECT count(*) FROM coverage") == rows(tiny, current)
    source = rows(tiny, "SELECT source_id FROM coverage")[0][0]
    with runs.begin(tiny, "source", contributor="tester"):
        tiny.execute("INSERT INTO snapshots(id, source_id, sha256, text) VALUES ('snp-new', ?, ?, 'A new text.')", (source, "0" * 64))
        tiny.execute("UPDATE sources SET snapshot_id = 'snp-new' WHERE id = ?", (source,))
    assert rows(tiny, "SELECT 1 FROM coverage WHERE source_id = ?", source) == []


def test_events_and_actors_that_are_retracted_leave_timeline_and_sheet(recorder: Recorder) -> None:
    event = rows(recorder.connection, "SELECT event_id FROM timeline")[0][0]
    recorder.connection.execute("UPDATE entities SET status = 'retracted' WHERE id IN (?, 'ann')", (event,))
    assert rows(recorder.connection, "SELECT 1 FROM timeline WHERE event_id = ?", event) == []
    assert rows(recorder.connection, "SELECT 1 FROM actor_sheet WHERE actor_id = 'ann'") == []


def test_voices_are_told_apart_by_their_claim_and_not_by_all_that_a_speaker_says(tiny: sqlite3.Connection) -> None:
    """One author may say everything in a base: by the speaker, each of her claims would be looked up among all."""
    plan = [row[3] for row in tiny.execute("EXPLAIN QUERY PLAN SELECT * FROM comparisons WHERE source_a_id = ?", ("port-bulletin",))]
    assert [step for step in plan if "assertions_by_speaker" in step] == []

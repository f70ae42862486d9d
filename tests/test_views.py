"""What the views readers rely on show, and that filters on their id columns use indexes."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import schema, store
from tests import many_claims

CONTRACT = {
    "claim_sheet": "assertion_id claim_id claim kind subject_id subject predicate_id object_id object comparison value minimum maximum unit measure"
    " verbatim about_time about_earliest about_latest event_id event source_id source source_title published section level innermost speaker_id speaker"
    " speaker_anonymity work_id via act stance certainty cue quote start_char end_char status",
    "entity_claims": "entity_id part claim_id assertion_id",
    "timeline": "event_id event kind actuality date earliest latest place participants sources claims",
    "who_says_what": "speaker_id speaker claim_id claim stance certainty source_id quote",
    "source_matrix": "claim_id claim source_id stance",
    "disagreements": "kind claim_a_id claim_a subject_a_id speaker_a_id speaker_a source_a_id quote_a claim_b_id claim_b speaker_b_id speaker_b"
    " source_b_id quote_b relation comparable rationale",
    "corroboration": "claim_id claim sources innermost_speakers shared_origins",
    "coverage": "source_id section position sentence claims no_claim_reason",
    "actor_sheet": "actor_id actor names claims_about claims_by events sources",
}
HELPERS = ("standing", "voices", "origin_voices")
NOW = "2026-01-01T00:00:00Z"


def columns(connection: sqlite3.Connection, view: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]


def rows(connection: sqlite3.Connection, sql: str, *values: object) -> list[tuple[object, ...]]:
    return connection.execute(sql, values).fetchall()


class Recorder:
    """Records claims and assertions in a base by SQL, each in words of the text that no other has used."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.numbers = itertools.count()
        self.sources = [row[0] for row in connection.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY id")]
        for actor, anonymity in (("ann", "named"), ("bob", "named"), ("some", "unnamed-collective"), ("nobody", "unspecified")):
            connection.execute(
                "INSERT INTO actors(id, name, kind, anonymity) VALUES (?, ?, 'person', ?)", (actor, actor.title(), anonymity)
            )

    def say(self, claim: str, *chain: tuple[str, str], source: int = 0, work: str | None = None, status: str = "reviewed") -> list[str]:
        """One chain of (speaker, stance) from the outermost inward; `work` is the innermost speaker's. Returns the assertions' ids."""
        claim_id, passage = f"clm-{claim}", self.passage(self.sources[source])
        if not self.connection.execute("SELECT 1 FROM claims WHERE id = ?", (claim_id,)).fetchone():
            self.connection.execute(
                "INSERT INTO claims(id, text, kind, recorded_at) VALUES (?, ?, 'factual', ?)", (claim_id, f"It is {claim}", NOW)
            )
        said: list[str] = []
        for level, (speaker, stance) in enumerate(chain):
            said.append(f"ast-t{next(self.numbers)}")
            voice = (speaker, work if level == len(chain) - 1 else None)
            self.connection.execute(
                "INSERT INTO assertions(id, claim_id, passage_id, source_id, level, reported_in_id, speaker_id, work_id, stance, status, recorded_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (said[-1], claim_id, passage, self.sources[source], level, said[-2] if level else None, *voice, stance, status, NOW),
            )
        return said

    def passage(self, source: str) -> str:
        number = next(self.numbers)
        snapshot, text = self.connection.execute("SELECT id, text FROM snapshots WHERE source_id = ?", (source,)).fetchone()
        section, start = self.connection.execute(
            "SELECT id, start_char FROM sections WHERE snapshot_id = ? ORDER BY end_char - start_char DESC", (snapshot,)
        ).fetchone()
        end = start + number + 1
        self.connection.execute(
            "INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact) VALUES (?, ?, ?, ?, ?, ?)",
            (f"psg-t{number}", snapshot, section, start, end, text[start:end]),
        )
        return f"psg-t{number}"

    def relate(self, one: str, relation: str, other: str) -> None:
        self.connection.execute(
            "INSERT INTO relations(id, from_claim_id, to_claim_id, relation, rationale, recorded_at) VALUES (?, ?, ?, ?, 'It is so.', ?)",
            (f"rel-t{next(self.numbers)}", f"clm-{one}", f"clm-{other}", relation, NOW),
        )


@pytest.fixture
def recorder(tiny: sqlite3.Connection) -> Iterator[Recorder]:
    """Writes in a run that is kept open until the test ends."""
    with store.run(tiny, "add", contributor="tester"):
        yield Recorder(tiny)


@pytest.mark.parametrize("view", CONTRACT)
def test_a_view_has_at_least_the_columns_of_the_contract(tiny: sqlite3.Connection, view: str) -> None:
    assert set(CONTRACT[view].split()) - set(columns(tiny, view)) == set()


@pytest.mark.parametrize("view", [*CONTRACT, *HELPERS])
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


def test_one_claim_affirmed_and_denied_is_a_disagreement_both_ways_round(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("so", ("ann", "affirms"))  # said twice, counted once
    recorder.say("so", ("bob", "denies"), source=1)
    found = rows(
        recorder.connection,
        "SELECT kind, speaker_a, stance_a, speaker_b, stance_b FROM disagreements WHERE claim_a_id = 'clm-so' ORDER BY 2",
    )
    assert found == [("affirmed-and-denied", "Ann", "affirms", "Bob", "denies"), ("affirmed-and-denied", "Bob", "denies", "Ann", "affirms")]


@pytest.mark.parametrize(
    ("relation", "second", "kind"),
    [
        ("contradicts", "affirms", "contradicts"),
        ("contradicts", "denies", "claims-only"),
        ("qualifies", "affirms", "qualifies"),
        ("updates", "affirms", "updates"),
        ("agrees", "affirms", None),
        ("supports", "affirms", None),
    ],
)
def test_a_related_pair_stands_both_ways_round(recorder: Recorder, relation: str, second: str, kind: str | None) -> None:
    recorder.say("so", ("ann", "affirms"))
    recorder.say("thus", ("bob", second), source=1)
    recorder.relate("so", relation, "thus")
    found = rows(
        recorder.connection,
        "SELECT kind, claim_a_id, claim_b_id, direction FROM disagreements WHERE claim_a_id IN ('clm-so', 'clm-thus') ORDER BY 2",
    )
    ways = ("both", "both") if relation == "contradicts" else ("a-to-b", "b-to-a")
    assert found == ([(kind, "clm-so", "clm-thus", ways[0]), (kind, "clm-thus", "clm-so", ways[1])] if kind else [])


def test_who_wonders_in_one_place_and_commits_in_another_commits(recorder: Recorder) -> None:
    recorder.say("so", ("ann", "uncommitted"))
    recorder.say("thus", ("bob", "affirms"))
    recorder.relate("so", "qualifies", "thus")
    stances = "SELECT stance_a FROM disagreements WHERE claim_a_id = 'clm-so' AND claim_b_id = 'clm-thus'"
    assert rows(recorder.connection, stances) == [("uncommitted",)]
    recorder.say("so", ("ann", "denies"))
    assert rows(recorder.connection, stances) == [("denies",)]


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
    shared = "SELECT shared_origins FROM corroboration WHERE claim_id = 'clm-so'"
    assert rows(recorder.connection, shared) == [(None,)]
    recorder.connection.execute(
        "INSERT INTO citations(id, citing_source_id, cited_id, cited_text, passage_id) VALUES ('cit-t', ?, 'a-work', 'a work', ?)",
        (recorder.sources[1], recorder.passage(recorder.sources[1])),
    )
    assert rows(recorder.connection, shared) == [("A Work",)]
    recorder.connection.execute("UPDATE citations SET status = 'retracted' WHERE id = 'cit-t'")
    assert rows(recorder.connection, shared) == [(None,)]


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
    with store.run(tiny, "source", contributor="tester"):
        tiny.execute("INSERT INTO snapshots(id, source_id, sha256, text) VALUES ('snp-new', ?, ?, 'A new text.')", (source, "0" * 64))
        tiny.execute("UPDATE sources SET snapshot_id = 'snp-new' WHERE id = ?", (source,))
    assert rows(tiny, "SELECT 1 FROM coverage WHERE source_id = ?", source) == []


def test_events_and_actors_that_are_retracted_leave_timeline_and_sheet(recorder: Recorder) -> None:
    event = rows(recorder.connection, "SELECT event_id FROM timeline")[0][0]
    recorder.connection.execute("UPDATE entities SET status = 'retracted' WHERE id IN (?, 'ann')", (event,))
    assert rows(recorder.connection, "SELECT 1 FROM timeline WHERE event_id = ?", event) == []
    assert rows(recorder.connection, "SELECT 1 FROM actor_sheet WHERE actor_id = 'ann'") == []


@pytest.fixture(scope="module", params=[False, True], ids=["without statistics", "with statistics"])
def many(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Two thousand claims, to be read only."""
    path: Path = tmp_path_factory.mktemp("many") / "many.db"
    connection = store.connect(many_claims.build(path, analyzed=request.param), readonly=True)
    yield connection
    connection.close()


def test_the_counts_of_sheets_are_those_of_the_lists_they_count(many: sqlite3.Connection) -> None:
    about = "SELECT entity_id, count(DISTINCT claim_id) FROM entity_claims WHERE part <> 'speaker' AND entity_id LIKE 'actor-%' GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT actor_id, claims_about FROM actor_sheet WHERE claims_about > 0 ORDER BY 1") == rows(many, about)
    by = "SELECT speaker_id, count(DISTINCT claim_id) FROM who_says_what GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT actor_id, claims_by FROM actor_sheet WHERE claims_by > 0 ORDER BY 1") == rows(many, by)
    sources = "SELECT entity_id, count(DISTINCT source_id) FROM entity_claims JOIN assertions ON assertions.id = assertion_id GROUP BY 1 HAVING entity_id LIKE {} ORDER BY 1"
    assert rows(many, "SELECT actor_id, sources FROM actor_sheet WHERE sources > 0 ORDER BY 1") == rows(many, sources.format("'actor-%'"))
    claims = "SELECT entity_id, count(DISTINCT claim_id) FROM entity_claims WHERE part = 'event' GROUP BY 1 ORDER BY 1"
    assert rows(many, "SELECT event_id, claims FROM timeline WHERE claims > 0 ORDER BY 1") == rows(many, claims)


def test_each_disagreement_stands_in_both_orientations(many: sqlite3.Connection) -> None:
    there = rows(
        many,
        "SELECT claim_a_id, speaker_a_id, source_a_id, stance_a, claim_b_id, speaker_b_id, source_b_id, stance_b, kind, relation_id FROM disagreements",
    )
    assert len(there) == len(set(there)) > 100
    assert {(*row[4:8], *row[:4], *row[8:]) for row in there} == set(there)


def id_columns() -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("BEGIN")
    schema.create(connection)
    found = [(view, column) for view in [*CONTRACT, *HELPERS] for column in columns(connection, view) if column.endswith("_id")]
    connection.close()
    return found


@pytest.mark.parametrize(("view", "column"), id_columns())
def test_a_filter_on_an_id_column_uses_indexes(many: sqlite3.Connection, view: str, column: str) -> None:
    value = many.execute(f"SELECT {column} FROM {view} WHERE {column} IS NOT NULL LIMIT 1").fetchone()
    assert value is not None, "the base has no such row; let the generator make one"
    filtered = f"SELECT * FROM {view} WHERE {column} = ?"
    # a single claim has no relation: that part of the view is skipped, though SQLite still prints its plan
    if (view, column) != ("disagreements", "relation_id"):
        assert many_claims.scans(many, filtered, value) == []
    assert many_claims.work(many, filtered, value) < many_claims.work(many, f"SELECT * FROM {view}", ()) / 5


@pytest.mark.parametrize("view", CONTRACT)
def test_a_page_of_a_view_is_not_paid_for_with_the_whole_of_it(many: sqlite3.Connection, view: str) -> None:
    page = many_claims.work(many, f"SELECT * FROM {view} LIMIT 10", ())
    assert page < many_claims.work(many, f"SELECT * FROM {view}", ()) / 5


def test_the_matrix_never_looks_for_one_claim_through_its_whole_source(many: sqlite3.Connection) -> None:
    plan = [row[3] for row in many.execute("EXPLAIN QUERY PLAN SELECT * FROM source_matrix WHERE source_id = 'source-1'")]
    assert len([step for step in plan if "assertions_by_source" in step]) == 1


def test_the_timeline_is_sorted_by_its_index(many: sqlite3.Connection) -> None:
    plan = [row[3] for row in many.execute("EXPLAIN QUERY PLAN SELECT * FROM timeline ORDER BY earliest LIMIT 100")]
    assert "SCAN event USING INDEX events_by_earliest" in plan
    assert plan[-1] != "USE TEMP B-TREE FOR ORDER BY"

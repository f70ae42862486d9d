"""Undoing: every kind of run can be taken back, and an undoing too; never over somebody's later work; never losing a row."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ingest.__main__ import read_into
from kb import changes
from kb.ask import story
from kb.base import checks, runs, store
from kb.base.model import KEYS
from kb.changes import merging, undoing
from kb.errors import KbError
from kb.exchange import facts_files
from kb.facts import Fact, Voice, record
from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get, refused, relate, status
from tests.harness.runs import CASES, do, last_run, undo_last
from tests.harness.searching import examples
from tests.reading import BULLETIN, CLAIMS, Desk
from tests.whole import done, ids_ever, rows, sound

# What a run leaves behind for good: history grows, texts and their passages stay, and so do those who write.
GROWS = {"runs", "revisions", "contributors", "passages", "dates"}


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What the base says now: current rows only."""
    found = {}
    connection = sqlite3.connect(path)
    for table in KEYS.keys() - GROWS:
        columns = [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) WHERE name <> 'run_id'", (table,))]
        live = "WHERE status NOT IN ('retracted', 'merged')" if "status" in columns else ""
        if table in ("actors", "things", "events", "sources"):
            live = "WHERE id IN (SELECT id FROM entities WHERE status = 'current')"
        elif table in ("quantities", "participations"):
            live = "WHERE claim_id IN (SELECT id FROM claims WHERE status <> 'retracted')"
        elif table == "snapshots":
            live = "WHERE id IN (SELECT snapshot_id FROM sources JOIN entities USING (id) WHERE status = 'current')"
        elif table == "source_authors":
            live = "WHERE source_id IN (SELECT id FROM entities WHERE status = 'current')"
        elif table in ("sections", "sentences"):
            live = "WHERE snapshot_id IN (SELECT snapshot_id FROM sources JOIN entities USING (id) WHERE status = 'current')"
        found[table] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table} {live}").fetchall(), key=repr)
    connection.close()
    return found


@pytest.mark.parametrize("case", CASES)
@pytest.mark.thorough
def test_every_kind_of_run_can_be_undone_and_the_undoing_too(case: str, tiny_path: Path) -> None:
    before = content(tiny_path)
    do(case, tiny_path)
    changed = content(tiny_path)
    assert changed != before
    undo_last(tiny_path)
    assert content(tiny_path) == before
    undo_last(tiny_path)
    assert content(tiny_path) == changed
    undo_last(tiny_path)
    assert content(tiny_path) == before


@pytest.mark.parametrize("case", CASES)
@pytest.mark.thorough
def test_an_undone_run_stays_readable(case: str, tiny_path: Path) -> None:
    do(case, tiny_path)
    connection = store.connect(tiny_path)
    known = ids_ever(connection)
    connection.close()
    run = last_run(tiny_path)
    undoing = undo_last(tiny_path)
    connection = store.connect(tiny_path)
    for row_id in known:
        assert story.story(connection, row_id).row
    connection.close()
    assert get(tiny_path, "SELECT kind FROM runs WHERE id = ?", undoing) == "undo"
    assert done("show", run, db=tiny_path)


def test_an_undoing_is_told_in_the_history_with_its_reason(tiny_path: Path) -> None:
    do("correct", tiny_path)
    done("undo", last_run(tiny_path), "--reason", "it was right before", "--by", "Ben", db=tiny_path)
    last = json.loads(done("show", NUMBER, "--json", db=tiny_path))["history"][-1]
    assert (last["reason"], last["by"], last["kind"]) == ("it was right before", "Ben", "undo")


# ----------------------------------------------------------------------------------------------- never over later work


def test_a_correction_that_was_corrected_since_is_not_undone(tiny_path: Path) -> None:
    first = done("correct", CLAIM, "kind=factual", *BECAUSE, db=tiny_path)
    second = done("correct", CLAIM, "kind=norm", *BECAUSE, db=tiny_path)
    assert "changed again since" in refused(tiny_path, "undo", first, *BECAUSE)
    done("undo", second, *BECAUSE, db=tiny_path)
    done("undo", first, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == "evaluation"


def test_a_correction_of_another_column_is_no_obstacle(tiny_path: Path) -> None:
    first = done("correct", CLAIM, "kind=factual", *BECAUSE, db=tiny_path)
    done("correct", CLAIM, "about_time=1956", *BECAUSE, db=tiny_path)
    done("undo", first, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT kind, about_time FROM claims WHERE id = ?", CLAIM) == ("evaluation", "1956")


def test_a_fact_that_was_corrected_since_is_not_undone(tiny_path: Path) -> None:
    assertion, claim = add(tiny_path, "The ferry is rather small")
    run = get(tiny_path, "SELECT run_id FROM assertions WHERE id = ?", assertion)
    later = done("correct", claim, "kind=evaluation", *BECAUSE, db=tiny_path)
    assert claim in refused(tiny_path, "undo", run, *BECAUSE)
    done("undo", later, *BECAUSE, db=tiny_path)
    done("undo", run, *BECAUSE, db=tiny_path)
    assert status(tiny_path, claim) == "retracted"


def test_a_fact_whose_claim_was_merged_since_is_not_undone(tiny_path: Path) -> None:
    assertion, claim = add(tiny_path, "The ferry is rather small", "the ferry is too small", "harbour-gazette")
    run = get(tiny_path, "SELECT run_id FROM assertions WHERE id = ?", assertion)
    done("merge", claim, "clm-ferry-keeps-running", *BECAUSE, db=tiny_path)
    assert "changed again since" in refused(tiny_path, "undo", run, *BECAUSE)


@pytest.mark.thorough
def test_a_claim_that_another_source_makes_by_now_outlives_the_run_that_brought_it(tiny_path: Path) -> None:
    assertion, claim = add(tiny_path, "The ferry is rather small")
    other, _ = add(tiny_path, "The ferry is rather small", "the ferry is too small", "harbour-gazette")
    done("undo", get(tiny_path, "SELECT run_id FROM assertions WHERE id = ?", assertion), *BECAUSE, db=tiny_path)
    assert (status(tiny_path, assertion), status(tiny_path, other), status(tiny_path, claim)) == ("retracted", "recorded", "recorded")
    sound(tiny_path)


def test_an_assertion_in_which_somebody_is_reported_by_now_outlives_its_run(tiny_path: Path) -> None:
    quote = "Many captains believe that the ferry is too small"
    first, _ = add(tiny_path, "The ferry is rather small", quote, "harbour-gazette", "--speaker", "many-captains")
    second, _ = add(tiny_path, "The ferry is rather small", quote, "harbour-gazette", "--speaker", "radio-one")
    outer = get(tiny_path, "SELECT reported_in_id FROM assertions WHERE id = ?", first)
    assert outer == get(tiny_path, "SELECT reported_in_id FROM assertions WHERE id = ?", second)
    done("undo", get(tiny_path, "SELECT run_id FROM assertions WHERE id = ?", first), *BECAUSE, db=tiny_path)
    assert (status(tiny_path, first), status(tiny_path, outer), status(tiny_path, second)) == ("retracted", "recorded", "recorded")
    sound(tiny_path)


def test_an_actor_whom_others_name_by_now_outlives_its_run(tiny_path: Path) -> None:
    done("new", "actor", "captain-hale", "Captain Hale", "--kind", "person", db=tiny_path)
    run = last_run(tiny_path)
    add(tiny_path, "The ferry is rather small", "The ferry is too small", "port-bulletin", "--speaker", "captain-hale")
    assert "nothing left" in refused(tiny_path, "undo", run, *BECAUSE)
    assert status(tiny_path, "captain-hale") == "current"


def test_a_relation_to_an_undone_claim_goes_with_it_as_in_a_retraction(tiny_path: Path) -> None:
    assertion, claim = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, claim, CLAIM, "agrees")
    done("undo", get(tiny_path, "SELECT run_id FROM assertions WHERE id = ?", assertion), *BECAUSE, db=tiny_path)
    sound(tiny_path)


def test_undoing_never_makes_two_claims_of_the_same_words(tiny_path: Path) -> None:
    first = done("correct", NUMBER, "text=The Canal Company was busy", *BECAUSE, db=tiny_path)
    add(tiny_path, "The Canal Company carried at least 1,200 passengers in April 1956", "carried 900 passengers")
    assert "the same" in refused(tiny_path, "undo", first, *BECAUSE)


def test_undoing_a_retraction_names_no_row_that_is_gone_since(tiny_path: Path) -> None:
    retraction = done("retract", "clm-ferry-too-small", *BECAUSE, db=tiny_path)
    done("retract", "many-captains", *BECAUSE, db=tiny_path)
    assert "retracted" in refused(tiny_path, "undo", retraction, *BECAUSE)


def test_a_run_with_nothing_left_says_so(tiny_path: Path) -> None:
    do("correct", tiny_path)
    run = last_run(tiny_path)
    undo_last(tiny_path)
    refused(tiny_path, "undo", run, *BECAUSE)


def test_a_whole_reading_of_files_can_be_undone(tiny_path: Path) -> None:
    undo_last(tiny_path)
    live = content(tiny_path)
    for table in ("claims", "assertions", "relations", "mentions", "citations", "actors", "things", "events", "sources"):
        assert live[table] == [], table


# ------------------------------------------------------------------------------------------- whatever people do, in any order

# Faults of the record itself. That an event lost the claim which carried its date is for a person to see to.
ABOUT_EVENTS = {"events-without-a-claim", "event-dates-without-a-claim", "event-places-without-a-claim", "occurred-but-denied"}
QUOTES = [
    ("port-bulletin", "The ferry is too small"),
    ("port-bulletin", "as everyone knows"),
    ("harbour-gazette", "Many captains believe that the ferry is too small"),
    ("harbour-gazette", "Why does nobody ask the captains?"),
]


# Entries that a file may lose; with each go the others that name it.
ENTRIES = ("ferry-too-small", "company-passengers-april", "board-agrees-second-ferry", "bulletin-second-ferry", "captains-are-asked")


class Editors(RuleBasedStateMachine):
    """People add, relate, correct, retract, merge, undo and read files in any order. What is refused is refused whole; the rest stays sound."""

    bases = itertools.count()
    built: Path
    folder: Path

    @initialize()
    def open(self) -> None:
        self.path = self.folder / f"{next(self.bases)}.db"
        self.path.write_bytes(self.built.read_bytes())
        self.connection = store.connect(self.path)
        self.known = ids_ever(self.connection)
        self.undone = 0

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            for row_id in self.known:
                assert story.story(self.connection, row_id).row
            self.connection.close()

    def attempt(self, kind: str, work: Any) -> None:
        before = rows(self.connection)
        try:
            with runs.begin(self.connection, kind, contributor="editor", reason="why not") as run:
                work(run)
        except KbError:
            assert rows(self.connection) == before

    def pick(self, sql: str, number: int) -> str:
        found = [row[0] for row in self.connection.execute(sql)]
        return str(found[number % len(found)])

    @rule(
        number=st.integers(0, 5),
        place=st.sampled_from(QUOTES),
        voices=st.lists(st.sampled_from(["many-captains", "radio-one"]), max_size=2, unique=True),
    )
    def add(self, number: int, place: tuple[str, str], voices: list[str]) -> None:
        source, quote = place
        fact = Fact(source=source, quote=quote, text=f"Claim number {number}", voices=tuple(Voice(speaker) for speaker in voices))

        self.attempt("add", lambda run: record(run, fact))

    @rule(
        number=st.integers(0, 99),
        new=st.sampled_from(["kind=factual", "kind=norm", "status=disputed", "status=reviewed", "text=Another claim", "about_time=1956"]),
    )
    def correct_claim(self, number: int, new: str) -> None:
        name, _, value = new.partition("=")
        claim = self.pick("SELECT id FROM claims ORDER BY id", number)
        self.attempt("correct", lambda run: changes.correct(run, claim, {name: value}))

    @rule(number=st.integers(0, 99), new=st.sampled_from(["status=reviewed", "status=disputed", "stance=denies", "speaker_id=radio-one"]))
    def correct_assertion(self, number: int, new: str) -> None:
        name, _, value = new.partition("=")
        assertion = self.pick("SELECT id FROM assertions ORDER BY id", number)
        self.attempt("correct", lambda run: changes.correct(run, assertion, {name: value}))

    @rule(number=st.integers(0, 99), table=st.sampled_from(["claims", "assertions", "relations", "mentions", "entities"]))
    def retract(self, number: int, table: str) -> None:
        row_id = self.pick(f"SELECT id FROM {table} ORDER BY id", number)
        self.attempt("retract", lambda run: changes.retract(run, row_id))

    @rule(one=st.integers(0, 99), other=st.integers(0, 99), table=st.sampled_from(["claims", "actors", "things"]))
    def merge(self, one: int, other: int, table: str) -> None:
        old, into = (self.pick(f"SELECT id FROM {table} ORDER BY id", number) for number in (one, other))
        self.attempt("merge", lambda run: merging.merge(run, old, into, despite_evidence=True))

    @rule(one=st.integers(0, 99), other=st.integers(0, 99), word=st.sampled_from(["supports", "contradicts"]))
    def relate(self, one: int, other: int, word: str) -> None:
        ends = {name: self.pick("SELECT id FROM claims ORDER BY id", number) for name, number in (("from", one), ("to", other))}
        line = json.dumps({"type": "relation", **ends, "relation": word, "rationale": "So it seems."})
        self.attempt("import", lambda run: facts_files.import_facts(run, Path("relations.jsonl"), line))

    @rule(number=st.integers(0, 9), new=st.sampled_from(["verbatim=1,200", "verbatim=many", "value=", "measure=", "minimum=7"]))
    def correct_number(self, number: int, new: str) -> None:
        name, _, value = new.partition("=")
        claim = self.pick("SELECT claim_id FROM quantities UNION ALL SELECT 'clm-none' ORDER BY 1", number)
        self.attempt("correct", lambda run: changes.correct(run, claim, {f"quantity.{name}": value}))

    @rule(number=st.integers(0, 99), quote=st.sampled_from([quote for _, quote in QUOTES]))
    def correct_quote(self, number: int, quote: str) -> None:
        assertion = self.pick("SELECT id FROM assertions ORDER BY id", number)
        self.attempt("correct", lambda run: changes.correct(run, assertion, {"quote": quote}))

    @rule(missing=st.sampled_from(["", *ENTRIES]))
    def read_the_files(self, missing: str) -> None:
        """The files as they are, or with an entry gone; what conflicts with people's changes is told after the rest is recorded."""
        with contextlib.suppress(KbError):
            read_into(self.path, self.folder / (missing or "whole") / "tiny", check=False)

    @rule(number=st.integers(0, 99))
    def undo(self, number: int) -> None:
        run_id = self.pick("SELECT id FROM runs ORDER BY started_at DESC", number)
        self.attempt("undo", lambda run: undoing.undo(run, run_id))

    @invariant()
    def nothing_is_wrong(self) -> None:
        if not hasattr(self, "connection"):
            return
        wrong = [
            str(problem) for problem in checks.check(self.connection) if problem.severity == "error" and problem.check not in ABOUT_EVENTS
        ]
        assert wrong == []
        self.known |= ids_ever(self.connection)


@pytest.mark.hypothesis
@pytest.mark.thorough
def test_whatever_people_do_the_base_stays_sound_and_no_row_is_lost(tiny_built: Path, tmp_path: Path) -> None:
    for missing in ("", *ENTRIES):
        desk = Desk.at(tmp_path / (missing or "whole"), tiny_built)
        for file in (CLAIMS, f"{BULLETIN}/claims.toml", "relations.toml"):
            words = (desk.folder / file).read_text("utf-8")
            parts = re.split(r"(?m)^(?=\[\[)", words)
            (desk.folder / file).write_text("".join(part for part in parts if not missing or f'"{missing}"' not in part), "utf-8")

    class Here(Editors):
        built = tiny_built
        folder = tmp_path

    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    case = Here.TestCase
    case.settings = settings(max_examples=examples(6), stateful_step_count=14, deadline=None, suppress_health_check=quiet, database=None)
    case().runTest()

"""Two bases that grew apart, brought together: what one changed is applied, what both changed is a conflict, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get
from tests.harness.runs import last_run
from tests.whole import done, kb, rows, sound

ASSERTION = "SELECT min(id) FROM assertions WHERE claim_id = ? AND level = 0"


@pytest.fixture
def theirs(tiny_path: Path, tmp_path: Path) -> Path:
    """A copy of the tiny base, in which a colleague goes on."""
    return Path(shutil.copy(tiny_path, tmp_path / "theirs.db"))


def bring(theirs: Path, into: Path) -> str:
    """Load a dump of a base into another, which is sound after it, twice; what the first load said on standard error."""
    folder = into.with_name(f"dump-{theirs.stem}-into-{into.stem}")
    done("dump", folder, db=theirs)
    said = kb("load", folder, db=into)
    assert said.code == (3 if "--restore" in said.err else 0), said.err
    sound(into)
    before = rows(into)
    assert kb("load", folder, db=into).code == said.code
    assert rows(into) == before
    return said.err


def copied(path: Path) -> Path:
    """A copy of a base with what its log holds."""
    copy = path.with_name(f"{path.stem}-both.db")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def both_ways(ours: Path, theirs: Path) -> tuple[Path, Path]:
    """The two bases, each with the other loaded into a copy of it as it was before."""
    mine, yours = copied(ours), copied(theirs)
    bring(theirs, mine)
    bring(ours, yours)
    return mine, yours


def open_conflicts(path: Path) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(done("conflicts", "--json", db=path))
    return listed


# --------------------------------------------------------------------------------------------- one side changed


@pytest.mark.thorough
def test_a_retraction_here_and_a_new_name_there_are_both_applied(tiny_path: Path, theirs: Path) -> None:
    done("retract", NUMBER, "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", "harbour-board", "name=Board of the Harbour", "--by", "Ben", *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT status FROM claims WHERE id = ?", NUMBER) == "retracted"
        assert get(path, "SELECT label FROM entities WHERE id = 'harbour-board'") == "Board of the Harbour"
        assert open_conflicts(path) == []
        history = json.loads(done("show", "harbour-board", "--json", db=path))["history"]
        assert "Ben" in {change["by"] for change in history}


@pytest.mark.thorough
def test_a_merge_here_and_a_new_name_there_are_both_applied(tiny_path: Path, theirs: Path) -> None:
    done("merge", "canal-company", "harbour-board", "--despite-evidence", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", "canal-company", "name=Canal Co.", "--by", "Ben", *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT status, merged_into_id, label FROM entities WHERE id = 'canal-company'") == (
            "merged",
            "harbour-board",
            "Canal Co.",
        )
        assert open_conflicts(path) == []


@pytest.mark.thorough
def test_another_certainty_there_is_taken_with_its_history(tiny_path: Path, theirs: Path) -> None:
    assertion = get(tiny_path, ASSERTION, CLAIM)
    done("correct", assertion, "certainty=possible", "--by", "Ben", *BECAUSE, db=theirs)
    bring(theirs, tiny_path)
    assert get(tiny_path, "SELECT certainty FROM assertions WHERE id = ?", assertion) == "possible"
    assert "possible" in done("show", assertion, db=tiny_path)


@pytest.mark.thorough
def test_two_columns_of_one_row_changed_apart_are_both_taken(tiny_path: Path, theirs: Path) -> None:
    done("correct", CLAIM, "kind=factual", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", CLAIM, "about_time=1956", "--by", "Ben", *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT kind, about_time FROM claims WHERE id = ?", CLAIM) == ("factual", "1956")
        assert open_conflicts(path) == []


@pytest.mark.thorough
def test_a_change_that_was_taken_back_is_none(tiny_path: Path, theirs: Path) -> None:
    done("correct", CLAIM, "kind=factual", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("undo", last_run(tiny_path), *BECAUSE, db=tiny_path)
    done("correct", CLAIM, "kind=norm", "--by", "Ben", *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == "norm"
        assert open_conflicts(path) == []


@pytest.mark.thorough
def test_a_row_removed_there_is_removed_here_and_does_not_come_back(tiny_path: Path, theirs: Path) -> None:
    removed = get(theirs, "SELECT id FROM affiliations WHERE claim_id IS NULL LIMIT 1")
    done("retract", removed, *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT count(*) FROM affiliations WHERE id = ?", removed) == 0


@pytest.mark.thorough
def test_a_run_that_was_brought_in_can_be_undone(tiny_path: Path, theirs: Path) -> None:
    done("correct", CLAIM, "kind=factual", "--by", "Ben", *BECAUSE, db=theirs)
    corrected = last_run(theirs)
    done("retract", NUMBER, "--by", "Ben", *BECAUSE, db=theirs)
    retracted = last_run(theirs)
    bring(theirs, tiny_path)
    for run in (retracted, corrected):
        done("undo", run, *BECAUSE, db=tiny_path)
        sound(tiny_path)
    assert get(tiny_path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == "evaluation"
    assert get(tiny_path, "SELECT status FROM claims WHERE id = ?", NUMBER) == "recorded"


# ------------------------------------------------------------------------------------------------ both sides changed


@pytest.mark.thorough
def test_what_both_changed_is_one_conflict_with_both_values_in_either_order(tiny_path: Path, theirs: Path) -> None:
    done("correct", "harbour-board", "name=The Board", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", "harbour-board", "name=Port Board", "--by", "Ben", *BECAUSE, db=theirs)
    ours, other = both_ways(tiny_path, theirs)
    (here,), (there,) = open_conflicts(ours), open_conflicts(other)
    assert here["id"] == there["id"]
    assert (here["ours"], here["theirs"]) == (there["theirs"], there["ours"]) == ('{"name": "The Board"}', '{"name": "Port Board"}')
    assert (here["our_contributor"], here["their_contributor"]) == (there["their_contributor"], there["our_contributor"]) == ("Ada", "Ben")
    assert get(ours, "SELECT name FROM actors WHERE id = 'harbour-board'") == "The Board"
    assert get(other, "SELECT name FROM actors WHERE id = 'harbour-board'") == "Port Board"
    said = done("check", db=ours)
    assert f"notice: {here['id']}" in said and "0 errors" in said


@pytest.mark.parametrize(("choice", "name"), [("ours", "The Board"), ("theirs", "Port Board")])
@pytest.mark.thorough
def test_a_settled_conflict_is_settled_for_the_other_base_too(choice: str, name: str, tiny_path: Path, theirs: Path) -> None:
    done("correct", "harbour-board", "name=The Board", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", "harbour-board", "name=Port Board", "--by", "Ben", *BECAUSE, db=theirs)
    ours, other = both_ways(tiny_path, theirs)
    (conflict,) = open_conflicts(ours)
    done("conflicts", "settle", conflict["id"], choice, *BECAUSE, db=ours)
    assert kb("conflicts", "settle", conflict["id"], choice, *BECAUSE, db=ours).code == 1
    bring(ours, other)
    bring(ours, theirs)
    bring(theirs, ours)
    for path in (ours, other, theirs):
        sound(path)
        assert open_conflicts(path) == []
        assert get(path, "SELECT name FROM actors WHERE id = 'harbour-board'") == name


@pytest.mark.thorough
def test_a_number_removed_here_and_changed_there_is_a_conflict_of_the_whole_row(tiny_path: Path, theirs: Path) -> None:
    organ = get(theirs, "SELECT id FROM affiliations WHERE claim_id IS NULL LIMIT 1")
    done("retract", organ, "--by", "Ada", *BECAUSE, db=tiny_path)
    done("correct", organ, "start_date=1950", "--by", "Ben", *BECAUSE, db=theirs)
    ours, other = both_ways(tiny_path, theirs)
    (here,), (there,) = open_conflicts(ours), open_conflicts(other)
    assert here["id"] == there["id"]
    assert here["ours"] is there["theirs"] is None
    assert json.loads(str(here["theirs"]))["start_date"] == "1950"
    done("conflicts", "settle", here["id"], "theirs", *BECAUSE, db=ours)
    assert get(ours, "SELECT start_date FROM affiliations WHERE id = ?", organ) == "1950"
    done("conflicts", "settle", there["id"], "theirs", *BECAUSE, db=other)
    assert get(other, "SELECT count(*) FROM affiliations WHERE id = ?", organ) == 0


# --------------------------------------------------------------------------------------- what follows from merges


@pytest.mark.thorough
def test_what_was_recorded_there_of_a_row_that_was_merged_here_follows_the_merge(tiny_path: Path, theirs: Path) -> None:
    done("merge", "canal-company", "harbour-board", "--despite-evidence", "--by", "Ada", *BECAUSE, db=tiny_path)
    _, claim = add(
        theirs,
        "The company has a ferry",
        "The ferry",
        "port-bulletin",
        "--subject",
        "canal-company",
        "--predicate",
        "carries",
        "--object-text",
        "a ferry",
    )
    done("merge", CLAIM, "clm-ferry-keeps-running", "--despite-evidence", "--by", "Ada", *BECAUSE, db=tiny_path)
    assertion = done("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", CLAIM, db=theirs).splitlines()[0]
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT subject_id FROM claims WHERE id = ?", claim) == "harbour-board"
        assert get(path, "SELECT claim_id FROM assertions WHERE id = ?", assertion) == "clm-ferry-keeps-running"


@pytest.mark.thorough
def test_an_assertion_there_of_a_claim_that_was_retracted_here_lets_it_count_again(tiny_path: Path, theirs: Path) -> None:
    done("retract", CLAIM, "--by", "Ada", *BECAUSE, db=tiny_path)
    assertion = done("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", CLAIM, db=theirs).splitlines()[0]
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT status FROM claims WHERE id = ?", CLAIM) == "recorded"
        assert get(path, "SELECT group_concat(id) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", CLAIM) == assertion


@pytest.mark.thorough
def test_merges_that_lead_round_are_a_conflict_of_both_rows(tiny_path: Path, theirs: Path) -> None:
    done("merge", "canal-company", "harbour-board", "--despite-evidence", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("merge", "harbour-board", "canal-company", "--despite-evidence", "--by", "Ben", *BECAUSE, db=theirs)
    ours, other = both_ways(tiny_path, theirs)
    entities = [
        {(each["id"], each["row_id"]) for each in open_conflicts(path) if each["table_name"] == "entities"} for path in (ours, other)
    ]
    assert entities[0] == entities[1]
    assert {row_id for _, row_id in entities[0]} == {"canal-company", "harbour-board"}
    assert get(ours, "SELECT merged_into_id FROM entities WHERE id = 'canal-company'") == "harbour-board"
    assert get(other, "SELECT merged_into_id FROM entities WHERE id = 'harbour-board'") == "canal-company"


@pytest.mark.thorough
def test_a_merge_into_what_the_other_merged_on_leads_to_the_last(tiny_path: Path, theirs: Path) -> None:
    done("merge", "canal-company", "harbour-board", "--despite-evidence", "--by", "Ada", *BECAUSE, db=tiny_path)
    done("merge", "harbour-board", "harbour-office", "--by", "Ben", *BECAUSE, db=theirs)
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT merged_into_id FROM entities WHERE id = 'canal-company'") == "harbour-board"
        assert get(path, "SELECT merged_into_id FROM entities WHERE id = 'harbour-board'") == "harbour-office"
        assert (
            get(path, "SELECT count(*) FROM claims WHERE status <> 'retracted' AND subject_id IN ('canal-company', 'harbour-board')") == 0
        )


@pytest.mark.thorough
def test_two_claims_with_the_same_words_become_one(tiny_path: Path, theirs: Path) -> None:
    done("correct", NUMBER, "text=The ferry is rather small", "--by", "Ada", *BECAUSE, db=tiny_path)
    add(theirs, "The ferry is rather small", "as everyone knows")
    for path in both_ways(tiny_path, theirs):
        assert get(path, "SELECT group_concat(id) FROM claims WHERE text = 'The ferry is rather small' AND status <> 'retracted'") == NUMBER


# ----------------------------------------------------------------------------------------------- refused whole


def with_a_circle_in_time(path: Path) -> None:
    """Two events, each of which comes before the other, written past the library."""
    with closing(sqlite3.connect(path)) as connection:
        for name in ("round-a", "round-b"):
            connection.execute(
                "INSERT INTO events(id, name, kind, actuality) SELECT ?, ?, kind, actuality FROM events LIMIT 1", (name, name)
            )
        for row_id, one, other in (("ord-a", "round-a", "round-b"), ("ord-b", "round-b", "round-a")):
            connection.execute(
                "INSERT INTO event_order(id, event_id, relation, other_event_id) VALUES (?, ?, 'before', ?)", (row_id, one, other)
            )
        connection.commit()


def test_a_load_that_would_leave_a_fault_is_refused_before_anything_is_kept(tiny_path: Path, theirs: Path, tmp_path: Path) -> None:
    with_a_circle_in_time(theirs)
    done("dump", tmp_path / "dump", db=theirs)
    before = rows(tiny_path)
    said = kb("load", tmp_path / "dump", db=tiny_path)
    assert said.code == 1
    assert "do not fit together" in said.err and "round-a" in said.err
    assert rows(tiny_path) == before


@pytest.mark.thorough
def test_a_fault_that_was_there_before_stops_no_load_and_no_restored_backup(tiny_path: Path, theirs: Path, tmp_path: Path) -> None:
    with_a_circle_in_time(tiny_path)
    done("correct", CLAIM, "kind=factual", "--by", "Ben", *BECAUSE, db=theirs)
    done("dump", tmp_path / "dump", db=theirs)
    assert "round-a" in kb("load", tmp_path / "dump", db=tiny_path).err  # told, as it is still there
    assert get(tiny_path, "SELECT kind FROM claims WHERE id = ?", CLAIM) == "factual"
    done("dump", tmp_path / "faulty", db=tiny_path)
    kb("load", tmp_path / "faulty", db=tmp_path / "restored.db")
    assert rows(tmp_path / "restored.db")["event_order"] == rows(tiny_path)["event_order"]

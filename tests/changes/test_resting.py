"""What would lose its only support if a source, passage, claim or assertion went, compared with what retracting does."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

import kb.api
from kb import changes
from kb.base import runs
from kb.changes.resting import resting_on
from kb.errors import UsageError
from tests.harness.edits import CLAIM, refused
from tests.whole import done, rows
from tests.whole import kb as command

EVERY = "SELECT id FROM claims UNION ALL SELECT id FROM assertions"


def test_a_dry_run_lists_what_retracting_takes(tiny: sqlite3.Connection) -> None:
    for (row_id,) in tiny.execute(EVERY).fetchall():
        with runs.begin(tiny, "retract", contributor="tester", dry_run=True) as run:
            gone = {name for name in changes.retract(run, row_id) if not name.startswith("quantity of")}
        resting = resting_on(tiny, row_id)
        assert {row["id"] for row in resting.claims + resting.relations} | set(resting.assertions) == gone


def test_of_a_source_what_another_source_says_too_stays(tiny: sqlite3.Connection) -> None:
    resting = resting_on(tiny, "harbour-gazette")
    lost, staying = {row["id"] for row in resting.claims}, {row["id"] for row in resting.staying}
    assert staying == {CLAIM, "clm-board-agrees-second-ferry"}
    alone = (
        "SELECT claim_id FROM assertions GROUP BY claim_id HAVING min(source_id) = max(source_id) AND min(source_id) = 'harbour-gazette'"
    )
    assert lost == {row[0] for row in tiny.execute(alone)}
    assert {row["id"] for row in resting.relations} == {row[0] for row in tiny.execute("SELECT id FROM relations")}
    # the decision on the second ferry has the bulletin's words left
    assert "bridge-opening" in {row["id"] for row in resting.events} and "second-ferry-decision" not in {
        row["id"] for row in resting.events
    }


def test_of_a_passage_goes_whatever_it_carries_and_reports(tiny: sqlite3.Connection) -> None:
    passage = tiny.execute("SELECT passage_id FROM assertions WHERE claim_id = 'clm-bridge-opens-1958' AND level = 0").fetchone()[0]
    resting = resting_on(tiny, passage)
    assert [row["id"] for row in resting.claims] == ["clm-bridge-opens-1958"] and len(resting.assertions) == 3
    with pytest.raises(UsageError, match="actors"):
        resting_on(tiny, "harbour-board")


def test_the_command_and_the_interface_tell_and_change_nothing(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = command("retract", "harbour-gazette", "--dry-run", db=tiny_path)
    assert said.code == 0 and "clm-bridge-opens-1958" in said.out and "2 claims would stay" in said.err
    told = json.loads(done("retract", "harbour-gazette", "--dry-run", "--json", db=tiny_path))
    with kb.api.open(tiny_path) as base:
        assert told == base.resting_on("harbour-gazette").as_dict()
    assert rows(tiny_path) == before
    assert "--dry-run" in refused(tiny_path, "retract", CLAIM, "--json", code=2)

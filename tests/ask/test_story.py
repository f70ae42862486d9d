"""What the history of a row tells: who changed what, when and why."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.harness.edits import BECAUSE, CLAIM, get, history
from tests.whole import done


def test_the_history_tells_who_changed_what_when_and_why(tiny_path: Path) -> None:
    run = done("correct", CLAIM, "kind=factual", "--reason", "it is measured", "--by", "Ada Reader", db=tiny_path)
    first, last = history(tiny_path, CLAIM)
    assert (first["change"], first["by"], first["kind"]) == ("recorded", "curators", "ingest")
    assert (last["run_id"], last["by"], last["reason"]) == (run, "Ada Reader", "it is measured")
    assert last["change"] == "kind: 'evaluation' -> 'factual'"
    assert last["at"] >= first["at"]
    shown = done("show", CLAIM, db=tiny_path)
    for word in (run, "Ada Reader", "it is measured", "'evaluation' -> 'factual'"):
        assert word in shown


def test_what_was_changed_past_the_library_is_in_the_history_too(tiny_path: Path) -> None:
    connection = sqlite3.connect(tiny_path)
    connection.execute("UPDATE claims SET kind = 'factual' WHERE id = ?", (CLAIM,))
    connection.commit()
    connection.close()
    assert history(tiny_path, CLAIM)[-1]["by"] == "somebody outside this program"


def test_a_row_that_was_removed_still_says_what_it_was(tiny_path: Path) -> None:
    run = done("new", "predicate", "eats", "eats", db=tiny_path)
    assert run == "eats"
    run_id = get(tiny_path, "SELECT run_id FROM predicates WHERE id = 'eats'")
    done("undo", run_id, *BECAUSE, db=tiny_path)
    shown = json.loads(done("show", "eats", "--json", db=tiny_path))
    assert shown["row"]["status"] == "removed"
    assert shown["row"]["label"] == "eats"
    assert shown["history"][-1]["change"] == "removed"

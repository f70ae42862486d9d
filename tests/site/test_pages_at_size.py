"""Pages over two thousand claims: what they take a short way to is what the long way gives."""

from __future__ import annotations

import hashlib
import sqlite3

import pytest

from kb.ask import reaching
from kb.base import ids, runs
from kb.site.pages import compare, home, timeline
from kb.site.pages import entity as pages
from tests import many_claims


@pytest.mark.thorough
def test_the_counts_of_each_reach_are_those_of_its_list_and_the_first_page_is_the_same(many: sqlite3.Connection) -> None:
    asked = [row[0] for row in many.execute("SELECT subject_id FROM claims GROUP BY 1 ORDER BY count(*) DESC LIMIT 6")] + [
        "event-1",
        "nobody",
    ]
    for entity in asked:
        lists = {reach: many.execute(pages.SAID_OF, (reach, entity, 10_000, 0)).fetchall() for reach in reaching.REACHES}
        found = reaching.counts(many, entity)
        assert found == {reach: len(rows) for reach, rows in lists.items()}
        assert lists["parties"][: found["direct"]] == lists["direct"]
        assert many.execute(pages.NAMING_IT, (entity, 10_000, 0)).fetchall() == lists["direct"]
        assert many.execute(pages.NAMING_IT, (entity, 25, 5)).fetchall() == lists["direct"][5:30]
    assert found == {"direct": 0, "parties": 0, "all": 0}


def test_the_home_page_looks_for_no_more_examples_than_it_shows(many: sqlite3.Connection) -> None:
    asked: list[str] = []
    many.set_trace_callback(asked.append)
    try:
        answers = home.read(many)["answers"]
    finally:
        many.set_trace_callback(None)
    assert len(answers) == home.ANSWERS
    assert [sql for sql in asked if "certainty = 'possible'" in sql] == []


def test_sources_behind_those_that_the_page_lists_can_be_compared(tiny: sqlite3.Connection) -> None:
    tiny.row_factory = sqlite3.Row
    with runs.begin(tiny, "add", contributor="tester") as run:
        for number in range(210):
            text = f"Crew {number} left the quay."
            tiny.execute(
                "INSERT INTO sources(id, title, kind, published, published_basis, run_id) VALUES (?, ?, 'article', '1900', 'stated', ?)",
                (f"note-{number}", text, run.id),
            )
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            snapshot = ids.snapshot_id(f"note-{number}", sha256)
            row = (snapshot, f"note-{number}", sha256, text, run.id)
            tiny.execute("INSERT INTO snapshots(id, source_id, sha256, text, run_id) VALUES (?, ?, ?, ?, ?)", row)
            tiny.execute("UPDATE sources SET snapshot_id = ? WHERE id = ?", (snapshot, f"note-{number}"))
    last = [row["id"] for row in tiny.execute("SELECT id FROM sources WHERE snapshot_id IS NOT NULL ORDER BY published DESC LIMIT 2")]
    assert not any(each.startswith("note-") for each in last)
    found = compare.read(tiny, last, "shared")
    assert sorted(row["id"] for row in found["chosen"]) == sorted(last) and found["unknown"] == []
    assert len(found["sources"]) == 200
    assert found["sources"] == sorted(found["sources"], key=lambda row: (row["published"], row["id"]))


@pytest.mark.parametrize("name", ["ORDER", "PLACED", "UNPLACED"])
def test_the_timeline_reads_no_table_whole_to_look_up_rows_of_it(many: sqlite3.Connection, name: str) -> None:
    values = {"first": "0000", "last": "9999~", "actuality": "", "most": "100", "order": timeline.order(many)}
    assert many_claims.read_whole(many, getattr(timeline, name), values) == []

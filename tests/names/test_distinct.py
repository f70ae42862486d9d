"""Entities marked as not the same: they are not merged by mistake, neither is offered for the other, and every copy keeps the mark."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kb.ask.reconciling import Wanted, candidates
from kb.base import checks, store
from kb.names import distinct
from kb.names.lookup import Lookup
from kb.review.actors import candidates as actors_offered
from kb.site.editing import checking, merging
from tests.harness.edits import BECAUSE, get, refused
from tests.whole import done, kb, rows, sound

REASON = "The Board decides; the Office carries it out."
MARK = ("distinct", "harbour-office", "harbour-board", "--reason", REASON)


def told(path: Path) -> dict[str, str]:
    """What `kb check` says of marks and identifiers, as the detail by the name of the check."""
    connection = store.connect(path)
    try:
        about = ("merged-but-distinct", "same-wikidata-item", "several-wikidata-items", "namesakes")
        return {each.check: each.detail for each in checks.check(connection) if each.check in about}
    finally:
        connection.close()


def test_a_mark_stands_once_in_order_with_its_reason_and_run(tiny_path: Path) -> None:
    before = rows(tiny_path)
    row_id = done(*MARK, db=tiny_path).strip()
    connection = sqlite3.connect(tiny_path)
    (marked,) = connection.execute(
        "SELECT entity_id, other_id, distinct_entities.reason, runs.reason FROM distinct_entities JOIN runs ON runs.id = run_id WHERE distinct_entities.id = ?",
        (row_id,),
    ).fetchall()
    assert marked == ("harbour-board", "harbour-office", REASON, REASON)
    again = kb("distinct", "Harbour Board", "Harbour Office", "--reason", "Other words.", db=tiny_path)
    assert again.code == 0 and again.out.strip() == row_id and "it was kept" in again.err and "was there already" in again.err
    run = get(tiny_path, "SELECT run_id FROM distinct_entities WHERE id = ?", row_id)
    done("undo", run, *BECAUSE, db=tiny_path)
    assert rows(tiny_path)["distinct_entities"] == before["distinct_entities"]
    sound(tiny_path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ferry", "the ferry", "--reason", "x"), "both are ferry"),
        (("ferry", "no-such-thing", "--reason", "x"), "no actor, thing, event or source is called"),
    ],
)
def test_a_mark_needs_two_entities(tiny_path: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(tiny_path, "distinct", *arguments)


def test_marked_entities_merge_only_despite_the_evidence_and_check_tells_it(tiny_path: Path) -> None:
    row_id = done(*MARK, db=tiny_path).strip()
    for pair in (("harbour-office", "harbour-board"), ("harbour-board", "harbour-office")):
        assert f"marked as not the same ({REASON})" in refused(tiny_path, "merge", *pair, *BECAUSE)
    done("merge", "harbour-board", "harbour-office", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert told(tiny_path)["merged-but-distinct"] == f"harbour-board and harbour-office: {REASON}"
    done("retract", row_id, *BECAUSE, db=tiny_path)
    assert "merged-but-distinct" not in told(tiny_path)
    assert "both are harbour-office" in refused(tiny_path, *MARK)
    sound(tiny_path)


def test_a_mark_counts_for_what_either_was_merged_into(tiny_path: Path) -> None:
    done(*MARK, db=tiny_path)
    done("new", "actor", "port-office", "Port Office", "--kind", "government", db=tiny_path)
    done("merge", "harbour-office", "port-office", *BECAUSE, db=tiny_path)
    assert "marked as not the same" in refused(tiny_path, "merge", "port-office", "harbour-board", *BECAUSE)
    connection = store.connect(tiny_path)
    assert distinct.told_apart(connection, "harbour-board") == {"port-office": REASON}
    assert distinct.told_apart(connection, "port-office") == {"harbour-board": REASON}
    connection.close()
    sound(tiny_path)
    graph = done("export", "ttl", db=tiny_path)
    assert graph.count("owl:differentFrom") == 1  # that of the tiny base: one of these two is no node of its own any more


def test_two_items_of_wikidata_in_one_and_one_in_two_are_told(tiny_path: Path) -> None:
    for entity, value in (("harbour-office", "Q1"), ("harbour-board", "Q2"), ("radio-one", "Q2")):
        done("identify", entity, "wikidata", value, db=tiny_path)
    assert told(tiny_path) == {"same-wikidata-item": "Q2 is harbour-board and radio-one"}
    done("merge", "harbour-board", "harbour-office", "--despite-evidence", *BECAUSE, db=tiny_path)
    assert told(tiny_path)["several-wikidata-items"] == "Q1 and Q2"


def test_namesakes_that_are_told_apart_are_no_notice(tiny_path: Path) -> None:
    done("new", "actor", "harbour-board-of-easthaven", "Harbour Board", "--kind", "government", db=tiny_path)
    assert told(tiny_path)["namesakes"] == "2 are called Harbour Board"
    done("distinct", "harbour-board", "harbour-board-of-easthaven", "--reason", "Another harbour.", db=tiny_path)
    assert told(tiny_path) == {}


def test_neither_is_offered_for_the_other(tiny_path: Path) -> None:
    done("new", "actor", "harbour-offices", "Harbour Offices", "--kind", "organization", db=tiny_path)

    def offers() -> dict[str, bool]:
        connection = store.connect(tiny_path)
        lookup = Lookup(connection)
        found = {
            "nearest names": [row[0] for row in lookup.nearest_entities("Harbour Office")],
            "names as typed": [row["id"] for row in checking.names(connection, "Harbour Office")],
            "reconciliation": [each.id for each in candidates(connection, Wanted("Harbour Office"))],
            "actors of a text": [each.id for each in actors_offered(lookup, "Harbour Office", None)],
            "merging": [row["id"] for row in merging.compared(connection, "harbour-office", "")["alike"]],
        }
        assert all("harbour-office" in ids for way, ids in found.items() if way != "merging")
        connection.close()
        return {way: "harbour-offices" in ids for way, ids in found.items()}

    assert set(offers().values()) == {True}
    done("distinct", "harbour-offices", "harbour-office", "--reason", "The buildings.", db=tiny_path)
    assert set(offers().values()) == {False}


@pytest.mark.thorough
def test_a_mark_is_written_and_read_by_every_format(tiny_path: Path, tmp_path: Path) -> None:
    (mark,) = rows(tiny_path)["distinct_entities"]
    story = json.loads(done("show", "harbour-gazette", "--json", db=tiny_path))
    assert "harbour-gazette-paper" in json.dumps(story) and "not the same as" in json.dumps(story)
    nodes = done("export", "nt", db=tiny_path)
    assert nodes.count("<http://www.w3.org/2002/07/owl#differentFrom>") == 1
    done("export", "nq", "-o", tmp_path / "all.nq", db=tiny_path)
    done("dump", tmp_path / "dump", db=tiny_path)
    for name, way in (("read.db", ("import", tmp_path / "all.nq")), ("loaded.db", ("load", tmp_path / "dump"))):
        done("init", tmp_path / name)
        done(*way, db=tmp_path / name)
        assert rows(tmp_path / name)["distinct_entities"] == [mark]


def test_a_new_entity_with_the_name_of_another_is_told_with_both_remedies(tiny_path: Path) -> None:
    said = kb("new", "actor", "ferry-firm", "canal company", "--kind", "organization", db=tiny_path)
    assert (said.code, said.out) == (0, "ferry-firm\n")
    assert "'canal company' also names canal-company (Canal Company, organization)" in said.err
    assert "kb merge ferry-firm canal-company" in said.err and "kb distinct ferry-firm canal-company" in said.err
    assert kb("new", "thing", "lock", "a lock of its own", "--kind", "project", db=tiny_path).err == ""

"""Reviews: who checked which row, with which verdict; and the status that follows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.harness.edits import BECAUSE, add, get, history, refused, status
from tests.whole import done, rows, sound

CLAIM = "clm-ferry-keeps-running"
ASSERTION = f"SELECT id FROM assertions WHERE claim_id = '{CLAIM}' AND level = 0"


def review(path: Path, row_id: str, verdict: str, *more: str, by: str = "Edith") -> str:
    return done("review", row_id, "--verdict", verdict, "--by", by, *more, db=path)


def reviews(path: Path, row_id: str) -> list[tuple[str, str, str | None]]:
    connection = sqlite3.connect(path)
    sql = "SELECT contributors.name, verdict, note FROM reviews JOIN contributors ON contributors.id = contributor_id WHERE row_id = ? ORDER BY reviews.rowid"
    try:
        return connection.execute(sql, (row_id,)).fetchall()
    finally:
        connection.close()


def test_a_claim_that_somebody_else_checked_is_reviewed_with_its_quotes(tiny_path: Path) -> None:
    review(tiny_path, CLAIM, "carries", "--note", "read twice")
    assertion = get(tiny_path, ASSERTION)
    assert (status(tiny_path, CLAIM), status(tiny_path, assertion)) == ("reviewed", "reviewed")
    assert reviews(tiny_path, CLAIM) == reviews(tiny_path, assertion) == [("Edith", "carries", "read twice")]
    sound(tiny_path)


def test_who_recorded_a_row_does_not_make_it_reviewed(tiny_path: Path) -> None:
    assertion, claim = add(tiny_path, "The ferry is rather small")
    review(tiny_path, claim, "carries", by="Tester")
    assert (status(tiny_path, claim), status(tiny_path, assertion)) == ("recorded", "recorded")
    assert reviews(tiny_path, claim) == [("Tester", "carries", None)]
    review(tiny_path, assertion, "carries")
    assert (status(tiny_path, claim), status(tiny_path, assertion)) == ("recorded", "reviewed")
    sound(tiny_path)


def test_reviewers_may_differ_and_what_each_said_stays(tiny_path: Path) -> None:
    assertion = get(tiny_path, ASSERTION)
    review(tiny_path, assertion, "carries")
    review(tiny_path, assertion, "does-not-carry", by="Nora")
    assert status(tiny_path, assertion) == "disputed"
    review(tiny_path, assertion, "carries", "--note", "on second thoughts", by="Nora")
    assert status(tiny_path, assertion) == "reviewed"
    assert [verdict for _, verdict, _ in reviews(tiny_path, assertion)] == ["carries", "does-not-carry", "carries"]
    review(tiny_path, assertion, "unsure", by="Ada")
    assert status(tiny_path, assertion) == "disputed"
    sound(tiny_path)


def test_a_single_reviewer_who_is_unsure_settles_nothing(tiny_path: Path) -> None:
    review(tiny_path, CLAIM, "unsure")
    assert status(tiny_path, CLAIM) == "recorded"


def test_the_same_review_again_records_nothing(tiny_path: Path) -> None:
    review(tiny_path, CLAIM, "carries")
    before = rows(tiny_path)
    assert review(tiny_path, CLAIM, "carries") == ""
    assert rows(tiny_path) == before


def test_undoing_a_review_takes_it_and_its_status_back_and_undoing_that_restores_both(tiny_path: Path) -> None:
    run = review(tiny_path, CLAIM, "carries").splitlines()[0]
    undoing = done("undo", run, *BECAUSE, db=tiny_path).splitlines()[0]
    assert (status(tiny_path, CLAIM), reviews(tiny_path, CLAIM)) == ("recorded", [])
    done("undo", undoing, *BECAUSE, db=tiny_path)
    assert (status(tiny_path, CLAIM), reviews(tiny_path, CLAIM)) == ("reviewed", [("Edith", "carries", None)])
    sound(tiny_path)


def test_undoing_one_of_two_reviews_leaves_the_row_reviewed_by_the_other(tiny_path: Path) -> None:
    first = review(tiny_path, CLAIM, "carries").splitlines()[0]
    review(tiny_path, CLAIM, "carries", by="Nora")
    done("undo", first, *BECAUSE, db=tiny_path)
    assert (status(tiny_path, CLAIM), reviews(tiny_path, CLAIM)) == ("reviewed", [("Nora", "carries", None)])
    sound(tiny_path)


def test_a_fact_cannot_be_recorded_as_reviewed(tiny_path: Path) -> None:
    words = ("--source", "port-bulletin", "--quote", "The ferry is too small", "--claim", "It is small", "--status", "reviewed")
    assert "kb review" in refused(tiny_path, "add", *words)


def test_setting_the_status_to_reviewed_is_a_review_and_the_author_cannot(tiny_path: Path) -> None:
    done("correct", CLAIM, "status=reviewed", *BECAUSE, db=tiny_path)
    assert reviews(tiny_path, CLAIM) == [("Tester", "carries", BECAUSE[1])]
    _, own = add(tiny_path, "The ferry is rather small")
    assert "does not review it" in refused(tiny_path, "correct", own, "status=reviewed", *BECAUSE)


def test_what_somebody_set_to_disputed_stays_so_until_somebody_settles_it(tiny_path: Path) -> None:
    done("correct", CLAIM, "status=disputed", *BECAUSE, db=tiny_path)
    review(tiny_path, CLAIM, "carries")
    assert status(tiny_path, CLAIM) == "disputed"
    done("correct", CLAIM, "status=reviewed", *BECAUSE, db=tiny_path)
    assert status(tiny_path, CLAIM) == "reviewed"


def test_what_is_retracted_or_nothing_to_review_is_refused(tiny_path: Path) -> None:
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    assert "retracted" in refused(tiny_path, "review", CLAIM, "--verdict", "carries")
    assert "not reviewed" in refused(tiny_path, "review", "ferry", "--verdict", "carries", code=2)
    assert "does-not-carry" in refused(tiny_path, "review", "clm-ferry-too-small", "--verdict", "fine")
    assert "--verdict" in refused(tiny_path, "review", CLAIM, "--note", "x", code=2)


def test_relations_mentions_and_citations_are_reviewed_too(tiny_path: Path) -> None:
    for table in ("relations", "mentions", "citations"):
        row_id = get(tiny_path, f"SELECT min(id) FROM {table}")
        review(tiny_path, row_id, "carries")
        assert status(tiny_path, row_id) == "reviewed"
    sound(tiny_path)


def test_the_story_of_a_claim_shows_its_reviews(tiny_path: Path) -> None:
    review(tiny_path, CLAIM, "carries", "--note", "read twice")
    shown = done("show", CLAIM, db=tiny_path)
    assert "reviewer=Edith" in shown and "read twice" in shown
    assert any("reviewed" in entry["change"] for entry in history(tiny_path, CLAIM))

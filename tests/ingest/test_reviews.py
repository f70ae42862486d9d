"""Reviews that a second reader gives in reviews.toml, beside the claims of a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.again import same_as_fresh
from tests.reading import CLAIMS, GAZETTE, RELATIONS, Desk

FILE = f"{GAZETTE}/reviews.toml"
CLAIM = "clm-ferry-too-small"
OURS = "FROM reviews WHERE note IS NULL OR note <> 'The figure stands in the first sentence.'"  # but for what tests/tiny says
WORDS = "The ferry will stop running"
CARRIES = '[[review]]\nid = "ferry-too-small"\nverdict = "carries"\nnote = "The headline says so."\n'


@pytest.fixture
def desk(tmp_path: Path, tiny_path: Path) -> Desk:
    """The invented source, read once, with a file of reviews that holds none yet."""
    made = Desk.at(tmp_path, tiny_path)
    (made.folder / FILE).write_bytes(b"")
    return made


def statuses(desk: Desk) -> list[tuple[str, str]]:
    return desk.rows(
        "SELECT 'claim', status FROM claims WHERE id = ?1 UNION ALL SELECT source_id, status FROM assertions WHERE claim_id = ?1 ORDER BY 1",
        CLAIM,
    )


def test_what_no_second_reader_saw_is_recorded_and_counts(desk: Desk) -> None:
    assert {status for _, status in statuses(desk)} == {"recorded"}
    assert set(desk.rows("SELECT counted FROM claim_sheet WHERE claim_id = ?", CLAIM)) == {(1,)}
    assert desk.one(f"SELECT count(*) {OURS}") == 0


@pytest.mark.thorough
def test_a_review_in_a_file_makes_a_claim_reviewed_with_its_assertions_in_that_source(desk: Desk) -> None:
    desk.append(FILE, CARRIES)
    desk.read_well()
    assert set(statuses(desk)) == {("claim", "reviewed"), ("harbour-gazette", "reviewed"), ("port-bulletin", "recorded")}
    assert set(desk.rows(f"SELECT contributor_id, verdict, note {OURS}")) == {("second-reader", "carries", "The headline says so.")}
    assert desk.rows("SELECT name, kind FROM contributors WHERE id = 'second-reader'") == [("The curators’ second reader", "group")]
    before = desk.rows("SELECT * FROM reviews")
    desk.read_well()
    assert desk.rows("SELECT * FROM reviews") == before
    same_as_fresh(desk)


def test_a_verdict_that_changes_in_the_file_changes_the_status_and_keeps_what_was_said(desk: Desk) -> None:
    desk.append(FILE, CARRIES)
    desk.read_well()
    desk.edit(FILE, '"carries"', '"does-not-carry"')
    desk.read_well()
    assert set(statuses(desk)) == {("claim", "disputed"), ("harbour-gazette", "disputed"), ("port-bulletin", "recorded")}
    assert {row[0] for row in desk.rows(f"SELECT verdict {OURS}")} == {"does-not-carry"}
    assert {row[0] for row in desk.rows("SELECT json_extract(before, '$.verdict') FROM revisions WHERE table_name = 'reviews'")} == {
        "carries"
    }
    desk.edit(FILE, '"does-not-carry"', '"carries"')
    desk.read_well()
    assert set(statuses(desk)) == {("claim", "reviewed"), ("harbour-gazette", "reviewed"), ("port-bulletin", "recorded")}


@pytest.mark.thorough
def test_a_review_that_is_gone_from_its_file_leaves_the_claim_recorded(desk: Desk) -> None:
    desk.append(FILE, CARRIES)
    desk.read_well()
    desk.edit(FILE, CARRIES, "")
    desk.read_well()
    assert {status for _, status in statuses(desk)} == {"recorded"}
    assert desk.one(f"SELECT count(*) {OURS}") == 0


def test_a_file_may_change_a_reviewed_claim_and_the_review_stays(desk: Desk) -> None:
    claim = "clm-ferry-keeps-running"
    desk.append(FILE, CARRIES.replace("too-small", "keeps-running"))
    desk.read_well()
    desk.kb_well("review", claim, "--verdict", "carries")
    desk.edit(CLAIMS, WORDS, f"{WORDS} all year")
    desk.read_well()
    assert desk.rows("SELECT text, status FROM claims WHERE id = ?", claim) == [(f"{WORDS} all year", "reviewed")]
    assert not desk.faults()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('[[review]]\nid = "no-such-claim"\nverdict = "carries"\n', "there is no row"),
        ('[[review]]\nid = "ferry-too-small"\nverdict = "fine"\n', "carries"),
        ('[[review]]\nverdict = "carries"\n', "names no row"),
    ],
)
def test_what_is_wrong_with_a_review_is_told_and_nothing_is_recorded(desk: Desk, entry: str, words: str) -> None:
    desk.append(FILE, entry)
    refused = desk.read()
    told = refused.output
    assert refused.exit_code == 1
    assert words in told and "reviews.toml" in told
    assert desk.one(f"SELECT count(*) {OURS}") == 0


def test_a_file_cannot_say_by_itself_that_a_row_was_reviewed(desk: Desk) -> None:
    desk.append(
        RELATIONS,
        '[[relation]]\nfrom = "ferry-too-small"\nto = "ferry-keeps-running"\nrelation = "supports"\nrationale = "x"\nstatus = "reviewed"\n',
    )
    refused = desk.read()
    assert refused.exit_code == 1 and "somebody other than its author" in refused.output


def test_a_review_of_a_claim_leaves_out_further_passages_which_have_their_own(desk: Desk) -> None:
    further = '\n[[assertion]]\nid = "ferry-too-small-again"\nclaim_id = "ferry-keeps-running"\nquote = "The ferry is too small"\n'
    desk.append("sources/port-bulletin/claims.toml", further)
    file = "sources/port-bulletin/reviews.toml"
    desk.append(file, '\n[[review]]\nclaim_id = "ferry-keeps-running"\nverdict = "carries"\n')
    desk.read_well()
    of_passage = "SELECT status FROM assertions WHERE id = 'ast-ferry-too-small-again'"
    assert desk.one("SELECT status FROM claims WHERE id = 'clm-ferry-keeps-running'") == "reviewed"
    assert desk.one(of_passage) == "recorded"
    desk.append(file, '\n[[review]]\nassertion_id = "ferry-too-small-again"\nverdict = "carries"\n')
    desk.read_well()
    assert desk.one(of_passage) == "reviewed"


RELATED = '[[relation]]\nid = "too-small-limits-running"\nfrom = "ferry-too-small"\nto = "ferry-keeps-running"\nrelation = "qualifies"\nrationale = "A ferry too small runs, and does not do."\n'
ACROSS = '[[review]]\nrelation_id = "too-small-limits-running"\nverdict = "carries"\n'


@pytest.mark.thorough
def test_a_review_of_a_relation_stands_in_a_file_of_no_one_source(desk: Desk) -> None:
    desk.append(RELATIONS, RELATED)
    desk.read_well()
    status = "SELECT status FROM relations WHERE id = 'rel-too-small-limits-running'"
    assert desk.one(status) == "recorded"
    (desk.folder / "reviews.toml").write_text(ACROSS, "utf-8")
    desk.read_well()
    assert desk.one(status) == "reviewed"
    assert desk.rows(f"SELECT row_id, contributor_id {OURS}") == [("rel-too-small-limits-running", "second-reader")]
    assert "nothing new" in desk.read_well()
    same_as_fresh(desk)
    desk.edit("reviews.toml", "carries", "unsure")
    desk.read_well()
    assert desk.one(status) == "recorded"
    (desk.folder / "reviews.toml").unlink()
    desk.read_well()
    assert desk.one(f"SELECT count(*) {OURS}") == 0


def test_a_review_of_a_claim_in_the_file_of_no_one_source_leaves_out_its_passages(desk: Desk) -> None:
    (desk.folder / "reviews.toml").write_text(CARRIES.replace("id =", "claim_id ="), "utf-8")
    desk.read_well()
    assert set(statuses(desk)) == {("claim", "reviewed"), ("harbour-gazette", "recorded"), ("port-bulletin", "recorded")}


def test_a_review_of_a_relation_that_is_not_there_is_told(desk: Desk) -> None:
    (desk.folder / "reviews.toml").write_text(ACROSS, "utf-8")
    told = desk.read()
    assert told.exit_code == 1 and "tiny/reviews.toml, [[review]] 1" in told.output and "a relation" in told.output

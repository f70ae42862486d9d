"""Retracting: what goes with a row, what keeps it, and what brings it back."""

from __future__ import annotations

from pathlib import Path

from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get, refused, status
from tests.whole import done, kb, rows, sound

# ------------------------------------------------------------------------------------------------------------- retract


def test_retracting_a_claim_takes_its_assertions_and_relations(tiny_path: Path) -> None:
    done("retract", NUMBER, *BECAUSE, db=tiny_path)
    assert status(tiny_path, NUMBER) == "retracted"
    assert get(tiny_path, "SELECT count(*) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", NUMBER) == 0
    assert get(tiny_path, "SELECT count(*) FROM relations WHERE ? IN (from_claim_id, to_claim_id) AND status <> 'retracted'", NUMBER) == 0
    assert get(tiny_path, "SELECT count(*) FROM relations WHERE status = 'retracted'") > 0
    sound(tiny_path)


def test_retracting_an_assertion_takes_what_it_reports_and_the_claim_with_its_last(tiny_path: Path) -> None:
    claim = "clm-bridge-opens-1958"
    outermost = get(tiny_path, "SELECT id FROM assertions WHERE claim_id = ? AND level = 0", claim)
    said = kb("retract", outermost, *BECAUSE, db=tiny_path)
    assert said.code == 0
    assert claim in said.err
    assert get(tiny_path, "SELECT count(*) FROM assertions WHERE claim_id = ? AND status = 'retracted'", claim) == 3
    assert status(tiny_path, claim) == "retracted"


def test_a_claim_that_another_source_still_makes_stays(tiny_path: Path) -> None:
    for assertion in rows(tiny_path)["assertions"]:
        if assertion[1] == CLAIM and "port-bulletin" in assertion:
            done("retract", assertion[0], *BECAUSE, db=tiny_path)
    assert status(tiny_path, CLAIM) == "recorded"
    sound(tiny_path)


def test_what_is_retracted_is_readable_but_in_no_view_and_found_by_no_search(tiny_path: Path) -> None:
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    assert "The ferry is too small" in done("show", CLAIM, db=tiny_path)
    assert CLAIM not in done("search", "ferry", "small", db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM entity_claims WHERE claim_id = ?", CLAIM) == 0
    assert get(tiny_path, "SELECT group_concat(DISTINCT status) FROM claim_sheet WHERE claim_id = ?", CLAIM) == "retracted"


def test_retracting_again_does_nothing(tiny_path: Path) -> None:
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    before = rows(tiny_path)
    said = kb("retract", CLAIM, *BECAUSE, db=tiny_path)
    assert (said.code, said.out) == (0, "")
    assert rows(tiny_path) == before


def test_an_entity_in_use_is_not_retracted_and_its_uses_are_listed(tiny_path: Path) -> None:
    said = refused(tiny_path, "retract", "many-captains", *BECAUSE)
    assert "assertions.speaker_id" in said
    assert get(tiny_path, "SELECT id FROM assertions WHERE speaker_id = 'many-captains'") in said


def test_an_entity_goes_when_what_used_it_went(tiny_path: Path) -> None:
    done("retract", CLAIM, *BECAUSE, db=tiny_path)
    assert done("retract", "many-captains", *BECAUSE, db=tiny_path).startswith("run-")
    assert status(tiny_path, "many-captains") == "retracted"
    sound(tiny_path)


def test_what_was_retracted_is_not_named_again_until_it_is_taken_up(tiny_path: Path) -> None:
    done("new", "actor", "captain-hale", "Captain Hale", "--kind", "person", db=tiny_path)
    retraction = done("retract", "captain-hale", *BECAUSE, db=tiny_path)
    refused(tiny_path, "add", "--source", "port-bulletin", "--quote", "900", "--claim", "x", "--speaker", "captain-hale")
    refused(tiny_path, "new", "actor", "captain-hale", "Captain Hale", "--kind", "person")
    done("undo", retraction, *BECAUSE, db=tiny_path)
    add(tiny_path, "The ferry is rather small", "The ferry is too small", "port-bulletin", "--speaker", "captain-hale")
    sound(tiny_path)


def test_a_text_that_nobody_quotes_can_be_retracted_with_its_source(empty_path: Path) -> None:
    letter = ("source", "add", "-", "--title", "A letter")
    done(*letter, db=empty_path, stdin="Dear sirs. Yours truly.")
    retraction = done("retract", "a-letter", *BECAUSE, db=empty_path)
    refused(empty_path, "add", "--source", "a-letter", "--quote", "Yours truly", "--claim", "It is theirs")
    again = kb(*letter, db=empty_path, stdin="Dear sirs. Yours truly.")
    assert again.code == 1
    assert "retracted" in again.err
    done("undo", retraction, *BECAUSE, db=empty_path)
    assertion, _ = add(empty_path, "It is theirs", "Yours truly", "a-letter")
    assert assertion in refused(empty_path, "retract", "a-letter", *BECAUSE)
    sound(empty_path)


def test_a_mention_and_a_citation_can_be_retracted(tiny_path: Path) -> None:
    for table in ("mentions", "citations", "relations"):
        row_id = get(tiny_path, f"SELECT id FROM {table} LIMIT 1")
        done("retract", row_id, *BECAUSE, db=tiny_path)
        assert status(tiny_path, row_id) == "retracted"
    sound(tiny_path)


def test_an_assertion_reviewed_again_brings_back_what_it_needs(tiny_path: Path) -> None:
    claim = "clm-bridge-opens-1958"
    innermost = get(tiny_path, "SELECT id FROM assertions WHERE claim_id = ? AND level = 2", claim)
    done("retract", claim, *BECAUSE, db=tiny_path)
    assert "AST" in refused(tiny_path, "correct", claim, "status=reviewed", *BECAUSE)
    done("correct", innermost, "status=reviewed", *BECAUSE, db=tiny_path)
    assert status(tiny_path, claim) == "reviewed"
    assert get(tiny_path, "SELECT count(*) FROM assertions WHERE claim_id = ? AND status = 'reviewed'", claim) == 3
    sound(tiny_path)


def test_a_relation_to_a_retracted_claim_is_not_reviewed_again(tiny_path: Path) -> None:
    relation = get(tiny_path, "SELECT id FROM relations LIMIT 1")
    done("retract", NUMBER, *BECAUSE, db=tiny_path)
    assert "retracted claim" in refused(tiny_path, "correct", relation, "status=reviewed", *BECAUSE)
    assert status(tiny_path, relation) == "retracted"


def test_a_fact_said_again_by_somebody_else_brings_its_claim_back(tiny_path: Path) -> None:
    _, claim = add(tiny_path, "The ferry is rather small")
    done("retract", claim, *BECAUSE, db=tiny_path)
    _, again = add(tiny_path, "The ferry is rather small", "the ferry is too small", "harbour-gazette")
    assert again == claim
    assert status(tiny_path, claim) == "recorded"
    sound(tiny_path)

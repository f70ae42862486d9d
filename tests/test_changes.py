"""Correcting, retracting and merging: what changes, what goes with it, what is refused, and that nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from kb import store
from kb.history import story
from tests.whole import done, errors, ids_ever, kb, one, rows, sound

CLAIM = "clm-ferry-too-small"
NUMBER = "clm-company-passengers-april"
BECAUSE = ("--reason", "looked at it again")


def add(path: Path, claim: str, quote: str = "The ferry is too small", source: str = "port-bulletin", *more: object) -> tuple[str, str]:
    """(assertion, claim) of a fact added by a person."""
    assertion = done("add", "--source", source, "--quote", quote, "--claim", claim, *more, db=path)
    return assertion, get(path, "SELECT claim_id FROM assertions WHERE id = ?", assertion)


def get(path: Path, sql: str, *parameters: object) -> Any:
    connection = sqlite3.connect(path)
    try:
        found = connection.execute(sql, parameters).fetchone()
        return found[0] if found and len(found) == 1 else found
    finally:
        connection.close()


def status(path: Path, row_id: str) -> str:
    shown = json.loads(done("show", row_id, "--json", db=path))
    return str(shown["row"].get("status", "current"))


def refused(path: Path, *arguments: object, code: int = 1) -> str:
    before = rows(path)
    said = kb(*arguments, db=path)
    assert said.code == code, said.err
    assert rows(path) == before
    return said.err


# ------------------------------------------------------------------------------------------------------------- correct

CORRECTIONS: dict[str, tuple[str, dict[str, str], dict[str, object]]] = {
    "a claim": (
        CLAIM,
        {"kind": "factual", "about_time": "1956-05", "place_id": "the harbour"},
        {"about_latest": "1956-05-31", "place_id": "harbour"},
    ),
    "a triple of names": (
        CLAIM,
        {"subject_id": "second-ferry", "object_id": "stopped"},
        {"subject_id": "second-ferry", "predicate_id": "has-quality"},
    ),
    "an actor": (
        "canal-company",
        {"name": "Canal Company Ltd", "kind": "media", "part_of_id": "Harbour Office"},
        {"part_of_id": "harbour-office"},
    ),
    "a thing": ("harbour", {"latitude": "52.25", "longitude": "1"}, {"latitude": 52.25, "longitude": 1.0}),
    "an event": ("bridge-opening", {"actuality": "planned", "date": "1958-05"}, {"earliest": "1958-05-01", "latest": "1958-05-31"}),
    "a source": (
        "harbour-gazette",
        {"title": "Ferry stays", "published": "1956-05-04", "rights": ""},
        {"rights": None, "published": "1956-05-04"},
    ),
    "a predicate": ("carries", {"label": "ships"}, {"label": "ships"}),
    "a contributor": ("curators", {"name": "The curators"}, {"name": "The curators"}),
}


@pytest.mark.parametrize("case", CORRECTIONS)
def test_each_kind_of_row_can_be_corrected(case: str, tiny_path: Path) -> None:
    row_id, new, expected = CORRECTIONS[case]
    run = done("correct", row_id, *(f"{key}={value}" for key, value in new.items()), *BECAUSE, db=tiny_path)
    shown = json.loads(done("show", row_id, "--json", db=tiny_path))
    for key, value in expected.items():
        assert shown["row"][key] == value
    assert shown["history"][-1]["run_id"] == run
    sound(tiny_path)


def test_minted_rows_can_be_corrected_too(tiny_path: Path) -> None:
    for table, new in {
        "assertions": "certainty=possible",
        "relations": "rationale=counted anew",
        "mentions": "sense=role",
        "citations": "cited_text=the radio",
        "sections": "kind=caption",
    }.items():
        row_id = get(tiny_path, f"SELECT id FROM {table} ORDER BY id LIMIT 1")
        done("correct", row_id, new, *BECAUSE, db=tiny_path)
        column, value = new.split("=")
        assert get(tiny_path, f"SELECT {column} FROM {table} WHERE id = ?", row_id) == value
    sound(tiny_path)


@pytest.mark.parametrize(
    "column", ["id", "run_id", "recorded_at", "about_earliest", "about_latest", "merged_into_id", "level", "source_id", "colour"]
)
def test_what_is_computed_or_fixed_cannot_be_corrected(column: str, tiny_path: Path) -> None:
    refused(tiny_path, "correct", CLAIM, f"{column}=x", *BECAUSE, code=2)


@pytest.mark.parametrize("table", ["snapshots", "passages", "runs"])
def test_rows_that_never_change_cannot_be_corrected(table: str, tiny_path: Path) -> None:
    row_id = get(tiny_path, f"SELECT id FROM {table} LIMIT 1")
    for column in ("text", "exact", "reason", "section_id"):
        refused(tiny_path, "correct", row_id, f"{column}=x", *BECAUSE, code=2)


@pytest.mark.parametrize(
    ("row_id", "new"),
    [
        (CLAIM, "kind=guess"),
        (CLAIM, "about_time=May"),
        (CLAIM, "subject_id=nobody"),
        (CLAIM, "subject_id="),
        (CLAIM, "text="),
        (CLAIM, "event_id=ferry"),
        ("harbour", "latitude=north"),
        ("harbour", "latitude=91"),
        ("harbour", "latitude="),
        ("bridge-opening", "date="),
        ("bridge-opening", "part_of_id=bridge-opening"),
        ("harbour-gazette", "url=nowhere"),
        ("canal-company", "name="),
        (NUMBER, "quantity.minimum=many"),
        (NUMBER, "quantity.measure="),
        (NUMBER, "quantity.maximum=3"),
    ],
)
def test_a_value_that_cannot_be_is_refused(row_id: str, new: str, tiny_path: Path) -> None:
    assert refused(tiny_path, "correct", row_id, new, *BECAUSE).startswith("kb: ")


def test_a_column_with_a_slip_of_the_pen_offers_the_nearest(tiny_path: Path) -> None:
    assert "did you mean subject_id" in refused(tiny_path, "correct", CLAIM, "subject=ferry", *BECAUSE, code=2)
    assert "did you mean minimum" in refused(tiny_path, "correct", NUMBER, "quantity.minimun=3", *BECAUSE, code=2)


def test_a_correction_that_says_what_is_there_leaves_no_run(tiny_path: Path) -> None:
    before = rows(tiny_path)
    said = kb("correct", CLAIM, "kind=evaluation", *BECAUSE, db=tiny_path)
    assert (said.code, said.out) == (0, "")
    assert rows(tiny_path) == before


def test_a_claim_keeps_its_id_through_other_words_while_one_source_asserts_it(tiny_path: Path) -> None:
    done("correct", NUMBER, "text=The Canal  Company carried 1,200 passengers or more", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT text FROM claims WHERE id = ?", NUMBER) == "The Canal Company carried 1,200 passengers or more"
    assert any("1,200 passengers or more" in change["change"] for change in history(tiny_path, NUMBER))


def test_other_words_for_a_claim_of_two_sources_are_refused(tiny_path: Path) -> None:
    assert "2 sources" in refused(tiny_path, "correct", CLAIM, "text=The ferry is tiny", *BECAUSE)


def test_the_words_of_another_claim_are_refused_and_the_other_is_named(tiny_path: Path) -> None:
    assert CLAIM in refused(tiny_path, "correct", NUMBER, "text=The ferry is too small", *BECAUSE)


def test_a_quote_is_sought_in_the_text_and_the_assertion_keeps_its_id(tiny_path: Path) -> None:
    assertion, _ = add(tiny_path, "The ferry is rather small")
    done("correct", assertion, "quote=The ferry is too small, as everyone knows", *BECAUSE, db=tiny_path)
    words = "SELECT exact FROM passages JOIN assertions ON passage_id = passages.id WHERE assertions.id = ?"
    assert get(tiny_path, words, assertion) == "The ferry is too small, as everyone knows"
    assert "[-" in refused(tiny_path, "correct", assertion, "quote=The ferry is too big, as everyone knows", *BECAUSE)


def test_a_cue_is_sought_in_the_sentence_and_can_be_taken_out(tiny_path: Path) -> None:
    assertion, _ = add(tiny_path, "The ferry is rather small")
    done("correct", assertion, "cue=everyone knows", "certainty=certain", *BECAUSE, db=tiny_path)
    cue, start, end = get(tiny_path, "SELECT cue, cue_start_char, cue_end_char FROM assertions WHERE id = ?", assertion)
    text = get(tiny_path, "SELECT text FROM snapshots WHERE source_id = 'port-bulletin'")
    assert cue == "everyone knows" == text[start:end]
    refused(tiny_path, "correct", assertion, "cue=nobody knows", *BECAUSE)
    done("correct", assertion, "cue=", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT cue FROM assertions WHERE id = ?", assertion) is None


def test_the_figures_of_a_claim_are_corrected_together_and_stand_in_its_history(tiny_path: Path) -> None:
    run = done("correct", NUMBER, "quantity.minimum=1100", "quantity.maximum=1300", "quantity.comparison=range", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT comparison, minimum, maximum FROM quantities WHERE claim_id = ?", NUMBER) == ("range", 1100.0, 1300.0)
    last = history(tiny_path, NUMBER)[-1]
    assert last["run_id"] == run
    assert "minimum: 1200.0 -> 1100.0" in last["change"]
    assert "no quantity" in refused(tiny_path, "correct", CLAIM, "quantity.value=3", *BECAUSE, code=2)


def test_retracting_is_no_correction(tiny_path: Path) -> None:
    assert "kb retract" in refused(tiny_path, "correct", CLAIM, "status=retracted", *BECAUSE, code=2)


# ------------------------------------------------------------------------------------------------------------- history


def history(path: Path, row_id: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(done("show", row_id, "--json", db=path))["history"]
    return told


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
    assert history(tiny_path, CLAIM)[-1]["by"] == "somebody past the library"


def test_a_row_that_was_removed_still_says_what_it_was(tiny_path: Path) -> None:
    run = done("new", "predicate", "eats", "eats", db=tiny_path)
    assert run == "eats"
    run_id = get(tiny_path, "SELECT run_id FROM predicates WHERE id = 'eats'")
    done("undo", run_id, *BECAUSE, db=tiny_path)
    shown = json.loads(done("show", "eats", "--json", db=tiny_path))
    assert shown["row"]["status"] == "removed"
    assert shown["row"]["label"] == "eats"
    assert shown["history"][-1]["change"] == "removed"


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
    assert status(tiny_path, CLAIM) == "reviewed"
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
    done("new", "actor", "captain-hale", "Captain Hale", db=tiny_path)
    retraction = done("retract", "captain-hale", *BECAUSE, db=tiny_path)
    refused(tiny_path, "add", "--source", "port-bulletin", "--quote", "900", "--claim", "x", "--speaker", "captain-hale")
    refused(tiny_path, "new", "actor", "captain-hale", "Captain Hale")
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
    assert status(tiny_path, claim) == "reviewed"
    sound(tiny_path)


# --------------------------------------------------------------------------------------------------------------- merge


def test_merging_actors_moves_all_that_named_the_one_and_keeps_its_names(tiny_path: Path) -> None:
    done("merge", "canal-company", "harbour-board", *BECAUSE, db=tiny_path)
    left = {
        f"{table}.{column}": one(connection, f"SELECT count(*) FROM {table} WHERE {column} = 'canal-company'")
        for connection in [sqlite3.connect(tiny_path)]
        for table in rows(tiny_path)
        for _, column, target, *_ in [(row[0], row[3], row[2]) for row in connection.execute(f"PRAGMA foreign_key_list({table})")]
        if target in ("actors", "entities") and column not in ("id", "merged_into_id")
    }
    assert len(left) > 8
    assert set(left.values()) == {0}
    names = {row[0] for row in sqlite3.connect(tiny_path).execute("SELECT name FROM names WHERE entity_id = 'harbour-board'")}
    assert {"Canal Company", "The Company", "Compagnie du canal"} <= names
    sound(tiny_path)


@pytest.mark.parametrize(
    ("old", "into"),
    [
        ("harbour-office", "harbour-board"),
        ("harbour-board", "harbour-office"),
        ("ferry", "second-ferry"),
        ("second-ferry-decision", "bridge-opening"),
    ],
)
def test_an_old_id_goes_on_answering(old: str, into: str, tiny_path: Path) -> None:
    done("merge", old, into, *BECAUSE, db=tiny_path)
    shown = json.loads(done("show", old, "--json", db=tiny_path))
    assert shown["became"] == into
    assert f"see kb show {into}" in done("show", old, db=tiny_path)
    triple = ("--subject", old, "--predicate", "harms", "--object", "stopped")
    _, claim = add(tiny_path, "A new claim about it", "The ferry is too small", "port-bulletin", *triple)
    assert get(tiny_path, "SELECT subject_id FROM claims WHERE id = ?", claim) == into
    sound(tiny_path)


def test_neither_of_two_merged_rows_becomes_part_of_itself(tiny_path: Path) -> None:
    done("new", "actor", "harbour-watch", "Harbour Watch", "--part-of", "harbour-board", db=tiny_path)
    done("merge", "harbour-board", "harbour-office", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT part_of_id FROM actors WHERE id = 'harbour-watch'") == "harbour-office"
    assert get(tiny_path, "SELECT part_of_id FROM actors WHERE id = 'harbour-office'") is None
    done("new", "actor", "night-watch", "Night Watch", "--part-of", "harbour-watch", db=tiny_path)
    assert "part of itself" in refused(tiny_path, "merge", "harbour-office", "night-watch", *BECAUSE)


def test_names_that_both_have_stay_once(tiny_path: Path) -> None:
    done("new", "actor", "the-company", "Canal Company", "--alias", "The Company", db=tiny_path)
    done("merge", "the-company", "canal-company", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM names WHERE name = 'The Company'") == 1
    assert get(tiny_path, "SELECT count(*) FROM names WHERE name = 'Canal Company'") == 0
    assert "The Company" in history(tiny_path, "the-company")[-1]["change"] + history(tiny_path, "the-company")[-2]["change"]


def test_a_mention_of_both_at_one_place_stays_once_and_the_other_stays_readable(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    with store.run(connection, "add") as run:
        mention = connection.execute(
            "SELECT snapshot_id, start_char, end_char, exact FROM mentions WHERE entity_id = 'radio-one'"
        ).fetchone()
        connection.execute(
            "INSERT INTO mentions(id, snapshot_id, start_char, end_char, exact, entity_id, sense, run_id) VALUES ('men-second', ?, ?, ?, ?, 'many-captains', 'name', ?)",
            (*mention, run),
        )
    connection.close()
    done("merge", "many-captains", "radio-one", *BECAUSE, db=tiny_path)
    assert status(tiny_path, "men-second") == "retracted"
    sound(tiny_path)


def test_merging_events_moves_claims_and_participations(tiny_path: Path) -> None:
    done("merge", "second-ferry-decision", "bridge-opening", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT event_id FROM claims WHERE id = 'clm-board-agrees-second-ferry'") == "bridge-opening"
    assert get(tiny_path, "SELECT event_id FROM participations") == "bridge-opening"
    sound(tiny_path)


def test_a_cited_work_merges_into_one_that_is_held_but_a_held_text_never_moves(tiny_path: Path) -> None:
    refused(tiny_path, "merge", "port-bulletin", "radio-one-broadcast", *BECAUSE)
    done("merge", "radio-one-broadcast", "port-bulletin", *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT cited_id FROM citations") == "port-bulletin"
    assert get(tiny_path, "SELECT work_id FROM assertions WHERE work_id IS NOT NULL") == "port-bulletin"
    sound(tiny_path)


def test_two_authors_found_to_be_one_are_named_once(empty_path: Path) -> None:
    done("source", "add", "-", "--title", "A", "--author", "Ada", "--author", "A. Writer", "--author", "Ben", db=empty_path, stdin="Words.")
    done("merge", "a-writer", "ada", *BECAUSE, db=empty_path)
    connection = sqlite3.connect(empty_path)
    assert connection.execute("SELECT actor_id FROM source_authors ORDER BY position").fetchall() == [("ada",), ("ben",)]


def test_merging_claims_moves_chains_roles_and_numbers(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The Canal Company carried a great many passengers in April 1956", "carried 900 passengers")
    chain = [row[0] for row in sqlite3.connect(tiny_path).execute("SELECT id FROM assertions WHERE claim_id = ? ORDER BY level", (NUMBER,))]
    done("merge", NUMBER, new, *BECAUSE, db=tiny_path)
    for assertion in chain:
        assert get(tiny_path, "SELECT claim_id FROM assertions WHERE id = ?", assertion) == new
    assert get(tiny_path, "SELECT minimum FROM quantities WHERE claim_id = ?", new) == 1200
    assert get(tiny_path, "SELECT status, merged_into_id FROM claims WHERE id = ?", NUMBER) == ("retracted", new)
    assert get(tiny_path, "SELECT to_claim_id FROM relations") == new
    assert json.loads(done("show", NUMBER, "--json", db=tiny_path))["became"] == new
    sound(tiny_path)


def test_two_different_figures_stay_two_claims(tiny_path: Path) -> None:
    assert "different numbers" in refused(tiny_path, "merge", NUMBER, "clm-company-passengers-april-bulletin", *BECAUSE)


def test_the_relation_between_two_merged_claims_goes(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, new, CLAIM, "agrees")
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT status FROM relations WHERE from_claim_id = ? AND relation = 'agrees'", new) == "retracted"
    sound(tiny_path)


def relate(path: Path, first: str, second: str, relation: str) -> None:
    file = path.with_name("relation.jsonl")
    file.write_text(
        json.dumps({"type": "relation", "from": first, "to": second, "relation": relation, "rationale": "as the texts have it"})
    )
    done("import", file, db=path)


@pytest.mark.parametrize("turned", [False, True], ids=["the same way round", "the other way round"])
def test_a_relation_that_the_other_claim_has_already_stays_once(turned: bool, tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, CLAIM, NUMBER, "agrees")
    relate(tiny_path, *((NUMBER, new) if turned else (new, NUMBER)), "agrees")
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM relations WHERE relation = 'agrees' AND status <> 'retracted'") == 1
    sound(tiny_path)


def test_a_relation_that_was_retracted_there_counts_again_when_the_other_has_it(tiny_path: Path) -> None:
    _, new = add(tiny_path, "The ferry is rather small")
    relate(tiny_path, CLAIM, NUMBER, "explains")
    relate(tiny_path, new, NUMBER, "explains")
    done(
        "retract",
        get(tiny_path, "SELECT id FROM relations WHERE from_claim_id = ? AND relation = 'explains'", CLAIM),
        *BECAUSE,
        db=tiny_path,
    )
    done("merge", new, CLAIM, *BECAUSE, db=tiny_path)
    live = "SELECT from_claim_id, to_claim_id FROM relations WHERE relation = 'explains' AND status <> 'retracted'"
    assert get(tiny_path, live) == (CLAIM, NUMBER)
    sound(tiny_path)


def test_the_same_words_of_the_same_speaker_assert_a_merged_claim_once(tiny_path: Path) -> None:
    quote = "Many captains believe that the ferry is too small"
    voices = ("--speaker", "many-captains", "--speaker", "radio-one")
    _, first = add(tiny_path, "The ferry is rather small", quote, "harbour-gazette", *voices)
    _, second = add(tiny_path, "The ferry is somewhat small", quote, "harbour-gazette", *voices)
    done("merge", second, first, *BECAUSE, db=tiny_path)
    connection = sqlite3.connect(tiny_path)
    live = connection.execute(
        "SELECT level FROM assertions WHERE claim_id = ? AND status <> 'retracted' ORDER BY level", (first,)
    ).fetchall()
    assert live == [(0,), (1,), (2,)]
    sound(tiny_path)


def test_a_claim_merged_twice_leads_to_the_last(tiny_path: Path) -> None:
    _, first = add(tiny_path, "The ferry is rather small")
    _, second = add(tiny_path, "The ferry is somewhat small")
    done("merge", first, second, *BECAUSE, db=tiny_path)
    done("merge", second, CLAIM, *BECAUSE, db=tiny_path)
    refused(tiny_path, "merge", first, CLAIM, *BECAUSE)
    assert done("add", "--source", "port-bulletin", "--quote", "as everyone knows", "--claim-id", first, db=tiny_path)
    assert get(tiny_path, "SELECT count(*) FROM assertions WHERE claim_id IN (?, ?)", first, second) == 0
    sound(tiny_path)


def test_a_fact_in_the_words_of_a_merged_claim_is_one_of_the_claim_that_took_its_place(tiny_path: Path) -> None:
    _, first = add(tiny_path, "The ferry is rather small")
    done("merge", first, CLAIM, *BECAUSE, db=tiny_path)
    _, again = add(tiny_path, "The ferry is rather small", "the ferry is too small", "harbour-gazette")
    assert again == CLAIM
    sound(tiny_path)


@pytest.mark.parametrize(
    "pair",
    [("harbour-office", "harbour-board"), ("ferry", "second-ferry"), ("radio-one-broadcast", "port-bulletin")],
    ids=lambda pair: pair[0],
)
def test_what_is_merged_already_is_not_merged_again(pair: tuple[str, str], tiny_path: Path) -> None:
    done("merge", *pair, *BECAUSE, db=tiny_path)
    for both in (pair, pair[::-1]):
        assert "merged" in refused(tiny_path, "merge", *both, *BECAUSE)


@pytest.mark.parametrize("row_id", ["carries", "curators"])
def test_rows_that_are_not_merged_say_so(row_id: str, tiny_path: Path) -> None:
    done("new", "predicate", "ships", "ships", db=tiny_path)
    refused(tiny_path, "merge", row_id, "ships" if row_id == "carries" else "ferry", *BECAUSE, code=2)


def test_no_id_is_ever_lost(tiny_path: Path) -> None:
    connection = store.connect(tiny_path)
    known = ids_ever(connection)
    done("merge", "canal-company", "harbour-board", *BECAUSE, db=tiny_path)
    done("merge", CLAIM, "clm-ferry-keeps-running", *BECAUSE, db=tiny_path)
    done("retract", "clm-captains-are-asked", *BECAUSE, db=tiny_path)
    for row_id in known:
        assert story(connection, row_id).row
    assert errors(connection) == []

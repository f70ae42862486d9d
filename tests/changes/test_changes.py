"""Correcting, retracting and merging: what changes, what goes with it, what is refused, and that nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.harness.edits import BECAUSE, CLAIM, NUMBER, add, get, history, refused
from tests.whole import done, kb, rows, sound

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
@pytest.mark.thorough
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
@pytest.mark.thorough
def test_what_is_computed_or_fixed_cannot_be_corrected(column: str, tiny_path: Path) -> None:
    refused(tiny_path, "correct", CLAIM, f"{column}=x", *BECAUSE, code=2)


@pytest.mark.parametrize("table", ["snapshots", "passages", "runs"])
@pytest.mark.thorough
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
@pytest.mark.thorough
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
    assert "minimum: 1,200 -> 1,100" in last["change"]
    assert "no quantity" in refused(tiny_path, "correct", CLAIM, "quantity.value=3", *BECAUSE, code=2)


def test_retracting_is_no_correction(tiny_path: Path) -> None:
    assert "kb retract" in refused(tiny_path, "correct", CLAIM, "status=retracted", *BECAUSE, code=2)

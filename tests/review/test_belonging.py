"""An accepted claim that says where a person belongs records the affiliation too, and one that is denied or past records none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.names.entities import NewEntity, add_entity
from kb.review import by_sentence
from kb.review.by_sentence import Decision
from tests.site import queue as plants
from tests.site.queue import CARRIED

WORDS = "SELECT id FROM proposals WHERE exact = ?"


@pytest.fixture
def base(tiny_path: Path) -> Iterator[sqlite3.Connection]:
    plants.planted(tiny_path)
    connection = store.connect(tiny_path)
    with runs.begin(connection, "add") as run:
        add_entity(run, NewEntity("actor", "ada-holm", {"id": "ada-holm", "name": "Ada Holm", "kind": "person"}))
        add_entity(run, NewEntity("actor", "port-league", {"id": "port-league", "name": "Port League", "kind": "organization"}))
        add_entity(run, NewEntity("actor", "verland", {"id": "verland", "name": "Verland", "kind": "state"}))
        add_entity(run, NewEntity("predicate", "is-one", {"id": "is-one", "label": "is"}))
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("text", "stance", "expected"),
    [
        ("Ada Holm is a research fellow at the Port League.", "affirms", [("ada-holm", "port-league", "affiliated-with")]),
        ("Ada Holm is a member of the Port League", "affirms", [("ada-holm", "port-league", "member-of")]),
        ("Ada Holm is the foreign minister of Verland", "affirms", [("ada-holm", "verland", "official-of")]),
        ("Ada Holm is a research fellow at the Port League.", "denies", []),
        ("Ada Holm is a former member of the Port League", "affirms", []),
        ("Ada Holm is a critic of the Port League", "affirms", []),
        ("Ada Holm is a member of the River Society", "affirms", []),
    ],
)
@pytest.mark.thorough
def test_belonging_is_recorded_with_the_claim_that_it_rests_on(
    base: sqlite3.Connection, text: str, stance: str, expected: list[tuple[str, str, str]]
) -> None:
    proposal = base.execute(WORDS, (CARRIED.words,)).fetchone()[0]
    typed = {"text": text, "stance": stance, "subject": "Ada Holm", "predicate": "is-one", "object": "in office", "object-kind": "words"}
    with runs.begin(base, "review", contributor="tester") as run:
        [decided] = by_sentence.decide_all(run, [Decision(proposal, "accept", typed)])
    assert decided.added
    sql = "SELECT entity_id, whole_id, role FROM affiliations WHERE claim_id = ? AND run_id = ?"
    assert base.execute(sql, (decided.added.claim_id, run.id)).fetchall() == expected

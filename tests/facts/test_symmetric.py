"""A claim with a symmetric predicate is the same claim whichever of the two is its subject."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from kb import facts
from kb.base import runs
from kb.errors import ConflictError
from kb.facts import Fact

FERRY = Fact(
    source="port-bulletin", quote="900 passengers", text="The ferry and the bridge compete", subject="ferry", object="bridge-opening"
)


@pytest.fixture
def competing(tiny: sqlite3.Connection) -> sqlite3.Connection:
    with runs.begin(tiny, "add") as run:
        run.insert("predicates", {"id": "competes-with", "label": "competes with", "description": "Both want the same.", "symmetric": 1})
        facts.record(run, replace(FERRY, predicate="competes-with"))
        facts.record(run, replace(FERRY, predicate="harms", text="The ferry harms the bridge"))
    return tiny


def test_subject_and_object_may_be_exchanged(competing: sqlite3.Connection) -> None:
    with runs.begin(competing, "add") as run:
        added = facts.record(run, replace(FERRY, predicate="competes-with", subject="bridge-opening", object="ferry", quote="passengers"))
    (kept,) = competing.execute("SELECT subject_id FROM claims WHERE predicate_id = 'competes-with'").fetchall()
    assert kept == ("ferry",) and added.claim_id


def test_of_any_other_predicate_they_may_not(competing: sqlite3.Connection) -> None:
    other = replace(FERRY, predicate="harms", text="The ferry harms the bridge", subject="bridge-opening", object="ferry")
    with pytest.raises(ConflictError, match="subject_id"), runs.begin(competing, "add") as run:
        facts.record(run, other)


def test_another_time_is_another_claim_either_way_round(competing: sqlite3.Connection) -> None:
    other = replace(FERRY, predicate="competes-with", subject="bridge-opening", object="ferry", about="1956")
    with pytest.raises(ConflictError, match=r"subject_id|about_time"), runs.begin(competing, "add") as run:
        facts.record(run, other)

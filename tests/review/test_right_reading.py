"""Three articles are reviewed to their right reading, by a reviewer who corrects only what is wrong, with few keys for each claim."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kb.base import store
from kb.names.lookup import Lookup
from kb.propose import parser as models
from kb.review import choosing
from tests.review.scripted import Counted, Reviewer, Right

NAMES = ("courier", "ledger", "weekly")
MOST_KEYS = 6.0  # for each accepted claim, on average of the three articles
LEAST_TRIPLES = 0.85

CLAIM = """SELECT assertions.speaker_id, level, assertions.stance, subject_id, predicate_id, object_id, object_text, claims.id FROM proposals
JOIN assertions ON assertions.id = assertion_id JOIN claims ON claims.id = claim_id WHERE proposals.id = ?"""


@dataclass
class Reviewed:
    base: sqlite3.Connection
    reviewers: dict[str, Reviewer]
    counted: dict[str, Counted]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory, empty_built: Path) -> Iterator[Reviewed]:
    """A base with the three articles, reviewed."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    path = tmp_path_factory.mktemp("articles") / "kb.db"
    path.write_bytes(empty_built.read_bytes())
    connection = store.connect(path)
    reviewers, counted = {}, {}
    for name in NAMES:
        reviewers[name] = Reviewer(connection, name)
        counted[name] = reviewers[name].review()
    yield Reviewed(connection, reviewers, counted)
    connection.close()


@pytest.mark.thorough
def test_the_right_reading_is_what_the_base_holds_in_the_end(reviewed: Reviewed) -> None:
    for reviewer in reviewed.reviewers.values():
        assert not reviewer.left and len(reviewer.pairs) == len(reviewer.claims)
        assert not [claim.quote for proposal, claim in reviewer.pairs if not recorded_as(reviewed.base, proposal, claim)]


def recorded_as(base: sqlite3.Connection, proposal: str, claim: Right) -> bool:
    """Whether a proposal became this claim, in this voice."""
    speaker, level, stance, subject, predicate, object_id, object_text, _ = base.execute(CLAIM, (proposal,)).fetchone()
    lookup = Lookup(base)
    said = choosing.name_of(lookup, "speaker", speaker) if level else ""
    object_ = choosing.name_of(lookup, "object", object_id) if object_id else object_text
    parts = {"speaker": said, "stance": stance, "object": object_}
    parts |= {"subject": choosing.name_of(lookup, "subject", subject), "predicate": choosing.name_of(lookup, "predicate", predicate)}
    return all(claim.has(name, shown) for name, shown in parts.items())


def test_an_accepted_claim_takes_about_six_keys_on_average(reviewed: Reviewed) -> None:
    keys, accepted = (sum(getattr(one, name) for one in reviewed.counted.values()) for name in ("keys", "accepted"))
    assert accepted > 150
    assert keys / accepted <= MOST_KEYS, {name: one.by_field for name, one in reviewed.counted.items()}


def test_accepted_claims_have_subject_predicate_and_object(reviewed: Reviewed) -> None:
    sql = "SELECT count(*), count(subject_id IS NOT NULL AND predicate_id IS NOT NULL OR NULL) FROM claims"
    claims, whole = reviewed.base.execute(sql).fetchone()
    assert whole / claims >= LEAST_TRIPLES


def test_the_articles_agree_and_disagree_with_one_another(reviewed: Reviewed) -> None:
    sql = "SELECT claim_a, source_a_id, stance_a, source_b_id, stance_b, finding FROM comparisons WHERE source_a_id < source_b_id"
    rows = reviewed.base.execute(sql).fetchall()
    between = {(row[1], row[3], row[5]) for row in rows}
    sources = sorted(reviewer.source for reviewer in reviewed.reviewers.values())
    assert {pair[:2] for pair in between if pair[2] == "agreement"} >= set(itertools.combinations(sources, 2))
    assert {pair[:2] for pair in between if pair[2] == "disagreement"} >= {(sources[0], sources[2]), (sources[1], sources[2])}
    assert any("protect the old town" in row[0] and row[5] == "disagreement" for row in rows)


def test_what_was_decided_is_reviewed_by_whoever_decided(reviewed: Reviewed) -> None:
    unreviewed = (
        "SELECT count(*) FROM proposals WHERE assertion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reviews"
        " WHERE table_name = 'assertions' AND row_id = assertion_id AND verdict = 'carries')"
    )
    assert reviewed.base.execute(unreviewed).fetchone() == (0,)
    assert reviewed.base.execute("SELECT count(*) > 100 FROM mentions").fetchone() == (1,)

"""A statement finds the predicate of the base that says what it says, in other words and in the right direction, and no wider or narrower one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import propose
from kb.base import runs, store
from kb.names.entities import NewEntity, add_entity
from kb.names.lookup import Lookup
from kb.propose import parser as models
from kb.propose.grounding.predicates import synonyms

PREDICATES = {
    "is-a": "is a",
    "holds-position": "holds the position of",
    "works-for": "works for",
    "supports": "supports",
    "should-support": "should support",
    "allied-with": "is allied with",
    "formally-allied-with": "is formally allied with",
    "harms": "harms",
    "contributes-to": "contributes to",
}
CASES = {
    "Swedish President Ada Holm visited Malmo.": "holds-position",
    "Ada Holm works as an economics professor.": "holds-position",
    "Ada Holm is a clerk at Malmo Bank.": "works-for",
    "Ada Holm, research fellow at Malmo University, disagreed.": "works-for",
    "Lund supports Malmo.": "supports",
    "Lund should support Malmo.": "should-support",
    "Lund is an ally of Malmo.": "allied-with",
    "Malmo is Lund’s official ally.": "formally-allied-with",
    "The harbour was negatively affected by the storm.": "harms",
    "Lund has played a role in building the pier.": "contributes-to",
    "Ada Holm is a member of the Port League.": None,
}


@pytest.fixture(scope="module")
def base(empty_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A base with a few predicates and nothing else."""
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    path = tmp_path_factory.mktemp("predicates") / "kb.db"
    path.write_bytes(empty_built.read_bytes())
    connection = store.connect(path)
    with runs.begin(connection, "add") as run:
        for name, label in PREDICATES.items():
            add_entity(run, NewEntity("predicate", name, {"id": name, "label": label}))
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def read(base: sqlite3.Connection) -> list[propose.Proposal]:
    """What is proposed from all cases, a paragraph each."""
    return propose.propose("\n\n".join(CASES), Lookup(base))


@pytest.mark.parametrize("said", CASES)
def test_a_predicate_of_the_base_is_chosen_where_one_fits(said: str, read: list[propose.Proposal]) -> None:
    start = "\n\n".join(CASES).index(said)
    inside = [one.statement for one in read if one.statement and start <= one.attribution.content.start < start + len(said)]
    chosen = {one.predicate.id if one.predicate else None for one in inside}
    assert CASES[said] in chosen
    assert not chosen & {"should-support", "formally-allied-with", "is-a"} - {CASES[said]}


def test_a_member_of_something_is_not_that_thing(read: list[propose.Proposal]) -> None:
    league = [one.statement for one in read if one.statement and one.statement.new and one.statement.new.id == "is-member-of"]
    assert [one.object_entity.label for one in league if one.object_entity] == ["Port League"]


def test_a_relation_in_two_groups_means_much_the_same_as_both() -> None:
    assert {("require",), ("rest", "on")} <= set(synonyms(("depend", "on")))

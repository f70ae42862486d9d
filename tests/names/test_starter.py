"""The predicates that a base of one's own may begin with: general, defined, and the same as the shipped texts use where they share one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import kb
from ingest.__main__ import read_into
from kb.names import starter
from tests.conftest import INGEST
from tests.whole import done, sound

STARTER = {entry["id"]: entry for entry in starter.predicates()}


def test_every_predicate_is_defined_in_a_sentence_and_no_two_read_alike() -> None:
    assert 40 <= len(STARTER) <= 60
    assert len({entry["label"] for entry in STARTER.values()}) == len(STARTER) == len({entry["description"] for entry in STARTER.values()})
    assert [
        name for name, entry in STARTER.items() if not entry["description"][0].isupper() or not entry["description"].endswith(".")
    ] == []


def test_a_predicate_that_the_shipped_texts_use_too_says_the_same_there() -> None:
    shipped: dict[str, dict[str, object]] = {}
    for name in ("predicates.toml", "predicate_properties.toml"):
        for entry in tomllib.loads((INGEST / name).read_text("utf-8"))["predicate"]:
            shipped.setdefault(entry["id"], {}).update(entry)
    shared = STARTER.keys() & shipped.keys()
    assert len(shared) > 20
    assert {name: STARTER[name] for name in shared} == {name: shipped[name] for name in shared}
    labels = {entry["label"]: name for name, entry in shipped.items()}
    assert {name: labels[entry["label"]] for name, entry in STARTER.items() if labels.get(entry["label"], name) != name} == {}


def test_an_inverse_of_a_transitive_predicate_is_transitive_too() -> None:
    for entry in STARTER.values():
        if entry.get("inverse_of"):
            assert entry.get("transitive") == STARTER[entry["inverse_of"]].get("transitive"), entry["id"]


@pytest.mark.thorough
def test_a_base_begins_with_them_only_where_that_is_asked_for(tmp_path: Path) -> None:
    done("init", tmp_path / "plain.db")
    assert done("list", "predicates", db=tmp_path / "plain.db", stdin=None).count("\n") <= 1
    assert done("init", tmp_path / "starter.db", "--starter").startswith(
        f"{tmp_path / 'starter.db'}: a base with {len(STARTER)} predicates"
    )
    listed = done("list", "predicates", "--format", "jsonl", db=tmp_path / "starter.db").splitlines()
    assert len(listed) == len(STARTER)
    sound(tmp_path / "starter.db")
    with kb.init(tmp_path / "python.db", starter=True) as base:
        assert base.query("SELECT id, symmetric FROM predicates WHERE id = 'borders'") == [{"id": "borders", "symmetric": 1}]


@pytest.mark.thorough
def test_the_shipped_texts_can_be_read_into_a_base_that_began_with_them(tmp_path: Path) -> None:
    with kb.init(tmp_path / "starter.db", starter=True):
        pass
    read_into(tmp_path / "starter.db", INGEST, check=False)
    sound(tmp_path / "starter.db")


@pytest.mark.parametrize(
    ("what", "found"),
    [("sources", "harbour-gazette"), ("actors", "radio-one"), ("things", "ferry"), ("events", "bridge-opening"), ("predicates", "carries")],
)
def test_what_there_is_can_be_listed(what: str, found: str, tiny_path: Path) -> None:
    assert found in done("list", what, db=tiny_path)
    assert f'"id": "{found}"' in done("list", what, "--format", "jsonl", db=tiny_path).replace('"id":"', '"id": "')

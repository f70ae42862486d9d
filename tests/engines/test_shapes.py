"""pyshacl and `kb check` are two judges of one base: a fault planted in its rows is told by both."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from rdflib import SH, Graph

from kb.base import checks, schema, store
from kb.base.problems import Problem
from kb.rdf import shacl
from tests.engines import planted
from tests.engines.lived_in import lived_in
from tests.engines.planted import Fault

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # in rdflib's own reader
ROUNDS = [
    pytest.param(planted.ROUNDS[0], id="values"),  # the suite plants the first round; make engines all, and each fault by itself
    pytest.param(planted.ROUNDS[1], id="references", marks=pytest.mark.engines),
    pytest.param(planted.ROUNDS[2], id="structure", marks=pytest.mark.engines),
]


def judged(path: Path) -> tuple[list[Problem], set[str]]:
    """What `kb check` finds wrong, and the messages that pyshacl gives."""
    with closing(store.connect(path, readonly=True)) as connection:
        problems = [problem for problem in checks.check(connection) if problem.severity == "error"]
        return problems, {problem.message for problem in shacl.validate(connection)}


def untold(path: Path, faults: dict[str, Fault]) -> list[str]:
    """The faults that one of the two judges does not tell."""
    problems, messages = judged(path)
    missed = [f"pyshacl: {message}" for message in faults if message not in messages]
    for message, fault in faults.items():
        if not any(problem.check == fault.check and fault.told in f"{problem.row} {problem.detail}" for problem in problems):
            missed.append(f"kb check: {message}")
    return missed


@pytest.mark.parametrize("faults", ROUNDS)
@pytest.mark.thorough
def test_faults_planted_in_the_rows_are_told_by_pyshacl_and_by_kb_check(tiny_path: Path, faults: dict[str, Fault]) -> None:
    planted.plant(tiny_path, faults.values())
    assert untold(tiny_path, faults) == []


@pytest.mark.engines
@pytest.mark.parametrize("message", planted.FAULTS)
def test_each_fault_is_told_when_it_is_the_only_one(tiny_path: Path, message: str) -> None:
    planted.plant(tiny_path, [planted.FAULTS[message]])
    assert untold(tiny_path, {message: planted.FAULTS[message]}) == []


def test_taking_the_laws_away_and_putting_them_back_leaves_nothing_to_tell(tiny_path: Path) -> None:
    planted.plant(tiny_path, [])
    with closing(store.connect(tiny_path, readonly=True)) as connection:
        assert [problem for problem in checks.check(connection) if problem.severity == "error"] == []


@pytest.mark.thorough
def test_a_base_that_people_worked_in_passes_both(tiny_built: Path, tmp_path: Path) -> None:
    assert judged(lived_in(tiny_built, tmp_path / "lived.db")) == ([], set())


def test_every_message_of_the_shapes_has_its_fault_or_says_why_rows_cannot_have_it(tiny_built: Path, tmp_path: Path) -> None:
    shapes = Graph().parse(data=schema.read("shapes.ttl"), format="turtle")
    assert {str(message) for message in shapes.objects(None, SH.message)} == planted.FAULTS.keys() | planted.ONLY_IN_TRIPLES.keys()
    assert not planted.FAULTS.keys() & planted.ONLY_IN_TRIPLES.keys()
    assert shutil.copy(tiny_built, tmp_path / "copy.db")

"""SIGKILL at moments drawn from a seed: a few in every run of the tests, KB_KILLS of them where more are wanted, KB_SEED for others."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from kb.base import runs, store
from kb.sources import adding
from kb.texts import sentences
from tests.faults import killing

KILLS = int(os.environ.get("KB_KILLS", "15"))
SEED = int(os.environ.get("KB_SEED", "1"))

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork: nothing to kill")


@pytest.fixture(scope="module")
def prepared(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny base with a text of sixty sentences to add facts from."""
    path = tmp_path_factory.mktemp("prepared") / "base.db"
    path.write_bytes(tiny_built.read_bytes())
    connection = store.connect(path)
    with runs.begin(connection, "source", contributor="tester") as run:
        adding.add_source(run, sentences.receive(killing.TEXT.encode()), {"title": "Barges"})
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.mark.parametrize("work", killing.WORKS, ids=lambda work: work.name)
@pytest.mark.thorough
def test_a_kill_at_any_moment_leaves_the_base_whole(work: killing.Work, prepared: Path, tmp_path: Path) -> None:
    seconds = killing.typical_seconds(work, prepared, tmp_path)
    for seed in range(SEED, SEED + max(1, KILLS // len(killing.WORKS))):
        wrong = killing.one_kill(work, prepared, tmp_path, seconds, seed)
        assert wrong == [], f"with KB_SEED={seed}"


def test_a_lost_fact_would_be_noticed(prepared: Path) -> None:
    assert killing.faults(prepared, {"ast-never-written"}) == ["ast-never-written was reported saved, and is not there"]


def test_a_half_fact_would_be_noticed(prepared: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(prepared.read_bytes())
    connection = sqlite3.connect(broken)
    connection.execute("DROP TRIGGER assertions_never_go")
    connection.execute("DELETE FROM assertions WHERE claim_id = 'clm-ferry-keeps-running'")
    connection.commit()
    connection.close()
    assert any("nobody is said to make" in fault for fault in killing.faults(broken, set()))

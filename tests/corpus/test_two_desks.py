"""Two desks pull from one lake, review, and exchange dumps, each step in a process of its own: then both hold the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.corpus.test_lake import article_folder
from tests.whole import rows

# What tells of the work at one desk, or of the loads themselves; a date that nothing uses any more may stay behind.
OF_A_DESK = {"runs", "revisions", "digests", "dates", "contributors"}
DECIDE = """
import sys
from kb import review
from kb.base import runs, store
connection = store.connect(sys.argv[1])
for proposal in sys.argv[4:]:
    with runs.begin(connection, "review", contributor=sys.argv[2]) as run:
        review.accept(run, proposal, drop_speaker=True) if sys.argv[3] == "accept" else review.reject(run, proposal)
"""


def process(*arguments: object) -> str:
    """What a process of this Python printed that must end well."""
    environment = {**os.environ, "KB_CONTRIBUTOR": "Tester"}
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def waiting(desk: Path) -> list[str]:
    with closing(sqlite3.connect(desk)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM proposals WHERE status = 'waiting' ORDER BY id")]


@pytest.mark.thorough
def test_two_desks_that_review_and_exchange_dumps_hold_the_same(tmp_path: Path) -> None:
    process("-m", "kb", "corpus", "propose", article_folder(tmp_path / "articles", range(3)), "--to", tmp_path / "lake", "--model", "none")
    ada, bo = desks = [tmp_path / "ada.db", tmp_path / "bo.db"]
    for desk, where in ((ada, "1"), (bo, "file <> 'page-2.html'")):
        process("-m", "kb", "corpus", "pull", tmp_path / "lake", "--into", desk, "--where", where)
    both, only = waiting(bo), [each for each in waiting(ada) if each not in waiting(bo)]
    assert len(both) >= 4 and only
    process("-c", DECIDE, ada, "Ada", "accept", both[0], both[1], only[0])
    process("-c", DECIDE, bo, "Bo", "accept", both[2])
    process("-c", DECIDE, bo, "Bo", "reject", both[3])
    for desk in desks:
        process("-m", "kb", "--db", desk, "dump", tmp_path / f"dump-{desk.stem}")
    process("-m", "kb", "--db", ada, "load", tmp_path / "dump-bo")
    process("-m", "kb", "--db", bo, "load", tmp_path / "dump-ada")
    held = [{table: found for table, found in rows(desk).items() if table not in OF_A_DESK} for desk in desks]
    assert held[0] == held[1]
    assert len(held[0]["claims"]) >= 3
    printed = [process("-m", "kb", "--db", desk, "export", "nq") for desk in desks]
    assert sorted(printed[0].splitlines()) == sorted(printed[1].splitlines())
    for desk in desks:
        process("-m", "kb", "--db", desk, "check")

"""Bases to test on. Each test gets a fresh copy of a base that was really built, through ingest, once a session."""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import configuration, settings

from ingest.__main__ import read_into
from kb.base import store
from tests.harness.memory import count_no_memory

if TYPE_CHECKING:
    from tests.harness.site import Site

HERE = Path(__file__).parent
TINY = HERE / "tiny"
INGEST = HERE.parent / "ingest"

# Hypothesis draws the same examples in every run, so that no run fails by chance. `make explore` draws others from a seed that it
# prints; what it finds is kept as an @example of the test, not in a database of examples.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "explore",
    max_examples=int(os.environ.get("KB_EXAMPLES", "500")),
    derandomize=False,  # said, because a machine that sets CI has another default
    deadline=None,
    database=None,
    print_blob=True,
)
settings.load_profile("repeatable")
configuration.set_hypothesis_home_dir(HERE.parent / "build" / "hypothesis")


count_no_memory()

IN_MEMORY = Path("/dev/shm")
ENOUGH = 2 << 30  # bytes: what all workers together never need at once


def pytest_configure() -> None:
    """Temporary bases stand in memory where there is a file system for that: no test of ours is about what a disk keeps when power fails.

    Python looks for garbage less often: what pytest and the libraries keep is walked again each time, a tenth of the whole run."""
    gc.set_threshold(50_000, 20, 50)
    if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_collection_finish() -> None:
    gc.freeze()


OPEN_FILES = Path("/proc/self/fd")
MOST_OPEN_FILES = 400


def pytest_runtest_teardown() -> None:
    """Garbage holds open files, and some of what tests use takes no file whose number is 1,024 or more."""
    if OPEN_FILES.is_dir() and len(list(OPEN_FILES.iterdir())) > MOST_OPEN_FILES:
        gc.collect()


@pytest.fixture(scope="session")
def tiny_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented source under tests/tiny, read once."""
    return built(tmp_path_factory.mktemp("tiny") / "tiny.db", TINY)


@pytest.fixture(scope="session")
def shipped_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two shipped texts, read once."""
    return built(tmp_path_factory.mktemp("shipped") / "kb.db", INGEST)


def built(path: Path, folder: Path) -> Path:
    read_into(path, folder, check=False)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture
def tiny_path(tiny_built: Path, tmp_path: Path) -> Path:
    """A fresh copy of the tiny base."""
    return Path(shutil.copy(tiny_built, tmp_path / "tiny.db"))


@pytest.fixture
def tiny(tiny_path: Path) -> Iterator[sqlite3.Connection]:
    """An open connection to a fresh copy of the tiny base."""
    connection = store.connect(tiny_path)
    yield connection
    connection.close()


@pytest.fixture
def shipped_path(shipped_built: Path, tmp_path: Path) -> Path:
    """A fresh copy of the shipped base."""
    return Path(shutil.copy(shipped_built, tmp_path / "kb.db"))


@pytest.fixture(scope="module")
def shipped(shipped_built: Path) -> Iterator[sqlite3.Connection]:
    """The shipped base, to be read only."""
    connection = store.connect(shipped_built, readonly=True)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def empty_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with nothing in it, made once."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    store.init(path)
    return path


@pytest.fixture
def empty_path(empty_built: Path, tmp_path: Path) -> Path:
    """A new base with nothing in it."""
    return Path(shutil.copy(empty_built, tmp_path / "empty.db"))


@pytest.fixture(scope="session")
def many_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two thousand claims, invented once."""
    from tests import many_claims

    return many_claims.build(tmp_path_factory.mktemp("many") / "many.db")


@pytest.fixture(scope="session", params=[False, True], ids=["without statistics", "with statistics"])
def many(request: pytest.FixtureRequest, many_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Two thousand claims, to be read only, for a planner that has statistics and for one that has not."""
    from tests import many_claims

    path = Path(shutil.copy(many_built, tmp_path_factory.mktemp("many") / "many.db"))
    if request.param:
        many_claims.analyze(path)
    connection = store.connect(path, readonly=True)
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def tiny_site(tiny_built: Path) -> Iterator[Site]:
    """A site over the tiny base, to be read only."""
    from tests.harness.site import Site

    site = Site(tiny_built)
    yield site
    site.close()


@pytest.fixture(scope="session")
def shipped_site(shipped_built: Path) -> Iterator[Site]:
    """A site over the shipped base, to be read only."""
    from tests.harness.site import Site

    site = Site(shipped_built)
    yield site
    site.close()

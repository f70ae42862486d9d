"""Bases to test on. Each test gets a fresh copy of a base that was really built, through ingest, once a session."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.__main__ import read_into
from kb import store

HERE = Path(__file__).parent
TINY = HERE / "tiny"
INGEST = HERE.parent / "ingest"


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


@pytest.fixture
def shipped(shipped_built: Path) -> Iterator[sqlite3.Connection]:
    """The shipped base, to be read only."""
    connection = store.connect(shipped_built, readonly=True)
    yield connection
    connection.close()


@pytest.fixture
def empty_path(tmp_path: Path) -> Path:
    """A new base with nothing in it."""
    path = tmp_path / "empty.db"
    store.init(path)
    return path

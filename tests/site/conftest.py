"""Sites to ask: one to write to, and one for a whole file of tests that only read, or are refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.site import Site


@pytest.fixture
def desk(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()


@pytest.fixture(scope="module")
def shared_path(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tiny base for the tests of one file."""
    return Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("shared") / "tiny.db"))


@pytest.fixture(scope="module")
def shared_desk(shared_path: Path) -> Iterator[Site]:
    started = Site(shared_path)
    yield started
    started.close()


@pytest.fixture
def own(tiny_path: Path) -> Iterator[Site]:
    """A site over a base that the test has changed: made when first asked."""
    reader = Site(tiny_path)
    yield reader
    reader.close()


@pytest.fixture
def changing(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()

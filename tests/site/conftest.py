"""Sites to ask: one to write to, one in public mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.writer import Desk


@pytest.fixture
def desk(tiny_path: Path) -> Iterator[Desk]:
    started = Desk(tiny_path)
    yield started
    started.close()

"""Each promise in the page on trust names a test that exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/explanation/trust.md").read_text("utf-8")


def test_every_promise_names_a_test_that_exists() -> None:
    promises = [line for line in PAGE.partition("## Promised")[2].partition("## Not promised")[0].splitlines() if line.startswith("| ")][1:]
    named = [re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line) for line in promises]
    assert len(named) > 10
    assert [line for line, tests in zip(promises, named, strict=True) if not tests] == []
    for path, test in (pair for tests in named for pair in tests):
        assert re.search(rf"^def {test}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE), (path, test)

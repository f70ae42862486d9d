"""The edition that is published as files, opened from a disk without any server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def folder(ready: None, tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    target = tmp_path_factory.mktemp("published") / "site"
    subprocess.run([sys.executable, "-m", "kb", "--db", str(tiny_built), "publish", str(target)], check=True)
    yield target


def test_the_search_finds_claims_and_names_and_leads_to_the_words(folder: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((folder / "index.html").as_uri())
    page.locator("#q").fill("FERRY too")
    page.get_by_role("button", name="Search").click()
    page.locator("#found li").get_by_role("link", name="The ferry is too small").click()
    assert "/claim/clm-ferry-too-small.html#ast-" in page.url
    page.locator(".said").first.click()
    assert "/source/harbour-gazette.html#psg-" in page.url
    page.goto((folder / "search.html").as_uri() + "?stance=denies")
    assert page.locator("#found li").count() > 1 and not page.get_by_text("Affirmed by").count()
    assert faults == []

"""One site over a copy of the shipped base, one browser, and a fresh context for each test. `make browser` runs these tests.

They stay out of other runs: the browser keeps an event loop of its own running, in which no other test can start one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import chromium
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def ready() -> None:
    if os.environ.get(chromium.SETTING) != "required":
        pytest.skip("looked at in a browser with: make browser")
    if lacking := chromium.missing():
        pytest.fail(f"{chromium.SETTING} is “required”, but there is {lacking}")


@pytest.fixture(scope="session")
def site(ready: None, shipped_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Site]:
    """Shared by all tests, so each takes back what it writes."""
    base = Path(shutil.copy(shipped_built, tmp_path_factory.mktemp("browser") / "kb.db"))
    with chromium.site(base) as running:
        yield running


@pytest.fixture(scope="session")
def browser(ready: None) -> Iterator[Browser]:
    with chromium.browser() as started:
        yield started


@pytest.fixture(scope="session")
def signed_in(site: chromium.Site, browser: Browser) -> Any:
    """The cookies of whoever opened the link that `kb serve` printed; it works once."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(site.sign_in)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def axe(ready: None) -> str:
    """The script of axe-core, run from outside the page: the page’s own Content-Security-Policy stays as it is."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


@pytest.fixture
def reader(site: chromium.Site, browser: Browser) -> Iterator[Reader]:
    """Somebody who reads, with a browser of their own; no page may have written an error to the console."""
    opened = Reader(site.address, browser.new_context())
    yield opened
    opened.close()


@pytest.fixture
def writer(site: chromium.Site, browser: Browser, signed_in: Any) -> Iterator[Reader]:
    """Somebody who may add facts."""
    opened = Reader(site.address, browser.new_context(storage_state=signed_in))
    yield opened
    opened.close()


@pytest.fixture
def scriptless(site: chromium.Site, browser: Browser) -> Iterator[Reader]:
    """Somebody whose browser runs no JavaScript."""
    opened = Reader(site.address, browser.new_context(java_script_enabled=False))
    yield opened
    opened.close()

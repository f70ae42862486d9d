"""The edition that is published as files, opened from a disk without any server, and from a plain server of files."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import arrived

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
    arrived(page, "/claim/clm-ferry-too-small.html#ast-")
    page.locator(".said").first.click()
    arrived(page, "/source/harbour-gazette.html#psg-")
    page.goto((folder / "search.html").as_uri() + "?stance=denies")
    assert page.locator("#found li").count() > 1 and not page.get_by_text("Affirmed by").count()
    assert faults == []


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    """The address of the folder, below a path, at a server that knows nothing but files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_plain_server_of_files_gives_the_same_search_at_every_width(served: str, browser: Browser, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # Browsers ask every server for an icon of their own accord.
    page.on("response", lambda answer: faults.append(answer.url) if answer.status >= 400 and "favicon" not in answer.url else None)
    page.goto(served)
    page.locator("#q").fill("FERRY too")
    page.locator("#q").press("Enter")
    page.locator("#found li").get_by_role("link", name="The ferry is too small").click()
    arrived(page, "/claim/clm-ferry-too-small.html#ast-")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator(".said").first.click()
    arrived(page, "/source/harbour-gazette.html#psg-")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert faults == []

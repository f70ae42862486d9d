"""The pictures of docs/screenshots, made from the shipped base in a real browser: `python -m tests.browser.screenshots`, or make screenshots."""

from __future__ import annotations

import base64
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import chromium
from tests.browser.pages import CLAIM
from tests.conftest import INGEST, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = chromium.ROOT / "docs" / "screenshots"
MOST_BYTES = 200_000
QUALITY = 82  # of WebP, of 100


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the page, the window in CSS pixels, light or dark, and what is scrolled to the top of the window."""

    name: str
    path: str
    width: int = 1200
    height: int = 820
    scheme: str = "light"
    top: str = ""


PICTURES = (
    Picture("home", "/"),
    Picture("source", "/source/epoch-times-2021#n14", top=".part-body"),
    Picture("claim", f"/claim/{CLAIM}"),
    Picture("compare", "/compare", top="#parted"),
    Picture("timeline", "/timeline"),
    Picture("actor", "/actor/china"),
    Picture("statistics", "/statistics", scheme="dark"),
    Picture("phone", "/", width=390, height=820),
)


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """The picture as WebP."""
    context = browser.new_context(viewport={"width": picture.width, "height": picture.height}, reduced_motion="reduce")
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if picture.scheme == "dark" else "light")
    page.goto(address + picture.path)
    if picture.top:
        page.locator(picture.top).first.evaluate("element => element.scrollIntoView({block: 'start'})")
    made = webp(page)
    context.close()
    return made


def webp(page: Page) -> bytes:
    """What the window shows. Playwright itself writes PNG and JPEG only; the browser can do better."""
    session = page.context.new_cdp_session(page)
    answer = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(answer["data"])


def main() -> int:
    lacking = chromium.missing()
    if lacking:
        print(f"no pictures: {lacking}", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        base = built(Path(place) / "kb.db", INGEST)
        with chromium.site(base) as site, chromium.browser() as browser:
            for picture in PICTURES:
                made = take(browser, site.address, picture)
                assert len(made) < MOST_BYTES, f"{picture.name}: {len(made):,} bytes"
                (FOLDER / f"{picture.name}.webp").write_bytes(made)
                print(f"{picture.name}.webp  {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())

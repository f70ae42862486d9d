"""One person at one browser: opens pages, presses keys, and notes whatever the console says is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Response

PHONE, TABLET, DESK = 360, 800, 1400
PATIENCE = 30_000  # milliseconds that anything may take before the test fails
MOST_TABS = 120


def expect(what: Locator) -> Any:
    """Playwright's assertions, which wait; imported only once it is known to be there."""
    from playwright.sync_api import expect as waits

    waits.set_options(timeout=PATIENCE)
    return waits(what)


def arrived(page: Page, part: str) -> None:
    """Wait until the page with this in its address has loaded, with its styles: a click on a link returns before that."""
    page.wait_for_url(re.compile(re.escape(part)), timeout=PATIENCE)


class Reader:
    """A page in a context of its own. `errors` holds what the console and the scripts complained of."""

    def __init__(self, address: str, context: BrowserContext, width: int = DESK) -> None:
        self.address, self.context = address, context
        self.errors: list[str] = []
        self.refused: set[str] = set()
        context.set_default_timeout(PATIENCE)
        self.page: Page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.errors.append(f"{self.page.url}: {error}"))
        self.page.on("response", self.answered)

    def answered(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.status >= 400:
            self.refused.add(response.url)

    def heard(self, message: ConsoleMessage) -> None:
        """The console also tells that a page asked for is missing or closed: that is the answer, not a fault of it."""
        if message.type in ("error", "warning") and (message.location or {}).get("url") not in self.refused:
            self.errors.append(f"{self.page.url}: {message.text}")

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def close(self) -> None:
        self.context.close()
        assert not self.errors, self.errors

    # ---- by keyboard alone

    def tab_to(self, wanted: Locator) -> Locator:
        """Press Tab until this element has the focus, as somebody without a mouse does; it must then be seen to have it."""
        goal = wanted.element_handle()
        for _ in range(MOST_TABS):
            if self.page.evaluate("wanted => document.activeElement === wanted", goal):
                assert self.focus_is_seen(), f"nothing shows that {wanted} has the focus"
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} is not reached with {MOST_TABS} Tabs")

    def follow(self, wanted: Locator) -> None:
        """Tab to a link or button and press Enter; waits for the page it leads to."""
        self.tab_to(wanted)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def focus_is_seen(self) -> bool:
        """Whether the element in focus has an outline at least two pixels wide."""
        style = "getComputedStyle(document.activeElement)"
        width = self.page.evaluate(f"{style}.outlineStyle === 'none' ? '0' : {style}.outlineWidth")
        return float(str(width).removesuffix("px")) >= 2

    # ---- what is on the page

    def highlighted(self) -> str:
        """The first highlighted words of the page that can be seen."""
        return self.page.locator("main mark:visible").first.inner_text()

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))

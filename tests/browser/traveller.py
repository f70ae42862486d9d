"""Somebody who goes through the site by mouse, by keyboard or on a phone, and counts the steps, the keys and the seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.browser.reader import DESK, PHONE, Reader

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

WAYS = ("mouse", "keyboard", "phone")
# Where the words begin and end on the page, in pixels of the window; and the words selected as a keyboard with caret browsing does it.
PLACE = """words => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const lines = [...range.getClientRects()];
    const first = lines[0], last = lines.at(-1);
    return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
  }
}"""
SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = node.data.indexOf(words);
    if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}"""


class Traveller:
    """Goes one of WAYS. A step is a click or Enter, a choice, or a field that is filled; keys are Tabs and what is typed."""

    def __init__(self, reader: Reader, way: str) -> None:
        self.reader, self.page, self.way = reader, reader.page, way
        self.steps, self.keys, self.begun = 0, 0, time.monotonic()
        self.page.set_viewport_size({"width": PHONE if way == "phone" else DESK, "height": 800})

    def open(self, path: str) -> Page:
        return self.reader.open(path)

    def reach(self, wanted: Locator) -> None:
        """Bring the focus to an element by Tab, counting."""
        goal = wanted.element_handle()
        for _ in range(600):
            if self.page.evaluate("wanted => document.activeElement === wanted", goal):
                assert self.reader.focus_is_seen(), f"nothing shows that {wanted} has the focus"
                return
            self.page.keyboard.press("Tab")
            self.keys += 1
        raise AssertionError(f"{wanted} is not reached")

    def press(self, wanted: Locator, *, leads: bool = False) -> None:
        """Click, or reach and press Enter. `leads` waits for another page."""
        self.steps += 1

        def act() -> None:
            if self.way == "keyboard":
                self.reach(wanted)
                self.page.keyboard.press("Enter")
                self.keys += 1
            else:
                wanted.click()

        if not leads:
            return act()
        with self.page.expect_navigation():
            act()
        return None

    def write(self, field: Locator, words: str) -> None:
        """Fill a field."""
        self.steps += 1
        if self.way == "keyboard":
            self.reach(field)
        else:
            field.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.keys += len(words)

    def enter(self) -> None:
        """Send what was typed with Enter, as part of the step that typed it."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.keys += 1

    def choose(self, field: Locator, value: str) -> None:
        """Choose from a list."""
        self.steps += 1
        if self.way != "keyboard":
            field.select_option(value)
            return
        self.reach(field)
        for _ in range(30):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
            self.keys += 1
        raise AssertionError(f"{value} is not reached with the arrow keys")

    def select(self, words: str) -> None:
        """Select words of the text: by dragging, or as a phone's handles and caret browsing select them."""
        self.steps += 1
        if self.way != "mouse":
            self.page.evaluate(SELECT, words)
            return
        left, top, right, bottom = self.page.evaluate(PLACE, words)
        self.page.mouse.move(left + 1, top)
        self.page.mouse.down()
        self.page.mouse.move(right - 20, bottom, steps=4)
        self.page.mouse.move(right - 1, bottom, steps=4)
        self.page.mouse.up()

    def arrived(self, journey: str, most_steps: int, most_keys: int = 10_000) -> None:
        """Say how long it took, and hold the journey to its steps and keys."""
        seconds = time.monotonic() - self.begun
        print(f"{journey}, {self.way}: {self.steps} steps, {self.keys} keys, {seconds:.1f} s")
        assert self.steps <= most_steps, f"{journey} took {self.steps} steps"
        assert self.keys <= most_keys, f"{journey} took {self.keys} keys"

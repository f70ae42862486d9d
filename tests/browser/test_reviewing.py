"""Proposals are decided on by keyboard alone: one key each, none while a field has the focus, and everything can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb.base import runs, store
from kb.review import intake
from tests.browser import chromium
from tests.browser.reader import PHONE, Reader, expect
from tests.browser.traveller import Traveller

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOURCE = "asia-times-2025"


@pytest.fixture(scope="module")
def queue(ready: None, shipped_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Site]:
    """A site with a queue of its own."""
    base = Path(shutil.copy(shipped_built, tmp_path_factory.mktemp("queue") / "kb.db"))
    connection = store.connect(base)
    with runs.begin(connection, "propose", contributor="clerk") as run:
        intake.of_source(run, SOURCE, model="none")
    connection.close()
    with chromium.site(base) as running:
        yield running


@pytest.fixture
def reviewer(queue: chromium.Site, browser: Browser, cookies: list[object]) -> Iterator[Reader]:
    context = browser.new_context()
    opened = Reader(queue.address, context)
    if cookies:
        context.add_cookies(cookies)  # type: ignore[arg-type]
    else:
        opened.page.goto(queue.sign_in)  # it works once
        cookies.extend(context.cookies())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def cookies() -> list[object]:
    """Those of the one sign-in."""
    return []


def press(page: Page, key: str) -> str:
    """Press a key that leads to another page; the id of the proposal that is shown there, "" where none is."""
    with page.expect_navigation():
        page.keyboard.press(key)
    return shown(page)


def shown(page: Page) -> str:
    hidden = page.locator("#accept input[name=proposal]")
    return str(hidden.get_attribute("value")) if hidden.count() else ""


def test_one_key_each_decides_goes_on_and_takes_back(reviewer: Reader) -> None:
    page = reviewer.open("/review")
    first = shown(page)
    second = press(page, "n")
    assert second != first and press(page, "p") == first
    assert press(page, "r") == second
    third = press(page, "a")
    assert third not in (first, second)
    expect(page.locator("p[role=status]")).to_contain_text("Accepted")
    assert press(page, "l") not in (first, second, third)
    assert [press(page, "u"), press(page, "u"), press(page, "u")] == [third, second, first]


def test_keys_are_letters_while_a_field_has_the_focus(reviewer: Reader) -> None:
    page = reviewer.open("/review")
    first = shown(page)
    page.keyboard.press("e")
    wording = page.locator("#text")
    expect(wording).to_be_focused()
    page.keyboard.type(" are real")
    assert wording.input_value().endswith(" are real") and shown(page) == first
    page.locator("#speaker").focus()
    page.keyboard.press("Enter")  # in a field of one line, Return would press a form's first button
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+?")
    expect(page.locator("#keys")).to_have_attribute("open", "")
    assert shown(page) == first and wording.input_value().endswith(" are real")
    page.keyboard.press("e")
    assert press(page, "Control+Enter") != first
    expect(page.locator("p[role=status]")).to_contain_text("Accepted")
    assert press(page, "u") == first


def test_the_words_are_in_view_in_the_whole_text_and_on_a_phone(reviewer: Reader) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    for width in (PHONE, 1400):
        reviewer.page.set_viewport_size({"width": width, "height": 900})
        page = reviewer.open(f"/review?source={SOURCE}")
        box, mark = page.locator(".around-it").bounding_box(), page.locator(".around-it .m-content").first.bounding_box()
        assert box and mark and box["y"] <= mark["y"] < box["y"] + box["height"] < 900 * 2
        assert reviewer.sideways() <= 0
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []


def test_twenty_proposals_of_an_article_are_decided_on_with_the_mouse(reviewer: Reader) -> None:
    traveller = Traveller(reviewer, "mouse")
    page = traveller.open("/review")
    seen = {shown(page)}
    for number in range(20):
        key = "a" if number % 2 else "r"
        traveller.press(page.locator(f"button[data-key={key}]"), leads=True)
        seen.add(shown(page))
    assert len(seen) >= 20, "each decision leads to the next proposal"
    traveller.arrived("twenty proposals are decided on", 20)

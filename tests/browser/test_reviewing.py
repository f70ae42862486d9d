"""Proposals are decided on by keyboard alone: one key each, none while a field has the focus, and everything can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb.base import ids, runs, store
from kb.review import intake
from tests.browser import chromium
from tests.browser.reader import PHONE, Reader, expect
from tests.browser.test_every_page import look
from tests.browser.traveller import WAYS, Traveller
from tests.site.queue import Found, taken

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SOURCE = "asia-times-2025"
PAGES = ("/review", f"/review?source={SOURCE}", "/review/sentences", f"/review/actors/{SOURCE}", "/review/report", "/changes/")
NOTES, CLAIMS = "Pier notes", 20


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
    for width in (PHONE, 1400):
        reviewer.page.set_viewport_size({"width": width, "height": 900})
        page = reviewer.open(f"/review?source={SOURCE}")
        box, mark = page.locator(".around-it").bounding_box(), page.locator(".around-it .m-content").first.bounding_box()
        assert box and mark and box["y"] <= mark["y"] < box["y"] + box["height"] < 900 * 2
        assert reviewer.sideways() <= 0


@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_a_review_is_open_to_everybody_and_fits_a_phone(path: str, reviewer: Reader, axe: str) -> None:
    if path == "/changes/":  # the page of a run
        path = reviewer.open("/changes").locator("main a[href^='/changes/']").first.get_attribute("href") or ""
    seen = look(reviewer, path, axe)
    assert (seen.violations, any(seen.too_wide.values())) == ({}, False), seen


@pytest.fixture(scope="module")
def notes(ready: None, tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Site]:
    """A site with an article of twenty claims that wait, one of them credited to somebody whom the base calls otherwise."""
    base = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("notes") / "kb.db"))
    claims = [f"pier {number} is closed in winter" for number in range(1, CLAIMS)]
    claimed = [Found(words, confidence=0.9 - number / 100) for number, words in enumerate(claims)]
    told = Found("the ferry sails at noon", "The board of the harbour", "said", confidence=0.5)
    text = "\n\n".join(f"At the harbour {words}." for words in claims) + f"\n\n{told.speaker} said that {told.words}."
    taken(base, text, [*claimed, told], title=NOTES)
    with chromium.site(base) as running:
        yield running


@pytest.fixture(scope="module")
def notes_cookies(notes: chromium.Site, browser: Browser) -> list[object]:
    """Those of the one sign-in there."""
    context = browser.new_context()
    context.new_page().goto(notes.sign_in)
    found: list[object] = list(context.cookies())
    context.close()
    return found


@pytest.fixture(params=WAYS)
def at_notes(request: pytest.FixtureRequest, notes: chromium.Site, browser: Browser, notes_cookies: list[object]) -> Iterator[Traveller]:
    context = browser.new_context()
    context.add_cookies(notes_cookies)  # type: ignore[arg-type]
    opened = Reader(notes.address, context)
    yield Traveller(opened, request.param)
    opened.close()


def decide(traveller: Traveller, key: str) -> None:
    """Decide by the button, or by its key, and see what comes next."""
    if traveller.way != "keyboard":
        return traveller.press(traveller.page.locator(f"[data-key={key}]"), leads=True)
    traveller.steps += 1
    traveller.keys += 1
    press(traveller.page, key)
    return None


def test_an_article_of_twenty_claims_is_reviewed_and_all_taken_back(at_notes: Traveller) -> None:
    """Each decision is one step and leads to the next; a name is picked where the base has another one; at the end stands what was decided."""
    page = at_notes.open(f"/review?source={ids.slug(NOTES)}")
    for number in range(CLAIMS):
        expect(page.locator(".progress label")).to_have_text(f"{number} of {CLAIMS} decided")
        named = page.locator("#speaker")
        if page.get_by_text("in the text “The board of the harbour”").count() and not named.input_value():
            at_notes.write(named, "Harbour Bo")
            expect(page.locator("#speaker-list").get_by_role("option").first).to_contain_text("Harbour Board")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            expect(page.locator("#speaker-picked")).to_contain_text("actor · government")
            page.keyboard.press("Escape")
            at_notes.steps, at_notes.keys = at_notes.steps + 1, at_notes.keys + 3
        decide(at_notes, "r" if number % 5 == 4 and number < CLAIMS - 1 else "a")
        assert at_notes.reader.sideways() <= 0
    expect(page.get_by_role("heading", level=1)).to_have_text("What was decided")
    expect(page.locator(".progress label")).to_have_text(f"{CLAIMS} of {CLAIMS} decided")
    at_notes.arrived("an article of twenty claims is reviewed", CLAIMS + 2, 60 if at_notes.way == "keyboard" else 40)
    at_notes.press(page.get_by_role("button", name=f"Undo all {CLAIMS} of this batch"), leads=True)
    expect(page.locator(".progress label")).to_have_text(f"0 of {CLAIMS} decided")

"""What people come for, each by mouse, by keyboard and on a phone, held to a number of steps."""

from __future__ import annotations

import contextlib
import http.server
import itertools
import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import CLAIM
from tests.browser.reader import Reader, expect
from tests.browser.traveller import WAYS, Traveller

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOURCE, QUOTE = "asia-times-2025", "fearsome Chinese hardware"
SAID = {way: f"China has hardware that frightens people, as seen by {way}" for way in WAYS}


@pytest.fixture(params=WAYS)
def reading(request: pytest.FixtureRequest, reader: Reader) -> Traveller:
    return Traveller(reader, request.param)


@pytest.fixture(params=WAYS)
def writing(request: pytest.FixtureRequest, writer: Reader) -> Iterator[Traveller]:
    yield Traveller(writer, request.param)


def undo(page: Page, address: str) -> None:
    """Take a run back, so that the next journey finds the base as it was."""
    page.goto(address)
    page.locator("#reason").fill("it was a test")
    page.get_by_role("button", name="Undo all of this").click()
    expect(page.locator("main")).to_contain_text("it was a test")


@contextlib.contextmanager
def other_site(markup: str) -> Iterator[str]:
    """The address of a page of another origin, while the block runs."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(markup.encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_who_says_that_china_leads_is_found(reading: Traveller) -> None:
    page = reading.open("/")
    reading.write(page.locator("#q"), "China leads")
    reading.enter()
    hit = page.locator(".hits .claim").filter(has_text="is one of the two founding great power leaders").filter(has_text="China").first
    expect(hit).to_contain_text(re.compile(r"(Affirmed|Denied|Left open) by \w"))
    reading.press(hit.locator("a:not(.who)").first, leads=True)
    expect(page.locator(".voice .who").first).to_be_visible()
    assert reading.reader.highlighted()
    reading.arrived("who says that China leads", 2)


def test_a_fact_is_added_by_selecting_words_and_corrected_where_it_is_read(writing: Traveller) -> None:
    page = writing.open(f"/source/{SOURCE}")
    writing.select(QUOTE)
    start = page.get_by_role("button", name="Add a fact from these words")
    expect(start).to_be_visible()
    if writing.way == "keyboard":  # with the caret in the text, Enter
        writing.steps += 1
        page.keyboard.press("Enter")
    else:
        writing.press(start)
    writing.write(page.locator("#here-text"), SAID[writing.way])
    expect(page.locator("#here-words")).to_contain_text("These words are in the text")
    writing.press(page.get_by_role("button", name="Record", exact=True), leads=True)
    note = page.locator(".note:visible")
    expect(note).to_contain_text(SAID[writing.way])
    expect(note).to_be_focused()
    recorded = note.get_by_role("link", name="See or undo it").get_attribute("href") or ""
    writing.arrived("a fact is added", 12)

    writing.steps = writing.keys = 0
    writing.press(note.locator("summary").first)
    writing.press(note.get_by_role("link", name="correct or retract who says it").first, leads=True)
    writing.choose(page.locator("#set-certainty"), "possible")
    writing.write(page.locator("#why-correct"), "the words hedge")
    writing.press(page.get_by_role("button", name="Correct", exact=True), leads=True)
    expect(page.locator("main")).to_contain_text("certainty certain → possible")
    corrected = page.url
    writing.arrived("it is corrected where it is read", 6)
    undo(page, corrected)
    undo(page, f"{writing.reader.address}{recorded}")


def test_two_actors_are_merged_and_parted_again(writing: Traveller) -> None:
    page = writing.open("/actor/russian-media")
    writing.press(page.get_by_role("link", name="merge it with another"), leads=True)
    writing.write(page.locator("#into"), "Chinese media")
    writing.enter()
    expect(page.locator("table.data")).to_contain_text("Media of Russia, as a group.")
    expect(page.get_by_role("heading", name="What moves to")).to_be_visible()
    writing.write(page.locator("#reason"), "to see what happens")
    writing.press(page.get_by_role("button", name="Merge", exact=True), leads=True)
    expect(page.locator("main")).to_contain_text("This takes back")
    writing.write(page.locator("#reason"), "they are two")
    writing.press(page.get_by_role("button", name="Undo all of this"), leads=True)
    page.goto(f"{writing.reader.address}/actor/russian-media")
    expect(page.get_by_role("heading", level=1)).to_have_text("Russian media")
    expect(page.locator("main")).not_to_contain_text("Merged into")
    writing.arrived("two actors are merged and parted", 6)


def test_a_claim_is_shared_as_link_citation_and_card(reading: Traveller) -> None:
    page = reading.open(f"/claim/{CLAIM}")
    stable = page.get_by_role("link", name=f"/id/{CLAIM}").get_attribute("href") or ""
    texts = {}
    for name, label in (("bibtex", "BibTeX"), ("embed", "Card to embed")):
        reading.press(page.locator("summary", has_text=label))
        expect(page.locator(f"#cite-{name}")).to_be_visible()
        texts[name] = page.locator(f"#cite-{name}").inner_text()
    assert stable in texts["bibtex"]
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reading.press(page.locator("details.menu summary").first)
    reading.press(page.get_by_role("button", name="copy link").first)
    expect(page.get_by_role("button", name="link copied")).to_be_visible()
    assert "/assertion/ast-" in page.evaluate("navigator.clipboard.readText()")
    reading.arrived("a claim is shared", 4)
    assert page.request.get(stable).ok
    elsewhere = page.context.new_page()
    with other_site(f"<!DOCTYPE html><title>Another site</title>{texts['embed']}") as address:
        elsewhere.goto(address)
        card = elsewhere.frame_locator("iframe")
        expect(card.locator("h1")).to_contain_text("China and Russia are in a formal military alliance")
        expect(card.locator("mark").first).to_be_visible()


def test_what_is_read_aloud_of_a_text_goes_by_quotes_and_of_a_claim_by_voices(reader: Reader) -> None:
    page = reader.open("/source/asia-times-2025")
    prose = page.locator(".part-body .prose").first
    stops = prose.locator("a.stop")
    assert prose.locator('a:not(.stop)[href], [tabindex="0"]').count() == 0, "a quote is one stop, not one for each of its pieces"
    spoken = prose.aria_snapshot()
    order = re.findall(r'link "Claim: (.+?)"', spoken)
    assert order == [(stop.get_attribute("aria-label") or "").removeprefix("Claim: ") for stop in stops.all()]
    assert prose.inner_text().split()[0] in spoken
    page = reader.open(f"/claim/{CLAIM}")
    heard = page.locator("main").aria_snapshot()
    parts = (
        'heading "China and Russia are',
        'heading "Who denies it',
        'heading "What it is about',
        'heading "Cite',
        'heading "Query it yourself',
    )
    places = [heard.index(words) for words in parts]
    assert places[1] < heard.index("blockquote", places[1]) < places[2], "the words come under who says them"
    assert places == sorted(places)


HEADINGS = {
    "/source/asia-times-2025": ("The text as received", "Who speaks in it", "About this source"),
    f"/claim/{CLAIM}": ("Who denies it", "What it is about", "Related claims", "History", "Cite", "Query it yourself"),
}
READ = """() => [...document.querySelectorAll("header.top, nav, form[role=search], main, footer, h1, h2, h3, h4")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && !one.closest("svg"))
  .map(one => /^H\\d$/.test(one.tagName) ? [Number(one.getAttribute("aria-level") || one.tagName[1]), one.innerText.trim()] : [0, one.localName])"""


@pytest.mark.parametrize("path", HEADINGS)
def test_landmarks_and_headings_come_in_the_order_of_reading(path: str, reader: Reader) -> None:
    """What a screen reader lists: banner, the site's links, main with its headings, the foot; one heading of the first level; no level left out."""
    read = reader.open(path).evaluate(READ)
    landmarks = [name for level, name in read if not level and name != "nav"]
    assert landmarks == ["header", "form", "main", "footer"] and read[1] == [0, "nav"]
    begin, end = read.index([0, "main"]), read.index([0, "footer"])
    headings = read[begin + 1 : end]
    levels = [level for level, _ in headings if level]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before < 2 for before, after in itertools.pairwise(levels)), headings
    told = [words for level, words in headings if level]
    places = [next(at for at, words in enumerate(told) if words.startswith(wanted)) for wanted in HEADINGS[path]]
    assert places == sorted(places), told
    assert not any(level for level, _ in [*read[:begin], *read[end:]]), "no heading stands outside the content"

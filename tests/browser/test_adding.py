"""A fact is added from words of a text, seen on its page, and taken back: by selecting them with the mouse, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.reader import Reader, arrived, expect
from tests.browser.traveller import PLACE

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOURCE, QUOTE = "asia-times-2025", "fearsome Chinese hardware"
CLAIM = {"mouse": "China has hardware that is to be feared", "keyboard": "China has hardware that frightens those who see it"}


def select(page: Page, words: str, *, short: int = 1) -> None:
    """Drag over words of the text, ending `short` pixels before their end."""
    left, top, right, bottom = page.evaluate(PLACE, words)
    page.mouse.move(left + short, top)
    page.mouse.down()
    page.mouse.move(right - 20, bottom, steps=4)
    page.mouse.move(right - short, bottom, steps=4)
    page.mouse.up()


def test_words_selected_with_the_mouse_become_a_fact_in_place_that_can_be_undone(writer: Reader) -> None:
    page = writer.open(f"/source/{SOURCE}")
    bar = page.get_by_role("button", name="Add a fact from these words")
    expect(bar).to_be_hidden()
    select(page, QUOTE, short=12)  # within the first and the last word
    assert page.evaluate("document.getSelection().toString()") in QUOTE and page.evaluate("document.getSelection().toString()") != QUOTE
    assert "#" not in page.url, "the click that ends a selection followed the link in the words"
    bar.click()
    expect(page.locator("#here-quote")).to_have_value(QUOTE)
    expect(page.locator("#here-words")).to_contain_text("These words are in the text")

    page.locator("#here-quote").fill("fearsome Chinese hardwear")
    page.get_by_role("button", name="Use the text’s words").click()
    expect(page.locator("#here-words .good").first).to_be_visible()
    page.locator("#here-text").fill("China and Russia are allied")
    expect(page.locator("#here-like")).to_contain_text("China and Russia are allies")
    page.locator("#here-text").fill(CLAIM["mouse"])
    page.locator("#here-holder").fill("Nobody Whom The Base Knows")
    page.locator("#here-holder").press("Tab")  # else the list of names lies over what stands below
    writer.refused.add(f"{writer.address}/api/facts")  # the console tells of it too
    page.get_by_role("button", name="Record", exact=True).click()
    problem = page.locator("#here-problem")
    expect(problem).to_contain_text("Not recorded. speaker: ")
    expect(problem).to_be_focused()

    page.reload()  # the draft is there again
    expect(page.locator("#here-title")).to_have_text("Your draft")
    expect(page.locator("#here-text")).to_have_value(CLAIM["mouse"])
    page.locator("#here-holder").fill("")
    page.get_by_role("button", name="Record", exact=True).click()
    note = page.locator(".note:visible")
    expect(note).to_contain_text("Recorded. See or undo it")
    expect(note).to_contain_text(CLAIM["mouse"])
    assert page.locator("a.hl.shown").all_inner_texts() == [QUOTE]
    note.get_by_role("link", name="See or undo it").click()
    page.locator("#reason").fill("it was a test")
    page.get_by_role("button", name="Undo all of this").click()
    expect(page.locator("main")).to_contain_text("it was a test")
    page.goto(f"{writer.address}/source/{SOURCE}")
    expect(page.locator("#add-here")).to_be_hidden()


def test_a_draft_outlives_the_session_it_was_begun_in(writer: Reader, signed_in: Any) -> None:
    page = writer.open(f"/source/{SOURCE}")
    select(page, QUOTE)
    page.get_by_role("button", name="Add a fact from these words").click()
    page.locator("#here-text").fill(CLAIM["keyboard"])
    page.context.clear_cookies()
    writer.refused |= {f"{writer.address}/api/{name}" for name in ("facts", "check-quote", "similar")}  # it checks as one types, too
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("#here-problem")).to_contain_text("You are no longer signed in")
    page.locator("#here-problem").get_by_role("link", name="Sign in").click()
    arrived(page, "/sign-in?next=%2Fsource%2Fasia-times-2025")
    page.context.add_cookies(signed_in["cookies"])
    page.go_back()
    page.reload()
    expect(page.locator("#here-text")).to_have_value(CLAIM["keyboard"])
    expect(page.locator("#here-quote")).to_have_value(QUOTE)
    page.get_by_role("button", name="Throw away").click()
    expect(page.locator("#add-here")).to_be_hidden()
    page.reload()
    expect(page.locator("#add-here")).to_be_hidden()


def test_a_fact_is_added_and_undone_by_keyboard_alone(writer: Reader) -> None:
    page = writer.open(f"/source/{SOURCE}")
    writer.tab_to(page.locator("details.account summary"))
    page.keyboard.press("Enter")
    writer.follow(page.locator("details.account").get_by_role("link", name="Add a fact"))
    expect(page.locator("#source")).to_have_value(SOURCE)
    asked = {"quote": QUOTE, "text": CLAIM["keyboard"], "subject": "china", "predicate": "possesses", "object": "chinese-military-hardware"}
    for field, words in asked.items():
        writer.tab_to(page.locator(f"#{field}"))
        page.keyboard.type(words)
    expect(page.locator("#quote-found")).to_contain_text("Found at")
    writer.follow(page.get_by_role("button", name="Record", exact=True))
    run = page.url
    writer.follow(page.get_by_role("link", name=CLAIM["keyboard"]))
    assert writer.highlighted() == QUOTE
    page.goto(run)
    writer.tab_to(page.locator("#reason"))
    page.keyboard.type("it was a test")
    writer.follow(page.get_by_role("button", name="Undo all of this"))
    expect(page.locator("main")).to_contain_text("it was a test")

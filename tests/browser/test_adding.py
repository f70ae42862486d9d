"""A fact is added from words of a text, seen on its page, and taken back: by selecting them with the mouse, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.reader import Reader, expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOURCE, QUOTE = "asia-times-2025", "fearsome Chinese hardware"
CLAIM = {"mouse": "China has hardware that is to be feared", "keyboard": "China has hardware that frightens those who see it"}

# Where the words begin and end on the page, in pixels of the window.
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


def test_words_selected_with_the_mouse_become_a_fact_that_can_be_undone(writer: Reader) -> None:
    page = writer.open(f"/source/{SOURCE}")
    bar = page.get_by_role("link", name="Add a fact from these words")
    expect(bar).to_be_hidden()
    left, top, right, bottom = page.evaluate(PLACE, QUOTE)
    page.mouse.move(left + 1, top)
    page.mouse.down()
    page.mouse.move(right - 20, bottom, steps=4)
    page.mouse.move(right - 1, bottom, steps=4)
    page.mouse.up()
    assert page.evaluate("document.getSelection().toString()") == QUOTE
    assert "#" not in page.url, "the click that ends a selection followed the link in the words"
    expect(bar).to_be_visible()
    bar.click()
    expect(page.locator("#quote")).to_have_value(QUOTE)
    expect(page.locator("#quote-found")).to_contain_text("Found at")

    page.locator("#quote").fill("fearsome Chinese hardwear")
    expect(page.locator("#quote-found ins")).to_contain_text("hardware")
    page.get_by_role("button", name="Use the text’s words").click()
    expect(page.locator("#quote-found .good").first).to_contain_text("Found at")
    page.locator("#text").fill("China and Russia are allied")
    expect(page.locator("#claims-like")).to_contain_text("China and Russia are allies")
    page.locator("#text").fill(CLAIM["mouse"])
    page.locator("#subject").fill("china")
    page.locator("#predicate").fill("possesses")
    page.locator("#object").fill("chinese-military-hardware")
    page.get_by_role("button", name="Record", exact=True).click()
    record_all_the_same(page)
    page.get_by_role("link", name=CLAIM["mouse"]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(CLAIM["mouse"])
    assert writer.highlighted() == QUOTE
    page.go_back()
    page.locator("#reason").fill("it was a test")
    page.get_by_role("button", name="Undo all of this").click()
    expect(page.locator("main")).to_contain_text("it was a test")


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
    if "/changes/" not in page.url:
        writer.follow(page.get_by_role("button", name="Record it all the same"))
    run = page.url
    writer.follow(page.get_by_role("link", name=CLAIM["keyboard"]))
    assert writer.highlighted() == QUOTE
    page.goto(run)
    writer.tab_to(page.locator("#reason"))
    page.keyboard.type("it was a test")
    writer.follow(page.get_by_role("button", name="Undo all of this"))
    expect(page.locator("main")).to_contain_text("it was a test")


def record_all_the_same(page: Page) -> None:
    """Where claims are like it, the form comes back once to show them."""
    again = page.get_by_role("button", name="Record it all the same")
    heading = page.get_by_role("heading", level=1, name="Recorded")
    expect(again.or_(heading)).to_be_visible()
    if again.is_visible():
        again.click()
    expect(heading).to_be_visible()

"""What a reader was promised, done in a real browser: each journey by mouse, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import CLAIM
from tests.browser.reader import DESK, PHONE, Reader, expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

HANDS = pytest.mark.parametrize("hand", ["mouse", "keyboard"])


def go(reader: Reader, hand: str, wanted: Locator) -> None:
    """Follow a link or press a button, and wait for the page it leads to."""
    if hand == "keyboard":
        return reader.follow(wanted)
    with reader.page.expect_navigation():
        wanted.click()
    return None


def choose(reader: Reader, hand: str, field: Locator, value: str) -> None:
    """Choose from a list."""
    if hand == "mouse":
        field.select_option(value)
        return
    reader.tab_to(field)
    for _ in range(20):
        if field.input_value() == value:
            return
        reader.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is not reached with the arrow keys")


def write(reader: Reader, hand: str, field: Locator, words: str) -> None:
    if hand == "mouse":
        field.click()
    else:
        reader.tab_to(field)
    reader.page.keyboard.press("Control+a")
    reader.page.keyboard.type(words)


@HANDS
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_first_answer_ends_in_highlighted_words_two_clicks_from_home(reader: Reader, hand: str, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    page = reader.open("/")
    question = page.locator(".answers h3").first
    assert question.inner_text().endswith("?") and reader.highlighted()
    words = reader.highlighted()
    go(reader, hand, page.locator(".answers .claim a:not(.who)").first)
    assert reader.highlighted() == words
    go(reader, hand, page.locator(".voice a.said").first)
    shown = page.locator("a.hl.shown").first
    expect(shown).to_be_in_viewport()
    assert shown.inner_text() in words


@HANDS
def test_a_search_leads_to_words_within_two_clicks(reader: Reader, hand: str) -> None:
    page = reader.open("/")
    write(reader, hand, page.locator("#q"), "warships")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "warships" in page.locator(".hits mark").first.inner_text().casefold()
    words = page.locator(".hits a.said").first.inner_text()
    go(reader, hand, page.locator(".hits .claim a:not(.who)").first)
    assert words in page.locator("main mark").all_inner_texts()


@HANDS
def test_a_claim_is_traced_to_its_sentence_and_to_the_bytes(reader: Reader, hand: str) -> None:
    page = reader.open(f"/claim/{CLAIM}")
    quote = page.locator(".voice mark").first.inner_text()
    go(reader, hand, page.locator(".voice a.said").first)
    shown = page.locator("a.hl.shown")
    assert " ".join(shown.all_inner_texts()).replace("  ", " ") == quote
    note = page.locator(shown.first.get_attribute("data-card") or "")
    stop = page.locator("a.stop#" + (shown.first.get_attribute("data-card") or "").removeprefix("#card-"))
    expect(note).to_be_hidden()
    if hand == "mouse":
        shown.first.click()
    else:
        reader.tab_to(stop)
        page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    expect(note).to_contain_text("China and Russia are in a formal military alliance")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(stop).to_be_focused()
    expect(page.get_by_text("sha256")).to_have_count(1)


@HANDS
def test_a_card_is_there_again_after_a_claim_was_opened_from_it(reader: Reader, hand: str) -> None:
    page = reader.open("/source/epoch-times-2021?stance=denies")
    assert 0 < page.locator("a.hl.lit").count() < page.locator("a.hl").count()
    if hand == "mouse":
        page.locator("a.hl.lit").first.click()
    else:
        reader.tab_to(page.locator("a.stop:has(+ a.hl.lit)").first)
        page.keyboard.press("Enter")
    note = page.locator(".note:visible")
    expect(note).to_be_focused()
    words = note.locator(".claim").first.inner_text()
    assert words.startswith("Denied by")
    go(reader, hand, note.locator(".claim a:not(.who)").first)
    assert "/claim/" in page.url
    page.go_back()
    expect(note.locator(".claim").first).to_have_text(words)
    expect(note).to_be_focused()
    assert page.locator("a.hl.open").count() > 0


@HANDS
def test_two_sources_are_compared_and_both_quotes_are_seen_with_the_reason(reader: Reader, hand: str) -> None:
    page = reader.open("/")
    go(reader, hand, page.get_by_role("link", name="Asia Times beside The Epoch Times"))
    pair = page.locator(".against").first
    assert pair.locator("mark").count() == 2 and len(pair.locator(".rationale").inner_text()) > 40
    silent = page.locator(".matrix .stance-silent")
    assert silent.count() == 0
    choose(reader, hand, page.get_by_label("Claims", exact=True), "all")
    go(reader, hand, page.get_by_role("button", name="Compare"))
    assert silent.count() > 100
    if hand == "keyboard":  # past the pairs of claims, by the links at the top of the page
        reader.tab_to(page.locator('.jump a[href="#matrix"]'))
        page.keyboard.press("Enter")
    go(reader, hand, page.locator(".matrix tbody a").first)
    assert "/claim/" in page.url and reader.highlighted()


@HANDS
def test_a_claim_is_cited_by_an_address_that_leads_back_to_it(reader: Reader, hand: str) -> None:
    page = reader.open(f"/claim/{CLAIM}")
    bibtex = page.locator("#cite-bibtex")
    expect(bibtex).to_be_hidden()
    summary = page.locator("summary", has_text="BibTeX")
    if hand == "mouse":
        summary.click()
    else:
        reader.tab_to(summary)
        page.keyboard.press("Enter")
    expect(bibtex).to_be_visible()
    stable = page.get_by_role("link", name=f"/id/{CLAIM}")
    assert (stable.get_attribute("href") or "?") in bibtex.inner_text()
    go(reader, hand, stable)
    assert page.url.endswith(f"/claim/{CLAIM}")


@HANDS
def test_a_question_is_asked_with_another_value_and_its_answer_taken_away(reader: Reader, hand: str) -> None:
    page = reader.open("/questions")
    go(reader, hand, page.get_by_role("link", name="Numbers, and what they measure"))
    everything = page.locator("table.answer tbody tr").count()
    write(reader, hand, page.locator("form.fields input").first, "asia-times-2025")
    go(reader, hand, page.get_by_role("button", name="Ask"))
    assert page.locator("table.answer tbody tr").count() < everything
    answer = page.request.get(reader.address + (page.get_by_role("link", name="CSV").get_attribute("href") or ""))
    assert answer.headers["content-type"].startswith("text/csv") and answer.text().count("\n") >= 1


@HANDS
def test_sql_and_sparql_are_one_click_from_home(reader: Reader, hand: str) -> None:
    page = reader.open("/")
    go(reader, hand, page.get_by_role("link", name="Ask in SQL"))
    expect(page.locator("table.rows-and-columns tbody tr")).to_have_count(20)
    page = reader.open("/")
    go(reader, hand, page.get_by_role("link", name="Ask in SPARQL"))
    go(reader, hand, page.get_by_role("link", name="Claims that somebody affirms and somebody denies"))
    expect(page.locator("table.data tbody tr").first).to_be_visible()

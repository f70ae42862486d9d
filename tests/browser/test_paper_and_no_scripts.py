"""What stays when there is only paper, and when the browser runs no JavaScript."""

from __future__ import annotations

import pytest

from tests.browser.pages import CLAIM, OURS, READABLE
from tests.browser.reader import PHONE, Reader, arrived, expect

PRINTED = ("home", "source", "claim", "actor", "timeline", "compare", "question", "statistics")


@pytest.mark.parametrize("name", PRINTED)
def test_on_paper_there_is_no_navigation_and_all_of_the_page(name: str, reader: Reader) -> None:
    page = reader.open(OURS[name][0])
    page.emulate_media(media="print")
    for screen_only in (".top", "main form:not(.never)", ".sitemap", ".rail"):
        assert not page.locator(f"{screen_only}:visible").count(), screen_only
    assert len(page.locator("main").inner_text()) > 300
    for quote in page.locator("main mark").all()[:5]:
        expect(quote).to_be_visible()
    paper = page.pdf()
    assert paper.startswith(b"%PDF") and len(paper) > 10_000


def test_a_printed_claim_says_where_it_stands_and_how_to_cite_it(reader: Reader) -> None:
    page = reader.open(f"/claim/{CLAIM}")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name=f"{reader.address}/id/{CLAIM}")).to_be_visible()
    expect(page.locator("#cite-bibtex")).to_be_visible()


@pytest.mark.parametrize("name", OURS)
def test_without_scripts_a_page_shows_its_main_part_and_leads_on(name: str, scriptless: Reader) -> None:
    path, words = OURS[name]
    page = scriptless.open(path)
    assert words in page.locator("main").inner_text()
    assert page.locator("main a:visible").count() or name == "sign-in"


def test_without_scripts_words_lead_to_who_says_them_and_forms_ask(scriptless: Reader) -> None:
    page = scriptless.open("/source/epoch-times-2021")
    page.locator("a.hl").first.click()
    note = page.locator(".note:visible")
    expect(note).to_have_count(1)
    note.locator(".claim a:not(.who)").first.click()
    arrived(page, "/claim/")
    assert scriptless.highlighted()
    page = scriptless.open("/")
    page.locator("#q").fill("warships")
    with page.expect_navigation():
        page.get_by_role("button", name="Search").click()
    assert page.locator(".hits > li").count() > 1
    page = scriptless.open("/questions/numbers")
    everything = page.locator("table.answer tbody tr").count()
    page.locator("form.fields input").first.fill("asia-times-2025")
    with page.expect_navigation():
        page.get_by_role("button", name="Ask").click()
    assert page.locator("table.answer tbody tr").count() < everything


def test_without_scripts_the_filters_of_datasette_still_ask(scriptless: Reader) -> None:
    scriptless.page.set_viewport_size({"width": PHONE, "height": 900})
    page = scriptless.open(READABLE["table"][0])
    page.locator("summary", has_text="What the columns hold").click()
    expect(page.get_by_text("A sentence that can be understood on its own: who, what, when.", exact=True)).to_be_visible()
    page.locator("#_search").fill("alliance")
    page.get_by_role("button", name="Apply filters").click()
    expect(page.locator("h3.table-summary")).to_contain_text("rows where search matches")

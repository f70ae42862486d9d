"""The actors of a text are settled by key before its sentences, and what was said of them outlives a lost session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb import articles
from kb.base import runs, store
from kb.propose import parser as models
from kb.review import intake
from tests.browser import chromium
from tests.browser.reader import Reader, expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLE = b"The ferry company\n\nJonas Berg said that the ferry is late. Mira Holm said that the bridge is late.\n"


@pytest.fixture
def reviewer(ready: None, empty_path: Path, browser: Browser) -> Iterator[Reader]:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    with runs.begin(connection, "propose", contributor="clerk") as run:
        intake.take(run, articles.read(ARTICLE, name="ferry.txt"), {"title": "Ferry", "published": "2021-05-04"})
    connection.close()
    with chromium.site(empty_path) as running:
        opened = Reader(running.address, browser.new_context())
        opened.page.goto(running.sign_in)
        yield opened
        opened.close()


def test_one_key_answers_a_name_drafts_stay_and_one_key_leads_on(reviewer: Reader) -> None:
    page = reviewer.open("/review/sentences")
    page.locator("a[href*='/review/actors/']").click()
    page.locator("input[name='other.0']").fill("somebody")
    page.locator("input[name='new.1']").fill("Mira T. Holm")
    page.reload()
    assert page.locator("input[name='other.0']").input_value() == "somebody"
    assert page.locator("input[name='do.0']:checked").get_attribute("value") == "take"
    assert page.locator("input[name='new.1']").input_value() == "Mira T. Holm"
    page.locator("input[name='do.0']:checked").focus()
    page.keyboard.press("l")
    page.keyboard.press("m")
    expect(page.locator("button[type=submit]", has_text="Settle these")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("p[role=status]")).to_contain_text("Actors settled: 1")
    page.go_back()
    page.reload()
    with page.expect_navigation():
        page.keyboard.press("n")
    assert "/review/sentences" in page.url

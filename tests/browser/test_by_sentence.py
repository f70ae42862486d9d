"""The claims of a sentence are corrected by key: what the scripted reviewer of tests/review counts is what the keys of the page do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kb import articles
from kb.base import runs, store
from kb.propose import parser as models
from kb.review import intake
from tests.browser import chromium
from tests.browser.reader import DESK, PHONE, TABLET, Reader, expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PATH = "/review/sentences"
ARTICLE = """The ferry company

North Lines supports the bridge. Jonas Berg doubts that the wall works. The Port League owns a tug and North Lines sold a ferry.
The Port League rejects the bridge. Jonas Berg leads the Port League. The Port League met in May. Nothing more was said.
"""


@pytest.fixture
def base(ready: None, empty_path: Path) -> Path:
    if models.find().tier != "parser":
        pytest.skip("no English model is installed: pip install '.[nlp]'")
    connection = store.connect(empty_path)
    with runs.begin(connection, "propose", contributor="clerk") as run:
        intake.take(run, articles.read(ARTICLE.encode(), name="ferry.txt"), {"title": "Ways across", "published": "2021-05-04"})
    connection.close()
    return empty_path


@pytest.fixture
def reviewer(base: Path, browser: Browser) -> Iterator[Reader]:
    with chromium.site(base) as running:
        opened = Reader(running.address, browser.new_context())
        opened.page.goto(running.sign_in)
        yield opened
        opened.close()


def rows(base: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(base)) as connection:
        return connection.execute(sql).fetchall()


def leads_on(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def chip(page: Page, field: str) -> str:
    return page.locator(f".claim.active .chip[data-field={field}] .said").inner_text()


def test_keys_correct_a_claim_and_record_it(reviewer: Reader, base: Path) -> None:
    page = reviewer.open(PATH)
    assert (chip(page, "subject"), chip(page, "stance"), chip(page, "predicate")) == ("North Lines", "affirms", "supports")
    page.keyboard.press("2")
    assert chip(page, "stance") == "denies"
    page.keyboard.press("4")
    page.keyboard.type("Por")
    expect(page.locator(".picker .marked")).to_contain_text("Port League")
    page.keyboard.press("Enter")
    page.keyboard.press("w")
    leads_on(page, "m")
    expect(page.locator("p[role=status]")).to_contain_text("1 accepted")
    assert rows(base, "SELECT text, subject_id, predicate_id, object_id FROM claims") == [
        ("Port League supports bridge", "port-league", "supports", "bridge")
    ]
    assert rows(base, "SELECT stance FROM assertions") == [("denies",)]


def test_a_name_that_is_typed_whole_is_kept_with_tab(reviewer: Reader, base: Path) -> None:
    page = reviewer.open(PATH)
    page.keyboard.press("6")
    page.keyboard.type("Long Bridge")
    page.keyboard.press("Tab")
    assert chip(page, "object") == "Long Bridge"
    page.keyboard.press("Escape")
    leads_on(page, "m")
    assert ("Long Bridge",) in rows(base, "SELECT name FROM things")


def test_claims_are_left_out_and_gone_through_by_key(reviewer: Reader, base: Path) -> None:
    page = reviewer.open(PATH)
    leads_on(page, "n")
    leads_on(page, "n")
    claims = page.locator(".claim")
    number = claims.count()
    assert number > 1
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(claims.nth(1)).to_have_class("claim active left-out")
    leads_on(page, "m")
    assert rows(base, "SELECT status, count(*) FROM proposals WHERE status <> 'waiting' GROUP BY 1") == [
        ("accepted", number - 1),
        ("rejected", 1),
    ]
    leads_on(page, "u")
    assert page.locator(".claim").count() == number


def test_a_part_of_any_claim_opens_at_a_click(reviewer: Reader) -> None:
    page = reviewer.open(PATH)
    page.set_viewport_size({"width": PHONE, "height": 780})
    leads_on(page, "n")
    leads_on(page, "n")
    last = page.locator(".claim").last
    last.locator(".chip[data-field=subject]").click()
    expect(last.locator(".one-field.editing input[data-names]")).to_be_focused()
    page.keyboard.type("Port Lea")
    page.keyboard.press("Enter")
    expect(page.locator(".claim.active .chip[data-field=subject] .said")).to_have_text("Port League")
    page.locator(".claim").first.locator("[data-tick=x]").click()
    expect(page.locator(".claim").first).to_have_class("claim active left-out")


def test_what_was_typed_outlives_a_lost_session_and_an_added_claim(reviewer: Reader) -> None:
    page = reviewer.open(PATH)
    page.keyboard.press("8")
    page.keyboard.type("North Lines wants the bridge")
    page.keyboard.press("Enter")
    reviewer.context.new_page().close()
    page.reload()
    assert chip(page, "text") == "North Lines wants the bridge"
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.m-sentence'))")
    leads_on(page, "+")
    assert page.locator(".claim").count() == 2
    assert "North Lines wants the bridge" in page.locator(".claim .chip[data-field=text] .said").all_inner_texts()


def test_a_field_with_a_fault_is_open_and_everything_typed_is_there(reviewer: Reader) -> None:
    page = reviewer.open(PATH)
    page.keyboard.press("4")
    page.keyboard.type("The Kraken")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    reviewer.refused.add(reviewer.address + PATH)
    leads_on(page, "a")
    expect(page.locator(".one-field.editing .fault")).to_contain_text("The Kraken")
    assert chip(page, "subject") == "The Kraken"


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_nothing_is_wider_than_the_window_or_closed_to_a_screen_reader(reviewer: Reader, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    page = reviewer.open(PATH)
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in Axe().run(page).response["violations"]] == []
    page.set_viewport_size({"width": width, "height": 800})
    page.keyboard.press("0")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in Axe().run(page).response["violations"]] == []


def test_the_kind_and_the_id_of_something_new_are_chosen_by_key(reviewer: Reader, base: Path) -> None:
    page = reviewer.open(PATH)
    page.keyboard.press("4")
    page.keyboard.type("Crew of Seven")
    page.keyboard.press("Tab")
    page.keyboard.type("gr")
    page.keyboard.press("Enter")
    page.keyboard.press("w")
    leads_on(page, "m")
    assert rows(base, "SELECT id, kind FROM actors WHERE name = 'Crew of Seven'") == [("crew-of-seven", "group")]

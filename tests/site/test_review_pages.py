"""The page for deciding on proposals: it shows one at a time with its words in the text and why names were matched, and only to who may decide."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import review
from kb.site.review import filters, showing
from kb.site.review.filters import Filters
from tests.harness.page import Page
from tests.harness.site import Site
from tests.site.queue import GAZETTE, HOSTILE, Found, planted, taken


@pytest.fixture(scope="module")
def queued(shared_path: Path) -> Iterator[Site]:
    """A site with proposals, one of them for a text full of markup; these tests only read."""
    planted(shared_path)
    taken(shared_path, HOSTILE, [Found('<b>lies</b> & "worse"', "<script>alert(1)</script>", "said", confidence=0.1)])
    started = Site(shared_path, writers=["clerk", "other-clerk"])
    yield started
    started.close()


@pytest.fixture
def base(shared_path: Path, queued: Site) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(shared_path)
    yield connection
    connection.close()


def page_of(desk: Site, path: str, status: int = 200) -> Page:
    answer = desk.get(path, "clerk")
    assert answer.status_code == status, answer.text[:800]
    return Page(answer.text)


def field(page: Page, name: str) -> dict[str, str]:
    return next(one for one in page.all("input") if one.get("name") == name)


@pytest.mark.parametrize("path", ["/review", "/review/sentences", "/review/actors/harbour-gazette", "/review/report", "/propose"])
def test_strangers_and_whoever_may_not_add_see_nothing_of_the_queue(queued: Site, path: str) -> None:
    nobody, stranger = queued.get(path), queued.get(path, "stranger")
    assert (nobody.status_code, stranger.status_code) == (401, 403)
    assert "1,200" not in nobody.text + stranger.text
    if path != "/review/report":
        assert queued.post(path, data={"do": "accept"}).status_code == 401
        assert queued.post(path, "stranger", data={"do": "accept"}).status_code == 403


@pytest.mark.thorough
def test_in_public_mode_nobody_decides_here(shared_path: Path, queued: Site) -> None:
    public = Site(shared_path, public=True)
    try:
        for path in ("/review", "/review/sentences", "/review/report", "/propose"):
            assert [public.get(path, who).status_code for who in (None, "clerk", "root")] == [401, 403, 403]
        assert public.post("/review", "clerk", data={"do": "undo"}).status_code == 403
        assert public.post("/propose", "clerk", data={"article": "Words"}).status_code == 403
        assert "/review" not in public.get("/", "clerk").text
    finally:
        public.close()


def test_the_menu_leads_there_for_who_may_decide(queued: Site) -> None:
    assert {"/review/sentences", "/propose"} <= set(page_of(queued, "/").links)
    assert "/review" not in queued.get("/", "stranger").text


def test_the_surest_comes_first_with_its_words_speaker_and_cue_marked_apart(queued: Site) -> None:
    page = page_of(queued, "/review")
    assert [(mark["class"]) for mark in page.all("mark")][3:] == ["m-speaker", "m-cue", "m-content"]  # three of them are the legend
    assert page.marked[3:] == ["The Canal Company", "said", "carried “at least 1,200 passengers” in April"]
    assert field(page, "speaker")["value"] == "Canal Company"
    assert re.search(r"Canal Company \(actor · [^)]+\): name in the base", page.text)
    assert "80% sure" in page.text and "“at least 1,200”: at least 1,200 passengers" in page.text and "April 1956" in page.text
    assert ">Carried “at least 1,200 passengers” in April</textarea>" in page.markup


def test_around_the_words_stand_the_neighbouring_paragraphs_and_the_whole_text_where_one_is_chosen(queued: Site) -> None:
    some, whole = (page_of(queued, path).markup for path in ("/review", f"/review?source={GAZETTE}"))
    assert (
        "<p>Harbour Gazette, 3 May 1956</p>" in some and "<p>If the bridge opens" in some and "<p>The ferry will not stop</p>" not in some
    )
    assert "<p>The ferry will not stop</p>" in whole and "Why does nobody ask the captains?</p>" in whole


def test_a_name_that_nobody_was_matched_with_gets_the_nearest_of_the_base(queued: Site, base: sqlite3.Connection) -> None:
    board = next(one for one in review.listed(base) if one.speaker == "The harbour board")
    assert board.speaker_id is None
    page = page_of(queued, f"/review?at={board.id}")
    assert field(page, "speaker")["value"] == "" and "Harbour Board (actor · government): a name of the base" in page.text


def test_every_field_has_a_label_and_nothing_runs_or_is_styled_inline(queued: Site) -> None:
    for path in ("/review", f"/review?source={GAZETTE}", "/review/report", "/propose"):
        answer = queued.get(path, "clerk")
        page = Page(answer.text)
        labelled = {one["for"] for one in page.all("label") if "for" in one}
        named = [
            one
            for tag in ("input", "select", "textarea")
            for one in page.all(tag)
            if one.get("type") not in ("hidden", "radio", "checkbox")
        ]
        assert {one["id"] for one in named} <= labelled
        assert len(page.ids) == len(set(page.ids))
        assert not any(name in ("style", "onclick") for _, attributes in page.elements for name in attributes)
        assert "'unsafe-inline'" not in answer.headers["content-security-policy"]
        assert "script-src 'self';" in answer.headers["content-security-policy"]


def test_words_that_are_markup_stay_words(queued: Site) -> None:
    for query in ("/review?kind=norm", "/review?kind=norm&source=markup&order=text"):
        page = page_of(queued, query)
        assert "<script>alert(1)</script>" not in page.markup and "<b>lies" not in page.markup
        assert page.marked[-3:] == ["<script>alert(1)</script>", "said", '<b>lies</b> & "worse"']


def test_filters_and_orders_choose_what_comes(queued: Site, base: sqlite3.Connection) -> None:
    for chosen in (Filters(), Filters(order="text"), Filters(source=GAZETTE), Filters(kind="factual", order="text"), Filters(rule="verb")):
        by_place = chosen.order == "text"
        expected = review.listed(base, review.ProposalFilter(chosen.source, chosen.kind, chosen.rule), by_place=by_place)
        assert [one for one, _ in filters.queue(base, chosen)] == [one.id for one in expected]
        assert expected
    assert "Proposal 1 of 1" in page_of(queued, "/review?rule=frame").text
    assert page_of(queued, "/review?kind=question&source=port-bulletin").text.count("No proposal is waiting under these filters") == 1
    page = page_of(queued, "/review?order=text&source=" + GAZETTE)
    following = next(link for link in page.links if "at=prp-" in link)
    assert following.startswith(f"/review?source={GAZETTE}&order=text&at=")


@pytest.mark.parametrize("path", ["/review", "/review/report"])
def test_decisions_are_sent_to_the_queue_under_the_same_filters(queued: Site, path: str) -> None:
    page = page_of(queued, f"{path}?order=text&source={GAZETTE}")
    sent_to = {one["action"] for one in page.all("form") if one.get("method") == "post"}
    assert sent_to - {"/-/logout"} <= {f"/review?source={GAZETTE}&order=text"}
    assert (path == "/review") == (len([one for one in page.all("form") if one["action"].startswith("/review?")]) > 3)


def test_who_passes_it_on_is_said(queued: Site, base: sqlite3.Connection) -> None:
    inner = next(one for one in review.listed(base) if one.parent_id)
    page = page_of(queued, f"/review?at={inner.id}")
    assert "Within what Radio One says (not decided yet)" in page.text


@pytest.mark.parametrize("line_end", ["\n", "\n\n", "\n \n", ""])
def test_the_window_holds_the_paragraph_and_its_neighbours(line_end: str) -> None:
    text = line_end.join(("zero", "one", "two", "three", "four"))
    for number, name in enumerate(("zero", "one", "two", "three", "four")):
        start = text.index(name)
        low, high = showing.window(text, {"content": (start, start + len(name))})
        names = ("zero", "one", "two", "three", "four")[max(0, number - 1) : number + 2]
        assert text[low:high] == (line_end.join(names) if line_end else text)


def test_a_window_is_bounded_in_a_text_without_paragraphs() -> None:
    text = "word " * 5_000
    low, high = showing.window(text, {"content": (12_000, 12_004)})
    assert low <= 12_000 and high >= 12_004 and high - low <= 2 * showing.REACH + 4


def test_no_key_is_bound_twice(queued: Site) -> None:
    keys = re.findall(r'data-key="(.)"', queued.get("/review", "clerk").text)
    assert len(keys) == len(set(keys)) and {"a", "e", "r", "l", "n", "?"} <= set(keys)

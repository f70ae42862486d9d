"""Whoever has only a browser or a token is told what they can do there: by links on a page, as data in JSON, and never by a command."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from tests.harness.site import Site
from tests.test_actions import A_COMMAND

FACT = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": "Captains deserve a hearing"}
FORM = FACT | {"do": "record"}
CLAIM = "clm-ferry-too-small"


def problem(page: str) -> str:
    """The notice of a page that says what is wrong, in HTML."""
    found = re.search(r'<div class="notice notice-strong" role="alert".*?</div>', page, re.DOTALL)
    assert found, page
    return found[0]


@pytest.mark.parametrize(
    ("path", "body", "action"),
    [
        ("retract", {"id": "zzzz", "reason": "r"}, {"name": "search", "arguments": {}}),
        ("undo", {"run": "run-none", "reason": "r"}, {"name": "list_runs", "arguments": {}}),
        ("retract", {"id": "ferry", "reason": "r"}, {"name": "merge", "arguments": {"old": "ferry"}}),
        ("correct", {"id": CLAIM, "set": {"status": "retracted"}, "reason": "r"}, {"name": "retract", "arguments": {"id": CLAIM}}),
        ("correct", {"id": CLAIM, "set": {"kind": "x"}, "reason": "r"}, None),
        ("facts", FACT | {"source": "radio-one-broadcast"}, {"name": "add_text", "arguments": {"id": "radio-one-broadcast"}}),
        ("facts", FACT | {"kind": "zzzz"}, None),
        ("facts", FACT | {"text": None, "claim_id": "zzzz"}, None),
        (
            "facts",
            FACT | {"subject": "zzzz", "predicate": "carries", "object": "ferry"},
            {"name": "record_entity", "arguments": {"kind": "actor"}},
        ),
        ("facts", FACT | {"text": "The ferry is late", "id": CLAIM}, {"name": "correct", "arguments": {"id": CLAIM, "column": "text"}}),
    ],
)
@pytest.mark.thorough
def test_the_api_says_what_can_be_done_as_data_and_names_no_command(desk: Site, path: str, body: dict[str, Any], action: Any) -> None:
    answer = desk.post(f"/api/{path}", "clerk", json={key: value for key, value in body.items() if value is not None})
    said = answer.json()
    assert answer.status_code in (409, 422) and said["remedy"]
    assert action in said["actions"] if action else said["suggestions"] and said["actions"] == []
    assert not A_COMMAND.search(answer.text)


def test_a_page_leads_to_what_can_be_done(desk: Site) -> None:
    missing = desk.get("/change/zzzz", "clerk")
    assert missing.status_code == 404 and '<a href="/search">look for it by its words</a>' in missing.text
    kept = problem(desk.post("/change/ferry", "clerk", data={"do": "retract", "reason": "r"}).text)
    assert '<a href="/merge/ferry">merge the two</a>' in kept
    retracted = desk.post(f"/change/{CLAIM}", "clerk", data={"do": "correct", "set-status": "retracted", "reason": "r"})
    assert f'<a href="/change/{CLAIM}">retract it</a>' in problem(retracted.text)
    for page in (missing.text, kept, retracted.text):
        assert not A_COMMAND.search(html.unescape(page))


@pytest.mark.parametrize(
    "path", ["/assertion/ast-none", "/source/none.ttl", "/claim/clm-none.jsonld", "/id/none", "/id/none.nt", "/id/clm-none_x"]
)
@pytest.mark.thorough
def test_the_page_for_an_unknown_id_links_to_the_search(shared_desk: Site, path: str) -> None:
    missing = shared_desk.get(path, headers={"Accept": "text/html"})
    assert missing.status_code == 404 and '<a href="/search">look for it by its words</a>' in missing.text
    as_data = shared_desk.get(path, headers={"Accept": "application/json"}).json()
    assert as_data["actions"] == [{"name": "search", "arguments": {}}] and "GET /api/names" in as_data["remedy"]


def test_the_form_for_facts_says_that_a_name_can_be_recorded_below(desk: Site) -> None:
    said = desk.post("/add", "clerk", data=FORM | {"subject": "zzzz", "predicate": "carries", "object": "ferry"})
    assert "record it first, below" in problem(said.text) and not A_COMMAND.search(html.unescape(said.text))
    cited = html.unescape(desk.get("/add?source=radio-one-broadcast&quote=x", "clerk").text)
    assert "ask whoever keeps this base to add the text of radio-one-broadcast" in cited and not A_COMMAND.search(cited)


def test_what_was_taken_back_is_told_with_what_lets_it_count_again(desk: Site) -> None:
    first = desk.post("/api/facts", "clerk", json=FACT).json()["assertion_id"]
    assert desk.post("/api/retract", "clerk", json={"id": first, "reason": "a slip"}).status_code == 200
    notes = desk.post("/api/facts", "clerk", json=FACT).json()["notes"]
    assert any(first in note and "POST /api/correct" in note for note in notes) and not A_COMMAND.search(" ".join(notes))


@pytest.mark.thorough
def test_an_article_without_a_title_is_asked_for_by_its_field(desk: Site) -> None:
    said = problem(desk.post("/propose", "clerk", data={"article": "1234.\n\n1234.", "asked": "yes"}).text)
    assert "fill in the title" in said and "--" not in said


def test_a_query_that_would_change_something_is_shown_the_way(desk: Site) -> None:
    page = desk.get("/sparql?query=DELETE+WHERE+%7B%3Fs+%3Fp+%3Fo%7D", headers={"Accept": "text/html"}).text
    assert '<a href="/add">add or correct facts on the pages of this site</a>' in page
    text = desk.get("/sparql?query=DELETE+WHERE+%7B%3Fs+%3Fp+%3Fo%7D", headers={"Accept": "application/sparql-results+json"}).text
    assert "POST to /api/facts" in text
    assert not A_COMMAND.search(html.unescape(page) + text)

"""The forms: everything works without JavaScript, looks before it saves, and every change stands in the history with who and when."""

from __future__ import annotations

import html
import re

import pytest

from kb.site.editing.sign_in import here_only
from tests.harness.site import Site

FORM = {"do": "record", "source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": "Captains deserve a hearing"}


def plain(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def seen_in(page: str) -> str:
    found = re.search(r'name="seen" value="(\w*)"', page)
    assert found
    return found[1]


@pytest.mark.thorough
def test_the_form_opens_with_the_words_that_were_selected_and_shows_where_they_stand(desk: Site) -> None:
    page = desk.get("/add?source=harbour-gazette&quote=the+ferry&prefix=believe+that", "clerk").text
    assert "Found at 168–177" in page and "<mark>the ferry</mark>" in page
    assert '<option value="harbour-gazette" selected>' in page
    again = desk.get("/add?source=harbour-gazette&quote=the+ferry", "clerk").text
    assert "occurs 2 times" in again and again.count("<mark>the ferry</mark>") == 2
    near = desk.get("/add?source=harbour-gazette&quote=Why+does+anybody+ask+the+captains", "clerk").text
    assert "<del>anybody</del>" in near and "<ins>nobody</ins>" in near


@pytest.mark.thorough
def test_a_fact_is_saved_from_the_form_and_can_be_undone_on_the_page_that_follows(desk: Site) -> None:
    answer = desk.post("/add", "clerk", data=FORM)
    assert answer.status_code == 303, plain(answer.text)
    after = answer.headers["location"]
    page = desk.get(after, "clerk")
    assert "Captains deserve a hearing" in page.text and "clerk" in page.text and "Undo all of this" in page.text
    run = after.partition("?")[0]
    assert desk.post(run, "clerk", data={"reason": ""}).status_code == 422
    undone = desk.post(run, "clerk", data={"reason": "a slip"})
    assert undone.status_code == 303 and "a slip" in desk.get(undone.headers["location"]).text
    assert desk.rows("SELECT status FROM claims WHERE text = ?", FORM["text"]) == [("retracted",)]
    assert desk.post(run, "clerk", data={"reason": "again"}).status_code == 409


def test_line_ends_of_forms_are_made_plain(desk: Site) -> None:
    answer = desk.post(
        "/add", "clerk", data=FORM | {"quote": "The ferry will not stop\r\nHarbour Gazette", "text": "It\r\nsails", "reason": "one\r\ntwo"}
    )
    assert answer.status_code == 303, plain(answer.text)
    assert desk.rows("SELECT exact FROM passages WHERE exact LIKE '%' || char(10) || '%'") == [
        ("The ferry will not stop\nHarbour Gazette",)
    ]
    assert desk.rows("SELECT count(*) FROM claims WHERE text = 'It sails'") == [(1,)]
    assert desk.rows("SELECT reason FROM runs WHERE reason LIKE 'one%'") == [("one\ntwo",)]


@pytest.mark.thorough
def test_claims_that_are_like_it_are_shown_before_it_is_saved(desk: Site) -> None:
    form = FORM | {"text": "The ferry is far too small"}
    before = desk.dump()
    look = desk.post("/add", "clerk", data=form)
    assert look.status_code == 200 and "Record it anyway" in look.text and "The ferry is too small" in look.text
    assert desk.dump() == before
    assert desk.post("/add", "clerk", data=form | {"seen": "forged"}).status_code == 200
    assert desk.dump() == before
    assert desk.post("/add", "clerk", data=form | {"seen": seen_in(look.text)}).status_code == 303


def test_the_words_can_be_given_to_a_claim_that_is_there(desk: Site) -> None:
    answer = desk.post("/add", "clerk", data=FORM | {"claim_id": "clm-ferry-too-small", "stance": "denies"})
    assert answer.status_code == 303, plain(answer.text)
    sql = "SELECT stance FROM assertions JOIN runs ON runs.id = run_id WHERE claim_id = 'clm-ferry-too-small' AND kind = 'add'"
    assert desk.rows(sql) == [("denies",)]


def test_a_name_that_is_not_there_gets_the_nearest_and_can_be_recorded_first(desk: Site) -> None:
    form = FORM | {"voice1-speaker": "many captain"}
    refused = desk.post("/add", "clerk", data=form)
    assert refused.status_code == 422 and "many-captains" in refused.text and FORM["text"] in refused.text
    new = {
        "voice1-speaker": "the-pilot",
        "voice1-stance": "denies",
        "new1-type": "actor",
        "new1-id": "the-pilot",
        "new1-name": "The Pilot",
        "new1-kind": "person",
    }
    assert desk.post("/add", "clerk", data=FORM | new).status_code == 303
    assert desk.rows("SELECT name, kind FROM actors WHERE id = 'the-pilot'") == [("The Pilot", "person")]


@pytest.mark.parametrize("missing", ["source", "quote", "text"])
@pytest.mark.thorough
def test_what_is_missing_is_named(desk: Site, missing: str) -> None:
    before = desk.dump()
    answer = desk.post("/add", "clerk", data=FORM | {missing: ""})
    assert answer.status_code == 422 and f"{missing}: is missing" in plain(answer.text)
    assert desk.dump() == before


@pytest.mark.thorough
def test_a_row_is_corrected_merged_and_retracted_with_a_reason_by_name(desk: Site) -> None:
    page = desk.get("/change/clm-ferry-too-small", "clerk").text
    assert 'name="set-text"' in page and 'name="set-recorded_at"' not in page and "History" in page
    steps = [
        ("clm-ferry-too-small", {"do": "correct", "set-kind": "factual"}),
        ("clm-captains-are-asked", {"do": "merge", "into": "clm-ferry-too-small"}),
        ("clm-ferry-keeps-running", {"do": "retract"}),
    ]
    for row_id, form in steps:
        assert desk.post(f"/change/{row_id}", "clerk", data=form).status_code == 422  # no reason
        answer = desk.post(f"/change/{row_id}", "clerk", data=form | {"reason": f"because {row_id}"})
        assert answer.status_code == 303, plain(answer.text)
        history = desk.get(f"/change/{row_id}", "clerk").text
        assert "clerk" in history and f"because {row_id}" in history
    changes = desk.get("/changes").text
    assert all(f"because {row_id}" in changes for row_id, _ in steps)


@pytest.mark.thorough
def test_before_a_source_is_retracted_the_page_lists_what_rests_on_it_alone(desk: Site) -> None:
    page = desk.get("/change/harbour-gazette", "clerk").text
    assert "would lose their only support; 2 claims would stay" in page and 'href="/change/clm-bridge-opens-1958"' in page
    assert "only support" not in desk.get("/change/ferry", "clerk").text


def test_what_is_refused_is_said_on_the_page(desk: Site) -> None:
    before = desk.dump()
    used = desk.post("/change/ferry", "clerk", data={"do": "retract", "reason": "r"})
    assert used.status_code == 409 and "is in use" in used.text
    same = desk.post("/change/ferry", "clerk", data={"do": "correct", "reason": "r", "set-name": "the ferry"})
    assert same.status_code in (303, 422)
    assert desk.post("/change/ferry", "clerk", data={"do": "explode", "reason": "r"}).status_code == 422
    assert desk.get("/change/no-such-row", "clerk").status_code == 404
    if same.status_code == 422:
        assert desk.dump() == before


def test_a_token_signs_a_person_in_and_forged_ones_do_not(desk: Site) -> None:
    made = desk.token("clerk")["Authorization"].removeprefix("Bearer ")
    answer = desk.post("/sign-in", data={"token": made})
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303 and cookie.startswith("ds_actor=")
    session = {"ds_actor": cookie.split(";")[0].removeprefix("ds_actor=")}
    assert desk.get("/add", cookies=session).status_code == 200
    assert desk.get("/-/create-token", cookies=session).status_code == 403  # a session made of a token makes no tokens
    assert desk.post("/sign-in", data={"token": made[:-2]}).status_code == 401
    assert "set-cookie" not in desk.post("/sign-in", data={"token": ""}).headers


def test_the_link_that_is_printed_signs_one_person_in_once(desk: Site) -> None:
    token = desk.datasette._root_token
    answer = desk.get(f"/-/auth-token?token={token}")
    session = {"ds_actor": answer.cookies["ds_actor"]}
    assert desk.post("/api/facts", json={k: v for k, v in FORM.items() if k != "do"}, cookies=session).status_code == 201
    used = desk.get(f"/-/auth-token?token={token}")
    assert used.status_code == 403 and "this sign-in link no longer works" in used.text and "prints another link" in used.text


def test_only_who_may_add_is_offered_to(desk: Site) -> None:
    source = "/source/harbour-gazette"
    mine, other, nobody = desk.get(source, "clerk").text, desk.get(source, "stranger").text, desk.get(source).text
    assert "add_here.js" in mine and "/add?source=harbour-gazette" in mine
    assert "add.js" not in other + nobody and "/add" not in other
    assert "/sign-in" in nobody


def test_hostile_words_are_shown_as_words(desk: Site) -> None:
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    answer = desk.post("/add", "clerk", data=FORM | {"text": hostile, "reason": hostile})
    for path in (
        answer.headers["location"],
        "/changes",
        "/add?quote=" + hostile,
        "/change/" + desk.rows("SELECT id FROM claims WHERE text = ?", hostile)[0][0],
    ):
        page = desk.get(path, "clerk").text
        assert "<script>alert" not in page and "<img src=x" not in page, path


def test_control_characters_from_a_clipboard_are_not_recorded(desk: Site) -> None:
    answer = desk.post("/add", "clerk", data=FORM | {"text": "Captains\x00 deserve\x1b a\ufffe hearing"})
    assert answer.status_code == 303, answer.text
    assert desk.rows("SELECT count(*) FROM claims WHERE text = 'Captains deserve a hearing'") == [(1,)]


@pytest.mark.thorough
def test_no_form_changes_anything_without_a_reason(desk: Site) -> None:
    run = desk.post("/add", "clerk", data=FORM).headers["location"].partition("?")[0]
    before = desk.dump()
    for path, form in (
        ("/change/clm-ferry-too-small", {"do": "retract"}),
        ("/change/clm-ferry-too-small", {"do": "correct", "set-kind": "factual", "reason": " "}),
        ("/change/clm-captains-are-asked", {"do": "merge", "into": "clm-ferry-too-small"}),
        (run, {"do": "undo"}),
    ):
        answer = desk.post(path, "clerk", data=form)
        assert answer.status_code == 422 and "reason" in answer.text, path
    assert desk.dump() == before


def test_the_history_says_who_did_what_when_and_why(desk: Site) -> None:
    desk.post("/change/clm-ferry-too-small", "clerk", data={"do": "correct", "set-kind": "factual", "reason": "read it again"})
    when = desk.rows("SELECT started_at FROM runs WHERE kind = 'correct'")[0][0]
    run = desk.rows("SELECT id FROM runs WHERE kind = 'correct'")[0][0]
    for path in ("/changes", f"/changes/{run}", "/change/clm-ferry-too-small"):
        page = plain(desk.get(path, "clerk").text)
        assert "clerk" in page and "read it again" in page and when[:10] in page, path


def test_whoever_is_stopped_signs_in_there_and_goes_on(desk: Site) -> None:
    page = desk.get("/add?source=harbour-gazette", headers={"Accept": "text/html"})
    assert page.status_code == 401
    assert 'name="next" value="/add?source=harbour-gazette"' in page.text and 'name="token"' in page.text


@pytest.mark.parametrize("address", ["//elsewhere.example/", "/\\elsewhere.example", "https://elsewhere.example/", "javascript:alert(1)"])
@pytest.mark.thorough
def test_signing_in_leads_to_no_other_site(address: str, desk: Site) -> None:
    assert "elsewhere" not in desk.get(f"/sign-in?next={address}").text
    assert here_only(address) == ""
    assert here_only("/add?source=x") == "/add?source=x"


def test_whoever_may_change_a_claim_meets_the_links_on_its_page_and_on_its_card(desk: Site) -> None:
    assert "/change/clm-ferry-too-small" in desk.get("/claim/clm-ferry-too-small", "clerk").text
    assert "/change/clm-ferry-too-small" in desk.get("/search?q=ferry+small", "clerk").text
    assert "/change/" not in desk.get("/search?q=ferry+small").text

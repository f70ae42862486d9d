"""The forms for what connects facts: offered where they belong, to those who may write; what is wrong keeps what was typed."""

from __future__ import annotations

import re
import urllib.parse

import pytest

from kb.base.entry_fields import ENTRY_FIELDS
from kb.base.field_labels import label
from kb.site.told import first_up
from tests.harness.page import Page
from tests.harness.site import Site
from tests.site.test_writing_forms import plain

RELATION = {"from": "clm-ferry-too-small", "relation": "supports", "to": "clm-board-agrees-second-ferry", "rationale": "A reason for it."}


@pytest.mark.parametrize(
    ("page", "offered"),
    [
        ("/claim/clm-ferry-too-small", "/record/relation?from=clm-ferry-too-small"),
        ("/actor/radio-one", "/record/affiliation?entity=radio-one"),
        ("/thing/ferry", "/record/name?entity=ferry"),
        ("/thing/ferry", "/record/distinct?entity=ferry"),
        ("/event/bridge-opening", "/record/event_order?event=bridge-opening"),
        ("/source/port-bulletin", "/record/sentence?source=port-bulletin"),
    ],
)
@pytest.mark.thorough
def test_a_page_offers_to_record_something_about_its_row_to_whoever_may(shared_desk: Site, page: str, offered: str) -> None:
    assert offered in shared_desk.get(page, "clerk").text
    for who in (None, "stranger"):
        assert "/record/" not in shared_desk.get(page, who).text
    form = shared_desk.get(offered, "clerk")
    field, _, value = urllib.parse.urlsplit(offered).query.partition("=")
    ((name,),) = shared_desk.rows("SELECT label FROM entities WHERE id = ?1 UNION SELECT text FROM claims WHERE id = ?1", value)
    assert form.status_code == 200 and re.search(rf'name="{field}"[^>]*value="{re.escape(name)}"', form.text)


@pytest.mark.parametrize("kind", ENTRY_FIELDS)
@pytest.mark.thorough
def test_every_field_of_every_form_has_a_label_and_a_hint(shared_desk: Site, kind: str) -> None:
    text = shared_desk.get(f"/record/{kind}", "clerk").text
    main = text[text.index("<main") : text.index("</main>")]
    assert Page(text)
    ids = re.findall(r'\bid="([^"]+)"', main)
    assert len(ids) == len(set(ids))
    for name in {**ENTRY_FIELDS[kind].said, **ENTRY_FIELDS[kind].others}:
        if f'name="{name}"' in main:
            assert f'<label for="{name}">' in main
        else:  # boxes, which are labelled one by one
            assert f'<fieldset class="field"><legend>{first_up(label(name, kind))}</legend>' in main
        assert f'id="{name}-hint"' in main
    assert set(re.findall(r'aria-describedby="([^"]+)"', main)) <= set(ids)


def test_there_is_no_form_of_another_kind_and_none_for_who_may_not(shared_desk: Site) -> None:
    assert shared_desk.get("/record/snapshot", "clerk").status_code == 404
    assert shared_desk.get("/record/relation").status_code == 401
    assert shared_desk.get("/record/relation", "stranger").status_code == 403


@pytest.mark.thorough
def test_what_is_wrong_is_named_and_what_was_typed_stays(desk: Site) -> None:
    before = desk.dump()
    answer = desk.post("/record/relation", "clerk", data=RELATION | {"to": "clm-nowhere", "comparable-same-time": "yes"})
    assert answer.status_code == 422 and "claim: no claim has the id 'clm-nowhere'" in plain(answer.text)
    assert "A reason for it." in answer.text and 'name="comparable-same-time" value="yes" checked' in answer.text
    assert desk.dump() == before


def test_a_relation_is_offered_the_claims_that_are_like_its_first_one(desk: Site) -> None:
    claim = desk.one("SELECT id FROM claims WHERE id = 'clm-company-passengers-april'")
    page = desk.get(f"/record/relation?from={claim}", "clerk").text
    assert f"/record/relation?from={claim}&amp;to=clm-company-passengers-april-bulletin" in page


def test_what_was_recorded_stands_on_the_page_of_the_run_and_can_be_undone_there(desk: Site) -> None:
    answer = desk.post("/record/relation", "clerk", data=RELATION | {"reason": "as the board says"})
    run = answer.headers["location"].partition("?")[0]
    relation = desk.one("SELECT id FROM relations WHERE relation = 'supports'")
    page = desk.get(run, "clerk").text
    assert relation in page and "as the board says" in page and f"/change/{relation}" in page
    again = desk.post("/record/relation", "clerk", data=RELATION)
    assert again.headers["location"].endswith(f"/change/{relation}")
    assert desk.post(run, "clerk", data={"reason": "a slip"}).status_code == 303
    assert desk.one("SELECT status FROM relations WHERE id = ?", relation) == "retracted"


@pytest.mark.thorough
def test_several_entries_come_in_one_request_and_a_review_only_in_one_s_own_name(desk: Site) -> None:
    entries = [
        {"type": "thing", "id": "pier", "name": "the pier", "kind": "place"},
        {"type": "name", "entity": "pier", "name": "jetty"},
    ]
    tried = desk.post("/api/record", "clerk", json={"entries": entries, "dry_run": True})
    assert (tried.status_code, tried.json()["run"], len(tried.json()["would_record"])) == (200, None, 2)
    assert desk.rows("SELECT id FROM things WHERE id = 'pier'") == []
    done = desk.post("/api/record", "clerk", json={"entries": entries, "reason": "seen there"})
    assert (done.status_code, done.json()["recorded"][1]["ids"]) == (201, ["pier_jetty_alias"])
    for body, where in (
        ({"type": "review", "id": "clm-ferry-too-small", "verdict": "carries", "reviewer": "Ada"}, "reviewer"),
        ({"entries": []}, "entries"),
        ({"entries": entries, "more": 1}, ""),
        ({"type": "thing", "id": "quay", "name": "the quay"}, "kind"),
    ):
        refused = desk.post("/api/record", "clerk", json=body)
        assert refused.status_code == 422 and refused.json()["where"] == where, refused.text
    unkind = {
        "source": "port-bulletin",
        "quote": "as everyone knows",
        "claim": "The quay is small",
        "new": [{"type": "thing", "id": "quay", "name": "a quay"}],
    }
    answer = desk.post("/api/facts", "clerk", json=unkind).json()
    assert answer["where"] == "new 1, kind", answer


@pytest.mark.parametrize("kind", ENTRY_FIELDS)
def test_forms_speak_to_people(shared_desk: Site, kind: str) -> None:
    text = plain(shared_desk.get(f"/record/{kind}", "clerk").text.partition("<main")[2].partition("</main>")[0])
    for jargon in ("EDTF", "BCP 47", "[default", ": its id.", "did-not-happen", "at-least", "No claim reason", "As of", "Cited text"):
        assert jargon not in text, jargon


def test_no_form_asks_for_an_id_where_a_name_gives_one(desk: Site) -> None:
    sent = {"name": "Radio One", "kind": "media"}
    assert desk.post("/record/actor", "clerk", data=sent).status_code == 303
    assert desk.rows("SELECT id FROM actors WHERE name = 'Radio One' ORDER BY id") == [("radio-one",), ("radio-one-2",)]


def test_a_change_form_gives_words_their_labels_and_rows_a_name(shared_desk: Site) -> None:
    (event,) = shared_desk.rows("SELECT id FROM events LIMIT 1")[0]
    page = shared_desk.get(f"/change/{event}", "clerk").text
    assert (
        '<option value="did-not-happen">did not happen</option>' in page
        and '<label for="set-actuality">Whether it happened</label>' in page
    )
    for table in ("affiliations", "event_order", "relations"):
        (row_id,) = shared_desk.rows(f"SELECT id FROM {table} LIMIT 1")[0]
        heading = re.search(r"<h1>(.*?)</h1>", shared_desk.get(f"/change/{row_id}", "clerk").text)
        assert heading and row_id not in heading[1] and " (" in heading[1]

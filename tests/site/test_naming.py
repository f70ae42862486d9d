"""Fields that take a name: who a value is stands beside it, ids are not what people read, and a name that nothing has can be recorded."""

from __future__ import annotations

import contextlib
import re
import sqlite3

import pytest

from kb.site.editing import naming
from tests.harness.site import Site


def value(page: str, name: str) -> str:
    found = re.search(rf'<input id="{name}" name="{name}" type="text" value="([^"]*)"', page)
    assert found, name
    return found[1]


def test_a_change_form_shows_names_and_takes_them_back_unchanged(shared_desk: Site) -> None:
    claim, subject = shared_desk.rows("SELECT id, subject_id FROM claims WHERE subject_id = 'ferry' AND object_id IS NOT NULL LIMIT 1")[0]
    page = shared_desk.get(f"/change/{claim}", "clerk").text
    label = shared_desk.rows("SELECT label FROM entities WHERE id = ?", subject)[0][0]
    assert value(page, "set-subject_id") == label and 'id="set-subject_id-picked">thing' in page
    same = shared_desk.post(f"/change/{claim}", "clerk", data={"do": "correct", "reason": "r", "set-subject_id": label})
    assert same.status_code == 422 and "nothing changed" in same.text


def test_the_other_row_of_a_merge_is_given_by_name_with_who_it_is(shared_desk: Site) -> None:
    page = shared_desk.get("/merge/radio-one?into=Harbour+Board", "clerk").text
    assert "This one stays: <code>harbour-board</code>" in page and value(page, "into") == "Harbour Board"
    assert 'id="into-picked">actor · government' in page
    unknown = shared_desk.get("/merge/radio-one?into=Nobody+At+All", "clerk")
    assert unknown.status_code == 422 and "Nobody At All" in unknown.text


@pytest.mark.parametrize(
    ("typed", "kinds", "found", "made"),
    [
        ("Ann Lee", "actor thing event", "ann-lee", ("actor", "person")),
        ("Harbour Pilots Union", "actor", "harbour-pilots-union", ("actor", "organization")),
        ("dredging fees", "actor thing event", "dredging-fees", ("thing", "concept")),
        ("dredges for", "predicate", "dredges-for", ("predicate", "")),
        ("Harbour Board", "actor", "harbour-board-2", ("actor", "person")),
        ("Tide tables", "source", "tide-tables", ("source", "document")),
    ],
)
def test_a_name_that_nothing_has_is_offered_to_be_recorded_filled_in(
    shared_desk: Site, typed: str, kinds: str, found: str, made: tuple[str, str]
) -> None:
    asked = f"/search/as-typed?kinds={kinds.replace(' ', '+')}&new={kinds.replace(' ', '+')}&q={typed.replace(' ', '+')}"
    new = shared_desk.get(asked, "clerk").json()["new"]
    choice = new["choices"][new["guess"]]
    assert (new["name"], new["id"], (choice["type"], choice["kind"])) == (typed, found, made)
    assert "new" not in shared_desk.get(asked).json() and "new" not in shared_desk.get(asked, "stranger").json()


def test_every_row_that_is_offered_to_be_recorded_is_taken(desk: Site) -> None:
    for kind in naming.MAKEABLE:
        new = desk.get(f"/search/as-typed?kinds={kind}&new={kind}&q=Spring+tide", "clerk").json()["new"]
        choice = new["choices"][new["guess"]]
        row = {"type": choice["type"], "id": f"{new['id']}-{kind}", choice["named"]: new["name"]}
        row |= {"kind": choice["kind"]} if choice["kind"] else {}
        row |= {"actuality": new["actuality"][0]["value"]} if kind == "event" else {}
        answer = desk.post("/api/record", "clerk", json=row)
        assert answer.status_code == 201, answer.text


def test_fields_that_take_a_name_are_pickers_and_offer_what_is_new_to_whoever_may_add(shared_desk: Site) -> None:
    claim = shared_desk.rows("SELECT id FROM claims WHERE subject_id IS NOT NULL LIMIT 1")[0][0]
    for path, fields, makes in (
        ("/add?source=harbour-gazette", ("subject", "predicate", "object", "event", "place", "voice1-speaker", "voice1-work"), True),
        ("/merge/radio-one", ("into",), False),
        ("/record/role", ("entity", "event"), True),
        ("/record/citation", ("source", "cited"), True),
        (f"/change/{claim}", ("set-subject_id", "set-predicate_id", "set-object_id", "set-event_id", "set-place_id"), True),
        ("/source/harbour-gazette", ("here-holder",), True),
    ):
        page = shared_desk.get(path, "clerk").text
        for name in fields:
            found = re.search(rf'<input id="{name}"[^>]*>', page)
            assert found and "data-as-typed" in found[0], (path, name)
            assert ("data-makes" in found[0]) == makes, (path, name)


def test_a_field_of_a_claim_shows_and_takes_its_words(desk: Site) -> None:
    words = dict(desk.rows("SELECT id, text FROM claims"))
    one, other = "clm-ferry-too-small", "clm-board-agrees-second-ferry"
    page = desk.get(f"/record/relation?from={one}&to={other}", "clerk").text
    assert (value(page, "from"), value(page, "to")) == (words[one], words[other])
    assert re.search(r'id="from-picked">claim · (affirmed|denied|left open) by', page)
    sent = {"from": words[one].upper(), "to": f" {words[other].rstrip('.')} ", "relation": "supports", "rationale": "r"}
    assert desk.post("/record/relation", "clerk", data=sent).status_code == 303
    assert desk.rows("SELECT 1 FROM relations WHERE from_claim_id = ? AND to_claim_id = ? AND relation = 'supports'", one, other)
    nearly = desk.post("/record/relation", "clerk", data={**sent, "to": "the board agrees to a ferry"})
    assert nearly.status_code == 422 and other in nearly.text and 'value="the board agrees to a ferry"' in nearly.text


def test_words_of_several_claims_are_refused_with_each_of_them(desk: Site) -> None:
    (text,) = desk.rows("SELECT text FROM claims WHERE id = 'clm-ferry-too-small'")[0]
    with contextlib.closing(sqlite3.connect(desk.path)) as base, base:
        base.execute(
            "INSERT INTO claims (id, text, kind, status, recorded_at) VALUES ('clm-ferry-too-small-2', ?, 'evaluation', 'recorded', '2021-01-01T00:00:00Z')",
            (text,),
        )
    answer = desk.post("/record/quantity", "clerk", data={"claim_id": text, "comparison": "vague", "measure": "m", "verbatim": "v"})
    assert answer.status_code == 422 and "clm-ferry-too-small (" in answer.text and "clm-ferry-too-small-2 (evaluation" in answer.text
    assert value(desk.get("/record/quantity?claim_id=clm-ferry-too-small", "clerk").text, "claim_id") == "clm-ferry-too-small"


def test_choices_without_scripts_are_names(shared_desk: Site) -> None:
    for path in ("/record/affiliation", "/add"):
        page = shared_desk.get(path, "clerk").text
        assert '<option value="Radio One">actor</option>' in page and '<option value="radio-one">' not in page

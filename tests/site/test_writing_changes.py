"""Changing where one reads: both sides before a merge, what an undoing takes back, and the list of changes in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.page import Page
from tests.harness.site import Site

SMALL, RUNS_ON = "clm-ferry-too-small", "clm-ferry-keeps-running"


@pytest.fixture
def desk(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path, writers=["clerk"])
    yield started
    started.close()


def seen(desk: Site, path: str, status: int = 200) -> Page:
    answer = desk.get(path, "clerk")
    assert answer.status_code == status, answer.text
    return Page(answer.text)


@pytest.mark.thorough
def test_before_a_merge_both_sides_are_shown_with_what_differs_and_what_moves(desk: Site) -> None:
    before = desk.dump()
    offered = seen(desk, "/merge/harbour-board")
    assert any(link.startswith("/merge/harbour-board?into=") for link in offered.links)
    page = seen(desk, "/merge/harbour-board?into=harbour-office")
    assert "name differs" in page.text and "Harbour Office" in page.text and "Harbour Board" in page.text
    moved = page.text.partition("What moves to “Harbour Office”")[2].partition("The old id")[0]
    assert re.search(r"\d+ \w", moved), page.text
    assert desk.dump() == before, "looking merges nothing"
    assert desk.post("/merge/harbour-board", "clerk", data={"into": "harbour-office", "do": "merge"}).status_code == 422  # no reason
    done = desk.post("/merge/harbour-board", "clerk", data={"into": "harbour-office", "do": "merge", "reason": "one body"})
    assert done.status_code == 303
    assert desk.one("SELECT merged_into_id FROM entities WHERE id = 'harbour-board'") == "harbour-office"
    assert "is merged into harbour-office" in seen(desk, "/merge/harbour-board?into=harbour-office", 409).text
    assert desk.get("/merge/none", "clerk").status_code == 404


@pytest.mark.thorough
def test_claims_about_different_things_need_the_box_on_the_page(desk: Site) -> None:
    page = seen(desk, f"/merge/{SMALL}?into={RUNS_ON}")
    assert "They are about different things: the object is too-small and stopped" in page.text
    assert [box["name"] for box in page.all("input") if box.get("type") == "checkbox"] == ["despite"]
    form = {"into": RUNS_ON, "do": "merge", "reason": "looked alike"}
    refused = desk.post(f"/merge/{SMALL}", "clerk", data=form)
    assert refused.status_code == 409 and "Not merged." in refused.text and 'value="looked alike"' in refused.text
    assert desk.post("/api/merge", "clerk", json={"old": SMALL, "into": RUNS_ON, "reason": "x"}).status_code == 409
    assert (
        desk.post("/api/merge", "clerk", json={"old": SMALL, "into": RUNS_ON, "reason": "x", "despite_evidence": "yes"}).status_code == 422
    )
    assert desk.post(f"/merge/{SMALL}", "clerk", data=form | {"despite": "yes"}).status_code == 303
    assert desk.one(f"SELECT merged_into_id FROM claims WHERE id = '{SMALL}'") == RUNS_ON


@pytest.mark.thorough
def test_changes_say_what_was_recorded_of_whom_and_how_rows_differ(desk: Site) -> None:
    form = {
        "source": "harbour-gazette",
        "quote": "The ferry will not stop",
        "text": "The ferry stops nowhere",
        "stance": "denies",
        "do": "record",
    }
    run = desk.post("/add", "clerk", data=form).headers["location"].partition("?")[0]
    assertion = desk.one("SELECT id FROM assertions WHERE claim_id = (SELECT id FROM claims WHERE text = 'The ferry stops nowhere')")
    change = {"do": "correct", "set-certainty": "possible", "reason": "hedged"}
    assert desk.post(f"/change/{assertion}", "clerk", data=change).status_code == 303
    page = seen(desk, "/changes")
    assert "clerk added" in page.text and "Denied by" in page.text and "The ferry stops nowhere" in page.text
    assert "<q>The ferry will not stop</q>" in page.markup and f'href="/change/{assertion}"' in page.markup
    assert "clerk corrected: hedged" in page.text and "certainty certain → possible" in page.text
    assert "run_id" not in page.text and "->" not in page.text
    undo = seen(desk, run).text
    assert "This takes back, in one step: 1 voice, retracted1 claim, retracted where nobody else holds it" in undo
    refused = desk.post(run, "clerk", data={"reason": "a slip"})
    assert refused.status_code == 409 and "was changed again since" in refused.text

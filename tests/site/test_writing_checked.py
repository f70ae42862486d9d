"""What a form or the JSON API writes is checked like every other run: what it would leave out of order is refused as a conflict."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from kb.base import invariants
from tests.harness.site import Site
from tests.site import queue
from tests.site.reviewer import Reviewer

FACT = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": "The captains ought to be heard", "kind": "norm"}
CLAIM = "clm-bridge-opens-1958"
WHY = {"reason": "why not"}


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on a check fails that every run is put to."""

    def planted() -> None:
        monkeypatch.setattr(invariants, "TOUCHED", {"claims": "SELECT 'clm-planted'"})
        monkeypatch.setattr(invariants, "FAULTS", (("claims", "{} was planted", lambda _: "pull it up", "SELECT 'clm-planted'"),))

    return planted


ENDPOINTS: dict[str, dict[str, Any]] = {
    "/api/facts": FACT,
    "/api/correct": WHY | {"id": CLAIM, "set": {"kind": "plan"}},
    "/api/review": {"id": CLAIM, "verdict": "carries"},
    "/api/retract": WHY | {"id": CLAIM},
    "/api/merge": WHY | {"old": "harbour-board", "into": "harbour-office"},
    "/api/undo": WHY,
}


@pytest.mark.parametrize("path", ENDPOINTS)
@pytest.mark.thorough
def test_a_request_that_a_check_refuses_is_a_conflict_and_changes_nothing(desk: Site, path: str, plant: Callable[[], None]) -> None:
    run = desk.post("/api/facts", "clerk", json=FACT | {"text": "Something to undo"}).json()["run"]
    before = desk.dump()
    plant()
    answer = desk.post(path, "clerk", json=ENDPOINTS[path] | ({"run": run} if path == "/api/undo" else {}))
    assert (answer.status_code, answer.json()["error"]) == (409, "clm-planted was planted")
    assert desk.dump() == before


FORMS: dict[str, tuple[str, dict[str, str]]] = {
    "add": ("/add", FACT | {"do": "record"}),
    "import": ("/import", {"do": "record", "sheet": "source,quote,claim\nport-bulletin,as everyone knows,Everyone knows it\n"}),
    "correct": (f"/change/{CLAIM}", WHY | {"do": "correct", "set-kind": "plan"}),
    "retract": (f"/change/{CLAIM}", WHY | {"do": "retract"}),
    "merge": ("/change/harbour-board", WHY | {"do": "merge", "into": "harbour-office"}),
    "propose": ("/propose", {"title": "Note", "article": "A new text, she said.", "rights": "CC BY 4.0", "asked": "yes"}),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.thorough
def test_a_form_that_a_check_refuses_is_shown_again_and_changes_nothing(desk: Site, name: str, plant: Callable[[], None]) -> None:
    path, form = FORMS[name]
    before = desk.dump()
    plant()
    answer = desk.post(path, "clerk", data=form)
    assert answer.status_code == 409
    assert "clm-planted was planted" in answer.text
    assert desk.dump() == before


@pytest.mark.parametrize("do", ["accept", "reject", "later"])
@pytest.mark.thorough
def test_a_decision_that_a_check_refuses_leaves_the_proposal_waiting(desk: Site, do: str, plant: Callable[[], None]) -> None:
    queue.planted(desk.path)
    reviewer = Reviewer(desk)
    form = reviewer.form(queue.ALL[0])
    before = desk.dump()
    plant()
    answer = reviewer.send({**form, "do": do})
    assert answer.status_code == 409
    assert re.search("clm-planted was planted", answer.text)
    assert desk.dump() == before

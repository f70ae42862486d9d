"""Conflicts on the site: whoever may write sees both values and decides, on the page or by the API; nobody else does."""

from __future__ import annotations

from kb.base import conflicts, runs, store
from kb.base.conflicts import Conflict, Side
from tests.harness.site import Site

CLAIM = "clm-ferry-too-small"
KIND = "SELECT kind FROM claims WHERE id = 'clm-ferry-too-small'"
STATUS = "SELECT status FROM conflicts WHERE id = ?"


def planted(desk: Site) -> str:
    """The id of a conflict between two people about the kind of a claim."""
    ours = Side({"kind": "evaluation"}, None, "2024-01-01T00:00:00Z")
    conflict = Conflict("claims", CLAIM, ours, Side({"kind": "<b>norm"}, None, "2024-01-02T00:00:00Z"))
    other = Conflict("claims", CLAIM, ours, Side({"kind": "norm"}, None, "2024-01-03T00:00:00Z"))
    with runs.begin(store.connect(desk.path), "load", contributor="Carla") as run:
        for each in (conflict, other):
            conflicts.record(run, each)
    return other.id


def test_a_conflict_is_shown_with_both_values_and_settled_on_the_page(desk: Site) -> None:
    conflict = planted(desk)
    page = desk.get("/conflicts", "clerk")
    assert page.status_code == 200
    assert "<q>evaluation</q>" in page.text and "<q>norm</q>" in page.text and "&lt;b&gt;norm" in page.text
    form = {"id": conflict, "choice": "theirs"}
    assert desk.post("/conflicts", "clerk", data=form).status_code == 422  # no reason
    assert desk.rows(KIND) == [("evaluation",)]
    assert desk.post("/conflicts", "clerk", data=form | {"reason": "asked both"}).status_code == 303
    assert desk.rows(KIND) == [("norm",)] and desk.rows(STATUS, conflict) == [("theirs",)]
    assert conflict not in desk.get("/conflicts", "clerk").text
    assert desk.post("/conflicts", "clerk", data=form | {"reason": "again"}).status_code == 422


def test_a_conflict_is_settled_by_the_api(desk: Site) -> None:
    conflict = planted(desk)
    body = {"id": conflict, "choice": "ours", "reason": "asked both"}
    assert desk.post("/api/settle", "clerk", json=body | {"choice": "mine"}).status_code == 422
    assert desk.post("/api/settle", "clerk", json=body).status_code == 200
    assert desk.rows(KIND) == [("evaluation",)] and desk.rows(STATUS, conflict) == [("ours",)]


def test_nobody_else_sees_or_settles_one(desk: Site) -> None:
    conflict = planted(desk)
    assert desk.get("/conflicts").status_code == 401
    assert desk.post("/api/settle", json={"id": conflict, "choice": "theirs", "reason": "x"}).status_code in (401, 403)
    assert desk.rows(STATUS, conflict) == [("open",)]

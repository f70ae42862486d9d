"""Nobody unnamed writes, by any route, whatever the configuration opens; nor does another site in a reader's name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kb.site.guard import permissions
from tests.harness.site import Site

ACTOR = {"id": "new-actor", "name": "New Actor", "kind": "person"}
CORE: list[tuple[str, dict[str, Any]]] = [
    ("/tiny/actors/-/insert", {"row": ACTOR}),
    ("/tiny/actors/-/upsert", {"row": ACTOR}),
    ("/tiny/actors/ferry/-/update", {"update": {"name": "x"}}),
    ("/tiny/actors/canal-company/-/update", {"update": {"name": "x"}}),
    ("/tiny/actors/canal-company/-/delete", {}),
    ("/tiny/actors/-/drop", {"confirm": True}),
    ("/tiny/actors/-/alter", {"operations": [{"op": "rename_table", "args": {"to": "x"}}]}),
    ("/tiny/actors/-/set-column-type", {"column": "name", "column_type": {"type": "email"}}),
    ("/tiny/-/create", {"table": "made", "row": {"id": 1}}),
    ("/tiny/-/execute-write", {"sql": "DELETE FROM names"}),
    ("/tiny/-/queries/store", {"name": "made", "sql": "select 1"}),
    ("/tiny/-/execute-write", {"sql": "ATTACH '/tmp/kb-should-not-be-there.db' AS other"}),
    ("/-/create-token", {"actor_id": "clerk"}),
    ("/tiny/claims-about/-/update", {"update": {"sql": "select 1"}}),
    ("/tiny/claims-about/-/delete", {}),
]
OPENED = dict.fromkeys(permissions.WRITING, True)
WIDE_OPEN = {"permissions": OPENED, "databases": {"tiny": {"permissions": OPENED, "tables": {"actors": {"permissions": OPENED}}}}}
OURS = (
    "/add",
    "/import",
    "/record/relation",
    "/api/record",
    "/change/clm-ferry-too-small",
    "/changes/run-x",
    "/merge/clm-ferry-too-small",
    "/api/facts",
    "/api/correct",
    "/api/review",
    "/api/retract",
    "/api/merge",
    "/api/undo",
)


@pytest.fixture(scope="module", params=["as it comes", "with everything opened in the configuration"])
def open_desk(request: pytest.FixtureRequest, shared_path: Path) -> Any:
    config = {} if request.param == "as it comes" else {"config": WIDE_OPEN}
    started = Site(shared_path, **config)
    yield started
    started.close()


@pytest.mark.parametrize(("path", "body"), CORE, ids=[path for path, _ in CORE])
@pytest.mark.thorough
def test_nobody_unnamed_writes_by_a_route_of_datasette(open_desk: Site, path: str, body: dict[str, Any]) -> None:
    before = open_desk.dump()
    answer = open_desk.post(path, json=body, headers={"Accept": "application/json"})
    assert answer.status_code in (403, 404), answer.text
    assert open_desk.dump() == before


@pytest.mark.thorough
def test_the_routes_that_are_tried_do_write_for_root(desk: Site) -> None:
    assert desk.post("/tiny/actors/-/insert", "root", json={"row": ACTOR}).status_code == 201
    assert desk.post("/tiny/actors/new-actor/-/update", "root", json={"update": {"name": "Newer"}}).status_code == 200
    assert desk.post("/tiny/actors/new-actor/-/delete", "root", json={}).status_code == 200


@pytest.mark.parametrize("path", OURS)
@pytest.mark.parametrize("who", [None, "stranger"])
@pytest.mark.thorough
def test_nobody_unnamed_writes_by_a_route_of_ours(open_desk: Site, path: str, who: str | None) -> None:
    if who and open_desk.datasette.config.get("permissions"):
        return  # the owner lets whoever is signed in add facts
    before = open_desk.dump()
    answer = open_desk.post(path, who, data={"reason": "r"}) if "/api/" not in path else open_desk.post(path, who, json={"reason": "r"})
    assert answer.status_code in (401, 403, 404), answer.text
    assert open_desk.dump() == before


def test_a_stored_query_that_writes_is_closed_to_the_unnamed(tiny_path: Path) -> None:
    query = {"sql": "UPDATE things SET description = 'x' WHERE id = 'ferry'", "write": True}
    desk = Site(tiny_path, config={"databases": {"tiny": {"queries": {"wipe": query}}}})
    try:
        before = desk.dump()
        answer = desk.post("/tiny/wipe", data={}, headers={"Accept": "application/json"})
        assert answer.status_code == 403, answer.text
        assert desk.dump() == before
    finally:
        desk.close()


def test_every_action_of_this_datasette_is_known_as_reading_or_writing(shared_desk: Site) -> None:
    known = permissions.READING | permissions.WRITING
    ours = {name for name in shared_desk.datasette.actions if name not in known}
    assert not ours, f"say in access.py whether these write: {ours}"


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elsewhere.example"}]
)
@pytest.mark.parametrize(
    "path", ["/add", "/record/name", "/api/facts", "/api/record", "/change/ferry", "/tiny/actors/-/insert", "/sign-in"]
)
@pytest.mark.thorough
def test_another_site_writes_nothing_in_a_reader_s_name(shared_desk: Site, path: str, headers: dict[str, str]) -> None:
    before = shared_desk.dump()
    fact = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": "x"}
    answer = shared_desk.post(path, "root", json=fact, headers=headers)
    assert answer.status_code == 403 and shared_desk.dump() == before
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_reading_changes_nothing(shared_desk: Site) -> None:
    before = shared_desk.dump()
    for path in (
        "/add?source=harbour-gazette&quote=ferry&do=record&text=x",
        "/changes",
        "/change/ferry?do=retract&reason=r",
        "/api/names?q=f",
        "/record/affiliation?entity=ferry&role=member-of&whole=harbour-office",
    ):
        assert shared_desk.get(path, "clerk").status_code == 200
    assert shared_desk.dump() == before

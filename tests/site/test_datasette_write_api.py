"""The base's laws hold against Datasette's own write API, and what the laws let in is written."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.base import runs, schema, store
from kb.site.guard import edits
from tests.harness.site import Site


@pytest.fixture
def site(tiny_path: Path) -> Iterator[Site]:
    started = Site(tiny_path)
    yield started
    started.close()


@pytest.fixture(scope="module")
def refusing(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site over a base with a revision in it, to send what is refused."""
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("refusing") / "tiny.db"))
    with_a_revision(path)
    started = Site(path)
    yield started
    started.close()


@pytest.fixture(scope="module")
def shared_site(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    started = Site(Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("offered") / "tiny.db")))
    yield started
    started.close()


# -------------------------------------------------------------------------------- the laws, against Datasette's write API


def dump(path: Path) -> list[str]:
    """Everything the base holds, as SQL."""
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def one(path: Path, sql: str) -> dict[str, Any]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    row = dict(connection.execute(sql).fetchone())
    connection.close()
    return row


CLAIM = {"id": "clm-past-the-library", "text": "It is so", "kind": "factual", "recorded_at": "2026-01-01T00:00:00Z"}
Body = dict[str, Any] | Callable[[Path], dict[str, Any]]  # what is posted, or how it is made from the base
LAWS: list[tuple[str, str, Body, str]] = [
    ("a claim nobody is said to make", "/claims/-/insert", {"row": CLAIM}, "nobody would be left who says"),
    (
        "a passage whose words are not in the text",
        "/passages/-/insert",
        lambda path: {"row": {**one(path, "SELECT * FROM passages"), "id": "psg-made-up", "start_char": 0, "end_char": 3, "exact": "zzz"}},
        "not the words of the snapshot",
    ),
    (
        "a passage changed",
        "/passages/{passages}/-/update",
        lambda path: {"update": {"exact": one(path, "SELECT exact FROM passages")["exact"][::-1]}},
        "a passage never changes",
    ),
    ("a passage deleted", "/passages/{passages}/-/delete", {}, "a passage is never deleted"),
    (
        "a snapshot changed",
        "/snapshots/{snapshots}/-/update",
        {"update": {"text": "Other words."}},
        "a snapshot never changes",
    ),
    (
        "an unknown word",
        "/actors/-/insert",
        {"row": {"id": "somebody", "name": "Somebody", "kind": "wizard"}},
        "actors.kind: not a word of the vocabulary",
    ),
    ("an id that is changed", "/actors/{actors}/-/update", {"update": {"id": "somebody-else"}}, "an id never changes"),
    (
        "a row replaced by insert",
        "/actors/-/insert",
        lambda path: {"row": {**one(path, "SELECT * FROM actors"), "name": "Somebody"}, "replace": True},
        "is there already",
    ),
    (
        "a row with a compound key replaced",
        "/participations/-/insert",
        lambda path: {"row": one(path, "SELECT * FROM participations"), "replace": True},
        "is there already",
    ),
    (
        "a row replaced by upsert",
        "/actors/-/upsert",
        lambda path: {"row": {**one(path, "SELECT * FROM actors"), "name": "Somebody"}},
        "is there already",
    ),
    ("a row that others refer to deleted", "/actors/{actors}/-/delete", {}, "still refers to this row"),
    ("a claim deleted", "/claims/{claims}/-/delete", {}, "a claim is never deleted"),
    ("an assertion deleted", "/assertions/{assertions}/-/delete", {}, "an assertion is never deleted"),
    (
        "a reference to nothing",
        "/things/-/insert",
        {"row": {"id": "a-part", "name": "A part", "kind": "place", "part_of_id": "no-such-thing"}},
        "names no row of entities",
    ),
    (
        "an impossible date",
        "/events/-/insert",
        {"row": {"id": "ev", "name": "E", "kind": "meeting", "actuality": "occurred", "date": "2021-13", "date_basis": "stated"}},
        "not an EDTF date",
    ),
    ("history changed", "/revisions/1/-/update", {"update": {"reason": "none"}}, "history is never changed"),
]


@pytest.mark.parametrize(("address", "body", "message"), [law[1:] for law in LAWS], ids=[law[0] for law in LAWS])
@pytest.mark.thorough
def test_datasette_s_write_api_is_refused(refusing: Site, address: str, body: Body, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits, "REFUSED", {})  # the laws hold where Datasette offers everything, too
    referred = "SELECT speaker_id AS id FROM assertions"
    firsts = {
        table: refusing.one(referred if table == "actors" else f"SELECT id FROM {table}")
        for table in ("passages", "snapshots", "actors", "claims", "assertions")
    }
    before = refusing.dump()
    answer = refusing.post("/tiny" + address.format(**firsts), "root", json=body(refusing.path) if callable(body) else body)
    assert answer.status_code == 400, answer.text
    assert message in answer.text
    assert refusing.dump() == before


def with_a_revision(path: Path) -> None:
    connection = store.connect(path)
    with runs.begin(connection, "correct", contributor="tester", reason="for the test"):
        connection.execute("UPDATE things SET description = 'Another description.' WHERE id = (SELECT min(id) FROM things)")
    connection.close()


def test_an_upsert_adds_what_is_not_there(site: Site, tiny_path: Path) -> None:
    assert (
        site.post("/tiny/actors/-/upsert", "root", json={"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}}).status_code
        == 200
    )
    assert one(tiny_path, "SELECT name FROM actors WHERE id = 'new-actor'") == {"name": "New Actor"}


@pytest.mark.thorough
def test_reference_data_may_be_added_changed_and_removed(site: Site, tiny_path: Path) -> None:
    assert (
        site.post("/tiny/actors/-/insert", "root", json={"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}}).status_code
        == 201
    )
    assert one(tiny_path, "SELECT label, status FROM entities WHERE id = 'new-actor'") == {"label": "New Actor", "status": "current"}
    assert site.post("/tiny/actors/new-actor/-/update", "root", json={"update": {"name": "Newer Actor"}}).status_code == 200
    kept = one(tiny_path, "SELECT before, run_id FROM revisions WHERE row_id = 'new-actor'")
    assert '"New Actor"' in kept["before"]
    assert site.post("/tiny/actors/new-actor/-/delete", "root", json={}).status_code == 200


@pytest.mark.thorough
def test_a_write_of_datasette_is_a_run_of_whoever_is_signed_in_and_can_be_undone(site: Site, tiny_path: Path) -> None:
    site.post("/tiny/actors/-/insert", "root", json={"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}})
    added = one(
        tiny_path,
        "SELECT runs.id, contributors.name AS who, runs.reason, ended_at FROM actors JOIN runs ON runs.id = run_id"
        " JOIN contributors ON contributors.id = contributor_id WHERE actors.id = 'new-actor'",
    )
    assert (added["who"], added["reason"]) == ("root", "edited in the tables") and added["ended_at"]
    assert one(tiny_path, "SELECT count(*) AS n FROM revisions WHERE row_id = 'new-actor'") == {"n": 0}
    site.post("/tiny/actors/new-actor/-/update", "root", json={"update": {"name": "Newer Actor"}})
    changed = one(tiny_path, "SELECT run_id FROM revisions WHERE row_id = 'new-actor'")["run_id"]
    assert changed and changed != added["id"]
    runs_before = one(tiny_path, "SELECT count(*) AS n FROM runs")
    site.post("/tiny/actors/new-actor/-/update", "root", json={"update": {"name": "Newer Actor"}})
    assert one(tiny_path, "SELECT count(*) AS n FROM runs")["n"] - runs_before["n"] <= 1
    assert site.post(f"/changes/{changed}", "root", data={"reason": "a slip"}).status_code == 303
    assert one(tiny_path, "SELECT name FROM actors WHERE id = 'new-actor'") == {"name": "New Actor"}
    assert site.post(f"/changes/{added['id']}", "root", data={"reason": "not needed"}).status_code == 303
    assert one(tiny_path, "SELECT status FROM entities WHERE id = 'new-actor'") == {"status": "retracted"}
    assert "root" in site.get("/changes").text and "edited in the tables" in site.get("/changes").text


def test_what_would_break_an_invariant_is_refused_and_leaves_no_run(site: Site, tiny_path: Path) -> None:
    before = dump(tiny_path)
    row = {
        "id": "rel-self",
        "from_claim_id": "clm-ferry-too-small",
        "to_claim_id": "clm-none",
        "relation": "agrees",
        "recorded_at": "2026-01-01T00:00:00Z",
    }
    assert site.post("/tiny/relations/-/insert", "root", json={"row": row}).status_code == 400
    assert dump(tiny_path) == before


@pytest.mark.parametrize(
    ("page", "offered"),
    [("/tiny/actors", True), ("/tiny/claims", False), ("/tiny/passages", False), ("/tiny/snapshots", False), ("/tiny/revisions", False)],
)
@pytest.mark.thorough
def test_what_the_laws_refuse_is_not_offered(shared_site: Site, page: str, offered: bool) -> None:
    assert ('data-table-action="insert-row"' in shared_site.get(page, "root").text) is offered
    assert shared_site.post(f"{page}/-/insert", "root", json={"row": {}}).status_code == (400 if offered else 403)


@pytest.mark.parametrize("table", sorted(schema.BOOKKEEPING))
def test_what_the_base_keeps_for_itself_is_written_by_nobody(shared_site: Site, table: str) -> None:
    assert shared_site.post(f"/tiny/{table}/-/insert", "root", json={"row": {}}).status_code == 403


def test_nobody_writes_without_leave(site: Site, tiny_path: Path) -> None:
    before = dump(tiny_path)
    answer = site.post("/tiny/actors/-/insert", json={"row": {"id": "new-actor", "name": "New Actor", "kind": "person"}})
    assert answer.status_code == 403
    assert dump(tiny_path) == before


def test_foreign_keys_are_on_for_whoever_writes(site: Site) -> None:
    database = site.datasette.get_database(site.name)
    assert site.run(lambda: database.execute_write_fn(lambda connection: connection.execute("PRAGMA foreign_keys").fetchone()[0])) == 1

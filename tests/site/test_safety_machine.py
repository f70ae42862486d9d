"""What a site tells of its machine, and what odd requests cost: nothing to strangers, and no fault of the program."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import pytest

from kb import changes
from kb.base import runs, store
from kb.site.server import Printable
from tests.harness.site import Site

MACHINE = ("config", "plugins", "settings", "databases", "versions", "threads")


@pytest.mark.parametrize("page", MACHINE)
def test_strangers_do_not_learn_about_the_machine(shared_desk: Site, page: str) -> None:
    for ending in ("", ".json"):
        answer = shared_desk.get(f"/-/{page}{ending}")
        assert answer.status_code == 403
        assert str(shared_desk.path.parent) not in answer.text
    assert shared_desk.get(f"/-/{page}.json", "root").status_code == 200


@pytest.mark.parametrize("table", ["pragma_database_list", "dbstat", "PRAGMA_DATABASE_LIST", "main.dbstat"])
def test_no_query_reads_paths_and_pages(shared_desk: Site, table: str) -> None:
    answer = shared_desk.get("/tiny/-/query.json", params={"sql": f"select * from {table}"})
    assert answer.status_code == 400
    assert str(shared_desk.path.parent) not in answer.text


@pytest.mark.parametrize(
    "query", ["_facet=%00", "_facet=kind%00", "_where=1%00", "_where=kind%3D'%00'", "_sort=%00", "kind=%00", "_facet_date=%00"]
)
def test_a_null_character_in_the_address_is_refused(shared_desk: Site, query: str) -> None:
    for path in ("/tiny/claims", "/tiny/claims.json", "/tiny/claims.csv"):
        assert shared_desk.get(f"{path}?{query}").status_code == 400


def test_looking_up_the_link_of_root_does_not_use_it_up(own: Site) -> None:
    link = f"/-/auth-token?token={own.datasette._root_token}"
    for _ in range(2):
        assert own.ask(link, "head").status_code == 405
    assert own.get(link).status_code == 302
    assert own.get(link).status_code == 403


@pytest.mark.parametrize("sent", ["\0", "\x1b[2J", "\u202e", "\x9b"])
def test_what_requests_send_does_not_steer_whoever_reads_the_log(sent: str) -> None:
    stream = io.StringIO()
    print(f"GET /{sent}\n", file=Printable(stream), end="")  # type: ignore[arg-type]
    assert sent[0] not in stream.getvalue()
    assert stream.getvalue().startswith("GET /\\x")
    assert stream.getvalue().endswith("\n")


@pytest.mark.thorough
def test_the_csv_of_a_question_holds_no_formula(own: Site) -> None:
    with closing(store.connect(own.path)) as connection, runs.begin(connection, "correct", reason="a trap") as run:
        changes.correct(run, "harbour-office", {"name": "=HYPERLINK(1)"})
    found = [
        line
        for path in Path("schema/queries").glob("*.sql")
        for line in own.get(f"/questions/{path.stem}.csv").text.splitlines()
        if "HYPERLINK" in line
    ]
    assert found
    assert not [line for line in found for cell in line.split(",") if cell.startswith(("=", '"='))]

"""Roles: each write route, and each of Datasette's own, is open to those whose role allows it and to nobody else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kb.errors import UsageError
from kb.site.editing import sign_in
from kb.site.guard import roles
from kb.site.guard.roles import ADD, CHANGE, PROPOSE, ROLES
from kb.site.routes import ROUTES, Route
from tests.harness.edits import CLAIM
from tests.harness.site import Site
from tests.whole import kb

READS = (
    "/sparql/",
    "/sign-in",
    "/reconcile/",
    "/-/mcp",
)  # a POST there writes nothing, or (/-/mcp) by a tool that only some are given: see tests/mcp
WRITES = [route for route in ROUTES if "POST" in route.methods and not route.pattern.startswith(READS)]
PEOPLE = {role: role for role in ROLES}
FACT = {"source": "port-bulletin", "quote": "as everyone knows", "claim": "Everyone knows that the ferry is small"}


@pytest.fixture(scope="module")
def office(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a person of each role, who is called by it."""
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("office") / "tiny.db"))
    site = Site(path, writers=[], roles=PEOPLE)
    yield site
    site.close()


def address(route: Route) -> str:
    return re.sub(r"\(\?P<kind>[^)]*\)", "relation", route.pattern.replace(r"(?P<id>[^/]+)", CLAIM)).rstrip("$")


def sent(route: Route) -> dict[str, Any]:
    return {"json": {"reason": "r"}} if route.pattern.startswith("/api/") else {"data": {"reason": "r"}}


@pytest.mark.parametrize("route", WRITES, ids=lambda route: route.pattern)
@pytest.mark.thorough
def test_a_route_that_writes_is_open_to_those_whose_role_allows_it(office: Site, route: Route) -> None:
    assert route.writes in roles.OURS, "a route that answers POST says in the route table which action it takes"
    before = office.one("SELECT count(*) FROM runs")
    assert office.post(address(route), **sent(route)).status_code == 401
    for role, allowed in ROLES.items():
        answer = office.post(address(route), role, **sent(route))
        assert (answer.status_code == 403) == (route.writes not in allowed), f"{role}: {answer.status_code}"
        if route.desk and "GET" in route.methods:
            assert (office.get(address(route), role).status_code == 403) == (route.desk not in allowed), role
    assert office.one("SELECT count(*) FROM runs") == before


@pytest.mark.parametrize("role", ROLES)
def test_datasettes_own_writing_is_for_admins(office: Site, role: str) -> None:
    answer = office.post("/tiny/actors/-/insert", role, json={"row": {"id": f"by-{role}", "name": "New", "kind": "person"}})
    assert answer.status_code == (201 if role == "admin" else 403)


def test_each_kind_of_run_takes_the_action_of_its_role() -> None:
    assert {kind for kind, action in roles.NEEDED.items() if action == PROPOSE} == {"propose"}
    assert set(roles.OWN_ONLY) <= {kind for kind, action in roles.NEEDED.items() if action == ADD}
    assert roles.NEEDED.get("merge", CHANGE) == roles.NEEDED.get("settle", CHANGE) == CHANGE


def correct(site: Site, who: str, row_id: str, **columns: str) -> int:
    return site.post("/api/correct", who, json={"id": row_id, "set": columns, "reason": "r"}).status_code


@pytest.mark.thorough
def test_an_editor_changes_what_they_recorded_and_nothing_else(tiny_path: Path) -> None:
    site = Site(tiny_path, writers=["curator"], roles={"ada": "editor", "ben": "editor"})
    added = site.post("/api/facts", "ada", json=FACT).json()
    claim, assertion, run = added["claim_id"], added["assertion_id"], added["run"]
    before = site.dump()
    assert correct(site, "ada", CLAIM, kind="norm") == correct(site, "ben", claim, kind="norm") == 403
    refused = site.post("/api/retract", "ben", json={"id": assertion, "reason": "r"})
    assert (refused.status_code, "was recorded by" in refused.json()["errors"][0]) == (403, True)
    assert site.post("/api/undo", "ben", json={"run": run, "reason": "r"}).status_code == 403
    assert site.post(f"/changes/{run}", "ben", data={"reason": "r"}).status_code == 403
    assert site.post(f"/change/{claim}", "ben", data={"do": "retract", "reason": "r"}).status_code == 403
    assert site.dump() == before
    assert correct(site, "ada", claim, kind="norm") == 200
    assert correct(site, "curator", claim, kind="plan") == 200
    assert correct(site, "ada", claim, kind="norm") == 200
    newest = "SELECT id FROM runs ORDER BY rowid DESC LIMIT 1"
    assert site.post("/api/undo", "ada", json={"run": site.one(newest), "reason": "r"}).status_code == 200
    assert site.post("/api/retract", "ada", json={"id": assertion, "reason": "r"}).status_code == 200
    assert site.rows(
        "SELECT DISTINCT contributors.name FROM runs JOIN contributors ON contributors.id = contributor_id WHERE runs.rowid > 1"
    ) == [
        ("ada",),
        ("curator",),
    ]
    site.close()


def test_a_claim_that_others_say_too_is_not_retracted_with_ones_own(tiny_path: Path) -> None:
    site = Site(tiny_path, roles={"ada": "editor", "ben": "editor"})
    claim = site.post("/api/facts", "ada", json=FACT).json()["claim_id"]
    quote = {"source": "port-bulletin", "quote": "to a second ferry", "claim_id": claim}
    assert site.post("/api/facts", "ben", json=quote).status_code == 201
    assert site.post("/api/retract", "ada", json={"id": claim, "reason": "r"}).status_code == 403
    assert site.one("SELECT count(*) FROM assertions WHERE claim_id = ? AND status <> 'retracted'", claim) == 2
    site.close()


@pytest.mark.thorough
def test_a_proposer_takes_articles_in_and_records_nothing_else(tiny_path: Path) -> None:
    site = Site(tiny_path, roles={"pia": "proposer"})
    article = {"article": "The ferry is late, said Radio One.", "title": "Late", "language": "en", "asked": "1"}
    assert site.post("/propose", "pia", data=article).status_code == 303
    assert site.get("/review/sentences", "pia").status_code == 200
    assert site.post("/api/facts", "pia", json=FACT).status_code == 403
    assert site.rows("SELECT DISTINCT kind, contributor_id FROM runs WHERE rowid > 1") == [("propose", "contributor-pia")]
    site.close()


@pytest.mark.parametrize(("allowed", "status"), [(["add-facts", "view-instance", "view-database"], 201), (["propose-facts"], 403)])
def test_a_token_can_be_restricted_to_less_than_the_role(office: Site, allowed: list[str], status: int) -> None:
    from datasette.tokens import TokenRestrictions

    restrictions = TokenRestrictions()
    for action in allowed:
        restrictions = restrictions.allow_all(action)
    headers = office.token("curator", restrictions=restrictions)
    fact = FACT | {"quote": "to a second ferry", "claim": "A second ferry is wanted"}
    assert office.post("/api/facts", headers=headers, json=fact).status_code == status
    assert office.post("/api/merge", headers=headers, json={"old": "a", "into": "b", "reason": "r"}).status_code == 403


def test_signing_in_is_tried_a_few_times_and_then_waits(tiny_path: Path) -> None:
    site = Site(tiny_path, roles={"ada": "editor"})
    token = site.token("ada")["Authorization"].removeprefix("Bearer ")
    for _ in range(sign_in.TRIES):
        assert site.post("/sign-in", data={"token": "dstok_wrong"}).status_code == 401
    late = site.post("/sign-in", data={"token": token})
    assert (late.status_code, int(late.headers["Retry-After"]) > 0) == (429, True)
    site.close()


@pytest.mark.parametrize("words", [("--role", "ada"), ("--role", "ada=boss"), ("--role", "ada=editor", "--writer", "ada")])
def test_a_role_that_is_none_is_refused_before_the_site_starts(tiny_path: Path, words: tuple[str, ...]) -> None:
    said = kb("serve", *words, db=tiny_path)
    assert (said.code, "--role" in said.err) == (2, True)


def test_roles_are_read_from_words() -> None:
    assert roles.read(["ada=editor", "a=b=reader"], ["cleo"]) == {"ada": "editor", "a=b": "reader", "cleo": "curator"}
    with pytest.raises(UsageError, match="two roles"):
        roles.read(["ada=editor"], ["ada"])
    assert json.dumps(sorted(ROLES)) == '["admin", "curator", "editor", "proposer", "reader"]'

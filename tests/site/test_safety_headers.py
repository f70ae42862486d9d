"""What every answer carries, how much a request may hold, and what an error tells."""

from __future__ import annotations

import re
from typing import Any

import pytest

from kb.site import connection, routes
from kb.site.pages import timeline
from tests.site.writer import Desk

OURS = (
    "/",
    "/source/harbour-gazette",
    "/claim/clm-ferry-too-small",
    "/search?q=ferry",
    "/questions",
    "/statistics",
    "/changes",
    "/sign-in",
    "/timeline",
    "/compare",
)
CORE = ("/tiny", "/tiny/claims", "/tiny/claims/clm-ferry-too-small", "/tiny/-/query?sql=select+1", "/nowhere", "/-/logout")
OTHER = ("/tiny/claims.json", "/tiny/claims.csv", "/api/names?q=f", "/-/static/app.css")


def policy(answer: Any) -> dict[str, str]:
    said = answer.headers["content-security-policy"]
    return {part.split(" ", 1)[0]: part.partition(" ")[2] for part in said.split("; ")}


@pytest.mark.parametrize("path", OURS + CORE + OTHER)
def test_every_answer_tells_browsers_what_it_never_does(desk: Desk, path: str) -> None:
    answer = desk.get(path, "anna")
    said = policy(answer)
    assert (said["default-src"], said["frame-ancestors"], said["base-uri"], said["form-action"]) == ("'none'", "'none'", "'none'", "'self'")
    assert (answer.headers["x-content-type-options"], answer.headers["x-frame-options"]) == ("nosniff", "DENY")
    assert answer.headers["referrer-policy"] in ("same-origin", "no-referrer")  # Datasette's tables say the stricter


@pytest.mark.parametrize("path", OURS)
def test_our_pages_run_only_files_of_this_site_and_hold_nothing_inline(desk: Desk, path: str) -> None:
    answer = desk.get(path, "anna")
    assert (policy(answer)["script-src"], policy(answer)["style-src"]) == ("'self'", "'self'")
    page = answer.text
    assert not re.search(r"<style|\sstyle=|\son\w+=", page), re.search(r"<style|\sstyle=|\son\w+=", page)
    for tag, words in re.findall(r"(<script[^>]*>)(.*?)</script>", page, re.DOTALL):
        assert "src=" in tag or "application/ld+json" in tag, tag
        assert "src=" not in tag or not words.strip()


@pytest.mark.parametrize("path", CORE[:4])
def test_scripts_of_datasette_s_pages_bear_a_nonce_of_this_answer_alone(desk: Desk, path: str) -> None:
    first, second = desk.get(path, "anna"), desk.get(path, "anna")
    nonces = set(re.findall(r"<script[^>]*nonce=\"([^\"]+)\"", first.text))
    assert len(nonces) == 1 and f"'nonce-{nonces.pop()}'" in policy(first)["script-src"]
    assert len(re.findall(r"<script", first.text)) == len(re.findall(r"<script nonce=", first.text))
    assert policy(first)["script-src"] != policy(second)["script-src"] and "unsafe-inline" not in policy(first)["script-src"]
    handlers = set(re.findall(r"\son\w+=\"([^\"]*)\"", first.text))
    assert handlers <= {"openColumnChooser()"}


def test_a_script_in_what_the_base_holds_gets_no_nonce(desk: Desk) -> None:
    hostile = "<script>alert(1)</script>"
    fact = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": hostile}
    claim = desk.post("/api/facts", "anna", json=fact).json()["claim_id"]
    for path in (f"/claim/{claim}", f"/tiny/claims/{claim}", "/tiny/claims", "/search?q=alert"):
        page = desk.get(path).text
        assert "&lt;script&gt;" in page, path
        assert not re.search(r"<script[^>]*>alert", page)


def test_cookies_are_for_this_site_and_for_no_script(desk: Desk) -> None:
    token = desk.token("anna")["Authorization"].removeprefix("Bearer ")
    for answer in (desk.post("/sign-in", data={"token": token}), desk.get(f"/-/auth-token?token={desk.datasette._root_token}")):
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=lax" in cookie
    desk.datasette._settings["force_https_urls"] = True
    from kb.site.headers import cookie as flagged

    assert flagged(b"a=b", secure=True) == b"a=b; HttpOnly; SameSite=lax; Secure"


@pytest.mark.parametrize("path", ["/add", "/sign-in", "/api/facts", "/api/undo", "/tiny/actors/-/insert", "/-/create-token"])
def test_no_route_takes_a_body_without_bound(desk: Desk, path: str) -> None:
    body = b"x=" + b"y" * 2_200_000
    said = desk.post(path, "root", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert said.status_code == 413

    async def streamed() -> Any:
        for _ in range(30):
            yield b"z" * 100_000

    unsaid = desk.run(
        lambda: desk.datasette.client.post(
            path, content=streamed(), actor={"id": "root"}, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
    )
    assert unsaid.status_code == 413


def test_an_error_tells_nothing_of_the_machine(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(visit: Any) -> Any:
        raise RuntimeError(f"cannot open {desk.path}")

    route = next(one for one in routes.ROUTES if one.view is timeline.view)
    monkeypatch.setitem(route.__dict__, "view", broken)
    for headers in ({}, {"Accept": "application/json"}):
        answer = desk.get("/timeline", headers=headers)
        assert answer.status_code == 500
        assert str(desk.path) not in answer.text and "RuntimeError" not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize("limit", ["sql_time_limit_ms", "max_returned_rows", "max_post_body_bytes"])
def test_the_limits_are_on(desk: Desk, limit: str) -> None:
    assert (
        0 < desk.datasette.setting(limit) <= {"sql_time_limit_ms": 2000, "max_returned_rows": 1000, "max_post_body_bytes": 2_097_152}[limit]
    )
    assert connection.LONGEST_VALUE <= 20_000_000


def test_a_query_over_the_limits_is_stopped_or_cut(desk: Desk) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) select i from n"
    answer = desk.get("/tiny/-/query.json", params={"sql": many}).json()
    assert len(answer["rows"]) == 1000 and answer["truncated"]
    assert desk.get("/tiny/-/query.json", params={"sql": "select randomblob(1000000000)"}).status_code == 400


def test_a_body_that_says_it_is_too_long_is_refused_where_nobody_would_read_it(desk: Desk) -> None:
    assert desk.post("/", content=b"x" * 2_200_000).status_code == 413

"""What every answer carries, how much a request may hold, and what an error tells."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from kb.site import app, routes
from kb.site.guard import connection, headers, hosts
from kb.site.pages import timeline
from tests.harness.site import Site

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
@pytest.mark.thorough
def test_every_answer_tells_browsers_what_it_never_does(shared_desk: Site, path: str) -> None:
    answer = shared_desk.get(path, "clerk")
    said = policy(answer)
    assert (said["default-src"], said["frame-ancestors"], said["base-uri"], said["form-action"]) == ("'none'", "'none'", "'none'", "'self'")
    assert (answer.headers["x-content-type-options"], answer.headers["x-frame-options"]) == ("nosniff", "DENY")
    assert answer.headers["referrer-policy"] in ("same-origin", "no-referrer")  # Datasette's tables say the stricter


@pytest.mark.parametrize("path", OURS)
def test_our_pages_run_only_files_of_this_site_and_hold_nothing_inline(shared_desk: Site, path: str) -> None:
    answer = shared_desk.get(path, "clerk")
    assert (policy(answer)["script-src"], policy(answer)["style-src"]) == ("'self'", "'self'")
    page = answer.text
    assert not re.search(r"<style|\sstyle=|\son\w+=", page), re.search(r"<style|\sstyle=|\son\w+=", page)
    for tag, words in re.findall(r"(<script[^>]*>)(.*?)</script>", page, re.DOTALL):
        assert "src=" in tag or "application/ld+json" in tag, tag
        assert "src=" not in tag or not words.strip()


@pytest.mark.parametrize("path", CORE[:4])
@pytest.mark.thorough
def test_scripts_of_datasette_s_pages_bear_a_nonce_of_this_answer_alone(shared_desk: Site, path: str) -> None:
    first, second = shared_desk.get(path, "clerk"), shared_desk.get(path, "clerk")
    nonces = set(re.findall(r"<script[^>]*nonce=\"([^\"]+)\"", first.text))
    assert len(nonces) == 1 and f"'nonce-{nonces.pop()}'" in policy(first)["script-src"]
    assert len(re.findall(r"<script", first.text)) == len(re.findall(r"<script nonce=", first.text))
    assert policy(first)["script-src"] != policy(second)["script-src"] and "unsafe-inline" not in policy(first)["script-src"]
    handlers = set(re.findall(r"\son\w+=\"([^\"]*)\"", first.text))
    assert handlers <= {"openColumnChooser()"}


def test_a_script_in_what_the_base_holds_gets_no_nonce(shared_desk: Site) -> None:
    hostile = "<script>alert(1)</script>"
    fact = {"source": "harbour-gazette", "quote": "Why does nobody ask the captains?", "text": hostile}
    claim = shared_desk.post("/api/facts", "clerk", json=fact).json()["claim_id"]
    for path in (f"/claim/{claim}", f"/tiny/claims/{claim}", "/tiny/claims", "/search?q=alert"):
        page = shared_desk.get(path).text
        assert "&lt;script&gt;" in page, path
        assert not re.search(r"<script[^>]*>alert", page)


def test_cookies_are_for_this_site_and_for_no_script(desk: Site) -> None:
    token = desk.token("clerk")["Authorization"].removeprefix("Bearer ")
    for answer in (desk.post("/sign-in", data={"token": token}), desk.get(f"/-/auth-token?token={desk.datasette._root_token}")):
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=lax" in cookie
    desk.datasette._settings["force_https_urls"] = True
    from kb.site.guard.headers import cookie as flagged

    assert flagged(b"a=b", secure=True) == b"a=b; HttpOnly; SameSite=lax; Secure"


@pytest.mark.parametrize("path", ["/add", "/sign-in", "/api/facts", "/api/undo", "/tiny/actors/-/insert", "/-/create-token"])
def test_no_route_takes_a_body_without_bound(shared_desk: Site, path: str) -> None:
    body = b"x=" + b"y" * 2_200_000
    said = shared_desk.post(path, "root", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert said.status_code == 413

    async def streamed() -> Any:
        for _ in range(30):
            yield b"z" * 100_000

    unsaid = shared_desk.run(
        lambda: shared_desk.datasette.client.post(
            path, content=streamed(), actor={"id": "root"}, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
    )
    assert unsaid.status_code == 413


def test_an_error_tells_nothing_of_the_machine(shared_desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(visit: Any) -> Any:
        raise RuntimeError(f"cannot open {shared_desk.path}")

    route = next(one for one in routes.ROUTES if one.view is timeline.view)
    monkeypatch.setitem(route.__dict__, "view", broken)
    for asked in ({}, {"Accept": "application/json"}):
        answer = shared_desk.get("/timeline", headers=asked)
        assert answer.status_code == 500
        assert str(shared_desk.path) not in answer.text and "RuntimeError" not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize("limit", ["sql_time_limit_ms", "max_returned_rows", "max_post_body_bytes"])
def test_the_limits_are_on(shared_desk: Site, limit: str) -> None:
    served = app(shared_desk.path)
    assert 0 < served.setting(limit) <= {"sql_time_limit_ms": 2000, "max_returned_rows": 1000, "max_post_body_bytes": 2_097_152}[limit]
    assert connection.LONGEST_VALUE <= 20_000_000


def test_a_query_over_the_limits_is_stopped_or_cut(shared_desk: Site) -> None:
    many = "with recursive n(i) as (select 1 union all select i + 1 from n limit 5000) select i from n"
    answer = shared_desk.get("/tiny/-/query.json", params={"sql": many}).json()
    assert len(answer["rows"]) == 1000 and answer["truncated"]
    assert shared_desk.get("/tiny/-/query.json", params={"sql": "select randomblob(1000000000)"}).status_code == 400


def test_a_body_that_says_it_is_too_long_is_refused_where_nobody_would_read_it(shared_desk: Site) -> None:
    assert shared_desk.post("/", content=b"x" * 2_200_000).status_code == 413


async def never() -> Any:
    """A body that begins and does not end."""
    yield b"x="
    await asyncio.sleep(600)


@pytest.mark.parametrize("path", ["/sign-in", "/tiny/actors/-/insert"])
@pytest.mark.thorough
def test_a_body_that_does_not_arrive_is_not_waited_for(shared_desk: Site, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headers, "BODY_SECONDS", 0.3)
    answer = shared_desk.run(
        lambda: shared_desk.datasette.client.post(
            path, content=never(), actor={"id": "root"}, headers={"Content-Type": "application/x-www-form-urlencoded"}
        )
    )
    assert answer.status_code == 408


@pytest.mark.parametrize(
    "host", ["rebound.example", "rebound.example:8001", "localhost.rebound.example", "127.0.0.1.rebound.example", "192.0.2.1", ""]
)
@pytest.mark.parametrize("path", ["/", "/tiny/claims.json", "/sparql?query=ASK+{}", "/-/static/app.css", "/api/facts"])
def test_a_site_on_this_machine_does_not_answer_to_a_name_that_another_site_let_lead_here(shared_desk: Site, host: str, path: str) -> None:
    answer = shared_desk.get(path, "clerk", headers={"Host": host})
    assert answer.status_code == 421 and "--allow-host" in answer.text and answer.headers["x-content-type-options"] == "nosniff"
    assert "rebound" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8001", "localhost.", "127.0.0.1", "127.0.0.1:8001", "[::1]", "[::1]:8001"])
def test_a_site_on_this_machine_answers_to_the_names_of_this_machine(shared_desk: Site, host: str) -> None:
    assert shared_desk.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.thorough
def test_a_name_that_the_owner_gives_is_answered_to(tiny_path: Path) -> None:
    for names, status in ((["facts.example"], 200), (["*"], 200), (["other.example"], 421)):
        desk = Site(tiny_path, hosts=names)
        assert desk.get("/", headers={"Host": "facts.example:443"}).status_code == status
        assert desk.get("/", headers={"Host": "localhost"}).status_code == 200
        desk.close()


def test_a_site_that_listens_to_the_network_answers_to_any_name_until_names_are_given(shared_desk: Site) -> None:
    def asked(server: str) -> dict[str, Any]:
        return {"server": (server, 8001), "headers": [(b"host", b"facts.example")]}

    assert [hosts.is_known_host(shared_desk.datasette, asked(server)) for server in ("192.0.2.7", "::1", "127.0.0.9", "localhost")] == [
        *(True, False, False, False)
    ]


@pytest.mark.parametrize(
    "path",
    ["/search?q=%00", "/search?q=a%00b", "/api/names?q=%00&kind=%00", "/api/names?q=fer%00ry", "/claim/%00", "/id/%00", "/questions/%00"],
)
def test_a_null_in_an_address_breaks_nothing(shared_desk: Site, path: str) -> None:
    assert shared_desk.get(path).status_code in (200, 400, 404)


def test_no_address_leads_to_another_site(shared_desk: Site) -> None:
    for path in (
        "//elsewhere.example/",
        "/%5Celsewhere.example/",
        "/%2f%2felsewhere.example/",
        "/id///elsewhere.example",
        "/sign-in?next=//elsewhere.example",
    ):
        leads = shared_desk.get(path).headers.get("location", "/")
        assert re.match(r"/(?![/\\])", leads), (path, leads)
    token = shared_desk.token("clerk")["Authorization"].removeprefix("Bearer ")
    assert (
        shared_desk.post("/sign-in?next=//elsewhere.example", data={"token": token, "next": "//elsewhere.example"}).headers["location"]
        == "/"
    )


@pytest.mark.parametrize(
    "path", ["/-/static/%2e%2e/app.py", "/-/static/..%2f..%2fapp.py", "/-/static-plugins/kb_site/..%2f__init__.py", "/dump/..%2ftiny.nq"]
)
def test_no_address_leads_out_of_a_folder(shared_desk: Site, path: str) -> None:
    answer = shared_desk.get(path, follow_redirects=True)
    assert answer.status_code in (400, 403, 404) and "import" not in answer.text

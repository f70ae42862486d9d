"""The tools over HTTP at /-/mcp: asked by the protocol's own client of a site that runs, and withheld as the site withholds its pages."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the package mcp is not installed")
import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from tests.harness.clients import reads
from tests.harness.patience import within
from tests.harness.protocol import PATH, called, names, sent
from tests.harness.serving import serving, token
from tests.harness.site import Site
from tests.mcp.test_mcp import CLAIM, SAID, SAYING, TOOLS, answer, queued, talk_inside

SECRET = "a secret for a server of its own"


def talk_over(port: int, work: Any, **headers: str) -> None:
    """Have a conversation with the site at a port of this machine."""

    async def whole() -> None:
        async with (
            httpx2.AsyncClient(headers=headers, timeout=within(60)) as http,
            Client(streamable_http_client(f"http://127.0.0.1:{port}{PATH}", http_client=http)) as client,
        ):
            await work(client)

    anyio.run(whole)


@reads("mcp", "/-/mcp")
@pytest.mark.thorough
def test_a_client_reads_over_http_what_it_reads_over_standard_input_and_proposes_with_a_token(tiny_path: Path) -> None:
    there: dict[str, Any] = {}

    async def read(client: Client) -> None:
        there["tools"] = {tool.name for tool in (await client.list_tools()).tools}
        for tool, given in (("claim", {"claim_id": CLAIM}), ("search", {"words": "ferry"}), ("disagreements", {})):
            there[tool] = await answer(client, tool, **given)

    async def propose(client: Client) -> None:
        there["tools"] = {tool.name for tool in (await client.list_tools()).tools}
        assert (await answer(client, "propose", **SAYING))["new"] == 1

    talk_inside(tiny_path, read, read_only=True)
    inside = dict(there)
    with serving(tiny_path, "--role", "ada=proposer", secret=SECRET) as port:
        talk_over(port, read)
        assert there == inside and all(set(voice) >= SAID for voice in there["claim"]["voices"])
        talk_over(port, propose, Authorization=f"Bearer {token('ada', SECRET)}")
        ending = time.monotonic()
    assert time.monotonic() - ending < within(5)
    assert there["tools"] == {*TOOLS, "propose"} and len(queued(tiny_path)) == 1


@pytest.fixture(scope="module")
def office(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a person of each role, who is called by it."""
    path = Path(shutil.copy(tiny_built, tmp_path_factory.mktemp("protocol") / "tiny.db"))
    site = Site(path, writers=[], roles={"reader": "reader", "proposer": "proposer", "editor": "editor"})
    yield site
    site.close()


def test_only_who_may_propose_is_given_the_tool_for_it(office: Site) -> None:
    assert names(office) == names(office, "reader") == TOOLS
    assert names(office, "proposer") == names(office, "editor") == {*TOOLS, "propose"}
    assert called(office, "propose", "reader", **SAYING)["isError"]
    assert names(office, headers=office.token("editor")) == {*TOOLS, "propose"}
    assert queued(office.path) == []


def test_the_public_edition_gives_no_sql_and_a_closed_site_nothing_to_strangers(tiny_path: Path) -> None:
    public = Site(tiny_path, public=True)
    try:
        may = public.get("/tiny/-/query.json?sql=select+1").status_code == 200
        assert names(public) == (TOOLS if may else TOOLS - {"sql"})
    finally:
        public.close()
    closed = Site(tiny_path)
    closed.datasette.config = {**(closed.datasette.config or {}), "allow": {"id": "ada"}}
    try:
        assert sent(closed, "tools/list").status_code == 403
    finally:
        closed.close()


def test_sql_is_withheld_where_the_site_lets_nobody_write_it(tiny_path: Path) -> None:
    site = Site(tiny_path)
    site.datasette.config = {**(site.datasette.config or {}), "allow_sql": {"id": "ada"}}
    try:
        assert names(site) == TOOLS - {"sql"} and names(site, "ada") >= TOOLS
        assert called(site, "sql", query="SELECT 1")["isError"]
    finally:
        site.close()


def test_other_methods_other_sites_and_long_messages_are_refused(office: Site) -> None:
    assert office.get(PATH).status_code == 405
    assert sent(office, "tools/list", headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert sent(office, "tools/list", words="x" * 300_000).status_code == 413
    assert sent(office, "no/such").status_code < 500


def test_where_the_package_is_not_installed_the_route_says_what_to_install(office: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.streamable_http_manager", None)
    said = sent(office, "tools/list")
    assert said.status_code == 501 and "pip install 'source-tracking-kb[mcp]'" in said.text

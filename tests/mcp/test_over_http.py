"""The tools over HTTP at /-/mcp, asked by the protocol's own client from a site that was started as people start it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the package mcp is not installed")
import httpx
from mcp import Client

from tests.harness.site import Site
from tests.mcp.test_mcp import CLAIM, SAYING, TOOLS, answer

HEADERS = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json", "Host": "localhost"}


def message(method: str, **params: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}


def names(site: Site, **more: Any) -> set[str]:
    said = site.ask("/-/mcp", "post", json=message("tools/list"), headers={**HEADERS, **more})
    assert said.status_code == 200, said.text
    return {tool["name"] for tool in said.json()["result"]["tools"]}


@pytest.fixture
def private(tiny_path: Path) -> Iterator[Site]:
    site = Site(tiny_path)
    yield site
    site.close()


def test_who_only_reads_is_given_the_tools_that_read(private: Site) -> None:
    assert names(private) == TOOLS

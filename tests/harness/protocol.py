"""The tools of a site's /-/mcp, asked one after the other with the ids that are given, for the tests that look at every answer of a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tests.harness.site import Site

PATH = "/-/mcp"
HEADERS = {"Accept": "application/json, text/event-stream"}


def sent(site: Site, method: str, who: str | None = None, headers: dict[str, str] | None = None, **params: Any) -> Any:
    """The site's answer to one message of the protocol."""
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    return site.post(PATH, who, json=message, headers={**HEADERS, **(headers or {})})


def called(site: Site, tool: str, who: str | None = None, **given: Any) -> dict[str, Any]:
    """What a tool answers, or what it says is wrong."""
    said = sent(site, "tools/call", who, name=tool, arguments=given)
    assert said.status_code == 200, said.text
    result: dict[str, Any] = said.json()["result"]
    return result


def names(site: Site, who: str | None = None, headers: dict[str, str] | None = None) -> set[str]:
    """The names of the tools that somebody is given."""
    said = sent(site, "tools/list", who, headers)
    assert said.status_code == 200, said.text
    return {tool["name"] for tool in said.json()["result"]["tools"]}


def answers(site: Site, claims: Iterable[object], assertions: Iterable[object], words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Every tool that reads, asked of each id or word: what was asked, and the text of the answer."""
    asked: list[tuple[str, dict[str, Any]]] = [("disagreements", {}), ("sql", {"query": "SELECT * FROM claim_sheet"})]
    asked += [("search", {"words": word, "limit": 50}) for word in words]
    asked += [(tool, {"claim_id": str(row_id)}) for tool in ("claim", "who_says", "disagreements") for row_id in claims]
    asked += [("source_sentence", {"assertion_id": str(row_id)}) for row_id in assertions]
    for tool, given in asked:
        yield f"{PATH} {tool} {given}", str(called(site, tool, **given))

"""`kb mcp` over standard input and output, asked by the protocol's own client."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp", reason="the package mcp is not installed")
from mcp import Client, StdioServerParameters, stdio_client

from kb.mcp.server import server
from tests.harness.clients import reads

ROOT = Path(__file__).resolve().parents[2]
CLAIM = "clm-ferry-too-small"
SAYING = {"source_id": "port-bulletin", "quote": "as everyone knows", "subject": "everyone", "relation": "knows", "stance": "uncommitted"}
TOOLS = {"search", "claim", "source_sentence", "who_says", "disagreements", "sql"}
SAID = {"quote", "holder", "stance", "link"}
Conversation = Callable[[Client], Coroutine[Any, Any, None]]


def talk(path: Path, work: Conversation) -> None:
    """Start the command over a base, and have the conversation with it."""

    async def whole() -> None:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "kb", "--db", str(path), "mcp"], env={"PYTHONPATH": str(ROOT)}, cwd=str(ROOT)
        )
        async with Client(stdio_client(command)) as client:
            await work(client)

    anyio.run(whole)


def talk_inside(path: Path, work: Conversation, **options: Any) -> None:
    """Have the conversation with a server in this process, which is quicker."""

    async def whole() -> None:
        async with Client(server(path, **options)) as client:
            await work(client)

    anyio.run(whole)


async def answer(client: Client, tool: str, **given: Any) -> dict[str, Any]:
    """What a tool answers, which is the same as text and as data."""
    result = await client.call_tool(tool, given)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    found: dict[str, Any] = result.structured_content
    return found


def queued(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT exact, speaker, stance, status, rule FROM proposals ORDER BY recorded_at, exact").fetchall()


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if 'INTO "proposals"' not in line and 'INTO "runs"' not in line]


@reads("mcp", "kb mcp")
@pytest.mark.thorough
def test_every_answer_of_every_tool_has_quote_holder_stance_and_link(tiny_path: Path) -> None:
    with closing(sqlite3.connect(tiny_path)) as connection:
        sheet = "SELECT assertion_id, quote, speaker, stance FROM claim_sheet WHERE counted"
        rows = {row[0]: row[1:] for row in connection.execute(sheet)}
        innermost = connection.execute("SELECT count(*) FROM who_says_what WHERE claim_id = ?", (CLAIM,)).fetchone()[0]
        apart = connection.execute("SELECT count(*) FROM disagreements").fetchone()[0] // 2

    async def conversation(client: Client) -> None:
        listed = await client.list_tools()
        assert {tool.name for tool in listed.tools} == {*TOOLS, "propose"} and all(tool.description for tool in listed.tools)
        found = await answer(client, "search", words="ferry")
        claim = await answer(client, "claim", claim_id=CLAIM)
        said = await answer(client, "who_says", claim_id=CLAIM)
        assert len(said["voices"]) == innermost
        for voice in (*found["voices"], *claim["voices"], *said["voices"]):
            assert (voice["quote"], voice["holder"], voice["stance"]) == rows[voice["assertion_id"]]
            assert voice["link"].endswith(f"/id/{voice['claim_id']}") and set(voice) >= SAID
        assert found["voices"] and any(name["id"] == "ferry" for name in found["names"])
        sentence = await answer(client, "source_sentence", assertion_id=claim["voices"][0]["assertion_id"])
        assert sentence["quote"] in sentence["sentence"] and set(sentence) >= SAID
        tensions = (await answer(client, "disagreements"))["disagreements"]
        assert len(tensions) == apart > 0
        assert all(pair["quote_a"] and pair["quote_b"] and pair["claim_a_link"] and pair["speaker_b"] for pair in tensions)
        table = await answer(client, "sql", query="SELECT quote, speaker FROM claim_sheet WHERE counted")
        assert len(table["rows"]) == len(rows) and not table["more"]

    before = content(tiny_path)
    talk(tiny_path, conversation)
    assert content(tiny_path) == before and queued(tiny_path) == []


@pytest.mark.thorough
def test_a_model_can_only_propose_and_words_that_are_not_there_are_refused(tiny_path: Path) -> None:
    async def conversation(client: Client) -> None:
        new = await answer(client, "propose", **SAYING)
        assert new["new"] == 1 and "waiting" in new["status"]
        again = await answer(client, "propose", **SAYING)
        assert (again["new"], again["known"]) == (0, 1)
        for tool, given, said in (
            ("propose", {**SAYING, "quote": "as nobody knows"}, "quote"),
            ("propose", {**SAYING, "speaker": "Nobody"}, "speaker not in the text"),
            ("propose", {**SAYING, "stance": "perhaps"}, "stance"),
            ("sql", {"query": "DELETE FROM claims"}, "only SELECT"),
            ("sql", {"query": "WITH x AS (SELECT 1) INSERT INTO actors SELECT * FROM actors"}, "only SELECT"),
            ("claim", {"claim_id": "clm-ferry-to-small"}, "ferry-too-small"),
            ("source_sentence", {"assertion_id": "ast-nothing"}, "ast-nothing"),
        ):
            refused = await client.call_tool(tool, given)
            assert refused.is_error and said in refused.content[0].text, refused.content

    before = content(tiny_path)
    talk_inside(tiny_path, conversation)
    assert queued(tiny_path) == [("as everyone knows", None, "uncommitted", "waiting", "language-model")]
    assert beside(content(tiny_path)) == beside(before)


def beside(lines: list[str]) -> list[str]:
    """What a base holds beside proposals and who made them."""
    return [line for line in lines if not any(table in line for table in ("proposals", "contributors", "digests"))]


def test_a_server_that_only_reads_offers_no_tool_to_propose(tiny_path: Path) -> None:
    async def conversation(client: Client) -> None:
        assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS

    talk_inside(tiny_path, conversation, read_only=True)

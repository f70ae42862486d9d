"""One client's reads leave threads to the others, and what a client has abandoned is given up."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from datasette.utils.asgi import Base400

from kb.site import shares
from tests.harness.patience import within
from tests.harness.site import Site

ABUSER, READER = "10.0.0.1", "10.0.0.2"


async def forever() -> Any:
    await asyncio.Event().wait()


async def gone() -> Any:
    return {"type": "http.disconnect"}


async def read(desk: Site, client: str, seconds: float, news: Any = forever) -> float:
    """Read for some seconds as that client, and return when it began."""
    shares.asking.set(shares.Asking(client, news))
    began: list[float] = []

    def work(connection: Any) -> None:
        began.append(time.monotonic())
        time.sleep(seconds)

    await desk.datasette.get_database("tiny").execute_fn(work)
    return began[0]


def test_a_client_with_many_reads_leaves_threads_to_the_others(shared_desk: Site) -> None:
    async def at_once() -> tuple[float, list[float]]:
        many = [asyncio.ensure_future(read(shared_desk, ABUSER, 0.3)) for _ in range(8)]
        await asyncio.sleep(0.1)
        other = await read(shared_desk, READER, 0.0)
        return other, sorted(await asyncio.gather(*many))

    other, many = shared_desk.run(at_once)
    share = shares.most_at_once(shared_desk.datasette)
    assert share == 2
    assert other < many[share], "the reader waited for reads that another client asked for before"
    assert many[share] - many[0] >= 0.3, "the client had more than its share"
    assert shares.shares[shared_desk.datasette] == {}


def test_what_waits_for_a_client_that_has_gone_is_given_up(shared_desk: Site) -> None:
    async def abandoned() -> list[Any]:
        running = [asyncio.ensure_future(read(shared_desk, ABUSER, 0.3)) for _ in range(2)]
        await asyncio.sleep(0.1)
        left = await asyncio.gather(*(read(shared_desk, ABUSER, 60, gone) for _ in range(5)), return_exceptions=True)
        await asyncio.gather(*running)
        return [*left, await read(shared_desk, ABUSER, 0.0)]

    began = time.monotonic()
    *left, _ = shared_desk.run(abandoned)
    assert [(type(one), one.status) for one in left] == [(Base400, 499)] * 5
    assert time.monotonic() - began < within(5)
    assert shares.shares[shared_desk.datasette] == {}


def test_a_read_that_is_cancelled_while_it_waits_gives_its_turn_back(shared_desk: Site) -> None:
    async def cancelled() -> float:
        running = [asyncio.ensure_future(read(shared_desk, ABUSER, 0.2)) for _ in range(2)]
        waiting = [asyncio.ensure_future(read(shared_desk, ABUSER, 60)) for _ in range(3)]
        await asyncio.sleep(0.1)
        for one in waiting:
            one.cancel()
        await asyncio.gather(*running, *waiting, return_exceptions=True)
        return (await asyncio.gather(*(read(shared_desk, ABUSER, 0.0) for _ in range(4))))[0]

    assert shared_desk.run(cancelled)
    assert shares.shares[shared_desk.datasette] == {}


@pytest.mark.parametrize("path", ["/", "/tiny/claims.json", "/claim/clm-ferry-too-small"])
def test_pages_are_answered_in_turns_of_their_client(shared_desk: Site, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    turn = shares.turn

    def noticing(datasette: Any) -> Any:
        who = shares.asking.get()
        asked.append(who.client if who else "")
        return turn(datasette)

    monkeypatch.setattr(shares, "turn", noticing)
    assert shared_desk.get(path).status_code == 200
    assert set(asked) == {"127.0.0.1"}

"""What one client asks for must not hold up the others: SPARQL, and all work on what users send."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from kb.site.errors import RefusedError
from kb.site.queueing import Queue, Ticket
from tests.harness.patience import within
from tests.harness.site import Site

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUICK = "ASK { ?s ?p ?o }"


class Sleeper:
    """A process that sleeps as long as it is asked, unless it is killed."""

    def __init__(self) -> None:
        self.killed = 0

    def sleep(self, seconds: float) -> float:
        before = self.killed
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.killed == before:
            time.sleep(0.005)
        return seconds

    def kill(self) -> None:
        self.killed += 1

    def close(self) -> None:
        self.kill()


async def asked(site: Site, query: str, client: str, leaves_after: float | None = None) -> tuple[int, dict[str, str]]:
    """The status and headers that a client gets, which may close the connection after so many seconds."""
    sent = False
    answer: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if not sent:
            sent = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.sleep(leaves_after if leaves_after is not None else 600)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        answer.append(message)

    headers = [(b"host", b"localhost"), (b"accept", b"application/sparql-results+json")]
    scope = {
        **{"type": "http", "http_version": "1.1", "method": "GET", "path": "/sparql", "raw_path": b"/sparql", "scheme": "http"},
        **{"query_string": f"query={quote(query)}".encode(), "headers": headers, "client": (client, 1), "server": ("localhost", 80)},
    }
    await site.datasette.app()(scope, receive, send)
    named = {name.decode().lower(): value.decode() for name, value in answer[0]["headers"]}
    return answer[0]["status"], named


@pytest.fixture
def endless(tiny_path: Path) -> Iterator[Site]:
    """A site on which a slow query would hold its process for longer than any test lasts."""
    site = Site(tiny_path, config={"plugins": {"kb_site": {"sparql_seconds": 100_000}}})
    yield site
    site.close()


async def soon(site: Site, query: str, client: str) -> int:
    """The status that a client gets, which asks again when the queue is full, for as long as a test may last."""
    until = time.monotonic() + within(30)
    while (status := (await asyncio.wait_for(asked(site, query, client), within(30)))[0]) == 503 and time.monotonic() < until:
        await asyncio.sleep(0.05)
    return status


@pytest.mark.thorough
def test_queries_of_clients_that_have_gone_hold_up_nobody(endless: Site) -> None:
    async def all_of_them() -> int:
        await asked(endless, QUICK, "10.0.0.9")
        leaving = [asyncio.ensure_future(asked(endless, SLOW, f"10.0.0.{number % 5}", 0.03)) for number in range(20)]
        await asyncio.wait(leaving, timeout=within(5))  # all have gone after some hundredths of a second, however late that is seen
        status = await soon(endless, QUICK, "10.0.0.9")
        await asyncio.gather(*leaving)
        return status

    assert endless.run(all_of_them) == 200


@pytest.mark.thorough
def test_the_slow_queries_of_one_client_leave_a_process_to_the_others(endless: Site) -> None:
    async def all_of_them() -> tuple[int, list[tuple[int, dict[str, str]]]]:
        slow = [asyncio.ensure_future(asked(endless, SLOW, "10.0.0.1")) for _ in range(6)]
        await asyncio.sleep(0.1)
        status = await soon(endless, QUICK, "10.0.0.2")
        refused = [each.result() for each in slow if each.done()]
        for each in slow:
            each.cancel()
        await asyncio.wait(slow)
        return status, refused

    quick, refused = endless.run(all_of_them)
    assert quick == 200
    assert [status for status, _ in refused] == [503], "the sixth query of one client is one too many"
    assert int(refused[0][1]["retry-after"]) > 0


@pytest.mark.thorough
def test_who_comes_back_when_told_to_is_answered_though_others_have_filled_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.queueing.MOST_WAITING", 3)

    async def filled(queue: Queue[Sleeper], name: str) -> list[asyncio.Task[float]]:
        tasks = [asyncio.create_task(queue.run(f"{name} {number}", Sleeper.sleep, within(30))) for number in range(3)]
        await asyncio.sleep(0)  # each takes its place
        return tasks

    async def emptied(tasks: list[asyncio.Task[float]]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)

    async def all_of_them() -> float:
        queue = Queue(Sleeper, 0.9)
        early = await filled(queue, "early")
        with pytest.raises(RefusedError) as refused:
            await queue.run("patient", Sleeper.sleep, 0.1)
        await emptied(early)
        late = await filled(queue, "late")
        await asyncio.sleep(int(refused.value.headers["Retry-After"]))
        with pytest.raises(RefusedError):
            await queue.run("impatient", Sleeper.sleep, 0.1)
        patient = asyncio.create_task(queue.run("patient", Sleeper.sleep, 0.1))
        await asyncio.sleep(0)
        await emptied(late)
        result = await patient
        queue.close()
        return result

    assert asyncio.run(all_of_them()) == 0.1


def test_a_place_in_the_queue_is_free_again_whoever_leaves_it() -> None:
    async def all_of_them() -> tuple[int, int]:
        queue = Queue(Sleeper, 5)
        tasks = [asyncio.ensure_future(queue.run(f"client {number % 4}", Sleeper.sleep, 5)) for number in range(12)]
        await asyncio.sleep(0.05)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        left = len(queue.idle), sum(queue.of_client.values()) + sum(queue.running.values()) + len(queue.waiting)
        queue.close()
        return left

    assert asyncio.run(all_of_them()) == (2, 0)


def test_a_process_is_not_given_to_who_has_just_gone() -> None:
    async def left() -> tuple[int, int]:
        queue = Queue(Sleeper, 5, count=1)
        running = Ticket("client", asyncio.get_running_loop().create_future())
        queue.waiting.append(running)
        queue.give_turns()
        gone = asyncio.ensure_future(queue.run("another", Sleeper.sleep, 0))
        await asyncio.sleep(0)
        gone.cancel()
        queue.leave(running)  # before the one that has gone could leave its place
        await asyncio.wait([gone])
        queue.close()
        return len(queue.idle), sum(queue.running.values()) + len(queue.waiting)

    assert asyncio.run(left()) == (1, 0)


def test_work_that_had_not_started_its_process_yet_is_killed_too() -> None:
    class Late(Sleeper):
        """A process that is started some time after the work has begun: a kill before that meets nobody."""

        def sleep(self, seconds: float) -> float:
            time.sleep(0.2)
            return super().sleep(seconds)

    async def left() -> int:
        queue = Queue(Late, 5)
        task = asyncio.ensure_future(queue.run("client", Late.sleep, within(30)))
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.wait_for(asyncio.wait([task]), within(1))
        idle = len(queue.idle)
        queue.close()
        return idle

    assert asyncio.run(left()) == 2

"""The queue before a few processes that can be killed, in which no client can keep the others from being answered.

A client is whoever is signed in, or else an address of the network. It has one process less than there are, and a bound on what it may have
in the queue. What a client that has gone asked for is taken out of the queue, or killed where it runs.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar

from kb.site.errors import RefusedError

PROCESSES = 2
MOST_WAITING = 20  # requests that wait or run; more are refused
MOST_OF_CLIENT = 5  # of one client
MOST_PROMISES = 1000  # clients to whom a place in the queue is promised
KEPT = 60.0  # seconds for which a promised place is kept
KILL_INTERVAL = 0.05  # seconds after which work that still runs is killed again


class Killable(Protocol):
    """A process that answers one request at a time."""

    def kill(self) -> None:
        """Kill the process from another thread; the next request starts another."""

    def close(self) -> None:
        """End the process."""


Member = TypeVar("Member", bound=Killable)
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


@dataclass(eq=False)
class Ticket(Generic[Member]):
    """The place of a request in the queue, whose turn comes with a process."""

    client: str
    turn: asyncio.Future[Member]


class Queue(Generic[Member]):
    """The queue before `count` processes, which are made by `make`. No request runs longer than `seconds`."""

    def __init__(self, make: Callable[[], Member], seconds: float, count: int = PROCESSES) -> None:
        self.members = [make() for _ in range(count)]
        self.seconds, self.most_at_once = seconds, max(1, count - 1)
        self.idle = list(self.members)
        self.pool = ThreadPoolExecutor(count, "killable")
        self.waiting: deque[Ticket[Member]] = deque()
        self.of_client: Counter[str] = Counter()
        self.running: Counter[str] = Counter()
        self.promised: dict[str, float] = {}  # from which time a client that was refused has a place

    async def run(
        self, client: str, work: Callable[Concatenate[Member, Arguments], Result], *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Result:
        """Return `work(process, …)`, called in a thread when it is the client's turn. Raises RefusedError (503) where the queue is full.

        Where this is cancelled, the process is killed.
        """
        self.refuse_too_many(client)
        ticket: Ticket[Member] = Ticket(client, asyncio.get_running_loop().create_future())
        self.of_client[client] += 1
        self.waiting.append(ticket)
        try:
            self.give_turns()
            member = await ticket.turn
            future = asyncio.get_running_loop().run_in_executor(self.pool, lambda: work(member, *args, **kwargs))
            try:
                return await asyncio.shield(future)
            except asyncio.CancelledError:
                while not future.done():  # again and again, because the work may be about to start its process
                    member.kill()
                    await asyncio.wait([future], timeout=KILL_INTERVAL)
                future.exception()  # looked at, so that nobody warns of it
                raise
        finally:
            self.leave(ticket)

    def refuse_too_many(self, client: str) -> None:
        """Raise RefusedError, with a time to come back at which there will be a place, where there is none now."""
        now = time.monotonic()
        self.promised = {name: due for name, due in self.promised.items() if due + KEPT > now}
        if self.of_client[client] >= MOST_OF_CLIENT:
            raise full("too many of your requests are waiting", self.longest_wait())
        if client in self.promised and now >= self.promised[client]:
            del self.promised[client]
            return
        if sum(self.of_client.values()) >= MOST_WAITING:
            if client not in self.promised and len(self.promised) < MOST_PROMISES:
                self.promised[client] = now + self.longest_wait()
            raise full("too many requests are waiting", max(1.0, self.promised.get(client, now + KEPT) - now))

    def longest_wait(self) -> float:
        """Return the seconds after which everything that waits or runs now has ended."""
        return max(1.0, self.seconds * sum(self.of_client.values()) / len(self.members))

    def give_turns(self) -> None:
        """Give the idle processes to those who wait longest among the clients that may run something now."""
        for ticket in list(self.waiting):
            if self.idle and not ticket.turn.cancelled() and self.running[ticket.client] < self.most_at_once:
                self.waiting.remove(ticket)
                self.running[ticket.client] += 1
                ticket.turn.set_result(self.idle.pop())

    def leave(self, ticket: Ticket[Member]) -> None:
        """Take a request out of the queue, whether it was answered or its client has gone."""
        self.of_client = +(self.of_client - Counter([ticket.client]))
        if ticket in self.waiting:
            self.waiting.remove(ticket)
        elif ticket.turn.done() and not ticket.turn.cancelled():
            self.running = +(self.running - Counter([ticket.client]))
            self.idle.append(ticket.turn.result())  # last in, first out: a process that runs already is taken first
        self.give_turns()

    def close(self) -> None:
        """End the processes and whatever waits for them."""
        for member in self.members:
            if member not in self.idle:
                member.kill()
        self.pool.shutdown(wait=False, cancel_futures=True)
        for member in self.members:
            member.close()


def full(what: str, seconds: float) -> RefusedError:
    """Return the error for a full queue."""
    wait = math.ceil(seconds)
    return RefusedError(what, status=503, remedy=f"try again in {wait} seconds", headers={"Retry-After": str(wait)})

"""Work on what users send, in processes with limits on time and memory, so that no input can hold up other readers."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kb.site.errors import TooSlowError
from kb.site.queueing import Queue
from kb.workers.worker import LimitError, Limits, Worker

if TYPE_CHECKING:
    from datasette.app import Datasette

    from kb.site.visit import Visit

Result = TypeVar("Result")
CHECKING = Limits(seconds=10.0, memory=500_000_000)  # of a quote, a claim's text, a fact
READING = Limits(seconds=120.0, memory=3_000_000_000)  # of an article, with its proposals
make_worker: Callable[[], Worker] = Worker
queues: weakref.WeakKeyDictionary[Datasette, dict[Limits, Queue[Worker]]] = weakref.WeakKeyDictionary()


async def call(visit: Visit, limits: Limits, function: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """The result of `function(…)`, which must be importable, in a process with these limits. It ends when the client has gone.

    Raises TooSlowError at a limit, RefusedError (503) where too many requests wait, and what the function raises.
    """
    by_limits = queues.setdefault(visit.datasette, {})
    if limits not in by_limits:
        by_limits[limits] = Queue(make_worker, limits.seconds)
    try:
        return await visit.unless_gone(by_limits[limits].run(visit.client, called, limits, function, *args, **kwargs))
    except LimitError as error:
        raise TooSlowError(error.what, remedy=error.remedies) from error


def called(worker: Worker, limits: Limits, function: Callable[..., Result], *args: Any, **kwargs: Any) -> Result:
    """The result of `function(…)` in that worker."""
    return worker.call(limits, function, *args, **kwargs)


def close(datasette: Datasette) -> None:
    """End the workers of a site."""
    for queue in queues.pop(datasette, {}).values():
        queue.close()

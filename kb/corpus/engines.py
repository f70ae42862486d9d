"""What does the work on the parts of a lake: the cores of this machine, or Apache Spark. Both call the same function on each part."""

from __future__ import annotations

import concurrent.futures
import contextlib
import os
import queue
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kb.workers.worker import Worker

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Item, Worker], Result]
AHEAD = 2  # items in the queue of each worker, so that memory does not grow with their number


def local(work: Work[Item, Result], items: Iterable[Item], count: int | None = None) -> Iterator[Result]:
    """Do a piece of work on each item in so many threads, each with a process of its own, and yield the results as they come."""
    count = count or os.cpu_count() or 1
    waiting = iter(items)
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    with contextlib.ExitStack() as stack, concurrent.futures.ThreadPoolExecutor(count) as pool:
        for _ in range(count):
            idle.put(stack.enter_context(Worker()))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)

        def with_worker(item: Item) -> Result:
            worker = idle.get()
            try:
                return work(item, worker)
            finally:
                idle.put(worker)

        running: set[concurrent.futures.Future[Result]] = set()
        while True:
            while len(running) < count * AHEAD and (item := next(waiting, None)) is not None:
                running.add(pool.submit(with_worker, item))
            if not running:
                return
            done, running = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                yield future.result()

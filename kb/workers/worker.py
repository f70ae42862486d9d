"""Call functions in a process that is killed at a limit of time or memory.

    with Worker() as worker:
        document = worker.call(articles.read, data, limits=Limits(seconds=60))

Python cannot stop a thread, and a regular expression or a parser in C that meets hostile input may run for hours.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from kb.errors import DataError
from kb.workers import process

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")
LESS = "give less at a time, or a text in plainer form"


class LimitError(DataError):
    """Work was ended at its limit of time or memory."""

    status = 503


@dataclass(frozen=True)
class Limits:
    """The limits of one call, in seconds, and in bytes of address space beyond what the process has at rest."""

    seconds: float = 60.0
    memory: int = 2_000_000_000


STARTING = 60.0  # seconds for a process to start and import what it is to call, which on a busy machine takes longer than the work
LONG = Limits(seconds=1800.0, memory=4_000_000_000)  # for a command, which holds up nobody: a long chapter takes minutes


class Worker:
    """A process that calls functions, one at a time. It starts with the first call, and again after it was killed."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def call(self, limits: Limits, function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """Return `function(…)`, which must be importable, or raise what it raises. Raises LimitError at a limit."""
        with self.lock:
            worker = self.running()
            assert worker.stdin is not None and worker.stdout is not None
            answer: tuple[bool, Any] | None = None
            seconds = STARTING
            try:
                with process.deadline(worker, STARTING) as limit:
                    pickle.dump((limits.seconds, limits.memory, function, args, kwargs), worker.stdin)
                    worker.stdin.flush()
                    pickle.load(worker.stdout)  # the function and all that it needs has been imported
                seconds = limits.seconds
                with process.deadline(worker, seconds) as limit:
                    answer = pickle.load(worker.stdout)
            except (OSError, EOFError, pickle.UnpicklingError):
                pass
            except BaseException:  # interrupted in the midst of an answer
                self.close()
                raise
            if answer is None:
                self.close()
                if limit.expired:
                    raise LimitError(f"this took longer than {seconds:g} seconds", remedy=LESS)
                raise LimitError("this took more memory than it may", remedy=LESS)
        succeeded, value = answer
        if succeeded:
            result: Result = value
            return result
        raise value

    def running(self) -> subprocess.Popen[bytes]:
        """Return the process, started if need be."""
        if self.process is None or self.process.poll() is not None:
            self.close()
            self.process = process.start("kb.workers.program")
        return self.process

    def kill(self) -> None:
        """Kill the process from another thread. The call that waits for it raises LimitError, and the next one starts another process."""
        if self.process is not None:
            process.kill(self.process)

    def close(self) -> None:
        """End the process."""
        ended, self.process = self.process, None
        if ended is not None:
            process.close(ended)


@contextlib.contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM raise SystemExit within the block, so that workers and temporary files do not outlive the program."""

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the system passes them
        sys.exit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

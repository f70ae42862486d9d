"""Start worker processes without the secrets of their parent, and end them with everything that they started."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]  # where `python -m kb…` finds this very library
SECRET = re.compile(r"SECRET|TOKEN|PASSW|CREDENTIAL|(?:^|_)KEY$", re.IGNORECASE)
INSIDE = "KB_INSIDE_WORKER"  # set in workers; what they start in turn stays in their group of processes, and ends with them


@dataclass
class Deadline:
    """The time limit of an exchange with a process; `expired` says whether it was killed for it."""

    expired: bool = False


def environment() -> dict[str, str]:
    """Return the environment for a worker, which finds this library and gets no variable named like a secret."""
    kept = {name: value for name, value in os.environ.items() if not SECRET.search(name)}
    places = os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH")]))
    return {**kept, "PYTHONPATH": places, INSIDE: "1"}


def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start `python -m MODULE ARGUMENT…` with pipes for input and output."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        start_new_session=INSIDE not in os.environ,
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that `start` started, with those that it started itself. Does nothing where it has ended."""
    if process.poll() is not None:
        return
    if INSIDE not in os.environ and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
            return
    process.kill()


def close(process: subprocess.Popen[bytes]) -> None:
    """Kill a process, wait for its end, and close its pipes."""
    kill(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):  # what was not yet written goes nowhere
                pipe.close()


@contextlib.contextmanager
def deadline(process: subprocess.Popen[bytes], seconds: float) -> Iterator[Deadline]:
    """Kill the process where the block takes longer than so many seconds."""
    limit = Deadline()

    def expire() -> None:
        limit.expired = True
        kill(process)

    timer = threading.Timer(seconds, expire)
    timer.daemon = True  # a timer must not keep the program from ending
    timer.start()
    try:
        yield limit
    finally:
        timer.cancel()

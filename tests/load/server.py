"""A real `kb serve` in a process of its own, and how much memory it and its processes take."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness.serving import port_in, wait_for
from tests.site.test_load import SECRET

PAGE = os.sysconf("SC_PAGE_SIZE")


@contextmanager
def serving(base: Path, *options: str) -> Iterator[tuple[int, int]]:
    """The port and the process id of a server over the base."""
    log = base.with_suffix(".log")
    with log.open("w") as written:
        command = [sys.executable, "-m", "kb", "--db", str(base), "serve", "--port", "0", *options]
        process = subprocess.Popen(command, env={**os.environ, "DATASETTE_SECRET": SECRET}, stdout=written, stderr=written)
        try:
            port = port_in(log, process)
            wait_for(port, process)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def tree(pid: int) -> list[int]:
    """A process and all that it has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [pid, *(each for child in children for each in tree(int(child)))]


def megabytes(pid: int) -> float:
    """The memory of a process and of all that it has started, as far as they are in memory."""
    total = 0
    for each in tree(pid):
        try:
            total += int(Path(f"/proc/{each}/statm").read_text("ascii").split()[1])
        except OSError:  # it has ended meanwhile
            continue
    return total * PAGE / 1e6


class Memory:
    """The memory of a server, looked at twice a second until `stop`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.seen: list[float] = []
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        while not self.over.wait(0.5):
            self.seen.append(megabytes(self.pid))

    def stop(self) -> tuple[float, float]:
        """The mean of the second quarter of the time, and of the last one."""
        self.over.set()
        self.thread.join()
        quarter = max(1, len(self.seen) // 4)
        second, last = self.seen[quarter : 2 * quarter] or self.seen, self.seen[-quarter:]
        return sum(second) / len(second), sum(last) / len(last)

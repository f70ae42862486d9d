"""The limits that a worker process sets on itself, in addition to those that its parent enforces."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from pathlib import Path

try:
    import resource
except ImportError:  # no POSIX system: no limit on memory
    resource = None  # type: ignore[assignment]

GRACE = 3  # seconds after which a process ends itself, where whoever should have ended it is gone
CHECK_INTERVAL = 1.0  # seconds between two checks whether the parent is still there


def set_alarm(seconds: int) -> None:
    """Let the system end the process after so many seconds, or never for 0. Does nothing where the system has no alarms."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def limit_memory(beyond: int | None) -> None:
    """Limit the memory of the process to what it has and so many bytes more, or not at all for None.

    Does nothing where the system does not say how much it has.
    """
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = hard
    with contextlib.suppress(OSError, ValueError):
        if beyond is not None:
            wanted = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + beyond
    if soft != wanted and (hard == resource.RLIM_INFINITY or wanted <= hard):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def prepare() -> None:
    """Set up a worker process, in which an alarm ends it also within C code, and Ctrl-C is left to its parent."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this closes the pipe
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()


def end_with(parent: int) -> None:
    """End this process once its parent has ended without ending it."""
    while os.getppid() == parent:
        time.sleep(CHECK_INTERVAL)
    os._exit(1)

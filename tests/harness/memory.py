"""What SQLite's statistics of its memory are for in the tests: for the few that limit it, and for nothing else."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import os

# SQLite's limit on memory is the whole process's and cannot be raised again. It would end tests that share the process with a site, so it holds
# only in a process where this is set.
LIMITED = "KB_LIMIT_MEMORY"
STATISTICS = 9  # SQLITE_CONFIG_MEMSTATUS


def count_no_memory() -> None:
    """Tell SQLite to keep no statistics of its memory: a third of what opening a base costs, which tests do some ten thousand times.

    SQLite takes this only while it is shut down, so before the first connection. Where Python brings a SQLite of its own, nothing changes.
    """
    name = ctypes.util.find_library("sqlite3")
    if name is None or LIMITED in os.environ:
        return
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(name)
        library.sqlite3_shutdown()
        library.sqlite3_config(STATISTICS, 0)
        library.sqlite3_initialize()

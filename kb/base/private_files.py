"""Create files that only their owner may read, since bases, backups, dumps and public editions may hold what is private.

Their mode is 0600 from the first moment, whatever the umask. SQLite gives its write-ahead log and shared memory the mode of the database.
"""

from __future__ import annotations

import os
from pathlib import Path

MODE = 0o600


def create(path: Path) -> None:
    """Create a new, empty file, replacing one that unfinished work left in its place."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, MODE))

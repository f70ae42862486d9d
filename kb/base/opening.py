"""Open a base for reading and writing, after upgrading an older one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.base import purged, store, upgrade


def open_base(path: str | Path) -> sqlite3.Connection:
    """Open a base for reading and writing, and return its connection. An older base is backed up and upgraded first.

    Where a purge was killed before the file was written anew, or another program stood in its way, that is done now.
    """
    upgrade.if_older(path)
    connection = store.connect(path)
    if purged.unswept(connection):
        purged.sweep(connection)
    return connection

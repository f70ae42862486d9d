"""Open a base for reading and writing, after upgrading an older one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.base import store, upgrade


def open_base(path: str | Path) -> sqlite3.Connection:
    """Open a base for reading and writing, and return its connection. An older base is backed up and upgraded first."""
    upgrade.if_older(path)
    return store.connect(path)

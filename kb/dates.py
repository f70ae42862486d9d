"""EDTF dates: what they can mean, judged by the very SQL that the base itself uses."""

from __future__ import annotations

import functools
import re
import sqlite3
import threading

from kb import schema

_local = threading.local()


def calendar() -> sqlite3.Connection:
    """A small database in memory that holds nothing but the table `dates` of the model; one a thread."""
    if not hasattr(_local, "calendar"):
        statement = re.search(r"CREATE TABLE dates .*?\) STRICT;", schema.read("schema.sql"), re.DOTALL)
        assert statement is not None
        _local.calendar = sqlite3.connect(":memory:", isolation_level=None)
        _local.calendar.execute(statement[0])
    connection: sqlite3.Connection = _local.calendar
    return connection


@functools.lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str | None, str | None] | None:
    """(first day, last day) that an EDTF date can mean, as ISO days or None where open; None when it is no EDTF date."""
    try:
        found = calendar().execute("INSERT INTO dates(edtf) VALUES (?) RETURNING valid, earliest, latest", (edtf,)).fetchone()
        calendar().execute("DELETE FROM dates")
    except (sqlite3.Error, UnicodeEncodeError):
        return None
    return (found[1], found[2]) if found[0] else None

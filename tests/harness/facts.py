"""The command that adds a fact to the tiny base, and the rows that it left."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

SOURCE = "harbour-gazette"
QUOTE = "Radio One reported that the harbour office expects the bridge to open in 1958"
TEXT = "A bridge is planned.\nThe mayor said: “the council has not decided”. Nobody knows the cost.\n"


def fact(*more: object, source: str = SOURCE, quote: str = QUOTE, claim: str = "The bridge opens to traffic in 1958") -> tuple[object, ...]:
    return ("add", "--source", source, "--quote", quote, "--claim", claim, *more)


def held(path: Path, sql: str, *parameters: object) -> list[dict[str, Any]]:
    connection = sqlite3.connect(path)
    cursor = connection.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    found = [dict(zip(names, row, strict=True)) for row in cursor]
    connection.close()
    return found


def chain(path: Path, assertion_id: str) -> list[dict[str, Any]]:
    """The assertion and those it is reported in, outermost first."""
    found: list[dict[str, Any]] = []
    above: str | None = assertion_id
    while above:
        found += held(path, "SELECT * FROM assertions WHERE id = ?", above)
        above = found[-1]["reported_in_id"]
    return found[::-1]

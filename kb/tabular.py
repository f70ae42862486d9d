"""Rows out as tables, CSV and JSON Lines. Values stay as they are: nothing is cut, nothing rounded."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

WIDEST = 60


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow(["" if value is None else value for value in row])
        count += 1
    return count


def write_jsonl(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    count = 0
    for row in rows:
        stream.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
        count += 1
    return count


def write_json(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    listed = [dict(zip(columns, row, strict=True)) for row in rows]
    stream.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    return len(listed)


def write_table(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """A table for reading; long values are folded over several lines, never cut."""
    listed = [[folded("" if value is None else str(value)) for value in row] for row in rows]
    widths = [max([len(name), *(len(line) for row in listed for line in row[number])]) for number, name in enumerate(columns)]
    stream.write("  ".join(name.ljust(width) for name, width in zip(columns, widths, strict=True)).rstrip() + "\n")
    stream.write("  ".join("-" * width for width in widths) + "\n")
    for row in listed:
        for number in range(max((len(lines) for lines in row), default=1)):
            cells = [(lines[number] if number < len(lines) else "").ljust(width) for lines, width in zip(row, widths, strict=True)]
            stream.write("  ".join(cells).rstrip() + "\n")
    return len(listed)


def folded(value: str) -> list[str]:
    import textwrap

    return [line for part in value.split("\n") for line in (textwrap.wrap(part, WIDEST) or [""])] or [""]


@contextmanager
def whole_file(path: Path, mode: str) -> Iterator[Any]:
    """A file to write to (mode w or wb) that appears whole or not at all: it is written beside its place, then moved there."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        with unfinished.open("wb") if "b" in mode else unfinished.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


WRITERS = {"table": write_table, "csv": write_csv, "json": write_json, "jsonl": write_jsonl}


def claim_sheet(
    connection: sqlite3.Connection,
    *,
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    claims: Sequence[str] = (),
    since: str | None = None,
) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The rows of claim_sheet that a selection means: any of the sources, actors and claims, recorded since a moment."""
    chosen, parameters = ["1"], list[Any]()
    for values, condition in (
        (sources, "source_id IN ({})"),
        (claims, "claim_id IN ({})"),
        (actors, "assertion_id IN (SELECT assertion_id FROM entity_claims WHERE entity_id IN ({}))"),
    ):
        if values:
            chosen.append(condition.format(", ".join("?" * len(values))))
            parameters += values
    if since:
        chosen.append("assertion_id IN (SELECT id FROM assertions WHERE recorded_at >= ?)")
        parameters.append(since)
    cursor = connection.execute(
        f"SELECT * FROM claim_sheet WHERE {' AND '.join(chosen)} ORDER BY source_id, start_char, level, assertion_id", parameters
    )
    return [column[0] for column in cursor.description], iter(cursor)

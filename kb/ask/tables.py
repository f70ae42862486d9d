"""Write rows as tables, CSV, JSON and JSON Lines. Values stay as they are: nothing is cut, nothing rounded."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TextIO

from kb.base.rows import column_names
from kb.base.selection import EVERYTHING, Selection
from kb.texts import csv_cells

WIDEST = 60


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write CSV with a head line, NULL as an empty field, and formulas as text; returns the number of rows."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow(["" if value is None else csv_cells.guarded(value) for value in row])
        count += 1
    return count


def write_jsonl(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a JSON object a line; returns the number of rows."""
    count = 0
    for row in rows:
        stream.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
        count += 1
    return count


def write_json(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write one JSON array of objects; returns the number of rows."""
    listed = [dict(zip(columns, row, strict=True)) for row in rows]
    stream.write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
    return len(listed)


def write_table(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write a table for reading, in which long values are folded over several lines; returns the number of rows."""
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
    """The lines of a value, none longer than WIDEST characters."""
    import textwrap

    return [line for part in value.split("\n") for line in (textwrap.wrap(part, WIDEST) or [""])] or [""]


@contextmanager
def whole_file(path: Path, mode: str) -> Iterator[Any]:
    """A file to write to (mode w or wb) that appears whole or not at all.

    It is written beside its place under a temporary name, then moved there.
    """
    unfinished = path.with_name(f".{path.name}.new")
    try:
        with unfinished.open("wb") if "b" in mode else unfinished.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def opened(target: str | Path | IO[Any], mode: str) -> Iterator[Any]:
    """The stream to write to, which is the target itself or a file of that name, as `whole_file` makes it."""
    if isinstance(target, (str, Path)):
        with whole_file(Path(target), mode) as stream:
            yield stream
    else:
        yield target


WRITERS = {"table": write_table, "csv": write_csv, "json": write_json, "jsonl": write_jsonl}


def claim_sheet(connection: sqlite3.Connection, selection: Selection = EVERYTHING) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """(columns, rows) of claim_sheet that a selection means."""
    conditions, parameters = ["1"], list[str]()
    for values, condition in (
        (selection.sources, "source_id IN ({})"),
        (selection.claims, "claim_id IN ({})"),
        (selection.actors, "assertion_id IN (SELECT assertion_id FROM entity_claims WHERE entity_id IN ({}))"),
    ):
        if values:
            conditions.append(condition.format(", ".join("?" * len(values))))
            parameters += values
    if selection.since:
        conditions.append("assertion_id IN (SELECT id FROM assertions WHERE recorded_at >= ?)")
        parameters.append(selection.since)
    cursor = connection.execute(
        f"SELECT * FROM claim_sheet WHERE {' AND '.join(conditions)} ORDER BY source_id, start_char, level, assertion_id", parameters
    )
    return column_names(cursor), iter(cursor)

"""Write a whole base as sorted text files that diff and merge, and read them back to equal rows.

One file a table, a row a line (JSON, keys in column order, rows sorted by key); the texts themselves one file a snapshot, and the
files that they were read out of, where they were not plain text, one file an original.
Revisions, runs and origins are part of it: what is loaded is the same base, not a copy of its present state.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kb import schema
from kb.errors import DataError, UsageError
from kb.tables import KEYS, ORDER, Row

MARK = "base.json"  # says that a folder is a dump, and of which schema; written last
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Apart:
    """A column that a dump keeps in files of its own, one a row, named by the row's key."""

    column: str
    folder: str
    key: str
    ending: str

    def path(self, folder: Path, row: Row) -> Path:
        return folder / self.folder / f"{row[self.key]}{self.ending}"


APART = {"snapshots": Apart("text", "texts", "id", ".txt"), "originals": Apart("bytes", "originals", "snapshot_id", ".bin")}


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Every row of a table, sorted by key."""
    columns = columns_of(connection, table)
    order = ", ".join(KEYS[table])
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"):
        yield dict(zip(columns, row, strict=True))


def dump(connection: sqlite3.Connection, folder: Path) -> int:
    """Write the base into a folder, new or dumped into before; returns the number of rows.

    The files of an earlier dump are replaced only when all the new ones are written.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise UsageError("the folder holds something else", where=str(folder), remedy="name a new folder, or one dumped into before")
    for part in APART.values():
        (folder / part.folder).mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    connection.execute("BEGIN")  # one moment of the base, whoever writes meanwhile
    try:
        count = sum(write_table(connection, folder, table, written) for table in ORDER)
        written.append(write(folder / ".gitattributes", b"* -text\n"))
        written.append(write(folder / MARK, json.dumps({"schema": schema.VERSION}).encode() + b"\n"))
        for path in written:
            path.replace(path.with_name(path.name.removesuffix(".new")))
    finally:
        connection.execute("COMMIT")
        for path in written:
            path.unlink(missing_ok=True)
    of_this_base = {path.name.removesuffix(".new") for path in written}
    for part in APART.values():
        for path in (folder / part.folder).glob(f"*{part.ending}"):
            if path.name not in of_this_base:
                path.unlink()
    return count


def write(path: Path, data: bytes) -> Path:
    """Write beside the place where the file is to be; returns where."""
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_bytes(data)
    return unfinished


def write_table(connection: sqlite3.Connection, folder: Path, table: str, written: list[Path]) -> int:
    written.append(folder / f"{table}.jsonl.new")
    with written[-1].open("w", encoding="utf-8", newline="\n") as file:
        count = 0
        for row in rows_of(connection, table):
            count += 1
            if part := APART.get(table):
                content = row.pop(part.column)
                written.append(write(part.path(folder, row), content if isinstance(content, bytes) else content.encode("utf-8")))
            file.write(json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False) + "\n")
    return count


@dataclass(frozen=True)
class Lines:
    """The rows of one table in a dump, read anew from its file each time they are gone through."""

    folder: Path
    table: str

    def __iter__(self) -> Iterator[Row]:
        path = self.folder / f"{self.table}.jsonl"
        try:
            with path.open(encoding="utf-8", newline="\n") as file:
                for number, line in enumerate(file, 1):
                    if line.strip():
                        yield self.complete(parsed(line, f"{path}, line {number}"), f"{path}, line {number}")
        except UnicodeDecodeError as error:
            raise DataError("not UTF-8", where=str(path), remedy="dump the base again") from error

    def complete(self, row: Row, where: str) -> Row:
        """The row with its key there, and a snapshot's text with it."""
        for column in KEYS[self.table]:
            if row.get(column) is None:
                raise DataError(f"{column} is missing", where=where, remedy="mend the line, or dump the base again")
        part = APART.get(self.table)
        return row | {part.column: self.content_of(part, row, where)} if part else row

    def content_of(self, part: Apart, row: Row, where: str) -> str | bytes:
        path = part.path(self.folder, row)
        if not path.is_file():
            raise DataError("a text of the dump is missing", where=f"{where}: {path}", remedy="dump the base again")
        data = path.read_bytes()
        if row.get("sha256") not in (hashlib.sha256(data).hexdigest(), hashlib.sha256(BOM + data).hexdigest()):
            raise DataError(
                "the text is not the one that was received", where=str(path), remedy="dump the base again; texts are never edited"
            )
        return data if part.column == "bytes" else data.decode("utf-8")


def parsed(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"not JSON: {error}", where=where, remedy="mend the line, or dump the base again") from error
    if not isinstance(row, dict):
        raise DataError("not a JSON object", where=where, remedy="mend the line, or dump the base again")
    return row


def read(folder: Path) -> dict[str, Lines]:
    """The rows of a dump, by table. They are read from the files as they are gone through: not all at once."""
    mark = folder / MARK
    if not mark.is_file():
        raise UsageError(f"not a dump: {MARK} is missing", where=str(folder), remedy="name a folder made by kb dump")
    try:
        version = int(json.loads(mark.read_text("utf-8"))["schema"])
    except (ValueError, TypeError, KeyError) as error:
        raise DataError("does not say which schema it is of", where=str(mark), remedy="dump the base again") from error
    if version > schema.VERSION:
        raise DataError(
            f"dumped by a newer version (schema {version})", where=str(folder), remedy="install a newer version of this program"
        )
    for table in ORDER:
        if not (folder / f"{table}.jsonl").is_file():
            raise DataError("a file of the dump is missing", where=str(folder / f"{table}.jsonl"), remedy="dump the base again")
    return {table: Lines(folder, table) for table in ORDER}


def load(connection: sqlite3.Connection, rows: Mapping[str, Iterable[Row]]) -> tuple[int, list[str]]:
    """Put rows into a base as they are: see kb.loading."""
    from kb import loading

    return loading.load(connection, rows)

"""Write a whole base as sorted text files that diff and merge, and read them back to equal rows.

One file a table, a row a line (JSON, keys in column order, rows sorted by key); the texts themselves one file a snapshot, and the
files that they were read out of, where they were not plain text, one file an original.
Revisions, runs, origins and digests are part of it: what is loaded is the same base, not a copy of its present state.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.base import private_files, purged, schema, settings
from kb.base.model import KEYS, ORDER, SINCE, Row
from kb.base.rows import columns_of, dicts
from kb.errors import DataError, UsageError

MARK = "base.json"  # says that a folder is a dump, and of which schema; written last
DIGESTS = "digests"  # by which values that changed since are found; a dump of an older version has none
KEYS_OF = KEYS | {DIGESTS: ("table_name", "row_id")}
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Apart:
    """A column that a dump keeps in files of its own, one file a row, named by the row's key."""

    column: str
    folder: str
    key: str
    ending: str

    def path(self, folder: Path, row: Row) -> Path:
        """The file that holds the column of this row."""
        return folder / self.folder / f"{row[self.key]}{self.ending}"


APART = {"snapshots": Apart("text", "texts", "id", ".txt"), "originals": Apart("bytes", "originals", "snapshot_id", ".bin")}


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Every row of a table, sorted by key."""
    columns = columns_of(connection, table)
    order = ", ".join(KEYS_OF[table])
    yield from dicts(connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"))


def dump(connection: sqlite3.Connection, folder: Path) -> int:
    """Write the base into a new folder, or one dumped into before, and return the number of rows.

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
        write_table(connection, folder, DIGESTS, written)
        written.append(write(folder / ".gitattributes", b"* -text\n"))
        written.append(write(folder / MARK, json.dumps(mark_of(connection)).encode() + b"\n"))
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


def mark_of(connection: sqlite3.Connection) -> dict[str, object]:
    """What a dump says of itself: the version of its schema, and the base IRI where the base records one."""
    iri = settings.base_iri(connection)
    return {"schema": schema.VERSION} | ({"base_iri": iri} if iri else {})


def base_iri(folder: Path) -> str | None:
    """The base IRI that the dumped base recorded, or None."""
    iri = json.loads((folder / MARK).read_text("utf-8")).get("base_iri")
    return None if iri is None else str(iri)


def write(path: Path, data: bytes) -> Path:
    """Write a file under a temporary name beside its place, and return that path."""
    unfinished = path.with_name(path.name + ".new")
    private_files.create(unfinished)
    unfinished.write_bytes(data)
    return unfinished


def write_table(connection: sqlite3.Connection, folder: Path, table: str, written: list[Path]) -> int:
    """Write the rows of a table under a temporary name, and return their number; each path written is added to `written`."""
    written.append(folder / f"{table}.jsonl.new")
    private_files.create(written[-1])
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
    """The rows of one table in a dump, read anew from its file each time they are iterated over."""

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
        """The row with the content of its file, such as a snapshot's text. Raises DataError for a row without its key."""
        for column in KEYS_OF[self.table]:
            if row.get(column) is None:
                raise DataError(f"{column} is missing", where=where, remedy="mend the line, or dump the base again")
        part = APART.get(self.table)
        return row | {part.column: self.content_of(part, row, where)} if part else row

    def content_of(self, part: Apart, row: Row, where: str) -> str | bytes:
        """The text or bytes that the dump keeps in a file of its own. Raises DataError where they are not those that were received."""
        path = part.path(self.folder, row)
        if not path.is_file():
            raise DataError("a text of the dump is missing", where=f"{where}: {path}", remedy="dump the base again")
        data = path.read_bytes()
        if row.get("purged_in_id") or (part.column == "bytes" and data == purged.NO_FILE):
            return data if part.column == "bytes" else data.decode("utf-8")  # its digest is that of words that are gone
        if row.get("sha256") not in (hashlib.sha256(data).hexdigest(), hashlib.sha256(BOM + data).hexdigest()):
            raise DataError(
                "the text is not the one that was received", where=str(path), remedy="dump the base again; texts are never edited"
            )
        return data if part.column == "bytes" else data.decode("utf-8")


def parsed(line: str, where: str) -> Row:
    """The JSON object in a line. Raises DataError."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"not JSON: {error}", where=where, remedy="mend the line, or dump the base again") from error
    if not isinstance(row, dict):
        raise DataError("not a JSON object", where=where, remedy="mend the line, or dump the base again")
    return row


def read(folder: Path) -> dict[str, Iterable[Row]]:
    """The rows of a dump by table, each table read from its file while it is iterated over.

    Raises UsageError for a folder that is no dump, DataError for a damaged dump or one of a newer version.
    """
    mark = folder / MARK
    if not mark.is_file():
        raise UsageError(f"not a dump: {MARK} is missing", where=str(folder), remedy="name a folder that a dump was written to")
    try:
        version = int(json.loads(mark.read_text("utf-8"))["schema"])
    except (ValueError, TypeError, KeyError) as error:
        raise DataError("does not say which schema it is of", where=str(mark), remedy="dump the base again") from error
    if version > schema.VERSION:
        raise DataError(
            f"dumped by a newer version (schema {version})", where=str(folder), remedy="install a newer version of this program"
        )
    tables = [table for table in ORDER if SINCE.get(table, 1) <= version]
    for table in tables:
        if not (folder / f"{table}.jsonl").is_file():
            raise DataError("a file of the dump is missing", where=str(folder / f"{table}.jsonl"), remedy="dump the base again")
    kept = (DIGESTS,) if version >= SINCE["conflicts"] and (folder / f"{DIGESTS}.jsonl").is_file() else ()
    rows: dict[str, Iterable[Row]] = {table: Lines(folder, table) for table in (*tables, *kept)}
    if iri := base_iri(folder):
        rows["settings"] = [{"base_iri": iri}]
    return rows

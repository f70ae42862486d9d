"""Write a whole base as sorted text files that diff and merge, and read them back to equal rows.

One file a table, a row a line (JSON, keys in column order, rows sorted by key); the texts themselves one file a snapshot.
Revisions, runs and origins are part of it: what is loaded is the same base, not a copy of its present state.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kb import schema, search
from kb.errors import DataError, UsageError
from kb.store import transaction
from kb.tables import COMPUTED, KEYS, ORDER, Row, bound, key_of, matching, row_id

# Columns that may refer to rows loaded later: set once all rows are there.
LATER = {
    "actors": ("part_of_id",),
    "things": ("part_of_id",),
    "events": ("part_of_id", "place_id"),
    "sources": ("publisher_id", "snapshot_id"),
    "claims": ("merged_into_id",),
}


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?) ORDER BY cid", (table,))]


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Every row of a table, sorted by key."""
    columns = columns_of(connection, table)
    order = ", ".join(KEYS[table])
    for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}"):
        yield dict(zip(columns, row, strict=True))


def dump(connection: sqlite3.Connection, folder: Path) -> int:
    """Write the base into a folder, new or dumped into before; returns the number of rows."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "base.json").exists():
        raise UsageError("the folder holds something else", where=str(folder), remedy="name a new folder, or one dumped into before")
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    count = 0
    connection.execute("BEGIN")  # one moment of the base, whoever writes meanwhile
    try:
        for table in ORDER:
            with (folder / f"{table}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
                for row in rows_of(connection, table):
                    if table == "snapshots":
                        (folder / "texts" / f"{row['id']}.txt").write_bytes(row.pop("text").encode("utf-8"))
                    file.write(json.dumps({key: value for key, value in row.items() if value is not None}, ensure_ascii=False) + "\n")
                    count += 1
    finally:
        connection.execute("COMMIT")
    (folder / "base.json").write_text(json.dumps({"schema": schema.VERSION}) + "\n", encoding="utf-8")
    (folder / ".gitattributes").write_text("* -text\n", encoding="utf-8")
    return count


def read(folder: Path) -> dict[str, list[Row]]:
    """The rows of a dump, by table."""
    if not (folder / "base.json").is_file():
        raise UsageError("not a dump: base.json is missing", where=str(folder), remedy="name a folder made by kb dump")
    version = json.loads((folder / "base.json").read_text("utf-8"))["schema"]
    if version > schema.VERSION:
        raise DataError(
            f"dumped by a newer version (schema {version})", where=str(folder), remedy="install a newer version of this program"
        )
    rows: dict[str, list[Row]] = {}
    for table in ORDER:
        path = folder / f"{table}.jsonl"
        if not path.is_file():
            raise DataError("a file of the dump is missing", where=str(path), remedy="dump the base again")
        rows[table] = [parsed(line, path, number) for number, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line]
    for row in rows["snapshots"]:
        row["text"] = (folder / "texts" / f"{row['id']}.txt").read_bytes().decode("utf-8")
    return rows


def parsed(line: str, path: Path, number: int) -> Row:
    try:
        row: Row = json.loads(line)
    except ValueError as error:
        raise DataError(f"not JSON: {error}", where=f"{path}, line {number}", remedy="mend the line, or dump the base again") from error
    return row


def load(connection: sqlite3.Connection, rows: dict[str, list[Row]]) -> tuple[int, list[str]]:
    """Put rows into a base as they are: runs, times, ids and statuses too. Writes no run of its own.

    Rows that are there already are left; (number of rows put in, what differs from rows that are there).
    """
    differing: list[str] = []
    count = 0
    with transaction(connection):
        connection.execute("INSERT INTO change_context(one, restoring) VALUES (1, 1)")
        if rows.get("vocabulary") and is_empty(connection):
            connection.execute("DELETE FROM vocabulary")  # a restored base has the words it had, no more and no less
        later: list[tuple[str, Row]] = []
        for table in ORDER:
            listed = rows.get(table, [])
            if table == "assertions":
                listed = sorted(listed, key=lambda row: row["level"])
            if table == "entities":
                later += [("entities", row) for row in listed if row.get("status", "current") != "current"]
                continue
            for row in listed:
                put_in, difference = restore(connection, table, row)
                count += put_in
                if difference:
                    differing.append(difference)
                elif put_in and table in LATER and any(row.get(column) is not None for column in LATER[table]):
                    later.append((table, row))
        for table, row in later:
            finish(connection, table, row)
        connection.execute("DELETE FROM change_context")
    return count, differing


def restore(connection: sqlite3.Connection, table: str, row: Row) -> tuple[bool, str]:
    """(whether the row was put in, how it differs from the one that is there)."""
    key = key_of(table, row)
    kept = {column: value for column, value in row.items() if column not in COMPUTED.get(table, ()) and column not in LATER.get(table, ())}
    there = connection.execute(f"SELECT * FROM {table} WHERE {matching(key)}", bound(key))
    found = there.fetchone()
    if found:
        present = dict(zip((column[0] for column in there.description), found, strict=True))
        unlike = [column for column, value in row.items() if present[column] != value and column not in COMPUTED.get(table, ())]
        return False, f"{table} {row_id(key)}: {', '.join(unlike)}" if unlike and table != "vocabulary" else ""
    try:
        columns = ", ".join(kept)
        connection.execute(f"INSERT INTO {table}({columns}) VALUES ({', '.join(':' + column for column in kept)})", kept)
    except sqlite3.Error as error:
        raise DataError(str(error), where=f"{table} {row_id(key)}", remedy="mend the row, and load again") from error
    return True, ""


def finish(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Set what could refer to rows that were loaded later."""
    if table == "entities":
        connection.execute(
            "UPDATE entities SET status = :status, merged_into_id = :merged WHERE id = :id", {"merged": row.get("merged_into_id")} | row
        )
        return
    setting = {column: row.get(column) for column in LATER[table] if row.get(column) is not None}
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = :{column}' for column in setting)} WHERE id = :id", setting | {"id": row["id"]}
    )


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever recorded here."""
    return not connection.execute(
        "SELECT 1 FROM runs UNION ALL SELECT 1 FROM entities UNION ALL SELECT 1 FROM predicates LIMIT 1"
    ).fetchone()


def load_folder(connection: sqlite3.Connection, folder: Path) -> tuple[int, list[str]]:
    result = load(connection, read(folder))
    search.rebuild(connection)
    return result

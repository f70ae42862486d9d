"""The model's files: where they are, what they say, and putting them into a base.

`schema/` stands beside `kb/` in a checkout, and as `kb/schema_files` inside it in an installed wheel.
"""

from __future__ import annotations

import functools
import re
import sqlite3
import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

VERSION = 3
APPLICATION_ID = 0x6B62_6173  # "kbas": tells our files from other SQLite databases


def folder() -> Traversable:
    """The folder that holds the model's files."""
    beside = Path(__file__).resolve().parent.parent / "schema"
    return beside if (beside / "schema.sql").is_file() else resources.files("kb") / "schema_files"


@functools.cache
def read(name: str) -> str:
    """The text of one of the model's files."""
    return (folder() / name).read_text("utf-8")


@functools.cache
def vocabulary() -> list[tuple[str, str, str, str, str | None]]:
    """(field, value, label, description, iri) for each word the model ships with."""
    words = tomllib.loads(read("vocabulary.toml"))
    return [
        (field, value, word["label"], word["description"], word.get("iri"))
        for field, values in words.items()
        for value, word in values.items()
    ]


def create(connection: sqlite3.Connection) -> None:
    """Lay tables, laws, words and views into an empty database, in the transaction that is open."""
    run_script(connection, read("schema.sql"))
    connection.executemany("INSERT INTO vocabulary(field, value, label, description, iri) VALUES (?, ?, ?, ?, ?)", vocabulary())
    create_views(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def add_new_words(connection: sqlite3.Connection) -> int:
    """Add the words that this version ships with and the base has not met; words that a base has are left as they are."""
    known = set(connection.execute("SELECT field, value FROM vocabulary"))
    new = [word for word in vocabulary() if word[:2] not in known]
    connection.executemany("INSERT INTO vocabulary(field, value, label, description, iri) VALUES (?, ?, ?, ?, ?)", new)
    return len(new)


def create_views(connection: sqlite3.Connection) -> None:
    """Make the views anew: they hold no data, so an older base simply gets the present ones."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name <> 'part_of'").fetchall():
        connection.execute(f'DROP VIEW "{name}"')
    for name in ("views.sql", "rdf_views.sql"):
        run_script(connection, read(name))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one inside the open transaction; executescript() would commit it first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if ";" in line and sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if re.sub(r"--[^\n]*", "", statement).strip():
        connection.execute(statement)


def descriptions() -> dict[str, tuple[str, dict[str, str]]]:
    """{table or view: (its description, {column: description})}, read from the comments in the model's files.

    After `CREATE TABLE name (` and at the end of each column stands its description; a view describes columns of its own in
    lines `-- column: description`, and otherwise inherits the description of a column of the same name.
    """
    found: dict[str, tuple[str, dict[str, str]]] = {}
    columns: dict[str, str] = {}
    current = None
    for line in "\n".join(read(name) for name in ("schema.sql", "views.sql", "rdf_views.sql")).splitlines():
        if begins := re.match(r"CREATE (?:TABLE|VIEW) (\w+).*?-- (.+)", line):
            columns, current = {}, None
            found[begins[1]] = (begins[2], columns)
        elif described := re.match(r"  -- (\w+): (.+)", line):
            columns[described[1]] = described[2]
        elif column := re.match(r"  (\w+) (?:TEXT|INTEGER|REAL|BLOB)\b", line):
            current = column[1]
        if current and (comment := re.search(r" -- (.+)$", line)):
            columns[current] = comment[1]
            current = None
    return found

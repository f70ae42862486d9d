"""Find and read the files of the model, and create a base from them.

`schema/` stands beside `kb/` in a checkout, and as `kb/schema_files` inside it in an installed wheel.
"""

from __future__ import annotations

import functools
import re
import sqlite3
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

VERSION = 8
APPLICATION_ID = 0x6B62_6173  # "kbas": tells our files from other SQLite databases

# Tables that triggers keep, or that hold no record of their own: no content.
BOOKKEEPING = {
    "settings",
    "change_context",
    "dates",
    "never",
    "claims_awaiting_assertion",
    "stand_ins",
    "text_pieces",
    "digests",
    "unswept",
}
VIEWS_OF_LAWS = ("part_of", "counted_affiliations", "standing_affiliations")  # views of schema.sql, which triggers read


@dataclass
class Table:
    """A table as SQLite reports it: its columns in order, key, other unique keys, and references as (column, table)."""

    name: str
    columns: list[str]
    key: list[str]
    unique: list[list[str]] = field(default_factory=list)
    references: list[tuple[str, str]] = field(default_factory=list)


def read_tables(connection: sqlite3.Connection) -> dict[str, Table]:
    """Read every content table of an open database."""
    tables = {}
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    for (name,) in connection.execute(names).fetchall():
        if name in BOOKKEEPING:
            continue
        info = connection.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
        key = [column for column, position in sorted(info, key=lambda row: row[1]) if position]
        unique = []
        for (index,) in connection.execute(
            "SELECT name FROM pragma_index_list(?) WHERE \"unique\" AND origin = 'u' ORDER BY name", (name,)
        ):
            unique.append([row[0] for row in connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (index,))])
        references = connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?) ORDER BY id DESC', (name,)).fetchall()
        tables[name] = Table(name, [column for column, _ in info], key, unique, references)
    return tables


def folder() -> Path:
    """The folder that holds the model's files."""
    beside = Path(__file__).resolve().parents[2] / "schema"
    return beside if (beside / "schema.sql").is_file() else Path(__file__).resolve().parents[1] / "schema_files"


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
    """Create tables, laws, words and views in an empty database, in the open transaction."""
    create_tables(connection)
    connection.executemany("INSERT INTO vocabulary(field, value, label, description, iri) VALUES (?, ?, ?, ?, ?)", vocabulary())
    create_views(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the tables and all their laws, those that follow from the keys last, without words or views."""
    for name in ("schema.sql", "derived.sql"):
        run_script(connection, read(name))


def add_new_words(connection: sqlite3.Connection) -> int:
    """Add the words that this version ships with and the base lacks, and return their number.

    Words that the base has are left as they are.
    """
    known = set(connection.execute("SELECT field, value FROM vocabulary"))
    new = [word for word in vocabulary() if word[:2] not in known]
    connection.executemany("INSERT INTO vocabulary(field, value, label, description, iri) VALUES (?, ?, ?, ?, ?)", new)
    return len(new)


def add_words_of_new_columns(connection: sqlite3.Connection) -> None:
    """Add the words of each column for which the base has none.

    Such a base was filled by a version that did not have the column.
    """
    known = {row[0] for row in connection.execute("SELECT DISTINCT field FROM vocabulary")}
    new = [word for word in vocabulary() if word[0] not in known]
    connection.executemany("INSERT INTO vocabulary(field, value, label, description, iri) VALUES (?, ?, ?, ?, ?)", new)


def create_views(connection: sqlite3.Connection) -> None:
    """Create the views anew. They hold no data, so an older base simply gets the present ones."""
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        if name not in VIEWS_OF_LAWS:
            connection.execute(f'DROP VIEW "{name}"')
    for name in ("views.sql", "rdf_views.sql"):
        run_script(connection, read(name))


def run_script(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one inside the open transaction, since executescript() would commit it first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if ";" in line and sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if re.sub(r"--[^\n]*", "", statement).strip():
        connection.execute(statement)


@functools.cache
def descriptions() -> dict[str, tuple[str, dict[str, str]]]:
    """{table or view: (its description, {column: description})}, read once from the comments in the model's files. Not to be changed.

    After `CREATE TABLE name (` and at the end of each column stands its description. A view describes its columns in lines `-- column:
    description`, or says `-- Columns: those of VIEW`, an earlier view whose columns it has, perhaps `without` one of them.
    """
    described_tables: dict[str, tuple[str, dict[str, str]]] = {}
    columns: dict[str, str] = {}
    current = None
    for line in "\n".join(read(name) for name in ("schema.sql", "views.sql", "rdf_views.sql")).splitlines():
        if begins := re.match(r"CREATE (?:TABLE|VIEW) (\w+).*?-- (.+)", line):
            columns, current = {}, None
            described_tables[begins[1]] = (begins[2], columns)
        elif same := re.match(r"  -- Columns: those of (\w+?)(?: without (\w+))?\.$", line):
            columns.update({name: text for name, text in described_tables[same[1]][1].items() if name != same[2]})
        elif described := re.match(r"  -- (\w+): (.+)", line):
            columns[described[1]] = described[2]
        elif column := re.match(r"  (\w+) (?:TEXT|INTEGER|REAL|BLOB)\b", line):
            current = column[1]
        if current and (comment := re.search(r" -- (.+)$", line)):
            columns[current] = comment[1]
            current = None
    return described_tables

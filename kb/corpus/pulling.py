"""Bring articles of a lake, with the proposals that wait, into a base, through the same laws as a dump that is loaded into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kb.base.model import ORDER, Row
from kb.corpus import columns
from kb.corpus.closing import owner
from kb.corpus.lake import OF_ARTICLES, OF_RUN, SHARED, Lake
from kb.errors import DataError, UsageError
from kb.exchange import load
from kb.exchange.load import Loaded

# Columns by which the rows of an article name actors, who stand in the lake, or in the base that it was read with.
NAMING = {"sources": "publisher_id", "source_authors": "actor_id", "sections": "speaker_id", "proposals": "speaker_id"}
OF_ARTICLE = ("file", "sha256", "text_sha256", "proposals")  # what a condition may use besides the columns of sources


@dataclass(frozen=True)
class Chosen:
    """The articles of a lake that a condition chooses, by the parts that hold them, and the actors whom they name."""

    by_part: Mapping[str, tuple[Row, ...]]
    actors: frozenset[str]

    @property
    def count(self) -> int:
        """The number of articles."""
        return sum(map(len, self.by_part.values()))


def choose(lake: Lake, where: str | None) -> Chosen:
    """Choose articles by an SQL condition on the columns of `sources`, and on OF_ARTICLE of `articles`.

    Raises UsageError for a condition that SQLite does not understand.
    """
    lake.refuse_unfinished()
    return chosen_of({part: rows for part in lake.parts() if (rows := tuple(of_part(lake, part, where)))}, lake)


def chosen_of(by_part: Mapping[str, tuple[Row, ...]], lake: Lake) -> Chosen:
    """The rows of `articles` by part, with the actors whom these articles name."""
    named = set[str]()
    for part, rows in by_part.items():
        for table, column in NAMING.items():
            named |= {row[column] for row in rows_of(lake, part, rows, table) if row[column] is not None}
    return Chosen(by_part, frozenset(named))


def of_part(lake: Lake, part: str, where: str | None) -> Iterator[Row]:
    """The rows of `articles` in a part that a condition chooses."""
    rows = list(columns.read(lake.file("articles", part)))
    if where is None:
        yield from rows
        return
    connection = sqlite3.connect(":memory:")
    for table, filled in (("sources", columns.read(lake.file("sources", part))), ("articles", rows)):
        names = list(columns.declared()[table])
        connection.execute(f"CREATE TABLE {table} ({', '.join(names)})")
        marks = ", ".join("?" * len(names))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", ([row[name] for name in names] for row in filled))
    usable = (*(f"sources.{name}" for name in columns.declared()["sources"]), *OF_ARTICLE)
    try:
        connection.execute(f"CREATE VIEW article AS SELECT {', '.join(usable)} FROM articles JOIN sources ON sources.id = source_id")
        found = {sha256 for (sha256,) in connection.execute(f"SELECT sha256 FROM article WHERE {where}\n")}
    except (sqlite3.Error, sqlite3.Warning) as error:
        remedy = f"it may use {', '.join(name.removeprefix('sources.') for name in usable)}"
        raise UsageError(f"the condition does not fit: {error}", where="where", remedy=remedy) from error
    finally:
        connection.close()
    yield from (row for row in rows if row["sha256"] in found)


def rows_of(lake: Lake, part: str, chosen: tuple[Row, ...], table: str) -> Iterator[Row]:
    """The rows of a table that the chosen articles of a part gave."""
    wanted = {owner(table, row) for row in chosen}
    column = next(iter(wanted))[0]
    values = {value for _, value in wanted}
    yield from (row for row in columns.read(lake.file(table, part)) if row[column] in values)


@dataclass(frozen=True)
class Rows:
    """The rows of a table that go with the chosen articles, which can be iterated over more than once, from the files each time."""

    lake: Lake
    chosen: Chosen
    table: str

    def __iter__(self) -> Iterator[Row]:
        return table_of(self.lake, self.chosen, self.table)


def table_of(lake: Lake, chosen: Chosen, table: str) -> Iterator[Row]:
    """The rows of a table that go with the chosen articles."""
    if table in OF_RUN:
        for file in lake.files(table):
            yield from columns.read(file)
    if table in OF_ARTICLES:
        for part, rows in chosen.by_part.items():
            yield from rows_of(lake, part, rows, table)
    if table in SHARED:  # each article gives those whom it needs; that others give them, too, does no harm
        for part, rows in chosen.by_part.items():
            of = {row["sha256"] for row in rows}
            yield from (row for row in columns.read(lake.shared_file(table, part)) if row.pop(columns.ARTICLE) in of)


def pull(connection: sqlite3.Connection, lake: Lake, chosen: Chosen, *, contributor: str | None = None) -> Loaded:
    """Load the chosen articles into a base, all or none.

    Raises DataError where a law refuses a row, where they name actors whom neither has, or where the base would have a fault.
    """
    refuse_unknown_actors(connection, lake, chosen)
    known = connection.execute(
        "SELECT 1 FROM runs WHERE id = ?", (lake.settings.run_id,)
    ).fetchone()  # it may end later than it was known to
    tables = {*OF_ARTICLES, *SHARED, *(() if known else OF_RUN)}
    rows = {table: Rows(lake, chosen, table) for table in ORDER if table in tables}
    return load.load(connection, rows, contributor=contributor)


def refuse_unknown_actors(connection: sqlite3.Connection, lake: Lake, chosen: Chosen) -> None:
    """Raise DataError where articles name actors of the base that the lake was read with, whom this base does not have."""
    there = {row["id"] for row in table_of(lake, chosen, "actors")}
    sql = "SELECT 1 FROM actors WHERE id = ?"
    missing = sorted(each for each in chosen.actors - there if not connection.execute(sql, (each,)).fetchone())
    if missing:
        shown = ", ".join(missing[:5]) + (", …" if len(missing) > 5 else "")
        remedy = "pull into a base that has them, such as a copy of the one whose names the lake was read with"
        raise DataError(f"the articles name {len(missing)} actors whom this base does not have: {shown}", where="actors", remedy=remedy)

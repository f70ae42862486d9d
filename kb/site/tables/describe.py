"""Gives Datasette, as it starts, the metadata of every base of ours among its databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from types import MethodType
from typing import TYPE_CHECKING, Any

from kb.ask import questions
from kb.base.settings import base_iri
from kb.site.database import RECORDED, Base, is_base, take_over
from kb.site.tables import metadata

if TYPE_CHECKING:
    from datasette.app import Datasette

# Marks our questions among Datasette's stored queries, so that those of an earlier version can be removed.
QUERY_SOURCE = "kb"


async def describe_bases(datasette: Datasette) -> None:
    """Datasette's hook startup, which describes each base of ours and leaves other databases alone."""
    ours = [database for database in datasette.databases.values() if await is_base(database)]
    replaced = {database.name: database if isinstance(database, Base) else take_over(database) for database in ours}
    datasette.databases = {**datasette.databases, **replaced}  # keeps the order of the command line
    batch = Batch(datasette)
    if ours:
        await batch.set_instance_metadata("title", metadata.TITLE)
        await batch.set_instance_metadata("description", metadata.DESCRIPTION)
    if replaced:
        setattr(datasette, RECORDED, await next(iter(replaced.values())).execute_fn(base_iri))
    for database in ours:
        assertions = await replaced[database.name].execute("SELECT count(*) FROM assertions")
        configure(datasette, database.name, assertions.single_value())
        await describe_tables(batch, database.name)
        await add_questions(batch, database.name, datasette.urls)
    await batch.write()


class Batch:
    """A stand-in for Datasette that collects the writes of its methods, so that they can run in one transaction.

    The methods are Datasette's own, called on this object, so that only Datasette knows how it stores its metadata.
    """

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette
        self.statements: list[tuple[str, Sequence[object]]] = []

    def __getattr__(self, name: str) -> Any:
        return MethodType(getattr(type(self.datasette), name), self)

    def get_internal_database(self) -> Batch:
        """This object, so that Datasette's methods write to it."""
        return self

    async def execute_write(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Keep a statement for `write`."""
        self.statements.append((sql, parameters))

    async def write(self) -> None:
        """Run the collected statements in one transaction."""

        def run(connection: sqlite3.Connection) -> None:
            for sql, parameters in self.statements:
                connection.execute(sql, parameters)

        await self.datasette.get_internal_database().execute_write_fn(run)


def configure(datasette: Datasette, database: str, assertions: int) -> None:
    """Set labels, orders, facets and search of the tables, except where Datasette's configuration sets them already."""
    if datasette.config is None:
        datasette.config = {}
    tables = datasette.config.setdefault("databases", {}).setdefault(database, {}).setdefault("tables", {})
    for table, settings in metadata.table_settings(assertions).items():
        tables[table] = {**settings, **tables.get(table, {})}


async def describe_tables(datasette: Datasette | Batch, database: str) -> None:
    """Set the titles and descriptions of the database, its tables and their columns."""
    await datasette.set_database_metadata(database, "title", metadata.TITLE)
    await datasette.set_database_metadata(database, "description", metadata.DESCRIPTION)
    for table, description in metadata.descriptions().items():
        await datasette.set_resource_metadata(database, table, "title", description.title)
        await datasette.set_resource_metadata(database, table, "description", description.description)
        for column, text in description.columns.items():
            await datasette.set_column_metadata(database, table, column, "description", text)


async def add_questions(datasette: Datasette | Batch, database: str, urls: Any) -> None:
    """Store the named questions as Datasette's queries, and remove those of an earlier version.

    They are read-only, so open to everyone who may see the base.
    """
    await datasette.get_internal_database().execute_write(
        "DELETE FROM queries WHERE source = ? AND database_name = ?", [QUERY_SOURCE, database]
    )
    for question in questions.load():
        await datasette.add_query(
            database,
            question.name,
            question.sql,
            title=question.title,
            description=question.description,
            description_html=metadata.question_html(question, urls.query(database, question.name)),
            parameters=[parameter.name for parameter in question.parameters],
            is_write=False,
            is_trusted=True,  # runs where arbitrary SQL is switched off
            source=QUERY_SOURCE,
        )

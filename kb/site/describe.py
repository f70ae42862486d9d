"""Tell Datasette, as it starts, about every base of ours among the files it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb import questions, schema
from kb.site import metadata

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

# Marks the questions we put among Datasette's stored queries, so that those of an earlier version can be taken away.
QUERY_SOURCE = "kb"
MARK = "holds_who_says_what"  # the attribute of Datasette's object for a database of ours


async def tell(datasette: Datasette) -> None:
    """Describe each base of ours; other databases are left alone."""
    ours = [database for database in datasette.databases.values() if await is_ours(database)]
    if ours:
        await datasette.set_instance_metadata("title", metadata.TITLE)
        await datasette.set_instance_metadata("description", metadata.DESCRIPTION)
    for database in ours:
        setattr(database, MARK, True)
        configure(datasette, database.name)
        await describe_tables(datasette, database.name)
        await add_questions(datasette, database.name)


async def is_ours(database: Database) -> bool:
    application = (await database.execute("PRAGMA application_id")).single_value()
    return bool(application == schema.APPLICATION_ID)


def bases(datasette: Datasette) -> list[Database]:
    """The databases that were found to be ours when the site started, in the order they were given; pages show the first."""
    return [database for database in datasette.databases.values() if getattr(database, MARK, False)]


def configure(datasette: Datasette, database: str) -> None:
    """Labels, orders, facets, search; what the person who started Datasette configured goes before ours."""
    if datasette.config is None:
        datasette.config = {}
    tables = datasette.config.setdefault("databases", {}).setdefault(database, {}).setdefault("tables", {})
    for table, settings in metadata.table_settings().items():
        tables[table] = {**settings, **tables.get(table, {})}


async def describe_tables(datasette: Datasette, database: str) -> None:
    """Titles and descriptions, of tables and of columns."""
    await datasette.set_database_metadata(database, "title", metadata.TITLE)
    await datasette.set_database_metadata(database, "description", metadata.DESCRIPTION)
    for table, told in metadata.descriptions().items():
        await datasette.set_resource_metadata(database, table, "title", told.title)
        await datasette.set_resource_metadata(database, table, "description", told.description)
        for column, text in told.columns.items():
            await datasette.set_column_metadata(database, table, column, "description", text)


async def add_questions(datasette: Datasette, database: str) -> None:
    """The named questions as stored queries: read-only, so open to whoever may see the base; none is kept that we no longer have."""
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
            description_html=metadata.question_html(question, datasette.urls.query(database, question.name)),
            parameters=[parameter.name for parameter in question.parameters],
            is_write=False,
            is_trusted=True,  # runs where arbitrary SQL is switched off
            source=QUERY_SOURCE,
        )

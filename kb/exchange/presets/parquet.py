"""Every table and view as a Parquet file with typed columns, for DuckDB, Polars, pandas and Spark.

Columns have the types of the tables. EDTF dates stay text, as no type of a date holds them; the times that the base records are timestamps
in UTC. DuckDB cannot run most of the views of an attached base, and need not: their rows are here.
"""

from __future__ import annotations

import datetime
import itertools
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.ask.tables import whole_file
from kb.base.model import KEYS
from kb.errors import DataError
from kb.exchange.presets.preset import Excerpt, Preset
from kb.rdf.export import withholds
from kb.rdf.selection import BELONGINGS, ids_of

if TYPE_CHECKING:
    import pyarrow as pa

MOST_ROWS = 5_000  # rows in memory at once
FEW_ROWS = {"snapshots": 16, "originals": 4}  # rows that hold a whole text or file
VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view' AND name NOT LIKE 'rdf\\_%' ESCAPE '\\' ORDER BY name"
# Columns of views that SQLite computes, and therefore gives no type, where they are no text.
COUNTS = frozenset(
    (
        *(
            "innermost",
            "counted",
            "sources",
            "claims",
            "origins",
            "independent",
            "claims_about",
            "sources_about",
            "claims_by",
            "claims_in",
            "events",
        ),
        *("innermost_speakers", "affirming_sources", "affirming_speakers", "denying_sources", "denying_speakers"),
    )
)
TIMES = frozenset({"recorded_at", "started_at", "ended_at", "retrieved_at", "at"})
# What narrows a view to the rows that are exported, by a column that it has.
NARROWING = (
    ("assertion_id", "assertions"),
    ("claim_id", "claims"),
    ("from_claim_id", "claims"),
    ("event_id", "events"),
    ("entity_id", "entities"),
)


def write(excerpt: Excerpt, folder: Path) -> None:
    """Write a file for each table and view, named after it."""
    try:
        import pyarrow.parquet  # noqa: F401 - asked for before the first file is written
    except ImportError as error:
        raise DataError("Parquet needs pyarrow", remedy="install the extra parquet: pip install 'source-tracking-kb[parquet]'") from error
    for table in KEYS:
        write_part(excerpt, folder, table, part_of_table(table))
    for view in [name for (name,) in excerpt.connection.execute(VIEWS)]:
        write_part(excerpt, folder, view, part_of_view([name for name, _ in columns(excerpt.connection, view)]))


def part_of_table(table: str) -> str | None:
    """The condition on the rows of a table in an excerpt; None for a table that has no part."""
    if table == "vocabulary":  # words mean the same whatever is chosen
        return "1"
    if table in ("originals", "proposals"):
        return f"t.snapshot_id IN {ids_of('snapshots')}"
    belonging = next(((column, target) for name, column, target in BELONGINGS if name == table), None)
    if belonging:
        return f"t.{belonging[0]} IN {ids_of(belonging[1])}"
    return f"t.id IN {ids_of(table)}" if KEYS[table] == ("id",) else None


def part_of_view(names: Sequence[str]) -> str | None:
    """The condition on the rows of a view with these columns; None for a view without one that tells."""
    return next((f"t.{column} IN {ids_of(table)}" for column, table in NARROWING if column in names), None)


def write_part(excerpt: Excerpt, folder: Path, name: str, condition: str | None) -> None:
    """Write the rows of a table or view that are exported, or report that it has no part."""
    if not excerpt.selection:
        write_rows(excerpt, folder, name, "1")
    elif condition is None:
        excerpt.loss.lose(
            f"all of {name}",
            "its rows cannot be told apart by what was selected; export the whole",
            excerpt.count(f"SELECT count(*) FROM {name}"),
        )
    else:
        write_rows(excerpt, folder, name, condition)


def write_rows(excerpt: Excerpt, folder: Path, name: str, condition: str) -> None:
    """Write the rows of one table or view that meet a condition on the alias t."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = schema_of(excerpt.connection, name)
    order = f" ORDER BY {', '.join(KEYS[name])}" if name in KEYS else ""
    cursor = excerpt.connection.execute(
        f"SELECT {', '.join(selected(excerpt, name, schema.names))} FROM {name} AS t WHERE {condition}{order}"
    )
    with whole_file(folder / f"{name}.parquet", "wb") as stream, pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        while rows := list(itertools.islice(cursor, FEW_ROWS.get(name, MOST_ROWS))):
            arrays = [
                pa.array(typed(field, values), type=field.type) for field, values in zip(schema, zip(*rows, strict=True), strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            excerpt.loss.keep(f"rows of {name}", len(rows))


def selected(excerpt: Excerpt, name: str, names: Sequence[str]) -> list[str]:
    """The columns to read; in a public edition that withholds texts, nothing in place of the text."""
    if name == "snapshots" and withholds(excerpt.connection):
        excerpt.loss.lose("texts of snapshots", "this public edition withholds them", excerpt.count("SELECT count(*) FROM snapshots"))
        return ["NULL" if column == "text" else f't."{column}"' for column in names]
    return [f't."{column}"' for column in names]


def typed(field: pa.Field, values: Iterable[Any]) -> list[Any]:
    """The values of a column as its type takes them."""
    if field.name in TIMES:
        return [None if value is None else datetime.datetime.fromisoformat(value) for value in values]
    return list(values)


def schema_of(connection: sqlite3.Connection, name: str) -> pa.Schema:
    """The columns of a table or view with their types."""
    import pyarrow as pa

    types = {"INTEGER": pa.int64(), "INT": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary(), "TEXT": pa.string()}
    fields = []
    for column, declared in columns(connection, name):
        plain = pa.int64() if declared not in types and column in COUNTS else types.get(declared, pa.string())
        fields.append(pa.field(column, pa.timestamp("us", tz="UTC") if column in TIMES else plain))
    return pa.schema(fields)


def columns(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """(column, declared type) of a table or view; the type is empty where a view computes the column."""
    sql = "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid"
    return [(column, declared) for column, declared in connection.execute(sql, (name,))]


PRESET = Preset("parquet", "every table and view as Parquet, for DuckDB, Polars and pandas", write, target="folder")

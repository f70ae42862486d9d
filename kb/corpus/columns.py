"""The rows of a lake as Parquet files. Values are those of the tables, times as the base writes them, so that nothing changes on the way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kb.base import schema
from kb.base.model import Row
from kb.errors import DataError

if TYPE_CHECKING:
    import pyarrow as pa

# The tables that only a lake has, with their columns.
ARTICLES = {
    **{"sha256": "TEXT", "file": "TEXT", "source_id": "TEXT", "snapshot_id": "TEXT", "text_sha256": "TEXT"},
    **{"proposals": "INTEGER", "run_id": "TEXT"},
}
FAILURES = {"sha256": "TEXT", "file": "TEXT", "error": "TEXT", "place": "TEXT", "remedy": "TEXT", "run_id": "TEXT"}
OWN = {"articles": ARTICLES, "failures": FAILURES}
ARTICLE = "article_sha256"  # in working files: which article gave the row
AT_ONCE = 1_000  # rows


@cache
def declared() -> dict[str, dict[str, str]]:
    """The columns of each table of a base with their declared types, and those of a lake's own."""
    connection = sqlite3.connect(":memory:")
    schema.create(connection)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    sql = "SELECT name, type FROM pragma_table_info(?) ORDER BY cid"
    found = {table: dict(connection.execute(sql, (table,)).fetchall()) for table in tables}
    connection.close()
    return found | OWN


def schema_of(table: str, *, shared: bool = False) -> pa.Schema:
    """The columns of a table with their types; those of a working file begin with the article."""
    import pyarrow as pa

    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary()}
    fields = [pa.field(ARTICLE, pa.string())] if shared else []
    return pa.schema(fields + [pa.field(column, types.get(kind, pa.string())) for column, kind in declared()[table].items()])


def write(path: Path, table: str, rows: Iterable[Row], *, shared: bool = False) -> None:
    """Write rows to a file that appears whole or not at all, also where two processes write the same one."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    kind = schema_of(table, shared=shared)
    try:
        with pq.ParquetWriter(unfinished, kind, compression="zstd") as writer:
            for batch in batches(rows):
                writer.write_batch(pa.RecordBatch.from_pylist(batch, schema=kind))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows, so many at a time that memory does not grow with their number."""
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def read(path: Path, columns: list[str] | None = None) -> Iterator[Row]:
    """The rows of a file, read as they are asked for; none where there is no file."""
    import pyarrow.parquet as pq

    if not path.exists():
        return
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=AT_ONCE, columns=columns):
            yield from batch.to_pylist()


def need_pyarrow() -> None:
    """Raise DataError where Parquet files cannot be read or written."""
    try:
        import pyarrow.parquet  # noqa: F401 - asked for before work begins
    except ImportError as error:
        remedy = "install the extra parquet: pip install 'source-tracking-kb[parquet]'"
        raise DataError("a lake needs pyarrow", remedy=remedy) from error

"""The files of a published edition for programs: the claim sheet, the triples, and the edition itself where it is wanted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.ask import tables
from kb.rdf import export
from kb.rdf.namespaces import BaseIri

TRIPLES = ("nq", "ttl")


def write_data(connection: sqlite3.Connection, folder: Path, base: BaseIri, database: Path | None) -> None:
    """Write the files into the folder, which is there. `database` is the file of the edition, to be given away with them."""
    columns, rows = tables.claim_sheet(connection)
    with (folder / "claims.csv").open("w", encoding="utf-8", newline="") as stream:
        tables.write_csv(stream, columns, rows)
    for format_ in TRIPLES:
        with (folder / f"claims.{format_}").open("wb") as stream:
            export.write(connection, format_, stream, settings=export.Settings(base))
    if database is not None:
        with sqlite3.connect(folder / "kb.db", isolation_level=None) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, which programs open without writing beside it
        copy.close()

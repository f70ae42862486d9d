"""The origins of rows: which entry of which file a row was recorded from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import NamedTuple


def add_folders_to_origins(connection: sqlite3.Connection, files: frozenset[str]) -> None:
    """Add to older origins, whose files have no folder, the folder that has the same source."""
    roots = {file.split("/", 1)[1]: file.split("/")[0] for file in files if file.endswith("/source.toml")}
    bare = [row[0] for row in connection.execute("SELECT DISTINCT file FROM origins WHERE file NOT LIKE '%/%' OR file LIKE 'sources/%'")]
    for root in sorted({roots[file] for file in bare if file in roots}):
        connection.execute("UPDATE origins SET file = ? || '/' || file WHERE file NOT LIKE '%/%' OR file LIKE 'sources/%'", (root,))


class Address(NamedTuple):
    """The key of an origin: a file, an entry of it, and the table of the row."""

    file: str
    entry: str
    table: str

    @property
    def base(self) -> str:
        """The entry without the part of it that names one of its rows."""
        return self.entry.split("/", maxsplit=1)[0]


@dataclass(frozen=True)
class Origin:
    """The row of an entry, with the digests of the entry and of the row as the file left it."""

    row_id: str
    digest: str
    row_digest: str

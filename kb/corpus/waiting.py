"""The articles of a folder that a lake has not read, in a temporary file, so that memory does not grow with their number."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator

from kb.corpus.parts import Article

# Names of files are bytes, which need not be UTF-8. Of files with the same bytes the first by name counts.
TABLES = """
PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;
CREATE TABLE read(sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE articles(sha256 TEXT PRIMARY KEY, file BLOB) WITHOUT ROWID;
BEGIN
"""
ADD = "INSERT INTO articles VALUES (?, ?) ON CONFLICT(sha256) DO UPDATE SET file = min(file, excluded.file)"


class Waiting:
    """Articles in the order of their digests, which can be iterated over more than once."""

    def __init__(self, listed: Iterable[Article], read: Iterable[str]) -> None:
        """Of the articles listed, those whose digests are not among those read."""
        self.index = sqlite3.connect("", isolation_level=None)
        self.index.executescript(TABLES)
        self.index.executemany("INSERT OR IGNORE INTO read VALUES (?)", ((sha256,) for sha256 in read))
        self.index.executemany(ADD, ((each.sha256, os.fsencode(each.file)) for each in listed))
        self.index.execute("DELETE FROM articles WHERE sha256 IN (SELECT sha256 FROM read)")

    def __len__(self) -> int:
        return int(self.index.execute("SELECT count(*) FROM articles").fetchone()[0])

    def __iter__(self) -> Iterator[Article]:
        for sha256, file in self.index.execute("SELECT sha256, file FROM articles ORDER BY sha256"):
            yield Article(sha256, os.fsdecode(file))

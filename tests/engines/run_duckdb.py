"""Run in the environment `readers`: DuckDB answers questions over a base, through its own reader of SQLite; JSON in, JSON out.

A question goes to SQLite's tables and views as it is (sqlite_query); the tables are counted by DuckDB itself.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import duckdb  # type: ignore[import-not-found]  # of the environment this runs in
import duckdb_extension_sqlite  # type: ignore[import-not-found]


def main(database: str, questions: str) -> None:
    asked = json.loads(Path(questions).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect()
        connection.execute(f"LOAD '{extension(Path(folder))}'")
        connection.execute(f"ATTACH '{database}' AS base (TYPE sqlite, READ_ONLY)")
        answers = [connection.execute("SELECT * FROM sqlite_query('base', ?)", [question]).fetchall() for question in asked["through"]]
        own = [connection.execute(question).fetchall() for question in asked["own"]]
        json.dump({"through": answers, "own": own}, sys.stdout)


def extension(folder: Path) -> Path:
    """The extension under the name that its entry point goes by."""
    found = next(Path(duckdb_extension_sqlite.__file__).parent.glob("extensions/*/sqlite.duckdb_extension"))
    return Path(shutil.copy(found, folder / "sqlite_scanner.duckdb_extension"))


main(*sys.argv[1:])

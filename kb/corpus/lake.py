"""The folder of a lake: its settings, the base whose names its articles are read with, and its tables as Parquet files.

LAKE/sources/digest=7/PART.parquet     the rows of one table that the articles of one part gave, and so on for each table
LAKE/articles/digest=7/PART.parquet    which articles were read; written last, so that a part is there whole or not at all
LAKE/failures/digest=7/PART.parquet    which articles were not read, and why
LAKE/_lake/                            settings and working files, which DuckDB and Spark pass over
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.base import copies, runs, store
from kb.base.store import transaction
from kb.errors import DataError, UsageError

OF_ARTICLES = ("sources", "source_authors", "entities", "snapshots", "originals", "sections", "sentences", "proposals")
SHARED = ("actors", "entities", "names", "identifiers")  # of actors, who may be named by many articles
OF_RUN = ("contributors", "runs")
PARTITION = "digest"


@dataclass(frozen=True)
class Settings:
    """What all articles of a lake are read with: the one run that records them, and how they are read."""

    run_id: str
    started_at: str
    contributor: str
    model: str | None = None
    access: str | None = None
    keep_all: bool = False


@dataclass(frozen=True)
class Lake:
    """A lake in a folder."""

    path: Path
    settings: Settings

    @property
    def names(self) -> Path:
        """The base whose names, predicates and words the articles are read with; it is only read."""
        return self.path / "_lake" / "names.db"

    def file(self, table: str, part: str) -> Path:
        """The file of a table for a part, which is named by its partition and a digest, as in 7/5f2c."""
        bucket, _, name = part.partition("/")
        return self.path / table / f"{PARTITION}={bucket}" / f"{name}.parquet"

    def shared_file(self, table: str, part: str) -> Path:
        """The working file of rows that other articles may give, too."""
        return self.path / "_lake" / "shared" / table / f"{part.replace('/', '-')}.parquet"

    def files(self, table: str) -> list[Path]:
        """The files of a table, in order of their names."""
        return sorted((self.path / table).glob(f"{PARTITION}=*/*.parquet"))

    def parts(self) -> Iterator[str]:
        """The names of the parts that are there whole."""
        for file in self.files("articles"):
            yield f"{file.parent.name.removeprefix(f'{PARTITION}=')}/{file.stem}"

    @property
    def unfinished(self) -> Path:
        """A file that is there while articles are read, and after that was broken off."""
        return self.path / "_lake" / "unfinished"

    def refuse_unfinished(self) -> None:
        """Raise DataError where reading was broken off."""
        if self.unfinished.exists():
            raise DataError("the reading of this lake was broken off", where=str(self.path), remedy="read the folder into it again first")


def open_lake(path: Path) -> Lake:
    """Return the lake in a folder. Raises UsageError where there is none."""
    written = path / "_lake" / "lake.json"
    if not written.is_file():
        raise UsageError("there is no lake", where=str(path), remedy="read a folder of articles into it first")
    return Lake(path, Settings(**json.loads(written.read_text("utf-8"))))


def create(path: Path, names: Path | None, contributor: str | None, how: dict[str, object]) -> Lake:
    """Make a lake in a new or empty folder, with a run for all that will be read into it.

    `names` is a base whose names, predicates and words the articles are read with; `how` holds the other fields of Settings.
    """
    if path.exists() and any(each for each in path.iterdir() if each.name != "_lake"):
        raise UsageError("the folder holds something else", where=str(path), remedy="name a new folder, or a lake")
    (path / "_lake").mkdir(parents=True, exist_ok=True)
    file = path / "_lake" / "names.db"
    store.discard(file)
    if names is None:
        store.init(file)
    else:
        given = store.connect(names, readonly=True)
        copies.back_up(given, file)
        given.close()
    connection = store.connect(file)
    connection.execute("PRAGMA journal_mode = DELETE")  # one file, which many processes and machines can read where none may write
    with transaction(connection):
        run = runs.record(connection, "propose", contributor, reason="read into a lake")
    connection.close()
    lake = Lake(path, Settings(run.id, run.started_at, run.contributor, **how))  # type: ignore[arg-type]
    (path / "_lake" / "lake.json").write_text(json.dumps(dataclasses.asdict(lake.settings), indent=2) + "\n", "utf-8")
    return lake


def open_or_create(path: Path, names: Path | None, contributor: str | None, how: dict[str, object]) -> Lake:
    """Return the lake in a folder, made if it is not there. Raises UsageError where it is read in another way than it was."""
    if not (path / "_lake" / "lake.json").is_file():
        return create(path, names, contributor, how)
    lake = open_lake(path)
    unlike = [key for key, value in how.items() if getattr(lake.settings, key) != value]
    if unlike:
        raise UsageError(
            f"this lake was begun with another {' and '.join(unlike)}", where=str(path), remedy="give the same, or begin another lake"
        )
    if names is not None:
        raise UsageError(
            "this lake has its names already", where=str(path), remedy="leave them out to go on, or begin another lake with these"
        )
    return lake


def names_of(lake: Lake) -> sqlite3.Connection:
    """A connection to the base whose names the articles are read with."""
    return store.connect(lake.names, readonly=True)

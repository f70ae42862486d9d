"""Read a folder of articles into a lake, going on where an earlier reading was broken off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kb.corpus import closing, columns, engines, parts
from kb.corpus.lake import OF_ARTICLES, Lake
from kb.corpus.parts import Done, Part
from kb.corpus.waiting import Waiting
from kb.review import folders
from kb.workers.worker import Worker


def new_articles(lake: Lake, folder: Path) -> Waiting:
    """Return the articles of a folder that the lake has not read. Of files with the same bytes the first by name is taken."""
    sweep(lake)
    read = (row["sha256"] for table in ("articles", "failures") for file in lake.files(table) for row in columns.read(file, ["sha256"]))
    listed = (parts.digest_of(folder, file.relative_to(folder).as_posix()) for file in folders.found_files(folder))
    return Waiting(listed, read)


def propose(lake: Lake, folder: Path, found: Waiting, *, engine: Any = engines.local) -> Iterator[Done]:
    """Read articles into a lake part by part, yielding what came of each part. The last step brings the parts together."""
    lake.unfinished.touch()
    yield from engine(partial(write_part, lake, folder.resolve()), parts.divide(found))
    closing.close(lake)
    lake.unfinished.unlink()


def write_part(lake: Lake, folder: Path, part: Part, worker: Worker) -> Done:
    return parts.write(lake, folder, part, worker)


def sweep(lake: Lake) -> None:
    """Delete the files of parts that were broken off before they counted."""
    whole = set(lake.parts())
    for table in (*OF_ARTICLES, "failures"):
        for file in lake.files(table):
            name = f"{file.parent.name.partition('=')[2]}/{file.stem}"
            if name not in whole and file.stem != "shared":
                file.unlink()
    for file in (lake.path / "_lake" / "shared").glob("*/*.parquet"):
        if file.stem.replace("-", "/", 1) not in whole:
            file.unlink()

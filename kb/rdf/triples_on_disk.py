"""Where the triples of a large base are kept: a folder that only its owner may read, and that goes with the process that made it.

A worker that is killed leaves its store whole, unless it was killed while it changed it. A note beside the store, which is not there while it is
changed, says of what state of the base it is, so that the next worker goes on from there.
"""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kb.base.upgrade import is_running
from kb.rdf.changed_rows import Seen

PREFIX = f".triples-{platform.node()}-"  # the number of the process follows


def make(base: Path) -> Path:
    """A new folder beside the base, or among the temporary files where nothing can be written there. Those that killed processes left are deleted."""
    place = base.parent if os.access(base.parent, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())
    for left in place.glob(f"{PREFIX}*-*"):
        number = left.name.removeprefix(PREFIX).partition("-")[0]
        if number.isdigit() and not is_running(int(number)) and left.stat().st_uid == os.getuid():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=place))


@dataclass(frozen=True)
class Note:
    """Of what state of the base a store is, the name of its folder, and how many triples were read into it."""

    store: str
    seen: Seen
    size: int


@dataclass(frozen=True)
class Folder:
    """A folder with a store in a folder of its own, and the note."""

    path: Path

    @property
    def note(self) -> Path:
        """The file that is there while the store is what it says."""
        return self.path / "seen.json"

    def noted(self) -> Note | None:
        """What the note says, None where there is none."""
        if not self.note.is_file():
            return None
        said = json.loads(self.note.read_text("utf-8"))
        last = {table: [(number, name) for number, name in rows] for table, rows in said["seen"]["last"].items()}
        seen = Seen(**said["seen"] | {"last": last, "unfinished": frozenset(said["seen"]["unfinished"])})
        return Note(said["store"], seen, said["size"])

    def write_note(self, note: Note) -> None:
        """Say of what state of the base the store is."""
        said = dataclasses.asdict(note)
        said["seen"]["unfinished"] = sorted(said["seen"]["unfinished"])
        unfinished = self.note.with_suffix(".part")
        unfinished.write_text(json.dumps(said), "utf-8")
        unfinished.replace(self.note)

    def forget(self) -> None:
        """Take the note away, before the store is changed."""
        self.note.unlink(missing_ok=True)

    def empty(self) -> tuple[str, ox.Store]:
        """A new store and the name of its folder, in the place of all that were there."""
        for old in self.path.iterdir():
            shutil.rmtree(old, ignore_errors=True)
        name = Path(tempfile.mkdtemp(dir=self.path)).name
        return name, self.store(name)

    def store(self, name: str) -> ox.Store:
        """The store in the folder of that name."""
        return ox.Store(str(self.path / name))

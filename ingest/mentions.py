"""Turn [[mention]] entries into rows of `mentions`, one for each place where the words stand for an entity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.files import SourceFolder
from ingest.origins import Address
from ingest.sync import Sync
from kb.base.model import Row
from kb.base.snapshot_text import SnapshotText
from kb.errors import DataError
from kb.names.lookup import Lookup
from kb.sources import marking


@dataclass
class Mentions:
    """Loads the mentions of sources. `refuse` collects the errors of entries."""

    sync: Sync
    lookup: Lookup
    refuse: Callable[[DataError, str], None]

    def load(self, folder: SourceFolder, snapshot: SnapshotText) -> None:
        """Load the mentions of a source in its current text."""
        entries = [entry for entry in folder.entries if entry.kind == "mention"]
        content = [snapshot.snapshot_id, *(entry.values for entry in entries)]
        if self.sync.unchanged(folder.file, "mentions", content):
            return
        marked: list[tuple[Row, bool]] = []
        for entry in entries:
            try:
                rows = marking.plan_mentions(self.lookup, snapshot, entry.values)
            except DataError as error:
                self.refuse(error, entry.where)
                continue
            marked += [(row, bool(entry.values.get("within"))) for row in rows]
        for row in marking.without_overlaps(marked):
            entry_name = f"mentions/{row['start_char']}-{row['end_char']} {row['entity_id']}"
            self.sync.want(Address(folder.file, entry_name, "mentions"), row, content)

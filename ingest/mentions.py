"""Turn [[mention]] into rows: each place where the words stand for somebody or something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.files import Entry, SourceFolder
from ingest.sync import Sync
from kb import anchor, ids
from kb.curated import needed
from kb.errors import DataError
from kb.lookup import Held, Lookup
from kb.tables import Row


@dataclass
class Mentions:
    """One reading's mentions. `refuse` collects what is wrong with an entry."""

    sync: Sync
    look: Lookup
    refuse: Callable[[DataError, str], None]

    def load(self, folder: SourceFolder, held: Held) -> None:
        entries = [entry for entry in folder.entries if entry.kind == "mention"]
        said = [held.snapshot_id, *(entry.said for entry in entries)]
        if self.sync.unchanged(folder.file, "mentions", said):
            return
        found: dict[tuple[int, int], list[Row]] = {}
        for entry in entries:
            try:
                rows, specific = self.mention_rows(entry, held)
            except DataError as error:
                self.refuse(error, entry.where)
                continue
            for row in rows:
                found.setdefault((row["start_char"], row["end_char"]), []).append(row | {"specific": specific})
        for row in resolved(found):
            entry_name = f"mentions/{row['start_char']}-{row['end_char']} {row['entity_id']}"
            self.sync.want(folder.file, entry_name, "mentions", row, said)

    def mention_rows(self, entry: Entry, held: Held) -> tuple[list[Row], bool]:
        """Every place that one [[mention]] means: all whole-word occurrences, or those within the words given."""
        said = entry.said
        needed(said, ("text", "entity", "sense"), entry.where)
        entity_id = self.look.entity(said["entity"], "entity", needed=True)
        sense = self.look.word("mentions.sense", said["sense"])
        status = self.look.word("mentions.status", said.get("status", "reviewed"))
        spans = anchor.occurrences(held.text, said["text"])
        if said.get("within"):
            around = anchor.find(held.text, said["within"], where="within")
            spans = [span for span in spans if around.start <= span.start and span.end <= around.end]
        spans = [span for span in spans if anchor.whole_words(held.text, span)]
        if not spans:
            raise DataError(f"{said['text']!r} is not in the text as words of its own", where="text", remedy="copy the name from the text")
        rows: list[Row] = [
            {
                "id": ids.mention_id(held.snapshot_id, span.start, span.end, str(entity_id)),
                "snapshot_id": held.snapshot_id,
                "start_char": span.start,
                "end_char": span.end,
                "exact": span.of(held.text),
                "entity_id": entity_id,
                "sense": sense,
                "status": status,
            }
            for span in spans
        ]
        return rows, bool(said.get("within"))


def resolved(found: dict[tuple[int, int], list[Row]]) -> Iterator[Row]:
    """What stays when several entries mean the same words: one with `within` wins, then the longer; two equals both stay."""
    claimed: list[tuple[int, int]] = []
    ranked = sorted(found.items(), key=lambda item: (not any(row["specific"] for row in item[1]), -(item[0][1] - item[0][0]), item[0]))
    for (start, end), rows in ranked:
        specific = any(row["specific"] for row in rows)
        inside = any(low <= start and end <= high and (low, high) != (start, end) for low, high in claimed)
        if inside and not specific:
            continue
        claimed.append((start, end))
        unique = {row["entity_id"]: row for row in rows if row["specific"] == specific}
        for row in unique.values():
            yield {key: value for key, value in row.items() if key != "specific"}

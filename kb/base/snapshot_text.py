"""The text of a snapshot with its sections and sentences. Offsets are code points from 0, end exclusive."""

from __future__ import annotations

import bisect
import sqlite3
from dataclasses import dataclass

from kb.errors import DataError


@dataclass(frozen=True)
class Section:
    """A row of `sections`: a part of a snapshot's text in one speaker's voice."""

    id: str
    start: int
    end: int
    speaker_id: str | None


@dataclass(frozen=True)
class SnapshotText:
    """A snapshot's text, with its sections and the (start, end) of its sentences, in the order of the text."""

    source_id: str
    snapshot_id: str
    text: str
    sections: tuple[Section, ...]
    sentences: tuple[tuple[int, int], ...]

    def section_at(self, offset: int) -> Section:
        """Return the section that contains a code point. Raises DataError where none does."""
        for section in self.sections:
            if section.start <= offset < section.end:
                return section
        raise DataError(
            f"no section of {self.source_id} holds character {offset}",
            where="quote",
            remedy="draw the sections so that they cover the text",
        )

    def sentence_around(self, start: int, end: int) -> tuple[int, int]:
        """Return the (start, end) of the sentences that the span start:end touches, or of the span itself where it touches none."""
        first = max(0, bisect.bisect_right(self.sentences, (start, len(self.text))) - 1)
        low, high = start, end
        for begin, finish in self.sentences[first:]:
            if begin >= end:
                break
            if finish > start:
                low, high = min(low, begin), max(high, finish)
        return low, high

    def sentence(self, start: int, end: int) -> str:
        """Return the text of the sentences that the span start:end touches."""
        low, high = self.sentence_around(start, end)
        return self.text[low:high]


def read_snapshot(connection: sqlite3.Connection, snapshot_id: str) -> SnapshotText:
    """Read a snapshot by its id, whether it is the current one of its source or an earlier one."""
    source_id, text = connection.execute("SELECT source_id, text FROM snapshots WHERE id = ?", (snapshot_id,)).fetchone()
    sections = "SELECT id, start_char, end_char, speaker_id FROM sections WHERE snapshot_id = ? ORDER BY start_char"
    sentences = "SELECT start_char, end_char FROM sentences WHERE snapshot_id = ? ORDER BY start_char"
    drawn = tuple(Section(*row) for row in connection.execute(sections, (snapshot_id,)))
    return SnapshotText(source_id, snapshot_id, text, drawn, tuple(connection.execute(sentences, (snapshot_id,)).fetchall()))

"""Cut a text into paragraphs, sentences and stretches, so that quotes which overlap can all be seen. Offsets are code points from 0."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass
class Stretch:
    """Words that the same quotes cover; `said` are the assertions whose quote covers them, `begins` the passages and sentences that begin here."""

    text: str
    said: list[Row] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    sentence: Row | None = None
    note: int | None = None

    @property
    def passages(self) -> list[str]:
        return list(dict.fromkeys(row["passage_id"] for row in self.said))

    @property
    def voice(self) -> str:
        """`own` where the text speaks for itself here, `reported` where all of it is somebody else's, for the colour of the mark."""
        return "own" if any(row["level"] == 0 for row in self.said) else "reported"

    @property
    def denies(self) -> bool:
        return any(row["stance"] == "denies" for row in self.said)


@dataclass
class Paragraph:
    """A line of the text, with everyone who speaks in it."""

    stretches: list[Stretch]
    notes: list[Stretch] = field(default_factory=list)  # the stretches whose note is first met in this paragraph

    @property
    def said(self) -> list[Row]:
        """Each assertion whose quote touches the paragraph, once, in order."""
        return list({row["assertion_id"]: row for stretch in self.stretches for row in stretch.said}.values())

    @property
    def speakers(self) -> list[tuple[str, str]]:
        """(id, name) of those whose words are reported here, each once."""
        return list(dict.fromkeys((row["speaker_id"], row["speaker"]) for row in self.said if row["level"]))


def paragraphs(text: str, sections: Sequence[Row], sentences: Sequence[Row], said: Sequence[Row]) -> list[Row]:
    """The sections, each with its `paragraphs`; stretches with quotes are numbered through the text as notes.

    `said` is in order of start_char. A text that no section covers becomes one section without a voice.
    """
    sections = sections or [{"id": "", "kind": "body", "start_char": 0, "end_char": len(text), "speaker_id": None, "speaker": None}]
    silent = {row["id"] for row in uncovered(sentences, said)}
    cuts = sorted({row[end] for row in (*sentences, *said) for end in ("start_char", "end_char")})
    notes: dict[tuple[str, ...], int] = {}
    cover = Cover(said)
    found = []
    for section in sections:
        lines = []
        for line in PARAGRAPH.finditer(text, section["start_char"], section["end_char"]):
            if line[0].strip():
                paragraph = Paragraph(list(cut(text, line.start(), line.end(), cuts, cover, sentences, silent)))
                number(paragraph, notes)
                lines.append(paragraph)
        found.append({**section, "paragraphs": lines})
    return found


def number(paragraph: Paragraph, notes: dict[tuple[str, ...], int]) -> None:
    """Give every stretch with quotes its note; the same assertions have the same note."""
    for stretch in paragraph.stretches:
        if stretch.said:
            key = tuple(row["assertion_id"] for row in stretch.said)
            if key not in notes:
                notes[key] = len(notes) + 1
                paragraph.notes.append(stretch)
            stretch.note = notes[key]


class Cover:
    """Which quotes cover a place; asked for in order of place."""

    def __init__(self, said: Sequence[Row]) -> None:
        self.said, self.next, self.open = list(said), 0, list[Row]()

    def at(self, place: int) -> list[Row]:
        while self.next < len(self.said) and self.said[self.next]["start_char"] <= place:
            self.open.append(self.said[self.next])
            self.next += 1
        self.open = [row for row in self.open if row["end_char"] > place]
        return self.open


def cut(
    text: str, start: int, end: int, cuts: Sequence[int], cover: Cover, sentences: Sequence[Row], silent: set[str]
) -> Iterator[Stretch]:
    """The stretches of one line. A sentence that carries nothing is named on its last stretch."""
    places = [start, *cuts[bisect.bisect_right(cuts, start) : bisect.bisect_left(cuts, end)], end]
    starts = [row["start_char"] for row in sentences]
    seen: set[str] = set()
    for low, high in itertools.pairwise(places):
        over = list(cover.at(low))
        stretch = Stretch(text[low:high], over)
        stretch.begins = [
            name
            for name in stretch.passages
            if name not in seen and any(row["passage_id"] == name and low <= row["start_char"] for row in over)
        ]
        seen.update(stretch.begins)
        index = bisect.bisect_right(starts, low) - 1
        if index >= 0 and starts[index] == low:
            stretch.begins.append(sentences[index]["id"])
        if index >= 0 and low < sentences[index]["end_char"] and sentences[index]["id"] in silent:
            stretch.sentence = sentences[index]
        yield stretch


def uncovered(sentences: Sequence[Row], said: Sequence[Row]) -> list[Row]:
    """The sentences that no quote touches."""
    spans = sorted({(row["start_char"], row["end_char"]) for row in said})
    found, furthest, position = [], -1, 0
    for row in sentences:
        while position < len(spans) and spans[position][0] < row["end_char"]:
            furthest = max(furthest, spans[position][1])
            position += 1
        if furthest <= row["start_char"]:
            found.append(row)
    return found

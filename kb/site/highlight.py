"""Divides a text into paragraphs and stretches, so that overlapping quotes can all be highlighted. Offsets are code points from 0."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.base.model import Row

PARAGRAPH = re.compile(r"[^\n]+")


LANES = 4  # lines under a word; further quotes share the last


@dataclass
class Stretch:
    """A piece of a line whose characters are all covered by the same quotes.

    `assertions` are the rows whose quotes cover it, `begins` the ids of the passages and sentences that begin here, and `sentence` the row
    of a sentence without quotes that it belongs to. `lines` are the classes of the lines under it, one for each quote.
    """

    text: str
    assertions: list[Row] = field(default_factory=list)
    begins: list[str] = field(default_factory=list)
    sentence: Row | None = None
    lines: list[str] = field(default_factory=list)

    @property
    def passages(self) -> list[str]:
        """The ids of the passages that cover the stretch, each once."""
        return list(dict.fromkeys(row["passage_id"] for row in self.assertions))

    def card(self, shown: str = "") -> str:
        """The passage whose card the stretch opens: the one that is shown, else the shortest, so that each is reached somewhere."""
        if shown in self.passages:
            return shown
        return str(min(self.assertions, key=lambda row: row["end_char"] - row["start_char"])["passage_id"])


@dataclass
class Card:
    """What one passage says: its assertions, and the ids and words of the passages that overlap it."""

    passage: str
    assertions: list[Row]
    others: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The claims of the passage, as the name of the link that opens the card."""
        return "; ".join(dict.fromkeys(row["claim"] for row in self.assertions))


@dataclass
class Paragraph:
    """A line of the text, in stretches, with the cards of the passages that begin in it, by their ids."""

    stretches: list[Stretch]
    cards: dict[str, Card] = field(default_factory=dict)

    @property
    def assertions(self) -> list[Row]:
        """Each assertion whose quote touches the paragraph, once, in order."""
        return list({row["assertion_id"]: row for stretch in self.stretches for row in stretch.assertions}.values())

    @property
    def speakers(self) -> list[tuple[str, str]]:
        """The (id, name) of everyone whose words are reported here, each once."""
        return list(dict.fromkeys((row["speaker_id"], row["speaker"]) for row in self.assertions if row["level"]))


def paragraphs(text: str, sections: Sequence[Row], sentences: Sequence[Row], assertions: Sequence[Row]) -> list[Row]:
    """The rows of `sections`, each with its `paragraphs`, which have the cards of their passages.

    All three sequences are in order of start_char. A text without sections becomes one section without a speaker.
    """
    sections = sections or [{"id": "", "kind": "body", "start_char": 0, "end_char": len(text), "speaker_id": None, "speaker": None}]
    divider = Divider(text, sentences, assertions)
    cards = cards_of(assertions)
    divided = []
    for section in sections:
        lines = []
        for line in PARAGRAPH.finditer(text, section["start_char"], section["end_char"]):
            if line[0].strip():
                paragraph = Paragraph(list(divider.stretches(line.start(), line.end())))
                begun = (name for stretch in paragraph.stretches for name in stretch.begins if name in cards)
                paragraph.cards = {name: cards[name] for name in begun}
                lines.append(paragraph)
        divided.append({**section, "paragraphs": lines})
    return divided


def cards_of(assertions: Sequence[Row]) -> dict[str, Card]:
    """The card of each passage, by its id, with the passages that overlap it."""
    cards: dict[str, Card] = {}
    open_rows: list[Row] = []
    for row in assertions:
        card = cards.setdefault(row["passage_id"], Card(row["passage_id"], []))
        card.assertions.append(row)
        open_rows = [other for other in open_rows if other["end_char"] > row["start_char"]]
        for other in open_rows:
            if other["passage_id"] != row["passage_id"]:
                card.others[other["passage_id"]] = other["quote"]
                cards[other["passage_id"]].others[row["passage_id"]] = row["quote"]
        open_rows.append(row)
    return cards


def lanes_of(assertions: Sequence[Row]) -> dict[str, int]:
    """The lane of each passage: overlapping passages have different lanes, so that each is underlined on its own."""
    lanes: dict[str, int] = {}
    free_from = [0] * LANES
    for row in assertions:
        if row["passage_id"] not in lanes:
            lane = next((lane for lane, end in enumerate(free_from) if end <= row["start_char"]), LANES - 1)
            lanes[row["passage_id"]] = lane
            free_from[lane] = max(free_from[lane], row["end_char"])
    return lanes


def line_kind(rows: Sequence[Row]) -> str:
    """How a passage is underlined: `denies` where any of its voices denies, `own` where the text itself speaks, else `reported`."""
    if any(row["stance"] == "denies" for row in rows):
        return "denies"
    return "own" if any(row["level"] == 0 for row in rows) else "reported"


class Cover:
    """Finds the quotes that cover a position. Positions must be asked for in ascending order."""

    def __init__(self, assertions: Sequence[Row]) -> None:
        self.assertions, self.next, self.open = list(assertions), 0, list[Row]()

    def at(self, position: int) -> list[Row]:
        """The assertions whose quote covers the position."""
        while self.next < len(self.assertions) and self.assertions[self.next]["start_char"] <= position:
            self.open.append(self.assertions[self.next])
            self.next += 1
        self.open = [row for row in self.open if row["end_char"] > position]
        return self.open


class Divider:
    """Divides the lines of one text into stretches. Lines must be asked for from the first to the last."""

    def __init__(self, text: str, sentences: Sequence[Row], assertions: Sequence[Row]) -> None:
        self.text, self.sentences = text, sentences
        self.boundaries = sorted({row[end] for row in (*sentences, *assertions) for end in ("start_char", "end_char")})
        self.sentence_starts = [row["start_char"] for row in sentences]
        self.without_quotes = {row["id"] for row in uncovered(sentences, assertions)}
        self.cover, self.lanes = Cover(assertions), lanes_of(assertions)
        self.begun: set[str] = set()  # a quote begins where its first words are shown, even where it starts in an empty line

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches of the line from `start` to `end` (exclusive)."""
        inner = self.boundaries[bisect.bisect_right(self.boundaries, start) : bisect.bisect_left(self.boundaries, end)]
        for low, high in itertools.pairwise([start, *inner, end]):
            covering = list(self.cover.at(low))
            stretch = Stretch(self.text[low:high], covering)
            stretch.begins = [passage for passage in stretch.passages if passage not in self.begun]
            self.begun.update(stretch.begins)
            stretch.lines = list(self.lines(covering, high))
            self.mark_sentence(stretch, low)
            yield stretch

    def lines(self, covering: Sequence[Row], high: int) -> Iterator[str]:
        """The classes of the lines under a stretch that ends at `high`: lane and kind of each passage, and where it ends."""
        for passage, group in itertools.groupby(sorted(covering, key=lambda row: row["passage_id"]), key=lambda row: row["passage_id"]):
            rows = list(group)
            if any(row["picked"] for row in rows):
                yield f"u{self.lanes[passage]}-{line_kind(rows)}"
                if rows[0]["end_char"] == high:
                    yield f"e{self.lanes[passage]}"

    def mark_sentence(self, stretch: Stretch, low: int) -> None:
        """Note on a stretch that starts at `low` which sentence begins there, and which sentence without quotes it belongs to."""
        index = bisect.bisect_right(self.sentence_starts, low) - 1
        if index < 0:
            return
        sentence = self.sentences[index]
        if sentence["start_char"] == low:
            stretch.begins.append(sentence["id"])
        if low < sentence["end_char"] and sentence["id"] in self.without_quotes:
            stretch.sentence = sentence


def uncovered(sentences: Sequence[Row], assertions: Sequence[Row]) -> list[Row]:
    """The sentences that no quote touches. Both sequences are in order of start_char."""
    spans = sorted({(row["start_char"], row["end_char"]) for row in assertions})
    untouched, furthest, position = [], -1, 0
    for row in sentences:
        while position < len(spans) and spans[position][0] < row["end_char"]:
            furthest = max(furthest, spans[position][1])
            position += 1
        if furthest <= row["start_char"]:
            untouched.append(row)
    return untouched

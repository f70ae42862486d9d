"""Set invented reports as pages of a PDF, as a word processor would: justified columns, divided words, raised marks, notes, running heads."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.articles import making

WIDE = {
    **dict.fromkeys(" !,./:;I[]\\ft", 278), **dict.fromkeys("-()r`“”", 333), **dict.fromkeys("ijl’‘", 222), **dict.fromkeys("ckJsvxyz", 500),
    **dict.fromkeys("ABEKPSVXY&", 667), **dict.fromkeys("CDHNRUw", 722), **dict.fromkeys("FTZ", 611), **dict.fromkeys("GOQ", 778),
    "M": 833, "m": 833, "W": 944, "%": 889, "—": 1000, "'": 191, '"': 355,
}  # fmt: skip
"""Widths of Helvetica's characters in thousandths of the size; what is not here is 556 wide."""
RAISED = re.compile(r"\^(\d+)")
DIVIDED = {
    word.replace("-", ""): word
    for word in ("nego-tiated", "inspec-tors", "ship-ping", "com-plained", "ordi-nance", "har-bour", "engi-neers")
}
WHO = [
    "The harbour council",
    "The ferry company",
    "A group of engineers",
    "The court of the province",
    "Ada Brook, the clerk,",
    "The opposition",
    "Three inspectors",
]
SAID = ["said", "wrote in its yearly report", "complained", "told the court in May", "found after a long inquiry", "denied for years"]
WHAT = ["that the gates of the upper lock were unsafe", "that shipping had fallen by a third", "that the ordinance of 1998–2003 was never negotiated",
        "that the letters had been lost in the flood", "that long-term repairs would cost 1,200,000 crowns", "that nobody had asked the crews"]  # fmt: skip
WHY = ["although the tolls were lower than before the war", "since the quay had been repaired only last year", "because the harbour freezes in January",
       "after the inspectors had seen the and/or clauses of the contract", "while the engineers were still at work"]  # fmt: skip


@dataclass
class Report:
    """A report: its paragraphs, in which ^1 stands for a raised mark, and its notes by their marks."""

    paragraphs: list[str]
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The words of the paragraphs as the page shows them, without the marks of notes."""
        return "\n\n".join(RAISED.sub("", paragraph) for paragraph in self.paragraphs)


def report(paragraphs: int, *, notes: bool = False, seed: int = 1) -> Report:
    """An invented report of so many paragraphs, each of some five sentences, of which every seventh has a note."""
    chance = random.Random(seed)
    result = Report([])
    for _ in range(paragraphs):
        sentences = []
        for _ in range(chance.randint(3, 7)):
            year = chance.randint(1951, 2019)
            mark = ""
            if notes and chance.random() < 1 / 7:
                number = str(len(result.notes) + 1)
                mark, result.notes[number] = f"^{number}", f"{number} Canal Office, Yearly Account of {year}, p. {chance.randint(2, 90)}."
            sentences.append(
                f"{chance.choice(WHO)} {chance.choice(SAID)} {chance.choice(WHAT)}, {chance.choice(WHY)}, as early as {year}{mark}."
            )
        result.paragraphs.append(" ".join(sentences))
    return result


def width(words: str, size: float) -> float:
    """The width of words in points; raised marks are set smaller."""
    plain = sum(WIDE.get(character, 556) for character in RAISED.sub("", words))
    raised = sum(556 * len(mark) for mark in RAISED.findall(words)) * 0.6
    return (plain + raised) * size / 1000


def broken(paragraph: str, room: float, size: float) -> Iterator[str]:
    """The lines of a paragraph in a column of that width, with words divided at line ends where they can be, and after – and /."""
    line = ""
    for word in re.findall(r"\S+?[–/]|\S+", paragraph):
        joined = line + ("" if not line or line[-1] in "–/" else " ") + word
        if width(joined, size) <= room:
            line = joined
            continue
        parts = re.match(r"(\w+)(.*)", word)
        halves = DIVIDED.get(parts[1].lower(), "").split("-") if parts else [""]
        if parts and len(halves) == 2 and width(f"{line} {word[: len(halves[0])]}-", size) <= room:
            yield f"{line} {word[: len(halves[0])]}-"
            line = word[len(halves[0]) :]
        else:
            yield line
            line = word
    yield line


def drawn(line: str, left: float, base: float, size: float, room: float = 0) -> Iterator[str]:
    """The operators that draw a line, spread to the width of its column where that is given."""
    spaces = line.count(" ")
    spread = (room - width(line, size)) / spaces if room and spaces else 0
    x = left
    for at, piece in enumerate(RAISED.split(line)):
        if piece and at % 2:
            yield making.placed(round(x, 2), base + 0.35 * size, round(0.6 * size, 2), piece)
            x += 0.6 * width(piece, size)
        elif piece:
            yield f"{spread:.3f} Tw\n" + making.placed(round(x, 2), base, size, piece) + "0 Tw\n"
            x += width(piece, size) + spread * piece.count(" ")


@dataclass
class Layout:
    """How a report is set. `by_row` draws the columns line by line across the page."""

    columns: int = 1
    size: float = 10
    room: float = 468
    by_row: bool = False
    head: str = "The Harbour Review"
    left: float = 72
    top: float = 720
    floor: float = 130


def pages(report: Report, layout: Layout) -> list[list[str]]:
    """The operators of each page of a report."""
    room = (layout.room - 24 * (layout.columns - 1)) / layout.columns
    lines = [
        (line, number == 0 and 12, last)
        for paragraph in report.paragraphs
        for cut in [list(broken(paragraph, room - 12, layout.size))]
        for number, (line, last) in enumerate(zip(cut, [False] * (len(cut) - 1) + [True], strict=True))
    ]
    pitch = 1.25 * layout.size
    height = int((layout.top - layout.floor) / pitch)
    result = []
    for page, start in enumerate(range(0, len(lines), height * layout.columns), 1):
        rows: list[tuple[float, int, list[str]]] = []
        for column in range(layout.columns):
            left = layout.left + column * (room + 24)
            chunk = lines[start + column * height : start + (column + 1) * height]
            for row, (line, indent, last) in enumerate(chunk):
                fill = 0 if last else room - (indent or 0)
                rows.append(
                    (layout.top - row * pitch, column, list(drawn(line, left + (indent or 0), layout.top - row * pitch, layout.size, fill)))
                )
            marks = [mark for line, _, _ in chunk for mark in RAISED.findall(line)]
            rows += [
                (110 - 9 * at, column, list(drawn(report.notes[mark], left, 110 - 9 * at, 0.75 * layout.size)))
                for at, mark in enumerate(marks)
            ]
        rows.sort(key=lambda row: (-row[0], row[1]) if layout.by_row else (row[1], -row[0]))
        framed = [
            making.placed(72, 760, 9, layout.head),
            *(operator for row in rows for operator in row[2]),
            making.placed(300, 30, 9, str(page)),
        ]
        result.append(framed)
    return result


def quotes(body: str, count: int, words: int = 11, seed: int = 7) -> Sequence[str]:
    """So many runs of words that occur once, as a reader would copy them from the page."""
    chance = random.Random(seed)
    paragraphs = [paragraph.split() for paragraph in body.split("\n\n")]
    runs = [" ".join(paragraph[start : start + words]) for paragraph in paragraphs for start in range(len(paragraph) - words)]
    return chance.sample([run for run in runs if body.count(run) == 1], count)

"""How files are read that are made here: completeness, order, and whether quotes copied from their pages anchor.

Each file is set from an invented text that is known to the word, so what comes back can be counted against it:

- complete: of the words of the text, how many the file was read with, in per cent;
- order: the longest sequence of words common to both in order, of the longer of the two, in per cent;
- quotes: of runs of words copied from a page, how many are found in the text that was read.
"""

from __future__ import annotations

import random
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from kb.articles import read
from kb.articles.document import Document
from kb.texts import anchoring
from tests.articles import making, typesetting
from tests.articles.typesetting import Layout

QUOTES = 40
ARABIC = [
    "كتب",
    "الوزير",
    "رسالة",
    "إلى",
    "مكتب",
    "القناة",
    "في",
    "العام",
    "الماضي",
    "ولم",
    "يجب",
    "أحد",
    "عن",
    "الأسئلة",
    "التي",
    "طرحها",
    "الحارس",
    "خلال",
    "الربيع",
    "لكن",
    "العمال",
    "قالوا",
    "لا",
]
CHINESE = "运河管理局清点了过去十年每年通过上游船闸的驳船数量发现下降三分之一尽管费低于战前员说他曾两次写信给并且保留副本"


class File(NamedTuple):
    """A file with its text: the words as its pages show them, in order, and quotes copied from it."""

    name: str
    data: bytes
    words: Sequence[str]
    quotes: Sequence[str]


def score() -> list[dict[str, str | int | float]]:
    """Return a row for each file."""
    return [row(make(name), name) for name, make in FILES.items()]


def row(file: File, name: str) -> dict[str, str | int | float]:
    """Return the figures of a file."""
    document = read(file.data, name=file.name)
    got = shown(document, file.words)
    common = (Counter(file.words) & Counter(got)).total()
    anchored = sum(anchors(document.text, quote) for quote in file.quotes)
    return {
        "file": name,
        "pages": len(document.pages) or 1,
        "complete": round(100 * common / len(file.words), 1),
        "order": round(100 * LCSseq.normalized_similarity(list(file.words), got), 1),
        "quotes": f"{anchored} of {len(file.quotes)}",
    }


def shown(document: Document, words: Sequence[str]) -> list[str]:
    """The words of the text but for notes, or its characters where the text that it was made of is counted so."""
    text = " ".join(document.text[one.start : one.end] for one in document.sections if one.kind != "note")
    return [character for character in text if not character.isspace()] if max(map(len, words)) == 1 else text.split()


def anchors(text: str, quote: str) -> bool:
    try:
        anchoring.find(text, quote)
    except anchoring.QuoteError:
        return False
    return True


def report_in(layout: Layout, *, seed: int, notes: bool = True, around: tuple[str, str] = ("", "")) -> Callable[[str], File]:
    """A report of some pages, set in that layout, with operators around each page."""

    def make(_name: str) -> File:
        report = typesetting.report(40, notes=notes, seed=seed)
        pages = [[around[0], *page, around[1]] for page in typesetting.pages(report, layout)]
        return File("report.pdf", making.pdf(pages), report.body.split(), typesetting.quotes(report.body, QUOTES, words=26, seed=seed))

    return make


def table(_name: str) -> File:
    """A table of many pages, whose rows begin with a year, under running heads."""
    chance = random.Random(3)
    rows = [[str(year), str(chance.randint(100, 999)), f"{chance.randint(1000, 99999):,}"] for year in range(1700, 2020)]
    pages = []
    for number, start in enumerate(range(0, len(rows), 40), 1):
        cells = [
            (72 + 120 * column, 720 - 15 * at, 10, words)
            for at, row in enumerate(rows[start : start + 40])
            for column, words in enumerate(row)
        ]
        pages.append([(72, 760, 9, "Barges and tolls by year"), *cells, (280, 30, 9, f"Page {number} of 8")])
    return File(
        "table.pdf", making.pdf(pages), [words for row in rows for words in row], [" ".join(row) for row in chance.sample(rows, QUOTES)]
    )


def testimony(_name: str) -> File:
    """A transcript with numbered lines."""
    report = typesetting.report(24, seed=5)
    lines = [line for paragraph in report.paragraphs for line in typesetting.broken(paragraph, 380, 12)]
    pages = [
        [
            cell
            for at, line in enumerate(lines[start : start + 25])
            for cell in ((72, 720 - 26 * at, 12, str(at + 1)), (108, 720 - 26 * at, 12, line))
        ]
        for start in range(0, len(lines), 25)
    ]
    return File("testimony.pdf", making.pdf(pages), report.body.split(), typesetting.quotes(report.body, QUOTES, words=26, seed=5))


def arabic(_name: str) -> File:
    """Arabic, drawn from left to right with ligatures, as browsers print it."""
    chance = random.Random(2)
    lines = [[chance.choice(ARABIC) for _ in range(9)] for _ in range(60)]
    drawn = [(72, 740 - 20 * (at % 30), 12, " ".join(line).replace("لا", making.LAM_ALEF)[::-1]) for at, line in enumerate(lines)]
    words = [word for line in lines for word in line]
    quotes = [" ".join(words[start : start + 9]) for start in chance.sample(range(len(words) - 9), QUOTES)]
    return File("arabic.pdf", making.pdf([drawn[:30], drawn[30:]]), words, quotes)


def chinese(_name: str) -> File:
    """Chinese, whose lines end anywhere."""
    chance = random.Random(4)
    text = "".join(chance.choice(CHINESE) + "。" * (at % 29 == 28) for at in range(1400))
    lines = [(72, 740 - 18 * (at % 36), 12, text[at * 36 : at * 36 + 36]) for at in range(len(text) // 36 + 1)]
    quotes = [text[start : start + 24] for start in chance.sample(range(len(text) - 24), QUOTES)]
    return File("chinese.pdf", making.pdf([lines[:36], lines[36:]]), list(text), quotes)


def wrapped(between: str) -> Callable[[str], File]:
    """A press text whose lines are broken at 65 columns."""

    def make(_name: str) -> File:
        report = typesetting.report(20, seed=6)
        text = between.join("\n".join(textwrap.wrap(paragraph, 65)) for paragraph in report.paragraphs) + "\n"
        return File("press.txt", text.encode(), report.body.split(), typesetting.quotes(report.body, QUOTES, words=26, seed=6))

    return make


SIDEWAYS = ("ET q 0 1 -1 0 612 0 cm BT\n", "ET Q BT\n")
HIDDEN = (
    making.placed(150, 300, 60, "DRAFT", "0.7071 0.7071 -0.7071 0.7071")
    + "1 1 1 rg\n"
    + making.placed(72, 90, 9, "Say that all is well.")
    + "0 g\n",
    "",
)
FILES: dict[str, Callable[[str], File]] = {
    "report with notes, one column": report_in(Layout(), seed=11),
    "report with notes, two columns": report_in(Layout(columns=2, size=9), seed=12),
    "the same, drawn line by line": report_in(Layout(columns=2, size=9, by_row=True), seed=13),
    "three columns, drawn line by line": report_in(Layout(columns=3, size=7, by_row=True), seed=14, notes=False),
    "report on its side": report_in(Layout(top=540, room=648), seed=15, around=SIDEWAYS),
    "watermark and hidden words": report_in(Layout(), seed=16, notes=False, around=HIDDEN),
    "table, rows by year": table,
    "testimony, lines numbered": testimony,
    "Arabic": arabic,
    "Chinese": chinese,
    "press text wrapped at 65 columns": wrapped("\n\n"),
    "the same, pasted without blank lines": wrapped("\n"),
}

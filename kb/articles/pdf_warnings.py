"""A page of a PDF as it was read, and warnings of where the reading may be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kb.articles.pdf_glyphs import UNKNOWN
from kb.articles.pdf_lines import Line


class Read(NamedTuple):
    """A page as the worker read it: its lines, text in other directions with its angle in degrees, words that cannot be seen, and what was noticed.

    `recognised` is whether the words are an invisible layer over a picture, `reordered` whether columns were put one after another,
    `leftwards` whether the text runs from right to left.
    """

    lines: list[Line]
    asides: list[tuple[str, int]]
    hidden: str = ""
    recognised: bool = False
    reordered: bool = False
    leftwards: bool = False


def of_pages(pages: Sequence[Read], empty: Sequence[int], differing: Sequence[int], compared: int) -> Iterator[str]:
    """Yield a warning for each thing that was noticed on some pages. `compared` is how many a second library was asked about."""
    if empty:
        yield f"no text on {numbered(empty)}: pictures or scans"
    for words, noticed in (
        ("the words on {} are a layer of text recognition over a picture: compare them with it", [page.recognised for page in pages]),
        ("columns on {} are drawn line by line, and were put one after another: compare their order", [page.reordered for page in pages]),
        ("the text on {} runs from right to left, and was put in order by its places: compare it", [page.leftwards for page in pages]),
    ):
        places = [number for number, true in enumerate(noticed, 1) if true]
        if places:
            yield words.format(numbered(places))
    unknown = [number for number, page in enumerate(pages, 1) if any(UNKNOWN in Line(*line).text for line in page.lines)]
    if unknown:
        yield f"on {numbered(unknown)} the file does not say what some characters are: they are written {UNKNOWN}, compare them with the page"
    if differing:
        yield f"a second library reads other words on {numbered(differing)}: compare them with what the page shows"
    if compared < len(pages):
        yield f"only the first {compared} of {len(pages)} pages were compared with a second library's reading"


def numbered(numbers: Sequence[int]) -> str:
    """Return the numbers of pages in words, neighbours together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page{'s' * (len(numbers) > 1)} {shown}"

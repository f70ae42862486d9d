"""What stands on the pages of a PDF and is no part of the text: running heads, page numbers, watermarks, line numbers.

All of it is returned beside the text, so that nobody has to guess what is missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kb.articles.pdf_lines import Line

NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
EDGE = 2  # baselines at the top and bottom of a page that may be running heads
LAYERS = 3  # times that what stands behind a dropped head is looked at in turn
LONGEST = 300  # characters of the heads of a page; pages that are alike in more have the same text
NUMBERED = re.compile(r"(\d{1,4})(?:\s+(?=\S)|$)")
STEPS = (1, 5, 10)  # from one numbered line to the next
FEW = 3  # numbered lines at least, where only every fifth or tenth has its number
RUN = 6  # numbered lines of a page, at least, for their numbers to count its lines
Shape = tuple[str, int | None, int]


def without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the pages without running heads and page numbers, and the lines that were left out.

    A running head appears at the top or bottom of at least three pages (two, where there are at most three), at the same height and
    in the same words, but for one number, which counts the pages. So chapter titles, and heads that differ on left and right pages,
    are recognised too, while rows of a table, which differ in what they say, are not.
    """
    kept, dropped = [list(lines) for lines in pages], []
    for _ in range(LAYERS):
        heads = [
            found if sum(len(line.text) for line in lines if id(line) in found) <= LONGEST else set()
            for lines, found in zip(kept, running_heads(kept), strict=True)
        ]
        if not any(heads):
            break
        dropped += [line for number, lines in enumerate(kept) for line in lines if id(line) in heads[number]]
        kept = [[line for line in lines if id(line) not in heads[number]] for number, lines in enumerate(kept)]
    return kept, sorted(dropped, key=lambda line: line.page)


def running_heads(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """Return the identities of the lines of each page that are running heads or page numbers."""
    counts: Counter[Shape] = Counter()
    for lines in pages:
        counts.update({shape for line in [*edges(lines), *large(lines, pages)] for shape in shapes(line)})
    needed = 3 if len(pages) > 3 else 2
    return [
        {
            id(line)
            for line in [*edges(lines), *large(lines, pages)]
            if not heads_table(line, lines)
            and (any(counts[shape] >= needed for shape in shapes(line)) or (numbers_page(line) and len(lines) > 1))
        }
        for lines in pages
    ]


def edges(lines: Sequence[Line]) -> list[Line]:
    """Return the highest and lowest lines of a page, where running heads are."""
    heights = sorted({round(line.bottom) for line in lines})
    outer = {*heights[:EDGE], *heights[-EDGE:]}
    return [line for line in lines if round(line.bottom) in outer]


def large(lines: Sequence[Line], pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Return the lines in type of twice the height of the page's others or more, which may be a watermark; none in a file of few pages."""
    heights = sorted(line.height for line in lines)
    return [line for line in lines if line.height >= 2 * heights[len(heights) // 2]] if len(pages) > 2 else []


def shapes(line: Line) -> Iterator[Shape]:
    """Yield the forms of a line that are equal on all pages where it is a running head, with its height in units of 4 points.

    They are the line itself, and the line with each of its numbers in turn replaced, with what is to be added to that number to give
    the page; where the number begins or ends the line, that alone, since a short chapter's title stands on few pages.
    """
    words, height = line.text.lower().strip(), round(line.bottom / 4)
    yield words, None, height
    for match in NUMBER.finditer(words):
        yield f"{words[: match.start()]}#{words[match.end() :]}", line.page - value(match[0]), height
        if match[0].isdecimal() and (match.start() == 0 or match.end() == len(words)):
            yield "#", line.page - value(match[0]), height


def value(digits: str) -> int:
    """Return the value of a number in figures or Roman letters."""
    if digits.isdecimal():
        return int(digits)
    parts = [ROMAN[letter] for letter in digits.lower()]
    return sum(-part if part < following else part for part, following in zip(parts, [*parts[1:], 0], strict=True))


def numbers_page(line: Line) -> bool:
    """Whether a line is the number of its page and nothing else."""
    return line.text.strip("-–—[]| ") == str(line.page)


def heads_table(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line stands in a table: it has cells, and two other lines close by have as many."""
    near = (other for other in lines if other is not line and abs(other.bottom - line.bottom) < 3.5 * line.height)
    return len(line.cells) > 1 and sum(len(other.cells) == len(line.cells) for other in near) >= 2


def without_line_numbers(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """Return the pages without the numbers that count their lines, as transcripts have, and the numbers that were left out of each page.

    They follow one another down the page, and what stands after them is running text: they begin anew on another page, or lines go
    on in the middle of a sentence.
    """
    runs = [numbered(lines, RUN) for lines in pages]
    if any(runs):  # the last page may hold a line or two
        begins = {numbers(lines)[run[0]] for lines, run in zip(pages, runs, strict=True) if run}
        short = [numbered(lines, 1) for lines in pages]
        runs = [
            run or [at for at in other if numbers(lines)[other[0]] in begins] for lines, run, other in zip(pages, runs, short, strict=True)
        ]
    firsts = [page[run[0]] for page, run in zip(map(numbers, pages), runs, strict=True) if run]
    again = len(firsts) > 1 and len(set(firsts)) == 1
    if not any(runs) or not (again or flows(pages, runs)):
        return [list(lines) for lines in pages], []
    kept = [
        [cut for at, line in enumerate(lines) for cut in ([unnumbered(line)] if at in run else [line]) if cut.text]
        for lines, run in zip(pages, runs, strict=True)
    ]
    counted = [[str(numbers(lines)[at]) for at in run] for lines, run in zip(pages, runs, strict=True)]
    return kept, [f"{page[0]} to {page[-1]}" for page in counted if page]


def numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Return the number at the beginning of each line that has one, by the line's position."""
    return {at: int(match[1]) for at, line in enumerate(lines) if (match := NUMBERED.match(line.text))}


def numbered(lines: Sequence[Line], least: int) -> list[int]:
    """Return the positions of the lines of a page whose numbers count its lines: every one of them, or every fifth or tenth.

    There are none where fewer than `least` lines or half of those to be numbered are.
    """
    found = numbers(lines)
    for step in STEPS:
        run = max((counted(found, first, step) for first in list(found)[: len(found) // 2 + 1]), key=len, default=[])
        same_place = len({round(lines[at].left / 8) for at in run}) <= 3
        prose = sum(len(lines[at].cells) <= 2 for at in run) >= 0.9 * len(run)
        if len(run) >= max(min(least, FEW) if step > 1 else least, 0.5 * len(lines) / step) and same_place and prose:
            return run
    return []


def counted(found: Mapping[int, int], first: int, step: int) -> list[int]:
    """Return the positions from `first` on whose numbers follow one another by `step`, other numbers at the beginnings of lines left aside."""
    run = [first]
    for at, number in found.items():
        if at > run[-1] and number == found[run[-1]] + step and (step == 1 or at == run[-1] + step):
            run.append(at)
    return run


def flows(pages: Sequence[Sequence[Line]], runs: Sequence[Sequence[int]]) -> bool:
    """Whether the numbered lines go on within sentences, so that their numbers are none of the text's."""
    steps = []
    for lines, run in zip(pages, runs, strict=True):
        words = [unnumbered(line).text if at in run else line.text for at, line in enumerate(lines)]
        steps += [(words[at], words[at + 1]) for at in run if at + 1 < len(words) and words[at] and words[at + 1]]
    goes_on = sum(below[0].islower() and not above.endswith((".", "?", "!", ";")) for above, below in steps)
    return bool(steps) and goes_on >= 0.3 * len(steps)


def unnumbered(line: Line) -> Line:
    """Return a line without the number that it begins with."""
    match = NUMBERED.match(line.text)
    cut = match.end() if match else 0
    cells = tuple(max(0, cell - cut) for cell in line.cells[1:])
    return line._replace(text=line.text[cut:], cells=cells if len(cells) > 1 else ())

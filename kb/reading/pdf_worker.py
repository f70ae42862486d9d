"""Run as `python -m kb.reading.pdf_worker BYTES SECONDS`: a PDF on standard input, its lines with their boxes as JSON on standard output.

A process of its own, because a PDF of one megabyte can unpack to gigabytes inside PDFium, which then aborts: this one has
limited memory and time, and takes nobody with it.
"""

from __future__ import annotations

import json
import statistics
import sys
from typing import Any

from kb.reading import limits
from kb.reading.pdf_lines import BREAK, HYPHENS, UNWANTED, Line


def main() -> None:
    restrict(*map(int, sys.argv[1:]))
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        answer: dict[str, Any] = {"error": str(error)}
    else:
        answer = {"count": len(file), "about": file.get_metadata_dict(skip_empty=True)}
        answer["pages"] = pages_of(file, pypdfium2) if len(file) <= limits.PAGES else []
    sys.stdout.write(json.dumps(answer))


def restrict(memory: int, seconds: int) -> None:
    """Limit this process's memory (bytes of address space) and processor time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time limit holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages_of(file: Any, pdfium: Any) -> list[list[Line]]:
    """The lines of every page; none for a page that cannot be read. Stops past the most characters that are read."""
    pages, size = [], 0
    for number in range(len(file)):
        try:
            page = file[number]
            textpage = page.get_textpage()
            pages.append(lines_of(textpage, number + 1, pdfium.PdfiumError))
            textpage.close()
            page.close()
        except pdfium.PdfiumError:
            pages.append([])
        size += sum(len(line.text) for line in pages[-1])
        if size > limits.TEXT:
            break
    return pages


def lines_of(textpage: Any, page: int, error: type[Exception]) -> list[Line]:
    """The lines of a page with their boxes, which are zero where PDFium gives none."""
    text = textpage.get_text_range()
    lines, at = [], 0
    for match in [*BREAK.finditer(text), None]:
        end, following = (match.start(), match.end()) if match else (len(text), len(text))
        words = text[at:end]
        shown = UNWANTED.sub("", words).strip()
        if shown:
            divided = words.rstrip()[-1] in HYPHENS  # the hyphen itself is not among the characters
            hyphen = divided or (shown[-1] == "-" and shown[-2:-1].isalpha())
            places = [place for place in range(at, end) if not text[place].isspace() and text[place] not in HYPHENS]
            lines.append(Line(shown + "-" * divided, page, *box(textpage, places, error), hyphen))
        at = following
    return lines


def box(textpage: Any, places: list[int], error: type[Exception]) -> tuple[float, float, float, float]:
    """(left, right, bottom, height) of a line, by a few of its characters: the first may be a bullet of another font."""
    try:
        boxes = [textpage.get_charbox(places[len(places) * share // 4 - (share == 4)], loose=True) for share in range(5)]
    except (error, IndexError, ValueError):
        return 0.0, 0.0, 0.0, 0.0
    bottom, height = statistics.median(one[1] for one in boxes), statistics.median(one[3] - one[1] for one in boxes)
    return round(boxes[0][0], 2), round(boxes[-1][2], 2), round(bottom, 2), round(height, 2)


if __name__ == "__main__":
    main()

"""The program `python -m kb.articles.pdf_worker BYTES SECONDS`, which reads a PDF from standard input and prints its lines as JSON.

The object printed has the keys count (of pages), about (document information), pages (of which each has the fields of Read), differing
(pages that a second library reads otherwise) and compared (how many it was asked about), or only error. It is a process of its own
with limited memory and time, because a PDF of one megabyte can unpack to gigabytes inside PDFium, which then aborts the process that
it runs in.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from kb.articles import limits, pdf_bidi, pdf_glyphs, pdf_layout, pdf_second
from kb.articles.pdf_warnings import Read


def main() -> None:
    """Print the report on the PDF on standard input."""
    restrict(*map(int, sys.argv[1:]))
    import pypdfium2

    data = sys.stdin.buffer.read()
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        answer: dict[str, Any] = {"error": str(error)}
    else:
        answer = {"count": len(file), "about": file.get_metadata_dict(skip_empty=True)}
        pages, texts = pages_of(file, pypdfium2) if len(file) <= limits.PAGES else ([], [])
        differing, compared = pdf_second.disagreements(data, texts, limits.PDF_COMPARING)
        answer |= {"pages": pages, "differing": differing, "compared": compared}
    sys.stdout.write(json.dumps(answer))


def restrict(memory: int, seconds: int) -> None:
    """Limit this process's address space (bytes) and processor time (seconds), where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits, but the parent's timeout applies there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def pages_of(file: Any, pdfium: Any) -> tuple[list[Read], list[str]]:
    """Return every page and all its characters, none of a page that cannot be read, stopping after limits.TEXT characters."""
    pages: list[Read] = []
    texts: list[str] = []
    gutters: set[float] = set()
    for number in range(len(file)):
        try:
            page = file[number]
            textpage = page.get_textpage()
            sheet = pdf_glyphs.sheet(page, textpage, pdfium.raw)
            textpage.close()
            page.close()
        except pdfium.PdfiumError:
            sheet = pdf_glyphs.Sheet()
        pages.append(read(sheet, number + 1, gutters))
        leftwards = pages[-1].leftwards
        texts.append(" ".join(line.text for line in pages[-1].lines) if leftwards else sheet.everything)
        if sum(map(len, texts)) > limits.TEXT:
            break
    return pages, texts


def read(sheet: pdf_glyphs.Sheet, number: int, gutters: set[float]) -> Read:
    """Return the page of that number with its glyphs put together to lines. `gutters` are those of the pages before, and are added to."""
    lines, reordered = pdf_layout.lines(sheet.glyphs, number, gutters)
    leftwards = pdf_bidi.runs_leftwards(glyph.char for glyph in sheet.glyphs)
    return Read(lines, sheet.asides, sheet.hidden, sheet.recognised, reordered, leftwards)


if __name__ == "__main__":
    main()

"""Extract an article from PDF: its words in reading order, with words joined across line ends, and what frames its pages left out.

Where the characters stand on the page decides: pdf_glyphs gives them with their places, pdf_layout puts them together to lines and
columns, pdf_furniture takes out running heads, page numbers, watermarks and line numbers, pdf_notes sets notes apart and tells note
marks from exponents, pdf_paragraphs joins lines to paragraphs. A hyphen at a line end is kept where the word is written with it
elsewhere in the file, and dropped where the word is written without it, or goes on in lower case; where neither form occurs again
that is a guess, and a warning names the guesses. Whatever is left out is listed beside the text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kb.articles import limits, pdf_warnings
from kb.articles.document import Extraction, LeftOut, MetadataValue, MetadataValues, Omission
from kb.articles.optional import library
from kb.articles.pdf_furniture import without_line_numbers, without_running_heads
from kb.articles.pdf_glyphs import UNKNOWN
from kb.articles.pdf_lines import Line, typical, with_edges, with_rows
from kb.articles.pdf_notes import set_apart_notes
from kb.articles.pdf_paragraphs import compose
from kb.articles.pdf_warnings import Read
from kb.errors import DataError
from kb.workers import process

NO_TITLE = re.compile(r"(microsoft \w+ - .*|untitled.*|.*\.(docx?|indd|qxd|odt|rtf|tex|pdf|pages))", re.IGNORECASE)
SCANNED = 20  # letters on an average page, below which the pages are pictures
NAMELESS = 0.1  # characters without a name for each letter, from which on the words cannot be told
SHATTERED = 0.4  # single letters for each longer word, from which on right-to-left text has fallen apart
LAST_LETTERS = "ةىךםןףץ"  # Arabic and Hebrew letters that stand only at the end of a word


def read(data: bytes, _content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the article in a PDF, with all that frames its pages if `keep_all`. Raises DataError for a file that is locked, damaged, too long or a scan."""
    report = worker_report(data, where)
    if "error" in report:
        locked = "password" in report["error"].lower()
        raise DataError(
            "the PDF is locked with a password" if locked else f"the PDF cannot be opened: {report['error']}",
            where=where,
            remedy="save it without a password" if locked else "open it in a PDF reader and save or print it to PDF again",
        )
    read_pages = [Read(*page) for page in report["pages"]]
    pages = [[Line(*line) for line in page.lines] for page in read_pages]
    if report["count"] > limits.PAGES or sum(len(line.text) for lines in pages for line in lines) > limits.TEXT:
        raise DataError(
            f"the PDF has {report['count']} pages, or more characters than are read ({limits.PAGES} pages, {limits.TEXT} characters at most)",
            where=where,
            remedy="give one chapter at a time",
        )
    empty = refuse_scans(pages, where)
    refuse_shattered(pages, [page.leftwards for page in read_pages], where)
    extraction = composed(pages, read_pages, keep_all)
    extraction.metadata = information(report["about"])
    extraction.warnings += pdf_warnings.of_pages(read_pages, empty, report["differing"], report["compared"])
    return extraction


def composed(pages: Sequence[Sequence[Line]], read_pages: Sequence[Read], keep_all: bool) -> Extraction:
    """Return the text of the pages without what frames it, which is listed beside it, or with it if `keep_all`."""
    asides, watermarks = divided_asides(read_pages)
    unseen = [[page.hidden] if page.hidden else [] for page in read_pages]
    left_out: list[LeftOut] = []
    if keep_all:
        asides = [[*beside, *across, *hidden] for beside, across, hidden in zip(asides, watermarks, unseen, strict=True)]
    else:
        pages, heads = without_running_heads(pages)
        pages, line_numbers = without_line_numbers(pages)
        left_out += [LeftOut(Omission.HEADS, line.text) for line in heads]
        left_out += [LeftOut(Omission.LINE_NUMBERS, words) for words in line_numbers]
        left_out += [LeftOut(Omission.WATERMARKS, words) for page in watermarks for words in page]
        left_out += [LeftOut(Omission.HIDDEN, words) for page in unseen for words in page]
    pages = [with_rows(with_edges(lines)) for lines in pages]
    usual = typical(pages)
    notes = set_apart_notes(pages, usual, keep_all)
    apart = [
        [*(("note", note) for note in page), *(("", [Line(words, number)]) for words in asides[number - 1])]
        for number, page in enumerate(notes.notes, 1)
    ]
    extraction = compose(notes.pages, apart, usual)
    extraction.left_out = [*notes.left_out, *left_out]
    return extraction


def worker_report(data: bytes, where: str) -> Any:
    """Return the worker's report on the file, as in kb.articles.pdf_worker. Raises DataError when the worker fails or takes too long."""
    library("pypdfium2", "PDF")
    library("pypdf", "PDF")
    command = [sys.executable, "-m", "kb.articles.pdf_worker", str(limits.PDF_MEMORY), str(limits.PDF_SECONDS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.PDF_SECONDS, check=True, env=process.environment())
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        raise DataError(
            f"the PDF cannot be read within {limits.PDF_SECONDS} seconds and {limits.PDF_MEMORY // 10**9} GB of memory, or breaks its reader",
            where=where,
            remedy="open it in a PDF reader and save or print it to PDF again, or give its text",
        ) from error


def refuse_scans(pages: Sequence[Sequence[Line]], where: str) -> list[int]:
    """Return the numbers of the pages without text. Raises DataError when the file has hardly any text, or does not say what it is."""
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    letters = sum(character.isalnum() for lines in pages for line in lines for character in line.text)
    nameless = sum(line.text.count(UNKNOWN) for lines in pages for line in lines)
    if nameless > NAMELESS * letters:
        raise DataError(
            f"the PDF does not say which letters {nameless} of its characters are",
            where=where,
            remedy="run text recognition on it (for instance ocrmypdf --force-ocr), and give the result",
        )
    if not letters or letters < SCANNED * (len(pages) - len(empty)):
        raise DataError(
            f"the PDF has hardly any text on its {len(pages)} pages: it may be a scan",
            where=where,
            remedy="run text recognition on it first (for instance ocrmypdf), and give the result",
        )
    return empty


def refuse_shattered(pages: Sequence[Sequence[Line]], leftwards: Sequence[bool], where: str) -> None:
    """Raise DataError where right-to-left text comes out in pieces of a letter or two, or with its letters in reverse order."""
    words = [
        word for lines, true in zip(pages, leftwards, strict=True) if true for line in lines for word in line.text.split() if len(word) > 1
    ]
    single = sum(true * len(line.text.split()) for lines, true in zip(pages, leftwards, strict=True) for line in lines) - len(words)
    reversed_words = sum(word[0] in LAST_LETTERS for word in words) > sum(word.strip("،.؟!:,")[-1:] in LAST_LETTERS for word in words)
    if single > SHATTERED * len(words) or reversed_words:
        raise DataError(
            "the PDF's right-to-left text comes out in reverse order or in single letters, so its words cannot be told",
            where=where,
            remedy="give the text in another format, such as HTML or DOCX, or copy it from a PDF reader into a plain text",
        )


def divided_asides(pages: Sequence[Read]) -> tuple[list[list[str]], list[list[str]]]:
    """Return the text of each page that stands on its side, and its watermarks: what runs aslant or stands on several pages."""
    counts = Counter(words for page in pages for words in {words for words, _ in page.asides})
    kept = [[words for words, angle in page.asides if counts[words] == 1 and angle % 90 == 0] for page in pages]
    return kept, [[words for words, angle in page.asides if counts[words] > 1 or angle % 90] for page in pages]


def information(about: Mapping[str, str]) -> MetadataValues:
    """Return the metadata in the PDF's document information.

    A file may be created long before or after its text is published, so `created` is shown but never used as the date of publication.
    """
    values: MetadataValues = []
    title, author = about.get("Title", "").strip(), about.get("Author", "").strip()
    if title and not NO_TITLE.fullmatch(title):
        values.append(("title", MetadataValue(title, "PDF document information, Title")))
    if author:
        values.append(("authors", MetadataValue((author,), "PDF document information, Author")))
    created = re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get("CreationDate", ""))
    if created:
        values.append(("created", MetadataValue("-".join(created.groups()), "PDF document information, CreationDate")))
    return values

"""PDF: its words in reading order, with words joined that line ends divided, and running heads left out.

Which lines belong together is told by where they stand on the page (kb.reading.pdf_lines). A hyphen at a line end is kept where
the word is written with it elsewhere in the file, and dropped where the word is written without it, or goes on in small letters;
that is a guess where neither form occurs again, and the number of such joins is told. Columns come in the order in which the
file draws them; tables come line by line.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import kb
from kb.errors import DataError
from kb.reading import limits
from kb.reading.needs import library
from kb.reading.pdf_lines import Line, Usual, begins_paragraph, typical, without_running_heads
from kb.reading.types import Finds, Found, Raw, Stretch

MADE_BY = re.compile(r"(microsoft \w+ - .*|untitled.*|.*\.(docx?|indd|qxd|odt|rtf|tex|pdf|pages))", re.IGNORECASE)
SCANNED = 20  # letters on a page, on average, below which the pages are pictures
ROOT = Path(kb.__file__).parents[1]  # where the worker finds the package, wherever the command was given
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read(data: bytes, _said: str | None, where: str) -> Raw:
    told = ask(data, where)
    if "error" in told:
        locked = "password" in told["error"].lower()
        raise DataError(
            "the PDF is locked with a password" if locked else f"the PDF cannot be opened: {told['error']}",
            where=where,
            remedy="save it without a password" if locked else "open it in a PDF reader and save or print it to PDF again",
        )
    pages = [[Line(*line) for line in lines] for lines in told["pages"]]
    if told["count"] > limits.PAGES or sum(len(line.text) for lines in pages for line in lines) > limits.TEXT:
        raise DataError(
            f"the PDF has {told['count']} pages, or more characters than are read ({limits.PAGES} pages, {limits.TEXT} characters at most)",
            where=where,
            remedy="give one chapter at a time",
        )
    empty = refuse_scans(pages, where)
    kept, dropped = without_running_heads(pages)
    raw = Composer(kept).raw
    raw.found = information(told["about"])
    raw.warnings += [f"left out as running heads or page numbers: {dropped} lines"] if dropped else []
    raw.warnings += (
        [f"no text on {'page' if len(empty) == 1 else 'pages'} {', '.join(map(str, empty))}: pictures or scans"] if empty else []
    )
    return raw


def ask(data: bytes, where: str) -> Any:
    """What the process that opens the file tells of it."""
    library("pypdfium2", "PDF")
    command = [sys.executable, "-m", "kb.reading.pdf_worker", str(limits.PDF_MEMORY), str(limits.PDF_SECONDS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.PDF_SECONDS, check=True, cwd=ROOT)
        return json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        raise DataError(
            f"the PDF cannot be read within {limits.PDF_SECONDS} seconds and {limits.PDF_MEMORY // 10**9} GB of memory, or breaks its reader",
            where=where,
            remedy="open it in a PDF reader and save or print it to PDF again, or give its text",
        ) from error


def refuse_scans(pages: Sequence[Sequence[Line]], where: str) -> list[int]:
    """The numbers of the pages without text; DataError when there is next to none on any."""
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    letters = sum(character.isalnum() for lines in pages for line in lines for character in line.text)
    if not letters or letters < SCANNED * (len(pages) - len(empty)):
        raise DataError(
            f"the PDF has hardly any text on its {len(pages)} pages: it may be a scan",
            where=where,
            remedy="run text recognition on it first (for instance ocrmypdf), and give the result",
        )
    return empty


class Composer:
    """The text of all pages: lines joined to paragraphs, also past the end of a page."""

    def __init__(self, pages: Sequence[Sequence[Line]]) -> None:
        self.usual: Usual = typical(pages)
        self.forms = Counter(word.lower() for lines in pages for line in lines for word in WORD.findall(line.text))
        self.raw = Raw("", [])
        self.paragraph: list[str] = []
        self.start, self.at, self.guesses = 0, 0, 0
        before: Line | None = None
        for number, lines in enumerate(pages, 1):
            for position, line in enumerate(lines):
                self.go_on(before, line)
                if position == 0:
                    self.raw.pages.append((number, self.at))
                self.add(line.text)
                before = line
            if not lines:
                self.raw.pages.append((number, self.at))
        self.end(before)
        if self.guesses:
            self.raw.warnings.append(f"words joined over line ends where nothing else shows how they are written: {self.guesses}")

    def add(self, words: str) -> None:
        self.paragraph.append(words)
        self.at += len(words)

    def go_on(self, before: Line | None, line: Line) -> None:
        """Close the paragraph, or make the end of its last line ready for the next."""
        if before is None or begins_paragraph(before, line, self.usual):
            self.end(before)
        elif not before.hyphen:
            self.add(" ")
        else:
            drop, guess = divided(before.text, line.text, self.forms)
            self.guesses += guess
            if drop:
                self.at -= 1
                self.paragraph[-1] = self.paragraph[-1][:-1]

    def end(self, before: Line | None) -> None:
        if before is None:
            return
        words = "".join(self.paragraph)
        self.raw.stretches.append(Stretch(self.start, self.at, before.kind(self.usual)))
        self.raw.text += ("\n\n" if self.raw.text else "") + words
        self.at += 2
        self.start, self.paragraph = self.at, []


def divided(line: str, following: str, forms: Counter[str]) -> tuple[bool, bool]:
    """Whether the hyphen at the end of a line goes, and whether that is a guess."""
    head, tail = WORD.findall(line[:-1]), WORD.match(following)
    if not head or not tail or not line[:-1].endswith(head[-1]):
        return False, False
    with_hyphen, without = forms[f"{head[-1]}-{tail[0]}".lower()], forms[f"{head[-1]}{tail[0]}".lower()]
    if with_hyphen or without:
        return without >= with_hyphen, False
    return tail[0][0].islower(), True


def information(about: Mapping[str, str]) -> Finds:
    """What the file says of itself. When it was made is not when it was published: `created` is shown, and not taken for it."""
    found: Finds = []
    title, author = about.get("Title", "").strip(), about.get("Author", "").strip()
    if title and not MADE_BY.fullmatch(title):
        found.append(("title", Found(title, "PDF document information, Title")))
    if author:
        found.append(("authors", Found((author,), "PDF document information, Author")))
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", about.get("CreationDate", ""))
    if made:
        found.append(("created", Found("-".join(made.groups()), "PDF document information, CreationDate")))
    return found

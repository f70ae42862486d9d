"""Join the lines of a PDF's pages to paragraphs, also across page ends, and the paragraphs to one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kb.articles.document import Extraction, Stretch
from kb.articles.line_joins import WORD, goes_on
from kb.articles.pdf_lines import Line, Usual, begins_paragraph

NAMED = 8  # guesses that a warning shows


@dataclass
class Composer:
    """Writes paragraph after paragraph. What is `waiting` is written as soon as the open paragraph, which it stands in, is closed."""

    usual: Usual
    forms: Counter[str]
    extraction: Extraction = field(default_factory=lambda: Extraction("", []))
    pieces: list[str] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    start: int = 0
    at: int = 0
    before: Line | None = None
    waiting: list[tuple[str, list[Line]]] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)

    def page(self, number: int, lines: Sequence[Line], apart: Sequence[tuple[str, list[Line]]]) -> None:
        """Write the lines of a page, and what stands apart on it (kind, lines) as soon as its last paragraph is closed."""
        for position, line in enumerate(lines):
            if self.before is None or begins_paragraph(self.before, line, self.usual):
                self.close()
            else:
                self.join(self.before, line)
            if position == 0:
                self.extraction.pages.append((number, self.at))
            self.add(line.text)
            self.before = line
        if not lines:
            self.extraction.pages.append((number, self.at))
        self.waiting += apart

    def add(self, words: str) -> None:
        """Append words to the open paragraph."""
        self.paragraph.append(words)
        self.at += len(words)

    def join(self, above: Line, line: Line) -> None:
        """Write what stands between two lines of a paragraph."""
        if line.cells:
            self.add("\n")
            return
        between, drop, guess = goes_on(above.text, line.text, self.forms, above.hyphen)
        if guess:
            self.guesses.append((above.text.split()[-1] + line.text.split()[0]).strip(",.;:()“”"))
        if drop:
            self.at -= 1
            self.paragraph[-1] = self.paragraph[-1][:-1]
        self.add(between)

    def close(self) -> None:
        """Close the open paragraph, and write the notes that waited for its end."""
        if self.before is None:
            return
        self.write("table" if self.before.cells else self.before.kind(self.usual))
        self.before = None
        apart, self.waiting = self.waiting, []
        for kind, lines in apart:
            for above, line in zip([None, *lines], lines, strict=False):
                if above is not None:
                    self.join(above, line)
                self.add(line.text)
            self.write(kind)

    def write(self, kind: str) -> None:
        """Append the open paragraph to the text as a stretch of that kind."""
        words = "".join(self.paragraph)
        self.extraction.stretches.append(Stretch(self.start, self.at, kind))
        self.pieces.append(words)
        self.at += 2
        self.start, self.paragraph = self.at, []

    def finish(self) -> Extraction:
        """Return the article."""
        self.close()
        self.extraction.text = "\n\n".join(self.pieces)
        if self.guesses:
            shown = ", ".join(self.guesses[:NAMED]) + (" …" if len(self.guesses) > NAMED else "")
            self.extraction.warnings.append(
                f"words joined over line ends where nothing else shows how they are written: {len(self.guesses)} ({shown})"
            )
        return self.extraction


def compose(pages: Sequence[Sequence[Line]], apart: Sequence[Sequence[tuple[str, list[Line]]]], usual: Usual) -> Extraction:
    """Return the text of all pages, with what stands apart on each page, such as notes, after the paragraph that ends there or goes on overleaf."""
    forms = Counter(word.lower() for lines in pages for line in lines for word in WORD.findall(line.text))
    composer = Composer(usual, forms)
    for number, lines in enumerate(pages, 1):
        composer.page(number, lines, apart[number - 1])
    return composer.finish()

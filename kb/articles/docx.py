"""Extract an article from DOCX: the paragraphs and tables of the document and its notes, their kinds by style, and the properties.

Headers, footers and comments are left out, as are words that are deleted, struck out or hidden, which are told; inserted words are read
as text, with a warning.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from kb.articles.archives import opened, part
from kb.articles.document import Extraction, MetadataValue, MetadataValues, assemble
from kb.articles.docx_runs import LEFT_OUT, Notes, Styles, W, words_of
from kb.articles.tables import Cell, lines
from kb.errors import DataError

DOCUMENT = "word/document.xml"
NOTES = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}
CORE = {"title": "title", "creator": "authors", "language": "language", "created": "created", "modified": "updated"}
# Files by which archives of other programs are known, with the program's format and a remedy.
OTHER = {
    "xl/workbook.xml": ("a spreadsheet (XLSX)", "save the sheet as PDF, or its text"),
    "ppt/presentation.xml": ("a presentation (PPTX)", "save it as PDF"),
    "Index/Document.iwa": ("a document of Pages, Numbers or Keynote", "export it as DOCX or PDF"),
}
CELL = 600  # characters of a cell of data; a longer one is a column of the page


def read(data: bytes, _content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the article in a DOCX file. Raises DataError for an archive that cannot be opened or is no such document."""
    with opened(data, where, "DOCX") as archive:
        return article(archive, where, keep_all)


def article(archive: zipfile.ZipFile, where: str, keep_all: bool) -> Extraction:
    """Return the article in an opened DOCX archive, notes after the body."""
    if DOCUMENT not in archive.namelist():
        names = set(archive.namelist())
        what, remedy = next(
            (told for name, told in OTHER.items() if name in names), ("a ZIP archive", "save the text as DOCX, PDF or plain text")
        )
        raise DataError(f"{what}, but no Word document in it", where=where, remedy=remedy)
    styles = Styles(part(archive, "word/styles.xml", where, "DOCX"))
    body = part(archive, DOCUMENT, where, "DOCX")
    extraction = Extraction("", [], properties(part(archive, "docProps/core.xml", where, "DOCX")))
    reader = Reader(styles, Notes(body), extraction, keep_all)
    blocks = list(reader.blocks(body))
    for name, kind in NOTES.items():
        notes = part(archive, name, where, "DOCX")
        for note in notes.iter(f"{W}{kind}") if notes is not None else ():
            blocks += [(words, "note") for words, _ in reader.blocks(note)]
    extraction.text, extraction.stretches = assemble(blocks)
    if body is not None and next(body.iter(W + "ins", W + "del"), None) is not None:
        extraction.warnings.append("the document has tracked changes: inserted words are read, deleted ones left out")
    return extraction


class Reader:
    """Reads paragraphs and tables, and adds what it leaves out to the extraction."""

    def __init__(self, styles: Styles, notes: Notes, extraction: Extraction, keep_all: bool) -> None:
        self.styles, self.notes, self.extraction, self.keep_all = styles, notes, extraction, keep_all

    def blocks(self, root: Any) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of each paragraph and table in order. Paragraphs in a text box follow the one that holds the box."""
        tables: set[Any] = set()
        for element in root.iter(W + "p", W + "tbl") if root is not None else ():
            around = list(element.iterancestors())
            if any(ancestor.tag in LEFT_OUT or ancestor in tables for ancestor in around):
                continue
            if element.tag == W + "p":
                yield self.words(element), self.styles.kind(element)
            elif rows := self.rows(element):
                tables.add(element)
                yield lines(rows), "table"

    def words(self, paragraph: Any) -> str:
        """Return the words of a paragraph."""
        words, left_out = words_of(paragraph, self.styles, self.notes, keep_all=self.keep_all)
        self.extraction.left_out += left_out
        return words

    def rows(self, table: Any) -> list[list[Cell]]:
        """Return the rows of a table of data, empty for a table that only lays out the page."""
        rows = [list(row.iterchildren(W + "tc")) for row in table.iterchildren(W + "tr")]
        plain = ["".join(text.text or "" for text in cell.iter(W + "t")) for row in rows for cell in row]
        nested = next(table.iterdescendants(W + "tbl"), None) is not None
        if nested or len(rows) < 2 or max(map(len, rows)) < 2 or max(map(len, plain)) > CELL:
            return []
        out: list[list[Cell]] = []
        for row in rows:
            out.append([self.cell(cell, out[-1] if out else [], column) for column, cell in enumerate(row)])
        return out

    def cell(self, cell: Any, above: list[Cell], column: int) -> Cell:
        """Return a cell, with the words of the one above where it is the same cell going on."""
        merge, span = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}gridSpan")
        goes_on = merge is not None and merge.get(W + "val", "continue") == "continue" and column < len(above)
        words = above[column].words if goes_on else " ".join(words for words, _ in self.blocks(cell) if words.strip())
        value = span.get(W + "val", "1") if span is not None else "1"
        return Cell(words, int(value) if re.fullmatch(r"\d{1,3}", value) else 1)


def properties(core: Any) -> MetadataValues:
    """Return the metadata in the document's core properties.

    A file may be created long before or after its text is published, so `created` is shown but never used as the date of publication.
    """
    values: MetadataValues = []
    for element in core if core is not None else ():
        key = CORE.get(element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "")
        value = (element.text or "").strip()
        if key and value:
            values.append(
                (key, MetadataValue((value,) if key == "authors" else value, f"document property {element.tag.rpartition('}')[2]}"))
            )
    return values

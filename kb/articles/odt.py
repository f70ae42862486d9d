"""Extract an article from OpenDocument text (ODT): paragraphs, tables and notes, their kinds by style, and the properties.

Comments are left out, as are deleted, struck out and hidden words, which are told.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kb.articles import formulas
from kb.articles.archives import opened, part
from kb.articles.document import Extraction, LeftOut, MetadataValue, MetadataValues, Omission, assemble
from kb.articles.marks import Position, Run, compose, without_gaps
from kb.articles.odt_styles import OFFICE, TEXT, Characters, Styles
from kb.articles.tables import Cell, lines
from kb.errors import DataError

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
HREF = "{http://www.w3.org/1999/xlink}href"
CONTENT, META, MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"
CORE = {
    "title": "title",
    "initial-creator": "authors",
    "creator": "authors",
    "language": "language",
    "creation-date": "created",
    "date": "updated",
}
MARKS = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
UNREAD = frozenset(
    [OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "tracked-changes", TEXT + "ruby-text", TEXT + "note", OFFICE + "forms"]
)
MOST_SPACES = 1000  # that one element may stand for
CELL = 600  # characters of a cell of data; a longer one is a column of the page


def read(data: bytes, _content_type: str | None, where: str, keep_all: bool = False) -> Extraction:
    """Return the article in an ODT file. Raises DataError for an archive that cannot be opened or is no such document."""
    with opened(data, where, "ODT") as archive:
        manifest = part(archive, MANIFEST, where, "ODT", may_declare=True)
        if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
            raise DataError("the document is locked with a password", where=where, remedy="save it without one")
        content = part(archive, CONTENT, where, "ODT")
        body = next(content.iter(OFFICE + "text"), None) if content is not None else None
        if body is None:
            raise DataError("the archive holds no text document", where=where, remedy="save it again as ODT, or as DOCX")
        extraction = Extraction("", [], properties(part(archive, META, where, "ODT")))
        reader = Reader(archive, Styles(part(archive, "styles.xml", where, "ODT"), content), where, keep_all)
        reader.deleted = deletions(body)
        blocks = [*reader.blocks(body), *reader.notes(body)]
        extraction.text, extraction.stretches = assemble(blocks)
        extraction.left_out = reader.left_out
        if next(body.iter(TEXT + "changed-region"), None) is not None:
            extraction.warnings.append("the document has tracked changes: inserted words are read, deleted ones left out")
    return extraction


class Reader:
    """Reads paragraphs and tables. `left_out` are the words that it left out, `deleted` those of tracked changes by their ids."""

    def __init__(self, archive: zipfile.ZipFile, styles: Styles, where: str, keep_all: bool) -> None:
        self.archive, self.styles, self.where, self.keep_all = archive, styles, where, keep_all
        self.left_out: list[LeftOut] = []
        self.deleted: dict[str, str] = {}

    def blocks(self, root: Any) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of each paragraph and table in order. Paragraphs in a text box follow the one that holds the box."""
        tables: set[Any] = set()
        for element in root.iter(TEXT + "p", TEXT + "h", TABLE + "table"):
            around = []
            for ancestor in element.iterancestors():
                if ancestor is root:
                    break
                around.append(ancestor)
            if any(ancestor.tag in UNREAD or ancestor in tables for ancestor in around):
                continue
            if element.tag != TABLE + "table":
                yield self.words(element), self.styles.kind(element)
            elif rows := self.rows(element):
                tables.add(element)
                yield lines(rows), "table"

    def notes(self, body: Any) -> Iterator[tuple[str, str]]:
        """Yield (words, kind) of each note, with its mark raised before it."""
        for note in body.iter(TEXT + "note"):
            mark = "".join(citation(note))
            for number, (words, _) in enumerate(self.blocks(note.find(TEXT + "note-body"))):
                label, _ = compose([Run(mark, Position.RAISED), Run(" " + words)])
                yield label if number == 0 else words, "note"

    def words(self, paragraph: Any) -> str:
        """Return the words of a paragraph."""
        runs: list[Run] = []
        known = len(self.left_out)
        for why, run in self.pieces(paragraph, Characters()):
            if why is None or self.keep_all:
                runs.append(run if why is None else Run(f"[{why}: {run.text}]"))
            elif run.text.strip():
                self.left_out.append(LeftOut(why, run.text))
        words, marks = compose(runs, keep_all=self.keep_all)
        words = without_gaps(words) if len(self.left_out) > known else words
        self.left_out += marks
        return words

    def pieces(self, element: Any, outer: Characters) -> Iterator[tuple[Omission | None, Run]]:
        """Yield the runs of an element, each with the reason why it is left out, None for those that stay."""
        inner = self.styles.characters(element, outer)
        yield from said(element.text, inner)
        for child in element:
            tag = child.tag
            if tag in MARKS:
                yield None, Run(MARKS[tag])
            elif tag == TEXT + "s":
                count = child.get(TEXT + "c", "1")
                yield None, Run(" " * min(MOST_SPACES, int(count) if count.isdecimal() else 1))
            elif tag == TEXT + "note":
                yield None, Run("".join(citation(child)), Position.RAISED, note=True)
            elif tag == TEXT + "ruby-text":
                yield Omission.READINGS, Run("".join(child.itertext()))
            elif tag == TEXT + "change":
                yield Omission.DELETED, Run(self.deleted.get(child.get(TEXT + "change-id", ""), ""))
            elif tag == DRAW + "object":
                yield None, Run(self.formula(child))
            elif tag not in UNREAD and tag not in (TEXT + "p", TEXT + "h", TABLE + "table") and isinstance(tag, str):
                yield from self.pieces(child, replace(inner))
            yield from said(child.tail, inner)

    def formula(self, element: Any) -> str:
        """Return the words of an embedded object that is an equation, "" for any other."""
        path = (element.get(HREF) or "").removeprefix("./").rstrip("/")
        inner = part(self.archive, f"{path}/{CONTENT}", self.where, "ODT", may_declare=True) if path else None
        return formulas.words_of(inner) if inner is not None and formulas.local(inner) == "math" else ""

    def rows(self, table: Any) -> list[list[Cell]]:
        """Return the rows of a table of data, empty for a table that only lays out the page."""
        rows = [
            [cell for cell in row if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]
            for row in table.iter(TABLE + "table-row")
        ]
        nested = next(table.iterdescendants(TABLE + "table"), None) is not None
        longest = max((len("".join(cell.itertext())) for row in rows for cell in row), default=0)
        if nested or len(rows) < 2 or max(map(len, rows)) < 2 or longest > CELL:
            return []
        out: list[list[Cell]] = []
        for row in rows:  # a covered cell holds the place of one that spans it
            cells = [cell for cell in row if cell.tag == TABLE + "table-cell"]
            out.append([self.cell(cell) for cell in cells])
        return out

    def cell(self, cell: Any) -> Cell:
        """Return a cell of a table."""
        spans = (cell.get(f"{TABLE}number-{what}-spanned", "1") for what in ("columns", "rows"))
        columns, down = (int(value) if value.isdecimal() and len(value) < 4 else 1 for value in spans)
        return Cell(" ".join(words for words, _ in self.blocks(cell) if words.strip()), columns, down)


def said(words: str | None, characters: Characters) -> Iterator[tuple[Omission | None, Run]]:
    """Yield a run of words with what holds for them."""
    if words:
        yield characters.why, Run(" ".join(words.split("\n")), characters.position)


def citation(note: Any) -> list[str]:
    """Return the mark of a note."""
    mark = note.find(TEXT + "note-citation")
    return [text.strip() for text in mark.itertext()] if mark is not None else ["*"]


def deletions(body: Any) -> dict[str, str]:
    """Return the words that tracked changes deleted, by the id with which their place in the text names them."""
    words = {}
    for region in body.iter(TEXT + "changed-region"):
        deleted = [" ".join("".join(node.itertext()).split()) for node in region.iterfind(f"{TEXT}deletion/{TEXT}p")]
        words[region.get(TEXT + "id") or region.get(XML_ID, "")] = " ".join(deleted)
    return words


def properties(meta: Any) -> MetadataValues:
    """Return the metadata in the document's properties. The date of creation is shown but never used as that of publication."""
    values: MetadataValues = []
    for element in meta.iter() if meta is not None else ():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        words = (element.text or "").strip()
        if words and name in CORE:
            values.append((CORE[name], MetadataValue((words,) if CORE[name] == "authors" else words, f"document property {name}")))
    return values

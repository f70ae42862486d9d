"""Read a spreadsheet as rows of cells: CSV as programs and people leave it, tab-separated text, and workbooks (.xlsx).

Encoding, delimiter and line ends are found out. Blank rows and blank columns are left out, and cells lose the blanks around them.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.errors import DataError, UsageError
from kb.texts import csv_cells, sentences

WORKBOOK = ".xlsx"
SUFFIXES = (".csv", ".tsv", WORKBOOK)
TITLES = 10  # rows that are not blank, among which the headings are sought: a title or a note may stand above them
SHOWN = 10  # cells, in an error
DELIMITERS = (",", ";", "\t")
WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet with its number, counted from 1 as spreadsheet programs do, and its cells in the order of the headings."""

    number: int
    cells: tuple[str, ...]


@dataclass
class Sheet:
    """The headings of a sheet, the number of their row, the rows below them, and the delimiter of a text."""

    headings: list[str]
    at: int
    rows: Iterator[SheetRow]
    delimiter: str = ","
    place: str = ""  # the file, and in a workbook of several sheets the sheet


def is_sheet(path: Path) -> bool:
    """Return whether a file is a spreadsheet by its name."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path, data: str | bytes, known: Callable[[str], bool], telling: Callable[[Iterable[str]], bool]) -> Sheet:
    """Return the sheet of a file. `known` tells whether a heading means something, by which the delimiter is found.

    `telling` tells whether headings are those that a workbook is searched for.

    Raises DataError for bytes that are neither UTF-8 nor marked as UTF-16, and for a file without a row.
    """
    if path.suffix.lower() == WORKBOOK:
        delimiter, (place, numbered) = ",", of_workbook(path, data, telling)
    else:
        place, (delimiter, numbered) = str(path), of_text(path, decoded(path, data), known)
    filled = (row for row in numbered if any(row.cells))
    first = list(itertools.islice(filled, TITLES))
    if not first:
        raise DataError("the sheet is empty", where=str(path), remedy="give a row of headings and a row for each fact")
    at = next((place for place, row in enumerate(first) if headed(row.cells, known, telling)), 0)
    head, below = first[at], itertools.chain(first[at + 1 :], filled)
    return Sheet(list(head.cells), head.number, below, delimiter, place)


def headed(cells: Sequence[str], known: Callable[[str], bool], telling: Callable[[Iterable[str]], bool]) -> bool:
    """Whether a row is that of the headings, and not a title of the sheet above them: it is telling, and several of its cells are known."""
    return telling(cells) and sum(known(cell) for cell in cells) > 1


def decoded(path: Path, data: str | bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark. Raises DataError, with a guess, for any other encoding."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    encoding = WIDE.get(data[:2])
    if encoding:
        try:
            data = data[2:].decode(encoding).encode()
        except UnicodeError as error:
            raise DataError(f"not whole UTF-16: {error}", where=str(path), remedy="save it as CSV UTF-8") from error
    return sentences.receive(data, str(path)).text


def of_text(path: Path, text: str, known: Callable[[str], bool]) -> tuple[str, Iterator[SheetRow]]:
    """Return (delimiter, rows) of delimited text. A first line such as sep=; tells the delimiter."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and told[4:] in (*DELIMITERS, ""):
        return told[4:] or "\t", delimited(path, rest, told[4:] or "\t")
    delimiter = max(DELIMITERS, key=lambda each: fitness(text, each, known))
    return delimiter, delimited(path, text, delimiter)


def fitness(text: str, delimiter: str, known: Callable[[str], bool]) -> tuple[int, int]:
    """Return how many headings are known, and how many there are, where the text is read with this delimiter."""
    try:
        rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
        head = next((row for row in itertools.islice(rows, 100) if any(cell.strip() for cell in row)), [])
    except csv.Error:  # which reading the rows tells with its place
        head = text.partition("\n")[0].replace('"', "").split(delimiter)
    return sum(known(cell) for cell in head), len(head)


def delimited(path: Path, text: str, delimiter: str) -> Iterator[SheetRow]:
    """Yield the rows of delimited text. Raises DataError where a cell in double quotes is not closed, or goes on after they close."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield SheetRow(number, tuple(csv_cells.unguarded(cell.strip()) for cell in cells))
    except csv.Error as error:
        remedy = "put cells with delimiters or quotes in double quotes, and double the quotes in them"
        raise DataError(f"not CSV: {error}", where=f"{path}, row {number + 1} (line {reader.line_num})", remedy=remedy) from error


def of_workbook(path: Path, data: str | bytes, telling: Callable[[Iterable[str]], bool]) -> tuple[str, Iterator[SheetRow]]:
    """Return (place, rows) of the sheet of a workbook whose headings are telling, or else of its first sheet.

    People keep notes and lists in other sheets. Raises DataError where several sheets are meant, UsageError where openpyxl is not installed.
    """
    try:
        import openpyxl
    except ImportError as error:
        remedy = "save the sheet as CSV UTF-8, or install the extra `sheets`"
        raise UsageError("reading .xlsx needs openpyxl, which is not installed", where=str(path), remedy=remedy) from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data if isinstance(data, bytes) else b""), read_only=True, data_only=True)
        listed = {sheet.title: [tuple(map(written, cells)) for cells in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    except Exception as error:  # a zip file of any making: openpyxl lets the errors of zip and XML through
        raise DataError(f"not a workbook: {error}", where=str(path), remedy="save it anew as .xlsx, or as CSV UTF-8") from error
    meant = [title for title, rows in listed.items() if any(map(telling, itertools.islice(filter(any, rows), TITLES)))]
    if len(meant) > 1:
        remedy = "save each as a file of its own, or delete the others"
        raise DataError(f"the workbook has {len(meant)} sheets of facts: {', '.join(meant)}", where=str(path), remedy=remedy)
    title = [*meant, *listed][0]
    refuse_uncomputed(path, data, title)
    place = f"{path}, sheet {title}" if len(listed) > 1 else str(path)
    return place, (SheetRow(number, cells) for number, cells in enumerate(listed[title], 1))


def refuse_uncomputed(path: Path, data: str | bytes, title: str) -> None:
    """Raise DataError where cells of a sheet hold formulas without a result, as programs write them that compute nothing."""
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(data if isinstance(data, bytes) else b"")) as parts:
        if not any(re.search(rb"<f[ />]", parts.read(name)) for name in parts.namelist() if name.startswith("xl/worksheets/")):
            return
    raw, computed = (
        openpyxl.load_workbook(io.BytesIO(data if isinstance(data, bytes) else b""), read_only=True, data_only=only)[title]
        for only in (False, True)
    )
    lacking = [
        cell.coordinate
        for formulas, values in zip(raw.iter_rows(), computed.iter_rows(), strict=False)
        for cell, value in zip(formulas, values, strict=False)
        if cell.data_type == "f" and value.value is None
    ]
    if lacking:
        shown = ", ".join(lacking[:SHOWN]) + (" …" if len(lacking) > SHOWN else "")
        remedy = "open it in a spreadsheet program and save it there, or write the values"
        raise DataError(f"{len(lacking)} formulas have no result: {shown}", where=f"{path}, sheet {title}", remedy=remedy)


def workbook_as_text(path: Path, data: bytes, telling: Callable[[Iterable[str]], bool]) -> str:
    """Return the sheet of a workbook as CSV, each row under its number, so that it is opened once, in a process that can be ended."""
    file = io.StringIO()
    writer = csv.writer(file)
    for row in of_workbook(path, data, telling)[1]:
        writer.writerow(csv_cells.guarded(cell) for cell in row.cells)
    return file.getvalue()


def written(value: object) -> str:
    """Return a cell of a workbook as text: a day as an ISO date, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

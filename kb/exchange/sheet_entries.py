"""Read the rows of a spreadsheet as entries: what each heading means, and what is wrong with a heading or a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.base import entries
from kb.base.model import QUANTITY_COLUMNS, Row
from kb.changes.recording import KINDS
from kb.errors import DataError, did_you_mean
from kb.exchange import edited_facts, fact_sheet, sheets

# A cell holds no table, so one speaker below the author has columns of its own.
SPEAKER = {
    "speaker": "speaker",
    "speaker_work": "work",
    "speaker_act": "act",
    "speaker_stance": "stance",
    "speaker_certainty": "certainty",
    "speaker_cue": "cue",
}
QUANTITY = {f"quantity_{key}": key for key in QUANTITY_COLUMNS}
CSV_COLUMNS = [key for key, kind in entries.KEYS["claim"].items() if kind == entries.TEXT and key not in ("speaker", "work")] + [
    *SPEAKER,
    *QUANTITY,
]
# A row may be of any kind, named in this column, whose keys are then columns of their own.
TYPE = "type"
WHY = "why"  # the column that tells why a row failed, which is passed over when the mended rows are imported
PLAIN = (entries.TEXT, entries.WORDS, entries.NUMBER, entries.FLAG)
COLUMNS_OF = {kind: [key for key, takes in entries.keys_of(kind).items() if takes in PLAIN] for kind in KINDS}
ALL_COLUMNS = list(dict.fromkeys([TYPE, *CSV_COLUMNS, *(column for columns in COLUMNS_OF.values() for column in columns)]))
# Headings as the claim sheet is exported with.
EXPORTED = {f"{key}_id": key for key in ("source", "subject", "predicate", "object", "event", "place")} | {"about_time": "about"}
# What spreadsheet programs show in a cell whose formula failed.
FAILED_FORMULAS = {
    "#REF!",
    "#NAME?",
    "#VALUE!",
    "#DIV/0!",
    "#N/A",
    "#NULL!",
    "#NUM!",
    "#SPILL!",
    "#CALC!",
    "#BEZUG!",
    "#WERT!",
    "#NV",
    "#ZAHL!",
}
FORMULA = "mend the formula, or write in the cell what is meant"
# Columns whose values are words of a vocabulary, which are written in small letters.
WORDS = {TYPE, "kind", "act", "stance", "certainty", "derivation", "status", "verdict", "relation", "role", "sense", "access"}
WORDS |= {f"speaker_{key}" for key in ("act", "stance", "certainty")} | {"quantity_comparison", "anonymity", "actuality", "basis"}


@dataclass(frozen=True)
class Entry:
    """An unchecked entry of a file: its kind, its place in the file, its keys, and the text of each cell that a sheet has for it."""

    kind: str
    where: str
    keys: Row
    cells: tuple[str, ...] = ()
    wrong: tuple[DataError, ...] = ()  # what could not even be read of it


@dataclass
class SheetEntries:
    """A sheet with the column that each heading means (None for one that is passed over), and the faults of the headings."""

    path: Path
    sheet: sheets.Sheet
    columns: list[str | None]
    wrong: list[DataError]

    def __iter__(self) -> Iterator[Entry]:
        for row in self.sheet.rows:
            where = f"{self.sheet.place}, row {row.number}"
            yield self.read(row.cells, where)

    def read(self, cells: tuple[str, ...], where: str) -> Entry:
        """Return the unchecked entry of a row, with what is wrong: cells below no heading, faults of formulas, an unknown kind, wrong numbers."""
        wrong = list(self.strays(cells, where))
        filled = {column: tidied(column, cell) for column, cell in zip(self.columns, cells, strict=False) if column and cell}
        wrong += [
            DataError(f"{cell!r} is what a spreadsheet shows where a formula failed", where=f"{where}, {column}", remedy=FORMULA)
            for column, cell in filled.items()
            if cell.upper() in FAILED_FORMULAS
        ]
        if fact_sheet.KEY in filled:
            return Entry(edited_facts.KIND, where, {column: "" for column in self.columns if column} | filled, cells, tuple(wrong))
        if fact_sheet.KEY in self.columns:
            filled = added_below(filled)
        kind = filled.pop(TYPE, "claim")
        try:
            known_kind(kind, f"{where}, {TYPE}")
        except DataError as error:
            return Entry("claim", where, {}, cells, (*wrong, error))
        keys = claim_of(filled, where, wrong) if kind in ("claim", "assertion") else of_cells(kind, filled, where, wrong)
        return Entry(kind, where, keys, cells, tuple(wrong))

    def strays(self, cells: tuple[str, ...], where: str) -> Iterator[DataError]:
        """Yield an error for each cell below no heading."""
        for stray in (cell for cell in cells[len(self.columns) :] if cell):
            yield DataError(f"more cells than columns: {stray!r}", where=where, remedy="put cells with delimiters in double quotes")
        for stray in (cell for cell, heading in zip(cells, self.sheet.headings, strict=False) if cell and not heading):
            yield DataError(f"{stray!r} stands below no heading", where=where, remedy="name the column in the first row, or empty the cell")


def read(path: Path, data: str | bytes, ignored: tuple[str, ...] = ()) -> SheetEntries:
    """Return the entries of a sheet. Columns of `ignored` are passed over, as are blank ones and the one that tells why a row failed."""
    sheet = sheets.read(path, data, lambda heading: plain(heading) in HEADINGS, of_facts)
    names = [plain(heading) for heading in sheet.headings]
    if not of_facts(sheet.headings):
        headed = ", ".join(repr(heading) for heading in sheet.headings if heading)
        remedy = "head the columns source, quote and claim, and put a fact in each row below"
        raise DataError(f"this is no sheet of facts: its columns are {headed}", where=f"{sheet.place}, row {sheet.at}", remedy=remedy)
    passed_over = {plain(name) for name in ignored} | {WHY, ""}
    known = list(fact_sheet.COLUMNS) if fact_sheet.KEY in names and TYPE not in names else ALL_COLUMNS if TYPE in names else CSV_COLUMNS
    columns: list[str | None] = []
    wrong: list[DataError] = []
    for heading, name in zip(sheet.headings, names, strict=True):
        column = EXPORTED.get(name, name)
        where = f"{sheet.place}, row {sheet.at}, {name}"
        if name in passed_over:
            columns.append(None)
        elif column not in known:
            columns.append(None)
            meant = did_you_mean("about" if name == "date" else column, known)
            ignore = "rename the column, delete it, or have it ignored"
            wrong.append(DataError(f"unknown column {heading!r}", where=where, remedy=(meant, ignore)))
        elif column in columns:
            columns.append(None)
            wrong.append(DataError(f"the column {column!r} occurs twice", where=where, remedy="leave one of the two"))
        else:
            columns.append(column)
    return SheetEntries(path, sheet, columns, wrong)


def plain(heading: str) -> str:
    """Return a heading as the name of a column: in small letters, with _ between its words, and without the -- of an option."""
    folded = unicodedata.normalize("NFKC", heading).strip().casefold().lstrip("-")
    return re.sub(r"[\s-]+", "_", folded)


def of_facts(headings: Iterable[str]) -> bool:
    """Whether these are the headings of a sheet of facts: one of them names words that are quoted or claimed, a row, or a kind of entry."""
    return not TELLING.isdisjoint(map(plain, headings))


TELLING = frozenset((TYPE, "quote", "claim", "text", "claim_id", fact_sheet.KEY))
HEADINGS = {*ALL_COLUMNS, *EXPORTED, *fact_sheet.COLUMNS, WHY}


def tidied(column: str, cell: str) -> str:
    """Return a cell of a column of vocabulary in small letters, and any other unchanged."""
    return cell.casefold() if column in WORDS else cell


def added_below(cells: dict[str, str]) -> dict[str, str]:
    """Return a row without an id below exported facts as one of a sheet of new facts, where a speaker has columns of its own."""
    new = {key: value for key, value in cells.items() if key not in (fact_sheet.REASON, fact_sheet.RETRACT)}
    reported = "speaker" in new
    return {f"speaker_{key}" if reported and f"speaker_{key}" in SPEAKER else key: value for key, value in new.items()}


def claim_of(cells: dict[str, str], where: str, wrong: list[DataError]) -> Row:
    """Return the claim or assertion of a row, without its number where that is wrong, which is added to `wrong`."""
    entry = {key: value for key, value in cells.items() if key not in SPEAKER and key not in QUANTITY}
    voice = {SPEAKER[key]: value for key, value in cells.items() if key in SPEAKER}
    quantity: Row = {}
    of_number = list(wrong)
    for key in (key for key in cells if key in QUANTITY):
        quantity |= read_cell(QUANTITY[key], entries.KEYS["quantity"][QUANTITY[key]], cells[key], f"{where}, {key}", wrong)
    whole = quantity if of_number == wrong else {}
    return entry | ({"said_by": [voice]} if voice else {}) | ({"quantity": whole} if whole else {})


def of_cells(kind: str, cells: dict[str, str], where: str, wrong: list[DataError]) -> Row:
    """Return the entry of a row, with its numbers and truth values as such; what is none is added to `wrong`."""
    entry: Row = {}
    for key, cell in cells.items():
        entry |= read_cell(key, entries.keys_of(kind).get(key, ""), cell, f"{where}, {key}", wrong)
    return entry


def read_cell(key: str, takes: str, cell: str, where: str, wrong: list[DataError]) -> Row:
    """Return a cell under its key, or nothing where it is wrong, which is added to `wrong`."""
    try:
        return {key: typed(takes, cell, where)}
    except DataError as error:
        wrong.append(error)
        return {}


def typed(takes: str, cell: str, where: str) -> str | float | bool | None:
    """Return a cell as what its key takes: a number, true or false, or its text."""
    if takes == entries.NUMBER:
        return entries.number(cell, where)
    return bool(entries.flag(cell, where)) if takes == entries.FLAG else cell


def known_kind(kind: object, where: str) -> str:
    """Return a kind of entry unchanged. Raises DataError for an unknown one."""
    if kind not in KINDS:
        raise DataError(f"unknown type {kind!r}", where=where, remedy=did_you_mean(str(kind), KINDS))
    return str(kind)

"""A sheet of quotes, as CSV or a workbook: a column `quote`, and where they are there `source` or `url`, `claim`, `speaker` and `note`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kb.errors import DataError, KbError
from kb.exchange import sheets
from kb.exchange.formats.quoted import Format, Quoted

COLUMNS = ("quote", "source", "url", "prefix", "suffix", "claim", "speaker", "note")
WORKBOOK = b"PK\x03\x04"  # how a workbook begins
MOST_HEAD = 10_000  # bytes in which the headings stand


def known(heading: str) -> bool:
    return heading.strip().lower() in COLUMNS


def telling(headings: Iterable[str]) -> bool:
    return "quote" in (heading.strip().lower() for heading in headings)


def table(data: bytes) -> sheets.Sheet:
    """Return a sheet whose cells are parted by a comma, a semicolon or a tab, or that of a workbook."""
    return sheets.read(Path("quotes.xlsx" if data[:4] == WORKBOOK else "quotes.csv"), data, known, telling)


def is_of(_: str, data: bytes) -> bool:
    """Whether a heading is `quote`, also where the letters are in an encoding that cannot be read: that is told when the sheet is read."""
    head = data.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n")
    if data[:4] != WORKBOOK and (head[:1] in (b"{", b"[") or b"quote" not in head[:MOST_HEAD].lower()):
        return False
    try:
        return telling(table(data).headings)
    except KbError:
        return bool(re.search(rb"(^|[,;\t\"])\s*quote\s*([,;\t\"]|$)", re.split(rb"[\r\n]", head)[0].lower()))


def read(data: bytes) -> list[Quoted]:
    """Return the quote of each row that is not blank."""
    sheet = table(data)
    if not telling(sheet.headings):
        raise DataError("the sheet has no column quote", remedy="name the column that holds the exact words quote")
    names = [heading.strip().lower() for heading in sheet.headings]
    return [quoted(f"row {row.number}", dict.fromkeys(COLUMNS, "") | dict(zip(names, row.cells, strict=False))) for row in sheet.rows]


def quoted(where: str, cells: dict[str, str]) -> Quoted:
    """Return the quote of a row."""
    return Quoted(
        where,
        cells["quote"],
        source=cells["source"] or cells["url"],
        prefix=cells["prefix"],
        suffix=cells["suffix"],
        claim=cells["claim"],
        speaker=cells["speaker"],
        note=cells["note"],
    )


FORMAT = Format("quotes", "a sheet with a column quote", is_of, read)

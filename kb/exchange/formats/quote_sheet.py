"""A CSV of quotes: a column `quote`, and where they are there `source` or `url`, `claim`, `speaker` and `note`."""

from __future__ import annotations

import csv
import io

from kb.errors import DataError
from kb.exchange.formats.quoted import Format, Quoted

COLUMNS = ("quote", "source", "url", "prefix", "suffix", "claim", "speaker", "note")


def table(data: bytes) -> tuple[list[str], csv.DictReader[str]]:
    """Return the headings and rows of a sheet whose cells are parted by a comma, a semicolon or a tab, whichever its headings use most."""
    decoded = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    head = decoded.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(decoded, newline=""), delimiter=max(",;\t", key=head.count))
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    return list(rows.fieldnames), rows


def is_of(_: str, data: bytes) -> bool:
    """Whether the first line has the heading `quote`."""
    try:
        return "quote" in table(data)[0]
    except (UnicodeDecodeError, csv.Error):
        return False


def read(data: bytes) -> list[Quoted]:
    """Return the quote of each row that is not blank."""
    try:
        headings, rows = table(data)
        if "quote" not in headings:
            raise DataError("the sheet has no column quote", remedy="name the column that holds the exact words quote")
        found = [(number, {name: (row.get(name) or "").strip() for name in COLUMNS}) for number, row in enumerate(rows, 2)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"the sheet cannot be read: {error}", remedy="save it as CSV in UTF-8") from error
    return [quoted(f"row {number}", cells) for number, cells in found if any(cells.values())]


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


FORMAT = Format("quotes", "a CSV with a column quote", is_of, read)

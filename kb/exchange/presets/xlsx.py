"""The claim sheet and the sources as an Excel workbook. Every text is a text cell, so that nothing in it is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from kb.ask.tables import claim_sheet
from kb.base.rows import column_names
from kb.errors import DataError
from kb.exchange.presets.characters import carried
from kb.exchange.presets.excel import SHEET
from kb.exchange.presets.preset import Excerpt, Preset

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_ROWS = 1_048_576  # of a sheet, the head line included
LONGEST = 32_767  # characters of a cell
SOURCES = "SELECT * FROM sources WHERE {} ORDER BY id"


def write(excerpt: Excerpt, stream: IO[bytes]) -> None:
    """Write the workbook, whose rows go to a temporary file as they are read."""
    book = workbook()
    columns, rows = claim_sheet(excerpt.connection, excerpt.selection)
    fill(excerpt, book.create_sheet("claim_sheet"), columns, rows, "assertions")
    cursor = excerpt.connection.execute(SOURCES.format(excerpt.within("sources", "id")))
    fill(excerpt, book.create_sheet("sources"), column_names(cursor), cursor, "sources")
    excerpt.leave_out_rest(SHEET, "quantities")
    book.save(stream)


def workbook() -> Workbook:
    """Return an empty workbook. Raises DataError where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise DataError("a workbook needs openpyxl", remedy="install the extra sheets: pip install 'source-tracking-kb[sheets]'") from error
    return Workbook(write_only=True)


def fill(excerpt: Excerpt, sheet: WriteOnlyWorksheet, columns: Sequence[str], rows: Iterable[Sequence[Any]], what: str) -> None:
    """Fill a sheet under a head line that stays in view."""
    sheet.freeze_panes = "A2"
    sheet.append(list(columns))
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            excerpt.loss.lose(what, f"a sheet ends after {MOST_ROWS:,} rows; export csv or parquet")
        else:
            sheet.append([cell(excerpt, sheet, value) for value in row])
            excerpt.loss.keep(what)


def cell(excerpt: Excerpt, sheet: WriteOnlyWorksheet, value: Any) -> Any:
    """A value as a cell, a text never as a formula."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    if len(value) > LONGEST:
        excerpt.loss.lose("ends of long texts", f"a cell holds {LONGEST:,} characters; export csv or parquet")
    made = WriteOnlyCell(sheet, carried(excerpt, value[:LONGEST]))
    made.data_type = "s"
    return made


PRESET = Preset("xlsx", "the claim sheet and the sources as an Excel workbook", write, target="bytes")

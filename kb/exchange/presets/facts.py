"""The facts as a sheet that people edit and import again with `kb import`: ids kept, a changed cell a correction that needs its reason.

Written as CSV, as a workbook (facts-xlsx) or as JSON Lines (facts-jsonl). Retracted facts are left out: a sheet brings none back.
"""

from __future__ import annotations

from typing import IO, TextIO

from kb.ask.tables import write_csv, write_jsonl
from kb.exchange import fact_sheet
from kb.exchange.presets import xlsx
from kb.exchange.presets.excel import BOM
from kb.exchange.presets.preset import Excerpt, Preset

NO_ROWS = "a sheet of facts has no row for it"


def lists(excerpt: Excerpt) -> list[list[object]]:
    """Return the rows of the sheet, and report what has none."""
    found = [list(row.values()) for row in fact_sheet.rows(excerpt.connection, excerpt.within("assertions", "assertions.id"))]
    excerpt.loss.keep("assertions", len(found))
    of = f"status = 'retracted' AND {excerpt.within('assertions', 'id')}"
    excerpt.loss.lose("assertions that are retracted", NO_ROWS, excerpt.count(f"SELECT count(*) FROM assertions WHERE {of}"))
    for table in ("relations", "mentions"):
        excerpt.leave_out(table, NO_ROWS)
    excerpt.leave_out_rest(NO_ROWS, "quantities")
    return found


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write CSV with the mark by which Excel tells UTF-8. A text like a formula has an apostrophe in front, which the import takes off."""
    stream.write(BOM)
    write_csv(stream, fact_sheet.COLUMNS, lists(excerpt))


def write_lines(excerpt: Excerpt, stream: TextIO) -> None:
    """Write a JSON object a line."""
    write_jsonl(stream, fact_sheet.COLUMNS, lists(excerpt))


def write_workbook(excerpt: Excerpt, stream: IO[bytes]) -> None:
    """Write a workbook of one sheet."""
    book = xlsx.workbook()
    xlsx.fill(excerpt, book.create_sheet("facts"), fact_sheet.COLUMNS, lists(excerpt), "cells")
    book.save(stream)


PRESET = Preset("facts", "the facts as a sheet to edit and import again", write)
WORKBOOK = Preset("facts-xlsx", "the same as a workbook", write_workbook, target="bytes")
LINES = Preset("facts-jsonl", "the same as JSON Lines", write_lines)

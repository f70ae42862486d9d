"""The claim sheet as CSV that spreadsheets open as what it is: UTF-8 with a byte order mark, and no cell that runs.

A text that begins like a formula gets an apostrophe in front, which is reported, since texts of strangers may hold formulas that send data
away. The CSV without this is the exact one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TextIO

from kb.ask.tables import claim_sheet, write_csv
from kb.exchange.presets.preset import Excerpt, Preset
from kb.texts.csv_cells import guarded

SHEET = "the claim sheet has a row for each assertion, and none for it"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write(excerpt: Excerpt, stream: TextIO) -> None:
    """Write the claim sheet, every assertion with its status."""
    columns, rows = claim_sheet(excerpt.connection, excerpt.selection)
    stream.write(BOM)
    excerpt.loss.keep("assertions", write_csv(stream, columns, disarmed(excerpt, rows)))
    excerpt.leave_out_rest(SHEET, "quantities")


def disarmed(excerpt: Excerpt, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows, with every text reported before which the writer of CSV puts an apostrophe, since a spreadsheet would compute it."""
    for row in rows:
        for value in row:
            if guarded(value) is not value:
                excerpt.loss.lose(
                    "texts that begin like a formula", "they have an apostrophe in front, so that no spreadsheet computes them"
                )
        yield row


PRESET = Preset("excel", "the claim sheet as CSV for Excel, with formulas disarmed", write)

"""Cells of CSV files that a spreadsheet must not take for formulas.

A spreadsheet runs a cell that begins with =, +, -, @, a tab or a carriage return, whoever wrote it into the text. An apostrophe before it shows
the cell as text; reading takes it off again, so that nothing is lost.
"""

from __future__ import annotations

import re
from typing import TypeVar

Value = TypeVar("Value")
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def guarded(value: Value) -> Value | str:
    """Return the value as it is written to a cell. Numbers stay as they are."""
    if isinstance(value, str) and FORMULA.match(value) and not NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def unguarded(cell: str) -> str:
    """Return the value that was written to a cell."""
    return cell[1:] if GUARDED.match(cell) else cell

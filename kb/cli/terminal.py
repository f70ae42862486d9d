"""Print for a person at a terminal, with lines that fit it, tables whose text is folded, and colours.

In a pipe the same words come plain and whole. rich is imported only once something is to be laid out for a terminal, since that takes a tenth of a second.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

GAP = 2  # blanks between two columns
NARROWEST = 12  # a column of text folded to fewer characters cannot be read: the rows are printed as records instead
AT_ONCE = 200  # rows laid out before they are printed, so that long answers begin to show at once
TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # they turn the order in which a terminal shows what follows
CONTROLS = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0), *TURNING) if chr(code) not in "\t\n"}


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def cannot_redraw() -> bool:
    """Whether the terminal has no colours and cannot overwrite a line."""
    return os.environ.get("TERM", "") in ("dumb", "unknown")


def colourless() -> bool:
    """Whether to print without colours, because NO_COLOR is set (https://no-color.org) or the terminal has none."""
    return bool(os.environ.get("NO_COLOR")) or cannot_redraw()


def console(*, stderr: bool = False) -> Console:
    """The rich console for a stream that is a terminal, as wide as COLUMNS or the terminal itself says."""
    from rich.console import Console

    size = shutil.get_terminal_size()
    shades: Any = None if colourless() else "auto"
    return Console(
        stderr=stderr,
        width=size.columns,
        height=size.lines,
        color_system=shades,
        no_color=colourless(),
        force_terminal=True,
        highlight=False,
        markup=False,
        emoji=False,
    )


def line(words: str = "", lead: str = "", *, repeat: bool = False, style: str = "") -> None:
    """Print a line behind its lead.

    At a terminal it is folded, and the lines that follow are indented as far, or `repeat` the lead.
    """
    if not is_terminal():
        click.echo(lead + words)
        return
    shown = console()
    parts = text(words, style).wrap(shown, max(shown.width - cells(lead), NARROWEST), overflow="fold")
    for number, part in enumerate(parts):
        part.rstrip()
        shown.print(text(lead if repeat or number == 0 else " " * cells(lead)) + part)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], format_: str = "table") -> None:
    """Print rows in a format of `kb.ask.tables`. At a terminal, a table fits its width."""
    from kb.ask import tables

    if format_ != "table" or not is_terminal():
        tables.WRITERS[format_](sys.stdout, columns, rows)
        return
    shown = console()
    listed = list(rows)
    widths = column_widths(columns, listed, shown.width)
    if widths is None:
        write_records(shown, columns, listed)
    else:
        write_table(shown, columns, listed, widths)


def write_record(row: Mapping[str, Any]) -> None:
    """Print the columns of a row that hold something, one below the other."""
    filled = {name: value for name, value in row.items() if value is not None}
    if is_terminal():
        print_record(console(), list(filled), list(filled.values()))
        return
    width = max(len(name) for name in row)
    for name, value in filled.items():
        click.echo(f"{name:<{width}}  {value}")


# ------------------------------------------------------------------------------------------------------------ layout


def column_widths(columns: Sequence[str], rows: Sequence[Sequence[Any]], total: int) -> list[int] | None:
    """A width for each column of a table that fits `total`, or None where none does.

    Ids and numbers stay whole. What is left over goes to the columns of text: each gets what it needs up to one limit for all, so that
    only the widest are folded.
    """
    natural = [max([cells(name), *(cells(row[number]) for row in rows)]) for number, name in enumerate(columns)]
    whole = [is_id(name) or is_number(rows, number) for number, name in enumerate(columns)]
    least = [width if kept else min(width, max(NARROWEST, cells(name))) for name, width, kept in zip(columns, natural, whole, strict=True)]
    room = total - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    limit = min(max(natural, default=0), max(room, 0))
    while sum(widths := [max(lower, min(width, limit)) for lower, width in zip(least, natural, strict=True)]) > room:
        limit -= 1
    return widths


def is_id(column: str) -> bool:
    """Whether a column holds ids, by its name."""
    return column == "id" or column.endswith("_id")


def is_number(rows: Sequence[Sequence[Any]], number: int) -> bool:
    """Whether a column holds numbers only."""
    values = [row[number] for row in rows if row[number] is not None]
    return bool(values) and all(isinstance(value, (int, float)) for value in values)


def cells(value: Any) -> int:
    """The number of columns of a terminal that a value takes; of several lines, the longest counts."""
    from rich.cells import cell_len

    return max(cell_len(part) for part in printable(value).expandtabs().split("\n"))


def printable(value: Any) -> str:
    """A value as text that cannot steer the terminal.

    Control characters come from texts of others, and are replaced.
    """
    return "" if value is None else str(value).replace("\r\n", "\n").translate(CONTROLS)


def text(value: Any, style: str = "") -> Text:
    """A value as rich text, in which words are folded, and what is longer than a line is broken, never cut."""
    from rich.text import Text

    return Text(printable(value).expandtabs(), style=style, overflow="fold")


def write_table(shown: Console, columns: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[int]) -> None:
    """Print rows as a table with columns of these widths."""
    from rich.table import Table

    numbers = [is_number(rows, number) for number in range(len(columns))]
    for begin in range(0, max(len(rows), 1), AT_ONCE):
        table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=begin == 0, header_style="bold")
        for name, width, right in zip(columns, widths, numbers, strict=True):
            style = "cyan" if is_id(name) else ""
            table.add_column(f"{name}\n{'-' * width}", width=width, style=style, justify="right" if right else "left")
        for row in rows[begin : begin + AT_ONCE]:
            table.add_row(*map(text, row))
        shown.print(table)


def write_records(shown: Console, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print each row as a block with one column a line, for rows that fit no table."""
    for number, row in enumerate(rows, 1):
        shown.print(text(f"-[ {number} of {len(rows)} ]".ljust(shown.width, "-")[: shown.width], "dim"))
        print_record(shown, columns, row)


def print_record(shown: Console, columns: Sequence[str], row: Sequence[Any]) -> None:
    """Print the columns of a row, one below the other."""
    from rich.table import Table

    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    table.add_column(width=min(max(map(cells, columns)), shown.width // 3), style="bold", overflow="fold")
    table.add_column(overflow="fold")
    for name, value in zip(columns, row, strict=True):
        table.add_row(name, text(value, "cyan" if is_id(name) else ""))
    shown.print(table)

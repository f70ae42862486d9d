"""Show the progress of long work on standard error, at a terminal only.

In a pipe, or at a terminal that cannot redraw a line, nothing shows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kb.cli.terminal import cannot_redraw, console

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

BLOCK = 65536  # bytes between two steps of a bar, so that many short writes cost nothing


class Bar:
    """The progress of one piece of work, which does nothing when there is no terminal to show it at."""

    def __init__(self, shown: Progress | None = None, task: TaskID | None = None) -> None:
        self.shown, self.task = shown, task

    def advance(self, count: int = 1) -> None:
        """Count so many more items or bytes as done."""
        if self.shown is not None and self.task is not None:
            self.shown.update(self.task, advance=count)

    def begin(self, step: str) -> None:
        """Show the name of the step that begins, and count the step before it as done."""
        if self.shown is not None and self.task is not None:
            before = self.shown.tasks[0].fields.get("begun", False)
            self.shown.update(self.task, description=step, advance=1 if before else 0, begun=True, refresh=True)

    def echo(self, line: str) -> None:
        """Print a line on standard output, for which the bar makes room where that is a terminal too."""
        if self.shown is None or not sys.stdout.isatty():
            click.echo(line)
            return
        self.shown.stop()
        click.echo(line)
        self.shown.start()


@contextmanager
def bar(label: str, total: int | None = None, *, size: bool = False) -> Iterator[Bar]:
    """A bar on standard error while the block runs, counting items, or bytes where `size`.

    Without a total it only shows that work goes on.
    """
    if not sys.stderr.isatty() or cannot_redraw():
        yield Bar()
        return
    from rich import progress

    count = progress.FileSizeColumn() if size else progress.MofNCompleteColumn()
    columns = (progress.TextColumn("{task.description}"), progress.BarColumn(), count, progress.TimeElapsedColumn())
    with progress.Progress(*columns, console=console(stderr=True), transient=True, redirect_stdout=False) as shown:
        yield Bar(shown, shown.add_task(label, total=total))


class Watched:
    """A stream that advances a bar by the number of characters or bytes written."""

    def __init__(self, stream: Any, bar: Bar) -> None:
        self.stream, self.bar, self.pending = stream, bar, 0

    def write(self, data: Any) -> Any:
        self.pending += len(data)
        if self.pending >= BLOCK:
            self.bar.advance(self.pending)
            self.pending = 0
        return self.stream.write(data)

    def flush(self) -> None:
        self.stream.flush()


class Counted:
    """Rows that advance a bar as they are read, and can be iterated over again."""

    def __init__(self, rows: Iterable[Any], bar: Bar) -> None:
        self.rows, self.bar = rows, bar

    def __iter__(self) -> Iterator[Any]:
        for number, row in enumerate(self.rows, 1):
            yield row
            if number % 100 == 0:
                self.bar.advance(100)


def counted(tables: Mapping[str, Iterable[Any]], bar: Bar) -> dict[str, Iterable[Any]]:
    """The tables of a dump, whose rows tell a bar as they are read."""
    return {table: Counted(rows, bar) for table, rows in tables.items()}

"""Dump a base to text files for git, and load such a dump into a base."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kb.cli import base_path, db_option, options, progress, reading, writing_or_new
from kb.cli.importing import tell_retracted
from kb.cli.wording import shell


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@db_option
def dump(folder: Path, db: Path | None) -> None:
    """Write the whole base with its history as text files, for git.

    The files are sorted, so that they can be compared and merged; kb load reads them.
    """
    from kb.exchange import dump as engine

    click.echo(f"{folder}: {engine.dump(reading(db), folder)} rows")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--restore", is_flag=True, help="Let rows that count there and were retracted here count again.")
@options.by
@db_option
def load(folder: Path, by: str | None, db: Path | None, restore: bool) -> None:
    """Read a dump into a base: a new or empty one becomes a copy.

    A base that is not empty is brought together with the one that was dumped: it gets the new rows, and what was changed in one of the
    two. Where both changed the same, its own value stays, and kb conflicts lists both. The exit code is 3 where rows that count there
    stay retracted here.
    """
    from kb.base import checks
    from kb.exchange import dump, load

    rows = dump.read(folder)
    with writing_or_new(db) as connection, progress.bar("loading rows") as bar:
        loaded = load.load(connection, progress.counted(rows, bar), contributor=by, restore=restore)
    click.echo(f"{base_path(db)}: {loaded.rows} rows")
    for line in loaded.differing:
        click.echo(f"exists with other values, which are kept: {line}", err=True)
    if number := len(loaded.conflicts):
        words = "conflict" if number == 1 else "conflicts"
        click.echo(f"{number} {words}: both values are kept, and the one here stands. Decide: kb conflicts", err=True)
    left = tell_retracted(loaded)
    errors = [problem for problem in checks.check(connection) if problem.severity == "error"]
    for problem in errors:
        click.echo(problem.text(shell), err=True)
    if errors:
        sys.exit(1)
    if left:
        sys.exit(3)

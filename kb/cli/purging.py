"""Purge a source: the one command that erases, for law and privacy, asked for on a terminal and with a reason."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import click

from kb.cli import at_terminal, base_path, db_option, options, reading, review_drafts, writing
from kb.errors import UsageError


@click.command()
@click.argument("source_id", metavar="SOURCE")
@click.option("--reason", help="Why, as it may be read ever after; needed except for a dry run.")
@click.option("--dry-run", is_flag=True, help="List what would be erased and retracted, and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask whether you are sure.")
@options.by
@db_option
def purge(source_id: str, reason: str | None, by: str | None, db: Path | None, *, dry_run: bool, yes: bool) -> None:
    """Erase every word of a source, for law or privacy; it cannot be undone.

    Its id, the digests of its texts, who erased it, when and why stay. What only this source supported is retracted, and its wording erased.
    """
    from kb.base import purged, runs
    from kb.changes import purging

    if dry_run:
        for line in purging.plan(reading(db), source_id).lines():
            click.echo(line)
        return
    if not (reason and reason.strip()):
        raise UsageError("no reason is given", where="--reason", remedy="say which law or whose request asks for it, without the words")
    connection = writing(db)
    ask(connection, source_id, yes=yes)
    with runs.begin(connection, "purge", contributor=by, reason=reason) as run:
        lines = purging.purge(run, source_id)
    swept = purged.sweep(connection)
    click.echo(run.id)
    for line in lines:
        click.echo(f"  {line}", err=True)
    forget_drafts(connection, base_path(db))
    tell_copies(base_path(db))
    if not swept:
        click.echo(
            "the file still holds the words, as another program has it open: close that, then run any kb command that writes", err=True
        )


def ask(connection: sqlite3.Connection, source_id: str, *, yes: bool) -> None:
    """Ask whether the words are to be erased; without a terminal --yes says it. Raises UsageError where nobody does."""
    from kb.changes import purging

    planned = purging.plan(connection, source_id)
    if yes:
        return
    if not at_terminal():
        raise UsageError("nobody can be asked whether you are sure", where="--yes", remedy="look at --dry-run first, then add --yes")
    for line in planned.lines():
        click.echo(line, err=True)
    click.confirm(f"Erase {planned.source_id} for ever?", abort=True, err=True)


def forget_drafts(connection: sqlite3.Connection, base: Path) -> None:
    """Remove what was typed for proposals that wait no more, which may repeat the words."""
    waiting = {row[0] for row in connection.execute("SELECT id FROM proposals WHERE status IN ('waiting', 'later')")}
    drafts = review_drafts.read(base)
    if drafts:
        review_drafts.write(base, {name: fields for name, fields in drafts.items() if name in waiting})


def tell_copies(base: Path) -> None:
    """Name the copies beside the base that still hold the words."""
    for path in sorted(base.parent.glob(f"{base.name}.bak-*")):
        click.echo(f"{path}: a backup, which still holds the words; delete it", err=True)
    click.echo("dumps, exports, backups and published copies made before hold the words: erase or replace them too", err=True)

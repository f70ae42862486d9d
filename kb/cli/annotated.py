"""Take in what people or other programs marked in a text, as proposals."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

import click


def take(connection: sqlite3.Connection, file: Path, by: str | None, reason: str | None, given: dict[str, Any]) -> None:
    """Put the quotes of a file of annotations into the queue, and list what is not found."""
    from kb.base import runs
    from kb.cli.wording import shell
    from kb.exchange.formats import registry
    from kb.names.lookup import Lookup
    from kb.review import annotated

    quotes = registry.read(file.name, file.read_bytes(), given["format_"])
    source = Lookup(connection).source(given["source"], "--source") if given["source"] else None
    with runs.begin(connection, "propose", contributor=by, reason=reason or f"import of {file.name}", dry_run=given["dry_run"]) as run:
        taken = annotated.take(run, quotes, source)
    for quoted, error in taken.failed:
        click.echo(f"{quoted.where}, {quoted.quote[:80]!r}: {error.text(shell)}", err=True)
    if given["errors"] and taken.failed:
        annotated.write_failed(given["errors"], taken)
        click.echo(f"{given['errors']}: {len(taken.failed)} rows that failed, each with why", err=True)
    click.echo(f"{taken.new} proposals, {taken.known} that were there already, {len(taken.failed)} not found")
    if given["dry_run"]:
        click.echo("a dry run: nothing was recorded", err=True)
    elif taken.new:
        click.echo(f"{run.id}; decide on them with: kb review", err=True)
    if taken.failed:
        sys.exit(3)


def take_references(connection: sqlite3.Connection, file: Path, by: str | None, reason: str | None, given: dict[str, Any]) -> None:
    """Record the references of a file as works without texts, and list what failed."""
    from kb.base import runs
    from kb.cli.wording import shell
    from kb.errors.remedies import worded
    from kb.exchange import referenced
    from kb.exchange.formats import registry

    listed = registry.read_references(file.name, file.read_bytes(), given["format_"])
    with runs.begin(connection, "import", contributor=by, reason=reason or f"import of {file.name}", dry_run=given["dry_run"]) as run:
        done = referenced.take(run, listed)
    for notice in done.notices:
        click.echo(worded(notice, shell), err=True)
    for reference, error in done.failed:
        click.echo(f"{reference.where}: {error.text(shell)}", err=True)
    click.echo(f"{len(done.new)} new works, {len(done.known)} that were there already, {len(done.failed)} failed")
    if given["dry_run"]:
        click.echo("a dry run: nothing was recorded", err=True)
    elif done.new:
        click.echo(f"{run.id}; undo it with: kb undo {run.id} --reason …", err=True)
    if done.failed:
        sys.exit(3)

"""List the conflicts between two bases, or a file and a person, and settle them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kb.cli import db_option, options, reading, terminal, writing
from kb.cli.change import reason_option, tell


@click.group(invoke_without_command=True)
@click.option("--settled", is_flag=True, help="List those that are settled.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@db_option
@click.pass_context
def conflicts(context: click.Context, settled: bool, as_json: bool, db: Path | None) -> None:
    """List what two bases, or a file and a person, say differently.

    The value in this base stands until somebody settles it: kb conflicts settle ID ours, or theirs.
    """
    if context.invoked_subcommand:
        return
    from kb.base import conflicts as engine

    listed = list(engine.listed(reading(db), settled=settled))
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    for row in listed:
        terminal.line(f"{row['id']}  {row['table_name']} {row['row_id']}" + (f"  settled: {row['status']}" if settled else ""))
        terminal.line(f"  ours:   {value(row['ours'])}  ({row['our_contributor'] or 'nobody'}, {row['our_at']})")
        terminal.line(f"  theirs: {value(row['theirs'])}  ({row['their_contributor'] or 'nobody'}, {row['at']})")


def value(text: str | None) -> str:
    """Return one side of a conflict in words."""
    if text is None:
        return "removed"
    columns: dict[str, Any] = json.loads(text)
    return ", ".join(f"{column} = {json.dumps(held, ensure_ascii=False)}" for column, held in columns.items())


@conflicts.command()
@click.argument("conflict_id", metavar="ID")
@click.argument("choice", type=click.Choice(("ours", "theirs")))
@reason_option
@options.by
@db_option
def settle(conflict_id: str, choice: str, reason: str, by: str | None, db: Path | None) -> None:
    """Settle a conflict: ours keeps the value in this base, theirs takes the other."""
    from kb.base import runs
    from kb.changes import settling

    connection = writing(db)
    with runs.begin(connection, "settle", contributor=by, reason=reason) as run:
        lines = settling.settle(run, conflict_id, choice)
    tell(run.id, lines, "nothing was changed")

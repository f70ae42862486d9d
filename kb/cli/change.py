"""Correct, retract, merge and undo, each with a reason; earlier values stay readable."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import click

from kb.cli import db_option, options, reading, terminal, writing
from kb.errors import UsageError

reason_option = click.option("--reason", required=True, help="Why.")


@click.command()
@click.argument("row_id", metavar="ID")
@click.argument("new", nargs=-1, required=True, metavar="COLUMN=VALUE…")
@reason_option
@options.by
@db_option
def correct(row_id: str, new: tuple[str, ...], reason: str, by: str | None, db: Path | None) -> None:
    """Change columns of a row; its earlier values stay readable.

    For example: kb correct ID certainty=probable cue="is likely" --reason "hedged"

    An assertion takes quote=…, which is located in the text of its source; a claim takes quantity.value=… and the like. An empty value
    empties the column.
    """
    from kb import changes
    from kb.base import runs

    new_values = {}
    for words in new:
        name, equals, value = words.partition("=")
        if not equals:
            raise UsageError(f"{words!r} is no correction", where=row_id, remedy="write COLUMN=VALUE")
        new_values[name] = value
    connection = writing(db)
    with runs.begin(connection, "correct", contributor=by, reason=reason) as run:
        lines = changes.correct(run, row_id, new_values)
    tell(run.id, lines, "it has these values already; nothing was changed")


@click.command()
@click.argument("row_id", metavar="ID")
@click.option("--reason", help="Why; needed except for a dry run.")
@click.option(
    "--dry-run", is_flag=True, help="List what would lose its only support, and change nothing; also of a source or passage in use."
)
@click.option("--json", "as_json", is_flag=True, help="Print what a dry run finds as JSON.")
@options.by
@db_option
def retract(row_id: str, reason: str | None, by: str | None, db: Path | None, *, dry_run: bool, as_json: bool) -> None:
    """Withdraw a row from every count and view; it stays readable.

    The row is a claim, an assertion, a relation, a mention, or an actor, thing, event or source that nothing uses.
    """
    from kb import changes
    from kb.base import runs

    if dry_run:
        would_retract(reading(db), row_id, as_json=as_json)
        return
    if as_json:
        raise UsageError("only a dry run is printed as JSON", where="--json", remedy="add --dry-run, or leave it out")
    if not reason:
        raise UsageError("no reason is given", where="--reason", remedy="say why, for whoever reads the history")
    connection = writing(db)
    with runs.begin(connection, "retract", contributor=by, reason=reason) as run:
        lines = changes.retract(run, row_id)
    tell(run.id, [f"retracted {line}" for line in lines], "it is retracted already; nothing was changed")


def would_retract(connection: sqlite3.Connection, row_id: str, *, as_json: bool) -> None:
    """Print what would be left without support if a row went."""
    from kb.changes.resting import resting_on

    resting = resting_on(connection, row_id)
    if as_json:
        click.echo(json.dumps(resting.as_dict(), ensure_ascii=False, indent=1))
        return
    listed = resting.listed()
    if listed:
        terminal.write_rows(("kind", "id", "words"), listed)
    click.echo(resting.summary(), err=True)


@click.command()
@click.argument("old_id", metavar="OLD")
@click.argument("into_id", metavar="INTO")
@click.option("--despite-evidence", is_flag=True, help="Also where the base holds evidence that they are two; the reason says why.")
@reason_option
@options.by
@db_option
def merge(old_id: str, into_id: str, despite_evidence: bool, reason: str, by: str | None, db: Path | None) -> None:
    """Merge a row into another one that means the same.

    Both are claims, actors, things, events or cited works. The id OLD stays valid and leads to INTO. Claims of another subject,
    predicate, object or time are refused, and so are others with another exact identifier, kind or date.
    """
    from kb.base import runs
    from kb.changes import merging

    connection = writing(db)
    with runs.begin(connection, "merge", contributor=by, reason=reason) as run:
        lines = merging.merge(run, old_id, into_id, despite_evidence=despite_evidence)
    tell(run.id, [f"moved {line}" for line in lines] or [f"{old_id} is {into_id} from now on"], "")


@click.command()
@click.argument("run_id", metavar="RUN")
@reason_option
@options.by
@db_option
def undo(run_id: str, reason: str, by: str | None, db: Path | None) -> None:
    """Reverse everything that one run recorded.

    A row that somebody has changed since then refuses it.
    """
    from kb.base import runs
    from kb.changes import undoing as engine

    connection = writing(db)
    with runs.begin(connection, "undo", contributor=by, reason=reason) as run:
        lines = engine.undo(run, run_id)
    tell(run.id, lines, "")


def tell(run_id: str, lines: list[str], nothing: str) -> None:
    """Print the id of a run and its changes, or `nothing` when there are none."""
    if not lines:
        click.echo(nothing, err=True)
        return
    click.echo(run_id)
    for line in lines:
        click.echo(f"  {line}", err=True)

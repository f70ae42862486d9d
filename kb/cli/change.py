"""Change what is recorded; what was stays readable. Each takes a reason."""

from __future__ import annotations

from pathlib import Path

import click

from kb.cli import db_option, writing
from kb.errors import UsageError

reason_option = click.option("--reason", required=True, help="Why.")
by_option = click.option("--by", help="Who does it.  [default: KB_CONTRIBUTOR, or the account's name]")


@click.command()
@click.argument("row_id", metavar="ID")
@click.argument("new", nargs=-1, required=True, metavar="COLUMN=VALUE…")
@reason_option
@by_option
@db_option
def correct(row_id: str, new: tuple[str, ...], reason: str, by: str | None, db: Path | None) -> None:
    """Set columns of a row: kb correct ID certainty=probable cue="is likely" --reason "hedged".

    An assertion takes quote=…, sought in its source's text; a claim takes quantity.value=… and the like. An empty value means none.
    """
    from kb import changes, store

    given = {}
    for words in new:
        name, equals, value = words.partition("=")
        if not equals:
            raise UsageError(f"{words!r} is no correction", where=row_id, remedy="write COLUMN=VALUE")
        given[name] = value
    connection = writing(db)
    with store.run(connection, "correct", contributor=by, reason=reason) as run_id:
        lines = changes.correct(connection, row_id, given)
    tell(run_id, lines, "it said so already")


@click.command()
@click.argument("row_id", metavar="ID")
@reason_option
@by_option
@db_option
def retract(row_id: str, reason: str, by: str | None, db: Path | None) -> None:
    """Take a claim, assertion, relation, mention or unused entity back; it stays readable."""
    from kb import changes, store

    connection = writing(db)
    with store.run(connection, "retract", contributor=by, reason=reason) as run_id:
        lines = changes.retract(connection, row_id)
    tell(run_id, [f"retracted {line}" for line in lines], "it was retracted already")


@click.command()
@click.argument("old_id", metavar="OLD")
@click.argument("into_id", metavar="INTO")
@reason_option
@by_option
@db_option
def merge(old_id: str, into_id: str, reason: str, by: str | None, db: Path | None) -> None:
    """Make one of two claims, actors, things, events or cited works; OLD goes on answering with INTO."""
    from kb import merging, store

    connection = writing(db)
    with store.run(connection, "merge", contributor=by, reason=reason) as run_id:
        lines = merging.merge(connection, old_id, into_id)
    tell(run_id, [f"moved {line}" for line in lines] or [f"{old_id} is {into_id} from now on"], "")


@click.command()
@click.argument("run", metavar="RUN")
@reason_option
@by_option
@db_option
def undo(run: str, reason: str, by: str | None, db: Path | None) -> None:
    """Take back all that one run did, unless somebody changed it again since."""
    from kb import store
    from kb import undo as engine

    connection = writing(db)
    with store.run(connection, "undo", contributor=by, reason=reason) as run_id:
        lines = engine.undo(connection, run)
    tell(run_id, lines, "")


def tell(run_id: str, lines: list[str], nothing: str) -> None:
    if not lines:
        click.echo(nothing, err=True)
        return
    click.echo(run_id)
    for line in lines:
        click.echo(f"  {line}", err=True)

"""Add facts from a file, and tell what came of each row."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import annotated, db_option, options, terminal, writing

NAMED = ("actor", "thing", "event", "predicate")
PLURAL = {
    "source": "cited works",
    "quantity": "quantities",
    "event_order": "orders of events",
    "distinct": "marks of what is not the same",
    "sentence": "sentences without a claim",
    "role": "roles in events",
}


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Tell what would be recorded, and record nothing.")
@click.option("--skip-bad", is_flag=True, help="Record the rows that are right, and tell and count those that are not.")
@click.option("--errors", type=click.Path(path_type=Path, dir_okay=False), help="Write the rows that failed to this file, each with why.")
@click.option("--ignore", multiple=True, help="Pass over this column of a sheet. May be repeated.")
@click.option("--restore", is_flag=True, help="Let facts of the file that were taken back count again.")
@click.option(
    "--as",
    "format_",
    metavar="FORMAT",
    help="Take the file as annotations, whose quotes become proposals, or as references, which become works: annotations, references, or one format.",
)
@click.option("--source", help="With --as: the source of quotes that name none.")
@options.by
@click.option("--reason", help="Why they are added.")
@db_option
def import_(file: Path, by: str | None, reason: str | None, db: Path | None, **given: Any) -> None:
    """Add a file of facts and of what connects them.

    The file is TOML, a spreadsheet (CSV, .tsv, .xlsx), JSON Lines or RDF; RDF is what kb export writes. All of the file is recorded or nothing, but with --skip-bad.
    With --as annotations, it is Hypothesis JSON, W3C Web Annotations, LangExtract JSON Lines or a CSV with a column quote: each quote waits for review.
    With --as references, it is BibTeX, RIS or CSL-JSON: each becomes a work without its text.
    The exit code is 1 where the file was refused, and 3 where some of its rows were skipped or stay retracted.
    """
    from kb.base import runs
    from kb.exchange import facts_files, failed_rows, listed_entries
    from kb.exchange.formats import registry
    from kb.exchange.formats.quoted import REFERENCES

    connection = writing(db)
    if given["format_"]:
        take = annotated.take_references if registry.kind_of(given["format_"]) == REFERENCES else annotated.take
        take(connection, file, by, reason, given)
        return
    if file.suffix.lower() in listed_entries.RDF:
        import_triples(connection, file, by, restore=given["restore"])
        return
    settings = listed_entries.Settings(given["skip_bad"], given["restore"], given["ignore"])
    try:
        with runs.begin(connection, "import", contributor=by, reason=reason or f"import of {file.name}", dry_run=given["dry_run"]) as run:
            before = connection.total_changes
            done = facts_files.import_facts(run, file, file.read_bytes(), settings)
            changed = connection.total_changes != before
    except facts_files.RefusedError as error:
        if given["errors"]:
            report(failed_rows.write(given["errors"], error.imported), given["errors"])
        raise
    if given["errors"] and done.failed:
        report(failed_rows.write(given["errors"], done), given["errors"])
    tell(done)
    if given["dry_run"]:
        click.echo("a dry run: nothing was recorded", err=True)
    elif changed:
        click.echo(f"{run.id}; undo it with: kb undo {run.id} --reason …", err=True)
    if done.failed or len(done.retracted) > done.restored:
        sys.exit(3)


def import_triples(connection: Any, file: Path, by: str | None, *, restore: bool) -> None:
    """Add the rows of a file of triples."""
    from kb.exchange import load
    from kb.rdf import load as rdf

    loaded = load.load(connection, rdf.rows(file), contributor=by, restore=restore)
    click.echo(f"{loaded.rows} rows")
    for line in loaded.differing:
        click.echo(f"exists with other values, which are kept: {line}", err=True)
    if tell_retracted(loaded):
        sys.exit(3)


def tell_retracted(loaded: Any) -> bool:
    """Print which rows that were loaded are retracted here, and which were restored, and return whether some stay retracted."""
    if loaded.restored:
        click.echo(f"{len(loaded.restored)} rows restored", err=True)
    left = [row_id for row_id in loaded.retracted if row_id not in set(loaded.restored)]
    if left:
        shown = ", ".join(left[:5]) + (", …" if len(left) > 5 else "")
        click.echo(f"{len(left)} rows count there and are retracted here, and stay so ({shown}); --restore lets them count again", err=True)
    return bool(left)


def report(count: int, path: Path) -> None:
    """Print how many failed rows were written to a file."""
    click.echo(f"{path}: {count} rows that failed, each with why", err=True)


def tell(done: Any) -> None:
    """Print what an import recorded, and on standard error its notices and what was skipped or stays retracted."""
    from kb.cli.wording import shell
    from kb.errors.remedies import worded

    for notice in done.notices:
        click.echo(worded(notice, shell), err=True)
    for error in (error for _, errors in done.failed for error in errors):
        click.echo(error.text(shell), err=True)
    edited = done.edited
    if done.headings and not (done.number or done.failed or done.others or edited.corrected or edited.retracted or edited.unchanged):
        click.echo("the sheet has headings and no rows below them", err=True)
    parts = [f"{done.new} new facts, {done.number - done.new} that were there already{counted(done.others)}"]
    if edited.corrected or edited.retracted or edited.unchanged:
        changed = f"{len(set(edited.corrected))} rows corrected, {len(edited.retracted)} retracted, {edited.unchanged} as they were"
        parts = [changed, *(parts if done.number or done.others else [])]
    parts += [f"{done.restored} of them restored"] if done.restored else []
    left = len(done.retracted) - done.restored
    if left:
        parts.append(f"{left} of them taken back")
        click.echo(f"{left} rows were taken back and stay so; --restore lets them count again", err=True)
    parts += [f"{len(done.failed)} rows skipped"] if done.failed else []
    terminal.line(", ".join(parts))


def counted(others: dict[str, int]) -> str:
    """The number of new rows of each kind but facts, in words, or nothing where there are none."""
    entities = sum(others.get(kind, 0) for kind in NAMED)
    parts = [f"{entities} new actors, things, events or predicates"] if entities else []
    parts += [f"{number} new {PLURAL.get(kind, kind + 's')}" for kind, number in others.items() if number and kind not in NAMED]
    return "".join(f", {part}" for part in parts)

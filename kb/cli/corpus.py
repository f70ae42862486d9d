"""Read archives too large for one base into a lake of Parquet files, and take from it what a desk works on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kb.cli import base_path, options, progress, writing_or_new

LAKE = click.Path(path_type=Path, file_okay=False)


def engine_options(command: Any) -> Any:
    """The options that choose what does the work."""
    chosen = click.Choice(["local", "spark"])
    command = click.option("--master", help="With spark: the cluster, as local[4] or spark://HOST:7077.  [default: as Spark is set up]")(
        command
    )
    return click.option("--engine", default="local", show_default=True, type=chosen, help="What does the work.")(command)


def engine_of(engine: str, master: str | None) -> Any:
    """What does the work, by its name."""
    from kb.corpus import engines
    from kb.corpus.spark import Spark

    if master and engine != "spark":
        raise click.UsageError("--master names a cluster of Spark; give --engine spark with it")
    return Spark(master) if engine == "spark" else engines.local


@click.group()
def corpus() -> None:
    """Read a large archive into a lake of Parquet files.

    A lake is a folder of Parquet files, a folder for each table, which DuckDB and Spark read as they are.
    """


@corpus.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--to", "lake", required=True, type=LAKE, help="The lake: a new folder, or one that was begun.")
@click.option(
    "--names", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="The base whose names are looked up; for a new lake."
)
@click.option("--model", help="The spaCy model to read with, or none.  [default: KB_MODEL, or the best installed]")
@click.option("--access", help="Who may read the articles: public, quotes or private.")
@click.option(
    "--keep-all", is_flag=True, help="Read also what is left out otherwise: blocks beside the article, deleted words, marks of notes."
)
@engine_options
@options.by
def propose(folder: Path, lake: Path, names: Path | None, by: str | None, engine: str, master: str | None, **how: Any) -> None:
    """Read a folder of articles into a lake, and propose their claims.

    Run the command again to continue one that was interrupted, or to read articles that are new in the folder. An article that cannot be
    read is a row of the table failures, with its error. With --engine spark, every machine must see both folders under the same path, and
    have this program installed; ids and rows are the same.
    """
    from kb.corpus import columns, proposing
    from kb.corpus import lake as lakes
    from kb.workers.worker import ended_by_sigterm

    columns.need_pyarrow()
    worker = engine_of(engine, master)
    opened = lakes.open_or_create(lake, names, by, how)
    found = proposing.new_articles(opened, folder)
    read = left_out = proposals = 0
    with ended_by_sigterm(), progress.bar("reading articles", len(found)) as bar:
        for done in proposing.propose(opened, folder, found, engine=worker):
            bar.advance(done.articles + done.failures)
            read, left_out, proposals = read + done.articles, left_out + done.failures, proposals + done.proposals
    click.echo(f"{lake}: {read} articles read, {left_out} left out; {proposals} proposals")
    if left_out and not read:
        sys.exit(1)


@corpus.command()
@click.argument("lake", type=LAKE)
@click.option("--where", help="An SQL condition on the columns of sources, and file, sha256 and proposals.  [default: every article]")
@click.option("--into", "db", type=click.Path(path_type=Path), help="The base, made if it is not there.  [default: KB_DB, or kb.db]")
@options.by
def pull(lake: Path, where: str | None, db: Path | None, by: str | None) -> None:
    """Bring articles of a lake, with the proposals that wait, into a base.

    For example: kb corpus pull lake --where "published >= '2024' AND title LIKE '%harbour%'" --into desk.db

    Every law of the base holds for what is pulled, all of it is recorded or nothing. What the base has already stays as it is there.
    """
    from kb.corpus import columns, pulling
    from kb.corpus import lake as lakes

    columns.need_pyarrow()
    opened = lakes.open_lake(lake)
    chosen = pulling.choose(opened, where)
    with writing_or_new(db) as connection:
        pulled = pulling.pull(connection, opened, chosen, contributor=by)
    click.echo(f"{base_path(db)}: {chosen.count} articles chosen, {pulled.rows} rows")
    for line in pulled.differing:
        click.echo(f"exists with other values, which are kept: {line}", err=True)


@corpus.command()
@click.argument("format", type=click.Choice(["nq"]))
@click.argument("lake", type=LAKE)
@click.option("-o", "--output", "folder", required=True, type=LAKE, help="The new folder to write to, with a file for each part.")
@engine_options
def export(format: str, lake: Path, folder: Path, engine: str, master: str | None) -> None:  # noqa: ARG001 - there is one format so far
    """Print a lake as N-Quads, in parallel.

    The triples are those of a base that pulled everything. An actor whom articles of several parts name has the same lines in each file,
    which a store holds once.
    """
    from kb.corpus import columns, exporting
    from kb.corpus import lake as lakes

    columns.need_pyarrow()
    opened = lakes.open_lake(lake)
    files = lines = 0
    with progress.bar("printing", len(opened.files("articles")) + 1) as bar:
        for count in exporting.write(opened, folder, engine=engine_of(engine, master)):
            bar.advance()
            files, lines = files + 1, lines + count
    click.echo(f"{folder}: {files} files, {lines} lines")

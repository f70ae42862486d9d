"""The command `python -m ingest [FOLDER…]` reads curated files into a base. Unchanged files write nothing.

`python -m ingest propose FILE` prints the proposed claims of a text with their speakers, and `python -m ingest statements FILE` what each of
its clauses states. (A folder of such a name is given as ./propose.)
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from ingest import faults, files
from ingest.disputes import refuse_conflicts
from ingest.load import Loader
from ingest.origins import add_folders_to_origins
from ingest.sync import Sync
from ingest.withdrawal import Withdrawal
from kb.base import opening, runs, schema, store, upgrade
from kb.base.entries import OLD_SPELLING
from kb.cli import progress
from kb.cli.wording import shell
from kb.errors import DataError, KbError

STAYS_RETRACTED = 3  # the exit code
NOTHING_WRONG = "nothing wrong was found; nothing was recorded"
HERE = Path(__file__).resolve().parent


class Reading(click.Group):
    """A group that runs the command `read` unless the first argument is a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args.insert(0, "read")
        return super().parse_args(ctx, args)


@click.group(cls=Reading)
def main() -> None:
    """Read sources: curated folders into a base (the command read, which may be left out), or a text into proposals or statements."""


@contextmanager
def reporting_errors() -> Iterator[None]:
    """Print an error of the block to standard error, and exit with its code."""
    try:
        yield
    except KbError as error:
        click.echo(f"ingest: {error.text(shell)}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader of the output has gone; everything is recorded
    except OSError as error:
        click.echo(f"ingest: {error.filename or 'the system'}: {error.strerror}\n  remedy: check the name and the permissions", err=True)
        sys.exit(1)


@main.command()
@click.argument("folders", metavar="[FOLDER]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--db",
    "db",
    type=click.Path(path_type=Path),
    default=lambda: os.environ.get("KB_DB", "kb.db"),
    show_default="KB_DB or kb.db",
    help="The base to read into; made if it is not there.",
)
@click.option("--check", is_flag=True, help="Only say what is wrong; record nothing.")
@click.option("--restore", is_flag=True, help="Let rows of the files that people took back count again.")
def read(folders: tuple[Path, ...], db: Path, check: bool, restore: bool) -> None:
    """Read the curated files under each FOLDER (laid out like ingest/, which is read when none is named) into a base.

    What a folder of the same name said when it was last read, and says no longer, is taken back; other folders are left alone.
    The exit code is 3 where rows of the files were taken back by people and stay so.
    """
    with reporting_errors():
        if read_into(Path(db), folders or (HERE,), check, restore=restore):
            sys.exit(STAYS_RETRACTED)


@main.command("propose")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--format", "style", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="JSON Lines: one proposal a line."
)
@click.option("--model", help='The spaCy model to parse with, or "none". [default: KB_MODEL, or the best that is installed]')
@click.option("--anchor", metavar="EDTF", help='When the text was published, such as 2025-09: "yesterday" is counted from it.')
def propose_command(file: str, style: str, model: str | None, anchor: str | None) -> None:
    """Print what the English text in FILE (- for standard input) may claim, and who is credited with it. Nothing is recorded."""
    from ingest import propose

    assert style == "jsonl"
    with reporting_errors():
        for line in propose.lines(file, model, anchor):
            click.echo(line)


@main.command("statements")
@click.argument("file", metavar="FILE|-")
@click.option("--format", "style", type=click.Choice(["jsonl", "tsv"]), default="jsonl", show_default=True, help="JSON Lines, or columns.")
@click.option("--lines", "by_line", is_flag=True, help="Each line is one sentence, printed back as it stands.")
@click.option("--model", help="The spaCy model to parse with. [default: KB_MODEL, or the best that is installed]")
def statements_command(file: str, style: str, by_line: bool, model: str | None) -> None:
    """Print what each clause of the English text in FILE (- for standard input) states: subject, relation, object, further arguments.

    The columns of tsv are sentence, confidence, relation, first argument and further arguments. Nothing is recorded.
    """
    from ingest import statements

    with reporting_errors():
        for line in statements.lines(file, style, by_line, model):
            click.echo(line)


def read_into(db: Path, folders: Path | Sequence[Path], check: bool, *, restore: bool = False) -> bool:
    """Read folders into a base, and return whether rows of theirs stay retracted. Raises KbError, after printing every problem, where there is one."""
    roots = [folders] if isinstance(folders, Path) else folders
    curated, problems = files.read_all(roots)
    print_problems(problems)
    names = {root.resolve().name for root in roots}
    if check and not db.exists():
        with tempfile.TemporaryDirectory(prefix="kb-check-") as folder:
            store.init(Path(folder) / "check.db")
            read_curated(Path(folder) / "check.db", curated, names, check)
        click.echo(NOTHING_WRONG)
        return False
    is_new = not db.exists()
    if is_new:
        store.init(db)
    try:
        sync, loader = read_curated(db, curated, names, check, restore=restore)
    except BaseException:
        if is_new:  # a failed reading leaves no empty base
            store.discard(db)
        raise
    if check:
        click.echo(NOTHING_WRONG)
        return False
    summary(db, sync, loader)
    refuse_conflicts(sync.conflicts)
    return bool(sync.retracted)


def read_curated(db: Path, curated: files.Curated, roots: set[str], check: bool, *, restore: bool = False) -> tuple[Sync, Loader]:
    """Record the parsed files in one run, which is rolled back where they are only to be checked."""
    if upgraded := upgrade.if_older(db):
        click.echo(upgraded.text(shell), err=True)
    connection = opening.open_base(db)
    try:
        with runs.begin(connection, "ingest", contributor="curators", dry_run=check) as run:
            schema.add_new_words(connection)
            add_folders_to_origins(connection, curated.files)
            sync = Sync(run)
            with progress.bar("reading", len(curated.sources) + 1) as bar:
                loader = Loader(run, sync, bar.begin)
                loader.load(curated)
            print_problems(loader.problems)
            sync.notes += old_spellings(curated)
            missing = {address.file for address in sync.origins if address.file.split("/")[0] in roots} - curated.files
            withdrawn = {address for address in sync.origins if address not in sync.seen and address.file in curated.files | missing}
            Withdrawal(sync, withdrawn).run()
            loader.claims.check_twins()
            print_problems(loader.problems)
            print_problems(list(faults.brought(sync, db, curated)))
            sync.tell_retracted(curated.files, restore=restore)
            if check:
                refuse_conflicts(sync.conflicts)
    finally:
        connection.close()
    return sync, loader


def old_spellings(curated: files.Curated) -> list[str]:
    """Return one note for all entries that name a claim by the old key."""
    old = [entry.where for source in curated.sources for entry in source.claims if entry.old_spelling]
    return [f"{old[0]} and {len(old) - 1} more: {OLD_SPELLING}" if len(old) > 1 else f"{old[0]}: {OLD_SPELLING}"] if old else []


def print_problems(problems: Sequence[KbError]) -> None:
    """Print every problem, and raise DataError where there is one, since files are never read in part."""
    if problems:
        for problem in problems:
            click.echo(problem.text(shell), err=True)
        raise DataError(
            f"{len(problems)} mistake{'s' if len(problems) > 1 else ''} in the files; nothing was recorded",
            remedy="mend them and read again",
        )


def summary(db: Path, sync: Sync, loader: Loader) -> None:
    """Print the notes, the quotes of changed texts, and the numbers of rows that changed."""
    for note in sync.notes:
        click.echo(f"note: {note}")
    for quote in loader.moved:
        if quote.outcome in ("altered", "gone"):
            click.echo(
                f"{quote.outcome}: {quote.quote!r} carried {quote.claim_id} ({quote.claim}); it stays with the earlier text"
                + (f"; nearest now: {quote.nearest!r}" if quote.nearest else "")
            )
    if loader.moved:
        outcomes = {word: sum(1 for quote in loader.moved if quote.outcome == word) for word in ("unchanged", "moved", "altered", "gone")}
        click.echo("quotes in the changed text: " + ", ".join(f"{count} {word}" for word, count in outcomes.items()))
    if not sync.counts:
        click.echo(f"{db}: nothing new")
        return
    tables: dict[str, list[str]] = {}
    for (table, change), count in sync.counts.items():
        tables.setdefault(table, []).append(f"{count} {change}")
    for table, counts in sorted(tables.items()):
        click.echo(f"  {table:<15} {', '.join(counts)}")


if __name__ == "__main__":
    main()

"""python -m ingest [FOLDER…]: read the curated files into a base. Idempotent: unchanged input writes nothing.

python -m ingest propose FILE: print what a text may claim, and who is credited with it. A folder of that name is given as ./propose.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from ingest import files
from ingest.load import Loader
from ingest.sync import Sync, know_folders, refuse_conflicts
from kb import schema, store
from kb.errors import DataError, KbError

HERE = Path(__file__).resolve().parent


class Reading(click.Group):
    """Reads folders unless the first word is a command: `python -m ingest [FOLDER]...` needs none."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args.insert(0, "read")
        return super().parse_args(ctx, args)


@click.group(cls=Reading)
def main() -> None:
    """Read sources: curated folders into a base (the command read, which may be left out), or a text into proposals."""


@contextmanager
def told() -> Iterator[None]:
    """Tell what went wrong in a line or two, and leave with its exit code."""
    try:
        yield
    except KbError as error:
        click.echo(f"ingest: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on; what was read is recorded
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
def read(folders: tuple[Path, ...], db: Path, check: bool) -> None:
    """Read the curated files under each FOLDER (laid out like ingest/, which is read when none is named) into a base.

    What a folder of the same name said when it was last read, and says no longer, is taken back; other folders are left alone.
    """
    with told():
        read_into(Path(db), folders or (HERE,), check)


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
    with told():
        for line in propose.lines(file, model, anchor):
            click.echo(line)


class OnlyChecked(Exception):  # noqa: N818 - not an error: the way out of a run that is not to be recorded
    """Leaves the open run without recording it."""


def read_into(db: Path, folders: Path | Sequence[Path], check: bool) -> None:
    """Read folders into a base; raises KbError, having told what is wrong, when anything is."""
    roots = [folders] if isinstance(folders, Path) else folders
    curated, problems = files.read_all(roots)
    tell_all(problems)
    names = {root.resolve().name for root in roots}
    if check and not db.exists():
        with tempfile.TemporaryDirectory(prefix="kb-check-") as folder, checking():
            store.init(Path(folder) / "check.db")
            read_curated(Path(folder) / "check.db", curated, names, check)
        return
    made_now = not db.exists()
    if made_now:
        store.init(db)
    try:
        with checking():
            sync, loader = read_curated(db, curated, names, check)
    except BaseException:
        if made_now:  # a reading that failed leaves no empty base behind
            for suffix in ("", "-wal", "-shm"):
                Path(f"{db}{suffix}").unlink(missing_ok=True)
        raise
    if not check:
        summary(db, sync, loader)
        refuse_conflicts(sync)


@contextmanager
def checking() -> Iterator[None]:
    try:
        yield
    except OnlyChecked:
        click.echo("nothing wrong was found; nothing was recorded")


def read_curated(db: Path, curated: files.Curated, roots: set[str], check: bool) -> tuple[Sync, Loader]:
    """One run over what was parsed; raises OnlyChecked instead of recording when it is only to be checked."""
    connection = store.open_base(db)
    try:
        with store.run(connection, "ingest", contributor="curators", contributor_kind="group") as run_id:
            schema.add_new_words(connection)
            know_folders(connection, curated.files)
            sync = Sync(connection, run_id, store.now())
            loader = Loader(connection, sync, run_id, progress)
            loader.load(curated)
            tell_all(loader.problems)
            missing = {address[0] for address in sync.origins if address[0].split("/")[0] in roots} - curated.files
            sync.finish(curated.files, frozenset(missing))
            loader.claims.tell_twins()
            tell_all(loader.problems)
            if check:
                refuse_conflicts(sync)
                raise OnlyChecked
    finally:
        connection.close()
    return sync, loader


def tell_all(problems: Sequence[KbError]) -> None:
    """Every problem, then a stop: files with mistakes in them are not read in part."""
    if problems:
        for problem in problems:
            click.echo(str(problem), err=True)
        raise DataError(
            f"{len(problems)} mistake{'s' if len(problems) > 1 else ''} in the files; nothing was recorded",
            remedy="mend them and read again",
        )


def progress(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"  {line}", err=True)


def summary(db: Path, sync: Sync, loader: Loader) -> None:
    for note in sync.notes:
        click.echo(f"note: {note}")
    for moved in loader.moved:
        if moved.outcome in ("altered", "gone"):
            click.echo(
                f"{moved.outcome}: {moved.quote!r} carried {moved.claim_id} ({moved.claim}); it stays with the earlier text"
                + (f"; nearest now: {moved.nearest!r}" if moved.nearest else "")
            )
    if loader.moved:
        outcomes = {word: sum(1 for moved in loader.moved if moved.outcome == word) for word in ("unchanged", "moved", "altered", "gone")}
        click.echo("quotes in the changed text: " + ", ".join(f"{count} {word}" for word, count in outcomes.items()))
    if not sync.counts:
        click.echo(f"{db}: nothing new")
        return
    tables: dict[str, list[str]] = {}
    for (table, what), count in sync.counts.items():
        tables.setdefault(table, []).append(f"{count} {what}")
    for table, counts in sorted(tables.items()):
        click.echo(f"  {table:<15} {', '.join(counts)}")


if __name__ == "__main__":
    main()

"""The command `kb`, in which each command is its options and one call of the library. Only this package prints.

Commands are looked up by name and their modules imported only when one runs. Imports inside functions, here and in the modules of the
commands, keep what a command does not need out of its start; there is no other reason for them.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from kb.cli.commands import COMMANDS, GROUPS, START
from kb.cli.terminal import colourless, printable
from kb.errors import DataError, KbError, UsageError, did_you_mean
from kb.version import __version__


class Commands(click.Group):
    """A group that imports a command when it is asked for, and turns an error into one message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click passes it
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"kb.cli.{module}"), function)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by group, each with the first sentence of its help."""
        width = max(map(len, COMMANDS))
        for group, names in GROUPS.items():
            summaries = []
            for name in names:
                command = self.get_command(ctx, name)
                if command is not None:
                    summaries.append((name.ljust(width), command.get_short_help_str(limit=formatter.width)))
            with formatter.section(group):
                formatter.write_dl(summaries)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"no command {args[0]!r}; {did_you_mean(args[0], COMMANDS) or 'see kb --help'}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KbError as error:
            fail(as_text(error), error.exit_code)
        except sqlite3.Error as error:
            from kb.base.store import refused

            fail(as_text(refused(error)), 1)
        except UnicodeEncodeError:
            fail("the words hold a lone surrogate, which no text can\n  remedy: give well-formed Unicode", 1)
        except (BrokenPipeError, KeyboardInterrupt):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(130)
        except OSError as error:
            fail(
                f"{error.filename or 'the system'}: {error.strerror}\n  remedy: check the name, the permissions and the room on the disk", 1
            )
        return None


def as_text(error: KbError) -> str:
    """The error as the shell words it."""
    from kb.cli.wording import shell

    return error.text(shell)


def fail(message: str, code: int) -> None:
    """Print a message on standard error and exit."""
    click.echo(f"kb: {printable(message)}", err=True)
    sys.exit(code)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="kb")
@click.option("--db", type=click.Path(path_type=Path), help="The base to work on.  [default: KB_DB, or kb.db]")
@click.pass_context
def main(ctx: click.Context, db: Path | None) -> None:
    """A knowledge base of who claims what, in which source, in exactly which words."""
    ctx.obj = db
    if colourless():
        ctx.color = False
    if ctx.invoked_subcommand is None:
        click.echo(START)


def db_option(command: Any) -> Any:
    """The option --db, which may stand before or after the command."""
    return click.option("--db", type=click.Path(path_type=Path), help="The base to work on.  [default: KB_DB, or kb.db]")(command)


def base_path(db: Path | None) -> Path:
    """The path of the base to work on, from --db, else KB_DB, else kb.db."""
    outer = click.get_current_context().find_root().obj
    return Path(db or outer or os.environ.get("KB_DB") or "kb.db")


def reading(db: Path | None) -> sqlite3.Connection:
    """A read-only connection to the base, which is upgraded first where it is older."""
    from kb.base import store

    bring_up_to_date(base_path(db))
    return store.connect(base_path(db), readonly=True)


def writing(db: Path | None) -> sqlite3.Connection:
    """A connection to the base for writing, which is upgraded first where it is older."""
    from kb.base import opening

    bring_up_to_date(base_path(db))
    return opening.open_base(base_path(db))


@contextmanager
def writing_or_new(db: Path | None) -> Iterator[sqlite3.Connection]:
    """A connection to the base for writing. A base that is not there is made, and discarded again where the block raises."""
    from kb.base import store

    path = base_path(db)
    new = not path.exists()
    if new:
        store.init(path)
    connection = writing(db)
    try:
        yield connection
    except BaseException:
        connection.close()
        if new:
            store.discard(path)
        raise


def bring_up_to_date(path: Path) -> None:
    """Upgrade an older base, and print on standard error what its owner should know."""
    from kb.base import upgrade

    if done := upgrade.if_older(path):
        from kb.cli.wording import shell

        click.echo(done.text(shell), err=True)


@contextmanager
def naming() -> Iterator[None]:
    """Turn a DataError about a name in an option into a UsageError, since then the call is wrong and not the data."""
    try:
        yield
    except DataError as error:
        raise UsageError(error.what, where=error.where, remedy=error.remedies) from error


def at_terminal() -> bool:
    """Whether both standard input and standard output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()

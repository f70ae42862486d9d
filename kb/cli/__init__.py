"""The command `kb`: options plus one call each. Only this package prints.

Commands are looked up by name and their modules imported only when one runs: starting up stays fast.
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

from kb import __version__
from kb.errors import KbError

# command: (module, function). The order is the order of the help.
COMMANDS = {
    "init": ("base", "init"),
    "source": ("base", "source"),
    "new": ("base", "new"),
    "add": ("add", "add"),
    "import": ("add", "import_"),
    "propose": ("review", "propose"),
    "review": ("review", "review"),
    "query": ("ask", "query"),
    "sparql": ("ask", "sparql"),
    "search": ("ask", "search"),
    "show": ("ask", "show"),
    "trace": ("ask", "trace"),
    "coverage": ("ask", "coverage"),
    "export": ("out", "export"),
    "dump": ("out", "dump"),
    "load": ("out", "load"),
    "correct": ("change", "correct"),
    "retract": ("change", "retract"),
    "merge": ("change", "merge"),
    "undo": ("change", "undo"),
    "check": ("care", "check"),
    "upgrade": ("care", "upgrade"),
    "serve": ("care", "serve"),
}


class Commands(click.Group):
    """A group that imports a command when it is asked for, and turns what is refused into one message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click passes it
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"kb.cli.{module}"), function)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from kb.errors import did_you_mean

            raise click.UsageError(f"no command {args[0]!r}; {did_you_mean(args[0], COMMANDS) or 'see kb --help'}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KbError as error:
            fail(str(error), error.exit_code)
        except sqlite3.Error as error:
            from kb.store import refused

            fail(str(refused(error)), 1)
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


def fail(message: str, code: int) -> None:
    click.echo(f"kb: {message}", err=True)
    sys.exit(code)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="kb")
@click.option("--db", type=click.Path(path_type=Path), help="The base to work on.  [default: KB_DB, or kb.db]")
@click.pass_context
def main(ctx: click.Context, db: Path | None) -> None:
    """A knowledge base of who claims what, in which source, in exactly which words."""
    ctx.obj = db


def db_option(command: Any) -> Any:
    """The option --db, which may stand before or after the command."""
    return click.option("--db", type=click.Path(path_type=Path), help="The base to work on.  [default: KB_DB, or kb.db]")(command)


def base_path(db: Path | None) -> Path:
    """The base that is meant: --db, else KB_DB, else kb.db."""
    outer = click.get_current_context().find_root().obj
    return Path(db or outer or os.environ.get("KB_DB") or "kb.db")


def reading(db: Path | None) -> sqlite3.Connection:
    """A connection that changes nothing; an older base is brought up to date first, as for writing."""
    from kb import store, upgrade

    upgrade.if_older(base_path(db))
    return store.connect(base_path(db), readonly=True)


def writing(db: Path | None) -> sqlite3.Connection:
    from kb import store

    return store.open_base(base_path(db))


@contextmanager
def naming() -> Iterator[None]:
    """What an option names is not there: then the call is wrong, not the data."""
    from kb.errors import DataError, UsageError

    try:
        yield
    except DataError as error:
        raise UsageError(error.what, where=error.where, remedy=error.remedy) from error


def at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()

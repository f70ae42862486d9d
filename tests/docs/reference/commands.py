"""Every command with its arguments and options, as `kb COMMAND --help` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from kb.cli import main
from tests.docs import markdown

INTRODUCTION = """
`--db FILE` may stand before or after every command; without it the base is what `KB_DB` names, else `kb.db` in this folder. Ids go to
standard output and everything said to people goes to standard error, so that a pipe gets the ids alone. The exit code is 0 when all is
well, 1 when the data is wrong and 2 when the call is. What is refused changes nothing.
"""


def page() -> str:
    listed = list(commands())
    overview = markdown.table(
        ["command", "what it does"], [(f"[`{name}`](#{markdown.anchor(name)})", summary(command)) for name, command in listed]
    )
    return markdown.page("Commands", INTRODUCTION, overview, *(described(name, command) for name, command in listed))


def commands() -> Iterator[tuple[str, click.Command]]:
    """(whole name, command) of every command, those of groups included."""
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"kb {name} {inner}", command.commands[inner]) for inner in sorted(command.commands))
        else:
            yield f"kb {name}", command


def summary(command: click.Command) -> str:
    return command.get_short_help_str(300)


def described(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    help_text = re.sub(r"(?<!\n)\n(?!\n)", " ", command.help or "")
    rows = []
    for parameter in command.params:
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record and "--db" not in record[0]:
            rows.append((f"`{record[0]}`", record[1]))
    return f"## {name}\n\n{help_text}\n\n```text\n{usage}\n```" + (f"\n\n{markdown.table(['option', 'meaning'], rows)}" if rows else "")

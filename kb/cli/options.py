"""Options that several commands share, made from the lists in `kb.base.fields`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from kb.base import fields

Command = TypeVar("Command", bound=Callable[..., Any])
SPELLED = {"text": "--claim", "source_id": "--id", "authors": "--author"}  # the others are spelled as the field is named
SEVERAL = ("authors",)

by = click.option("--by", help="Who does it.  [default: KB_CONTRIBUTOR, or the account's name]")

reference = click.option(
    "--reference", metavar="FILE[#KEY]", help="Describe it by an entry of BibTeX, RIS or CSL-JSON: the one with the key, or the only one."
)


def options(listed: Mapping[str, str], *, multiple: bool = False, **differing: str) -> Callable[[Command], Command]:
    """The options of a list of fields, in its order, with other help where a command means a field differently."""

    def decorate(command: Command) -> Command:
        for name, words in reversed(list(listed.items())):
            several = multiple or name in SEVERAL
            words = differing.get(name, words) + (" May be repeated." if name in SEVERAL else "")  # noqa: PLW2901 - the words as printed
            spelled = SPELLED.get(name, "--" + name.replace("_", "-"))
            command = click.option(spelled, name, multiple=several, help=words)(command)
        return command

    return decorate


fact = options(fields.FACT)
voice = options(fields.VOICE, multiple=True)

"""What can be set from outside: environment variables, variables of make, and the extras that can be installed."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import click

from tests.docs import markdown
from tests.docs.reference import commands, source_code
from tests.docs.terminal import ROOT

INTRODUCTION = """
There is no configuration file of our own. What varies is an option of a [command](commands.md), an environment variable, or, for the site,
a `datasette.yaml` given to `kb serve --config`.
"""
MAKE = "`make serve PORT=9000` sets one for a single call."
EXTRAS = "The library itself is small. Each extra adds what one task needs: `pip install -c constraints.txt -e '.[read,nlp]'`."


def page() -> str:
    return markdown.page(
        "Configuration",
        INTRODUCTION,
        "## Environment variables\n\n"
        + markdown.table(["variable", "meaning"], [(f"`{name}`", meaning) for name, meaning in sorted(variables().items())]),
        f"## Variables of make\n\n{MAKE}\n\n" + markdown.table(["variable", "default"], make_variables()),
        f"## Extras\n\n{EXTRAS}\n\n" + markdown.table(["extra", "what it is for", "packages"], extras()),
    )


def variables() -> dict[str, str]:
    """{name: meaning} of what the code reads: an option's help, or the first sentence of the function that reads it."""
    found = dict(option_variables())
    for module in source_code.modules():
        for function in module.body:
            if isinstance(function, ast.FunctionDef) and (meaning := ast.get_docstring(function)):
                for name in read_in(function):
                    found.setdefault(name, meaning.split("\n\n")[0])
    return found


def option_variables() -> Iterator[tuple[str, str]]:
    for command, declared in commands.commands():
        for option in declared.params:
            if isinstance(option, click.Option) and isinstance(option.envvar, str):
                yield option.envvar, f"`{command} {option.opts[0]}`: {option.help}"


def read_in(function: ast.FunctionDef) -> list[str]:
    """The environment variables of ours that a function looks up by name."""
    return re.findall(r"environ\.get\('(KB_\w+)'", ast.unparse(function)) if "environ" in ast.dump(function) else []


def make_variables() -> list[tuple[str, str]]:
    found = re.findall(r"^([A-Z_]+) \?= (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    return [(f"`{name}`", f"`{value}`") for name, value in found]


def extras() -> Iterator[tuple[str, str, str]]:
    """(name, the comment above it, its packages) of each extra in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for name, packages in tomllib.loads(text)["project"]["optional-dependencies"].items():
        comment = re.search(rf"((?:^# .+\n)+){name} = ", text, re.MULTILINE)
        why = " ".join(line.removeprefix("# ") for line in comment[1].splitlines()) if comment else ""
        yield f"`{name}`", why, ", ".join(f"`{package}`" for package in packages)

"""The pages written by hand: every fenced block in them is acted on in order, in one terminal a page.

```text file=NAME       the reader saves the block under that name
```console              after each line `$ command` stands what it prints; keys="a Enter" are typed, exit=1 is how it ends
```sh                   commands shown without what they print: `kb` runs, `make` must have the target, `kb serve` and `kb publish` must parse
```python               runs in one namespace a page; a block ```text output right after it is what it prints
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import click

from kb.cli import main
from tests.docs.figures import with_figures
from tests.docs.terminal import COMMAND, ROOT, Terminal

FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = ("source ", ".venv/bin/python -m pip ", "python -m pip ", "python3 -m venv ", ".venv/bin/datasette ", "datasette ", "git clone ")


def by_hand() -> list[Path]:
    """README and every page of docs that a person wrote."""
    generated = ROOT / "docs" / "reference"
    return [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").rglob("*.md") if generated not in path.parents)]


@dataclass
class Page:
    """A page while its blocks are acted on."""

    terminal: Terminal
    namespace: dict[str, object] = field(default_factory=dict)
    printed: str = ""  # by the Python block just before

    def block(self, match: re.Match[str]) -> str:
        """The block as it should stand on the page."""
        language, info, body = match[1], match[2].strip(), match[3]
        options = dict(word.split("=", 1) for word in shlex.split(info) if "=" in word)
        if "file" in options:
            self.terminal.write(options["file"], body)
        elif language == "console":
            body = self.console(body, typed(options.get("keys", "")), int(options.get("exit", 0)))
        elif language == "python":
            self.python(body)
        elif info == "output":
            body = self.printed
        elif language == "sh":
            self.commands(body)
        head = f"```{language} {info}".rstrip()
        return f"{head}\n{body}```"

    def console(self, body: str, keys: str, code: int) -> str:
        shown = []
        for command in re.findall(r"^\$ (.*(?:\n> .*)*)", body, re.MULTILINE):
            whole = command.replace("\n> ", "\n")
            shown.append(f"$ {command}\n{self.terminal.run(whole, typed=keys, code=code)}")
        return "".join(shown)

    def python(self, body: str) -> None:
        printed = io.StringIO()
        with self.terminal.here(), contextlib.redirect_stdout(printed):
            exec(compile(body, self.terminal.name, "exec"), self.namespace)
        self.printed = self.terminal.shown(printed.getvalue())

    def commands(self, body: str) -> None:
        for line in body.splitlines():
            command = re.sub(r"\s+#.*", "", line).strip()
            if not command or command.startswith(NOT_RUN):
                continue
            if target := re.fullmatch(r"make(?: ([a-z-]+))?(?: [A-Z_]+=\S+)*", command):
                assert target[1] is None or target[1] in makefile_targets(), f"{self.terminal.name}: {command}: no such target"
            elif COMMAND.match(command) and (name := re.search(r" (serve|publish)\b", command)):
                refuse_unknown_options(name[1], shlex.split(command)[1:])
            else:
                self.terminal.run(command)


def typed(keys: str) -> str:
    """The characters that are typed: `Enter` ends a line, `_` is a blank, everything else is itself."""
    return "".join("\n" if key == "Enter" else key.replace("_", " ") for key in keys.split())


def makefile_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def refuse_unknown_options(name: str, words: list[str]) -> None:
    """Read a call of a command as it would, without running it: a site does not end, and a thousand pages take a minute."""
    command = main.get_command(click.Context(main), name)
    assert command is not None
    command.make_context(name, words[words.index(name) + 1 :])


def as_it_should_be(path: Path, base: Path) -> str:
    """The page with every output made anew."""
    with tempfile.TemporaryDirectory() as folder:
        return with_figures(
            acted_on(path.read_text("utf-8"), Terminal(path.relative_to(ROOT).as_posix(), Path(folder).resolve(), base)), base
        )


def acted_on(text: str, terminal: Terminal) -> str:
    """The text with every block acted on at a terminal, in order."""
    return FENCE.sub(Page(terminal).block, text)

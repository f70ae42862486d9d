"""A reader's terminal: a folder as it is after `make`, where the commands of one page are run one after the other.

Commands `kb …` run in this process, everything else in bash. Times and the ids of runs differ from reader to reader: they are replaced
by fixed ones in what is shown, and put back in the commands that name them.
"""

from __future__ import annotations

import base64
import contextlib
import datetime
import hashlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

import click

from ingest.__main__ import main as ingest
from kb.cli import main as kb

ROOT = Path(__file__).resolve().parent.parent.parent
WIDTH = 110  # columns of the reader's terminal
OWN = ("KB_DB", "KB_CONTRIBUTOR", "KB_MODEL", "PORT", "DATASETTE_SECRET", "NO_COLOR", "FORCE_COLOR")
COMMAND = re.compile(r"(?:\.venv/bin/)?(kb|python -m ingest)(?: |$)")
PROGRAMS: dict[str, click.Command] = {"kb": kb, "python -m ingest": ingest}  # these run in this process
SHELL = re.compile(r"[|><;&`]|\$[({A-Za-z]")
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
RUN_ID = re.compile(r"\b(run|cfl)-[a-z2-7]{12}\b")  # and of a conflict, whose id is minted from a time, too
TIME = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
SHOWN_TIME = "2026-05-05T09:30:00.000000Z"
RECENT = datetime.timedelta(days=2)


class WrongExitError(AssertionError):
    """A command of a page ended with another exit code than the page says."""


class Screen(io.TextIOWrapper):
    """Standard output or standard error over one buffer, so that lines stay in the order of writing."""

    def __init__(self, buffer: io.BytesIO, *, terminal: bool) -> None:
        super().__init__(buffer, encoding="utf-8", newline="\n", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


class Keyboard(io.StringIO):
    """What a reader types: whole lines are echoed, as a terminal does; single keys are not."""

    def __init__(self, typed: str, screen: Screen) -> None:
        super().__init__(typed)
        self.screen, self.terminal = screen, bool(typed)

    def isatty(self) -> bool:
        return self.terminal

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        self.screen.write(line)
        return line

    def key(self, echo: bool = False) -> str:
        key = self.read(1)
        if not key:
            raise EOFError
        return key


@dataclass
class Terminal:
    """One page's terminal within a folder of its own. `name` is that of the page: the shown ids of runs are made from it."""

    name: str
    folder: Path
    base: Path
    place: Path = field(init=False)
    environment: dict[str, str] = field(init=False)
    runs: dict[str, str] = field(default_factory=dict)  # {as it is: as it is shown}

    def __post_init__(self) -> None:
        self.place = self.folder / "checkout"  # the reader may work in a folder beside it
        programs = self.place / ".venv" / "bin"
        programs.mkdir(parents=True)
        shutil.copy(self.base, self.place / "kb.db")
        for name, arguments in (("kb", "-m kb"), ("python", "")):
            call = f'PYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} {arguments} "$@"'
            (programs / name).write_text(f"#!/bin/sh\n{call}\n")
            (programs / name).chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if key not in OWN}
        git = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "you") | {"GIT_CONFIG_GLOBAL": os.devnull}
        git |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "you@example.org")
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        self.environment = (
            kept | git | {"LOGNAME": "you", "USER": "you", "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8", "TERM": "dumb", "PATH": path}
        )

    def write(self, name: str, text: str) -> None:
        """Save a file, as the reader is asked to."""
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str, *, typed: str = "", code: int = 0) -> str:
        """What the command prints, as it is shown to readers."""
        for real, shown in self.runs.items():
            command = command.replace(shown, real)
        if assignment := re.fullmatch(r"export (\w+)=(\S*)", command):
            self.environment[assignment[1]] = assignment[2]
            return ""
        if command.startswith("unset "):
            self.environment.pop(command[6:], None)
            return ""
        if command.startswith("cd "):
            self.place = (self.place / command[3:]).resolve(strict=True)
            return ""
        ours = None if SHELL.search(command) else COMMAND.match(command)
        ended, printed = self.in_process(PROGRAMS[ours[1]], command[ours.end() :], typed) if ours else self.in_bash(command)
        if ended != code:
            raise WrongExitError(f"{self.name}: {command}\nended with {ended} instead of {code}:\n{printed}")
        return self.shown(printed)

    def in_process(self, program: click.Command, arguments: str, typed: str) -> tuple[int, str]:
        buffer = io.BytesIO()
        out, err = Screen(buffer, terminal=True), Screen(buffer, terminal=bool(typed))
        keys = Keyboard(typed, out)
        code = 0
        with self.here(), mock.patch.multiple(sys, stdin=keys, stdout=out, stderr=err), mock.patch.object(click, "getchar", keys.key):
            try:
                program(shlex.split(arguments), prog_name=program.name)
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else int(end.code is not None)
            except Exception:
                traceback.print_exc(file=err)
                code = 70
        return code, buffer.getvalue().decode("utf-8")

    def in_bash(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=self.place,
            env=self.environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode, done.stdout

    @contextlib.contextmanager
    def here(self) -> Iterator[None]:
        with contextlib.chdir(self.place), mock.patch.dict(os.environ, self.environment, clear=True):
            yield

    def shown(self, printed: str) -> str:
        """The output as it stands on the page."""
        printed = CONTROL.sub("", printed).replace("\r\n", "\n")
        printed = RUN_ID.sub(lambda real: self.runs.setdefault(real[0], self.next_run_id(real[1])), printed)
        printed = TIME.sub(shown_time, printed)
        if folded(printed):
            raise AssertionError(f"{self.name}: a time or the id of a run is folded over two lines; show it with -f csv:\n{printed}")
        lines = [line.rstrip() for line in printed.splitlines()]
        return "".join(f"{line}\n" for line in lines)

    def next_run_id(self, prefix: str) -> str:
        digest = hashlib.sha256(f"{self.name} {len(self.runs)}".encode()).digest()
        return f"{prefix}-" + base64.b32encode(digest).decode().lower()[:12]


def without_runs_and_times(text: str) -> str:
    """The text with nothing in it that differs from one building of the base to the next."""
    return TIME.sub(shown_time, RUN_ID.sub("run-…", text))


def shown_time(match: re.Match[str]) -> str:
    """A time of this run becomes one fixed time of the same length; a time that a source gives stays."""
    moment = datetime.datetime.fromisoformat(match[0])
    if abs(datetime.datetime.now(datetime.UTC) - moment) > RECENT:
        return match[0]
    return SHOWN_TIME[: len(match[0]) - 1] + "Z"


def folded(printed: str) -> bool:
    """Whether a table folded what has to be replaced: then it would differ from run to run."""
    now = datetime.datetime.now(datetime.UTC)
    days = [f"{moment:%m-%d}T" for moment in (now, now - datetime.timedelta(days=1))]
    return any(day in printed for day in days) or re.search(r"\brun-[a-z2-7]{0,11}\s*$", printed, re.MULTILINE) is not None

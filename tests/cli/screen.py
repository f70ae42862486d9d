"""Run a command at a pseudo-terminal of a given width, and look at what it put on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path

from wcwidth import iter_graphemes, wcswidth

from tests.harness.patience import within

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True)
class Screen:
    """What a command wrote to its terminal, and how it ended."""

    code: int
    raw: str

    @property
    def lines(self) -> list[str]:
        """The lines without the codes that colour them, nor the blanks at their end."""
        return [line.rstrip() for line in ESCAPE.sub("", self.raw).replace("\r\n", "\n").split("\n")]

    @property
    def widest(self) -> int:
        return max(wcswidth(line) for line in ESCAPE.sub("", self.raw).replace("\r\n", "\n").split("\n"))


def screen(*arguments: object, columns: int, env: dict[str, str] | None = None, module: str = "kb") -> Screen:
    """The screen of a command that ran at a terminal `columns` wide."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "NO_COLOR", "KB_DB", "FORCE_COLOR")}
    environment |= {"TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).resolve().parents[2])} | (env or {})
    words = [sys.executable, "-m", module, *map(str, arguments)]
    process = subprocess.Popen(words, stdin=follower, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    written = bytearray()
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        written += part
    os.close(leader)
    return Screen(process.wait(timeout=within(10)), written.decode("utf-8"))


def columns_of(lines: list[str]) -> dict[str, str]:
    """The words of each column of a table, by its name, from where its dashes stand; white space left out.

    Fails where a character stands across the border of two columns.
    """
    rule = next(number for number, line in enumerate(lines) if set(line) == {"-", " "})
    spans = [(part.start(), part.end()) for part in re.finditer("-+", lines[rule])]
    found = [["", ""] for _ in spans]  # the name above the dashes, the words below
    for number, line in enumerate(lines):
        if number == rule:
            continue
        place = 0
        for character in iter_graphemes(line):
            width = wcswidth(character)
            if not character.isspace():
                (column,) = [each for each, (start, end) in enumerate(spans) if start <= place and place + width <= end]
                found[column][number > rule] += character
            place += width
    return dict(found)

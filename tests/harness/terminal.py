"""The command at a terminal of its own, which answers what it asks."""

from __future__ import annotations

import os
import pty
import selectors
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.harness.patience import within

# ----------------------------------------------------------------------------------------------------------- at a terminal


def until_raw(terminal: int, end: float) -> None:
    """Wait until whoever reads the terminal reads it key by key."""
    while termios.tcgetattr(terminal)[3] & termios.ICANON and time.monotonic() < end:
        time.sleep(0.01)


def at_a_terminal(arguments: tuple[object, ...], answers: list[tuple[str, str]], db: Path, enter: str = "\n") -> tuple[int, str]:
    """Run the command at a terminal and answer each prompt when it shows, with Enter; (exit code, all that was on the screen)."""
    script = "import sys; from kb.cli import main; main(sys.argv[1:], prog_name='kb')"
    leader, follower = pty.openpty()
    words = [sys.executable, "-c", script, *map(str, arguments)]
    process = subprocess.Popen(words, stdin=follower, stdout=follower, stderr=follower, env=os.environ | {"KB_DB": str(db), "TERM": "dumb"})
    os.close(follower)
    screen, waiting, end = "", list(answers), time.monotonic() + within(10)
    seen = 0
    written = selectors.DefaultSelector()  # select() itself takes no file whose number is 1,024 or more
    written.register(leader, selectors.EVENT_READ)
    while time.monotonic() < end:
        if written.select(0.2):
            try:
                read = os.read(leader, 65536)
            except OSError:
                break
            if not read:
                break
            screen += read.decode("utf-8", "replace")
        if waiting and waiting[0][0] in screen[seen:]:
            seen = len(screen)
            if not (
                enter or waiting[0][1].endswith("\n")
            ):  # a single key is read in the terminal's raw mode, which drops what was typed before it
                until_raw(leader, end)
            os.write(leader, (waiting.pop(0)[1] + enter).encode())
    written.close()
    os.close(leader)
    assert waiting == [], screen
    return process.wait(timeout=within(10)), screen

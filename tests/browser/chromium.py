"""The system's Chromium, driven by Playwright; and the site, started as a reader starts it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent.parent
# With this variable of the environment set to “required”, what is missing fails the tests instead of skipping them.
SETTING = "KB_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the site is asked for: no updates, no accounts, no first-run pages; and no sandbox, which containers do not allow.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIGN_IN = re.compile(r"sign in once with (\S+)")


def missing() -> str:
    """What is not there to test in a browser with; nothing where all is."""
    if not executable():
        return f"no Chromium on the PATH ({', '.join(NAMES)}); Debian’s package is chromium"
    try:
        import axe_playwright_python  # type: ignore[import-untyped]  # noqa: F401
        import playwright  # noqa: F401
    except ImportError as error:
        return f"no Python package {error.name}; make browser installs it"
    return ""


def executable() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextlib.contextmanager
def browser() -> Iterator[Browser]:
    """One browser, headless."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield started
        started.close()


@dataclass(frozen=True)
class Site:
    """A site that runs: its address without a slash at the end, and the link that signs in whoever opens it first."""

    address: str
    sign_in: str


@contextlib.contextmanager
def site(base: Path) -> Iterator[Site]:
    """`kb serve` over the base at this path, on a port that the system chooses, until the block ends."""
    command = [sys.executable, "-m", "kb", "serve", "--port", "0", "--db", str(base)]
    environment = {name: value for name, value in os.environ.items() if name not in ("KB_DB", "PORT", "DATASETTE_SECRET")}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = [server.stderr.readline(), server.stderr.readline()]
            link = SIGN_IN.search("".join(said))
            assert link, said
            address = link[1].partition("/-/")[0]
            until_open(int(address.rpartition(":")[2]), server)
            yield Site(address, link[1])
        finally:
            server.terminate()
            server.wait(10)


def until_open(port: int, server: subprocess.Popen[str]) -> None:
    """Wait until the port takes connections."""
    for _ in range(600):
        assert server.poll() is None, "the site ended as it started"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.05):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(0.05)
    raise AssertionError("the site did not start within half a minute")

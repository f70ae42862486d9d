"""A site in a process of its own, as `kb serve` starts it, for programs that reach it through the network of this machine."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.harness.patience import within

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 120  # seconds, on a machine that is busy with everything else


@contextmanager
def serving(base: Path, *options: str, secret: str = "a secret for a server of its own") -> Iterator[int]:
    """The port of a site over a base, on a port that the system chooses, until the block ends."""
    command = [sys.executable, "-m", "kb", "--db", str(base), "serve", "--port", "0", *options]
    written = base.parent / "server.log"
    with written.open("w") as log:
        environment = {**os.environ, "DATASETTE_SECRET": secret, "PYTHONPATH": str(ROOT)}
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT)
        try:
            number = port_in(written, server)
            wait_for(number, server)
            yield number
        finally:
            server.terminate()
            server.wait(timeout=within(10))


def port_in(log: Path, server: subprocess.Popen[bytes]) -> int:
    """The port that the server has written down."""
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        address = re.search(r"http://localhost:(\d+)/ ", log.read_text("utf-8"))
        if address:
            return int(address[1])
        time.sleep(0.05)
    raise AssertionError(f"the server named no port: {log.read_text('utf-8')}")


def wait_for(number: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", number, timeout=5)
        try:
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("the server does not answer")


def token(who: str, secret: str) -> str:
    """The token that signs somebody in at a site with that secret."""
    from itsdangerous import URLSafeSerializer

    return "dstok_" + str(URLSafeSerializer(secret, "token").dumps({"a": who, "t": int(time.time())}))

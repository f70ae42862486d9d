"""The site at the large size: our pages against Datasette's own row and table pages of the same base; start and memory of a server."""

from __future__ import annotations

import asyncio
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kb.base import store
from kb.site import app
from tests.bench import synthetic
from tests.bench.measure import Report, alternating

ROUNDS = 4
WAIT = 120.0  # seconds for a server to answer at all


def run(report: Report, small: int, large: int) -> None:
    path = synthetic.kept(large)
    pages = addresses(path)
    loop = asyncio.new_event_loop()
    site = app(path)
    try:
        loop.run_until_complete(site.invoke_startup())

        def asked(address: str) -> Callable[[], float]:
            return lambda: loop.run_until_complete(seconds(site, address))

        for name, (ours, stock) in pages.items():
            asked(ours)(), asked(stock)()  # first views compile templates and fill caches
            best, other = alternating(asked(ours), asked(stock), ROUNDS)
            note = f"{ours} {best * 1000:.0f} ms, {stock} {other * 1000:.0f} ms; CPU time, best of {ROUNDS + 1} against {ROUNDS}"
            report.no_more(f"{name} at {large:,} claims against Datasette's own", best, other, 1, 2, note)
    finally:
        loop.close()
    server(report, path, large)


def addresses(path: Path) -> dict[str, tuple[str, str]]:
    """Each page of ours beside the page of Datasette's that shows the row, or the rows, it is about."""
    connection = store.connect(path, readonly=True)
    one = connection.execute("SELECT claim_id, speaker_id, source_id FROM assertions ORDER BY rowid LIMIT 1 OFFSET 500").fetchone()
    word = connection.execute("SELECT text FROM claims ORDER BY rowid LIMIT 1").fetchone()[0].split()[0]
    connection.close()
    claim, actor, source = (f"/{path.stem}/{table}/{row_id}" for table, row_id in zip(("claims", "actors", "sources"), one, strict=True))
    table = f"/{path.stem}/claims?_search={word}"
    return {
        "claim page": (f"/claim/{one[0]}", claim),
        "actor page": (f"/actor/{one[1]}", actor),
        "source page": (f"/source/{one[2]}", source),
        "search page": (f"/search?q={word}", table),
    }


async def seconds(site: Any, address: str) -> float:
    """CPU seconds of this process for one answer, its threads included."""
    before = time.process_time()
    answer = await site.client.get(address)
    taken = time.process_time() - before
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return taken


def server(report: Report, path: Path, claims: int) -> None:
    """From starting `kb serve` to its first answer, against starting Datasette's own; and the memory it then holds."""
    ours, memory = started([sys.executable, "-m", "kb", "--db", str(path), "serve", "--port"], "/")
    stock, other = started([sys.executable, "-m", "datasette", str(path), "--port"], f"/{path.stem}/claims?_size=1")
    report.no_more(f"start to first answer, {claims:,} claims, against datasette", ours, stock, 1.5, 3, "by the clock, once each")
    note = f"{memory / 1000:.0f} MB against {other / 1000:.0f} MB after one page"
    report.no_more(f"memory of the server, {claims:,} claims, against datasette", memory, other, 1.5, 3, note)


def started(command: list[str], address: str) -> tuple[float, float]:
    """(seconds until the address answers, kilobytes the process then holds); the server is ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    began = time.perf_counter()
    process = subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ))
    try:
        while time.perf_counter() - began < WAIT and process.poll() is None:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
                connection.request("GET", address)
                if connection.getresponse().status == 200:
                    return time.perf_counter() - began, resident(process.pid)
            except OSError:
                time.sleep(0.02)
        raise RuntimeError(f"{command} did not answer")
    finally:
        process.terminate()
        process.wait(timeout=30)


def resident(pid: int) -> float:
    """Kilobytes of memory that a process holds (Linux); 0 where that cannot be told."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text("ascii").splitlines() if status.is_file() else []
    return next((float(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0.0)

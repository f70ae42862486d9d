"""Fifty readers and four writers for a minute, then one client that abuses each route in turn; prints figures, and ends with 1 where one is bad.

python -m tests.load        KB_LOAD_SECONDS=60 of the crowd, KB_ABUSE_SECONDS=2 for each route; KB_PATIENCE=1 on an idle machine
"""

from __future__ import annotations

import http.client
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from ingest.__main__ import read_into
from tests.harness.patience import within
from tests.load.abuse import Abuser, attacks
from tests.load.server import Memory, serving
from tests.site.test_load import READERS, WRITERS, Crowd, kept

SECONDS = float(os.environ.get("KB_LOAD_SECONDS", "60"))
ABUSE = float(os.environ.get("KB_ABUSE_SECONDS", "2"))
GROWTH = 1.15  # of memory, from the second quarter of the time to the last
P95 = 0.3  # seconds for / while another client abuses the site
TINY = Path(__file__).resolve().parents[1] / "tiny"
NAMED = tuple(word for number in range(WRITERS) for word in ("--role", f"writer-{number}=curator"))


def p95(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=20)[-1] if len(waits) > 1 else max(waits, default=0.0)


def crowd(base: Path) -> list[str]:
    """What went wrong while everybody read and wrote at once."""
    with serving(base, *NAMED) as (port, pid):
        memory, people = Memory(pid), Crowd(port, SECONDS)
        people.meet()
        before, after = memory.stop()
    reads, writes = (sum(count for (kind, _), count in people.answers.items() if kind.startswith(what)) for what in ("read", "write"))
    print(
        f"{READERS} readers and {WRITERS} writers for {SECONDS:.0f} s: {reads} reads, {writes} writes, {len(people.wrong)} errors or stale reads"
    )
    print(f"answers: median {statistics.median(people.waits) * 1000:.0f} ms, p95 {p95(people.waits) * 1000:.0f} ms")
    print(f"memory of all processes: {before:.0f} MB in the second quarter, {after:.0f} MB in the last")
    return people.wrong[:10] + kept(people, base) + (["the memory grows"] if after > before * GROWTH else [])


def abuse(base: Path) -> list[str]:
    """The routes whose abuse keeps other readers waiting."""
    slow = []
    with serving(base, *NAMED) as (port, _):
        waited = waits_for_home(port, ABUSE)
        print(f"p95 of /: {p95(waited) * 1000:4.0f} ms of {len(waited)} requests while nobody else asks; while one client abuses:")
        for attack in attacks():
            abuser = Abuser(port, attack)
            waited = waits_for_home(port, ABUSE)
            answers = abuser.stop()
            print(f"  {p95(waited) * 1000:4.0f} ms  {attack.method:4} {attack.name}  ({answers})", flush=True)
            if p95(waited) > within(P95):
                slow.append(f"{attack.method} {attack.name}: p95 of / is {p95(waited) * 1000:.0f} ms")
    return slow


def waits_for_home(port: int, seconds: float) -> list[float]:
    """How long each request for / took, one after the other."""
    until, waits = time.monotonic() + seconds, []
    while time.monotonic() < until:
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()
        waits.append(time.monotonic() - began)
        time.sleep(0.02)
    return waits


def main() -> None:
    """Measure, and end with 1 where something is wrong."""
    with tempfile.TemporaryDirectory(prefix="kb-load-") as folder:
        base = Path(folder) / "tiny.db"
        read_into(base, TINY, check=False)
        wrong = crowd(base) + abuse(base)
    for line in wrong:
        print(f"wrong: {line}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

"""What users send may be anything: it is refused or ended within seconds, and others are answered meanwhile, also when the site ends."""

from __future__ import annotations

import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.workers.worker import Limits
from tests.harness.patience import within
from tests.harness.serving import port_in, wait_for
from tests.harness.site import Site
from tests.site.test_load import SECRET, token

GAZETTE = "harbour-gazette"
HEADERS = {"Content-Type": "application/json"}
MEGABYTE = 900_000
QUOTES = {
    "marks": "“" * (MEGABYTE // 3),
    "one word": "a" * MEGABYTE,
    "digits": "7" * MEGABYTE,
    "capitals": "FERRY " * (MEGABYTE // 6),
    "words": "the ferry is too small and " * (MEGABYTE // 27),
}


@pytest.fixture
def server(tiny_path: Path, tmp_path: Path) -> Iterator[tuple[int, subprocess.Popen[bytes], Path]]:
    """The port, the process and the folder for temporary files of a real server in public mode with a writer."""
    yield from serving(tiny_path, tmp_path / "temporary")


def serving(base: Path, temporary: Path, *options: str) -> Iterator[tuple[int, subprocess.Popen[bytes], Path]]:
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "kb", "--db", str(base), "serve", "--port", "0", "--public", "--writer", "clerk", *options]
    written = base.parent / "server.log"
    with written.open("w") as log:
        environment = {**os.environ, "DATASETTE_SECRET": SECRET, "TMPDIR": str(temporary)}
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=Path(__file__).parents[2])
    try:
        number = port_in(written, process)
        wait_for(number, process)
        yield number, process, temporary
    finally:
        process.kill()
        process.wait()


def sent(port: int, path: str, body: object) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within(10))
    connection.request("POST", path, json.dumps(body).encode(), {**HEADERS, "Authorization": f"Bearer {token('clerk', SECRET)}"})
    return connection.getresponse().status


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(each) for each in listed.stdout.split()]


def until_children(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that a program has started, waited for."""
    until = time.monotonic() + within(5)
    while not (started := children(process.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert started
    return started


def until_gone(pids: list[int]) -> None:
    """Wait until none of these processes is there."""
    until = time.monotonic() + within(1)
    while (left := [pid for pid in pids if Path(f"/proc/{pid}").exists()]) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == []


@pytest.mark.parametrize("kind", QUOTES)
@pytest.mark.thorough
def test_no_quote_takes_long_to_check(desk: Site, kind: str) -> None:
    for path, body in (("/api/check-quote", {"source": GAZETTE, "quote": QUOTES[kind]}), ("/api/similar", {"text": QUOTES[kind]})):
        began = time.monotonic()
        assert desk.post(path, "clerk", json=body).status_code in (200, 422, 503)
        assert time.monotonic() - began < within(12)


@pytest.mark.thorough
def test_an_article_that_takes_too_long_is_ended_and_nothing_recorded(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.site.bounded.READING", Limits(seconds=1.0))
    before = desk.dump()
    page = "<p>The ferry is too small.</p>" + "".join(f"<p a{number}=1>w</p>" for number in range(60_000))
    answer = desk.post("/propose", "clerk", files={"file": ("a.html", page.encode())}, data={"title": "A page", "article": ""})
    assert answer.status_code == 503
    assert "longer than 1 seconds" in answer.text
    assert desk.dump() == before


@pytest.mark.thorough
def test_a_megabyte_to_check_costs_other_readers_nothing(server: tuple[int, subprocess.Popen[bytes], Path]) -> None:
    port, _, _ = server
    enough = threading.Event()

    def abuse() -> None:
        while not enough.is_set():
            for words in QUOTES.values():
                sent(port, "/api/check-quote", {"source": GAZETTE, "quote": words})

    sent(port, "/api/check-quote", {"source": GAZETTE, "quote": "ferry"})
    thread = threading.Thread(target=abuse, daemon=True)
    thread.start()
    waits = []
    for _ in range(40):
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within(10))
        connection.request("GET", "/")
        assert connection.getresponse().read()
        waits.append(time.monotonic() - began)
        time.sleep(0.02)
    enough.set()
    thread.join(within(10))
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(f"p95 of / under abuse of /api/check-quote: {p95 * 1000:.0f} ms of {len(waits)} requests")
    assert p95 < within(0.3)


@pytest.mark.thorough
def test_sigterm_ends_everything_within_seconds_and_leaves_no_file(server: tuple[int, subprocess.Popen[bytes], Path]) -> None:
    port, process, temporary = server
    assert list(temporary.glob("kb-public-*"))
    slow = (
        "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fa%20%3Fb%20%3Fc.%3Fd%20%3Fe%20%3Ff.%3Fg%20%3Fh%20%3Fi.%3Fj%20%3Fk%20%3Fl%7D"
    )
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=within(10))
    connection.request("GET", slow, headers={"Accept": "application/sparql-results+json"})
    started = until_children(process)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=within(10))
    assert time.monotonic() - began < within(5)
    until_gone(started)
    assert list(temporary.glob("kb-public-*")) == []


@pytest.mark.thorough
def test_sigterm_ends_the_reading_of_an_article(tiny_path: Path, tmp_path: Path) -> None:
    page = tmp_path / "slow.html"
    page.write_text("<p>The ferry is too small.</p>" + "".join(f"<p a{number}=1>w</p>" for number in range(200_000)))
    command = [sys.executable, "-m", "kb", "--db", str(tiny_path), "propose", str(page), "--title", "Slow"]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    started = until_children(process)
    process.terminate()
    assert process.wait(timeout=within(5)) == 143
    until_gone(started)


@pytest.mark.thorough
def test_what_a_killed_site_left_is_deleted_and_told_when_the_next_one_starts(tiny_path: Path, tmp_path: Path) -> None:
    for number in ("first", "second"):
        site = serving(tiny_path, tmp_path / "temporary")
        _, process, temporary = next(site)
        left = list(temporary.glob("kb-public-*"))
        log = (tiny_path.parent / "server.log").read_text("utf-8")
        assert len(left) == 1 and ("the public edition of a site that was killed" in log) == (number == "second")
        process.kill()
        process.wait()
        site.close()

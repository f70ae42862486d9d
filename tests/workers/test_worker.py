"""A worker process: what it returns and raises, what ends it, and what it does not inherit."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import DataError
from kb.texts import anchoring
from kb.workers.worker import LimitError, Limits, Worker
from tests.harness.patience import within

ROOT = Path(__file__).parents[2]
QUICK = Limits(seconds=0.5)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as started:
        yield started


def gone(pid: int, seconds: float = within(5)) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat")
            if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_it_returns_what_the_function_returns_and_raises_what_it_raises(worker: Worker) -> None:
    assert worker.call(Limits(), anchoring.find, "one two three", "two").start == 4
    with pytest.raises(anchoring.QuoteError) as caught:
        worker.call(Limits(), anchoring.find, "one two three", "two thred")
    assert caught.value.nearest is not None


def test_the_time_counts_once_all_is_imported_that_the_call_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slow_to_import.py").write_text(
        "import os, time\nif 'KB_INSIDE_WORKER' in os.environ: time.sleep(0.3)\ndef one(): return 1\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.syspath_prepend(tmp_path)
    with Worker() as started:
        assert started.call(Limits(seconds=0.25), importlib.import_module("slow_to_import").one) == 1


@pytest.mark.thorough
def test_it_is_killed_at_the_time_limit_and_answers_again_after_it(worker: Worker) -> None:
    worker.call(Limits(), abs, -1)
    process = worker.process
    began = time.monotonic()
    with pytest.raises(LimitError, match=r"0\.5 seconds"):
        worker.call(QUICK, time.sleep, 60)
    assert time.monotonic() - began < within(4)
    assert process is not None
    assert gone(process.pid)
    assert worker.call(Limits(), abs, -2) == 2


def test_it_is_ended_at_the_limit_of_memory(worker: Worker) -> None:
    with pytest.raises(LimitError, match="memory"):
        worker.call(Limits(seconds=60, memory=50_000_000), bytearray, 400_000_000)
    assert len(worker.call(Limits(), bytearray, 400)) == 400


@pytest.mark.thorough
def test_what_it_started_ends_with_it(worker: Worker, tmp_path: Path) -> None:
    noted = tmp_path / "pid"
    command = [sys.executable, "-c", f"import os, time; open({str(noted)!r}, 'w').write(str(os.getpid())); time.sleep(60)"]
    with pytest.raises(LimitError):
        worker.call(Limits(seconds=3), subprocess.call, command)
    assert gone(int(noted.read_text()))


def test_no_secret_is_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATASETTE_SECRET", "SOME_TOKEN", "DB_PASSWORD", "OPENAI_API_KEY"):
        monkeypatch.setenv(name, "not to be seen")
    monkeypatch.setenv("KB_MODEL", "none")
    with Worker() as fresh:
        names = fresh.call(Limits(), os.getenv, "DATASETTE_SECRET"), fresh.call(Limits(), os.getenv, "KB_MODEL")
        assert names == (None, "none")
        assert all(fresh.call(Limits(), os.getenv, name) is None for name in ("SOME_TOKEN", "DB_PASSWORD", "OPENAI_API_KEY"))


def test_it_ends_when_whoever_started_it_is_killed() -> None:
    program = (
        "import os, time, threading\nfrom kb.workers.worker import Limits, Worker\nworker = Worker()\nworker.call(Limits(), abs, 1)\n"
        "threading.Thread(target=worker.call, args=(Limits(), time.sleep, 60), daemon=True).start()\n"
        "print(worker.process.pid, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.kill()
    assert gone(pid)


def test_an_error_that_cannot_be_passed_on_is_named(worker: Worker) -> None:
    with pytest.raises((DataError, RuntimeError, UnicodeDecodeError)):
        worker.call(Limits(), bytes.decode, b"\xff", "utf-8")

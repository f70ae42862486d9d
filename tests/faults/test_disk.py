"""A full disk, a base that may only be read, other writers and readers, a clock that jumps, a copy made while somebody writes."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import facts
from kb.base import checks, runs, store
from kb.errors import DataError
from kb.exchange import dump
from tests.harness.patience import within
from tests.whole import rows

ROOT = Path(__file__).resolve().parents[2]
FACT = facts.Fact(source="port-bulletin", quote="as everyone knows", text="Everyone knows that the ferry is too small")


def kb(*arguments: str, base: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "KB_DB": str(base), "KB_CONTRIBUTOR": "tester"}
    return subprocess.run(
        [sys.executable, "-m", "kb", *arguments], env=environment, text=True, capture_output=True, check=False, timeout=within(10)
    )


def add(base: Path) -> subprocess.CompletedProcess[str]:
    return kb("add", "--source", FACT.source, "--quote", FACT.quote, "--claim", FACT.text or "", base=base)


def errors(base: Path) -> list[str]:
    connection = store.connect(base)
    found = [str(problem) for problem in checks.check(connection) if problem.severity == "error"]
    connection.close()
    return found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes, where this account may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this account cannot mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.thorough
def test_a_full_disk_is_told_and_leaves_the_base_whole(tiny_path: Path, small_disk: Path) -> None:
    base = Path(shutil.copy(tiny_path, small_disk / "base.db"))
    before = rows(base)
    filler = small_disk / "filler"
    room = shutil.disk_usage(small_disk).free
    filler.write_bytes(b"x" * room)
    refused = add(base)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert "full" in refused.stderr or "room" in refused.stderr
    filler.unlink()
    assert rows(base) == before
    assert errors(base) == []
    assert add(base).returncode == 0


@pytest.mark.thorough
def test_a_base_that_cannot_be_made_on_a_full_disk_leaves_nothing_behind(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 50_000))
    refused = kb("init", str(small_disk / "new.db"), base=small_disk / "new.db")
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


@pytest.mark.thorough
def test_an_export_to_a_full_disk_leaves_no_half_file(tiny_path: Path, small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 50_000))
    refused = kb("export", "nq", "-o", str(small_disk / "out.nq"), base=tiny_path)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


@pytest.mark.thorough
def test_a_read_only_disk_still_answers_and_says_why_it_cannot_be_written(tiny_path: Path, small_disk: Path) -> None:
    base = Path(shutil.copy(tiny_path, small_disk / "base.db"))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    refused = add(base)
    assert refused.returncode == 1
    assert "read" in refused.stderr
    assert "Traceback" not in refused.stderr
    answered = kb("query", "SELECT count(*) AS claims FROM claims", "-f", "csv", base=base)
    assert (answered.returncode, answered.stdout.split()[-1:]) == (0, ["8"]), answered.stderr
    assert kb("check", base=base).returncode == 0
    assert kb("export", "nt", base=base).returncode == 0


def test_a_file_that_may_only_be_read_is_told_so(tiny_path: Path) -> None:
    """Permissions stop everybody but root; a locked-down mode bit is refused by SQLite for the others."""
    tiny_path.chmod(0o444)
    refused = add(tiny_path)
    if os.geteuid() == 0:
        assert refused.returncode == 0, "root may write it all the same"
    else:
        assert refused.returncode == 1
        assert "read" in refused.stderr


def test_a_second_writer_waits_then_is_told(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.1)
    first, second = store.connect(tiny_path), store.connect(tiny_path)
    with runs.begin(first, "add", contributor="one"):
        first.execute("INSERT INTO actors(id, name, kind) VALUES ('pilots', 'Pilots', 'group')")
        with pytest.raises(DataError, match="somebody else is writing"), runs.begin(second, "add", contributor="two"):
            pass
    with runs.begin(second, "add", contributor="two") as run:
        assert facts.record(run, FACT).new_assertion
    first.close()
    second.close()
    assert errors(tiny_path) == []


@pytest.mark.thorough
def test_a_reader_that_stays_does_not_stop_a_writer(tiny_path: Path) -> None:
    reader = store.connect(tiny_path, readonly=True)
    reader.execute("BEGIN")
    before = reader.execute("SELECT count(*) FROM claims").fetchone()
    assert add(tiny_path).returncode == 0
    assert reader.execute("SELECT count(*) FROM claims").fetchone() == before
    reader.execute("COMMIT")
    assert reader.execute("SELECT count(*) FROM claims").fetchone()[0] == before[0] + 1
    reader.close()
    assert errors(tiny_path) == []


def test_a_clock_that_jumps_back_loses_nothing(tiny_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = store.connect(tiny_path)
    moments = iter(["2031-01-01T00:00:00.000Z", "2031-01-01T00:00:01.000Z", "2001-01-01T00:00:00.000Z", "2001-01-01T00:00:00.000Z"] * 3)
    monkeypatch.setattr(runs, "now", lambda: next(moments))
    written = []
    for name in ("pilots", "dockers", "cooks"):
        with runs.begin(connection, "add", contributor="tester") as run:
            connection.execute("INSERT INTO actors(id, name, kind, run_id) VALUES (?, ?, 'group', ?)", (name, name, run.id))
            written.append(run.id)
    assert len(set(written)) == 3
    connection.close()
    assert errors(tiny_path) == []


COPIES = int(os.environ.get("KB_COPIES", "1"))  # more where there is time: continuous integration makes thirty


@pytest.mark.thorough
def test_a_copy_made_while_somebody_writes_is_whole_or_refused(tiny_path: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        connection = store.connect(tiny_path)
        number = 0
        while not stop.is_set():
            with runs.begin(connection, "add", contributor="tester") as run:
                connection.execute(
                    "INSERT INTO actors(id, name, kind, run_id) VALUES (?, 'A crew', 'group', ?)", (f"crew-{number}", run.id)
                )
            number += 1
            stop.wait(0.005)  # else thirty copies are of a base of a hundred megabytes
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(COPIES):
            source, copy = store.connect(tiny_path, readonly=True), tmp_path / f"copy-{number}.db"
            target = sqlite3.connect(copy)
            source.backup(target)
            target.close()
            dump.dump(source, tmp_path / f"dump-{number}")
            source.close()
            assert errors(copy) == []
            plain = Path(shutil.copy(tiny_path, tmp_path / f"plain-{number}.db"))
            looked_at = kb("check", "--quiet", base=plain)
            assert looked_at.returncode in (0, 1)
            assert "Traceback" not in looked_at.stderr
    finally:
        stop.set()
        writer.join()
    assert errors(tiny_path) == []

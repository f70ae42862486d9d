"""Work that is killed at a random moment, and what must hold of the base afterwards.

A child process does the work and reports each thing that is saved through a pipe; the parent kills it, looks at the base, does the
work again, and compares the outcome with that of work nobody disturbed.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ingest.__main__ import read_into
from kb import changes, checks, facts, importing, merging, schema, store, upgrade
from kb.lookup import Lookup

TINY = Path(__file__).resolve().parent.parent / "tiny"
SENTENCES = [f"Barge {number} left the harbour with {number + 7} crates." for number in range(60)]
TEXT = "\n".join(SENTENCES)
Report = Callable[[str], None]


@dataclass(frozen=True)
class Work:
    """One kind of work: how its base begins, what is done, and how often it reports something saved."""

    name: str
    begin: Callable[[Path, Path], None]
    do: Callable[[Path, Report], None]


def copied(prepared: Path, base: Path) -> None:
    shutil.copy(prepared, base)


def nothing(prepared: Path, base: Path) -> None:
    """The work makes the base itself."""


def aged(prepared: Path, base: Path) -> None:
    """A base that says it is of the first version."""
    shutil.copy(prepared, base)
    connection = sqlite3.connect(base)
    connection.execute("PRAGMA user_version = 1")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def ingest(base: Path, report: Report) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        read_into(base, TINY, check=False)
    report("clm-ferry-too-small")


def fact(number: int) -> facts.Fact:
    return facts.Fact(source="barges", quote=SENTENCES[number], text=f"Barge {number} left the harbour with {number + 7} crates")


def add(base: Path, report: Report) -> None:
    """One fact at a time, each in a transaction of its own."""
    connection = store.open_base(base)
    for number in range(20):
        with store.run(connection, "add", contributor="tester") as run_id:
            added = facts.write(connection, facts.plan(Lookup(connection), fact(number)), run_id, store.now())
        report(added.assertion_id)


def bring_in(base: Path, report: Report) -> None:
    """A file of facts: all of it or nothing."""
    lines = [json.dumps({"source": "barges", "quote": SENTENCES[number], "text": fact(number).text}) for number in range(60)]
    connection = store.open_base(base)
    with store.run(connection, "import", contributor="tester") as run_id:
        done = importing.import_facts(connection, run_id, store.now(), Path("barges.jsonl"), "\n".join(lines))
    report(done.facts[-1].assertion_id)


def merge(base: Path, report: Report) -> None:
    connection = store.open_base(base)
    if connection.execute("SELECT status FROM entities WHERE id = 'harbour-board'").fetchone()[0] == "current":
        with store.run(connection, "merge", contributor="tester", reason="one body"):
            merging.merge(connection, "harbour-board", "harbour-office")
    if connection.execute("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'").fetchone()[0] != "retracted":
        with store.run(connection, "retract", contributor="tester", reason="only asked"):
            changes.retract(connection, "clm-captains-are-asked")
    report("clm-captains-are-asked")


def bring_up(base: Path, report: Report) -> None:
    upgrade.if_older(base)
    report("clm-ferry-too-small")


WORKS = (
    Work("ingest", nothing, ingest),
    Work("add", copied, add),
    Work("import", copied, bring_in),
    Work("merge", copied, merge),
    Work("upgrade", aged, bring_up),
)


def outcome(base: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the base says, apart from when it was recorded and by which run."""
    connection = store.connect(base, readonly=True)
    try:
        questions = {
            "claims": "SELECT id, text, subject_id, status, merged_into_id FROM claims ORDER BY id",
            "assertions": "SELECT id, claim_id, passage_id, speaker_id, level, stance, status FROM assertions ORDER BY id",
            "entities": "SELECT id, kind, label, status, merged_into_id FROM entities ORDER BY id",
            "participations": "SELECT event_id, entity_id, role, claim_id FROM participations ORDER BY 1, 2, 3, 4",
            "mentions": "SELECT id, status FROM mentions ORDER BY id",
            "laws": "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY name",
            "version": "SELECT user_version FROM pragma_user_version",
        }
        return {name: connection.execute(sql).fetchall() for name, sql in questions.items()}
    finally:
        connection.close()


def faults(base: Path, saved: set[str]) -> list[str]:
    """What is wrong with a base after the kill: damage, a fact half there, a saved one lost."""
    connection = sqlite3.connect(base)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    ids = {row[0] for row in connection.execute("SELECT id FROM claims UNION ALL SELECT id FROM assertions")}
    if version == schema.VERSION:  # an older one is checked once it is up to date
        found += [str(problem) for problem in checks.check(connection) if problem.severity == "error"]
    connection.close()
    return found + [f"{name} was reported saved, and is not there" for name in saved - ids]


def typical_seconds(work: Work, prepared: Path, folder: Path) -> float:
    """How long the work takes undisturbed; leaves its outcome in folder/whole.db."""
    base = folder / "whole.db"
    work.begin(prepared, base)
    began = time.monotonic()
    work.do(base, lambda _: None)
    return time.monotonic() - began


def killed(work: Work, base: Path, after: float) -> set[str]:
    """Do the work in a child and kill it after so many seconds; what it had reported as saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # no exception may reach the test runner's copy in here
        try:
            os.close(reading)
            work.do(base, lambda name: os.write(writing, f"{name}\n".encode()) and None)
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(after)
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return {line.decode() for line in pipe.read().split(b"\n") if line}


def one_kill(work: Work, prepared: Path, folder: Path, seconds: float, seed: int) -> list[str]:
    """Kill the work once, at a moment chosen by the seed; everything that is wrong afterwards."""
    base = folder / f"{work.name}-{seed}.db"
    work.begin(prepared, base)
    saved = killed(work, base, random.Random(seed).uniform(0, 1.2 * seconds))
    wrong = faults(base, saved) if base.exists() else [f"{name} was reported saved, and there is no base" for name in saved]
    work.do(base, lambda _: None)  # the rerun finishes the work
    wrong += [f"after the rerun: {fault}" for fault in faults(base, saved)]
    if outcome(base) != outcome(folder / "whole.db"):
        wrong.append("the rerun ended elsewhere than work that nobody disturbed")
    for leftover in folder.glob(f"{base.name}*"):
        leftover.unlink()
    return wrong

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
from kb import changes, facts
from kb.base import checks, deep, opening, runs, schema, store, upgrade
from kb.changes import merging, undoing
from kb.exchange import dump, facts_files, load

TINY = Path(__file__).resolve().parent.parent / "tiny"
SENTENCES = [f"Barge {number} left the harbour with {number + 7} crates." for number in range(60)]
TEXT = "\n".join(SENTENCES)
PATIENCE = 10
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
    connection = opening.open_base(base)
    for number in range(20):
        with runs.begin(connection, "add", contributor="tester") as run:
            added = facts.record(run, fact(number))
        report(added.assertion_id)


def bring_in(base: Path, report: Report) -> None:
    """A file of facts: all of it or nothing."""
    lines = [json.dumps({"source": "barges", "quote": SENTENCES[number], "text": fact(number).text}) for number in range(60)]
    connection = opening.open_base(base)
    with runs.begin(connection, "import", contributor="tester") as run:
        done = facts_files.import_facts(run, Path("barges.jsonl"), "\n".join(lines))
    report(done.facts[-1].assertion_id)


def merge(base: Path, report: Report) -> None:
    connection = opening.open_base(base)
    if connection.execute("SELECT status FROM entities WHERE id = 'harbour-board'").fetchone()[0] == "current":
        with runs.begin(connection, "merge", contributor="tester", reason="one body") as run:
            merging.merge(run, "harbour-board", "harbour-office")
    if connection.execute("SELECT status FROM claims WHERE id = 'clm-captains-are-asked'").fetchone()[0] != "retracted":
        with runs.begin(connection, "retract", contributor="tester", reason="only asked") as run:
            changes.retract(run, "clm-captains-are-asked")
    report("clm-captains-are-asked")


def bring_up(base: Path, report: Report) -> None:
    upgrade.if_older(base)
    report("clm-ferry-too-small")


def take_back(base: Path, report: Report) -> None:
    """Undo a correction and a retraction, each of which is recorded first; what was undone before is left so."""
    connection = opening.open_base(base)
    done = "SELECT 1 FROM runs WHERE kind = 'undo' AND reason = ?"
    for claim_id in ("clm-captains-are-asked", "clm-ferry-keeps-running"):
        if connection.execute(done, (claim_id,)).fetchone():
            continue
        if connection.execute("SELECT status FROM claims WHERE id = ?", (claim_id,)).fetchone()[0] != "retracted":
            with runs.begin(connection, "retract", contributor="tester", reason="only asked") as run:
                changes.retract(run, claim_id)
        retraction = connection.execute("SELECT id FROM runs WHERE kind = 'retract' ORDER BY rowid DESC LIMIT 1").fetchone()[0]
        with runs.begin(connection, "undo", contributor="tester", reason=claim_id) as run:
            undoing.undo(run, retraction)
    report("clm-captains-are-asked")


def parted(prepared: Path, base: Path) -> None:
    """A base of which another one, dumped beside it, has gone its own way."""
    shutil.copy(prepared, base)
    folder = dump_beside(base)
    if not folder.exists():
        other = base.with_name("other.db")
        shutil.copy(prepared, other)
        add(other, lambda _: None)
        merge(other, lambda _: None)
        connection = store.connect(other, readonly=True)
        dump.dump(connection, folder)
        connection.close()
    connection = store.connect(base)
    with runs.begin(connection, "correct", contributor="reader", reason="looked again") as run:
        changes.correct(run, "clm-captains-are-asked", {"kind": "norm"})
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def dump_beside(base: Path) -> Path:
    return base.with_name("dump-of-another")


def bring_together(base: Path, report: Report) -> None:
    connection = opening.open_base(base)
    load.load(connection, dump.read(dump_beside(base)), contributor="tester")
    report("clm-captains-are-asked")


def by_request(base: Path, report: Report) -> None:
    """Facts by the JSON API of a site, each in a request of its own."""
    from tests.harness.site import Site

    with contextlib.closing(Site(base)) as site:
        for number in range(12):
            body = {"source": "barges", "quote": SENTENCES[number], "claim": fact(number).text}
            answer = site.post("/api/facts", "clerk", json=body)
            for _ in range(PATIENCE):  # a starved machine answers that nothing was recorded, and a client sends it again
                if answer.status_code == 503:
                    answer = site.post("/api/facts", "clerk", json=body)
            assert answer.status_code in (200, 201), answer.text
            report(answer.json()["assertion_id"])


WORKS = (
    Work("ingest", nothing, ingest),
    Work("add", copied, add),
    Work("import", copied, bring_in),
    Work("merge", copied, merge),
    Work("undo", copied, take_back),
    Work("load", parted, bring_together),
    Work("api", copied, by_request),
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
        found += [
            str(problem) for problem in (*checks.check(connection), *deep.values_as_written(connection)) if problem.severity == "error"
        ]
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

"""Whole processes: adding one fact, and building both texts, against importing what they rest on."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from kb.base import store
from tests.bench import synthetic
from tests.bench.imports import entries
from tests.bench.measure import Report, alternating, clock

ROUNDS = 9


def run(report: Report, small: int, large: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        adding(report, folder)
        building(report, folder)


def adding(report: Report, folder: Path) -> None:
    """Each call adds another fact to a base that holds the text."""
    path = synthetic.build(folder / "add.db", 400, texts_only=True)
    said = [
        [
            "--source",
            entry["source"],
            "--quote",
            entry["quote"],
            "--claim",
            entry["text"],
            "--subject",
            entry["subject"],
            "--predicate",
            entry["predicate"],
        ]
        + (["--object", entry["object"]] if "object" in entry else ["--object-text", entry["object_text"]])
        for entry in {
            entry["text"]: entry for entry in entries(store.connect(synthetic.build(folder / "whole.db", 400), readonly=True))
        }.values()
    ]
    command = [sys.executable, "-m", "kb", "--db", str(path), "add", "--by", "tester"]
    best, peer = alternating(lambda: clock([*command, *said.pop()]), lambda: clock([sys.executable, "-c", "import sqlite3, click"]), ROUNDS)
    connection = store.connect(path, readonly=True)
    equal = connection.execute("SELECT count(*) FROM claims").fetchone()[0] == ROUNDS + 1
    report.no_more("kb add against importing sqlite3 and click", best, peer, 3, 6, f"by the clock, best of {ROUNDS}", equal=equal)


def building(report: Report, folder: Path) -> None:
    number = 0

    def ours() -> float:
        nonlocal number
        number += 1
        return clock([sys.executable, "-m", "ingest"], env={**os.environ, "KB_DB": str(folder / f"kb-{number}.db")})

    best, peer = alternating(ours, lambda: clock([sys.executable, "-c", "import rdflib, sqlite_utils"]), 5)
    equal = store.connect(folder / "kb-1.db", readonly=True).execute("SELECT count(*) FROM snapshots").fetchone()[0] == 2
    report.no_more(
        "building both texts against importing rdflib and sqlite_utils", best, peer, 6, 12, "by the clock, best of 6 against 5", equal=equal
    )

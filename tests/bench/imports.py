"""Import of RDF and of facts, every rule enforced, against doing much less; and SPARQL over what was imported."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kb.exchange.load
from kb.base import runs, store
from kb.exchange import facts_files
from kb.rdf import load, sparql
from tests.bench import synthetic
from tests.bench.exports import printed
from tests.bench.measure import Report, alternating, cpu, say

ROOT = Path(__file__).resolve().parents[2]
FACT_TABLES = ("passages", "claims", "quantities", "assertions", "participations")


def run(report: Report, small: int, large: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        facts(report, small, Path(folder))
        dataset = rdf(report, small, Path(folder))
        questions(report, small, dataset)


# --------------------------------------------------------------------------------------------------------------- RDF


def rdf(report: Report, claims: int, folder: Path) -> Any:
    """A file of N-Quads into an empty base, against rdflib parsing it; returns what rdflib holds."""
    import rdflib

    file = folder / "base.nq"
    file.write_bytes(printed(synthetic.kept(claims), "nq"))

    def ours(number: int) -> float:
        path = folder / f"rdf-{number}.db"
        store.init(path)
        connection = store.connect(path)
        seconds, _ = cpu(lambda: kb.exchange.load.load(connection, load.rows(file)))
        connection.close()
        return seconds

    first = ours(1)
    dataset = rdflib.Dataset()
    peer, _ = cpu(lambda: dataset.parse(source=str(file), format="nquads"))
    best = min(first, ours(2))
    equal = printed(folder / "rdf-1.db", "nq") == file.read_bytes()
    report.faster(
        "RDF import against rdflib parsing it", best, peer, 3, 2, "CPU time, best of 2 against 1; the rows are compared", equal=equal
    )
    return dataset


# ------------------------------------------------------------------------------------------------------------- facts


def facts(report: Report, claims: int, folder: Path) -> None:
    """A file of facts into a base that holds their texts, against writing the rows they become without any rule."""
    whole, texts = synthetic.kept(claims), synthetic.kept(claims, texts_only=True)
    lines = "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries(store.connect(whole, readonly=True)))
    rows = {table: rows_of(whole, table) for table in FACT_TABLES}
    imported, raw = folder / "facts.db", folder / "raw.db"

    def ours() -> float:
        shutil.copy(texts, imported)
        connection = store.connect(imported)
        with_run = cpu(lambda: import_lines(connection, lines))[0]
        connection.close()
        return with_run

    def peer() -> float:
        shutil.copy(texts, raw)
        connection = without_rules(raw)
        seconds = cpu(lambda: write_raw(connection, rows))[0]
        connection.close()
        return seconds

    best, other = alternating(ours, peer, 3)
    equal = all(ids_of(imported, table) == ids_of(whole, table) for table in ("passages", "claims", "assertions"))
    note = f"{sum(map(len, rows.values())):,} rows into the same tables and indexes, without triggers, keys and checks; CPU time, best of 4 against 3"
    report.no_more("JSON Lines import against raw executemany", best, other, 6, 12, note, equal=equal)


def import_lines(connection: sqlite3.Connection, lines: str) -> None:
    with runs.begin(connection, "import", contributor="tester") as run:
        facts_files.import_facts(run, Path("facts.jsonl"), lines)


def entries(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """The facts of an invented base as a person would write them down, each claim first where it was first recorded."""
    connection.row_factory = sqlite3.Row
    sql = (
        "SELECT a.id, a.source_id AS source, p.exact AS quote, c.text, c.kind, c.subject_id AS subject, c.predicate_id AS predicate, c.object_id AS object,"
        " c.object_text, c.event_id AS event, c.place_id AS place, c.about_time AS about, c.status, c.id AS claim, c.rowid AS number, act, stance, certainty, cue, derivation"
        " FROM assertions a JOIN claims c ON c.id = claim_id JOIN passages p ON p.id = passage_id WHERE level = 0 ORDER BY a.rowid"
    )
    seen: set[str] = set()
    for row in connection.execute(sql).fetchall():
        entry = {key: row[key] for key in tuple(row.keys()) if row[key] is not None and key not in ("id", "claim", "number")}
        entry |= {"said_by": said_by} if (said_by := list(chain(connection, row["id"]))) else {}
        if row["claim"] not in seen:
            entry |= belongings(connection, row["claim"])
        seen.add(row["claim"])
        yield entry


def chain(connection: sqlite3.Connection, assertion: str) -> Iterator[dict[str, Any]]:
    sql = "SELECT id, speaker_id AS speaker, work_id AS work, act, stance, certainty, cue, derivation FROM assertions WHERE reported_in_id = ?"
    while row := connection.execute(sql, (assertion,)).fetchone():
        yield {key: row[key] for key in tuple(row.keys()) if row[key] is not None and key != "id"}
        assertion = row["id"]


def belongings(connection: sqlite3.Connection, claim: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    quantity = connection.execute(
        "SELECT comparison, value, unit, measure, verbatim FROM quantities WHERE claim_id = ?", (claim,)
    ).fetchone()
    roles = connection.execute(
        "SELECT event_id AS event, entity_id AS entity, role FROM participations WHERE claim_id = ?", (claim,)
    ).fetchall()
    return found | ({"quantity": dict(quantity)} if quantity else {}) | ({"roles": [dict(role) for role in roles]} if roles else {})


def rows_of(path: Path, table: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()


def ids_of(path: Path, table: str) -> set[str]:
    return {row[0] for row in rows_of(path, table)}


def without_rules(path: Path) -> sqlite3.Connection:
    """The same tables and indexes; nothing is checked, indexed for search or kept in step."""
    connection = sqlite3.connect(path, isolation_level=None)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    return connection


def write_raw(connection: sqlite3.Connection, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    connection.execute("BEGIN")
    for table, listed in rows.items():
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(listed[0]))})", listed)
    connection.execute("COMMIT")


# ------------------------------------------------------------------------------------------------------------ SPARQL


def questions(report: Report, claims: int, dataset: Any) -> None:
    """The shipped examples over the held triples, against rdflib over the same in memory."""
    path = synthetic.kept(claims)
    ours, peer, equal = 0.0, 0.0, True
    with sparql.Engine(path) as engine:
        engine.query("ASK { ?s ?p ?o }")  # the base is read once, as rdflib has read the file
        for query in examples():
            seconds, asked = min((clocked(lambda query=query: engine.query(query, 120)) for _ in range(3)), key=lambda pair: pair[0])  # type: ignore[misc]
            other, answered = clocked(lambda query=query: list(dataset.query(query)))  # type: ignore[misc]
            ours, peer = ours + seconds, peer + other
            equal &= sorted(map(spelt, asked.rows)) == sorted(map(spelt, answered))
            say(f"SPARQL {seconds * 1000:.1f} ms against {other * 1000:.1f} ms: {len(asked.rows)} rows")
    report.faster(
        "SPARQL, the shipped examples, against rdflib",
        ours,
        peer,
        30,
        5,
        "by the clock, best of 3 against 1, the worker process included",
        equal=equal,
    )


def clocked(work: Any) -> tuple[float, Any]:
    import time

    before = time.perf_counter()
    made = work()
    return time.perf_counter() - before, made


def spelt(row: Any) -> tuple[str, ...]:
    return tuple("" if term is None else str(term) for term in row)


def examples() -> list[str]:
    """Every SPARQL query that the README shows, and those of queries.sparql: the questions of the shipped base, asked of an invented one."""
    shown = re.findall(r"kb sparql '([^']+)'", (ROOT / "README.md").read_text("utf-8"))
    own = (Path(__file__).parent / "queries.sparql").read_text("utf-8").split("\n\n")
    return [*shown, *(query for query in own if query.strip())]

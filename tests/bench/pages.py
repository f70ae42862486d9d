"""At the large size: the first hundred rows of each view by each id column, and every named question, in milliseconds."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence

from kb.ask import questions
from kb.base import store
from tests.base.contract_views import VIEWS
from tests.bench import synthetic
from tests.bench.measure import Report

LIMIT_MS = 50.0


def run(report: Report, small: int, large: int) -> None:
    connection = store.connect(synthetic.kept(large), readonly=True)
    for view in VIEWS:
        for column in [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (view,)) if row[0].endswith("_id")]:
            value = connection.execute(f"SELECT {column} FROM {view} WHERE {column} IS NOT NULL LIMIT 1").fetchone()
            if value is not None:
                sql = f"SELECT * FROM {view} WHERE {column} = ? LIMIT 100"
                add(report, connection, f"{view} by {column}", sql, value)
    for question in questions.load():
        found = synthetic.values(connection, question.name)
        given = question.values({parameter.name: found[parameter.name] for parameter in question.parameters if parameter.name in found})
        add(report, connection, f"question {question.name}", question.sql, given)
    connection.close()


def add(report: Report, connection: sqlite3.Connection, name: str, sql: str, values: Sequence[str] | Mapping[str, str]) -> None:
    """Best of three; a question gives what a page of the site shows, the first hundred rows."""
    times = []
    for _ in range(3):
        before = time.perf_counter()
        rows = connection.execute(sql, values).fetchmany(100)
        times.append((time.perf_counter() - before) * 1000)
    report.pages.append({"name": name, "milliseconds": min(times), "rows": len(rows), "met": min(times) < LIMIT_MS})

"""No query of a reader's runs on, grows without bound, or reaches beyond the base: limits that no time limit of Datasette's keeps by itself."""

from __future__ import annotations

import itertools
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kb.site.guard import connection
from tests.harness.memory import LIMITED
from tests.harness.patience import within
from tests.harness.site import Site

ROOT = Path(__file__).resolve().parents[2]
LONG = "printf('%.*c', 9000000, 'a')"
VALUES = ("NULL", "''", "'a'", "'aXbXa'", "' a b '", "'é€x'", "x'61ff62'", "x''", "0", "-12", "1.5", "1e20", "2.0", "-0.25")


def ask(desk: Site, sql: str) -> Any:
    return desk.get("/tiny/-/query.json", params={"sql": sql})


@pytest.mark.parametrize(
    "sql",
    [
        f"select instr({LONG}, substr({LONG}, 1, 4000000) || 'b')",
        f"select length(replace({LONG}, substr({LONG}, 1, 4000000) || 'b', 'x'))",
        f"select length(trim({LONG}, substr({LONG}, 1, 4000000)))",
        f"select {LONG} like '%' || substr({LONG}, 1, 40000) || 'b'",
        f"select {LONG} glob '*' || substr({LONG}, 1, 40000) || 'b'",
        "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
    ],
    ids=["instr", "replace", "trim", "like", "glob", "recursion"],
)
@pytest.mark.thorough
def test_no_single_step_of_a_query_outlasts_the_time_limit(shared_desk: Site, sql: str) -> None:
    began = time.monotonic()
    answer = shared_desk.get("/tiny/-/query.json", params={"sql": sql, "_timelimit": 2000})
    assert answer.status_code in (200, 400), answer.text
    assert time.monotonic() - began < within(5)


@pytest.mark.parametrize(
    "sql",
    [
        "with recursive n(i) as (select 1 union all select i + 1 from n limit 900) select zeroblob(9000000) from n",
        f"select {', '.join(f'hex(zeroblob(4900000)) as c{number}' for number in range(300))}",
        f"select length(replace({LONG}, 'a', {LONG}))",
        "select randomblob(1000000000)",
        f"select {LONG} || {LONG}",
    ],
    ids=["large rows", "large columns", "replace", "one value", "two values"],
)
@pytest.mark.skipif(LIMITED not in os.environ, reason="run by the next test, in a process of its own")
def test_a_query_that_would_fill_the_memory_is_refused(shared_desk: Site, sql: str) -> None:
    before = peak()
    answer = ask(shared_desk, sql)
    assert answer.status_code in (400, 503), answer.text[:200]
    assert "Traceback" not in answer.text
    assert peak() - before < 2 * connection.MOST_HEAP
    assert ask(shared_desk, "select 1 as one").json()["rows"] == [{"one": 1}]


@pytest.mark.thorough
def test_no_query_fills_the_memory() -> None:
    inner = f"{__file__}::{test_a_query_that_would_fill_the_memory_is_refused.__name__}"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=-v", inner]
    done = subprocess.run(command, env={**os.environ, LIMITED: "1"}, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "5 passed" in done.stdout, done.stdout + done.stderr


def peak() -> int:
    """The most bytes that this process has held."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@pytest.mark.parametrize(("name", "arguments"), sorted({(name, arguments) for name, arguments, _ in connection.FUNCTIONS}))
def test_our_functions_answer_as_sqlite_s_own(name: str, arguments: int) -> None:
    plain, ours = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    connection.prepare(ours)
    ours.row_factory = None
    for values in itertools.product(VALUES, repeat=arguments):
        sql = f"SELECT {name}({', '.join(values)}), typeof({name}({', '.join(values)}))"
        if any("ff" in value for value in values):  # no text: only that nothing breaks
            ours.execute(sql).fetchone()
            continue
        assert ours.execute(sql).fetchone() == plain.execute(sql).fetchone(), sql
    plain.close()
    ours.close()


@pytest.mark.parametrize(
    "sql",
    [
        "insert into actors(id) values ('x')",
        "with one as (select 1) delete from names",
        "pragma user_version = 3",
        "attach ':memory:' as other",
        "vacuum into '/tmp/kb-should-not-be-there.db'",
        "select load_extension('x')",
        "select writefile('x', 'y')",
        "select readfile('/etc/passwd')",
        "select * from pragma_user_version",
        "select :_header_cookie",
        "select :_cookie_ds_actor",
    ],
)
@pytest.mark.thorough
def test_a_query_that_does_more_than_ask_the_base_is_refused(shared_desk: Site, sql: str) -> None:
    before = shared_desk.dump()
    assert ask(shared_desk, sql).status_code == 400
    assert shared_desk.dump() == before


def test_values_come_without_a_callback_for_another_site(shared_desk: Site) -> None:
    answer = shared_desk.get("/tiny/-/query.json", params={"sql": "select 1", "callback": "stolen", "_callback": "stolen"})
    assert not answer.text.startswith("stolen") and answer.headers["content-type"].startswith("application/json")

"""No query of a reader's runs on, grows without bound, or reaches beyond the base: limits that no time limit of Datasette's keeps by itself."""

from __future__ import annotations

import itertools
import sqlite3
import time
from typing import Any

import pytest

from kb.site import connection
from tests.site.writer import Desk

LONG = "printf('%.*c', 9000000, 'a')"
VALUES = ("NULL", "''", "'a'", "'aXbXa'", "' a b '", "'é€x'", "x'61ff62'", "x''", "0", "-12", "1.5", "1e20", "2.0", "-0.25")


def ask(desk: Desk, sql: str) -> Any:
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
def test_no_single_step_of_a_query_outlasts_the_time_limit(shared_desk: Desk, sql: str) -> None:
    began = time.monotonic()
    answer = ask(shared_desk, sql)
    assert answer.status_code in (200, 400), answer.text
    assert time.monotonic() - began < 20


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
def test_no_query_fills_the_memory(shared_desk: Desk, sql: str) -> None:
    before = peak()
    answer = ask(shared_desk, sql)
    assert answer.status_code in (400, 503), answer.text[:200]
    assert "Traceback" not in answer.text
    assert peak() - before < 2 * connection.MOST_HEAP
    assert ask(shared_desk, "select 1 as one").json()["rows"] == [{"one": 1}]


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
def test_a_query_that_does_more_than_ask_the_base_is_refused(shared_desk: Desk, sql: str) -> None:
    before = shared_desk.dump()
    assert ask(shared_desk, sql).status_code == 400
    assert shared_desk.dump() == before


def test_values_come_without_a_callback_for_another_site(shared_desk: Desk) -> None:
    answer = shared_desk.get("/tiny/-/query.json", params={"sql": "select 1", "callback": "stolen", "_callback": "stolen"})
    assert not answer.text.startswith("stolen") and answer.headers["content-type"].startswith("application/json")

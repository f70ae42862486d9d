"""However a read ends, its connection is handed on with nothing open: later readers see the base as it is, and the write-ahead log can be emptied."""

from __future__ import annotations

import asyncio
import gc
import io
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from kb.base import runs, schema, store
from kb.rdf.namespaces import DEFAULT_BASE
from kb.site.database import Base, BaseConnection
from kb.site.guard import connection
from kb.site.linked_data import documents, dumps
from kb.site.pages import health
from tests.harness.site import Site

MANY = "with recursive x(i) as (select 1 union all select i + 1 from x limit 100000) select i, hex(zeroblob(90000)) from x, claims"
AT_ONCE = 8
PAGE = "/claim/clm-ferry-too-small"


@pytest.fixture(autouse=True)
def _no_garbage_collector() -> Iterator[None]:
    """What only the collector would close stays open."""
    gc.collect()
    gc.freeze()  # what earlier tests keep is not walked again before each of these
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def small_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "MOST_IN_LARGE_ROWS", 1_000_000)


def at_once(desk: Site, path: str, **options: Any) -> list[Any]:
    async def all_of_them() -> list[Any]:
        return list(await asyncio.gather(*(desk.datasette.client.get(path, **options) for _ in range(AT_ONCE))))

    return desk.run(all_of_them)


def write(desk: Site, label: str) -> None:
    """A change made by another process."""
    with closing(store.connect(desk.path)) as other, runs.begin(other, "correct", reason="for the test"):
        other.execute("UPDATE claims SET text = ? WHERE id = 'clm-ferry-too-small'", (label,))


def log_left(desk: Site) -> int:
    """Pages of the write-ahead log that some reader of an older state keeps from being written back."""
    with closing(store.connect(desk.path)) as other:
        _, logged, written_back = other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(logged) - int(written_back)


@pytest.mark.thorough
def test_answers_that_are_too_large_leave_no_reader_in_the_past(desk: Site, small_limit: None) -> None:
    refused = at_once(desk, "/tiny/-/query.json", params={"sql": MANY})
    assert {answer.status_code for answer in refused} == {400}
    assert "the answer is too large" in refused[0].text
    write(desk, "The ferry is far too small")
    assert log_left(desk) == 0
    pages = at_once(desk, PAGE)
    assert {page.status_code for page in pages} == {200}
    assert all("The ferry is far too small" in page.text for page in pages)


def has_open_statement(connection: sqlite3.Connection) -> bool:
    """Whether a statement of the connection has begun and not ended; one that has is interrupted by the question.

    SQLite interrupts only what is running, and then also what begins before all of that has ended.
    """
    connection.interrupt()
    try:
        connection.execute("SELECT 1").fetchone()
    except sqlite3.OperationalError:
        return True
    return False


def reads(sql: str) -> Any:
    """A read that begins and goes wrong midway."""

    def work(reader: sqlite3.Connection) -> None:
        cursor = reader.execute(sql)
        cursor.fetchone()
        raise LookupError("midway")

    return work


def transaction(reader: sqlite3.Connection) -> None:
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM claims").fetchall()
    raise LookupError("midway")


def begun(reader: sqlite3.Connection) -> Any:
    """What is handed out is read on by nobody."""
    return reader.execute("SELECT * FROM claims")


@pytest.mark.parametrize(
    "work",
    [reads("SELECT * FROM claims"), reads("SELECT * FROM claims, pragma_table_info('claims')"), transaction, begun],
    ids=["midway", "a table-valued function", "transaction", "handed out"],
)
@pytest.mark.thorough
def test_a_read_that_goes_wrong_leaves_nothing_open(desk: Site, work: Any) -> None:
    database = desk.datasette.get_database("tiny")

    async def several() -> list[Any]:
        return list(await asyncio.gather(*(database.execute_fn(work) for _ in range(AT_ONCE)), return_exceptions=True))

    kept = desk.run(several)  # and with the exceptions, what they refer to
    write(desk, "The ferry is far too small")
    assert log_left(desk) == 0
    assert len(kept) == AT_ONCE and not any(has_open_statement(each) or each.in_transaction for each in database.connections())


def test_a_write_that_goes_wrong_leaves_nothing_open(desk: Site) -> None:
    database = desk.datasette.get_database("tiny")
    kept = []
    for transaction in (True, False):
        with pytest.raises(LookupError) as caught:
            desk.run(lambda each=transaction: database.execute_write_fn(reads("SELECT * FROM claims"), transaction=each))
        kept.append(caught)
    write(desk, "The ferry is far too small")
    assert log_left(desk) == 0
    assert not any(has_open_statement(each) or each.in_transaction for each in database.connections())


@pytest.mark.parametrize(
    "sql",
    [
        "with recursive n(i) as (select 1 union all select i + 1 from n) select i, claims.id from n, claims where i > 1e9",
        "select id, abs(-9223372036854775807 - (rowid > 2)) from claims",
        "select hex(zeroblob(9000000)) from claims",
    ],
    ids=["time limit", "an error in a later row", "too big"],
)
@pytest.mark.thorough
def test_a_query_that_is_broken_off_leaves_nothing_open(desk: Site, sql: str) -> None:
    assert {answer.status_code for answer in at_once(desk, "/tiny/-/query.json", params={"sql": sql, "_timelimit": 100})} == {400}
    database = desk.datasette.get_database("tiny")
    assert not any(has_open_statement(each) for each in database.connections())
    assert database.connections(), "nobody has read"


def test_every_database_of_ours_has_connections_that_close_their_cursors(desk: Site) -> None:
    database = desk.datasette.get_database("tiny")
    desk.run(lambda: database.execute("select 1"))
    assert isinstance(database, Base) and database.connections()
    assert all(isinstance(each, BaseConnection) for each in database.connections())


def test_a_connection_that_is_closed_keeps_no_state_of_the_base(desk: Site) -> None:
    reader = store.connect(desk.path, readonly=True)
    cursor = reader.execute("SELECT * FROM claims")
    cursor.fetchone()
    write(desk, "The ferry is far too small")
    assert log_left(desk) > 0
    reader.close()
    assert log_left(desk) == 0


def test_a_row_that_is_refused_closes_its_cursor_on_any_database(small_limit: None) -> None:
    with closing(sqlite3.connect(":memory:")) as other:
        connection.prepare(other)
        cursor = other.execute("with recursive x(i) as (select 1 union all select i + 1 from x) select hex(zeroblob(90000)) from x")
        with pytest.raises(sqlite3.OperationalError, match="too large"):
            cursor.fetchall()
        assert not has_open_statement(other)
        assert weakref.ref(cursor)() is cursor


def test_health_finds_a_reader_that_was_left_in_the_past(desk: Site) -> None:
    database = desk.datasette.get_database("tiny")
    assert desk.get(PAGE).status_code == 200
    healthy = desk.get("/-/health")
    assert healthy.status_code == 200 and healthy.headers["cache-control"] == "no-store"
    assert healthy.json() == {
        **{"ok": True, "base": "tiny", "schema_version": schema.VERSION, "behind": 0, "reading": 0, "oldest_read_seconds": 0.0},
        **{"connections": len(database.connections()), "dumps_under_way": 0},
    }
    left = sqlite3.Connection.execute(database.connections()[0], "SELECT * FROM claims")  # a cursor that the connection does not know
    write(desk, "The ferry is far too small")
    told = desk.get("/-/health")
    assert told.status_code == 503 and told.json()["ok"] is False and told.json()["behind"] == 1
    left.close()
    assert desk.get("/-/health").status_code == 200


def test_health_tells_how_long_the_oldest_read_has_been_going_on(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    database = desk.datasette.get_database("tiny")
    began, go_on = threading.Event(), threading.Event()

    def slow(reader: sqlite3.Connection) -> None:
        reader.execute("SELECT * FROM claims").fetchone()
        began.set()
        go_on.wait(20)

    async def meanwhile() -> Any:
        reading = asyncio.ensure_future(database.execute_fn(slow))
        await asyncio.to_thread(began.wait, 20)
        answer = await desk.datasette.client.get("/-/health")
        go_on.set()
        await reading
        return answer

    monkeypatch.setattr(health, "LONGEST_READ", 0.0)
    told = desk.run(meanwhile)
    assert told.status_code == 503 and told.json()["reading"] == 1 and told.json()["oldest_read_seconds"] >= 0


def test_health_says_when_the_base_cannot_be_read(desk: Site) -> None:
    desk.path.rename(desk.path.with_suffix(".gone"))
    told = desk.get("/-/health")
    assert told.status_code == 503 and "cannot be read" in told.json()["error"] and str(desk.path.parent) not in told.text
    desk.path.with_suffix(".gone").rename(desk.path)


def test_a_dump_or_document_that_breaks_off_keeps_no_state_of_the_base(desk: Site) -> None:
    class Gone(io.BytesIO):
        def write(self, data: Any) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError) as dumped:
        dumps.write(str(desk.path), "nq", DEFAULT_BASE, Gone())  # type: ignore[arg-type]
    with pytest.raises(LookupError) as read:
        desk.run(lambda: documents.read(desk.datasette.get_database("tiny"), reads("SELECT * FROM claims")))
    write(desk, "The ferry is far too small")
    assert log_left(desk) == 0 and dumped.tb is not None and read.tb is not None


@pytest.mark.thorough
def test_pages_define_no_sql_function_again(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    defined: list[str] = []

    def create_function(self: BaseConnection, name: str, *more: Any, **options: Any) -> None:
        defined.append(name)
        sqlite3.Connection.create_function(self, name, *more, **options)

    monkeypatch.setattr(BaseConnection, "create_function", create_function)
    for _ in range(3 * AT_ONCE):
        assert desk.get(PAGE).status_code == 200
    connections = len(desk.datasette.get_database("tiny").connections())
    names = ("kb_node", "kb_iri", "kb_percent", "kb_double", "instr")
    assert "kb_node" in defined  # the others may have been defined as the site started
    assert [name for name in names if defined.count(name) > connections] == []

"""What the database refuses and allows, whoever writes: each law tried in a bare SQLite, foreign keys and recursive triggers off.

The same statements go through the `sqlite3` command-line shell and through Python's sqlite3. Each refused statement is tried
again with each conflict clause; whatever is answered, a dump of every table must stay the same. The cases that hold for every
table are derived from the keys (law_cases.py); the others stand in laws_cases.toml.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.base import laws, store
from tests.base.bare_sqlite import Bare, Library, Shell
from tests.base.law_cases import ALL, CASES, COLUMNS, DATES, FRESH, KEPT, REFERENCES, SHORT, TABLES, WORDS, Case, fresh, update

SEED = Path(__file__).with_name("laws_seed.sql")
SPLIT = "char(30)"  # between the rows of a dump


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with the seed in it; foreign keys were on, so every reference holds."""
    path = tmp_path_factory.mktemp("laws") / "seed.db"
    store.init(path)
    connection = store.connect(path)
    connection.executescript(SEED.read_text("utf-8"))
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("SELECT * FROM claims_awaiting_assertion").fetchall() == []
    connection.close()
    return path


@pytest.fixture(scope="module", params=["shell", "library"])
def bare(request: pytest.FixtureRequest, seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    if request.param == "shell" and shutil.which("sqlite3") is None:
        pytest.skip("there is no sqlite3 command-line shell here; the same statements run through Python's sqlite3")
    path = tmp_path_factory.mktemp(request.param) / "kb.db"
    shutil.copy(seeded, path)
    opened = Shell(path) if request.param == "shell" else Library(path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def everything(seeded: Path) -> str:
    """One query that prints every row of every table, its rowid and the search indexes included; but no counter of SQLite's own."""
    connection = sqlite3.connect(seeded)
    parts = []
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name <> 'sqlite_sequence'"
    for (name,) in connection.execute(tables).fetchall():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] + (
            [] if "_fts_" in name or name == "digests" else ["rowid"]
        )
        parts.append(f"SELECT '{name} ' || " + " || ',' || ".join(f"quote({column})" for column in columns) + f" AS line FROM {name}")
    connection.close()
    return f"SELECT group_concat(line, {SPLIT}) FROM (" + " UNION ALL ".join(parts) + ")"


@pytest.fixture(scope="module")
def untouched(bare: Bare, everything: str) -> list[str]:
    return bare.rows(everything)


def problems(bare: Bare, statement: str, says: str) -> Iterator[str]:
    """What is wrong with how `statement` and its forms with other conflict clauses are answered."""
    message = bare.refusal(statement)
    if not message:
        yield f"let through: {statement}"
    elif says not in message:
        yield f"{message!r} does not say {says!r}: {statement}"
    for clause in ("OR IGNORE", "OR REPLACE", "OR FAIL"):
        bare.refusal(re.sub(r"^(INSERT|UPDATE)( OR \w+)?", rf"\1 {clause}", statement))


def differing(before: list[str], after: list[str]) -> list[str]:
    """The rows that stand in one dump only."""
    one, other = ("\n".join(dump).split("\x1e") for dump in (before, after))
    return sorted(set(one) ^ set(other)) if one != other else []


def faults(bare: Bare, everything: str, untouched: list[str], case: Case) -> Iterator[str]:
    """Each statement is refused in these words; and with any conflict clause, nothing at all is changed."""
    for statement in case.statements:
        bare.rows("BEGIN")
        try:
            if case.setup:
                bare.rows(case.setup)
            before = bare.rows(everything) if case.setup else untouched
            yield from problems(bare, statement, case.says)
            yield from (f"changed by it: {row}" for row in differing(before, bare.rows(everything)))
        finally:
            bare.rows("ROLLBACK")


def of_table(case: Case) -> str:
    """The table whose law a derived case tries; the cases by hand go under one name."""
    table = re.match(r"\w+", case.name if case.name not in CASES["refused"] else "by-hand")
    return table[0] if table and table[0] in TABLES else "by hand and others"


@pytest.mark.parametrize("table", sorted({of_table(case) for case in ALL}))
def test_the_database_refuses(bare: Bare, everything: str, untouched: list[str], table: str) -> None:
    """Every case of a table is tried, and whatever is wrong is told by the name of its case."""
    found = [f"{case.name}: {fault}" for case in ALL if of_table(case) == table for fault in faults(bare, everything, untouched, case)]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_every_case_belongs_to_a_test() -> None:
    assert len(ALL) > 700 and len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("name", CASES["allowed"])
def test_the_database_allows(bare: Bare, name: str) -> None:
    statements, query, *expected = (text.format(**SHORT) for text in CASES["allowed"][name])
    bare.rows("BEGIN")
    try:
        bare.rows(statements)
        assert bare.rows(query) == expected
    finally:
        bare.rows("ROLLBACK")


@pytest.mark.parametrize("table", [table for table in TABLES if table != "entities"])
def test_a_copy_of_a_row_that_differs_in_its_keys_is_let_in(bare: Bare, table: str) -> None:
    """The cases above are refused for their one fault only, because this is let in."""
    bare.rows("BEGIN")
    before = int(bare.rows(f"SELECT count(*) FROM {table}")[0])
    bare.rows(fresh(table))
    after = int(bare.rows(f"SELECT count(*) FROM {table}")[0])
    bare.rows("ROLLBACK")
    assert after == before + 1


@pytest.mark.parametrize("table", laws.REGISTERED)
def test_the_registry_follows_each_row(bare: Bare, table: str) -> None:
    kind, label = laws.REGISTERED[table]
    entry = f"SELECT kind, label FROM entities WHERE id = {FRESH[table]['id']}"
    bare.rows("BEGIN")
    try:
        bare.rows(fresh(table, {label: "'First'"}))
        assert bare.rows(entry) == [f"{kind}|First"]
        bare.rows(f"UPDATE {table} SET {label} = 'Second' WHERE id = {FRESH[table]['id']}")
        assert bare.rows(entry) == [f"{kind}|Second"]
        bare.rows(f"DELETE FROM {table} WHERE id = {FRESH[table]['id']}")
        assert bare.rows(entry) == []
    finally:
        bare.rows("ROLLBACK")


@pytest.mark.parametrize("table", [table for table in TABLES if table not in laws.UNREVISED | {"entities", "reviews"}])
def test_each_change_leaves_a_revision_with_the_whole_row(bare: Bare, table: str) -> None:
    column = "run_id" if "run_id" in COLUMNS[table] else COLUMNS[table][-1]
    value = "'run-spare'" if column == "run_id" else "'https://example.org/changed'"
    if table == "conflicts":  # of which nothing else changes
        column, value = "status", "'ours'"
    row = "json_object(" + ", ".join(f"'{name}', {name}" for name in COLUMNS[table]) + ")"
    newest = "FROM revisions ORDER BY seq DESC LIMIT 1"
    bare.rows("BEGIN")
    try:
        [before] = bare.rows(f"SELECT {row} FROM {table} ORDER BY rowid LIMIT 1")
        bare.rows(update(table, {column: value}))
        [after] = bare.rows(f"SELECT {row} FROM {table} ORDER BY rowid LIMIT 1")
        assert before != after
        assert bare.rows(f"SELECT before, after, table_name, operation {newest}") == [f"{before}|{after}|{table}|update"]
        if table not in KEPT:
            bare.rows(fresh(table))
            [before] = bare.rows(f"SELECT {row} FROM {table} ORDER BY rowid DESC LIMIT 1")
            bare.rows(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})")
            assert bare.rows(f"SELECT before, after, table_name, operation {newest}") == [f"{before}||{table}|delete"]
    finally:
        bare.rows("ROLLBACK")


def test_the_seed_fills_every_column_that_a_law_is_about(seeded: Path) -> None:
    connection = sqlite3.connect(seeded)
    columns = {*((table, column) for table, column, _ in REFERENCES), *WORDS, *DATES}
    empty = [column for column in sorted(columns) if connection.execute(f"SELECT count({column[1]}) FROM {column[0]}").fetchone() == (0,)]
    connection.close()
    assert empty == []


def test_with_keys_on_a_claim_without_assertion_is_refused_when_it_is_committed(bare: Bare) -> None:
    claim = "INSERT INTO claims(id, text, kind, recorded_at) VALUES ('clm-x', 'x', 'factual', '2021-11-01T09:00:00Z')"
    bare.rows("PRAGMA foreign_keys = ON")
    try:
        assert "FOREIGN KEY" in bare.refusal(claim), "a statement alone is a transaction"
        bare.rows("BEGIN")
        bare.rows(claim)
        assert "FOREIGN KEY" in bare.refusal("COMMIT")
        bare.rows("ROLLBACK")
        assert bare.rows("SELECT count(*) FROM claims WHERE id = 'clm-x'") == ["0"]
    finally:
        bare.rows("PRAGMA foreign_keys = OFF")


def test_with_keys_on_nobody_leaves_a_name_under_which_others_would_write(bare: Bare) -> None:
    """What is left in change_context would put a run to the changes of every later writer, or keep them from leaving revisions."""
    bare.rows("PRAGMA foreign_keys = ON")
    try:
        assert "FOREIGN KEY" in bare.refusal("INSERT INTO change_context(one, restoring) VALUES (1, 1)")
        bare.rows("BEGIN;\nINSERT INTO change_context(one, run_id) VALUES (1, 'run-spare');\nDELETE FROM change_context;\nCOMMIT")
    finally:
        bare.refusal("DELETE FROM change_context")
        bare.rows("PRAGMA foreign_keys = OFF")


@pytest.fixture(scope="module")
def library(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("passages") / "kb.db"
    shutil.copy(seeded, path)
    opened = Library(path)
    yield opened.connection
    opened.close()


PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=PLAIN, start=st.integers(-3, 45), end=st.integers(-3, 45), other=st.none() | PLAIN)
@pytest.mark.thorough
def test_a_passage_is_let_in_if_and_only_if_the_words_stand_there(
    library: sqlite3.Connection, text: str, start: int, end: int, other: str | None
) -> None:
    """Offsets are Python's: code points from 0, end exclusive. `other` words are tried where there are some, else the right ones."""
    exact = text[max(start, 0) : max(end, 0)] if other is None else other
    library.execute("BEGIN")
    try:
        library.execute("INSERT INTO snapshots(id, source_id, sha256, text) VALUES ('snp-x', 'spare-source', ?, ?)", ("a" * 64, text))
        library.execute(
            "INSERT INTO sections(id, snapshot_id, position, kind, start_char, end_char) VALUES ('sec-x', 'snp-x', 1, 'body', 0, ?)",
            (len(text),),
        )
        values = ("psg-x", "snp-x", "sec-x", start, end, exact)
        try:
            library.execute(
                "INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact) VALUES (?, ?, ?, ?, ?, ?)", values
            )
            let_in = True
        except sqlite3.IntegrityError:
            let_in = False
        assert let_in == (0 <= start < end <= len(text) and exact == text[start:end])
    finally:
        library.execute("ROLLBACK")

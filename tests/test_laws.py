"""What the database refuses and allows, whoever writes: each law tried in a bare SQLite, foreign keys and recursive triggers off.

The same statements go through the `sqlite3` command-line shell and through Python's sqlite3. Each refused statement is tried
again with each conflict clause; whatever is answered, a dump of every table must stay the same. Cases that hold for every
table are derived from the keys; the others stand in laws_cases.toml.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb import laws, schema, store

SEED = Path(__file__).with_name("laws_seed.sql")
SETTINGS = ("PRAGMA foreign_keys = OFF", "PRAGMA recursive_triggers = OFF")
MARK = "-- answered --"
MODEL = sqlite3.connect(":memory:")
MODEL.executescript(schema.read("schema.sql"))
INTERNAL = {"never", "claims_awaiting_assertion", "change_context", "dates"}
TABLES = [name for (name,) in MODEL.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%STRICT'") if name not in INTERNAL]
COLUMNS = {table: [row[1] for row in MODEL.execute(f"PRAGMA table_info({table})")] for table in TABLES}
KEYS = {
    table: [column for column, at in MODEL.execute(f"SELECT name, pk FROM pragma_table_info('{table}') ORDER BY pk") if at] for table in TABLES
}
REFERENCES = [(table, row[3], row[2]) for table in TABLES for row in MODEL.execute(f"PRAGMA foreign_key_list({table})")]
WORDS = [(table, column) for table, columns in laws.WORDS.items() for column in columns]
DATES = [(table, column) for table, columns in laws.DATES.items() for column in columns]
COMPUTED = {"earliest", "latest", "about_earliest", "about_latest"}
EMPTIABLE = [
    (table, row[1])
    for table in TABLES
    for row in MODEL.execute(f"PRAGMA table_info({table})")
    if row[2] == "TEXT" and not row[3] and table != "revisions" and row[1] not in COMPUTED
]
TIMES = [(table, column) for table in TABLES for column in COLUMNS[table] if column.endswith("_at") or column == "at"]
IRIS = [("contributors", "url"), ("sources", "url"), ("predicates", "iri"), ("vocabulary", "iri"), ("identifiers", "value")]
FIXED = {"snapshots", "passages", "revisions"}  # nothing in them changes (of a passage: only its section)
KEPT = {"snapshots", "passages", "revisions", "claims", "assertions"}  # nothing in them is deleted
NAMES = {"actors": "name", "things": "name", "events": "name", "sources": "title", "names": "name", "predicates": "label", "contributors": "name"}
# A row of each table that nothing refers to.
SPARE = {
    **{"runs": "run-spare", "contributors": "spare-contributor", "entities": "spare-thing", "actors": "spare-actor"},
    **{"events": "spare-event", "sources": "spare-source", "predicates": "spare-predicate", "sections": "sec-spare"},
}
# Another law keeps these columns from pointing at a spare row; what they refer to is deleted instead, and any reference may be named.
ENTANGLED = {("assertions", "source_id"), ("entities", "merged_into_id"), ("sources", "id"), ("actors", "id"), ("things", "id"), ("events", "id")}
CASES = tomllib.loads(Path(__file__).with_name("laws_cases.toml").read_text("utf-8"))
SHORT = CASES["short"]
# What makes a copy of a table's first row another valid row: an expression for each column that has to differ.
FRESH = {
    **{table: {"id": f"'fresh-{table}'"} for table in ("contributors", "predicates", "actors", "things", "events", "entities")},
    **{table: {"id": f"'{prefix}-fresh'"} for table, prefix in (("runs", "run"), ("claims", "clm"), ("assertions", "ast"), ("citations", "cit"))},
    "revisions": {"seq": "NULL"},
    "origins": {"entry": "'fresh'"},
    "vocabulary": {"value": "'fresh'"},
    "sources": {"id": "'fresh-source'", "snapshot_id": "NULL"},
    "source_authors": {"position": "2"},
    "names": {"name": "'another name'"},
    "identifiers": {"value": "'Q00'"},
    "snapshots": {"id": "'snp-fresh'", "sha256": "printf('%064d', 9)"},
    "sections": {"id": "'sec-fresh'", "position": "9"},
    "sentences": {"id": "'sen-fresh'", "position": "9"},
    "passages": {"id": "'psg-fresh'", "end_char": "start_char + 5", "exact": "substr(exact, 1, 5)"},
    "mentions": {"id": "'men-fresh'", "entity_id": "'northport'"},
    "quantities": {"claim_id": "'clm-bears'"},
    "participations": {"entity_id": "'northport'"},
    "relations": {"id": "'rel-fresh'", "relation": "'supports'"},
}


def unique_sets(table: str) -> list[list[str]]:
    """The columns of the key, of each other unique key, and the rowid where it is not the key."""
    indexes = MODEL.execute(f"SELECT name FROM pragma_index_list('{table}') WHERE origin = 'u'").fetchall()
    others = [[row[0] for row in MODEL.execute(f"SELECT name FROM pragma_index_info('{name}')")] for (name,) in indexes]
    return [KEYS[table], *others] + ([["rowid"]] if KEYS[table] != ["seq"] else [])


def copy(table: str, change: dict[str, str], verb: str = "INSERT INTO", tail: str = "") -> str:
    """The statement that inserts the first row of `table` again, with some columns given by an expression instead."""
    columns = COLUMNS[table] + (["rowid"] if "rowid" in change else [])
    values = ", ".join(change.get(column, column) for column in columns)
    return f"{verb} {table}({', '.join(columns)}) SELECT {values} FROM {table} WHERE rowid = (SELECT min(rowid) FROM {table}) {tail}"


def fresh(table: str, **change: str) -> str:
    return copy(table, FRESH[table] | change)


def update(table: str, verb: str = "UPDATE", where: str = "true", last: bool = False, **change: str) -> str:
    """The statement that changes the first (or last) row of `table` for which `where` holds."""
    changes = ", ".join(f"{column} = {value}" for column, value in change.items())
    place = "max" if last else "min"
    return f"{verb} {table} SET {changes} WHERE rowid = (SELECT {place}(rowid) FROM {table} WHERE {where})"


class Case(NamedTuple):
    """Statements that must each be refused with a message that holds `says`, after `setup` was let in."""

    name: str
    says: str
    statements: list[str]
    setup: str = ""


class Bare(Protocol):
    """SQLite without our library: answers a statement with its rows, or with why the database refused it."""

    def rows(self, sql: str) -> list[str]: ...

    def refusal(self, sql: str) -> str: ...


class Shell:
    """One process of the sqlite3 command-line shell for many statements."""

    def __init__(self, path: Path) -> None:
        command = ["sqlite3", "-batch", str(path)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        for setting in SETTINGS:
            self.rows(setting)

    def ask(self, sql: str) -> list[str]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{sql};\n.print {MARK}\n")
        self.process.stdin.flush()
        return [line.rstrip("\n") for line in iter(self.process.stdout.readline, f"{MARK}\n")]

    def rows(self, sql: str) -> list[str]:
        answer = self.ask(sql)
        assert not [line for line in answer if re.match(r"(\w+ )?[Ee]rror", line)], answer
        return answer

    def refusal(self, sql: str) -> str:
        answer = "\n".join(self.ask(sql))
        assert not answer or answer.endswith("(19)"), f"not refused by a law: {answer}"
        return answer

    def close(self) -> None:
        self.process.communicate()


class Library:
    """The same through Python's sqlite3."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for setting in SETTINGS:
            self.connection.execute(setting)

    def rows(self, sql: str) -> list[str]:
        found: list[str] = []
        for statement in sql.split(";\n"):
            found += ["|".join("" if value is None else str(value) for value in row) for row in self.connection.execute(statement)]
        return found

    def refusal(self, sql: str) -> str:
        try:
            self.connection.execute(sql)
        except sqlite3.IntegrityError as error:
            return str(error)
        return ""

    def close(self) -> None:
        self.connection.close()


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
    """One query that prints every row of every table, its rowid and the search indexes included."""
    connection = sqlite3.connect(seeded)
    parts = []
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] + ([] if "_fts_" in name else ["rowid"])
        parts.append(f"SELECT '{name} ' || " + " || ',' || ".join(f"quote({column})" for column in columns) + f" FROM {name}")
    connection.close()
    return " UNION ALL ".join(parts)


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


def try_case(bare: Bare, everything: str, untouched: list[str], case: Case) -> None:
    """Each statement is refused in these words; and with any conflict clause, nothing at all is changed."""
    found: list[str] = []
    for statement in case.statements:
        bare.rows("BEGIN")
        try:
            if case.setup:
                bare.rows(case.setup)
            before = bare.rows(everything) if case.setup else untouched
            found += problems(bare, statement, case.says)
            found += [f"changed by it: {row}" for row in sorted(set(bare.rows(everything)) ^ set(before))]
        finally:
            bare.rows("ROLLBACK")
    assert found == []


def dangling() -> Iterator[Case]:
    for table, column, target in REFERENCES:
        if (column, target) == ("id", "entities"):
            continue  # the row of the registry is made by the insert itself; see the cases by hand
        if table != "entities":
            yield Case(f"{table}.{column} dangling", f"{table}.{column}", [fresh(table, **{column: "'nobody'"})])
        if table != "revisions":
            says = f"{table}: " if table in FIXED and column != "section_id" else f"{table}.{column}"
            yield Case(f"{table}.{column} left dangling", says, [update(table, **{column: "'nobody'"})])


def wrong_values() -> Iterator[Case]:
    """Each column that holds words, dates, times, IRIs, ids or nothing, given what it must not hold."""
    dates = ["2021-13", "2021-02-30", "2022/2021", "soon", "", "10/2021", "2021-10-23T25:00:00Z"]
    times = ["2021-13-01T00:00:00Z", "2021-02-30T00:00:00Z", "2021-01-01T24:61:00Z", "2021-01-01", "soon", ""]
    iris = ["http://example.org/a b", "http://example.org/<a>", "http://example.org/a\nb"]
    names = [(table, column) for table, column in NAMES.items()]
    named = [(table, "id") for table in ("actors", "things", "events", "sources", "predicates", "contributors")]
    minted = [(table, "id") for table in ("claims", "assertions", "snapshots", "sections", "passages", "mentions", "relations", "citations", "runs")]
    looks_minted = [f"{prefix}-x" for prefix in ("snp", "sec", "sen", "psg", "men", "clm", "ast", "rel", "cit", "run")]
    groups: list[tuple[str, list[tuple[str, str]], list[str]]] = [
        ("an unknown word", WORDS, ["unheard-of", "Person", ""]),
        ("an impossible date", DATES, dates),
        ("an impossible time", TIMES, times),
        ("no IRI", IRIS, iris),
        ("nothing at all", EMPTIABLE + names, [""]),
        ("a wrong id", named, ["Radio", "radio one", "radio.one", "radio/one", "radio_one", "ra\ndio", "", "-x"]),
        ("a minted id", named, looks_minted),
        ("no minted id", minted, ["fresh", "xyz-fresh", "clm.x", "CLM-X", "snp-", ""]),
    ]
    for what, columns, values in groups:
        for table, column in columns:
            quoted = ["'" + value.replace("\n", "' || char(10) || '") + "'" for value in values]
            inserts = [fresh(table, **{column: value}) for value in quoted] if table != "entities" else []
            updates = [update(table, **{column: value}) for value in quoted] if table not in FIXED and column != "id" else []
            yield Case(f"{table}.{column} holding {what}", f"{table}.{column}", inserts + updates)


def changed_keys() -> Iterator[Case]:
    for table in TABLES:
        if len(KEYS[table]) == 1:
            value = "99" if table == "revisions" else "'changed'"
            yield Case(f"{table}.{KEYS[table][0]} changed", table, [update(table, **{KEYS[table][0]: value})])
        if KEYS[table] != ["seq"]:
            yield Case(f"{table}.rowid changed", table, [update(table, **{name: "999"}) for name in ("rowid", "oid", "_rowid_")])


def replaced() -> Iterator[Case]:
    """A second row with the same key, unique key or rowid, by each way to write one; or a row moved onto another."""
    for table in TABLES:
        upsert = f"ON CONFLICT DO UPDATE SET {COLUMNS[table][-1]} = excluded.{COLUMNS[table][-1]}"
        ways = [("INSERT INTO", ""), ("REPLACE INTO", ""), ("INSERT INTO", upsert), ("INSERT INTO", "ON CONFLICT DO NOTHING")]
        for columns in unique_sets(table):
            shown = ", ".join(columns)
            change = {column: value for column, value in FRESH[table].items() if column not in columns}
            change |= {"rowid": "rowid"} if columns == ["rowid"] else {}
            statements = [copy(table, change, verb, tail) for verb, tail in ways]
            yield Case(f"{table} with the {shown} of another", f"{table}: a row with this {shown}", statements)
            first = {column: f"(SELECT {column} FROM {table} ORDER BY rowid LIMIT 1)" for column in columns}
            setup = fresh(table) if table != "entities" else ""
            yield Case(f"{table} moved onto the {shown} of another", table, [update(table, last=True, **first)], setup)


def deleted() -> Iterator[Case]:
    """Rows that something refers to: where the laws let us, a spare row that only this one column refers to."""
    for table, column, target in REFERENCES:
        name, says, setup = f"{target} without {table}.{column}", f"{target}: {table}.{column} still refers", ""
        if target in KEPT or (table, column) in ENTANGLED:
            of = f"(SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
            yield Case(name, f"{target}: ", [f"DELETE FROM {target} WHERE id IN {of}"])
            continue
        pointing = {column: f"'{SPARE[target]}'"}
        setup = fresh(table, **pointing) if table in FIXED else update(table, where=f"{column} IS NOT NULL", **pointing)
        of = "things" if target == "entities" else target
        yield Case(name, says, [f"DELETE FROM {of} WHERE id = '{SPARE[target]}'"], setup)
    for table in sorted(KEPT):
        yield Case(f"all of {table} deleted", f"{table}: ", [f"DELETE FROM {table}"])


def words_in_use() -> Iterator[Case]:
    for table, column in WORDS:
        word = f"field = '{table}.{column}' AND value = (SELECT {column} FROM {table} WHERE {column} IS NOT NULL)"
        statements = [f"DELETE FROM vocabulary WHERE {word}", *[f"UPDATE vocabulary SET {change} WHERE {word}" for change in ("value = 'x'", "field = 'x.y'")]]
        yield Case(f"a word of {table}.{column} lost", f"vocabulary: the word is in use in {table}.{column}", statements)


def by_hand() -> Iterator[Case]:
    for name, (says, statement, *setup) in CASES["refused"].items():
        yield Case(name, says, [statement.format(**SHORT)], "".join(setup).format(**SHORT))


ALL = [case for cases in (by_hand, dangling, wrong_values, changed_keys, replaced, deleted, words_in_use) for case in cases()]


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_the_database_refuses(bare: Bare, everything: str, untouched: list[str], case: Case) -> None:
    try_case(bare, everything, untouched, case)


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


@pytest.mark.parametrize("table", [table for table in TABLES if table not in ("entities", "revisions")])
def test_no_row_can_be_put_in_the_way_of_the_next(bare: Bare, table: str) -> None:
    """A trigger before an insert sees the rowid -1 for one not given yet: a row that truly has it would stop every other."""
    bare.rows("BEGIN")
    bare.refusal(fresh(table, rowid="-1"))
    others = {column: value.replace("fresh", "other") for column, value in FRESH[table].items()}
    refusal = bare.refusal(copy(table, others))
    bare.rows("ROLLBACK")
    assert "rowid" not in refusal


@pytest.mark.parametrize("table", [table for table in TABLES if table not in laws.UNREVISED | {"entities"}])
def test_each_change_leaves_a_revision_with_the_whole_row(bare: Bare, table: str) -> None:
    column = "run_id" if "run_id" in COLUMNS[table] else COLUMNS[table][-1]
    value = "'run-spare'" if column == "run_id" else "'https://example.org/changed'"
    row = "json_object(" + ", ".join(f"'{name}', {name}" for name in COLUMNS[table]) + ")"
    newest = "FROM revisions ORDER BY seq DESC LIMIT 1"
    bare.rows("BEGIN")
    try:
        [before] = bare.rows(f"SELECT {row} FROM {table} ORDER BY rowid LIMIT 1")
        bare.rows(update(table, **{column: value}))
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


@pytest.mark.parametrize("table, column", [*[(table, column) for table, column, _ in REFERENCES], *WORDS, *DATES])
def test_the_seed_fills_every_column_that_a_law_is_about(seeded: Path, table: str, column: str) -> None:
    connection = sqlite3.connect(seeded)
    found = connection.execute(f"SELECT count({column}) FROM {table}").fetchone()[0]
    connection.close()
    assert found > 0


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
def test_a_passage_is_let_in_if_and_only_if_the_words_stand_there(library: sqlite3.Connection, text: str, start: int, end: int, other: str | None) -> None:
    """Offsets are Python's: code points from 0, end exclusive. `other` words are tried where there are some, else the right ones."""
    exact = text[max(start, 0) : max(end, 0)] if other is None else other
    library.execute("BEGIN")
    try:
        library.execute("INSERT INTO snapshots(id, source_id, sha256, text) VALUES ('snp-x', 'spare-source', ?, ?)", ("a" * 64, text))
        library.execute(
            "INSERT INTO sections(id, snapshot_id, position, kind, start_char, end_char) VALUES ('sec-x', 'snp-x', 1, 'body', 0, ?)", (len(text),)
        )
        values = ("psg-x", "snp-x", "sec-x", start, end, exact)
        try:
            library.execute("INSERT INTO passages(id, snapshot_id, section_id, start_char, end_char, exact) VALUES (?, ?, ?, ?, ?, ?)", values)
            let_in = True
        except sqlite3.IntegrityError:
            let_in = False
        assert let_in == (0 <= start < end <= len(text) and exact == text[start:end])
    finally:
        library.execute("ROLLBACK")

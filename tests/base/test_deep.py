"""`kb check --deep`: a value that is not what its run wrote is found, wherever it stands, and nothing that is as it was is told."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kb import api
from kb.base import checks, deep, digests, store
from kb.base.model import HELD, KEYS, row_id
from tests.harness.edits import BECAUSE, CLAIM
from tests.whole import PROPOSED, done, kb, one

FLIPS = 200
NUMBERS = {("revisions", "seq"), ("settings", "one")}  # of rows: a flip makes another row of it


@pytest.fixture(scope="module")
def built(tiny_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with rows in every table, each with a digest."""
    path = tmp_path_factory.mktemp("deep") / "deep.db"
    shutil.copy(tiny_built, path)
    done("correct", CLAIM, "kind=plan", *BECAUSE, db=path)
    done("merge", "harbour-office", "harbour-board", *BECAUSE, db=path)
    done("base-iri", "https://kb.example/", db=path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(PROPOSED)
        digests.fill(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@contextmanager
def without_laws(path: Path) -> Iterator[sqlite3.Connection]:
    """Write to a base as a fault of the disk does: no law is asked, and all laws stand as they were afterwards."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        laws = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in laws:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")  # as one flip may leave it for the next
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA foreign_keys = OFF")
        yield connection
        for _, sql in laws:
            connection.execute(sql)


def problems(path: Path) -> list[str]:
    with closing(store.connect(path)) as connection:
        return [f"{each.check} {each.row}" for each in checks.check(connection, deep=True) if each.severity == "error"]


def flipped(value: str | bytes | float, draw: random.Random) -> tuple[str, object]:
    """The SQL and the parameter of a value with one bit changed."""
    if isinstance(value, int):
        return "?", value ^ 1 << draw.randrange(8)
    if isinstance(value, float):
        return "?", value * (1 + 2**-52)
    data = bytearray(value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value)
    data[draw.randrange(len(data))] ^= 1 << draw.randrange(7)
    return ("CAST(? AS TEXT)" if isinstance(value, str) else "?"), bytes(data)


@pytest.mark.parametrize("seed", [14, 24, 26])
@pytest.mark.thorough
def test_a_flipped_bit_in_any_value_is_found(built: Path, tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)
    path = Path(shutil.copy(built, tmp_path / "flipped.db"))
    planted: dict[tuple[str, int], str] = {}
    with without_laws(path) as connection:
        places = [(table, column[0]) for table in HELD for column in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        while len(planted) < FLIPS:
            table, column = draw.choice(places)
            key = " || '_' || ".join(HELD[table])
            held = connection.execute(f"SELECT rowid, {key}, {column} FROM {table} WHERE length({column}) > 0").fetchall()
            rowid, name, value = draw.choice(held) if held else (0, "", "")
            if held and (table, rowid) not in planted and (table, column) not in NUMBERS:
                marker, other = flipped(value, draw)
                changed = connection.execute(f"UPDATE OR IGNORE {table} SET {column} = {marker} WHERE rowid = ?", (other, rowid))
                if changed.rowcount:  # none where the value would be another row's
                    planted[table, rowid] = f"{table} {name}"
    with closing(store.connect(path)) as connection, deep.any_text(connection):
        found = {f"{each.detail.partition(';')[0]} {each.row}" for each in deep.values_as_written(connection)}
    assert {table for table, _ in planted} == set(HELD)
    assert set(planted.values()) - found == set()
    said = kb("check", "--deep", db=path)
    assert said.code == 1 and "Traceback" not in said.err


def test_revisions_that_cannot_be_read_are_told(built: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built, tmp_path / "cut.db"))
    with without_laws(path) as connection:
        connection.execute("UPDATE revisions SET before = '{', after = '{' WHERE before IS NOT NULL AND after IS NOT NULL")
        connection.execute("UPDATE claims SET text = text || '!'")
    assert {"value-changed"} <= {line.split()[0] for line in problems(path)}


def test_all_tables_hold_a_value_to_flip(built: Path) -> None:
    with closing(sqlite3.connect(built)) as connection:
        assert all(one(connection, f"SELECT count(*) FROM {table}") for table in HELD)
        assert one(connection, "SELECT count(*) FROM digests") == sum(one(connection, f"SELECT count(*) FROM {table}") for table in HELD)


# By what is told: what was done past all laws.
BEHIND_ITS_BACK = {
    "value-changed run-": "UPDATE runs SET reason = reason || ' ' WHERE kind = 'correct'",
    "value-changed 1": "UPDATE settings SET base_iri = 'https://kb.other/'",
    "row-gone clm-": "DELETE FROM quantities WHERE rowid = 1",
    "foreign-law quiet": "CREATE TRIGGER quiet AFTER INSERT ON claims BEGIN UPDATE claims SET text = 'x'; END",
    "definition assertions_by_run": "DROP INDEX assertions_by_run",
    "definition runs": "UPDATE sqlite_master SET sql = replace(sql, 'a real time', 'a time') WHERE name = 'runs'",
    "search claims_fts": "INSERT INTO claims_fts(claims_fts, rowid, text) VALUES ('delete', 1, 'bridge')",
    "stand-ins ": "UPDATE stand_ins SET steps = 3 WHERE steps = 0",
    "calendar ": "ALTER TABLE dates RENAME TO d; CREATE TABLE dates AS SELECT * FROM d; UPDATE dates SET latest = '1900-01-01'; DROP TABLE d",
}


def test_what_was_changed_behind_its_back_is_named(built: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built, tmp_path / "changed.db"))
    with without_laws(path) as connection:
        connection.executescript("PRAGMA legacy_alter_table = ON; PRAGMA writable_schema = ON")
        for sql in BEHIND_ITS_BACK.values():
            connection.executescript(sql)
    found = problems(path)
    assert [each for each in BEHIND_ITS_BACK if not any(told.startswith(each) for told in found)] == []


def test_a_view_of_somebodys_own_is_a_notice(built: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built, tmp_path / "own.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW own AS SELECT 1 AS one")
        told = list(deep.objects_of_the_model(connection))
    assert [(each.severity, each.row, each.what) for each in told] == [("notice", "own", "a view that is not the model's")]


CHANGES: dict[str, Callable[[api.Base], object]] = {
    "add": lambda base: base.add(source="port-bulletin", quote="to a second ferry", text="A new claim"),
    "new": lambda base: base.new("actor", "somebody", "Somebody", kind="person"),
    "rename": lambda base: base.correct("radio-one", "its name", name="Radio Two"),
    "correct": lambda base: base.correct(CLAIM, "a rule", kind="norm"),
    "merge": lambda base: base.merge("harbour-office", "harbour-board", reason="the same"),
    "retract": lambda base: base.retract(CLAIM, reason="not said"),
    "review": lambda base: base.review(CLAIM, "carries"),
    "source": lambda base: base.add_source("A letter of two lines.\nThe ferry runs.", title="Second letter"),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.thorough
def test_what_a_run_wrote_and_took_back_is_as_it_was_written(name: str, tiny_path: Path) -> None:
    with api.open(tiny_path) as base:
        CHANGES[name](base)
        assert not list(deep.values_as_written(base.connection))
        run = base.query("SELECT id FROM runs ORDER BY rowid DESC LIMIT 1")[0]["id"]
        base.undo(str(run), reason="not meant")
        assert not list(deep.values_as_written(base.connection))


def at_fault(base: api.Base) -> list[str]:
    return [each.row for each in deep.values_as_written(base.connection)]


def test_a_change_covers_up_no_fault_but_a_correction_of_the_row_settles_it(tiny_path: Path) -> None:
    with without_laws(tiny_path) as connection:
        connection.execute("UPDATE claims SET kind = 'norm' WHERE id = ?", (CLAIM,))
    with api.open(tiny_path) as base:
        assert at_fault(base) == [CLAIM]
        base.review(CLAIM, "does-not-carry", by="A reviewer")
        assert base.query("SELECT 1 FROM revisions WHERE row_id = :id", id=CLAIM)
        assert at_fault(base) == [CLAIM]
        base.correct(CLAIM, "as the backup has it", kind="question")
        assert at_fault(base) == []


def test_a_row_that_another_program_changed_under_the_laws_is_a_notice(tiny_path: Path) -> None:
    with closing(sqlite3.connect(tiny_path, isolation_level=None)) as connection:
        connection.execute("UPDATE actors SET name = 'Radio Two' WHERE id = 'radio-one'")
        connection.execute("INSERT INTO things(id, name, kind) VALUES ('lock', 'the lock', 'place')")
        connection.execute("DELETE FROM names WHERE rowid = (SELECT min(rowid) FROM names)")
    with closing(store.connect(tiny_path)) as connection:
        found = [(each.severity, each.check) for each in deep.check(connection)]
    assert {"changed-past-the-library", "no-digest"} == {check for _, check in found}
    assert {"notice"} == {severity for severity, _ in found}


@pytest.mark.thorough
def test_a_fault_stays_one_through_dump_and_load(tiny_path: Path, tmp_path: Path) -> None:
    with without_laws(tiny_path) as connection:
        connection.execute("UPDATE things SET description = 'changed on the disk' WHERE id = 'harbour'")
    done("dump", tmp_path / "dump", db=tiny_path)
    for target in ("empty.db", "other.db"):
        if target == "other.db":
            done("init", tmp_path / target)
            done("new", "actor", "somebody", "Somebody", "--kind", "person", db=tmp_path / target)
        kb("load", tmp_path / "dump", db=tmp_path / target)
        with closing(store.connect(tmp_path / target)) as connection:
            assert [each.row for each in deep.values_as_written(connection) if each.severity == "error"] == ["harbour"]


@pytest.mark.thorough
def test_a_changed_base_iri_stays_a_fault_through_dump_and_load_until_it_is_recorded_anew(tiny_path: Path, tmp_path: Path) -> None:
    done("base-iri", "https://kb.example/", db=tiny_path)
    with without_laws(tiny_path) as connection:
        connection.execute("UPDATE settings SET base_iri = 'https://kb.exampla/'")
    done("dump", tmp_path / "dump", db=tiny_path)
    done("load", tmp_path / "dump", db=tmp_path / "loaded.db")
    for path in (tiny_path, tmp_path / "loaded.db"):
        assert [each for each in problems(path) if each.startswith("value-changed")] == ["value-changed 1"]
        done("base-iri", "https://kb.example/", db=path)
        assert problems(path) == []


@pytest.mark.thorough
def test_a_base_keeps_its_own_iri_with_its_digest_where_a_loaded_dump_has_none(tiny_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    done("init", tmp_path / "own.db", "--base-iri", "https://kb.example/")
    done("load", tmp_path / "dump", db=tmp_path / "own.db")
    assert done("base-iri", db=tmp_path / "own.db") == "https://kb.example/"
    assert "no digest" not in done("check", "--deep", db=tmp_path / "own.db")


@pytest.mark.thorough
def test_digests_that_were_taken_later_are_told(tiny_path: Path, tmp_path: Path) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    (tmp_path / "dump" / "digests.jsonl").unlink()
    done("load", tmp_path / "dump", db=tmp_path / "loaded.db")
    assert "digests that were taken after the run" in done("check", "--deep", db=tmp_path / "loaded.db")
    assert "digests" not in done("check", "--deep", db=tiny_path)


def test_the_id_of_a_row_is_the_one_that_revisions_write() -> None:
    assert digests.joined("names") == " || '_' || ".join(f"names.{column}" for column in KEYS["names"])
    assert row_id({"entity_id": "a", "name": "b c", "kind": "name"}) == "a_b c_name"


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.thorough
def test_of_two_digests_that_git_kept_the_one_of_the_row_counts(tiny_path: Path, tmp_path: Path, first: bool) -> None:
    done("dump", tmp_path / "dump", db=tiny_path)
    lines = (tmp_path / "dump" / "digests.jsonl").read_text().splitlines()
    number = next(number for number, line in enumerate(lines) if json.loads(line)["table_name"] == "claims")
    other = json.dumps(json.loads(lines[number]) | {"digest": "0" * 32})
    lines.insert(number if first else number + 1, other)
    (tmp_path / "dump" / "digests.jsonl").write_text("\n".join(lines) + "\n")
    done("load", tmp_path / "dump", db=tmp_path / "merged.db")
    assert kb("check", "--deep", db=tmp_path / "merged.db").code == 0

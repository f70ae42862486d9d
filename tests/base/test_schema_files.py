"""The files of the model: current, described, worded so that a person knows what to do, and small enough to keep in git."""

from __future__ import annotations

import re
import sqlite3
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.base import laws, model, schema

FOLDER = Path(__file__).resolve().parents[2] / "schema"
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
SQL, DERIVED = schema.read("schema.sql"), schema.read("derived.sql")
VOCABULARY = tomllib.loads(schema.read("vocabulary.toml"))
LIMIT = 2_000_000  # bytes: what a person and git can still handle
SENTENCE = re.compile(r"[A-Z0-9“].*\.", re.DOTALL)


def built() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    return connection


BASE = built()
TABLES_AND_VIEWS = [
    row[0] for row in BASE.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
]
COLUMNS = [(name, row[0]) for name in TABLES_AND_VIEWS for row in BASE.execute(f"SELECT name FROM pragma_table_xinfo('{name}')")]


def is_one_sentence(text: str) -> bool:
    return SENTENCE.fullmatch(text) is not None and text == text.strip() and ". " not in re.sub(r"\b(e\.g|i\.e|St)\. ", "", text)


def unkempt(path: Path) -> Iterator[str]:
    """What keeps a file from being plain text of a size to keep."""
    content = path.read_bytes()
    if not 0 < len(content) < LIMIT:
        yield f"{len(content)} bytes"
    text = content.decode("utf-8")
    yield from (f"holds {character!r}" for character in "\r\t\ufeff" if character in text)
    if not text.endswith("\n"):
        yield "does not end in a line feed"
    yield from (f"white space at the end of {line!r}" for line in text.splitlines() if line != line.rstrip())


def test_each_file_of_the_model_is_plain_text_of_a_size_to_keep() -> None:
    assert len(FILES) > 10
    assert [f"{path.relative_to(FOLDER).as_posix()}: {fault}" for path in FILES for fault in unkempt(path)] == []


def test_the_derived_laws_are_those_that_the_keys_give_now() -> None:
    assert laws.derive(SQL) == DERIVED, "write them anew with: python -m kb.base.laws"


def test_deriving_the_laws_twice_changes_nothing() -> None:
    assert laws.derive(SQL + DERIVED) == DERIVED


def test_a_base_is_created_in_the_order_of_the_files_the_derived_laws_after_all_others() -> None:
    created = [name for (name,) in BASE.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid")]
    assert created == re.findall(r"^CREATE TRIGGER (\w+)", SQL + DERIVED, re.MULTILINE)
    assert re.findall(r"^CREATE (?!TRIGGER)", DERIVED, re.MULTILINE) == []


def test_each_table_and_view_is_described_in_one_sentence() -> None:
    described = schema.descriptions()
    assert {name: described[name][0] for name in TABLES_AND_VIEWS if not is_one_sentence(described[name][0])} == {}


def test_each_column_is_described_in_one_sentence() -> None:
    """A column of a view may inherit the description of a table's column of that name."""
    described = schema.descriptions()
    inherited = {known: text for _, columns in described.values() for known, text in columns.items()}
    views = {row[0] for row in BASE.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    known = {name: (inherited if name in views else {}) | described[name][1] for name in TABLES_AND_VIEWS}
    assert {(name, column): known[name].get(column) for name, column in COLUMNS if not is_one_sentence(known[name].get(column, ""))} == {}


def test_nothing_is_described_that_is_not_there() -> None:
    described = schema.descriptions()
    assert sorted(described) == sorted(TABLES_AND_VIEWS)
    assert [(name, column) for name, (_, columns) in described.items() for column in columns if (name, column) not in COLUMNS] == []


def test_each_column_of_controlled_words_has_words() -> None:
    fields = [f"{table}.{column}" for table, columns in model.WORDS.items() for column in columns]
    assert fields and [field for field in fields if not VOCABULARY.get(model.SHARED_WORDS.get(field, field))] == []


@pytest.mark.parametrize("field", VOCABULARY)
def test_the_words_of_a_column_are_labelled_described_and_enforced(field: str) -> None:
    table, column = field.split(".")
    assert column in model.WORDS[table]
    for value, word in VOCABULARY[field].items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value), value
        assert set(word) <= {"label", "description", "iri"}, value
        assert word["label"].strip() == word["label"] != "", value
        assert is_one_sentence(word["description"]), (value, word["description"])
        assert re.fullmatch(r'https?://[^\s<>"{}|\\^`]+', word.get("iri", "http://example.org/")), value
    labels = [word["label"] for word in VOCABULARY[field].values()]
    assert sorted(set(labels)) == sorted(labels), "two words look the same"


def test_the_words_a_column_starts_with_are_in_its_vocabulary() -> None:
    for table, columns in model.WORDS.items():
        for name, default in BASE.execute(f"SELECT name, dflt_value FROM pragma_table_info('{table}') WHERE dflt_value IS NOT NULL"):
            if name in columns:
                assert default.strip("'") in VOCABULARY[f"{table}.{name}"], f"{table}.{name}"


def checks() -> Iterator[tuple[str, str, str]]:
    """(table, the CHECK's name or '', the line) for each CHECK of the tables."""
    table = ""
    for line in SQL.splitlines():
        if begins := re.match(r"CREATE TABLE (\w+)", line):
            table = begins[1]
        elif begins := re.match(r"CREATE (?:TRIGGER|VIEW|INDEX|UNIQUE)", line):
            table = ""
        for found in re.finditer(r'(?:CONSTRAINT "([^"]+)" )?CHECK \(', line.partition(" -- ")[0]) if table else []:
            yield table, found[1] or "", line.strip()


def names_its_place_and_remedy(message: str) -> bool:
    """`table: …` or `table.column: …`, of a table and column that are there, with words after it."""
    found = re.fullmatch(r"(\w+)(?:\.(\w+))?: (\S.{2,})", message)
    if found is None:
        return False
    table, column, _ = found.groups()
    return table in TABLES_AND_VIEWS and (column is None or (table, column) in COLUMNS)


@pytest.mark.parametrize("table", sorted({table for table, _, _ in checks()} - {"never"}))
def test_a_check_says_table_column_and_remedy_when_it_refuses(table: str) -> None:
    """SQLite shows a CHECK's name when it has one, and only its expression otherwise."""
    mute = [line for of, name, line in checks() if of == table and not names_its_place_and_remedy(name)]
    if mute:
        pytest.fail("no name that says what to do:\n" + "\n".join(mute), pytrace=False)


def test_a_trigger_says_table_column_and_remedy_when_it_refuses() -> None:
    messages = [message.replace("''", "'") for message in re.findall(r"RAISE\(ABORT, '((?:[^']|'')+)'\)", SQL + DERIVED)]
    assert len(messages) > 200
    assert [message for message in messages if not names_its_place_and_remedy(message)] == []


def test_a_trigger_names_the_table_it_is_on() -> None:
    """Or, where it acts for another table, one that the statement also touches: the registry and the list of waiting claims."""
    for name, table, sql in BASE.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"):
        for message in re.findall(r"RAISE\(ABORT, '(\w+)", sql):
            assert message == table, name


def test_the_schema_says_which_version_it_is() -> None:
    assert f"schema version {schema.VERSION}." in schema.read("schema.sql").splitlines()[0]
